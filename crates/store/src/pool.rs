//! A few read-only connections, taken in turn. Each question sees one unchanging moment.

use crate::{Fault, Reader, open};
use rusqlite::Connection;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// More than this are closed again when they come back.
const KEPT: usize = 4;
/// So many steps of SQLite's machine lie between two looks whether a question was overtaken:
/// some hundredths of a millisecond.
const STEPS: i32 = 1_000;

/// Questions of which only the latest matters: one that is asked while another is being answered
/// breaks that one off.
#[derive(Debug, Default)]
pub struct Latest(Arc<AtomicU64>);

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
        self.give_back(db, &answer);
        answer
    }

    /// Asks on a connection of its own, which is closed afterwards, and its pages with it. Where a
    /// page cannot be read, SQLCipher refuses every further one on that connection.
    pub(crate) fn read_apart<T>(
        &self,
        ask: impl FnOnce(&Reader<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        ask_in_one_moment(&open::for_reading(&self.place, self.alone)?, ask)
    }

    /// The same for one of several questions of which only the latest matters.
    pub(crate) fn read_latest<T>(
        &self,
        latest: &Latest,
        ask: impl FnOnce(&Reader<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let this = latest.0.fetch_add(1, Ordering::Relaxed) + 1;
        let asked = Arc::clone(&latest.0);
        let mut db = self.take()?;
        db.progress_handler(STEPS, Some(move || asked.load(Ordering::Relaxed) != this))?;
        let answer = ask_in_one_moment(&db, ask);
        db.progress_handler(0, None::<fn() -> bool>)?;
        self.give_back(db, &answer);
        answer
    }

    fn take(&self) -> Result<Connection, Fault> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match idle {
            Some(db) => Ok(db),
            None => open::for_reading(&self.place, self.alone),
        }
    }

    fn give_back<T>(&self, db: Connection, answer: &Result<T, Fault>) {
        if matches!(answer, Err(Fault::Damaged | Fault::NotAStore)) {
            return;
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::store;
    use std::sync::mpsc::channel;

    const ENDLESS: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                           SELECT max(i) FROM n";

    fn endless(reader: &Reader<'_>) -> Result<i64, Fault> {
        Ok(reader.db().query_row(ENDLESS, [], |row| row.get(0))?)
    }

    #[test]
    fn a_later_question_breaks_off_the_one_before_and_is_answered() {
        let (store, latest) = (store(), Latest::default());
        let (begun, begins) = channel();
        std::thread::scope(|scope| {
            let first = scope.spawn(|| {
                store.read_latest(&latest, |reader| {
                    begun.send(()).unwrap();
                    endless(reader)
                })
            });
            begins.recv().unwrap();
            let second = store.read_latest(&latest, |reader| reader.counts());
            assert_eq!(second.unwrap().contacts, 0);
            assert!(matches!(first.join().unwrap(), Err(Fault::Overtaken)));
        });
    }

    #[test]
    fn questions_of_others_are_not_broken_off() {
        let (store, latest) = (store(), Latest::default());
        let long = |reader: &Reader<'_>| {
            store.read_latest(&latest, |_| Ok(()))?;
            let bounded = ENDLESS.replace("FROM n)", "FROM n WHERE i < 100000)");
            Ok(reader.db().query_row(&bounded, [], |row| row.get::<_, i64>(0))?)
        };
        assert_eq!(store.read(long).unwrap(), 100_000);
        assert_eq!(store.read_latest(&Latest::default(), long).unwrap(), 100_000);
    }
}
