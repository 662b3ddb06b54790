//! What the owner has sent, so that a text sent again is known.
use model::{ContactId, ConversationId, InteractionId, Moment};

/// One message the owner has sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Which.
    pub interaction: InteractionId,
    /// To whom.
    pub to: Vec<ContactId>,
    /// When.
    pub at: Moment,
    /// The conversation it belongs to.
    pub conversation: Option<ConversationId>,
    /// Its text.
    pub text: String,
}

/// The sent messages.
#[derive(Clone, Debug, Default)]
pub struct SentIndex {}
