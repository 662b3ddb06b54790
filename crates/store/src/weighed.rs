//! What the balance engine made of what passed, kept so that a review reads what it shows and
//! not everything there is.
//!
//! Two accounts. Of each contact bytes that only the engine reads ([`Weighed`]); of the owner,
//! where a message to several people is one message, what each thread adds to each month
//! ([`MonthSums`]) and the sums of all threads. What a deed touches becomes stale with it
//! (`derived`); whoever owns the engine asks for what is stale, weighs it and puts it here.

use crate::interaction::{moment, passed, uid, word};
use crate::{Fault, PassedRow, Reader, Writer};
use model::{ContactId, Direction, InteractionId, InteractionKind, Moment};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeMap;

/// What passed with a contact, weighed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The engine's version and its settings, as one number.
    pub stamp: i64,
    /// Something passed that weighs.
    pub passed: bool,
    /// A review has something to say, of them or of the owner.
    pub notable: bool,
    /// For the engine.
    pub bytes: Vec<u8>,
}

/// A thread of what passed: a conversation, or an interaction that stands alone. Means nothing
/// outside the store and nothing tomorrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Thread(i64);

/// What a thread, or all threads, add to a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthSums {
    /// Others asked.
    pub asks_in: i64,
    /// Others gave.
    pub gives_in: i64,
    /// The owner asked.
    pub asks_out: i64,
    /// The owner gave.
    pub gives_out: i64,
    /// Conversations that others opened.
    pub starts_in: i64,
    /// Of these, those that the owner answered.
    pub answered_in: i64,
    /// Conversations that the owner opened.
    pub starts_out: i64,
    /// Of these, those that ask.
    pub asking_out: i64,
}

/// Sums by month: months since the year 0.
pub type Months = BTreeMap<i64, MonthSums>;

/// One of what passed with a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// Which.
    pub interaction: InteractionId,
    /// What sort.
    pub kind: InteractionKind,
    /// Whose.
    pub direction: Direction,
    /// When.
    pub moment: Moment,
}

/// A message that passed with somebody who is reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newest {
    /// Which.
    pub interaction: InteractionId,
    /// With whom.
    pub contact: ContactId,
    /// In which thread.
    pub thread: Thread,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Something is given in it.
    pub gives: bool,
}

impl Reader<'_> {
    /// What is kept of a contact under that stamp; nothing where it is stale.
    pub fn weighed(&self, contact: ContactId, stamp: i64) -> Result<Option<Vec<u8>>, Fault> {
        let Some(row) = self.contact_row(contact)? else {
            return Ok(None);
        };
        let mut ask = self.db().prepare_cached(include_str!("weighed/one.sql"))?;
        Ok(ask.query_row(params![row, stamp], |row| row.get(0)).optional()?)
    }

    /// Those of whom a review has something to say, with what is kept of them.
    pub fn notable(&self) -> Result<Vec<(ContactId, Vec<u8>)>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("weighed/notable.sql"))?;
        let rows = ask.query_map([], |row| Ok((ContactId(uid(row, 0)?), row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many are reviewed with whom something passed.
    pub fn reviewed(&self) -> Result<u32, Fault> {
        let count = "SELECT count(*) FROM derived_weighed WHERE reviewed = 1";
        Ok(self.db().prepare_cached(count)?.query_row([], |row| row.get(0))?)
    }

    /// How many contacts, and how many threads, are to be weighed anew.
    pub fn count_stale(&self, stamp: i64) -> Result<(u32, u32), Fault> {
        let mut ask = self.db().prepare_cached(include_str!("weighed/count_stale.sql"))?;
        Ok(ask.query_row([stamp], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Contacts that are to be weighed anew: touched since, or weighed under another stamp.
    pub fn stale_contacts(&self, stamp: i64, most: u32) -> Result<Vec<ContactId>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("weighed/stale_contacts.sql"))?;
        let rows = ask.query_map(params![stamp, most], |row| Ok(ContactId(uid(row, 0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Threads that are to be counted anew.
    pub fn stale_threads(&self, most: u32) -> Result<Vec<Thread>, Fault> {
        let some = "SELECT thread FROM derived_stale_thread ORDER BY thread LIMIT ?1";
        let mut ask = self.db().prepare_cached(some)?;
        let rows = ask.query_map([most], |row| row.get(0).map(Thread))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What of a thread passed with anybody who is reviewed, oldest first, each message once.
    pub fn passed_in(&self, thread: Thread) -> Result<Vec<PassedRow>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("weighed/thread.sql"))?;
        let (conversation, alone) = thread.parts();
        let rows = ask.query_map(params![conversation, alone], passed)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What of a thread passed with one contact, oldest first.
    pub fn passed_in_with(
        &self,
        contact: ContactId,
        thread: Thread,
    ) -> Result<Vec<PassedRow>, Fault> {
        let Some(contact) = self.contact_row(contact)? else {
            return Ok(Vec::new());
        };
        let mut ask = self.db().prepare_cached(include_str!("weighed/thread_with.sql"))?;
        let (conversation, alone) = thread.parts();
        let rows = ask.query_map(params![conversation, alone, contact], passed)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Hands over what passed in one direction with those who are reviewed, newest first, one
    /// for each of them, until `take` has enough and says `false`.
    pub fn each_newest(
        &self,
        direction: Direction,
        take: &mut dyn FnMut(Newest) -> Result<bool, Fault>,
    ) -> Result<(), Fault> {
        let mut ask = self.db().prepare_cached(include_str!("weighed/newest.sql"))?;
        let mut rows = ask.query([direction.word()])?;
        while let Some(row) = rows.next()? {
            let newest = Newest {
                interaction: InteractionId(uid(row, 4)?),
                gives: row.get(5)?,
                contact: ContactId(uid(row, 3)?),
                thread: Thread::of(row.get(2)?, row.get(0)?),
                at: row.get(1)?,
            };
            if !take(newest)? {
                break;
            }
        }
        Ok(())
    }

    /// Hands over what passed with a contact before a moment, newest first, until `take` has
    /// enough and says `false`.
    pub fn each_before(
        &self,
        contact: ContactId,
        before: Option<Moment>,
        take: &mut dyn FnMut(Before) -> Result<bool, Fault>,
    ) -> Result<(), Fault> {
        let Some(contact) = self.contact_row(contact)? else {
            return Ok(());
        };
        let before = before.map_or(i64::MAX, |moment| moment.millis());
        let mut ask = self.db().prepare_cached(include_str!("weighed/before.sql"))?;
        let mut rows = ask.query(params![contact, before])?;
        while let Some(row) = rows.next()? {
            let before = Before {
                interaction: InteractionId(uid(row, 0)?),
                kind: word(row, 1, InteractionKind::from_word)?.unwrap_or(InteractionKind::Other),
                direction: word(row, 2, Direction::from_word)?.unwrap_or(Direction::Between),
                moment: moment(row, 3)?,
            };
            if !take(before)? {
                break;
            }
        }
        Ok(())
    }

    /// The sums of all threads.
    pub fn months(&self) -> Result<Months, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("weighed/months.sql"))?;
        let rows = ask.query_map([], month)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Keeps what was made of a contact's history as it stands now. Nothing is kept where nothing
    /// passed, or where the contact is gone.
    pub fn put_weighed(&mut self, contact: ContactId, weighed: &Weighed) -> Result<(), Fault> {
        let Some(row) = self.contact_row(contact)? else {
            return Ok(());
        };
        let db = self.db();
        if weighed.passed {
            let mut ask = db.prepare_cached(include_str!("weighed/is_reviewed.sql"))?;
            let reviewed: bool = ask.query_row([row], |row| row.get(0))?;
            let notable = reviewed && weighed.notable;
            db.prepare_cached(include_str!("weighed/put.sql"))?.execute(params![
                row,
                weighed.stamp,
                reviewed,
                notable,
                weighed.bytes
            ])?;
        } else {
            db.prepare_cached("DELETE FROM derived_weighed WHERE contact = ?1")?.execute([row])?;
        }
        let done = "DELETE FROM derived_stale_contact WHERE contact = ?1";
        db.prepare_cached(done)?.execute([row])?;
        Ok(())
    }

    /// Keeps what a thread adds to each month, in place of what it added before.
    pub fn put_thread(&mut self, thread: Thread, months: &Months) -> Result<(), Fault> {
        let db = self.db();
        let mut was = db.prepare_cached(include_str!("weighed/thread_was.sql"))?;
        let was: Months = was.query_map([thread.0], month)?.collect::<Result<_, _>>()?;
        let mut add = db.prepare_cached(include_str!("weighed/thread_add.sql"))?;
        let mut sum = db.prepare_cached(include_str!("weighed/month_add.sql"))?;
        for (month, sums) in was {
            let [a, b, c, d, e, f, g, h] = sums.figures().map(|figure| -figure);
            sum.execute(params![month, -1, a, b, c, d, e, f, g, h])?;
            let over = "DELETE FROM derived_month WHERE month = ?1 AND threads = 0";
            db.prepare_cached(over)?.execute([month])?;
        }
        for (month, sums) in months {
            let [a, b, c, d, e, f, g, h] = sums.figures();
            add.execute(params![thread.0, month, a, b, c, d, e, f, g, h])?;
            sum.execute(params![month, 1, a, b, c, d, e, f, g, h])?;
        }
        let done = "DELETE FROM derived_stale_thread WHERE thread = ?1";
        db.prepare_cached(done)?.execute([thread.0])?;
        Ok(())
    }
}

impl Thread {
    /// Of a conversation, or of an interaction where it has none.
    const fn of(conversation: Option<i64>, interaction: i64) -> Self {
        match conversation {
            Some(conversation) => Self(conversation * 2),
            None => Self(interaction * 2 + 1),
        }
    }

    /// The conversation, or the interaction that stands alone.
    const fn parts(self) -> (Option<i64>, Option<i64>) {
        match self.0 % 2 {
            0 => (Some(self.0 / 2), None),
            _ => (None, Some(self.0 / 2)),
        }
    }
}

impl MonthSums {
    const fn figures(&self) -> [i64; 8] {
        [
            self.asks_in,
            self.gives_in,
            self.asks_out,
            self.gives_out,
            self.starts_in,
            self.answered_in,
            self.starts_out,
            self.asking_out,
        ]
    }
}

fn month(row: &Row<'_>) -> rusqlite::Result<(i64, MonthSums)> {
    let sums = MonthSums {
        asks_in: row.get(1)?,
        gives_in: row.get(2)?,
        asks_out: row.get(3)?,
        gives_out: row.get(4)?,
        starts_in: row.get(5)?,
        answered_in: row.get(6)?,
        starts_out: row.get(7)?,
        asking_out: row.get(8)?,
    };
    Ok((row.get(0)?, sums))
}

#[cfg(test)]
mod tests;
