//! A copy of the store in one file, whole or not at all: a backup, or the same store closed with
//! another key. The store itself is never rewritten in place.

use crate::{Fault, Key, Store, migrate, open};
use model::Uid;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// What is in a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Which vault it is of.
    pub vault: Uid,
    /// People kept.
    pub contacts: u32,
    /// What passed.
    pub interactions: u32,
}

impl Store {
    /// Copies the store, as it stands and closed with the same key, to a file that must not exist
    /// yet.
    ///
    /// # Errors
    /// [`Fault::Exists`]; where it cannot be written.
    pub fn copy_to(&self, path: &Path) -> Result<(), Fault> {
        self.copy(path, |from, half| {
            from.execute("VACUUM INTO ?1", [half])?;
            let copy = open::Place::file(Path::new(half), self.place.key());
            let copy = copy.connect(OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            // Whoever opens the copy is another device than the one that made it.
            copy.execute("UPDATE device SET place = x''", [])?;
            Ok(close(copy)?)
        })
    }

    /// The same, closed with another key, or with none.
    ///
    /// # Errors
    /// As [`Store::copy_to`].
    pub fn copy_with_key(&self, path: &Path, key: Option<&Key>) -> Result<(), Fault> {
        let place = open::Place::file(&beside(path), key);
        self.copy(path, |from, half| {
            match key {
                Some(key) => key.attach(from, (half, "copy"))?,
                None => drop(from.execute("ATTACH ?1 AS copy KEY ''", [half])?),
            }
            from.pragma_update(Some("copy"), "page_size", 8_192)?;
            from.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(()))?;
            from.execute_batch("DETACH copy")?;
            let copy = place.connect(OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            migrate::mark_as_newest(&copy)?;
            let epoch = u8::from(key.is_some());
            copy.execute("UPDATE store SET key_epoch = (key_epoch + 1) * ?1", [epoch])?;
            Ok(close(copy)?)
        })
    }

    /// Whether an earlier release wrote the store at this path: opened, it is brought to its newest
    /// shape. What is not there, or no store, was not.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn is_older(path: &Path, key: Option<&Key>) -> Result<bool, Fault> {
        if open::is_closed(path)?.is_none() {
            return Ok(false);
        }
        migrate::is_older(&open::for_reading(&open::Place::file(path, key), true)?)
    }

    /// Copies a store as it is, whichever release wrote it, to a file that must not exist yet.
    ///
    /// # Errors
    /// As [`Store::copy_to`].
    pub fn copy_as_it_is(path: &Path, key: Option<&Key>, to: &Path) -> Result<(), Fault> {
        claimed(to, |half| {
            let from = open::for_copying(&open::Place::file(path, key), false)?;
            from.execute("VACUUM INTO ?1", [named(half)?])?;
            Ok(std::fs::File::open(half)?.sync_all()?)
        })?;
        Self::look_at_copy(to, key).map(|_| ())
    }

    fn copy(
        &self,
        path: &Path,
        write: impl FnOnce(&Connection, &str) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        claimed(path, |half| {
            let from = open::for_copying(&self.place, self.writing.is_none())?;
            write(&from, named(half)?)?;
            Ok(std::fs::File::open(half)?.sync_all()?)
        })
    }

    /// Looks at all of a copy, touching nothing.
    ///
    /// # Errors
    /// [`Fault::Damaged`] where it is not whole; [`Fault::NotAStore`] where the key does not fit;
    /// [`Fault::TooNew`].
    pub fn look_at_copy(path: &Path, key: Option<&Key>) -> Result<Seen, Fault> {
        let db = open::Place::file(path, key).open_unchanging()?;
        migrate::shape(&db)?;
        let found: String = db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if found != "ok" {
            return Err(Fault::Damaged);
        }
        if key.is_some() && db.prepare("PRAGMA cipher_integrity_check")?.exists([])? {
            return Err(Fault::Damaged);
        }
        let vault: [u8; 16] = db.query_row("SELECT vault FROM store", [], |row| row.get(0))?;
        // Of any age: these two tables were there from the first version on.
        let count = |table: &str| -> Result<u32, Fault> {
            let sql = format!("SELECT count(*) FROM {table} WHERE removed = 0");
            Ok(db.query_row(&sql, [], |row| row.get(0))?)
        };
        let (contacts, interactions) = (count("contact")?, count("interaction")?);
        Ok(Seen { vault: Uid::from_bytes(vault), contacts, interactions })
    }

    /// The digest of a copy, as [`crate::Reader::digest`].
    ///
    /// # Errors
    /// As [`Store::look_at_copy`].
    pub fn digest_of_copy(path: &Path, key: Option<&Key>) -> Result<crate::Digest, Fault> {
        crate::Reader::new(&open::Place::file(path, key).open_unchanging()?).digest()
    }
}

/// Writes a file beside its name and gives it the name when it is whole. The name is claimed
/// first: nobody else's file is ever replaced.
fn claimed(path: &Path, write: impl FnOnce(&Path) -> Result<(), Fault>) -> Result<(), Fault> {
    if let Err(error) = std::fs::OpenOptions::new().write(true).create_new(true).open(path) {
        return Err(match error.kind() {
            std::io::ErrorKind::AlreadyExists => Fault::Exists,
            _ => error.into(),
        });
    }
    let half = beside(path);
    // What an earlier try left, which was broken off.
    let _ = std::fs::remove_file(&half);
    let written = write(&half).and_then(|()| Ok(std::fs::rename(&half, path)?));
    if written.is_err() {
        let _ = std::fs::remove_file(&half);
        let _ = std::fs::remove_file(path);
    }
    written
}

/// As SQLite takes it.
fn named(path: &Path) -> Result<&str, Fault> {
    Ok(path.to_str().ok_or_else(|| std::io::Error::from(std::io::ErrorKind::InvalidInput))?)
}

fn close(db: Connection) -> rusqlite::Result<()> {
    db.close().map_err(|(_, error)| error)
}

/// Where the copy grows before it is whole.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Deed;
    use crate::told::{now, person};

    fn devices(store: &Store) -> u32 {
        store
            .asked(|r| Ok(r.db().query_row("SELECT count(*) FROM device", [], |row| row.get(0))?))
    }

    #[test]
    fn a_backup_is_a_store_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("store"), folder.path().join("it's a copy"));
        let store = Store::open(&path, None, now()).unwrap();
        store.knows(&["Ada"]);
        store.copy_to(&copy).unwrap();
        store.knows(&["Bea"]);
        let files = std::fs::read_dir(folder.path()).unwrap().count();
        let restored = Store::open(&copy, None, now()).unwrap();
        assert!(restored.asked(|r| r.contact(person("Ada"))).is_some());
        assert!(restored.asked(|r| r.contact(person("Bea"))).is_none());
        assert_eq!(restored.about().unwrap().vault, store.about().unwrap().vault);
        assert_eq!((devices(&store), devices(&restored)), (1, 2));
        assert_eq!(files, 4, "the store, its two companions, the copy: no half of one");
        restored.undo(now()).unwrap().unwrap();
    }

    #[test]
    fn a_backup_in_place_of_its_store_is_another_device_too() {
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("store"), folder.path().join("copy"));
        Store::open(&path, None, now()).unwrap().copy_to(&copy).unwrap();
        std::fs::rename(&copy, &path).unwrap();
        assert_eq!(devices(&Store::open(&path, None, now()).unwrap()), 2);
    }

    #[test]
    fn a_backup_never_replaces_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("letter");
        std::fs::write(&path, "Dear Ada").unwrap();
        let store = Store::in_memory(now()).unwrap();
        assert!(matches!(store.copy_to(&path), Err(Fault::Exists)));
        assert_eq!(std::fs::read(&path).unwrap(), b"Dear Ada");
        let nowhere = folder.path().join("no").join("where");
        assert!(matches!(store.copy_to(&nowhere), Err(Fault::Place(_))));
    }

    #[test]
    fn a_backup_is_of_one_moment_while_somebody_writes() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::in_memory(now()).unwrap();
        store.told(Deed::EditSettings, |w| w.set_setting("k", Some("before")));
        let copy = folder.path().join("copy");
        let (store, path) = (&store, &copy);
        std::thread::scope(|scope| {
            let (began, has_begun) = std::sync::mpsc::channel();
            let (go_on, may_end) = std::sync::mpsc::channel::<()>();
            scope.spawn(move || {
                store.told(Deed::EditSettings, move |w| {
                    w.set_setting("k", Some("after"))?;
                    began.send(()).unwrap();
                    may_end.recv().unwrap();
                    Ok(())
                });
            });
            has_begun.recv().unwrap();
            store.copy_to(path).unwrap();
            go_on.send(()).unwrap();
        });
        let restored = Store::open(&copy, None, now()).unwrap();
        assert_eq!(restored.asked(|r| r.setting("k")).as_deref(), Some("before"));
    }

    fn key(of: u8) -> Key {
        Key::from_bytes(&[of; 32])
    }

    fn digest(store: &Store) -> crate::Digest {
        store.asked(|reader| reader.digest())
    }

    #[test]
    fn a_copy_of_what_is_closed_is_closed_with_the_same_key() {
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("store"), folder.path().join("copy"));
        let store = Store::open(&path, Some(&key(1)), now()).unwrap();
        store.knows(&["Ada"]);
        store.copy_to(&copy).unwrap();
        assert_eq!(Store::is_closed(&copy).unwrap(), Some(true));
        assert_eq!(Store::digest_of_copy(&copy, Some(&key(1))).unwrap(), digest(&store));
        assert!(Store::look_at_copy(&copy, Some(&key(2))).is_err());
        assert_eq!(Store::look_at_copy(&copy, Some(&key(1))).unwrap().contacts, 1);
    }

    #[test]
    fn a_store_is_closed_opened_and_closed_otherwise_and_says_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(&folder.path().join("0"), None, now()).unwrap();
        store.knows(&["Ada", "Bea"]);
        store.keeps_one(&crate::told::from(1, "Ada", "the orchard bears"));
        store.told(Deed::Rebuild, |writer| writer.rebuild_derived());
        let said = digest(&store);
        for (number, turned) in [Some(key(1)), Some(key(2)), None].iter().enumerate() {
            let path = folder.path().join(format!("turned-{number}"));
            store.copy_with_key(&path, turned.as_ref()).unwrap();
            assert_eq!(Store::is_closed(&path).unwrap(), Some(turned.is_some()));
            store = Store::open(&path, turned.as_ref(), now()).unwrap();
            assert_eq!(digest(&store), said, "{turned:?}");
            assert_eq!(store.found("orchard").len(), 1, "the words are found: {turned:?}");
            assert!(store.check_up().unwrap().is_well());
            let journal: String = store
                .asked(|r| Ok(r.db().query_row("PRAGMA journal_mode", [], |row| row.get(0))?));
            assert_eq!(journal, "wal");
        }
    }
}
