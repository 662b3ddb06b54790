//! Other programs' exports, read into one vocabulary.
//!
//! Bytes in, [`Piece`]s out: people, interactions and notes as the file tells them
//! ([`Arrival`]), hints who the owner is, and what could not be read ([`Snag`]). Reading never
//! fails: what is readable around a damaged place is kept. What is written for other programs
//! ([`to_vcard`]) is written beside the reader of the same format.
//!
//! Deliberately absent: paths (the caller opens files), the store, and any decision about
//! who is who: two arrivals with one address are still two arrivals here.

mod archive;
mod arrival;
mod calendar;
mod chat;
mod everywhere;
mod facebook;
mod family;
mod google_csv;
mod gzip;
mod head;
mod imessage;
mod in_order;
mod json;
mod linkedin;
pub(crate) mod mail;
mod monica;
mod outlook;
mod recognise;
mod record;
mod slack;
mod source;
mod table;
mod telegram;
mod tell;
mod text;
pub(crate) mod vcard;
mod whatsapp;

pub use arrival::{
    Arrival, ArrivingInteraction, ArrivingNote, ArrivingPerson, DayOrder, OwnerHint, OwnerSign,
    Party, Piece, Question, Snag,
};
pub use facebook::FacebookFile;
pub use linkedin::{LinkedinTable, holds_nothing_to_read};
pub use mail::{Formatted, Letter, formatted, to_mail, to_mailbox};
pub use recognise::{Format, recognise};
pub use slack::SlackFile;
pub use source::Source;
pub use vcard::to_vcard;

use std::io::{Read, Seek, SeekFrom};
use std::ops::ControlFlow;

/// Which reader of mailboxes this is. It rises when a mailbox that was read before is worth
/// reading again.
pub const MAILBOX_READER: u32 = 1;

/// A file's bytes.
pub trait Bytes: Read + Seek {}
impl<T: Read + Seek> Bytes for T {}

/// Where pieces go as they are read. [`ControlFlow::Break`] ends the reading.
pub type Take<'a> = dyn FnMut(Piece) -> ControlFlow<()> + 'a;

/// Reads everything `bytes` holds, whatever it is; `name` is what snags call the file. `days` is
/// the owner's answer to [`Question::DayOrder`]; where the file itself tells the order, the file
/// is believed.
pub fn read(name: &str, bytes: &mut dyn Bytes, days: Option<DayOrder>, take: &mut Take<'_>) {
    let head = head::Head::of(bytes);
    let format = recognise(name, head.bytes());
    let why = match format {
        _ if bytes.seek(SeekFrom::Start(0)).is_err() => "The file cannot be read from its disk.",
        Some(Format::Zip) => return archive::read(name, bytes, days, take),
        Some(Format::Gzip) => return gzip::read(name, bytes, days, take),
        Some(format) => return read_as(format, (name, days), bytes, take),
        None if head.has_failed() => "The file cannot be read from its disk.",
        None if head.bytes().is_empty() => "The file is empty.",
        None if holds_nothing_to_read(name) => {
            "This part of a LinkedIn archive tells nothing about your contacts; it was left out."
        }
        None => "This is no kind of file that Requite reads; it was left out.",
    };
    let _ = tell::Teller::new(name, take).whole(why);
}

/// Reads a file that was recognised, from its beginning. (An archive is read by
/// [`archive::read`] or [`gzip::read`] alone: there are none inside archives.)
fn read_as(
    format: Format,
    (name, days): (&str, Option<DayOrder>),
    mut bytes: &mut dyn Bytes,
    take: &mut Take<'_>,
) {
    match format {
        Format::LinkedinCsv(table) => linkedin::read(table, name, &mut bytes, take),
        Format::GoogleCsv => google_csv::read(name, &mut bytes, take),
        Format::OutlookCsv => outlook::read_contacts(name, &mut bytes, take),
        Format::OutlookPst => outlook::read_pst(name, bytes, take),
        Format::Vcard => vcard::read(name, bytes, take),
        Format::Calendar => calendar::read(name, bytes, take),
        Format::Mbox => mail::read_mbox(name, bytes, take),
        Format::Eml => mail::read_eml(name, bytes, take),
        Format::Whatsapp => whatsapp::read(name, &mut bytes, days, take),
        Format::Telegram => telegram::read(name, &mut bytes, take),
        Format::Slack(_) | Format::Facebook(_) => {
            family::read_alone(format, (name, bytes), take);
        }
        Format::Monica => monica::read(name, bytes, take),
        Format::Imessage => imessage::read(name, bytes, take),
        Format::Zip | Format::Gzip => {}
    }
}
