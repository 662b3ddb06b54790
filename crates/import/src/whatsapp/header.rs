//! The beginning of a message: a date and a time in the writing of the phone's country, in
//! brackets or before a dash, then the sender.
//!
//! All of a file's headers are written alike. A line that only looks like one (a chat that
//! somebody pasted, a list of appointments) is mostly written otherwise, which [`Shape`] tells.

use super::DayOrder;
use crate::chat;
use chrono::{NaiveDate, NaiveDateTime};
use std::str::Chars;

/// Letters that a time may be surrounded by, "um", "de la tarde"; more is no header.
const LONGEST_WORD: usize = 24;
/// The Thai calendar counts from 543 years earlier.
const THAI_YEARS: std::ops::Range<i32> = 2500..2700;

/// How a header is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Shape {
    in_brackets: bool,
    separator: char,
    year_first: bool,
    year_digits: usize,
    has_seconds: bool,
    has_half: bool,
    /// What stands between day and time, the half of the day left out.
    between: String,
}

/// The date as it is written, its order not decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    /// The first two that are not the year.
    pub(super) first: u32,
    pub(super) second: u32,
    year: i32,
    /// Whether the writing itself tells which of the two is the day.
    pub(super) order: Option<DayOrder>,
}

impl Figures {
    /// The day, where there is such a day.
    pub(super) fn day(self, order: DayOrder) -> Option<NaiveDate> {
        let (day, month) = match self.order.unwrap_or(order) {
            DayOrder::DayFirst => (self.first, self.second),
            DayOrder::MonthFirst => (self.second, self.first),
        };
        NaiveDate::from_ymd_opt(self.year, month, day).filter(|_| chat::is_likely(self.year))
    }
}

/// A header, and what stands behind it in its line.
#[derive(Clone, Debug)]
pub(super) struct Header<'l> {
    pub(super) shape: Shape,
    pub(super) figures: Figures,
    /// The date as it stands in the file.
    pub(super) written: &'l str,
    time: (u32, u32, u32),
    pub(super) rest: &'l str,
}

impl<'l> Header<'l> {
    /// The header with which this line begins.
    pub(super) fn of(line: &'l str) -> Option<Self> {
        let mut at = Cursor(line.chars());
        at.pass(is_space);
        let in_brackets = at.eat('[');
        at.pass(is_space);
        let from = at.rest();
        let date = date(&mut at)?;
        let written = from.get(..from.len() - at.rest().len())?.trim();
        let between = at.word()?;
        let (hour, minute, second) = time(&mut at)?;
        let behind = closing(&mut at, in_brackets, !between.is_empty())?;
        let (half, between) = half_of_day(&between, behind)?;
        let shape = Shape {
            in_brackets,
            separator: date.separator,
            year_first: date.year_first,
            year_digits: date.year_digits,
            has_seconds: second.is_some(),
            has_half: half != Half::None,
            between,
        };
        let time = (half.hour(hour), minute, second.unwrap_or(0));
        Some(Self { shape, figures: date.figures, written, time, rest: at.rest() })
    }

    /// When it was, by the phone's clock.
    pub(super) fn at(&self, order: DayOrder) -> Option<NaiveDateTime> {
        let (hour, minute, second) = self.time;
        self.figures.day(order)?.and_hms_opt(hour, minute, second)
    }
}

/// Characters without width that WhatsApp and keyboards strew in.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// A place in a line.
struct Cursor<'l>(Chars<'l>);

impl<'l> Cursor<'l> {
    fn rest(&self) -> &'l str {
        self.0.as_str()
    }

    fn peek(&self) -> Option<char> {
        self.0.clone().next()
    }

    fn eat(&mut self, wanted: char) -> bool {
        let is_there = self.peek() == Some(wanted);
        if is_there {
            self.0.next();
        }
        is_there
    }

    fn pass(&mut self, wanted: fn(char) -> bool) -> bool {
        let before = self.rest().len();
        while self.peek().is_some_and(wanted) {
            self.0.next();
        }
        self.rest().len() < before
    }

    /// A number of up to four figures, and how many there are.
    fn number(&mut self) -> Option<(u32, usize)> {
        let (mut value, mut figures) = (0, 0);
        while let Some(figure) = self.peek().and_then(figure) {
            self.0.next();
            figures += 1;
            value = value * 10 + figure;
            if figures > 4 {
                return None;
            }
        }
        (figures > 0).then_some((value, figures))
    }

    /// Everything before the next figure: commas, spaces and a short word.
    fn word(&mut self) -> Option<String> {
        let mut word = String::new();
        let mut letters = 0;
        while let Some(c) = self.peek().filter(|c| figure(*c).is_none()) {
            letters += 1;
            let is_mark = matches!(c, ',' | '.' | '\u{60C}' | '\'' | '\u{2019}');
            let fits = c.is_alphanumeric() || is_space(c) || is_mark || is_combining(c);
            if !fits || letters > LONGEST_WORD {
                return None;
            }
            self.0.next();
            word.push(c);
        }
        (!word.is_empty()).then_some(word)
    }
}

/// Vowel signs of Indian scripts are no letters of their own.
const fn is_combining(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0DFF}' | '\u{0E31}'..='\u{0E4E}')
}

/// A figure, also an Arabic, Persian or Indian one.
fn figure(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{966}'..='\u{96F}' => '\u{966}',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

struct Date {
    figures: Figures,
    separator: char,
    year_first: bool,
    year_digits: usize,
}

fn date(at: &mut Cursor<'_>) -> Option<Date> {
    let one = at.number()?;
    let separator = separator(at)?;
    let two = at.number()?;
    if self::separator(at)? != separator {
        return None;
    }
    let three = at.number()?;
    if separator == '.' {
        at.eat('.');
    }
    let year_first = one.1 == 4;
    let (year, first, second) = if year_first { (one, two, three) } else { (three, one, two) };
    if first.1 > 2 || second.1 > 2 || !matches!(year.1, 2 | 4) {
        return None;
    }
    let order = match (year_first, separator) {
        // No country writes the year, the day and then the month.
        (true, _) => Some(DayOrder::MonthFirst),
        // Where dots are written the day comes first.
        (false, '.') => Some(DayOrder::DayFirst),
        _ => None,
    };
    let figures = Figures { first: first.0, second: second.0, year: full_year(year)?, order };
    Some(Date { figures, separator, year_first, year_digits: year.1 })
}

fn full_year((year, figures): (u32, usize)) -> Option<i32> {
    let year = i32::try_from(year).ok()?;
    Some(match year {
        _ if figures == 2 => 2000 + year,
        thai if THAI_YEARS.contains(&thai) => thai - 543,
        year => year,
    })
}

fn separator(at: &mut Cursor<'_>) -> Option<char> {
    at.pass(is_invisible);
    let found = at.peek().filter(|c| matches!(c, '/' | '.' | '-'))?;
    at.eat(found);
    at.pass(is_space);
    Some(found)
}

fn time(at: &mut Cursor<'_>) -> Option<(u32, u32, Option<u32>)> {
    let (hour, _) = at.number().filter(|(_, figures)| *figures <= 2)?;
    let by = between_figures(at)?;
    let (minute, _) = at.number().filter(|(_, figures)| *figures == 2)?;
    let before = Cursor(at.0.clone());
    if by == 'h' {
        at.pass(is_space);
        if !(at.eat('m') && at.eat('i') && at.eat('n')) {
            *at = before;
            return Some((hour, minute, None));
        }
        at.pass(is_space);
    } else if !at.eat(by) {
        return Some((hour, minute, None));
    }
    match at.number() {
        Some((second, 2)) => Some((hour, minute, Some(second))),
        _ => {
            *at = before;
            Some((hour, minute, None))
        }
    }
}

/// `:` or `.`; in Canada `15 h 02`.
fn between_figures(at: &mut Cursor<'_>) -> Option<char> {
    let is_spaced = at.pass(is_space);
    let found = at.peek().filter(|c| matches!(c, ':' | '.' | 'h'))?;
    if is_spaced && found != 'h' {
        return None;
    }
    at.eat(found);
    at.pass(is_space);
    Some(found)
}

/// Goes behind `]` or ` - `; what stood before it ("p. m."). In Korea there is a comma.
fn closing(at: &mut Cursor<'_>, in_brackets: bool, has_word: bool) -> Option<String> {
    let mut before = String::new();
    while let Some(c) = at.0.next() {
        let is_end = match c {
            ']' => in_brackets,
            '-' | '\u{2013}' => !in_brackets && before.ends_with(char::is_whitespace),
            ',' => !in_brackets && has_word && before.is_empty(),
            _ => false,
        };
        if is_end {
            let is_spaced = at.pass(is_space);
            return (in_brackets || is_spaced).then_some(before);
        }
        if before.len() > LONGEST_WORD * 2 || c == '[' {
            return None;
        }
        before.push(c);
    }
    None
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    None,
    Before,
    After,
}

impl Half {
    const fn hour(self, hour: u32) -> u32 {
        match self {
            Self::After if hour < 12 => hour + 12,
            Self::Before if hour == 12 => 0,
            _ => hour,
        }
    }
}

const BEFORE_NOON: &[&str] = &[
    "am",
    "vorm",
    "πμ",
    "ap",
    "de",
    "sa",
    "öö",
    "fm",
    "पूर्वाह्न",
    "上午",
    "凌晨",
    "早上",
    "午前",
    "오전",
    "ص",
    "قم",
    "dopoledne",
    "dop",
    "pd",
    "siang",
    "ก่อนเที่ยง",
];
const AFTER_NOON: &[&str] = &[
    "pm",
    "nachm",
    "μμ",
    "ip",
    "du",
    "ch",
    "ös",
    "em",
    "अपराह्न",
    "下午",
    "中午",
    "晚上",
    "午後",
    "오후",
    "م",
    "بظ",
    "odpoledne",
    "odp",
    "md",
    "malam",
    "หลังเที่ยง",
];
/// Words that stand beside a time and say nothing.
const NO_HALF: &[&str] = &["", "uhr", "h", "s", "น"];

/// The half of the day, from before or behind the time, and what else stood before.
fn half_of_day(between: &str, behind: String) -> Option<(Half, String)> {
    let bare = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphanumeric() || is_combining(*c));
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let half = |word: &str| match () {
        () if BEFORE_NOON.contains(&word) => Some(Half::Before),
        () if AFTER_NOON.contains(&word) => Some(Half::After),
        () => NO_HALF.contains(&word).then_some(Half::None),
    };
    let (before, behind) = (bare(between), bare(&behind));
    match half(&before) {
        Some(told) if told != Half::None && behind.is_empty() => Some((told, String::new())),
        _ => {
            let words = between.chars().filter(|c| !is_space(*c)).collect();
            Some((half(&behind)?, words))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(line: &str) -> Option<(String, String)> {
        let header = Header::of(line)?;
        let at = header.at(DayOrder::DayFirst)?;
        Some((at.format("%Y-%m-%dT%H:%M:%S").to_string(), header.rest.to_owned()))
    }

    #[test]
    fn every_countrys_writing_is_read() {
        for (line, expected) in [
            ("[31/12/2022, 11:40:26] Ada: x", "2022-12-31T11:40:26"),
            ("[31/12/2022 11:40:26] Ada: x", "2022-12-31T11:40:26"),
            ("\u{200E}[31/12/2022, 11:40:26] Ada: x", "2022-12-31T11:40:26"),
            ("\u{FEFF}[31/12/22, 11:40:26\u{202F}PM] Ada: x", "2022-12-31T23:40:26"),
            ("[07.03.26, 21:22:39] Ada: x", "2026-03-07T21:22:39"),
            ("[2020.04.01, 9:05:00] Ada: x", "2020-04-01T09:05:00"),
            ("8/8/19, 1:25 PM - Ada: x", "2019-08-08T13:25:00"),
            ("8/8/19, 12:25 AM - Ada: x", "2019-08-08T00:25:00"),
            ("8/8/19, 1:25\u{2009}pm - Ada: x", "2019-08-08T13:25:00"),
            ("2021-03-18, 3:02 p.m. - Ada: x", "2021-03-18T15:02:00"),
            ("28/3/2025, 9:29 p. m. - Ada: x", "2025-03-28T21:29:00"),
            ("28/3/2025, 9:29\u{A0}a.\u{A0}m. - Ada: x", "2025-03-28T09:29:00"),
            ("31.12.22, 23:59 - Ada: x", "2022-12-31T23:59:00"),
            ("31.12.2022 um 23:59 - Ada: x", "2022-12-31T23:59:00"),
            ("31/12/2022 à 23:59 - Ada: x", "2022-12-31T23:59:00"),
            ("31/12/2022 23:59 - Ada: x", "2022-12-31T23:59:00"),
            ("31.12.2022 klo 23.59 - Ada: x", "2022-12-31T23:59:00"),
            ("[2022-12-31 kl. 23:59:01] Ada: x", "2022-12-31T23:59:01"),
            ("2021-03-18 15 h 02 - Ada: x", "2021-03-18T15:02:00"),
            ("[2021-03-18, 15 h 02 min 07 s] Ada: x", "2021-03-18T15:02:07"),
            ("2021. 03. 18. 15:02 - Ada: x", "2021-03-18T15:02:00"),
            ("2025. 3. 28. 오후 3:02, Ada : x", "2025-03-28T15:02:00"),
            ("[2021/3/18 下午3:02:11] Ada: x", "2021-03-18T15:02:11"),
            ("31/12/2565 23:59 - Ada: x", "2022-12-31T23:59:00"),
            ("٣١/١٢/٢٠٢٢, ١١:٤٠ م - Ada: x", "2022-12-31T23:40:00"),
        ] {
            let (time, rest) = at(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(time, expected, "{line}");
            assert!(rest == "Ada: x" || rest == "Ada : x", "{line}: {rest}");
        }
    }

    #[test]
    fn a_line_without_all_of_it_is_no_header() {
        for line in [
            "",
            "31/12/2022",
            "31/12/2022 - dentist",
            "31/12/2022, 11:40",
            "at 11:40 - Ada: x",
            "[31/12/2022, 11:40:26 Ada: x",
            "1.2.3, 11:40 - Ada: x",
            "123456/12/2022, 11:40 - Ada: x",
            "2022-12-31 11:40:26,123 - worker - INFO",
            "31/12-2022, 11:40 - Ada: x",
            "31/12/2022, 11:40 in the big hall - Ada: x",
        ] {
            assert!(Header::of(line).is_none(), "{line}");
        }
    }

    #[test]
    fn a_day_that_does_not_exist_has_a_header_and_no_moment() {
        let header = Header::of("31/31/2022, 11:40 - Ada: x").unwrap();
        assert!(header.at(DayOrder::DayFirst).is_none());
    }

    #[test]
    fn another_programs_writing_has_another_shape() {
        let shape = |line| Header::of(line).unwrap().shape;
        let own = shape("31/12/2022, 11:40 - Ada: x");
        assert_eq!(own, shape("1/2/2022, 9:40 - Bea: x"));
        for line in [
            "[31/12/2022, 11:40] Ada: x",
            "31/12/22, 11:40 - Ada: x",
            "31/12/2022 11:40 - Ada: x",
            "31/12/2022, 11:40:10 - Ada: x",
            "31/12/2022, 11:40 PM - Ada: x",
        ] {
            assert_ne!(own, shape(line), "{line}");
        }
    }

    proptest! {
        #[test]
        fn no_line_is_too_odd(line in "[\\[\\]0-9/.,: \u{200E}\u{202F}apm-]{0,40}", any: String) {
            let _ = at(&line);
            let _ = at(&any);
        }
    }
}
