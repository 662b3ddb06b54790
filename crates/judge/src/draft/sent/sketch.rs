//! What is kept of a sent message to find it again: hashes, no words.
//!
//! A sketch must stay true when contacts come and go, so names are not looked up: words that
//! begin with a capital, and figures and addresses, are passed over, and copies with another
//! name in them fall together. What a sketch leads to is compared in full.

use super::mask::is_address;
use super::pleasantry::{OPENERS, is_pleasantry};
use crate::hash;
use crate::text::{folded, own_sentences, words};
use std::ops::Range;

/// The version of sketches; raised whenever the same text gives another one.
pub const SKETCHES: u32 = 1;

/// Texts up to this many words keep every shingle; of longer ones a quarter is enough.
const KEPT_WHOLE: usize = 64;
/// Which shingles of long texts are kept: those whose hash ends in these bits.
const SAMPLED: u32 = 0b11;
/// Sentences from this many words on are found by their hash.
const SENTENCE_WORDS: usize = 5;
/// Words in a shingle.
const SHINGLE: usize = 3;
/// More keys than this are not kept: a book is found by its beginning.
const KEYS: usize = 400;

/// The hashes of one message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// The hash of all that is said; 0 where nothing is.
    pub(super) body: u32,
    /// The hashes of its longer sentences and of its shingles (of long texts a sample).
    pub(super) keys: Vec<u32>,
}

impl Sketch {
    /// The sketch of a message.
    pub fn of(text: &str) -> Self {
        let said = Said::of(text);
        let whole = said.words.len() <= KEPT_WHOLE;
        let shingles = said.shingles().filter(|key| whole || key & SAMPLED == 0);
        let mut keys: Vec<u32> = said.sentence_keys().chain(shingles).take(KEYS).collect();
        keys.sort_unstable();
        keys.dedup();
        Self { body: said.body(), keys }
    }

    /// As it is kept: figures of four bytes, the body first.
    pub fn to_bytes(&self) -> Vec<u8> {
        std::iter::once(&self.body).chain(&self.keys).flat_map(|key| key.to_le_bytes()).collect()
    }

    /// Back from what was kept; what does not fit is passed over.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut figures = bytes.chunks_exact(4).filter_map(|four| four.try_into().ok());
        let body = figures.next().map_or(0, u32::from_le_bytes);
        Self { body, keys: figures.map(u32::from_le_bytes).collect() }
    }

    /// Hashes by which a draft looks: every longer sentence, every shingle.
    pub(super) fn questions(text: &str) -> (u32, Vec<u32>) {
        let said = Said::of(text);
        let mut keys: Vec<u32> = said.sentence_keys().chain(said.shingles()).collect();
        keys.sort_unstable();
        keys.dedup();
        (said.body(), keys)
    }
}

/// The words that are said, as hashes, and where sentences end.
#[derive(Default)]
struct Said {
    words: Vec<u32>,
    ends: Vec<usize>,
}

impl Said {
    fn of(text: &str) -> Self {
        let sentences = own_sentences(text);
        let inside = |span: &Range<usize>| text.get(span.clone()).unwrap_or_default();
        let mut said = Self::default();
        let mut passed = 0;
        for (place, span) in sentences.iter().enumerate() {
            if place < OPENERS && is_pleasantry(inside(span)) {
                continue;
            }
            passed += said.take(inside(span), false);
            said.ends.push(said.words.len());
        }
        // A text in capitals, or in a script without them, is all there is.
        if passed > said.words.len() {
            said = Self::default();
            for span in &sentences {
                said.take(inside(span), true);
                said.ends.push(said.words.len());
            }
        }
        said
    }

    /// Takes the words of a sentence in; how many were passed over.
    fn take(&mut self, sentence: &str, all: bool) -> usize {
        let mut passed = 0;
        for chunk in sentence.split_whitespace().filter(|chunk| !is_address(chunk)) {
            for at in words(chunk) {
                let word = chunk.get(at).unwrap_or_default();
                let figure = word.contains(|c: char| c.is_numeric());
                if !figure && (all || word.starts_with(char::is_lowercase)) {
                    self.words.push(hash::word(&folded(word)));
                } else {
                    passed += usize::from(!figure);
                }
            }
        }
        passed
    }

    fn sentences(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| self.words.get(start..*end).unwrap_or_default())
    }

    fn body(&self) -> u32 {
        if self.words.is_empty() { 0 } else { hash::low(hash::run(1, &self.words)).max(1) }
    }

    fn sentence_keys(&self) -> impl Iterator<Item = u32> {
        let long = self.sentences().filter(|sentence| sentence.len() >= SENTENCE_WORDS);
        long.map(|sentence| hash::low(hash::run(2, sentence)))
    }

    fn shingles(&self) -> impl Iterator<Item = u32> {
        let runs = self.sentences().flat_map(|sentence| sentence.windows(SHINGLE));
        runs.map(|words| hash::low(hash::run(3, words)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "Hi Ada,\n\nthe loom that you lent to Example is mended, and the pupils \
        of Zenith would like to see it on 4 May.\n\nBest,\nDora";

    #[test]
    fn names_figures_and_greetings_leave_no_trace() {
        let other = LETTER
            .replace("Ada", "Bea")
            .replace("Example", "Contoso")
            .replace("Zenith", "Northwind House")
            .replace("4 May", "12 June")
            .replace("Hi", "Dear");
        assert_eq!(Sketch::of(LETTER), Sketch::of(&other));
        assert_ne!(Sketch::of(LETTER).body, 0);
    }

    #[test]
    fn a_sketch_comes_back_as_it_was_kept() {
        let sketch = Sketch::of(LETTER);
        assert_eq!(Sketch::from_bytes(&sketch.to_bytes()), sketch);
        assert_eq!(Sketch::from_bytes(&[1, 2]), Sketch::default());
    }

    #[test]
    fn capitals_and_scripts_without_case_are_words_too() {
        assert!(!Sketch::of("THE LOOM IS MENDED AND WAITS FOR YOU").keys.is_empty());
        assert!(!Sketch::of("機械は直りました、来週お待ちしています").keys.is_empty());
    }
}
