//! What the owner is told when something does not work.
//!
//! A closed list: the window has words for each, the terminal prints the sentence.

use serde::Serialize;
use specta::Type;
use std::io::ErrorKind;
use std::path::Path;
use store::Fault;

/// What went wrong, as the owner can act on it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Type)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Trouble {
    /// Somebody or something by that name is not there.
    #[error("there is no {what} like that; it may have been deleted or merged")]
    NotFound {
        /// "contact", "draft" …
        what: String,
    },
    /// A name fits several contacts.
    #[error("“{name}” fits {count} contacts; give an address or an id")]
    Ambiguous {
        /// As given.
        name: String,
        /// How many.
        count: u32,
    },
    /// Something typed cannot be taken.
    #[error("{why}")]
    NotUnderstood {
        /// One sentence: what, and what would be right.
        why: String,
    },
    /// Another program holds the store.
    #[error("the store is in use by another program; try again when it has finished")]
    Busy,
    /// A newer release wrote the store.
    #[error(
        "this store was written by a newer Requite; it is left as it is: open it with that version"
    )]
    TooNew,
    /// Only reading is possible.
    #[error("the store lies where nothing can be written; it is open for reading only")]
    ReadOnly,
    /// No room on the disk.
    #[error("the disk is full; nothing was changed: make room and try again")]
    DiskFull,
    /// The file is damaged or no store at all.
    #[error("{path} is no Requite store, or is damaged; it is left as it is")]
    NotAStore {
        /// Which file.
        path: String,
    },
    /// There is no store yet.
    #[error("there is no store at {path} yet")]
    NotMade {
        /// Where it would be.
        path: String,
    },
    /// The store is closed, and the keychain does not open it.
    #[error("the store is closed: open it with {}", .doors.join(" or "))]
    Closed {
        /// What opens it: `keychain`, `recovery-key`, `passphrase`.
        doors: Vec<String>,
    },
    /// What was given opens something else.
    #[error("this does not open the store; nothing was changed, try again")]
    WrongKey,
    /// The system has no keychain that could keep a key.
    #[error("there is no keychain here, or it is locked; use the recovery key or a passphrase")]
    NoKeychain,
    /// A file that is no backup, or not all of one.
    #[error("{path} is no whole backup of Requite; nothing was changed")]
    NotABackup {
        /// Which file.
        path: String,
    },
    /// A file or folder cannot be read or written.
    #[error("{path}: {why}")]
    File {
        /// Which.
        path: String,
        /// Why, in words.
        why: String,
    },
    /// The owner broke it off.
    #[error("broken off")]
    Cancelled,
    /// Something of which no better word is known. Carries nobody's words.
    #[error("something went wrong inside Requite ({code}); nothing was changed")]
    Inside {
        /// Where, for a report.
        code: String,
    },
}

impl Trouble {
    /// A file or folder that cannot be read or written.
    pub fn file(path: &Path, error: &std::io::Error) -> Self {
        let why = match error.kind() {
            ErrorKind::NotFound => "there is no such file or folder".to_owned(),
            ErrorKind::PermissionDenied => "permissions forbid it".to_owned(),
            ErrorKind::AlreadyExists => "it is there already; choose another name".to_owned(),
            ErrorKind::StorageFull => return Self::DiskFull,
            kind => kind.to_string(),
        };
        Self::File { path: path.display().to_string(), why }
    }

    /// What went wrong with opening the store at `path`.
    pub(crate) fn opening(fault: Fault, path: &Path) -> Self {
        match fault {
            Fault::NotAStore | Fault::Damaged => {
                Self::NotAStore { path: path.display().to_string() }
            }
            Fault::Place(error) => Self::file(path, &error),
            other => other.into(),
        }
    }
}

impl Trouble {
    /// What is closed, and what opens it.
    pub(crate) fn closed(doors: &[lock::Door]) -> Self {
        Self::Closed { doors: crate::entrance::words(doors) }
    }
}

impl From<lock::Fault> for Trouble {
    fn from(fault: lock::Fault) -> Self {
        match fault {
            lock::Fault::Wrong => Self::WrongKey,
            lock::Fault::NotInKeychain => Self::NoKeychain,
            lock::Fault::TooNew => Self::TooNew,
            lock::Fault::Place(error) if error.kind() == ErrorKind::StorageFull => Self::DiskFull,
            lock::Fault::NoChance => Self::Inside { code: "no random numbers".to_owned() },
            other => Self::NotUnderstood { why: other.to_string() },
        }
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        let code = fault.code();
        match fault {
            Fault::Busy => Self::Busy,
            Fault::TooNew => Self::TooNew,
            Fault::ReadOnly => Self::ReadOnly,
            Fault::Full => Self::DiskFull,
            Fault::Damaged | Fault::NotAStore => Self::NotAStore { path: "the file".to_owned() },
            Fault::Overtaken => Self::Cancelled,
            Fault::Missing(what) => Self::NotFound { what: what.to_owned() },
            Fault::Exists => {
                Self::NotUnderstood { why: "there is a file by that name already".to_owned() }
            }
            Fault::Closed | Fault::UnsafeSqlite(_) | Fault::Place(_) | Fault::Sqlite(_) => {
                Self::Inside { code }
            }
        }
    }
}
