//! Zip archives: every entry that is of a known kind is read in its place, unpacked in memory
//! piece by piece and never onto a disk.
//!
//! Deliberately absent: archives inside archives, passwords, and methods other than deflate.

mod damaged;
mod entry;

use crate::head::Head;
use crate::linkedin::holds_nothing_to_read;
use crate::{Bytes, Format, Piece, Snag, Take, read_as, recognise};
use entry::{Guarded, OneWay};
use std::io::{Read, SeekFrom};
use std::ops::ControlFlow;
use zip::ZipArchive;
use zip::result::ZipError;

const CLIMBS_OUT: &str = "Its path leads out of the archive; it was left out.";
const NESTED: &str =
    "An archive inside the archive was left out; unpack it and import it by itself.";
const LOCKED: &str = "It is locked with a password and was left out.";
const METHOD: &str = "It is packed by a method that Requite does not know and was left out.";
const DAMAGED_ENTRY: &str = "It is damaged and was left out.";
const DAMAGED: &str = "The archive is cut off or damaged, its list of contents is missing; what could still be found in it was brought in.";
const BURST: &str =
    "It unpacks to far more than an archive of this size may hold; reading stopped there.";
const NOT_A_TABLE: &str = "None of the columns that are expected stand in it; it was left out.";

/// How far an entry, and the archive as a whole, may grow: beyond both it is a bomb.
#[derive(Clone, Copy)]
struct Limits {
    times: u64,
    bytes: u64,
}

const LIMITS: Limits = Limits {
    times: 200,
    bytes: 1024 * 1024 * 1024,
};

/// Reads every entry of the archive that is of a known kind.
pub(crate) fn read(name: &str, bytes: &mut dyn Bytes, take: &mut Take<'_>) {
    read_within(LIMITS, (name, bytes), take);
}

fn read_within(limits: Limits, (name, bytes): (&str, &mut dyn Bytes), take: &mut Take<'_>) {
    let length = bytes.seek(SeekFrom::End(0)).unwrap_or_default();
    let mut walk = Walk {
        archive: name,
        limits,
        length,
        unpacked: 0,
        unknown: 0,
        take,
    };
    let _ = match ZipArchive::new(&mut *bytes) {
        Ok(mut zip) => walk.every_entry(&mut zip),
        Err(_) => walk.what_is_left(bytes),
    };
}

/// One walk through an archive.
struct Walk<'a> {
    archive: &'a str,
    limits: Limits,
    /// The archive's bytes.
    length: u64,
    /// What its entries unpacked to so far.
    unpacked: u64,
    /// Entries of no known kind.
    unknown: u64,
    take: &'a mut Take<'a>,
}

/// One entry, as the archive tells of it.
struct Entry<'e> {
    name: &'e str,
    /// Its size in the archive, or the archive's where that is not told.
    packed: u64,
}

impl Walk<'_> {
    fn every_entry(&mut self, zip: &mut ZipArchive<impl Bytes>) -> ControlFlow<()> {
        for index in 0..zip.len() {
            let name = zip.name_for_index(index).unwrap_or_default().to_owned();
            match zip.by_index(index) {
                Ok(mut content) => {
                    let packed = content.compressed_size();
                    let name = &name;
                    self.entry(&Entry { name, packed }, &mut content)?;
                }
                Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                    self.snag(&name, LOCKED)?;
                }
                Err(ZipError::UnsupportedArchive(_)) => self.snag(&name, METHOD)?,
                Err(_) => self.snag(&name, DAMAGED_ENTRY)?,
            }
        }
        self.end()
    }

    /// Without a list of contents: entry by entry, as they lie one behind the other.
    fn what_is_left(&mut self, bytes: &mut dyn Bytes) -> ControlFlow<()> {
        self.snag("", DAMAGED)?;
        if bytes.seek(SeekFrom::Start(0)).is_err() {
            return ControlFlow::Continue(());
        }
        let length = self.length;
        damaged::walk(bytes, &mut |found, content| {
            let name = found.name.as_str();
            let packed = found.packed.unwrap_or(length);
            match content {
                Some(content) => self.entry(&Entry { name, packed }, content),
                None => self.snag(name, METHOD),
            }
        })?;
        self.end()
    }

    fn entry(&mut self, entry: &Entry<'_>, content: &mut dyn Read) -> ControlFlow<()> {
        if climbs_out(entry.name) {
            return self.snag(entry.name, CLIMBS_OUT);
        }
        if entry.name.ends_with(['/', '\\']) || is_litter(entry.name) {
            return ControlFlow::Continue(());
        }
        let most = [(entry.packed, 0), (self.length, self.unpacked)].map(|(packed, before)| {
            let times = packed.saturating_mul(self.limits.times);
            times.max(self.limits.bytes).saturating_sub(before)
        });
        let most = most.into_iter().min().unwrap_or_default();
        let mut guarded = Guarded::new(content, most);
        let flow = self.content(entry.name, &mut guarded);
        self.unpacked = self.unpacked.saturating_add(guarded.unpacked());
        flow?;
        match guarded.has_burst() {
            true => self.snag(entry.name, BURST),
            false => ControlFlow::Continue(()),
        }
    }

    fn content(&mut self, name: &str, content: &mut dyn Read) -> ControlFlow<()> {
        let head = Head::of(content);
        match recognise(name, head.bytes()) {
            Some(Format::Zip) => self.snag(name, NESTED),
            Some(format) => self.known(format, name, &mut OneWay::new(head.and_then(content))),
            None if head.has_failed() => self.snag(name, DAMAGED_ENTRY),
            None if head.bytes().is_empty() || holds_nothing_to_read(name) => {
                ControlFlow::Continue(())
            }
            None if is_named_like_a_table(name) => self.snag(name, NOT_A_TABLE),
            None => {
                self.unknown += 1;
                ControlFlow::Continue(())
            }
        }
    }

    fn known(&mut self, format: Format, name: &str, bytes: &mut dyn Bytes) -> ControlFlow<()> {
        let mut flow = ControlFlow::Continue(());
        let name = format!("{}/{name}", self.archive);
        read_as(format, &name, bytes, &mut |piece| {
            flow = (self.take)(piece);
            flow
        });
        flow
    }

    fn end(&mut self) -> ControlFlow<()> {
        match self.unknown {
            0 => ControlFlow::Continue(()),
            1 => self.snag(
                "",
                "1 file in the archive is of a kind that Requite does not read.",
            ),
            unknown => self.snag(
                "",
                &format!("{unknown} files in the archive are of kinds that Requite does not read."),
            ),
        }
    }

    /// About one entry, or about the archive where `entry` is empty.
    fn snag(&mut self, entry: &str, why: &str) -> ControlFlow<()> {
        let file = match entry {
            "" => self.archive.to_owned(),
            entry => format!("{}/{entry}", self.archive),
        };
        (self.take)(Piece::Snag(Snag {
            file,
            line: None,
            why: why.to_owned(),
        }))
    }
}

/// Whether a path is absolute or goes up.
fn climbs_out(name: &str) -> bool {
    let has_drive = name.chars().nth(1) == Some(':');
    let goes_up = name.split(['/', '\\']).any(|part| part == "..");
    name.starts_with(['/', '\\']) || has_drive || goes_up
}

/// What a Mac leaves in every archive.
fn is_litter(name: &str) -> bool {
    name.starts_with("__MACOSX/") || name.ends_with(".DS_Store")
}

/// Whether the name promises a table that would be read.
fn is_named_like_a_table(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "connections",
        "messages",
        "invitations",
        "profile",
        "recommendations",
        "endorsement",
        "positions",
    ];
    let file = name
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or(name)
        .to_lowercase();
    file.ends_with(".csv") && NAMES.iter().any(|known| file.starts_with(known))
}
