//! Whether what is kept is whole: the file's own structure, what rows say of one another, and
//! what is derived beside what it is derived from.

use crate::search::segment;
use crate::{Fault, Reader, Store};
use rusqlite::OpenFlags;

/// So many findings are told; a file that is damaged throughout would tell a million.
const MOST: usize = 100;

/// What a look at everything that is kept found. Nothing in it tells what anybody said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkup {
    /// Pages and indexes that are not as they must be, in SQLite's words.
    pub damage: Vec<String>,
    /// Tables with rows that name what is not there.
    pub loose: Vec<String>,
    /// Derived tables that do not fit what they are derived from: they can be made anew.
    pub derived: Vec<String>,
}

impl Checkup {
    /// Whether nothing was found.
    pub const fn is_well(&self) -> bool {
        self.damage.is_empty() && self.loose.is_empty() && self.derived.is_empty()
    }
}

impl Store {
    /// Looks at everything that is kept.
    ///
    /// # Errors
    /// Where the file is so damaged that it cannot even be opened.
    pub fn check_up(&self) -> Result<Checkup, Fault> {
        let seals = self.broken_seals();
        self.readers.read_apart(|reader| reader.check_up(seals))
    }

    /// Pages of a closed store's file whose seal is broken, also those that hold nothing. Only where
    /// all of the log was put into the file: a page that waits in the log may be torn in the file
    /// after a power cut, and is whole for whoever reads it.
    fn broken_seals(&self) -> Vec<String> {
        let asked = || -> Result<Vec<String>, Fault> {
            if self.place.key().is_none() || !self.log_is_put_away()? {
                return Ok(Vec::new());
            }
            self.readers.read_apart(|reader| reader.texts("PRAGMA cipher_integrity_check"))
        };
        let first = asked().unwrap_or_default();
        if first.is_empty() {
            return first;
        }
        // What was being written in that moment is whole in the next.
        let second = asked().unwrap_or_default();
        first.into_iter().filter(|found| second.contains(found)).collect()
    }

    fn log_is_put_away(&self) -> Result<bool, Fault> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = self.place.connect(flags)?;
        let (waits, put): (i64, i64) =
            db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| {
                Ok((row.get(1)?, row.get(2)?))
            })?;
        Ok(waits == put)
    }
}

impl Reader<'_> {
    fn check_up(&self, mut damage: Vec<String>) -> Result<Checkup, Fault> {
        damage.extend(self.texts("PRAGMA integrity_check(100)").or_else(as_damage)?);
        damage.retain(|said| said != "ok");
        let (of_words, damage) =
            damage.into_iter().partition(|said: &String| said.contains("derived_"));
        let mut checkup = Checkup { damage, derived: of_words, ..Checkup::default() };
        let loose = self.texts("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check");
        let out_of_step = segment::out_of_step(self.db());
        if checkup.damage.is_empty() {
            checkup.loose = loose?;
            checkup.derived.extend(out_of_step?);
        } else {
            checkup.loose = loose.unwrap_or_default();
        }
        for found in [&mut checkup.damage, &mut checkup.loose, &mut checkup.derived] {
            found.truncate(MOST);
        }
        Ok(checkup)
    }

    fn texts(&self, sql: &str) -> Result<Vec<String>, Fault> {
        let mut ask = self.db().prepare(sql)?;
        let texts = ask.query_map([], |row| row.get(0))?;
        Ok(texts.collect::<Result<_, _>>()?)
    }
}

/// What cannot be read while it is looked at is a finding, too.
fn as_damage(fault: Fault) -> Result<Vec<String>, Fault> {
    match fault {
        Fault::Damaged | Fault::NotAStore => Ok(vec![fault.to_string()]),
        other => Err(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::{from, now, store};
    use crate::{Deed, Store};

    fn look(store: &Store) -> Checkup {
        store.check_up().unwrap()
    }

    #[test]
    fn a_store_that_is_as_it_should_be_has_no_findings() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        store.keeps_one(&from(1, "Ada", "the orchard bears"));
        assert!(look(&store).is_well(), "{:?}", look(&store));
    }

    #[test]
    fn words_that_are_missing_from_the_index_are_found_and_made_anew() {
        let store = store();
        store.knows(&["Ada"]);
        store.keeps_one(&from(1, "Ada", "the orchard bears"));
        store.told(Deed::Rebuild, |writer| {
            Ok(writer.db().execute_batch("DELETE FROM derived_search_0")?)
        });
        assert_eq!(look(&store).derived.len(), 1);
        store.transact(Deed::Rebuild, now(), |writer| writer.rebuild_derived()).unwrap();
        while store.index_words(now()).unwrap() {}
        assert!(look(&store).is_well());
    }

    #[test]
    fn rows_that_name_what_is_not_there_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let store = Store::open(&path, None, now()).unwrap();
        store.knows(&["Ada"]);
        drop(store);
        let db = rusqlite::Connection::open(&path).unwrap();
        db.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM device").unwrap();
        drop(db);
        let store = Store::open(&path, None, now()).unwrap();
        assert_eq!(look(&store).loose, ["batch"]);
    }
}
