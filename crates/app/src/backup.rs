//! Backups: made by hand to any place, and by themselves into a folder beside the store; looked
//! at, and put back. A restored store never takes the place of another: that one is set aside.
//!
//! A closed store's backup is one file that the recovery key opens ([`lock::Parcel`]); that of a
//! store that is not closed is a store.

mod kept;
mod restore;

use crate::view::backup::{BackupView, CheckupView};
use crate::{App, Entrance, Trouble, when};
pub(crate) use kept::Kept;
use lock::{DataKey, Parcel, Seal};
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use store::{Deed, Fault, Store};

impl App {
    /// Writes a backup to `path`, never over a file, looks at it, and says where it is.
    ///
    /// # Errors
    /// Where there is a file by that name, or it cannot be written; then nothing stands there.
    pub fn back_up(&self, path: &str) -> Result<String, Trouble> {
        let path = Path::new(path);
        self.back_up_to(path)?;
        Ok(path.display().to_string())
    }

    /// The same, closed to a passphrase of its own: nothing else opens it, on any machine. Also of a
    /// store that is not closed.
    ///
    /// # Errors
    /// As [`App::back_up`]; where the passphrase is too short.
    pub fn back_up_with_passphrase(&self, path: &str, passphrase: &str) -> Result<String, Trouble> {
        let path = Path::new(path);
        self.seal_to(path, &Seal::passphrase(passphrase)?)?;
        Ok(path.display().to_string())
    }

    /// Makes a backup where the store has changed since the last one of today, and lets those go
    /// that are not wanted any more: seven days, four weeks and twelve months are kept. Answers
    /// the new one.
    ///
    /// # Errors
    /// Where it cannot be written; then none is let go.
    pub fn back_up_if_due(&self) -> Result<Option<BackupView>, Trouble> {
        let today = when::day_of(self.now());
        let made_today = self.kept()?.newest().is_some_and(|it| it.day == today);
        if made_today { Ok(None) } else { self.back_up_if_changed() }
    }

    /// The same whatever was made today: before an import.
    ///
    /// # Errors
    /// As [`App::back_up_if_due`].
    pub fn back_up_if_changed(&self) -> Result<Option<BackupView>, Trouble> {
        let (change, holds) =
            self.store().read(|reader| Ok((reader.last_change()?, reader.holds()?)))?;
        let about = self.store().about()?;
        let kept = self.kept()?;
        let same = kept
            .newest()
            .is_some_and(|it| it.change == change && it.is_closed() == about.encrypted);
        let nothing = !holds.contacts && !holds.interactions;
        if self.sample || about.read_only || same || nothing {
            return Ok(None);
        }
        let path = kept.new_name(when::local(self.now()), change, about.encrypted)?;
        self.back_up_to(&path)?;
        self.kept()?.let_go()?;
        Ok(self.kept()?.newest().map(kept::One::view))
    }

    /// The backups that were made by themselves, the newest first.
    ///
    /// # Errors
    /// Where their folder cannot be read.
    pub fn backups(&self) -> Result<Vec<BackupView>, Trouble> {
        Ok(self.kept()?.views())
    }

    fn kept(&self) -> Result<Kept, Trouble> {
        Kept::beside(&self.store().about()?.path)
    }

    /// Takes away the backups that anybody can read, once there is one that nobody can.
    pub(crate) fn forget_open_backups(&self) -> Result<(), Trouble> {
        let kept = self.kept()?;
        if kept.newest().is_some_and(kept::One::is_closed) {
            kept.let_open_ones_go()
        } else {
            Ok(())
        }
    }

    fn back_up_to(&self, path: &Path) -> Result<(), Trouble> {
        if self.doors.is_none() {
            self.store().copy_to(path).map_err(|fault| Trouble::opening(fault, path))?;
            return self.looked_at(path, None);
        }
        let recipient = self.recipient()?.ok_or_else(|| Trouble::NotUnderstood {
            why: "no recovery key is known for backups: make a new one first".to_owned(),
        })?;
        self.seal_to(path, &Seal::RecoveryKey(recipient))
    }

    /// Packs a closed copy: of a store that is not closed, one that is closed for this alone.
    fn seal_to(&self, path: &Path, seal: &Seal) -> Result<(), Trouble> {
        let copy = Passing(with_ending(path, ".copy"));
        let _ = std::fs::remove_file(&copy.0);
        let data = match &self.doors {
            Some(doors) => doors.data().clone(),
            None => DataKey::random()?,
        };
        let key = store::Key::from_bytes(data.bytes());
        let copied = match &self.doors {
            Some(_) => self.store().copy_to(&copy.0),
            None => self.store().copy_with_key(&copy.0, Some(&key)),
        };
        copied.map_err(|fault| Trouble::opening(fault, path))?;
        self.looked_at(&copy.0, Some(&key))?;
        let vault = self.store().about()?.vault.to_string();
        let bytes = std::fs::metadata(&copy.0).map_err(|why| Trouble::file(path, &why))?.len();
        let parcel = Parcel { data, vault, bytes };
        in_one_step(path, |file| {
            let mut store = BufReader::new(File::open(&copy.0)?);
            Ok(parcel.pack(&mut store, seal, file)?)
        })
    }

    /// A copy that does not say what the store says is no backup.
    fn looked_at(&self, copy: &Path, key: Option<&store::Key>) -> Result<(), Trouble> {
        match Store::look_at_copy(copy, key) {
            Ok(seen) if seen.vault == self.store().about()?.vault => Ok(()),
            Ok(_) => Err(Trouble::NotABackup { path: copy.display().to_string() }),
            Err(fault) => Err(Trouble::opening(fault, copy)),
        }
    }

    /// Looks at everything that is kept; what is derived and does not fit is made anew.
    ///
    /// # Errors
    /// Where the store is so damaged that it cannot be looked at.
    pub fn check_up(&self) -> Result<CheckupView, Trouble> {
        let found = self.store().check_up()?;
        let mended = !found.derived.is_empty() && found.damage.is_empty();
        if mended {
            self.store().transact(Deed::Rebuild, self.now(), |writer| writer.rebuild_derived())?;
            while self.store().index_words(self.now())? {}
        }
        Ok(CheckupView {
            well: found.is_well(),
            damage: found.damage,
            loose: found.loose,
            derived: found.derived,
            mended,
        })
    }
}

/// When everything was last looked at, as a day; on this machine.
const LOOKED_AT: &str = "looked-at";
const LOOK_EVERY_DAYS: i64 = 7;

impl App {
    /// The same once a week, unasked; what was found. Nothing where it was done in this week.
    ///
    /// # Errors
    /// As [`App::check_up`].
    pub fn check_up_if_due(&self) -> Result<Option<CheckupView>, Trouble> {
        let today = when::day_of(self.now());
        let last = self.store().read(|reader| reader.local_setting(LOOKED_AT))?;
        let last = last.and_then(|day| day.parse::<chrono::NaiveDate>().ok());
        // A clock that was set back does not put it off for ever.
        let is_due = last.is_none_or(|last| (today - last).num_days().abs() >= LOOK_EVERY_DAYS);
        if !is_due || self.sample || self.store().about()?.read_only {
            return Ok(None);
        }
        // First, so that what breaks off is not begun again at every start.
        self.store().transact(Deed::EditSettings, self.now(), move |writer| {
            writer.set_local_setting(LOOKED_AT, Some(&today.to_string()))
        })?;
        self.check_up().map(Some)
    }
}

impl Entrance {
    /// Copies a store of an earlier release, as it is, before this one changes its shape.
    pub(crate) fn back_up_older(&self, key: Option<&store::Key>) -> Result<(), Trouble> {
        match Store::is_older(self.path(), key) {
            Ok(true) => {}
            // What is wrong with what stands here is told when it is opened.
            Ok(false) | Err(_) => return Ok(()),
        }
        let to = Kept::beside(self.path())?.name_before_a_step(when::local(when::now()))?;
        match Store::copy_as_it_is(self.path(), key, &to) {
            // Where nothing can be written no step is taken either.
            Ok(()) | Err(Fault::ReadOnly) => Ok(()),
            Err(fault) => Err(Trouble::opening(fault, &to)),
        }
    }
}

/// A file that goes when it was used.
pub(crate) struct Passing(pub(crate) PathBuf);

impl Drop for Passing {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Writes a new file whole or not at all, never over another, and reads back what the disk took.
fn in_one_step(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<(), WriteTrouble>,
) -> Result<(), Trouble> {
    let told = |why: std::io::Error| Trouble::file(path, &why);
    if path.exists() {
        return Err(told(std::io::ErrorKind::AlreadyExists.into()));
    }
    let half = Passing(with_ending(path, ".part"));
    let file = File::create(&half.0).map_err(told)?;
    let mut hashed = Hashed { hash: blake3::Hasher::new(), out: BufWriter::new(&file) };
    write(&mut hashed).and_then(|()| Ok(hashed.flush()?)).map_err(|why| why.told(path))?;
    let hash = hashed.hash.finalize();
    drop(hashed);
    file.sync_all().map_err(told)?;
    if hash_of(&half.0).map_err(told)? != hash {
        return Err(Trouble::NotABackup { path: path.display().to_string() });
    }
    std::fs::rename(&half.0, path).map_err(told)
}

/// What is written, and a hash of it.
struct Hashed<W> {
    hash: blake3::Hasher,
    out: W,
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}

fn hash_of(path: &Path) -> std::io::Result<blake3::Hash> {
    let mut hash = blake3::Hasher::new();
    let mut file = File::open(path)?;
    let mut piece = vec![0; 1 << 16];
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(hash.finalize()),
            read => hash.update(piece.get(..read).unwrap_or_default()),
        };
    }
}

/// Why a file was not written.
enum WriteTrouble {
    File(std::io::Error),
    Lock(lock::Fault),
}

impl WriteTrouble {
    fn told(self, path: &Path) -> Trouble {
        match self {
            Self::File(why) | Self::Lock(lock::Fault::Place(why)) => Trouble::file(path, &why),
            Self::Lock(why) => why.into(),
        }
    }
}

impl From<std::io::Error> for WriteTrouble {
    fn from(why: std::io::Error) -> Self {
        Self::File(why)
    }
}

impl From<lock::Fault> for WriteTrouble {
    fn from(why: lock::Fault) -> Self {
        Self::Lock(why)
    }
}

pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
