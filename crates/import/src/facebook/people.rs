//! The owner's profile and the list of friends.

use super::mojibake::mended;
use super::said::first_of;
use crate::loose_json::{Ask, Held, Place, Record, Records};
use crate::tell::Teller;
use crate::{Arrival, ArrivingPerson, OwnerHint, OwnerSign, Source};
use chrono::DateTime;
use model::{Day, Identity, Name};
use serde_json::{Map, Value};
use std::ops::ControlFlow;

/// Under which names an Instagram profile gives the name, in some languages.
const NAMES: &[&str] = &["Name", "Nom", "Nombre", "Nome", "Naam", "Namn", "Navn"];
/// And the name of the account.
const ACCOUNTS: &[&str] =
    &["Username", "Nom d’utilisateur", "Nombre de usuario", "Benutzername", "Nome utente"];

/// What a profile tells.
pub(super) struct Profile {
    /// Names under which the owner writes, the likeliest first.
    pub(super) names: Vec<String>,
    emails: Vec<Identity>,
}

impl Profile {
    /// Facebook's `profile_information.json`.
    pub(super) fn of_facebook(held: &Held) -> Option<Self> {
        let root = held.root()?;
        let place = root.member("profile_v2").or_else(|| root.member("profile"))?;
        let value = place.value()?;
        let profile = value.as_object()?;
        let name = match profile.inside("name") {
            Some(name) => first_of(name, &["full_name", "name"]),
            None => first_of(profile, &["name"]),
        };
        let emails = profile.inside("emails").map(|emails| emails.list("emails"));
        let emails = emails.unwrap_or_default().iter().filter_map(Value::as_str);
        let emails = emails.filter_map(Identity::email).collect();
        Some(Self { names: vec![name], emails }.without_blanks())
    }

    /// Instagram's `personal_information.json`.
    pub(super) fn of_instagram(held: &Held) -> Option<Self> {
        let value = held.root()?.member("profile_user")?.value()?;
        let user = value.as_array()?.first()?.as_object()?;
        let told = user.inside("string_map_data")?;
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

/// Every friend of `friends.json`, with the day when they became one.
pub(super) fn friends(held: &Held, teller: &mut Teller<'_>) -> ControlFlow<()> {
    let root = held.root();
    let list = root.and_then(|root| root.member("friends_v2").or_else(|| root.member("friends")));
    let Some(list) = list else {
        return teller.whole("No friends were found in it; it was left out.");
    };
    for record in Records::of(list, |value| value.contains_key("name")) {
        match record {
            Record::Whole(friend, place) => {
                if let Some(person) = person(&friend, place) {
                    teller.arrival(Arrival::Person(Box::new(person)))?;
                }
            }
            Record::Damaged(line) => {
                teller.line(line, "The friend is damaged and was left out.")?;
            }
        }
    }
    ControlFlow::Continue(())
}

fn person(friend: &Map<String, Value>, place: Place<'_>) -> Option<ArrivingPerson> {
    let name = first_of(friend, &["name"]);
    let since = friend.number("timestamp").and_then(|at| DateTime::from_timestamp(at, 0));
    let is_known = !super::is_nameless(&name);
    is_known.then(|| ArrivingPerson {
        name: Name::from_shown(&name),
        connected_on: since.map(|at| Day::from(at.date_naive())),
        source: Source::Facebook,
        raw: mended(&String::from_utf8_lossy(place.bytes())),
        ..ArrivingPerson::default()
    })
}
