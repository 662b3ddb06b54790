//! Reading one contact whole.

use super::{DATES, IDENTITIES, POSITIONS, TAGS};
use crate::circle::CIRCLE;
use crate::row::Row;
use crate::{Fault, Reader};
use model::{
    CircleId, Consent, Contact, ContactId, DatedDay, Day, Identity, IdentityKind, Name, Position,
    Uid,
};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row as Answer};

impl Reader<'_> {
    /// A contact, with the addresses, posts, days and tags of those merged into it. A merged
    /// contact is read as the one it was merged into; a removed one is not there.
    pub fn contact(&self, id: ContactId) -> Result<Option<Contact>, Fault> {
        let Some(row) = self.contact_row(id)? else {
            return Ok(None);
        };
        let mut ask = self.db().prepare_cached(include_str!("one.sql"))?;
        let Some(mut contact) = ask.query_row([row], one).optional()? else {
            return Ok(None);
        };
        contact.identities = self.all(&IDENTITIES, row, identity)?;
        contact.positions = self.all(&POSITIONS, row, position)?;
        contact.dates = self.all(&DATES, row, dated_day)?;
        contact.tags = self.all(&TAGS, row, |values| word(values, 0).map(str::to_owned))?;
        Ok(Some(contact))
    }

    /// The circle a contact is in, as long as the circle stands.
    pub(crate) fn circle_of(&self, contact: Row) -> Result<Option<CircleId>, Fault> {
        let Some(Value::Blob(kept)) = self.field(contact, "circle")? else {
            return Ok(None);
        };
        let Ok(kept) = <[u8; 16]>::try_from(kept) else {
            return Ok(None);
        };
        let circle = Uid::from_bytes(kept);
        Ok(self.stands(Row::new(&CIRCLE, circle))?.then_some(CircleId(circle)))
    }

    /// The children of one sort as values; what two merged contacts both have, once.
    fn all<T: PartialEq>(
        &self,
        sort: &crate::child::Sort,
        contact: i64,
        read: impl Fn(&[Value]) -> Option<T>,
    ) -> Result<Vec<T>, Fault> {
        let mut all = Vec::new();
        for kept in self.children(sort, contact)? {
            match read(&kept.values) {
                Some(value) if !all.contains(&value) => all.push(value),
                _ => {}
            }
        }
        Ok(all)
    }
}

fn one(row: &Answer<'_>) -> rusqlite::Result<Contact> {
    let name = Name {
        shown: row.get("shown")?,
        given: row.get("given")?,
        middle: row.get("middle")?,
        family: row.get("family")?,
        prefix: row.get("prefix")?,
        suffix: row.get("suffix")?,
        nickname: row.get("nickname")?,
    };
    let mut contact = Contact::named(ContactId(Uid::from_bytes(row.get("uid")?)), name);
    contact.pronouns = row.get("pronouns")?;
    contact.headline = row.get("headline")?;
    contact.location = row.get("location")?;
    contact.how_met = row.get("how_met")?;
    contact.met_through = uid(row, "met_through")?.map(ContactId);
    contact.circle = uid(row, "standing_circle")?.map(CircleId);
    contact.photo = row.get("photo")?;
    contact.do_not_contact = row.get("do_not_contact")?;
    contact.consent = consent(row)?;
    contact.left_out_of_review = row.get("left_out_of_review")?;
    contact.automated = row.get("automated")?;
    Ok(contact)
}

fn uid(row: &Answer<'_>, column: &str) -> rusqlite::Result<Option<Uid>> {
    let bytes: Option<[u8; 16]> = row.get(column)?;
    Ok(bytes.map(Uid::from_bytes))
}

fn consent(row: &Answer<'_>) -> rusqlite::Result<Option<Consent>> {
    let Some(text) = row.get("consent")? else {
        return Ok(None);
    };
    let given_on: Option<String> = row.get("consent_on")?;
    let given_on = given_on.as_deref().and_then(Day::parse);
    Ok(Some(Consent { text, source: row.get("consent_source")?, given_on }))
}

fn word(values: &[Value], place: usize) -> Option<&str> {
    match values.get(place) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    }
}

fn identity(values: &[Value]) -> Option<Identity> {
    let kind = IdentityKind::from_word(word(values, 0)?)?;
    Some(Identity::kept(kind, word(values, 1)?.to_owned()))
}

fn position(values: &[Value]) -> Option<Position> {
    Some(Position {
        organisation: word(values, 0)?.to_owned(),
        title: word(values, 1)?.to_owned(),
        from_on: word(values, 2).and_then(Day::parse),
        to_on: word(values, 3).and_then(Day::parse),
    })
}

fn dated_day(values: &[Value]) -> Option<DatedDay> {
    let day = Day::parse(word(values, 1)?)?;
    Some(DatedDay { label: word(values, 0)?.to_owned(), day })
}
