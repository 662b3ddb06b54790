//! The store as a file: copied, from a newer release, on a disk that cannot be written.

use app::{App, Trouble};
use support::House;

#[test]
fn a_backup_opens_and_holds_the_same() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    house.heard("Ada King", "2024-05-09T10:00:00Z", "Hello.");
    let path = house.beside().join("copy.db");
    let said = house.back_up(&path.to_string_lossy()).unwrap();
    assert_eq!(said, path.to_string_lossy());
    let copy = App::unencrypted(&path).unwrap();
    assert_eq!(copy.export("json").unwrap().0, house.export("json").unwrap().0);
    assert_eq!(copy.status().unwrap().interactions, 1);
}

#[test]
fn a_backup_never_goes_over_a_file() {
    let house = House::new();
    let path = house.file("precious.db", "precious");
    let said = house.back_up(&path).unwrap_err().to_string();
    assert!(said.contains("already"), "{said}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious");
}

#[test]
fn a_newer_store_is_left_alone() {
    let mut house = House::new();
    house.meet("Ada King", "ada@example.org");
    house.close();
    let db = rusqlite::Connection::open(house.store_path()).unwrap();
    db.pragma_update(None, "user_version", 9_999).unwrap();
    drop(db);
    let before = std::fs::read(house.store_path()).unwrap();
    let trouble = App::unencrypted(&house.store_path()).err().unwrap();
    assert_eq!(trouble, Trouble::TooNew);
    assert!(trouble.to_string().contains("newer Requite"));
    assert_eq!(std::fs::read(house.store_path()).unwrap(), before);
}

#[test]
fn a_file_that_is_no_store_is_left_as_it_is() {
    let house = House::new();
    let path = house.file("letter.txt", "Dear Ada, this is a letter and no store at all.");
    let trouble = App::unencrypted(std::path::Path::new(&path)).err().unwrap();
    assert!(matches!(trouble, Trouble::NotAStore { .. }), "{trouble}");
    assert!(trouble.to_string().contains("letter.txt"));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("Dear Ada"));
}

#[cfg(unix)]
#[test]
fn a_store_in_a_folder_that_cannot_be_written_opens_for_reading() {
    let this = "store_file::a_store_in_a_folder_that_cannot_be_written_opens_for_reading";
    if support::nobody::runs(this) {
        return;
    }
    use support::nobody::set_mode;
    let mut house = House::new();
    house.meet("Ada King", "ada@example.org");
    house.close();
    let path = house.store_path();
    let folder = path.parent().unwrap();
    set_mode(&path, 0o444);
    set_mode(folder, 0o555);
    house.reopen();
    assert!(house.status().unwrap().store.read_only);
    assert_eq!(house.names(), ["Ada King"]);
    assert_eq!(house.search("ada").unwrap().contacts.len(), 1);
    let said = house.delete_contacts(&[house.id("Ada King")]).unwrap_err();
    assert_eq!(said, Trouble::ReadOnly);
    house.close();
    set_mode(folder, 0o755);
}

#[test]
fn a_store_is_made_with_the_folders_it_lies_in() {
    let house = House::new();
    let path = house.beside().join("a/b/c/requite.db");
    assert_eq!(App::unencrypted(&path).unwrap().status().unwrap().contacts, 0);
    assert!(path.exists());
}
