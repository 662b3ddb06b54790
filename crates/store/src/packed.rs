//! What is kept of an interaction's words and of its source, deflated (RFC 1951) where that
//! makes it smaller.
//!
//! A source is mostly what was read out of it: it is deflated against the words beside it and
//! against what nearly every mail says ([`USUAL`]), and costs little more than what is new in
//! it. Packing asks nothing of the database, so that it can be done before the writer's turn
//! comes.

use crate::Fault;
use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};
use model::Interaction;
use std::cell::RefCell;

/// Below this nothing is won.
const WORTH_PACKING: usize = 128;

/// What nearly every mail says. Sources are packed against it: it can be added to under another
/// number of [`Against`], and never changed.
const USUAL: &[u8] = include_bytes!("packed/usual.txt");

/// The words and the source of an interaction, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    pub(crate) words: Bytes,
    /// Nothing where no source is kept.
    pub(crate) source: Option<Bytes>,
}

impl Packed {
    /// Packs the words of an interaction, and its source as it stood, empty where there is none.
    pub fn of(interaction: &Interaction, source: &[u8]) -> Self {
        let words = [&interaction.text, &interaction.quoted, &interaction.signature];
        let words = words.map(String::as_str).concat();
        let against = Against::Words.dictionary(words.as_bytes());
        Self {
            words: Bytes::pack(words.as_bytes(), &[]),
            source: (!source.is_empty()).then(|| Bytes::pack(source, &against)),
        }
    }
}

/// What a source was packed against; its number is kept beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Against {
    /// Nothing, as sources of earlier releases.
    Nothing,
    /// What mails usually say, and its own words.
    Words,
}

impl Against {
    /// By its number.
    pub(crate) const fn of_number(number: i64) -> Option<Self> {
        match number {
            0 => Some(Self::Nothing),
            1 => Some(Self::Words),
            _ => None,
        }
    }

    /// Its number.
    pub(crate) const fn number(self) -> i64 {
        match self {
            Self::Nothing => 0,
            Self::Words => 1,
        }
    }

    /// What the deflater knows before it begins. What stands last is nearest to it.
    pub(crate) fn dictionary(self, words: &[u8]) -> Vec<u8> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Words => [USUAL, words].concat(),
        }
    }
}

/// Bytes, deflated where that makes them fewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bytes {
    /// How many they are unpacked.
    pub(crate) length: usize,
    /// As many as `length` where they are kept as they are.
    pub(crate) packed: Vec<u8>,
}

thread_local! {
    /// One for all: its tables are larger than most of what it packs.
    static PACKER: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), false));
    static UNPACKER: RefCell<Decompress> = RefCell::new(Decompress::new(false));
}

impl Bytes {
    /// Packs them against a dictionary, perhaps empty.
    pub(crate) fn pack(raw: &[u8], dictionary: &[u8]) -> Self {
        let packed = deflated(raw, dictionary).unwrap_or_else(|| raw.to_vec());
        Self { length: raw.len(), packed }
    }
}

/// The fewer bytes, or `None` where they would not be fewer.
fn deflated(raw: &[u8], dictionary: &[u8]) -> Option<Vec<u8>> {
    if raw.len() < WORTH_PACKING {
        return None;
    }
    let mut packed = Vec::with_capacity(raw.len() - 1);
    let end = PACKER.with_borrow_mut(|packer| {
        packer.reset();
        if !dictionary.is_empty() {
            packer.set_dictionary(dictionary)?;
        }
        packer.compress_vec(raw, &mut packed, FlushCompress::Finish)
    });
    // What does not come to its end in less room than before is not worth it.
    (end.ok()? == Status::StreamEnd).then_some(packed)
}

/// What was packed; `length` and `dictionary` as when it was. A damaged store never fills the
/// memory: no more than `length` bytes come out of it.
pub(crate) fn unpacked(packed: &[u8], length: usize, dictionary: &[u8]) -> Result<Vec<u8>, Fault> {
    if packed.len() == length {
        return Ok(packed.to_vec());
    }
    // Deflate makes at most 1,032 bytes of one (RFC 1951 has matches of 258 in two bits).
    if length / 1_032 > packed.len() {
        return Err(Fault::Damaged);
    }
    let mut raw = Vec::with_capacity(length);
    let end = UNPACKER.with_borrow_mut(|unpacker| {
        unpacker.reset(false);
        if !dictionary.is_empty() {
            unpacker.set_dictionary(dictionary)?;
        }
        unpacker.decompress_vec(packed, &mut raw, FlushDecompress::Finish)
    });
    match end {
        Ok(Status::StreamEnd) if raw.len() == length => Ok(raw),
        _ => Err(Fault::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(bytes: &Bytes, dictionary: &[u8]) -> Vec<u8> {
        unpacked(&bytes.packed, bytes.length, dictionary).unwrap()
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let raw = b"From: ada@example.org\r\n".repeat(50);
        let packed = Bytes::pack(&raw, &[]);
        assert!(packed.packed.len() < raw.len() / 4);
        assert_eq!(back(&packed, &[]), raw);
    }

    #[test]
    fn what_the_words_say_already_costs_a_source_next_to_nothing() {
        let words: Vec<String> = (0..200).map(|at| format!("word{:x}", at * 7919)).collect();
        let words = words.join(" ");
        let source = format!("Subject: x\r\nContent-Type: text/plain\r\n\r\n{words}");
        let dictionary = Against::Words.dictionary(words.as_bytes());
        let alone = Bytes::pack(source.as_bytes(), &[]);
        let beside = Bytes::pack(source.as_bytes(), &dictionary);
        assert!(beside.packed.len() * 8 < alone.packed.len(), "{} bytes", beside.packed.len());
        assert_eq!(back(&beside, &dictionary), source.as_bytes());
    }

    #[test]
    fn what_would_not_shrink_stays_as_it_is() {
        let mut noise = [0; 4_000];
        blake3::Hasher::new().finalize_xof().fill(&mut noise);
        assert_eq!(Bytes::pack(b"short", &[]).packed, b"short");
        let kept = Bytes::pack(&noise, &[]);
        assert_eq!(kept.packed, noise);
        assert_eq!(back(&kept, &[]), noise);
    }

    #[test]
    fn damaged_bytes_are_told_and_never_grow() {
        let kept = Bytes::pack(&vec![b'a'; 100_000], &[]);
        for (packed, length) in [(&*kept.packed, 10), (&kept.packed, 100_001), (b"\xff\xff", 10)] {
            assert!(matches!(unpacked(packed, length, &[]), Err(Fault::Damaged)));
        }
        assert!(matches!(unpacked(b"\x01", usize::MAX, &[]), Err(Fault::Damaged)));
    }

    #[test]
    fn what_was_packed_against_other_words_is_damaged() {
        let source = b"the very same words that stand beside it, and a few more of them ".repeat(4);
        let dictionary = Against::Words.dictionary(&source);
        let kept = Bytes::pack(&source, &dictionary);
        assert!(matches!(unpacked(&kept.packed, kept.length, &[]), Err(Fault::Damaged)));
    }

    #[test]
    fn what_sources_are_packed_against_never_changes() {
        let hash = blake3::hash(USUAL).to_hex();
        assert!(
            hash.starts_with("a1dacf109843a6d4"),
            "stores hold sources that need it as it was: {hash}"
        );
    }

    #[test]
    fn the_number_of_what_it_was_packed_against_says_which() {
        for against in [Against::Nothing, Against::Words] {
            assert_eq!(Against::of_number(against.number()), Some(against));
        }
        assert_eq!(Against::of_number(2), None);
    }
}
