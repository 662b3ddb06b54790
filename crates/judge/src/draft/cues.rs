//! Phrases that give a kind of letter away, and where they stand.
//!
//! A phrase is words with blanks between them. `a|b` is either word, `a?` may be missing,
//! `*` is any word, `#` any figure. The first word is always said.

use super::page::Word;
use crate::hash::Table;
use std::ops::Range;

/// A phrase as it stands in a table.
type Phrase = Vec<Piece>;

struct Piece {
    words: Vec<&'static str>,
    optional: bool,
}

impl Piece {
    fn fits(&self, word: &str) -> bool {
        self.words.iter().any(|known| match *known {
            "*" => true,
            "#" => word.contains(|c: char| c.is_numeric()),
            known => known == word,
        })
    }
}

/// A table of phrases, led to by their first words.
pub(super) struct Cues {
    phrases: Vec<(usize, Phrase)>,
    by_first: Table<&'static str, Vec<usize>>,
}

impl Cues {
    /// Takes groups of phrases; a hit tells the number of its group.
    pub(super) fn new<'g>(groups: impl Iterator<Item = &'g [&'static str]>) -> Self {
        let mut cues = Self { phrases: Vec::new(), by_first: Table::default() };
        for (group, phrases) in groups.enumerate() {
            for phrase in phrases {
                cues.add(group, phrase);
            }
        }
        cues
    }

    fn add(&mut self, group: usize, phrase: &'static str) {
        let pieces: Phrase = phrase.split(' ').map(piece).collect();
        let place = self.phrases.len();
        for first in pieces.first().map(|piece| piece.words.clone()).unwrap_or_default() {
            self.by_first.entry(first).or_default().push(place);
        }
        self.phrases.push((group, pieces));
    }

    /// Whether a sentence begins with one of the phrases.
    pub(super) fn begins(&self, sentence: &[Word]) -> bool {
        let Some(((first, place), ahead)) = sentence.split_first() else {
            return false;
        };
        let led = self.by_first.get(first.as_str()).into_iter().flatten();
        led.filter_map(|phrase| self.phrases.get(*phrase)).any(|(_, pieces)| {
            end_of(pieces.get(1..).unwrap_or_default(), ahead, place.end).is_some()
        })
    }

    /// Every phrase in one sentence: its group and its place in the draft.
    pub(super) fn find(&self, sentence: &[Word]) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        for (at, (word, place)) in sentence.iter().enumerate() {
            let figure = word.contains(|c: char| c.is_numeric()).then_some("#");
            let firsts = figure.into_iter().chain([word.as_str()]);
            for phrase in firsts.filter_map(|first| self.by_first.get(first)).flatten() {
                let Some((group, pieces)) = self.phrases.get(*phrase) else {
                    continue;
                };
                let rest = pieces.get(1..).unwrap_or_default();
                let ahead = sentence.get(at + 1..).unwrap_or_default();
                if let Some(end) = end_of(rest, ahead, place.end) {
                    found.push((*group, place.start..end));
                }
            }
        }
        found
    }
}

fn piece(written: &'static str) -> Piece {
    let bare = written.strip_suffix('?');
    Piece { words: bare.unwrap_or(written).split('|').collect(), optional: bare.is_some() }
}

/// Where the phrase ends if its remaining pieces are said next.
fn end_of(pieces: &[Piece], words: &[Word], end: usize) -> Option<usize> {
    let Some((piece, rest)) = pieces.split_first() else {
        return Some(end);
    };
    let said = words.split_first().filter(|((word, _), _)| piece.fits(word));
    let taken = said.and_then(|((_, place), ahead)| end_of(rest, ahead, place.end));
    taken.or_else(|| piece.optional.then(|| end_of(rest, words, end)).flatten())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::folded_words;

    #[track_caller]
    fn said(phrase: &'static str, sentence: &str) -> bool {
        let cues = Cues::new([[phrase].as_slice()].into_iter());
        !cues.find(&folded_words(sentence)).is_empty()
    }

    #[test]
    fn a_phrase_has_choices_gaps_and_figures() {
        assert!(said("quick|short call", "A short call?"));
        assert!(said("open to a quick? chat", "Open to a chat"));
        assert!(said("open to a quick? chat", "Open to a quick chat"));
        assert!(said("# minutes of your time", "just 15 minutes of your time"));
        assert!(said("companies * yours", "Companies like yours"));
        assert!(!said("quick call", "quick, then call"));
    }
}
