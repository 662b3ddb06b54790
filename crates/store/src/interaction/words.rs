//! The words of an interaction, as they are kept and as they are read.

use crate::packed::unpacked;
use crate::{Fault, Packed, Writer};
use model::Interaction;
use rusqlite::types::Type;
use rusqlite::{Error, Row, params};

/// The words of an interaction, read from the five columns that keep them: `text_bytes`,
/// `quoted_bytes`, `signature_bytes`, `words`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    all: String,
    text: usize,
    quoted: usize,
}

impl Words {
    /// Reads the columns from this one on.
    pub(crate) fn read(row: &Row<'_>, column: usize) -> rusqlite::Result<Self> {
        let bytes = |column| row.get::<_, i64>(column).map(|it| usize::try_from(it).unwrap_or(0));
        let (text, quoted, signature) = (bytes(column)?, bytes(column + 1)?, bytes(column + 2)?);
        let packed = row.get_ref(column + 3)?.as_blob()?;
        let damaged =
            || Error::FromSqlConversionFailure(column + 3, Type::Blob, Box::new(Fault::Damaged));
        let length = text.saturating_add(quoted).saturating_add(signature);
        let all = unpacked(packed, length, &[]).map_err(|_| damaged())?;
        let all = String::from_utf8(all).map_err(|_| damaged())?;
        Ok(Self { all, text, quoted })
    }

    /// The interaction with these words.
    pub(crate) fn given_to(self, interaction: Interaction) -> Interaction {
        let (quoted, signature) = (self.quoted().to_owned(), self.signature().to_owned());
        Interaction { text: self.into_text(), quoted, signature, ..interaction }
    }

    /// All of them, one part after the other, as sources are packed against them.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.all.as_bytes()
    }

    /// The text alone.
    pub(crate) fn text(&self) -> &str {
        self.all.get(..self.text).unwrap_or_default()
    }

    /// The text alone, to keep.
    pub(crate) fn into_text(mut self) -> String {
        self.all.truncate(self.text);
        self.all
    }

    /// The quoted history.
    pub(crate) fn quoted(&self) -> &str {
        self.all.get(self.text..self.text + self.quoted).unwrap_or_default()
    }

    /// The signature.
    pub(crate) fn signature(&self) -> &str {
        self.all.get(self.text + self.quoted..).unwrap_or_default()
    }
}

impl Writer<'_> {
    /// Keeps the words and the source of an interaction in place of any earlier ones.
    pub(super) fn keep_packed(
        &self,
        row: i64,
        interaction: &Interaction,
        packed: &Packed,
    ) -> Result<(), Fault> {
        let db = self.db();
        db.prepare_cached(include_str!("add_text.sql"))?.execute(params![
            row,
            interaction.subject,
            count(interaction.text.len()),
            count(interaction.quoted.len()),
            count(interaction.signature.len()),
            packed.words.packed,
        ])?;
        match &packed.source {
            Some(source) => super::source::keep(db, row, source),
            None => Ok(()),
        }
    }
}

/// How many bytes, as SQLite counts.
pub(super) fn count(bytes: usize) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}
