//! Files that were damaged: what is encrypted is always told, what is not never breaks the program.

use app::view::contact::NewContact;
use std::path::{Path, PathBuf};
use support::damaged::{self, Closed, log_of, read};

#[test]
fn every_changed_bit_of_an_encrypted_store_is_told() {
    let came = damaged::bits_of_closed(100);
    assert_eq!((came.told, came.wrong), (100, Vec::new()));
}

#[test]
fn an_encrypted_store_that_was_cut_short_is_told_and_left() {
    let came = damaged::cuts_of_closed(25);
    assert_eq!((came.told, came.wrong), (25, Vec::new()));
}

#[test]
fn a_damaged_store_that_is_not_encrypted_breaks_nothing() {
    let came = damaged::bytes_of_open(100);
    assert!(came.told > 20, "much of it is told even so: {}", came.told);
}

#[test]
fn of_a_damaged_log_what_stands_before_the_damage_is_kept() {
    assert_eq!(damaged::log_of_open(50).wrong, [""; 0]);
}

#[test]
fn the_log_of_another_store_is_told_and_never_mixed_in() {
    let (here, there) = (Closed::with_letters(), Closed::with_letters());
    let app = there.open().unwrap();
    let form = NewContact { name: "Stranger".to_owned(), ..NewContact::default() };
    app.add_contact(&form).unwrap();
    std::fs::copy(log_of(&there.store()), log_of(&here.store())).unwrap();
    assert!(read(here.open()).is_err(), "what another key wrote cannot be read");
}

#[test]
fn a_missing_index_of_the_log_is_made_anew() {
    let closed = Closed::with_letters();
    let app = closed.open().unwrap();
    let said = app.digest().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let after = folder.path().join("after.db");
    for ending in ["", "-wal", ".key", ".key-copy"] {
        let end = |path: &Path| PathBuf::from(format!("{}{ending}", path.display()));
        if end(&closed.store()).exists() {
            std::fs::copy(end(&closed.store()), end(&after)).unwrap();
        }
    }
    assert_eq!(closed.open_at(&after).unwrap().digest().unwrap(), said);
}
