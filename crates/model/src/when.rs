//! Instants and days. An instant ends in `_at`, a day in `_on`.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Utc};

/// An instant, with the zone in which it happened where the source told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The instant.
    pub at: DateTime<Utc>,
    /// Minutes east of UTC where it happened; `None` where the source did not say.
    pub offset_minutes: Option<i16>,
}

impl Moment {
    /// An instant whose zone is not known.
    pub const fn utc(at: DateTime<Utc>) -> Self {
        Self { at, offset_minutes: None }
    }

    /// An instant told in a zone.
    pub fn zoned(at: DateTime<FixedOffset>) -> Self {
        let minutes = at.offset().local_minus_utc() / 60;
        Self { at: at.to_utc(), offset_minutes: i16::try_from(minutes).ok() }
    }

    /// Milliseconds since 1970, as it is kept.
    pub fn millis(&self) -> i64 {
        self.at.timestamp_millis()
    }

    /// Back from milliseconds since 1970; the epoch where the figure is beyond the calendar.
    pub fn from_millis(millis: i64, offset_minutes: Option<i16>) -> Self {
        let at = DateTime::from_timestamp_millis(millis).unwrap_or(DateTime::UNIX_EPOCH);
        Self { at, offset_minutes }
    }
}

/// A day of the calendar, its year perhaps unknown (a birthday).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year, where it is known.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl Day {
    /// A day that exists, or nothing. Without a year the 29th of February exists.
    pub fn new(year: Option<i32>, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day)?;
        Some(Self { year, month, day })
    }

    /// Reads `2024-05-09`, `--05-09` (RFC 6350's truncated form) or `0000-05-09` (Google's).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(rest) = text.strip_prefix("--") {
            let (month, day) = match rest.split_once('-') {
                Some(parts) => parts,
                None => rest.split_at_checked(2)?,
            };
            return Self::new(None, month.parse().ok()?, day.parse().ok()?);
        }
        let mut parts = text.splitn(3, '-');
        let year: i32 = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        Self::new((year != 0).then_some(year), month, day)
    }

    /// When this day comes round next, on or after `today`.
    pub fn next_after(&self, today: NaiveDate) -> Option<NaiveDate> {
        (today.year()..=today.year() + 8)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, self.month, self.day))
            .find(|day| *day >= today)
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self { year: Some(date.year()), month: date.month(), day: date.day() }
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}-{:02}", self.month, self.day),
            None => write!(f, "--{:02}-{:02}", self.month, self.day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birthday_without_a_year_is_read_in_every_spelling() {
        let day = Day::new(None, 6, 15);
        assert_eq!(Day::parse("--06-15"), day);
        assert_eq!(Day::parse("--0615"), day);
        assert_eq!(Day::parse("0000-06-15"), day);
        assert_eq!(day.unwrap().to_string(), "--06-15");
    }

    #[test]
    fn a_day_that_does_not_exist_is_no_day() {
        assert_eq!(Day::parse("2023-02-29"), None);
        assert_eq!(Day::parse("2023-13-01"), None);
        assert_eq!(Day::parse("soon"), None);
    }

    #[test]
    fn a_leap_day_birthday_waits_for_its_year() {
        let today = NaiveDate::from_ymd_opt(2025, 3, 1).unwrap();
        let next = Day::parse("--02-29").unwrap().next_after(today);
        assert_eq!(next, NaiveDate::from_ymd_opt(2028, 2, 29));
    }

    #[test]
    fn a_moment_keeps_its_zone_beside_the_instant() {
        let told = DateTime::parse_from_rfc3339("2024-05-01T10:00:00+02:00").unwrap();
        let moment = Moment::zoned(told);
        assert_eq!(moment.offset_minutes, Some(120));
        assert_eq!(Moment::from_millis(moment.millis(), Some(120)), moment);
    }
}
