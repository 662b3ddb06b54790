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
    /// How surely it asks, among the others of its message.
    pub(super) ask: f32,
    give: f32,
    inform: f32,
    social: f32,
    commit: f32,
    /// It ends in a question mark.
    pub(super) question: bool,
}

impl Reading {
    fn of(marks: &Marks, ask: f32) -> Self {
        Self {
            ask: fitted::certainty(ask),
            give: fitted::certainty(marks.give),
            inform: fitted::certainty(marks.inform),
            social: fitted::certainty(marks.social),
            commit: fitted::certainty(marks.commit),
            question: marks.question,
        }
    }

    /// How surely the writer binds themselves. A question never does: "Shall I send it?" waits
    /// for a yes.
    pub(super) fn binding(&self) -> f32 {
        if self.question { 0.0 } else { self.commit }
    }

    /// How surely it is this act.
    pub(super) fn certainty(&self, kind: ActKind) -> f32 {
        match kind {
            ActKind::Ask => self.ask,
            ActKind::Give => self.give,
            ActKind::Inform => self.inform,
            ActKind::Social => self.social,
        }
    }

    /// The act of the sentence: an ask outranks a give, a give outranks the rest.
    pub(super) fn act(&self) -> Option<(ActKind, f32)> {
        let rest = if self.social >= self.inform { ActKind::Social } else { ActKind::Inform };
        [ActKind::Ask, ActKind::Give, rest]
            .map(|kind| (kind, self.certainty(kind)))
            .into_iter()
            .find(|(_, certainty)| *certainty >= SURE)
    }
}

/// Reads the sentences of an English text; of other texts none.
pub(super) fn readings(text: &str) -> Vec<(Range<usize>, Reading)> {
    let mut seen = Vec::new();
    let whole = look(text, |span, marks, alone| seen.push((span, *marks, alone)));
    let asking = whole.asking();
    seen.into_iter()
        .map(|(span, marks, alone)| (span, Reading::of(&marks, asking(&marks, alone))))
        .collect()
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

/// Each sentence with the log-odds that it asks, read alone.
fn look(text: &str, mut take: impl FnMut(Range<usize>, &Marks, f32)) -> Whole {
    let mut whole = Whole::default();
    sight::each(text, |span, marks, features| {
        let alone = ASKS.log_odds(features);
        whole.add(marks, alone);
        take(span, marks, alone);
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
