//! What the lines of a file say together before the first of them is told: how its headers are
//! written, in which order day and month stand, and who takes part.

use super::header::{Header, Shape};
use super::sides::{Heard, clean};
use super::{DayOrder, said};
use crate::text::Line;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Messages that come late, or with the clock of another place, go back by a day at most.
const LATE_DAYS: i64 = 1;
/// The longest name that somebody or a group may have.
const LONGEST_NAME: usize = 120;

/// What was seen.
#[derive(Default)]
pub(super) struct Survey {
    /// How headers are written; none where there are none.
    pub(super) shape: Option<Shape>,
    /// What stands where.
    pub(super) days: Days,
    /// Who takes part.
    pub(super) heard: Heard,
}

impl Survey {
    /// Looks at lines twice: for the writing that most headers have, then at those headers.
    pub(super) fn of<'l>(lines: impl Iterator<Item = &'l Line> + Clone) -> Self {
        let shape = commonest(lines.clone());
        let mut survey = Self { shape: shape.clone(), ..Self::default() };
        for line in lines {
            let header = Header::of(&line.text);
            let Some(header) = header.filter(|header| Some(&header.shape) == shape.as_ref()) else {
                continue;
            };
            survey.days.see(&header);
            match sender(header.rest) {
                (Some(name), text) if said::begins_a_notice(text) => {
                    survey.heard.notice(Some(&name), text);
                }
                (Some(name), _) => survey.heard.sender(&name),
                (None, text) => survey.heard.notice(None, text),
            }
        }
        survey
    }
}

/// The writing of most headers, of two that are as common the first.
fn commonest<'l>(lines: impl Iterator<Item = &'l Line>) -> Option<Shape> {
    let mut counted: HashMap<Shape, (usize, usize)> = HashMap::new();
    for (place, line) in lines.enumerate() {
        if let Some(header) = Header::of(&line.text) {
            counted.entry(header.shape).or_insert((0, place)).0 += 1;
        }
    }
    let most = counted.into_iter().max_by_key(|(_, (seen, first))| (*seen, usize::MAX - first));
    most.map(|(shape, _)| shape)
}

/// The sender, and what they say. Lines by WhatsApp itself have none; that a group's new name
/// may hold a colon is told by the quotation mark before it.
pub(super) fn sender(rest: &str) -> (Option<String>, &str) {
    let (name, text) = match rest.split_once(": ") {
        Some(halves) => halves,
        None => match rest.trim_end().strip_suffix(':') {
            Some(name) => (name, ""),
            None => return (None, rest),
        },
    };
    let is_open = name.matches('"').count() % 2 == 1
        || [('\u{201C}', '\u{201D}'), ('\u{201E}', '\u{201C}'), ('\u{AB}', '\u{BB}')]
            .iter()
            .any(|(open, close)| name.contains(*open) && !name.contains(*close));
    if is_open || name.len() > LONGEST_NAME * 4 || name.chars().count() > LONGEST_NAME {
        return (None, rest);
    }
    (Some(clean(name)), text)
}

/// The evidence of a file for the order of day and month.
#[derive(Debug, Default)]
pub(super) struct Days {
    /// Dates whose first, or second, is too large for a month.
    too_large: [u64; 2],
    /// How often time goes back where the day, or the month, comes first.
    backwards: [u64; 2],
    last: [Option<NaiveDate>; 2],
    /// A date that is two different days.
    example: Option<String>,
}

/// What is to be made of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// The file tells the order, or it makes no difference.
    Order(DayOrder),
    /// A date that may be one day or another.
    Open(String),
}

impl Days {
    fn see(&mut self, header: &Header<'_>) {
        let figures = header.figures;
        if figures.order.is_some() {
            return;
        }
        let [first, second] = &mut self.too_large;
        *first += u64::from(figures.first > 12);
        *second += u64::from(figures.second > 12);
        let differs = figures.first != figures.second && figures.first.max(figures.second) <= 12;
        if self.example.is_none() && differs {
            self.example = Some(header.written.trim_end_matches(',').to_owned());
        }
        let orders = [DayOrder::DayFirst, DayOrder::MonthFirst];
        let sides = self.last.iter_mut().zip(&mut self.backwards);
        for (order, (last, backwards)) in orders.into_iter().zip(sides) {
            let Some(day) = figures.day(order) else { continue };
            let gone_back = last.map_or(0, |last| (last - day).num_days());
            *backwards += u64::from(gone_back > LATE_DAYS);
            *last = Some(day);
        }
    }

    /// The order, where there is evidence for it.
    pub(super) fn told(self) -> Told {
        let votes = |[day, month]: [u64; 2]| match day.cmp(&month) {
            std::cmp::Ordering::Greater => Some(DayOrder::DayFirst),
            std::cmp::Ordering::Less => Some(DayOrder::MonthFirst),
            std::cmp::Ordering::Equal => None,
        };
        let [day, month] = self.backwards;
        // Time that goes back speaks against an order.
        match (votes(self.too_large).or_else(|| votes([month, day])), self.example) {
            (Some(order), _) => Told::Order(order),
            (None, Some(example)) => Told::Open(example),
            (None, None) => Told::Order(DayOrder::DayFirst),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn survey(lines: &[&str]) -> Survey {
        let lines: Vec<Line> =
            lines.iter().map(|text| Line { text: (*text).to_owned(), ..Line::default() }).collect();
        Survey::of(lines.iter())
    }

    fn told(dates: &[&str]) -> Told {
        let lines: Vec<String> =
            dates.iter().map(|date| format!("{date}, 10:00 - Ada: x")).collect();
        survey(&lines.iter().map(String::as_str).collect::<Vec<_>>()).days.told()
    }

    #[test]
    fn a_figure_that_is_no_month_tells_the_order() {
        assert_eq!(told(&["1/2/25", "13/2/25"]), Told::Order(DayOrder::DayFirst));
        assert_eq!(told(&["1/2/25", "2/13/25"]), Told::Order(DayOrder::MonthFirst));
    }

    #[test]
    fn time_does_not_go_back() {
        let day_first = ["30/4/25".replace("30", "3"), "4/4/25".into(), "1/5/25".into()];
        let day_first: Vec<&str> = day_first.iter().map(String::as_str).collect();
        assert_eq!(told(&day_first), Told::Order(DayOrder::DayFirst));
        assert_eq!(told(&["4/3/25", "4/9/25", "5/1/25"]), Told::Order(DayOrder::MonthFirst));
    }

    #[test]
    fn a_message_that_comes_late_tells_nothing() {
        assert_eq!(told(&["3/4/25", "2/4/25", "3/4/25"]), Told::Order(DayOrder::DayFirst));
        assert_eq!(told(&["3/4/25", "3/4/25"]), Told::Open("3/4/25".to_owned()));
    }

    #[test]
    fn what_may_be_either_is_open_and_what_is_the_same_day_is_not() {
        assert_eq!(told(&["3/4/25", "5/6/25"]), Told::Open("3/4/25".to_owned()));
        assert_eq!(told(&["4/4/25", "5/5/25"]), Told::Order(DayOrder::DayFirst));
        assert_eq!(told(&["3.4.25", "5.6.25"]), Told::Order(DayOrder::DayFirst));
        assert_eq!(told(&["2025-04-03"]), Told::Order(DayOrder::DayFirst));
    }

    #[test]
    fn a_colon_in_a_groups_name_makes_no_sender() {
        assert_eq!(sender("Ada: Tea: at four?"), (Some("Ada".to_owned()), "Tea: at four?"));
        assert_eq!(sender("Ada changed the subject to \"Tea: daily\"").0, None);
        assert_eq!(sender("Ada added Bea").0, None);
        assert_eq!(sender("Ada:"), (Some("Ada".to_owned()), ""));
        assert_eq!(sender("Ada : x").0.as_deref(), Some("Ada"));
    }

    #[test]
    fn the_commonest_writing_is_the_files() {
        let survey = survey(&[
            "1/2/25, 10:00 - Ada: x",
            "[31/12/2022, 11:40:26] Bea: pasted",
            "1/2/25, 10:01 - Olga: x",
        ]);
        assert_eq!(survey.heard.senders, ["Ada", "Olga"]);
    }
}
