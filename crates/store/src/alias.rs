//! Two contacts that are one: a row that says so, and nothing is re-keyed.
//!
//! `alias` holds what the owner decided, one row for a merge; `derived_alias` says of every
//! merged contact where it is read in the end, however long the chain.

use crate::row::{self, Kind, Row};
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

    /// The row number under which a contact is read; `None` where it was never made.
    pub(crate) fn contact_row(&self, id: ContactId) -> Result<Option<i64>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("alias/contact_row.sql"))?;
        Ok(ask.query_row([id.0.as_bytes()], |row| row.get(0)).optional()?)
    }
}

fn written(_: &mut Writer<'_>, _: &Uid) -> Result<(), Fault> {
    Ok(())
}
