//! One file of a chat, in either schema.
//!
//! The usual one has `participants: [{name}]`, `title`, `thread_path`; that of the end-to-end
//! encrypted chats `participants: [name]`, `threadName`. Both name people by their names alone.

use super::mojibake::mended;
use super::said::{self, Call, Said};
use super::{edits, is_nameless};
use crate::loose_json::{Held, Place, Record, Records};
use crate::tell::Teller;
use crate::{ArrivingInteraction, Party, Source};
use model::{Channel, InteractionKind, Role};
use serde_json::Value;
use std::collections::HashSet;
use std::ops::ControlFlow;

/// Members of a group who are named with each of its messages, unless there are more.
const MOST_NAMED: usize = 12;

/// A chat.
pub(super) struct Thread<'j> {
    /// The same in every export.
    pub(super) key: String,
    title: String,
    /// Everybody, the owner among them.
    pub(super) members: Vec<String>,
    is_group: bool,
    /// What was said, the oldest first, each once.
    pub(super) said: Vec<Said<'j>>,
}

impl<'j> Thread<'j> {
    /// Reads a file that is called `name`.
    pub(super) fn read(
        name: &str,
        held: &'j Held,
        teller: &mut Teller<'_>,
    ) -> ControlFlow<(), Option<Self>> {
        let root = held.root();
        let Some(messages) = root.and_then(|root| part(root, "messages")) else {
            teller.whole("No messages were found in it; it was left out.")?;
            return ControlFlow::Continue(None);
        };
        let text = |names: &[&str]| {
            // A name that is none of this schema's must not be looked for deep inside.
            let told = |root: Place<'j>| names.iter().find_map(|name| root.member(name));
            let lost = |root: Place<'j>| names.iter().find_map(|name| root.last_member(name));
            let found = root.and_then(|root| told(root).or_else(|| lost(root)));
            let value = found.and_then(Place::value);
            mended(value.as_ref().and_then(Value::as_str).unwrap_or_default())
        };
        let members = root.and_then(|root| part(root, "participants")).map(names);
        let mut said = every_message(messages, teller)?;
        said.sort_by_key(|said| said.moment);
        edits::settle(&mut said);
        let title = text(&["title", "threadName"]);
        let path = text(&["thread_path"]);
        let sort = text(&["thread_type"]);
        let members = members.unwrap_or_default();
        ControlFlow::Continue(Some(Self {
            key: key([path.as_str(), folder(name), title.as_str()]),
            is_group: is_group(&sort, &members, &said),
            title,
            members,
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
        said: &Said<'_>,
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
            source,
            kind,
            channel,
            moment: said.moment,
            subject: String::new(),
            text: said.text.clone(),
            quoted: String::new(),
            signature: String::new(),
            from: self.party(&said.sender),
            others: self.others(&said.sender),
            from_owner: owner.map(|owner| owner == said.sender),
            conversation: self.key.clone(),
            conversation_title: if self.is_group { self.title.clone() } else { String::new() },
            native_id: String::new(),
            answers: Vec::new(),
            automated: false,
            raw: said.raw.to_vec(),
        }
    }

    /// Somebody by name; the nameless are one person only within this chat.
    pub(super) fn party(&self, name: &str) -> Party {
        let only_within = is_nameless(name).then(|| self.key.clone());
        Party { name: name.to_owned(), identities: Vec::new(), only_within }
    }

    fn others(&self, sender: &str) -> Vec<(Role, Party)> {
        // One more than is named may be the sender.
        if self.members.len() > MOST_NAMED + 1 {
            return Vec::new();
        }
        let role = if self.is_group { Role::With } else { Role::To };
        let others: Vec<&String> = self.members.iter().filter(|name| *name != sender).collect();
        if others.len() > MOST_NAMED {
            return Vec::new();
        }
        others.into_iter().map(|name| (role, self.party(name))).collect()
    }
}

/// A member of the file's object; where the object is damaged before it, wherever it stands.
fn part<'j>(root: Place<'j>, name: &str) -> Option<Place<'j>> {
    root.member(name).or_else(|| root.last_member(name))
}

fn every_message<'j>(place: Place<'j>, teller: &mut Teller<'_>) -> ControlFlow<(), Vec<Said<'j>>> {
    let mut all = Vec::new();
    let mut records = Records::of(place, said::is_message);
    while let Some(record) = records.next() {
        match record {
            Record::Whole(message, place) => match said::of(&message, place.bytes()) {
                Ok(said) => all.extend(said),
                Err(why) => teller.line(records.line_of(place), why)?,
            },
            Record::Damaged(line) => {
                teller.line(line, "The message is damaged and was left out.")?;
            }
        }
    }
    ControlFlow::Continue(all)
}

/// The names of the participants, each once.
fn names(place: Place<'_>) -> Vec<String> {
    let (mut names, mut seen) = (Vec::new(), HashSet::new());
    for value in place.elements().into_iter().filter_map(Place::value) {
        let name = match &value {
            Value::String(name) => mended(name),
            Value::Object(one) => said::first_of(one, &["name"]),
            _ => continue,
        };
        if seen.insert(name.clone()) {
            names.push(name);
        }
    }
    names
}

/// A chat of more than two; where the participants are not told, by who wrote.
fn is_group(sort: &str, members: &[String], said: &[Said<'_>]) -> bool {
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

    fn thread(title: &str, members: &[&str]) -> Thread<'static> {
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
