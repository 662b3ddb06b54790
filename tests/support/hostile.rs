//! Files that would do harm: made, not kept. Every one is brought in beside a card that is in order,
//! which has to come in as if nothing lay beside it.

mod archives;
mod endless;
mod mutations;
mod names;

use std::path::{Path, PathBuf};

/// How large the large ones are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Beyond most limits, in a moment.
    Small,
    /// As somebody would send them: a gigabyte, a hundred thousand, a million.
    Full,
}

impl Scale {
    /// So many bytes, or a five-hundredth of them.
    pub(crate) const fn bytes(self, full: usize) -> usize {
        match self {
            Self::Small => full / 500,
            Self::Full => full,
        }
    }

    /// So many rows, or a fiftieth of them.
    pub(crate) const fn rows(self, full: usize) -> usize {
        match self {
            Self::Small => full / 50,
            Self::Full => full,
        }
    }
}

/// Puts it into a folder.
type Make = Box<dyn Fn(&Path) -> std::io::Result<()>>;

/// One of them.
pub struct Hostile {
    /// What it is, in a few words.
    pub what: String,
    make: Make,
}

impl Hostile {
    fn new(what: impl Into<String>, make: impl Fn(&Path) -> std::io::Result<()> + 'static) -> Self {
        Self { what: what.into(), make: Box::new(make) }
    }

    /// One that is a file of these bytes.
    fn file(
        what: impl Into<String>,
        name: &'static str,
        bytes: impl Fn() -> Vec<u8> + 'static,
    ) -> Self {
        Self::new(what, move |folder| std::fs::write(folder.join(name), bytes()))
    }
}

/// All of them: at least 150.
pub fn all(scale: Scale) -> Vec<Hostile> {
    let mut all = mutations::all();
    all.extend(archives::all(scale));
    all.extend(endless::all(scale));
    all.extend(names::all());
    all
}

/// Who has to come in, whatever lies beside.
pub const NEIGHBOUR: &str = "Good Neighbour";

/// A folder to bring in, with one hostile thing and the neighbour in it, and what is around it.
pub struct Yard {
    folder: tempfile::TempDir,
}

impl Yard {
    /// Makes it.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn with(hostile: &Hostile) -> std::io::Result<Self> {
        let yard = Self { folder: tempfile::tempdir()? };
        std::fs::create_dir_all(yard.brought_in())?;
        std::fs::create_dir(yard.house())?;
        let card = format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{NEIGHBOUR}\r\nEMAIL:good@example.org\r\nEND:VCARD\r\n"
        );
        std::fs::write(yard.brought_in().join("zz-neighbour.vcf"), card)?;
        (hostile.make)(&yard.brought_in())?;
        Ok(yard)
    }

    /// What is brought in.
    pub fn brought_in(&self) -> PathBuf {
        self.folder.path().join("in").join("here")
    }

    /// Where the store goes.
    pub fn store(&self) -> PathBuf {
        self.house().join("requite.db")
    }

    fn house(&self) -> PathBuf {
        self.folder.path().join("house")
    }

    /// Files that are where nothing belongs: beside what is brought in, or beside the store under a
    /// name that is none of the store's.
    pub fn strays(&self) -> Vec<PathBuf> {
        let mut strays = Vec::new();
        for (folder, belongs) in [
            (self.folder.path().to_path_buf(), &["in", "house"][..]),
            (self.folder.path().join("in"), &["here"]),
            (
                self.house(),
                &["requite.db", "requite.db-wal", "requite.db-shm", "requite.db-backups"],
            ),
        ] {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let name = entry.file_name();
                if !belongs.iter().any(|belongs| name.to_str() == Some(belongs)) {
                    strays.push(entry.path());
                }
            }
        }
        strays
    }
}
