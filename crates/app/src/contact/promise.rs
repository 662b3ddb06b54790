//! Promises and reminders.

use crate::done::done;
use crate::view::deed::Done;
use crate::view::timeline::PromiseForm;
use crate::{App, Trouble, parse};
use model::{ContactId, Promise, PromiseId, PromiseKind};
use store::Deed;

impl App {
    /// Makes a promise or reminder (empty id) or changes one.
    ///
    /// # Errors
    /// Where the text is empty, the kind unknown, or the day none.
    pub fn save_promise(&self, form: &PromiseForm) -> Result<Done<String>, Trouble> {
        let contact: Option<ContactId> = match form.contact.as_deref() {
            None | Some("") => None,
            Some(contact) => Some(self.contact(contact)?.id),
        };
        let kind = parse::word(&form.kind, PromiseKind::from_word, "kind of promise")?;
        let text = parse::some_text(&form.text, "the promise")?;
        let due_on = parse::day_if_any(form.due_on.as_deref())?;
        let id: Option<PromiseId> = parse::id_if_any(Some(&form.id), "promise")?;
        let done_already = form.done;
        let made_in = match id {
            Some(id) => self.promise(id)?.made_in,
            None => None,
        };
        let saved = self.store().transact(Deed::EditPromise, self.now(), move |writer| {
            let id = match id {
                Some(id) => id,
                None => writer.new_promise_id(),
            };
            let promise = Promise { id, contact, kind, text, due_on, done: done_already, made_in };
            writer.save_promise(&promise)?;
            Ok(id)
        })?;
        Ok(done(saved, Deed::EditPromise, |id| id.to_string()))
    }

    /// Says that a promise is kept, or open again.
    ///
    /// # Errors
    /// Where there is no such promise.
    pub fn finish_promise(&self, id: &str, kept: bool) -> Result<Done<()>, Trouble> {
        let promise = Promise { done: kept, ..self.promise(parse::id(id, "promise")?)? };
        let saved = self
            .store()
            .transact(Deed::EditPromise, self.now(), move |writer| writer.save_promise(&promise))?;
        Ok(done(saved, Deed::EditPromise, |_| ()))
    }

    /// Removes a promise.
    ///
    /// # Errors
    /// Where there is no such promise.
    pub fn remove_promise(&self, id: &str) -> Result<Done<()>, Trouble> {
        let id = self.promise(parse::id(id, "promise")?)?.id;
        let removed = self
            .store()
            .transact(Deed::RemovePromise, self.now(), move |writer| writer.remove_promise(id))?;
        Ok(done(removed, Deed::RemovePromise, |_| ()))
    }

    fn promise(&self, id: PromiseId) -> Result<Promise, Trouble> {
        let promise = self.store().read(|reader| reader.promise(id))?;
        promise.ok_or_else(|| Trouble::NotFound { what: "promise".into() })
    }
}
