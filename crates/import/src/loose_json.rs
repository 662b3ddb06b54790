//! JSON that is read place by place, so that a damaged file still gives what stands around the
//! damage.
//!
//! The text is held in memory ([`Held`]); what is looked for in it is found by counting brackets,
//! without depth and without copies, and only one record at a time is parsed. A file that is cut
//! off has places without an end, which are read as far as they go. Where a record makes no
//! sense, [`Records`] looks for the beginning of the next one.

use crate::text;
use memchr::{memchr, memchr_iter, memchr2, memmem};
use serde_json::{Map, Value};
use std::io::Read;

/// What is held of a file. Archives split their chats into files of a few MiB; only exports of
/// one piece that carry photos come near it.
const MOST_HELD: u64 = 512 * 1024 * 1024;
/// How long a record may be that begins within damage.
const LONGEST_FOUND: usize = 1024 * 1024;
/// Bytes that are looked at more than once in search of the next record. Without a limit a file
/// can be made that is read again from every one of its brackets.
const MOST_SEARCHED: usize = 32 * 1024 * 1024;

/// A file's text, and what was wrong with getting it.
pub(crate) struct Held {
    bytes: Vec<u8>,
    /// Why the text ends too soon, where it does.
    pub(crate) trouble: Option<&'static str>,
}

impl Held {
    /// Reads a file.
    pub(crate) fn of(source: &mut (impl Read + ?Sized)) -> Self {
        Self::at_most(source, MOST_HELD)
    }

    fn at_most(source: &mut (impl Read + ?Sized), most: u64) -> Self {
        let mut bytes = Vec::new();
        let failed = source.take(most.saturating_add(1)).read_to_end(&mut bytes).is_err();
        let is_longer = bytes.len() as u64 > most;
        bytes.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        let trouble = match (failed, is_longer) {
            (true, _) => Some("The file cannot be read to its end."),
            (false, true) => Some("The file is longer than 512 MiB; what is beyond was left out."),
            (false, false) => None,
        };
        Self { bytes, trouble }
    }

    /// The value that the text is.
    pub(crate) fn root(&self) -> Option<Place<'_>> {
        Place::first(&self.bytes)
    }
}

/// Where a value stands in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'j> {
    text: &'j [u8],
    at: usize,
    end: usize,
}

impl<'j> Place<'j> {
    /// The first value of a text.
    pub(crate) fn first(text: &'j [u8]) -> Option<Self> {
        let mark = if text.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        Self::behind(text, mark)
    }

    /// The value that begins at `at`, spaces passed over.
    fn behind(text: &'j [u8], at: usize) -> Option<Self> {
        let at = pass(text, at, is_space);
        text.get(at)?;
        let (end, _) = skip(text, at);
        Some(Self { text, at, end })
    }

    /// Its bytes as they stand.
    pub(crate) fn bytes(self) -> &'j [u8] {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    /// Whether it is an object.
    pub(crate) fn is_object(self) -> bool {
        self.text.get(self.at) == Some(&b'{')
    }

    /// Whether it is a list.
    pub(crate) fn is_list(self) -> bool {
        self.text.get(self.at) == Some(&b'[')
    }

    /// The value, where it makes sense. Bytes that are no UTF-8 are taken for windows-1252.
    pub(crate) fn value(self) -> Option<Value> {
        serde_json::from_slice(self.bytes()).ok().or_else(|| {
            let (text, was_mended) = text::decode(self.bytes());
            was_mended.then(|| serde_json::from_str(&text).ok()).flatten()
        })
    }

    /// The members of an object, up to a damaged one.
    pub(crate) fn members(self) -> Members<'j> {
        let at = if self.is_object() { self.at + 1 } else { self.end };
        Members { within: self, at }
    }

    /// The member of this name.
    pub(crate) fn member(self, name: &str) -> Option<Self> {
        self.members().find(|(key, _)| key == name).map(|(_, place)| place)
    }

    /// The last member of this name, whatever is damaged before it and however deep it lies.
    pub(crate) fn last_member(self, name: &str) -> Option<Self> {
        let key = format!("\"{name}\"");
        let at = memmem::rfind(self.bytes(), key.as_bytes())?;
        let colon = pass(self.text, self.at + at + key.len(), is_space);
        (self.text.get(colon) == Some(&b':')).then(|| Self::behind(self.text, colon + 1))?
    }

    /// The elements of a list, or the values of an object: some programs write a list with gaps
    /// as an object.
    pub(crate) fn elements(self) -> Vec<Self> {
        if self.is_object() {
            return self.members().map(|(_, place)| place).collect();
        }
        let mut found = Vec::new();
        let mut at = self.at + 1;
        while self.is_list() {
            at = pass(self.text, at, is_between);
            if at >= self.end || self.text.get(at) == Some(&b']') {
                break;
            }
            let (end, _) = skip(self.text, at);
            found.push(Self { text: self.text, at, end });
            at = end;
        }
        found
    }
}

/// The members of an object.
pub(crate) struct Members<'j> {
    within: Place<'j>,
    at: usize,
}

impl<'j> Iterator for Members<'j> {
    type Item = (String, Place<'j>);

    fn next(&mut self) -> Option<Self::Item> {
        let text = self.within.text;
        let key = pass(text, self.at, is_between);
        if key >= self.within.end || text.get(key) != Some(&b'"') {
            return None;
        }
        let (key_end, _) = skip(text, key);
        let colon = pass(text, key_end, is_space);
        let name = serde_json::from_slice(text.get(key..key_end)?).ok()?;
        let value = (text.get(colon) == Some(&b':')).then(|| Place::behind(text, colon + 1))??;
        self.at = value.end;
        Some((name, value))
    }
}

/// One record of a list.
pub(crate) enum Record<'j> {
    /// One that makes sense.
    Whole(Map<String, Value>, Place<'j>),
    /// One that does not; the line where it begins.
    Damaged(u64),
}

/// The records of a list, found again behind damage.
pub(crate) struct Records<'j> {
    text: &'j [u8],
    at: usize,
    end: usize,
    /// Whether a value is a record of this list: what lies inside of records is none.
    is_record: fn(&Map<String, Value>) -> bool,
    searched: usize,
    line: u64,
    counted_to: usize,
}

impl<'j> Records<'j> {
    /// The records of the list at `place`.
    pub(crate) fn of(place: Place<'j>, is_record: fn(&Map<String, Value>) -> bool) -> Self {
        let at = if place.is_list() { place.at + 1 } else { place.end };
        let (text, end) = (place.text, place.end);
        Self { text, at, end, is_record, searched: 0, line: 1, counted_to: 0 }
    }

    /// The line in which a place begins; places are asked for in their order.
    pub(crate) fn line_of(&mut self, place: Place<'_>) -> u64 {
        self.line_at(place.at)
    }

    fn line_at(&mut self, at: usize) -> u64 {
        let passed = self.text.get(self.counted_to..at).unwrap_or_default();
        self.line += memchr_iter(b'\n', passed).count() as u64;
        self.counted_to = self.counted_to.max(at);
        self.line
    }

    /// Where the next record begins at or behind `from`; the end where there is none.
    fn search(&mut self, mut from: usize) -> usize {
        while let Some(found) = memchr(b'{', self.text.get(from..).unwrap_or_default()) {
            let at = from + found;
            let window = self.text.len().min(at.saturating_add(LONGEST_FOUND));
            let text = self.text.get(..window).unwrap_or_default();
            let (end, is_whole) = skip(text, at);
            self.searched += end - at;
            if self.searched > MOST_SEARCHED {
                return self.text.len();
            }
            let place = Place { text, at, end };
            from = match is_whole.then(|| place.value()).flatten() {
                Some(Value::Object(value)) if (self.is_record)(&value) => return at,
                Some(_) => end,
                None => at + 1,
            };
        }
        self.text.len()
    }
}

impl<'j> Iterator for Records<'j> {
    type Item = Record<'j>;

    fn next(&mut self) -> Option<Self::Item> {
        let at = pass(self.text, self.at, is_between);
        if at >= self.end || self.text.get(at) == Some(&b']') {
            return None;
        }
        let (end, is_whole) = skip(self.text, at);
        let place = Place { text: self.text, at, end };
        if is_whole && let Some(Value::Object(value)) = place.value() {
            self.at = end;
            return Some(Record::Whole(value, place));
        }
        // Brackets that stand where they should not have moved the list's end as well.
        self.end = self.text.len();
        self.at = self.search(at + 1);
        Some(Record::Damaged(self.line_at(at)))
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

fn is_between(byte: u8) -> bool {
    is_space(byte) || byte == b','
}

/// The first place at or behind `at` where `passed` is not true.
fn pass(text: &[u8], at: usize, passed: fn(u8) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default().iter();
    at + rest.take_while(|byte| passed(**byte)).count()
}

/// Where the value that begins at `at` ends, and whether it does before the text does.
fn skip(text: &[u8], at: usize) -> (usize, bool) {
    match text.get(at) {
        Some(b'"') => skip_string(text, at),
        Some(b'{' | b'[') => skip_brackets(text, at),
        _ => {
            let ends = |byte: &u8| is_between(*byte) || matches!(byte, b']' | b'}');
            let rest = text.get(at..).unwrap_or_default();
            let length = rest.iter().position(ends).unwrap_or(rest.len());
            // At least one byte, so that reading goes on.
            ((at + length.max(1)).min(text.len()), true)
        }
    }
}

fn skip_string(text: &[u8], at: usize) -> (usize, bool) {
    let mut from = at + 1;
    loop {
        let rest = text.get(from..).unwrap_or_default();
        let Some(found) = memchr2(b'"', b'\\', rest) else {
            return (text.len(), false);
        };
        match rest.get(found) {
            Some(b'"') => return (from + found + 1, true),
            _ => from += found + 2,
        }
    }
}

fn skip_brackets(text: &[u8], at: usize) -> (usize, bool) {
    let (mut from, mut depth) = (at, 0_usize);
    while let Some(byte) = text.get(from) {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth <= 1 => return (from + 1, true),
            b'}' | b']' => depth -= 1,
            b'"' => {
                let (end, is_whole) = skip_string(text, from);
                if !is_whole {
                    return (text.len(), false);
                }
                from = end;
                continue;
            }
            _ => {}
        }
        from += 1;
    }
    (text.len(), false)
}

/// What stands in an object, asked for by name and by sort.
pub(crate) trait Ask {
    /// A text, empty where there is none. Numbers are texts too.
    fn text(&self, name: &str) -> String;
    /// A whole number.
    fn number(&self, name: &str) -> Option<i64>;
    /// Whether it is told to be so; some databases say 1.
    fn is_true(&self, name: &str) -> bool;
    /// The elements of a list.
    fn list(&self, name: &str) -> &[Value];
    /// An object inside.
    fn inside(&self, name: &str) -> Option<&Map<String, Value>>;
}

impl Ask for Map<String, Value> {
    fn text(&self, name: &str) -> String {
        match self.get(name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    fn number(&self, name: &str) -> Option<i64> {
        match self.get(name)? {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    fn is_true(&self, name: &str) -> bool {
        match self.get(name) {
            Some(Value::Bool(is_so)) => *is_so,
            Some(Value::Number(number)) => number.as_i64() == Some(1),
            _ => false,
        }
    }

    fn list(&self, name: &str) -> &[Value] {
        self.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    fn inside(&self, name: &str) -> Option<&Map<String, Value>> {
        self.get(name).and_then(Value::as_object)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn has_id(value: &Map<String, Value>) -> bool {
        value.contains_key("id")
    }

    /// The ids of the records, and the lines of damage.
    fn ids(text: &str) -> (Vec<i64>, Vec<u64>) {
        let (mut ids, mut lines) = (Vec::new(), Vec::new());
        let list = Place::first(text.as_bytes()).and_then(|root| root.member("list"));
        for record in list.into_iter().flat_map(|list| Records::of(list, has_id)) {
            match record {
                Record::Whole(value, _) => ids.extend(value.number("id")),
                Record::Damaged(line) => lines.push(line),
            }
        }
        (ids, lines)
    }

    #[test]
    fn members_and_records_are_found() {
        let text = r#" {"a": "x\"y", "list": [{"id": 1, "in": [{"id": 9}]}, {"id": 2}], "b": 3}"#;
        assert_eq!(ids(text), (vec![1, 2], vec![]));
        let root = Place::first(text.as_bytes()).unwrap();
        assert_eq!(root.member("a").unwrap().value(), Some(Value::from("x\"y")));
        assert_eq!(root.member("b").unwrap().bytes(), b"3");
        assert!(root.member("c").is_none());
    }

    #[test]
    fn a_text_that_is_cut_off_gives_what_stands_before() {
        let text = "{\"list\": [\n{\"id\": 1},\n{\"id\": 2},\n{\"id\": 3, \"in\": [{\"x";
        assert_eq!(ids(text), (vec![1, 2], vec![4]));
    }

    #[test]
    fn a_lost_quotation_mark_costs_the_record_it_stands_in() {
        let text = "{\"list\": [\n{\"id\": 1},\n{\"id\": 2, \"t: \"x\"},\n{\"id\": 3},\n{\"id\": 4}], \"b\": \"y\"}";
        assert_eq!(ids(text), (vec![1, 3, 4], vec![3]));
        let root = Place::first(text.as_bytes()).unwrap();
        assert_eq!(root.last_member("b").unwrap().value(), Some(Value::from("y")));
    }

    #[test]
    fn what_lies_inside_of_a_damaged_record_is_no_record() {
        let text = "{\"list\": [{\"id\": 1, \"in\": [{\"x\": 1}] oh}, {\"id\": 2}]}";
        assert_eq!(ids(text), (vec![2], vec![1]));
    }

    #[test]
    fn a_byte_that_is_no_utf_8_spoils_nothing() {
        let place = Place::first(b"\"Zo\xEB\"").unwrap();
        assert_eq!(place.value(), Some(Value::from("Zoë")));
    }

    #[test]
    fn depth_is_harmless() {
        let deep = format!("{{\"list\": [{{\"id\": 1}}, {}", "[{\"id\":".repeat(200_000));
        assert_eq!(ids(&deep).0.first(), Some(&1));
        let closed = format!("{{\"list\": [{}{}]}}", "[".repeat(200_000), "]".repeat(200_000));
        assert_eq!(ids(&closed), (vec![], vec![1]));
    }

    #[test]
    fn a_file_beyond_the_limit_is_read_up_to_it() {
        let held = Held::at_most(&mut &b"{\"a\": 1, \"b\": 2}"[..], 8);
        assert!(held.trouble.is_some_and(|why| why.contains("512 MiB")));
        assert!(held.root().unwrap().member("a").is_some());
    }

    proptest! {
        #[test]
        fn any_text_is_walked_to_its_end(text in "[\\[\\]{}\",:0-9a-c\\\\ \n]{0,200}") {
            ids(&format!("{{\"list\": [{text}"));
            if let Some(root) = Place::first(text.as_bytes()) {
                root.elements();
                root.last_member("a");
            }
        }
    }
}
