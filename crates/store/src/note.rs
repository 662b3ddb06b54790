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
