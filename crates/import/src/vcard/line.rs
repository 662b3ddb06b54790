//! The lines of a vCard or calendar file: unfolded, with the number of the line where each
//! begins.

use std::io::{self, BufRead, BufReader, Read};

/// A longer line is cut.
const LONGEST: usize = 32 * 1024 * 1024;

/// How the file writes its letters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    /// One byte at a time: ASCII, UTF-8, Latin-1; told apart line by line.
    Bytes,
    LittleEndian,
    BigEndian,
}

/// One line as the standard means it, its folds undone.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// Where it begins, from 1.
    pub(crate) number: u64,
    /// What it says.
    pub(crate) bytes: Vec<u8>,
    /// What stood in the file, line ends included.
    pub(crate) raw: Vec<u8>,
    /// It was too long and lost its end.
    pub(crate) cut: bool,
}

/// Reads a file line by line.
pub(crate) struct Lines<R: Read> {
    source: BufReader<R>,
    letters: Letters,
    number: u64,
    /// A line that was read to see whether it goes on.
    ahead: Option<Vec<u8>>,
    cut: bool,
}

impl<R: Read> Lines<R> {
    pub(crate) fn new(source: R) -> io::Result<Self> {
        let mut source = BufReader::with_capacity(256 * 1024, source);
        let head = source.fill_buf()?;
        let (letters, mark) = match head {
            [0xFF, 0xFE, ..] => (Letters::LittleEndian, 2),
            [0xFE, 0xFF, ..] => (Letters::BigEndian, 2),
            [0xEF, 0xBB, 0xBF, ..] => (Letters::Bytes, 3),
            [b'B' | b'b', 0, ..] => (Letters::LittleEndian, 0),
            [0, b'B' | b'b', ..] => (Letters::BigEndian, 0),
            _ => (Letters::Bytes, 0),
        };
        source.consume(mark);
        Ok(Self { source, letters, number: 0, ahead: None, cut: false })
    }

    /// The next line with its folds undone; nothing at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line>> {
        let Some(first) = self.physical()? else {
            return Ok(None);
        };
        let mut line =
            Line { number: self.number, bytes: trimmed(&first).to_vec(), raw: first, cut: false };
        let printable = is_quoted_printable(&line.bytes);
        while let Some(next) = self.physical()? {
            let bare = trimmed(&next);
            let soft = printable && line.bytes.ends_with(b"=") && !is_bound(bare);
            let folded = bare.first().is_some_and(|byte| matches!(byte, b' ' | b'\t'));
            if !soft && !folded {
                self.number -= 1;
                self.ahead = Some(next);
                break;
            }
            // Some programs fold and break softly at once; a blank before `=` is theirs.
            let strip = folded && (!soft || bare.get(1) == Some(&b'='));
            if soft {
                line.bytes.pop();
            }
            line.bytes.extend_from_slice(bare.get(usize::from(strip)..).unwrap_or_default());
            line.raw.extend_from_slice(&next);
            if line.bytes.len() > LONGEST {
                line.bytes.truncate(LONGEST);
                line.raw.truncate(LONGEST);
                line.cut = true;
            }
        }
        line.cut |= std::mem::take(&mut self.cut);
        Ok(Some(line))
    }

    /// The next line of the file in UTF-8 or its own bytes, with its end.
    fn physical(&mut self) -> io::Result<Option<Vec<u8>>> {
        self.number += 1;
        if let Some(line) = self.ahead.take() {
            return Ok(Some(line));
        }
        let line = match self.letters {
            Letters::Bytes => self.byte_line()?,
            _ => self.wide_line()?,
        };
        Ok(Some(line).filter(|line| !line.is_empty()))
    }

    fn byte_line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        let limit = u64::try_from(LONGEST).unwrap_or(u64::MAX);
        (&mut self.source).take(limit).read_until(b'\n', &mut line)?;
        if line.len() >= LONGEST && !line.ends_with(b"\n") {
            self.cut = true;
            self.source.skip_until(b'\n')?;
        }
        Ok(line)
    }

    fn wide_line(&mut self) -> io::Result<Vec<u8>> {
        let mut units = Vec::new();
        let mut pair = [0; 2];
        while read_pair(&mut self.source, &mut pair)? {
            let unit = match self.letters {
                Letters::BigEndian => u16::from_be_bytes(pair),
                _ => u16::from_le_bytes(pair),
            };
            if units.len() < LONGEST {
                units.push(unit);
            } else {
                self.cut = true;
            }
            if unit == u16::from(b'\n') {
                break;
            }
        }
        Ok(String::from_utf16_lossy(&units).into_bytes())
    }
}

/// Two bytes, or `false` at the end; a single last byte is nothing.
fn read_pair(source: &mut impl Read, pair: &mut [u8; 2]) -> io::Result<bool> {
    match source.read_exact(pair) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

/// Without the line's end.
fn trimmed(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// Whether a card or an event begins or ends here, whatever the line before seemed to want.
fn is_bound(line: &[u8]) -> bool {
    let begins =
        |bound: &[u8]| line.get(..bound.len()).is_some_and(|head| head.eq_ignore_ascii_case(bound));
    begins(b"END:V") || begins(b"BEGIN:V")
}

fn is_quoted_printable(line: &[u8]) -> bool {
    let head = line.split(|byte| *byte == b':').next().unwrap_or_default();
    head.to_ascii_uppercase().windows(16).any(|word| word == b"QUOTED-PRINTABLE")
}
