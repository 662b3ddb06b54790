//! Hashes with a fixed seed: the same words give the same numbers in every run, on every
//! machine, so that what was fitted or kept with them stays true.

use hashbrown::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table with a fixed seed: the same input is kept and found the same way in every run.
pub(crate) type Table<K, V> = HashMap<K, V, BuildHasherDefault<Fixed>>;

/// FNV-1a with a last mixing; enough for keys that nobody chooses against it.
#[derive(Clone)]
pub(crate) struct Fixed(u64);

impl Default for Fixed {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fixed {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_u64(&mut self, figure: u64) {
        self.0 = mixed(self.0 ^ figure);
    }

    fn write_u32(&mut self, figure: u32) {
        self.write_u64(u64::from(figure));
    }

    fn finish(&self) -> u64 {
        mixed(self.0)
    }
}

/// The last steps of `MurmurHash3`: every bit of the input reaches every bit of the answer.
pub(crate) const fn mixed(mut h: u64) -> u64 {
    h ^= h >> 33;
    h = h.wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^= h >> 33;
    h = h.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ (h >> 33)
}

/// The hash of a folded word.
pub(crate) fn word(word: &str) -> u32 {
    let mut hasher = Fixed::default();
    hasher.write(word.as_bytes());
    low(hasher.finish())
}

/// The hash of some words in a row; `kind` keeps runs of different sorts apart.
pub(crate) fn run(kind: u64, words: &[u32]) -> u64 {
    words.iter().fold(mixed(kind), |hash, word| mixed(hash.rotate_left(5) ^ u64::from(*word)))
}

/// The low half of a hash.
pub(crate) const fn low(hash: u64) -> u32 {
    let [a, b, c, d, ..] = hash.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_the_same_in_every_run() {
        // Fitted figures name words by these numbers: a change here makes them meaningless.
        assert_eq!(word("please"), 2_597_739_116);
        assert_eq!(run(2, &[7, 8]), 14_012_979_662_692_508_060);
    }

    #[test]
    fn runs_of_different_sorts_stay_apart() {
        assert_ne!(run(1, &[7, 8]), run(2, &[7, 8]));
        assert_ne!(run(1, &[7, 8]), run(1, &[8, 7]));
    }
}
