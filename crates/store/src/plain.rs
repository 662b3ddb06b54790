//! Everything that is kept, row by row in plain values: on its way out into files that last, and
//! back into an empty store that then says the same (its [`crate::Reader::digest`] is equal).
//!
//! What the owner removed goes with it as a tombstone, so that a later import does not bring it
//! back; who wrote a field goes with it, so that a later import may still teach what a file taught.
//! Left behind: what is derived, the log, and the list of imports.

use crate::interaction::{Words, uid, word};
use crate::row::{self, GONE, Kind, REMOVED, Row, THERE};
use crate::{Author, Deed, Fault, Judged, Origin, Reader, Writer};
use model::{
    Act, ContactId, ConversationId, ImportId, Interaction, InteractionId, Participant, Role, Uid,
};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeMap;

/// One row that the owner or a file made.
#[derive(Clone, Debug, PartialEq)]
pub struct PlainRow {
    /// What it is: `contact`, `note`, `setting` …
    pub kind: String,
    /// Its name.
    pub uid: Uid,
    /// Whether it was removed: what is left is a tombstone.
    pub removed: bool,
    /// Whether a file made it.
    pub by_import: bool,
    /// Fields that the owner wrote since.
    pub owners: Vec<String>,
    /// What its fields hold; what is nothing is left out.
    pub fields: Vec<(String, PlainValue)>,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub enum PlainValue {
    /// Words, a day, one of a list of words.
    Text(String),
    /// A number, yes (1) or no, an instant in milliseconds.
    Integer(i64),
    /// The name of another row, or a hash.
    Bytes(Vec<u8>),
}

/// One thing that passed, with everything that hangs on it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlainPassed {
    /// What it says.
    pub interaction: Interaction,
    /// From what sort of file it came.
    pub source: String,
    /// By what that file names it.
    pub native_id: String,
    /// How its conversation is named by its source: the source, its key, its title.
    pub thread: Option<[String; 3]>,
    /// The source as it stood; empty where none was kept.
    pub raw: Vec<u8>,
    /// What the engine says it does, and by what it was judged.
    pub judged: Option<(Judged, Vec<Act>)>,
    /// Whether the owner removed it.
    pub removed: bool,
}

/// What hangs on an interaction comes after it.
fn hangs_on_passed(kind: &Kind) -> bool {
    matches!(kind.word, "mark" | "correction")
}

impl Reader<'_> {
    /// Every row but what passed; with `behind` those that hang on what passed.
    pub fn each_plain_row<E: From<Fault>>(
        &self,
        behind: bool,
        mut take: impl FnMut(PlainRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let wanted = row::kinds()
            .filter(|kind| kind.word != "interaction" && hangs_on_passed(kind) == behind);
        for kind in wanted {
            for uid in self.uids_of(kind)? {
                take(self.plain_row(Row::new(kind, uid))?)?;
            }
        }
        Ok(())
    }

    fn uids_of(&self, kind: &Kind) -> Result<Vec<Uid>, Fault> {
        // Marks on what went with its import went with it.
        let still = match kind.word {
            "mark" => {
                "WHERE (SELECT removed <> batch FROM interaction WHERE interaction.uid = mark.uid)"
            }
            "correction" => {
                "WHERE (SELECT removed <> batch FROM interaction WHERE uid = correction.interaction)"
            }
            _ => "",
        };
        let sql = format!("SELECT uid FROM {} {still} ORDER BY uid", kind.table);
        let mut ask = self.db().prepare(&sql)?;
        let uids = ask.query_map([], |row| uid(row, 0))?;
        Ok(uids.collect::<Result<_, _>>()?)
    }

    fn plain_row(&self, row: Row) -> Result<PlainRow, Fault> {
        let mut fields = Vec::new();
        for field in row.kind.fields {
            let value = match self.field(row, field)? {
                Some(Value::Text(text)) => PlainValue::Text(text),
                Some(Value::Integer(number)) => PlainValue::Integer(number),
                Some(Value::Blob(bytes)) => PlainValue::Bytes(bytes),
                _ => continue,
            };
            fields.push(((*field).to_owned(), value));
        }
        let (by_import, owners) = self.hands(&row.uid)?;
        let (kind, removed) = (row.kind.word.to_owned(), !self.stands(row)?);
        Ok(PlainRow { kind, uid: row.uid, removed, by_import, owners, fields })
    }

    /// Whether a file made the row, and which of its fields the owner wrote since.
    pub(crate) fn hands(&self, uid: &Uid) -> Result<(bool, Vec<String>), Fault> {
        let mut ask = self.db().prepare_cached(include_str!("plain/causes.sql"))?;
        let mut ops = ask.query([uid.as_bytes()])?;
        let (mut by_import, mut last) = (false, BTreeMap::<String, bool>::new());
        while let Some(op) = ops.next()? {
            let (field, cause, makes): (String, String, bool) =
                (op.get(0)?, op.get(1)?, op.get(2)?);
            if makes {
                by_import = cause == "import";
                last.clear();
            } else {
                last.insert(field, cause == "owner");
            }
        }
        let owners = last.into_iter().filter(|(_, owner)| by_import && *owner);
        Ok((by_import, owners.map(|(field, _)| field).collect()))
    }

    /// Every photo that a contact has or had.
    pub fn each_photo<E: From<Fault>>(
        &self,
        mut take: impl FnMut(Vec<u8>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut ask =
            self.db().prepare("SELECT bytes FROM photo ORDER BY hash").map_err(Fault::from)?;
        let mut rows = ask.query([]).map_err(Fault::from)?;
        while let Some(row) = rows.next().map_err(Fault::from)? {
            take(row.get(0).map_err(Fault::from)?)?;
        }
        Ok(())
    }

    /// Everything that passed, the oldest first.
    pub fn each_plain_passed<E: From<Fault>>(
        &self,
        mut take: impl FnMut(PlainPassed) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut ask = self.db().prepare(include_str!("plain/passed.sql")).map_err(Fault::from)?;
        let mut rows = ask.query([]).map_err(Fault::from)?;
        while let Some(row) = rows.next().map_err(Fault::from)? {
            let (number, passed) = head(row).map_err(Fault::from)?;
            take(self.whole(number, passed)?)?;
        }
        Ok(())
    }

    /// With its people, its verdict and its source.
    fn whole(&self, number: i64, mut passed: PlainPassed) -> Result<PlainPassed, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("digest/participants.sql"))?;
        let with = ask.query_map([number], |row| {
            let role = word(row, 2, Role::from_word)?.unwrap_or(Role::With);
            Ok(Participant { contact: ContactId(uid(row, 1)?), role })
        })?;
        passed.interaction.participants = with.collect::<Result<_, _>>()?;
        if let Some((_, acts)) = &mut passed.judged {
            *acts = crate::act::verdict(self.db(), number)?;
        }
        passed.raw = self.interaction_source(passed.interaction.id)?.unwrap_or_default();
        Ok(passed)
    }
}

/// Reads the columns of one thing that passed.
fn head(row: &rusqlite::Row<'_>) -> rusqlite::Result<(i64, PlainPassed)> {
    let conversation = row.get::<_, Option<[u8; 16]>>(7)?;
    let thread = match conversation {
        Some(_) => Some([row.get(8)?, row.get(9)?, row.get(10)?]),
        None => None,
    };
    let engine: Option<u32> = row.get(16)?;
    let judged = match engine {
        Some(engine) => {
            Some((Judged { engine, lean: row.get(17)?, swayed: row.get(18)? }, Vec::new()))
        }
        None => None,
    };
    let words = Words::read(row, 20)?;
    let interaction = Interaction {
        subject: row.get(19)?,
        conversation: conversation.map(|uid| ConversationId(Uid::from_bytes(uid))),
        is_reply: row.get(11)?,
        automated: row.get(12)?,
        ..words.given_to(crate::interaction::head(row)?)
    };
    let removed = row.get::<_, i64>(15)? != 0;
    let (source, native_id) = (row.get(13)?, row.get(14)?);
    let passed =
        PlainPassed { interaction, source, native_id, thread, raw: Vec::new(), judged, removed };
    Ok((row.get(0)?, passed))
}

impl Writer<'_> {
    /// Lets rows name others that come after them, until this deed ends.
    pub fn let_rows_wait(&self) -> Result<(), Fault> {
        Ok(self.db().pragma_update(None, "defer_foreign_keys", true)?)
    }

    /// Keeps a photo of whichever contact names it.
    pub fn put_photo(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let hash = *blake3::hash(bytes).as_bytes();
        let mut add = self.db().prepare_cached(include_str!("photo/add.sql"))?;
        add.execute(params![hash, bytes])?;
        Ok(())
    }

    /// Writes a row as it was told, on behalf of whoever wrote it. `false` where its kind is not
    /// known here: a newer release wrote it.
    pub fn put_plain_row(&mut self, plain: &PlainRow, import: ImportId) -> Result<bool, Fault> {
        let Some(kind) = row::kind_of(&plain.kind) else {
            return Ok(false);
        };
        let row = Row::new(kind, plain.uid);
        let known = |named: &str| kind.fields.iter().copied().find(|field| *field == named);
        let (mut made, mut since) = (Vec::new(), Vec::new());
        for (named, value) in &plain.fields {
            let Some(field) = known(named) else { continue };
            let value = match value {
                PlainValue::Text(text) => row::text(text),
                PlainValue::Integer(number) => Value::Integer(*number),
                PlainValue::Bytes(bytes) => Value::Blob(bytes.clone()),
            };
            // A field that must hold something cannot wait for the owner's hand.
            if plain.owners.contains(named) {
                since.push((field, value.clone()));
            }
            made.push((field, value));
        }
        let author = if plain.by_import { Author::Import(import) } else { Author::Owner };
        let owner_removed = !plain.by_import || plain.owners.iter().any(|named| named == REMOVED);
        self.on_behalf(author, |writer| writer.make(row, &made))?;
        for (field, value) in since {
            self.claim(row, field, value)?;
        }
        if plain.removed {
            let remover = if owner_removed { Author::Owner } else { author };
            self.on_behalf(remover, |writer| writer.put(row, REMOVED, (THERE, GONE)))?;
        }
        Ok(true)
    }

    /// Keeps that the owner wants this value to stand.
    fn claim(&mut self, row: Row, field: &'static str, value: Value) -> Result<(), Fault> {
        self.on_behalf(Author::Owner, |writer| writer.put(row, field, (value.clone(), value)))
    }

    /// Keeps one thing that passed, as it was told; also one that was removed (see
    /// [`Writer::remove_as_before`]).
    pub fn put_plain_passed(
        &mut self,
        passed: &PlainPassed,
        import: ImportId,
    ) -> Result<(), Fault> {
        let told = &passed.interaction;
        if let (Some(id), Some([source, key, title])) = (told.conversation, &passed.thread) {
            self.put_conversation(id, [source, key, title])?;
        }
        let origin =
            Origin { source: &passed.source, native_id: &passed.native_id, import: Some(import) };
        let packed = crate::Packed::of(told, &passed.raw);
        self.add_packed(told, &origin, &packed)?;
        if let Some((by, acts)) = &passed.judged {
            self.put_acts(told.id, acts, *by)?;
        }
        Ok(())
    }

    /// Removes what the owner had removed, as a batch of its own that no undo takes: gone with the
    /// batch that brought it, it would come again with a file.
    pub fn remove_as_before(&mut self, removed: &[InteractionId]) -> Result<(), Fault> {
        (self.batch, self.deed, self.import) = (None, Deed::Rebuild, None);
        removed.iter().try_for_each(|id| self.remove_interaction(*id).map(drop))
    }

    fn put_conversation(
        &mut self,
        id: ConversationId,
        [source, key, title]: [&str; 3],
    ) -> Result<(), Fault> {
        let find = include_str!("interaction/find_conversation.sql");
        let found: Option<i64> = self
            .db()
            .prepare_cached(find)?
            .query_row([id.0.as_bytes()], |row| row.get(0))
            .optional()?;
        if found.is_none() {
            let mut add =
                self.db().prepare_cached(include_str!("interaction/add_conversation.sql"))?;
            add.query_row(params![id.0.as_bytes(), source, key, title], |_| Ok(()))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::{from, ids, note, person, store, to, within};
    use crate::{Mark, Store};

    fn kept<T>(all: &mut Vec<T>, one: T) -> Result<(), Fault> {
        all.push(one);
        Ok(())
    }

    /// A store with everything of `one` in it, and nothing else.
    fn carried(one: &Store) -> Store {
        let other = store();
        let mut rows = (Vec::new(), Vec::new(), Vec::new());
        one.asked(|reader| {
            reader.each_plain_row(false, |row| kept(&mut rows.0, row))?;
            reader.each_plain_passed(|passed| kept(&mut rows.1, passed))?;
            reader.each_plain_row(true, |row| kept(&mut rows.2, row))
        });
        other.told(Deed::Import, move |writer| {
            let import = writer.begin_import(&[], &Uid::derived(&[b"carried"]))?;
            writer.let_rows_wait()?;
            for row in &rows.0 {
                assert!(writer.put_plain_row(row, import)?);
            }
            for passed in &rows.1 {
                writer.put_plain_passed(passed, import)?;
            }
            for row in &rows.2 {
                assert!(writer.put_plain_row(row, import)?);
            }
            let removed = rows.1.iter().filter(|passed| passed.removed);
            writer.remove_as_before(&removed.map(|one| one.interaction.id).collect::<Vec<_>>())
        });
        other
    }

    fn digest(store: &Store) -> crate::Digest {
        store.asked(|reader| reader.digest())
    }

    /// Everything of every sort, some of it removed, corrected, marked, merged.
    fn lived_in() -> Store {
        let store = store();
        store.knows(&["Ada", "Bea", "Chidi"]);
        let letters = [
            within("mill", from(3, "Ada", "Could you help with the mill?")),
            within("mill", to(2, "Ada", "Gladly.")),
            from(1, "Bea", "not worth keeping"),
        ];
        let names = ids(&letters);
        store.keeps(&letters);
        let (first, last) = (names[0], names[2]);
        store.told(Deed::Judge, move |writer| {
            let ask = Act { kind: model::ActKind::Ask, sentence: 0..29, certainty: 0.75 };
            writer.put_acts(first, &[ask], 3)
        });
        store.told(Deed::CorrectAct, move |writer| {
            writer.correct_act(first, Some(0..29), model::ActKind::Social)
        });
        store.told(Deed::MarkInteraction, move |writer| {
            writer.mark(first, Mark { star: true, hidden: false })
        });
        store.told(Deed::RemoveInteraction, move |writer| writer.remove_interaction(last));
        store.told(Deed::EditNote, |writer| Ok(note(writer, "Ada", "keeps bees")));
        store.told(Deed::MergeContacts, |w| w.merge_contacts(person("Ada"), person("Bea")));
        store.told(Deed::DeleteContact, |writer| writer.delete_contact(person("Chidi")));
        store.told(Deed::EditSettings, |writer| writer.set_setting("half-life", Some("90")));
        store
    }

    #[test]
    fn a_store_carried_over_row_by_row_says_the_same() {
        let one = lived_in();
        let other = carried(&one);
        assert_eq!(digest(&one), digest(&other));
        assert_eq!(digest(&carried(&other)), digest(&one), "and once more");
    }

    #[test]
    fn what_the_owner_removed_is_not_brought_back_by_an_import_there() {
        let one = lived_in();
        let other = carried(&one);
        let letter = from(1, "Bea", "not worth keeping");
        let import = ImportId(Uid::derived(&[b"again"]));
        let added = other.told(Deed::Import, move |writer| {
            let origin = Origin { source: "mail", native_id: "", import: Some(import) };
            writer.add_interaction(&letter, &origin)
        });
        assert_eq!(added.value, crate::Added::Same);
    }

    #[test]
    fn what_a_file_taught_may_be_taught_anew_and_what_the_owner_wrote_may_not() {
        let one = store();
        let author = Author::Import(ImportId(Uid::derived(&[b"first"])));
        let told = |headline: &str, location: &str| {
            let mut contact = model::Contact::named(person("Ada"), model::Name::from_shown("Ada"));
            contact.headline = headline.to_owned();
            contact.location = location.to_owned();
            contact
        };
        let (first, own) = (told("Clerk", "Turin"), told("Clerk", "Genoa"));
        one.told(Deed::Import, move |writer| writer.save_contact(&first, &author));
        one.told(Deed::EditContact, move |writer| writer.save_contact(&own, &Author::Owner));
        let other = carried(&one);
        let newer = told("Head", "Milan");
        other.told(Deed::Import, move |writer| {
            let import = Author::Import(ImportId(Uid::derived(&[b"second"])));
            writer.save_contact(&newer, &import)
        });
        let ada = other.asked(|reader| reader.contact(person("Ada"))).unwrap();
        assert_eq!((&*ada.headline, &*ada.location), ("Head", "Genoa"));
    }
}
