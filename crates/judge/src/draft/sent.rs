//! What the owner has sent, findable by what a draft re-uses of it.

use model::{ContactId, ConversationId, InteractionId, Moment};

/// One message that the owner sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Which.
    pub interaction: InteractionId,
    /// The conversation it belongs to.
    pub conversation: Option<ConversationId>,
    /// To whom.
    pub to: Vec<ContactId>,
    /// When.
    pub at: Moment,
    /// Its own text, quotes and signature cut.
    pub text: String,
}

/// The near-duplicate index over sent messages.
#[derive(Clone, Debug, Default)]
pub struct SentIndex {}
