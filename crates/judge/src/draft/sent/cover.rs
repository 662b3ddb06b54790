//! How much of one text is in another, sentence by sentence.
//!
//! A word is covered when it stands beside the same word in both texts, so that neither the
//! order of sentences nor a name put in matters. A sentence in which most is covered was
//! taken over; what is covered in the others (of the, if you) is how everybody writes. A
//! sentence that was only reworded is recognised by its edit distance in words.

use super::mask::{Masked, token};
use crate::hash::mixed;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// From here on a sentence was taken over.
const TAKEN: f32 = 0.6;
/// The same for a reworded one, by edit distance; below, unrelated sentences begin.
const REWORDED: f64 = 0.6;
/// Below this mean share of words in place a text is not searched for reworded sentences.
const NEAR: f32 = 0.12;
/// A reworded sentence has so many words; the work grows with their square.
const REWORDED_WORDS: std::ops::RangeInclusive<usize> = 5..=48;
/// What a word that carries no meaning of its own weighs.
const SMALL: f32 = 0.2;

/// Slots in which a draft's pairs are noted; many more than a letter has words.
const SLOTS: usize = 4096;

/// Words that carry no meaning of their own.
const SMALL_WORDS: &[&str] = &[
    "the",
    "a",
    "an",
    "and",
    "or",
    "of",
    "to",
    "in",
    "on",
    "at",
    "for",
    "with",
    "from",
    "by",
    "as",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "am",
    "i",
    "you",
    "he",
    "she",
    "it",
    "we",
    "they",
    "me",
    "him",
    "her",
    "us",
    "them",
    "my",
    "your",
    "his",
    "its",
    "our",
    "their",
    "this",
    "that",
    "these",
    "those",
    "there",
    "if",
    "but",
    "so",
    "not",
    "do",
    "does",
    "did",
    "have",
    "has",
    "had",
    "will",
    "would",
    "can",
    "could",
    "should",
    "may",
    "might",
    "let",
    "know",
    "please",
    "thanks",
    "thank",
    "i'm",
    "i'll",
    "it's",
    "what",
    "when",
    "who",
    "how",
    "any",
    "some",
    "all",
    "up",
    "out",
    "about",
    "just",
    "get",
    "got",
    "see",
    "call",
    "need",
    "want",
    "look",
    "looking",
    "forward",
    "hope",
    "well",
    "good",
    "great",
    "time",
    "today",
    "tomorrow",
    "week",
    "questions",
    "question",
    "then",
    "now",
    "there",
    "here",
    "ok",
    "yes",
    "no",
    "sounds",
    "sure",
    "hi",
    "hello",
    "best",
    "regards",
    "sincerely",
    "much",
    "very",
    "many",
    "more",
];

static SMALL_TOKENS: LazyLock<BTreeSet<u32>> =
    LazyLock::new(|| SMALL_WORDS.iter().map(|word| token(word)).collect());

/// One draft, weighed once and compared with many texts.
pub(super) struct Weighed<'a> {
    draft: &'a Masked,
    sentences: Vec<Vec<f32>>,
    /// Which neighbouring words the draft may hold, so that a text's others are passed over.
    held: Vec<bool>,
    /// What the whole draft weighs.
    pub(super) weight: f32,
}

/// How much of a draft is in one text.
pub(super) struct Cover {
    /// 0 to 1.
    pub(super) likeness: f32,
    /// What the words taken over weigh; small words hardly count.
    pub(super) weight: f32,
    /// How many words that carry a meaning were taken over.
    pub(super) substance: f32,
    /// Which sentences were taken over.
    pub(super) taken: Vec<bool>,
}

impl<'a> Weighed<'a> {
    pub(super) fn new(draft: &'a Masked) -> Self {
        let weigh = |sentence: &[u32]| sentence.iter().map(|token| weight(*token)).collect();
        let sentences: Vec<Vec<f32>> = draft.sentences().map(weigh).collect();
        let weight = sentences.iter().flatten().sum();
        let mut held = vec![false; SLOTS];
        for pair in draft.tokens().windows(2).filter_map(pair) {
            if let Some(held) = held.get_mut(slot(pair)) {
                *held = true;
            }
        }
        Self { draft, sentences, held, weight }
    }

    /// What the draft weighs without its standing lines, and what of that was taken over.
    pub(super) fn without(&self, standing: &[bool], taken: &[bool]) -> (f32, f32) {
        let (mut rest, mut over) = (0.0, 0.0);
        for ((weights, standing), taken) in self.sentences.iter().zip(standing).zip(taken) {
            let weight: f32 = weights.iter().sum();
            rest += if *standing { 0.0 } else { weight };
            over += if *standing || !taken { 0.0 } else { weight };
        }
        (rest, over)
    }

    /// The text's neighbouring words that the draft may hold too, sorted.
    fn pairs(&self, text: &Masked) -> Vec<u64> {
        let all = text.tokens().windows(2).filter_map(pair);
        let mut pairs: Vec<u64> =
            all.filter(|pair| self.held.get(slot(*pair)).copied().unwrap_or(false)).collect();
        pairs.sort_unstable();
        pairs
    }

    /// Compares the draft with one text.
    pub(super) fn within(&self, text: &Masked) -> Cover {
        let pairs = self.pairs(text);
        let shares: Vec<f32> = self
            .draft
            .sentences()
            .zip(&self.sentences)
            .map(|(sentence, weights)| share(sentence, weights, &pairs))
            .collect();
        // Where not even a fraction is word for word, there is nothing to be reworded.
        let near = shares.iter().sum::<f32>() >= NEAR * shares.len() as f32;
        let mut cover = Cover {
            likeness: 0.0,
            weight: 0.0,
            substance: 0.0,
            taken: Vec::with_capacity(shares.len()),
        };
        let sentences = self.draft.sentences().zip(&self.sentences).zip(shares);
        for ((sentence, weights), mut share) in sentences {
            if share < TAKEN && near {
                share = share.max(reworded(sentence, text));
            }
            cover.taken.push(share >= TAKEN);
            if share >= TAKEN {
                cover.weight += share * weights.iter().sum::<f32>();
                cover.substance +=
                    share * weights.iter().filter(|weight| **weight > SMALL).count() as f32;
            }
        }
        cover.likeness = if self.weight > 0.0 { cover.weight / self.weight } else { 0.0 };
        cover
    }
}

fn weight(token: u32) -> f32 {
    if SMALL_TOKENS.contains(&token) { SMALL } else { 1.0 }
}

/// Where a pair is noted among [`SLOTS`].
fn slot(pair: u64) -> usize {
    usize::try_from(mixed(pair) % SLOTS as u64).unwrap_or(0)
}

fn pair(words: &[u32]) -> Option<u64> {
    match words {
        [first, second] => Some((u64::from(*first) << 32) | u64::from(*second)),
        _ => None,
    }
}

/// Which share of a sentence, by weight, stands beside the same words in the other text.
fn share(sentence: &[u32], weights: &[f32], pairs: &[u64]) -> f32 {
    let held: Vec<bool> = sentence
        .windows(2)
        .map(|words| pair(words).is_some_and(|pair| pairs.binary_search(&pair).is_ok()))
        .collect();
    let is_held = |at: Option<usize>| at.and_then(|at| held.get(at)).copied().unwrap_or(false);
    let covered = weights.iter().enumerate();
    let covered: f32 = covered
        .filter(|(at, _)| is_held(Some(*at)) || is_held(at.checked_sub(1)))
        .map(|(_, weight)| weight)
        .sum();
    let all: f32 = weights.iter().sum();
    if all > 0.0 { covered / all } else { 0.0 }
}

/// The likeness of the nearest sentence by edit distance in words, or 0 where none is near.
fn reworded(sentence: &[u32], text: &Masked) -> f32 {
    if !REWORDED_WORDS.contains(&sentence.len()) {
        return 0.0;
    }
    let mut best = 0.0_f64;
    for other in text.sentences() {
        let (short, long) = (sentence.len().min(other.len()), sentence.len().max(other.len()));
        // The edit distance is at least the difference in length.
        if (short as f64) < (long as f64) * REWORDED.max(best) {
            continue;
        }
        let steps = strsim::generic_levenshtein(&Words(sentence), &Words(other));
        let near = 1.0 - steps as f64 / long as f64;
        best = best.max(near);
    }
    if best >= REWORDED { best as f32 } else { 0.0 }
}

/// strsim asks for references that can be walked twice.
struct Words<'a>(&'a [u32]);

impl<'b> IntoIterator for &'b Words<'_> {
    type Item = &'b u32;
    type IntoIter = std::slice::Iter<'b, u32>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// The longest run of sentences taken over, as one place in the draft.
pub(super) fn longest_run(taken: &[bool], spans: &[Range<usize>]) -> Option<Range<usize>> {
    let mut best: Option<Range<usize>> = None;
    let mut run: Option<Range<usize>> = None;
    for (taken, span) in taken.iter().zip(spans) {
        run = match (taken, run) {
            (true, Some(open)) => Some(open.start..span.end),
            (true, None) => Some(span.clone()),
            (false, _) => None,
        };
        let longer = |run: &Range<usize>| best.as_ref().is_none_or(|best| run.len() > best.len());
        if let Some(open) = run.clone().filter(longer) {
            best = Some(open);
        }
    }
    best
}
