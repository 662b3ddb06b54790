//! Chats and the people in them. Somebody is known by a number that is theirs for ever; old
//! exports write it as a number, newer ones as "user123".

use super::Owner;
use crate::Party;
use crate::json::{Ask, Captured};
use model::Identity;
use serde_json::Value;

/// Telegram itself, which sends codes and news.
const TELEGRAM: &str = "user777000";

/// What sort of chat it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// With one other.
    Pair,
    /// With a program.
    Bot,
    /// Of several.
    Group,
    /// One writes and many read.
    Channel,
    /// With oneself, or with nobody.
    LeftOut,
}

impl Kind {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "personal_chat" => Self::Pair,
            "bot_chat" => Self::Bot,
            "private_group" | "private_supergroup" | "public_supergroup" | "public_group" => {
                Self::Group
            }
            "private_channel" | "public_channel" => Self::Channel,
            "saved_messages" | "replies" | "verification_codes" => Self::LeftOut,
            _ => return None,
        })
    }
}

/// Whether this is the sort of a chat.
pub(super) fn is_kind(captured: &Captured) -> bool {
    let value = captured.value();
    value.as_ref().and_then(Value::as_str).is_some_and(|word| Kind::of(word).is_some())
}

/// A chat.
#[derive(Debug, Default)]
pub(super) struct Chat {
    pub(super) name: String,
    id: String,
    kind: Option<Kind>,
    /// People, small groups, and large ones with channels are numbered each for themselves.
    space: &'static str,
}

impl Chat {
    /// One of its fields.
    pub(super) fn learn(&mut self, key: &str, captured: &Captured) {
        let text = match captured.value() {
            Some(Value::String(text)) => text,
            Some(Value::Number(number)) => number.to_string(),
            _ => return,
        };
        match key {
            "name" => self.name = text,
            "id" => self.id = text,
            _ => {
                self.kind = Kind::of(&text);
                self.space = match self.kind {
                    Some(Kind::Pair | Kind::Bot) => "user",
                    _ if text == "private_group" => "chat",
                    _ => "channel",
                };
            }
        }
    }

    /// By what it is known from export to export, "user123".
    pub(super) fn key(&self) -> String {
        format!("{}{}", self.space, self.id)
    }

    pub(super) fn is_left_out(&self) -> bool {
        self.kind == Some(Kind::LeftOut)
    }

    /// Whether it is with one other, person or program.
    pub(super) fn is_pair(&self) -> bool {
        matches!(self.kind, Some(Kind::Pair | Kind::Bot))
    }

    /// Whether no person writes for one reader.
    pub(super) fn is_automated(&self) -> bool {
        matches!(self.kind, Some(Kind::Bot | Kind::Channel))
            || self.is_pair() && self.other_id() == TELEGRAM
    }

    fn other_id(&self) -> String {
        format!("user{}", self.id)
    }

    /// Whether this is the other one of two; `None` where there are more.
    pub(super) fn is_other(&self, id: &str) -> Option<bool> {
        let is_known = self.is_pair() && !self.id.is_empty() && !id.is_empty();
        is_known.then(|| id == self.other_id())
    }

    /// The other one of two.
    pub(super) fn other(&self) -> Party {
        self.party(&self.name, &self.other_id())
    }

    /// The owner, where this message of two people is theirs.
    pub(super) fn owner_in(&self, message: &Value) -> Option<Owner> {
        let id = user_id(message, "from_id");
        let is_own = self.is_other(&id) == Some(false);
        is_own.then(|| Owner { id, name: message.text("from") })
    }

    /// Somebody in it. Of a deleted account there is no name, and it is somebody here alone.
    pub(super) fn party(&self, name: &str, id: &str) -> Party {
        let name = name.trim().to_owned();
        let only_within = name.is_empty().then(|| format!("{}/{id}", self.key()));
        let known = if only_within.is_some() { None } else { handle(id) };
        Party { name, identities: known.into_iter().collect(), only_within }
    }
}

/// "user123", from a number too.
pub(super) fn user_id(value: &Value, field: &str) -> String {
    let id = value.text(field);
    match id.as_ref() {
        "" | "0" => String::new(),
        number if number.bytes().all(|b| b.is_ascii_digit()) => format!("user{number}"),
        word => word.to_owned(),
    }
}

/// A person's number as an address. The dot keeps it apart from every name that people choose.
pub(super) fn handle(id: &str) -> Option<Identity> {
    let number = id.strip_prefix("user").filter(|number| !number.is_empty())?;
    Identity::handle("telegram", &format!("id.{number}"))
}
