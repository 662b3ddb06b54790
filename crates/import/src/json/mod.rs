//! JSON beyond any size, piece by piece: objects are entered key by key, lists element by
//! element, and only an element that is small is held as a whole.
//!
//! Damage costs the element it stands in. Exports are written with an element's brackets first
//! on their lines and at one depth: where a bracket is missing or one too many, that tells
//! where the next element begins. A text ends with its line, whether closed or not.
//!
//! Deliberately absent: UTF-16, and checks of what is passed over.

mod ask;

pub(crate) use ask::Ask;

use crate::text;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read};

/// Bytes of an element that are kept; what is larger is passed over.
pub(crate) const LARGEST: usize = 4 * 1024 * 1024;
/// Bytes of a key that are kept.
const LONGEST_KEY: usize = 256;

/// An element as it stood.
#[derive(Debug, Default)]
pub(crate) struct Captured {
    /// The line where it begins.
    pub(crate) line: u64,
    /// What stands in it.
    pub(crate) text: String,
    is_too_large: bool,
}

impl Captured {
    /// Its value; `None` where it is damaged, nested beyond all measure, or too large.
    pub(crate) fn value(&self) -> Option<Value> {
        if self.is_too_large {
            return None;
        }
        serde_json::from_str(&self.text).ok()
    }
}

/// A place in a file.
pub(crate) struct Json<'a> {
    source: BufReader<&'a mut dyn Read>,
    line: u64,
    /// Spaces since the line's beginning, while there was nothing else.
    indent: Option<usize>,
    failed: bool,
}

impl<'a> Json<'a> {
    /// At the beginning.
    pub(crate) fn new(source: &'a mut dyn Read) -> Self {
        let mut source = BufReader::with_capacity(64 * 1024, source);
        let head = source.fill_buf().unwrap_or_default();
        let mark = if head.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
        source.consume(mark);
        Self { source, line: 1, indent: Some(0), failed: false }
    }

    /// Whether reading failed, or the file ended inside of something that was entered.
    pub(crate) fn breaks_off(&self) -> bool {
        self.failed
    }

    /// Goes behind `{`, where that is next.
    pub(crate) fn enter_object(&mut self) -> bool {
        self.enter(b'{')
    }

    /// Goes behind `[`, where that is next.
    pub(crate) fn enter_list(&mut self) -> Option<List> {
        self.enter(b'[').then(List::default)
    }

    /// Goes into a list, or into an object whose values are its elements: some programs write a
    /// list with gaps so.
    pub(crate) fn enter_elements(&mut self) -> Option<Elements> {
        match self.enter_list() {
            Some(list) => Some(Elements::List(list)),
            None => self.enter_object().then_some(Elements::Object),
        }
    }

    fn enter(&mut self, bracket: u8) -> bool {
        let is_there = self.next_is(bracket);
        if is_there {
            self.take();
        }
        is_there
    }

    /// Whether this comes next.
    pub(crate) fn next_is(&mut self, byte: u8) -> bool {
        self.pass_spaces();
        self.peek() == Some(byte)
    }

    /// The next key of the object; `None` behind its end.
    pub(crate) fn key(&mut self) -> Option<String> {
        loop {
            self.pass_spaces();
            match self.peek() {
                Some(b'"') => {
                    let key = self.capture(LONGEST_KEY);
                    self.pass_spaces();
                    if self.peek() == Some(b':') {
                        self.take();
                        return Some(serde_json::from_str(&key.text).unwrap_or_default());
                    }
                }
                Some(b'}') => {
                    self.take();
                    return None;
                }
                Some(_) => {
                    self.take();
                }
                None => {
                    self.failed = true;
                    return None;
                }
            }
        }
    }

    /// Passes over the next value.
    pub(crate) fn pass(&mut self) {
        self.capture(0);
    }

    /// The next value, of which `most` bytes are kept.
    pub(crate) fn capture(&mut self, most: usize) -> Captured {
        self.pass_spaces();
        let line = self.line;
        let mut kept = Kept { bytes: Vec::new(), most, is_too_large: false };
        match self.peek() {
            Some(b'{' | b'[') => self.nested(&mut kept),
            Some(b'"') => self.quoted(&mut kept),
            _ => self.bare(&mut kept),
        }
        let (text, _) = text::decode(&kept.bytes);
        Captured { line, text, is_too_large: kept.is_too_large }
    }

    fn nested(&mut self, kept: &mut Kept) {
        let indent = self.indent;
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            if depth > 0 && self.is_beyond(byte, indent, depth) {
                return;
            }
            match byte {
                b'"' => {
                    self.quoted(kept);
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => {
                    let is_last = self.indent.is_some() && self.indent == indent;
                    let is_one_too_many = depth == 1 && !is_last && self.stands_deeper(indent);
                    depth = if is_last { 0 } else { depth.saturating_sub(1) };
                    depth += usize::from(is_one_too_many);
                }
                _ => {}
            }
            self.take();
            kept.push(byte);
            if depth == 0 {
                return;
            }
        }
        self.failed = true;
    }

    /// Whether a bracket stands where only what is behind or around the element can stand.
    fn is_beyond(&self, byte: u8, indent: Option<usize>, depth: usize) -> bool {
        let (Some(here), Some(indent)) = (self.indent, indent) else { return false };
        match byte {
            b'{' => here <= indent,
            b'}' | b']' => here < indent && depth > 0,
            _ => false,
        }
    }

    /// Whether this place is the first of its line and further in than `indent`.
    fn stands_deeper(&self, indent: Option<usize>) -> bool {
        matches!((self.indent, indent), (Some(here), Some(indent)) if here > indent)
    }

    /// A text with its quotation marks; it ends with its line.
    fn quoted(&mut self, kept: &mut Kept) {
        let mut is_escaped = false;
        let mut is_open = false;
        while let Some(byte) = self.peek() {
            if byte == b'\n' {
                return;
            }
            self.take();
            kept.push(byte);
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = true,
                b'"' if is_open => return,
                b'"' => is_open = true,
                _ => {}
            }
        }
        self.failed = true;
    }

    /// A number, a word, or whatever stands where a value should; at least one byte.
    fn bare(&mut self, kept: &mut Kept) {
        let mut is_first = true;
        while let Some(byte) = self.peek() {
            let is_end = matches!(byte, b',' | b'}' | b']' | b'{' | b'[' | b'"');
            if !is_first && (is_end || byte.is_ascii_whitespace()) {
                return;
            }
            self.take();
            kept.push(byte);
            is_first = false;
        }
    }

    fn pass_spaces(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.take();
        }
    }

    fn peek(&mut self) -> Option<u8> {
        match self.source.fill_buf() {
            Ok(bytes) => bytes.first().copied(),
            Err(_) => {
                self.failed = true;
                None
            }
        }
    }

    fn take(&mut self) {
        let Some(byte) = self.peek() else { return };
        self.source.consume(1);
        self.indent = match (byte, self.indent) {
            (b'\n', _) => Some(0),
            (b' ' | b'\t' | b'\r', Some(spaces)) => Some(spaces + 1),
            _ => None,
        };
        self.line += u64::from(byte == b'\n');
    }
}

/// A list that was entered.
#[derive(Debug, Default)]
pub(crate) struct List {
    /// How far in its elements stand, where each begins its line.
    indent: Option<usize>,
}

impl List {
    /// Goes before the next element; `false` behind the end.
    pub(crate) fn go_on(&mut self, json: &mut Json<'_>) -> bool {
        loop {
            json.pass_spaces();
            let is_outside =
                |here: Option<usize>| here.zip(self.indent).is_none_or(|(here, own)| here < own);
            match json.peek() {
                Some(b']') if is_outside(json.indent) => {
                    json.take();
                    return false;
                }
                // The end of what is around it: the list's own is missing.
                Some(b'}') if self.indent.is_some() && json.indent.is_some() => {
                    if is_outside(json.indent) {
                        return false;
                    }
                    json.take();
                }
                Some(b',' | b']' | b'}' | b':') => json.take(),
                Some(b'{') => {
                    self.indent = self.indent.or(json.indent);
                    return true;
                }
                Some(_) => return true,
                None => {
                    json.failed = true;
                    return false;
                }
            }
        }
    }

    /// The next element; `None` behind the end.
    pub(crate) fn next(&mut self, json: &mut Json<'_>) -> Option<Captured> {
        self.go_on(json).then(|| json.capture(LARGEST))
    }
}

/// A list that was entered, or an object in place of one.
#[derive(Debug)]
pub(crate) enum Elements {
    /// A list.
    List(List),
    /// An object with an element under each key.
    Object,
}

impl Elements {
    /// Goes before the next element; `false` behind the end.
    pub(crate) fn go_on(&mut self, json: &mut Json<'_>) -> bool {
        match self {
            Self::List(list) => list.go_on(json),
            Self::Object => json.key().is_some(),
        }
    }

    /// The next element; `None` behind the end.
    pub(crate) fn next(&mut self, json: &mut Json<'_>) -> Option<Captured> {
        self.go_on(json).then(|| json.capture(LARGEST))
    }
}

/// Bytes that are kept, while they are not too many.
struct Kept {
    bytes: Vec<u8>,
    most: usize,
    is_too_large: bool,
}

impl Kept {
    fn push(&mut self, byte: u8) {
        match self.bytes.len() < self.most {
            true => self.bytes.push(byte),
            false => self.is_too_large = true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The values of a list, the damaged ones as "damaged", and the key behind it.
    fn list(text: &str) -> (Vec<String>, Option<String>) {
        let mut source = text.as_bytes();
        let mut json = Json::new(&mut source);
        json.enter_object();
        json.key();
        let mut list = json.enter_list().unwrap();
        let mut found = Vec::new();
        while let Some(element) = list.next(&mut json) {
            let value = element.value().map(|value| value.to_string());
            found.push(value.unwrap_or_else(|| "damaged".to_owned()));
        }
        (found, json.key())
    }

    #[test]
    fn elements_come_one_by_one_and_what_is_behind_them_is_found() {
        for text in [
            r#"{"a":[{"x":1},{"y":"}]\""}, 3],"b":0}"#,
            "\u{FEFF}{\n \"a\": [\n  {\n   \"x\": 1\n  },\n  {\n   \"y\": \"}]\\\"\"\n  },\n  3\n ],\n \"b\": 0\n}",
        ] {
            let (found, behind) = list(text);
            assert_eq!(found, [r#"{"x":1}"#, r#"{"y":"}]\""}"#, "3"]);
            assert_eq!(behind.as_deref(), Some("b"));
        }
    }

    const WELL: &str = "{\n \"a\": [\n  {\n   \"x\": {\n    \"t\": \"1\"\n   }\n  },\n  {\n   \"x\": 2\n  },\n  {\n   \"x\": 3\n  }\n ],\n \"b\": 0\n}";

    #[test]
    fn damage_costs_the_element_it_stands_in() {
        for (what, broken) in [
            ("an open text", WELL.replacen("\"1\"", "\"1", 1)),
            (
                "a bracket too few",
                WELL.replacen("    \"t\": \"1\"\n   }\n", "    \"t\": \"1\"\n", 1),
            ),
            ("a bracket too many", WELL.replacen("   }\n  },", "   }\n   }\n  },", 1)),
            ("no end", WELL.replacen("   }\n  },\n", "   }\n", 1)),
            ("a lost key", WELL.replacen("\"x\": {", "{", 1)),
        ] {
            let (found, behind) = list(&broken);
            assert_eq!(found.first().unwrap(), "damaged", "{what}: {found:?}");
            assert_eq!(
                &found[found.len() - 2..],
                [r#"{"x":2}"#, r#"{"x":3}"#],
                "{what}: {found:?}"
            );
            assert_eq!(behind.as_deref(), Some("b"), "{what}");
        }
    }

    #[test]
    fn a_file_that_ends_too_soon_says_so() {
        let mut source = &WELL.as_bytes()[..40];
        let mut json = Json::new(&mut source);
        json.enter_object();
        json.key();
        let mut list = json.enter_list().unwrap();
        while list.next(&mut json).is_some() {}
        assert!(json.breaks_off());
    }

    #[test]
    fn what_is_too_large_or_too_deep_is_passed_over() {
        let large = format!(r#"{{"a":["{}",{{"x":1}}]}}"#, "y".repeat(LARGEST + 10));
        assert_eq!(list(&large).0, ["damaged", r#"{"x":1}"#]);
        let deep = format!(r#"{{"a":[{}{},{{"x":1}}]}}"#, "[".repeat(50_000), "]".repeat(50_000));
        assert_eq!(list(&deep).0, ["damaged", r#"{"x":1}"#]);
    }

    #[test]
    fn the_line_of_an_element_is_known() {
        let mut source = WELL.as_bytes();
        let mut json = Json::new(&mut source);
        json.enter_object();
        json.key();
        let mut list = json.enter_list().unwrap();
        assert_eq!(list.next(&mut json).unwrap().line, 3);
        assert_eq!(list.next(&mut json).unwrap().line, 8);
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in "[{}\\[\\]\",:\\\\a1 \n]{0,80}") {
            let mut source = text.as_bytes();
            let mut json = Json::new(&mut source);
            while json.enter_object() {
                while json.key().is_some() {
                    match json.enter_list() {
                        Some(mut list) => while list.next(&mut json).is_some() {},
                        None => json.pass(),
                    }
                }
            }
        }

        #[test]
        fn a_list_with_gaps_gives_the_same(words in prop::collection::vec("[a-z]{0,8}", 0..8)) {
            let whole: Value = words.iter().enumerate()
                .map(|(at, word)| (at.to_string(), Value::from(word.as_str())))
                .collect::<serde_json::Map<_, _>>().into();
            let text = whole.to_string();
            let mut source = text.as_bytes();
            let mut json = Json::new(&mut source);
            let mut elements = json.enter_elements().unwrap();
            let mut found = Vec::new();
            while let Some(element) = elements.next(&mut json) {
                found.push(element.value().unwrap().as_str().unwrap().to_owned());
            }
            prop_assert_eq!(found, words);
        }

        #[test]
        fn a_list_gives_what_was_put_into_it(
            words in prop::collection::vec("[a-z\"{}\\[\\]\n\\\\é]{0,8}", 0..8), pretty: bool,
        ) {
            let elements: Vec<Value> =
                words.iter().map(|word| serde_json::json!({ "w": word, "l": [word] })).collect();
            let whole = serde_json::json!({ "a": elements, "b": 0 });
            let text = if pretty { format!("{whole:#}") } else { whole.to_string() };
            let expected: Vec<String> = elements.iter().map(Value::to_string).collect();
            prop_assert_eq!(list(&text), (expected, Some("b".to_owned())));
        }
    }
}
