//! `channels.json` and its like: where messages are written, and who reads them.

use super::Workspace;
use crate::json::Ask;
use crate::{Party, chat};
use model::Role;
use serde_json::Value;

/// How the name of a conversation of several begins, which is made of their names.
const BY_MEMBERS: &str = "mpdm-";

/// A channel, a group, or a conversation.
#[derive(Clone, Debug, Default)]
pub(super) struct Channel {
    pub(super) id: String,
    /// What it is called; a conversation is not.
    name: String,
    is_direct: bool,
    /// Ids; one more than are named with a message, at most.
    members: Vec<String>,
}

impl Channel {
    /// As its entry tells it.
    pub(super) fn of(value: &Value) -> Self {
        let id = value.text("id");
        let members = value.get("members").and_then(Value::as_array);
        let members = members.into_iter().flatten().filter_map(Value::as_str);
        let name = value.text("name");
        Self {
            is_direct: id.starts_with('D'),
            name: if name.starts_with(BY_MEMBERS) { String::new() } else { name },
            members: members.take(chat::MOST_MEMBERS + 1).map(str::to_owned).collect(),
            id,
        }
    }

    /// Of which only the folder is known. A conversation of two has its id for a name.
    pub(super) fn of_folder(folder: &str) -> Self {
        let figures = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        let is_direct = folder.len() > 7 && folder.starts_with('D') && folder.chars().all(figures);
        let is_named = !is_direct && !folder.starts_with(BY_MEMBERS);
        let name = if is_named { folder } else { "" };
        Self { id: folder.to_owned(), name: name.to_owned(), is_direct, members: Vec::new() }
    }

    /// Whether two talk in it.
    pub(super) fn is_direct(&self) -> bool {
        self.is_direct
    }

    /// The two who talk; nobody talks with themselves.
    pub(super) fn pair(&self) -> Option<(&str, &str)> {
        match self.members.as_slice() {
            [one, other] if self.is_direct && one != other => Some((one, other)),
            _ => None,
        }
    }

    /// Whether somebody writes to themselves.
    pub(super) fn is_monologue(&self) -> bool {
        self.is_direct && self.pair().is_none() && !self.members.is_empty()
    }

    /// Everybody beside the one who writes, where they are few.
    pub(super) fn beside(&self, id: &str, workspace: &Workspace) -> Vec<(Role, Party)> {
        if self.members.len() > chat::MOST_MEMBERS {
            return Vec::new();
        }
        let role = if self.is_direct { Role::To } else { Role::With };
        let others = self.members.iter().filter(|member| *member != id);
        others.map(|member| (role, workspace.party(member))).collect()
    }

    /// What it is called: its name, or those of its members.
    pub(super) fn title(&self, workspace: &Workspace) -> String {
        if !self.name.is_empty() || self.is_direct {
            return self.name.clone();
        }
        let names: Vec<&str> =
            self.members.iter().map(|member| workspace.name_of(member)).collect();
        names.join(", ")
    }
}
