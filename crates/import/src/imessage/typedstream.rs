//! The words of an `attributedBody`: an attributed string in Apple's old archive format, whose
//! text is the first thing in it.
//!
//! What is public of the format and enough here: after the heading `streamtyped` (or
//! `typedstream`, where the bytes of numbers come the other way round) classes are named, an
//! `NSString` or one that is derived from it among the first; behind its name follow the sort of
//! its content, `+` for bytes with a length, written as `84 01 2B` when it comes for the first
//! time, the length and the bytes in UTF-8. A length below 128 is one byte; `81` stands before
//! one of two bytes and `82` before one of four.
//!
//! Deliberately absent: everything behind the text (mentions, links, what is bold).

use memchr::memmem;

/// The sort `+`, told for the first time.
const BYTES: &[u8] = &[0x84, 0x01, b'+'];
/// How far behind the class's name its content may begin: its version and the class it is
/// derived from stand between.
const NEAR: usize = 64;

/// The text, where the bytes are an archive that holds one.
pub(super) fn text(archive: &[u8]) -> Option<String> {
    let heading = archive.get(..16)?;
    let is_little = memmem::find(heading, b"streamtyped").is_some();
    if !is_little && memmem::find(heading, b"typedstream").is_none() {
        return None;
    }
    let class = b"NSString";
    let mutable = b"NSMutableString";
    let named = memmem::find(archive, class).map(|at| at + class.len());
    let derived = memmem::find(archive, mutable).map(|at| at + mutable.len());
    let behind = archive.get([named, derived].into_iter().flatten().min()?..)?;
    let content = memmem::find(behind.get(..NEAR.min(behind.len()))?, BYTES)?;
    let (length, rest) = length(behind.get(content + BYTES.len()..)?, is_little)?;
    Some(String::from_utf8_lossy(rest.get(..length)?).into_owned())
}

/// A length and what follows it.
fn length(bytes: &[u8], is_little: bool) -> Option<(usize, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    match first {
        0x81 => {
            let (length, rest) = rest.split_first_chunk::<2>()?;
            let length = match is_little {
                true => u16::from_le_bytes(*length),
                false => u16::from_be_bytes(*length),
            };
            Some((usize::from(length), rest))
        }
        0x82 => {
            let (length, rest) = rest.split_first_chunk::<4>()?;
            let length = match is_little {
                true => u32::from_le_bytes(*length),
                false => u32::from_be_bytes(*length),
            };
            Some((usize::try_from(length).ok()?, rest))
        }
        short if *short < 0x80 => Some((usize::from(*short), rest)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// An archive of an attributed string, put together as the format's description says.
    fn archive(text: &str, is_mutable: bool) -> Vec<u8> {
        let mut bytes = b"\x04\x0bstreamtyped\x81\xe8\x03\x84\x01@\x84\x84\x84".to_vec();
        if is_mutable {
            bytes.extend(b"\x19NSMutableAttributedString\x00\x84\x84\x12NSAttributedString\x00");
            bytes.extend(b"\x84\x84\x08NSObject\x00\x85\x92\x84\x84\x84\x0fNSMutableString\x01");
            bytes.extend(b"\x84\x84\x08NSString\x01\x95");
        } else {
            bytes.extend(b"\x12NSAttributedString\x00\x84\x84\x08NSObject\x00\x85\x92\x84\x84\x84");
            bytes.extend(b"\x08NSString\x01\x94");
        }
        bytes.extend(BYTES);
        match text.len() {
            short @ 0..0x80 => bytes.push(short as u8),
            middle @ 0x80..0x1_0000 => {
                bytes.push(0x81);
                bytes.extend((middle as u16).to_le_bytes());
            }
            long => {
                bytes.push(0x82);
                bytes.extend((long as u32).to_le_bytes());
            }
        }
        bytes.extend(text.bytes());
        bytes.extend(
            b"\x86\x84\x02iI\x01\x05\x92\x84\x84\x84\x0cNSDictionary\x00\x94\x84\x01i\x00\x86\x86",
        );
        bytes
    }

    #[test]
    fn the_words_are_found_whatever_their_length() {
        for text in ["", "Tea at four?", "Zoë 😀", &"long ".repeat(60), &"very long ".repeat(8000)]
        {
            assert_eq!(super::text(&archive(text, false)).as_deref(), Some(text));
            assert_eq!(super::text(&archive(text, true)).as_deref(), Some(text));
        }
    }

    #[test]
    fn numbers_of_an_older_machine_are_read_the_other_way_round() {
        let words = "old ".repeat(100);
        let mut bytes = archive(&words, false);
        bytes.splice(2..13, *b"typedstream");
        let at = memmem::find(&bytes, &[0x81, 0x90, 0x01]).unwrap();
        bytes.splice(at..at + 3, [0x81, 0x01, 0x90]);
        assert_eq!(text(&bytes).as_deref(), Some(words.as_str()));
    }

    #[test]
    fn what_is_cut_off_or_claims_too_much_holds_no_words() {
        let whole = archive("Tea at four?", false);
        let end = whole.len() - 45;
        for cut in 0..end {
            assert_eq!(text(&whole[..cut]), None, "{cut}");
        }
        let mut greedy = archive("Tea", false);
        let at = memmem::find(&greedy, BYTES).unwrap() + BYTES.len();
        greedy.splice(at..=at, [0x82, 0xff, 0xff, 0xff, 0xff]);
        assert_eq!(text(&greedy), None);
        assert_eq!(text(b"bplist00 NSString \x84\x01+\x01a"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_harmless(rest: Vec<u8>) {
            text(&rest);
            text(&[b"\x04\x0bstreamtyped\x81\xe8\x03NSString".as_slice(), &rest].concat());
            text(&[b"\x04\x0bstreamtyped\x81\xe8\x03NSString\x01\x94\x84\x01+".as_slice(), &rest].concat());
        }

        #[test]
        fn any_words_come_through(words: String, is_mutable: bool) {
            prop_assert_eq!(text(&archive(&words, is_mutable)), Some(words));
        }
    }
}
