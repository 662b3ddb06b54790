//! What closes a store.

use lock::Door;
use serde::Serialize;
use specta::Type;
use std::path::Path;

/// What stands at a place before it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct Standing {
    /// `none`: nothing yet; `open`: a store that is not encrypted; `closed`: one that is; `lost`:
    /// what may be one, but the header that lies beside it is missing; `damaged`: one
    /// that cannot be read as it is; `opened`: nothing keeps the owner out any more.
    pub state: String,
    /// What opens it: `keychain`, `recovery-key`, `passphrase`.
    pub doors: Vec<String>,
    /// Whether the system has a keychain.
    pub has_keychain: bool,
    /// Where.
    pub path: String,
}

impl Standing {
    /// The same of a store that is found to be damaged, unless nothing is known to open it.
    #[must_use]
    pub fn damaged(mut self) -> Self {
        if self.state == "open" || self.state == "closed" {
            "damaged".clone_into(&mut self.state);
        }
        self
    }

    pub(crate) fn of(closed: Option<bool>, doors: Option<Vec<Door>>, path: &Path) -> Self {
        let state = match (closed, &doors) {
            (None, _) => "none",
            (Some(false), _) => "open",
            (Some(true), Some(_)) => "closed",
            (Some(true), None) => "lost",
        };
        Self {
            state: state.to_owned(),
            doors: crate::entrance::words(&doors.unwrap_or_default()),
            has_keychain: lock::SystemKeychain::is_here(),
            path: path.display().to_string(),
        }
    }
}

/// The doors of an open store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DoorsView {
    /// Whether the store is encrypted by Requite.
    pub encrypted: bool,
    /// What opens it: `keychain`, `recovery-key`, `passphrase`.
    pub doors: Vec<String>,
    /// Whether the system has a keychain.
    pub has_keychain: bool,
}
