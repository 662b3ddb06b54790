//! How often an appointment comes again ([MS-OXOCAL] 2.2.1.44), written as a calendar's rule.
//!
//! A moved occurrence is told with its new day and the usual time of the day: the exact time
//! lies in a list whose entries differ in length from version to version.

use super::file::{number, number32};
use super::heap::Value;
use super::item::{Item, Named};
use super::text;
use chrono::{DateTime, NaiveDateTime, TimeDelta};
use std::fmt::Write;

/// Days that were taken out or moved; no window lets more be made.
const MOST: usize = 2000;
/// The zone's name in the calendar that is written.
const OWN: &str = "The mailbox's own";

/// The days of the week as bits, Sunday first.
const WEEK: [&str; 7] = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/// Lines for the event, and the zone they speak of.
pub(super) struct Series {
    pub(super) zone: String,
    pub(super) lines: String,
}

/// What is known of a series that begins at `start` (in UTC); nothing where it is told in a way
/// that is not understood.
pub(super) fn of(item: &Item, start: NaiveDateTime) -> Option<Series> {
    let is_day = item.named_number(Named::IsWholeDay).is_some_and(|told| told != 0);
    let Some(Value::Bytes(told)) = item.named.get(&Named::Pattern) else {
        return None;
    };
    let pattern = Pattern::read(told)?;
    let name = match zone_name(item) {
        name if name.is_empty() => OWN.to_owned(),
        name => name,
    };
    let line = |word: &str, at: NaiveDateTime| match is_day {
        true => format!("{word};VALUE=DATE:{}\n", at.format("%Y%m%d")),
        false => format!("{word};TZID=\"{name}\":{}\n", at.format("%Y%m%dT%H%M%S")),
    };
    let mut lines = line("DTSTART", pattern.start);
    let _ = writeln!(lines, "RRULE:{}", pattern.rule);
    lines.extend(pattern.gone.iter().map(|day| line("EXDATE", *day)));
    lines.extend(pattern.besides.iter().map(|day| line("RDATE", *day)));
    Some(Series { zone: zone(&name, pattern.start - start), lines })
}

/// The zone by its name; where nobody knows that, by how far its clock was from UTC when the
/// series began.
fn zone(name: &str, east: TimeDelta) -> String {
    let minutes = east.num_minutes().clamp(-14 * 60, 14 * 60);
    let sign = if minutes < 0 { '-' } else { '+' };
    let offset = format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60);
    format!(
        "BEGIN:VTIMEZONE\nTZID:{name}\nBEGIN:STANDARD\nDTSTART:19700101T000000\n\
         TZOFFSETTO:{offset}\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
}

/// Windows' name of the zone, or its description in older mailboxes.
fn zone_name(item: &Item) -> String {
    let key = match item.named.get(&Named::Zone) {
        Some(Value::Bytes(told)) => key_name(told),
        _ => None,
    };
    let name = key.unwrap_or_else(|| item.named_text(Named::ZoneShown));
    name.replace(['"', '\r', '\n', ':', ';'], " ").trim().to_owned()
}

fn key_name(told: &[u8]) -> Option<String> {
    let length = usize::try_from(number(told, 6, 2)?).ok()?;
    Some(text::wide(told.get(8..8 + 2 * length)?))
}

struct Pattern {
    rule: String,
    start: NaiveDateTime,
    gone: Vec<NaiveDateTime>,
    besides: Vec<NaiveDateTime>,
}

impl Pattern {
    fn read(told: &[u8]) -> Option<Self> {
        let kind = number(told, 6, 2)?;
        // Other calendars than ours count otherwise.
        if number(told, 8, 2)? > 1 {
            return None;
        }
        let (every, own) = (number32(told, 14), told.get(22..)?);
        let (mut rule, size) = rule(kind, every, own)?;
        let rest = own.get(size..)?;
        let (gone, rest_of_days) = days(rest.get(12..)?)?;
        let (moved, last) = days(rest_of_days)?;
        let offset = number32(last, 16);
        let at = |day: u32| minutes(day.checked_add(offset)?);
        match number32(rest, 0) {
            0x2021 => {
                let _ = write!(rule, ";UNTIL={}", minutes(number32(last, 4))?.format("%Y%m%d"));
            }
            0x2022 => {
                let _ = write!(rule, ";COUNT={}", number32(rest, 4));
            }
            _ => {}
        }
        if let Some(first) = usize::try_from(number32(rest, 8)).ok().and_then(|day| WEEK.get(day)) {
            let _ = write!(rule, ";WKST={first}");
        }
        let only = |these: &[u32], others: &[u32]| {
            let kept = these.iter().filter(|day| !others.contains(day));
            kept.filter_map(|day| at(*day)).collect::<Vec<_>>()
        };
        let start = at(number32(last, 0))?;
        Some(Self { rule, start, gone: only(&gone, &moved), besides: only(&moved, &gone) })
    }
}

/// The rule without its end, and how many bytes told of its days.
fn rule(kind: u64, every: u32, own: &[u8]) -> Option<(String, usize)> {
    let mask = number32(own, 0);
    let on = || {
        let days = WEEK.iter().enumerate().filter(|(place, _)| mask >> place & 1 == 1);
        days.map(|(_, day)| *day).collect::<Vec<_>>().join(",")
    };
    Some(match kind {
        0 => (format!("FREQ=DAILY;INTERVAL={}", every / 1440), 0),
        1 => (format!("FREQ=WEEKLY;INTERVAL={every};BYDAY={}", on()), 4),
        // The 31st of a short month is its last day.
        2 if mask < 31 => (format!("FREQ=MONTHLY;INTERVAL={every};BYMONTHDAY={mask}"), 4),
        2 | 4 => (format!("FREQ=MONTHLY;INTERVAL={every};BYMONTHDAY=-1"), 4),
        3 => {
            let place = match number32(own, 4) {
                5 => -1,
                place => i64::from(place),
            };
            (format!("FREQ=MONTHLY;INTERVAL={every};BYDAY={};BYSETPOS={place}", on()), 8)
        }
        _ => return None,
    })
}

/// A list of days, and what comes behind it.
fn days(told: &[u8]) -> Option<(Vec<u32>, &[u8])> {
    let count = usize::try_from(number32(told, 0)).ok().filter(|count| *count <= MOST)?;
    let list = told.get(4..4 + 4 * count)?;
    let days = list.chunks_exact(4).map(|day| number32(day, 0)).collect();
    Some((days, told.get(4 + 4 * count..)?))
}

/// Minutes since 1601, by the clock on the wall.
fn minutes(told: u32) -> Option<NaiveDateTime> {
    let epoch = DateTime::from_timestamp(-11_644_473_600, 0)?.naive_utc();
    epoch.checked_add_signed(TimeDelta::minutes(i64::from(told)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pattern as Outlook writes it: the kind, how often, what belongs to the kind, the end
    /// and its count, days taken out, days moved to. It begins on Monday, 18 March 2024, at
    /// nine.
    fn pattern(
        (kind, every): (u16, u32),
        own: &[u32],
        end: (u32, u32),
        lists: [&[u32]; 2],
    ) -> Vec<u8> {
        let start = day(18);
        let mut told = vec![4, 0x30, 4, 0x30, 0x0B, 0x20];
        told.extend(kind.to_le_bytes());
        told.extend([0, 0]);
        let mut numbers = vec![0, every, 0];
        numbers.extend(own);
        numbers.extend([end.0, end.1, 1]);
        for list in lists {
            numbers.push(u32::try_from(list.len()).unwrap());
            numbers.extend(list);
        }
        numbers.extend([start, day(60), 0x3006, 0x3009, 540, 570]);
        told.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
        told
    }

    /// A day of March 2024.
    fn day(day: u32) -> u32 {
        let first = chrono::NaiveDate::from_ymd_opt(2024, 3, 1).unwrap();
        let epoch = chrono::NaiveDate::from_ymd_opt(1601, 1, 1).unwrap();
        (u32::try_from((first - epoch).num_days()).unwrap() + day - 1) * 1440
    }

    fn read(told: Vec<u8>) -> Option<Series> {
        let mut item = Item::default();
        item.named.insert(Named::Pattern, Value::Bytes(told));
        item.named.insert(Named::ZoneShown, Value::Text("W. Europe Standard Time".to_owned()));
        let start = chrono::NaiveDate::from_ymd_opt(2024, 3, 18).unwrap();
        of(&item, start.and_hms_opt(8, 0, 0).unwrap())
    }

    fn rule(told: Vec<u8>) -> String {
        let lines = read(told).unwrap().lines;
        lines.lines().find_map(|line| line.strip_prefix("RRULE:")).unwrap_or_default().to_owned()
    }

    #[test]
    fn every_kind_of_series_becomes_a_rule() {
        let open =
            |kind, every, own: &[u32]| rule(pattern((kind, every), own, (0x2023, 0), [&[], &[]]));
        assert_eq!(open(0, 2880, &[]), "FREQ=DAILY;INTERVAL=2;WKST=MO");
        assert_eq!(open(1, 2, &[0b1010]), "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=MO");
        assert_eq!(open(2, 1, &[15]), "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=15;WKST=MO");
        assert_eq!(open(2, 1, &[31]), "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1;WKST=MO");
        assert_eq!(open(3, 12, &[0b10, 3]), "FREQ=MONTHLY;INTERVAL=12;BYDAY=MO;BYSETPOS=3;WKST=MO");
        assert_eq!(open(3, 1, &[0b10, 5]), "FREQ=MONTHLY;INTERVAL=1;BYDAY=MO;BYSETPOS=-1;WKST=MO");
    }

    #[test]
    fn a_series_ends_by_count_or_day() {
        let ends = |end| rule(pattern((1, 1), &[2], end, [&[], &[]]));
        assert!(ends((0x2022, 4)).contains(";COUNT=4"));
        assert!(ends((0x2021, 4)).contains(";UNTIL=20240429"));
    }

    #[test]
    fn what_was_taken_out_and_moved_is_told_by_the_series_own_clock() {
        let told = pattern((1, 1), &[2], (0x2022, 4), [&[day(25), day(32)], &[day(33)]]);
        let series = read(told).unwrap();
        assert!(
            series.lines.contains("DTSTART;TZID=\"W. Europe Standard Time\":20240318T090000\n")
        );
        assert!(series.lines.contains("EXDATE;TZID=\"W. Europe Standard Time\":20240325T090000\n"));
        assert!(series.lines.contains("RDATE;TZID=\"W. Europe Standard Time\":20240402T090000\n"));
        assert!(series.zone.contains("TZOFFSETTO:+0100"));
    }

    #[test]
    fn what_is_not_understood_is_none() {
        assert!(read(Vec::new()).is_none());
        assert!(read(pattern((0xA, 1), &[2], (0x2023, 0), [&[], &[]])).is_none());
        let whole = pattern((1, 1), &[2], (0x2023, 0), [&[], &[]]);
        for length in 0..whole.len() {
            let _ = read(whole[..length].to_vec());
        }
    }

    #[test]
    fn the_zones_name_is_found() {
        let mut told = vec![2, 1, 0, 0, 2, 0, 3, 0];
        told.extend("UTC".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(key_name(&told).as_deref(), Some("UTC"));
        assert_eq!(key_name(&told[..10]), None);
    }
}
