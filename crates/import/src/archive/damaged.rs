//! An archive without its list of contents: its entries lie one behind the other, each behind a
//! small header of its own, and many can be read without knowing where they end.

use crate::Bytes;
use flate2::bufread::DeflateDecoder;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;

/// The mark before an entry's header: `PK\x03\x04`.
const MARK: u32 = 0x504B_0304;
/// The header's bytes behind the mark.
const HEADER: usize = 26;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// The sizes stand behind the content.
const SIZES_BEHIND: u16 = 1 << 3;
const LOCKED: u16 = 1;

/// What an entry's own header tells.
pub(super) struct Found {
    pub(super) name: String,
    /// Its size in the archive, where the header knows it.
    pub(super) packed: Option<u64>,
    method: u16,
    flags: u16,
}

/// What becomes of an entry; it has no content where it cannot be unpacked.
type Each<'e> = dyn FnMut(&Found, Option<&mut dyn Read>) -> ControlFlow<()> + 'e;

/// Hands every entry that is found to `each`.
pub(super) fn walk(bytes: &mut dyn Bytes, each: &mut Each<'_>) -> ControlFlow<()> {
    let mut source = BufReader::with_capacity(64 * 1024, bytes);
    while let Ok(true) = go_to_mark(&mut source) {
        let Ok(found) = header(&mut source) else {
            continue;
        };
        // What is not asked for of an entry of known size is passed over, so that an archive
        // stored inside this one is not taken for entries of this one.
        let mut content = (&mut source).take(found.packed.unwrap_or(u64::MAX));
        let is_open = found.flags & LOCKED == 0;
        match found.method {
            STORED if is_open && found.packed.is_some() => each(&found, Some(&mut content))?,
            DEFLATED if is_open => {
                let mut inflated = DeflateDecoder::new(&mut content);
                each(&found, Some(&mut inflated))?;
            }
            _ => each(&found, None)?,
        }
        if found.packed.is_some() {
            let _ = io::copy(&mut content, &mut io::sink());
        }
    }
    ControlFlow::Continue(())
}

/// Goes behind the next mark; `false` where there is none.
fn go_to_mark(source: &mut impl BufRead) -> io::Result<bool> {
    let mut last_four = 0_u32;
    loop {
        let chunk = source.fill_buf()?;
        if chunk.is_empty() {
            return Ok(false);
        }
        let length = chunk.len();
        let found = chunk.iter().position(|byte| {
            last_four = last_four << 8 | u32::from(*byte);
            last_four == MARK
        });
        source.consume(found.map_or(length, |at| at + 1));
        if found.is_some() {
            return Ok(true);
        }
    }
}

fn header(source: &mut impl Read) -> io::Result<Found> {
    let mut fields = [0; HEADER];
    source.read_exact(&mut fields)?;
    let byte = |at: usize| fields.get(at).copied().unwrap_or_default();
    let short = |at| u16::from_le_bytes([byte(at), byte(at + 1)]);
    let packed = u32::from_le_bytes([byte(14), byte(15), byte(16), byte(17)]);
    let (flags, method) = (short(2), short(4));
    let (name_length, extra_length) = (short(22), short(24));
    let mut name = vec![0; usize::from(name_length)];
    source.read_exact(&mut name)?;
    io::copy(&mut source.take(u64::from(extra_length)), &mut io::sink())?;
    let is_told = flags & SIZES_BEHIND == 0 && packed != u32::MAX;
    Ok(Found {
        name: String::from_utf8_lossy(&name).into_owned(),
        packed: is_told.then_some(u64::from(packed)),
        method,
        flags,
    })
}
