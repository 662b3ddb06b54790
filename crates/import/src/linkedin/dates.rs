//! LinkedIn's spellings of a day and of an instant, and what a spreadsheet makes of them.
//!
//! Every table has its own; no two of them can be taken for one another, so all are tried.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime};
use model::{Day, Moment};
use std::ops::RangeInclusive;

/// Years in which something may have happened on LinkedIn, founded in December 2002.
const YEARS: RangeInclusive<i32> = 2002..=2100;

/// Years in which something may have happened to somebody who is still written to.
const YEARS_OF_LIFE: RangeInclusive<i32> = 1900..=2100;

/// Days: `08 Feb 2026`, re-saved `4-Apr-21`, and the first part of every instant.
const DAYS: &[&str] = &["%d %B %Y", "%d-%B-%Y", "%d-%B-%y", "%B %d, %Y", "%Y-%m-%d", "%Y/%m/%d"];
/// Days in the American order, as invitations have them.
const AMERICAN_DAYS: &[&str] = &["%m/%d/%Y", "%m/%d/%y"];
/// Times of the day.
const TIMES: &[&str] = &["%H:%M:%S%.f", "%H:%M", "%I:%M %p", "%I:%M:%S %p"];

/// Reads a day on which something happened on LinkedIn.
pub(super) fn day(text: &str) -> Option<Day> {
    date(&single_spaces(text), YEARS).map(Day::from)
}

/// Reads a day of somebody's life, before there was a LinkedIn.
pub(super) fn day_of_life(text: &str) -> Option<Day> {
    date(&single_spaces(text), YEARS_OF_LIFE).map(Day::from)
}

/// Reads a month or a year, as posts have them: "Mar 2019", "Mar-19", "2019".
pub(super) fn month(text: &str) -> Option<Day> {
    let text = single_spaces(text);
    let spellings = [format!("1 {text}"), format!("1-{text}"), format!("1 Jan {text}"), text];
    let mut read = spellings.iter().filter_map(|text| day_of_life(text));
    read.next()
}

/// Reads an instant. UTC where no zone is told: LinkedIn writes it so even where it is silent.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let text = single_spaces(text);
    if let Ok(told) = DateTime::parse_from_rfc3339(&text) {
        let moment = match text.ends_with(['Z', 'z']) {
            true => Moment::utc(told.to_utc()),
            false => Moment::zoned(told),
        };
        return YEARS.contains(&chrono::Datelike::year(&told)).then_some(moment);
    }
    let bare = text.trim_end_matches("UTC").trim_end();
    let at = clock(bare).or_else(|| date(bare, YEARS)?.and_hms_opt(0, 0, 0))?;
    Some(Moment::utc(at.and_utc()))
}

/// A day and a time, with `T`, a space or a comma between.
fn clock(text: &str) -> Option<NaiveDateTime> {
    let places = text.match_indices(['T', ' ', ',']);
    let mut halves = places.filter_map(|(at, _)| text.split_at_checked(at));
    halves.find_map(|(day, time)| {
        let time = time.trim_start_matches(['T', ' ', ',']);
        let time =
            TIMES.iter().find_map(|format| chrono::NaiveTime::parse_from_str(time, format).ok())?;
        Some(date(day, YEARS)?.and_time(time))
    })
}

fn date(text: &str, years: RangeInclusive<i32>) -> Option<NaiveDate> {
    let formats = DAYS.iter().chain(AMERICAN_DAYS);
    formats
        .filter_map(|format| NaiveDate::parse_from_str(text, format).ok())
        .find(|date| years.contains(&date.year()))
}

/// One plain space for every run of spaces of any width.
fn single_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> Option<String> {
        moment(text).map(|moment| moment.at.format("%Y-%m-%dT%H:%M:%S").to_string())
    }

    #[test]
    fn every_tables_spelling_of_an_instant_is_read() {
        for (spelling, expected) in [
            ("2025-06-01 14:03:22 UTC", "2025-06-01T14:03:22"),
            ("1/29/26, 2:37 PM", "2026-01-29T14:37:00"),
            ("1/29/26, 2:37\u{202F}PM", "2026-01-29T14:37:00"),
            ("12/3/2021, 12:05 AM", "2021-12-03T00:05:00"),
            ("2023/04/05 06:07:08 UTC", "2023-04-05T06:07:08"),
            ("2026-02-09 01:21:47", "2026-02-09T01:21:47"),
            ("2020-02-03T10:11:12Z", "2020-02-03T10:11:12"),
            ("2020-02-03T10:11:12.345", "2020-02-03T10:11:12"),
            ("1/29/26 14:37", "2026-01-29T14:37:00"),
            ("Mar 4, 2022", "2022-03-04T00:00:00"),
        ] {
            assert_eq!(iso(spelling).as_deref(), Some(expected), "{spelling}");
        }
    }

    #[test]
    fn a_told_zone_is_kept() {
        let moment = moment("2020-02-03T10:00:00+02:00").unwrap();
        assert_eq!(moment.offset_minutes, Some(120));
        assert_eq!(moment.at.to_rfc3339(), "2020-02-03T08:00:00+00:00");
    }

    #[test]
    fn a_connections_day_is_read_as_downloaded_and_as_re_saved() {
        assert_eq!(day("08 Feb 2026"), Day::new(Some(2026), 2, 8));
        assert_eq!(day("4-Apr-21"), Day::new(Some(2021), 4, 4));
        assert_eq!(day("2021-04-04"), Day::new(Some(2021), 4, 4));
    }

    #[test]
    fn a_date_that_makes_no_sense_is_no_date() {
        for text in [
            "",
            "soon",
            "31 Feb 2026",
            "2025-13-01 14:03:22 UTC",
            "2025-06-01 25:03:22 UTC",
            "08 Feb 1026",
            "9999-01-01 00:00:00 UTC",
            "+262142-12-31T23:59:60Z",
        ] {
            assert_eq!(moment(text), None, "{text}");
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn a_post_begins_in_a_month_or_a_year() {
        assert_eq!(month("Mar 2019"), Day::new(Some(2019), 3, 1));
        assert_eq!(month("2019"), Day::new(Some(2019), 1, 1));
        assert_eq!(month("Mar-19"), Day::new(Some(2019), 3, 1));
        assert_eq!(month("Jun 1987"), Day::new(Some(1987), 6, 1));
        assert_eq!(month(""), None);
    }
}
