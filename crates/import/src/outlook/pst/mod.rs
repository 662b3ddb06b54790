//! Outlook's mailboxes: PST of every age, and OST, the copies of mailboxes on servers.
//!
//! The tree of all nodes is walked, not the folders' own lists: so a mail is found though its
//! folder's list is damaged, and once though three folders show it. Mails are put back into the
//! form in which they travelled and meetings into a calendar's, and then read like all others;
//! so a mail that also lies in an mbox is one mail. Memory holds one item at a time.
//!
//! Why no library: the maker's own (`outlook-pst`) wants to own its source for ever, loses a
//! whole mail for one bad property, and follows a damaged tree in circles until the stack
//! ends. It stands among the tests as a second reader.
//!
//! Deliberately absent: attachments, tasks and journals, and bodies that are kept as RTF alone.

mod appointment;
mod card;
mod cipher;
mod file;
mod folders;
mod heap;
mod item;
mod letter;
mod names;
mod series;
mod text;

use crate::mail::{Folder, Reading};
use crate::{Arrival, Bytes, Piece, Snag, Take, calendar};
use file::{File, Refusal};
use folders::Folders;
use item::Item;
use names::Names;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::ControlFlow;

const NO_MAILBOX: &str =
    "The beginning of the mailbox is damaged; nothing in it can be found, and it was left out.";
const LOCKED: &str = "The mailbox is encrypted with a key of its owner and was left out.";
const ONE_WAY: &str =
    "A mailbox of Outlook cannot be read within an archive; unpack it and import it by itself.";
const DAMAGED_ITEM: &str = "This item is damaged; it was left out.";
const DAMAGED: &str = "Parts of the mailbox are damaged; what could still be read was brought in.";
const SERIES: &str = "again and again; only the first time was brought in. A calendar that Outlook exports as .ics tells the others.";

/// Nodes that are messages of any kind: mails, contacts, appointments.
const MESSAGE: u32 = 0x04;

/// Whether a file begins like a mailbox.
pub(crate) fn is_pst(head: &[u8]) -> bool {
    let kind = head.get(8..10);
    head.starts_with(b"!BDN") && (kind == Some(b"SM") || kind == Some(b"SO"))
}

/// Reads a mailbox.
pub(crate) fn read(name: &str, bytes: &mut dyn Bytes, take: &mut Take<'_>) {
    let mut reader =
        Reader { name, letters: Reading::of(name), untold: BTreeMap::new(), series: 0 };
    // In an archive, bytes come from front to back only.
    let can_turn = bytes.seek(std::io::SeekFrom::End(0)).is_ok();
    let _ = match File::open(bytes) {
        _ if !can_turn => take(reader.snag(ONE_WAY)),
        Ok(mut file) => reader.every_item(&mut file, take),
        Err(Refusal::NoMailbox) => take(reader.snag(NO_MAILBOX)),
        Err(Refusal::Locked) => take(reader.snag(LOCKED)),
    };
}

struct Reader<'n> {
    name: &'n str,
    letters: Reading<'n>,
    /// How often something could not be read, by why.
    untold: BTreeMap<&'static str, u32>,
    /// Series of which only the first time was brought in.
    series: u32,
}

impl Reader<'_> {
    fn every_item(&mut self, file: &mut File<'_>, take: &mut Take<'_>) -> ControlFlow<()> {
        let names = Names::of(file);
        let folders = Folders::of(file);
        let mut walk = file.walk();
        while let Some(node) = file.next(&mut walk) {
            if node.id & 0x1F != MESSAGE {
                continue;
            }
            let place = folders.place(node.parent);
            match Item::read(file, &node, &names) {
                Some(item) => self.item(&item, place, take)?,
                None => self.count(DAMAGED_ITEM),
            }
        }
        self.end(file.is_damaged, take)
    }

    fn item(&mut self, item: &Item, place: Option<Folder>, take: &mut Take<'_>) -> ControlFlow<()> {
        let class = item.class();
        let is_thrown_away = place == Some(Folder::Trash);
        match class.as_str() {
            class if letter::is_mail(class) && letter::is_draft(item) => {
                self.letters.leave_out(Folder::Drafts);
            }
            class if letter::is_mail(class) => {
                let written = letter::written(item);
                if let Some(why) = self.letters.letter(&written, place, take)? {
                    self.count(why);
                }
            }
            _ if is_thrown_away => {}
            "ipm.contact" => {
                if let Some(person) = card::person(item) {
                    take(Piece::Arrival(Arrival::Person(Box::new(person))))?;
                }
            }
            class if class == "ipm.appointment" || class.starts_with("ipm.appointment.") => {
                self.appointment(item, take)?;
            }
            _ => {}
        }
        ControlFlow::Continue(())
    }

    fn appointment(&mut self, item: &Item, take: &mut Take<'_>) -> ControlFlow<()> {
        let Some(written) = appointment::written(item) else {
            return ControlFlow::Continue(());
        };
        let mut flow = ControlFlow::Continue(());
        let mut has_come = false;
        calendar::read(self.name, &mut Cursor::new(written.text), &mut |piece| {
            // What the calendar's reader says of lines means nothing here.
            if let Piece::Arrival(arrival) = piece {
                has_come = true;
                flow = take(Piece::Arrival(arrival));
            }
            flow
        });
        self.series += u32::from(has_come && written.is_first_alone);
        flow
    }

    fn count(&mut self, why: &'static str) {
        *self.untold.entry(why).or_default() += 1;
    }

    fn end(&mut self, is_damaged: bool, take: &mut Take<'_>) -> ControlFlow<()> {
        if is_damaged {
            take(self.snag(DAMAGED))?;
        }
        for (why, count) in std::mem::take(&mut self.untold) {
            match count {
                1 => take(self.snag(why))?,
                _ => take(self.snag(&format!("In {count} places: {why}")))?,
            }
        }
        match self.series {
            0 => {}
            1 => take(self.snag(&format!("One meeting comes {SERIES}")))?,
            many => take(self.snag(&format!("{many} meetings come {SERIES}")))?,
        }
        self.letters.end(take)
    }

    fn snag(&self, why: &str) -> Piece {
        Piece::Snag(Snag { file: self.name.to_owned(), line: None, why: why.to_owned() })
    }
}
