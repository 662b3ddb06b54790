//! A damaged store: what can still be read of it, in its place.

use crate::backup::{Kept, Passing, with_ending};
use crate::view::backup::{BackupView, SalvagedView};
use crate::{App, Entrance, Trouble, Way, when};
use lock::{DataKey, Header};
use std::path::Path;
use store::{Fault, Key, Store};

impl Entrance {
    /// The backups that were made by themselves of the store that stands here, the newest first.
    ///
    /// # Errors
    /// Where their folder cannot be read.
    pub fn backups(&self) -> Result<Vec<BackupView>, Trouble> {
        Ok(Kept::beside(self.path())?.views())
    }

    /// Carries what can be read of the damaged store that stands here into a new one and puts that in
    /// its place, behind the same doors; the damaged one is set aside. `way` opens it where the
    /// keychain does not.
    ///
    /// # Errors
    /// [`Trouble::Closed`] and [`Trouble::WrongKey`]; [`Trouble::NotAStore`] where nothing can be read:
    /// then it stands as it was.
    pub fn salvage(&self, way: Option<Way<'_>>) -> Result<(App, SalvagedView), Trouble> {
        let closed = Store::is_closed(self.path()).map_err(|why| self.told(why))?;
        let door = match closed {
            None => return Err(Trouble::NotMade { path: self.path().display().to_string() }),
            Some(false) => None,
            Some(true) => Some(self.door(way)?),
        };
        let key = door.as_ref().map(|(_, data)| Key::from_bytes(data.bytes()));
        // A copy is read: SQLite would put the log that waits into the damaged file itself.
        let damaged = Copied::of(self.path())?;
        let new = Copied::beside(self.path(), ".salvaged");
        let found = Store::salvage(damaged.path(), key.as_ref(), (new.path(), when::now()))
            .map_err(|why| self.told(why))?;
        Store::look_at_copy(new.path(), key.as_ref()).map_err(|why| self.told(why))?;
        let aside = self.set_aside()?;
        if let Some((header, _)) = &door {
            header.clone().write(self.path())?;
        }
        std::fs::rename(new.path(), self.path()).map_err(|why| Trouble::file(self.path(), &why))?;
        let app = match door {
            Some((header, data)) => self.open_closed(header, data)?,
            None => self.open_plain()?,
        };
        let saved = SalvagedView {
            contacts: found.contacts,
            interactions: found.interactions,
            without_words: found.without_words,
            gaps: found.gaps,
            dropped: found.dropped,
            aside: aside.display().to_string(),
        };
        Ok((app, saved))
    }

    /// The header and the data key behind one of the doors.
    fn door(&self, way: Option<Way<'_>>) -> Result<(Header, DataKey), Trouble> {
        let mut last = Trouble::Closed { doors: Vec::new() };
        for header in self.headers()? {
            match self.data_behind(&header, way) {
                Ok(data) => return Ok((header, data)),
                Err(_) if way.is_none() => last = Trouble::closed(&header.doors()),
                Err(why) => last = why,
            }
        }
        Err(last)
    }

    fn told(&self, fault: Fault) -> Trouble {
        Trouble::opening(fault, self.path())
    }
}

/// A store with the files beside it, which go when it was used.
struct Copied([Passing; 3]);

impl Copied {
    fn beside(store: &Path, ending: &str) -> Self {
        let main = with_ending(store, ending);
        let files = Self(["", "-wal", "-shm"].map(|part| Passing(with_ending(&main, part))));
        for file in &files.0 {
            let _ = std::fs::remove_file(&file.0);
        }
        files
    }

    /// A copy of the store and of the log that waits beside it.
    fn of(store: &Path) -> Result<Self, Trouble> {
        let copied = Self::beside(store, ".salvaging");
        for (part, to) in ["", "-wal"].iter().zip(&copied.0) {
            let from = with_ending(store, part);
            if from.exists() {
                std::fs::copy(&from, &to.0).map_err(|why| Trouble::file(&to.0, &why))?;
            }
        }
        Ok(copied)
    }

    fn path(&self) -> &Path {
        let [main, ..] = &self.0;
        &main.0
    }
}
