//! The source of an interaction as it stood, deflated where that makes it smaller.

use crate::{Fault, Reader};
use flate2::read::DeflateDecoder;
use flate2::{Compress, Compression, FlushCompress, Status};
use model::InteractionId;
use rusqlite::{Connection, OptionalExtension, params};
use std::cell::RefCell;
use std::io::Read;

/// Below this nothing is won.
const WORTH_PACKING: usize = 128;

/// Keeps it; nothing where there is none.
pub(super) fn keep(db: &Connection, interaction: i64, raw: &[u8]) -> Result<(), Fault> {
    if raw.is_empty() {
        return Ok(());
    }
    let packed = pack(raw);
    db.prepare_cached(include_str!("add_source.sql"))?.execute(params![
        interaction,
        i64::try_from(raw.len()).unwrap_or(i64::MAX),
        packed.as_deref().unwrap_or(raw)
    ])?;
    Ok(())
}

impl Reader<'_> {
    /// The source as it stood, where one was kept.
    pub fn interaction_source(&self, id: InteractionId) -> Result<Option<Vec<u8>>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("source.sql"))?;
        let kept = ask.query_row([id.0.as_bytes()], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?))
        });
        let Some((length, packed)) = kept.optional()? else {
            return Ok(None);
        };
        let length = usize::try_from(length).unwrap_or(0);
        if packed.len() == length {
            return Ok(Some(packed));
        }
        unpack(&packed, length).map(Some)
    }
}

thread_local! {
    /// One for all: its tables are larger than most of what it packs.
    static PACKER: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), false));
}

/// The fewer bytes, or `None` where they would not be fewer.
fn pack(raw: &[u8]) -> Option<Vec<u8>> {
    if raw.len() < WORTH_PACKING {
        return None;
    }
    let mut packed = Vec::with_capacity(raw.len() - 1);
    let end = PACKER.with_borrow_mut(|packer| {
        packer.reset();
        packer.compress_vec(raw, &mut packed, FlushCompress::Finish)
    });
    // What does not come to its end in less room than before is not worth it.
    (end.ok()? == Status::StreamEnd).then_some(packed)
}

fn unpack(packed: &[u8], length: usize) -> Result<Vec<u8>, Fault> {
    let mut raw = Vec::new();
    // Never more than was put in: a damaged store must not fill the memory.
    let most = length as u64;
    let read = DeflateDecoder::new(packed).take(most).read_to_end(&mut raw);
    match read {
        Ok(read) if read == length => Ok(raw),
        _ => Err(Fault::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let raw = b"From: ada@example.org\r\n".repeat(50);
        let packed = pack(&raw).unwrap();
        assert!(packed.len() < raw.len() / 4);
        assert_eq!(unpack(&packed, raw.len()).unwrap(), raw);
    }

    #[test]
    fn what_would_not_shrink_stays_as_it_is() {
        let mut noise = [0; 4_000];
        blake3::Hasher::new().finalize_xof().fill(&mut noise);
        assert!(pack(b"short").is_none());
        assert!(pack(&noise).is_none());
    }

    #[test]
    fn a_damaged_source_is_told_and_never_grows() {
        let packed = pack(&vec![b'a'; 100_000]).unwrap();
        assert!(matches!(unpack(&packed, 10), Ok(raw) if raw.len() == 10));
        assert!(matches!(unpack(&packed, 100_001), Err(Fault::Damaged)));
        assert!(matches!(unpack(b"\xff\xff\xff", 10), Err(Fault::Damaged)));
    }
}
