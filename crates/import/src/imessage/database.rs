//! A database of another program, opened so that nothing in it can do harm.
//!
//! It is held in memory and cannot be written to; views, triggers and functions that its schema
//! might call are switched off, only true tables are asked, by plain selects in the order of
//! their rows, and no value may be longer than [`LONGEST_VALUE`]. Where a page is damaged, the
//! rows behind it are looked for further on.

use crate::Bytes;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, MAIN_DB, Row, Statement};
use std::collections::HashSet;
use std::io::{self, Read, SeekFrom};
use std::ops::ControlFlow;

/// What SQLite can hold in one piece.
const LARGEST: u64 = 2_147_483_391;
/// Bytes of a value or a row that are read.
const LONGEST_VALUE: i32 = 16 * 1024 * 1024;
/// Places in a table that may be damaged before the rest of it is given up.
const MOST_DAMAGED: u32 = 500;
/// Where the header says how the database is written: 1 is with a journal, 2 with a log beside it.
const WRITTEN_HOW: [u64; 2] = [18, 19];
/// Where the header says how many pages there are; 0 is as many as the file has.
const PAGES: std::ops::Range<u64> = 28..32;

pub(super) const TOO_LARGE: &str = "The database is larger than 2 GiB and was left out.";
pub(super) const UNREADABLE: &str = "The database is damaged; nothing in it could be read.";

/// A database.
pub(super) struct Database {
    connection: Connection,
    tables: HashSet<String>,
}

impl Database {
    /// Opens it, or says why it cannot be read.
    pub(super) fn open(bytes: &mut dyn Bytes) -> Result<Self, &'static str> {
        let connection = harmless().map_err(|_| UNREADABLE)?;
        let connection = filled(connection, bytes)?;
        let tables = tables(&connection).map_err(|_| UNREADABLE)?;
        Ok(Self { connection, tables })
    }

    /// Whether it has all of these tables.
    pub(super) fn has_all(&self, tables: &[&str]) -> bool {
        tables.iter().all(|table| self.tables.contains(*table))
    }

    /// Hands every row of a table to `each`: its number and these columns, of which one that this
    /// database has not is empty. Answers whether something of the table could not be read.
    pub(super) fn scan(
        &self,
        table: &str,
        columns: &[&str],
        each: &mut dyn FnMut(i64, &Fields<'_, '_>) -> ControlFlow<()>,
    ) -> ControlFlow<(), bool> {
        if !self.tables.contains(table) {
            return ControlFlow::Continue(false);
        }
        let select = self.select(table, columns);
        let Ok(mut statement) = select.and_then(|select| self.connection.prepare(&select)) else {
            return ControlFlow::Continue(true);
        };
        // Rows are numbered from 1.
        let (mut last, mut from, mut step, mut damaged) = (0, 0_i64, 1_i64, 0);
        loop {
            let before = last;
            if walk(&mut statement, from, &mut last, each)? {
                return ControlFlow::Continue(damaged > 0);
            }
            damaged += 1;
            step = if last > before { 1 } else { step.saturating_mul(2) };
            from = last.max(from).saturating_add(step);
            if damaged > MOST_DAMAGED || from == i64::MAX {
                return ControlFlow::Continue(true);
            }
        }
    }

    /// Columns that are computed are not among those that the table tells.
    fn select(&self, table: &str, columns: &[&str]) -> rusqlite::Result<String> {
        let mut ask = self.connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
        let known = ask.query_map([table], |row| row.get::<_, String>(0))?;
        let known: HashSet<String> = known.filter_map(Result::ok).collect();
        let columns = columns.iter().map(|column| match known.contains(*column) {
            true => *column,
            false => "NULL",
        });
        let columns = columns.collect::<Vec<_>>().join(", ");
        Ok(format!(
            "SELECT ROWID, {columns} FROM {table} NOT INDEXED WHERE ROWID > ?1 ORDER BY ROWID"
        ))
    }
}

/// Reads on from behind a row, and answers whether the end was reached. Rows that do not come in
/// their order are damage: so a tree of pages that leads back into itself has an end.
fn walk(
    statement: &mut Statement<'_>,
    from: i64,
    last: &mut i64,
    each: &mut dyn FnMut(i64, &Fields<'_, '_>) -> ControlFlow<()>,
) -> ControlFlow<(), bool> {
    let Ok(mut rows) = statement.query([from]) else {
        return ControlFlow::Continue(false);
    };
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                let fields = Fields(row);
                match fields.number_at(0).filter(|number| number > last) {
                    Some(number) => *last = number,
                    None => return ControlFlow::Continue(false),
                }
                each(*last, &fields)?;
            }
            Ok(None) => return ControlFlow::Continue(true),
            Err(_) => return ControlFlow::Continue(false),
        }
    }
}

/// A row's columns, counted from 0 in the order in which they were asked for.
pub(super) struct Fields<'r, 's>(&'r Row<'s>);

impl Fields<'_, '_> {
    /// A text, empty where there is none.
    pub(super) fn text(&self, column: usize) -> String {
        match self.0.get_ref(column + 1) {
            Ok(ValueRef::Text(text)) => String::from_utf8_lossy(text).into_owned(),
            Ok(ValueRef::Integer(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// A number.
    pub(super) fn number(&self, column: usize) -> Option<i64> {
        self.number_at(column + 1)
    }

    /// Whether a number is there that is not 0.
    pub(super) fn is_set(&self, column: usize) -> bool {
        self.number(column).is_some_and(|number| number != 0)
    }

    /// Bytes, none where there are none.
    pub(super) fn bytes(&self, column: usize) -> &[u8] {
        match self.0.get_ref(column + 1) {
            Ok(ValueRef::Blob(bytes) | ValueRef::Text(bytes)) => bytes,
            _ => &[],
        }
    }

    fn number_at(&self, column: usize) -> Option<i64> {
        match self.0.get_ref(column) {
            Ok(ValueRef::Integer(number)) => Some(number),
            Ok(ValueRef::Real(number)) => Some(number as i64),
            _ => None,
        }
    }
}

/// A connection in which nothing of a schema is trusted.
fn harmless() -> rusqlite::Result<Connection> {
    let connection = Connection::open_in_memory()?;
    for (setting, is_on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
    ] {
        connection.set_db_config(setting, is_on)?;
    }
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(connection)
}

/// The connection with the database's bytes behind it.
fn filled(mut connection: Connection, bytes: &mut dyn Bytes) -> Result<Connection, &'static str> {
    let told = bytes.seek(SeekFrom::End(0)).ok();
    // An archive's entry does not know its length.
    let (size, unpacked) = match told {
        Some(size) => (size, None),
        None => {
            let mut unpacked = Vec::new();
            let read = (&mut *bytes).take(LARGEST + 1).read_to_end(&mut unpacked);
            read.map_err(|_| UNREADABLE)?;
            (unpacked.len() as u64, Some(unpacked))
        }
    };
    if size > LARGEST {
        return Err(TOO_LARGE);
    }
    let size = usize::try_from(size).map_err(|_| TOO_LARGE)?;
    let deserialized = match unpacked {
        Some(unpacked) => {
            let image = Image { source: unpacked.as_slice(), at: 0 };
            connection.deserialize_read_exact(MAIN_DB, image, size, true)
        }
        None => {
            bytes.seek(SeekFrom::Start(0)).map_err(|_| UNREADABLE)?;
            let image = Image { source: bytes, at: 0 };
            connection.deserialize_read_exact(MAIN_DB, image, size, true)
        }
    };
    deserialized.map_err(|_| UNREADABLE)?;
    Ok(connection)
}

/// A database's bytes on their way into memory. One that is written with a log beside it cannot
/// be opened there, and one that is cut off nowhere, so the copy's header says otherwise.
struct Image<R> {
    source: R,
    at: u64,
}

impl<R: Read> Read for Image<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let got = self.source.read(out)?;
        for (byte, at) in out.iter_mut().take(got).zip(self.at..) {
            if WRITTEN_HOW.contains(&at) && *byte == 2 {
                *byte = 1;
            }
            if PAGES.contains(&at) {
                *byte = 0;
            }
        }
        self.at = self.at.saturating_add(got as u64);
        Ok(got)
    }
}

/// True tables: a view or a virtual table has no page of its own.
fn tables(connection: &Connection) -> rusqlite::Result<HashSet<String>> {
    let select = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0";
    let mut statement = connection.prepare(select)?;
    let names = statement.query_map([], |row| row.get(0))?;
    names.collect()
}
