//! A store closed with another data key, or closed for the first time: written anew beside itself,
//! compared, and put in its own place in one step. Never rewritten in place.

use crate::backup::{Passing, with_ending};
use crate::entrance::{Closing, parsed};
use crate::{App, Entrance, Trouble};
use lock::{Cost, DataKey, Header, RecoveryKey};
use std::path::Path;
use store::{Key, Store};

impl Entrance {
    /// Closes a store that is not closed yet. A backup is made before; when all stands, those of
    /// its backups that were not closed either are taken away.
    ///
    /// # Errors
    /// Where it is closed already; otherwise as [`Entrance::make`]. The store is as it was then.
    pub fn close_up(&self, closing: Closing<'_>) -> Result<App, Trouble> {
        if self.standing()?.state != "open" {
            let why = "there is no store here that is not encrypted".to_owned();
            return Err(Trouble::NotUnderstood { why });
        }
        let app = self.closed_anew(self.open_plain()?, closing)?;
        app.back_up_if_changed()?;
        app.forget_open_backups()?;
        Ok(app)
    }

    /// Closes a store with a new data key and new doors: whoever had the old key has nothing.
    ///
    /// # Errors
    /// As [`Entrance::make`]. The store is as it was then.
    pub fn rekey(&self, app: App, closing: Closing<'_>) -> Result<App, Trouble> {
        app.closed()?;
        self.closed_anew(app, closing)
    }

    fn closed_anew(&self, app: App, closing: Closing<'_>) -> Result<App, Trouble> {
        app.back_up_if_changed()?;
        let key = parsed(closing.recovery_key)?;
        let (header, data) = self.new_doors(&key, closing)?;
        let half = Passing(with_ending(self.path(), ".closing"));
        let _ = std::fs::remove_file(&half.0);
        copied(&app, &half.0, &data)?;
        drop(app);
        let header = self.put_in_place(&half.0, header)?;
        let app = self.open_closed(header, data)?;
        app.keep_recipient(&key)?;
        Ok(app)
    }

    /// A new data key behind new doors.
    pub(crate) fn new_doors(
        &self,
        key: &RecoveryKey,
        closing: Closing<'_>,
    ) -> Result<(Header, DataKey), Trouble> {
        let (mut header, data) = (Header::new()?, DataKey::random()?);
        header.add_recovery_key(&data, key)?;
        if let Some(passphrase) = closing.passphrase {
            header.add_passphrase(&data, passphrase, Cost::NOW)?;
        }
        if closing.keychain {
            header.add_keychain(&data, self.keychain())?;
        }
        Ok((header, data))
    }

    /// Whenever this is broken off, one of the two headers opens what stands here.
    fn put_in_place(&self, half: &Path, mut header: Header) -> Result<Header, Trouble> {
        let log = with_ending(self.path(), "-wal");
        if std::fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
            // Another program has it open, and may have written meanwhile.
            return Err(Trouble::Busy);
        }
        header.write_one(self.path())?;
        std::fs::rename(half, self.path()).map_err(|why| Trouble::file(self.path(), &why))?;
        header.write(self.path())?;
        Ok(header)
    }
}

/// Writes the store closed with the new key, and compares the two.
fn copied(app: &App, half: &Path, data: &DataKey) -> Result<(), Trouble> {
    let key = Key::from_bytes(data.bytes());
    app.store().copy_with_key(half, Some(&key)).map_err(|fault| Trouble::opening(fault, half))?;
    let copied = Store::digest_of_copy(half, Some(&key))?;
    if copied != app.store().read(|reader| reader.digest())? {
        // Somebody wrote meanwhile, or the disk did not take what it was given.
        return Err(Trouble::Busy);
    }
    Ok(())
}
