//! One thing in a mailbox as its properties tell it, whatever file it came from.

use super::file::{File, Node};
use super::heap::{Heap, Value};
use super::names::Names;
use super::text;
use std::collections::BTreeMap;

/// Properties with numbers of their own ([MS-OXPROPS]).
pub(super) mod tag {
    pub(crate) const CLASS: u16 = 0x001A;
    pub(crate) const SUBJECT: u16 = 0x0037;
    pub(crate) const SUBMITTED: u16 = 0x0039;
    pub(crate) const REPRESENTED_NAME: u16 = 0x0042;
    pub(crate) const REPRESENTED_ADDRESS: u16 = 0x0065;
    pub(crate) const HEADERS: u16 = 0x007D;
    pub(crate) const SENDER_NAME: u16 = 0x0C1A;
    pub(crate) const SENDER_ADDRESS: u16 = 0x0C1F;
    pub(crate) const RECIPIENT_KIND: u16 = 0x0C15;
    pub(crate) const DELIVERED: u16 = 0x0E06;
    pub(crate) const FLAGS: u16 = 0x0E07;
    pub(crate) const BODY: u16 = 0x1000;
    pub(crate) const HTML: u16 = 0x1013;
    pub(crate) const MESSAGE_ID: u16 = 0x1035;
    pub(crate) const REFERENCES: u16 = 0x1039;
    pub(crate) const IN_REPLY_TO: u16 = 0x1042;
    pub(crate) const NAME: u16 = 0x3001;
    pub(crate) const ADDRESS: u16 = 0x3003;
    pub(crate) const CREATED: u16 = 0x3007;
    pub(crate) const SMTP: u16 = 0x39FE;
    pub(crate) const INTERNET_PAGE: u16 = 0x3FDE;
    pub(crate) const PAGE: u16 = 0x3FFD;
    pub(crate) const SENDER_SMTP: u16 = 0x5D01;
    pub(crate) const REPRESENTED_SMTP: u16 = 0x5D02;
    pub(crate) const RECIPIENT_FLAGS: u16 = 0x5FFD;
    pub(crate) const RECIPIENT_ANSWER: u16 = 0x5FFF;
}

/// Properties that a mailbox numbers in its own way, by the name under which they are known
/// everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    /// The first, second, third address of a contact.
    Address(u8),
    /// What it is shown as.
    AddressShown(u8),
    /// Which is often the address itself, before an Exchange server took it in.
    AddressOriginal(u8),
    /// The birthday, by the owner's calendar.
    Birthday,
    Anniversary,
    Location,
    Start,
    IsWholeDay,
    Recurs,
    /// How it comes again, in a form of its own.
    Pattern,
    /// In which zone, by Windows' name and in words.
    Zone,
    ZoneShown,
    /// Bits; the third one: it was called off.
    State,
    /// How the owner answered an invitation; 4: declined.
    Answer,
    /// The meeting's name in every calendar.
    Meeting,
    Categories,
}

/// One thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Item {
    pub(super) values: BTreeMap<u16, Value>,
    pub(super) named: BTreeMap<Named, Value>,
    pub(super) recipients: Vec<BTreeMap<u16, Value>>,
}

/// The table of recipients among the nodes under a message.
const RECIPIENTS: u32 = 0x692;
/// Beyond this, numbers are the mailbox's own.
const FIRST_NAMED: u16 = 0x8000;
/// The body as rich text, larger than everything else, and never looked at.
const RICH_TEXT: u16 = 0x1009;

/// What is kept of an item's source.
const LONGEST_RAW: usize = 64 * 1024;

impl Item {
    /// Reads a node's properties and recipients; nothing where it has none that can be read.
    pub(super) fn read(file: &mut File<'_>, node: &Node, names: &Names) -> Option<Self> {
        let heap = Heap::of(file, node)?;
        let wanted = |id| (id < FIRST_NAMED && id != RICH_TEXT) || names.name(id).is_some();
        let mut item = Self { values: heap.properties(file, wanted), ..Self::default() };
        let own = item.values.split_off(&FIRST_NAMED);
        let known = own.into_iter().filter_map(|(id, value)| Some((names.name(id)?, value)));
        item.named = known.collect();
        if let Some(table) = heap.below().get(&RECIPIENTS).copied()
            && let Some(table) = Heap::of(file, &table)
        {
            item.recipients = table.rows(file, |_| true);
        }
        (!item.values.is_empty()).then_some(item)
    }

    /// A text, empty where there is none.
    pub(super) fn text(&self, id: u16) -> String {
        self.read_text(self.values.get(&id), self.page())
    }

    /// A text by its name.
    pub(super) fn named_text(&self, name: Named) -> String {
        self.read_text(self.named.get(&name), self.page())
    }

    /// A recipient's text.
    pub(super) fn text_of(&self, row: &BTreeMap<u16, Value>, id: u16) -> String {
        self.read_text(row.get(&id), self.page())
    }

    /// The body as HTML, which has a code page of its own.
    pub(super) fn html(&self) -> String {
        let page = match self.number(tag::INTERNET_PAGE) {
            Some(page) => page,
            None => self.page(),
        };
        self.read_text(self.values.get(&tag::HTML), page)
    }

    /// A number.
    pub(super) fn number(&self, id: u16) -> Option<i64> {
        number(self.values.get(&id))
    }

    /// A number by its name.
    pub(super) fn named_number(&self, name: Named) -> Option<i64> {
        number(self.named.get(&name))
    }

    /// Every text, under its number: the source as it stood.
    pub(super) fn raw(&self) -> String {
        let mut raw = String::new();
        for (id, value) in &self.values {
            let text = self.read_text(Some(value), self.page());
            if !text.is_empty() && raw.len() + text.len() < LONGEST_RAW {
                raw.push_str(&format!("{id:04X}: {}\n", text.replace('\n', "\n ")));
            }
        }
        raw
    }

    /// `IPM.Note`, `IPM.Contact`, in lower case.
    pub(super) fn class(&self) -> String {
        self.text(tag::CLASS).to_lowercase()
    }

    fn page(&self) -> i64 {
        self.number(tag::PAGE).unwrap_or(1252)
    }

    fn read_text(&self, value: Option<&Value>, page: i64) -> String {
        match value {
            Some(Value::Text(text)) => text.clone(),
            Some(Value::Bytes(bytes)) => text::narrow(bytes, page),
            Some(Value::Texts(texts)) => texts.join("; "),
            Some(Value::Number(_)) | None => String::new(),
        }
    }
}

/// A number, where the value is one.
pub(super) fn number(value: Option<&Value>) -> Option<i64> {
    match value {
        Some(Value::Number(number)) => Some(*number),
        _ => None,
    }
}
