//! When a mail was written.

use super::headers::Headers;
use super::postmark;
use chrono::{DateTime, Datelike, FixedOffset, TimeDelta};
use mail_parser::DateTime as Told;
use model::Moment;

/// No mail is older; what says 1970 or 1980 comes from a clock that was never set.
const FIRST_YEAR: i32 = 1982;
/// No mail is younger. (This room has no clock to ask.)
const LAST_YEAR: i32 = 2099;
/// A mail cannot be written this long after it was received.
const AHEAD: TimeDelta = TimeDelta::days(2);

/// By its Date; where that is missing or makes no sense, by the first server that received
/// it, by its postmark at last.
pub(super) fn written(headers: &Headers<'_>, mark: &[u8]) -> Option<Moment> {
    let received = received(headers);
    let told = headers.all("Date").find_map(|raw| read(&String::from_utf8_lossy(raw)));
    let is_ahead = |told: &Moment| received.is_some_and(|at| told.at > at.at + AHEAD);
    told.filter(|told| !is_ahead(told))
        .or(received)
        .or(told)
        .or_else(|| postmark::when(mark).filter(makes_sense))
}

/// The oldest of the received lines: the one nearest to the sender.
fn received(headers: &Headers<'_>) -> Option<Moment> {
    let dates = headers.all("Received").filter_map(|raw| {
        let text = String::from_utf8_lossy(raw);
        read(text.rsplit_once(';')?.1)
    });
    dates.last()
}

fn read(text: &str) -> Option<Moment> {
    let line = format!("{}\n", text.trim());
    let told = Told::parse_rfc822(&line).filter(Told::is_valid)?;
    let moment = moment(&told)?;
    makes_sense(&moment).then_some(moment)
}

fn moment(told: &Told) -> Option<Moment> {
    let at = DateTime::from_timestamp(told.to_timestamp(), 0)?;
    let minutes = i32::from(told.tz_hour) * 60 + i32::from(told.tz_minute);
    // "-0000" is how a mail says that its zone is not known (RFC 5322, section 3.3).
    if told.tz_before_gmt && minutes == 0 {
        return Some(Moment::utc(at));
    }
    let seconds = if told.tz_before_gmt { -minutes * 60 } else { minutes * 60 };
    let Some(offset) = FixedOffset::east_opt(seconds) else {
        return Some(Moment::utc(at));
    };
    Some(Moment::zoned(at.with_timezone(&offset)))
}

fn makes_sense(moment: &Moment) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&moment.at.year())
}
