//! Finds what the files hold twice, by its name or by its native id. What was seen lies
//! elsewhere: a lifetime of letters is remembered by four bytes each.

use super::pool::Text;
use super::survey::Seen;
use hashbrown::HashTable;
use import::Source;
use model::InteractionId;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;

/// Places in what was seen.
#[derive(Debug, Default)]
pub(super) struct Twice {
    by_id: HashTable<u32>,
    by_native: HashTable<u32>,
    hasher: RandomState,
}

impl Twice {
    /// The name of what is seen next: of the first that was seen under its native id, where it
    /// has one, else its own. The same Message-ID is the same message, whatever a list did to
    /// its text on the way.
    pub(super) fn name(
        &mut self,
        seen: &[Seen],
        (source, native_id): (Source, Text),
        own: InteractionId,
    ) -> InteractionId {
        if native_id.is_empty() {
            return own;
        }
        let key = |one: &Seen| self.hasher.hash_one((one.source, one.native_id));
        let hash = self.hasher.hash_one((source, native_id));
        let first = self.by_native.find(hash, |place| {
            at(seen, *place).is_some_and(|it| (it.source, it.native_id) == (source, native_id))
        });
        if let Some(first) = first.and_then(|place| at(seen, *place)) {
            return first.id;
        }
        let rehash = |place: &u32| at(seen, *place).map_or(0, key);
        self.by_native.insert_unique(hash, next(seen), rehash);
        own
    }

    /// Whether what is seen next, under that name, came before.
    pub(super) fn again(&mut self, seen: &[Seen], id: InteractionId) -> bool {
        let hash = self.hasher.hash_one(id);
        let same = |place: &u32| at(seen, *place).is_some_and(|it| it.id == id);
        if self.by_id.find(hash, same).is_some() {
            return true;
        }
        let rehash = |place: &u32| at(seen, *place).map_or(0, |it| self.hasher.hash_one(it.id));
        self.by_id.insert_unique(hash, next(seen), rehash);
        false
    }
}

fn at(seen: &[Seen], place: u32) -> Option<&Seen> {
    seen.get(place as usize)
}

/// The place that what is seen next will have.
fn next(seen: &[Seen]) -> u32 {
    u32::try_from(seen.len()).unwrap_or(u32::MAX)
}
