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
        let target = half.to_str().ok_or_else(|| std::io::Error::from(std::io::ErrorKind::InvalidInput))?;
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
