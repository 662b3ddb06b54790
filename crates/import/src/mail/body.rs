//! Which part of a mail is its text, and that text with the marks of transport undone.

use super::html;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};
use std::borrow::Cow;

/// A plain part shorter than this may be a mere "your program shows no HTML".
const SHORTEST_TRUSTED: usize = 240;

/// The plain text where there is one, otherwise the HTML as text.
pub(super) fn text_of(message: &Message<'_>) -> String {
    let plain = joined(message, &message.text_body);
    if !plain.trim().is_empty() && !is_excuse(&plain) {
        return tidy(&plain);
    }
    let rich = joined(message, &message.html_body);
    if rich.trim().is_empty() { tidy(&plain) } else { tidy(&rich) }
}

fn joined<'m>(message: &'m Message<'_>, ids: &[u32]) -> Cow<'m, str> {
    let parts = ids.iter().filter_map(|id| message.part(*id));
    let mut texts = parts.filter_map(|part| part_text(message, part));
    let Some(first) = texts.next() else {
        return Cow::Borrowed("");
    };
    let Some(second) = texts.next() else {
        return first;
    };
    // There may be a million of them.
    let mut all = format!("{first}\n{second}");
    for text in texts {
        all.push('\n');
        all.push_str(&text);
    }
    Cow::Owned(all)
}

fn part_text<'m>(message: &'m Message<'_>, part: &'m MessagePart<'_>) -> Option<Cow<'m, str>> {
    match &part.body {
        PartType::Text(text) => Some(unflowed(part, legible(message, part, text))),
        PartType::Html(text) => Some(Cow::Owned(html::to_text(&legible(message, part, text)))),
        _ => None,
    }
}

/// Some programs send a plain part that only says to look at the other one.
fn is_excuse(plain: &str) -> bool {
    let plain = plain.trim().to_lowercase();
    plain.len() < SHORTEST_TRUSTED
        && plain.contains("html")
        && ["support", "view", "format", "unterstütz", "afficher", "visualiz"]
            .iter()
            .any(|word| plain.contains(word))
}

/// Where a part does not tell its letters or tells them wrongly, they are Windows-1252.
pub(super) fn legible<'t>(
    message: &Message<'_>,
    part: &MessagePart<'_>,
    text: &'t str,
) -> Cow<'t, str> {
    if !text.contains(char::REPLACEMENT_CHARACTER) {
        return Cow::Borrowed(text);
    }
    let bytes = match part.encoding {
        Encoding::None => Some(Cow::Borrowed(source_of(message, part))),
        _ => undone(message, part).map(Cow::Owned),
    };
    let foreign = bytes.filter(|bytes| std::str::from_utf8(bytes).is_err());
    match (foreign, charset_decoder(b"windows-1252")) {
        (Some(bytes), Some(decode)) => Cow::Owned(decode(&bytes)),
        _ => Cow::Borrowed(text),
    }
}

/// The part's bytes as they lie in the mail.
fn source_of<'m>(message: &'m Message<'_>, part: &MessagePart<'_>) -> &'m [u8] {
    let (start, end) = (part.offset_body as usize, part.offset_end as usize);
    message.raw_message.get(start..end).unwrap_or_default()
}

/// The part's bytes with the transfer encoding undone, where it has one and that can be.
fn undone(message: &Message<'_>, part: &MessagePart<'_>) -> Option<Vec<u8>> {
    let source = source_of(message, part);
    match part.encoding {
        Encoding::None => None,
        Encoding::QuotedPrintable => quoted_printable_decode(source),
        Encoding::Base64 => base64_decode(source),
    }
}

/// A text part's bytes in its own letters, its transfer encoding (RFC 2045, section 6) undone;
/// nothing where it has none.
pub(super) fn decoded<'m>(
    message: &'m Message<'_>,
    part: &'m MessagePart<'_>,
) -> Option<Cow<'m, [u8]>> {
    let (PartType::Text(text) | PartType::Html(text)) = &part.body else {
        return None;
    };
    if part.encoding == Encoding::None {
        return None;
    }
    let charset = part.content_type().and_then(|kind| kind.attribute("charset"));
    let is_utf8 = charset.is_some_and(|name| {
        ["utf-8", "us-ascii"].iter().any(|known| known.eq_ignore_ascii_case(name))
    });
    match is_utf8 && !text.contains(char::REPLACEMENT_CHARACTER) {
        true => Some(Cow::Borrowed(text.as_bytes())),
        false => undone(message, part).map(Cow::Owned),
    }
}

/// Joins the lines that `format=flowed` (RFC 3676) broke.
fn unflowed<'t>(part: &MessagePart<'_>, text: Cow<'t, str>) -> Cow<'t, str> {
    let attribute = |name| part.content_type().and_then(|kind| kind.attribute(name));
    let is_flowed = attribute("format").is_some_and(|value| value.eq_ignore_ascii_case("flowed"));
    if !is_flowed {
        return text;
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
        let shown = if is_soft && delete { words.strip_suffix(' ') } else { None };
        out.push_str(shown.unwrap_or(words));
        open = is_soft.then_some(depth);
    }
    Cow::Owned(out)
}

/// One kind of line end and of blank, nothing invisible, no blanks at the end of a line (but
/// the one that makes a signature's mark).
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    for line in lines(text) {
        let line = seen(line);
        let is_mark = line == "-- ";
        out.push_str(if is_mark { &line } else { line.trim_end() });
        out.push('\n');
    }
    out
}

/// The lines, whichever way they end.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    lines.flat_map(|line| line.split(['\r', '\u{b}', '\u{c}']))
}

/// The line with plain blanks and without what nobody sees.
fn seen(line: &str) -> Cow<'_, str> {
    if line.bytes().all(|byte| byte == b'\t' || (b' '..=b'~').contains(&byte)) {
        return Cow::Borrowed(line);
    }
    let line = line.replace(['\u{a0}', '\u{202f}', '\u{2007}'], " ");
    Cow::Owned(line.replace(is_invisible, ""))
}

fn is_invisible(c: char) -> bool {
    let unseen = ['\u{200b}', '\u{feff}', '\u{ad}', '\u{34f}', '\u{2060}', '\u{200e}', '\u{200f}'];
    (c.is_control() && c != '\t') || unseen.contains(&c)
}
