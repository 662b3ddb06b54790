use super::*;
use crate::told::now;
use crate::{Deed, Store};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn set(store: &Store, value: &str) -> Result<(), Fault> {
    let value = value.to_owned();
    store.transact(Deed::EditSettings, now(), move |w| w.set_setting("k", Some(&value)))?;
    Ok(())
}

fn get(store: &Store) -> Option<String> {
    store.read(|reader| reader.setting("k")).unwrap()
}

fn pragma<T: rusqlite::types::FromSql>(db: &Connection, name: &str) -> T {
    db.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).unwrap()
}

#[test]
fn what_was_written_is_there_when_it_is_opened_again() {
    let folder = folder();
    let path = folder.path().join("deep").join("store");
    let vault = {
        let store = Store::open(&path, None, now()).unwrap();
        set(&store, "v").unwrap();
        store.about().unwrap().vault
    };
    let store = Store::open(&path, None, now()).unwrap();
    assert_eq!(get(&store).as_deref(), Some("v"));
    let about = store.about().unwrap();
    assert_eq!((about.vault, about.version), (vault, migrate::newest()));
    assert_eq!((about.read_only, about.encrypted, about.path), (false, false, path));
    assert!(about.bytes > 8192);
}

#[test]
fn a_power_cut_takes_nothing_that_was_confirmed() {
    let folder = folder();
    let place = Place::file(&folder.path().join("store"), None);
    let desk = for_writing(&place, now()).unwrap().unwrap();
    assert_eq!(pragma::<String>(&desk.db, "journal_mode"), "wal");
    assert_eq!(pragma::<i64>(&desk.db, "synchronous"), 2, "FULL");
    assert_eq!(pragma::<i64>(&desk.db, "foreign_keys"), 1);
    assert_eq!(pragma::<i64>(&desk.db, "trusted_schema"), 0);
    assert_eq!(pragma::<i64>(&desk.db, "page_size"), 8192);
    assert_eq!(pragma::<i64>(&desk.db, "temp_store"), 2);
    assert_eq!(pragma::<i64>(&desk.db, "secure_delete"), 2, "FAST");
    assert!(desk.db.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE).unwrap());
}

#[test]
fn what_a_killed_program_had_confirmed_is_there() {
    let folder = folder();
    let path = folder.path().join("store");
    let store = Store::open(&path, None, now()).unwrap();
    set(&store, "confirmed").unwrap();
    // A kill leaves the file and the log beside it as they are at this moment.
    let after = folder.path().join("after");
    std::fs::copy(&path, &after).unwrap();
    std::fs::copy(folder.path().join("store-wal"), folder.path().join("after-wal")).unwrap();
    let store = Store::open(&after, None, now()).unwrap();
    assert_eq!(get(&store).as_deref(), Some("confirmed"));
}

#[test]
fn half_a_last_write_is_as_if_it_had_not_been() {
    let folder = folder();
    let path = folder.path().join("store");
    let store = Store::open(&path, None, now()).unwrap();
    set(&store, "first").unwrap();
    let whole = std::fs::metadata(folder.path().join("store-wal")).unwrap().len();
    set(&store, "second").unwrap();
    let after = folder.path().join("after");
    std::fs::copy(&path, &after).unwrap();
    let log = std::fs::read(folder.path().join("store-wal")).unwrap();
    let cut = usize::try_from(whole).unwrap() + 5_000;
    std::fs::write(folder.path().join("after-wal"), &log[..cut]).unwrap();
    let store = Store::open(&after, None, now()).unwrap();
    assert_eq!(get(&store).as_deref(), Some("first"));
}

fn bytes_of(folder: &Path) -> Vec<(std::ffi::OsString, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap())
        .map(|file| (file.file_name(), std::fs::read(file.path()).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn the_store_of_a_newer_release_is_left_as_it_is() {
    let folder = folder();
    let path = folder.path().join("store");
    drop(Store::open(&path, None, now()).unwrap());
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 9_999).unwrap();
    let before = bytes_of(folder.path());
    assert!(matches!(Store::open(&path, None, now()), Err(Fault::TooNew)));
    assert_eq!(bytes_of(folder.path()), before);
}

#[test]
fn the_store_of_a_newer_release_that_may_be_read_is_read() {
    let folder = folder();
    let path = folder.path().join("store");
    let store = Store::open(&path, None, now()).unwrap();
    set(&store, "v").unwrap();
    drop(store);
    let db = Connection::open(&path).unwrap();
    db.execute_batch("UPDATE store SET readable_from = 1; PRAGMA user_version = 9999;").unwrap();
    drop(db);
    let store = Store::open(&path, None, now()).unwrap();
    assert_eq!(get(&store).as_deref(), Some("v"));
    assert!(store.about().unwrap().read_only);
    assert!(matches!(set(&store, "w"), Err(Fault::ReadOnly)));
}

#[test]
fn another_file_is_no_store_and_is_left_as_it_is() {
    let folder = folder();
    let text = folder.path().join("letter.txt");
    std::fs::write(&text, "Dear Ada, this is long enough to be something.").unwrap();
    let recipes = folder.path().join("recipes");
    Connection::open(&recipes).unwrap().execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
    let before = bytes_of(folder.path());
    for path in [text, recipes] {
        assert!(matches!(Store::open(&path, None, now()), Err(Fault::NotAStore)), "{path:?}");
    }
    assert_eq!(bytes_of(folder.path()), before);
}

#[test]
fn a_damaged_store_says_so() {
    let folder = folder();
    let path = folder.path().join("store");
    drop(Store::open(&path, None, now()).unwrap());
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100..4_000].fill(0xab);
    std::fs::write(&path, bytes).unwrap();
    assert!(matches!(Store::open(&path, None, now()), Err(Fault::Damaged | Fault::NotAStore)));
}

#[test]
fn an_empty_file_becomes_a_store() {
    let folder = folder();
    let path = folder.path().join("store");
    std::fs::write(&path, "").unwrap();
    set(&Store::open(&path, None, now()).unwrap(), "v").unwrap();
}

#[test]
fn a_store_in_a_folder_with_odd_letters_opens() {
    let folder = folder();
    let path = folder.path().join("a?b #c%20 ü").join("store");
    set(&Store::open(&path, None, now()).unwrap(), "v").unwrap();
    assert_eq!(get(&Store::open(&path, None, now()).unwrap()).as_deref(), Some("v"));
}

#[test]
fn two_programs_take_turns_and_who_cannot_wait_is_told_busy() {
    let folder = folder();
    let path = folder.path().join("store");
    let here = Store::open(&path, None, now()).unwrap();
    let there = Store::open(&path, None, now()).unwrap();
    set(&here, "here").unwrap();
    assert_eq!(get(&there).as_deref(), Some("here"));
    set(&there, "there").unwrap();
    assert_eq!(get(&here).as_deref(), Some("there"));
    let (held, is_held) = std::sync::mpsc::channel();
    let (let_go, may_end) = std::sync::mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            here.transact(Deed::EditSettings, now(), move |w| {
                w.set_setting("k", Some("long"))?;
                held.send(()).unwrap();
                may_end.recv().unwrap();
                Ok(())
            })
            .unwrap();
        });
        is_held.recv().unwrap();
        assert!(matches!(set(&there, "meanwhile"), Err(Fault::Busy)));
        assert_eq!(get(&there).as_deref(), Some("there"), "reading goes on");
        let_go.send(()).unwrap();
    });
    set(&there, "at last").unwrap();
    assert_eq!(get(&here).as_deref(), Some("at last"));
}

#[test]
fn two_programs_may_make_the_same_store_at_once() {
    let folder = folder();
    let path = folder.path().join("store");
    let made: Vec<_> = std::thread::scope(|scope| {
        let open = || Store::open(&path, None, now()).map(|store| store.about().unwrap().vault);
        let both = [scope.spawn(open), scope.spawn(open)];
        both.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let vaults: Vec<_> = made.into_iter().filter_map(Result::ok).collect();
    assert!(!vaults.is_empty(), "one of them makes it");
    assert!(vaults.iter().all(|vault| *vault == vaults[0]));
}

fn devices(path: &Path) -> Vec<Vec<u8>> {
    let db = Connection::open(path).unwrap();
    let mut ask = db.prepare("SELECT uid FROM device ORDER BY id").unwrap();
    ask.query_map([], |row| row.get(0)).unwrap().map(|uid| uid.unwrap()).collect()
}

#[test]
fn a_copied_store_is_another_device_of_the_same_vault() {
    let folder = folder();
    let (path, copy) = (folder.path().join("store"), folder.path().join("copy"));
    let vault = Store::open(&path, None, now()).unwrap().about().unwrap().vault;
    drop(Store::open(&path, None, now()).unwrap());
    assert_eq!(devices(&path).len(), 1);
    std::fs::copy(&path, &copy).unwrap();
    assert_eq!(Store::open(&copy, None, now()).unwrap().about().unwrap().vault, vault);
    let both = devices(&copy);
    assert_eq!(both.len(), 2);
    assert_ne!(both[0], both[1]);
}

#[test]
fn a_passing_store_leaves_nothing_behind() {
    let store = Store::in_memory(now()).unwrap();
    let path = store.about().unwrap().path;
    assert!(path.exists());
    drop(store);
    assert!(!path.exists());
}

/// Where this runs as root, runs the test again as nobody, for nothing is read-only to root.
#[cfg(unix)]
fn as_nobody(test: &str) -> bool {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let folder = folder();
    let probe = folder.path().join("probe");
    std::fs::write(&probe, "").unwrap();
    std::fs::set_permissions(&probe, std::fs::Permissions::from_mode(0o444)).unwrap();
    if std::fs::OpenOptions::new().write(true).open(&probe).is_err() {
        return false;
    }
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let program = folder.path().join("tests");
    std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let ran = std::process::Command::new(&program)
        .args(["--exact", test])
        .current_dir("/")
        .uid(65_534)
        .gid(65_534)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
    true
}

#[cfg(unix)]
#[test]
fn in_a_place_that_cannot_be_written_it_opens_for_reading() {
    use std::os::unix::fs::PermissionsExt;
    if as_nobody("open::tests::in_a_place_that_cannot_be_written_it_opens_for_reading") {
        return;
    }
    let folder = folder();
    let path = folder.path().join("store");
    let store = Store::open(&path, None, now()).unwrap();
    set(&store, "v").unwrap();
    drop(store);
    let mode = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    // The folder alone, the file alone, both: as on a disk that is mounted read-only.
    for (folder_mode, file_mode) in [(0o555, 0o644), (0o755, 0o444), (0o555, 0o444)] {
        mode(&path, file_mode);
        mode(folder.path(), folder_mode);
        let store = Store::open(&path, None, now()).unwrap();
        assert_eq!(get(&store).as_deref(), Some("v"), "{folder_mode:o} {file_mode:o}");
        assert!(store.about().unwrap().read_only);
        assert!(matches!(set(&store, "w"), Err(Fault::ReadOnly)));
        let backup = tempfile::tempdir().unwrap();
        store.copy_to(&backup.path().join("copy")).unwrap();
        drop(store);
        mode(folder.path(), 0o755);
    }
}

#[cfg(unix)]
#[test]
fn where_nothing_can_be_made_nothing_is() {
    let path = Path::new("/proc/no/such/store");
    assert!(matches!(Store::open(path, None, now()), Err(Fault::Place(_) | Fault::Sqlite(_))));
}

#[test]
fn a_question_from_the_cache_is_not_planned_anew() {
    let store = Store::in_memory(now()).unwrap();
    let planned = store.read(|reader| {
        let sql = include_str!("../interaction/native_conversation.sql");
        for id in ["<1@x>", "<2@x>", "<3@x>"] {
            reader.db().prepare_cached(sql)?.exists(["mail", id])?;
        }
        let ask = reader.db().prepare_cached(sql)?;
        Ok(ask.get_status(rusqlite::StatementStatus::RePrepare))
    });
    assert_eq!(planned.unwrap(), 0);
}

fn key(of: u8) -> Key {
    Key::from_bytes(&[of; 32])
}

/// Whether these letters stand anywhere in any file of the folder.
fn stands_in(folder: &Path, letters: &str) -> bool {
    let stands = |bytes: &[u8]| bytes.windows(letters.len()).any(|it| it == letters.as_bytes());
    bytes_of(folder).iter().any(|(_, bytes)| stands(bytes))
}

#[test]
fn what_is_closed_opens_with_its_key_alone() {
    let folder = folder();
    let path = folder.path().join("store");
    let store = Store::open(&path, Some(&key(1)), now()).unwrap();
    set(&store, "orchard").unwrap();
    assert!(store.about().unwrap().encrypted);
    drop(store);
    let before = bytes_of(folder.path());
    assert!(matches!(Store::open(&path, Some(&key(2)), now()), Err(Fault::NotAStore)));
    assert!(matches!(Store::open(&path, None, now()), Err(Fault::NotAStore)));
    assert_eq!(bytes_of(folder.path()), before, "nothing was changed");
    let store = Store::open(&path, Some(&key(1)), now()).unwrap();
    assert_eq!(get(&store).as_deref(), Some("orchard"));
}

#[test]
fn a_key_does_not_fit_what_is_not_closed() {
    let folder = folder();
    let path = folder.path().join("store");
    set(&Store::open(&path, None, now()).unwrap(), "v").unwrap();
    assert!(matches!(Store::open(&path, Some(&key(1)), now()), Err(Fault::NotAStore)));
    assert_eq!(Store::is_closed(&path).unwrap(), Some(false));
    assert_eq!(Store::is_closed(&folder.path().join("none")).unwrap(), None);
}

#[test]
fn nothing_that_is_closed_can_be_read_from_the_disk() {
    let folder = folder();
    let path = folder.path().join("store");
    let open = Store::open(&folder.path().join("open"), None, now()).unwrap();
    set(&open, "orchard ladder").unwrap();
    assert!(stands_in(folder.path(), "orchard ladder"), "the search finds what is not closed");
    drop(open);
    std::fs::remove_file(folder.path().join("open")).unwrap();
    let store = Store::open(&path, Some(&key(1)), now()).unwrap();
    store.told(Deed::Import, |w| {
        for number in 0..2_000 {
            w.set_setting(&format!("k{number}"), Some("orchard ladder"))?;
        }
        Ok(())
    });
    // While it is open: the log beside it too.
    assert!(!stands_in(folder.path(), "orchard ladder"));
    assert!(!stands_in(folder.path(), "CREATE TABLE"));
    drop(store);
    assert!(!stands_in(folder.path(), "orchard ladder"));
}

#[test]
fn a_changed_bit_in_what_is_closed_is_never_read_as_something_else() {
    let folder = folder();
    let path = folder.path().join("store");
    set(&Store::open(&path, Some(&key(1)), now()).unwrap(), "orchard").unwrap();
    let whole = std::fs::read(&path).unwrap();
    for place in (20..whole.len()).step_by(8_192) {
        let mut damaged = whole.clone();
        damaged[place] ^= 1;
        std::fs::write(&path, &damaged).unwrap();
        let read = Store::look_at_copy(&path, Some(&key(1)));
        assert!(read.is_err(), "the page at {place}");
    }
}

#[test]
fn closed_pages_are_as_large_as_open_ones() {
    let folder = folder();
    let place = Place::file(&folder.path().join("store"), Some(&key(1)));
    let desk = for_writing(&place, now()).unwrap().unwrap();
    // Of what is closed SQLCipher answers, in letters.
    assert_eq!(pragma::<String>(&desk.db, "page_size"), "8192");
    assert_eq!(pragma::<String>(&desk.db, "journal_mode"), "wal");
    assert_eq!(pragma::<i64>(&desk.db, "temp_store"), 2, "nothing temporary is written openly");
}
