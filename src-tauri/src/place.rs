//! Which store this window stands on.

use std::path::PathBuf;

use app::{App, Entrance, Trouble};
use tauri::{AppHandle, Manager};
use tempfile::TempDir;

/// The file of the store, and whose choice it was.
#[derive(Debug)]
pub(crate) struct Place {
    file: PathBuf,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Default,
    Named,
    /// The folder lasts as long as the window.
    Sample(std::sync::Mutex<Option<TempDir>>),
}

impl Place {
    /// The owner's own store, in the platform's data folder.
    pub(crate) fn default_store() -> Self {
        Self { file: app::place::default_store(), kind: Kind::Default }
    }

    /// Opens the store there; the sample is filled first. What is not there yet, or closed, waits
    /// for the owner.
    pub(crate) fn open(&self) -> Result<App, Trouble> {
        match self.kind {
            Kind::Sample(_) => App::with_sample(&self.file),
            Kind::Default | Kind::Named => self.entrance().open(),
        }
    }

    /// The way in.
    pub(crate) fn entrance(&self) -> Entrance {
        Entrance::at(&self.file)
    }

    /// A store that the owner named.
    pub(crate) fn named(file: PathBuf) -> Self {
        Self { file, kind: Kind::Named }
    }

    /// A temporary store to look around in.
    pub(crate) fn sample() -> std::io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("requite-sample-").tempdir()?;
        let file = folder.path().join("requite.db");
        Ok(Self { file, kind: Kind::Sample(Some(folder).into()) })
    }

    pub(crate) fn is_default(&self) -> bool {
        matches!(self.kind, Kind::Default)
    }
}

/// Clears the sample away. Tauri ends the process without dropping what it manages.
pub(crate) fn leave(handle: &AppHandle) {
    if let Kind::Sample(folder) = &handle.state::<Place>().kind
        && let Ok(mut folder) = folder.lock()
    {
        folder.take();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_owners_own_store_is_the_default() {
        assert!(!Place::named("ada.db".into()).is_default());
        assert!(!Place::sample().unwrap().is_default());
    }

    #[test]
    fn the_sample_stands_in_a_folder_of_its_own() {
        let (one, other) = (Place::sample().unwrap(), Place::sample().unwrap());
        assert!(one.file.parent().unwrap().is_dir());
        assert_ne!(one.file, other.file);
    }
}
