//! A folder that the owner has watched: what is new in it is offered, and never brought in
//! unasked. It is a setting of this machine.

use super::files::{self, Offered};
use super::survey::in_words;
use crate::done::done;
use crate::view::deed::Done;
use crate::view::import::{Watched, WatchedFile};
use crate::{App, Trouble};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, SystemTime};
use store::{Deed, Fault, Reader};

const FOLDER: &str = "watched-folder";
/// What is offered no more, as it lay there then: a stamp a line.
const SEEN: &str = "watched-seen";
/// A file that was written to so lately may still be written.
const SETTLED: Duration = Duration::from_secs(5);
/// So many stamps are remembered, the newest files': more never lie in an export.
const MOST: usize = 20_000;

impl App {
    /// Watches a folder, or none.
    ///
    /// # Errors
    /// Where there is no such folder, or the store cannot be written.
    pub fn watch_folder(&self, folder: Option<&str>) -> Result<Done<()>, Trouble> {
        if let Some(folder) = folder {
            let path = Path::new(folder);
            std::fs::read_dir(path).map_err(|error| Trouble::file(path, &error))?;
        }
        let folder = folder.map(str::to_owned);
        let set = self.store().transact(Deed::EditSettings, self.now(), move |writer| {
            writer.set_local_setting(SEEN, None)?;
            writer.set_local_setting(FOLDER, folder.as_deref())
        })?;
        Ok(done(set, Deed::EditSettings, |()| ()))
    }

    /// The folder that is watched, and what is new in it: files that can be brought in, that
    /// nobody is writing to, and that were neither brought in nor left since they changed last.
    ///
    /// # Errors
    /// Only of the store: a folder that cannot be read is told in the answer.
    pub fn watched(&self) -> Result<Watched, Trouble> {
        let (folder, seen) =
            self.store().read(|reader| Ok((reader.local_setting(FOLDER)?, seen(reader)?)))?;
        let Some(folder) = folder else {
            return Ok(Watched::default());
        };
        let (lying, why) = lying(&folder);
        let new = lying.into_iter().filter(|file| file.settled && !seen.contains(&file.stamp));
        let files = new.filter_map(|file| file.view()).collect();
        Ok(Watched { folder: Some(folder), why, files })
    }

    /// Offers what lies in the watched folder no more, until it changes.
    ///
    /// # Errors
    /// Only of the store.
    pub fn leave_watched(&self) -> Result<Done<()>, Trouble> {
        let left = self.see_watched(|_| true)?;
        Ok(done(left, Deed::EditSettings, |()| ()))
    }

    /// What was brought in, by its stamps from before it was read, is offered no more. What was
    /// written to it since is.
    pub(super) fn brought_in(&self, stamps: &BTreeSet<&str>) -> Result<(), Trouble> {
        if self.store().read(|reader| reader.local_setting(FOLDER))?.is_some() {
            self.see_watched(|file| stamps.contains(&*file.stamp))?;
        }
        Ok(())
    }

    /// Remembers those that fit as they lie there now.
    fn see_watched(&self, fits: impl Fn(&Lying) -> bool) -> Result<store::Done<()>, Trouble> {
        let (folder, seen) =
            self.store().read(|reader| Ok((reader.local_setting(FOLDER)?, seen(reader)?)))?;
        let lying = folder.map(|folder| lying(&folder).0).unwrap_or_default();
        // Only of what still lies there: the list does not grow for ever.
        let now = lying.iter().filter(|file| fits(file) || seen.contains(&file.stamp));
        let now: Vec<&str> = now.map(|file| file.stamp.as_str()).take(MOST).collect();
        let now = Some(now.join("\n")).filter(|now| !now.is_empty());
        Ok(self.store().transact(Deed::EditSettings, self.now(), move |writer| {
            writer.set_local_setting(SEEN, now.as_deref())
        })?)
    }
}

fn seen(reader: &Reader<'_>) -> Result<BTreeSet<String>, Fault> {
    let kept = reader.local_setting(SEEN)?.unwrap_or_default();
    Ok(kept.lines().map(str::to_owned).collect())
}

/// A file as it lies in the folder.
struct Lying {
    offered: Offered,
    /// The same as long as it is not written to.
    stamp: String,
    settled: bool,
}

impl Lying {
    fn of(offered: Offered) -> Option<Self> {
        let stamp = stamp(&offered.path)?;
        let changed = std::fs::metadata(&offered.path).ok()?.modified().ok()?;
        let age = SystemTime::now().duration_since(changed);
        // What was written in the future was written by another clock.
        let settled = age.map_or(true, |age| age >= SETTLED);
        Some(Self { offered, stamp, settled })
    }

    /// As it is offered; nothing where it is of no kind that is read.
    fn view(self) -> Option<WatchedFile> {
        let format = files::recognise(&self.offered).ok()??;
        Some(WatchedFile {
            path: self.offered.path.to_string_lossy().into_owned(),
            name: self.offered.shown,
            what: in_words(format).to_owned(),
        })
    }
}

/// A file's place, length and time of writing as one word: the same as long as nobody writes to
/// it. Nothing where it cannot be looked at.
pub(super) fn stamp(path: &Path) -> Option<String> {
    let path = std::path::absolute(path).ok()?;
    let meta = std::fs::metadata(&path).ok()?;
    let changed = meta.modified().ok()?;
    let since = changed.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let mut hash = blake3::Hasher::new();
    hash.update(path.as_os_str().as_encoded_bytes());
    hash.update(&meta.len().to_le_bytes());
    hash.update(&since.as_nanos().to_le_bytes());
    Some(hash.finalize().to_hex().chars().take(32).collect())
}

/// What lies in a folder, and why that cannot be told.
fn lying(folder: &str) -> (Vec<Lying>, Option<String>) {
    let mut snags = Vec::new();
    let found = files::under(&[folder.to_owned()], &mut snags);
    let why = snags.into_iter().next().map(|snag| snag.why);
    (found.into_iter().filter_map(Lying::of).collect(), why)
}
