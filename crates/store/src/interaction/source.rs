//! The source of an interaction as it stood.

use super::words::{Words, count};
use crate::packed::{Against, Bytes, unpacked};
use crate::{Fault, Reader};
use model::InteractionId;
use rusqlite::{Connection, OptionalExtension, params};

/// Keeps what was packed against the words of that row.
pub(super) fn keep(db: &Connection, interaction: i64, source: &Bytes) -> Result<(), Fault> {
    let values = params![interaction, count(source.length), source.packed, Against::Words.number()];
    db.prepare_cached(include_str!("add_source.sql"))?.execute(values)?;
    Ok(())
}

impl Reader<'_> {
    /// The source as it stood, where one was kept.
    pub fn interaction_source(&self, id: InteractionId) -> Result<Option<Vec<u8>>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("source.sql"))?;
        let kept = ask.query_row([id.0.as_bytes()], |row| {
            Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?, row.get(2)?, Words::read(row, 3)?))
        });
        let Some((length, packed, against, words)) = kept.optional()? else {
            return Ok(None);
        };
        let against = Against::of_number(against).ok_or(Fault::Damaged)?;
        let dictionary = against.dictionary(words.as_bytes());
        let length: i64 = length;
        unpacked(&packed, usize::try_from(length).unwrap_or(0), &dictionary).map(Some)
    }
}
