//! Notes: one fact each, with source and age.

use crate::done::done;
use crate::view::deed::Done;
use crate::view::timeline::NoteForm;
use crate::{App, Trouble, parse};
use model::{Note, NoteId, NoteKind};
use store::{Author, Deed};

impl App {
    /// Notes a fact about somebody.
    ///
    /// # Errors
    /// Where the text is empty, the kind unknown, or the contact is not there.
    pub fn add_note(&self, contact: &str, form: &NoteForm) -> Result<Done<String>, Trouble> {
        let contact = self.contact(contact)?.id;
        let kind = parse::word(&form.kind, NoteKind::from_word, "kind of note")?;
        let text = parse::some_text(&form.text, "the note")?;
        let (source, link) = (form.source.trim().to_owned(), form.link.trim().to_owned());
        let now = self.now();
        let added = self.store().transact(Deed::EditNote, now, move |writer| {
            let id = writer.new_note_id();
            let note = Note { id, contact, kind, text, source, link, seen_at: now };
            writer.add_note(&note, &Author::Owner)?;
            Ok(id)
        })?;
        Ok(done(added, Deed::EditNote, |id| id.to_string()))
    }

    /// Changes a note.
    ///
    /// # Errors
    /// As [`App::add_note`], and where there is no such note.
    pub fn edit_note(&self, id: &str, form: &NoteForm) -> Result<Done<()>, Trouble> {
        let mut note = self.note(id)?;
        note.kind = parse::word(&form.kind, NoteKind::from_word, "kind of note")?;
        note.text = parse::some_text(&form.text, "the note")?;
        form.source.trim().clone_into(&mut note.source);
        form.link.trim().clone_into(&mut note.link);
        self.keep_note(note)
    }

    /// Says that a note was seen to be so again, now.
    ///
    /// # Errors
    /// Where there is no such note.
    pub fn seen_again(&self, id: &str) -> Result<Done<()>, Trouble> {
        let note = Note { seen_at: self.now(), ..self.note(id)? };
        self.keep_note(note)
    }

    /// Removes a note.
    ///
    /// # Errors
    /// Where there is no such note.
    pub fn remove_note(&self, id: &str) -> Result<Done<()>, Trouble> {
        let id = self.note(id)?.id;
        let removed = self
            .store()
            .transact(Deed::RemoveNote, self.now(), move |writer| writer.remove_note(id))?;
        Ok(done(removed, Deed::RemoveNote, |_| ()))
    }

    fn note(&self, id: &str) -> Result<Note, Trouble> {
        let id: NoteId = parse::id(id, "note")?;
        let note = self.store().read(|reader| reader.note(id))?;
        note.ok_or_else(|| Trouble::NotFound { what: "note".into() })
    }

    fn keep_note(&self, note: Note) -> Result<Done<()>, Trouble> {
        let kept = self
            .store()
            .transact(Deed::EditNote, self.now(), move |writer| writer.save_note(&note))?;
        Ok(done(kept, Deed::EditNote, |_| ()))
    }
}
