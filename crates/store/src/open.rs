//! Opens the file: where it lies, what it may be, how SQLite is to keep it.

use crate::clock::Clock;
use crate::migrate::{self, Shape};
use crate::{Fault, Key, derived, writer::Desk};
use model::Moment;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, params};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Before this one a reset of the write-ahead log could damage the file.
const SAFE_SQLITE: i32 = 3_051_003;
/// How long another program is waited for.
const PATIENCE: Duration = Duration::from_millis(if cfg!(test) { 200 } else { 5_000 });
/// Every statement of the store fits, so that none is compiled twice.
const STATEMENTS: usize = 512;

/// The first bytes of a file that is not closed with a key.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Where the store lies, and what opens it.
#[derive(Clone)]
pub(crate) struct Place {
    path: PathBuf,
    key: Option<Key>,
    /// The folder of a store that passes with the program.
    passing: Option<Arc<tempfile::TempDir>>,
}

impl Place {
    pub(crate) fn file(path: &Path, key: Option<&Key>) -> Self {
        Self { path: path.to_owned(), key: key.cloned(), passing: None }
    }

    pub(crate) fn passing() -> Result<Self, Fault> {
        let folder = tempfile::Builder::new().prefix("requite-").tempdir()?;
        let path = folder.path().join("store");
        Ok(Self { path, key: None, passing: Some(Arc::new(folder)) })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) const fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    /// A connection to it, opened with its key.
    pub(crate) fn connect(&self, flags: OpenFlags) -> Result<Connection, Fault> {
        self.turned(Connection::open_with_flags(&self.path, flags)?)
    }

    fn turned(&self, db: Connection) -> Result<Connection, Fault> {
        if let Some(key) = &self.key {
            key.turn(&db)?;
        }
        Ok(db)
    }

    /// A mark of where the file lies that does not tell it.
    fn mark(&self) -> Vec<u8> {
        let whole = self.path.canonicalize().unwrap_or_else(|_| self.path.clone());
        blake3::hash(whole.as_os_str().as_encoded_bytes()).as_bytes().to_vec()
    }

    /// The file as a URI that promises SQLite that nobody changes it.
    fn unchanging(&self) -> String {
        let mut uri = String::from("file:");
        for byte in self.path.as_os_str().as_encoded_bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                    uri.push(char::from(*byte));
                }
                b'\\' if cfg!(windows) => uri.push('/'),
                byte => uri.push_str(&format!("%{byte:02x}")),
            }
        }
        uri.push_str("?immutable=1");
        uri
    }

    pub(crate) fn open_unchanging(&self) -> Result<Connection, Fault> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_URI;
        self.turned(Connection::open_with_flags(self.unchanging(), flags)?)
    }

    /// Whether changes wait beside the file that were never put into it.
    fn has_waiting_log(&self) -> bool {
        let mut log = self.path.clone().into_os_string();
        log.push("-wal");
        std::fs::metadata(log).is_ok_and(|file| file.len() > 0)
    }
}

/// Opens for writing, making or renewing what is old. `None` where it can only be read.
pub(crate) fn for_writing(place: &Place, now: Moment) -> Result<Option<Desk>, Fault> {
    if rusqlite::version_number() < SAFE_SQLITE {
        return Err(Fault::UnsafeSqlite(rusqlite::version()));
    }
    look_first(place)?;
    match try_writing(place, now) {
        Err(Fault::ReadOnly) if place.path.exists() => Ok(None),
        Err(Fault::Sqlite(error))
            if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) && place.path.exists() =>
        {
            Ok(None)
        }
        other => other,
    }
}

/// Looks at what is there without touching it: SQLite's first write may not come before this.
fn look_first(place: &Place) -> Result<(), Fault> {
    if !place.path.exists() {
        if let Some(folder) = place.path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        return Ok(());
    }
    match is_closed(&place.path)? {
        Some(true) if place.key.is_none() => return Err(Fault::NotAStore),
        // A key for what is open to everybody: what lies there is not what the key was made for.
        Some(false) if place.key.is_some() => return Err(Fault::NotAStore),
        _ => {}
    }
    // Beside a log that waits, the file alone may be half of the truth: only the two verdicts
    // that would forbid touching it count.
    match place.open_unchanging().and_then(|db| migrate::shape(&db)) {
        // Of a closed store the first page may be torn where the power went while the log was put
        // into the file; the log has it whole. Its key was made for what lies there.
        Err(Fault::NotAStore) if place.key.is_some() && place.has_waiting_log() => Ok(()),
        Err(fault @ (Fault::TooNew | Fault::NotAStore)) => Err(fault),
        _ => Ok(()),
    }
}

/// Whether what lies there begins as a closed store may, and as an open one does not. `None` where
/// nothing lies there yet.
pub(crate) fn is_closed(path: &Path) -> Result<Option<bool>, Fault> {
    let mut magic = Vec::new();
    match std::fs::File::open(path) {
        Ok(file) => file.take(16).read_to_end(&mut magic)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    Ok((!magic.is_empty()).then_some(magic != MAGIC))
}

fn try_writing(place: &Place, now: Moment) -> Result<Option<Desk>, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = place.connect(flags)?;
    if db.is_readonly("main")? {
        return Ok(None);
    }
    common_pragmas(&db)?;
    if migrate::shape(&db)? == Shape::ReadableOnly {
        return Ok(None);
    }
    db.pragma_update(None, "page_size", 8192)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    // What passes with the program need not survive a power cut.
    let synchronous = if place.passing.is_some() { "OFF" } else { "FULL" };
    db.pragma_update(None, "synchronous", synchronous)?;
    migrate::to_newest(&mut db)?;
    let device = know_itself(&mut db, place, now)?;
    derived::watch(&db)?;
    Ok(Some(Desk { db, device }))
}

fn common_pragmas(db: &Connection) -> Result<(), Fault> {
    db.busy_timeout(PATIENCE)?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // A plan does not depend on the values of one question: otherwise a statement from the cache
    // is planned anew each time it is used, a tenth of the work of an import.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "trusted_schema", false)?;
    // What is removed is overwritten where it costs no writing of its own.
    db.pragma_update(None, "secure_delete", "FAST")?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.pragma_update(None, "cache_size", -65_536)?;
    Ok(())
}

/// Gives a new store its vault, and a store that lies elsewhere than before a new device.
fn know_itself(db: &mut Connection, place: &Place, now: Moment) -> Result<i64, Fault> {
    let mark = place.mark();
    let last = "SELECT id FROM device WHERE place = ?1 AND id = (SELECT max(id) FROM device)";
    if let Some(device) = db.query_row(last, [&mark], |row| row.get(0)).optional()? {
        return Ok(device);
    }
    let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let kept = tx.query_row("SELECT clock FROM store", [], |row| row.get(0)).optional()?;
    let mut clock = Clock::kept(kept.unwrap_or(0));
    if kept.is_none() {
        let vault = clock.tick(now).uid();
        let epoch = i64::from(place.key.is_some());
        let sql = "INSERT INTO store (id, vault, key_epoch) VALUES (1, ?1, ?2)";
        tx.execute(sql, params![vault.as_bytes(), epoch])?;
    }
    let device = clock.tick(now);
    tx.execute(
        "INSERT INTO device (uid, place, made_at) VALUES (?1, ?2, ?3)",
        params![device.uid().as_bytes(), mark, now.millis()],
    )?;
    let id = tx.last_insert_rowid();
    tx.execute("UPDATE store SET clock = ?1", [device.value()])?;
    tx.commit()?;
    Ok(id)
}

/// Opens for reading. `alone`: there is no writer of ours beside it, perhaps because nothing
/// can be written there at all, not even the files of the log.
pub(crate) fn for_reading(place: &Place, alone: bool) -> Result<Connection, Fault> {
    match try_reading(place) {
        Err(_) if alone && !place.has_waiting_log() => {
            let db = place.open_unchanging()?;
            common_pragmas(&db)?;
            Ok(db)
        }
        other => other,
    }
}

/// Opens for reading what is to be copied table by table. Not defensive: the tables behind the
/// full-text index are copied like any other.
pub(crate) fn for_copying(place: &Place, alone: bool) -> Result<Connection, Fault> {
    // What is attached is opened as the store is: it has to be made.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = match place.connect(flags) {
        Ok(db) if !alone => db,
        _ => return for_reading(place, alone),
    };
    common_pragmas(&db)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
    db.query_row("SELECT id FROM store", [], |_| Ok(()))?;
    Ok(db)
}

/// Opens what may be damaged, to read what can be read; a log that waits beside it is read with it.
pub(crate) fn for_salvage(place: &Place) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = place.connect(flags)?;
    common_pragmas(&db)?;
    Ok(db)
}

fn try_reading(place: &Place) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = place.connect(flags)?;
    common_pragmas(&db)?;
    if place.key.is_none() {
        // Closed pages have to be opened one by one.
        db.pragma_update(None, "mmap_size", 268_435_456)?;
    }
    db.query_row("SELECT id FROM store", [], |_| Ok(()))?;
    Ok(db)
}

#[cfg(test)]
mod tests;
