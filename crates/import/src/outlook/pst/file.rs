//! A mailbox's lowest layer ([MS-PST] 2.2): the header, the two trees of pages, and blocks.
//!
//! Three layouts: the one of Outlook 97 to 2002, the one of 2003 and later, and the one with
//! large pages that Outlook 2013 and later use for the copies of mailboxes on servers (OST).
//! Nothing is believed: levels must fall, sizes are capped, what does not fit is not there.

use super::cipher::Cipher;
use crate::Bytes;
use flate2::read::ZlibDecoder;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{Read, SeekFrom};
use std::rc::Rc;

/// Pages that are kept at hand.
const MOST_PAGES: usize = 1024;
/// What one value or heap may hold.
const LARGEST: usize = 24 * 1024 * 1024;
/// Nodes under one node (attachments, tables).
const MOST_SUBNODES: usize = 20_000;
/// No tree of a file within reach is higher.
const HIGHEST: u8 = 8;

/// The layout of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Outlook 97 to 2002, 32 bits.
    Old,
    /// Since 2003, 64 bits.
    New,
    /// 64 bits and large pages.
    Wide,
}

/// A node: something in the mailbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) id: u32,
    pub(super) data: u64,
    pub(super) below: u64,
    pub(super) parent: u32,
}

/// An opened mailbox.
pub(super) struct File<'b> {
    bytes: &'b mut dyn Bytes,
    pub(super) layout: Layout,
    cipher: Cipher,
    nodes: u64,
    blocks: u64,
    pages: HashMap<u64, Rc<[u8]>>,
    /// Something that should be there could not be read.
    pub(super) is_damaged: bool,
}

/// Why a file cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is no mailbox, or its first bytes are damaged.
    NoMailbox,
    /// It is hidden by a cipher with a key.
    Locked,
}

impl<'b> File<'b> {
    pub(super) fn open(bytes: &'b mut dyn Bytes) -> Result<Self, Refusal> {
        let head = read_at(bytes, 0, 514).ok_or(Refusal::NoMailbox)?;
        let layout = match number(&head, 10, 2) {
            Some(14 | 15) => Layout::Old,
            Some(36..) => Layout::Wide,
            Some(23..) => Layout::New,
            _ => return Err(Refusal::NoMailbox),
        };
        if !head.starts_with(b"!BDN") {
            return Err(Refusal::NoMailbox);
        }
        let (nodes, blocks, cipher) = match layout {
            Layout::Old => (number(&head, 188, 4), number(&head, 196, 4), head.get(461)),
            _ => (number(&head, 224, 8), number(&head, 240, 8), head.get(513)),
        };
        let cipher = cipher.and_then(|cipher| Cipher::of(*cipher)).ok_or(Refusal::Locked)?;
        let (nodes, blocks) = nodes.zip(blocks).ok_or(Refusal::NoMailbox)?;
        let pages = HashMap::new();
        Ok(Self { bytes, layout, cipher, nodes, blocks, pages, is_damaged: false })
    }

    /// Bytes of a number that names a block or a place.
    fn width(&self) -> usize {
        if self.layout == Layout::Old { 4 } else { 8 }
    }

    fn page(&mut self, at: u64) -> Option<Page> {
        if let Some(bytes) = self.pages.get(&at) {
            return Page::of(Rc::clone(bytes), self.layout);
        }
        let length = if self.layout == Layout::Wide { 4096 } else { 512 };
        let bytes: Rc<[u8]> = read_at(self.bytes, at, length)?.into();
        if self.pages.len() >= MOST_PAGES {
            self.pages.clear();
        }
        self.pages.insert(at, Rc::clone(&bytes));
        Page::of(bytes, self.layout)
    }

    /// The leaf's entry for a key.
    fn find(&mut self, root: u64, key: u64) -> Option<Vec<u8>> {
        let width = self.width();
        let mut page = self.page(root)?;
        loop {
            let place = page.partition(|entry| number(entry, 0, width).is_some_and(|k| k <= key));
            let entry = page.entry(place.checked_sub(1)?)?.to_vec();
            if page.level == 0 {
                return (number(&entry, 0, width)? == key).then_some(entry);
            }
            let next = self.page(number(&entry, 2 * width, width)?)?;
            if next.level >= page.level {
                return None;
            }
            page = next;
        }
    }

    /// Begins a walk through all nodes.
    pub(super) fn walk(&mut self) -> Walk {
        match self.page(self.nodes) {
            Some(page) => Walk { open: vec![(page, 0)], seen: HashSet::new() },
            None => {
                self.is_damaged = true;
                Walk { open: Vec::new(), seen: HashSet::new() }
            }
        }
    }

    /// The next node in the order of their numbers; pages that are damaged are passed over.
    pub(super) fn next(&mut self, walk: &mut Walk) -> Option<Node> {
        let width = self.width();
        loop {
            let (page, place) = walk.open.last_mut()?;
            let Some(entry) = page.entry(*place) else {
                walk.open.pop();
                continue;
            };
            *place += 1;
            if page.level == 0 {
                return Some(node(entry, width));
            }
            let (level, at) = (page.level, number(entry, 2 * width, width));
            let at = at.filter(|at| walk.seen.insert(*at));
            match at.and_then(|at| self.page(at)).filter(|next| next.level < level) {
                Some(next) => walk.open.push((next, 0)),
                None => self.is_damaged = true,
            }
        }
    }

    /// A node by its number.
    pub(super) fn node(&mut self, id: u32) -> Option<Node> {
        let entry = self.find(self.nodes, u64::from(id))?;
        Some(node(&entry, self.width()))
    }

    /// One block, readable.
    fn block(&mut self, id: u64) -> Option<Vec<u8>> {
        let width = self.width();
        // The lowest bit is no part of the name; the next one marks what is no owner's data.
        let entry = self.find(self.blocks, id & !1)?;
        let at = number(&entry, width, width)?;
        let size = usize::try_from(number(&entry, 2 * width, 2)?).ok()?;
        let mut data = read_at(self.bytes, at, size)?;
        if self.layout == Layout::Wide {
            let full = usize::try_from(number(&entry, 2 * width + 2, 2)?).ok()?;
            if full > size {
                data = inflated(&data, full)?;
            }
        }
        if id & 2 == 0 {
            self.cipher.undo(&mut data, id);
        }
        Some(data)
    }

    /// The blocks of one node's data, in order, as far as they can be read.
    pub(super) fn data(&mut self, id: u64) -> Vec<Vec<u8>> {
        let mut gathered = Gathered { room: LARGEST, found: Vec::new() };
        self.gather(id, 3, &mut gathered);
        gathered.found
    }

    fn gather(&mut self, id: u64, depth: u8, blocks: &mut Gathered<Vec<Vec<u8>>>) {
        if id == 0 || blocks.room == 0 {
            return;
        }
        let Some(block) = self.block(id) else {
            self.is_damaged = true;
            return;
        };
        // Lists of blocks cost room as well, so that they cannot go round for ever.
        blocks.room = blocks.room.saturating_sub(block.len().max(16));
        if id & 2 == 0 {
            blocks.found.push(block);
            return;
        }
        let is_list = matches!(block.as_slice(), [1, 1 | 2, ..]);
        let width = self.width();
        let count = usize::try_from(number(&block, 2, 2).unwrap_or(0)).unwrap_or(0);
        if is_list && depth > 0 {
            for place in 0..count {
                match number(&block, 8 + place * width, width) {
                    Some(below) => self.gather(below, depth - 1, blocks),
                    None => break,
                }
            }
        }
    }

    /// The nodes under a node, by their numbers.
    pub(super) fn below(&mut self, id: u64) -> BTreeMap<u32, Node> {
        let mut gathered = Gathered { room: MOST_SUBNODES, found: BTreeMap::new() };
        self.gather_below(id, 2, &mut gathered);
        gathered.found
    }

    fn gather_below(&mut self, id: u64, depth: u8, nodes: &mut Gathered<BTreeMap<u32, Node>>) {
        if id == 0 || depth == 0 || nodes.room == 0 {
            return;
        }
        let Some(block) = self.block(id) else {
            self.is_damaged = true;
            return;
        };
        let width = self.width();
        let [2, level, ..] = *block.as_slice() else {
            return;
        };
        let head = if width == 4 { 4 } else { 8 };
        let each = if level == 0 { 3 * width } else { 2 * width };
        let count = usize::try_from(number(&block, 2, 2).unwrap_or(0)).unwrap_or(0);
        for entry in block.get(head..).unwrap_or_default().chunks_exact(each).take(count) {
            nodes.room = nodes.room.saturating_sub(1);
            let node = node(entry, width);
            if level == 0 {
                nodes.found.insert(node.id, node);
            } else {
                self.gather_below(node.data, depth - 1, nodes);
            }
        }
    }
}

/// What was gathered, and how much more may be.
struct Gathered<T> {
    room: usize,
    found: T,
}

/// A walk through the tree of nodes.
pub(super) struct Walk {
    open: Vec<(Page, usize)>,
    /// Pages that were entered: none is entered twice, however the tree is knotted.
    seen: HashSet<u64>,
}

/// One page of a tree.
struct Page {
    bytes: Rc<[u8]>,
    count: usize,
    size: usize,
    level: u8,
}

impl Page {
    fn of(bytes: Rc<[u8]>, layout: Layout) -> Option<Self> {
        let (count, size, level) = match layout {
            Layout::Old => (number(&bytes, 496, 1)?, bytes.get(498)?, *bytes.get(499)?),
            Layout::New => (number(&bytes, 488, 1)?, bytes.get(490)?, *bytes.get(491)?),
            Layout::Wide => (number(&bytes, 4056, 2)?, bytes.get(4060)?, *bytes.get(4061)?),
        };
        let (count, size) = (usize::try_from(count).ok()?, usize::from(*size));
        let room = if layout == Layout::Wide { 4056 } else { 496 };
        let fits = size >= 12 && count.checked_mul(size)? <= room && level <= HIGHEST;
        fits.then_some(Self { bytes, count, size, level })
    }

    fn entry(&self, place: usize) -> Option<&[u8]> {
        let start = place.checked_mul(self.size).filter(|_| place < self.count)?;
        self.bytes.get(start..start + self.size)
    }

    /// How many entries from the first on fulfil it.
    fn partition(&self, is_before: impl Fn(&[u8]) -> bool) -> usize {
        (0..self.count).take_while(|place| self.entry(*place).is_some_and(&is_before)).count()
    }
}

/// A node as the trees write it: its number, its data, what is below, whose it is.
fn node(entry: &[u8], width: usize) -> Node {
    Node {
        id: number32(entry, 0),
        data: number(entry, width, width).unwrap_or(0),
        below: number(entry, 2 * width, width).unwrap_or(0),
        parent: number32(entry, 3 * width),
    }
}

/// A number of so many bytes, the smallest first.
pub(super) fn number(bytes: &[u8], at: usize, width: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(width)?)?;
    Some(bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

/// A number of four bytes; zero where there is none.
pub(super) fn number32(bytes: &[u8], at: usize) -> u32 {
    number(bytes, at, 4).and_then(|number| u32::try_from(number).ok()).unwrap_or(0)
}

fn read_at(bytes: &mut dyn Bytes, at: u64, length: usize) -> Option<Vec<u8>> {
    bytes.seek(SeekFrom::Start(at)).ok()?;
    let mut read = Vec::new();
    let limit = u64::try_from(length).ok()?;
    bytes.take(limit).read_to_end(&mut read).ok()?;
    (read.len() == length).then_some(read)
}

fn inflated(data: &[u8], full: usize) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let limit = u64::try_from(full).ok()?;
    ZlibDecoder::new(data).take(limit).read_to_end(&mut out).ok()?;
    (out.len() == full).then_some(out)
}
