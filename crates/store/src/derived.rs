//! Keeps in step what follows from everything else: who passed what with whom, counters,
//! the words to search.
//!
//! Two halves. Triggers of the writing connection *remember* which rows a transaction touches
//! ([`watch`]), whatever path the change took; at its end [`settle`] *follows up*, for all of
//! them at once, so that a batch of thousands costs a few statements and not a few for each.
//! Inside a transaction what is derived is therefore one step behind.

mod words;

pub use words::WORDS_IN_ONE_GO;

use crate::act;
use crate::interaction::uid;
use crate::search::{query, segment};
use crate::{Fault, Writer};
use model::ContactId;
use rusqlite::{Connection, params};

/// Makes the writing connection remember what it touches.
pub(crate) fn watch(db: &Connection) -> Result<(), Fault> {
    Ok(db.execute_batch(include_str!("derived/watch.sql"))?)
}

/// Brings what is derived in step with what this transaction touched, and says whose cards
/// look different for it.
pub(crate) fn settle(writer: &mut Writer<'_>) -> Result<(), Fault> {
    let db = writer.db();
    let interactions = any(db, "SELECT EXISTS (SELECT 1 FROM temp.touched_interaction)")?;
    let merges = any(db, "SELECT EXISTS (SELECT 1 FROM temp.touched_alias)")?;
    let notes = any(db, "SELECT EXISTS (SELECT 1 FROM temp.touched_note)")?;
    let acts = any(db, "SELECT EXISTS (SELECT 1 FROM temp.touched_acts)")?;
    let flags = any(db, "SELECT EXISTS (SELECT 1 FROM temp.touched_flags)")?;
    if interactions {
        run(db, include_str!("derived/unjudged.sql"))?;
        words::settle(db)?;
    }
    if notes {
        settle_notes(db)?;
    }
    if interactions || merges {
        settle_passed(db)?;
        settle_counters(db)?;
        let whom = whom(db)?;
        writer.touched.contacts.extend(whom);
        writer.touched.interactions |= interactions;
    }
    if interactions || merges || acts || flags {
        settle_stale(writer.db())?;
    }
    if interactions || merges || notes || acts || flags {
        forget(writer.db())?;
    }
    Ok(())
}

impl Writer<'_> {
    /// Drops what is derived and makes it again. Verdicts of the engine stay: they are made
    /// again by whoever owns the engine ([`crate::Reader::unjudged`]).
    pub fn rebuild_derived(&mut self) -> Result<(), Fault> {
        self.draw_all()?;
        let db = self.db();
        forget(db)?;
        db.execute_batch(include_str!("derived/drop_all.sql"))?;
        segment::drop_all(db)?;
        db.execute_batch(include_str!("derived/touch_all.sql"))?;
        settle(self)?;
        while self.index_some()? {}
        run(self.db(), include_str!("derived/flags.sql"))?;
        act::lay_all_on_top(self)
    }
}

/// Whose counters were touched.
fn whom(db: &Connection) -> Result<Vec<ContactId>, Fault> {
    let mut ask = db.prepare_cached(include_str!("derived/whom.sql"))?;
    let whom = ask.query_map([], |row| Ok(ContactId(uid(row, 0)?)))?;
    Ok(whom.collect::<Result<_, _>>()?)
}

fn forget(db: &Connection) -> Result<(), Fault> {
    Ok(db.execute_batch(include_str!("derived/done.sql"))?)
}

fn settle_passed(db: &Connection) -> Result<(), Fault> {
    run(db, include_str!("derived/gone.sql"))?;
    run(db, include_str!("derived/forget_merged.sql"))?;
    run(db, include_str!("derived/stand.sql"))?;
    run(db, include_str!("derived/stand_merged.sql"))
}

fn settle_counters(db: &Connection) -> Result<(), Fault> {
    run(db, include_str!("derived/count_whom.sql"))?;
    run(db, include_str!("derived/count_forget.sql"))?;
    run(db, include_str!("derived/count_anew.sql"))?;
    run(db, include_str!("derived/count_added.sql"))?;
    run(db, include_str!("derived/count_last.sql"))
}

/// What is weighed no more, and what is to be weighed anew.
fn settle_stale(db: &Connection) -> Result<(), Fault> {
    run(db, include_str!("derived/weighed_merged.sql"))?;
    run(db, include_str!("derived/stale_merged.sql"))?;
    run(db, include_str!("derived/stale_contacts.sql"))?;
    run(db, include_str!("derived/stale_threads.sql"))
}

fn settle_notes(db: &Connection) -> Result<(), Fault> {
    run(db, include_str!("derived/note_gone.sql"))?;
    let mut wanted = db.prepare_cached(include_str!("derived/note_wanted.sql"))?;
    let mut add = db.prepare_cached(include_str!("derived/note_add.sql"))?;
    let mut rows = wanted.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let text = row.get_ref(1)?.as_str().unwrap_or_default();
        add.execute(params![id, query::as_indexed(text)])?;
    }
    Ok(())
}

fn run(db: &Connection, sql: &str) -> Result<(), Fault> {
    db.prepare_cached(sql)?.execute([])?;
    Ok(())
}

fn any(db: &Connection, sql: &str) -> Result<bool, Fault> {
    Ok(db.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

#[cfg(test)]
mod tests;
