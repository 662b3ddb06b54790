//! A keychain that lasts as long as a test, and can be locked and emptied.

use app::{Keychain, NoKeychain};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// A keychain that lasts as long as a test.
#[derive(Default)]
pub struct Remembered {
    kept: Mutex<BTreeMap<String, Vec<u8>>>,
    locked: AtomicBool,
}

impl Remembered {
    /// Locks it, as when nobody has logged in, or opens it again.
    pub fn lock(&self, locked: bool) {
        self.locked.store(locked, Ordering::Relaxed);
    }

    /// Takes everything out of it.
    pub fn empty(&self) {
        self.entries(BTreeMap::clear);
    }

    /// Puts something else in the place of everything in it.
    pub fn change(&self) {
        self.entries(|kept| kept.values_mut().for_each(|secret| secret.fill(7)));
    }

    /// How many entries are in it.
    pub fn len(&self) -> usize {
        self.entries(|kept| kept.len())
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn entries<T>(&self, deed: impl FnOnce(&mut BTreeMap<String, Vec<u8>>) -> T) -> T {
        deed(&mut self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn open(&self) -> Result<(), NoKeychain> {
        if self.locked.load(Ordering::Relaxed) { Err(NoKeychain) } else { Ok(()) }
    }
}

impl Keychain for Remembered {
    fn keep(&self, name: &str, secret: &[u8]) -> Result<(), NoKeychain> {
        self.open()?;
        self.entries(|kept| kept.insert(name.to_owned(), secret.to_owned()));
        Ok(())
    }

    fn find(&self, name: &str) -> Result<Vec<u8>, NoKeychain> {
        self.open()?;
        self.entries(|kept| kept.get(name).cloned()).ok_or(NoKeychain)
    }

    fn forget(&self, name: &str) {
        self.entries(|kept| kept.remove(name));
    }
}
