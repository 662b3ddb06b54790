//! The mail as it stood, without attachments and without what only its transport needs.

use super::body;
use mail_parser::{Header, Message, PartType};
use std::borrow::Cow;

/// What is kept of a mail's source.
const LONGEST: usize = 64 * 1024;

/// Headers that are seals on the way here: long, without a word in them, and worth nothing once
/// the mail has arrived. They would be half of what is kept of a mail.
const SEALS: &[&str] = &[
    "arc-authentication-results",
    "arc-message-signature",
    "arc-seal",
    "authentication-results",
    "dkim-signature",
    "domainkey-signature",
    "received-spf",
    "x-forefront-antispam-report",
    "x-gm-message-state",
    "x-google-dkim-signature",
    "x-google-smtp-source",
    "x-microsoft-antispam-message-info",
    "x-ms-exchange-antispam-messagedata-0",
    "x-ms-exchange-antispam-messagedata-chunkcount",
    "x-received",
];

/// Headers, text parts with their transfer encoding undone, and the marks between parts; of an
/// attachment its headers alone, so that the rest can still be read as a mail; of the servers
/// it passed the first alone, by which it is dated where it says no date. At most 64 KiB.
pub(super) fn kept(message: &Message<'_>) -> Vec<u8> {
    let source = message.raw_message.as_ref();
    let mut out = Vec::new();
    let mut from = 0;
    for Change { start, end, instead } in changes(message) {
        if start < from || out.len() >= LONGEST {
            continue;
        }
        out.extend_from_slice(source.get(from..start).unwrap_or_default());
        out.extend_from_slice(&instead);
        from = end;
    }
    let rest = source.get(from..).unwrap_or_default();
    out.extend_from_slice(rest.get(..LONGEST).unwrap_or(rest));
    out.truncate(LONGEST);
    out
}

/// Bytes of the mail that are kept as others, or not at all.
struct Change<'m> {
    start: usize,
    end: usize,
    instead: Cow<'m, [u8]>,
}

impl<'m> Change<'m> {
    fn left_out(start: u32, end: u32) -> Self {
        Self::turned(start, end, Cow::Borrowed(&[]))
    }

    fn turned(start: u32, end: u32, instead: Cow<'m, [u8]>) -> Self {
        Self { start: start as usize, end: end as usize, instead }
    }

    fn without(header: &Header<'_>) -> Self {
        Self::left_out(header.offset_field, header.offset_end)
    }
}

/// What becomes of the mail, in order.
fn changes<'m>(message: &'m Message<'_>) -> Vec<Change<'m>> {
    let is = |header: &Header<'_>, name: &str| header.name().eq_ignore_ascii_case(name);
    let seals = message.headers().iter().filter(|it| SEALS.iter().any(|seal| is(it, seal)));
    let passed = message.headers().iter().rev().filter(|it| is(it, "received")).skip(1);
    let attachments =
        message.attachments().filter(|part| !matches!(part.body, PartType::Multipart(_)));
    let mut changes: Vec<Change<'_>> = attachments
        .map(|part| Change::left_out(part.offset_body, part.offset_end))
        .chain(seals.chain(passed).map(Change::without))
        .collect();
    for part in message.text_body.iter().chain(&message.html_body) {
        let Some(part) = message.part(*part) else { continue };
        if let Some(decoded) = body::decoded(message, part) {
            let how = part.headers.iter().filter(|it| is(it, "content-transfer-encoding"));
            changes.extend(how.map(Change::without));
            changes.push(Change::turned(part.offset_body, part.offset_end, decoded));
        }
    }
    changes.retain(|change| change.start < change.end);
    changes.sort_by_key(|change| (change.start, change.end));
    changes
}
