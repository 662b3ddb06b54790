//! Monica's export of an account as JSON.
//!
//! Two generations are read. Since version 3.7, up to 4.x: `account.data` is a list of
//! `{type, count, values}`, and so is each contact's `data`. The first one had `contacts`,
//! `activities` … beside one another, and debts, calls and activities among a contact's
//! `properties`. In both a thing has its `uuid` and its `properties`.
//!
//! The file is one piece and carries photos, so it is held in memory; one contact at a time is
//! parsed. What refers to people (activities, relationships) does so by their uuid, which is why
//! people are gathered first ([`gathered`]).
//!
//! Deliberately absent: photos, documents, the journal, tasks, and contacts that exist only as
//! somebody's relative, who are told with the relationship. The later program of the same name
//! exports cards, which are read as such.

mod contact;
mod gathered;
mod note;
mod passed;

use crate::loose_json::{Ask, Held, Place, Record, Records};
use crate::tell::Teller;
use crate::{Arrival, Bytes, OwnerHint, OwnerSign, Take};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use gathered::Gathered;
use model::{Day, Moment};
use serde_json::{Map, Value};
use std::ops::ControlFlow;

type Object = Map<String, Value>;

/// Whether a file that begins so is an export.
pub(crate) fn is_export(head: &[u8]) -> bool {
    let root = Place::first(head).filter(|root| root.is_object());
    let Some(account) = root.and_then(|root| root.member("account")) else {
        return false;
    };
    let names = |place: Place<'_>, known: &[&str]| {
        place.members().any(|(name, _)| known.contains(&name.as_str()))
    };
    let is_by_monica = root.is_some_and(|root| names(root, &["app_version", "exported_by"]));
    account.is_object()
        && names(account, &["uuid"])
        && (is_by_monica || names(account, &["contacts", "users"]))
}

/// Reads a whole export.
pub(crate) fn read(name: &str, bytes: &mut dyn Bytes, take: &mut Take<'_>) {
    let held = Held::of(bytes);
    let mut teller = Teller::new(name, take);
    let _ = everything(&held, &mut teller);
}

fn everything(held: &Held, teller: &mut Teller<'_>) -> ControlFlow<()> {
    if let Some(trouble) = held.trouble {
        teller.whole(trouble)?;
    }
    let Some(root) = held.root().filter(|root| root.member("account").is_some()) else {
        return teller.whole("No account was found in it; it was left out.");
    };
    let gathered = Gathered::of(root);
    owner(&gathered, teller)?;
    every(root, &Kind::CONTACT, teller, &mut |contact, place, line, teller| {
        let uuid = contact.text("uuid");
        if gathered.is_owner(&uuid) || gathered.is_relative(&uuid) {
            return ControlFlow::Continue(());
        }
        let person = contact::person(contact, place.bytes(), &gathered);
        let about = gathered.party(&uuid);
        teller.arrival(Arrival::Person(Box::new(person)))?;
        note::of_contact(contact, &about, &gathered, teller)?;
        passed::of_contact(contact, (&about, line), &gathered, teller)
    })?;
    every(root, &Kind::RELATIONSHIP, teller, &mut |relationship, _, _, teller| {
        note::of_relationship(relationship, &gathered, teller)
    })?;
    every(root, &Kind::ACTIVITY, teller, &mut |activity, place, line, teller| {
        passed::of_activity(activity, (place.bytes(), line), &gathered, teller)
    })?;
    teller.end()
}

fn owner(gathered: &Gathered, teller: &mut Teller<'_>) -> ControlFlow<()> {
    let owner = &gathered.owner;
    if owner.name.is_empty() && owner.identities.is_empty() {
        return ControlFlow::Continue(());
    }
    teller.arrival(Arrival::Owner(OwnerHint {
        identity: owner.identities.first().cloned(),
        name: owner.name.clone(),
        sign: OwnerSign::Profile,
        seen: 1,
    }))
}

/// One sort of thing that an account or a contact holds.
struct Kind {
    /// What its lists are called since 3.7.
    one: &'static str,
    /// What its list was called before.
    many: &'static str,
    /// Whether an object is one.
    is_one: fn(&Object) -> bool,
    /// What is told of one that is damaged.
    damaged: &'static str,
}

impl Kind {
    const USER: Self = Self {
        one: "user",
        many: "users",
        is_one: |value| value.contains_key("email"),
        damaged: "",
    };
    const CONTACT: Self = Self {
        one: "contact",
        many: "contacts",
        is_one: |value| has(value, "first_name"),
        damaged: "The contact is damaged and was left out.",
    };
    const RELATIONSHIP: Self = Self {
        one: "relationship",
        many: "relationships",
        is_one: |value| has(value, "contact_is"),
        damaged: "The relationship is damaged and was left out.",
    };
    const ACTIVITY: Self = Self {
        one: "activity",
        many: "activities",
        is_one: |value| has(value, "summary"),
        damaged: "The activity is damaged and was left out.",
    };
}

fn has(value: &Object, property: &str) -> bool {
    value.inside("properties").is_some_and(|told| told.contains_key(property))
}

/// What becomes of one thing: it, where it stands, and in which line.
type Each<'e, 'j> = dyn FnMut(&Object, Place<'j>, u64, &mut Teller<'_>) -> ControlFlow<()> + 'e;

/// Every thing of a kind that the account holds.
fn every<'j>(
    root: Place<'j>,
    kind: &Kind,
    teller: &mut Teller<'_>,
    each: &mut Each<'_, 'j>,
) -> ControlFlow<()> {
    for list in lists(root, kind) {
        let mut records = Records::of(list, kind.is_one);
        while let Some(record) = records.next() {
            match record {
                Record::Whole(value, place) => {
                    let line = records.line_of(place);
                    each(&value, place, line, teller)?;
                }
                Record::Damaged(line) => teller.line(line, kind.damaged)?,
            }
        }
    }
    ControlFlow::Continue(())
}

/// Where the account's things of a kind are listed.
fn lists<'j>(root: Place<'j>, kind: &Kind) -> Vec<Place<'j>> {
    let Some(account) = root.member("account") else {
        return Vec::new();
    };
    let is_named = |list: &Place<'_>| {
        let name = list.member("type").and_then(Place::value);
        name.as_ref().and_then(Value::as_str) == Some(kind.one)
    };
    let data = account.member("data").map(Place::elements).unwrap_or_default();
    let named = data.into_iter().filter(is_named);
    named.chain(account.member(kind.many)).filter_map(|list| list.member("values")).collect()
}

/// The things of a sort that a contact holds, in either generation.
fn held_by<'v>(contact: &'v Object, one: &str, many: &str) -> Vec<&'v Value> {
    let named = |list: &&'v Object| list.text("type") == one;
    let data = contact.get("data").into_iter().flat_map(values);
    let data = data.filter_map(Value::as_object).filter(named);
    let early = contact.inside("properties").and_then(|told| told.inside(many));
    let lists = data.chain(early).filter_map(|list| list.get("values"));
    lists.flat_map(values).collect()
}

/// The elements of a list; of one with gaps, which became an object, its values.
fn values(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(all) => all.iter().collect(),
        Value::Object(all) => all.values().collect(),
        _ => Vec::new(),
    }
}

/// A thing's properties.
fn properties(thing: &Value) -> Option<&Object> {
    thing.as_object()?.inside("properties")
}

/// `2024-05-06T07:08:09.000000Z`, `2024-05-06 07:08:09` or a day, which begins at midnight.
fn moment(text: &str) -> Option<Moment> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(Moment::utc(at.to_utc()));
    }
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").ok();
    let day = || NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0);
    Some(Moment::utc(local.or_else(day)?.and_utc()))
}

/// The day at the beginning of a moment.
fn day(text: &str) -> Option<Day> {
    Day::parse(text.get(..10)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_of_every_spelling_are_read() {
        let expected = moment("2024-05-06T07:08:09.000000Z").unwrap();
        assert_eq!(moment("2024-05-06 07:08:09"), Some(expected));
        assert_eq!(moment("2024-05-06").unwrap().at.to_rfc3339(), "2024-05-06T00:00:00+00:00");
        assert_eq!(moment("soon"), None);
    }

    #[test]
    fn an_export_is_known_by_its_account() {
        assert!(is_export(
            br#"{"version":"1.0-preview.1","app_version":"4.1.2","account":{"uuid":"a","#
        ));
        assert!(is_export(br#"{"account":{"uuid":"a","users":{"count":1"#));
        assert!(!is_export(br#"{"account":{"uuid":"a","plan":"free"}}"#));
        assert!(!is_export(br#"{"account":"ada","app_version":"1"}"#));
    }
}
