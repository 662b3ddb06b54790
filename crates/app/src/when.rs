//! The clock, and instants as they go over the wire.

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, SecondsFormat, TimeZone, Utc};
use model::{Day, Moment};

/// Now, with the zone of this machine: the only place where the clock is asked.
pub(crate) fn now() -> Moment {
    Moment::zoned(Local::now().fixed_offset())
}

/// `2024-05-09T12:30:00Z`.
pub(crate) fn iso(moment: Moment) -> String {
    moment.at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A moment by the clock on the owner's wall.
pub(crate) fn local(moment: Moment) -> NaiveDateTime {
    moment.at.with_timezone(&Local).naive_local()
}

/// The day that a moment falls on for the owner.
pub(crate) fn day_of(moment: Moment) -> NaiveDate {
    moment.at.with_timezone(&Local).date_naive()
}

/// Reads `2024-05-09T12:30:00Z`, `2024-05-09 12:30`, `2024-05-09T12:30` or `2024-05-09`, the
/// latter three in local time.
pub(crate) fn parse(text: &str) -> Option<Moment> {
    let text = text.trim();
    if let Ok(told) = DateTime::parse_from_rfc3339(text) {
        return Some(Moment::zoned(told));
    }
    let formats = ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"];
    let local = formats.iter().find_map(|f| NaiveDateTime::parse_from_str(text, f).ok());
    let local = local
        .or_else(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(12, 0, 0))?;
    let told = Local.from_local_datetime(&local).earliest()?;
    Some(Moment::zoned(told.fixed_offset()))
}

/// Whole days between two instants, never negative.
pub(crate) fn days_between(earlier: DateTime<Utc>, later: DateTime<Utc>) -> u32 {
    u32::try_from((later - earlier).num_days()).unwrap_or(0)
}

/// "today", "yesterday", "5 days ago", "3 weeks ago", "4 months ago", "2 years ago".
pub(crate) fn ago(earlier: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let many = |count: u32, one: &str| match count {
        1 => format!("a {one} ago"),
        n => format!("{n} {one}s ago"),
    };
    match days_between(earlier, now) {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days @ 2..=13 => format!("{days} days ago"),
        days @ 14..=59 => many(days / 7, "week"),
        days @ 60..=729 => many(days / 30, "month"),
        days => many(days / 365, "year"),
    }
}

/// A day as the wire has it.
pub(crate) fn day(day: Day) -> String {
    day.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_read_as_it_is_written() {
        let moment = parse("2024-05-09T12:30:00Z").unwrap();
        assert_eq!(iso(moment), "2024-05-09T12:30:00Z");
        assert!(parse("2024-05-09 12:30").is_some());
        assert!(parse("2024-05-09").is_some());
        assert!(parse("next tuesday").is_none());
    }

    #[test]
    fn a_time_ago_is_told_as_people_say_it() {
        let now = parse("2024-05-09T12:00:00Z").unwrap().at;
        let before = |days| now - chrono::TimeDelta::days(days);
        assert_eq!(ago(before(0), now), "today");
        assert_eq!(ago(before(5), now), "5 days ago");
        assert_eq!(ago(before(21), now), "3 weeks ago");
        assert_eq!(ago(before(400), now), "13 months ago");
    }
}
