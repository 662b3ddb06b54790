//! Zones: by name (the Olson names, Windows' and Outlook's), otherwise as the file tells them.

use super::rule::Rule;
use crate::vcard::Property;
use calcard::common::timezone::Tz;
use chrono::{Datelike, FixedOffset, NaiveDateTime, Offset, TimeDelta, TimeZone};
use model::Moment;
use std::collections::HashMap;
use std::rc::Rc;
use std::str::FromStr;

/// Zones that a file may tell, and the rules of one.
const MOST: usize = 500;
const MOST_OBSERVANCES: usize = 200;

/// One clock.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Zone {
    /// Known by its name.
    Named(Tz),
    /// Told by the file alone.
    Told(Rc<Vec<Observance>>),
    /// The clock on the wall, wherever it hangs.
    Floating,
}

/// Standard or summer time: from when on, by which rule again each year, how far from UTC.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Observance {
    start: Option<NaiveDateTime>,
    rule: Option<Rule>,
    seconds_east: i32,
}

impl Zone {
    /// The zone of `…Z`.
    pub(super) fn utc() -> Self {
        Self::Named(Tz::UTC)
    }

    fn by_name(name: &str) -> Option<Self> {
        let name = name.trim().trim_matches('"');
        // Registries put their own name before: `/example.org/20240101/Europe/Berlin`.
        let tails = name.match_indices('/').take(8).filter_map(|(at, _)| name.get(at + 1..));
        let mut names = std::iter::once(name).chain(tails.filter(|tail| tail.contains('/')));
        let known = |name: &str| Tz::from_str(name).ok().filter(|zone| !zone.is_floating());
        names.find_map(known).map(Self::Named)
    }

    /// The instant at which this clock shows that. The hour that summer time skips is read as
    /// if it had not begun; of the hour that comes twice it is the first.
    pub(super) fn moment(&self, local: NaiveDateTime) -> Moment {
        match self.offset(local) {
            Some(offset) => match offset.from_local_datetime(&local).earliest() {
                Some(at) => Moment::zoned(at),
                None => Moment::utc(local.and_utc()),
            },
            None => Moment::utc(local.and_utc()),
        }
    }

    fn offset(&self, local: NaiveDateTime) -> Option<FixedOffset> {
        match self {
            Self::Floating => None,
            Self::Told(observances) => FixedOffset::east_opt(seconds_east(observances, local)?),
            Self::Named(zone) => {
                let hour = TimeDelta::hours(1);
                let told = |at: NaiveDateTime| zone.offset_from_local_datetime(&at).earliest();
                let found = told(local).or_else(|| told(local.checked_sub_signed(hour)?));
                found.map(|offset| offset.fix())
            }
        }
    }

    /// What this clock shows at an instant that is told in UTC, to the hour of a change.
    pub(super) fn local(&self, utc: NaiveDateTime) -> NaiveDateTime {
        let east = |local| self.offset(local).map_or(0, |offset| offset.local_minus_utc());
        let shifted = |seconds: i32| {
            utc.checked_add_signed(TimeDelta::seconds(i64::from(seconds))).unwrap_or(utc)
        };
        let near = shifted(east(utc));
        shifted(east(near))
    }
}

/// What the latest observance before that time says.
fn seconds_east(observances: &[Observance], local: NaiveDateTime) -> Option<i32> {
    let begun = observances.iter().filter_map(|told| Some((told.last_onset(local)?, told)));
    let latest = begun.max_by_key(|(onset, _)| *onset).map(|(_, told)| told);
    latest.or(observances.first()).map(|told| told.seconds_east)
}

impl Observance {
    /// When it last began, up to `local`.
    fn last_onset(&self, local: NaiveDateTime) -> Option<NaiveDateTime> {
        let start = self.start.filter(|start| *start <= local)?;
        let Some(rule) = &self.rule else {
            return Some(start);
        };
        let years = [local.year(), local.year() - 1].into_iter();
        let onsets = years.filter_map(|year| rule.in_year(start, year));
        let onsets = onsets.filter(|onset| !rule.ends_before(onset.date()));
        Some(onsets.filter(|onset| *onset <= local).max().unwrap_or(start))
    }
}

/// The zones that a file tells.
#[derive(Default)]
pub(super) struct Zones {
    known: HashMap<String, Zone>,
    /// The zone of times that tell none.
    usual: Option<Zone>,
    open: Open,
}

/// A zone that is being read.
#[derive(Default)]
struct Open {
    name: String,
    location: String,
    observances: Vec<Observance>,
}

impl Zones {
    /// The zone of that name; without one, the calendar's.
    pub(super) fn named(&self, name: Option<&str>) -> Zone {
        let found = match name {
            Some(name) => self.known.get(name).cloned().or_else(|| Zone::by_name(name)),
            None => None,
        };
        found.or_else(|| self.usual.clone()).unwrap_or(Zone::Floating)
    }

    pub(super) fn set_usual(&mut self, name: &str) {
        self.usual = self.known.get(name).cloned().or_else(|| Zone::by_name(name));
    }

    pub(super) fn begin(&mut self) {
        self.open = Open::default();
    }

    pub(super) fn begin_observance(&mut self) {
        if self.open.observances.len() < MOST_OBSERVANCES {
            self.open.observances.push(Observance::default());
        }
    }

    pub(super) fn take(&mut self, property: &Property) {
        let told = self.open.observances.last_mut();
        match (property.name.as_str(), told) {
            ("TZID", _) => self.open.name = property.text(),
            ("X-LIC-LOCATION", _) => self.open.location = property.text(),
            ("DTSTART", Some(told)) => {
                let plain = NaiveDateTime::parse_from_str(property.value.trim(), "%Y%m%dT%H%M%S");
                // Outlook's rules begin in 1601, in the year of the Gregorian calendar's count.
                told.start = plain.ok();
            }
            ("RRULE", Some(told)) => told.rule = Rule::read(&property.value).ok(),
            ("TZOFFSETTO", Some(told)) => told.seconds_east = seconds(&property.value),
            _ => {}
        }
    }

    /// A name that is known to everybody says more than rules that were true in one year.
    pub(super) fn end(&mut self) {
        let Open { name, location, observances } = std::mem::take(&mut self.open);
        let by_name = Zone::by_name(&name).or_else(|| Zone::by_name(&location));
        let told = (!observances.is_empty()).then(|| Zone::Told(Rc::new(observances)));
        if let Some(zone) = by_name.or(told)
            && self.known.len() < MOST
        {
            self.known.insert(name, zone);
        }
    }
}

/// `+0200`, `-053000`.
fn seconds(text: &str) -> i32 {
    let text = text.trim();
    let figures = text.trim_start_matches(['+', '-']);
    let part = |from: usize| -> i32 {
        figures.get(from..from + 2).and_then(|part| part.parse().ok()).unwrap_or(0)
    };
    let seconds = part(0) * 3600 + part(2) * 60 + part(4);
    if text.starts_with('-') { -seconds } else { seconds }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(zone: &Zone, local: &str) -> String {
        let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
        zone.moment(local).at.format("%m-%d %H:%M").to_string()
    }

    #[test]
    fn a_zone_is_known_by_any_programs_name_for_it() {
        let zones = Zones::default();
        for name in [
            "Europe/Berlin",
            "W. Europe Standard Time",
            "/freeassociation.sourceforge.net/Europe/Berlin",
            "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
        ] {
            assert_eq!(at(&zones.named(Some(name)), "2024-07-01 12:00"), "07-01 10:00", "{name}");
        }
    }

    #[test]
    fn an_unknown_zone_is_the_calendars() {
        let mut zones = Zones::default();
        assert_eq!(zones.named(Some("Nowhere")), Zone::Floating);
        zones.set_usual("Asia/Tokyo");
        assert_eq!(at(&zones.named(Some("Nowhere")), "2024-07-01 12:00"), "07-01 03:00");
        assert_eq!(at(&zones.named(None), "2024-07-01 12:00"), "07-01 03:00");
    }

    #[test]
    fn the_hour_that_is_skipped_and_the_hour_that_comes_twice_are_read() {
        let berlin = Zone::by_name("Europe/Berlin").unwrap();
        assert_eq!(at(&berlin, "2024-03-31 02:30"), "03-31 01:30");
        assert_eq!(at(&berlin, "2024-10-27 02:30"), "10-27 00:30");
    }

    #[test]
    fn what_a_clock_shows_is_found_back() {
        let berlin = Zone::by_name("Europe/Berlin").unwrap();
        let utc = NaiveDateTime::parse_from_str("2024-07-01 10:00", "%Y-%m-%d %H:%M").unwrap();
        assert_eq!(berlin.local(utc).format("%H:%M").to_string(), "12:00");
        assert_eq!(Zone::Floating.local(utc), utc);
    }

    #[test]
    fn offsets_are_read_in_hours_minutes_and_seconds() {
        assert_eq!(seconds("+0200"), 7200);
        assert_eq!(seconds("-053015"), -19_815);
        assert_eq!(seconds("soon"), 0);
    }
}
