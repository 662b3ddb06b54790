//! One file of a chat, in either schema.
//!
//! The usual one has `participants: [{name}]`, `title`, `thread_path`; that of the end-to-end
//! encrypted chats `participants: [name]`, `threadName`. Both name people by their names alone.

use super::mojibake::mended;
use super::said::{self, Call, Said};
use super::{edits, is_nameless};
use crate::chat::{self, MOST_MEMBERS};
use crate::json::{Json, List};
use crate::tell::Teller;
use crate::{ArrivingInteraction, Party, Source};
use model::{Channel, InteractionKind, Role};
use serde_json::Value;
use std::collections::HashSet;
use std::ops::ControlFlow;

/// Bytes of messages that are held; archives split their chats into files of a few MiB.
const MOST_HELD: usize = 256 * 1024 * 1024;
/// Bytes of what is told about a chat.
const SMALL: usize = 64 * 1024;

const DAMAGED: &str = "The message is damaged or larger than 4 MiB; it was left out.";
const TOO_LONG: &str = "The chat is larger than 256 MiB; the message was left out.";

/// A chat.
pub(super) struct Thread {
    /// The same in every export.
    pub(super) key: String,
    title: String,
    /// Everybody, the owner among them.
    pub(super) members: Vec<String>,
    is_group: bool,
    /// What was said, the oldest first, each once.
    pub(super) said: Vec<Said>,
}

impl Thread {
    /// Reads a file; nothing where it holds no messages.
    pub(super) fn read(
        json: &mut Json<'_>,
        teller: &mut Teller<'_>,
    ) -> ControlFlow<(), Option<Self>> {
        let (mut told, mut said) = (Told::default(), None);
        json.enter_object();
        while let Some(key) = json.key() {
            let is_listed = ["participants", "messages"].contains(&key.as_str());
            let list = if is_listed { json.enter_list() } else { None };
            match list {
                Some(list) if key == "participants" => told.participants(list, json),
                Some(list) => every_message(list, json, said.get_or_insert_default(), teller)?,
                None => told.learn(&key, json),
            }
        }
        let Some(mut said) = said else {
            teller.whole("No messages were found in it; it was left out.")?;
            return ControlFlow::Continue(None);
        };
        said.sort_by_key(|said| said.moment);
        edits::settle(&mut said);
        ControlFlow::Continue(Some(Self {
            key: key([&told.path, folder(teller.file()), &told.title]),
            is_group: is_group(&told.sort, &told.members, &said),
            title: told.title,
            members: told.members,
            said,
        }))
    }

    /// The owner's name: in a chat of two that is called after one of them it is the other's.
    pub(super) fn owner(&self) -> Option<&str> {
        let bare = self.title.trim_end_matches(|c: char| c.is_ascii_digit());
        let bare = bare.strip_suffix('_').unwrap_or(&self.title);
        match self.members.as_slice() {
            [one, other] if !self.is_group && one != other => {
                let is_title = |name: &str| name == self.title || name == bare;
                match (is_title(one), is_title(other)) {
                    (true, false) => Some(other),
                    (false, true) => Some(one),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// One of its messages as it arrives; `owner` is the owner's name where it is known.
    pub(super) fn interaction(
        &self,
        said: &Said,
        source: Source,
        owner: Option<&str>,
    ) -> ArrivingInteraction {
        let (kind, channel) = match (said.call, self.is_group) {
            (Some(Call::Video), _) => (InteractionKind::Call, Channel::Video),
            (Some(Call::Voice), _) => (InteractionKind::Call, Channel::Phone),
            (None, true) => (InteractionKind::GroupPost, Channel::Chat),
            (None, false) => (InteractionKind::Message, Channel::Chat),
        };
        ArrivingInteraction {
            kind,
            channel,
            text: said.text.clone(),
            others: self.others(&said.sender),
            from_owner: owner.map(|owner| owner == said.sender),
            conversation: self.key.clone(),
            conversation_title: if self.is_group { self.title.clone() } else { String::new() },
            raw: said.raw.clone(),
            ..chat::message(source, said.moment, self.party(&said.sender))
        }
    }

    /// Somebody by name; the nameless are one person only within this chat.
    pub(super) fn party(&self, name: &str) -> Party {
        let only_within = is_nameless(name).then(|| self.key.clone());
        Party { name: name.to_owned(), identities: Vec::new(), only_within }
    }

    fn others(&self, sender: &str) -> Vec<(Role, Party)> {
        // One more than is named may be the sender.
        if self.members.len() > MOST_MEMBERS + 1 {
            return Vec::new();
        }
        let role = if self.is_group { Role::With } else { Role::To };
        let others: Vec<&String> = self.members.iter().filter(|name| *name != sender).collect();
        if others.len() > MOST_MEMBERS {
            return Vec::new();
        }
        others.into_iter().map(|name| (role, self.party(name))).collect()
    }
}

/// What a file tells of its chat beside the messages.
#[derive(Default)]
struct Told {
    members: Vec<String>,
    title: String,
    path: String,
    sort: String,
}

impl Told {
    /// One of the texts; the first of a name counts.
    fn learn(&mut self, key: &str, json: &mut Json<'_>) {
        let field = match key {
            "title" | "threadName" => &mut self.title,
            "thread_path" => &mut self.path,
            "thread_type" => &mut self.sort,
            _ => return json.pass(),
        };
        let value = json.capture(SMALL).value();
        if field.is_empty() {
            *field = mended(value.as_ref().and_then(Value::as_str).unwrap_or_default());
        }
    }

    /// The names of those who take part, each once.
    fn participants(&mut self, mut list: List, json: &mut Json<'_>) {
        let mut seen = HashSet::new();
        while let Some(captured) = list.next(json) {
            let name = match captured.value() {
                Some(Value::String(name)) => mended(&name),
                Some(Value::Object(one)) => said::first_of(&one, &["name"]),
                _ => continue,
            };
            if seen.insert(name.clone()) {
                self.members.push(name);
            }
        }
    }
}

fn every_message(
    mut list: List,
    json: &mut Json<'_>,
    all: &mut Vec<Said>,
    teller: &mut Teller<'_>,
) -> ControlFlow<()> {
    let mut held = 0_usize;
    while let Some(captured) = list.next(json) {
        let line = captured.line;
        let Some(message) = captured.value().filter(Value::is_object) else {
            teller.line(line, DAMAGED)?;
            continue;
        };
        held = held.saturating_add(captured.text.len());
        if held > MOST_HELD {
            teller.line(line, TOO_LONG)?;
            continue;
        }
        match said::of(&message, captured.text) {
            Ok(said) => all.extend(said),
            Err(why) => teller.line(line, why)?,
        }
    }
    ControlFlow::Continue(())
}

/// A chat of more than two; where the participants are not told, by who wrote.
fn is_group(sort: &str, members: &[String], said: &[Said]) -> bool {
    let wrote = || said.iter().map(|said| &said.sender).collect::<HashSet<_>>().len();
    sort.eq_ignore_ascii_case("RegularGroup")
        || members.len() > 2
        || members.len() < 2 && wrote() > 2
}

/// The chat's own key: the last part of its path. Which section of the archive it lies in
/// changes from export to export.
fn key(told: [&str; 3]) -> String {
    let last = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let [path, folder, title] = told;
    let keys = [last(path), folder.to_owned(), title.to_owned()];
    keys.into_iter().find(|key| !key.is_empty()).unwrap_or_default()
}

/// The folder in which `message_1.json` lies; another file's name tells no chat.
fn folder(name: &str) -> &str {
    let mut parts = name.rsplit(['/', '\\']);
    let file = parts.next().unwrap_or_default();
    let folder = parts.next().unwrap_or_default();
    if file.starts_with("message") { folder } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thread(title: &str, members: &[&str]) -> Thread {
        let members = members.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let is_group = is_group("", &members, &[]);
        let key = "k".to_owned();
        Thread { key, title: title.to_owned(), members, is_group, said: Vec::new() }
    }

    #[test]
    fn a_chat_of_two_that_is_called_after_one_is_the_others() {
        assert_eq!(thread("Ada King", &["Ada King", "Olga"]).owner(), Some("Olga"));
        assert_eq!(thread("Ada King_40", &["Olga", "Ada King"]).owner(), Some("Olga"));
        assert_eq!(thread("Ada_2", &["Olga", "Ada_2"]).owner(), Some("Olga"));
    }

    #[test]
    fn a_group_and_a_chat_of_another_name_tell_no_owner() {
        assert_eq!(thread("Ada King", &["Ada King", "Olga", "Bea"]).owner(), None);
        assert_eq!(thread("Tea", &["Ada King", "Olga"]).owner(), None);
        assert_eq!(thread("Ada", &["Ada"]).owner(), None);
    }

    #[test]
    fn the_key_is_the_last_part_of_the_path() {
        assert_eq!(key(["inbox/ada_1", "x", "Ada"]), "ada_1");
        assert_eq!(key(["", folder("a.zip/messages/inbox/ada_1/message_2.json"), "Ada"]), "ada_1");
        assert_eq!(key(["", folder("Ada King_40.json"), "Ada King_40"]), "Ada King_40");
    }

    #[test]
    fn a_large_group_names_nobody_but_who_wrote() {
        let names: Vec<String> = (0..14).map(|number| format!("Member {number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert!(thread("Choir", &names).others("Member 0").is_empty());
        assert_eq!(thread("Choir", &names[..13]).others("Member 0").len(), 12);
    }
}
