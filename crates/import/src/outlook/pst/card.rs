//! A contact of a mailbox.

use super::item::{Item, Named, tag};
use super::letter;
use crate::mail;
use crate::{ArrivingPerson, Source};
use chrono::{Datelike, TimeDelta};
use model::{DatedDay, Day, Identity, Name, Position};
use std::collections::HashSet;

/// Numbers that reach the person themselves, the likeliest first. Faxes are left out.
const PHONES: &[u16] = &[0x3A1A, 0x3A1C, 0x3A08, 0x3A1B, 0x3A09, 0x3A2F, 0x3A1E, 0x3A1F];
const PAGES: &[u16] = &[0x3A51, 0x3A50];
/// Town and country of the home, then those of work.
const PLACES: &[[u16; 2]] = &[[0x3A59, 0x3A5A], [0x3A27, 0x3A26]];
const BIRTHDAY: u16 = 0x3A42;
const ANNIVERSARY: u16 = 0x3A41;
/// Windows' way to say "never": the year 4501.
const NEVER: i32 = 4500;

/// Somebody, as a contact tells them; nothing where it names nobody.
pub(super) fn person(item: &Item) -> Option<ArrivingPerson> {
    let person = ArrivingPerson {
        name: name(item),
        identities: identities(item),
        positions: position(item).into_iter().collect(),
        dates: dates(item),
        tags: tags(item),
        location: location(item),
        remarks: remarks(item),
        source: Source::Outlook,
        raw: item.raw(),
        ..ArrivingPerson::default()
    };
    let is_anybody =
        !person.name.is_empty() || !person.identities.is_empty() || !person.positions.is_empty();
    is_anybody.then_some(person)
}

fn name(item: &Item) -> Name {
    let [given, family, middle, prefix, suffix, nickname] =
        [0x3A06, 0x3A11, 0x3A44, 0x3A45, 0x3A05, 0x3A4F].map(|id| item.text(id));
    let joined = [&prefix, &given, &middle, &family].map(String::as_str).join(" ");
    let joined = joined.split_whitespace().collect::<Vec<_>>().join(" ");
    if given.is_empty() && middle.is_empty() && family.is_empty() {
        let shown = item.text(tag::NAME);
        return if shown.contains('@') { Name::default() } else { Name::from_shown(&shown) };
    }
    let shown = if suffix.is_empty() { joined } else { format!("{joined}, {suffix}") };
    Name { shown, given, middle, family, prefix, suffix, nickname }
}

fn identities(item: &Item) -> Vec<Identity> {
    let mut all = Vec::new();
    for which in 1..=3 {
        let [address, original, shown] =
            [Named::Address(which), Named::AddressOriginal(which), Named::AddressShown(which)]
                .map(|name| item.named_text(name));
        // One of a directory gives way to the one beside it.
        let inside = shown.rsplit_once('(').map(|(_, rest)| rest.trim_end_matches(')'));
        let told = [Some(address.as_str()), Some(original.as_str()), inside, Some(shown.as_str())];
        let found = told.into_iter().flatten().find_map(Identity::email);
        all.extend(found.or_else(|| mail::identity(&address)));
    }
    all.extend(PHONES.iter().filter_map(|id| Identity::phone(&item.text(*id))));
    let page = |text: String| match text.contains("linkedin.com/in/") {
        true => Identity::linkedin(&text),
        false => Identity::website(&text),
    };
    all.extend(PAGES.iter().filter_map(|id| page(item.text(*id))));
    let mut seen = HashSet::new();
    all.retain(|identity| seen.insert(identity.clone()));
    all
}

fn position(item: &Item) -> Option<Position> {
    let [organisation, title] = [0x3A16, 0x3A17].map(|id| item.text(id));
    let is_any = !organisation.is_empty() || !title.is_empty();
    is_any.then(|| Position { organisation, title, ..Position::default() })
}

/// Newer contacts have the day by the owner's calendar; older ones only midnight there, told in
/// UTC: the nearest midnight is the day.
fn dates(item: &Item) -> Vec<DatedDay> {
    let day = |local: Named, utc: u16| {
        let at = match item.named_number(local) {
            Some(ticks) => letter::instant(ticks)?,
            None => letter::instant(item.number(utc)?)?.checked_add_signed(TimeDelta::hours(12))?,
        };
        (at.year() < NEVER).then(|| Day::from(at.date_naive()))
    };
    let all = [
        ("birthday", day(Named::Birthday, BIRTHDAY)),
        ("anniversary", day(Named::Anniversary, ANNIVERSARY)),
    ];
    let known = all.into_iter().filter_map(|(label, day)| Some((label, day?)));
    known.map(|(label, day)| DatedDay { label: label.to_owned(), day }).collect()
}

fn tags(item: &Item) -> Vec<String> {
    let all = item.named_text(Named::Categories);
    let tags = all.split(';').map(str::trim).filter(|tag| !tag.is_empty());
    tags.map(str::to_owned).collect()
}

fn location(item: &Item) -> String {
    let joined = |ids: &[u16; 2]| {
        let parts = ids.map(|id| item.text(id));
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    PLACES.iter().map(joined).find(|place| !place.is_empty()).unwrap_or_default()
}

fn remarks(item: &Item) -> String {
    let mut lines = vec![item.text(tag::BODY).replace("\r\n", "\n").trim().to_owned()];
    let others =
        [("Spouse", 0x3A48), ("Manager", 0x3A4E), ("Assistant", 0x3A30), ("Profession", 0x3A46)];
    for (word, id) in others {
        let told = item.text(id);
        if !told.is_empty() {
            lines.push(format!("{word}: {told}"));
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
