//! Contacts, kept: a row with what there is one of, and children of which there are several.

mod find;
mod read;

pub use find::ContactName;

use crate::child::{Parent, Sort};
use crate::row::{self, Field, Kind, REMOVED, Row};
use crate::{Author, Fault, Writer};
use model::{Consent, Contact, ContactId, DatedDay, Day, Identity, Position, Uid};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params};

/// Somebody.
pub(crate) static CONTACT: Kind = Kind {
    word: "contact",
    table: "contact",
    fields: &[
        "shown",
        "given",
        "middle",
        "family",
        "prefix",
        "suffix",
        "nickname",
        "pronouns",
        "headline",
        "location",
        "how_met",
        "met_through",
        "circle",
        "photo",
        "do_not_contact",
        "consent",
        "consent_source",
        "consent_on",
        "left_out_of_review",
        "automated",
    ],
    after: |writer, uid| {
        writer.stale.insert(*uid);
        writer.touched.contacts.insert(ContactId(*uid));
        Ok(())
    },
};

macro_rules! children {
    ($name:ident, $kind:ident, $table:literal, $ask:literal, [$($field:literal),+], $key:literal, $same:literal) => {
        static $kind: Kind = Kind {
            word: $table,
            table: $table,
            fields: &["contact", "place", $($field),+],
            after: |writer, uid| {
                let whose = concat!("SELECT contact FROM ", $table, " WHERE uid = ?1");
                child_written(writer, whose, uid)
            },
        };
        pub(crate) static $name: Sort = Sort {
            kind: &$kind,
            ask: include_str!(concat!("contact/", $ask, ".sql")),
            ask_removed: include_str!(concat!("contact/", $ask, "_removed.sql")),
            key: $key,
            same: $same,
        };
    };
}

children!(IDENTITIES, IDENTITY, "identity", "identities", ["kind", "value"], 2, 2);
children!(
    POSITIONS,
    POSITION,
    "position",
    "positions",
    ["organisation", "title", "from_on", "to_on"],
    2,
    2
);
children!(DATES, DATED_DAY, "dated_day", "dates", ["label", "on_day"], 1, 2);
children!(TAGS, TAG, "tag", "tags", ["word"], 1, 1);

pub(crate) const KINDS: &[&Kind] = &[&CONTACT, &IDENTITY, &POSITION, &DATED_DAY, &TAG];

fn child_written(writer: &mut Writer<'_>, whose: &str, uid: &Uid) -> Result<(), Fault> {
    let mut ask = writer.db().prepare_cached(whose)?;
    let contact = Uid::from_bytes(ask.query_row([uid.as_bytes()], |row| row.get(0))?);
    drop(ask);
    writer.stale.insert(contact);
    writer.touched.contacts.insert(ContactId(contact));
    Ok(())
}

impl Writer<'_> {
    /// A name for a new contact.
    pub fn new_contact_id(&mut self) -> ContactId {
        ContactId(self.new_uid())
    }

    /// Adds a contact, or makes the kept one what this one says: fields, and every list in
    /// its values and order. An import hands in the kept contact with what the file adds;
    /// what the owner last wrote stands, what the owner removed stays away. `true` where
    /// anything changed.
    pub fn save_contact(&mut self, contact: &Contact, author: &Author) -> Result<bool, Fault> {
        self.on_behalf(*author, |writer| {
            let id = writer.resolve(contact.id)?;
            let row = Row::new(&CONTACT, id.0);
            let fields = writer.fields_of(contact, row)?;
            let is_new = writer.field(row, REMOVED)?.is_none();
            if !is_new && writer.author != Author::Owner && writer.owner_removed(row)? {
                return Ok(false);
            }
            if is_new {
                writer.add_contact(contact, row, &fields)?;
                return Ok(true);
            }
            let mut changed = writer.make(row, &fields)?;
            let number = writer.contact_row(id)?;
            changed |= writer.save_lists(contact, Parent { contact: id, row: number })?;
            Ok(changed)
        })
    }

    fn add_contact(&mut self, contact: &Contact, row: Row, fields: &[Field]) -> Result<(), Fault> {
        self.insert(row, fields)?;
        self.save_lists(contact, Parent { contact: contact.id, row: None })?;
        if self.author != Author::Owner && self.keep_away_if_removed(contact)? {
            return Ok(());
        }
        // Nothing else can be known of them: what is at hand need not be read again for its line.
        self.draw(contact)?;
        self.stale.remove(&row.uid);
        Ok(())
    }

    fn save_lists(&mut self, contact: &Contact, whose: Parent) -> Result<bool, Fault> {
        let identities = contact.identities.iter().map(identity_values).collect();
        let positions = contact.positions.iter().map(position_values).collect();
        let dates = contact.dates.iter().map(dated_day_values).collect();
        let tags = contact.tags.iter().map(|tag| vec![row::text(tag)]).collect();
        let mut changed = self.save_children(&IDENTITIES, whose, identities)?;
        changed |= self.save_children(&POSITIONS, whose, positions)?;
        changed |= self.save_children(&DATES, whose, dates)?;
        changed |= self.save_children(&TAGS, whose, tags)?;
        Ok(changed)
    }

    /// What there is one of. A circle that was removed is read as none, and stays as it is
    /// while none is wanted, so that bringing the circle back brings its people back.
    fn fields_of(&self, contact: &Contact, row: Row) -> Result<Vec<Field>, Fault> {
        let mut fields = fields(contact);
        if contact.circle.is_none() && self.circle_of(row)?.is_none() {
            fields.retain(|(field, _)| *field != "circle");
        }
        Ok(fields)
    }

    /// A file brings somebody whom the owner removed, as a stranger: the stranger is kept (so
    /// that what passed has a face) and read as the one who was removed. `true` where they were.
    fn keep_away_if_removed(&mut self, contact: &Contact) -> Result<bool, Fault> {
        for identity in contact.identities.iter().filter(|i| i.tells_people_apart()) {
            let mut ask = self.db().prepare_cached(include_str!("contact/removed_owner.sql"))?;
            let wanted = params![identity.kind().word(), identity.value()];
            let gone: Option<[u8; 16]> = ask.query_row(wanted, |row| row.get(0)).optional()?;
            drop(ask);
            if let Some(gone) = gone.map(Uid::from_bytes)
                && self.owner_removed(Row::new(&CONTACT, gone))?
            {
                return self.read_as(contact.id, ContactId(gone));
            }
        }
        Ok(false)
    }

    /// Removes a contact, and with it from sight whoever was merged into it.
    pub fn delete_contact(&mut self, id: ContactId) -> Result<bool, Fault> {
        let id = self.resolve(id)?;
        self.remove(Row::new(&CONTACT, id.0))
    }
}

fn fields(contact: &Contact) -> Vec<Field> {
    let name = &contact.name;
    let texts = [
        ("shown", &name.shown),
        ("given", &name.given),
        ("middle", &name.middle),
        ("family", &name.family),
        ("prefix", &name.prefix),
        ("suffix", &name.suffix),
        ("nickname", &name.nickname),
        ("pronouns", &contact.pronouns),
        ("headline", &contact.headline),
        ("location", &contact.location),
        ("how_met", &contact.how_met),
    ];
    let through = row::maybe(contact.met_through, |id| row::uid(id.0));
    let photo = row::maybe(contact.photo, |hash| Value::Blob(hash.to_vec()));
    let mut fields: Vec<Field> = texts.map(|(field, value)| (field, row::text(value))).into();
    fields.extend([
        ("met_through", through),
        ("circle", row::maybe(contact.circle, |id| row::uid(id.0))),
        ("photo", photo),
        ("do_not_contact", row::yes(contact.do_not_contact)),
        ("left_out_of_review", row::yes(contact.left_out_of_review)),
        ("automated", row::yes(contact.automated)),
    ]);
    fields.extend(consent_fields(contact.consent.as_ref()));
    fields
}

fn consent_fields(consent: Option<&Consent>) -> [Field; 3] {
    let text = row::maybe(consent, |consent| row::text(&consent.text));
    let source = row::text(consent.map_or("", |consent| &consent.source));
    let given_on = day(consent.and_then(|consent| consent.given_on));
    [("consent", text), ("consent_source", source), ("consent_on", given_on)]
}

fn day(day: Option<Day>) -> Value {
    row::maybe(day, |day| Value::Text(day.to_string()))
}

fn identity_values(identity: &Identity) -> Vec<Value> {
    vec![row::text(identity.kind().word()), row::text(identity.value())]
}

fn position_values(post: &Position) -> Vec<Value> {
    vec![row::text(&post.organisation), row::text(&post.title), day(post.from_on), day(post.to_on)]
}

fn dated_day_values(date: &DatedDay) -> Vec<Value> {
    vec![row::text(&date.label), day(Some(date.day))]
}

#[cfg(test)]
mod tests;
