//! Which of a mailbox's own numbers stands for which property ([MS-PST] 2.4.7).

use super::file::{File, number, number32};
use super::heap::{Heap, Value};
use super::item::Named;
use super::text;
use std::collections::HashMap;

/// The node that holds the names.
const NODE: u32 = 0x61;
/// Three streams: sets, entries, words.
const STREAMS: [u16; 3] = [2, 3, 4];

/// The sets that are looked for, as they lie in a file.
const APPOINTMENTS: [u8; 16] = [0x02, 0x20, 0x06, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46];
const CONTACTS: [u8; 16] = [0x04, 0x20, 0x06, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46];
const MEETINGS: [u8; 16] = [
    0x90, 0xDA, 0xD8, 0x6E, 0x0B, 0x45, 0x1B, 0x10, 0x98, 0xDA, 0x00, 0xAA, 0x00, 0x3F, 0x13, 0x05,
];

/// The names of one mailbox.
#[derive(Default)]
pub(super) struct Names {
    known: HashMap<u16, Named>,
}

impl Names {
    pub(super) fn of(file: &mut File<'_>) -> Self {
        let node = file.node(NODE);
        let heap = node.and_then(|node| Heap::of(file, &node));
        let Some(heap) = heap else {
            return Self::default();
        };
        let found = heap.properties(file, |id| STREAMS.contains(&id));
        let bytes = |id| match found.get(&id) {
            Some(Value::Bytes(bytes)) => bytes.as_slice(),
            _ => &[],
        };
        Self::read(bytes(2), bytes(3), bytes(4))
    }

    /// From the three streams.
    pub(super) fn read(sets: &[u8], entries: &[u8], words: &[u8]) -> Self {
        let mut known = HashMap::new();
        for entry in entries.chunks_exact(8) {
            let (word, set) = (number32(entry, 0), number(entry, 4, 2).unwrap_or(0));
            let place = number(entry, 6, 2).and_then(|place| u16::try_from(place).ok());
            let name = match set & 1 {
                1 => by_word(words, word),
                _ => by_number(sets, set >> 1, word),
            };
            let id = place.and_then(|place| place.checked_add(0x8000));
            if let Some((id, name)) = id.zip(name) {
                known.insert(id, name);
            }
        }
        Self { known }
    }

    /// What one of the mailbox's own numbers stands for.
    pub(super) fn name(&self, id: u16) -> Option<Named> {
        self.known.get(&id).copied()
    }
}

fn by_word(words: &[u8], at: u32) -> Option<Named> {
    let at = usize::try_from(at).ok()?;
    let length = usize::try_from(number(words, at, 4)?).ok()?;
    let word = words.get(at + 4..)?.get(..length)?;
    (text::wide(word) == "Keywords").then_some(Named::Categories)
}

/// Sets are counted from three: the first ones stand in no stream.
fn by_number(sets: &[u8], set: u64, number: u32) -> Option<Named> {
    let place = usize::try_from(set.checked_sub(3)?).ok()?;
    let set = sets.chunks_exact(16).nth(place)?;
    match (set, number) {
        (set, 0x8083 | 0x8093 | 0x80A3) if set == CONTACTS => Some(Named::Address(which(number))),
        (set, 0x8080 | 0x8090 | 0x80A0) if set == CONTACTS => {
            Some(Named::AddressShown(which(number)))
        }
        (set, 0x8084 | 0x8094 | 0x80A4) if set == CONTACTS => {
            Some(Named::AddressOriginal(which(number)))
        }
        (set, 0x80DE) if set == CONTACTS => Some(Named::Birthday),
        (set, 0x80DF) if set == CONTACTS => Some(Named::Anniversary),
        (set, 0x8208) if set == APPOINTMENTS => Some(Named::Location),
        (set, 0x820D) if set == APPOINTMENTS => Some(Named::Start),
        (set, 0x8215) if set == APPOINTMENTS => Some(Named::IsWholeDay),
        (set, 0x8217) if set == APPOINTMENTS => Some(Named::State),
        (set, 0x8218) if set == APPOINTMENTS => Some(Named::Answer),
        (set, 0x8216) if set == APPOINTMENTS => Some(Named::Pattern),
        (set, 0x8223) if set == APPOINTMENTS => Some(Named::Recurs),
        (set, 0x8234) if set == APPOINTMENTS => Some(Named::ZoneShown),
        (set, 0x825E) if set == APPOINTMENTS => Some(Named::Zone),
        (set, 0x23) if set == MEETINGS => Some(Named::Meeting),
        _ => None,
    }
}

/// Which of the three addresses: their numbers lie sixteen apart.
fn which(number: u32) -> u8 {
    match number & 0xF0 {
        0x80 => 1,
        0x90 => 2,
        _ => 3,
    }
}
