//! A copy of the store in one file, whole or not at all.

use crate::{Fault, Store, open};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

impl Store {
    /// Copies the store, as it stands, to a file that must not exist yet.
    pub fn back_up_to(&self, path: &Path) -> Result<(), Fault> {
        // Claiming the name first: nobody else's file is ever replaced.
        if let Err(error) = std::fs::OpenOptions::new().write(true).create_new(true).open(path) {
            return Err(match error.kind() {
                std::io::ErrorKind::AlreadyExists => Fault::Exists,
                _ => error.into(),
            });
        }
        let half = beside(path);
        let copied = self.copy_to(&half).and_then(|()| Ok(std::fs::rename(&half, path)?));
        if copied.is_err() {
            let _ = std::fs::remove_file(&half);
            let _ = std::fs::remove_file(path);
        }
        copied
    }

    fn copy_to(&self, half: &Path) -> Result<(), Fault> {
        let from = open::for_reading(&self.place, self.writing.is_none())?;
        let target =
            half.to_str().ok_or_else(|| std::io::Error::from(std::io::ErrorKind::InvalidInput))?;
        from.execute("VACUUM INTO ?1", [target])?;
        let copy = Connection::open(half)?;
        // Whoever opens the copy is another device than the one that made it.
        copy.execute("UPDATE device SET place = x''", [])?;
        copy.close().map_err(|(_, error)| error)?;
        Ok(std::fs::File::open(half)?.sync_all()?)
    }
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
        let store = Store::open(&path, now()).unwrap();
        store.knows(&["Ada"]);
        store.back_up_to(&copy).unwrap();
        store.knows(&["Bea"]);
        let files = std::fs::read_dir(folder.path()).unwrap().count();
        let restored = Store::open(&copy, now()).unwrap();
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
        Store::open(&path, now()).unwrap().back_up_to(&copy).unwrap();
        std::fs::rename(&copy, &path).unwrap();
        assert_eq!(devices(&Store::open(&path, now()).unwrap()), 2);
    }

    #[test]
    fn a_backup_never_replaces_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("letter");
        std::fs::write(&path, "Dear Ada").unwrap();
        let store = Store::in_memory(now()).unwrap();
        assert!(matches!(store.back_up_to(&path), Err(Fault::Exists)));
        assert_eq!(std::fs::read(&path).unwrap(), b"Dear Ada");
        let nowhere = folder.path().join("no").join("where");
        assert!(matches!(store.back_up_to(&nowhere), Err(Fault::Place(_))));
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
            store.back_up_to(path).unwrap();
            go_on.send(()).unwrap();
        });
        let restored = Store::open(&copy, now()).unwrap();
        assert_eq!(restored.asked(|r| r.setting("k")).as_deref(), Some("before"));
    }
}
