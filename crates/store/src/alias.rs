//! Two contacts that are one: a row that says so, and nothing is re-keyed.
//!
//! `alias` holds what the owner decided, one row for a merge; `derived_alias` says of every
//! merged contact where it is read in the end, however long the chain.

use crate::contact::CONTACT;
use crate::row::{self, Kind, Row, THERE};
use crate::{Fault, Reader, Writer};
use model::{ContactId, Uid};
use rusqlite::{OptionalExtension, params};

/// One contact read as another.
pub(crate) static ALIAS: Kind =
    Kind { word: "alias", table: "alias", fields: &["merged", "kept"], after: written };

pub(crate) const KINDS: &[&Kind] = &[&ALIAS];

impl Reader<'_> {
    /// Under which contact this one is read: itself, unless it was merged.
    pub fn resolve(&self, id: ContactId) -> Result<ContactId, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("alias/resolve.sql"))?;
        let kept = ask.query_row([id.0.as_bytes()], |row| row.get(0)).optional()?;
        Ok(kept.map_or(id, |kept| ContactId(Uid::from_bytes(kept))))
    }

    /// The contacts that were merged into this one, the latest merge first.
    pub fn merged_into(&self, id: ContactId) -> Result<Vec<ContactId>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("alias/merged_into.sql"))?;
        let merged = ask.query_map([id.0.as_bytes()], |row| row.get(0))?;
        merged.map(|uid| Ok(ContactId(Uid::from_bytes(uid?)))).collect()
    }

    /// What somebody was called by themselves, before they were merged.
    pub fn name_before_merge(&self, id: ContactId) -> Result<Option<String>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("alias/own_name.sql"))?;
        Ok(ask.query_row([id.0.as_bytes()], |row| row.get(0)).optional()?)
    }

    /// The row number under which a contact is read; `None` where it was never made.
    pub(crate) fn contact_row(&self, id: ContactId) -> Result<Option<i64>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("alias/contact_row.sql"))?;
        Ok(ask.query_row([id.0.as_bytes()], |row| row.get(0)).optional()?)
    }

    /// Whether this alias, brought back, would read somebody as themselves or as two.
    pub(crate) fn alias_is_overtaken(&self, alias: &Uid) -> Result<bool, Fault> {
        let (merged, kept) = self.sides(alias)?;
        let (own, other) = (self.resolve(merged)?, self.resolve(kept)?);
        Ok(own != merged || other == merged)
    }

    fn sides(&self, alias: &Uid) -> Result<(ContactId, ContactId), Fault> {
        let mut ask = self.db().prepare_cached("SELECT merged, kept FROM alias WHERE uid = ?1")?;
        let sides = ask.query_row([alias.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((ContactId(Uid::from_bytes(sides.0)), ContactId(Uid::from_bytes(sides.1))))
    }
}

impl Writer<'_> {
    /// Reads `merged` as `kept` from now on. `false` where they are one already.
    pub fn merge_contacts(&mut self, kept: ContactId, merged: ContactId) -> Result<bool, Fault> {
        let (kept, merged) = (self.resolve(kept)?, self.resolve(merged)?);
        if kept == merged {
            return Ok(false);
        }
        for side in [kept, merged] {
            if !self.stands(Row::new(&CONTACT, side.0))? {
                return Err(Fault::Missing("contact"));
            }
        }
        self.read_as(merged, kept)
    }

    /// Takes the merge away: `merged` is a contact of its own again. `false` where it is one.
    pub fn unmerge_contact(&mut self, merged: ContactId) -> Result<bool, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("alias/of_merged.sql"))?;
        let rows = ask.query_map([merged.0.as_bytes()], |row| row.get(0))?;
        let rows: Vec<[u8; 16]> = rows.collect::<Result<_, _>>()?;
        drop(ask);
        let mut changed = false;
        for uid in rows {
            changed |= self.remove(Row::new(&ALIAS, Uid::from_bytes(uid)))?;
        }
        Ok(changed)
    }

    /// Writes the alias, also onto somebody who was removed.
    pub(crate) fn read_as(&mut self, merged: ContactId, kept: ContactId) -> Result<bool, Fault> {
        let alias = Row::new(&ALIAS, self.new_uid());
        self.make(alias, &[("merged", row::uid(merged.0)), ("kept", row::uid(kept.0))])
    }

    /// Follows every alias anew, now that they have been made otherwise.
    pub(crate) fn follow_all_aliases(&mut self) -> Result<(), Fault> {
        self.db().execute_batch("DELETE FROM derived_alias;")?;
        let mut heads = self.db().prepare_cached(include_str!("alias/heads.sql"))?;
        let heads: Vec<[u8; 16]> =
            heads.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        for head in heads {
            self.follow(&Uid::from_bytes(head))?;
        }
        Ok(())
    }

    /// Writes where everybody is read who is merged into `head`.
    fn follow(&self, head: &Uid) -> Result<(), Fault> {
        self.db()
            .prepare_cached(include_str!("alias/follow.sql"))?
            .execute(params![head.as_bytes()])?;
        Ok(())
    }

    /// Forgets where anybody below `part` is read, and writes it again.
    fn follow_again(&self, part: ContactId) -> Result<(), Fault> {
        let uid = part.0.as_bytes();
        self.db().prepare_cached(include_str!("alias/forget.sql"))?.execute([uid])?;
        let mut ask = self.db().prepare_cached(include_str!("alias/head.sql"))?;
        let head: [u8; 16] = ask.query_row([uid], |row| row.get(0))?;
        self.follow(&Uid::from_bytes(head))
    }
}

fn written(writer: &mut Writer<'_>, alias: &Uid) -> Result<(), Fault> {
    let (merged, kept) = writer.sides(alias)?;
    if writer.field(Row::new(&ALIAS, *alias), row::REMOVED)? != Some(THERE) {
        // The head must be drawn again too, and is not to be found from the merged any more.
        let head = writer.resolve(kept)?;
        touch(writer, head);
    }
    writer.follow_again(merged)?;
    let head = writer.resolve(kept)?;
    for contact in [merged, kept, head] {
        touch(writer, contact);
    }
    Ok(())
}

fn touch(writer: &mut Writer<'_>, contact: ContactId) {
    writer.stale.insert(contact.0);
    writer.touched.contacts.insert(contact);
    writer.touched.interactions = true;
}

#[cfg(test)]
mod tests;
