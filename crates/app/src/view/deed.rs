//! What every deed answers: what it touched, and whether it can be taken back.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Somebody, named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
pub struct ContactRef {
    /// Their uid.
    pub id: String,
    /// What they are called.
    pub name: String,
}

/// What a deed changed: open rooms ask again for that and nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct TouchedView {
    /// These contacts.
    pub contacts: Vec<String>,
    /// Interactions (timelines, review, today).
    pub interactions: bool,
    /// Notes.
    pub notes: bool,
    /// Promises and reminders.
    pub promises: bool,
    /// Drafts.
    pub drafts: bool,
    /// Circles and groups.
    pub circles: bool,
    /// The list of imports.
    pub imports: bool,
    /// Settings.
    pub settings: bool,
    /// The owner's own names and identities.
    pub owner: bool,
}

/// A deed done.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Done<T> {
    /// What it made or found.
    pub value: T,
    /// The deed's word (`edit-contact`), for the message that follows it.
    pub deed: String,
    /// What it touched.
    pub touched: TouchedView,
    /// Whether "Undo" can take it back.
    pub undoable: bool,
}

/// A deed that was taken back, or done again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Undone {
    /// The deed's word.
    pub deed: String,
    /// What it touched.
    pub touched: TouchedView,
}
