//! Where measures stand: a temporary folder, made-up files in it, and stores filled from them.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use app::App;
use app::view::import::ImportSummary;
use tempfile::TempDir;

use crate::Outcome;
use crate::mailbox::{Scribe, Shape};
use crate::people::{self, OWNERS_ADDRESS, Person};
use support::dice::Dice;

/// The seed of all people; those of letters are the measures' own.
const PEOPLE: u64 = 20;

/// A folder that goes when the measures end, and how much they are to take.
pub(crate) struct Ground {
    folder: TempDir,
    quick: bool,
    full: Option<PathBuf>,
}

impl Ground {
    pub(crate) fn new(quick: bool) -> Outcome<Self> {
        Ok(Self { folder: TempDir::new()?, quick, full: None })
    }

    /// The one where there is time, the other where it is to be quick.
    pub(crate) fn size<T>(&self, whole: T, quick: T) -> T {
        if self.quick { quick } else { whole }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// So many made-up people.
    pub(crate) fn people(count: usize) -> Vec<Person> {
        people::people(&mut Dice::new(PEOPLE), count)
    }

    /// Writes a mailbox of that name.
    pub(crate) fn mailbox(&self, name: &str, scribe: &mut Scribe<'_>) -> Outcome<PathBuf> {
        let path = self.path(name);
        let mut file = BufWriter::new(File::create(&path)?);
        scribe.write(&mut file)?;
        file.flush()?;
        Ok(path)
    }

    /// How many contacts the full store has.
    pub(crate) fn full_size(&self) -> usize {
        self.size(20_000, 2_000)
    }

    /// A store with all contacts from an address book and a letter for each; made once.
    pub(crate) fn full_store(&mut self) -> Outcome<PathBuf> {
        if let Some(store) = &self.full {
            return Ok(store.clone());
        }
        let people = Self::people(self.full_size());
        let book = self.path("book.vcf");
        let mut file = BufWriter::new(File::create(&book)?);
        people::write_cards(&people, &mut file)?;
        file.flush()?;
        let shape = Shape { letters: self.full_size(), sent: 0.3, campaigns: 0.3, words: 60.0 };
        let letters = self.mailbox("full.mbox", &mut Scribe::new(3, &people, shape))?;
        let store = self.path("full.db");
        let app = App::open(&store)?;
        bring_in(&app, &book)?;
        bring_in(&app, &letters)?;
        self.full = Some(store.clone());
        Ok(store)
    }
}

/// Imports a file as the owner would who says yes to everything.
pub(crate) fn bring_in(app: &App, file: &Path) -> Outcome<ImportSummary> {
    let me = [OWNERS_ADDRESS.to_owned()];
    let plan = app.plan_import(&[file.to_string_lossy().into_owned()], &me, None)?;
    let choices = app.likely_choices(&plan, &me);
    Ok(app.settle_import(&plan.id, &choices, &|_| {})?.value)
}
