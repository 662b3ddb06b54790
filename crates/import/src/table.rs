//! Tables: records under a header that is searched, not assumed.
//!
//! Columns are found by name, so that a format's next era, with columns more or fewer or in
//! another order, reads like the last one.

use crate::record::{Flaw, Record, Records};
use crate::tell::{BREAKS_OFF, Teller};
use crate::text::{Line, Lines};
use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::io::Read;
use std::ops::ControlFlow;
use std::rc::Rc;

/// Lines in which the header is searched: behind every preamble that was seen.
const HEADER_WITHIN: usize = 40;
/// What separates fields, the usual first.
const SEPARATORS: [char; 3] = [',', '\t', ';'];

/// Told where a file was recognised and then reads differently.
pub(crate) const NO_HEADER: &str =
    "The line with the names of its columns cannot be read; the file was left out.";

/// The names of a table's columns.
#[derive(Debug, Default)]
pub(crate) struct Header {
    names: Vec<String>,
    places: HashMap<String, usize>,
    /// Columns that were asked for, as they were spelt: every row is asked for the same ones.
    asked: RefCell<HashMap<String, Option<usize>>>,
    largest_number: usize,
}

impl Header {
    fn new(names: Vec<String>) -> Self {
        let mut places = HashMap::new();
        for (place, name) in names.iter().enumerate() {
            places.entry(key(name)).or_insert(place);
        }
        let words = names.iter().flat_map(|name| name.split(' '));
        let largest_number = words.filter_map(|word| word.parse().ok()).max().unwrap_or(0);
        Self { names, places, asked: RefCell::default(), largest_number }
    }

    fn place(&self, column: &str) -> Option<usize> {
        if let Some(place) = self.asked.borrow().get(column) {
            return *place;
        }
        let place = self.places.get(&key(column)).copied();
        self.asked.borrow_mut().insert(column.to_owned(), place);
        place
    }

    /// The largest number of a column that is one of several of a kind: 3 of `Phone 3 - Value`.
    pub(crate) const fn largest_number(&self) -> usize {
        self.largest_number
    }

    /// Whether there is a column of this name.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.places.contains_key(&key(column))
    }

    /// The names of the columns that are none of these, as they are written.
    pub(crate) fn others_than(&self, columns: &[&str]) -> Vec<&str> {
        let keys: Vec<String> = columns.iter().map(|column| key(column)).collect();
        let names = self.names.iter().map(|name| name.trim());
        names.filter(|name| !name.is_empty() && !keys.contains(&key(name))).collect()
    }

    /// Whether there are columns of all these names.
    pub(crate) fn has_all(&self, columns: &[&str]) -> bool {
        columns.iter().all(|column| self.has(column))
    }

    /// Whether there is a column of one of these names.
    pub(crate) fn has_any(&self, columns: &[&str]) -> bool {
        columns.iter().any(|column| self.has(column))
    }
}

/// A column's name without regard to case, spaces, underscores and dashes.
fn key(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// One row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// The line where it begins.
    pub(crate) line: u64,
    header: Rc<Header>,
    fields: Vec<String>,
}

impl Row {
    /// What stands in a column, trimmed; empty where there is no such column.
    pub(crate) fn get(&self, column: &str) -> &str {
        let place = self.header.place(column);
        let field = place.and_then(|place| self.fields.get(place));
        field.map_or("", |field| field.trim())
    }

    /// The first of these columns that holds anything.
    pub(crate) fn first_of(&self, columns: &[&str]) -> &str {
        let mut fields = columns.iter().map(|column| self.get(column));
        fields.find(|field| !field.is_empty()).unwrap_or_default()
    }

    /// The names of the table's columns.
    pub(crate) fn header(&self) -> &Header {
        &self.header
    }

    /// The row as it stood: an object in JSON of the fields that hold anything, under the
    /// columns' own names.
    pub(crate) fn raw(&self) -> String {
        let mut raw = String::from("{");
        for (place, field) in self.fields.iter().enumerate() {
            if field.is_empty() {
                continue;
            }
            if raw.len() > 1 {
                raw.push(',');
            }
            match self.header.names.get(place) {
                Some(name) => push_json(&mut raw, name),
                None => push_json(&mut raw, &format!("column {}", place + 1)),
            }
            raw.push(':');
            push_json(&mut raw, field);
        }
        raw.push('}');
        raw
    }
}

fn push_json(raw: &mut String, text: &str) {
    raw.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => raw.extend(['\\', c]),
            '\n' => raw.push_str("\\n"),
            c if c.is_control() => raw.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => raw.push(c),
        }
    }
    raw.push('"');
}

/// A table whose header was found.
pub(crate) struct Table<'a> {
    header: Rc<Header>,
    records: Records<'a>,
    mended: bool,
}

impl<'a> Table<'a> {
    /// Searches the header that `is_known` knows; `None` where there is none.
    pub(crate) fn open(
        source: &'a mut dyn Read,
        is_known: &dyn Fn(&Header) -> bool,
    ) -> Option<Self> {
        let mut lines = Lines::new(source);
        let first = first_lines(&mut lines);
        let (header, records) = search(&first, &|header| is_known(header).then_some(()))?.1;
        Some(Self { header: Rc::new(header), records: records.and_then(lines), mended: false })
    }

    /// The names of its columns.
    pub(crate) fn header(&self) -> &Header {
        &self.header
    }

    /// The next row; what is wrong with its line is told on the way.
    pub(crate) fn next(&mut self, teller: &mut Teller<'_>) -> ControlFlow<(), Option<Row>> {
        loop {
            let record = match self.records.next() {
                Ok(Some(record)) => record,
                Ok(None) => return ControlFlow::Continue(None),
                Err(_) => {
                    teller.whole(BREAKS_OFF)?;
                    return ControlFlow::Continue(None);
                }
            };
            self.tell_flaws(&record, teller)?;
            // Half a row is no row: the columns behind the cut are gone, and half an address is
            // another's.
            if !record.flaws.contains(&Flaw::Cut) && !self.is_half(&record) {
                return ControlFlow::Continue(Some(Row {
                    line: record.line,
                    header: Rc::clone(&self.header),
                    fields: record.fields,
                }));
            }
        }
    }

    /// Whether the file stops within this row.
    fn is_half(&self, record: &Record) -> bool {
        record.is_open && record.fields.len() < self.header.names.len()
    }

    fn tell_flaws(&mut self, record: &Record, teller: &mut Teller<'_>) -> ControlFlow<()> {
        if self.is_half(record) {
            teller.line(record.line, "The file ends within this row; it was left out.")?;
        }
        for flaw in &record.flaws {
            match flaw {
                Flaw::Cut => {
                    teller.line(record.line, "The line is longer than 16 MiB and was left out.")?
                }
                Flaw::Open => teller.line(
                    record.line,
                    "A quotation mark is opened and never closed; the line was read without it.",
                )?,
                // A whole file is in the other encoding more often than a single line.
                Flaw::Mended if self.mended => {}
                Flaw::Mended => {
                    self.mended = true;
                    teller.line(
                        record.line,
                        "From here on there are letters that are not UTF-8; they were read as Windows-1252.",
                    )?;
                }
            }
        }
        ControlFlow::Continue(())
    }
}

/// What `name_it` calls the table that begins in `head`.
pub(crate) fn name_of<K>(mut head: &[u8], name_it: &dyn Fn(&Header) -> Option<K>) -> Option<K> {
    let first = first_lines(&mut Lines::new(&mut head));
    search(&first, name_it).map(|found| found.0)
}

fn first_lines(lines: &mut Lines<'_>) -> VecDeque<Line> {
    std::iter::from_fn(|| lines.next().ok().flatten()).take(HEADER_WITHIN).collect()
}

/// The header among the first lines, and the records behind it.
fn search<K>(
    first: &VecDeque<Line>,
    name_it: &dyn Fn(&Header) -> Option<K>,
) -> Option<(K, (Header, Records<'static>))> {
    for separator in SEPARATORS {
        let mut records = Records::of(first.clone(), separator);
        while let Ok(Some(record)) = records.next() {
            let header = Header::new(record.fields);
            if let Some(name) = name_it(&header) {
                return Some((name, (header, records)));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Piece, Snag};

    /// The rows under a header with a column "Name", each as its name, and the snags.
    fn names(bytes: &[u8]) -> (Vec<String>, Vec<Snag>) {
        let mut snags = Vec::new();
        let mut take = |piece| {
            if let Piece::Snag(snag) = piece {
                snags.push(snag);
            }
            ControlFlow::Continue(())
        };
        let mut teller = Teller::new("a.csv", &mut take);
        let mut source = bytes;
        let mut table = Table::open(&mut source, &|header| header.has("Name")).unwrap();
        let mut names = Vec::new();
        while let ControlFlow::Continue(Some(row)) = table.next(&mut teller) {
            names.push(row.get("NAME").to_owned());
        }
        drop(table);
        (names, snags)
    }

    #[test]
    fn the_header_is_found_behind_a_preamble() {
        let (names, snags) =
            names(b"Notes:\n\"A paragraph,\nof two lines\"\n\nId,Name\n1,Ada\n2,Bea");
        assert_eq!(names, ["Ada", "Bea"]);
        assert!(snags.is_empty());
    }

    #[test]
    fn tabs_and_semicolons_separate_too() {
        assert_eq!(names(b"Id\tName\n1\tAda, Countess\n").0, ["Ada, Countess"]);
        assert_eq!(names(b"sep=;\nId;Name\n1;Ada\n").0, ["Ada"]);
    }

    #[test]
    fn a_row_with_fewer_fields_than_the_header_is_a_row() {
        assert_eq!(names(b"Id,Name\n1\n2,Bea,more,and more\n").0, ["", "Bea"]);
    }

    #[test]
    fn the_first_line_in_another_encoding_is_told_once() {
        let (names, snags) = names(b"Id,Name\n1,Zo\xEB\n2,M\xFCller\n");
        assert_eq!(names, ["Zoë", "Müller"]);
        assert_eq!(snags.len(), 1);
        assert_eq!(snags[0].line, Some(2));
    }

    #[test]
    fn a_row_is_kept_as_it_stood() {
        let mut source: &[u8] = b"Id,Name,Empty\n\"1\n2\",\"Ada \"\"A\"\"\",,extra\n";
        let mut table = Table::open(&mut source, &|header| header.has("Name")).unwrap();
        let mut take = |_| ControlFlow::Continue(());
        let mut teller = Teller::new("a.csv", &mut take);
        let ControlFlow::Continue(Some(row)) = table.next(&mut teller) else {
            panic!("a row");
        };
        let raw = r#"{"Id":"1\n2","Name":"Ada \"A\"","column 4":"extra"}"#;
        assert_eq!(row.raw(), raw);
    }

    #[test]
    fn without_a_known_header_there_is_no_table() {
        let mut source: &[u8] = b"a,b\n1,2\n";
        assert!(Table::open(&mut source, &|header| header.has("Name")).is_none());
    }
}
