//! What the owner did, deed by deed, read from the log: the history, and the trash.

use super::{Batch, batch, field_of};
use crate::interaction::Words;
use crate::row::{self, GONE, Kind, REMOVED, Row};
use crate::transact::BatchId;
use crate::{Deed, Fault, Reader};
use model::{ContactId, Moment, Uid};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, named_params, params};
use std::collections::BTreeSet;

/// So many changes of one deed are told; an import makes a million.
const CHANGES: usize = 12;

/// Which deeds are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastWanted {
    /// Only those that changed this contact, or what hangs on it.
    pub contact: Option<ContactId>,
    /// Only those that removed something and still stand: the trash.
    pub only_removals: bool,
    /// None before this moment.
    pub since: Moment,
    /// Only what was done before this deed.
    pub before: Option<BatchId>,
    /// At most so many.
    pub most: u32,
}

/// A deed of the owner's, as it stands in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastDeed {
    /// By which it is named.
    pub id: BatchId,
    /// What it was; `None` where a newer release did it.
    pub deed: Option<Deed>,
    /// When.
    pub at: Moment,
    /// By which it is brought back, where it has been taken back.
    pub taken_back_by: Option<BatchId>,
    /// Whom it was about, at most three.
    pub contacts: Vec<ContactId>,
    /// What it changed, the first few.
    pub changes: Vec<PastChange>,
    /// Whether there is more than that.
    pub more: bool,
}

/// What became of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Became {
    /// It was made, or brought back.
    There,
    /// It was removed.
    Gone,
    /// One of its fields holds something else.
    Different,
}

/// One thing that a deed changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastChange {
    /// What it is: `note`, `identity`, `contact` …
    pub kind: &'static str,
    /// What became of it.
    pub became: Became,
    /// Which field holds something else; empty where the thing as a whole came or went.
    pub field: &'static str,
    /// What the field held before; of what went, what it said.
    pub before: String,
    /// What the field held then; of what came, what it said.
    pub after: String,
}

/// The field by which a thing is told from others of its kind.
fn telling(kind: &Kind) -> Option<&'static str> {
    Some(match kind.word {
        "contact" => "shown",
        "identity" | "owner_fact" => "value",
        "position" => "organisation",
        "dated_day" => "on_day",
        "tag" => "word",
        "note" | "promise" | "draft" => "text",
        "circle" | "group" => "name",
        "setting" => "key",
        _ => return None,
    })
}

/// Fields that say nothing to a reader: where in a list, since when, whose.
const SILENT: &[&str] = &["place", "seen_at", "seen_offset", "changed_at", "changed_offset"];

impl Reader<'_> {
    /// What the owner did, the last first.
    pub fn past_deeds(&self, wanted: &PastWanted) -> Result<Vec<PastDeed>, Fault> {
        let contact = wanted.contact.map(|contact| self.resolve(contact)).transpose()?;
        let sql = match contact {
            Some(_) => include_str!("past/of_contact.sql"),
            None => include_str!("past/of_all.sql"),
        };
        let mut ask = self.db().prepare_cached(sql)?;
        let contact = contact.map(|contact| *contact.0.as_bytes());
        let before = wanted.before.map(|before| *before.0.as_bytes());
        let found = ask.query_map(
            named_params! {
                ":contact": contact,
                ":only_removals": wanted.only_removals,
                ":since": wanted.since.millis(),
                ":before": before,
                ":most": wanted.most,
            },
            |row| Ok((batch(row)?, bare(row)?)),
        )?;
        let found: Vec<_> = found.collect::<Result<_, _>>()?;
        found.into_iter().map(|(batch, past)| self.with_changes(&batch, past)).collect()
    }

    /// With whom it was about, and what it changed.
    fn with_changes(&self, batch: &Batch, past: PastDeed) -> Result<PastDeed, Fault> {
        let mut rows = self.changed_rows(batch)?;
        let more = rows.len() > CHANGES;
        rows.truncate(CHANGES);
        let (mut whom, mut changes) = (BTreeSet::new(), Vec::new());
        for (row, field, old, new) in rows {
            self.add_whom(row, &mut whom)?;
            changes.extend(self.told_change(row, field, (old, new))?);
        }
        changes.extend(self.came_with(batch, &mut whom)?);
        Ok(PastDeed { contacts: self.named(whom)?, changes, more, ..past })
    }

    /// The first rows that a batch wrote to, each field once, from its first op to its last.
    fn changed_rows(&self, batch: &Batch) -> Result<Vec<ChangedField>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("past/ops.sql"))?;
        let mut ops = ask.query(params![batch.row, CHANGES as i64 + 1])?;
        let mut fields = Vec::new();
        while let Some(op) = ops.next()? {
            let (word, named): (String, String) = (op.get("kind")?, op.get("field")?);
            let Some((kind, field)) =
                row::kind_of(&word).and_then(|kind| Some((kind, field_of(kind, &named)?)))
            else {
                continue;
            };
            let row = Row::new(kind, Uid::from_bytes(op.get("uid")?));
            fields.push((row, field, op.get("old")?, op.get("new")?));
        }
        Ok(fields)
    }

    fn told_change(
        &self,
        row: Row,
        field: &'static str,
        (old, new): (Value, Value),
    ) -> Result<Option<PastChange>, Fault> {
        let kind = row.kind.word;
        if field == REMOVED {
            let says = self.says(row)?;
            return Ok(Some(match new == GONE || kind == "interaction" && new != row::THERE {
                true => whole(kind, Became::Gone, says),
                false => whole(kind, Became::There, says),
            }));
        }
        let (before, after) = (in_words(&old), in_words(&new));
        if SILENT.contains(&field) || before == after && !matches!(old, Value::Blob(_)) {
            return Ok(None);
        }
        Ok(Some(PastChange { kind, became: Became::Different, field, before, after }))
    }

    /// What a thing says of itself.
    fn says(&self, row: Row) -> Result<String, Fault> {
        if row.kind.word == "interaction" {
            return self.first_words(&row.uid);
        }
        let other = match row.kind.word {
            "alias" => Some("merged"),
            "apart" => Some("other"),
            _ => None,
        };
        if let Some(other) = other
            && let Some(contact) = self.contact_in(row, other)?
        {
            return self.name_of_any(contact);
        }
        let Some(field) = telling(row.kind) else {
            return Ok(String::new());
        };
        Ok(self.field(row, field)?.map(|value| in_words(&value)).unwrap_or_default())
    }

    fn first_words(&self, interaction: &Uid) -> Result<String, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("past/words.sql"))?;
        let words = ask
            .query_row([interaction.as_bytes()], |row| {
                let subject: String = row.get(0)?;
                let text = Words::read(row, 1)?.into_text();
                Ok(if subject.is_empty() { text } else { subject })
            })
            .optional()?;
        Ok(shortened(&words.unwrap_or_default()))
    }

    /// What the owner logged: it has no op, it bears the batch it came with.
    fn came_with(
        &self,
        batch: &Batch,
        whom: &mut BTreeSet<ContactId>,
    ) -> Result<Option<PastChange>, Fault> {
        if !matches!(batch.deed, Deed::LogInteraction | Deed::MarkSent) {
            return Ok(None);
        }
        let mut ask = self
            .db()
            .prepare_cached("SELECT uid FROM interaction WHERE batch = ?1 ORDER BY id LIMIT 1")?;
        let Some(uid) = ask.query_row([batch.row], |row| row.get(0)).optional()? else {
            return Ok(None);
        };
        let uid = Uid::from_bytes(uid);
        self.add_parties(&uid, whom)?;
        Ok(Some(whole("interaction", Became::There, self.first_words(&uid)?)))
    }

    fn add_whom(&self, row: Row, whom: &mut BTreeSet<ContactId>) -> Result<(), Fault> {
        let fields: &[&str] = match row.kind.word {
            "contact" => {
                whom.insert(ContactId(row.uid));
                return Ok(());
            }
            "interaction" | "mark" => return self.add_parties(&row.uid, whom),
            "alias" => &["merged", "kept"],
            "apart" => &["one", "other"],
            _ => &["contact"],
        };
        for field in fields {
            whom.extend(self.contact_in(row, field)?);
        }
        Ok(())
    }

    /// The contact that a field names, where the row has that field.
    fn contact_in(&self, row: Row, field: &str) -> Result<Option<ContactId>, Fault> {
        let Some(field) = field_of(row.kind, field) else {
            return Ok(None);
        };
        Ok(match self.field(row, field)? {
            Some(Value::Blob(bytes)) => {
                <[u8; 16]>::try_from(bytes).ok().map(|bytes| ContactId(Uid::from_bytes(bytes)))
            }
            _ => None,
        })
    }

    fn add_parties(&self, interaction: &Uid, to: &mut BTreeSet<ContactId>) -> Result<(), Fault> {
        let mut ask = self.db().prepare_cached(include_str!("past/parties.sql"))?;
        let with = ask.query_map([interaction.as_bytes()], |row| {
            Ok(ContactId(Uid::from_bytes(row.get(0)?)))
        })?;
        for contact in with {
            to.insert(contact?);
        }
        Ok(())
    }

    /// Under whom they are read now, at most three.
    fn named(&self, whom: BTreeSet<ContactId>) -> Result<Vec<ContactId>, Fault> {
        let mut heads = Vec::new();
        for contact in whom {
            let head = self.resolve(contact)?;
            if !heads.contains(&head) {
                heads.push(head);
            }
        }
        heads.truncate(3);
        Ok(heads)
    }

    /// What a contact is called, also one that was removed.
    pub fn name_of_any(&self, contact: ContactId) -> Result<String, Fault> {
        let row = Row::new(&crate::contact::CONTACT, contact.0);
        Ok(self.field(row, "shown")?.map(|shown| in_words(&shown)).unwrap_or_default())
    }
}

/// A deed without what it changed.
fn bare(row: &rusqlite::Row<'_>) -> rusqlite::Result<PastDeed> {
    let taken_back_by: Option<[u8; 16]> = row.get("taken_back_by")?;
    let deed: String = row.get("deed")?;
    Ok(PastDeed {
        id: BatchId(Uid::from_bytes(row.get("uid")?)),
        deed: Deed::from_word(&deed),
        at: Moment::from_millis(row.get("at")?, row.get("at_offset")?),
        taken_back_by: taken_back_by.map(|uid| BatchId(Uid::from_bytes(uid))),
        contacts: Vec::new(),
        changes: Vec::new(),
        more: false,
    })
}

/// A row, its field, what it held before and after.
type ChangedField = (Row, &'static str, Value, Value);

fn whole(kind: &'static str, became: Became, says: String) -> PastChange {
    let (before, after) = match became {
        Became::Gone => (says, String::new()),
        _ => (String::new(), says),
    };
    PastChange { kind, became, field: "", before, after }
}

fn in_words(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => shortened(text),
        Value::Null | Value::Blob(_) => String::new(),
    }
}

/// Enough of a text to know it again.
fn shortened(text: &str) -> String {
    const MOST: usize = 160;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::{ago, from, ids, note, now, person, store};
    use crate::{Author, Store};

    fn all(store: &Store) -> Vec<PastDeed> {
        past(store, None, false)
    }

    fn past(store: &Store, contact: Option<&str>, only_removals: bool) -> Vec<PastDeed> {
        let contact = contact.map(person);
        let wanted = PastWanted { contact, only_removals, since: ago(30), before: None, most: 60 };
        store.asked(|reader| reader.past_deeds(&wanted))
    }

    fn deeds(past: &[PastDeed]) -> Vec<Deed> {
        past.iter().filter_map(|past| past.deed).collect()
    }

    #[test]
    fn a_deed_tells_whom_it_was_about_and_what_was_said_before_and_after() {
        let store = store();
        store.knows(&["Ada"]);
        store.told(Deed::EditContact, |writer| {
            let mut contact = writer.contact(person("Ada"))?.unwrap();
            contact.headline = "Programmer".to_owned();
            writer.save_contact(&contact, &Author::Owner)
        });
        let past = all(&store);
        assert_eq!(past[0].contacts, [person("Ada")]);
        let change = &past[0].changes[0];
        assert_eq!(
            (change.kind, change.field, change.became),
            ("contact", "headline", Became::Different)
        );
        assert_eq!((&*change.before, &*change.after), ("", "Programmer"));
    }

    #[test]
    fn what_was_removed_lies_in_the_trash_until_it_is_brought_back() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        store.told(Deed::DeleteContact, |writer| writer.delete_contact(person("Ada")));
        let trash = past(&store, None, true);
        assert_eq!(deeds(&trash), [Deed::DeleteContact]);
        assert_eq!(trash[0].contacts, [person("Ada")]);
        assert!(trash[0].changes.iter().any(|it| it.became == Became::Gone && it.before == "Ada"));
        store.undo_batch(trash[0].id, now()).unwrap().unwrap();
        assert_eq!(past(&store, None, true), []);
        let back = all(&store).remove(0).taken_back_by.unwrap();
        store.undo_batch(back, now()).unwrap().unwrap();
        assert_eq!(past(&store, None, true).len(), 1, "and thrown away again");
    }

    #[test]
    fn the_history_of_one_contact_is_theirs_and_that_of_whoever_was_merged_into_them() {
        let store = store();
        store.knows(&["Ada", "Bea", "Chidi"]);
        let passed = from(1, "Bea", "about the orchard");
        store.keeps_one(&passed);
        let id = ids(&[passed])[0];
        store.told(Deed::RemoveInteraction, move |writer| writer.remove_interaction(id));
        store.told(Deed::EditNote, |writer| Ok(note(writer, "Chidi", "not hers")));
        assert!(!deeds(&past(&store, Some("Ada"), false)).contains(&Deed::RemoveInteraction));
        store.told(Deed::MergeContacts, |writer| {
            writer.merge_contacts(person("Ada"), person("Bea"))
        });
        let hers = past(&store, Some("Ada"), false);
        let done = deeds(&hers);
        assert!(done.starts_with(&[Deed::MergeContacts, Deed::RemoveInteraction]), "{done:?}");
        assert!(!done.contains(&Deed::EditNote));
        assert_eq!(hers[0].changes[0].after, "Bea", "who was merged is told");
        assert_eq!(hers[1].changes[0].before, "about the orchard");
    }

    #[test]
    fn pages_follow_one_another_and_end() {
        let store = store();
        store.knows(&["Ada"]);
        for text in ["one", "two", "three"] {
            store.told(Deed::EditNote, move |writer| Ok(note(writer, "Ada", text)));
        }
        let mut before = None;
        let mut seen = Vec::new();
        loop {
            let wanted =
                PastWanted { contact: None, only_removals: false, since: ago(30), before, most: 2 };
            let page = store.asked(|reader| reader.past_deeds(&wanted));
            let Some(last) = page.last() else { break };
            before = Some(last.id);
            seen.extend(page);
        }
        assert_eq!(seen, all(&store));
    }

    #[test]
    fn an_import_of_many_batches_is_one_deed() {
        let store = store();
        let import = model::ImportId(Uid::derived(&[b"import"]));
        for name in ["Ada", "Bea"] {
            store.told(Deed::Import, move |writer| {
                let contact = model::Contact::named(person(name), model::Name::from_shown(name));
                writer.save_contact(&contact, &Author::Import(import))
            });
        }
        assert_eq!(deeds(&all(&store)), [Deed::Import]);
    }
}
