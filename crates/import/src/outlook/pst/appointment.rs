//! A meeting of a mailbox, written down as a calendar's event and read like any other.

use super::item::{Item, Named, number, tag};
use super::letter::{self, mailbox};
use super::series;
use chrono::{DateTime, TimeDelta, Utc};
use std::fmt::Write;

/// Bits of an appointment's state: it was called off.
const CANCELLED: i64 = 0x4;
/// The owner's answer, and a recipient's: declined.
const DECLINED: i64 = 4;
/// A recipient who is a room or a thing, and the bit that marks the one who invited.
const THING: i64 = 3;
const ORGANIZER: i64 = 0x2;

/// An event as a calendar has it.
pub(super) struct Written {
    pub(super) text: String,
    /// It comes again in a way that is not understood: the first time alone is told.
    pub(super) is_first_alone: bool,
}

/// The event; nothing where the owner declined or it was called off.
pub(super) fn written(item: &Item) -> Option<Written> {
    let is_off = item.named_number(Named::State).is_some_and(|state| state & CANCELLED != 0);
    if is_off || item.named_number(Named::Answer) == Some(DECLINED) {
        return None;
    }
    let start = letter::instant(item.named_number(Named::Start)?)?;
    let recurs = item.named_number(Named::Recurs).is_some_and(|told| told != 0);
    let series = if recurs { series::of(item, start.naive_utc()) } else { None };
    let is_first_alone = recurs && series.is_none();
    let (zone, times) = match series {
        Some(series) => (series.zone, series.lines),
        None => (String::new(), once(item, start)?),
    };
    let text = format!(
        "BEGIN:VCALENDAR\n{zone}BEGIN:VEVENT\n{times}{}END:VEVENT\nEND:VCALENDAR\n",
        words(item)
    );
    Some(Written { text, is_first_alone })
}

fn once(item: &Item, start: DateTime<Utc>) -> Option<String> {
    Some(match item.named_number(Named::IsWholeDay) {
        // Midnight by the owner's clock, told in UTC: the nearest midnight is the day.
        Some(told) if told != 0 => {
            let day = start.checked_add_signed(TimeDelta::hours(12))?;
            format!("DTSTART;VALUE=DATE:{}\n", day.format("%Y%m%d"))
        }
        _ => format!("DTSTART:{}\n", start.format("%Y%m%dT%H%M%SZ")),
    })
}

/// What it is, where, and who is in it.
fn words(item: &Item) -> String {
    let mut text = String::new();
    let mut add = |line: String| {
        let _ = writeln!(text, "{line}");
    };
    add(format!("SUMMARY:{}", escaped(&letter::subject(item))));
    add(format!("LOCATION:{}", escaped(&item.named_text(Named::Location))));
    add(format!("DESCRIPTION:{}", escaped(&item.text(tag::BODY))));
    add(format!("UID:{}", uid(item)));
    add(person("ORGANIZER", &organizer(item)));
    for row in &item.recipients {
        let flag = |id| number(row.get(&id)).unwrap_or(0);
        let is_outside = flag(tag::RECIPIENT_KIND) & 0xF == THING
            || flag(tag::RECIPIENT_ANSWER) == DECLINED
            || flag(tag::RECIPIENT_FLAGS) & ORGANIZER != 0;
        if !is_outside {
            let told = [tag::NAME, tag::SMTP, tag::ADDRESS].map(|id| item.text_of(row, id));
            add(person("ATTENDEE", &told));
        }
    }
    text
}

/// Name, address, and the address in a directory: of the recipient who is marked so, otherwise
/// of the sender.
fn organizer(item: &Item) -> [String; 3] {
    let is_marked = |flags: i64| flags & ORGANIZER != 0;
    let mut rows = item.recipients.iter();
    let marked = rows.find(|row| number(row.get(&tag::RECIPIENT_FLAGS)).is_some_and(is_marked));
    match marked {
        Some(row) => [tag::NAME, tag::SMTP, tag::ADDRESS].map(|id| item.text_of(row, id)),
        None => [tag::REPRESENTED_NAME, tag::REPRESENTED_SMTP, tag::REPRESENTED_ADDRESS]
            .map(|id| item.text(id)),
    }
}

fn person(role: &str, [name, smtp, address]: &[String; 3]) -> String {
    let written = mailbox("", [smtp, address]);
    let plain = |text: &str| text.replace(['"', '\r', '\n'], " ");
    let address = written.trim_matches(['<', '>']);
    format!("{role};CN=\"{}\":mailto:{address}", plain(name).trim())
}

/// The meeting's name in every calendar, written as Outlook writes it into an `.ics`.
fn uid(item: &Item) -> String {
    use super::heap::Value;
    let Some(Value::Bytes(bytes)) = item.named.get(&Named::Meeting) else {
        return String::new();
    };
    // A meeting that came from another program carries that program's name for it.
    let mark = b"vCal-Uid\x01\0\0\0";
    let at = bytes.windows(mark.len()).position(|found| found == mark);
    if let Some(own) = at.and_then(|at| bytes.get(at + mark.len()..)) {
        let text = String::from_utf8_lossy(own);
        return text.trim_matches(|c: char| c == '\0' || c.is_whitespace()).to_owned();
    }
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02X}");
        hex
    })
}

fn escaped(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\0'], "");
    text.replace('\\', "\\\\").replace('\n', "\\n").replace(';', "\\;").replace(',', "\\,")
}
