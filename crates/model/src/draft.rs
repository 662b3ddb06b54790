//! An outgoing message that is being written.

use crate::{Channel, ContactId, ConversationId, DraftId, Moment};

/// A message on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its name in the store.
    pub id: DraftId,
    /// Whom it goes to.
    pub recipients: Vec<ContactId>,
    /// By what it will go.
    pub channel: Channel,
    /// The conversation it answers.
    pub answers: Option<ConversationId>,
    /// The subject line.
    pub subject: String,
    /// The body as typed.
    pub text: String,
    /// When it was last touched.
    pub changed_at: Moment,
}
