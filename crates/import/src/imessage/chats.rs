//! What messages refer to: handles, chats with their members, attachments.

use super::database::{Database, Fields};
use crate::Party;
use model::Identity;
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

/// How the database marks a chat of several.
const GROUP: i64 = 43;

/// Members of a chat and attachments of a message that are kept; who is in a larger group is not
/// told with its messages.
const MOST_KEPT: usize = 64;

/// A chat.
#[derive(Clone, Debug, Default)]
pub(super) struct Chat {
    /// The same in every era: the other side's address, or a group's own name.
    pub(super) key: String,
    /// What a group is called.
    pub(super) title: String,
    pub(super) members: Vec<i64>,
    pub(super) is_group: bool,
}

/// Everything that messages refer to, by its number.
#[derive(Default)]
pub(super) struct Chats {
    handles: HashMap<i64, String>,
    chats: HashMap<i64, Chat>,
    chat_of: HashMap<i64, i64>,
    /// Messages that were deleted and can still be brought back.
    deleted: HashSet<i64>,
    /// What stands for the attachments of a message.
    marks: HashMap<i64, Vec<String>>,
    /// Whether something of all this could not be read.
    pub(super) is_damaged: bool,
}

impl Chats {
    /// Reads what messages will refer to.
    pub(super) fn of(database: &Database) -> Self {
        let mut all = Self::default();
        all.read_chats(database);
        all.read_places(database);
        all.read_attachments(database);
        all
    }

    /// Handles, chats, and who is in which.
    fn read_chats(&mut self, database: &Database) {
        let Self { handles, chats, is_damaged, .. } = self;
        *is_damaged |= scan(database, "handle", &["id"], &mut |number, fields| {
            handles.insert(number, address(&fields.text(0)).to_owned());
        });
        let columns = ["chat_identifier", "guid", "display_name", "style"];
        *is_damaged |= scan(database, "chat", &columns, &mut |number, fields| {
            chats.insert(number, chat(fields));
        });
        let columns = ["chat_id", "handle_id"];
        *is_damaged |= scan_pairs(database, "chat_handle_join", &columns, &mut |chat, handle| {
            if let Some(chat) = chats.get_mut(&chat)
                && chat.members.len() < MOST_KEPT
                && !chat.members.contains(&handle)
            {
                chat.members.push(handle);
            }
        });
    }

    /// Which message stands in which chat, and which in none any more.
    fn read_places(&mut self, database: &Database) {
        let Self { chat_of, deleted, is_damaged, .. } = self;
        let columns = ["message_id", "chat_id"];
        let mut place = |message, chat| {
            chat_of.entry(message).or_insert(chat);
        };
        *is_damaged |= scan_pairs(database, "chat_message_join", &columns, &mut place);
        let mut delete = |message, _| {
            deleted.insert(message);
        };
        let table = "chat_recoverable_message_join";
        *is_damaged |= scan_pairs(database, table, &columns, &mut delete);
    }

    fn read_attachments(&mut self, database: &Database) {
        let Self { marks, is_damaged, .. } = self;
        let mut known = HashMap::new();
        let columns = ["mime_type", "transfer_name", "uti", "is_sticker", "hide_attachment"];
        *is_damaged |= scan(database, "attachment", &columns, &mut |number, fields| {
            known.extend(mark(fields).map(|mark| (number, mark)));
        });
        let columns = ["message_id", "attachment_id"];
        let mut attach = |message, attachment| {
            let marks = marks.entry(message).or_default();
            if let Some(mark) = known.get(&attachment)
                && marks.len() < MOST_KEPT
                && !marks.contains(mark)
            {
                marks.push(mark.clone());
            }
        };
        *is_damaged |= scan_pairs(database, "message_attachment_join", &columns, &mut attach);
    }

    /// Whether a message was deleted.
    pub(super) fn is_deleted(&self, message: i64) -> bool {
        self.deleted.contains(&message)
    }

    /// The chat in which a message stands; one that was lost is made of its other side.
    pub(super) fn of_message(&self, message: i64, handle: i64) -> Chat {
        let chat = self.chat_of.get(&message).and_then(|chat| self.chats.get(chat)).cloned();
        let mut chat = chat.unwrap_or_default();
        if chat.members.is_empty() && self.handles.contains_key(&handle) {
            chat.members.push(handle);
        }
        chat.is_group |= chat.members.len() > 1;
        if chat.key.is_empty() {
            chat.key = self.handles.get(&handle).cloned().unwrap_or_default();
        }
        chat
    }

    /// What stands for a message's attachments.
    pub(super) fn marks(&self, message: i64) -> String {
        self.marks.get(&message).map(|marks| marks.join(" ")).unwrap_or_default()
    }

    /// Somebody by their handle; where it is lost, by the chat's own key, or nameless in it.
    pub(super) fn party(&self, handle: i64, chat: &Chat) -> Party {
        let known = self.handles.get(&handle).map(String::as_str);
        match known.or(Some(chat.key.as_str()).filter(|key| !chat.is_group && !key.is_empty())) {
            Some(address) => party(address),
            None => Party { only_within: Some(chat.key.clone()), ..Party::default() },
        }
    }
}

/// Every row of a table, and whether something of it could not be read.
fn scan(
    database: &Database,
    table: &str,
    columns: &[&str],
    each: &mut dyn FnMut(i64, &Fields<'_, '_>),
) -> bool {
    let scanned = database.scan(table, columns, &mut |number, fields| {
        each(number, fields);
        ControlFlow::Continue(())
    });
    scanned != ControlFlow::Continue(false)
}

/// Every row of a table that joins two others.
fn scan_pairs(
    database: &Database,
    table: &str,
    columns: &[&str; 2],
    each: &mut dyn FnMut(i64, i64),
) -> bool {
    scan(database, table, columns, &mut |_, fields| {
        if let (Some(one), Some(other)) = (fields.number(0), fields.number(1)) {
            each(one, other);
        }
    })
}

/// Somebody by the address as it is kept.
fn party(address: &str) -> Party {
    match identity(address) {
        Some(identity) => Party { identities: vec![identity], ..Party::default() },
        None => Party { name: address.to_owned(), ..Party::default() },
    }
}

/// An e-mail address or a phone number.
pub(super) fn identity(address: &str) -> Option<Identity> {
    match address.contains('@') {
        true => Identity::email(address),
        false => Identity::phone(address),
    }
}

/// Whether a machine sends from such an address: a business, or a number too short for a person.
pub(super) fn is_machine(address: &Party) -> bool {
    let is_short = |identity: &Identity| {
        let digits = identity.value();
        digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    address.name.starts_with("urn:") || address.identities.iter().any(is_short)
}

/// Behind some addresses stands how a filter sorted them: `+46…(smsft)`.
fn address(id: &str) -> &str {
    id.split('(').next().unwrap_or(id).trim()
}

fn chat(fields: &Fields<'_, '_>) -> Chat {
    let (identifier, guid) = (fields.text(0), fields.text(1));
    // `iMessage;-;+46…` of one version is `any;-;+46…` of the next.
    let behind = guid.rsplit(';').next().unwrap_or_default();
    let key = if identifier.is_empty() { behind } else { &identifier };
    let is_group = fields.number(3) == Some(GROUP) || guid.contains(";+;");
    Chat { key: address(key).to_owned(), title: fields.text(2), members: Vec::new(), is_group }
}

/// What stands for an attachment; nothing for what Messages attaches by itself to show a link.
fn mark(fields: &Fields<'_, '_>) -> Option<String> {
    let (mime, name, sort) = (fields.text(0).to_lowercase(), fields.text(1), fields.text(2));
    if fields.is_set(4) || name.ends_with(".pluginPayloadAttachment") {
        return None;
    }
    let begins = |part: &str| mime.starts_with(part);
    Some(match () {
        () if fields.is_set(3) => "[sticker]".to_owned(),
        () if begins("image/") => "[photo]".to_owned(),
        () if begins("video/") => "[video]".to_owned(),
        () if begins("audio/") || sort == "com.apple.coreaudio-format" => {
            "[voice message]".to_owned()
        }
        () if begins("text/x-vlocation") || sort == "public.vlocation" => "[location]".to_owned(),
        () if begins("text/vcard") || begins("text/x-vcard") => "[contact]".to_owned(),
        () if name.is_empty() => return None,
        () => format!("[file: {name}]"),
    })
}
