//! Moments and days as calendars write them: `20240501T100000Z`, `20240501T100000` in a zone
//! or in none, `20240501` for a whole day.

use super::zone::{Zone, Zones};
use crate::vcard::Property;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use model::Moment;

/// Years in which meetings are believed.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2099;
/// Moments that one property may list.
const MOST: usize = 2000;

/// One moment or day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Cell {
    /// By the clock of the zone; of a whole day noon, which is on that day nearly everywhere.
    pub(super) local: NaiveDateTime,
    /// Which clock.
    pub(super) zone: Zone,
    /// Only the day is told.
    pub(super) is_day: bool,
}

impl Cell {
    /// The instant.
    pub(super) fn moment(&self) -> Moment {
        if self.is_day { Moment::utc(self.local.and_utc()) } else { self.zone.moment(self.local) }
    }

    /// The same clock at another time.
    pub(super) fn moved(&self, local: NaiveDateTime) -> Self {
        Self { local, zone: self.zone.clone(), is_day: self.is_day }
    }

    /// One spelling for one moment, by which an occurrence of a series is named.
    pub(super) fn key(&self) -> String {
        match self.is_day {
            true => self.day(),
            false => self.moment().at.format("%Y%m%dT%H%M%SZ").to_string(),
        }
    }

    /// The day by its own clock.
    pub(super) fn day(&self) -> String {
        self.local.format("%Y%m%d").to_string()
    }
}

/// Every moment that a property tells, in its zone.
pub(super) fn cells(property: &Property, zones: &Zones) -> Vec<Cell> {
    let named = property.param("TZID");
    let values = property.value.split([',', ';']).take(MOST);
    values.filter_map(|value| cell(value, named, zones)).collect()
}

/// One moment; of a period (`from/to`) its beginning.
fn cell(value: &str, named: Option<&str>, zones: &Zones) -> Option<Cell> {
    let value = value.split('/').next()?.trim();
    let (bare, is_utc) = match value.strip_suffix(['Z', 'z']) {
        Some(bare) => (bare, true),
        None => (value, false),
    };
    let figures: String = bare.chars().filter(char::is_ascii_digit).take(14).collect();
    let day = NaiveDate::parse_from_str(figures.get(..8)?, "%Y%m%d").ok()?;
    if !YEARS.contains(&day.year()) {
        return None;
    }
    let zone = if is_utc { Zone::utc() } else { zones.named(named) };
    match figures.get(8..).filter(|clock| clock.len() >= 4) {
        Some(clock) => Some(Cell { local: day.and_time(time(clock)?), zone, is_day: false }),
        None => Some(Cell { local: day.and_hms_opt(12, 0, 0)?, zone, is_day: true }),
    }
}

fn time(clock: &str) -> Option<NaiveTime> {
    let part = |from: usize| match clock.get(from..from + 2) {
        Some(figures) => figures.parse().ok(),
        None => Some(0),
    };
    let (hour, minute, second): (u32, u32, u32) = (part(0)?, part(2)?, part(4)?);
    // 24:00 and a leap second are read as the last thing before them.
    NaiveTime::from_hms_opt(hour.min(23), minute, second.min(59))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<String> {
        let property = Property::read(line.as_bytes()).unwrap();
        cells(&property, &Zones::default()).iter().map(Cell::key).collect()
    }

    #[test]
    fn moments_and_days_are_read() {
        assert_eq!(read("DTSTART:20240501T100000Z"), ["20240501T100000Z"]);
        assert_eq!(read("DTSTART:20240501T1000Z"), ["20240501T100000Z"]);
        assert_eq!(read("DTSTART;TZID=Europe/Berlin:20240501T100000"), ["20240501T080000Z"]);
        assert_eq!(read("DTSTART;VALUE=DATE:20240501"), ["20240501"]);
        assert_eq!(read("DTSTART:2024-05-01T10:00:00Z"), ["20240501T100000Z"]);
        assert_eq!(
            read("RDATE;VALUE=PERIOD:20240501T100000Z/PT1H,20240502T100000Z/PT1H"),
            ["20240501T100000Z", "20240502T100000Z"]
        );
    }

    #[test]
    fn what_never_was_is_no_moment() {
        for value in ["", "soon", "20240231", "00000101T000000Z", "20240501T996100", "2024"] {
            assert!(read(&format!("DTSTART:{value}")).is_empty(), "{value}");
        }
    }
}
