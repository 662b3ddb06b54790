//! One file packed with gzip, as servers keep their mailboxes (`2024-05.mbox.gz`): unpacked in
//! memory piece by piece and read like any other.
//!
//! Deliberately absent: archives within it (`.tar.gz`), and readers that must turn back.

use crate::archive::{BURST, Guarded, LIMITS, OneWay};
use crate::head::Head;
use crate::tell::Teller;
use crate::{Bytes, DayOrder, Format, Take, read_as, recognise};
use flate2::read::MultiGzDecoder;
use std::io::SeekFrom;
use std::ops::ControlFlow;

const DAMAGED: &str = "The file is damaged; nothing in it could be unpacked.";
const NO_KIND: &str =
    "What is packed in it is no kind of file that Requite reads; it was left out.";

/// Reads what is packed.
pub(crate) fn read(name: &str, bytes: &mut dyn Bytes, days: Option<DayOrder>, take: &mut Take<'_>) {
    let packed = bytes.seek(SeekFrom::End(0)).unwrap_or_default();
    if bytes.seek(SeekFrom::Start(0)).is_err() {
        let _ = Teller::new(name, take).whole(DAMAGED);
        return;
    }
    let mut content = MultiGzDecoder::new(bytes);
    let mut guarded = Guarded::new(&mut content, LIMITS.of(packed, 1));
    let head = Head::of(&mut guarded);
    let mut flow = ControlFlow::Continue(());
    let why = match recognise(unpacked_name(name), head.bytes()) {
        None if head.has_failed() => Some(DAMAGED),
        None | Some(Format::Zip | Format::Gzip) => Some(NO_KIND),
        Some(format) => {
            let mut unpacked = OneWay::new(head.and_then(&mut guarded));
            read_as(format, (name, days), &mut unpacked, &mut |piece| {
                flow = take(piece);
                flow
            });
            drop(unpacked);
            guarded.has_burst().then_some(BURST)
        }
    };
    if let (ControlFlow::Continue(()), Some(why)) = (flow, why) {
        let _ = Teller::new(name, take).whole(why);
    }
}

/// The name that the file had before it was packed.
fn unpacked_name(name: &str) -> &str {
    let (before, end) = name.rsplit_once('.').unwrap_or((name, ""));
    if end.eq_ignore_ascii_case("gz") { before } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Piece;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::{Cursor, Write};

    fn packed(text: &str) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    }

    fn mailbox(letters: std::ops::Range<u32>) -> String {
        let letter = |n| {
            format!(
                "From ada@example.org Mon Jan  1 10:00:00 2024\nFrom: ada@example.org\nTo: olga@example.org\nDate: Mon, 1 Jan 2024 10:00:00 +0000\nMessage-ID: <{n}@example.org>\n\nLens {n}\n\n"
            )
        };
        letters.map(letter).collect()
    }

    /// How many things passed in it, and what was said of it.
    fn read_packed(name: &str, bytes: &[u8]) -> (usize, Vec<String>) {
        let (mut passed, mut said) = (0, Vec::new());
        crate::read(name, &mut Cursor::new(bytes), None, &mut |piece| {
            match piece {
                Piece::Arrival(crate::Arrival::Interaction(_)) => passed += 1,
                Piece::Snag(snag) => said.push(snag.why),
                _ => {}
            }
            ControlFlow::Continue(())
        });
        (passed, said)
    }

    #[test]
    fn a_packed_mailbox_is_read_and_one_that_goes_on_in_a_second_piece_too() {
        let bytes = [packed(&mailbox(0..500)), packed(&mailbox(500..900))].concat();
        assert_eq!(read_packed("2024-05.mbox.gz", &bytes), (900, Vec::new()));
    }

    #[test]
    fn a_packed_mailbox_that_breaks_off_gives_what_came_before() {
        let bytes = packed(&mailbox(0..900));
        let (passed, said) = read_packed("2024-05.mbox.gz", &bytes[..bytes.len() / 2]);
        assert!(passed > 200 && passed < 900, "{passed}");
        assert_eq!(said.len(), 1, "{said:?}");
    }

    #[test]
    fn what_else_is_packed_is_told() {
        let (_, said) = read_packed("holiday.gz", &packed("a picture"));
        assert_eq!(said, [NO_KIND]);
        let (_, said) = read_packed("holiday.gz", b"\x1F\x8B\x08nothing");
        assert_eq!(said, [DAMAGED]);
    }
}
