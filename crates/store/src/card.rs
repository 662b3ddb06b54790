//! Cards of other programs, kept as they stood: what Requite does not understand in them goes
//! back with them.

use crate::row::{self, Kind, Row};
use crate::{Fault, Reader, Writer};
use model::{ContactId, Uid};

static CARD: Kind = Kind {
    word: "card",
    table: "card",
    fields: &["contact", "source", "native_id", "raw"],
    after: |_, _| Ok(()),
};

pub(crate) const KINDS: &[&Kind] = &[&CARD];

/// A card as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The program it came from.
    pub source: String,
    /// That program's own id, empty where it has none.
    pub native_id: String,
    /// The card.
    pub raw: String,
}

impl Reader<'_> {
    /// The cards of a contact and of those merged into it.
    pub fn cards(&self, contact: ContactId) -> Result<Vec<Card>, Fault> {
        let Some(row) = self.contact_row(contact)? else {
            return Ok(Vec::new());
        };
        let mut ask = self.db().prepare_cached(include_str!("card/of_contact.sql"))?;
        let cards = ask.query_map([row], |row| {
            Ok(Card { source: row.get(0)?, native_id: row.get(1)?, raw: row.get(2)? })
        })?;
        Ok(cards.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Keeps a card. The same one of the same program (by its id, or where it has none the
    /// only one without) takes the place of the older.
    #[allow(
        clippy::too_many_arguments,
        reason = "four things make a card, and callers have them apart"
    )]
    pub fn keep_card(
        &mut self,
        contact: ContactId,
        source: &str,
        native_id: &str,
        raw: &str,
    ) -> Result<bool, Fault> {
        let contact = self.resolve(contact)?;
        let parts: [&[u8]; 4] =
            [b"card", contact.0.as_bytes(), source.as_bytes(), native_id.as_bytes()];
        let fields = [
            ("contact", row::uid(contact.0)),
            ("source", row::text(source)),
            ("native_id", row::text(native_id)),
            ("raw", row::text(raw)),
        ];
        self.make(Row::new(&CARD, Uid::derived(&parts)), &fields)
    }
}
