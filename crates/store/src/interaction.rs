//! What passed, added once and never changed: taking it away and the owner's marks stand
//! beside it. Reading is in [`history`], the sent texts in [`sent`], what balances are made
//! of in [`passed`].

mod history;
mod passed;
mod sent;
mod source;
mod words;

pub use history::TimelineWanted;
pub(crate) use history::{head, moment, uid, word};
pub(crate) use passed::passed;
pub use passed::{Counts, Holds, PassedRow};
pub use sent::{Known, SentRow};
pub(crate) use words::Words;

use crate::contact::CONTACT;
use crate::row::{self, Kind, Row};
use crate::{Fault, Packed, Reader, Writer};
use model::{ContactId, ConversationId, ImportId, Interaction, InteractionId, Uid};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Statement, named_params, params};

/// An interaction's coming is told by its batch; the log names only its removal.
static INTERACTION: Kind =
    Kind { word: "interaction", table: "interaction", fields: &[], after: touched };

static MARK: Kind =
    Kind { word: "mark", table: "mark", fields: &["star", "hidden", "meant"], after: touched };

pub(crate) const KINDS: &[&Kind] = &[&INTERACTION, &MARK, &crate::act::CORRECTION];

fn touched(writer: &mut Writer<'_>, _: &Uid) -> Result<(), Fault> {
    writer.touched.interactions = true;
    Ok(())
}

/// Where an interaction comes from.
#[derive(Clone, Copy)]
pub struct Origin<'a> {
    /// "linkedin", "mail", "vcard", "owner" …
    pub source: &'a str,
    /// The source's own id, empty where it has none.
    pub native_id: &'a str,
    /// The import that brings it.
    pub import: Option<ImportId>,
}

impl Origin<'static> {
    /// What the owner logged by hand.
    pub const OWNER: Self = Self { source: "owner", native_id: "", import: None };
}

/// What became of adding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It was not there, or had been taken back.
    New,
    /// It is there already, or the owner removed it; nothing was changed.
    Same,
}

/// By what a source tells its conversations apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ConversationKey<'a> {
    /// The source, as in [`Origin::source`].
    pub source: &'a str,
    /// Its own key.
    pub key: &'a str,
    /// What it is called, empty where it is not.
    pub title: &'a str,
}

impl ConversationKey<'_> {
    /// The same for the same key on every machine.
    pub fn id(&self) -> ConversationId {
        ConversationId(Uid::derived(&[
            b"conversation",
            self.source.as_bytes(),
            self.key.as_bytes(),
        ]))
    }
}

/// The owner's marks on an interaction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Worth finding again.
    pub star: bool,
    /// Not to be shown in timelines, searches and among those who wait.
    pub hidden: bool,
}

impl Writer<'_> {
    /// A name for something the owner logs; what a file brings is named after what it is.
    pub fn new_interaction_id(&mut self) -> InteractionId {
        InteractionId(self.new_uid())
    }

    /// Keeps what passed. One that was taken back with its import comes back as it is told
    /// now; one that the owner removed comes back by the owner alone, never by an import.
    pub fn add_interaction(
        &mut self,
        interaction: &Interaction,
        origin: &Origin<'_>,
    ) -> Result<Added, Fault> {
        self.add_packed(interaction, origin, &Packed::of(interaction, &[]))
    }

    /// The same of one whose words, and perhaps its source, were packed before the writer's
    /// turn came.
    pub fn add_packed(
        &mut self,
        interaction: &Interaction,
        origin: &Origin<'_>,
        packed: &Packed,
    ) -> Result<Added, Fault> {
        let standing = self.standing(interaction.id)?;
        let sql = match (standing, origin.import) {
            (Standing::Never, _) => include_str!("interaction/add.sql"),
            (Standing::WithItsBatch, _) | (Standing::Removed, None) => {
                include_str!("interaction/revive.sql")
            }
            (Standing::Stands, _) | (Standing::Removed, Some(_)) => return Ok(Added::Same),
        };
        let conversation = match interaction.conversation {
            Some(id) => Some(self.conversation_row(id, &NAMELESS)?),
            None => None,
        };
        // The batch that brings it is the import's, and is taken back with the import.
        self.import = origin.import.or(self.import);
        let row = self.keep_head(sql, interaction, (origin, conversation))?;
        if standing != Standing::Never {
            self.forget_body(row)?;
        }
        self.keep_packed(row, interaction, packed)?;
        self.keep_participants(row, interaction)?;
        Ok(Added::New)
    }

    /// Takes one away; the row stays, so that it can come back. `false` where it does not
    /// stand.
    pub fn remove_interaction(&mut self, id: InteractionId) -> Result<bool, Fault> {
        let row = Row::new(&INTERACTION, id.0);
        if !self.stands(row)? {
            return Ok(false);
        }
        let batch = self.batch_row()?;
        self.put(row, row::REMOVED, (Value::Integer(0), Value::Integer(batch)))?;
        Ok(true)
    }

    /// The conversation of that key, made when it is missing.
    pub fn conversation_for(&mut self, key: &ConversationKey<'_>) -> Result<ConversationId, Fault> {
        let id = key.id();
        self.conversation_row(id, key)?;
        Ok(id)
    }

    /// Sets the owner's marks.
    pub fn mark(&mut self, id: InteractionId, mark: Mark) -> Result<(), Fault> {
        if !self.has_interaction(id)? {
            return Err(Fault::Missing("interaction"));
        }
        let fields = [("star", row::yes(mark.star)), ("hidden", row::yes(mark.hidden))];
        self.make(Row::new(&MARK, id.0), &fields)?;
        Ok(())
    }

    /// Whether a contact is a list, a newsletter, a no-reply sender. `false` where nothing
    /// changed.
    pub fn set_automated(&mut self, contact: ContactId, automated: bool) -> Result<bool, Fault> {
        let kept = self.resolve(contact)?;
        self.set(Row::new(&CONTACT, kept.0), "automated", row::yes(automated))
    }

    /// Takes away what a batch brought, with the batch.
    pub(crate) fn remove_of_batch(&mut self, batch: i64) -> Result<(), Fault> {
        let mut remove =
            self.db().prepare_cached(include_str!("interaction/remove_of_batch.sql"))?;
        remove.execute([batch])?;
        Ok(())
    }

    /// Brings back what was taken away with its batch.
    pub(crate) fn restore_of_batch(&mut self, batch: i64) -> Result<(), Fault> {
        let mut restore =
            self.db().prepare_cached(include_str!("interaction/restore_of_batch.sql"))?;
        restore.execute([batch])?;
        Ok(())
    }

    fn keep_head(
        &mut self,
        sql: &str,
        interaction: &Interaction,
        (origin, conversation): (&Origin<'_>, Option<i64>),
    ) -> Result<i64, Fault> {
        let batch = self.batch_row()?;
        let mut keep = self.db().prepare_cached(sql)?;
        let row = keep.query_row(
            named_params! {
                ":uid": interaction.id.0.as_bytes(),
                ":kind": interaction.kind.word(),
                ":channel": interaction.channel.word(),
                ":direction": interaction.direction.word(),
                ":at": interaction.moment.millis(),
                ":offset": interaction.moment.offset_minutes,
                ":conversation": conversation,
                ":is_reply": interaction.is_reply,
                ":automated": interaction.automated,
                ":source": origin.source,
                ":native_id": origin.native_id,
                ":import": origin.import.as_ref().map(|import| import.0.as_bytes()),
                ":batch": batch,
            },
            |row| row.get(0),
        )?;
        Ok(row)
    }

    /// One that comes back may say something else, to others.
    fn forget_body(&self, row: i64) -> Result<(), Fault> {
        let db = self.db();
        db.prepare_cached(include_str!("interaction/forget_participants.sql"))?.execute([row])?;
        db.prepare_cached("DELETE FROM derived_sketch WHERE interaction = ?1")?.execute([row])?;
        db.prepare_cached("DELETE FROM interaction_source WHERE interaction = ?1")?
            .execute([row])?;
        Ok(())
    }

    fn keep_participants(&self, row: i64, interaction: &Interaction) -> Result<(), Fault> {
        let mut add = self.db().prepare_cached(include_str!("interaction/add_participant.sql"))?;
        for (place, one) in interaction.participants.iter().enumerate() {
            let added = add_participant(&mut add, (row, place), (one.contact, one.role.word()))?;
            if !added {
                return Err(Fault::Missing("contact"));
            }
        }
        Ok(())
    }

    /// The conversation's row, made when it is missing; a title once known is not lost.
    fn conversation_row(
        &self,
        id: ConversationId,
        key: &ConversationKey<'_>,
    ) -> Result<i64, Fault> {
        let mut find =
            self.db().prepare_cached(include_str!("interaction/find_conversation.sql"))?;
        let found = find.query_row([id.0.as_bytes()], |row| row.get(0)).optional()?;
        match found {
            Some(row) if key.title.is_empty() => Ok(row),
            found => {
                let mut add =
                    self.db().prepare_cached(include_str!("interaction/add_conversation.sql"))?;
                let values = params![id.0.as_bytes(), key.source, key.key, key.title];
                let added = add.query_row(values, |row| row.get(0)).optional()?;
                found.or(added).ok_or(Fault::Missing("conversation"))
            }
        }
    }
}

/// A conversation of which nothing but its id is told.
const NAMELESS: ConversationKey<'static> = ConversationKey { source: "", key: "", title: "" };

impl Reader<'_> {
    /// The owner's marks on an interaction.
    pub fn marks(&self, id: InteractionId) -> Result<Mark, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("interaction/marks.sql"))?;
        let marks = ask.query_row([id.0.as_bytes()], |row| {
            Ok(Mark { star: row.get(0)?, hidden: row.get(1)? })
        });
        Ok(marks.optional()?.unwrap_or_default())
    }

    fn standing(&self, id: InteractionId) -> Result<Standing, Fault> {
        let mut find = self.db().prepare_cached(include_str!("interaction/find.sql"))?;
        let found = find
            .query_row([id.0.as_bytes()], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)));
        Ok(match found.optional()? {
            None => Standing::Never,
            Some((0, _)) => Standing::Stands,
            Some((removed, batch)) if removed == batch => Standing::WithItsBatch,
            Some(_) => Standing::Removed,
        })
    }
}

/// How an interaction stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It never was.
    Never,
    /// It stands.
    Stands,
    /// It was taken away with the batch that brought it.
    WithItsBatch,
    /// The owner removed it.
    Removed,
}

fn add_participant(
    add: &mut Statement<'_>,
    (row, place): (i64, usize),
    (contact, role): (ContactId, &str),
) -> Result<bool, Fault> {
    let added = add.execute(params![row, place as i64, contact.0.as_bytes(), role])?;
    Ok(added == 1)
}

#[cfg(test)]
mod tests;
