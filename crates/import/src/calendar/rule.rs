//! Rules by which events come again: by day, week, month or year.
//!
//! Deliberately absent: rules by hour, by number of the week or of the day in the year, which
//! no calendar's own window can make.

use chrono::{Datelike, Months, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

/// Steps after which a rule that yields nothing is given up.
const MOST_STEPS: u32 = 4000;
/// How far a rule without an end is followed.
const OPEN_FOR: TimeDelta = TimeDelta::days(731);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// How a rule ends.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum End {
    Open,
    Count(usize),
    /// As written, a moment or a day.
    Until(String),
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Rule {
    frequency: Frequency,
    interval: u32,
    pub(super) end: End,
    /// Weekdays; with a number, the n-th of the month or year, from its end where negative.
    days: Vec<(i32, Weekday)>,
    month_days: Vec<i32>,
    months: Vec<u32>,
    places: Vec<i32>,
    week_start: Weekday,
}

impl Rule {
    /// Reads a rule; what is told in `Err` is why it is not followed.
    pub(super) fn read(text: &str) -> Result<Self, ()> {
        let mut rule = Self {
            frequency: Frequency::Daily,
            interval: 1,
            end: End::Open,
            days: Vec::new(),
            month_days: Vec::new(),
            months: Vec::new(),
            places: Vec::new(),
            week_start: Weekday::Mon,
        };
        let mut has_frequency = false;
        for part in text.trim().split(';').filter(|part| !part.trim().is_empty()) {
            let (name, value) = part.split_once('=').ok_or(())?;
            let name = name.trim().to_uppercase();
            has_frequency |= name == "FREQ";
            rule.part(&name, &value.trim().to_uppercase()).ok_or(())?;
        }
        if has_frequency { Ok(rule) } else { Err(()) }
    }

    fn part(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "FREQ" => {
                self.frequency = match value {
                    "DAILY" => Frequency::Daily,
                    "WEEKLY" => Frequency::Weekly,
                    "MONTHLY" => Frequency::Monthly,
                    "YEARLY" => Frequency::Yearly,
                    _ => return None,
                }
            }
            "INTERVAL" => self.interval = value.parse().ok().filter(|many| *many > 0)?,
            "COUNT" => self.end = End::Count(value.parse().ok()?),
            "UNTIL" => self.end = End::Until(value.to_owned()),
            "BYDAY" => self.days = list(value, weekday)?,
            "BYMONTHDAY" => self.month_days = list(value, |day| day.parse().ok())?,
            "BYMONTH" => self.months = list(value, |month| month.parse().ok())?,
            "BYSETPOS" => self.places = list(value, |place| place.parse().ok())?,
            "WKST" => self.week_start = weekday(value)?.1,
            // Names of other calendars than ours, and private marks, change nothing.
            "RSCALE" if value == "GREGORIAN" => {}
            name if name.starts_with("X-") => {}
            _ => return None,
        }
        Some(())
    }

    /// The occurrences, `start` first, at most `most`; `until` is the rule's end by the same
    /// clock.
    pub(super) fn occurrences(
        &self,
        start: NaiveDateTime,
        until: Option<NaiveDateTime>,
        most: usize,
    ) -> Vec<NaiveDateTime> {
        let most = match self.end {
            End::Count(count) => count.clamp(1, most),
            End::Open | End::Until(_) => most,
        };
        let until = match self.end {
            End::Open => start.checked_add_signed(OPEN_FOR),
            End::Count(_) | End::Until(_) => until,
        };
        let mut found = vec![start];
        for step in 0..MOST_STEPS {
            let Some(days) = self.step(start.date(), step) else {
                break;
            };
            for at in days.into_iter().map(|day| day.and_time(start.time())) {
                if found.len() >= most || until.is_some_and(|until| at > until) {
                    return found;
                }
                if at > start {
                    found.push(at);
                }
            }
        }
        found
    }

    /// The one of a year, as rules of summer time have it.
    pub(super) fn in_year(&self, start: NaiveDateTime, year: i32) -> Option<NaiveDateTime> {
        let first = NaiveDate::from_ymd_opt(year, start.month(), start.day());
        let first = first.or_else(|| NaiveDate::from_ymd_opt(year, start.month(), 1))?;
        Some(self.step(first, 0)?.first()?.and_time(start.time()))
    }

    /// Whether it says that it ended before that day.
    pub(super) fn ends_before(&self, day: NaiveDate) -> bool {
        let End::Until(text) = &self.end else {
            return false;
        };
        let last = text.get(..8).and_then(|day| NaiveDate::parse_from_str(day, "%Y%m%d").ok());
        last.is_some_and(|last| last < day)
    }

    /// The days of one step of the rule, in order; nothing beyond the calendar.
    fn step(&self, start: NaiveDate, step: u32) -> Option<Vec<NaiveDate>> {
        let step = step.checked_mul(self.interval)?;
        let mut days = match self.frequency {
            Frequency::Daily => {
                let day = start.checked_add_signed(TimeDelta::days(i64::from(step)))?;
                if self.fits(day) { vec![day] } else { Vec::new() }
            }
            Frequency::Weekly => self.week(start, step)?,
            Frequency::Monthly => {
                let first = start.with_day(1)?.checked_add_months(Months::new(step))?;
                self.month(first, start.day())
            }
            Frequency::Yearly => {
                let year = start.year().checked_add(i32::try_from(step).ok()?)?;
                self.year(year, start)?
            }
        };
        if !self.months.is_empty() {
            days.retain(|day| self.months.contains(&day.month()));
        }
        days.sort_unstable();
        days.dedup();
        Some(if self.places.is_empty() { days } else { self.placed(&days) })
    }

    fn fits(&self, day: NaiveDate) -> bool {
        let is_day = self.days.is_empty() || self.days.iter().any(|(_, on)| *on == day.weekday());
        is_day && (self.month_days.is_empty() || self.month_days.iter().any(|n| is_nth(day, *n)))
    }

    fn week(&self, start: NaiveDate, step: u32) -> Option<Vec<NaiveDate>> {
        let back = i64::from(start.weekday().days_since(self.week_start));
        let ahead = i64::from(step).checked_mul(7)?.checked_sub(back)?;
        let first = start.checked_add_signed(TimeDelta::try_days(ahead)?)?;
        let wanted = |day: &NaiveDate| match self.days.is_empty() {
            true => day.weekday() == start.weekday(),
            false => self.days.iter().any(|(_, on)| *on == day.weekday()),
        };
        Some(first.iter_days().take(7).filter(wanted).collect())
    }

    fn month(&self, first: NaiveDate, usual: u32) -> Vec<NaiveDate> {
        let days = || first.iter_days().take_while(|day| day.month() == first.month());
        if self.days.is_empty() && self.month_days.is_empty() {
            return first.with_day(usual).into_iter().collect();
        }
        let wanted = |day: &NaiveDate| {
            let is_on = |&(n, on): &(i32, Weekday)| {
                on == day.weekday() && (n == 0 || is_nth_weekday(*day, n))
            };
            (self.days.is_empty() || self.days.iter().any(is_on))
                && (self.month_days.is_empty() || self.month_days.iter().any(|n| is_nth(*day, *n)))
        };
        days().filter(wanted).collect()
    }

    fn year(&self, year: i32, start: NaiveDate) -> Option<Vec<NaiveDate>> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
        if self.months.is_empty() && self.month_days.is_empty() && !self.days.is_empty() {
            let days = first.iter_days().take_while(|day| day.year() == year);
            let all: Vec<NaiveDate> = days.collect();
            let of = |&(n, on): &(i32, Weekday)| {
                let on: Vec<NaiveDate> =
                    all.iter().copied().filter(|day| day.weekday() == on).collect();
                if n == 0 { on } else { nth(&on, n).into_iter().collect() }
            };
            return Some(self.days.iter().flat_map(of).collect());
        }
        let usual = [start.month()];
        let every: Vec<u32> = (1..=12).collect();
        let months = match (self.months.is_empty(), self.month_days.is_empty()) {
            (false, _) => self.months.as_slice(),
            (true, true) => usual.as_slice(),
            (true, false) => every.as_slice(),
        };
        let firsts = months.iter().filter_map(|month| NaiveDate::from_ymd_opt(year, *month, 1));
        Some(firsts.flat_map(|first| self.month(first, start.day())).collect())
    }

    fn placed(&self, days: &[NaiveDate]) -> Vec<NaiveDate> {
        let mut placed: Vec<NaiveDate> =
            self.places.iter().filter_map(|place| nth(days, *place)).collect();
        placed.sort_unstable();
        placed.dedup();
        placed
    }
}

/// The n-th, from the end where negative.
fn nth(days: &[NaiveDate], n: i32) -> Option<NaiveDate> {
    let place = usize::try_from(n.unsigned_abs()).ok()?.checked_sub(1)?;
    match n > 0 {
        true => days.get(place).copied(),
        false => days.iter().rev().nth(place).copied(),
    }
}

/// Whether it is the n-th day of its month.
fn is_nth(day: NaiveDate, n: i32) -> bool {
    let from_end = || i64::from(day.day()) - i64::from(day.num_days_in_month()) - 1;
    i64::from(n) == i64::from(day.day()) || i64::from(n) == from_end()
}

/// Whether it is the n-th of its weekday in its month.
fn is_nth_weekday(day: NaiveDate, n: i32) -> bool {
    let left = u32::from(day.num_days_in_month()) - day.day();
    let (from_start, from_end) = (day.day().div_ceil(7), left / 7 + 1);
    if n > 0 { n.unsigned_abs() == from_start } else { n.unsigned_abs() == from_end }
}

/// More entries than this are no rule.
const LONGEST_LIST: usize = 62;

fn list<T>(value: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let pieces = value.split(',').take(LONGEST_LIST);
    pieces.map(|piece| read(piece.trim())).collect()
}

/// `MO`, `2TU`, `-1FR`.
fn weekday(text: &str) -> Option<(i32, Weekday)> {
    let (n, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let day = match day {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    Some((if n.is_empty() { 0 } else { n.parse().ok()? }, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The days of a rule, from a start at nine o'clock.
    fn days(start: &str, rule: &str) -> Vec<String> {
        let start = NaiveDate::parse_from_str(start, "%Y-%m-%d").unwrap();
        let start = start.and_hms_opt(9, 0, 0).unwrap();
        let rule = Rule::read(rule).unwrap();
        let found = rule.occurrences(start, None, 200);
        found.iter().map(|at| at.format("%m-%d").to_string()).collect()
    }

    #[test]
    fn days_and_weeks_go_on_by_their_interval() {
        assert_eq!(days("2024-01-30", "FREQ=DAILY;COUNT=3"), ["01-30", "01-31", "02-01"]);
        assert_eq!(
            days("2024-01-30", "FREQ=DAILY;INTERVAL=3;COUNT=3"),
            ["01-30", "02-02", "02-05"]
        );
        assert_eq!(
            days("2024-01-03", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=4"),
            ["01-03", "01-15", "01-17", "01-29"]
        );
        assert_eq!(
            days("2024-01-01", "FREQ=DAILY;BYDAY=SA,SU;COUNT=4"),
            ["01-01", "01-06", "01-07", "01-13"]
        );
    }

    /// The example of the standard: with weeks from Sunday the second one begins earlier.
    #[test]
    fn the_day_on_which_weeks_begin_counts() {
        let rule = |start| format!("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={start}");
        assert_eq!(days("1997-08-05", &rule("MO")), ["08-05", "08-10", "08-19", "08-24"]);
        assert_eq!(days("1997-08-05", &rule("SU")), ["08-05", "08-17", "08-19", "08-31"]);
    }

    #[test]
    fn months_know_the_nth_weekday_the_last_day_and_months_without_a_31st() {
        assert_eq!(
            days("2024-01-09", "FREQ=MONTHLY;BYDAY=2TU;COUNT=3"),
            ["01-09", "02-13", "03-12"]
        );
        assert_eq!(
            days("2024-01-26", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3"),
            ["01-26", "02-23", "03-29"]
        );
        assert_eq!(
            days("2024-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3"),
            ["01-31", "02-29", "03-31"]
        );
        assert_eq!(days("2024-01-31", "FREQ=MONTHLY;COUNT=3"), ["01-31", "03-31", "05-31"]);
        assert_eq!(
            days("2024-01-31", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3"),
            ["01-31", "02-29", "03-29"]
        );
    }

    #[test]
    fn years_come_round() {
        assert_eq!(days("2024-02-29", "FREQ=YEARLY;COUNT=2"), ["02-29", "02-29"]);
        assert_eq!(
            days("2024-03-31", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=2"),
            ["03-31", "03-30"]
        );
        assert_eq!(days("2024-12-31", "FREQ=YEARLY;BYDAY=-1TU;COUNT=2"), ["12-31", "12-30"]);
    }

    #[test]
    fn an_open_rule_is_followed_for_two_years_and_200_times() {
        assert_eq!(days("2024-01-01", "FREQ=MONTHLY").len(), 25);
        assert_eq!(days("2024-01-01", "FREQ=DAILY").len(), 200);
        assert_eq!(days("2024-01-01", "FREQ=DAILY;COUNT=4000000").len(), 200);
    }

    #[test]
    fn an_impossible_rule_ends() {
        assert_eq!(days("2024-01-01", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9").len(), 1);
        assert_eq!(days("2024-01-01", "FREQ=YEARLY;INTERVAL=4294967295;COUNT=9").len(), 1);
    }

    #[test]
    fn what_is_not_understood_is_no_rule() {
        for rule in [
            "",
            "FREQ=HOURLY",
            "FREQ=YEARLY;BYWEEKNO=20",
            "INTERVAL=2",
            "D1 #10",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=WEEKLY;BYDAY=XX",
        ] {
            assert_eq!(Rule::read(rule), Err(()), "{rule}");
        }
    }
}
