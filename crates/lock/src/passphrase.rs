//! A passphrase is stretched: trying many has to cost an attacker time and memory (Argon2id,
//! RFC 9106).

use crate::Fault;
use crate::seal::WrappingKey;
use crate::secret::random;
use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

/// Fewer letters are no protection.
pub const LEAST_LETTERS: usize = 8;

/// What one try costs; kept in the header, so that later releases can ask more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Cost {
    /// 64 MiB, three passes: RFC 9106's second recommendation, but for one lane, as it is
    /// computed on one core.
    pub const NOW: Self = Self { memory: 65_536, passes: 3 };

    /// More than this is not believed: a header that was tampered with must not eat the machine.
    const MOST: Self = Self { memory: 1_048_576, passes: 64 };

    /// As kept in a header, where it can be believed.
    pub(crate) fn believed(memory: u32, passes: u32) -> Option<Self> {
        let fits =
            (8..=Self::MOST.memory).contains(&memory) && (1..=Self::MOST.passes).contains(&passes);
        fits.then_some(Self { memory, passes })
    }
}

/// A passphrase's salt and cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) salt: [u8; 16],
    pub(crate) cost: Cost,
}

impl Stretch {
    pub(crate) fn new(cost: Cost) -> Result<Self, Fault> {
        Ok(Self { salt: *random()?, cost })
    }

    /// What the passphrase wraps the data key with. Letters are compared as bytes, so the two
    /// ways to write an é are made one before (NFC is the caller's: what a keyboard gives).
    pub(crate) fn wrapping_key(&self, passphrase: &str) -> Result<WrappingKey, Fault> {
        let params = Params::new(self.cost.memory, self.cost.passes, 1, Some(32));
        let params = params.map_err(|_| Fault::Damaged)?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), &self.salt, key.as_mut())
            .map_err(|_| Fault::Damaged)?;
        Ok(key)
    }
}

/// Whether it is worth having.
pub(crate) fn is_enough(passphrase: &str) -> Result<(), Fault> {
    if passphrase.chars().count() < LEAST_LETTERS { Err(Fault::TooShort) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Cost = Cost { memory: 8, passes: 1 };

    #[test]
    fn the_same_words_give_another_key_with_another_salt() {
        let (one, other) = (Stretch::new(CHEAP).unwrap(), Stretch::new(CHEAP).unwrap());
        let words = "orchard ladder";
        assert_eq!(one.wrapping_key(words).unwrap(), one.wrapping_key(words).unwrap());
        assert_ne!(one.wrapping_key(words).unwrap(), other.wrapping_key(words).unwrap());
    }

    #[test]
    fn a_cost_that_would_eat_the_machine_is_not_believed() {
        assert_eq!(Cost::believed(Cost::NOW.memory, Cost::NOW.passes), Some(Cost::NOW));
        assert_eq!(Cost::believed(u32::MAX, 1), None);
        assert_eq!(Cost::believed(65_536, u32::MAX), None);
        assert_eq!(Cost::believed(0, 0), None);
    }

    #[test]
    fn a_few_letters_are_not_enough() {
        assert!(matches!(is_enough("short"), Err(Fault::TooShort)));
        assert!(is_enough("long enough").is_ok());
    }
}
