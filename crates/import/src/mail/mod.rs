//! Mail: mailboxes (mbox in its four dialects, Takeout's included) and single messages.
//!
//! One mail after another becomes an interaction: its text apart from quoted history and
//! signature, who wrote to whom, what it answers. Drafts, spam and thrown away mail are left
//! out and counted; attachments are neither read nor named.

mod automated;
mod body;
mod date;
mod folder;
mod formatted;
mod headers;
pub(crate) mod html;
mod mbox;
mod message;
mod parties;
mod postmark;
mod quote;
mod raw;
mod signature;
mod tally;
#[cfg(test)]
mod tests;
mod tongues;
mod write;

pub use formatted::{Formatted, formatted};
pub use write::{Letter, to_mail, to_mailbox};

use crate::in_order::in_order;
use crate::tell::Told;
use crate::{Arrival, Bytes, Piece, Snag, Take};
pub(crate) use folder::{Folder, of_name as folder_called};
use mail_parser::MessageParser;
use mbox::{LONGEST_MAIL, Mailbox, RawMail};
use message::Outcome;
pub(crate) use parties::identity;
use std::io::Read as _;
use std::ops::ControlFlow;
use tally::Tally;

/// Mails are read in bundles of at least so many bytes: one by one, handing them over would
/// cost more than reading them.
const BUNDLE: usize = 256 * 1024;

const TOO_LONG: &str = "This mail is longer than 16 MiB; what is beyond was left out.";

/// Reads a mailbox.
pub(crate) fn read_mbox(name: &str, bytes: &mut dyn Bytes, take: &mut Take<'_>) {
    let mut mailbox = Mailbox::new(bytes);
    let mut reading = Reading::of(name);
    let (parser, place) = (message::parser(), reading.place);
    let mut broken = false;
    let mut whole = true;
    let read = |bundle: Vec<RawMail>| -> Vec<Read> {
        bundle.into_iter().map(|mail| Read::of(mail, &parser, place)).collect()
    };
    in_order(
        || bundle(&mut mailbox, &mut broken),
        read,
        |mails| {
            for mail in mails {
                if reading.mail(mail, take).is_break() {
                    whole = false;
                    return ControlFlow::Break(());
                }
            }
            ControlFlow::Continue(())
        },
    );
    if whole && broken {
        let _ = take(reading.snag(None, "The file cannot be read to its end."));
    }
    if whole {
        let _ = reading.end(take);
    }
}

/// The next mails; nothing at the end. `broken` where the disk gave up before it.
fn bundle(mailbox: &mut Mailbox<'_>, broken: &mut bool) -> Option<Vec<RawMail>> {
    let mut mails = Vec::new();
    let mut bytes = 0;
    while bytes < BUNDLE && !*broken {
        match mailbox.next() {
            Ok(Some(mail)) => {
                bytes += mail.bytes.len();
                mails.push(mail);
            }
            Ok(None) => break,
            Err(_) => *broken = true,
        }
    }
    (!mails.is_empty()).then_some(mails)
}

/// A mail that was read.
struct Read {
    /// The line where it begins.
    line: u64,
    /// It is longer than what is kept, and words may be beyond.
    cut: bool,
    outcome: Option<Outcome>,
}

impl Read {
    fn of(mut mail: RawMail, parser: &MessageParser, place: Option<Folder>) -> Self {
        mail.bytes = mbox::unescape(mail.bytes);
        Self::unescaped(&mail, parser, place)
    }

    fn unescaped(mail: &RawMail, parser: &MessageParser, place: Option<Folder>) -> Self {
        let blank = mail.bytes.trim_ascii().is_empty() && mail.postmark.is_empty();
        let outcome = (!blank).then(|| message::read(parser, &mail.bytes, &mail.postmark, place));
        let open_ended = matches!(&outcome, Some(Outcome::Mail(found)) if found.open_ended);
        let cut = mail.cut && (open_ended || has_endless_line(&mail.bytes));
        Self { line: mail.line, cut, outcome }
    }
}

/// Reads one message.
pub(crate) fn read_eml(name: &str, bytes: &mut dyn Bytes, take: &mut Take<'_>) {
    let mut reading = Reading::of(name);
    let limit = u64::try_from(LONGEST_MAIL).unwrap_or(u64::MAX);
    let mut source = Vec::new();
    if (&mut *bytes).take(limit + 1).read_to_end(&mut source).is_err() {
        let _ = take(reading.snag(None, "The file cannot be read to its end."));
    }
    let cut = source.len() > LONGEST_MAIL;
    source.truncate(LONGEST_MAIL);
    let (postmark, bytes) = mbox::split_postmark(source);
    let mail = RawMail { line: 1, postmark, bytes, cut };
    let mail = Read::unescaped(&mail, &message::parser(), reading.place);
    if reading.mail(mail, take).is_continue() {
        let _ = reading.end(take);
    }
}

/// One file that is being read: of mails, or of things among which there are mails.
pub(crate) struct Reading<'n> {
    name: &'n str,
    place: Option<Folder>,
    parser: MessageParser,
    tally: Tally,
    told: Told,
}

impl<'n> Reading<'n> {
    pub(crate) fn of(name: &'n str) -> Self {
        Self {
            name,
            place: folder::of_file(name),
            parser: message::parser(),
            tally: Tally::default(),
            told: Told::default(),
        }
    }

    fn mail(&mut self, mail: Read, take: &mut Take<'_>) -> ControlFlow<()> {
        match mail.outcome {
            None => ControlFlow::Continue(()),
            Some(Outcome::Mail(found)) => {
                if mail.cut {
                    self.line(mail.line, TOO_LONG, take)?;
                }
                self.tally.note(&found);
                take(Piece::Arrival(Arrival::Interaction(Box::new(found.interaction))))
            }
            Some(Outcome::LeftOut(folder)) => {
                self.tally.leave_out(folder);
                ControlFlow::Continue(())
            }
            Some(Outcome::Unreadable(why)) => self.line(mail.line, why, take),
        }
    }

    /// One mail that lies in a folder of that kind. Answers why it could not be read.
    pub(crate) fn letter(
        &mut self,
        source: &[u8],
        place: Option<Folder>,
        take: &mut Take<'_>,
    ) -> ControlFlow<(), Option<&'static str>> {
        match message::read(&self.parser, source, b"", place) {
            Outcome::Mail(found) => {
                self.tally.note(&found);
                take(Piece::Arrival(Arrival::Interaction(Box::new(found.interaction))))?;
            }
            Outcome::LeftOut(folder) => self.tally.leave_out(folder),
            Outcome::Unreadable(why) => return ControlFlow::Continue(Some(why)),
        }
        ControlFlow::Continue(None)
    }

    /// One more mail is left out, because of where it lies.
    pub(crate) fn leave_out(&mut self, folder: Folder) {
        self.tally.leave_out(folder);
    }

    /// What the mails say as a whole.
    pub(crate) fn end(&mut self, take: &mut Take<'_>) -> ControlFlow<()> {
        for why in self.told.counted() {
            take(self.snag(None, &why))?;
        }
        let told = std::mem::take(&mut self.tally).told(self.name);
        told.into_iter().try_for_each(take)
    }

    /// Something about one mail: the same is told of a few by themselves.
    fn line(&mut self, line: u64, why: &'static str, take: &mut Take<'_>) -> ControlFlow<()> {
        match self.told.is_told(why) {
            true => take(self.snag(Some(line), why)),
            false => ControlFlow::Continue(()),
        }
    }

    fn snag(&self, line: Option<u64>, why: &str) -> Piece {
        Piece::Snag(Snag { file: self.name.to_owned(), line, why: why.to_owned() })
    }
}

/// Whether the mail ends in a line that fills half of what is kept.
fn has_endless_line(mail: &[u8]) -> bool {
    let last = memchr::memrchr(b'\n', mail).unwrap_or(0);
    mail.len() - last > LONGEST_MAIL / 2
}
