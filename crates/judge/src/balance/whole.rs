//! What a message as a whole shows, and what that tells of its acts.
//!
//! A sentence is read by the company it keeps: among signs that something is wanted ("the
//! report is overdue", "your help would be valued") it asks sooner, in a message that thanks
//! and agrees later. The message's own act is one of four, by four small models.

use super::sight::Marks;
use crate::fitted::{Features, Model};
use std::sync::LazyLock;

/// What is seen of a message by name, in the order of `Whole::features`.
pub const WHOLE: &[&str] = &[
    "ask",
    "leaning",
    "answering",
    "sentences",
    "give",
    "social",
    "inform",
    "commit",
    "kind",
    "telling",
    "words",
    "link",
];

/// The acts that a message can have, in the order of their models' figures.
pub const ACTS: [&str; 4] = ["ask", "give", "inform", "social"];

/// More signs than this add nothing.
const SIGNS: f32 = 4.0;

/// Log-odds beyond this are as good as certain.
const MOST: f32 = 6.0;

/// How much the cues of the house count beside the fitted model.
const HOUSE: f32 = 0.35;

static MODELS: LazyLock<[Model; 4]> = LazyLock::new(|| {
    let figures = include_str!("../../figures/acts.txt");
    ACTS.map(|act| Model::read(section(figures, act), WHOLE).unwrap_or_default())
});

/// The figures of one act: the lines between its heading and the next.
fn section<'a>(figures: &'a str, act: &str) -> &'a str {
    let mut sections = figures.split("act ");
    sections
        .find_map(|it| it.strip_prefix(act).filter(|rest| rest.starts_with('\n')))
        .unwrap_or_default()
}

/// The log-odds that a sentence asks, read alone: as its words do in labelled mail, and as its
/// cues say, which know what is rare there.
fn alone(marks: &Marks, fitted: f32) -> f32 {
    HOUSE * marks.ask + (1.0 - HOUSE) * fitted
}

/// A message while its sentences are counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole {
    sentences: f32,
    ask: f32,
    /// The strongest of its sentences, act by act …
    give: f32,
    social: f32,
    inform: f32,
    commit: f32,
    /// … and what they say together.
    socials: f32,
    informs: f32,
    leaning: f32,
    answering: f32,
    words: f32,
    link: bool,
}

impl Default for Whole {
    fn default() -> Self {
        let none = -3.0;
        Self {
            sentences: 0.0,
            ask: -MOST,
            give: none,
            social: none,
            inform: none,
            commit: none,
            socials: 0.0,
            informs: 0.0,
            leaning: 0.0,
            answering: 0.0,
            words: 0.0,
            link: false,
        }
    }
}

impl Whole {
    /// Counts a sentence, and the log-odds with which it asks when read alone.
    pub(super) fn add(&mut self, marks: &Marks, ask: f32) {
        self.sentences += 1.0;
        self.ask = self.ask.max(alone(marks, ask));
        self.give = self.give.max(marks.give);
        self.social = self.social.max(marks.social);
        self.inform = self.inform.max(marks.inform);
        if !marks.question {
            self.commit = self.commit.max(marks.commit);
        }
        self.socials += marks.social;
        self.informs += marks.inform;
        self.leaning += marks.leaning;
        self.answering += marks.answering;
        self.words += marks.words;
        self.link |= marks.link;
    }

    /// The message as the models see it, each feature about as large as the others.
    pub(super) fn features(&self) -> Features {
        let mean = |sum: f32| sum / self.sentences.max(1.0);
        let named = Vec::from([
            self.ask.clamp(-MOST, MOST) / 2.0,
            self.leaning.min(SIGNS) / 2.0,
            self.answering.min(SIGNS) / 2.0,
            self.sentences.ln_1p() - 0.7,
            self.give / 2.0,
            self.social / 2.0,
            self.inform / 2.0,
            self.commit / 2.0,
            mean(self.socials),
            mean(self.informs),
            (self.words.ln_1p() - 3.0) / 2.0,
            f32::from(u8::from(self.link)),
        ]);
        Features { named, grams: Vec::new() }
    }

    /// The log-odds that a sentence of this message asks, from those by which the model of
    /// sentences says so.
    pub(super) fn asking(&self) -> impl Fn(&Marks, f32) -> f32 {
        let [model, ..] = &*MODELS;
        let at = |ask| model.log_odds(&Self { ask, ..*self }.features());
        let (base, slope) = (at(0.0), at(1.0) - at(0.0));
        move |marks, fitted| base + slope * alone(marks, fitted).clamp(-MOST, MOST)
    }

    /// How sure each act is to be the message's own; together they make 1.
    pub(super) fn acts(&self) -> [f32; 4] {
        let features = self.features();
        let mut each = [0.0; 4];
        for (model, certainty) in MODELS.iter().zip(&mut each) {
            *certainty = model.certainty(&features);
        }
        let sum: f32 = each.iter().sum();
        each.map(|certainty| certainty / sum.max(f32::MIN_POSITIVE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_act_has_its_own_figures() {
        let figures = "act ask\nbias 1\nact give\nbias 2\n";
        assert_eq!(section(figures, "ask"), "\nbias 1\n");
        assert_eq!(section(figures, "give"), "\nbias 2\n");
        assert_eq!(section(figures, "social"), "");
    }

    #[test]
    fn the_kept_figures_know_every_act() {
        let figures = include_str!("../../figures/acts.txt");
        for act in ACTS {
            assert!(Model::read(section(figures, act), WHOLE).is_ok());
            assert!(section(figures, act).contains("bias"), "{act}");
        }
    }

    #[test]
    fn every_feature_has_a_name() {
        assert_eq!(WHOLE.len(), Whole::default().features().named.len());
    }

    #[test]
    fn signs_that_something_is_wanted_raise_and_answers_lower() {
        let plain = Whole::default();
        let at = |whole: &Whole| whole.asking()(&Marks::default(), 0.0);
        let leaning = Whole { leaning: 3.0, ..plain };
        let answering = Whole { answering: 3.0, ..plain };
        assert!(at(&leaning) > at(&plain));
        assert!(at(&answering) < at(&plain));
    }

    #[test]
    fn the_four_acts_share_one_certainty() {
        let sum: f32 = Whole::default().acts().iter().sum();
        assert!((sum - 1.0).abs() < 1e-5);
    }
}
