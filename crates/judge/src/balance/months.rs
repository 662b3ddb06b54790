//! Asks and gives month by month, for the picture.

use super::Passed;
use chrono::{Datelike, TimeDelta};
use model::{Direction, Moment};
use std::collections::BTreeMap;

/// Asks and gives of one month of the calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// They asked.
    pub asks_in: u32,
    /// They gave.
    pub gives_in: u32,
    /// The owner asked.
    pub asks_out: u32,
    /// The owner gave.
    pub gives_out: u32,
}

/// Asks and gives by month, the oldest first; months in which nothing passed are left out. A
/// message belongs to the month of the place where it was written, where that is known.
pub fn months(history: &[Passed]) -> Vec<Month> {
    let mut months: BTreeMap<(i32, u32), Month> = BTreeMap::new();
    for passed in history {
        let (year, number) = month_of(&passed.moment);
        let month = months.entry((year, number)).or_default();
        (month.year, month.month) = (year, number);
        let (asks, gives) = match passed.direction {
            Direction::In => (&mut month.asks_in, &mut month.gives_in),
            Direction::Out => (&mut month.asks_out, &mut month.gives_out),
            Direction::Between => continue,
        };
        *asks += u32::from(passed.asks);
        *gives += u32::from(passed.gives);
    }
    months.into_values().collect()
}

/// The year and the month, 1 to 12, of the place where something was written.
pub fn month_of(moment: &Moment) -> (i32, u32) {
    let shift = TimeDelta::minutes(i64::from(moment.offset_minutes.unwrap_or(0)));
    let local = moment.at.checked_add_signed(shift).unwrap_or(moment.at);
    (local.year(), local.month())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Told, history};
    use super::*;

    #[test]
    fn each_month_has_its_asks_and_gives_in_both_directions() {
        let told = history(&[
            Told::new(1, "in", 0.0).asks().starts(),
            Told::new(1, "out", 5.0).gives(),
            Told::new(2, "in", 24.0 * 40.0).asks(),
        ]);
        let months = months(&told);
        assert_eq!(months.len(), 2);
        assert_eq!((months[0].asks_in, months[0].gives_out), (1, 1));
        assert_eq!((months[1].asks_in, months[1].gives_out), (1, 0));
        assert!((months[0].year, months[0].month) < (months[1].year, months[1].month));
    }

    #[test]
    fn a_message_belongs_to_the_month_of_the_place_where_it_was_written() {
        let mut told = history(&[Told::new(1, "in", 0.0).asks()]);
        let late = chrono::DateTime::parse_from_rfc3339("2024-04-30T23:30:00-05:00").unwrap();
        told[0].moment = Moment::zoned(late);
        assert_eq!(months(&told)[0].month, 4);
    }
}
