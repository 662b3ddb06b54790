//! Brings a store to its newest shape, one step at a time, never back.
//!
//! A step is a file in `migrations/`; its number is its place in [`STEPS`] and is kept in
//! SQLite's own `user_version`. A shipped step is never edited.

use crate::Fault;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

/// `Rqte`, by which a file is known as ours.
pub(crate) const APPLICATION_ID: u32 = 0x5271_7465;

const STEPS: &[&str] = &[
    include_str!("../../../migrations/0001_foundation.sql"),
    include_str!("../../../migrations/0002_contact.sql"),
    include_str!("../../../migrations/0003_note.sql"),
    include_str!("../../../migrations/0004_interaction.sql"),
    include_str!("../../../migrations/0005_derived.sql"),
    include_str!("../../../migrations/0006_learning.sql"),
    include_str!("../../../migrations/0007_sketch.sql"),
    include_str!("../../../migrations/0008_segments.sql"),
    include_str!("../../../migrations/0009_file_marks.sql"),
    include_str!("../../../migrations/0010_packed.sql"),
    include_str!("../../../migrations/0011_weighed.sql"),
    include_str!("../../../migrations/0012_apart.sql"),
];

/// What may be done with a store of some version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Nothing is in it yet.
    Empty,
    /// Ours, perhaps after some steps.
    Ours,
    /// Newer, but made so that this release may read it.
    ReadableOnly,
}

/// The version this release writes.
pub(crate) fn newest() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// Looks at a store without changing it.
pub(crate) fn shape(db: &Connection) -> Result<Shape, Fault> {
    let version: u32 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let application: u32 = db.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: u32 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (application, version) {
        (0, 0) if tables == 0 => Ok(Shape::Empty),
        (APPLICATION_ID, version) if version > newest() => newer(db),
        (APPLICATION_ID, _) => Ok(Shape::Ours),
        _ => Err(Fault::NotAStore),
    }
}

fn newer(db: &Connection) -> Result<Shape, Fault> {
    let from = db.query_row("SELECT readable_from FROM store", [], |row| row.get(0));
    match from.optional() {
        Ok(Some(Some(from))) if newest() >= from => Ok(Shape::ReadableOnly),
        _ => Err(Fault::TooNew),
    }
}

/// Whether steps are missing in what is ours. What was never made to its end holds nothing yet, and
/// is of no age.
pub(crate) fn is_older(db: &Connection) -> Result<bool, Fault> {
    let version: u32 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let ours = shape(db)? == Shape::Ours && version < newest();
    Ok(ours && db.prepare("SELECT id FROM store")?.exists([])?)
}

/// Marks a copy, made table by table, as what it is a copy of: the marks are no table.
pub(crate) fn mark_as_newest(db: &Connection) -> Result<(), Fault> {
    db.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(db.pragma_update(None, "user_version", newest())?)
}

/// Takes the steps that are missing. Two programs may try at once: each step looks again
/// behind the lock.
pub(crate) fn to_newest(db: &mut Connection) -> Result<(), Fault> {
    loop {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let at: u32 = tx.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let Some(step) = STEPS.get(at as usize) else {
            return Ok(());
        };
        tx.execute_batch(step)?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", at + 1)?;
        tx.commit()?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interaction::Words;

    fn fresh() -> Connection {
        let mut db = Connection::open_in_memory().unwrap();
        to_newest(&mut db).unwrap();
        db
    }

    #[test]
    fn a_second_opening_changes_nothing() {
        let mut db = fresh();
        let before = db.total_changes();
        to_newest(&mut db).unwrap();
        assert_eq!(db.total_changes(), before);
        assert_eq!(shape(&db).unwrap(), Shape::Ours);
    }

    #[test]
    fn words_of_an_older_store_are_read_as_they_were() {
        let mut db = Connection::open_in_memory().unwrap();
        db.pragma_update(None, "foreign_keys", false).unwrap();
        for step in &STEPS[..9] {
            db.execute_batch(step).unwrap();
        }
        let told = ["Zürich", "Ça va? 你好", "> Oui", "-- \nAda"];
        db.execute("INSERT INTO interaction_text VALUES (7, ?1, ?2, ?3, ?4)", told).unwrap();
        db.pragma_update(None, "user_version", 9).unwrap();
        to_newest(&mut db).unwrap();
        let sql = "SELECT subject, text_bytes, quoted_bytes, signature_bytes, words
                   FROM interaction_text WHERE interaction = 7";
        let read = db.query_row(sql, [], |row| {
            let words = Words::read(row, 1)?;
            let parts = [words.text(), words.quoted(), words.signature()].map(str::to_owned);
            Ok((row.get::<_, String>(0)?, parts))
        });
        let parts = [told[1], told[2], told[3]].map(str::to_owned);
        assert_eq!(read.unwrap(), (told[0].to_owned(), parts));
    }

    /// What the schema says, but for the tables that are made as they are needed.
    fn schema(db: &Connection) -> Vec<String> {
        let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name";
        let mut ask = db.prepare(sql).unwrap();
        ask.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn every_earlier_shape_is_brought_to_the_newest() {
        let newest = schema(&fresh());
        for steps in 1..STEPS.len() {
            let mut db = Connection::open_in_memory().unwrap();
            db.pragma_update(None, "foreign_keys", false).unwrap();
            for step in &STEPS[..steps] {
                db.execute_batch(step).unwrap();
            }
            db.execute_batch("INSERT INTO store (id, vault) VALUES (1, x'00')").unwrap();
            db.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
            db.pragma_update(None, "user_version", u32::try_from(steps).unwrap()).unwrap();
            to_newest(&mut db).unwrap();
            assert_eq!(schema(&db), newest, "from version {steps}");
            let kept: i64 =
                db.query_row("SELECT count(*) FROM store", [], |row| row.get(0)).unwrap();
            assert_eq!(kept, 1);
        }
    }

    #[test]
    fn a_newer_store_is_left_alone() {
        let db = fresh();
        db.pragma_update(None, "user_version", 9_999).unwrap();
        assert!(matches!(shape(&db), Err(Fault::TooNew)));
    }

    #[test]
    fn a_newer_store_that_says_so_may_be_read() {
        let db = fresh();
        db.execute_batch(
            "INSERT INTO store (id, vault, readable_from) VALUES (1, x'00', 1);
             PRAGMA user_version = 9999;",
        )
        .unwrap();
        assert_eq!(shape(&db).unwrap(), Shape::ReadableOnly);
    }

    #[test]
    fn the_database_of_another_program_is_no_store() {
        let db = Connection::open_in_memory().unwrap();
        assert_eq!(shape(&db).unwrap(), Shape::Empty);
        db.execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
        assert!(matches!(shape(&db), Err(Fault::NotAStore)));
    }

    #[test]
    fn every_table_is_strict_and_explained() {
        let db = fresh();
        let mut ask = db
            .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND schema = 'main' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_fts%'")
            .unwrap();
        let loose: Vec<String> =
            ask.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        assert_eq!(loose, Vec::<String>::new());
        for step in STEPS {
            let lines: Vec<&str> = step.lines().collect();
            for (before, line) in lines.iter().zip(lines.iter().skip(1)) {
                if line.starts_with("CREATE TABLE") || line.starts_with("CREATE VIRTUAL TABLE") {
                    assert!(before.starts_with("--"), "no comment on: {line}");
                }
            }
        }
    }

    #[test]
    fn nothing_the_owner_made_is_removed_by_a_cascade() {
        assert!(STEPS.iter().all(|step| !step.to_uppercase().contains("ON DELETE CASCADE")));
    }
}
