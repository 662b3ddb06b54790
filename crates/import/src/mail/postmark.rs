//! The line that begins a mail in an mbox, and the date it tells.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use model::Moment;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Whether the line (without its end) is a postmark: `From `, somebody, a day with a time.
pub(super) fn is_postmark(line: &[u8]) -> bool {
    line.starts_with(b"From ") && when(line).is_some()
}

/// The date of a postmark in any of its shapes: `Fri Sep 16 22:26:51 2016`, with the zone
/// before the year (Takeout) or behind it, without seconds.
pub(super) fn when(line: &[u8]) -> Option<Moment> {
    let line = String::from_utf8_lossy(line);
    let words: Vec<&str> = line.split_whitespace().collect();
    let at = words.windows(2).rposition(
        |pair| matches!(pair, [day, month] if is_day(day) && month_of(month).is_some()),
    )?;
    let tail = words.get(at + 1..)?;
    let [month, day, time, rest @ ..] = tail else {
        return None;
    };
    let mut clock = time.split(':').map(|part| part.parse::<u32>().ok());
    let (hour, minute) = (clock.next()??, clock.next()??);
    let second = clock.next().flatten().unwrap_or(0).min(59);
    let year = rest.iter().find_map(|word| word.parse::<i32>().ok().filter(|_| word.len() == 4))?;
    let offset = rest.iter().find_map(|word| zone(word));
    let naive = NaiveDate::from_ymd_opt(year, month_of(month)?, day.parse().ok()?)?
        .and_hms_opt(hour, minute, second)?;
    match offset {
        Some(offset) => naive.and_local_timezone(offset).single().map(Moment::zoned),
        None => Some(Moment::utc(DateTime::<Utc>::from_naive_utc_and_offset(naive, Utc))),
    }
}

fn is_day(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    DAYS.iter().any(|day| word.eq_ignore_ascii_case(day))
}

fn month_of(word: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|month| word.eq_ignore_ascii_case(month))?;
    u32::try_from(at + 1).ok()
}

/// `+0200`; letters are too many things to too many people.
fn zone(word: &str) -> Option<FixedOffset> {
    let (sign, digits) = match word.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, word.strip_prefix('+')?),
    };
    let (hours, minutes) = digits.split_at_checked(2).filter(|_| digits.len() == 4)?;
    let (hours, minutes) = (hours.parse::<i32>().ok()?, minutes.parse::<i32>().ok()?);
    FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: &str) -> Option<String> {
        when(line.as_bytes()).map(|moment| moment.at.to_rfc3339())
    }

    #[test]
    fn every_shape_of_postmark_tells_its_date() {
        for line in [
            "From ada@example.org Fri Sep 16 22:26:51 2016",
            "From 1545668983435175434@xxx Fri Sep 16 22:26:51 +0000 2016",
            "From MAILER-DAEMON Sat Sep 17 00:26:51 2016 +0200",
            "From ada at example.org  Fri Sep 16 22:26:51 2016",
            "From - Fri Sep 16 22:26:51 2016",
        ] {
            assert_eq!(at(line).as_deref(), Some("2016-09-16T22:26:51+00:00"), "{line}");
        }
        assert!(is_postmark(b"From ada Thu Jan  1 10:00 2015 remote from host"));
    }

    #[test]
    fn a_sentence_is_no_postmark() {
        for line in [
            "From here on it is easy.",
            "From Monday 10:00 we are open",
            "From the 3rd of Jan 2015",
            "From: Ada Fri Sep 16 22:26:51 2016",
            "From Ada Fri Sep 31 22:26:51 2016",
        ] {
            assert!(!is_postmark(line.as_bytes()), "{line}");
        }
    }
}
