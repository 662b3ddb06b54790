//! Backups, and what a look at the store found.

use serde::Serialize;
use specta::Type;

/// A backup that was made by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct BackupView {
    /// Where it lies.
    pub path: String,
    /// The day.
    pub made_on: String,
    /// How large it is.
    #[specta(type = u32)]
    pub bytes: u64,
}

/// What is in a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SeenBackup {
    /// People.
    pub contacts: u32,
    /// What passed.
    pub interactions: u32,
    /// Which vault it is of.
    pub vault: String,
}

/// What a look at everything that is kept found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CheckupView {
    /// Nothing was found.
    pub well: bool,
    /// What is damaged, in SQLite's words.
    pub damage: Vec<String>,
    /// Tables with rows that name what is not there.
    pub loose: Vec<String>,
    /// Derived tables that did not fit.
    pub derived: Vec<String>,
    /// They were made anew.
    pub mended: bool,
}
