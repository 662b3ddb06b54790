//! A contact as somebody.

use super::gathered::{Gathered, shown};
use super::{Object, day, held_by, properties};
use crate::json::Ask;
use crate::{ArrivingPerson, Source};
use model::{DatedDay, Day, Name, Position};
use serde_json::Value;

/// What is kept of a contact's source.
const LONGEST_RAW: usize = 64 * 1024;

/// Somebody, with everything that is no note and did not pass at a moment.
pub(super) fn person(contact: &Object, raw: &[u8], gathered: &Gathered) -> ArrivingPerson {
    let empty = Object::new();
    let told = contact.inside("properties").unwrap_or(&empty);
    let uuid = contact.text("uuid");
    let birthday = told.inside("birthdate").and_then(special_day);
    let mut dates = birthday.iter().map(|day| dated("birthday", *day)).collect::<Vec<_>>();
    let died = told.inside("deceased_date").and_then(special_day);
    dates.extend(died.map(|day| dated("died", day)));
    let (yearly, others) = reminders(contact, &dates);
    dates.extend(yearly);
    ArrivingPerson {
        name: name(told),
        identities: gathered.party(&uuid).identities,
        positions: position(told).into_iter().collect(),
        dates,
        tags: told.list("tags").iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        headline: told.text("description"),
        location: location(contact),
        remarks: remarks(told, others),
        source: Source::Monica,
        native_id: uuid,
        raw: String::from_utf8_lossy(raw.get(..LONGEST_RAW).unwrap_or(raw)).into_owned(),
        ..ArrivingPerson::default()
    }
}

fn name(told: &Object) -> Name {
    Name {
        shown: shown(told),
        given: told.text("first_name"),
        middle: told.text("middle_name"),
        family: told.text("last_name"),
        nickname: told.text("nickname"),
        ..Name::default()
    }
}

fn dated(label: &str, day: Day) -> DatedDay {
    DatedDay { label: label.to_owned(), day }
}

/// A day of somebody's life. One that was reckoned from their age is none.
fn special_day(told: &Object) -> Option<Day> {
    let day = day(&told.text("date")).filter(|_| !told.is_true("is_age_based"))?;
    let is_yearless = told.is_true("is_year_unknown");
    Some(Day { year: day.year.filter(|_| !is_yearless), ..day })
}

fn position(told: &Object) -> Option<Position> {
    let (organisation, title) = (told.text("company"), told.text("job"));
    let is_told = !organisation.is_empty() || !title.is_empty();
    is_told.then(|| Position { organisation, title, ..Position::default() })
}

/// Reminders that come every year are days that matter; Monica makes one for each birthday by
/// itself, which is left out. The others are told in words.
fn reminders(contact: &Object, known: &[DatedDay]) -> (Vec<DatedDay>, Vec<String>) {
    let (mut yearly, mut others) = (Vec::new(), Vec::new());
    for told in held_by(contact, "reminder", "reminders").into_iter().filter_map(properties) {
        let (title, every) = (told.text("title"), told.text("frequency_type"));
        let first = day(&told.text("initial_date"));
        match first {
            Some(day) if every == "year" && told.number("frequency_number") != Some(0) => {
                let is_same =
                    |other: &DatedDay| (other.day.month, other.day.day) == (day.month, day.day);
                if !known.iter().any(is_same) {
                    yearly.push(DatedDay { label: title, day });
                }
            }
            _ if title.is_empty() => {}
            Some(day) => others.push(format!("Reminder, {}: {title}", pace(&every, told, day))),
            None => others.push(format!("Reminder: {title}")),
        }
    }
    (yearly, others)
}

fn pace(every: &str, told: &Object, day: Day) -> String {
    match (every, told.number("frequency_number")) {
        ("week" | "month", Some(1)) => format!("every {every} from {day}"),
        ("week" | "month", Some(times)) => format!("every {times} {every}s from {day}"),
        _ => day.to_string(),
    }
}

/// The town and the country of the first address.
fn location(contact: &Object) -> String {
    let addresses = held_by(contact, "address", "addresses");
    let Some(told) = addresses.into_iter().find_map(properties) else {
        return String::new();
    };
    let parts = ["city", "country"].map(|part| told.text(part));
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn remarks(told: &Object, reminders: Vec<String>) -> String {
    let mut lines = reminders;
    let is_reckoned = |told: &&Object| told.is_true("is_age_based");
    if let Some(birth) = told.inside("birthdate").filter(is_reckoned)
        && let Some(year) = day(&birth.text("date")).and_then(|day| day.year)
    {
        lines.push(format!("Born about {year}"));
    }
    if told.is_true("is_dead") && told.inside("deceased_date").is_none() {
        lines.push("Has died".to_owned());
    }
    lines.join("\n")
}
