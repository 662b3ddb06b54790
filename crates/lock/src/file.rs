//! The header beside its store, in two copies: one is written whole before the other is touched.

use crate::{Fault, Header};
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Behind the store's name.
const ENDINGS: [&str; 2] = [".key", ".key-copy"];

/// Where the header of a store lies, and its copy.
pub fn copies_of(store: &Path) -> [PathBuf; 2] {
    ENDINGS.map(|ending| with_ending(store, ending))
}

/// Takes both copies away: the store is not closed any more.
///
/// # Errors
/// Where the file system refuses.
pub fn remove(store: &Path) -> Result<(), Fault> {
    for copy in copies_of(store) {
        match fs::remove_file(copy) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

/// Has a header that stands there lie beside another name of its store: with the store it closes,
/// which is moved there, or for a store that may come back.
///
/// # Errors
/// Where the file system refuses.
pub fn move_with(store: &Path, to: &Path) -> Result<(), Fault> {
    for (from, to) in copies_of(store).into_iter().zip(copies_of(to)) {
        match fs::rename(from, to) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

impl Header {
    /// The header of the store at this path, from whichever copy is whole and later. `None` where
    /// there is neither: the store is not closed.
    ///
    /// # Errors
    /// [`Fault::Damaged`] where there are copies, and none is whole; [`Fault::TooNew`].
    pub fn read(store: &Path) -> Result<Option<Self>, Fault> {
        Ok(Self::read_all(store)?.into_iter().next())
    }

    /// Every whole copy beside the store, the later first: while a store is being closed with
    /// another key, they are of two keys.
    ///
    /// # Errors
    /// As [`Header::read`].
    pub fn read_all(store: &Path) -> Result<Vec<Self>, Fault> {
        let (mut whole, mut damaged) = (Vec::new(), false);
        for copy in copies_of(store) {
            match fs::read(copy).map(|text| Self::from_text(&text)) {
                Ok(Ok(header)) => whole.push(header),
                Ok(Err(Fault::TooNew)) => return Err(Fault::TooNew),
                Ok(Err(_)) => damaged = true,
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
        whole.sort_by_key(|it| std::cmp::Reverse(it.turn));
        whole.dedup();
        if damaged && whole.is_empty() { Err(Fault::Damaged) } else { Ok(whole) }
    }

    /// Writes one copy and leaves the other: until what it closes is in its place.
    ///
    /// # Errors
    /// As [`Header::write`].
    pub fn write_one(&mut self, store: &Path) -> Result<(), Fault> {
        self.turn = self.turn.saturating_add(1);
        let [_, second] = copies_of(store);
        Ok(write_in_one_step(&second, self.to_text().as_bytes())?)
    }

    /// Writes both copies beside the store, one after the other, each in one step: whenever it is
    /// broken off, a whole one stands.
    ///
    /// # Errors
    /// Where the file system refuses; what stood before then still stands.
    pub fn write(&mut self, store: &Path) -> Result<(), Fault> {
        self.turn = self.turn.saturating_add(1);
        let text = self.to_text();
        for copy in copies_of(store) {
            write_in_one_step(&copy, text.as_bytes())?;
        }
        Ok(())
    }
}

fn write_in_one_step(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let half = with_ending(path, ".part");
    let mut file = File::create(&half)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    if let Err(error) = written.and_then(|()| fs::rename(&half, path)) {
        // What is half is nobody's; that it could not be taken away matters less than why.
        let _ = fs::remove_file(&half);
        return Err(error);
    }
    sync_folder(path)
}

/// The name is safe only when its folder is.
#[cfg(unix)]
fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

/// Elsewhere a folder cannot be opened; a rename is written through there.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "as on Unix")]
fn sync_folder(_: &Path) -> std::io::Result<()> {
    Ok(())
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::header::tests::with_doors;

    #[test]
    fn where_there_is_none_there_is_none() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Header::read(&folder.path().join("store")).unwrap().is_none());
    }

    #[test]
    fn it_lies_beside_the_store_twice_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store");
        let (mut header, _, _) = with_doors();
        header.write(&store).unwrap();
        assert_eq!(Header::read(&store).unwrap(), Some(header));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        remove(&store).unwrap();
        remove(&store).unwrap();
        assert!(Header::read(&store).unwrap().is_none());
    }

    #[test]
    fn either_copy_alone_is_enough_and_neither_is_told_as_damage() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store");
        let (mut header, _, _) = with_doors();
        let [first, second] = copies_of(&store);
        for (damaged, whole) in [(&first, &second), (&second, &first)] {
            header.write(&store).unwrap();
            fs::write(damaged, "").unwrap();
            assert_eq!(Header::read(&store).unwrap().as_ref(), Some(&header));
            fs::remove_file(damaged).unwrap();
            assert_eq!(Header::read(&store).unwrap().as_ref(), Some(&header));
            fs::write(whole, b"{}").unwrap();
            assert!(matches!(Header::read(&store), Err(Fault::Damaged)));
        }
    }

    #[test]
    fn of_two_copies_the_later_one_counts() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store");
        let (mut header, data, _) = with_doors();
        header.write(&store).unwrap();
        let earlier = fs::read(&copies_of(&store)[1]).unwrap();
        header.add_passphrase(&data, "another orchard", crate::header::tests::CHEAP).unwrap();
        header.write(&store).unwrap();
        // As where the power went between the two.
        fs::write(&copies_of(&store)[1], earlier).unwrap();
        let read = Header::read(&store).unwrap().unwrap();
        assert!(read.open_with_passphrase("another orchard").is_ok());
    }

    #[test]
    fn a_folder_that_is_not_there_changes_nothing() {
        let (mut header, _, _) = with_doors();
        let nowhere = Path::new("/proc/no/such/store");
        assert!(matches!(header.write(nowhere), Err(Fault::Place(_))));
    }
}
