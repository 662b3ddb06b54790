//! A few read-only connections, taken in turn. Each question sees one unchanging moment.

use crate::{Fault, Reader, open};
use rusqlite::Connection;
use std::sync::{Mutex, PoisonError};

/// More than this are closed again when they come back.
const KEPT: usize = 4;

pub(crate) struct Pool {
    place: open::Place,
    /// No writer of ours holds the file.
    alone: bool,
    idle: Mutex<Vec<Connection>>,
}

impl Pool {
    pub(crate) fn new(place: open::Place, alone: bool) -> Self {
        let idle = Mutex::new(Vec::new());
        Self { place, alone, idle }
    }

    pub(crate) fn read<T>(
        &self,
        ask: impl FnOnce(&Reader<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let db = self.take()?;
        let answer = ask_in_one_moment(&db, ask);
        self.give_back(db);
        answer
    }

    fn take(&self) -> Result<Connection, Fault> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match idle {
            Some(db) => Ok(db),
            None => open::for_reading(&self.place, self.alone),
        }
    }

    fn give_back(&self, db: Connection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(db);
        }
    }
}

fn ask_in_one_moment<T>(
    db: &Connection,
    ask: impl FnOnce(&Reader<'_>) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let moment = db.unchecked_transaction()?;
    // SQLite fixes the moment with the first look, not with BEGIN.
    db.prepare_cached("SELECT id FROM store")?.query_row([], |_| Ok(()))?;
    let answer = ask(&Reader::new(db));
    moment.rollback()?;
    answer
}
