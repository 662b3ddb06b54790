//! What can go wrong with keeping.

use rusqlite::ErrorCode;

/// What can go wrong with keeping. No message carries what is kept.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Another program holds the store.
    #[error("the store is busy: another program is writing to it")]
    Busy,
    /// A newer release wrote it.
    #[error("the store was made by a newer release of Requite; it was left as it is")]
    TooNew,
    /// The SQLite in this program loses data.
    #[error("this program carries SQLite {0}, which may damage stores; it needs 3.51.3 or newer")]
    UnsafeSqlite(&'static str),
    /// Nothing can be written here.
    #[error("the store can only be read here")]
    ReadOnly,
    /// The disk is full.
    #[error("the disk is full; nothing was changed")]
    Full,
    /// The file is damaged.
    #[error("the store is damaged; a backup can be opened in its place")]
    Damaged,
    /// A file of another sort.
    #[error("this file is no store of Requite")]
    NotAStore,
    /// Something asked for is not there.
    #[error("there is no such {0}")]
    Missing(&'static str),
    /// A later question was asked meanwhile.
    #[error("a later question was asked")]
    Overtaken,
    /// The store is being closed.
    #[error("the store is closed")]
    Closed,
    /// A backup never replaces a file.
    #[error("there is a file already where the backup should go")]
    Exists,
    /// The file system refused.
    #[error("the place of the store cannot be used: {0}")]
    Place(std::io::Error),
    /// SQLite said something we have no better word for.
    #[error("the store could not be used: {0}")]
    Sqlite(rusqlite::Error),
}

impl Fault {
    /// Where it went wrong, for a report. SQLite's own words may quote what is kept; this never
    /// does.
    pub fn code(&self) -> String {
        match self {
            Self::Sqlite(error) => match error.sqlite_error() {
                Some(failure) => format!("sqlite {}", failure.extended_code),
                None => "sqlite answer".to_owned(),
            },
            Self::Place(error) => format!("place {}", error.kind()),
            Self::UnsafeSqlite(version) => format!("sqlite version {version}"),
            other => other.to_string(),
        }
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        if let rusqlite::Error::FromSqlConversionFailure(_, _, why) = &error
            && why.is::<Self>()
        {
            return Self::Damaged;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged,
            Some(ErrorCode::OperationInterrupted) => Self::Overtaken,
            Some(ErrorCode::NotADatabase) => Self::NotAStore,
            _ => Self::Sqlite(error),
        }
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Place(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(code: std::os::raw::c_int) -> Fault {
        let error = rusqlite::ffi::Error::new(code);
        rusqlite::Error::SqliteFailure(error, None).into()
    }

    #[test]
    fn what_sqlite_says_becomes_a_word_of_ours() {
        assert!(matches!(said(rusqlite::ffi::SQLITE_BUSY), Fault::Busy));
        assert!(matches!(said(rusqlite::ffi::SQLITE_FULL), Fault::Full));
        assert!(matches!(said(rusqlite::ffi::SQLITE_CORRUPT), Fault::Damaged));
        assert!(matches!(said(rusqlite::ffi::SQLITE_NOTADB), Fault::NotAStore));
        assert!(matches!(said(rusqlite::ffi::SQLITE_READONLY), Fault::ReadOnly));
        assert!(matches!(said(rusqlite::ffi::SQLITE_MISUSE), Fault::Sqlite(_)));
    }

    #[test]
    fn a_full_disk_is_told_as_one_by_the_file_system_too() {
        let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
        assert!(matches!(Fault::from(full), Fault::Full));
    }
}
