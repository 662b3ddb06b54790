//! Promises and reminders.

use crate::row::{self, Field, Kind, Row};
use crate::{Fault, Reader, Writer};
use model::{ContactId, Day, InteractionId, Promise, PromiseId, PromiseKind, Uid};
use rusqlite::{Row as Answer, ToSql};

static PROMISE: Kind = Kind {
    word: "promise",
    table: "promise",
    fields: &["contact", "kind", "text", "due_on", "done", "made_in"],
    after: |writer, uid| {
        writer.touched.promises = true;
        let mut ask = writer.db().prepare_cached("SELECT contact FROM promise WHERE uid = ?1")?;
        let contact: Option<[u8; 16]> = ask.query_row([uid.as_bytes()], |row| row.get(0))?;
        drop(ask);
        writer.touched.contacts.extend(contact.map(|uid| ContactId(Uid::from_bytes(uid))));
        Ok(())
    },
};

pub(crate) const KINDS: &[&Kind] = &[&PROMISE];

impl Reader<'_> {
    /// What is promised between the owner and a contact: what is open first, by its day.
    pub fn promises_of(&self, contact: ContactId) -> Result<Vec<Promise>, Fault> {
        match self.contact_row(contact)? {
            Some(row) => self.promises(include_str!("promise/of_contact.sql"), &[&row]),
            None => Ok(Vec::new()),
        }
    }

    /// Everything that is open, by its day, what has none at the end.
    pub fn open_promises(&self) -> Result<Vec<Promise>, Fault> {
        self.promises(include_str!("promise/open.sql"), &[])
    }

    fn promises(&self, ask: &str, values: &[&dyn ToSql]) -> Result<Vec<Promise>, Fault> {
        let mut ask = self.db().prepare_cached(ask)?;
        let promises = ask.query_map(values, promise)?;
        Ok(promises.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// A name for a new promise.
    pub fn new_promise_id(&mut self) -> PromiseId {
        PromiseId(self.new_uid())
    }

    /// Adds a promise or changes the kept one.
    pub fn save_promise(&mut self, promise: &Promise) -> Result<bool, Fault> {
        self.make(Row::new(&PROMISE, promise.id.0), &fields(promise))
    }

    /// Removes a promise.
    pub fn remove_promise(&mut self, id: PromiseId) -> Result<bool, Fault> {
        self.remove(Row::new(&PROMISE, id.0))
    }
}

fn fields(promise: &Promise) -> Vec<Field> {
    vec![
        ("contact", row::maybe(promise.contact, |id| row::uid(id.0))),
        ("kind", row::text(promise.kind.word())),
        ("text", row::text(&promise.text)),
        ("due_on", row::maybe(promise.due_on, |day| row::text(&day.to_string()))),
        ("done", row::yes(promise.done)),
        ("made_in", row::maybe(promise.made_in, |id| row::uid(id.0))),
    ]
}

fn promise(row: &Answer<'_>) -> rusqlite::Result<Promise> {
    let kind: String = row.get("kind")?;
    let due_on: Option<String> = row.get("due_on")?;
    let contact: Option<[u8; 16]> = row.get("head")?;
    let made_in: Option<[u8; 16]> = row.get("made_in")?;
    Ok(Promise {
        id: PromiseId(Uid::from_bytes(row.get("uid")?)),
        contact: contact.map(|uid| ContactId(Uid::from_bytes(uid))),
        // A kind of a newer release is shown as the plainest one.
        kind: PromiseKind::from_word(&kind).unwrap_or(PromiseKind::Reminder),
        text: row.get("text")?,
        due_on: due_on.as_deref().and_then(Day::parse),
        done: row.get("done")?,
        made_in: made_in.map(|uid| InteractionId(Uid::from_bytes(uid))),
    })
}
