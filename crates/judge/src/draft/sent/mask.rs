//! A text with everything masked that differs from copy to copy: names, addresses, figures.

use super::pleasantry::{OPENERS, is_pleasantry};
use crate::hash::{self, Fixed, Table};
use crate::text::{folded, own_sentences, words};
use std::hash::Hasher;
use std::ops::Range;

/// What stands for a name, an address of any sort, a figure.
pub(super) const NAME: u32 = 0;
pub(super) const ADDRESS: u32 = 1;
pub(super) const FIGURE: u32 = 2;
pub(super) const MASKS: u32 = 3;

/// Letters by which inflected words are one.
const STEM: usize = 5;

/// Words of organisations and names that say nothing by themselves.
const NO_NAMES: &[&str] = &[
    "the", "of", "and", "for", "in", "at", "on", "to", "a", "an", "de", "la", "van", "von", "der",
    "i", "you", "we", "it", "is", "my", "our", "your", "this", "that", "if", "as", "by", "with",
];

/// The words of known names.
#[derive(Clone, Default)]
pub(super) struct Names(Table<u32, ()>);

impl Names {
    pub(super) fn new(names: impl Iterator<Item = String>) -> Self {
        let mut known = Self::default();
        known.add(names);
        known
    }

    pub(super) fn add(&mut self, names: impl Iterator<Item = String>) {
        for name in names {
            for at in words(&name) {
                let word = folded(name.get(at).unwrap_or_default());
                if word.chars().nth(1).is_some() && !NO_NAMES.contains(&word.as_str()) {
                    self.0.insert(token(&word), ());
                }
            }
        }
    }

    /// "Ada", not "will": in running text a name has its capital.
    fn hold(&self, word: &str, token: u32) -> bool {
        let uncased = !word.chars().any(|c| c.is_lowercase() || c.is_uppercase());
        (uncased || word.starts_with(char::is_uppercase)) && self.0.contains_key(&token)
    }
}

/// The own sentences of a text as hashes of their masked words.
#[derive(Clone, Default)]
pub(super) struct Masked {
    tokens: Box<[u32]>,
    /// The beginning of each word, so that "attending" and "attend" meet.
    stems: Box<[u32]>,
    /// Where each sentence ends, in tokens.
    ends: Box<[u32]>,
}

/// A masked text with the places of its sentences and words, in bytes of the text.
pub(super) struct Placed {
    pub(super) masked: Masked,
    pub(super) sentences: Vec<Range<usize>>,
    pub(super) words: Vec<Range<usize>>,
}

impl Placed {
    pub(super) fn of(text: &str, names: &Names) -> Self {
        let mut reading =
            Reading { names, tokens: Vec::new(), stems: Vec::new(), words: Vec::new() };
        let (mut ends, mut sentences) = (Vec::new(), Vec::new());
        for (place, span) in own_sentences(text).into_iter().enumerate() {
            let inside = text.get(span.clone()).unwrap_or_default();
            if place < OPENERS && is_pleasantry(inside) {
                continue;
            }
            let start = reading.tokens.len();
            reading.sentence(inside, span.start);
            let says = |tokens: &[u32]| tokens.iter().any(|token| *token >= MASKS);
            if reading.tokens.get(start..).is_some_and(says) {
                ends.push(u32::try_from(reading.tokens.len()).unwrap_or(u32::MAX));
                sentences.push(span);
            } else {
                reading.truncate(start);
            }
        }
        let masked = Masked {
            tokens: reading.tokens.into(),
            stems: reading.stems.into(),
            ends: ends.into(),
        };
        Self { masked, sentences, words: reading.words }
    }
}

impl Masked {
    pub(super) fn of(text: &str, names: &Names) -> Self {
        Placed::of(text, names).masked
    }

    pub(super) fn tokens(&self) -> &[u32] {
        &self.tokens
    }

    pub(super) fn stems(&self) -> &[u32] {
        &self.stems
    }

    /// Where each sentence lies among the tokens.
    pub(super) fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let here = start..*end as usize;
            start = here.end;
            here
        })
    }

    /// The words of each sentence.
    pub(super) fn said(&self) -> impl Iterator<Item = &[u32]> {
        self.sentences().map(|at| self.tokens.get(at).unwrap_or_default())
    }
}

/// A text while it is read.
struct Reading<'a> {
    names: &'a Names,
    tokens: Vec<u32>,
    stems: Vec<u32>,
    words: Vec<Range<usize>>,
}

impl Reading<'_> {
    /// Appends the masked words of one sentence that begins at `start`. Masks in a row fall
    /// together: "Ada King" is as much a name as "Ada".
    fn sentence(&mut self, sentence: &str, start: usize) {
        let first = self.tokens.len();
        for chunk in sentence.split_whitespace() {
            // Chunks are parts of the sentence: their addresses tell where.
            let chunk_start = start + (chunk.as_ptr().addr() - sentence.as_ptr().addr());
            if is_address(chunk) {
                self.push(first, (ADDRESS, ADDRESS), chunk_start..chunk_start + chunk.len());
                continue;
            }
            for at in words(chunk) {
                let word = chunk.get(at.clone()).unwrap_or_default();
                let token = masked(word, self.names);
                let stem = if token < MASKS { token } else { stem(word, token) };
                self.push(first, (token, stem), chunk_start + at.start..chunk_start + at.end);
            }
        }
    }

    fn push(&mut self, first: usize, (token, stem): (u32, u32), place: Range<usize>) {
        let repeats =
            token < MASKS && self.tokens.len() > first && self.tokens.last() == Some(&token);
        match self.words.last_mut() {
            Some(last) if repeats => last.end = place.end,
            _ => {
                self.tokens.push(token);
                self.stems.push(stem);
                self.words.push(place);
            }
        }
    }

    fn truncate(&mut self, len: usize) {
        self.tokens.truncate(len);
        self.stems.truncate(len);
        self.words.truncate(len);
    }
}

/// The beginning of a word, hashed; of a short word all of it.
fn stem(word: &str, token: u32) -> u32 {
    match word.char_indices().nth(STEM) {
        None => token,
        Some((end, _)) => token_as_typed(word.get(..end).unwrap_or(word)),
    }
}

fn masked(word: &str, names: &Names) -> u32 {
    if word.contains(|c: char| c.is_numeric()) {
        return FIGURE;
    }
    let token = token_as_typed(word);
    if names.hold(word, token) { NAME } else { token }
}

pub(super) fn is_address(chunk: &str) -> bool {
    chunk.contains(':') && chunk.contains("://")
        || chunk.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www."))
        || chunk.split_once('@').is_some_and(|(_, host)| host.contains('.'))
}

/// The hash of a word whatever its case and spelling of characters.
fn token_as_typed(word: &str) -> u32 {
    if !word.is_ascii() {
        return token(&folded(word));
    }
    let mut hasher = Fixed::default();
    for byte in word.bytes() {
        hasher.write(&[byte.to_ascii_lowercase()]);
    }
    hash::low(hasher.finish()).max(MASKS)
}

/// The hash of a folded word, never one of the masks.
pub(super) fn token(word: &str) -> u32 {
    hash::word(word).max(MASKS)
}
