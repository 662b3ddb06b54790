//! Telegram Desktop's export as JSON, `result.json`: one chat, or everything with the owner and
//! their contacts.
//!
//! It streams: one message is held at a time. Deliberately absent: the chat with oneself, the
//! lines about who came and went, media, reactions, and the export as HTML.

mod message;
mod party;
mod words;

use crate::json::{Ask, Captured, Json};
use crate::tell::{BREAKS_OFF, Teller};
use crate::{Arrival, ArrivingPerson, OwnerHint, OwnerSign, Source, Take};
use message::{Outcome, Place};
use model::{Identity, Name};
use party::Chat;
use serde_json::Value;
use std::io::Read;
use std::ops::ControlFlow;

const DAMAGED: &str = "The message is damaged or larger than 4 MiB; it was left out.";
/// Bytes of what is told about the owner or about a chat.
const SMALL: usize = 64 * 1024;

/// Whether a file begins like an export.
pub(crate) fn is_export(mut head: &[u8]) -> bool {
    let mut json = Json::new(&mut head);
    if !json.enter_object() {
        return false;
    }
    let mut is_chat = false;
    while let Some(key) = json.key() {
        match key.as_str() {
            "about" if json.capture(SMALL).text.contains("Telegram") => return true,
            "about" => {}
            "type" => is_chat = party::is_kind(&json.capture(SMALL)),
            "messages" => return is_chat,
            "personal_information" if json.capture(SMALL).text.contains("\"user_id\"") => {
                return true;
            }
            "personal_information" => {}
            "chats" | "left_chats" => return begins_with_a_chat(&mut json),
            _ => json.pass(),
        }
    }
    false
}

fn begins_with_a_chat(json: &mut Json<'_>) -> bool {
    json.enter_object();
    while let Some(key) = json.key() {
        match (key.as_str(), json.next_is(b'[')) {
            ("list", true) => {
                json.enter_list();
                json.enter_object();
            }
            ("type", _) => return party::is_kind(&json.capture(SMALL)),
            _ => json.pass(),
        }
    }
    false
}

/// Reads an export.
pub(crate) fn read(name: &str, source: &mut dyn Read, take: &mut Take<'_>) {
    let mut teller = Teller::new(name, take);
    let mut json = Json::new(source);
    let mut reading = Reading { teller: &mut teller, owner: None, told: false, pairs: 0 };
    let _ = reading.all(&mut json);
}

/// The owner, as the file knows them.
#[derive(Clone, Debug, Default)]
struct Owner {
    /// "user123"
    id: String,
    name: String,
}

/// A file that is being read.
struct Reading<'r, 't> {
    teller: &'r mut Teller<'t>,
    owner: Option<Owner>,
    /// Whether the file itself names the owner.
    told: bool,
    /// Chats with one other in which the owner wrote.
    pairs: u32,
}

impl Reading<'_, '_> {
    fn all(&mut self, json: &mut Json<'_>) -> ControlFlow<()> {
        if json.enter_object() {
            self.chat_or_everything(json)?;
        }
        if let Some(owner) = self.owner.take().filter(|_| !self.told) {
            self.teller.arrival(Arrival::Owner(OwnerHint {
                identity: party::handle(&owner.id),
                name: owner.name,
                sign: OwnerSign::Everywhere,
                seen: self.pairs,
            }))?;
        }
        if json.breaks_off() {
            self.teller.whole(BREAKS_OFF)?;
        }
        self.teller.end()
    }

    /// An object that is a chat, or the whole export.
    fn chat_or_everything(&mut self, json: &mut Json<'_>) -> ControlFlow<()> {
        let mut chat = Chat::default();
        while let Some(key) = json.key() {
            match key.as_str() {
                "personal_information" => self.owner(&json.capture(SMALL))?,
                "contacts" => self.contacts(json)?,
                "chats" | "left_chats" => self.chats(json)?,
                _ => self.part_of_chat(&key, json, &mut chat)?,
            }
        }
        ControlFlow::Continue(())
    }

    fn chats(&mut self, json: &mut Json<'_>) -> ControlFlow<()> {
        if !json.enter_object() {
            json.pass();
            return ControlFlow::Continue(());
        }
        while let Some(key) = json.key() {
            let list = if key == "list" { json.enter_list() } else { None };
            let Some(mut list) = list else {
                json.pass();
                continue;
            };
            while list.go_on(json) {
                match json.enter_object() {
                    true => self.chat(json)?,
                    false => json.pass(),
                }
            }
        }
        ControlFlow::Continue(())
    }

    fn chat(&mut self, json: &mut Json<'_>) -> ControlFlow<()> {
        let mut chat = Chat::default();
        while let Some(key) = json.key() {
            self.part_of_chat(&key, json, &mut chat)?;
        }
        ControlFlow::Continue(())
    }

    fn part_of_chat(&mut self, key: &str, json: &mut Json<'_>, chat: &mut Chat) -> ControlFlow<()> {
        match key {
            "name" | "type" | "id" => chat.learn(key, &json.capture(SMALL)),
            "messages" => return self.messages(json, chat),
            _ => json.pass(),
        }
        ControlFlow::Continue(())
    }

    fn messages(&mut self, json: &mut Json<'_>, chat: &Chat) -> ControlFlow<()> {
        let list = if chat.is_left_out() { None } else { json.enter_list() };
        let Some(mut list) = list else {
            json.pass();
            return ControlFlow::Continue(());
        };
        let mut is_first = true;
        while let Some(captured) = list.next(json) {
            let Some(value) = captured.value().filter(Value::is_object) else {
                self.teller.line(captured.line, DAMAGED)?;
                continue;
            };
            let own = chat.owner_in(&value).filter(|_| is_first);
            is_first &= own.is_none();
            if let Some(own) = own {
                self.pairs += 1;
                self.owner.get_or_insert(own);
            }
            let place = Place { chat, owner: self.owner.as_ref() };
            match message::read(place, &value) {
                Outcome::Passed(mut passed) => {
                    passed.raw = captured.text.into_bytes();
                    self.teller.arrival(Arrival::Interaction(passed))?;
                }
                Outcome::LeftOut => {}
                Outcome::Unreadable(why) => self.teller.line(captured.line, why)?,
            }
        }
        ControlFlow::Continue(())
    }

    fn owner(&mut self, captured: &Captured) -> ControlFlow<()> {
        let Some(value) = captured.value() else { return ControlFlow::Continue(()) };
        let id = party::user_id(&value, "user_id");
        let name = full_name(&value).shown;
        let username = value.text("username");
        let username = Identity::handle("telegram", &username);
        let phone = Identity::phone(&value.text("phone_number"));
        let identities = [party::handle(&id), username, phone];
        if !id.is_empty() {
            self.owner = Some(Owner { id, name: name.clone() });
            self.told = true;
        }
        for identity in identities.into_iter().flatten() {
            let (identity, name) = (Some(identity), name.clone());
            let hint = OwnerHint { identity, name, sign: OwnerSign::Profile, seen: 1 };
            self.teller.arrival(Arrival::Owner(hint))?;
        }
        ControlFlow::Continue(())
    }

    fn contacts(&mut self, json: &mut Json<'_>) -> ControlFlow<()> {
        if !json.enter_object() {
            json.pass();
            return ControlFlow::Continue(());
        }
        while let Some(key) = json.key() {
            let list = if key == "list" { json.enter_list() } else { None };
            let Some(mut list) = list else {
                json.pass();
                continue;
            };
            while let Some(captured) = list.next(json) {
                self.contact(captured)?;
            }
        }
        ControlFlow::Continue(())
    }

    fn contact(&mut self, captured: Captured) -> ControlFlow<()> {
        let Some(value) = captured.value().filter(Value::is_object) else {
            return self.teller.line(
                captured.line,
                "The contact is damaged or larger than 4 MiB; it was left out.",
            );
        };
        let name = full_name(&value);
        let id = party::handle(&party::user_id(&value, "user_id"));
        let phone = Identity::phone(&value.text("phone_number"));
        let identities: Vec<Identity> = phone.into_iter().chain(id).collect();
        if name.is_empty() && identities.is_empty() {
            return self.teller.line(captured.line, "The contact names nobody and was left out.");
        }
        self.teller.arrival(Arrival::Person(Box::new(ArrivingPerson {
            name,
            identities,
            source: Source::Telegram,
            raw: captured.text,
            ..ArrivingPerson::default()
        })))
    }
}

fn full_name(value: &Value) -> Name {
    Name::from_parts(&value.text("first_name"), &value.text("last_name"))
}
