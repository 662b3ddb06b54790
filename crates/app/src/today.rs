//! Today: who waits, what is due, whose day it is, whom the owner is losing touch with.

use crate::contact::is_due;
use crate::view::deed::ContactRef;
use crate::view::today::{TodayLine, TodayView};
use crate::{App, Trouble, contact, when};
use chrono::TimeDelta;
use model::{Day, Moment, PromiseKind};
use store::{Fault, Reader};

/// How many of those who wait are shown.
const WAITING: u32 = 30;
/// How many losing-touch lines are shown.
const LOSING: usize = 20;
/// Days ahead in which a birthday is worth a line.
const AHEAD: i64 = 14;
/// Words of a message quoted where no question was found in it.
const QUOTED_WORDS: usize = 28;

impl App {
    /// What today asks for, each line with its reason.
    ///
    /// # Errors
    /// Only of the store.
    pub fn today(&self) -> Result<TodayView, Trouble> {
        let now = self.now();
        Ok(self.store().read(|reader| {
            let holds = reader.holds()?;
            Ok(TodayView {
                waiting: waiting(reader, now)?,
                promises: due(reader, now)?,
                days: days(reader, now)?,
                losing_touch: losing_touch(reader, now)?,
                empty_store: !holds.contacts && !holds.interactions,
                owner_unknown: holds.interactions && reader.owner()?.identities.is_empty(),
            })
        })?)
    }
}

fn waiting(reader: &Reader<'_>, now: Moment) -> Result<Vec<TodayLine>, Fault> {
    let mut lines = Vec::new();
    for row in reader.waiting(WAITING, now)? {
        let (Some(contact), Some(interaction)) =
            (reader.contact(row.contact)?, reader.interaction(row.interaction)?)
        else {
            continue;
        };
        let question = judge::balance::open_question(&interaction.text);
        let asked = question.and_then(|span| interaction.text.get(span));
        let ago = when::ago(row.at.at, now.at);
        let line = TodayLine {
            contact: ContactRef::from(&contact),
            why: match asked {
                Some(_) => format!("asked {ago}"),
                None => format!("wrote {ago}, no answer yet"),
            },
            at: Some(when::iso(row.at)),
            interaction: Some(interaction.id.to_string()),
            channel: Some(interaction.channel.word().to_owned()),
            quote: asked.map_or_else(|| first_words(&interaction.text), str::to_owned),
        };
        lines.push((asked.is_none(), line));
    }
    // Those who asked something come before those who only wrote.
    lines.sort_by_key(|(only_wrote, _)| *only_wrote);
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

fn due(reader: &Reader<'_>, now: Moment) -> Result<Vec<crate::view::contact::PromiseView>, Fault> {
    let mut due = Vec::new();
    for promise in reader.open_promises()? {
        let undated_debt = promise.due_on.is_none() && promise.kind == PromiseKind::IOwe;
        if is_due(promise.due_on, now) || undated_debt {
            due.push(contact::promise_view(reader, &promise, now)?);
        }
    }
    due.sort_by(|a, b| (&a.due_on.is_none(), &a.due_on).cmp(&(&b.due_on.is_none(), &b.due_on)));
    Ok(due)
}

fn days(reader: &Reader<'_>, now: Moment) -> Result<Vec<TodayLine>, Fault> {
    let today = when::day_of(now);
    let mut coming = Vec::new();
    for (id, dated) in reader.dated_days()? {
        let next = dated.day.next_after(today);
        let Some(next) = next.filter(|next| *next - today <= TimeDelta::days(AHEAD)) else {
            continue;
        };
        if dated.label == "connected" {
            continue;
        }
        let Some(contact) = reader.contact(id)? else {
            continue;
        };
        let years = dated.day.year.map(|year| chrono::Datelike::year(&next) - year);
        let turns = years.filter(|years| *years > 0);
        let what = match (dated.label.as_str(), turns) {
            ("birthday", Some(years)) => format!("turns {years}"),
            ("birthday", None) => "has their birthday".to_owned(),
            (label, Some(years)) => format!("{label}, {years} years"),
            (label, None) => label.to_owned(),
        };
        let line = TodayLine {
            contact: ContactRef::from(&contact),
            why: format!("{what} {}", in_days((next - today).num_days())),
            at: Some(when::day(Day::from(next))),
            interaction: None,
            channel: None,
            quote: String::new(),
        };
        coming.push((next, line));
    }
    coming.sort_by_key(|(day, _)| *day);
    Ok(coming.into_iter().map(|(_, line)| line).collect())
}

fn in_days(days: i64) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    }
}

fn losing_touch(reader: &Reader<'_>, now: Moment) -> Result<Vec<TodayLine>, Fault> {
    let circles = reader.circles()?;
    let mut lines = Vec::new();
    for (id, last, cadence) in reader.losing_touch(now)?.into_iter().take(LOSING) {
        let Some(contact) = reader.contact(id)? else {
            continue;
        };
        let circle = circles.iter().find(|circle| Some(circle.id) == contact.circle);
        let name = circle.map_or("their circle", |circle| circle.name.as_str());
        let since = match last {
            Some(last) => format!("last exchange {}", when::ago(last.at, now.at)),
            None => "no exchange yet".to_owned(),
        };
        lines.push(TodayLine {
            contact: ContactRef::from(&contact),
            why: format!("{since}; {name}: every {}", days_in_words(cadence)),
            at: last.map(when::iso),
            interaction: None,
            channel: None,
            quote: String::new(),
        });
    }
    Ok(lines)
}

fn days_in_words(days: u32) -> String {
    match days {
        7 => "week".to_owned(),
        14 => "two weeks".to_owned(),
        30 | 31 => "month".to_owned(),
        60..=62 => "two months".to_owned(),
        90..=92 => "three months".to_owned(),
        180..=184 => "half year".to_owned(),
        365 => "year".to_owned(),
        days => format!("{days} days"),
    }
}

/// The first words of a message, cut where they end.
pub(crate) fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(QUOTED_WORDS + 1).collect();
    match words.get(..QUOTED_WORDS) {
        Some(first) if words.len() > QUOTED_WORDS => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}
