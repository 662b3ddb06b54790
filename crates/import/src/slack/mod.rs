//! A Slack workspace's export: who is in it (`users.json`), its channels and conversations
//! (`channels.json`, `groups.json`, `dms.json`, `mpims.json`), and a folder for each with a file
//! for each day.
//!
//! A message tells people and channels by their ids; their names stand in the other files. In
//! an archive those are read first and a [`Workspace`] keeps what they say. A day that is read
//! by itself has ids, and names only where the messages bring them.
//!
//! Deliberately absent: canvases, reactions, files' content, and lines about who came and went.

mod channels;
mod message;
mod people;
mod words;

use crate::everywhere::Everywhere;
use crate::family::{Family, Turn};
use crate::json::{Ask, Captured, Json};
use crate::tell::{BREAKS_OFF, Teller};
use crate::{Arrival, Bytes, Format, OwnerHint, Take};
use channels::Channel;
use message::Outcome;
use people::User;
use serde_json::Value;
use std::collections::HashMap;
use std::ops::ControlFlow;

/// More people or channels are not kept: no workspace has a tenth of them.
const MOST_KNOWN: usize = 500_000;

const DAMAGED: &str = "The message is damaged or larger than 4 MiB; it was left out.";
const DAMAGED_ENTRY: &str = "The entry is damaged or larger than 4 MiB; it was left out.";

/// When the file is read that tells who is in it.
const USERS: u8 = 0;

/// One file of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlackFile {
    /// `users.json`
    Users,
    /// `channels.json`, `groups.json`, `dms.json`, `mpims.json`
    Channels,
    /// A day of a channel.
    Messages,
}

/// Which file of an export begins so. An empty list is told by the file's name alone.
pub(crate) fn file_of(name: &str, mut head: &[u8]) -> Option<SlackFile> {
    let mut json = Json::new(&mut head);
    let mut list = json.enter_list()?;
    let Some(first) = list.next(&mut json) else {
        return rank(name).map(|rank| match rank {
            USERS => SlackFile::Users,
            _ => SlackFile::Channels,
        });
    };
    let Some(first) = first.value() else {
        // A message longer than the head.
        let is_cut = json.breaks_off() && is_day(name) && first.text.contains("\"ts\"");
        return is_cut.then_some(SlackFile::Messages);
    };
    let id = first.text("id");
    let has = |field: &str| first.get(field).is_some();
    if message::seconds(&first.text("ts")).is_some() {
        let is_message = first.text("type") == "message" || has("user") || has("bot_id");
        return is_message.then_some(SlackFile::Messages);
    }
    if id.starts_with(['U', 'W']) && first.get("profile").is_some_and(Value::is_object) {
        return Some(SlackFile::Users);
    }
    let is_channel = id.starts_with(['C', 'G', 'D']) && has("members") && has("created");
    is_channel.then_some(SlackFile::Channels)
}

/// Whether a file is named after a day, `2024-01-15.json`.
fn is_day(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let day = file.strip_suffix(".json").unwrap_or_default();
    model::Day::parse(day).is_some_and(|day| day.year.is_some())
}

/// In which order the files are read, by their names: who and where before what.
fn rank(name: &str) -> Option<u8> {
    match name.rsplit(['/', '\\']).next().unwrap_or(name) {
        "users.json" => Some(USERS),
        "channels.json" | "groups.json" | "dms.json" | "mpims.json" => Some(USERS + 1),
        _ => None,
    }
}

/// What the files of one export say together.
#[derive(Default)]
pub(crate) struct Workspace {
    users: HashMap<String, User>,
    /// By id, and by the name that their folder has.
    channels: HashMap<String, Channel>,
    /// The owner's id, where it is known.
    owner: Option<String>,
}

impl Family for Workspace {
    fn turn<'p>(&self, path: &'p str) -> Option<Turn<'p>> {
        rank(path).map(Turn::Before)
    }

    fn read(
        &mut self,
        format: Format,
        (name, mut bytes): (&str, &mut dyn Bytes),
        take: &mut Take<'_>,
    ) -> bool {
        let Format::Slack(file) = format else { return false };
        let mut teller = Teller::new(name, take);
        let mut json = Json::new(&mut bytes);
        let _ = match file {
            SlackFile::Users => self.all_users(&mut json, &mut teller),
            SlackFile::Channels => self.all_channels(&mut json, &mut teller),
            SlackFile::Messages => self.all_messages(&mut json, &mut teller),
        };
        true
    }
}

impl Workspace {
    fn all_users(&mut self, json: &mut Json<'_>, teller: &mut Teller<'_>) -> ControlFlow<()> {
        every(json, teller, DAMAGED_ENTRY, &mut |value, captured, teller| {
            let id = value.text("id");
            let user = User::of(value);
            let person = user.person(captured);
            if self.users.len() < MOST_KNOWN && !id.is_empty() {
                self.users.insert(id, user);
            }
            match person {
                Some(person) => teller.arrival(Arrival::Person(Box::new(person))),
                None => ControlFlow::Continue(()),
            }
        })
    }

    fn all_channels(&mut self, json: &mut Json<'_>, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let mut everywhere = Everywhere::default();
        every(json, teller, DAMAGED_ENTRY, &mut |value, _, _| {
            let channel = Channel::of(value);
            if let Some((one, other)) = channel.pair() {
                let (one, other) = (self.bare(one), self.bare(other));
                everywhere.see(&channel.id, &one, std::slice::from_ref(&other));
                everywhere.see(&channel.id, &other, std::slice::from_ref(&one));
            }
            if self.channels.len() < MOST_KNOWN {
                let folder = value.text("name");
                let keys = [channel.id.clone(), folder].into_iter().filter(|key| !key.is_empty());
                self.channels.extend(keys.map(|key| (key, channel.clone())));
            }
            ControlFlow::Continue(())
        })?;
        match everywhere.hint() {
            Some(hint) => self.owner(&hint, teller),
            None => ControlFlow::Continue(()),
        }
    }

    /// Who takes part in every conversation of two. Their every address is the owner's.
    fn owner(&mut self, hint: &OwnerHint, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let known = hint.identity.as_ref().and_then(|identity| {
            let mut users = self.users.iter();
            users.find(|(_, user)| user.identities.contains(identity))
        });
        let Some((id, user)) = known else { return ControlFlow::Continue(()) };
        self.owner = Some(id.clone());
        for identity in &user.identities {
            let identity = Some(identity.clone());
            teller.arrival(Arrival::Owner(OwnerHint { identity, ..hint.clone() }))?;
        }
        ControlFlow::Continue(())
    }

    fn all_messages(&mut self, json: &mut Json<'_>, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let channel = self.channel_of(teller.file());
        every(json, teller, DAMAGED, &mut |value, captured, teller| match message::read(
            self, &channel, value,
        ) {
            Outcome::Passed(mut passed) => {
                passed.raw = captured.text.as_bytes().to_vec();
                teller.arrival(Arrival::Interaction(passed))
            }
            Outcome::LeftOut => ControlFlow::Continue(()),
            Outcome::Unreadable(why) => teller.line(captured.line, why),
        })
    }

    /// The channel whose folder a file lies in.
    fn channel_of(&self, file: &str) -> Channel {
        let mut parts = file.rsplit(['/', '\\']).skip(1);
        let folder = parts.next().unwrap_or_default();
        let known = self.channels.get(folder).cloned();
        known.unwrap_or_else(|| Channel::of_folder(folder))
    }
}

/// Hands every object of a list to `each`; those that cannot be read are told.
fn every(
    json: &mut Json<'_>,
    teller: &mut Teller<'_>,
    damaged: &'static str,
    each: &mut dyn FnMut(&Value, &Captured, &mut Teller<'_>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    if let Some(mut list) = json.enter_list() {
        while let Some(captured) = list.next(json) {
            match captured.value().filter(Value::is_object) {
                Some(value) => each(&value, &captured, teller)?,
                None => teller.line(captured.line, damaged)?,
            }
        }
    }
    if json.breaks_off() {
        teller.whole(BREAKS_OFF)?;
    }
    teller.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_told_by_its_first_entry() {
        for (name, text, file) in [
            ("a", r#"[{"id":"U1","team_id":"T1","profile":{}}]"#, Some(SlackFile::Users)),
            ("a", r#"[{"id":"C1","created":1,"members":[]}]"#, Some(SlackFile::Channels)),
            ("a", r#"[{"id":"D1","created":1,"members":[]}]"#, Some(SlackFile::Channels)),
            ("a", r#"[{"ts":"1512085950.000216","user":"U1"}]"#, Some(SlackFile::Messages)),
            (
                "x/2024-01-15.json",
                r#"[{"ts":"1512085950.000216","text":"on and"#,
                Some(SlackFile::Messages),
            ),
            ("x/2024.json", r#"[{"ts":"1512085950.000216","text":"on and"#, None),
            ("x/groups.json", "[]", Some(SlackFile::Channels)),
            ("a", "[]", None),
            ("a", r#"[{"id":"X1","profile":{}}]"#, None),
            ("a", r#"[{"ts":"soon","user":"U1"}]"#, None),
            ("a", "[1]", None),
            ("a", "{}", None),
        ] {
            assert_eq!(file_of(name, text.as_bytes()), file, "{text}");
        }
    }
}
