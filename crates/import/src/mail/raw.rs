//! The mail as it stood, without attachments and without what only its transport can read.

use mail_parser::{Message, PartType};

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

/// Headers, text parts and the marks between parts; of an attachment its headers alone, so
/// that the rest can still be read as a mail. At most 64 KiB.
pub(super) fn kept(message: &Message<'_>) -> Vec<u8> {
    let source = message.raw_message.as_ref();
    let mut out = Vec::new();
    let mut from = 0;
    for (start, end) in left_out(message) {
        if start < from || out.len() >= LONGEST {
            continue;
        }
        out.extend_from_slice(source.get(from..start).unwrap_or_default());
        from = end;
    }
    let rest = source.get(from..).unwrap_or_default();
    out.extend_from_slice(rest.get(..LONGEST).unwrap_or(rest));
    out.truncate(LONGEST);
    out
}

/// Where the seals and the bodies of attachments lie, in order.
fn left_out(message: &Message<'_>) -> Vec<(usize, usize)> {
    let seals = message.headers().iter().filter(|header| {
        let name = header.name();
        SEALS.iter().any(|seal| seal.eq_ignore_ascii_case(name))
    });
    let seals = seals.map(|header| (header.offset_field as usize, header.offset_end as usize));
    let mut ranges: Vec<(usize, usize)> = message
        .attachments()
        .filter(|part| !matches!(part.body, PartType::Multipart(_)))
        .map(|part| (part.offset_body as usize, part.offset_end as usize))
        .chain(seals)
        .filter(|(start, end)| start < end)
        .collect();
    ranges.sort_unstable();
    ranges
}
