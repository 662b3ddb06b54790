//! What the owner did, for the history and the trash.

use super::deed::ContactRef;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Which deeds are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Type)]
pub struct PastWanted {
    /// Only those about this contact.
    pub contact: Option<String>,
    /// Only what was removed and still is: the trash.
    pub only_removals: bool,
    /// Only what was done before this deed, for the next page.
    pub before: Option<String>,
}

/// Deeds, the last first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PastPage {
    /// One page of them.
    pub deeds: Vec<PastDeedView>,
    /// Whether there are earlier ones.
    pub more: bool,
    /// How many days back they go.
    pub days: u32,
}

/// A deed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PastDeedView {
    /// By which the next page is asked for.
    pub id: String,
    /// Its word (`remove-note`); empty where a newer release did it.
    pub deed: String,
    /// When: `2024-05-09T12:30:00Z`.
    pub at: String,
    /// Whom it was about, at most three; also who was removed.
    pub contacts: Vec<ContactRef>,
    /// What it changed, the first few.
    pub changes: Vec<PastChangeView>,
    /// Whether it changed more than that.
    pub more: bool,
    /// Whether it has been taken back, and can be brought back.
    pub taken_back: bool,
    /// What is turned by "take back", or by "bring back".
    pub turns: String,
}

/// One thing that a deed changed. What it says came from outside, perhaps: plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PastChangeView {
    /// `note`, `identity`, `contact` …
    pub what: String,
    /// `there`, `gone` or `different`.
    pub became: String,
    /// The field that holds something else; empty where the whole thing came or went.
    pub field: String,
    /// What it said before.
    pub before: String,
    /// What it said then.
    pub after: String,
}
