//! The lines of a plain export (`docs/plain-export.md`): a file that lasts longer than any program.

use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// The format's number; it rises when an older release could not read it any more.
pub const FORMAT: u32 = 1;

/// What was taken out, or brought in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct PlainDone {
    /// The folder.
    pub path: String,
    /// People, also those kept as lists.
    pub contacts: u32,
    /// What passed.
    pub interactions: u32,
    /// Mails in the mailbox.
    pub mails: u32,
}

/// One line.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "kebab-case")]
pub(crate) enum Line {
    /// The first one.
    Store { format: u32, version: String },
    /// A photo, base64.
    Photo { bytes: String },
    /// A row.
    Row(RowLine),
    /// Something that passed.
    Passed(Box<PassedLine>),
    /// The last one: without it the file is not whole.
    End { rows: u32, passed: u32, digest: String },
}

/// Something that the owner or a file made.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct RowLine {
    pub(crate) kind: String,
    pub(crate) uid: String,
    #[serde(default, skip_serializing_if = "is_not")]
    pub(crate) removed: bool,
    /// `owner` or `file`.
    pub(crate) by: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) owners: Vec<String>,
    pub(crate) fields: BTreeMap<String, FieldValue>,
}

/// What a field holds.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum FieldValue {
    Text(String),
    Integer(i64),
    Bytes { hex: String },
}

/// Something that passed.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PassedLine {
    pub(crate) uid: String,
    pub(crate) kind: String,
    pub(crate) channel: String,
    pub(crate) direction: String,
    /// Milliseconds since 1970.
    pub(crate) at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) offset_minutes: Option<i16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) conversation: Option<ConversationLine>,
    #[serde(default, skip_serializing_if = "is_not")]
    pub(crate) is_reply: bool,
    #[serde(default, skip_serializing_if = "is_not")]
    pub(crate) automated: bool,
    #[serde(default, skip_serializing_if = "is_not")]
    pub(crate) removed: bool,
    pub(crate) source: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) native_id: String,
    pub(crate) with: Vec<WithLine>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) subject: String,
    pub(crate) text: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) quoted: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) signature: String,
    /// The source as it stood, base64.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) raw: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) judged: Option<JudgedLine>,
}

/// The conversation that something belongs to.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ConversationLine {
    pub(crate) uid: String,
    pub(crate) source: String,
    pub(crate) key: String,
    pub(crate) title: String,
}

/// Who took part.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WithLine {
    pub(crate) contact: String,
    pub(crate) role: String,
}

/// What the engine says of it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct JudgedLine {
    pub(crate) engine: u32,
    pub(crate) lean: u32,
    pub(crate) swayed: bool,
    pub(crate) acts: Vec<ActLine>,
}

/// One act.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ActLine {
    pub(crate) kind: String,
    /// In bytes of the text.
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) certainty: f32,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
const fn is_not(yes: &bool) -> bool {
    !*yes
}
