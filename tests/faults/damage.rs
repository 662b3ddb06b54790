//! Files that were damaged: what is encrypted is always told, what is not never breaks the program.

use app::view::contact::NewContact;
use app::{App, Closing, Entrance, Trouble, Way};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use support::dice::Dice;
use support::keychain::Remembered;
use support::{House, Letter, mailbox};

const TRIALS: usize = 100;

/// A store with people and letters in it, closed.
struct Closed {
    folder: tempfile::TempDir,
    key: String,
}

impl Closed {
    fn new() -> Self {
        let this =
            Self { folder: tempfile::tempdir().unwrap(), key: App::new_recovery_key().unwrap() };
        let closing = Closing { recovery_key: &this.key, passphrase: None, keychain: false };
        let app = this.entrance().make(closing).unwrap();
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

    fn store(&self) -> PathBuf {
        self.folder.path().join("requite.db")
    }

    fn entrance(&self) -> Entrance {
        Entrance::with_keychain(&self.store(), Arc::<Remembered>::default())
    }
}

/// What a store says when all of it is read, or what is wrong with it.
fn read(app: Result<App, Trouble>) -> Result<String, String> {
    let app = app.map_err(|why| why.to_string())?;
    let found = app.check_up().map_err(|why| why.to_string())?;
    if !found.damage.is_empty() || !found.loose.is_empty() {
        return Err(format!("{found:?}"));
    }
    // Whatever is asked, nothing breaks.
    let _ = (app.search("orchard"), app.review(), app.export("json"), app.today());
    app.digest().map_err(|why| why.to_string())
}

#[test]
fn every_changed_bit_of_an_encrypted_store_is_told() {
    let closed = Closed::new();
    let key = closed.key.clone();
    let open = || closed.entrance().open_with(Way::RecoveryKey(&key));
    assert!(read(open()).is_ok());
    let whole = std::fs::read(closed.store()).unwrap();
    let mut dice = Dice::new(17);
    for _ in 0..TRIALS {
        let mut damaged = whole.clone();
        let place = dice.below(damaged.len());
        damaged[place] ^= 1 << dice.below(8);
        std::fs::write(closed.store(), &damaged).unwrap();
        assert!(read(open()).is_err(), "a bit at {place} of {}", whole.len());
        std::fs::write(closed.store(), &whole).unwrap();
        forget_log(&closed.store());
    }
    assert!(read(open()).is_ok());
}

#[test]
fn an_encrypted_store_that_was_cut_short_is_told_and_left() {
    let closed = Closed::new();
    let whole = std::fs::read(closed.store()).unwrap();
    let mut dice = Dice::new(18);
    for _ in 0..TRIALS / 4 {
        let cut = 1 + dice.below(whole.len() - 1);
        std::fs::write(closed.store(), &whole[..cut]).unwrap();
        let told = read(closed.entrance().open_with(Way::RecoveryKey(&closed.key)));
        assert!(told.is_err(), "cut at {cut} of {}", whole.len());
        forget_log(&closed.store());
    }
}

#[test]
fn a_damaged_store_that_is_not_encrypted_breaks_nothing() {
    let mut house = House::new();
    house.meet("Ada King", "ada@example.org");
    for day in 1..20 {
        house.heard("Ada King", &format!("2024-05-{day:02}T10:00:00Z"), "The orchard bears.");
    }
    house.close();
    let path = house.store_path();
    let whole = std::fs::read(&path).unwrap();
    let mut dice = Dice::new(19);
    let mut told = 0;
    for trial in 0..TRIALS {
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
        told += u32::from(read(App::unencrypted(&path)).is_err());
        forget_log(&path);
    }
    assert!(told > 20, "much of it is told even so: {told}");
}

#[test]
fn of_a_damaged_log_what_stands_before_the_damage_is_kept() {
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
    for trial in 0..TRIALS / 2 {
        let after = folder.path().join(format!("after-{trial}.db"));
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
        assert!(app.status().unwrap().contacts <= 40);
        assert!(app.check_up().unwrap().well, "damage at {place}");
    }
}

#[test]
fn the_log_of_another_store_is_told_and_never_mixed_in() {
    let (here, there) = (Closed::new(), Closed::new());
    let app = there.entrance().open_with(Way::RecoveryKey(&there.key)).unwrap();
    let form = NewContact { name: "Stranger".to_owned(), ..NewContact::default() };
    app.add_contact(&form).unwrap();
    std::fs::copy(log_of(&there.store()), log_of(&here.store())).unwrap();
    let read = read(here.entrance().open_with(Way::RecoveryKey(&here.key)));
    assert!(read.is_err(), "what another key wrote cannot be read");
}

#[test]
fn a_missing_index_of_the_log_is_made_anew() {
    let closed = Closed::new();
    let app = closed.entrance().open_with(Way::RecoveryKey(&closed.key)).unwrap();
    let said = app.digest().unwrap();
    let after = closed.folder.path().join("after.db");
    for ending in ["", "-wal", ".key", ".key-copy"] {
        let end = |path: &Path| PathBuf::from(format!("{}{ending}", path.display()));
        if end(&closed.store()).exists() {
            std::fs::copy(end(&closed.store()), end(&after)).unwrap();
        }
    }
    let entrance = Entrance::with_keychain(&after, Arc::<Remembered>::default());
    assert_eq!(entrance.open_with(Way::RecoveryKey(&closed.key)).unwrap().digest().unwrap(), said);
}

fn log_of(store: &Path) -> PathBuf {
    PathBuf::from(format!("{}-wal", store.display()))
}

/// What an earlier trial left beside the store.
fn forget_log(store: &Path) {
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", store.display()));
    }
}
