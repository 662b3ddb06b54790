//! Taking deeds back, and bringing them back.
//!
//! A batch is taken back by writing its old values through the same door as any other change,
//! as a batch of its own that says which one it undoes: so nothing is lost from the log, and
//! a taking back is taken back in the same way. What was changed again since, or has come to
//! be needed by something newer, stays as it is.

mod past;

pub use past::{Became, PastChange, PastDeed, PastWanted};

use crate::row::{self, GONE, Kind, REMOVED, Row, THERE};
use crate::transact::{BatchId, Deed, Done};
use crate::{Fault, Reader, Store, Writer, alias, contact};
use model::{ImportId, Moment, Uid};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row as Answer, params};
use std::collections::{BTreeMap, BTreeSet};

impl Store {
    /// Takes back the owner's last deed; an import as a whole. `None` where there is none.
    pub fn undo(&self, now: Moment) -> Result<Option<Done<Deed>>, Fault> {
        self.turn(now, |reader| reader.batch(include_str!("undo/next.sql"), None))
    }

    /// Brings back what was last taken back, as long as nothing was done since.
    pub fn redo(&self, now: Moment) -> Result<Option<Done<Deed>>, Fault> {
        self.turn(now, |reader| reader.batch(include_str!("undo/next_back.sql"), None))
    }

    /// Takes back one deed, also an older one; where it is a taking back, brings back.
    pub fn undo_batch(&self, batch: BatchId, now: Moment) -> Result<Option<Done<Deed>>, Fault> {
        self.turn(now, move |reader| reader.batch(include_str!("undo/one.sql"), Some(batch.0)))
    }

    /// Takes back everything an import brought, but for what the owner has since made their
    /// own.
    pub fn take_back_import(
        &self,
        import: ImportId,
        now: Moment,
    ) -> Result<Option<Done<Deed>>, Fault> {
        self.turn(now, move |reader| {
            reader.batch(include_str!("undo/of_import.sql"), Some(import.0))
        })
    }

    fn turn(
        &self,
        now: Moment,
        which: impl FnOnce(&Reader<'_>) -> Result<Option<Batch>, Fault> + Send + 'static,
    ) -> Result<Option<Done<Deed>>, Fault> {
        let done = self.transact(Deed::Rebuild, now, move |writer| {
            let Some(batch) = which(writer)? else {
                return Ok(None);
            };
            for batch in writer.together_with(&batch)? {
                writer.turn(&batch)?;
            }
            Ok(Some(batch.deed))
        })?;
        let Done { value, touched, batch } = done;
        Ok(value.map(|value| Done { value, touched, batch }))
    }
}

/// A batch in the log.
struct Batch {
    row: i64,
    deed: Deed,
    import: Option<ImportId>,
    undoes: Option<i64>,
}

fn batch(answer: &Answer<'_>) -> rusqlite::Result<Batch> {
    let deed: String = answer.get("deed")?;
    let import: Option<[u8; 16]> = answer.get("import")?;
    Ok(Batch {
        row: answer.get("id")?,
        // A deed of a newer release is taken back all the same; only its message is plain.
        deed: Deed::from_word(&deed).unwrap_or(Deed::EditContact),
        import: import.map(|uid| ImportId(Uid::from_bytes(uid))),
        undoes: answer.get("undoes")?,
    })
}

/// What a batch did to one field, from its first op on it to its last.
struct Change {
    row: Row,
    field: &'static str,
    first_op: i64,
    /// Whether its first op made the row.
    makes: bool,
    old: Value,
    new: Value,
}

fn change(op: &Answer<'_>, row: Row, field: &'static str) -> rusqlite::Result<Change> {
    let (old, new): (Value, Value) = (op.get("old")?, op.get("new")?);
    // Only a row that never was has nothing to say of its being there; a tombstone of another
    // shape (an interaction's names its batch) is nothing while it stands.
    let makes = field == REMOVED && old == Value::Null && new == THERE;
    Ok(Change { row, field, first_op: op.get("id")?, makes, old, new })
}

impl Reader<'_> {
    fn batch(&self, ask: &str, uid: Option<Uid>) -> Result<Option<Batch>, Fault> {
        let mut ask = self.db().prepare_cached(ask)?;
        let uid = uid.map(|uid| *uid.as_bytes());
        let found = match uid {
            Some(uid) => ask.query_row([uid], batch),
            None => ask.query_row([], batch),
        };
        Ok(found.optional()?)
    }

    /// The batch, or all batches of its import that stand as it does, the latest first.
    fn together_with(&self, one: &Batch) -> Result<Vec<Batch>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("undo/together.sql"))?;
        let import = one.import.map(|import| *import.0.as_bytes());
        let all = ask.query_map(params![one.row, import, one.undoes.is_some()], batch)?;
        Ok(all.collect::<Result<_, _>>()?)
    }

    /// What a batch changed, in the order in which it did.
    fn changes(&self, batch: i64) -> Result<Vec<Change>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("undo/ops.sql"))?;
        let mut ops = ask.query([batch])?;
        let mut changes: Vec<Change> = Vec::new();
        let mut places: BTreeMap<(Uid, &'static str), usize> = BTreeMap::new();
        while let Some(op) = ops.next()? {
            let (word, named): (String, String) = (op.get("kind")?, op.get("field")?);
            // What a newer release wrote stays in the log; this one cannot turn it.
            let Some(kind) = row::kind_of(&word) else {
                continue;
            };
            let Some(field) = field_of(kind, &named) else {
                continue;
            };
            let uid = Uid::from_bytes(op.get("uid")?);
            let place = *places.entry((uid, field)).or_insert(changes.len());
            match changes.get_mut(place) {
                Some(change) => change.new = op.get("new")?,
                None => changes.push(change(op, Row::new(kind, uid), field)?),
            }
        }
        Ok(changes)
    }

    /// Who wanted the value to stand that an op wrote over.
    fn cause_before(&self, change: &Change) -> Result<&'static str, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("undo/cause_before.sql"))?;
        let named = params![change.row.uid.as_bytes(), change.field, change.first_op];
        let cause: Option<String> = ask.query_row(named, |row| row.get(0)).optional()?;
        Ok(match cause.as_deref() {
            Some("owner") => "owner",
            Some("import") => "import",
            _ => "nobody",
        })
    }

    /// Whether something that this batch made was changed after it, or is needed by now.
    fn is_wanted_since(&self, row: Row, batch: i64) -> Result<bool, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("undo/later.sql"))?;
        let mut later = ask.query(params![row.uid.as_bytes(), batch])?;
        while let Some(op) = later.next()? {
            let (field, then): (String, Value) = (op.get(0)?, op.get(1)?);
            let Some(field) = field_of(row.kind, &field) else {
                continue;
            };
            if !same(self.field(row, field)?.as_ref(), &then) {
                return Ok(true);
            }
        }
        if !std::ptr::eq(row.kind, &contact::CONTACT) {
            return Ok(false);
        }
        let mut ask = self.db().prepare_cached(include_str!("undo/contact_in_use.sql"))?;
        Ok(ask.query_row([row.uid.as_bytes()], |row| row.get(0))?)
    }
}

fn field_of(kind: &'static Kind, named: &str) -> Option<&'static str> {
    if named == REMOVED {
        return Some(REMOVED);
    }
    kind.fields.iter().copied().find(|field| *field == named)
}

/// Whether a field holds what an op knew: what was never written is nothing, 0 or empty.
fn same(kept: Option<&Value>, known: &Value) -> bool {
    kept.is_some_and(|kept| kept == known || row::is_nothing(kept) && row::is_nothing(known))
}

impl Writer<'_> {
    /// Writes what was before a batch, as a batch that undoes it.
    fn turn(&mut self, past: &Batch) -> Result<(), Fault> {
        (self.deed, self.import, self.undoes) = (past.deed, past.import, Some(past.row));
        self.batch = None;
        self.batch_row()?;
        match past.undoes {
            None => self.remove_of_batch(past.row)?,
            Some(undone) => self.restore_of_batch(undone)?,
        }
        let changes = self.changes(past.row)?;
        let made: BTreeSet<Uid> =
            changes.iter().filter(|change| change.makes).map(|change| change.row.uid).collect();
        for change in changes.iter().rev() {
            if !made.contains(&change.row.uid) {
                self.write_back(change)?;
            } else if change.makes {
                self.unmake(change.row, past.row)?;
            }
        }
        self.db().prepare_cached(include_str!("undo/turned.sql"))?.execute([past.row])?;
        Ok(())
    }

    fn write_back(&mut self, change: &Change) -> Result<(), Fault> {
        let now = self.field(change.row, change.field)?;
        if !same(now.as_ref(), &change.new) || self.must_stay(change)? {
            return Ok(());
        }
        let (Some(now), old) = (now, &change.old) else {
            return Ok(());
        };
        self.cause = self.cause_before(change)?;
        self.put(change.row, change.field, (now, old.clone()))
    }

    /// A merge comes back only where it still joins two.
    fn must_stay(&self, change: &Change) -> Result<bool, Fault> {
        let is_merge = std::ptr::eq(change.row.kind, &alias::ALIAS);
        let comes_back = change.field == REMOVED && change.old == THERE;
        Ok(is_merge && comes_back && self.alias_is_overtaken(&change.row.uid)?)
    }

    /// What a batch made goes whole: its fields stay written, for the way back.
    fn unmake(&mut self, made: Row, batch: i64) -> Result<(), Fault> {
        if !self.stands(made)? || self.is_wanted_since(made, batch)? {
            return Ok(());
        }
        self.cause = "nobody";
        self.put(made, REMOVED, (THERE, GONE))
    }
}

#[cfg(test)]
mod tests;
