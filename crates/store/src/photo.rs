//! Photos, named by the hash of their bytes.

use crate::contact::CONTACT;
use crate::row::Row;
use crate::{Fault, Reader, Writer};
use model::ContactId;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params};

impl Reader<'_> {
    /// The bytes of a photo.
    pub fn photo(&self, hash: &[u8; 32]) -> Result<Option<Vec<u8>>, Fault> {
        let mut ask = self.db().prepare_cached("SELECT bytes FROM photo WHERE hash = ?1")?;
        Ok(ask.query_row([hash], |row| row.get(0)).optional()?)
    }
}

impl Writer<'_> {
    /// Gives a contact a photo.
    pub fn set_photo(&mut self, contact: ContactId, bytes: &[u8]) -> Result<bool, Fault> {
        let hash = *blake3::hash(bytes).as_bytes();
        let mut add = self.db().prepare_cached(include_str!("photo/add.sql"))?;
        add.execute(params![hash, bytes])?;
        drop(add);
        let contact = self.resolve(contact)?;
        self.set(Row::new(&CONTACT, contact.0), "photo", Value::Blob(hash.to_vec()))
    }
}
