//! What is kept of an export's file: users, contacts, relationships and activities as they
//! stand, and the sorts of addresses. Photos and documents are passed over.
//!
//! Since version 3.7 `account.data` is a list of `{count, type, values}`; before, `contacts`,
//! `activities` … stand beside one another in the account.

use super::Object;
use crate::json::{Captured, Json, LARGEST};
use serde_json::Value;

/// Bytes that are kept; an account of ten thousand contacts has a tenth of them.
const MOST_KEPT: usize = 256 * 1024 * 1024;

/// One sort of thing that an account holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    User,
    Contact,
    Relationship,
    Activity,
}

impl Kind {
    /// By what a list is called, since 3.7 and before.
    fn called(name: &str) -> Option<Self> {
        match name {
            "user" | "users" => Some(Self::User),
            "contact" | "contacts" => Some(Self::Contact),
            "relationship" | "relationships" => Some(Self::Relationship),
            "activity" | "activities" => Some(Self::Activity),
            _ => None,
        }
    }

    /// What is told of one that is damaged.
    pub(super) const fn damaged(self) -> &'static str {
        match self {
            Self::User => "A user is damaged and was left out.",
            Self::Contact => "The contact is damaged or larger than 4 MiB; it was left out.",
            Self::Relationship => "The relationship is damaged and was left out.",
            Self::Activity => "The activity is damaged and was left out.",
        }
    }
}

/// An export.
#[derive(Default)]
pub(super) struct Export {
    /// Who exported, by their uuid.
    pub(super) exported_by: String,
    /// Sorts of addresses.
    pub(super) sorts: Vec<Object>,
    /// Whether there was more than is kept.
    pub(super) is_too_large: bool,
    things: Vec<(Kind, Captured)>,
    kept: usize,
}

impl Export {
    /// Takes from a file what is read; nothing where it holds no account.
    pub(super) fn of(json: &mut Json<'_>) -> Option<Self> {
        let (mut export, mut is_found) = (Self::default(), false);
        json.enter_object();
        while let Some(key) = json.key() {
            match key.as_str() {
                "exported_by" => export.exported_by = word(json),
                "account" => is_found |= export.account(json),
                _ => json.pass(),
            }
        }
        is_found.then_some(export)
    }

    /// The things of a kind, each with its object where it makes sense.
    pub(super) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (Option<Object>, &Captured)> {
        let own = self.things.iter().filter(move |(other, _)| *other == kind);
        own.map(|(_, captured)| (object(captured), captured))
    }

    fn account(&mut self, json: &mut Json<'_>) -> bool {
        let is_there = json.enter_object();
        if !is_there {
            json.pass();
            return false;
        }
        while let Some(key) = json.key() {
            match (key.as_str(), Kind::called(&key)) {
                ("data", _) => self.lists(json),
                ("instance", _) => self.instance(json),
                (_, Some(kind)) => self.list(Some(kind), json),
                (_, None) => json.pass(),
            }
        }
        true
    }

    fn lists(&mut self, json: &mut Json<'_>) {
        let Some(mut lists) = json.enter_elements() else { return json.pass() };
        while lists.go_on(json) {
            self.list(None, json);
        }
    }

    /// `{count, type, values}`, in which the type stands before the values.
    fn list(&mut self, mut kind: Option<Kind>, json: &mut Json<'_>) {
        if !json.enter_object() {
            return json.pass();
        }
        while let Some(key) = json.key() {
            match (key.as_str(), kind) {
                ("type", None) => kind = Kind::called(&word(json)),
                ("values", Some(kind)) => self.values(kind, json),
                _ => json.pass(),
            }
        }
    }

    fn values(&mut self, kind: Kind, json: &mut Json<'_>) {
        let Some(mut values) = json.enter_elements() else { return json.pass() };
        while let Some(captured) = values.next(json) {
            self.kept = self.kept.saturating_add(captured.text.len());
            self.is_too_large |= self.kept > MOST_KEPT;
            if !self.is_too_large {
                self.things.push((kind, captured));
            }
        }
    }

    fn instance(&mut self, json: &mut Json<'_>) {
        if !json.enter_object() {
            return json.pass();
        }
        while let Some(key) = json.key() {
            let sorts = if key == "contact_field_types" { json.enter_elements() } else { None };
            let Some(mut sorts) = sorts else {
                json.pass();
                continue;
            };
            while let Some(captured) = sorts.next(json) {
                self.sorts.extend(object(&captured));
            }
        }
    }
}

/// A text that stands by itself.
fn word(json: &mut Json<'_>) -> String {
    match json.capture(LARGEST).value() {
        Some(Value::String(word)) => word,
        _ => String::new(),
    }
}

fn object(captured: &Captured) -> Option<Object> {
    match captured.value() {
        Some(Value::Object(object)) => Some(object),
        _ => None,
    }
}
