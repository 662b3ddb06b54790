//! What passed, by its words and by what narrows them: with whom, by what, when, which act.

use super::segment::{Hits, Place, Sieve};
use crate::interaction::uid;
use crate::{Fault, Reader};
use model::{ActKind, Channel, ContactId, Direction, InteractionId, Moment};
use rusqlite::{OptionalExtension, named_params, params};

/// What narrows a search; everything left open lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// With one of these contacts. An empty list is nobody: nothing is found.
    pub contacts: Option<Vec<ContactId>>,
    /// In this direction.
    pub direction: Option<Direction>,
    /// By this channel.
    pub channel: Option<Channel>,
    /// At this moment or later.
    pub since: Option<Moment>,
    /// Before this moment.
    pub before: Option<Moment>,
    /// Holding an ask or a give; the other two acts narrow nothing.
    pub act: Option<ActKind>,
}

impl Narrowed {
    /// Whether nothing is narrowed.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

/// So many finds of the whole store are sifted for those of somebody; if that was not enough the
/// word is a common one, and soon found among what passed with them.
const SIFTED: usize = 2_000;

/// Sifts places until enough are found.
struct Sifting<'a> {
    reader: &'a Reader<'a>,
    narrowed: &'a Narrowed,
    contacts: Option<String>,
    limit: usize,
    found: Vec<InteractionId>,
}

impl Reader<'_> {
    /// The newest of what passed that holds the words (where there are any) and is let through.
    pub(super) fn passed_with(
        &self,
        expression: Option<&str>,
        narrowed: &Narrowed,
        limit: u32,
    ) -> Result<Vec<InteractionId>, Fault> {
        let rows = match &narrowed.contacts {
            Some(contacts) => Some(self.rows_of(contacts)?),
            None => None,
        };
        let mut sifting = Sifting {
            reader: self,
            narrowed,
            contacts: rows.as_deref().map(list),
            limit: limit as usize,
            found: Vec::new(),
        };
        match (expression, rows) {
            (_, Some(rows)) if rows.is_empty() => {}
            (Some(expression), rows) => {
                let most = if rows.is_some() { SIFTED } else { usize::MAX };
                if !sifting.of_all(expression, most)? {
                    sifting.found.clear();
                    sifting.of_contacts(Some(expression))?;
                }
            }
            (None, Some(_)) => sifting.of_contacts(None)?,
            (None, None) => sifting.by_time()?,
        }
        Ok(sifting.found)
    }

    fn rows_of(&self, contacts: &[ContactId]) -> Result<Vec<i64>, Fault> {
        let mut rows = Vec::new();
        for contact in contacts {
            rows.extend(self.contact_row(*contact)?);
        }
        Ok(rows)
    }
}

impl Sifting<'_> {
    /// What the whole store finds, at most so many of it; `false` if there would be more.
    fn of_all(&mut self, expression: &str, most: usize) -> Result<bool, Fault> {
        let mut hits = Hits::before(self.reader.db(), expression, self.before())?;
        let mut left = most;
        while let Some(place) = hits.next()? {
            if left == 0 {
                return Ok(false);
            }
            left -= 1;
            if !self.take(place)? {
                break;
            }
        }
        Ok(true)
    }

    /// What passed with the contacts, if it holds the words.
    fn of_contacts(&mut self, expression: Option<&str>) -> Result<(), Fault> {
        let db = self.reader.db();
        let sieve = Sieve::of(db, expression)?;
        let mut ask = db.prepare_cached(include_str!("with_contacts.sql"))?;
        let mut rows = ask.query(params![self.contacts, self.before()])?;
        while let Some(row) = rows.next()? {
            let place = Place { row: row.get(0)?, at: row.get(1)? };
            if sieve.holds(place)? && !self.take(place)? {
                break;
            }
        }
        Ok(())
    }

    fn by_time(&mut self) -> Result<(), Fault> {
        let mut ask = self.reader.db().prepare_cached(include_str!("by_time.sql"))?;
        let mut rows = ask.query([self.before()])?;
        while let Some(row) = rows.next()? {
            if !self.take(Place { row: row.get(0)?, at: row.get(1)? })? {
                break;
            }
        }
        Ok(())
    }

    fn before(&self) -> i64 {
        self.narrowed.before.as_ref().map_or(i64::MAX, Moment::millis)
    }

    /// Takes one if it is let through; `false` where no more are wanted.
    fn take(&mut self, place: Place) -> Result<bool, Fault> {
        if self.narrowed.since.is_some_and(|since| place.at < since.millis()) {
            return Ok(false);
        }
        let mut ask = self.reader.db().prepare_cached(include_str!("fits.sql"))?;
        let act = self.narrowed.act.filter(|act| matches!(act, ActKind::Ask | ActKind::Give));
        let values = named_params! {
            ":row": place.row,
            ":channel": self.narrowed.channel.map(Channel::word),
            ":direction": self.narrowed.direction.map(Direction::word),
            ":act": act.map(ActKind::word),
            ":contacts": self.contacts,
        };
        let found = ask.query_row(values, |row| uid(row, 0).map(InteractionId)).optional()?;
        if let Some(found) = found.filter(|found| self.found.last() != Some(found)) {
            self.found.push(found);
        }
        Ok(self.found.len() < self.limit)
    }
}

/// Row numbers as a JSON array.
fn list(rows: &[i64]) -> String {
    let rows: Vec<String> = rows.iter().map(i64::to_string).collect();
    format!("[{}]", rows.join(","))
}
