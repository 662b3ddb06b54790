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

    /// A promise, unless it is gone.
    pub fn promise(&self, id: PromiseId) -> Result<Option<Promise>, Fault> {
        let found = self.promises(include_str!("promise/one.sql"), &[id.0.as_bytes()])?;
        Ok(found.into_iter().next())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Deed;
    use crate::told::{person, store};

    fn promise(text: &str, who: Option<&str>, due: Option<u32>) -> Promise {
        Promise {
            id: PromiseId(Uid::derived(&[text.as_bytes()])),
            contact: who.map(person),
            kind: PromiseKind::IOwe,
            text: text.into(),
            due_on: due.and_then(|day| Day::new(Some(2026), 6, day)),
            done: false,
            made_in: Some(InteractionId(Uid::derived(&[b"message"]))),
        }
    }

    #[test]
    fn what_is_open_is_read_by_its_day() {
        let store = store();
        store.knows(&["Ada"]);
        let all = [
            promise("some day", Some("Ada"), None),
            promise("later", None, Some(20)),
            promise("soon", Some("Ada"), Some(10)),
        ];
        let [some_day, later, soon] = all.clone();
        store.told(Deed::EditPromise, move |w| {
            all.iter().try_for_each(|promise| w.save_promise(promise).map(drop))
        });
        assert_eq!(store.asked(|r| r.open_promises()), [soon.clone(), later, some_day.clone()]);
        assert_eq!(store.asked(|r| r.promises_of(person("Ada"))), [soon, some_day]);
    }

    #[test]
    fn what_is_done_or_removed_is_open_no_more() {
        let store = store();
        store.knows(&["Ada"]);
        let kept = promise("kept", Some("Ada"), Some(1));
        let gone = promise("gone", Some("Ada"), Some(2));
        let (done, id) = (Promise { done: true, ..kept.clone() }, gone.id);
        store.told(Deed::EditPromise, move |w| {
            w.save_promise(&kept)?;
            w.save_promise(&gone)
        });
        let wanted = done.clone();
        store.told(Deed::EditPromise, move |w| w.save_promise(&done));
        store.told(Deed::RemovePromise, move |w| w.remove_promise(id));
        assert!(store.asked(|r| r.open_promises()).is_empty());
        assert_eq!(store.asked(|r| r.promises_of(person("Ada"))), [wanted]);
    }

    #[test]
    fn what_is_promised_to_somebody_deleted_is_out_of_sight() {
        let store = store();
        store.knows(&["Ada"]);
        store.told(Deed::EditPromise, |w| w.save_promise(&promise("book", Some("Ada"), None)));
        store.told(Deed::DeleteContact, |w| w.delete_contact(person("Ada")));
        assert!(store.asked(|r| r.open_promises()).is_empty());
    }
}
