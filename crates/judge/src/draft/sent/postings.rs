//! From a key to the texts that hold it, in few bytes.
//!
//! Nearly every key is in one text, so a table of lists would be mostly table. Pairs of key
//! and text lie sorted in one row; a directory by the first bits of the key says where.

/// So many pairs lie under one entry of the directory, on average.
const UNDER_ONE: usize = 8;

/// The texts under each key.
#[derive(Clone, Default)]
pub(super) struct Postings {
    /// How far a key is shifted to give its place in the directory.
    shift: u32,
    /// Where the pairs of each place begin; one more than there are places.
    starts: Box<[u32]>,
    pairs: Box<[(u32, u32)]>,
}

impl Postings {
    /// From pairs of key and text, in any order.
    pub(super) fn of(mut pairs: Vec<(u32, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let bits = (pairs.len() / UNDER_ONE).max(1).ilog2().clamp(1, 28);
        let shift = u32::BITS - bits;
        let mut starts = Vec::with_capacity((1 << bits) + 1);
        let mut at = 0;
        for place in 0..1_u32 << bits {
            starts.push(u32::try_from(at).unwrap_or(u32::MAX));
            while pairs.get(at).is_some_and(|(key, _)| key >> shift == place) {
                at += 1;
            }
        }
        starts.push(u32::try_from(at).unwrap_or(u32::MAX));
        Self { shift, starts: starts.into(), pairs: pairs.into() }
    }

    /// The pairs under a key.
    pub(super) fn under(&self, key: u32) -> &[(u32, u32)] {
        let place = (u64::from(key) >> self.shift) as usize;
        let (Some(start), Some(end)) = (self.starts.get(place), self.starts.get(place + 1)) else {
            return &[];
        };
        let near = self.pairs.get(*start as usize..*end as usize).unwrap_or_default();
        let from = near.partition_point(|(other, _)| *other < key);
        let rest = near.get(from..).unwrap_or_default();
        let count = rest.partition_point(|(other, _)| *other == key);
        rest.get(..count).unwrap_or_default()
    }

    /// Every key with its texts.
    pub(super) fn all(&self) -> impl Iterator<Item = &[(u32, u32)]> {
        self.pairs.chunk_by(|a, b| a.0 == b.0)
    }

    /// How many bytes it takes.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(&*self.starts) + size_of_val(&*self.pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_key_leads_to_its_texts(pairs in proptest::collection::vec((0_u32..=u32::MAX, 0_u32..9), 0..200)) {
            let postings = Postings::of(pairs.clone());
            for (key, text) in &pairs {
                prop_assert!(postings.under(*key).contains(&(*key, *text)));
                prop_assert!(postings.under(*key).iter().all(|(found, _)| found == key));
            }
            let absent = pairs.iter().all(|(key, _)| *key != 77);
            prop_assert!(!absent || postings.under(77).is_empty());
        }
    }
}
