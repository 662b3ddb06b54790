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

/// What was saved of a damaged store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SalvagedView {
    /// People.
    pub contacts: u32,
    /// What passed.
    pub interactions: u32,
    /// Of these, those whose words are gone.
    pub without_words: u32,
    /// Places that could not be read.
    pub gaps: u32,
    /// What was read but belongs to something that is lost.
    pub dropped: u32,
    /// Where the damaged store lies now.
    pub aside: String,
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

impl CheckupView {
    /// Whether something was found that cannot be made anew.
    pub const fn is_damaged(&self) -> bool {
        !self.damage.is_empty() || !self.loose.is_empty()
    }
}
