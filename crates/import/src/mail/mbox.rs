//! One mail after another out of a mailbox file, in memory that does not grow with the file.
//!
//! A mail begins at a postmark that stands at the start of the file or behind an empty line
//! and is followed by a header. Where a mail tells its own length (mboxcl2) and a postmark
//! stands exactly there, that is believed before anything inside it.

use super::postmark;
use crate::Bytes;
use memchr::memmem;
use std::io::{self, Read};

/// How much is read at once.
const CHUNK: usize = 256 * 1024;
/// What is kept of one mail; the rest (attachments, nearly always) is passed over.
pub(super) const LONGEST_MAIL: usize = 16 * 1024 * 1024;
/// A mail's own word on its length is heard up to here: further on, a wrong one costs too much.
const LONGEST_TOLD: usize = 1024 * 1024;
/// A postmark is a short line.
const LONGEST_POSTMARK: usize = 1024;

/// One mail as it lies in the file.
pub(super) struct RawMail {
    /// The line where it begins, from 1.
    pub(super) line: u64,
    /// Its postmark, empty where it has none.
    pub(super) postmark: Vec<u8>,
    /// Headers and body, `>From ` not yet undone.
    pub(super) bytes: Vec<u8>,
    /// It was longer than [`LONGEST_MAIL`].
    pub(super) cut: bool,
}

/// A mailbox that is being read.
pub(super) struct Mailbox<'a> {
    bytes: &'a mut dyn Bytes,
    /// What was read and not yet handed out.
    held: Vec<u8>,
    /// Where in `held` the next mail begins.
    start: usize,
    ended: bool,
    /// Why there is no more; told when what came before it is handed out.
    failure: Option<io::Error>,
    line: u64,
}

/// Where the mail ends whose bytes begin at `start`.
enum End {
    /// Here the next postmark begins (or the file ends).
    At(usize),
    /// Not before here; more must be read to tell.
    NotBefore(usize),
}

impl<'a> Mailbox<'a> {
    pub(super) fn new(bytes: &'a mut dyn Bytes) -> Self {
        Self { bytes, held: Vec::new(), start: 0, ended: false, failure: None, line: 1 }
    }

    /// The next mail; nothing at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<RawMail>> {
        if self.unread().is_empty() && !self.fill() {
            return self.failure.take().map_or(Ok(None), Err);
        }
        let line = self.line;
        let mut kept: Option<Vec<u8>> = None;
        let mut from = 0;
        let end = loop {
            match self.end(from, kept.is_none()) {
                End::At(end) => break end,
                End::NotBefore(at) => from = at,
            }
            if self.ended {
                break self.unread().len();
            }
            if kept.is_some() || self.unread().len() > LONGEST_MAIL {
                from = self.pass_over(from, &mut kept);
            }
            self.fill();
        };
        let last = self.unread().get(..end).unwrap_or_default().to_vec();
        self.step(end);
        let cut = kept.is_some();
        let (postmark, bytes) = split_postmark(kept.unwrap_or(last));
        Ok(Some(RawMail { line, postmark, bytes, cut }))
    }

    fn unread(&self) -> &[u8] {
        self.held.get(self.start..).unwrap_or_default()
    }

    /// Reads on; `false` at the end of the file, or where it cannot be read on and nothing came.
    fn fill(&mut self) -> bool {
        if self.ended {
            return false;
        }
        if self.start > 0 {
            self.held.drain(..self.start);
            self.start = 0;
        }
        // A long mail is read in longer strides, so that little is moved about.
        let stride = CHUNK.max(self.held.len() / 2);
        let limit = u64::try_from(stride).unwrap_or(u64::MAX);
        let before = self.held.len();
        let read = (&mut *self.bytes).take(limit).read_to_end(&mut self.held);
        self.ended = read.as_ref().map_or(true, |read| *read == 0);
        self.failure = read.err();
        self.held.len() > before
    }

    /// Leaves `count` bytes behind.
    fn step(&mut self, count: usize) {
        let passed = self.unread().get(..count).unwrap_or_default();
        let lines = memchr::memchr_iter(b'\n', passed).count();
        self.line += u64::try_from(lines).unwrap_or(0);
        self.start += count;
    }

    /// Keeps the beginning of a mail that is too long and leaves what was searched behind.
    fn pass_over(&mut self, from: usize, kept: &mut Option<Vec<u8>>) -> usize {
        let unread = self.held.get(self.start..).unwrap_or_default();
        kept.get_or_insert_with(|| unread.get(..LONGEST_MAIL).unwrap_or_default().to_vec());
        // The empty line before a postmark is looked at again.
        let passed = from.saturating_sub(4);
        self.step(passed);
        from - passed
    }

    /// Searches the end of the mail from `from` on; `whole` where its beginning is still held.
    fn end(&self, from: usize, whole: bool) -> End {
        let unread = self.unread();
        if let Some(end) = whole.then(|| self.told_end()).flatten() {
            return end;
        }
        let tail = unread.get(from..).unwrap_or_default();
        for found in memmem::find_iter(tail, b"\nFrom ") {
            let at = from + found + 1;
            match self.is_start(at) {
                Some(true) => return End::At(at),
                Some(false) => {}
                None => return End::NotBefore(from + found),
            }
        }
        End::NotBefore(unread.len().saturating_sub(6).max(from))
    }

    /// The end by the mail's own word, where a postmark or the end of the file bears it out.
    fn told_end(&self) -> Option<End> {
        let unread = self.unread();
        let mut end = told_end(unread)?;
        while matches!(unread.get(end), Some(b'\r' | b'\n')) {
            end += 1;
        }
        let tail = unread.get(end..).unwrap_or_default();
        if !self.ended && tail.len() < LONGEST_POSTMARK {
            return Some(End::NotBefore(0));
        }
        let line = tail.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let at_end = self.ended && end == unread.len();
        (at_end || postmark::is_postmark(line.trim_ascii_end())).then_some(End::At(end))
    }

    /// Whether a mail starts at `at`; nothing where that cannot be told yet.
    fn is_start(&self, at: usize) -> Option<bool> {
        let unread = self.unread();
        let before = unread.get(..at).unwrap_or_default();
        let blank_before = before.ends_with(b"\n\n") || before.ends_with(b"\n\r\n");
        if !blank_before && !before.trim_ascii().is_empty() {
            return Some(false);
        }
        let window = unread.get(at..).unwrap_or_default();
        let window = window.get(..2 * LONGEST_POSTMARK).unwrap_or(window);
        let mut lines = window.splitn(3, |byte| *byte == b'\n');
        let (line, next) = (lines.next().unwrap_or_default(), lines.next());
        let complete = lines.next().is_some() || window.len() == 2 * LONGEST_POSTMARK || self.ended;
        if !postmark::is_postmark(line.trim_ascii_end()) {
            return if complete || next.is_some() { Some(false) } else { None };
        }
        complete.then(|| next.is_none_or(|next| next.is_empty() && self.ended || is_header(next)))
    }
}

/// Where a mail ends that tells its length.
fn told_end(mail: &[u8]) -> Option<usize> {
    let head = mail.get(..16 * 1024).unwrap_or(mail);
    let body = memmem::find(head, b"\n\n").map(|at| at + 2);
    let crlf_body = memmem::find(head, b"\r\n\r\n").map(|at| at + 4);
    let body = body.into_iter().chain(crlf_body).min()?;
    let told = memmem::find(mail.get(..body)?, b"\nContent-Length:")?;
    let value = mail.get(told + 16..body)?;
    let value = value.split(|byte| *byte == b'\n').next()?.trim_ascii();
    let length: usize = std::str::from_utf8(value).ok()?.parse().ok()?;
    body.checked_add(length).filter(|_| length <= LONGEST_TOLD)
}

/// Whether a line looks like `Name: …` (or an escaped postmark among the headers).
fn is_header(line: &[u8]) -> bool {
    let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
    let fits = !name.is_empty() && name.len() < line.len() && name.len() < 80;
    line.starts_with(b">From ") || (fits && name.iter().all(u8::is_ascii_graphic))
}

pub(super) fn split_postmark(mail: Vec<u8>) -> (Vec<u8>, Vec<u8>) {
    let mail = match mail.strip_prefix(b"\xEF\xBB\xBF") {
        Some(bare) => bare.to_vec(),
        None => mail,
    };
    if !mail.starts_with(b"From ") {
        return (Vec::new(), mail);
    }
    let end = memchr::memchr(b'\n', &mail).map_or(mail.len(), |at| at + 1);
    let (postmark, rest) = mail.split_at_checked(end).unwrap_or((&[], &mail));
    (postmark.trim_ascii_end().to_vec(), rest.to_vec())
}

/// Undoes the `>` that mailboxes put before a line that begins with `From `. Within a block
/// of quoted lines the mark belongs to the quotation and stays.
pub(super) fn unescape(mail: Vec<u8>) -> Vec<u8> {
    if memmem::find(&mail, b">From ").is_none() {
        return mail;
    }
    let mut out = Vec::with_capacity(mail.len());
    let mut after_quote = false;
    for line in mail.split_inclusive(|byte| *byte == b'\n') {
        let bare = line.trim_ascii_start();
        let depth = bare.iter().take_while(|byte| **byte == b'>').count();
        let tail = bare.get(depth..).unwrap_or_default();
        let escaped = depth > 0 && line.starts_with(b">") && tail.starts_with(b"From ");
        if escaped && !after_quote {
            out.extend_from_slice(line.get(1..).unwrap_or_default());
        } else {
            out.extend_from_slice(line);
        }
        after_quote = depth > 0 && !escaped;
    }
    out
}
