//! Settings and status.

use super::contact::{CircleView, IdentityView};
use serde::Serialize;
use specta::Type;

/// Where things stand.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Status {
    /// People kept.
    pub contacts: u32,
    /// What passed, in all.
    pub interactions: u32,
    /// From the owner.
    pub sent: u32,
    /// To the owner.
    pub received: u32,
    /// Conversations.
    pub conversations: u32,
    /// Notes.
    pub notes: u32,
    /// Lists and no-reply senders.
    pub automated: u32,
    /// The store.
    pub store: StoreView,
}

/// The store.
#[derive(Clone, Debug, Serialize, Type)]
pub struct StoreView {
    /// Where it lies.
    pub path: String,
    /// How large it is.
    #[specta(type = u32)]
    pub bytes: u64,
    /// Whether it is encrypted by Requite.
    pub encrypted: bool,
    /// The version of its shape.
    pub version: u32,
    /// It can be read but not written.
    pub read_only: bool,
    /// It is the sample, in a temporary place.
    pub sample: bool,
}

/// Everything in the settings room.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SettingsView {
    /// The owner's name.
    pub owner_name: String,
    /// The owner's organisations.
    pub owner_organisations: Vec<String>,
    /// The owner's identities.
    pub owner_identities: Vec<IdentityView>,
    /// The rules of the draft check.
    pub rules: Vec<RuleView>,
    /// Only tell when it is a blast.
    pub only_blast: bool,
    /// After how many days an opening weighs half in the review.
    pub half_life_days: u32,
    /// `system`, `light`, `dark`.
    pub theme: String,
    /// Circles.
    pub circles: Vec<CircleView>,
    /// Status.
    pub status: Status,
    /// The program's version.
    pub version: String,
    /// SQLite's version.
    pub sqlite_version: String,
}

/// A rule of the draft check.
#[derive(Clone, Debug, Serialize, Type)]
pub struct RuleView {
    /// Its word.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// Why a reader minds, and when it is silent.
    pub reason: String,
    /// Switched on.
    pub on: bool,
}
