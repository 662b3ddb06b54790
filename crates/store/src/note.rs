//! Notes: facts about contacts, with where they come from and when they were seen.

use crate::row::{self, Field, Kind, Row};
use crate::{Author, Fault, Reader, Writer};
use model::{ContactId, Moment, Note, NoteId, NoteKind, Uid};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row as Answer, params};

static NOTE: Kind = Kind {
    word: "note",
    table: "note",
    fields: &["contact", "kind", "text", "source", "link", "seen_at", "seen_offset"],
    after: |writer, uid| {
        writer.touched.notes = true;
        let mut ask = writer.db().prepare_cached("SELECT contact FROM note WHERE uid = ?1")?;
        let contact = ask.query_row([uid.as_bytes()], |row| row.get(0))?;
        drop(ask);
        writer.touched.contacts.insert(ContactId(Uid::from_bytes(contact)));
        Ok(())
    },
};

pub(crate) const KINDS: &[&Kind] = &[&NOTE];

impl Reader<'_> {
    /// A note, unless it or its contact was removed.
    pub fn note(&self, id: NoteId) -> Result<Option<Note>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("note/one.sql"))?;
        Ok(ask.query_row([id.0.as_bytes()], note).optional()?)
    }

    /// What is noted about a contact and those merged into it, the latest seen first.
    pub fn notes_of(&self, contact: ContactId) -> Result<Vec<Note>, Fault> {
        let Some(row) = self.contact_row(contact)? else {
            return Ok(Vec::new());
        };
        let mut ask = self.db().prepare_cached(include_str!("note/of_contact.sql"))?;
        let notes = ask.query_map([row], note)?;
        Ok(notes.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// A name for a new note.
    pub fn new_note_id(&mut self) -> NoteId {
        NoteId(self.new_uid())
    }

    /// Adds a note. `false` where it is there, or where a file brings what the owner removed
    /// or what is noted in the same words already.
    pub fn add_note(&mut self, note: &Note, author: &Author) -> Result<bool, Fault> {
        self.on_behalf(*author, |writer| {
            if writer.author != Author::Owner && writer.is_no_news(note)? {
                return Ok(false);
            }
            writer.make(Row::new(&NOTE, note.id.0), &fields(note))
        })
    }

    /// Changes a note that is there.
    pub fn save_note(&mut self, note: &Note) -> Result<bool, Fault> {
        let row = Row::new(&NOTE, note.id.0);
        if !self.stands(row)? {
            return Err(Fault::Missing("note"));
        }
        let kept = self.note(note.id)?;
        // A merged contact's note stays with it: what is read as one is written as before.
        let same_contact = kept.map(|kept| kept.contact) == Some(self.resolve(note.contact)?);
        let mut changed = false;
        for (field, value) in fields(note) {
            if !(same_contact && field == "contact") {
                changed |= self.set(row, field, value)?;
            }
        }
        Ok(changed)
    }

    /// Removes a note.
    pub fn remove_note(&mut self, id: NoteId) -> Result<bool, Fault> {
        self.remove(Row::new(&NOTE, id.0))
    }

    fn is_no_news(&self, note: &Note) -> Result<bool, Fault> {
        let Some(contact) = self.contact_row(note.contact)? else {
            return Err(Fault::Missing("contact"));
        };
        let mut ask = self.db().prepare_cached(include_str!("note/same_words.sql"))?;
        let mut rows = ask.query(params![contact, note.kind.word(), note.text])?;
        while let Some(row) = rows.next()? {
            let same = Row::new(&NOTE, Uid::from_bytes(row.get(0)?));
            if row.get::<_, i64>(1)? == 0 || self.owner_removed(same)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn fields(note: &Note) -> Vec<Field> {
    vec![
        ("contact", row::uid(note.contact.0)),
        ("kind", row::text(note.kind.word())),
        ("text", row::text(&note.text)),
        ("source", row::text(&note.source)),
        ("link", row::text(&note.link)),
        ("seen_at", Value::Integer(note.seen_at.millis())),
        ("seen_offset", row::maybe(note.seen_at.offset_minutes, |minutes| minutes.into())),
    ]
}

fn note(row: &Answer<'_>) -> rusqlite::Result<Note> {
    let kind: String = row.get("kind")?;
    Ok(Note {
        id: NoteId(Uid::from_bytes(row.get("uid")?)),
        contact: ContactId(Uid::from_bytes(row.get("head")?)),
        // A kind of a newer release is shown as the plainest one.
        kind: NoteKind::from_word(&kind).unwrap_or(NoteKind::Interest),
        text: row.get("text")?,
        source: row.get("source")?,
        link: row.get("link")?,
        seen_at: Moment::from_millis(row.get("seen_at")?, row.get("seen_offset")?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Deed;
    use crate::told::{ago, now, person, store};
    use model::ImportId;

    fn note(number: u8, who: &str, text: &str) -> Note {
        Note {
            id: NoteId(Uid::derived(&[b"note", &[number]])),
            contact: person(who),
            kind: NoteKind::Family,
            text: text.into(),
            source: "her profile".into(),
            link: "https://example.org/ada".into(),
            seen_at: ago(i64::from(number)),
        }
    }

    const FILE: Author = Author::Import(ImportId(Uid::from_bytes([3; 16])));

    #[test]
    fn a_note_is_read_as_it_was_written_the_latest_seen_first() {
        let store = store();
        store.knows(&["Ada"]);
        let notes = [note(1, "Ada", "Two sons"), note(2, "Ada", "A dog")];
        let wanted = notes.to_vec();
        store.told(Deed::EditNote, move |w| {
            for note in notes.iter().rev() {
                assert!(w.add_note(note, &Author::Owner)?);
            }
            Ok(())
        });
        assert_eq!(store.asked(|r| r.notes_of(person("Ada"))), wanted);
        assert_eq!(store.asked(|r| r.note(wanted[1].id)).as_ref(), wanted.get(1));
    }

    #[test]
    fn a_note_is_changed_and_removed() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        store.told(Deed::EditNote, |w| w.add_note(&note(1, "Ada", "Two sons"), &Author::Owner));
        let moved = Note { kind: NoteKind::Goal, ..note(1, "Bea", "A boat") };
        let wanted = moved.clone();
        assert!(store.told(Deed::EditNote, move |w| w.save_note(&moved)).value);
        assert_eq!(store.asked(|r| r.notes_of(person("Bea"))), [wanted]);
        assert!(store.asked(|r| r.notes_of(person("Ada"))).is_empty());
        store.told(Deed::RemoveNote, |w| w.remove_note(note(1, "Bea", "").id));
        assert!(store.asked(|r| r.notes_of(person("Bea"))).is_empty());
        let gone = store.transact(Deed::EditNote, now(), |w| w.save_note(&note(1, "Bea", "x")));
        assert!(matches!(gone, Err(Fault::Missing("note"))));
    }

    #[test]
    fn a_file_brings_no_note_that_is_there_or_that_the_owner_removed() {
        let store = store();
        store.knows(&["Ada"]);
        let brings = |number: u8, text: &'static str| {
            store.told(Deed::Import, move |w| w.add_note(&note(number, "Ada", text), &FILE)).value
        };
        assert!(brings(1, "Two sons"));
        assert!(!brings(1, "Two sons") && !brings(2, "Two sons"));
        store.told(Deed::RemoveNote, |w| w.remove_note(note(1, "Ada", "").id));
        assert!(!brings(1, "Two sons") && !brings(3, "Two sons"));
        assert!(brings(4, "A dog"));
    }

    #[test]
    fn notes_about_somebody_deleted_are_out_of_sight() {
        let store = store();
        store.knows(&["Ada"]);
        store.told(Deed::EditNote, |w| w.add_note(&note(1, "Ada", "Two sons"), &Author::Owner));
        store.told(Deed::DeleteContact, |w| w.delete_contact(person("Ada")));
        assert_eq!(store.asked(|r| r.note(note(1, "Ada", "").id)), None);
        assert!(store.asked(|r| r.notes_of(person("Ada"))).is_empty());
        store.undo(now()).unwrap();
        assert_eq!(store.asked(|r| r.notes_of(person("Ada"))).len(), 1);
    }

    #[test]
    fn a_merged_contacts_note_is_edited_in_its_place() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        store.told(Deed::EditNote, |w| w.add_note(&note(1, "Bea", "Two sons"), &Author::Owner));
        store.told(Deed::MergeContacts, |w| w.merge_contacts(person("Ada"), person("Bea")));
        let mut read = store.asked(|r| r.notes_of(person("Ada"))).remove(0);
        read.text = "Three sons".into();
        store.told(Deed::EditNote, move |w| w.save_note(&read));
        store.told(Deed::UnmergeContact, |w| w.unmerge_contact(person("Bea")));
        assert_eq!(store.asked(|r| r.notes_of(person("Bea")))[0].text, "Three sons");
    }
}
