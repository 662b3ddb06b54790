//! What the owner has sent, held ready for the check.
//!
//! Built from the store on a thread of its own, the first time it is wanted and whenever what
//! was sent has changed by more than one message; a check waits for it, nothing else does.

use crate::{App, Trouble};
use judge::draft::{Sent, SentIndex};
use std::sync::{Arc, PoisonError, RwLock};
use store::{Fault, Reader};

/// The index of sent messages, or nothing while it has to be made.
#[derive(Default)]
pub(crate) struct SentMail(RwLock<Option<Arc<SentIndex>>>);

impl App {
    /// The index, made now if need be.
    pub(crate) fn sent_index(&self) -> Result<Arc<SentIndex>, Trouble> {
        if let Some(index) = self.sent.0.read().unwrap_or_else(PoisonError::into_inner).clone() {
            return Ok(index);
        }
        let mut place = self.sent.0.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(index) = place.clone() {
            return Ok(index);
        }
        let index = Arc::new(self.store().read(build)?);
        *place = Some(Arc::clone(&index));
        Ok(index)
    }

    /// Says that something sent came or went; the index is made anew when next wanted.
    pub(crate) fn sent_changed(&self) {
        *self.sent.0.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

fn build(reader: &Reader<'_>) -> Result<SentIndex, Fault> {
    let owner = reader.owner()?;
    let people = reader.contact_names()?.into_iter().filter(|row| !row.automated);
    let names = people.flat_map(|row| [row.shown, row.organisation]);
    let names = names.chain(owner.names).chain(owner.organisations);
    let mut index = SentIndex::new(names.filter(|name| !name.is_empty()));
    reader.for_each_sent(&mut |row| {
        index.add(Sent {
            interaction: row.interaction,
            conversation: row.conversation,
            to: row.to,
            at: row.at,
            text: row.text,
        });
    })?;
    Ok(index)
}
