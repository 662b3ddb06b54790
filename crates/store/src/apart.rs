//! Two contacts of whom the owner has said that they are two people.

use crate::contact::CONTACT;
use crate::interaction::uid;
use crate::row::{self, Kind, Row};
use crate::{Fault, Reader, Writer};
use model::{ContactId, Uid};
use std::collections::BTreeSet;

static APART: Kind = Kind {
    word: "apart",
    table: "apart",
    fields: &["one", "other"],
    after: |writer, apart| {
        let mut ask = writer.db().prepare_cached("SELECT one, other FROM apart WHERE uid = ?1")?;
        let both = ask.query_row([apart.as_bytes()], |row| Ok([uid(row, 0)?, uid(row, 1)?]))?;
        drop(ask);
        writer.touched.contacts.extend(both.map(ContactId));
        Ok(())
    },
};

pub(crate) const KINDS: &[&Kind] = &[&APART];

impl Reader<'_> {
    /// Pairs that are two people, as they are read now; in each the lesser id first.
    pub fn told_apart(&self) -> Result<BTreeSet<(ContactId, ContactId)>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("apart/all.sql"))?;
        let rows = ask.query_map([], |row| {
            let (one, other) = (ContactId(uid(row, 0)?), ContactId(uid(row, 1)?));
            Ok((one.min(other), one.max(other)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Keeps that these are two people. `false` where that is known, or they are one contact.
    pub fn tell_apart(&mut self, one: ContactId, other: ContactId) -> Result<bool, Fault> {
        let (one, other) = (self.resolve(one)?, self.resolve(other)?);
        for side in [one, other] {
            if !self.stands(Row::new(&CONTACT, side.0))? {
                return Err(Fault::Missing("contact"));
            }
        }
        if one == other {
            return Ok(false);
        }
        let (one, other) = (one.min(other), one.max(other));
        // The same pair is the same row on every machine.
        let parts: [&[u8]; 3] = [b"apart", one.0.as_bytes(), other.0.as_bytes()];
        let row = Row::new(&APART, Uid::derived(&parts));
        self.make(row, &[("one", row::uid(one.0)), ("other", row::uid(other.0))])
    }
}

#[cfg(test)]
mod tests {
    use crate::Deed;
    use crate::told::{now, person, store};

    #[test]
    fn a_pair_is_told_apart_once_whichever_is_named_first() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        let pair = || store.asked(|reader| reader.told_apart());
        let told = |one: &'static str, other: &'static str| {
            let deed =
                store.told(Deed::TellApart, |writer| writer.tell_apart(person(one), person(other)));
            deed.value
        };
        assert!(told("Ada", "Bea"));
        assert!(!told("Bea", "Ada") && !told("Ada", "Ada"));
        assert_eq!(pair().len(), 1);
        store.undo(now()).unwrap();
        assert!(pair().is_empty());
        store.redo(now()).unwrap();
        assert_eq!(pair().len(), 1);
    }

    #[test]
    fn who_is_told_apart_from_somebody_is_so_from_whoever_they_are_merged_into() {
        let store = store();
        store.knows(&["Ada", "Bea", "Chidi"]);
        store.told(Deed::TellApart, |writer| writer.tell_apart(person("Ada"), person("Bea")));
        store.told(Deed::MergeContacts, |writer| {
            writer.merge_contacts(person("Chidi"), person("Bea"))
        });
        let (ada, chidi) = (person("Ada"), person("Chidi"));
        let pair = store.asked(|reader| reader.told_apart());
        assert_eq!(pair.into_iter().collect::<Vec<_>>(), [(ada.min(chidi), ada.max(chidi))]);
    }
}
