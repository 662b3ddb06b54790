//! What the owner wrote to others, for those who compare texts.

use super::{moment, uid};
use crate::{Fault, Reader};
use model::{ContactId, ConversationId, InteractionId, Moment, Uid};

/// One sent text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentRow {
    /// Which.
    pub interaction: InteractionId,
    /// The conversation it belongs to.
    pub conversation: Option<ConversationId>,
    /// To whom, copies included.
    pub to: Vec<ContactId>,
    /// When.
    pub at: Moment,
    /// What was written, without quoted history and signature.
    pub text: String,
}

impl Reader<'_> {
    /// Hands over every text the owner sent, oldest first.
    pub fn for_each_sent(&self, take: &mut dyn FnMut(SentRow)) -> Result<(), Fault> {
        let mut ask = self.db().prepare_cached(include_str!("sent.sql"))?;
        let mut rows = ask.query([])?;
        while let Some(row) = rows.next()? {
            let mut to = Vec::new();
            for participant in self.participants(row.get(0)?)? {
                if !to.contains(&participant.contact) {
                    to.push(participant.contact);
                }
            }
            let conversation: Option<[u8; 16]> = row.get(2)?;
            take(SentRow {
                interaction: InteractionId(uid(row, 1)?),
                conversation: conversation.map(|id| ConversationId(Uid::from_bytes(id))),
                to,
                at: moment(row, 3)?,
                text: row.get(5)?,
            });
        }
        Ok(())
    }
}
