//! Finding contacts by what they have: an address, a name, a tag.

use crate::{Fault, Reader};
use model::{ContactId, Identity, IdentityKind, Uid};
use rusqlite::{OptionalExtension, Row as Answer, params};

/// A contact's name, for matching and for choosing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactName {
    /// Who.
    pub id: ContactId,
    /// The name as shown, perhaps empty.
    pub shown: String,
    /// Where they are now, empty where that is not known.
    pub organisation: String,
    /// A list, a newsletter, a no-reply sender.
    pub automated: bool,
}

impl Reader<'_> {
    /// Who has this address; the one known longest, where several have it.
    pub fn contact_by_identity(&self, identity: &Identity) -> Result<Option<ContactId>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("by_identity.sql"))?;
        let wanted = params![identity.kind().word(), identity.value()];
        Ok(ask.query_row(wanted, |row| id(row, 0)).optional()?)
    }

    /// Every address with whoever has it, those known longest first.
    pub fn identity_owners(&self) -> Result<Vec<(Identity, ContactId)>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("identity_owners.sql"))?;
        let mut rows = ask.query([])?;
        let mut owners = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get(0)?;
            if let Some(kind) = IdentityKind::from_word(&kind) {
                owners.push((Identity::kept(kind, row.get(1)?), id(row, 2)?));
            }
        }
        Ok(owners)
    }

    /// Every contact's name, as it was before this transaction.
    pub fn contact_names(&self) -> Result<Vec<ContactName>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("names.sql"))?;
        let names = ask.query_map([], |row| {
            Ok(ContactName {
                id: id(row, 0)?,
                shown: row.get(1)?,
                organisation: row.get(2)?,
                automated: row.get(3)?,
            })
        })?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    /// Every contact, those known longest first.
    pub fn contact_ids(&self) -> Result<Vec<ContactId>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("ids.sql"))?;
        let ids = ask.query_map([], |row| id(row, 0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// Those whom the owner wants no review of, by name.
    pub fn left_out_of_review(&self) -> Result<Vec<ContactId>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("left_out_of_review.sql"))?;
        let ids = ask.query_map([], |row| id(row, 0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// Every tag with how many contacts bear it, in the order of the alphabet.
    pub fn tags(&self) -> Result<Vec<(String, u32)>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("tag_counts.sql"))?;
        let tags = ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(tags.collect::<Result<_, _>>()?)
    }

    /// Every organisation somebody is with now, with how many are, in the order of the
    /// alphabet.
    pub fn organisations(&self) -> Result<Vec<(String, u32)>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("organisations.sql"))?;
        let all = ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(all.collect::<Result<_, _>>()?)
    }
}

fn id(row: &Answer<'_>, column: usize) -> rusqlite::Result<ContactId> {
    Ok(ContactId(Uid::from_bytes(row.get(column)?)))
}
