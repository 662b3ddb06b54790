//! One property of a card: `item1.EMAIL;TYPE=work:ada@example.org`.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;

/// A property, its letters decoded, its value not yet taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Property {
    /// `item1`, in lower case; empty where it stands alone.
    pub(crate) group: String,
    /// In upper case.
    pub(crate) name: String,
    /// The name as the card spells it.
    pub(crate) spelled: String,
    /// Names in upper case, values as written; a bare `CELL` is a `TYPE`.
    pub(crate) params: Vec<(String, String)>,
    /// The value with its escapes.
    pub(crate) value: String,
}

impl Property {
    /// Reads a line; nothing where it has no colon or no name.
    pub(crate) fn read(line: &[u8]) -> Option<Self> {
        let colon = colon(line)?;
        let head = legible(line.get(..colon)?);
        let mut pieces = split(&head, ';').into_iter();
        let full = pieces.next()?;
        let (group, name) = full.rsplit_once('.').unwrap_or(("", &full));
        let name = name.trim();
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if name.is_empty() || !name.chars().all(fits) {
            return None;
        }
        let mut property = Self {
            group: group.trim().to_lowercase(),
            name: name.to_uppercase(),
            spelled: name.to_owned(),
            params: pieces.filter_map(|piece| param(&piece)).collect(),
            value: String::new(),
        };
        property.value = property.decoded(line.get(colon + 1..).unwrap_or_default());
        Some(property)
    }

    fn decoded(&self, value: &[u8]) -> String {
        let is_printable = self.is_coded("QUOTED-PRINTABLE");
        let bytes = if is_printable { quoted_printable(value) } else { None };
        let bytes = bytes.as_deref().unwrap_or(value);
        let charset = self.param("CHARSET").filter(|name| !name.eq_ignore_ascii_case("utf-8"));
        match charset.and_then(|name| charset_decoder(name.as_bytes())) {
            Some(decode) if std::str::from_utf8(bytes).is_err() || !bytes.is_ascii() => {
                decode(bytes)
            }
            _ => legible(bytes),
        }
        .replace("\r\n", "\n")
    }

    fn is_coded(&self, how: &str) -> bool {
        self.param("ENCODING").is_some_and(|value| value.eq_ignore_ascii_case(how))
    }

    /// The first parameter of that name.
    pub(crate) fn param(&self, name: &str) -> Option<&str> {
        let found = self.params.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Everything the property says of its type, in lower case.
    pub(crate) fn types(&self) -> Vec<String> {
        let told = self.params.iter().filter(|(name, _)| name == "TYPE");
        told.flat_map(|(_, value)| value.split(',').map(|word| word.trim().to_lowercase()))
            .collect()
    }

    /// Whether it is the preferred one of its kind.
    pub(crate) fn is_preferred(&self) -> bool {
        self.param("PREF") == Some("1") || self.types().iter().any(|word| word == "pref")
    }

    /// The whole value as text.
    pub(crate) fn text(&self) -> String {
        unescaped(&self.value).trim().to_owned()
    }

    /// The parts of a structured value (`N`, `ORG`, `ADR`).
    pub(crate) fn parts(&self) -> Vec<String> {
        let parts = split_escaped(&self.value, ';').into_iter();
        parts.map(|part| unescaped(&part).trim().to_owned()).collect()
    }

    /// The parts of a list (`CATEGORIES`, `NICKNAME`).
    pub(crate) fn list(&self) -> Vec<String> {
        let items = split_escaped(&self.value, ',').into_iter();
        let items = items.map(|item| unescaped(&item).trim().to_owned());
        items.filter(|item| !item.is_empty()).collect()
    }

    /// The bytes of a value that is written in base64, in the property or in a `data:` address.
    pub(crate) fn binary(&self) -> Option<Vec<u8>> {
        let coded = self.is_coded("b") || self.is_coded("base64");
        let data = match self.value.trim_start().strip_prefix("data:") {
            Some(data) => data.split_once("base64,").map(|(_, data)| data)?,
            None => self.value.as_str(),
        };
        if !coded && !self.value.trim_start().starts_with("data:") {
            return None;
        }
        let bare: Vec<u8> = data.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
        base64_decode(&bare).filter(|bytes| !bytes.is_empty())
    }

    /// Whether the value goes on in lines that are nothing but base64.
    pub(crate) fn is_binary(&self) -> bool {
        self.is_coded("b") || self.is_coded("base64")
    }
}

/// The colon that ends the head; one within quotation marks does not.
fn colon(line: &[u8]) -> Option<usize> {
    let mut quoted = false;
    for (at, byte) in line.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b':' if !quoted => return Some(at),
            _ => {}
        }
    }
    line.iter().position(|byte| *byte == b':')
}

fn param(piece: &str) -> Option<(String, String)> {
    let piece = piece.trim();
    let (name, value) = match piece.split_once('=') {
        Some((name, value)) => (name.trim().to_uppercase(), value.trim().trim_matches('"')),
        // vCard 2.1: a bare word is a type, or a way to write letters.
        None => match piece.to_uppercase().as_str() {
            "" => return None,
            "QUOTED-PRINTABLE" | "BASE64" | "B" | "8BIT" | "7BIT" => ("ENCODING".to_owned(), piece),
            "URL" | "URI" | "INLINE" => ("VALUE".to_owned(), piece),
            _ => ("TYPE".to_owned(), piece),
        },
    };
    let value = value.replace("^n", "\n").replace("^'", "\"").replace("^^", "^");
    Some((name, value))
}

/// Splits where no quotation mark is open.
fn split(text: &str, at: char) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut quoted = false;
    for c in text.chars() {
        quoted ^= c == '"';
        match pieces.last_mut() {
            Some(last) if c != at || quoted => last.push(c),
            _ => pieces.push(String::new()),
        }
    }
    pieces
}

/// Splits where no backslash stands before.
fn split_escaped(text: &str, at: char) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut escaped = false;
    for c in text.chars() {
        match pieces.last_mut() {
            Some(last) if c != at || escaped => last.push(c),
            _ => pieces.push(String::new()),
        }
        escaped = c == '\\' && !escaped;
    }
    pieces
}

/// `\n`, `\,`, `\;`, `\:`, `\\` become what they stand for.
pub(crate) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(next @ (',' | ';' | ':' | '\\' | '"')) => out.push(next),
                Some(next) => out.extend(['\\', next]),
                None => out.push('\\'),
            },
            _ => out.push(c),
        }
    }
    out
}

/// UTF-8, otherwise Windows-1252.
fn legible(bytes: &[u8]) -> String {
    match (std::str::from_utf8(bytes), charset_decoder(b"windows-1252")) {
        (Ok(text), _) => text.to_owned(),
        (Err(_), Some(decode)) => decode(bytes),
        (Err(_), None) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Decodes; a value with a broken triplet keeps its other letters.
fn quoted_printable(value: &[u8]) -> Option<Vec<u8>> {
    if let Some(decoded) = quoted_printable_decode(value) {
        return Some(decoded);
    }
    let whole = value.get(..value.len().checked_sub(2)?)?;
    quoted_printable_decode(whole)
}
