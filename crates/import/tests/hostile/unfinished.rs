//! Files that are still being written: shorter than their own lists say, and disks that give up.

use super::kinds::{KINDS, Made, count};
use super::support::pst::{Cipher, Layout, Mailbox, text, time};
use super::support::{Brought, IMESSAGE, MANY_MESSAGES, database, read, zip};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

/// Gives some bytes and fails then, as a stick does that is pulled out.
struct Failing(Made, u64);

impl Read for Failing {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.1 == 0 {
            return Err(io::ErrorKind::TimedOut.into());
        }
        let got = (&mut self.0).take(self.1).read(out)?;
        self.1 -= got as u64;
        Ok(got)
    }
}

impl Seek for Failing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_disk_that_gives_up_is_told_and_what_came_before_comes_in() {
    for kind in KINDS {
        let mut brought = Brought::default();
        // More than the head by which a file is recognised, which is read twice.
        let mut bytes = Failing(kind.made(20_000), 400_000);
        import::read(kind.file, &mut bytes, None, &mut |piece| {
            brought.take(piece);
            ControlFlow::Continue(())
        });
        assert!(count(&brought) > 500, "{}: {}", kind.file, count(&brought));
        assert!(!brought.snags.is_empty(), "{} is silent", kind.file);
    }
}

fn pst(letters: u32) -> Vec<u8> {
    let mut mailbox = Mailbox::new(Layout::New, Cipher::Permuted);
    mailbox.folder(0x8022, 0x122, "Inbox");
    for n in 0..letters {
        let properties = vec![
            (0x001A, text("IPM.Note")),
            (0x0037, text(&format!("Lens {n}"))),
            (0x1000, text("Which lens do you take?")),
            (0x0C1A, text("Ada King")),
            (0x0C1F, text("ada@example.org")),
            (0x0E06, time("2024-05-02 08:00")),
        ];
        mailbox.message((n, 0x8022), properties, &[]);
    }
    mailbox.file()
}

#[test]
fn a_mailbox_of_outlook_that_is_shorter_than_it_says_is_told() {
    let whole = pst(40);
    assert!(count(&read("mail.pst", &whole)) >= 40);
    for part in 1..20 {
        let cut = &whole[..whole.len() * part / 20];
        let brought = read("mail.pst", cut);
        assert!(!brought.snags.is_empty(), "silent at {part} of 20: {}", count(&brought));
    }
}

#[test]
fn a_database_that_is_shorter_than_it_says_gives_the_pages_that_are_there() {
    let statements: Vec<u8> =
        MANY_MESSAGES.iter().flat_map(|(_, text)| text.iter().copied()).collect();
    let whole = database(&statements);
    let all = count(&read("chat.db", &whole));
    let mut came = Vec::new();
    for part in 1..10 {
        let brought = read("chat.db", &whole[..whole.len() * part / 10]);
        assert!(!brought.snags.is_empty(), "silent at {part} of 10");
        came.push(count(&brought));
    }
    assert!(came.iter().any(|came| *came > 0 && *came < all), "{came:?} of {all}");
    let (_, statements) = IMESSAGE[0];
    let half = database(statements);
    assert!(!read("chat.db", &half[..half.len() - 700]).snags.is_empty());
}

#[test]
fn an_archive_without_its_list_yet_gives_what_is_in_it() {
    for kind in KINDS.iter().filter(|kind| !kind.is_json()) {
        let text = kind.written(400, "");
        let whole = zip(&[(kind.file, text.as_bytes())]);
        let brought = read("archive.zip", &whole[..whole.len() - 60]);
        assert!(count(&brought) >= 399, "{}: {}", kind.file, count(&brought));
        assert!(!brought.snags.is_empty());
    }
}
