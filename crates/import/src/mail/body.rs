//! Which part of a mail is its text, and that text with the marks of transport undone.

use super::html;
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};

/// A plain part shorter than this may be a mere "your program shows no HTML".
const SHORTEST_TRUSTED: usize = 240;

/// The plain text where there is one, otherwise the HTML as text.
pub(super) fn text_of(message: &Message<'_>) -> String {
    let plain = joined(message, &message.text_body);
    if !plain.trim().is_empty() && !is_excuse(&plain) {
        return tidy(&plain);
    }
    let rich = joined(message, &message.html_body);
    if rich.trim().is_empty() {
        tidy(&plain)
    } else {
        tidy(&rich)
    }
}

fn joined(message: &Message<'_>, ids: &[u32]) -> String {
    let parts = ids.iter().filter_map(|id| message.part(*id));
    let texts: Vec<String> = parts.filter_map(part_text).collect();
    texts.join("\n")
}

fn part_text(part: &MessagePart<'_>) -> Option<String> {
    match &part.body {
        PartType::Text(text) => Some(unflowed(part, &legible(part, text))),
        PartType::Html(text) => Some(html::to_text(&legible(part, text))),
        _ => None,
    }
}

/// Some programs send a plain part that only says to look at the other one.
fn is_excuse(plain: &str) -> bool {
    let plain = plain.trim().to_lowercase();
    plain.len() < SHORTEST_TRUSTED
        && plain.contains("html")
        && [
            "support",
            "view",
            "format",
            "unterstütz",
            "afficher",
            "visualiz",
        ]
        .iter()
        .any(|word| plain.contains(word))
}

/// Where a part does not tell its letters or tells them wrongly, they are Windows-1252.
fn legible(part: &MessagePart<'_>, text: &str) -> String {
    if !text.contains(char::REPLACEMENT_CHARACTER) {
        return text.to_owned();
    }
    let bytes = match part.encoding {
        Encoding::QuotedPrintable => quoted_printable_decode(part.contents()),
        _ => None,
    };
    let bytes = bytes.as_deref().unwrap_or(part.contents());
    match charset_decoder(b"windows-1252") {
        Some(decode) if std::str::from_utf8(bytes).is_err() => decode(bytes),
        _ => text.to_owned(),
    }
}

/// Joins the lines that `format=flowed` (RFC 3676) broke.
fn unflowed(part: &MessagePart<'_>, text: &str) -> String {
    let attribute = |name| part.content_type().and_then(|kind| kind.attribute(name));
    let is_flowed = attribute("format").is_some_and(|value| value.eq_ignore_ascii_case("flowed"));
    if !is_flowed {
        return text.to_owned();
    }
    let delete = attribute("delsp").is_some_and(|value| value.eq_ignore_ascii_case("yes"));
    let mut out = String::with_capacity(text.len());
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let depth = line.chars().take_while(|c| *c == '>').count();
        let words = line.trim_start_matches('>');
        let words = words.strip_prefix(' ').unwrap_or(words);
        if open != Some(depth) || words == "-- " {
            if !out.is_empty() {
                out.push('\n');
            }
            out.extend(std::iter::repeat_n('>', depth));
            if depth > 0 {
                out.push(' ');
            }
        }
        let is_soft = words.ends_with(' ') && words != "-- ";
        let shown = if is_soft && delete {
            words.strip_suffix(' ')
        } else {
            None
        };
        out.push_str(shown.unwrap_or(words));
        open = is_soft.then_some(depth);
    }
    out
}

/// One kind of line end and of blank, nothing invisible, no blanks at the end of a line (but
/// the one that makes a signature's mark).
fn tidy(text: &str) -> String {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{b}', '\u{c}'], "\n");
    let mut out = String::with_capacity(text.len());
    for line in text.split('\n') {
        let line = line.replace(['\u{a0}', '\u{202f}', '\u{2007}'], " ");
        let line = line.replace(is_invisible, "");
        out.push_str(if line == "-- " {
            &line
        } else {
            line.trim_end()
        });
        out.push('\n');
    }
    out
}

fn is_invisible(c: char) -> bool {
    let unseen = [
        '\u{200b}', '\u{feff}', '\u{ad}', '\u{34f}', '\u{2060}', '\u{200e}', '\u{200f}',
    ];
    (c.is_control() && c != '\t') || unseen.contains(&c)
}
