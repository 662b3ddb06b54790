//! Which store this is.

use crate::{Fault, Store};
use model::Uid;
use std::path::PathBuf;

/// Which store this is, and how it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Where it lies.
    pub path: PathBuf,
    /// How much it takes on the disk, with the log beside it.
    pub bytes: u64,
    /// The version of its shape.
    pub version: u32,
    /// Whether it is closed with a key.
    pub encrypted: bool,
    /// Whether nothing can be written to it here.
    pub read_only: bool,
    /// The SQLite that keeps it.
    pub sqlite: &'static str,
    /// Which vault it is a copy of.
    pub vault: Uid,
}

impl crate::Reader<'_> {
    /// Rises with every deed and every undo: where it is the same, nothing that anybody said has
    /// changed meanwhile.
    pub fn last_change(&self) -> Result<i64, Fault> {
        let mut ask = self.db().prepare_cached("SELECT coalesce(max(id), 0) FROM batch")?;
        Ok(ask.query_row([], |row| row.get(0))?)
    }
}

impl Store {
    /// Which store this is, and how it is kept.
    pub fn about(&self) -> Result<About, Fault> {
        let path = self.place.path().to_owned();
        let mut log = path.clone().into_os_string();
        log.push("-wal");
        let size = |path: &std::path::Path| std::fs::metadata(path).map_or(0, |file| file.len());
        let bytes = size(&path) + size(log.as_ref());
        let (version, vault) = self.read(|reader| {
            let version = reader.db().query_row("PRAGMA user_version", [], |row| row.get(0))?;
            let vault: [u8; 16] =
                reader.db().query_row("SELECT vault FROM store", [], |row| row.get(0))?;
            Ok((version, Uid::from_bytes(vault)))
        })?;
        let (read_only, sqlite) = (self.writing.is_none(), rusqlite::version());
        let encrypted = self.place.key().is_some();
        Ok(About { path, bytes, version, encrypted, read_only, sqlite, vault })
    }
}
