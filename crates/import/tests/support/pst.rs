//! Writes mailboxes of Outlook, byte by byte as the published description has them ([MS-PST]),
//! for the readers to read: nobody's real mailbox is needed.

use std::collections::BTreeMap;

/// Which generation to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Outlook 97 to 2002.
    Old,
    /// Outlook 2003 and later.
    New,
    /// The large pages of OST since 2013.
    Wide,
}

/// How words are hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cipher {
    Plain,
    Permuted,
}

/// A property's value.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Number(u32),
    Flag(bool),
    /// As ticks since 1601.
    Time(u64),
    Text(String),
    /// Text in a code page's bytes.
    Narrow(Vec<u8>),
    Bytes(Vec<u8>),
    Texts(Vec<String>),
    /// Text that is put into a node of its own.
    Long(String),
}

/// Properties by their numbers.
pub(crate) type Properties = Vec<(u16, Value)>;

pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// `2024-05-02 08:00` as Windows counts.
pub(crate) fn time(text: &str) -> Value {
    let at = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    let seconds = at.and_utc().timestamp() + 11_644_473_600;
    Value::Time(u64::try_from(seconds).unwrap() * 10_000_000)
}

/// A mailbox that is being written.
pub(crate) struct Mailbox {
    layout: Layout,
    cipher: Cipher,
    /// The file's bytes from the first block on.
    body: Vec<u8>,
    /// Blocks: name, place, bytes stored, bytes in full.
    blocks: Vec<(u64, u64, usize, usize)>,
    /// Nodes: number, data, below, parent.
    nodes: BTreeMap<u32, (u64, u64, u32)>,
    next: u64,
}

/// Where blocks begin.
const FIRST: usize = 0x4600;

impl Mailbox {
    pub(crate) fn new(layout: Layout, cipher: Cipher) -> Self {
        let mut mailbox = Self {
            layout,
            cipher,
            body: Vec::new(),
            blocks: Vec::new(),
            nodes: BTreeMap::new(),
            next: 4,
        };
        let entry = |node: u32| {
            let mut bytes = vec![0; 4];
            bytes.extend([7; 16]);
            bytes.extend(node.to_le_bytes());
            Value::Bytes(bytes)
        };
        mailbox.add(
            0x21,
            0,
            vec![
                (0x0FF9, Value::Bytes(vec![7; 16])),
                (0x3001, text("Mailbox")),
                (0x35E0, entry(0x8022)),
                (0x35E3, entry(0x8062)),
                (0x35E4, entry(0x80A2)),
                (0x35E7, entry(0x8042)),
            ],
        );
        mailbox.add(0x61, 0, names());
        mailbox.folder(0x122, 0x122, "");
        mailbox.folder(0x8022, 0x122, "Top of Outlook data file");
        mailbox.folder(0x8062, 0x8022, "Waste paper");
        mailbox.folder(0x80A2, 0x8022, "Off they went");
        mailbox.folder(0x80C2, 0x8022, "Inbox");
        mailbox
    }

    fn width(&self) -> usize {
        if self.layout == Layout::Old { 4 } else { 8 }
    }

    pub(crate) fn folder(&mut self, id: u32, parent: u32, name: &str) {
        self.add(
            id,
            parent,
            vec![
                (0x3001, text(name)),
                (0x3602, Value::Number(0)),
                (0x3603, Value::Number(0)),
                (0x360A, Value::Flag(false)),
            ],
        );
    }

    /// A node of these properties alone.
    pub(crate) fn add(&mut self, id: u32, parent: u32, properties: Properties) {
        let mut below = Vec::new();
        let heap = self.property_heap(properties, &mut below);
        let data = self.data(&heap);
        let below = self.below(below);
        self.nodes.insert(id, (data, below, parent));
    }

    /// A message: its properties, and those of each recipient.
    pub(crate) fn message(
        &mut self,
        (place, parent): (u32, u32),
        properties: Properties,
        recipients: &[Properties],
    ) {
        let mut below = Vec::new();
        let heap = self.property_heap(properties, &mut below);
        let data = self.data(&heap);
        let table = self.table_heap(recipients);
        let table = self.data(&table);
        below.push((0x692, table));
        let below = self.below(below);
        self.nodes.insert((0x10_000 + place) << 5 | 4, (data, below, parent));
    }

    /// Numbers of the messages, to damage one.
    pub(crate) fn place_of_data(&self, place: u32) -> (usize, usize) {
        let (data, ..) = self.nodes[&((0x10_000 + place) << 5 | 4)];
        let (_, at, size, _) = self.blocks.iter().find(|block| block.0 == data).unwrap();
        (usize::try_from(*at).unwrap(), *size)
    }

    fn property_heap(
        &mut self,
        mut properties: Properties,
        below: &mut Vec<(u32, u64)>,
    ) -> Vec<u8> {
        properties.sort_by_key(|(id, _)| *id);
        let mut pieces = vec![Vec::new(), Vec::new()];
        let mut records = Vec::new();
        for (id, value) in properties {
            let (kind, raw) = self.placed(value, &mut pieces, below);
            records.extend(id.to_le_bytes());
            records.extend(kind.to_le_bytes());
            records.extend(raw.to_le_bytes());
        }
        pieces[0] = [&[0xB5, 2, 6, 0][..], &0x40_u32.to_le_bytes()].concat();
        pieces[1] = records;
        heap(0xBC, &pieces)
    }

    /// A value's kind and what stands for it in a record.
    fn placed(
        &mut self,
        value: Value,
        pieces: &mut Vec<Vec<u8>>,
        below: &mut Vec<(u32, u64)>,
    ) -> (u16, u32) {
        let (kind, bytes) = match value {
            Value::Number(number) => return (0x0003, number),
            Value::Flag(flag) => return (0x000B, u32::from(flag)),
            Value::Time(ticks) => (0x0040, ticks.to_le_bytes().to_vec()),
            Value::Text(text) => (0x001F, wide(&text)),
            Value::Narrow(bytes) => (0x001E, bytes),
            Value::Bytes(bytes) => (0x0102, bytes),
            Value::Texts(texts) => (0x101F, several(&texts)),
            Value::Long(text) => {
                let node = (0x500 + u32::try_from(below.len()).unwrap()) << 5 | 0x1F;
                let data = self.data(&wide(&text));
                below.push((node, data));
                return (0x001F, node);
            }
        };
        if bytes.is_empty() {
            return (kind, 0);
        }
        pieces.push(bytes);
        (kind, u32::try_from(pieces.len()).unwrap() << 5)
    }

    /// A table of recipients: what it is, the index of its rows in two pieces, the rows.
    fn table_heap(&mut self, recipients: &[Properties]) -> Vec<u8> {
        let mut pieces = vec![Vec::new(); 4];
        let mut rows = Vec::new();
        for (number, recipient) in recipients.iter().enumerate() {
            rows.extend(self.row(u32::try_from(number).unwrap(), recipient, &mut pieces));
        }
        let width = if self.layout == Layout::Old { 2 } else { 4 };
        let count = u32::try_from(recipients.len()).unwrap();
        let root = if count == 0 { 0_u32 } else { 0x60 };
        pieces[0] = table_head(!rows.is_empty());
        pieces[1] = [&[0xB5, 4, width, 0][..], &root.to_le_bytes()].concat();
        for row in 0..count {
            pieces[2].extend(row.to_le_bytes());
            pieces[2].extend(&row.to_le_bytes()[..usize::from(width)]);
        }
        pieces[3] = rows;
        heap(0x7C, &pieces)
    }

    fn row(&mut self, number: u32, recipient: &Properties, pieces: &mut Vec<Vec<u8>>) -> Vec<u8> {
        let mut row = vec![0; 4 * COLUMNS.len() + 1];
        let own = [(0x67F2, Value::Number(number)), (0x67F3, Value::Number(1))];
        for (id, value) in recipient.iter().cloned().chain(own) {
            let (_, raw) = self.placed(value, pieces, &mut Vec::new());
            let at = place_in_row(id);
            row[4 * at..4 * at + 4].copy_from_slice(&raw.to_le_bytes());
            row[4 * COLUMNS.len()] |= 0x80 >> at;
        }
        row
    }

    fn below(&mut self, mut nodes: Vec<(u32, u64)>) -> u64 {
        if nodes.is_empty() {
            return 0;
        }
        nodes.sort_unstable();
        let mut block = vec![2, 0];
        block.extend(u16::try_from(nodes.len()).unwrap().to_le_bytes());
        if self.layout != Layout::Old {
            block.extend([0; 4]);
        }
        for (id, data) in nodes {
            block.extend(self.number(u64::from(id)));
            block.extend(self.number(data));
            block.extend(self.number(0));
        }
        self.block(&block, true)
    }

    fn number(&self, number: u64) -> Vec<u8> {
        number.to_le_bytes()[..self.width()].to_vec()
    }

    /// Data in one block, or in several with a list of them.
    fn data(&mut self, bytes: &[u8]) -> u64 {
        let blocks: Vec<u64> = bytes.chunks(8000).map(|part| self.block(part, false)).collect();
        if let [single] = blocks.as_slice() {
            return *single;
        }
        let mut list = vec![1, 1];
        list.extend(u16::try_from(blocks.len()).unwrap().to_le_bytes());
        list.extend(u32::try_from(bytes.len()).unwrap().to_le_bytes());
        for block in blocks {
            list.extend(self.number(block));
        }
        self.block(&list, true)
    }

    fn block(&mut self, bytes: &[u8], is_internal: bool) -> u64 {
        let id = self.next | if is_internal { 2 } else { 0 };
        self.next += 4;
        let mut stored = bytes.to_vec();
        if self.cipher == Cipher::Permuted && !is_internal {
            stored.iter_mut().for_each(|byte| *byte = permuted(*byte));
        }
        if self.layout == Layout::Wide && !is_internal && bytes.len() > 512 {
            stored = deflated(&stored);
        }
        let size = stored.len();
        let at = u64::try_from(FIRST + self.body.len()).unwrap();
        self.blocks.push((id, at, size, bytes.len()));
        let trailer = match self.layout {
            Layout::Old => 12,
            Layout::New => 16,
            Layout::Wide => 24,
        };
        let check = crc(&stored);
        let full = (size + trailer).next_multiple_of(64);
        stored.resize(full - trailer, 0);
        stored.extend(u16::try_from(size).unwrap().to_le_bytes());
        stored.extend(mark(at, id).to_le_bytes());
        match self.layout {
            Layout::Old => {
                stored.extend(self.number(id));
                stored.extend(check.to_le_bytes());
            }
            _ => {
                stored.extend(check.to_le_bytes());
                stored.extend(self.number(id));
            }
        }
        stored.resize(full, 0);
        self.body.extend(stored);
        id
    }

    /// The whole file.
    pub(crate) fn file(&self) -> Vec<u8> {
        let page = if self.layout == Layout::Wide { 4096 } else { 512 };
        let mut file = vec![0; FIRST];
        file.extend(&self.body);
        file.resize(file.len().next_multiple_of(page), 0);
        let mut blocks = self.blocks.clone();
        blocks.sort_unstable();
        let blocks: Vec<(u64, Vec<u8>)> =
            blocks.iter().map(|block| (block.0, self.block_entry(block))).collect();
        let nodes: Vec<(u64, Vec<u8>)> = self
            .nodes
            .iter()
            .map(|(id, node)| (u64::from(*id), self.node_entry(*id, node)))
            .collect();
        let nodes = self.tree(&mut file, 0x81, nodes);
        let blocks = self.tree(&mut file, 0x80, blocks);
        self.header(&mut file, nodes, blocks);
        file
    }

    fn block_entry(&self, (id, at, size, full): &(u64, u64, usize, usize)) -> Vec<u8> {
        let mut entry = [self.number(*id), self.number(*at)].concat();
        entry.extend(u16::try_from(*size).unwrap().to_le_bytes());
        if self.layout == Layout::Wide {
            entry.extend(u16::try_from(*full).unwrap().to_le_bytes());
        }
        entry.extend(2_u16.to_le_bytes());
        entry.resize(if self.layout == Layout::Old { 12 } else { 24 }, 0);
        entry
    }

    fn node_entry(&self, id: u32, (data, below, parent): &(u64, u64, u32)) -> Vec<u8> {
        let mut entry =
            [self.number(u64::from(id)), self.number(*data), self.number(*below)].concat();
        entry.extend(parent.to_le_bytes());
        entry.resize(4 * self.width(), 0);
        entry
    }

    /// Leaves, and pages above them until one is enough; answers the root's name and place.
    fn tree(&self, file: &mut Vec<u8>, kind: u8, leaves: Vec<(u64, Vec<u8>)>) -> (u64, u64) {
        let room = if self.layout == Layout::Wide { 4056 } else { 488 };
        let mut entries = leaves;
        let mut level = 0;
        loop {
            let size = entries[0].1.len();
            let mut above = Vec::new();
            let mut last = (0, 0);
            for some in entries.chunks(room / size) {
                last = self.page(file, (kind, level, size), some);
                let entry = [some[0].0, last.0, last.1].map(|number| self.number(number)).concat();
                above.push((some[0].0, entry));
            }
            if above.len() == 1 {
                return last;
            }
            entries = above;
            level += 1;
        }
    }

    fn page(
        &self,
        file: &mut Vec<u8>,
        (kind, level, size): (u8, u8, usize),
        entries: &[(u64, Vec<u8>)],
    ) -> (u64, u64) {
        let at = u64::try_from(file.len()).unwrap();
        let id = at / 512 * 4;
        let mut page: Vec<u8> = entries.iter().flat_map(|(_, entry)| entry.clone()).collect();
        let count = u8::try_from(entries.len()).unwrap();
        let size = u8::try_from(size).unwrap();
        match self.layout {
            Layout::Old => {
                page.resize(496, 0);
                page.extend([count, u8::try_from(496 / usize::from(size)).unwrap(), size, level]);
            }
            Layout::New => {
                page.resize(488, 0);
                page.extend([count, u8::try_from(488 / usize::from(size)).unwrap(), size, level]);
                page.extend([0; 4]);
            }
            Layout::Wide => {
                page.resize(4056, 0);
                page.extend([count, 0, 100, 0, size, level]);
                page.resize(4072, 0);
            }
        }
        let check = crc(&page);
        page.extend([kind, kind]);
        page.extend(mark(at, id).to_le_bytes());
        match self.layout {
            Layout::Old => {
                page.extend(self.number(id));
                page.extend(check.to_le_bytes());
            }
            _ => {
                page.extend(check.to_le_bytes());
                page.extend(self.number(id));
            }
        }
        page.resize(if self.layout == Layout::Wide { 4096 } else { 512 }, 0);
        file.extend(page);
        (id, at)
    }

    fn header(&self, file: &mut [u8], nodes: (u64, u64), blocks: (u64, u64)) {
        let (version, is_old) = match self.layout {
            Layout::Old => (15_u16, true),
            Layout::New => (23, false),
            Layout::Wide => (36, false),
        };
        let end = u64::try_from(file.len()).unwrap();
        let pad = |short: usize, long: usize| vec![0; if is_old { short } else { long }];
        let own = |number: u64| self.number(number);
        let root = [end, 0x4400, 0, 0, nodes.0, nodes.1, blocks.0, blocks.1];
        let cipher = u8::from(self.cipher != Cipher::Plain);
        let mut head = [
            b"!BDN\0\0\0\0SM".to_vec(),
            version.to_le_bytes().to_vec(),
            vec![19, 0, 1, 1],
            pad(8, 16),
            own(end / 512 * 4 + 4),
            if is_old { own(0x1000) } else { Vec::new() },
            vec![1, 0, 0, 0],
            pad(128, 136),
            vec![0; 4],
            root.iter().flat_map(|number| own(*number)).collect(),
            vec![2, 0, 0, 0],
            pad(0, 4),
            vec![0xFF; 256],
            vec![0x80, cipher, 0, 0],
            if is_old { Vec::new() } else { own(self.next) },
        ]
        .concat();
        head.resize(564, 0);
        let check = crc(&head[8..479]);
        head[4..8].copy_from_slice(&check.to_le_bytes());
        if !is_old {
            let check = crc(&head[8..524]);
            head[524..528].copy_from_slice(&check.to_le_bytes());
        }
        file[..564].copy_from_slice(&head);
    }
}

/// The columns of a table of recipients: number and kind; four bytes each in a row.
const COLUMNS: [(u16, u16); 8] = [
    (0x0C15, 0x0003),
    (0x3001, 0x001F),
    (0x3002, 0x001F),
    (0x3003, 0x001F),
    (0x39FE, 0x001F),
    (0x5FFD, 0x0003),
    (0x67F2, 0x0003),
    (0x67F3, 0x0003),
];

/// The last two columns come first in a row.
fn place_in_row(id: u16) -> usize {
    match id {
        0x67F2 => 0,
        0x67F3 => 1,
        _ => 2 + COLUMNS.iter().position(|(known, _)| *known == id).unwrap(),
    }
}

fn table_head(has_rows: bool) -> Vec<u8> {
    let full = u16::try_from(4 * COLUMNS.len()).unwrap();
    let mut head = vec![0x7C, u8::try_from(COLUMNS.len()).unwrap()];
    for edge in [full, full, full, full + 1] {
        head.extend(edge.to_le_bytes());
    }
    head.extend(0x40_u32.to_le_bytes());
    head.extend(if has_rows { 0x80_u32 } else { 0 }.to_le_bytes());
    head.extend(0_u32.to_le_bytes());
    for (id, kind) in COLUMNS {
        let at = u16::try_from(place_in_row(id)).unwrap();
        head.extend(kind.to_le_bytes());
        head.extend(id.to_le_bytes());
        head.extend((4 * at).to_le_bytes());
        head.extend([4, u8::try_from(at).unwrap()]);
    }
    head
}

/// Pieces in one block.
fn heap(kind: u8, pieces: &[Vec<u8>]) -> Vec<u8> {
    let mut block = vec![0, 0, 0xEC, kind];
    block.extend(0x20_u32.to_le_bytes());
    block.extend([0; 4]);
    let mut edges = vec![12];
    for piece in pieces {
        block.extend(piece);
        edges.push(u16::try_from(block.len()).unwrap());
    }
    block.resize(block.len().next_multiple_of(2), 0);
    let map = u16::try_from(block.len()).unwrap();
    block.extend(u16::try_from(pieces.len()).unwrap().to_le_bytes());
    block.extend([0; 2]);
    block.extend(edges.iter().flat_map(|edge| edge.to_le_bytes()));
    block[..2].copy_from_slice(&map.to_le_bytes());
    block
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn several(texts: &[String]) -> Vec<u8> {
    let texts: Vec<Vec<u8>> = texts.iter().map(|text| wide(text)).collect();
    let mut bytes = u32::try_from(texts.len()).unwrap().to_le_bytes().to_vec();
    let mut at = 4 + 4 * texts.len();
    for text in &texts {
        bytes.extend(u32::try_from(at).unwrap().to_le_bytes());
        at += text.len();
    }
    bytes.extend(texts.concat());
    bytes
}

/// The names under which a mailbox of these tests keeps its own properties, from 0x8000 on.
const NAMES: [(u32, u16); 13] = [
    (0x8083, 4),
    (0x8084, 4),
    (0x8080, 4),
    (0x80DE, 4),
    (0x8208, 3),
    (0x820D, 3),
    (0x8215, 3),
    (0x8217, 3),
    (0x8218, 3),
    (0x8223, 3),
    (0x23, 5),
    (0x8216, 3),
    (0x8234, 3),
];

/// The number that a mailbox of these tests gives a named property.
pub(crate) fn named(number: u32) -> u16 {
    let place = NAMES.iter().position(|(known, _)| *known == number).unwrap();
    0x8000 + u16::try_from(place).unwrap()
}

/// The one for categories, which has a word for a name.
pub(crate) const CATEGORIES: u16 = 0x8000 + 13;

fn names() -> Properties {
    let set =
        |first: u8| [&[first, 0x20, 6, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46][..]].concat();
    let meetings =
        [0x90, 0xDA, 0xD8, 0x6E, 0x0B, 0x45, 0x1B, 0x10, 0x98, 0xDA, 0, 0xAA, 0, 0x3F, 0x13, 5];
    let mut entries = Vec::new();
    for (place, (number, set)) in NAMES.iter().enumerate() {
        entries.extend(number.to_le_bytes());
        entries.extend((set << 1).to_le_bytes());
        entries.extend(u16::try_from(place).unwrap().to_le_bytes());
    }
    entries.extend([0, 0, 0, 0, 5, 0, 13, 0]);
    let word = wide("Keywords");
    let words = [&u32::try_from(word.len()).unwrap().to_le_bytes()[..], &word].concat();
    vec![
        (0x0001, Value::Number(1)),
        (0x0002, Value::Bytes([set(2), set(4), meetings.to_vec()].concat())),
        (0x0003, Value::Bytes(entries)),
        (0x0004, Value::Bytes(words)),
    ]
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    use std::io::Read;
    let mut out = Vec::new();
    let fast = flate2::Compression::fast();
    flate2::read::ZlibEncoder::new(bytes, fast).read_to_end(&mut out).unwrap();
    out
}

fn mark(at: u64, id: u64) -> u16 {
    let value = u32::try_from((at ^ id) & 0xFFFF_FFFF).unwrap();
    u16::try_from((value >> 16) ^ (value & 0xFFFF)).unwrap()
}

/// The usual check sum, begun and ended at zero.
fn crc(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum, byte| {
        let mut rest = (sum ^ u32::from(*byte)) & 0xFF;
        for _ in 0..8 {
            rest = if rest & 1 == 1 { rest >> 1 ^ 0xEDB8_8320 } else { rest >> 1 };
        }
        rest ^ (sum >> 8)
    })
}

/// A byte as the simpler cipher hides it ([MS-PST] 5.1).
fn permuted(byte: u8) -> u8 {
    const TABLE: [u8; 256] = [
        65, 54, 19, 98, 168, 33, 110, 187, 244, 22, 204, 4, 127, 100, 232, 93, 30, 242, 203, 42,
        116, 197, 94, 53, 210, 149, 71, 158, 150, 45, 154, 136, 76, 125, 132, 63, 219, 172, 49,
        182, 72, 95, 246, 196, 216, 57, 139, 231, 35, 59, 56, 142, 200, 193, 223, 37, 177, 32, 165,
        70, 96, 78, 156, 251, 170, 211, 86, 81, 69, 124, 85, 0, 7, 201, 43, 157, 133, 155, 9, 160,
        143, 173, 179, 15, 99, 171, 137, 75, 215, 167, 21, 90, 113, 102, 66, 191, 38, 74, 107, 152,
        250, 234, 119, 83, 178, 112, 5, 44, 253, 89, 58, 134, 126, 206, 6, 235, 130, 120, 87, 199,
        141, 67, 175, 180, 28, 212, 91, 205, 226, 233, 39, 79, 195, 8, 114, 128, 207, 176, 239,
        245, 40, 109, 190, 48, 77, 52, 146, 213, 14, 60, 34, 50, 229, 228, 249, 159, 194, 209, 10,
        129, 18, 225, 238, 145, 131, 118, 227, 151, 230, 97, 138, 23, 121, 164, 183, 220, 144, 122,
        92, 140, 2, 166, 202, 105, 222, 80, 26, 17, 147, 185, 82, 135, 88, 252, 237, 29, 55, 73,
        27, 106, 224, 41, 51, 153, 189, 108, 217, 148, 243, 64, 84, 111, 240, 198, 115, 184, 214,
        62, 101, 24, 68, 31, 221, 103, 16, 241, 12, 25, 236, 174, 3, 161, 20, 123, 169, 11, 255,
        248, 163, 192, 162, 1, 247, 46, 188, 36, 104, 117, 13, 254, 186, 47, 181, 208, 218, 61,
    ];
    TABLE[usize::from(byte)]
}
