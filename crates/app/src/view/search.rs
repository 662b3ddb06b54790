//! What a search finds.

use super::Span;
use super::contact::ContactRow;
use super::deed::ContactRef;
use serde::Serialize;
use specta::Type;

/// Everything found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Found {
    /// People.
    pub contacts: Vec<ContactRow>,
    /// Notes.
    pub notes: Vec<FoundNote>,
    /// What passed.
    pub interactions: Vec<FoundInteraction>,
}

/// A note that was found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FoundNote {
    /// Its uid.
    pub id: String,
    /// About whom.
    pub contact: ContactRef,
    /// The note.
    pub text: String,
}

/// Something that passed, found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FoundInteraction {
    /// Its uid.
    pub id: String,
    /// When.
    pub at: String,
    /// With whom.
    pub contact: Option<ContactRef>,
    /// The conversation it belongs to, where there is one.
    pub conversation: Option<String>,
    /// By what.
    pub channel: String,
    /// `in`, `out`, `between`.
    pub direction: String,
    /// Subject.
    pub subject: String,
    /// The words around the find.
    pub text: String,
    /// The found words in `text`.
    pub marks: Vec<Span>,
}
