//! Reading what passed: one, a conversation, a contact's timeline.

use super::words::Words;
use crate::search::query;
use crate::search::segment::{Place, Sieve};
use crate::{Fault, Reader};
use model::{
    Channel, ContactId, ConversationId, Direction, Interaction, InteractionId, InteractionKind,
    Moment, Participant, Role, Uid,
};
use rusqlite::{OptionalExtension, Params, Row, named_params, params};
use std::collections::BTreeSet;

/// Which part of a contact's timeline is wanted.
#[derive(Clone, Debug, Default)]
pub struct TimelineWanted {
    /// Older than this one; `None` from the newest on.
    pub before: Option<(Moment, InteractionId)>,
    /// By this channel alone.
    pub channel: Option<Channel>,
    /// With these words, as in [`crate::SearchWanted::query`]; empty for all.
    pub query: String,
    /// How many at most.
    pub limit: u32,
}

impl Reader<'_> {
    /// One that stands.
    pub fn interaction(&self, id: InteractionId) -> Result<Option<Interaction>, Fault> {
        match self.row_of(id)? {
            Some(row) => self.one(row).map(Some),
            None => Ok(None),
        }
    }

    /// What passed with a contact, newest first, without what the owner hid.
    pub fn timeline(
        &self,
        contact: ContactId,
        wanted: &TimelineWanted,
    ) -> Result<Vec<Interaction>, Fault> {
        let words = query::expression(&wanted.query);
        if words.is_none() && !wanted.query.trim().is_empty() {
            return Ok(Vec::new());
        }
        let (at, interaction) = match wanted.before {
            Some((moment, id)) => (moment.millis(), self.row_of(id)?.unwrap_or(0)),
            None => (i64::MAX, i64::MAX),
        };
        let Some(contact) = self.contact_row(contact)? else {
            return Ok(Vec::new());
        };
        let sieve = Sieve::of(self.db(), words.as_deref())?;
        let mut ask = self.db().prepare_cached(include_str!("timeline.sql"))?;
        let mut rows = ask.query(named_params! {
            ":contact": contact,
            ":at": at,
            ":interaction": interaction,
            ":channel": wanted.channel.map(Channel::word),
        })?;
        let mut told = Vec::new();
        while told.len() < wanted.limit as usize {
            let Some(row) = rows.next()? else { break };
            let place = Place { row: row.get(0)?, at: row.get(1)? };
            if sieve.holds(place)? {
                told.push(self.one(place.row)?);
            }
        }
        Ok(told)
    }

    /// A conversation, oldest first.
    pub fn conversation(&self, id: ConversationId) -> Result<Vec<Interaction>, Fault> {
        self.told_by(include_str!("conversation.sql"), params![id.0.as_bytes()])
    }

    /// What a conversation is called; `None` where it is not called anything.
    pub fn conversation_title(&self, id: ConversationId) -> Result<Option<String>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("conversation_title.sql"))?;
        let title: Option<String> =
            ask.query_row([id.0.as_bytes()], |row| row.get(0)).optional()?;
        Ok(title.filter(|title| !title.is_empty()))
    }

    /// The conversation of whichever of these native ids is kept; the last of them, the
    /// direct parent, is asked first.
    pub fn native_conversation(
        &self,
        source: &str,
        native_ids: &[&str],
    ) -> Result<Option<ConversationId>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("native_conversation.sql"))?;
        for native_id in native_ids.iter().rev() {
            let found = ask.query_row(params![source, native_id], |row| uid(row, 0));
            if let Some(found) = found.optional()? {
                return Ok(Some(ConversationId(found)));
            }
        }
        Ok(None)
    }

    /// Those native ids of a source under which something stands.
    pub fn known_native_ids(
        &self,
        source: &str,
        native_ids: &[&str],
    ) -> Result<BTreeSet<String>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("known_native.sql"))?;
        let mut known = BTreeSet::new();
        for native_id in native_ids {
            if ask.exists(params![source, native_id])? {
                known.insert((*native_id).to_owned());
            }
        }
        Ok(known)
    }

    /// Whether anything was ever kept of what passed.
    pub fn has_interactions(&self) -> Result<bool, Fault> {
        Ok(self.db().prepare_cached("SELECT 1 FROM interaction LIMIT 1")?.exists([])?)
    }

    /// Whether one stands.
    pub fn has_interaction(&self, id: InteractionId) -> Result<bool, Fault> {
        Ok(self.row_of(id)?.is_some())
    }

    /// Those of them that stand.
    pub fn known_interactions(
        &self,
        ids: &[InteractionId],
    ) -> Result<BTreeSet<InteractionId>, Fault> {
        let mut known = BTreeSet::new();
        for id in ids {
            if self.row_of(*id)?.is_some() {
                known.insert(*id);
            }
        }
        Ok(known)
    }

    /// The newest interactions of that direction with a contact that have a text.
    pub fn last_texts(
        &self,
        contact: ContactId,
        direction: Direction,
        most: u32,
    ) -> Result<Vec<Interaction>, Fault> {
        let Some(contact) = self.contact_row(contact)? else {
            return Ok(Vec::new());
        };
        let values = params![contact, direction.word(), most];
        self.told_by(include_str!("last_texts.sql"), values)
    }

    /// The row of one that stands.
    pub(crate) fn row_of(&self, id: InteractionId) -> Result<Option<i64>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("row_of.sql"))?;
        Ok(ask.query_row([id.0.as_bytes()], |row| row.get(0)).optional()?)
    }

    /// Those whose rows a question answers with.
    fn told_by(&self, sql: &str, values: impl Params) -> Result<Vec<Interaction>, Fault> {
        let mut ask = self.db().prepare_cached(sql)?;
        let rows: Vec<i64> = ask.query_map(values, |row| row.get(0))?.collect::<Result<_, _>>()?;
        rows.into_iter().map(|row| self.one(row)).collect()
    }

    fn one(&self, row: i64) -> Result<Interaction, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("one.sql"))?;
        let mut one = ask.query_row([row], interaction)?;
        one.participants = self.participants(row)?;
        Ok(one)
    }

    /// Who took part, a merged contact as the one it is read as, and nobody twice.
    pub(super) fn participants(&self, row: i64) -> Result<Vec<Participant>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("participants.sql"))?;
        let mut rows = ask.query([row])?;
        let mut participants = Vec::new();
        while let Some(row) = rows.next()? {
            let participant = Participant {
                contact: ContactId(uid(row, 0)?),
                role: word(row, 1, Role::from_word)?.unwrap_or(Role::With),
            };
            if !participants.contains(&participant) {
                participants.push(participant);
            }
        }
        Ok(participants)
    }
}

fn interaction(row: &Row<'_>) -> rusqlite::Result<Interaction> {
    let conversation: Option<[u8; 16]> = row.get(7)?;
    let words = Words::read(row, 11)?;
    Ok(Interaction {
        conversation: conversation.map(|bytes| ConversationId(Uid::from_bytes(bytes))),
        is_reply: row.get(8)?,
        automated: row.get(9)?,
        subject: row.get(10)?,
        ..words.given_to(head(row)?)
    })
}

/// What an interaction's own row tells first: its uid in column 1, then kind, channel, direction, moment.
pub(crate) fn head(row: &Row<'_>) -> rusqlite::Result<Interaction> {
    Ok(Interaction {
        id: InteractionId(uid(row, 1)?),
        kind: word(row, 2, InteractionKind::from_word)?.unwrap_or(InteractionKind::Other),
        channel: word(row, 3, Channel::from_word)?.unwrap_or(Channel::Other),
        direction: word(row, 4, Direction::from_word)?.unwrap_or(Direction::Between),
        moment: moment(row, 5)?,
        subject: String::new(),
        text: String::new(),
        quoted: String::new(),
        signature: String::new(),
        conversation: None,
        participants: Vec::new(),
        is_reply: false,
        automated: false,
    })
}

/// A uid, as it is kept.
pub(crate) fn uid(row: &Row<'_>, column: usize) -> rusqlite::Result<Uid> {
    Ok(Uid::from_bytes(row.get(column)?))
}

/// An instant and the zone in the column behind it.
pub(crate) fn moment(row: &Row<'_>, column: usize) -> rusqlite::Result<Moment> {
    Ok(Moment::from_millis(row.get(column)?, row.get(column + 1)?))
}

/// A closed choice; `None` where a newer release wrote a word that is not known here.
pub(crate) fn word<T>(
    row: &Row<'_>,
    column: usize,
    read: impl FnOnce(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    Ok(read(row.get_ref(column)?.as_str()?))
}
