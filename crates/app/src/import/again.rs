//! A mailbox that was read before: known by the hash of its beginning, so that only what was
//! added since is read. Nothing is concluded from names, sizes or dates.

use super::files::{self, Offered};
use import::MAILBOX_READER;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use store::FileMark;

/// A smaller file is read as quickly as it is compared.
const WORTH_KNOWING: u64 = 1024 * 1024;
/// How much is hashed at once.
const CHUNK: usize = 256 * 1024;

/// A file as it lies there now.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// Its length, in bytes.
    pub length: u64,
    /// Its hash.
    pub content: [u8; 32],
    /// What was read of it before, where anything was.
    pub before: Option<Before>,
}

/// The beginning of a file, read by an earlier import.
#[derive(Clone, Debug)]
pub(super) struct Before {
    /// Which.
    pub mark: FileMark,
    /// How many lines it has.
    pub lines: u64,
}

/// Looks at a mailbox; nothing where it is too small to be worth it, or cannot be read.
pub(super) fn look(offered: &Offered, marks: &[FileMark]) -> Option<Known> {
    let length = std::fs::metadata(&offered.path).ok()?.len();
    if length < WORTH_KNOWING {
        return None;
    }
    let fits = |mark: &&FileMark| mark.reader == MAILBOX_READER && mark.length <= length;
    let mut marks: Vec<&FileMark> = marks.iter().filter(fits).collect();
    marks.sort_by_key(|mark| mark.length);
    let mut file = files::open(offered).ok()?;
    let mut known = hashed(&mut file, &marks).ok()?;
    known.before = known.before.filter(|before| goes_on(&mut file, before, known.length));
    Some(known)
}

/// Whether a mail begins where the earlier reading ended, or nothing is behind it. A file that
/// was still being written then ended within a mail, and is read anew.
fn goes_on(file: &mut BufReader<File>, before: &Before, length: u64) -> bool {
    let mut next = [0; 5];
    before.mark.length == length
        || file
            .seek(SeekFrom::Start(before.mark.length))
            .and_then(|_| file.read_exact(&mut next))
            .is_ok_and(|()| next == *b"From ")
}

/// Hashes the file once, and compares on the way.
fn hashed(file: &mut impl Read, marks: &[&FileMark]) -> io::Result<Known> {
    let mut hasher = blake3::Hasher::new();
    let (mut length, mut lines) = (0_u64, 0_u64);
    let mut before = None;
    let mut ahead = marks.iter().peekable();
    let mut chunk = vec![0; CHUNK];
    loop {
        while let Some(mark) = ahead.next_if(|mark| mark.length == length) {
            if *hasher.finalize().as_bytes() == mark.content {
                before = Some(Before { mark: (*mark).clone(), lines });
            }
        }
        let most = ahead.peek().map_or(u64::MAX, |mark| mark.length - length);
        let most = usize::try_from(most).unwrap_or(CHUNK).min(CHUNK);
        let read = file.read(chunk.get_mut(..most).unwrap_or_default())?;
        let bytes = chunk.get(..read).unwrap_or_default();
        if bytes.is_empty() {
            return Ok(Known { length, content: *hasher.finalize().as_bytes(), before });
        }
        hasher.update(bytes);
        lines += memchr::memchr_iter(b'\n', bytes).count() as u64;
        length += read as u64;
    }
}

/// A file from some place on, as if it began there.
pub(super) struct Tail<R> {
    inner: R,
    from: u64,
}

impl<R: Seek> Tail<R> {
    pub(super) fn of(mut inner: R, from: u64) -> io::Result<Self> {
        inner.seek(SeekFrom::Start(from))?;
        Ok(Self { inner, from })
    }
}

impl<R: Read> Read for Tail<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.inner.read(out)
    }
}

impl<R: Seek> Seek for Tail<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = match to {
            SeekFrom::Start(at) => SeekFrom::Start(self.from.saturating_add(at)),
            other => other,
        };
        Ok(self.inner.seek(to)?.saturating_sub(self.from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{ImportId, Uid};

    fn mark(length: u64, bytes: &[u8]) -> FileMark {
        FileMark {
            import: ImportId(Uid::derived(&[b"an import"])),
            length,
            content: *blake3::hash(bytes).as_bytes(),
            reader: MAILBOX_READER,
            brought: 7,
            goes_on_from: None,
        }
    }

    #[test]
    fn the_longest_known_beginning_is_found_by_its_content() {
        let bytes: Vec<u8> = b"one\ntwo\nthree\n".repeat(50_000);
        let at = |length: usize| mark(length as u64, &bytes[..length]);
        let other = mark(600_000, b"something else of that length");
        let marks = [at(300_000), at(500_000), other];
        let marks: Vec<&FileMark> = marks.iter().collect();
        let known = hashed(&mut bytes.as_slice(), &marks).unwrap();
        assert_eq!(known.content, *blake3::hash(&bytes).as_bytes());
        let before = known.before.unwrap();
        assert_eq!(before.mark.length, 500_000);
        let lines = bytes[..500_000].iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(before.lines, lines as u64);
    }

    #[test]
    fn a_tail_begins_where_it_begins() {
        let mut tail = Tail::of(io::Cursor::new(b"0123456789"), 4).unwrap();
        let mut read = String::new();
        tail.read_to_string(&mut read).unwrap();
        assert_eq!(read, "456789");
        assert_eq!(tail.seek(SeekFrom::Start(2)).unwrap(), 2);
        assert_eq!(tail.seek(SeekFrom::End(0)).unwrap(), 6);
    }
}
