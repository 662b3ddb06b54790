//! Bytes into lines of text, whatever program wrote them.
//!
//! A byte order mark is obeyed; without one UTF-16 is told by its zeros. Everything else is
//! UTF-8, and bytes that are not are taken for windows-1252, one by one, so that a single bad
//! byte spoils nothing around it. Memory holds one line, and no line beyond [`LONGEST_LINE`].

use std::io::{self, BufRead, BufReader, Read};

/// Bytes of a line that are kept; the rest of a longer one is passed over.
pub(crate) const LONGEST_LINE: u64 = 16 * 1024 * 1024;

const UTF8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
const UTF16_LITTLE_MARK: &[u8] = &[0xFF, 0xFE];
const UTF16_BIG_MARK: &[u8] = &[0xFE, 0xFF];

/// What 0x80 to 0x9F mean in windows-1252; the five that mean nothing stay control characters.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// One line without its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// From 1.
    pub(crate) number: u64,
    /// What stands in it.
    pub(crate) text: String,
    /// It was longer than [`LONGEST_LINE`].
    pub(crate) cut: bool,
    /// It held bytes that are no UTF-8.
    pub(crate) mended: bool,
    /// The file stops within it, or at the least has no line's end behind it.
    pub(crate) is_open: bool,
}

/// A file's lines, read one at a time.
pub(crate) struct Lines<'a> {
    source: Box<dyn BufRead + 'a>,
    end: u8,
    longest: u64,
    number: u64,
    bytes: Vec<u8>,
}

impl<'a> Lines<'a> {
    /// Looks at the first bytes and is ready for the first line.
    pub(crate) fn new(source: &'a mut dyn Read) -> Self {
        let mut source = BufReader::with_capacity(64 * 1024, source);
        // Where this fails, the first line's reading says so.
        let head = source.fill_buf().unwrap_or_default();
        let (mark, wide) = encoding(head);
        let end = if wide.is_none() && !head.contains(&b'\n') && head.contains(&b'\r') {
            b'\r'
        } else {
            b'\n'
        };
        source.consume(mark);
        let source: Box<dyn BufRead + 'a> = match wide {
            Some(order) => Box::new(BufReader::new(Utf16::new(source, order))),
            None => Box::new(source),
        };
        Self { source, end, longest: LONGEST_LINE, number: 0, bytes: Vec::new() }
    }

    /// The next line; `None` at the end. What stands before a failure is not a whole line and
    /// is not answered.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line>> {
        self.bytes.clear();
        let limited = &mut (&mut self.source).take(self.longest);
        limited.read_until(self.end, &mut self.bytes)?;
        if self.bytes.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        let ended = self.bytes.last() == Some(&self.end);
        let cut = !ended && self.bytes.len() as u64 >= self.longest;
        if cut {
            self.source.skip_until(self.end)?;
        }
        if ended {
            self.bytes.pop();
            if self.bytes.last() == Some(&b'\r') {
                self.bytes.pop();
            }
        }
        let (text, mended) = decode(&self.bytes);
        Ok(Some(Line { number: self.number, text, cut, mended, is_open: !ended && !cut }))
    }
}

/// UTF-8, with windows-1252 for the bytes that are none; whether there were any.
pub(crate) fn decode(bytes: &[u8]) -> (String, bool) {
    if let Ok(text) = str::from_utf8(bytes) {
        return (text.to_owned(), false);
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| windows_1252(*byte)));
    }
    (text, true)
}

fn windows_1252(byte: u8) -> char {
    let place = usize::from(byte.wrapping_sub(0x80));
    WINDOWS_1252.get(place).copied().unwrap_or(char::from(byte))
}

/// Which byte of a UTF-16 unit comes first.
#[derive(Clone, Copy)]
enum Order {
    Little,
    Big,
}

/// The length of the byte order mark, and the order where it is UTF-16.
fn encoding(head: &[u8]) -> (usize, Option<Order>) {
    if head.starts_with(UTF8_MARK) {
        return (UTF8_MARK.len(), None);
    }
    if head.starts_with(UTF16_LITTLE_MARK) {
        return (UTF16_LITTLE_MARK.len(), Some(Order::Little));
    }
    if head.starts_with(UTF16_BIG_MARK) {
        return (UTF16_BIG_MARK.len(), Some(Order::Big));
    }
    let sample = head.get(..256).unwrap_or(head);
    let zeros = |start| {
        let places = sample.iter().skip(start).step_by(2);
        places.filter(|byte| **byte == 0).count()
    };
    let enough = (sample.len() / 5).max(2);
    match (zeros(0) > enough, zeros(1) > enough) {
        (false, true) => (0, Some(Order::Little)),
        (true, false) => (0, Some(Order::Big)),
        _ => (0, None),
    }
}

/// UTF-16 on the way in, UTF-8 on the way out.
struct Utf16<R> {
    source: R,
    order: Order,
    odd: Option<u8>,
    high: Option<u16>,
    ready: Vec<u8>,
    given: usize,
}

impl<R: Read> Utf16<R> {
    fn new(source: R, order: Order) -> Self {
        Self { source, order, odd: None, high: None, ready: Vec::new(), given: 0 }
    }

    /// Reads until something is ready or the source ends.
    fn refill(&mut self) -> io::Result<()> {
        self.ready.clear();
        self.given = 0;
        let mut bytes = [0; 8 * 1024];
        while self.ready.is_empty() {
            let got = self.source.read(&mut bytes)?;
            if got == 0 {
                if self.high.take().is_some() || self.odd.take().is_some() {
                    self.push(char::REPLACEMENT_CHARACTER);
                }
                return Ok(());
            }
            for byte in bytes.iter().take(got) {
                match self.odd.take() {
                    None => self.odd = Some(*byte),
                    Some(first) => self.unit(match self.order {
                        Order::Little => u16::from_le_bytes([first, *byte]),
                        Order::Big => u16::from_be_bytes([first, *byte]),
                    }),
                }
            }
        }
        Ok(())
    }

    /// One unit; half a pair waits for its other half.
    fn unit(&mut self, unit: u16) {
        let waiting = self.high.take();
        if waiting.is_none() && (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        for unit in char::decode_utf16(waiting.into_iter().chain([unit])) {
            self.push(unit.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }

    fn push(&mut self, c: char) {
        self.ready.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.given >= self.ready.len() {
            self.refill()?;
        }
        let got = self.ready.get(self.given..).unwrap_or_default().read(out)?;
        self.given += got;
        Ok(got)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines_of(bytes: &[u8]) -> Vec<Line> {
        let mut source = bytes;
        let mut lines = Lines::new(&mut source);
        std::iter::from_fn(|| lines.next().unwrap()).collect()
    }

    fn texts(bytes: &[u8]) -> Vec<String> {
        lines_of(bytes).into_iter().map(|line| line.text).collect()
    }

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        let bytes = |unit: u16| match little {
            true => unit.to_le_bytes(),
            false => unit.to_be_bytes(),
        };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_first_line() {
        assert_eq!(texts(b"\xEF\xBB\xBFa\r\nb"), ["a", "b"]);
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        let text = "Zoë\t😀\r\nAda\tx\n";
        for little in [true, false] {
            let bare = utf16(text, little);
            let marked = [utf16("\u{FEFF}", little), bare.clone()].concat();
            assert_eq!(texts(&marked), ["Zoë\t😀", "Ada\tx"]);
            assert_eq!(texts(&bare), ["Zoë\t😀", "Ada\tx"]);
        }
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_taken_for_windows_1252_one_by_one() {
        let lines = lines_of(b"Zo\xEB\nM\xC3\xBCller \x80\x9310\nAda");
        assert_eq!(lines[0].text, "Zoë");
        assert_eq!(lines[1].text, "Müller €“10");
        assert_eq!(lines.iter().map(|line| line.mended).collect::<Vec<_>>(), [true, true, false]);
    }

    #[test]
    fn a_file_of_an_old_mac_has_lines_too() {
        assert_eq!(texts(b"a\rb\rc"), ["a", "b", "c"]);
    }

    #[test]
    fn a_line_beyond_all_measure_is_cut_and_the_next_one_is_whole() {
        let bytes = [vec![b'a'; 50], b"\nshort\n".to_vec()].concat();
        let mut source = bytes.as_slice();
        let mut lines = Lines::new(&mut source);
        lines.longest = 10;
        let first = lines.next().unwrap().unwrap();
        assert!(first.cut);
        assert_eq!(first.text.len(), 10);
        let second = lines.next().unwrap().unwrap();
        assert_eq!((second.number, second.text.as_str()), (2, "short"));
    }

    #[test]
    fn the_last_line_needs_no_end() {
        assert_eq!(texts(b"a\n\nb"), ["a", "", "b"]);
        assert_eq!(texts(b"a\n"), ["a"]);
        assert!(texts(b"").is_empty());
    }

    proptest! {
        #[test]
        fn any_bytes_become_text(bytes: Vec<u8>) {
            lines_of(&bytes);
        }

        #[test]
        fn utf_8_comes_through_unchanged(text in "[a-zäöü😀 ,]{0,40}") {
            prop_assert_eq!(texts(text.as_bytes()).concat(), text);
        }
    }
}
