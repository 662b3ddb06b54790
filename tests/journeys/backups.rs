//! Backups: made by themselves, looked at, put back on a bare machine; and the doctor.

use app::view::contact::NewContact;
use app::{App, Closing, Entrance, Trouble, Way};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use support::keychain::Remembered;
use support::{House, damage};

fn meet(app: &App, name: &str) {
    let new = NewContact { name: name.to_owned(), ..NewContact::default() };
    app.add_contact(&new).unwrap();
}

fn entrance(path: &Path) -> Entrance {
    Entrance::with_keychain(path, Arc::<Remembered>::default())
}

/// A closed store with Ada in it, its recovery key, and a backup of it.
fn backed_up(folder: &Path) -> (App, String, PathBuf) {
    let key = App::new_recovery_key().unwrap();
    let closing = Closing { recovery_key: &key, passphrase: None, keychain: false };
    let app = entrance(&folder.join("requite.db")).make(closing).unwrap();
    meet(&app, "Ada King");
    let backup = folder.join("elsewhere.backup");
    app.back_up(&backup.to_string_lossy()).unwrap();
    (app, key, backup)
}

#[test]
fn a_backup_is_put_back_on_a_bare_machine_with_the_recovery_key_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (app, key, backup) = backed_up(folder.path());
    let said = app.digest().unwrap();
    let bare = tempfile::tempdir().unwrap();
    let there = entrance(&bare.path().join("deep").join("requite.db"));
    let seen = there.look_at_backup(&backup, &key).unwrap();
    assert_eq!((seen.contacts, seen.interactions), (1, 0));
    let restored = there.restore(&backup, &key).unwrap();
    assert_eq!(restored.digest().unwrap(), said);
    drop(restored);
    let again = there.open_with(Way::RecoveryKey(&key)).unwrap();
    assert_eq!(again.digest().unwrap(), said);
    // It goes on as a store of its own, with backups of its own.
    meet(&again, "Bea");
    assert!(again.back_up_if_changed().unwrap().unwrap().path.ends_with(".backup"));
}

#[test]
fn a_restored_store_takes_the_place_of_none() {
    let folder = tempfile::tempdir().unwrap();
    let (app, key, backup) = backed_up(folder.path());
    meet(&app, "Bea");
    let later = app.digest().unwrap();
    drop(app);
    let here = entrance(&folder.path().join("requite.db"));
    let restored = here.restore(&backup, &key).unwrap();
    assert_eq!(restored.status().unwrap().contacts, 1);
    drop(restored);
    let aside =
        std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path()).find(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            name.contains(".before-") && !name.ends_with("key") && !name.ends_with("key-copy")
        });
    let aside = entrance(&aside.unwrap()).open_with(Way::RecoveryKey(&key)).unwrap();
    assert_eq!(aside.digest().unwrap(), later, "what stood there can be opened as it was");
}

#[test]
fn a_backup_that_is_not_whole_or_not_ours_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (app, key, backup) = backed_up(folder.path());
    let said = app.digest().unwrap();
    drop(app);
    let here = entrance(&folder.path().join("requite.db"));
    let whole = std::fs::read(&backup).unwrap();
    let other = App::new_recovery_key().unwrap();
    assert_eq!(here.restore(&backup, &other).err().unwrap(), Trouble::WrongKey);
    let slip = here.restore(&backup, "ABCD").err().unwrap();
    assert!(matches!(slip, Trouble::NotUnderstood { .. }));
    let cut = folder.path().join("cut.backup");
    for end in [0, 30, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&cut, &whole[..end]).unwrap();
        let told = here.restore(&cut, &key).err().unwrap();
        assert!(matches!(told, Trouble::NotABackup { .. }), "{end}: {told:?}");
    }
    std::fs::write(&cut, "Dear Ada").unwrap();
    assert!(matches!(here.restore(&cut, &key).err().unwrap(), Trouble::NotABackup { .. }));
    let missing = here.restore(&folder.path().join("no such"), &key).err().unwrap();
    assert!(matches!(missing, Trouble::File { .. }));
    let app = here.open_with(Way::RecoveryKey(&key)).unwrap();
    assert_eq!(app.digest().unwrap(), said);
    let left = std::fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name());
    let left: Vec<_> = left.filter(|it| it.to_string_lossy().contains(".restoring")).collect();
    assert_eq!(left, Vec::<std::ffi::OsString>::new());
}

#[test]
fn nothing_of_a_closed_store_stands_in_its_backup_or_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let (app, _, _) = backed_up(folder.path());
    meet(&app, "Ada Secretname");
    app.back_up_if_changed().unwrap().unwrap();
    for file in walk(folder.path()) {
        let bytes = std::fs::read(&file).unwrap();
        assert!(!bytes.windows(10).any(|it| it == b"Secretname"), "{}", file.display());
    }
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[test]
fn a_backup_is_made_when_something_changed_and_only_then() {
    let house = House::new();
    assert_eq!(house.back_up_if_changed().unwrap(), None, "there is nothing in it");
    house.meet("Ada King", "ada@example.org");
    assert!(house.back_up_if_due().unwrap().is_some());
    assert_eq!(house.back_up_if_changed().unwrap(), None);
    house.meet("Bea", "bea@example.org");
    assert_eq!(house.back_up_if_due().unwrap(), None, "one a day is enough");
    assert!(house.back_up_if_changed().unwrap().is_some());
    assert!(!house.backups().unwrap().is_empty());
}

#[test]
fn before_an_import_there_is_a_backup_without_it() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    let book = house
        .file("book.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Bea\nEMAIL:bea@example.org\nEND:VCARD\n");
    house.bring(&book);
    let backups = house.backups().unwrap();
    assert_eq!(backups.len(), 1);
    let before = App::unencrypted(Path::new(&backups[0].path)).unwrap();
    assert_eq!(before.status().unwrap().contacts, 1);
}

#[test]
fn the_sample_is_not_backed_up() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::with_sample(&folder.path().join("sample.db")).unwrap();
    assert_eq!(app.back_up_if_changed().unwrap(), None);
}

#[test]
fn the_doctor_finds_a_healthy_store_well() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    house.heard("Ada King", "2024-05-09T10:00:00Z", "Hello.");
    let found = house.check_up().unwrap();
    assert!(found.well, "{found:?}");
}

#[test]
fn what_is_derived_and_out_of_step_is_made_anew() {
    let mut house = House::new();
    house.meet("Ada King", "ada@example.org");
    house.heard("Ada King", "2024-05-09T10:00:00Z", "The orchard bears.");
    house.close();
    let db = rusqlite::Connection::open(house.store_path()).unwrap();
    db.execute_batch("DELETE FROM derived_search_0").unwrap();
    drop(db);
    house.reopen();
    let found = house.check_up().unwrap();
    assert!(found.mended && !found.well, "{found:?}");
    assert!(house.check_up().unwrap().well);
    assert_eq!(house.search("orchard").unwrap().interactions.len(), 1);
}

#[test]
fn before_this_release_changes_its_shape_a_store_is_copied_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (app, key, _) = backed_up(folder.path());
    drop(app);
    let here = entrance(&folder.path().join("requite.db"));
    let copies = || {
        let all = walk(folder.path()).into_iter();
        all.filter(|path| path.to_string_lossy().ends_with(".before-a-new-release")).count()
    };
    drop(here.open_with(Way::RecoveryKey(&key)).unwrap());
    assert_eq!(copies(), 0, "it is of this release");
    // The last step again: it is one that can be taken twice.
    let mut house = House::new();
    house.meet("Bea", "bea@example.org");
    house.close();
    let db = rusqlite::Connection::open(house.store_path()).unwrap();
    db.execute_batch("DROP TABLE apart; PRAGMA user_version = 11").unwrap();
    drop(db);
    house.reopen();
    let copies = walk(house.beside())
        .into_iter()
        .filter(|path| path.to_string_lossy().ends_with(".before-a-new-release"));
    let copies: Vec<_> = copies.collect();
    assert_eq!(copies.len(), 1);
    let db = rusqlite::Connection::open(&copies[0]).unwrap();
    let version: u32 = db.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(version, 11);
    drop(db);
    let bare = tempfile::tempdir().unwrap();
    let back = entrance(&bare.path().join("requite.db")).restore(&copies[0], "").unwrap();
    assert_eq!(back.status().unwrap().contacts, 1);
}

#[test]
fn what_can_be_read_of_a_damaged_store_is_saved_behind_the_same_doors() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("requite.db");
    let keychain = Arc::<Remembered>::default();
    let entrance = Entrance::with_keychain(&store, Arc::clone(&keychain) as _);
    let key = App::new_recovery_key().unwrap();
    let app = entrance
        .make(Closing { recovery_key: &key, passphrase: Some("orchard ladder"), keychain: true })
        .unwrap();
    app.fill_with_sample().unwrap();
    let before = app.status().unwrap();
    drop(app);
    damage(&store, 12);
    let damaged = std::fs::read(&store).unwrap();

    let app = entrance.open().unwrap();
    assert!(app.check_up().is_ok_and(|found| found.is_damaged()), "it is told");
    drop(app);
    let (app, saved) = entrance.salvage(None).unwrap();
    assert!(saved.gaps + saved.without_words > 0, "{saved:?}");
    assert!(saved.interactions > before.interactions / 2, "{saved:?}");
    assert!(app.check_up().unwrap().well);
    assert_eq!(std::fs::read(&saved.aside).unwrap(), damaged, "the damaged one is as it was");
    drop(app);
    for way in [Way::RecoveryKey(&key), Way::Passphrase("orchard ladder")] {
        assert!(entrance.open_with(way).is_ok());
    }
    assert!(entrance.open().is_ok(), "and so does the keychain");
}

#[test]
fn a_store_of_which_nothing_can_be_read_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("requite.db");
    let app = App::unencrypted(&store).unwrap();
    app.fill_with_sample().unwrap();
    drop(app);
    let mut bytes = std::fs::read(&store).unwrap();
    bytes[100..9 * 8_192].fill(0xa5);
    std::fs::write(&store, &bytes).unwrap();
    let lies_there = || std::fs::read_dir(folder.path()).unwrap().count();
    let files = lies_there();
    let entrance = Entrance::with_keychain(&store, Arc::<Remembered>::default());
    assert!(matches!(entrance.salvage(None), Err(Trouble::NotAStore { .. })));
    assert_eq!(std::fs::read(&store).unwrap(), bytes);
    assert_eq!(lies_there(), files, "and nothing is left beside it");
}

#[test]
fn everything_is_looked_at_once_a_week_and_what_is_found_is_told() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    assert!(house.check_up_if_due().unwrap().is_some_and(|found| found.well));
    assert_eq!(house.check_up_if_due().unwrap(), None, "not twice in a week");
}

#[test]
fn a_backup_that_was_broken_off_is_none_and_the_next_one_is_made() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    let made = house.back_up_if_changed().unwrap().unwrap();
    // As a kill leaves it: the name is claimed, and nothing is in it.
    std::fs::write(&made.path, "").unwrap();
    assert!(house.backups().unwrap().is_empty());
    let again = house.back_up_if_changed().unwrap().unwrap();
    let seen = entrance(&house.store_path()).look_at_backup(again.path.as_ref(), "").unwrap();
    assert_eq!(seen.contacts, 1);
}

#[test]
fn a_backup_under_a_passphrase_of_its_own_is_opened_by_that_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (app, key, _) = backed_up(folder.path());
    let backup = folder.path().join("own.backup");
    let told = app.back_up_with_passphrase(&backup.to_string_lossy(), "short");
    assert!(matches!(told, Err(Trouble::NotUnderstood { .. })) && !backup.exists());
    app.back_up_with_passphrase(&backup.to_string_lossy(), "ladder orchard").unwrap();
    assert_eq!(Entrance::asks_for(&backup).unwrap(), Some("passphrase"));
    let bare = tempfile::tempdir().unwrap();
    let there = entrance(&bare.path().join("requite.db"));
    for wrong in [key.as_str(), "ladder orchid"] {
        assert_eq!(there.look_at_backup(&backup, wrong).unwrap_err(), Trouble::WrongKey);
    }
    let restored = there.restore(&backup, "ladder orchard").unwrap();
    assert_eq!(restored.digest().unwrap(), app.digest().unwrap());
    drop(restored);
    assert!(there.open_with(Way::Passphrase("ladder orchard")).is_ok());
}

#[test]
fn a_store_that_is_not_closed_has_closed_backups_where_that_is_wanted() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    let backup = house.beside().join("own.backup");
    house.back_up_with_passphrase(&backup.to_string_lossy(), "ladder orchard").unwrap();
    let bytes = std::fs::read(&backup).unwrap();
    assert!(!bytes.windows(8).any(|it| it == b"Ada King" || it == b"ada@exam"));
    let there = entrance(&house.beside().join("bare").join("requite.db"));
    let restored = there.restore(&backup, "ladder orchard").unwrap();
    assert_eq!(restored.digest().unwrap(), house.digest().unwrap());
    assert!(restored.doors().encrypted);
}
