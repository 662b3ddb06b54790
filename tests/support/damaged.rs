//! Stores that were damaged: what is closed always tells it, what is not closed never breaks the
//! program, and of a damaged log what stands before the damage is kept.

use crate::dice::Dice;
use crate::keychain::Remembered;
use crate::{House, Letter, mailbox};
use app::view::contact::NewContact;
use app::{App, Closing, Entrance, Trouble, Way};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What came of damaging a store so many times.
#[derive(Default)]
pub struct Damaged {
    /// How often it was damaged.
    pub tried: usize,
    /// How often the program said so.
    pub told: usize,
    /// Where it should have said so, or should have kept what is whole.
    pub wrong: Vec<String>,
}

/// One kind of damage, so many times.
pub type Trial = fn(usize) -> Damaged;

/// Every kind, with what is damaged.
pub const TRIALS: [(&str, Trial); 4] = [
    ("a bit of a closed store", bits_of_closed),
    ("a closed store cut short", cuts_of_closed),
    ("bytes of an open store, or it is cut short", bytes_of_open),
    ("the log of an open store", log_of_open),
];

/// A store with people and letters in it, closed.
pub struct Closed {
    folder: tempfile::TempDir,
    key: String,
}

impl Closed {
    /// Makes one.
    pub fn with_letters() -> Self {
        let key = App::new_recovery_key().unwrap();
        let this = Self { folder: tempfile::tempdir().unwrap(), key };
        let closing = Closing { recovery_key: &this.key, passphrase: None, keychain: false };
        let app = entrance(&this.store()).make(closing).unwrap();
        let letter = |n: u32| {
            let from = format!("p{n}@example.org");
            let text = format!("The orchard bears for the {n}th time.").repeat(20);
            Letter::new(&format!("l{n}"), (&from, "me@example.org"), 1 + n % 28, &text)
        };
        let file = this.folder.path().join("mail.mbox");
        std::fs::write(&file, mailbox(&(0..60).map(letter).collect::<Vec<_>>())).unwrap();
        let me = ["me@example.org".to_owned()];
        let plan = app.plan_import(&[file.to_string_lossy().into_owned()], &me, None).unwrap();
        let choices = app.likely_choices(&plan, &me);
        app.settle_import(&plan.id, &choices, &|_| ()).unwrap();
        this
    }

    /// Where it is.
    pub fn store(&self) -> PathBuf {
        self.folder.path().join("requite.db")
    }

    /// Opens it.
    ///
    /// # Errors
    /// Where it is damaged.
    pub fn open(&self) -> Result<App, Trouble> {
        self.open_at(&self.store())
    }

    /// Opens a copy of it.
    ///
    /// # Errors
    /// As [`Closed::open`].
    pub fn open_at(&self, copy: &Path) -> Result<App, Trouble> {
        entrance(copy).open_with(Way::RecoveryKey(&self.key))
    }
}

fn entrance(store: &Path) -> Entrance {
    Entrance::with_keychain(store, Arc::<Remembered>::default())
}

/// What a store says when all of it is read, or what is wrong with it.
///
/// # Errors
/// What is wrong.
pub fn read(app: Result<App, Trouble>) -> Result<String, String> {
    let app = app.map_err(|why| why.to_string())?;
    let found = app.check_up().map_err(|why| why.to_string())?;
    if !found.damage.is_empty() || !found.loose.is_empty() {
        return Err(format!("{found:?}"));
    }
    // Whatever is asked, nothing breaks.
    let _ = (app.search("orchard"), app.review(), app.export("json"), app.today());
    app.digest().map_err(|why| why.to_string())
}

/// The log beside a store.
pub fn log_of(store: &Path) -> PathBuf {
    PathBuf::from(format!("{}-wal", store.display()))
}

/// A bit of a closed store is another one.
pub fn bits_of_closed(trials: usize) -> Damaged {
    let mut dice = Dice::new(17);
    each_is_told(trials, |bytes| {
        let place = dice.below(bytes.len());
        bytes[place] ^= 1 << dice.below(8);
        format!("a bit at {place}")
    })
}

/// A closed store is cut short.
pub fn cuts_of_closed(trials: usize) -> Damaged {
    let mut dice = Dice::new(18);
    each_is_told(trials, |bytes| {
        let length = 1 + dice.below(bytes.len() - 1);
        bytes.truncate(length);
        format!("cut at {length}")
    })
}

/// A closed store says of every damage that it is there, and nothing once it is mended.
fn each_is_told(trials: usize, mut damage: impl FnMut(&mut Vec<u8>) -> String) -> Damaged {
    let closed = Closed::with_letters();
    let said = read(closed.open()).unwrap();
    let whole = std::fs::read(closed.store()).unwrap();
    let mut came = Damaged { tried: trials, ..Damaged::default() };
    for _ in 0..trials {
        let mut bytes = whole.clone();
        let what = damage(&mut bytes);
        std::fs::write(closed.store(), &bytes).unwrap();
        match read(closed.open()) {
            Ok(_) => came.wrong.push(format!("{what} of {}", whole.len())),
            Err(_) => came.told += 1,
        }
        forget_log(&closed.store());
    }
    std::fs::write(closed.store(), &whole).unwrap();
    assert_eq!(read(closed.open()), Ok(said), "the store as it was");
    came
}

/// Bytes of a store that is not closed are others, or it is cut short.
pub fn bytes_of_open(trials: usize) -> Damaged {
    let mut house = House::new();
    house.meet("Ada King", "ada@example.org");
    for day in 1..20 {
        house.heard("Ada King", &format!("2024-05-{day:02}T10:00:00Z"), "The orchard bears.");
    }
    house.close();
    let path = house.store_path();
    let whole = std::fs::read(&path).unwrap();
    let mut dice = Dice::new(19);
    let mut came = Damaged { tried: trials, ..Damaged::default() };
    for trial in 0..trials {
        let mut damaged = whole.clone();
        if trial % 4 == 0 {
            damaged.truncate(dice.below(whole.len()));
        } else {
            for _ in 0..=dice.below(20) {
                let place = dice.below(damaged.len());
                damaged[place] = u8::try_from(dice.below(256)).unwrap();
            }
        }
        std::fs::write(&path, damaged).unwrap();
        came.told += usize::from(read(App::unencrypted(&path)).is_err());
        forget_log(&path);
    }
    came
}

/// The log of a store that is not closed has another bit, or is cut short.
pub fn log_of_open(trials: usize) -> Damaged {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("requite.db");
    let app = App::unencrypted(&path).unwrap();
    for number in 0..40 {
        let form = NewContact { name: format!("Ada {number}"), ..NewContact::default() };
        app.add_contact(&form).unwrap();
    }
    // As a kill leaves them.
    let (store, log) = (std::fs::read(&path).unwrap(), std::fs::read(log_of(&path)).unwrap());
    let mut dice = Dice::new(20);
    let mut came = Damaged { tried: trials, ..Damaged::default() };
    let after = folder.path().join("after.db");
    for trial in 0..trials {
        std::fs::write(&after, &store).unwrap();
        let mut damaged = log.clone();
        let place = dice.below(damaged.len());
        if trial % 3 == 0 {
            damaged.truncate(place);
        } else {
            damaged[place] ^= 1 << dice.below(8);
        }
        std::fs::write(log_of(&after), damaged).unwrap();
        let app = App::unencrypted(&after).unwrap();
        if app.status().unwrap().contacts > 40 || !app.check_up().unwrap().well {
            came.wrong.push(format!("the log at {place}"));
        }
        drop(app);
        forget_log(&after);
    }
    came
}

/// What an earlier trial left beside the store.
fn forget_log(store: &Path) {
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", store.display()));
    }
}
