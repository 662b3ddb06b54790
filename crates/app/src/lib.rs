//! Everything the owner of a store can do, one method each on [`App`].
//!
//! Composes the four rooms beneath: asks the clock once, turns faults into [`Trouble`] and
//! values into [`view`]s.
//!
//! Deliberately absent: SQL, parsing, Tauri, and any judgement of its own.

mod backup;
mod campaigns;
mod compose;
mod contact;
mod counted;
mod done;
mod doors;
mod entrance;
mod export;
mod hex;
mod import;
mod parse;
mod past;
pub mod place;
mod plain;
mod rekey;
mod review;
mod salvage;
mod sample;
mod search;
mod settings;
mod timeline;
mod today;
pub mod trouble;
pub mod view;
mod when;

pub use entrance::{Closing, Entrance, Way};
pub use lock::{Keychain, NoKeychain};
pub use trouble::Trouble;

use compose::{Desks, SentMail};
use model::Moment;
use std::path::Path;
use std::sync::Arc;
use store::{Latest, Store};

/// One open store, and everything its owner can do with it. Shared behind an `Arc`; every
/// method may block and is called off the window's own thread.
pub struct App {
    store: Arc<Store>,
    /// What closes it; `None` where it is open to whoever reads the disk.
    doors: Option<doors::Doors>,
    plans: import::Plans,
    desks: Desks,
    sent: SentMail,
    searches: Latest,
    likely: contact::Likely,
    /// It holds the invented owner, in a place that does not last.
    sample: bool,
}

impl App {
    /// A new store at `path` with the invented sample owner in it.
    ///
    /// # Errors
    /// As [`App::unencrypted`], and where something is kept there already.
    pub fn with_sample(path: &Path) -> Result<Self, Trouble> {
        let mut app = Self::unencrypted(path)?;
        app.sample = true;
        app.fill_with_sample()?;
        Ok(app)
    }

    fn over(store: Store, doors: Option<doors::Doors>) -> Self {
        Self {
            store: Arc::new(store),
            doors,
            plans: import::Plans::default(),
            desks: Desks::default(),
            sent: SentMail::default(),
            searches: Latest::default(),
            likely: contact::Likely::default(),
            sample: false,
        }
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) fn shared_store(&self) -> Arc<Store> {
        Arc::clone(&self.store)
    }

    pub(crate) const fn plans(&self) -> &import::Plans {
        &self.plans
    }

    /// The moment of a deed: asked once, at its beginning.
    #[allow(clippy::unused_self, reason = "the clock is the app's, whoever asks")]
    pub(crate) fn now(&self) -> Moment {
        when::now()
    }

    /// Takes back the owner's last deed. Nothing where there is none to take back.
    ///
    /// # Errors
    /// Only of the store.
    pub fn undo(&self) -> Result<Option<view::deed::Undone>, Trouble> {
        let undone = self.store.undo(self.now())?;
        self.sent_changed();
        Ok(undone.map(done::undone))
    }

    /// Does again what was taken back last.
    ///
    /// # Errors
    /// Only of the store.
    pub fn redo(&self) -> Result<Option<view::deed::Undone>, Trouble> {
        let redone = self.store.redo(self.now())?;
        self.sent_changed();
        Ok(redone.map(done::undone))
    }
}
