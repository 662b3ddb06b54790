//! A text with everything masked that differs from copy to copy: names, addresses, figures.

use super::pleasantry::is_pleasantry;
use super::{KEPT_WHOLE, SAMPLE, SENTENCE_WORDS, SHINGLE};
use crate::hash::{self, Fixed, Table};
use crate::text::{folded, own_sentences, words};
use std::hash::Hasher;
use std::ops::Range;

/// What stands for a name, an address of any sort, a figure.
const NAME: u32 = 0;
const ADDRESS: u32 = 1;
const FIGURE: u32 = 2;
const MASKS: u32 = 3;

/// Among so many first sentences pleasantries are looked for.
const OPENERS: usize = 3;

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
    /// Where each sentence ends, in tokens.
    ends: Box<[u32]>,
}

impl Masked {
    pub(super) fn of(text: &str, names: &Names) -> Self {
        Self::with_spans(text, names).0
    }

    /// The same, with the place of each sentence in the text.
    pub(super) fn with_spans(text: &str, names: &Names) -> (Self, Vec<Range<usize>>) {
        let (mut tokens, mut ends, mut spans) = (Vec::new(), Vec::new(), Vec::new());
        for (place, span) in own_sentences(text).into_iter().enumerate() {
            let start = tokens.len();
            if place < OPENERS && is_pleasantry(text.get(span.clone()).unwrap_or_default()) {
                continue;
            }
            mask(text.get(span.clone()).unwrap_or_default(), names, &mut tokens);
            let says = |tokens: &[u32]| tokens.iter().any(|token| *token >= MASKS);
            if tokens.get(start..).is_some_and(says) {
                ends.push(u32::try_from(tokens.len()).unwrap_or(u32::MAX));
                spans.push(span);
            } else {
                tokens.truncate(start);
            }
        }
        let masked = Self { tokens: tokens.into(), ends: ends.into() };
        (masked, spans)
    }

    pub(super) fn tokens(&self) -> &[u32] {
        &self.tokens
    }

    pub(super) fn sentences(&self) -> impl Iterator<Item = &[u32]> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let end = *end as usize;
            let sentence = self.tokens.get(start..end).unwrap_or_default();
            start = end;
            sentence
        })
    }

    /// The hash of all of it.
    pub(super) fn body(&self) -> u64 {
        hash::run(1, &self.tokens)
    }

    /// Hashes by which a kept text is found: its longer sentences, and its shingles (of long
    /// texts a sample).
    pub(super) fn keys(&self) -> impl Iterator<Item = u64> {
        let whole = self.tokens.len() <= KEPT_WHOLE;
        self.sentence_keys().chain(self.shingles().filter(move |key| whole || key & SAMPLE == 0))
    }

    /// Hashes by which a draft looks: every longer sentence, every shingle.
    pub(super) fn questions(&self) -> impl Iterator<Item = u64> {
        self.sentence_keys().chain(self.shingles())
    }

    fn sentence_keys(&self) -> impl Iterator<Item = u64> {
        self.sentences().filter_map(sentence_key)
    }

    fn shingles(&self) -> impl Iterator<Item = u64> {
        self.sentences()
            .flat_map(|sentence| sentence.windows(SHINGLE).map(|words| hash::run(3, words)))
    }
}

/// The hash of a sentence, if it is long enough to be found by it.
pub(super) fn sentence_key(sentence: &[u32]) -> Option<u64> {
    (sentence.len() >= SENTENCE_WORDS).then(|| hash::run(2, sentence))
}

/// Appends the masked words of one sentence. Masks in a row fall together: "Ada King" is as
/// much a name as "Ada".
fn mask(sentence: &str, names: &Names, tokens: &mut Vec<u32>) {
    let first = tokens.len();
    let push = |token: u32, tokens: &mut Vec<u32>| {
        if token >= MASKS || tokens.len() == first || tokens.last() != Some(&token) {
            tokens.push(token);
        }
    };
    for chunk in sentence.split_whitespace() {
        if is_address(chunk) {
            push(ADDRESS, tokens);
            continue;
        }
        for at in words(chunk) {
            let word = chunk.get(at).unwrap_or_default();
            push(masked(word, names), tokens);
        }
    }
}

fn masked(word: &str, names: &Names) -> u32 {
    if word.contains(|c: char| c.is_numeric()) {
        return FIGURE;
    }
    let token = token_as_typed(word);
    if names.hold(word, token) { NAME } else { token }
}

fn is_address(chunk: &str) -> bool {
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
