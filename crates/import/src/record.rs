//! Lines into records: commas, tabs or semicolons, and quotation marks in any state.
//!
//! An own splitter, not the `csv` crate's: a quotation mark that is never closed must cost one
//! line and a snag, where a strict reader swallows the rest of the file, and memory must hold
//! one record of bounded size.

use crate::text::{LONGEST_LINE, Line, Lines};
use std::collections::VecDeque;
use std::io;

/// Fields of a record that are kept: no format has a tenth of that.
const MOST_FIELDS: usize = 4096;
/// Bytes that are looked at twice for the sake of quotation marks that stay open; then no field
/// of the file goes on behind its line any more. Without a limit a file can be made that is
/// read again from every one of its lines.
const MOST_RETURNED: usize = 16 * LONGEST_LINE as usize;

/// What was wrong with a record that was read nevertheless.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Flaw {
    /// A line was longer than [`LONGEST_LINE`].
    Cut,
    /// Some bytes were no UTF-8.
    Mended,
    /// A quotation mark was never closed.
    Open,
}

/// One record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    /// The line where it begins.
    pub(crate) line: u64,
    /// Its fields, quotation marks taken off.
    pub(crate) fields: Vec<String>,
    /// What was wrong with it.
    pub(crate) flaws: Vec<Flaw>,
    /// The file stops in its last line.
    pub(crate) is_open: bool,
}

/// Records, read one at a time.
pub(crate) struct Records<'a> {
    waiting: VecDeque<Line>,
    lines: Option<Lines<'a>>,
    /// Why the lines ended too soon; told when what was read before is answered.
    failure: Option<io::Error>,
    separator: char,
    returned: usize,
}

impl<'a> Records<'a> {
    /// The records of lines that are already there.
    pub(crate) fn of(waiting: VecDeque<Line>, separator: char) -> Self {
        Self { waiting, lines: None, failure: None, separator, returned: 0 }
    }

    /// These records, and then those of `lines`.
    pub(crate) fn and_then(self, lines: Lines<'a>) -> Self {
        Self { lines: Some(lines), ..self }
    }

    /// The next record that holds anything; `None` at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Record>> {
        loop {
            let Some(first) = self.line() else {
                return self.failure.take().map_or(Ok(None), Err);
            };
            let record = self.record(first);
            if record.fields.iter().any(|field| !field.trim().is_empty()) {
                return Ok(Some(record));
            }
        }
    }

    fn line(&mut self) -> Option<Line> {
        if let Some(line) = self.waiting.pop_front() {
            return Some(line);
        }
        self.lines.as_mut()?.next().unwrap_or_else(|failure| {
            self.failure = Some(failure);
            self.lines = None;
            None
        })
    }

    /// The record that begins with `first` and goes on while a quotation mark is open.
    fn record(&mut self, first: Line) -> Record {
        let mut split = Splitter::new(self.separator);
        let mut length = first.text.len();
        let mut more: VecDeque<Line> = VecDeque::new();
        split.feed(&first.text);
        while split.is_open() {
            let goes_on = length as u64 <= LONGEST_LINE && self.returned < MOST_RETURNED;
            let Some(next) = goes_on.then(|| self.line()).flatten() else {
                return self.give_back(&first, more);
            };
            length += next.text.len() + 1;
            split.is_odd = false;
            split.feed("\n");
            split.feed(&next.text);
            more.push_back(next);
            // An opening quotation mark looks odd to a field that should have ended long ago.
            if split.is_odd {
                return self.give_back(&first, more);
            }
        }
        let flaws = flaws_of(more.iter().chain([&first]));
        let is_open = more.back().unwrap_or(&first).is_open;
        Record { line: first.number, fields: split.end(), flaws, is_open }
    }

    /// `first` as a record by itself, its quotation marks taken as they stand, and the lines
    /// behind it looked at once more.
    fn give_back(&mut self, first: &Line, mut more: VecDeque<Line>) -> Record {
        self.returned += more.iter().map(|line| line.text.len() + 1).sum::<usize>();
        more.append(&mut self.waiting);
        self.waiting = more;
        let mut flaws = flaws_of(std::iter::once(first));
        flaws.push(Flaw::Open);
        let fields = first.text.split(self.separator).take(MOST_FIELDS);
        Record {
            line: first.number,
            fields: fields.map(|field| field.trim().trim_matches('"').to_owned()).collect(),
            flaws,
            is_open: first.is_open,
        }
    }
}

fn flaws_of<'l>(lines: impl Iterator<Item = &'l Line>) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    for line in lines {
        flaws.extend(line.cut.then_some(Flaw::Cut));
        flaws.extend(line.mended.then_some(Flaw::Mended));
    }
    flaws.sort_unstable();
    flaws.dedup();
    flaws
}

/// Where in a field the splitter stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    Plain,
    Quoted,
    /// Behind a quotation mark that may be the closing one.
    Closing,
}

/// Splits one record's text into fields.
struct Splitter {
    separator: char,
    place: Place,
    field: String,
    fields: Vec<String>,
    /// A quotation mark stood inside a quoted field without being doubled.
    is_odd: bool,
}

impl Splitter {
    fn new(separator: char) -> Self {
        Self {
            separator,
            place: Place::Start,
            field: String::new(),
            fields: Vec::new(),
            is_odd: false,
        }
    }

    /// Whether a quotation mark is open at the end of what was fed.
    fn is_open(&self) -> bool {
        self.place == Place::Quoted
    }

    fn feed(&mut self, text: &str) {
        for c in text.chars() {
            self.place = self.step(c);
        }
    }

    fn step(&mut self, c: char) -> Place {
        match (self.place, c) {
            (Place::Start | Place::Plain | Place::Closing, c) if c == self.separator => {
                self.end_field();
                Place::Start
            }
            (Place::Start, '"') => Place::Quoted,
            (Place::Start | Place::Plain, c) => {
                self.field.push(c);
                Place::Plain
            }
            (Place::Quoted, '"') => Place::Closing,
            (Place::Quoted, c) => {
                self.field.push(c);
                Place::Quoted
            }
            (Place::Closing, '"') => {
                self.field.push('"');
                Place::Quoted
            }
            // A quotation mark inside a field that forgot to double it.
            (Place::Closing, c) => {
                self.is_odd = true;
                self.field.extend(['"', c]);
                Place::Quoted
            }
        }
    }

    fn end_field(&mut self) {
        let field = std::mem::take(&mut self.field);
        if self.fields.len() < MOST_FIELDS {
            self.fields.push(field);
        }
    }

    fn end(mut self) -> Vec<String> {
        self.end_field();
        self.fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn records(text: &str) -> Vec<Record> {
        let mut bytes = text.as_bytes();
        let mut records = Records::of(VecDeque::new(), ',').and_then(Lines::new(&mut bytes));
        std::iter::from_fn(|| records.next().unwrap()).collect()
    }

    fn fields(text: &str) -> Vec<Vec<String>> {
        records(text).into_iter().map(|record| record.fields).collect()
    }

    #[test]
    fn quotation_marks_hold_separators_line_breaks_and_themselves() {
        let read = records("a,\"b, c\"\n\"one\ntwo\",\"say \"\"hi\"\"\"\nlast,x");
        assert_eq!(read[0].fields, ["a", "b, c"]);
        assert_eq!(read[1].fields, ["one\ntwo", "say \"hi\""]);
        assert_eq!((read[2].line, read[2].fields[0].as_str()), (4, "last"));
        assert!(read.iter().all(|record| record.flaws.is_empty()));
    }

    #[test]
    fn a_quotation_mark_that_was_not_doubled_stays_in_its_field() {
        assert_eq!(fields("\"say \"hi\" now\",b"), [["say \"hi\" now", "b"]]);
        assert_eq!(fields("5\" pipe,b"), [["5\" pipe", "b"]]);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_costs_one_line() {
        let read = records("a,b\n\"open,c\nd,e\n\"f\",g\nh,i\n");
        assert_eq!(read[1].fields, ["open", "c"]);
        assert_eq!(read[1].flaws, [Flaw::Open]);
        let rest: Vec<_> = read[2..].iter().map(|record| &record.fields[0]).collect();
        assert_eq!(rest, ["d", "f", "h"]);
    }

    #[test]
    fn a_file_of_open_quotation_marks_is_read_in_reasonable_time() {
        let text = "b\"b,\"\n".repeat(20_000);
        let read = records(&text);
        assert_eq!(read.len(), 20_000);
    }

    #[test]
    fn a_file_that_breaks_off_gives_what_stands_before() {
        struct Broken;
        impl io::Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::UnexpectedEof.into())
            }
        }
        let mut source = io::Read::chain("a,b\nc,\"d\ne".as_bytes(), Broken);
        let mut records = Records::of(VecDeque::new(), ',').and_then(Lines::new(&mut source));
        assert_eq!(records.next().unwrap().unwrap().fields, ["a", "b"]);
        assert_eq!(records.next().unwrap().unwrap().fields, ["c", "d"]);
        assert!(records.next().is_err());
        assert!(records.next().unwrap().is_none());
    }

    #[test]
    fn empty_lines_are_no_records() {
        assert_eq!(fields("\n,,\na\n\n"), [["a"]]);
    }

    proptest! {
        #[test]
        fn what_is_written_by_the_rules_is_read_back(
            table in proptest::collection::vec(
                proptest::collection::vec("[a-z\",\n ]{0,6}", 1..5), 1..6)
        ) {
            let quote = |field: &String| format!("\"{}\"", field.replace('"', "\"\""));
            let line = |row: &Vec<String>| row.iter().map(quote).collect::<Vec<_>>().join(",");
            let text = table.iter().map(line).collect::<Vec<_>>().join("\n");
            let full = |row: &Vec<String>| row.iter().any(|field| !field.trim().is_empty());
            let expected: Vec<_> = table.into_iter().filter(full).collect();
            prop_assert_eq!(fields(&text), expected);
        }

        #[test]
        fn no_text_is_too_odd(text in "[a,\"\n\r]{0,60}") {
            records(&text);
        }
    }
}
