//! The key on paper: 160 random bits in letters that are hard to mistake.
//!
//! Crockford's base 32 (no I, L, O, U), nine groups of four; the last group is a check, so that
//! a slip is told as one before anything is tried.

use crate::secret::random;
use crate::{Fault, seal::WrappingKey};
use zeroize::Zeroizing;

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Random bytes: 160 bits.
const BYTES: usize = 20;
/// Letters that say them, five bits each.
const SAYING: usize = 32;
/// Letters that check them.
const CHECKING: usize = 4;
const GROUP: usize = 4;

/// The key that the owner keeps on paper. Wiped when it goes.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryKey(Zeroizing<[u8; BYTES]>);

/// What is wrong with a recovery key that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Mistyped {
    /// Letters are missing, or there are too many.
    #[error("a recovery key has 36 letters and digits; these are {0}")]
    Length(usize),
    /// It has something in it that no recovery key has.
    #[error("a recovery key has only letters and digits, and no U")]
    Letter,
    /// The last group does not fit the others.
    #[error("a letter of the recovery key is mistyped")]
    Slip,
}

impl RecoveryKey {
    /// A new one.
    ///
    /// # Errors
    /// Where the system has no source of chance.
    pub fn random() -> Result<Self, Fault> {
        Ok(Self(random()?))
    }

    /// As it is written on paper.
    pub fn words(&self) -> Zeroizing<String> {
        let mut letters = spelled(self.0.as_ref());
        letters.extend(check(self.0.as_ref()));
        let groups: Vec<String> = letters.chunks(GROUP).map(|it| it.iter().collect()).collect();
        Zeroizing::new(groups.join("-"))
    }

    /// As the owner typed it: in small letters too, with or without spaces and dashes, O for 0,
    /// I and L for 1.
    ///
    /// # Errors
    /// What about it cannot be right.
    pub fn parse(text: &str) -> Result<Self, Mistyped> {
        let typed: Vec<char> =
            text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '_')).collect();
        let values: Vec<u8> =
            typed.iter().map(|c| value(*c)).collect::<Option<_>>().ok_or(Mistyped::Letter)?;
        if values.len() != SAYING + CHECKING {
            return Err(Mistyped::Length(values.len()));
        }
        let (saying, checking) = values.split_at(SAYING);
        let bytes = bytes(saying).ok_or(Mistyped::Slip)?;
        let checked: Vec<u8> = check(&bytes).into_iter().filter_map(value).collect();
        if checked != checking {
            return Err(Mistyped::Slip);
        }
        Ok(Self(Zeroizing::new(bytes)))
    }

    /// What it wraps the data key with. It is random enough to need no slowing down.
    pub(crate) fn wrapping_key(&self) -> WrappingKey {
        self.derived("requite 2026 recovery key wraps the data key")
    }

    /// 32 bytes for one purpose, which tell nothing of the key itself (BLAKE3's `derive_key`).
    pub fn derived(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(blake3::derive_key(purpose, self.0.as_ref()))
    }
}

impl std::fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryKey")
    }
}

/// Five bits a letter.
fn spelled(bytes: &[u8]) -> Vec<char> {
    let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1);
    let letters = (0..bytes.len() * 8 / 5).map(|letter| {
        let value = (0..5).fold(0, |value, place| value << 1 | bit(letter * 5 + place));
        LETTERS.get(usize::from(value)).map_or('0', |letter| char::from(*letter))
    });
    letters.collect()
}

fn bytes(values: &[u8]) -> Option<[u8; BYTES]> {
    let bit = |at: usize| values.get(at / 5).map_or(0, |value| value >> (4 - at % 5) & 1);
    let byte = |at: usize| (0..8).fold(0, |byte, place| byte << 1 | bit(at * 8 + place));
    (0..BYTES).map(byte).collect::<Vec<u8>>().try_into().ok()
}

/// Twenty bits of its hash.
fn check(bytes: &[u8]) -> Vec<char> {
    let hash = blake3::hash(bytes);
    spelled(hash.as_bytes()).into_iter().take(CHECKING).collect()
}

fn value(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    LETTERS.iter().position(|it| char::from(*it) == letter).and_then(|it| u8::try_from(it).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_down_is_read_back(bytes: [u8; BYTES]) {
            let key = RecoveryKey(Zeroizing::new(bytes));
            prop_assert_eq!(RecoveryKey::parse(&key.words()), Ok(key));
        }

        #[test]
        fn one_wrong_letter_is_told_as_a_slip(bytes: [u8; BYTES], place in 0usize..36, by in 1u8..32) {
            let key = RecoveryKey(Zeroizing::new(bytes));
            let mut letters: Vec<char> = key.words().chars().filter(|c| *c != '-').collect();
            let wrong = (value(letters[place]).unwrap() + by) % 32;
            letters[place] = char::from(LETTERS[usize::from(wrong)]);
            let typed: String = letters.into_iter().collect();
            // The check has twenty bits: one in a million slips fits it by chance.
            let parsed = RecoveryKey::parse(&typed);
            prop_assert!(parsed == Err(Mistyped::Slip) || parsed != Ok(key));
        }

        #[test]
        fn nothing_that_is_typed_panics(text: String) {
            let _ = RecoveryKey::parse(&text);
        }
    }

    #[test]
    fn it_is_nine_groups_of_four() {
        let words = RecoveryKey::random().unwrap().words();
        let groups: Vec<&str> = words.split('-').collect();
        assert_eq!(groups.len(), 9);
        assert!(groups.iter().all(|group| group.len() == 4));
    }

    #[test]
    fn it_may_be_typed_as_people_type() {
        let key = RecoveryKey(Zeroizing::new([0; BYTES]));
        let typed = key.words().replace('-', "  ").replace('0', "o").to_lowercase();
        assert_eq!(RecoveryKey::parse(&typed), Ok(key));
    }

    #[test]
    fn what_cannot_be_one_is_told_with_the_reason() {
        assert_eq!(RecoveryKey::parse(""), Err(Mistyped::Length(0)));
        assert_eq!(RecoveryKey::parse("ABCD-EFGH"), Err(Mistyped::Length(8)));
        assert_eq!(RecoveryKey::parse("passphrase!"), Err(Mistyped::Letter));
    }

    #[test]
    fn purposes_have_nothing_in_common() {
        let key = RecoveryKey::random().unwrap();
        assert_ne!(key.derived("one"), key.derived("other"));
        assert_eq!(format!("{key:?}"), "RecoveryKey");
    }
}
