//! Other programs' exports, read into one vocabulary.
//!
//! Bytes in, [`Piece`]s out: people, interactions and notes as the file tells them
//! ([`Arrival`]), hints who the owner is, and what could not be read ([`Snag`]). Reading never
//! fails: what is readable around a damaged place is kept.
//!
//! Deliberately absent: paths (the caller opens files), the store, and any decision about
//! who is who: two arrivals with one address are still two arrivals here.

mod arrival;
mod linkedin;
pub(crate) mod mail;
mod recognise;
mod record;
mod table;
mod tell;
mod text;
pub(crate) mod vcard;

pub use arrival::{
    Arrival, ArrivingInteraction, ArrivingNote, ArrivingPerson, OwnerHint, OwnerSign, Party, Piece,
    Snag,
};
pub use linkedin::LinkedinTable;
pub use recognise::{Format, recognise};

use std::io::{Read, Seek, SeekFrom};
use std::ops::ControlFlow;

/// A file's bytes.
pub trait Bytes: Read + Seek {}
impl<T: Read + Seek> Bytes for T {}

/// Where pieces go as they are read. [`ControlFlow::Break`] ends the reading.
pub type Take<'a> = dyn FnMut(Piece) -> ControlFlow<()> + 'a;

/// How much of a file is looked at to recognise it.
const HEAD: u64 = 64 * 1024;

/// Reads everything `bytes` holds, whatever it is; `name` is what snags call the file.
pub fn read(name: &str, bytes: &mut dyn Bytes, take: &mut Take<'_>) {
    let mut head = Vec::new();
    let looked = (&mut *bytes).take(HEAD).read_to_end(&mut head);
    if looked.is_err() || bytes.seek(SeekFrom::Start(0)).is_err() {
        return snag(name, "The file cannot be read from its disk.", take);
    }
    match recognise(name, &head) {
        Some(Format::LinkedinCsv(_) | Format::Zip | Format::GoogleCsv) | None => snag(
            name,
            "This is no kind of file that Requite reads; it was left out.",
            take,
        ),
        Some(Format::Vcard) => vcard::read(name, bytes, take),
        Some(Format::Mbox) => mail::read_mbox(name, bytes, take),
        Some(Format::Eml) => mail::read_eml(name, bytes, take),
    }
}

/// One snag about the file as a whole.
fn snag(name: &str, why: &str, take: &mut Take<'_>) {
    let _ = take(Piece::Snag(Snag {
        file: name.to_owned(),
        line: None,
        why: why.to_owned(),
    }));
}
