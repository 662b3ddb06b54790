//! One message as an interaction.

use super::party::{self, Chat};
use super::{Owner, words};
use crate::json::Ask;
use crate::{ArrivingInteraction, Party, Source, chat};
use chrono::{DateTime, Datelike, NaiveDateTime};
use model::{Channel, InteractionKind, Moment, Role};
use serde_json::Value;

/// Zones lie within this many minutes of one another.
const FARTHEST_ZONE: i64 = 14 * 60;

/// What a message turned out to be.
pub(super) enum Outcome {
    /// Something that passed.
    Passed(Box<ArrivingInteraction>),
    /// A line about the chat, or media of which nothing is known.
    LeftOut,
    /// Why it cannot be read, in words.
    Unreadable(&'static str),
}

/// Where a message stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    pub(super) chat: &'p Chat,
    pub(super) owner: Option<&'p Owner>,
}

/// Reads one message.
pub(super) fn read(place: Place<'_>, message: &Value) -> Outcome {
    let is_call = match message.text("type").as_str() {
        "message" => false,
        "service" if message.text("action") == "phone_call" => true,
        _ => return Outcome::LeftOut,
    };
    let text = match words::of(message) {
        _ if is_call => String::new(),
        text if text.is_empty() => match words::of_media(message) {
            Some(told) => told,
            None => return Outcome::LeftOut,
        },
        text => text,
    };
    let Some(moment) = moment(message) else {
        return Outcome::Unreadable("The date makes no sense; the message was left out.");
    };
    let mut passed = interaction(place, message, moment);
    passed.text = text;
    if is_call {
        passed.kind = InteractionKind::Call;
        passed.channel = Channel::Phone;
    }
    Outcome::Passed(Box::new(passed))
}

fn interaction(place: Place<'_>, message: &Value, moment: Moment) -> ArrivingInteraction {
    let Place { chat, owner } = place;
    let (name, id) = sender(message);
    let mut passed = chat::message(Source::Telegram, moment, chat.party(&name, &id));
    passed.from_owner = match chat.is_other(&id) {
        Some(is_other) => Some(!is_other),
        None => owner.map(|owner| owner.id == id),
    };
    if chat.is_pair() {
        passed.others = to(place, passed.from_owner).map(|to| (Role::To, to)).into_iter().collect();
        if passed.from_owner == Some(false) {
            passed.from = chat.other();
        }
    } else {
        passed.kind = InteractionKind::GroupPost;
        passed.conversation_title.clone_from(&chat.name);
    }
    passed.automated = chat.is_automated() || !chat.is_pair() && id.starts_with("channel");
    passed.conversation = chat.key();
    passed.native_id = within(chat, &message.text("id"));
    if message.get("reply_to_peer_id").is_none() {
        let parent = within(chat, &message.text("reply_to_message_id"));
        passed.answers = Some(parent).filter(|id| !id.is_empty()).into_iter().collect();
    }
    passed
}

/// Whom a message of two goes to; the owner only where they are known.
fn to(place: Place<'_>, from_owner: Option<bool>) -> Option<Party> {
    match from_owner? {
        true => Some(place.chat.other()),
        false => place.owner.map(|owner| place.chat.party(&owner.name, &owner.id)),
    }
}

/// Who wrote, or of a call who rang.
fn sender(message: &Value) -> (String, String) {
    let (name, id) = match message.get("actor_id").or(message.get("actor")) {
        Some(_) => ("actor", "actor_id"),
        None => ("from", "from_id"),
    };
    (message.text(name), party::user_id(message, id))
}

/// A message's number, which is its chat's own.
fn within(chat: &Chat, id: &str) -> String {
    match id {
        "" => String::new(),
        id => format!("{}/{id}", chat.key()),
    }
}

/// The instant; the clock on the wall beside it tells the zone. Old exports have the wall's
/// clock alone.
fn moment(message: &Value) -> Option<Moment> {
    let wall = message.text("date");
    let wall = NaiveDateTime::parse_from_str(&wall, "%Y-%m-%dT%H:%M:%S").ok();
    let wall = wall.filter(|wall| chat::is_likely(wall.year()));
    let seconds = message.text("date_unixtime").parse().ok();
    let at = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    match at.filter(|at| chat::is_likely(at.year())) {
        Some(at) => {
            let minutes = wall.map(|wall| (wall - at.naive_utc()).num_minutes());
            let minutes = minutes.filter(|minutes| minutes.abs() <= FARTHEST_ZONE);
            let offset_minutes = minutes.and_then(|minutes| i16::try_from(minutes).ok());
            Some(Moment { at, offset_minutes })
        }
        None => wall.map(|wall| Moment::utc(wall.and_utc())),
    }
}
