//! A store that is closed: made, opened by each of its doors, and by nothing else.

use app::view::contact::NewContact;
use app::{App, Closing, Entrance, Trouble, Way};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use support::keychain::Remembered;
use tempfile::TempDir;

/// A folder with a closed store in it, and everything that opens it.
struct Closed {
    folder: TempDir,
    keychain: Arc<Remembered>,
    recovery_key: String,
}

const PASSPHRASE: &str = "orchard ladder";

impl Closed {
    /// Made with a passphrase and, if wanted, the keychain; Ada is in it.
    fn new(keychain: bool) -> Self {
        let this = Self {
            folder: tempfile::tempdir().unwrap(),
            keychain: Arc::default(),
            recovery_key: App::new_recovery_key().unwrap(),
        };
        let closing =
            Closing { recovery_key: &this.recovery_key, passphrase: Some(PASSPHRASE), keychain };
        meet(&this.entrance().make(closing).unwrap(), "Ada King");
        this
    }

    fn store(&self) -> PathBuf {
        self.folder.path().join("requite.db")
    }

    fn entrance(&self) -> Entrance {
        Entrance::with_keychain(&self.store(), Arc::clone(&self.keychain) as _)
    }

    /// Everything that lies there, by name and content.
    fn lies_there(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files: Vec<_> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|file| file.unwrap().path())
            .filter(|path| path.is_file())
            .map(|path| (path.clone(), std::fs::read(path).unwrap()))
            .collect();
        files.sort();
        files
    }
}

fn meet(app: &App, name: &str) {
    let new = NewContact { name: name.to_owned(), ..NewContact::default() };
    app.add_contact(&new).unwrap();
}

fn contacts(app: &App) -> u32 {
    app.status().unwrap().contacts
}

fn kind(trouble: Result<App, Trouble>) -> Trouble {
    trouble.err().unwrap()
}

#[test]
fn every_door_opens_the_same_store() {
    let closed = Closed::new(true);
    let standing = closed.entrance().standing().unwrap();
    assert_eq!(standing.state, "closed");
    assert_eq!(standing.doors, ["recovery-key", "passphrase", "keychain"]);
    assert_eq!(contacts(&closed.entrance().open().unwrap()), 1);
    assert_eq!(contacts(&closed.entrance().open_with(Way::Passphrase(PASSPHRASE)).unwrap()), 1);
    let typed = closed.recovery_key.to_lowercase().replace('-', " ");
    let app = closed.entrance().open_with(Way::RecoveryKey(&typed)).unwrap();
    assert_eq!(contacts(&app), 1);
    assert!(app.status().unwrap().store.encrypted);
}

#[test]
fn a_keychain_that_is_locked_emptied_or_changed_leads_to_the_other_doors_and_changes_nothing() {
    let closed = Closed::new(true);
    let before = closed.lies_there();
    let spoil: [fn(&Remembered); 3] = [|it| it.lock(true), |it| it.change(), |it| it.empty()];
    for spoil in spoil {
        spoil(&closed.keychain);
        let told = kind(closed.entrance().open());
        assert!(matches!(&told, Trouble::Closed { doors } if doors.len() == 3), "{told:?}");
        assert_eq!(closed.lies_there(), before, "no new store, nothing written over");
        closed.keychain.lock(false);
    }
    let app = closed.entrance().unlock(Way::RecoveryKey(&closed.recovery_key)).unwrap();
    assert_eq!(contacts(&app), 1);
    drop(app);
    assert_eq!(contacts(&closed.entrance().open().unwrap()), 1, "the keychain opens it again");
}

#[test]
fn what_is_wrong_opens_nothing_and_the_next_try_is_as_good_as_the_first() {
    let closed = Closed::new(false);
    let before = closed.lies_there();
    let other = App::new_recovery_key().unwrap();
    for _ in 0..2 {
        for way in [Way::Passphrase("orchard lader"), Way::RecoveryKey(&other)] {
            assert_eq!(kind(closed.entrance().open_with(way)), Trouble::WrongKey);
        }
        let slip = kind(closed.entrance().open_with(Way::RecoveryKey("ABCD")));
        assert!(slip.to_string().contains("36 letters"), "{slip}");
    }
    assert_eq!(closed.lies_there(), before);
    assert!(closed.entrance().open_with(Way::Passphrase(PASSPHRASE)).is_ok());
}

#[test]
fn a_store_whose_header_is_missing_is_left_alone_and_its_copy_is_enough() {
    let closed = Closed::new(false);
    let header = closed.folder.path().join("requite.db.key");
    let copy = closed.folder.path().join("requite.db.key-copy");
    std::fs::remove_file(&header).unwrap();
    assert!(closed.entrance().open_with(Way::Passphrase(PASSPHRASE)).is_ok());
    let kept = std::fs::read(&copy).unwrap();
    std::fs::remove_file(&copy).unwrap();
    let before = closed.lies_there();
    assert_eq!(closed.entrance().standing().unwrap().state, "lost");
    assert!(matches!(kind(closed.entrance().open()), Trouble::NotAStore { .. }));
    assert!(matches!(kind(closed.entrance().make_unencrypted()), Trouble::NotAStore { .. }));
    assert_eq!(closed.lies_there(), before);
    std::fs::write(&header, kept).unwrap();
    assert!(closed.entrance().open_with(Way::Passphrase(PASSPHRASE)).is_ok());
}

#[test]
fn where_nothing_stands_nothing_is_made_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let entrance =
        Entrance::with_keychain(&folder.path().join("store"), Arc::<Remembered>::default());
    assert!(matches!(kind(entrance.open()), Trouble::NotMade { .. }));
    assert_eq!(entrance.standing().unwrap().state, "none");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_header_whose_store_is_away_is_kept_for_when_it_comes_back() {
    let closed = Closed::new(false);
    let away = closed.folder.path().join("away.db");
    std::fs::rename(closed.store(), &away).unwrap();
    let new = App::new_recovery_key().unwrap();
    let closing = Closing { recovery_key: &new, passphrase: None, keychain: false };
    drop(closed.entrance().make(closing).unwrap());
    let aside = closed.lies_there().into_iter().map(|(path, _)| path);
    let aside = aside.into_iter().find(|path| {
        path.to_string_lossy().contains(".before-")
            && path.extension().is_some_and(|it| it == "key")
    });
    std::fs::rename(aside.unwrap(), closed.folder.path().join("away.db.key")).unwrap();
    let entrance = Entrance::with_keychain(&away, Arc::clone(&closed.keychain) as _);
    assert_eq!(contacts(&entrance.open_with(Way::Passphrase(PASSPHRASE)).unwrap()), 1);
}

#[test]
fn doors_are_changed_while_it_is_open() {
    let closed = Closed::new(true);
    let app = closed.entrance().open().unwrap();
    assert!(app.set_passphrase("short").unwrap_err().to_string().contains("8 letters"));
    app.set_passphrase("another orchard").unwrap();
    let new = App::new_recovery_key().unwrap();
    app.set_recovery_key(&new).unwrap();
    app.remove_door("keychain").unwrap();
    assert!(app.remove_door("recovery-key").is_err(), "backups need it");
    assert_eq!(app.doors().doors, ["passphrase", "recovery-key"]);
    drop(app);
    assert!(closed.keychain.is_empty(), "the keychain has forgotten it");
    let entrance = closed.entrance();
    for old in [Way::Passphrase(PASSPHRASE), Way::RecoveryKey(&closed.recovery_key)] {
        assert_eq!(kind(entrance.open_with(old)), Trouble::WrongKey);
    }
    assert!(entrance.open_with(Way::Passphrase("another orchard")).is_ok());
    assert!(entrance.open_with(Way::RecoveryKey(&new)).is_ok());
}

#[test]
fn a_store_that_was_not_closed_is_closed_later_and_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("requite.db");
    let entrance = Entrance::with_keychain(&path, Arc::<Remembered>::default());
    let app = entrance.make_unencrypted().unwrap();
    meet(&app, "Ada Secretname");
    let said = app.digest().unwrap();
    drop(app);
    assert!(stands_in(folder.path(), "Secretname"));
    let key = App::new_recovery_key().unwrap();
    let closing = Closing { recovery_key: &key, passphrase: None, keychain: true };
    let app = entrance.close_up(closing).unwrap();
    assert_eq!(app.digest().unwrap(), said);
    assert!(app.status().unwrap().store.encrypted);
    let backups = app.backups().unwrap();
    assert_eq!(backups.len(), 1, "the one that anybody can read is gone");
    assert!(backups[0].path.ends_with(".backup"));
    assert!(!stands_in(folder.path(), "Secretname"), "nowhere, in no backup either");
    drop(app);
    assert_eq!(entrance.open().unwrap().digest().unwrap(), said);
    assert!(entrance.close_up(closing).is_err(), "it is closed already");
}

#[test]
fn a_new_data_key_makes_the_old_doors_useless() {
    let closed = Closed::new(true);
    let app = closed.entrance().open().unwrap();
    let said = app.digest().unwrap();
    let key = App::new_recovery_key().unwrap();
    let closing = Closing { recovery_key: &key, passphrase: None, keychain: true };
    let headers: Vec<_> = closed.lies_there();
    let app = closed.entrance().rekey(app, closing).unwrap();
    assert_eq!(app.digest().unwrap(), said);
    drop(app);
    assert_eq!(
        kind(closed.entrance().open_with(Way::RecoveryKey(&closed.recovery_key))),
        Trouble::WrongKey
    );
    assert!(closed.entrance().open_with(Way::RecoveryKey(&key)).is_ok());
    // Whoever kept the old header has nothing.
    for (path, bytes) in
        headers.into_iter().filter(|(path, _)| path.to_string_lossy().contains(".key"))
    {
        std::fs::write(path, bytes).unwrap();
    }
    assert!(closed.entrance().open_with(Way::RecoveryKey(&closed.recovery_key)).is_err());
}

#[test]
fn while_it_is_closed_anew_it_opens_whenever_that_is_broken_off() {
    let closed = Closed::new(false);
    let old: Vec<_> = closed.lies_there();
    let key = App::new_recovery_key().unwrap();
    let closing =
        Closing { recovery_key: &key, passphrase: Some("another orchard"), keychain: false };
    let app = closed.entrance().open_with(Way::Passphrase(PASSPHRASE)).unwrap();
    drop(closed.entrance().rekey(app, closing).unwrap());
    let new: Vec<_> = closed.lies_there();
    let file = |all: &[(PathBuf, Vec<u8>)], name: &str| {
        all.iter().find(|(path, _)| path.ends_with(name)).unwrap().1.clone()
    };
    // Before the new store is in its place: the old one, its header, and the new header as copy.
    let states =
        [(file(&old, "requite.db"), PASSPHRASE), (file(&new, "requite.db"), "another orchard")];
    for (store, opens) in states {
        std::fs::write(closed.store(), store).unwrap();
        std::fs::write(closed.folder.path().join("requite.db.key"), file(&old, "requite.db.key"))
            .unwrap();
        std::fs::write(
            closed.folder.path().join("requite.db.key-copy"),
            file(&new, "requite.db.key-copy"),
        )
        .unwrap();
        assert_eq!(
            contacts(&closed.entrance().open_with(Way::Passphrase(opens)).unwrap()),
            1,
            "{opens}"
        );
    }
}

/// Whether these letters stand in any file below the folder.
fn stands_in(folder: &Path, letters: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|file| {
        let path = file.unwrap().path();
        if path.is_dir() {
            return stands_in(&path, letters);
        }
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(letters.len()).any(|it| it == letters.as_bytes())
    })
}
