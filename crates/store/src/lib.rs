//! What is kept, and nothing of what it means: the only room that speaks SQL.
//!
//! One file, one writer thread, a few readers. Every change goes through
//! [`Store::transact`]: it is committed as a whole, leaves one batch of ops in the log, and is
//! taken back by [`Store::undo`]. Readers see one unchanging moment and never wait.
//!
//! A question lives in a `.sql` file beside the method that asks it and is named after it;
//! the tables are made in `migrations/`. Only the statements that are the same for every kind
//! of row are put together, in `row.rs`.
//!
//! Deliberately absent: a clock (the moment is handed in), judgement, parsing, the wire.

mod about;
mod act;
mod alias;
mod apart;
mod card;
mod checkup;
mod child;
mod circle;
mod clock;
mod contact;
mod copy;
mod derived;
mod digest;
mod draft;
mod fault;
mod group;
mod import;
mod interaction;
mod key;
mod list;
mod migrate;
mod note;
mod open;
mod owner;
mod packed;
mod photo;
mod plain;
mod pool;
mod promise;
mod row;
mod salvage;
mod search;
mod setting;
mod today;
#[cfg(test)]
mod told;
mod transact;
mod undo;
mod weighed;
mod writer;

pub use about::About;
pub use act::{Judged, KeptAct, LearntRow, Unjudged};
pub use card::Card;
pub use checkup::Checkup;
pub use contact::ContactName;
pub use copy::Seen;
pub use derived::WORDS_IN_ONE_GO;
pub use digest::Digest;
pub use fault::Fault;
pub use import::{FileMark, ImportCounts, ImportRow, KeptSnag};
pub use interaction::{
    Added, ConversationKey, Counts, Holds, Known, Mark, Origin, PassedRow, SentRow, TimelineWanted,
};
pub use key::Key;
pub use list::{ContactPage, ContactRow, ListKind, ListOrder, ListWanted};
pub use owner::Owner;
pub use packed::Packed;
pub use plain::{PlainPassed, PlainRow, PlainValue};
pub use pool::Latest;
pub use salvage::Salvaged;
pub use search::{Found, Narrowed, SearchWanted};
pub use today::{LosingTouch, WaitingRow};
pub use transact::{Author, BatchId, Deed, Done, Touched};
pub use undo::{Became, PastChange, PastDeed, PastWanted};
pub use weighed::{Before, MonthSums, Months, Newest, Thread, Weighed};
pub use writer::{Pending, Reader, Writer};

use model::Moment;
use std::path::Path;

/// What is kept, opened at its newest shape. Shared behind an `Arc`.
pub struct Store {
    // The readers close before the writer, so that the writer can put its log away.
    readers: pool::Pool,
    writing: Option<writer::Thread>,
    place: open::Place,
}

impl Store {
    /// Opens the store at `path`, makes it where there is none, and brings it to its newest
    /// shape. Where nothing can be written it opens for reading. With a key it is one that is
    /// closed with it.
    ///
    /// # Errors
    /// [`Fault::NotAStore`] where the key does not fit, or what is closed is given none.
    pub fn open(path: &Path, key: Option<&Key>, now: Moment) -> Result<Self, Fault> {
        Self::at(open::Place::file(path, key), now)
    }

    /// Whether the file at `path` is closed with a key. `None` where there is none yet.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn is_closed(path: &Path) -> Result<Option<bool>, Fault> {
        open::is_closed(path)
    }

    /// A store that lasts as long as the value.
    pub fn in_memory(now: Moment) -> Result<Self, Fault> {
        Self::at(open::Place::passing()?, now)
    }

    fn at(place: open::Place, now: Moment) -> Result<Self, Fault> {
        let writing = match open::for_writing(&place, now)? {
            Some(opened) => Some(writer::Thread::start(opened)?),
            None => None,
        };
        let readers = pool::Pool::new(place.clone(), writing.is_none());
        let store = Self { readers, writing, place };
        store.read(|_| Ok(()))?;
        Ok(store)
    }

    /// Asks the store; everything asked in one call is of one moment.
    pub fn read<T>(&self, ask: impl FnOnce(&Reader<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
        self.readers.read(ask)
    }

    /// The same for what passes over much of the store and is seldom asked: what was read for it is
    /// not kept in memory.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub fn read_apart<T>(
        &self,
        ask: impl FnOnce(&Reader<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.readers.read_apart(ask)
    }

    /// The same for one of several questions of which only the latest matters.
    ///
    /// # Errors
    /// As [`Store::read`]; [`Fault::Overtaken`] where another was asked meanwhile.
    pub fn read_latest<T>(
        &self,
        latest: &Latest,
        ask: impl FnOnce(&Reader<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.readers.read_latest(latest, ask)
    }

    /// Writes, all of it or nothing. What fails, or panics, leaves no trace.
    pub fn transact<T: Send + 'static>(
        &self,
        deed: Deed,
        now: Moment,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Result<Done<T>, Fault> {
        self.transact_meanwhile(deed, now, write)?.wait()
    }

    /// The same while the caller goes on: deeds are done in the order in which they were given.
    pub fn transact_meanwhile<T: Send + 'static>(
        &self,
        deed: Deed,
        now: Moment,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Result<Pending<T>, Fault> {
        let thread = self.writing.as_ref().ok_or(Fault::ReadOnly)?;
        thread.transact(deed, now, write)
    }
}
