//! The mail as it stood, without attachments.

use mail_parser::{Message, PartType};

/// What is kept of a mail's source.
const LONGEST: usize = 64 * 1024;

/// Headers, text parts and the marks between parts; of an attachment its headers alone, so
/// that the rest can still be read as a mail. At most 64 KiB.
pub(super) fn kept(message: &Message<'_>) -> Vec<u8> {
    let source = message.raw_message.as_ref();
    let mut out = Vec::new();
    let mut from = 0;
    for (start, end) in attachments(message) {
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

/// Where the bodies of attachments lie, in order.
fn attachments(message: &Message<'_>) -> Vec<(usize, usize)> {
    let mut ranges: Vec<(usize, usize)> = message
        .attachments()
        .filter(|part| !matches!(part.body, PartType::Multipart(_)))
        .map(|part| (part.offset_body as usize, part.offset_end as usize))
        .filter(|(start, end)| start < end)
        .collect();
    ranges.sort_unstable();
    ranges
}
