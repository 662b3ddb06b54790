//! Days as Outlook writes them: in the order of the country where Windows stood.
//!
//! `4/15/1980` and `15/4/1980` are one day, and no file says which order it has. The first
//! value above 12 gives it away; dots and dashes give it away by themselves.

use model::Day;

/// Which of two numbers between slashes is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// A day as a cell tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// No day: empty, or Outlook's `0/0/00`.
    Nothing,
    /// A day whatever the order.
    Day(Day),
    /// One that depends on the order: the first number, the second, the year.
    Either(u32, u32, i32),
    /// No day that exists.
    Nonsense,
}

/// Two figures of a year up to this one are of this century.
const THIS_CENTURY: i32 = 30;

/// Reads a cell. A time of the day behind it says nothing.
pub(super) fn read(cell: &str) -> Told {
    let Some(text) = cell.split_whitespace().next() else {
        return Told::Nothing;
    };
    let text = text.split('T').next().unwrap_or(text);
    if text.chars().all(|c| matches!(c, '0' | '/' | '.' | '-')) {
        return Told::Nothing;
    }
    let parts: Option<Vec<u32>> =
        text.trim_end_matches('.').split(['/', '.', '-']).map(|part| part.parse().ok()).collect();
    let Some(&[first, second, third]) = parts.as_deref() else {
        return Told::Nonsense;
    };
    if first > 31 {
        return exact(i32::try_from(first).unwrap_or(0), second, third);
    }
    let year = full_year(third);
    match text.contains('/') {
        true if first > 12 => exact(year, second, first),
        true if second > 12 => exact(year, first, second),
        true if first == second => exact(year, first, second),
        true if first > 0 && second > 0 => Told::Either(first, second, year),
        _ => exact(year, second, first),
    }
}

/// What a cell gives away about the order of the whole file.
pub(super) fn order(cell: &str) -> Option<Order> {
    let text = cell.split_whitespace().next()?;
    let mut parts = text.split('/').map(|part| part.parse::<u32>().ok());
    match (parts.next()??, parts.next()??) {
        (13..=31, 1..=12) => Some(Order::DayFirst),
        (1..=12, 13..=31) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// The day, now that the order is known.
pub(super) fn settled(told: Told, order: Order) -> Option<Day> {
    match (told, order) {
        (Told::Day(day), _) => Some(day),
        (Told::Either(day, month, year), Order::DayFirst)
        | (Told::Either(month, day, year), Order::MonthFirst) => Day::new(Some(year), month, day),
        (Told::Nothing | Told::Nonsense, _) => None,
    }
}

fn exact(year: i32, month: u32, day: u32) -> Told {
    let known = (1000..=9999).contains(&year).then_some(year);
    Day::new(known, month, day).map_or(Told::Nonsense, Told::Day)
}

fn full_year(figures: u32) -> i32 {
    match i32::try_from(figures).unwrap_or(0) {
        year @ 0..=THIS_CENTURY => 2000 + year,
        year @ 31..=99 => 1900 + year,
        year => year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::new(Some(year), month, day).unwrap()
    }

    #[test]
    fn an_empty_date_is_no_date_in_any_country() {
        for cell in ["", " ", "0/0/00", "0/0/0000", "00.00.00", "0.0.00", "0-0-00"] {
            assert_eq!(read(cell), Told::Nothing, "{cell}");
        }
    }

    #[test]
    fn dots_and_dashes_tell_their_order() {
        assert_eq!(read("03.04.1980"), Told::Day(day(1980, 4, 3)));
        assert_eq!(read("3.4.80"), Told::Day(day(1980, 4, 3)));
        assert_eq!(read("1980-04-03"), Told::Day(day(1980, 4, 3)));
        assert_eq!(read("3-4-1980"), Told::Day(day(1980, 4, 3)));
        assert_eq!(read("1980-04-03T00:00:00"), Told::Day(day(1980, 4, 3)));
        assert_eq!(read("1980/4/3 0:00:00"), Told::Day(day(1980, 4, 3)));
    }

    #[test]
    fn between_slashes_a_number_above_twelve_tells_the_order() {
        assert_eq!(read("4/15/1980"), Told::Day(day(1980, 4, 15)));
        assert_eq!(read("15/4/1980"), Told::Day(day(1980, 4, 15)));
        assert_eq!(order("4/15/1980"), Some(Order::MonthFirst));
        assert_eq!(order("15/4/1980"), Some(Order::DayFirst));
        assert_eq!(order("3/4/1980"), None);
        let told = read("3/4/1980");
        assert_eq!(settled(told, Order::MonthFirst), Some(day(1980, 3, 4)));
        assert_eq!(settled(told, Order::DayFirst), Some(day(1980, 4, 3)));
    }

    #[test]
    fn what_is_no_day_is_nonsense() {
        for cell in ["someday", "31.2.1980", "13/13/1980", "1/2", "99999999999/1/1"] {
            assert_eq!(read(cell), Told::Nonsense, "{cell}");
        }
    }
}
