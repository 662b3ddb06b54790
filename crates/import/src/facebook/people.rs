//! The owner's profile and the list of friends.

use super::mojibake::mended;
use super::said::first_of;
use crate::json::{Ask, Captured, Json, LARGEST};
use crate::tell::Teller;
use crate::{Arrival, ArrivingPerson, OwnerHint, OwnerSign, Source};
use chrono::DateTime;
use model::{Day, Identity, Name};
use serde_json::Value;
use std::ops::ControlFlow;

/// Under which names an Instagram profile gives the name, in some languages.
const NAMES: &[&str] = &["Name", "Nom", "Nombre", "Nome", "Naam", "Namn", "Navn"];
/// And the name of the account.
const ACCOUNTS: &[&str] =
    &["Username", "Nom d’utilisateur", "Nombre de usuario", "Benutzername", "Nome utente"];

const DAMAGED: &str = "The friend is damaged or larger than 4 MiB; it was left out.";

/// What a profile tells.
pub(super) struct Profile {
    /// Names under which the owner writes, the likeliest first.
    pub(super) names: Vec<String>,
    emails: Vec<Identity>,
}

impl Profile {
    /// Facebook's `profile_information.json`.
    pub(super) fn of_facebook(json: &mut Json<'_>) -> Option<Self> {
        find(json, &["profile_v2", "profile"]).then_some(())?;
        let profile = json.capture(LARGEST).value()?;
        let name = match profile.inside("name") {
            Some(name) => first_of(name, &["full_name", "name"]),
            None => first_of(&profile, &["name"]),
        };
        let emails = profile.inside("emails").map(|emails| emails.list("emails"));
        let emails = emails.unwrap_or_default().iter().filter_map(Value::as_str);
        let emails = emails.filter_map(Identity::email).collect();
        Some(Self { names: vec![name], emails }.without_blanks())
    }

    /// Instagram's `personal_information.json`.
    pub(super) fn of_instagram(json: &mut Json<'_>) -> Option<Self> {
        find(json, &["profile_user"]).then_some(())?;
        let users = json.capture(LARGEST).value()?;
        let told = users.as_array()?.first()?.inside("string_map_data")?;
        let value = |keys: &[&str]| {
            let found = keys.iter().find_map(|key| told.inside(key));
            found.map(|entry| first_of(entry, &["value"])).unwrap_or_default()
        };
        let emails = Identity::email(&value(&["Email", "E-Mail"])).into_iter().collect();
        Some(Self { names: vec![value(NAMES), value(ACCOUNTS)], emails }.without_blanks())
    }

    fn without_blanks(mut self) -> Self {
        self.names.retain(|name| !name.is_empty());
        self
    }

    /// Tells whose archive it is.
    pub(super) fn tell(&self, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let names = self.names.iter().map(|name| (None, name.clone()));
        let emails = self.emails.iter().map(|email| (Some(email.clone()), String::new()));
        for (identity, name) in names.chain(emails) {
            let hint = OwnerHint { identity, name, sign: OwnerSign::Profile, seen: 1 };
            teller.arrival(Arrival::Owner(hint))?;
        }
        ControlFlow::Continue(())
    }
}

/// Goes before the first value of the file's object that has one of these names.
fn find(json: &mut Json<'_>, names: &[&str]) -> bool {
    json.enter_object();
    while let Some(key) = json.key() {
        if names.contains(&key.as_str()) {
            return true;
        }
        json.pass();
    }
    false
}

/// Every friend of `friends.json`, with the day when they became one.
pub(super) fn friends(json: &mut Json<'_>, teller: &mut Teller<'_>) -> ControlFlow<()> {
    let is_found = find(json, &["friends_v2", "friends"]);
    let Some(mut list) = json.enter_list().filter(|_| is_found) else {
        return teller.whole("No friends were found in it; it was left out.");
    };
    while let Some(captured) = list.next(json) {
        match captured.value().filter(Value::is_object) {
            Some(friend) => {
                if let Some(person) = person(&friend, &captured) {
                    teller.arrival(Arrival::Person(Box::new(person)))?;
                }
            }
            None => teller.line(captured.line, DAMAGED)?,
        }
    }
    ControlFlow::Continue(())
}

fn person(friend: &Value, captured: &Captured) -> Option<ArrivingPerson> {
    let name = first_of(friend, &["name"]);
    let since = friend.number("timestamp").and_then(|at| DateTime::from_timestamp(at, 0));
    let is_known = !super::is_nameless(&name);
    is_known.then(|| ArrivingPerson {
        name: Name::from_shown(&name),
        connected_on: since.map(|at| Day::from(at.date_naive())),
        source: Source::Facebook,
        raw: mended(&captured.text),
        ..ArrivingPerson::default()
    })
}
