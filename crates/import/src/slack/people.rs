//! `users.json`: the people and the programs of a workspace.

use super::Workspace;
use crate::json::{Ask, Captured};
use crate::{ArrivingPerson, Party, Source};
use model::{Identity, Name, Position};
use serde_json::Value;

/// Slack's own voice.
const SLACKBOT: &str = "USLACKBOT";

/// Somebody in the workspace.
#[derive(Clone, Debug, Default)]
pub(super) struct User {
    id: String,
    pub(super) name: String,
    nickname: String,
    /// Their number in Slack first, which every message tells.
    pub(super) identities: Vec<Identity>,
    title: String,
    pronouns: String,
    pub(super) is_bot: bool,
}

impl User {
    /// As `users.json` tells them.
    pub(super) fn of(value: &Value) -> Self {
        let nothing = Value::Null;
        let profile = value.get("profile").unwrap_or(&nothing);
        let told = |field: &str| profile.text(field).trim().to_owned();
        let id = value.text("id");
        let names = [told("real_name"), value.text("real_name").trim().to_owned()];
        let names = names.into_iter().chain([told("display_name"), value.text("name"), id.clone()]);
        let handle = handle(&value.text("team_id"), &id);
        let email = Identity::email(&told("email"));
        let phone = Identity::phone(&told("phone"));
        Self {
            name: names.into_iter().find(|name| !name.is_empty()).unwrap_or_default(),
            nickname: told("display_name"),
            identities: handle.into_iter().chain(email).chain(phone).collect(),
            title: told("title"),
            pronouns: told("pronouns"),
            is_bot: value.get("is_bot") == Some(&Value::Bool(true)) || id == SLACKBOT,
            id,
        }
    }

    /// A person of whom more is told than a name; programs are none.
    pub(super) fn person(&self, captured: &Captured) -> Option<ArrivingPerson> {
        let has_more = self.identities.len() > 1 || !self.title.is_empty();
        if self.is_bot || !has_more {
            return None;
        }
        let mut name = Name::from_shown(&self.name);
        if self.nickname != name.shown {
            name.nickname.clone_from(&self.nickname);
        }
        let post = Position { title: self.title.clone(), ..Position::default() };
        Some(ArrivingPerson {
            name,
            identities: self.identities.clone(),
            positions: Some(post).filter(|post| !post.title.is_empty()).into_iter().collect(),
            pronouns: self.pronouns.clone(),
            source: Source::Slack,
            native_id: self.id.clone(),
            raw: captured.text.clone(),
            ..ArrivingPerson::default()
        })
    }

    pub(super) fn party(&self) -> Party {
        let identities = self.identities.clone();
        Party { name: self.name.clone(), identities, only_within: None }
    }
}

impl Workspace {
    /// Somebody by their id; of a stranger the id stands for the name.
    pub(super) fn party(&self, id: &str) -> Party {
        match self.users.get(id) {
            Some(user) => user.party(),
            None => Party { name: id.to_owned(), ..Party::default() },
        }
    }

    /// Somebody by their id, with that for their only address.
    pub(super) fn bare(&self, id: &str) -> Party {
        let mut party = self.party(id);
        party.identities.truncate(1);
        party
    }

    /// What somebody is called.
    pub(super) fn name_of<'w>(&'w self, id: &'w str) -> &'w str {
        self.users.get(id).map_or(id, |user| &user.name)
    }

    /// Whether a program goes by this id.
    pub(super) fn is_bot(&self, id: &str) -> bool {
        id == SLACKBOT || self.users.get(id).is_some_and(|user| user.is_bot)
    }
}

/// Somebody's number, which is theirs within their workspace.
pub(super) fn handle(team: &str, id: &str) -> Option<Identity> {
    let is_known = !team.is_empty() && !id.is_empty();
    is_known.then(|| Identity::handle("slack", &format!("{team}.{id}")))?
}
