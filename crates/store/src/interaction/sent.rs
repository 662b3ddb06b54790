//! What the owner wrote to others, for those who compare texts.

use super::words::Words;
use super::{MARK, moment, uid};
use crate::row::{self, Row};
use crate::{Fault, Reader, Writer};
use model::{ContactId, ConversationId, InteractionId, Moment, Uid};
use rusqlite::{OptionalExtension, params};

/// What passes outside of a conversation answers a message for so long.
const ANSWER_WITHIN_MS: i64 = 30 * 24 * 60 * 60 * 1000;

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
    /// When something came back: in its conversation, or, where it has none, from somebody it
    /// went to within thirty days.
    pub answered: Option<Moment>,
    /// The owner has said that it is meant to be the same for many.
    pub meant: bool,
    /// What it is found by.
    pub known: Known,
}

/// What is known of the words of a sent message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// Its sketch, as this version of the engine made it.
    Sketch(Vec<u8>),
    /// Its words, without quoted history and signature: no sketch is kept.
    Words(String),
}

impl Reader<'_> {
    /// Hands over every message the owner sent, oldest first, each with its sketch where one
    /// of this version of the engine is kept.
    pub fn for_each_sent(&self, engine: u32, take: &mut dyn FnMut(SentRow)) -> Result<(), Fault> {
        let mut ask = self.db().prepare_cached(include_str!("sent.sql"))?;
        let mut rows = ask.query(params![engine, ANSWER_WITHIN_MS])?;
        while let Some(row) = rows.next()? {
            let mut to = Vec::new();
            for participant in self.participants(row.get(0)?)? {
                if !to.contains(&participant.contact) {
                    to.push(participant.contact);
                }
            }
            let conversation: Option<[u8; 16]> = row.get(2)?;
            let answered: Option<i64> = row.get(5)?;
            let sketch: Option<Vec<u8>> = row.get(7)?;
            let known = match sketch {
                Some(sketch) => Known::Sketch(sketch),
                None => Known::Words(Words::read(row, 8)?.into_text()),
            };
            take(SentRow {
                interaction: InteractionId(uid(row, 1)?),
                conversation: conversation.map(|id| ConversationId(Uid::from_bytes(id))),
                to,
                at: moment(row, 3)?,
                answered: answered.map(|millis| Moment::from_millis(millis, None)),
                meant: row.get(6)?,
                known,
            });
        }
        Ok(())
    }

    /// The latest texts the owner sent, the newest first.
    pub fn latest_sent(&self, limit: u32) -> Result<Vec<String>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("latest_sent.sql"))?;
        let texts = ask.query_map([limit], |row| Ok(Words::read(row, 0)?.into_text()))?;
        Ok(texts.collect::<Result<_, _>>()?)
    }

    /// The words of one message, without quoted history and signature.
    pub fn sent_text(&self, id: InteractionId) -> Result<Option<String>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("sent_text.sql"))?;
        let text = ask.query_row([id.0.as_bytes()], |row| Ok(Words::read(row, 0)?.into_text()));
        Ok(text.optional()?)
    }
}

impl Writer<'_> {
    /// Keeps what a message is found by, as this version of the engine made it. Nothing where
    /// the message is gone.
    pub fn put_sketch(
        &mut self,
        id: InteractionId,
        sketch: &[u8],
        engine: u32,
    ) -> Result<(), Fault> {
        let mut keep = self.db().prepare_cached(include_str!("put_sketch.sql"))?;
        keep.execute(params![id.0.as_bytes(), engine, sketch])?;
        Ok(())
    }

    /// Says of a message that it is meant to be the same for many, or not.
    pub fn mean(&mut self, id: InteractionId, meant: bool) -> Result<(), Fault> {
        if !self.has_interaction(id)? {
            return Err(Fault::Missing("interaction"));
        }
        self.make(Row::new(&MARK, id.0), &[("meant", row::yes(meant))])?;
        Ok(())
    }
}
