//! What the fitted models see of a sentence: marks that a person can read (points of cues, a
//! question mark, its length) and grams (its words, pairs of words, how its clauses begin, the
//! cues it holds), by their hashes.

use super::cues::{Lexicon, Points, Table, lexicon};
use super::sentence::Sentence;
use super::{ask, commit, give, inform, social};
use crate::fitted::Features;
use crate::{hash, text};
use std::ops::Range;

/// The marks of a sentence by name, in the order of `Marks::list`.
pub const MARKS: &[&str] = &[
    "points",
    "question",
    "give",
    "social",
    "inform",
    "commit",
    "words",
    "link",
    "leaning",
    "answering",
];

/// So many bytes tell the language of a text.
const HEAD: usize = 400;

/// A link beside a pointer ("thought of you") makes the pointer plain.
const LINKED: f32 = 0.6;

/// More points than this add nothing.
const MOST: f32 = 9.0;

/// What can be said of a sentence in figures; the log-odds are those of the cues alone.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    pub(super) ask: f32,
    pub(super) question: bool,
    pub(super) give: f32,
    pub(super) social: f32,
    pub(super) inform: f32,
    pub(super) commit: f32,
    pub(super) words: f32,
    pub(super) link: bool,
    pub(super) leaning: f32,
    pub(super) answering: f32,
}

impl Marks {
    fn of(sentence: &Sentence, points: Points) -> Self {
        let given = points.of(Table::Give);
        let pointer = sentence.link && given > 0.0;
        let asked = if sentence.question { ask::QUESTION } else { 0.0 };
        let settled = |bias: f32, points: f32| (bias + points).clamp(-MOST, MOST);
        Self {
            ask: settled(ask::BIAS, points.of(Table::Ask) + asked),
            question: sentence.question,
            give: settled(give::BIAS, given + if pointer { LINKED } else { 0.0 }),
            social: settled(social::BIAS, points.of(Table::Social)),
            inform: settled(inform::BIAS, points.of(Table::Inform)),
            commit: settled(commit::BIAS, points.of(Table::Commit)),
            words: sentence.count as f32,
            link: sentence.link,
            leaning: points.of(Table::Lean),
            answering: points.of(Table::Answer),
        }
    }

    /// The marks, each about as large as the others.
    fn list(&self) -> [f32; 10] {
        let bit = |it: bool| f32::from(u8::from(it));
        [
            self.ask / 3.0,
            bit(self.question),
            self.give / 3.0,
            self.social / 3.0,
            self.inform / 3.0,
            self.commit / 3.0,
            self.words.ln_1p() / 2.0,
            bit(self.link),
            self.leaning.min(3.0) / 2.0,
            self.answering.min(3.0) / 2.0,
        ]
    }
}

/// Hands over each of the writer's sentences with what is seen of it; of a text that is not
/// English none.
pub(super) fn each(text: &str, mut take: impl FnMut(Range<usize>, &Marks, &Features)) {
    if !text::is_english(head(text)) {
        return;
    }
    let lexicon = lexicon();
    let mut sentence = Sentence::default();
    let mut fired = Vec::new();
    let mut features = Features::default();
    for span in spoken(text) {
        let Some(inside) = text.get(span.clone()) else {
            continue;
        };
        sentence.read(inside, lexicon);
        let points = lexicon.points(&sentence, &mut fired);
        let marks = Marks::of(&sentence, points);
        features.named.clear();
        features.named.extend(marks.list());
        see(&sentence, lexicon, &fired, &mut features);
        take(span, &marks, &features);
    }
}

/// Kinds of grams; cues have kind 7.
const ONE: u64 = 1;
const TWO: u64 = 2;
const LAST: u64 = 3;
const OPENS: u64 = 4;
const OPENS_TWO: u64 = 5;
const OPENS_THREE: u64 = 6;

fn see(sentence: &Sentence, lexicon: &Lexicon, fired: &[usize], features: &mut Features) {
    let grams = &mut features.grams;
    grams.clear();
    let words = sentence.hashes.as_slice();
    let gram = |kind, words: &[u32]| hash::low(hash::run(kind, words));
    grams.extend(words.iter().map(|word| gram(ONE, &[*word])));
    grams.extend(words.windows(2).map(|pair| gram(TWO, pair)));
    if let Some(last) = words.last() {
        grams.push(gram(LAST, &[*last, u32::from(sentence.question)]));
    }
    for (at, _) in sentence.clauses.iter().enumerate().filter(|(_, opens)| **opens) {
        for (kind, length) in [(OPENS, 1), (OPENS_TWO, 2), (OPENS_THREE, 3)] {
            grams.extend(words.get(at..at + length).map(|words| gram(kind, words)));
        }
    }
    grams.extend(lexicon.grams(fired));
    features.settle();
}

/// The writer's sentences; where there is nothing but a closing ("Many thanks!"), its own.
fn spoken(text: &str) -> Vec<Range<usize>> {
    let own = text::own_sentences(text);
    if !own.is_empty() {
        return own;
    }
    let closing = text::parts(text).closing;
    let sentences = text::sentences(text.get(closing.clone()).unwrap_or_default());
    let shift = |at: Range<usize>| at.start + closing.start..at.end + closing.start;
    sentences.into_iter().map(shift).collect()
}

/// As much of a text as tells its language.
fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Vec<(Marks, Features)> {
        let mut seen = Vec::new();
        each(text, |_, marks, features| seen.push((*marks, features.clone())));
        seen
    }

    #[test]
    fn every_mark_has_a_name() {
        assert_eq!(MARKS.len(), Marks::default().list().len());
    }

    #[test]
    fn whom_and_how_many_a_sentence_names_is_not_seen() {
        let [ada] = seen("Could you send Ada 12 copies by Monday?").try_into().unwrap();
        let [bea] = seen("Could you send Bea 250 copies by Monday?").try_into().unwrap();
        assert_eq!(ada.1, bea.1);
    }

    #[test]
    fn where_a_word_stands_is_seen() {
        let [order] = seen("Send the keys to Dora.").try_into().unwrap();
        let [told] = seen("They send the keys to Dora.").try_into().unwrap();
        assert_ne!(order.1.grams, told.1.grams);
        assert!(order.0.ask > told.0.ask);
    }

    #[test]
    fn another_language_shows_nothing() {
        assert!(seen("Kannst du mir bitte die Notizen von Dienstag schicken?").is_empty());
    }
}
