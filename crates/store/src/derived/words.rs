//! Words of interactions brought in step: at once where few were touched, later where an import
//! brought many, so that these are there before they can be searched.

use crate::search::segment::{self, Place};
use crate::{Deed, Done, Fault, Store, Writer};
use model::Moment;
use rusqlite::{Connection, Row, params};

/// So many are put into the index with the deed that touched them: a tenth of a second's work.
const AT_ONCE: i64 = 500;
/// So many are put into it in one go behind an import. A deed of the owner's waits for no more.
pub const WORDS_IN_ONE_GO: u32 = 8_192;

/// Follows up what this transaction touched.
pub(super) fn settle(db: &Connection) -> Result<(), Fault> {
    segment::remove(db, &places(db, include_str!("words_were.sql"))?)?;
    let count = "SELECT count(*) FROM temp.touched_interaction";
    let touched: i64 = db.prepare_cached(count)?.query_row([], |row| row.get(0))?;
    if touched > AT_ONCE {
        return super::run(db, include_str!("words_later.sql"));
    }
    segment::add(db, &places(db, include_str!("words_wanted.sql"))?)
}

impl Store {
    /// Makes more of what was brought in findable by its words: some thousands at a time, so
    /// that others can write in between. `false` where nothing is left to do.
    ///
    /// # Errors
    /// Of the store; what was done before stays done.
    pub fn index_words(&self, now: Moment) -> Result<bool, Fault> {
        if !self.read(|reader| has_unindexed(reader.db()))? {
            return Ok(false);
        }
        let Done { value, .. } = self.transact(Deed::Rebuild, now, |writer| writer.index_some())?;
        Ok(value)
    }
}

impl Writer<'_> {
    /// Indexes the next ones; `false` where there were none.
    pub(super) fn index_some(&mut self) -> Result<bool, Fault> {
        let db = self.db();
        let mut ask = db.prepare_cached(include_str!("unindexed.sql"))?;
        let rows = ask.query_map(params![WORDS_IN_ONE_GO], |row| Ok((place(row)?, row.get(2)?)))?;
        let next: Vec<(Place, i64)> = rows.collect::<Result<_, _>>()?;
        let standing: Vec<Place> =
            next.iter().filter(|(_, removed)| *removed == 0).map(|(place, _)| *place).collect();
        // What is there already is taken out first: an index of two copies would find it twice.
        segment::remove(db, &standing)?;
        segment::add(db, &standing)?;
        if let Some((last, _)) = next.last() {
            let done = "DELETE FROM derived_unindexed WHERE interaction <= ?1";
            db.prepare_cached(done)?.execute([last.row])?;
        }
        Ok(!next.is_empty())
    }
}

fn has_unindexed(db: &Connection) -> Result<bool, Fault> {
    super::any(db, "SELECT EXISTS (SELECT 1 FROM derived_unindexed)")
}

fn places(db: &Connection, sql: &str) -> Result<Vec<Place>, Fault> {
    let mut ask = db.prepare_cached(sql)?;
    let rows = ask.query_map([], place)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place { row: row.get(0)?, at: row.get(1)? })
}
