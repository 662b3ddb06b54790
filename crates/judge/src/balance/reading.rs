//! How sentences read: cues and the fitted models together.

use super::acts::SURE;
use super::sight::{self, MARKS, Marks};
use super::whole::Whole;
use crate::fitted::{self, Features, Model};
use model::ActKind;
use std::ops::Range;
use std::sync::LazyLock;

/// Whether a sentence asks.
static ASKS: LazyLock<Model> = LazyLock::new(|| kept(include_str!("../../figures/asks.txt")));

/// Whether a sentence leaves something to be done: asked, proposed or promised.
static INTENTS: LazyLock<Model> = LazyLock::new(|| kept(include_str!("../../figures/intents.txt")));

/// The kept figures; that they fit is tested below.
fn kept(figures: &str) -> Model {
    Model::read(figures, MARKS).unwrap_or_default()
}

/// How a sentence reads: log-odds for each act.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// By cues and the fitted model together, among the others of its message.
    ask: f32,
    /// It ends in a question mark.
    pub(super) question: bool,
    marks: Marks,
}

impl Reading {
    /// The log-odds that it is this act.
    pub(super) fn log_odds(&self, kind: ActKind) -> f32 {
        match kind {
            ActKind::Ask => self.ask,
            ActKind::Give => self.marks.give,
            ActKind::Inform => self.marks.inform,
            ActKind::Social => self.marks.social,
        }
    }

    /// How surely it is this act.
    pub(super) fn certainty(&self, kind: ActKind) -> f32 {
        fitted::certainty(self.log_odds(kind))
    }

    /// How surely the writer binds themselves. A question never does: "Shall I send it?" waits
    /// for a yes.
    pub(super) fn binding(&self) -> f32 {
        if self.question { 0.0 } else { fitted::certainty(self.marks.commit) }
    }

    /// The act of the sentence: an ask outranks a give, a give outranks the rest.
    pub(super) fn act(&self) -> Option<(ActKind, f32)> {
        let social = self.marks.social >= self.marks.inform;
        let rest = if social { ActKind::Social } else { ActKind::Inform };
        [ActKind::Ask, ActKind::Give, rest]
            .map(|kind| (kind, self.certainty(kind)))
            .into_iter()
            .find(|(_, certainty)| *certainty >= SURE)
    }
}

/// Reads the sentences of an English text; of other texts none.
pub(super) fn readings(text: &str) -> Vec<(Range<usize>, Reading)> {
    let mut seen = Vec::new();
    let whole = look(text, |span, marks, fitted| seen.push((span, *marks, fitted)));
    let asking = whole.asking();
    let reading = |marks: Marks, fitted| Reading {
        ask: asking(&marks, fitted),
        question: marks.question,
        marks,
    };
    seen.into_iter().map(|(span, marks, fitted)| (span, reading(marks, fitted))).collect()
}

/// The message as a whole; nothing where nothing can be read.
pub(super) fn whole(text: &str) -> Option<Whole> {
    let mut read = false;
    let whole = look(text, |_, _, _| read = true);
    read.then_some(whole)
}

/// The log-odds that the text leaves something to be done; nothing where nothing can be read.
pub(super) fn intent(text: &str) -> Option<f32> {
    let mut most = None;
    sight::each(text, |_, _, features| {
        let intent = INTENTS.log_odds(features);
        most = Some(most.map_or(intent, |so_far: f32| so_far.max(intent)));
    });
    most
}

/// Each sentence with the log-odds that it asks, by the fitted model alone.
fn look(text: &str, mut take: impl FnMut(Range<usize>, &Marks, f32)) -> Whole {
    let mut whole = Whole::default();
    sight::each(text, |span, marks, features| {
        let fitted = ASKS.log_odds(features);
        whole.add(marks, fitted);
        take(span, marks, fitted);
    });
    whole
}

/// What is seen of each sentence: for fitting.
pub fn seen_sentences(text: &str) -> Vec<Features> {
    let mut seen = Vec::new();
    sight::each(text, |_, _, features| seen.push(features.clone()));
    seen
}

/// What is seen of a message whose sentences ask with these log-odds, read alone: for fitting.
pub fn seen_whole(text: &str, asks: &[f32]) -> Features {
    let mut whole = Whole::default();
    let mut asks = asks.iter();
    sight::each(text, |_, marks, _| whole.add(marks, asks.next().copied().unwrap_or(0.0)));
    whole.features()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kept_figures_know_every_mark() {
        for figures in
            [include_str!("../../figures/asks.txt"), include_str!("../../figures/intents.txt")]
        {
            assert!(Model::read(figures, MARKS).is_ok());
        }
    }
}
