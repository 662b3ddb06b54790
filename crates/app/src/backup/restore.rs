//! A backup looked at, and put back.

use super::{Passing, with_ending};
use crate::entrance::parsed;
use crate::view::backup::SeenBackup;
use crate::{App, Entrance, Trouble, when};
use lock::{Cost, DataKey, Header, Opener, Parcel};
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use store::{Fault, Key, Seen, Store};

/// How a file of age begins (age-encryption.org/v1).
const AGE: &[u8] = b"age-encryption.org/v1";

/// A backup that was unpacked beside where it is wanted.
struct Unpacked {
    file: Passing,
    data: Option<DataKey>,
    /// Whether a passphrase of its own opened it.
    by_passphrase: bool,
}

impl Unpacked {
    fn key(&self) -> Option<Key> {
        self.data.as_ref().map(|data| Key::from_bytes(data.bytes()))
    }

    /// What is in it; `backup` is the file it was unpacked from.
    fn seen(&self, backup: &Path) -> Result<Seen, Trouble> {
        let seen = Store::look_at_copy(&self.file.0, self.key().as_ref());
        seen.map_err(|fault| match fault {
            Fault::NotAStore | Fault::Damaged => not_one(backup),
            other => Trouble::opening(other, backup),
        })
    }
}

impl Entrance {
    /// What opens this backup: `recovery-key`, `passphrase` (one of its own), or nothing is needed.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn asks_for(backup: &Path) -> Result<Option<&'static str>, Trouble> {
        let closed = Store::is_closed(backup).map_err(|why| Trouble::opening(why, backup))?;
        Ok(match closed {
            Some(true) if is_sealed_to_passphrase(backup)? => Some("passphrase"),
            Some(true) => Some("recovery-key"),
            _ => None,
        })
    }

    /// Looks at a backup as if it were put back, and tells what is in it. Nothing is changed.
    ///
    /// # Errors
    /// [`Trouble::NotABackup`], [`Trouble::WrongKey`].
    pub fn look_at_backup(&self, backup: &Path, typed: &str) -> Result<SeenBackup, Trouble> {
        let seen = self.unpacked(backup, typed)?.seen(backup)?;
        Ok(SeenBackup {
            contacts: seen.contacts,
            interactions: seen.interactions,
            vault: seen.vault.to_string(),
        })
    }

    /// Puts a backup here; what was typed opens it, and the store from then on. A store that stands
    /// here is set aside, with what opens it, under a name that says when.
    ///
    /// # Errors
    /// As [`Entrance::look_at_backup`]; nothing is changed then.
    pub fn restore(&self, backup: &Path, typed: &str) -> Result<App, Trouble> {
        let unpacked = self.unpacked(backup, typed)?;
        unpacked.seen(backup)?;
        let by_passphrase = unpacked.by_passphrase;
        let header = match &unpacked.data {
            Some(data) => Some(self.new_header(data, typed, by_passphrase)?),
            None => None,
        };
        self.set_aside()?;
        if let Some(mut header) = header {
            header.write(self.path())?;
        }
        std::fs::rename(&unpacked.file.0, self.path())
            .map_err(|why| Trouble::file(self.path(), &why))?;
        let Some(data) = unpacked.data.clone() else { return self.open_plain() };
        let header = Header::read(self.path())?.ok_or(lock::Fault::Damaged)?;
        let app = self.open_closed(header, data)?;
        if !by_passphrase {
            app.keep_recipient(&parsed(typed)?)?;
        }
        Ok(app)
    }

    /// What opened the backup opens the store.
    fn new_header(
        &self,
        data: &DataKey,
        typed: &str,
        by_passphrase: bool,
    ) -> Result<Header, Trouble> {
        let mut header = Header::new()?;
        if by_passphrase {
            header.add_passphrase(data, typed, Cost::NOW)?;
        } else {
            header.add_recovery_key(data, &parsed(typed)?)?;
        }
        // Where there is no keychain it opens the store alone, until the owner adds a door.
        let _ = header.add_keychain(data, self.keychain());
        Ok(header)
    }

    /// Moves what stands here to another name, and says which.
    pub(crate) fn set_aside(&self) -> Result<PathBuf, Trouble> {
        let stamp = when::local(when::now()).format("%Y-%m-%d-%H%M%S");
        let aside = with_ending(self.path(), &format!(".before-{stamp}"));
        lock::move_with(self.path(), &aside)?;
        // The log first: a store without its log is old, a log without its store is nothing.
        for ending in ["-wal", "-shm", ""] {
            let (from, to) = (with_ending(self.path(), ending), with_ending(&aside, ending));
            if from.exists() {
                std::fs::rename(&from, &to).map_err(|why| Trouble::file(&from, &why))?;
            }
        }
        Ok(aside)
    }

    fn unpacked(&self, backup: &Path, typed: &str) -> Result<Unpacked, Trouble> {
        let told = |why: std::io::Error| Trouble::file(backup, &why);
        self.make_folder()?;
        let place = Passing(self.unpacking_place());
        let _ = std::fs::remove_file(&place.0);
        let mut file = BufReader::new(File::open(backup).map_err(told)?);
        let mut out =
            BufWriter::new(File::create(&place.0).map_err(|why| Trouble::file(&place.0, &why))?);
        let by_passphrase = is_sealed_to_passphrase(backup)?;
        let data = if beginning(backup)? == AGE {
            let unpacked = if by_passphrase {
                Parcel::unpack(&mut file, Opener::Passphrase(typed), &mut out)
            } else {
                Parcel::unpack(&mut file, Opener::RecoveryKey(&parsed(typed)?), &mut out)
            };
            let parcel = unpacked.map_err(|why| match why {
                lock::Fault::BrokenParcel | lock::Fault::NotAParcel => not_one(backup),
                other => other.into(),
            })?;
            Some(parcel.data)
        } else {
            // A store as it is: open, or closed with the key of the one that stands here.
            std::io::copy(&mut file, &mut out).map_err(told)?;
            match Store::is_closed(backup).ok().flatten() {
                Some(false) => None,
                Some(true) => Some(self.key_of_this(typed)?.ok_or_else(|| not_one(backup))?),
                None => return Err(not_one(backup)),
            }
        };
        let written = out.flush().and_then(|()| out.get_ref().sync_all());
        written.map_err(|why| Trouble::file(&place.0, &why))?;
        Ok(Unpacked { file: place, data, by_passphrase })
    }

    /// The data key of the store that stands here, by its recovery key; `None` where none is closed.
    fn key_of_this(&self, recovery_key: &str) -> Result<Option<DataKey>, Trouble> {
        let Some(header) = Header::read(self.path())? else { return Ok(None) };
        Ok(Some(header.open_with_recovery_key(&parsed(recovery_key)?)?))
    }

    fn unpacking_place(&self) -> PathBuf {
        with_ending(self.path(), ".restoring")
    }
}

/// Of any other file it is false.
fn is_sealed_to_passphrase(backup: &Path) -> Result<bool, Trouble> {
    let file = File::open(backup).map_err(|why| Trouble::file(backup, &why))?;
    Ok(Parcel::asks_for_passphrase(BufReader::new(file)).unwrap_or(false))
}

fn not_one(backup: &Path) -> Trouble {
    Trouble::NotABackup { path: backup.display().to_string() }
}

fn beginning(backup: &Path) -> Result<Vec<u8>, Trouble> {
    let mut begins = Vec::new();
    let read =
        File::open(backup).and_then(|file| file.take(AGE.len() as u64).read_to_end(&mut begins));
    read.map_err(|why| Trouble::file(backup, &why))?;
    Ok(begins)
}
