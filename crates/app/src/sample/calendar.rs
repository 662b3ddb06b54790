//! Days and hours, counted from the moment at which the sample is made.

use crate::when;
use chrono::{Datelike, NaiveDate, TimeDelta, Timelike};
use model::{Day, Moment};

/// People write between these hours.
const MORNING: u32 = 7;
const NIGHT: u32 = 22;

/// The past and the next days as seen from now.
#[derive(Clone, Copy)]
pub(super) struct Calendar {
    now: Moment,
    today: NaiveDate,
}

impl Calendar {
    /// The calendar at a moment.
    pub(super) fn of(now: Moment) -> Self {
        Self { now, today: when::day_of(now) }
    }

    /// So many days ago, so many minutes after midnight, where it is not the future.
    pub(super) fn ago(&self, days: i64, minutes: i64) -> Moment {
        let east = TimeDelta::minutes(self.now.offset_minutes.unwrap_or(0).into());
        let local = (self.now.at + east).date_naive() - TimeDelta::days(days);
        let told = local.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(minutes) - east;
        self.at(told.and_utc().min(self.now.at - TimeDelta::minutes(1)))
    }

    /// So many minutes before a moment, moved to when people are awake.
    pub(super) fn before(&self, later: Moment, minutes: i64) -> Moment {
        let at = later.at - TimeDelta::minutes(minutes);
        let hour = at.hour();
        if (MORNING..NIGHT).contains(&hour) {
            return self.at(at);
        }
        self.at(at - TimeDelta::hours(9))
    }

    fn at(&self, at: chrono::DateTime<chrono::Utc>) -> Moment {
        Moment { at, offset_minutes: self.now.offset_minutes }
    }

    /// A day so many days ahead (`+3`, `-1`), with the year where one is told.
    pub(super) fn day_ahead(&self, ahead: &str, year: Option<i32>) -> Option<Day> {
        let day = self.shifted(ahead)?;
        let told = Day::new(year, day.month(), day.day());
        told.or_else(|| Day::new(None, day.month(), day.day()))
    }

    /// The year of the day so many days ahead.
    pub(super) fn year(&self, ahead: &str) -> i32 {
        self.shifted(ahead).unwrap_or(self.today).year()
    }

    fn shifted(&self, ahead: &str) -> Option<NaiveDate> {
        let ahead: i64 = ahead.parse().ok()?;
        Some(self.today + TimeDelta::days(ahead))
    }
}
