//! A hash of everything that is kept: two stores that say the same have the same one, in
//! whatever order and by whatever deeds it came to be so.
//!
//! Taken over what stands, kind by kind in the order of what is said. Row numbers, batches, clocks
//! and what is derived are not in it, but for the acts: those cannot be made again from the
//! store alone.

use crate::interaction::Words;
use crate::row::{self, REMOVED};
use crate::{Fault, Reader};
use rusqlite::types::ValueRef;
use rusqlite::{Row, params};

/// Kinds whose rows nothing else names. Their uids are drawn when they are made, and say nothing.
const NAMELESS: &[&str] = &[
    "identity",
    "position",
    "dated_day",
    "tag",
    "alias",
    "card",
    "recipient",
    "dismissal",
    "group_member",
    "owner_fact",
];

/// A BLAKE3 hash.
pub type Digest = [u8; 32];

impl Reader<'_> {
    /// The hash of everything that is kept.
    pub fn digest(&self) -> Result<Digest, Fault> {
        let mut hash = blake3::Hasher::new();
        for kind in row::kinds() {
            let uid = Some("uid").filter(|_| !NAMELESS.contains(&kind.word));
            let columns: Vec<&str> = uid.into_iter().chain(kind.fields.iter().copied()).collect();
            let (table, columns) = (kind.table, columns.join(", "));
            let sql =
                format!("SELECT {columns} FROM {table} WHERE {REMOVED} = 0 ORDER BY {columns}");
            put(&mut hash, kind.word.as_bytes());
            self.each(&sql, |row| values(&mut hash, row, 0..row.as_ref().column_count()))?;
        }
        put(&mut hash, b"passed");
        let (mut with, mut acts) = (
            self.db().prepare(include_str!("digest/participants.sql"))?,
            self.db().prepare(include_str!("digest/acts.sql"))?,
        );
        self.each(include_str!("digest/interactions.sql"), |row| {
            let number: i64 = row.get(0)?;
            values(&mut hash, row, 1..14)?;
            put(&mut hash, Words::read(row, 14)?.as_bytes());
            for ask in [&mut with, &mut acts] {
                let mut rows = ask.query(params![number])?;
                while let Some(row) = rows.next()? {
                    values(&mut hash, row, 0..row.as_ref().column_count())?;
                }
                put(&mut hash, b"");
            }
            Ok(())
        })?;
        Ok(*hash.finalize().as_bytes())
    }

    fn each(
        &self,
        sql: &str,
        mut take: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), Fault> {
        let mut ask = self.db().prepare(sql)?;
        let mut rows = ask.query([])?;
        while let Some(row) = rows.next()? {
            take(row)?;
        }
        Ok(())
    }
}

fn values(
    hash: &mut blake3::Hasher,
    row: &Row<'_>,
    columns: std::ops::Range<usize>,
) -> rusqlite::Result<()> {
    for column in columns {
        match row.get_ref(column)? {
            ValueRef::Null => put(hash, b"null"),
            ValueRef::Integer(number) => put(hash, &number.to_le_bytes()),
            ValueRef::Real(number) => put(hash, &number.to_le_bytes()),
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => put(hash, bytes),
        }
    }
    Ok(())
}

/// Adds a value so that it cannot run into the next one.
fn put(hash: &mut blake3::Hasher, bytes: &[u8]) {
    hash.update(&(bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

#[cfg(test)]
mod tests {
    use crate::told::{from, now, store, within};
    use crate::{Deed, Store};
    use model::{Act, ActKind};

    fn digest(store: &Store) -> super::Digest {
        store.asked(|reader| reader.digest())
    }

    #[test]
    fn what_came_in_another_order_has_the_same_digest() {
        let (one, other) = (store(), store());
        let told = [within("a", from(2, "Ada", "Hello")), from(1, "Ada", "And again")];
        for store in [&one, &other] {
            store.knows(&["Ada"]);
        }
        one.keeps(&told);
        let (first, second) = (told[0].clone(), told[1].clone());
        other.keeps(&[second]);
        other.keeps(&[first]);
        assert_eq!(digest(&one), digest(&other));
    }

    #[test]
    fn every_word_and_every_verdict_counts() {
        let store = store();
        let empty = digest(&store);
        store.knows(&["Ada"]);
        let somebody = digest(&store);
        let told = from(1, "Ada", "Could you help?");
        let id = told.id;
        store.keeps(&[told]);
        let told = digest(&store);
        let acts = [Act { kind: ActKind::Ask, sentence: 0..15, certainty: 0.5 }];
        store.told(Deed::Judge, move |writer| writer.put_acts(id, &acts, 1));
        let all = [empty, somebody, told, digest(&store)];
        for (at, one) in all.iter().enumerate() {
            assert!(!all[..at].contains(one), "{at} is the same as one before");
        }
    }

    #[test]
    fn what_is_undone_never_was() {
        let store = store();
        store.knows(&["Ada"]);
        let before = digest(&store);
        store.keeps(&[from(1, "Ada", "Hello")]);
        assert_ne!(digest(&store), before);
        store.undo(now()).unwrap();
        assert_eq!(digest(&store), before);
    }
}
