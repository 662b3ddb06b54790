//! A mailbox's middle layer ([MS-PST] 2.3): heaps of small pieces in blocks, trees of records
//! in them, and on these the properties of one thing and tables of many.

use super::file::{File, Layout, Node, number, number32};
use super::text;
use std::cell::Cell;
use std::collections::BTreeMap;

/// Records of one tree.
const MOST_RECORDS: usize = 20_000;
/// Rows of one table: more recipients than any mail has.
const MOST_ROWS: usize = 5000;
/// Bytes of all values of one thing.
const LARGEST: usize = 64 * 1024 * 1024;

/// Pieces in blocks.
pub(super) struct Heap {
    blocks: Vec<Vec<u8>>,
    is_wide: bool,
    /// The nodes under the one whose heap this is: values too large for a heap lie there.
    below: BTreeMap<u32, Node>,
    /// Bytes that may still be fetched: many values may claim one place.
    room: Cell<usize>,
}

/// A value as a property or a cell tells it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Number(i64),
    Text(String),
    /// Text in bytes of some code page, which another property names.
    Bytes(Vec<u8>),
    Texts(Vec<String>),
}

impl Heap {
    /// Reads a node's heap.
    pub(super) fn of(file: &mut File<'_>, node: &Node) -> Option<Self> {
        let blocks = file.data(node.data);
        let below = file.below(node.below);
        let is_wide = file.layout == Layout::Wide;
        let heap = Self { blocks, is_wide, below, room: Cell::new(LARGEST) };
        (heap.blocks.first()?.get(2) == Some(&0xEC)).then_some(heap)
    }

    /// The nodes below.
    pub(super) fn below(&self) -> &BTreeMap<u32, Node> {
        &self.below
    }

    fn root(&self) -> u32 {
        self.blocks.first().map_or(0, |block| number32(block, 4))
    }

    /// One piece.
    fn piece(&self, id: u32) -> Option<&[u8]> {
        let (block, place) = match self.is_wide {
            true => (id >> 19, (id & 0x7_FFFF) >> 5),
            false => (id >> 16, (id & 0xFFFF) >> 5),
        };
        let block = self.blocks.get(usize::try_from(block).ok()?)?;
        let map = usize::try_from(number(block, 0, 2)?).ok()?;
        let place = usize::try_from(place).ok()?.checked_sub(1)?;
        if place >= usize::try_from(number(block, map, 2)?).ok()? {
            return None;
        }
        let edge = |place: usize| usize::try_from(number(block, map + 4 + 2 * place, 2)?).ok();
        block.get(edge(place)?..edge(place + 1)?)
    }

    /// The records of a tree, its key first.
    fn records(&self, head: u32) -> Option<Vec<&[u8]>> {
        let head = self.piece(head)?;
        let &[0xB5, key, value, levels, ..] = head else {
            return None;
        };
        let (key, value) = (usize::from(key), usize::from(value));
        let mut ids = vec![number32(head, 4)];
        for _ in 0..levels.min(4) {
            let pieces = ids.iter().filter_map(|id| self.piece(*id));
            let entries = pieces.flat_map(|piece| piece.chunks_exact(key + 4));
            ids = entries.take(MOST_RECORDS).map(|entry| number32(entry, key)).collect();
        }
        let pieces = ids.iter().filter_map(|id| self.piece(*id));
        let records = pieces.flat_map(|piece| piece.chunks_exact((key + value).max(1)));
        Some(records.take(MOST_RECORDS).collect())
    }

    /// What lies at a place that is a piece of this heap or a node below.
    fn far(&self, file: &mut File<'_>, place: u32) -> Option<Vec<u8>> {
        if self.room.get() == 0 {
            return None;
        }
        let bytes = match place & 0x1F {
            0 => self.piece(place)?.to_vec(),
            _ => file.data(self.below.get(&place)?.data).concat(),
        };
        self.room.set(self.room.get().saturating_sub(bytes.len()));
        Some(bytes)
    }

    fn value(&self, file: &mut File<'_>, kind: u16, raw: u32) -> Option<Value> {
        match kind {
            0x0002 => Some(Value::Number(i64::from(raw & 0xFFFF))),
            0x0003 => Some(Value::Number(i64::from(raw))),
            0x000B => Some(Value::Number(i64::from(raw & 0xFF))),
            _ if raw == 0 => None,
            _ => self.far(file, raw).and_then(|bytes| read(kind, bytes)),
        }
    }

    /// The properties that are `wanted`, by their numbers.
    pub(super) fn properties(
        &self,
        file: &mut File<'_>,
        wanted: impl Fn(u16) -> bool,
    ) -> BTreeMap<u16, Value> {
        let mut found = BTreeMap::new();
        for record in self.records(self.root()).unwrap_or_default() {
            let (id, kind) = (number16(record, 0), number16(record, 2));
            if record.len() == 8
                && wanted(id)
                && !found.contains_key(&id)
                && let Some(value) = self.value(file, kind, number32(record, 4))
            {
                found.insert(id, value);
            }
        }
        found
    }

    /// The rows of a table, each as its properties.
    pub(super) fn rows(
        &self,
        file: &mut File<'_>,
        wanted: impl Fn(u16) -> bool,
    ) -> Vec<BTreeMap<u16, Value>> {
        self.every_row(file, wanted).unwrap_or_default()
    }

    fn every_row(
        &self,
        file: &mut File<'_>,
        wanted: impl Fn(u16) -> bool,
    ) -> Option<Vec<BTreeMap<u16, Value>>> {
        let head = self.piece(self.root())?;
        let &[0x7C, count, ..] = head else {
            return None;
        };
        let (marks, size) = (usize::from(number16(head, 6)), usize::from(number16(head, 8)));
        let columns = head.get(22..)?.chunks_exact(8).take(usize::from(count));
        let columns: Vec<Column> =
            columns.map(Column::of).filter(|column| wanted(column.id)).collect();
        let place = number32(head, 14);
        let blocks = match place & 0x1F {
            0 => vec![self.piece(place).unwrap_or_default().to_vec()],
            _ => self.below.get(&place).map_or_else(Vec::new, |node| file.data(node.data)),
        };
        // Rows do not reach from one block into the next.
        let rows = blocks.iter().flat_map(|block| block.chunks_exact(size.max(1)));
        let read = |row: &[u8]| {
            let told = columns.iter().filter(|column| column.is_told(row, marks));
            let mut cells = BTreeMap::new();
            for column in told {
                if let Some(value) = self.cell(file, column, row) {
                    cells.insert(column.id, value);
                }
            }
            cells
        };
        Some(rows.take(MOST_ROWS).map(read).collect())
    }

    fn cell(&self, file: &mut File<'_>, column: &Column, row: &[u8]) -> Option<Value> {
        match column.size {
            8 => read(column.kind, row.get(column.at..column.at + 8)?.to_vec()),
            4 => self.value(file, column.kind, number32(row, column.at)),
            size @ (1 | 2) => {
                let small = number(row, column.at, size)?;
                Some(Value::Number(i64::try_from(small).ok()?))
            }
            _ => None,
        }
    }
}

/// One column of a table.
struct Column {
    id: u16,
    kind: u16,
    at: usize,
    size: usize,
    mark: usize,
}

impl Column {
    fn of(entry: &[u8]) -> Self {
        let byte = |at: usize| entry.get(at).map_or(0, |byte| usize::from(*byte));
        Self {
            kind: number16(entry, 0),
            id: number16(entry, 2),
            at: usize::from(number16(entry, 4)),
            size: byte(6),
            mark: byte(7),
        }
    }

    /// Whether the row says that it has a value here.
    fn is_told(&self, row: &[u8], marks: usize) -> bool {
        let byte = row.get(marks + self.mark / 8).copied().unwrap_or(0);
        byte & (0x80 >> (self.mark % 8)) != 0
    }
}

fn number16(bytes: &[u8], at: usize) -> u16 {
    number(bytes, at, 2).and_then(|number| u16::try_from(number).ok()).unwrap_or(0)
}

/// Bytes as the value they are.
fn read(kind: u16, bytes: Vec<u8>) -> Option<Value> {
    match kind {
        0x0014 | 0x0040 => {
            let number = number(&bytes, 0, 8)?;
            Some(Value::Number(i64::from_le_bytes(number.to_le_bytes())))
        }
        0x001E | 0x0102 => Some(Value::Bytes(bytes)),
        0x001F => Some(Value::Text(text::wide(&bytes))),
        0x101F => Some(Value::Texts(texts(&bytes))),
        _ => None,
    }
}

/// Several texts: how many, where each begins, then they themselves.
fn texts(bytes: &[u8]) -> Vec<String> {
    let count = usize::try_from(number32(bytes, 0)).unwrap_or(0).min(1000);
    let edge = |place: usize| match place < count {
        true => usize::try_from(number32(bytes, 4 + 4 * place)).ok(),
        false => Some(bytes.len()),
    };
    let mut texts = Vec::new();
    let mut room = bytes.len();
    for place in 0..count {
        let Some((from, to)) = edge(place).zip(edge(place + 1)) else {
            break;
        };
        let text = bytes.get(from..to).unwrap_or_default();
        if text.len() > room {
            break;
        }
        room -= text.len();
        texts.push(text::wide(text));
    }
    texts
}
