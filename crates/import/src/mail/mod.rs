//! Mail: mailboxes (mbox in its four dialects, Takeout's included) and single messages.
//!
//! One mail after another becomes an interaction: its text apart from quoted history and
//! signature, who wrote to whom, what it answers. Drafts, spam and thrown away mail are left
//! out and counted; attachments are neither read nor named.

mod automated;
mod body;
mod date;
mod folder;
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

use crate::{Arrival, Bytes, Piece, Snag, Take};
use mbox::{LONGEST_MAIL, Mailbox, RawMail};
use message::Outcome;
use std::io::Read;
use std::ops::ControlFlow;
use tally::Tally;

/// Reads a mailbox.
pub(crate) fn read_mbox(name: &str, bytes: &mut dyn Bytes, take: &mut Take<'_>) {
    let mut mailbox = Mailbox::new(bytes);
    let mut reading = Reading::of(name);
    loop {
        let step = match mailbox.next() {
            Ok(Some(mut mail)) => {
                mail.bytes = mbox::unescape(mail.bytes);
                reading.mail(mail, take)
            }
            Ok(None) => break,
            Err(_) => {
                let _ = take(reading.snag(None, "The file cannot be read to its end."));
                break;
            }
        };
        if step.is_break() {
            return;
        }
    }
    reading.finish(take);
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
    if reading.mail(mail, take).is_continue() {
        reading.finish(take);
    }
}

/// One file that is being read.
struct Reading<'n> {
    name: &'n str,
    place: Option<folder::Folder>,
    parser: mail_parser::MessageParser,
    tally: Tally,
}

impl<'n> Reading<'n> {
    fn of(name: &'n str) -> Self {
        Self {
            name,
            place: folder::of_file(name),
            parser: message::parser(),
            tally: Tally::default(),
        }
    }

    fn mail(&mut self, mail: RawMail, take: &mut Take<'_>) -> ControlFlow<()> {
        if mail.bytes.trim_ascii().is_empty() && mail.postmark.is_empty() {
            return ControlFlow::Continue(());
        }
        match message::read(&self.parser, &mail.bytes, &mail.postmark, self.place) {
            Outcome::Mail(found) => {
                if mail.cut && (found.open_ended || has_endless_line(&mail.bytes)) {
                    let why = "This mail is longer than 16 MiB; what is beyond was left out.";
                    take(self.snag(Some(mail.line), why))?;
                }
                self.tally.note(&found);
                take(Piece::Arrival(Arrival::Interaction(Box::new(found.interaction))))
            }
            Outcome::LeftOut(folder) => {
                self.tally.leave_out(folder);
                ControlFlow::Continue(())
            }
            Outcome::Unreadable(why) => take(self.snag(Some(mail.line), why)),
        }
    }

    fn finish(self, take: &mut Take<'_>) {
        for piece in self.tally.told(self.name) {
            if take(piece).is_break() {
                return;
            }
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
