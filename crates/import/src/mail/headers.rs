//! A mail's headers by name, unfolded and decoded.

use mail_parser::parsers::MessageStream;
use mail_parser::{HeaderValue, Message};

/// More ids than this in one header are no thread but noise.
const MOST_IDS: usize = 64;

/// The headers of one mail.
pub(super) struct Headers<'m> {
    message: &'m Message<'m>,
}

impl<'m> Headers<'m> {
    pub(super) fn of(message: &'m Message<'m>) -> Self {
        Self { message }
    }

    /// Every header of that name as it stands in the mail.
    pub(super) fn all<'h>(&'h self, name: &'h str) -> impl Iterator<Item = &'m [u8]> + 'h {
        self.message.headers().iter().filter_map(move |header| {
            let (start, end) = (header.offset_start() as usize, header.offset_end() as usize);
            let fits = header.name().eq_ignore_ascii_case(name);
            fits.then(|| self.message.raw_message.get(start..end)).flatten()
        })
    }

    /// Whether the mail has such a header.
    pub(super) fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// The first header of that name as text on one line, its encoded words decoded; empty
    /// where the mail has none.
    pub(super) fn decoded(&self, name: &str) -> String {
        self.all(name).next().map(decoded).unwrap_or_default()
    }

    /// The ids in angle brackets that a header holds, in their order.
    pub(super) fn ids(&self, name: &str) -> Vec<String> {
        let mut ids = Vec::new();
        for value in self.all(name) {
            let text = String::from_utf8_lossy(value);
            let inside = text.split('<').skip(1);
            ids.extend(inside.filter_map(|tail| Some(bare(tail.split_once('>')?.0))));
        }
        ids.retain(|id| !id.is_empty());
        let surplus = ids.len().saturating_sub(MOST_IDS);
        ids.drain(..surplus);
        ids
    }

    /// The mail's own id, without angle brackets; empty where it has none.
    pub(super) fn message_id(&self) -> String {
        if let Some(id) = self.ids("Message-ID").into_iter().next() {
            return id;
        }
        let text = self.decoded("Message-ID");
        let text = text.trim_matches(['<', '>', ' ']);
        if text.contains(' ') { String::new() } else { text.to_owned() }
    }
}

/// An id folded over two lines is still one id.
fn bare(id: &str) -> String {
    id.chars().filter(|c| !c.is_whitespace()).collect()
}

fn decoded(raw: &[u8]) -> String {
    let mut line = raw.to_vec();
    line.push(b'\n');
    let text = match MessageStream::new(&line).parse_unstructured() {
        HeaderValue::Text(text) => text.into_owned(),
        HeaderValue::TextList(texts) => texts.join(" "),
        _ => String::new(),
    };
    one_line(&text)
}

/// Single blanks, no control characters, nothing at the ends.
pub(super) fn one_line(text: &str) -> String {
    let plain = text.replace(|c: char| c.is_control(), " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
