//! Where measures stand: a temporary folder, made-up files in it, and stores filled from them.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use app::App;
use app::view::import::ImportSummary;
use tempfile::TempDir;

use crate::Outcome;
use support::dice::Dice;
use support::made::mailbox::{Scribe, Shape};
use support::made::people::{self, OWNERS_ADDRESS, Person};

/// The seed of all people; those of letters are the measures' own.
const PEOPLE: u64 = 20;

/// A folder that goes when the measures end, and how much they are to take.
pub(crate) struct Ground {
    folder: TempDir,
    extent: Extent,
    full: Option<PathBuf>,
    /// Stores that a measure left behind, by how many letters they hold.
    stores: BTreeMap<usize, PathBuf>,
}

/// How much the measures take.
#[derive(Clone, Copy, Default)]
pub(crate) struct Extent {
    /// In a minute rather than in ten.
    pub(crate) quick: bool,
    /// A hundred thousand letters too.
    pub(crate) large: bool,
    /// And a million.
    pub(crate) lifetime: bool,
    /// Beside the programs that people would take instead.
    pub(crate) peers: bool,
}

impl Ground {
    pub(crate) fn new(extent: Extent) -> Outcome<Self> {
        Ok(Self { folder: TempDir::new()?, extent, full: None, stores: BTreeMap::new() })
    }

    /// Letters of the mailboxes that are brought in, one after another.
    pub(crate) fn mailboxes(&self) -> Vec<usize> {
        if self.extent.quick {
            return vec![2_000];
        }
        let sizes = [(2_000, true), (20_000, true), (100_000, self.extent.large)];
        let sizes = sizes.into_iter().chain([(1_000_000, self.extent.lifetime)]);
        sizes.filter(|(_, wanted)| *wanted).map(|(letters, _)| letters).collect()
    }

    /// Whether other programs are measured too.
    pub(crate) const fn beside_peers(&self) -> bool {
        self.extent.peers
    }

    /// Keeps a store for the measures behind this one.
    pub(crate) fn leave(&mut self, letters: usize, store: PathBuf) {
        self.stores.insert(letters, store);
    }

    /// The largest store that a measure left behind, with how many letters it holds.
    pub(crate) fn largest_left(&self) -> Option<(usize, PathBuf)> {
        self.stores.last_key_value().map(|(letters, store)| (*letters, store.clone()))
    }

    /// A store of so many letters: the one that was left, or one made now.
    pub(crate) fn store_of(&mut self, letters: usize) -> Outcome<PathBuf> {
        if let Some(store) = self.stores.get(&letters) {
            return Ok(store.clone());
        }
        let people = Self::people(5_000);
        let shape = Shape::usual(letters);
        let mailbox = self.mailbox("store.mbox", &mut Scribe::new(1, &people, shape))?;
        let store = self.path(&format!("store-{letters}.db"));
        bring_in(&App::unencrypted(&store)?, &mailbox)?;
        self.leave(letters, store.clone());
        Ok(store)
    }

    /// The one where there is time, the other where it is to be quick.
    pub(crate) fn size<T>(&self, whole: T, quick: T) -> T {
        if self.extent.quick { quick } else { whole }
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
        let shape = Shape::usual(self.full_size());
        let letters = self.mailbox("full.mbox", &mut Scribe::new(3, &people, shape))?;
        let store = self.path("full.db");
        let app = App::unencrypted(&store)?;
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
