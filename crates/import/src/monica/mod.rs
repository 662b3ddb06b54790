//! Monica's export of an account as JSON.
//!
//! Two generations are read. Since version 3.7, up to 4.x: `account.data` is a list of
//! `{type, count, values}`, and so is each contact's `data`. The first one had `contacts`,
//! `activities` … beside one another, and debts, calls and activities among a contact's
//! `properties`. In both a thing has its `uuid` and its `properties`.
//!
//! What refers to people (activities, relationships) does so by their uuid, which may stand
//! behind it. So contacts and the like are kept as they stand ([`export`]) and people are
//! gathered first ([`gathered`]); photos, which are most of a file, are passed over.
//!
//! Deliberately absent: photos and documents, the journal, tasks, and contacts that exist only as
//! somebody's relative, who are told with the relationship. The later program of the same name
//! exports cards, which are read as such.

mod contact;
mod export;
mod gathered;
mod note;
mod passed;

use crate::json::{Ask, Captured, Json};
use crate::tell::{BREAKS_OFF, Teller};
use crate::{Arrival, Bytes, OwnerHint, OwnerSign, Take};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use export::{Export, Kind};
use gathered::Gathered;
use model::{Day, Moment};
use serde_json::{Map, Value};
use std::ops::ControlFlow;

type Object = Map<String, Value>;

const TOO_LARGE: &str =
    "The export is larger than 256 MiB without its photos; what is beyond was left out.";

/// Whether a file that begins so is an export: by its account, and by what only Monica's have
/// in it or beside it.
pub(crate) fn is_export(mut head: &[u8]) -> bool {
    let mut json = Json::new(&mut head);
    let (mut has_account, mut is_by_monica) = (false, false);
    if !json.enter_object() {
        return false;
    }
    while let Some(key) = json.key() {
        is_by_monica |= ["app_version", "exported_by"].contains(&key.as_str());
        if key != "account" || !json.enter_object() {
            json.pass();
            continue;
        }
        while let Some(key) = json.key() {
            has_account |= key == "uuid";
            is_by_monica |= ["contacts", "users"].contains(&key.as_str());
            json.pass();
        }
    }
    has_account && is_by_monica
}

/// Reads a whole export.
pub(crate) fn read(name: &str, mut bytes: &mut dyn Bytes, take: &mut Take<'_>) {
    let mut teller = Teller::new(name, take);
    let mut json = Json::new(&mut bytes);
    let _ = match Export::of(&mut json) {
        Some(export) => everything(&export, json.breaks_off(), &mut teller),
        None => teller.whole("No account was found in it; it was left out."),
    };
}

fn everything(export: &Export, breaks_off: bool, teller: &mut Teller<'_>) -> ControlFlow<()> {
    if export.is_too_large {
        teller.whole(TOO_LARGE)?;
    }
    let gathered = Gathered::of(export);
    owner(&gathered, teller)?;
    every(export, Kind::Contact, teller, &mut |contact, captured, teller| {
        let uuid = contact.text("uuid");
        if gathered.is_owner(&uuid) || gathered.is_relative(&uuid) {
            return ControlFlow::Continue(());
        }
        let person = contact::person(contact, captured.text.as_bytes(), &gathered);
        let about = gathered.party(&uuid);
        teller.arrival(Arrival::Person(Box::new(person)))?;
        note::of_contact(contact, &about, &gathered, teller)?;
        passed::of_contact(contact, (&about, captured.line), &gathered, teller)
    })?;
    every(export, Kind::Relationship, teller, &mut |relationship, _, teller| {
        note::of_relationship(relationship, &gathered, teller)
    })?;
    every(export, Kind::Activity, teller, &mut |activity, captured, teller| {
        passed::of_activity(activity, captured, &gathered, teller)
    })?;
    if breaks_off {
        teller.whole(BREAKS_OFF)?;
    }
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

/// What becomes of one thing, and as it stands in the file.
type Each<'e> = dyn FnMut(&Object, &Captured, &mut Teller<'_>) -> ControlFlow<()> + 'e;

/// Every thing of a kind that the account holds.
fn every(
    export: &Export,
    kind: Kind,
    teller: &mut Teller<'_>,
    each: &mut Each<'_>,
) -> ControlFlow<()> {
    for (thing, captured) in export.of_kind(kind) {
        match thing {
            Some(thing) => each(&thing, captured, teller)?,
            None => teller.line(captured.line, kind.damaged())?,
        }
    }
    ControlFlow::Continue(())
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
