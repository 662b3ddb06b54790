//! What can still be read of a damaged store, carried into a new one.
//!
//! Every table is walked by its key, one row at a time. Where a page cannot be read the walk goes on
//! behind it: the next row that can be read is looked for by steps that double, then by halving.
//! What names something that is lost is kept, and what it names is put in its place as "(lost)";
//! where that makes no sense (a mark on a letter that is gone) it is counted as lost too.

mod walk;

use crate::interaction::{Words, uid, word};
use crate::plain::{PlainPassed, PlainRow, PlainValue};
use crate::row::{self, Kind, REMOVED};
use crate::{Deed, Fault, Key, Reader, Store, open};
use model::{ContactId, ConversationId, ImportId, Interaction, Moment, Participant, Role, Uid};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use walk::{Take, Torn, by_number, by_uid};

/// The name of somebody of whom nothing but their uid is left.
const LOST: &str = "(lost)";

/// What could be read, and what could not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// People.
    pub contacts: u32,
    /// What passed.
    pub interactions: u32,
    /// Of these, those whose words are gone.
    pub without_words: u32,
    /// Places where rows could not be read; how many stood there nobody can tell.
    pub gaps: u32,
    /// Rows that were read but cannot be kept: what they belong to is lost.
    pub dropped: u32,
}

impl Store {
    /// Reads what can be read of a damaged store and writes it to a new one at `to`, closed with the
    /// same key. The damaged one is only read; a log that waits beside it is read with it.
    ///
    /// # Errors
    /// Where not even the list of its tables can be read, or where the new one cannot be written.
    pub fn salvage(
        damaged: &Path,
        key: Option<&Key>,
        (to, now): (&Path, Moment),
    ) -> Result<Salvaged, Fault> {
        let mut torn = Torn::open(open::Place::file(damaged, key))?;
        let mut found = Found::read(&mut torn)?;
        found.mend();
        let store = Self::open(to, key, now)?;
        let done = store.transact(Deed::Rebuild, now, move |writer| {
            writer.let_rows_wait()?;
            found.write(writer, &mut torn)
        })?;
        while store.index_words(now)? {}
        Ok(done.value)
    }
}

/// On whose behalf it is written: no file that comes in later is another one.
fn salvaging() -> ImportId {
    ImportId(Uid::derived(&[b"salvage"]))
}

/// What could be read beside what passed.
struct Found {
    rows: Vec<PlainRow>,
    photos: Vec<Vec<u8>>,
    local: Vec<(String, String)>,
    /// The uid of every contact by its number, by which what passed names it.
    numbers: BTreeMap<i64, Uid>,
    vault: Option<[u8; 16]>,
    salvaged: Salvaged,
}

impl Found {
    fn read(torn: &mut Torn) -> Result<Self, Fault> {
        // Without the list of tables there is nothing to go by.
        torn.ask(|db| db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())))
            .ok_or(Fault::Damaged)?;
        let mut found = Self {
            rows: Vec::new(),
            photos: Vec::new(),
            local: torn.ask(local_settings).unwrap_or_default(),
            numbers: BTreeMap::new(),
            vault: torn.ask(|db| db.query_row("SELECT vault FROM store", [], |row| row.get(0))),
            salvaged: Salvaged::default(),
        };
        for kind in row::kinds().filter(|kind| kind.word != "interaction") {
            let (rows, numbers) = (&mut found.rows, &mut found.numbers);
            found.salvaged.gaps += rows_of(torn, kind, &mut |torn, (number, mut row)| {
                if kind.word == "contact" {
                    numbers.insert(number, row.uid);
                }
                // Whose hand it was may be lost with the log; then it is the owner's, whom no file
                // overrules.
                let hands = torn.ask(|db| Reader::new(db).hands(&row.uid));
                (row.by_import, row.owners) = hands.unwrap_or_default();
                rows.push(row);
                Ok(())
            })?;
        }
        let (ask, photos) = (include_str!("salvage/photos.sql"), &mut found.photos);
        let photo = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        found.salvaged.gaps += by_number(torn, ask, photo, &mut |_, (_, bytes)| {
            photos.push(bytes);
            Ok(())
        })?;
        Ok(found)
    }

    /// Puts somebody in the place of every contact that is lost but named, and drops what hangs on
    /// anything else that is lost.
    fn mend(&mut self) {
        let there = |kind: &str, rows: &[PlainRow]| -> BTreeSet<Uid> {
            rows.iter().filter(|row| row.kind == kind).map(|row| row.uid).collect()
        };
        let known = there("contact", &self.rows);
        let (circles, groups, drafts) =
            (there("circle", &self.rows), there("group", &self.rows), there("draft", &self.rows));
        let before = self.rows.len();
        self.rows.retain(|row| {
            named(row, "draft").is_none_or(|uid| drafts.contains(&uid))
                && named(row, "grouping").is_none_or(|uid| groups.contains(&uid))
        });
        self.salvaged.dropped += count(before - self.rows.len());
        let mut lost = BTreeSet::new();
        for row in &mut self.rows {
            row.fields.retain(|(field, value)| {
                field != "circle" || as_uid(value).is_none_or(|uid| circles.contains(&uid))
            });
            for field in ["contact", "merged", "kept", "one", "other", "met_through"] {
                lost.extend(named(row, field).filter(|uid| !known.contains(uid)));
            }
        }
        self.rows.extend(lost.into_iter().map(stand_in));
        self.salvaged.contacts =
            count(self.rows.iter().filter(|row| row.kind == "contact" && !row.removed).count());
    }

    fn write(mut self, writer: &mut crate::Writer<'_>, torn: &mut Torn) -> Result<Salvaged, Fault> {
        let import = salvaging();
        if let Some(vault) = self.vault {
            writer.db().execute("UPDATE store SET vault = ?1", [vault])?;
        }
        for (key, value) in &self.local {
            writer.set_local_setting(key, Some(value))?;
        }
        for photo in &self.photos {
            writer.put_photo(photo)?;
        }
        let behind = |row: &PlainRow| row.kind == "mark" || row.kind == "correction";
        for row in self.rows.iter().filter(|row| !behind(row)) {
            writer.put_plain_row(row, import)?;
        }
        let (mut there, mut removed) = (BTreeSet::new(), Vec::new());
        let ask = include_str!("salvage/passed.sql");
        let gaps = by_number(torn, ask, head, &mut |torn, (number, head)| {
            if head.went_with_its_batch {
                return Ok(());
            }
            let one = self.whole(torn, (number, head), writer)?;
            there.insert(one.interaction.id.0);
            if one.removed {
                removed.push(one.interaction.id);
            }
            self.salvaged.interactions += u32::from(!one.removed);
            writer.put_plain_passed(&one, import)
        })?;
        self.salvaged.gaps += gaps;
        for row in self.rows.iter().filter(|row| behind(row)) {
            let on = named(row, "interaction").unwrap_or(row.uid);
            if there.contains(&on) {
                writer.put_plain_row(row, import)?;
            } else {
                self.salvaged.dropped += 1;
            }
        }
        writer.remove_as_before(&removed)?;
        Ok(self.salvaged)
    }

    /// With its words, its people and its conversation, as far as each can be read.
    fn whole(
        &mut self,
        torn: &mut Torn,
        (number, head): (i64, Head),
        writer: &mut crate::Writer<'_>,
    ) -> Result<PlainPassed, Fault> {
        let mut passed = head.passed;
        let id = passed.interaction.id;
        if let Some((subject, words)) = torn.ask(|db| words(db, number)) {
            passed.interaction = Interaction { subject, ..words.given_to(passed.interaction) };
            let raw = torn.ask(|db| Reader::new(db).interaction_source(id));
            passed.raw = raw.flatten().unwrap_or_default();
        } else {
            self.salvaged.without_words += 1;
        }
        for (contact, role) in torn.ask(|db| participants(db, number)).unwrap_or_default() {
            let contact = match self.numbers.get(&contact) {
                Some(uid) => *uid,
                None => self.stand_in_for(contact, writer)?,
            };
            let contact = ContactId(contact);
            passed.interaction.participants.push(Participant { contact, role });
        }
        if let Some(row) = head.conversation
            && let Some((id, thread)) = torn.ask(|db| conversation(db, row))
        {
            passed.interaction.conversation = Some(ConversationId(id));
            passed.thread = Some(thread);
        }
        Ok(passed)
    }

    /// Somebody of whom only the number is known.
    fn stand_in_for(&mut self, number: i64, writer: &mut crate::Writer<'_>) -> Result<Uid, Fault> {
        let uid = Uid::derived(&[b"lost", &number.to_le_bytes()]);
        writer.put_plain_row(&stand_in(uid), salvaging())?;
        self.numbers.insert(number, uid);
        self.salvaged.contacts += 1;
        Ok(uid)
    }
}

/// Takes every row of a kind that can be read, with its number where it has one; answers how many gaps
/// there are.
fn rows_of(
    torn: &mut Torn,
    kind: &'static Kind,
    take: Take<'_, (i64, PlainRow)>,
) -> Result<u32, Fault> {
    let numbered = matches!(kind.word, "contact" | "note");
    // By its number a table is read without its indexes, which may be what is damaged.
    let (number, hint, key) = if numbered { ("id", "NOT INDEXED", "id") } else { ("0", "", "uid") };
    let fields: String = kind.fields.iter().map(|field| format!(", {field}")).collect();
    let sql = format!(
        "SELECT {number}, uid, {REMOVED}{fields} FROM {} {hint} WHERE {key} >= ?1 ORDER BY {key} LIMIT 1",
        kind.table
    );
    let read = |row: &rusqlite::Row<'_>| {
        let mut fields = Vec::new();
        for (place, field) in kind.fields.iter().enumerate() {
            let value = match row.get(3 + place)? {
                Value::Text(text) => PlainValue::Text(text),
                Value::Integer(number) => PlainValue::Integer(number),
                Value::Blob(bytes) => PlainValue::Bytes(bytes),
                Value::Null | Value::Real(_) => continue,
            };
            fields.push(((*field).to_owned(), value));
        }
        let (number, uid): (i64, Uid) = (row.get(0)?, uid(row, 1)?);
        let (word, removed) = (kind.word.to_owned(), row.get::<_, i64>(2)? != 0);
        let row =
            PlainRow { kind: word, uid, removed, by_import: false, owners: Vec::new(), fields };
        Ok((number, row))
    };
    if numbered {
        by_number(torn, &sql, read, take)
    } else {
        let by_its_uid = |row: &rusqlite::Row<'_>| {
            let (number, row) = read(row)?;
            Ok((row.uid, (number, row)))
        };
        by_uid(torn, &sql, by_its_uid, take)
    }
}

/// One thing that passed, as far as its own row tells it.
struct Head {
    passed: PlainPassed,
    conversation: Option<i64>,
    went_with_its_batch: bool,
}

fn head(row: &rusqlite::Row<'_>) -> rusqlite::Result<(i64, Head)> {
    let (removed, batch): (i64, i64) = (row.get(12)?, row.get(13)?);
    let (is_reply, automated) = (row.get(8)?, row.get(9)?);
    let interaction = Interaction { is_reply, automated, ..crate::interaction::head(row)? };
    let (source, native_id) = (row.get(10)?, row.get(11)?);
    let passed = PlainPassed {
        interaction,
        source,
        native_id,
        thread: None,
        raw: Vec::new(),
        judged: None,
        removed: removed != 0,
    };
    let head = Head { passed, conversation: row.get(7)?, went_with_its_batch: removed == batch };
    Ok((row.get(0)?, head))
}

fn words(db: &Connection, number: i64) -> rusqlite::Result<(String, Words)> {
    let mut ask = db.prepare_cached(include_str!("salvage/words.sql"))?;
    ask.query_row([number], |row| Ok((row.get(0)?, Words::read(row, 1)?)))
}

/// By their numbers.
fn participants(db: &Connection, number: i64) -> rusqlite::Result<Vec<(i64, Role)>> {
    let mut ask = db.prepare_cached(include_str!("salvage/participants.sql"))?;
    let rows = ask.query_map([number], |row| {
        Ok((row.get(0)?, word(row, 1, Role::from_word)?.unwrap_or(Role::With)))
    })?;
    rows.collect()
}

/// The conversation's uid, and how its source names it.
fn conversation(db: &Connection, row: i64) -> rusqlite::Result<(Uid, [String; 3])> {
    let mut ask = db.prepare_cached(include_str!("salvage/conversation.sql"))?;
    ask.query_row([row], |row| Ok((uid(row, 0)?, [row.get(1)?, row.get(2)?, row.get(3)?])))
}

fn local_settings(db: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let mut ask = db.prepare("SELECT key, value FROM local_setting")?;
    let rows = ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}

fn stand_in(uid: Uid) -> PlainRow {
    PlainRow {
        kind: "contact".to_owned(),
        uid,
        removed: false,
        by_import: true,
        owners: Vec::new(),
        fields: vec![("shown".to_owned(), PlainValue::Text(LOST.to_owned()))],
    }
}

/// The row that a field names.
fn named(row: &PlainRow, field: &str) -> Option<Uid> {
    row.fields.iter().find(|(name, _)| name == field).and_then(|(_, value)| as_uid(value))
}

fn as_uid(value: &PlainValue) -> Option<Uid> {
    match value {
        PlainValue::Bytes(bytes) => Some(Uid::from_bytes(bytes.as_slice().try_into().ok()?)),
        _ => None,
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
