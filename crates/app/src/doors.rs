//! The doors of an open store: which there are, new ones, and walling one up.

use crate::entrance::{parsed, words};
use crate::view::lock::DoorsView;
use crate::{App, Trouble};
use lock::{Cost, DataKey, Door, Header, Keychain, RecoveryKey, SystemKeychain};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Deed, Fault};

/// To whom backups are sealed; kept inside the store, where nobody can put another in its place.
const RECIPIENT: &str = "backup-recipient";

/// What closes an open store.
pub(crate) struct Doors {
    header: Mutex<Header>,
    data: DataKey,
    store: PathBuf,
    keychain: Arc<dyn Keychain>,
}

impl Doors {
    pub(crate) fn new(
        header: Header,
        data: DataKey,
        (store, keychain): (PathBuf, Arc<dyn Keychain>),
    ) -> Self {
        Self { header: Mutex::new(header), data, store, keychain }
    }

    pub(crate) const fn data(&self) -> &DataKey {
        &self.data
    }

    fn header(&self) -> MutexGuard<'_, Header> {
        self.header.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the header and writes it; where that fails it is as it was.
    fn change(
        &self,
        change: impl FnOnce(&mut Header) -> Result<(), lock::Fault>,
    ) -> Result<(), Trouble> {
        let mut header = self.header();
        let mut changed = header.clone();
        change(&mut changed)?;
        changed.write(&self.store)?;
        *header = changed;
        Ok(())
    }
}

impl App {
    /// Whether the store is closed to others, and which doors it has.
    pub fn doors(&self) -> DoorsView {
        let doors = self.doors.as_ref().map(|it| it.header().doors());
        DoorsView {
            encrypted: doors.is_some(),
            doors: words(&doors.unwrap_or_default()),
            has_keychain: SystemKeychain::is_here(),
        }
    }

    /// Makes a passphrase a door, in place of an earlier one.
    ///
    /// # Errors
    /// Where it is too short, or the store is not closed at all.
    pub fn set_passphrase(&self, passphrase: &str) -> Result<(), Trouble> {
        let doors = self.closed()?;
        doors.change(|header| header.add_passphrase(&doors.data, passphrase, Cost::NOW))
    }

    /// Has the system's keychain open the store.
    ///
    /// # Errors
    /// Where there is no keychain, or the store is not closed at all.
    pub fn add_keychain(&self) -> Result<(), Trouble> {
        let doors = self.closed()?;
        doors.change(|header| header.add_keychain(&doors.data, &*doors.keychain))
    }

    /// Walls a door up: `keychain` or `passphrase`. The recovery key stays, for backups need it.
    ///
    /// # Errors
    /// Where there is no such door.
    pub fn remove_door(&self, door: &str) -> Result<(), Trouble> {
        let doors = self.closed()?;
        let door = Door::from_word(door).filter(|door| *door != Door::RecoveryKey);
        let door = door.ok_or(lock::Fault::NoSuchDoor)?;
        doors.change(|header| header.remove(door))?;
        if door == Door::Keychain {
            doors.keychain.forget(&doors.header().name());
        }
        Ok(())
    }

    /// Puts a recovery key in place of the one before, typed back from paper. Backups from now on
    /// open with it; earlier ones still open with the earlier one.
    ///
    /// # Errors
    /// Where it is mistyped, or the store is not closed at all.
    pub fn set_recovery_key(&self, typed: &str) -> Result<(), Trouble> {
        let doors = self.closed()?;
        let key = parsed(typed)?;
        self.keep_recipient(&key)?;
        doors.change(|header| header.add_recovery_key(&doors.data, &key))
    }

    /// Keeps to whom backups are sealed.
    pub(crate) fn keep_recipient(&self, key: &RecoveryKey) -> Result<(), Trouble> {
        let recipient = key.recipient()?.to_string();
        self.store().transact(Deed::Rebuild, self.now(), move |writer| {
            writer.set_local_setting(RECIPIENT, Some(&recipient))
        })?;
        Ok(())
    }

    /// To whom backups are sealed, where the store is closed.
    pub(crate) fn recipient(&self) -> Result<Option<lock::Recipient>, Trouble> {
        let kept: Option<String> =
            self.store().read(|reader| -> Result<_, Fault> { reader.local_setting(RECIPIENT) })?;
        Ok(kept.map(|text| text.parse()).transpose()?)
    }

    pub(crate) fn closed(&self) -> Result<&Doors, Trouble> {
        self.doors.as_ref().ok_or_else(|| Trouble::NotUnderstood {
            why: "the store is not encrypted: it has no keys".to_owned(),
        })
    }
}
