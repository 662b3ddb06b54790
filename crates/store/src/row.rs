//! The one place where a field of what the owner makes is written: row and op together.
//!
//! A row is named by its kind and its uid. Being there is a field too (`removed`), so that
//! making, changing and removing are undone by the same writing. A kind is a static
//! description of a table of this shape: `uid BLOB` unique, `removed INTEGER DEFAULT 0`, and
//! the columns that ops may name.

use crate::{Author, Fault, Writer, writer::Reader};
use model::Uid;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params};

/// A table of rows that are written field by field.
pub(crate) struct Kind {
    /// Its word in the log: never renamed.
    pub(crate) word: &'static str,
    /// Where it is kept.
    pub(crate) table: &'static str,
    /// The columns that an op may name, besides `removed`.
    pub(crate) fields: &'static [&'static str],
    /// Told after each writing to a row, undo included: says what was touched and keeps in
    /// step what is derived.
    pub(crate) after: fn(&mut Writer<'_>, &Uid) -> Result<(), Fault>,
}

/// One row.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) kind: &'static Kind,
    pub(crate) uid: Uid,
}

/// One field of a row with its value.
pub(crate) type Field = (&'static str, Value);

pub(crate) const REMOVED: &str = "removed";
pub(crate) const THERE: Value = Value::Integer(0);
pub(crate) const GONE: Value = Value::Integer(1);

/// Every kind that the log may name.
pub(crate) fn kinds() -> impl Iterator<Item = &'static Kind> {
    let ours: [&[&'static Kind]; 12] = [
        crate::contact::KINDS,
        crate::alias::KINDS,
        crate::apart::KINDS,
        crate::card::KINDS,
        crate::note::KINDS,
        crate::promise::KINDS,
        crate::circle::KINDS,
        crate::group::KINDS,
        crate::draft::KINDS,
        crate::owner::KINDS,
        crate::setting::KINDS,
        crate::interaction::KINDS,
    ];
    ours.into_iter().flatten().copied()
}

/// The kind that the log names so; `None` where a newer release wrote it.
pub(crate) fn kind_of(word: &str) -> Option<&'static Kind> {
    kinds().find(|kind| kind.word == word)
}

impl Row {
    pub(crate) const fn new(kind: &'static Kind, uid: Uid) -> Self {
        Self { kind, uid }
    }
}

/// A text, as a value.
pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A uid, as a value.
pub(crate) fn uid(uid: Uid) -> Value {
    Value::Blob(uid.as_bytes().to_vec())
}

/// Yes or no, as a value.
pub(crate) fn yes(yes: bool) -> Value {
    Value::Integer(i64::from(yes))
}

/// What may be unknown, as a value.
pub(crate) fn maybe<T>(known: Option<T>, value: impl FnOnce(T) -> Value) -> Value {
    known.map_or(Value::Null, value)
}

impl Reader<'_> {
    /// What a field holds; `None` where the row was never made.
    pub(crate) fn field(&self, row: Row, field: &str) -> Result<Option<Value>, Fault> {
        let table = row.kind.table;
        let ask = format!("SELECT {field} FROM {table} WHERE uid = ?1");
        let mut ask = self.db().prepare_cached(&ask)?;
        Ok(ask.query_row([row.uid.as_bytes()], |kept| kept.get(0)).optional()?)
    }

    /// Whether the row is there and not removed.
    pub(crate) fn stands(&self, row: Row) -> Result<bool, Fault> {
        Ok(self.field(row, REMOVED)? == Some(THERE))
    }

    /// Whether the value that stands in the field is the owner's wish.
    pub(crate) fn owner_wrote(&self, uid: &Uid, field: &str) -> Result<bool, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("row/last_cause.sql"))?;
        let cause: Option<String> =
            ask.query_row(params![uid.as_bytes(), field], |row| row.get(0)).optional()?;
        Ok(cause.as_deref() == Some(Author::Owner.cause()))
    }
}

impl Reader<'_> {
    /// Whether the owner removed the row, and nobody brought it back.
    pub(crate) fn owner_removed(&self, row: Row) -> Result<bool, Fault> {
        let gone = self.field(row, REMOVED)? == Some(GONE);
        Ok(gone && self.owner_wrote(&row.uid, REMOVED)?)
    }

    fn owner_had_a_hand_in(&self, row: Row) -> Result<bool, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("row/owner_had_a_hand.sql"))?;
        Ok(ask.query_row([row.uid.as_bytes()], |row| row.get(0))?)
    }
}

impl Writer<'_> {
    /// Makes a row with these fields; brings back a removed one and sets them. `false` where
    /// an import would bring back what the owner removed, or where nothing changed.
    pub(crate) fn make(&mut self, row: Row, fields: &[Field]) -> Result<bool, Fault> {
        if self.field(row, REMOVED)?.is_none() {
            self.insert(row, fields)?;
            return Ok(true);
        }
        let mut changed = self.set(row, REMOVED, THERE)?;
        if self.stands(row)? {
            for (field, value) in fields {
                changed |= self.set(row, field, value.clone())?;
            }
        }
        Ok(changed)
    }

    /// Sets one field. `false` where it holds that value, or where an import would overwrite
    /// what the owner wrote.
    pub(crate) fn set(&mut self, row: Row, field: &'static str, new: Value) -> Result<bool, Fault> {
        let old = self.field(row, field)?.ok_or(Fault::Missing(row.kind.word))?;
        if old == new {
            return Ok(false);
        }
        if self.author != Author::Owner && self.owner_wrote(&row.uid, field)? {
            return Ok(false);
        }
        self.put(row, field, (old, new))?;
        Ok(true)
    }

    /// Leaves a tombstone. `false` where there is nothing, or where an import would remove
    /// what the owner made.
    pub(crate) fn remove(&mut self, row: Row) -> Result<bool, Fault> {
        if !self.stands(row)? || self.author != Author::Owner && self.owner_had_a_hand_in(row)? {
            return Ok(false);
        }
        self.set(row, REMOVED, GONE)
    }

    /// Writes a value over the old one and tells the log. All writing to a row ends here.
    pub(crate) fn put(
        &mut self,
        row: Row,
        field: &'static str,
        (old, new): (Value, Value),
    ) -> Result<(), Fault> {
        let table = row.kind.table;
        let write = format!("UPDATE {table} SET {field} = ?2 WHERE uid = ?1");
        self.db().prepare_cached(&write)?.execute(params![row.uid.as_bytes(), new])?;
        self.log(row, field, (old, new))?;
        (row.kind.after)(self, &row.uid)
    }

    /// The other end of all writing: a row that was never there.
    pub(crate) fn insert(&mut self, row: Row, fields: &[Field]) -> Result<(), Fault> {
        let mut names = String::from("uid");
        let mut marks = String::from("?");
        for (field, _) in fields {
            names.extend([", ", field]);
            marks.push_str(", ?");
        }
        let write = format!("INSERT INTO {} ({names}) VALUES ({marks})", row.kind.table);
        let first = [uid(row.uid)];
        let values = first.iter().chain(fields.iter().map(|(_, value)| value));
        self.db().prepare_cached(&write)?.execute(rusqlite::params_from_iter(values))?;
        self.log_making(row, fields)?;
        (row.kind.after)(self, &row.uid)
    }

    /// One op makes a row with all its fields: most rows are made once and never changed.
    fn log_making(&mut self, row: Row, fields: &[Field]) -> Result<(), Fault> {
        let batch = self.batch_row()?;
        let clock = self.clock.tick(self.now).value();
        self.db().prepare_cached(include_str!("row/add_making.sql"))?.execute(params![
            batch,
            clock,
            row.kind.word,
            row.uid.as_bytes(),
            self.cause,
            packed(fields),
        ])?;
        Ok(())
    }

    fn log(&mut self, row: Row, field: &str, (old, new): (Value, Value)) -> Result<(), Fault> {
        let batch = self.batch_row()?;
        let clock = self.clock.tick(self.now).value();
        let uid = row.uid.as_bytes();
        // Typing is one change, however often it is kept on the way.
        if !self.deed.undoable() && self.undoes.is_none() {
            let mut typed = self.db().prepare_cached(include_str!("row/go_on.sql"))?;
            if typed.execute(params![uid, field, new, clock, batch])? > 0 {
                return Ok(());
            }
        }
        self.db().prepare_cached(include_str!("row/add_op.sql"))?.execute(params![
            batch,
            clock,
            row.kind.word,
            uid,
            field,
            old,
            new,
            self.cause,
        ])?;
        Ok(())
    }
}

/// Fields as one text, for the log: what is nothing is left out.
fn packed(fields: &[Field]) -> String {
    let mut packed = serde_json::Map::new();
    for (field, value) in fields.iter().filter(|(_, value)| !is_nothing(value)) {
        let value = match value {
            Value::Null => serde_json::Value::Null,
            Value::Integer(number) => (*number).into(),
            Value::Real(number) => (*number).into(),
            Value::Text(text) => format!("t:{text}").into(),
            Value::Blob(bytes) => {
                let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
                let digits = halves.filter_map(|half| char::from_digit(u32::from(half), 16));
                "x:".chars().chain(digits).collect::<String>().into()
            }
        };
        packed.insert((*field).to_owned(), value);
    }
    serde_json::Value::Object(packed).to_string()
}

/// What a column holds before anybody wrote to it: not worth a line in the log.
pub(crate) fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Integer(0) => true,
        Value::Text(text) => text.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
