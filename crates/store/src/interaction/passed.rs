//! What balances are made of: each interaction with what it asks and gives.

use super::{moment, uid, word};
use crate::{Fault, Reader};
use model::{ContactId, Direction, InteractionId, InteractionKind, Moment};
use rusqlite::Row;

/// One interaction, as a balance sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedRow {
    /// Which.
    pub interaction: InteractionId,
    /// What sort.
    pub kind: InteractionKind,
    /// Whose.
    pub direction: Direction,
    /// When.
    pub moment: Moment,
    /// Something is asked.
    pub asks: bool,
    /// Something is given.
    pub gives: bool,
    /// It is the first of its conversation, and no reply.
    pub starts: bool,
    /// The same for those of one conversation; one that stands alone has its own. Means
    /// nothing outside the store and nothing tomorrow.
    pub conversation: u64,
}

/// What there is at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holds {
    /// Somebody who is no automated sender.
    pub contacts: bool,
    /// Something that passed.
    pub interactions: bool,
}

/// How much is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// People.
    pub contacts: u32,
    /// Lists, newsletters, no-reply senders.
    pub automated: u32,
    /// What passed.
    pub interactions: u32,
    /// Of these, from the owner.
    pub sent: u32,
    /// Of these, to the owner.
    pub received: u32,
    /// Conversations with something in them.
    pub conversations: u32,
    /// Notes.
    pub notes: u32,
}

impl Reader<'_> {
    /// What passed with a contact, oldest first. What is automated weighs in no balance.
    pub fn passed(&self, contact: ContactId) -> Result<Vec<PassedRow>, Fault> {
        let Some(contact) = self.contact_row(contact)? else {
            return Ok(Vec::new());
        };
        let mut ask = self.db().prepare_cached(include_str!("passed.sql"))?;
        let rows = ask.query_map([contact], passed)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whether there is anybody, and whether anything passed. What is counted takes longer with
    /// every letter; this does not.
    pub fn holds(&self) -> Result<Holds, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("holds.sql"))?;
        Ok(ask
            .query_row([], |row| Ok(Holds { contacts: row.get(0)?, interactions: row.get(1)? }))?)
    }

    /// How much is kept. It goes over all that passed.
    pub fn counts(&self) -> Result<Counts, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("counts.sql"))?;
        Ok(ask.query_row([], |row| {
            let (received, sent, between): (u32, u32, u32) =
                (row.get(2)?, row.get(3)?, row.get(4)?);
            Ok(Counts {
                contacts: row.get(0)?,
                automated: row.get(1)?,
                interactions: received.saturating_add(sent).saturating_add(between),
                sent,
                received,
                conversations: row.get(5)?,
                notes: row.get(6)?,
            })
        })?)
    }
}

/// Reads the ten columns of a row of what passed.
pub(crate) fn passed(row: &Row<'_>) -> rusqlite::Result<PassedRow> {
    let conversation: Option<i64> = row.get(8)?;
    let alone: i64 = row.get(9)?;
    // Even numbers are conversations, odd ones are interactions without one.
    let number = conversation.map_or(alone.unsigned_abs() * 2 + 1, |id| id.unsigned_abs() * 2);
    Ok(PassedRow {
        interaction: InteractionId(uid(row, 0)?),
        kind: word(row, 1, InteractionKind::from_word)?.unwrap_or(InteractionKind::Other),
        direction: word(row, 2, Direction::from_word)?.unwrap_or(Direction::Between),
        moment: moment(row, 3)?,
        asks: row.get(5)?,
        gives: row.get(6)?,
        starts: row.get(7)?,
        conversation: number,
    })
}
