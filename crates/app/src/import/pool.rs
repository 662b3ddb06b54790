//! Texts that a survey remembers, each once and as a number: a mailbox of a lifetime names its
//! letters a dozen times over, in what each of them answers.

use hashbrown::HashTable;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

/// A text of a [`Pool`] by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Text(u32);

impl Text {
    /// The empty text, which every pool holds.
    pub(super) const EMPTY: Self = Self(0);

    pub(super) fn is_empty(self) -> bool {
        self == Self::EMPTY
    }

    /// Its place among the texts of its pool.
    pub(super) const fn place(self) -> usize {
        self.0 as usize
    }
}

/// Texts one behind another, and where each ends.
#[derive(Debug)]
pub(super) struct Pool {
    all: String,
    ends: Vec<usize>,
    found: HashTable<u32>,
    hasher: RandomState,
}

impl Default for Pool {
    fn default() -> Self {
        let mut pool = Self {
            all: String::new(),
            ends: Vec::new(),
            found: HashTable::new(),
            hasher: RandomState::new(),
        };
        pool.text("");
        pool
    }
}

impl Pool {
    /// The number of a text, which is kept if it is new.
    pub(super) fn text(&mut self, text: &str) -> Text {
        let hash = self.hasher.hash_one(text);
        let same = |number: &u32| read(&self.all, &self.ends, *number) == text;
        if let Some(number) = self.found.find(hash, same) {
            return Text(*number);
        }
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.all.push_str(text);
        self.ends.push(self.all.len());
        let Self { all, ends, found, hasher } = self;
        found.insert_unique(hash, number, |known| hasher.hash_one(read(all, ends, *known)));
        Text(number)
    }

    /// What a number stands for.
    pub(super) fn read(&self, text: Text) -> &str {
        read(&self.all, &self.ends, text.0)
    }
}

fn read<'a>(all: &'a str, ends: &[usize], number: u32) -> &'a str {
    let place = number as usize;
    let start = place.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    let end = ends.get(place).copied().unwrap_or(start);
    all.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_once_and_read_as_it_was() {
        let mut pool = Pool::default();
        let texts: Vec<String> = (0..1_000).map(|n| format!("<{n}@mail.example>")).collect();
        let numbers: Vec<Text> = texts.iter().map(|text| pool.text(text)).collect();
        for (text, number) in texts.iter().zip(&numbers) {
            assert_eq!(pool.read(*number), text);
            assert_eq!(pool.text(text), *number);
        }
        assert_eq!(pool.ends.len(), 1_001);
    }

    #[test]
    fn the_empty_text_is_there_from_the_beginning() {
        let mut pool = Pool::default();
        assert!(pool.text("").is_empty() && !pool.text("a").is_empty());
        assert_eq!(pool.read(Text::EMPTY), "");
    }
}
