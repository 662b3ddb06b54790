//! Zip archives: every entry that is of a known kind is read in its place, unpacked in memory
//! piece by piece and never onto a disk.
//!
//! Where files of an export speak of one another, they are read as one ([`Families`]).
//!
//! Deliberately absent: archives inside archives, passwords, and methods other than deflate.

mod damaged;
mod entry;

use crate::family::Families;
use crate::head::Head;
use crate::linkedin::holds_nothing_to_read;
use crate::{Bytes, DayOrder, Format, Piece, Snag, Take, read_as, recognise};
pub(crate) use entry::{Guarded, OneWay};
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
pub(crate) const BURST: &str =
    "It unpacks to far more than an archive of this size may hold; reading stopped there.";
const NOT_A_TABLE: &str = "None of the columns that are expected stand in it; it was left out.";

/// How far an entry may grow: beyond so many times its size and so many bytes it is a bomb.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    times: u64,
    bytes: u64,
}

impl Limits {
    /// The most that `packed` bytes may become; `bombs` times the bytes are always free.
    pub(crate) fn of(self, packed: u64, bombs: u64) -> u64 {
        let grown = packed.saturating_mul(self.times);
        grown.max(self.bytes.saturating_mul(bombs))
    }
}

/// Bombs' worth of bytes after which the archive as a whole is one.
const BOMBS_BORNE: u64 = 10;

pub(crate) const LIMITS: Limits = Limits { times: 200, bytes: 1024 * 1024 * 1024 };

/// Reads every entry of the archive that is of a known kind.
pub(crate) fn read(name: &str, bytes: &mut dyn Bytes, days: Option<DayOrder>, take: &mut Take<'_>) {
    read_within(LIMITS, (name, bytes), days, take);
}

fn read_within(
    limits: Limits,
    (name, bytes): (&str, &mut dyn Bytes),
    days: Option<DayOrder>,
    take: &mut Take<'_>,
) {
    let length = bytes.seek(SeekFrom::End(0)).unwrap_or_default();
    let mut walk = Walk {
        archive: name,
        days,
        limits,
        length,
        unpacked: 0,
        unknown: 0,
        families: Families::default(),
        take,
    };
    let _ = match ZipArchive::new(&mut *bytes) {
        // A list that does not count from the first byte is that of an archive stored inside.
        Ok(mut zip) if zip.offset() == 0 => walk.every_entry(&mut zip),
        _ => walk.what_is_left(bytes),
    };
}

/// One walk through an archive.
struct Walk<'a> {
    archive: &'a str,
    /// The owner's answer to a question about the order of days and months.
    days: Option<DayOrder>,
    limits: Limits,
    /// The archive's bytes.
    length: u64,
    /// What its entries unpacked to so far.
    unpacked: u64,
    /// Entries of no known kind.
    unknown: u64,
    /// What files that belong together said so far.
    families: Families,
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
        let name = |index| zip.name_for_index(index).unwrap_or_default().to_owned();
        let names: Vec<String> = (0..zip.len()).map(name).collect();
        for index in self.families.order(&names) {
            let name = names.get(index).cloned().unwrap_or_default();
            match zip.by_index(index) {
                Ok(mut content) => {
                    let packed = content.compressed_size();
                    let name = &name;
                    self.entry(&Entry { name, packed }, &mut content)?;
                }
                Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                    self.snag(&name, LOCKED)?;
                }
                Err(
                    ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_),
                ) => self.snag(&name, METHOD)?,
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
        let alone = self.limits.of(entry.packed, 1);
        let together = self.limits.of(self.length, BOMBS_BORNE);
        let most = alone.min(together.saturating_sub(self.unpacked));
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
            Some(Format::Zip | Format::Gzip) => self.snag(name, NESTED),
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
        let mut take = |piece| {
            flow = (self.take)(piece);
            flow
        };
        if !self.families.read(format, (&name, bytes), &mut take) {
            read_as(format, (&name, self.days), bytes, &mut take);
        }
        flow
    }

    fn end(&mut self) -> ControlFlow<()> {
        self.families.end(self.archive, self.take)?;
        match self.unknown {
            0 => ControlFlow::Continue(()),
            1 => self.snag("", "1 file in the archive is of a kind that Requite does not read."),
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
        (self.take)(Piece::Snag(Snag { file, line: None, why: why.to_owned() }))
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
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name).to_lowercase();
    file.ends_with(".csv") && NAMES.iter().any(|known| file.starts_with(known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    const SMALL: Limits = Limits { times: 20, bytes: 10_000 };

    fn zip(files: &[(&str, String)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn people(rows: usize) -> String {
        let row = "Ada,King,https://www.linkedin.com/in/ada,08 Feb 2026\n";
        format!("First Name,Last Name,URL,Connected On\n{}", row.repeat(rows))
    }

    /// The files of the snags, and how many people came.
    fn read_small(bytes: Vec<u8>) -> (Vec<String>, usize) {
        let (mut snags, mut people) = (Vec::new(), 0);
        read_within(SMALL, ("a.zip", &mut Cursor::new(bytes)), None, &mut |piece| {
            match piece {
                Piece::Snag(snag) if snag.why == BURST => snags.push(snag.file),
                Piece::Snag(_) => {}
                Piece::Arrival(_) => people += 1,
                Piece::Question(_) => {}
            }
            ControlFlow::Continue(())
        });
        (snags, people)
    }

    #[test]
    fn an_entry_that_unpacks_without_end_is_broken_off() {
        let bytes = zip(&[("bomb.csv", people(10_000)), ("Connections.csv", people(3))]);
        let (snags, people) = read_small(bytes.clone());
        assert_eq!(snags, ["a.zip/bomb.csv"]);
        assert!((4..5000).contains(&people), "{people}");
        let (snags, _) = read_small(bytes[..bytes.len() - 4].to_vec());
        assert_eq!(snags, ["a.zip/bomb.csv"], "without a list of contents too");
    }

    #[test]
    fn many_entries_that_are_small_enough_each_are_a_bomb_together() {
        let files: Vec<(String, String)> =
            (0..100).map(|n| (format!("{n}.csv"), people(150))).collect();
        let files: Vec<(&str, String)> =
            files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
        let (snags, people) = read_small(zip(&files));
        assert!(!snags.is_empty());
        assert!(people < 100 * 150, "{people}");
    }

    #[test]
    fn a_file_that_packs_well_is_no_bomb() {
        let (snags, people) = read_small(zip(&[("Connections.csv", people(150))]));
        assert_eq!((snags.len(), people), (0, 150));
    }
}
