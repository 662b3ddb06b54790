use super::*;
use crate::told::{from, now, to, within};

const LETTERS: i64 = 600;

/// A store in a file with people and letters in it, as a kill leaves it.
fn lived_in(path: &Path, key: Option<&Key>) -> Store {
    let store = Store::open(path, key, now()).unwrap();
    let names = ["Ada", "Bea", "Chidi", "Dora", "Emil"];
    store.knows(&names);
    let letters = (0..LETTERS).flat_map(|number| {
        let who = names[usize::try_from(number).unwrap() % names.len()];
        // Words that do not deflate to nothing.
        let words: Vec<_> =
            (0..40).map(|n| format!("w{}", (number * 7919 + n * 104_729) % 99_991)).collect();
        let text = format!("On day {number} the orchard bears: {}", words.join(" "));
        let day = number % 900;
        [within(who, from(day, who, &text)), within(who, to(day, who, &format!("Good {number}.")))]
    });
    store.keeps(&letters.collect::<Vec<_>>());
    store
}

fn salvaged(damaged: &Path, key: Option<&Key>) -> (Salvaged, Store) {
    let to = damaged.with_extension("new");
    let found = Store::salvage(damaged, key, (&to, now())).unwrap();
    (found, Store::open(&to, key, now()).unwrap())
}

#[test]
fn of_a_store_that_is_whole_everything_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    let one = lived_in(&path, None);
    let digest = one.asked(|reader| reader.digest());
    drop(one);
    let (found, other) = salvaged(&path, None);
    assert_eq!((found.contacts, found.interactions), (5, 1_200));
    assert_eq!((found.gaps, found.dropped, found.without_words), (0, 0, 0));
    assert_eq!(other.asked(|reader| reader.digest()), digest);
}

/// Overwrites one page in so many, but for the first ones: without the list of tables nothing is read.
fn damage(path: &Path, one_in: usize) {
    const PAGE: usize = 8_192;
    let mut bytes = std::fs::read(path).unwrap();
    for page in (90..bytes.len() / PAGE).step_by(one_in) {
        bytes[page * PAGE..(page + 1) * PAGE].fill(0xa5);
    }
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn of_a_damaged_store_what_can_be_read_is_saved_and_the_gaps_are_told() {
    let keys = [None, Some(Key::from_bytes(&[7; 32]))];
    for (key, one_in) in keys.iter().flat_map(|key| [5, 17].map(|one_in| (key, one_in))) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        drop(lived_in(&path, key.as_ref()));
        damage(&path, one_in);
        let (found, other) = salvaged(&path, key.as_ref());
        assert!(found.gaps + found.without_words > 0, "{one_in}: {found:?}");
        assert!(found.interactions > 500, "{one_in}: {found:?}");
        assert!(!other.found("bears").is_empty(), "{one_in}: what was saved is found");
        assert!(other.check_up().unwrap().is_well());
    }
}

#[test]
fn who_is_lost_but_named_is_kept_as_somebody() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    drop(lived_in(&path, None));
    let db = Connection::open(&path).unwrap();
    db.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM contact WHERE id > 2").unwrap();
    drop(db);
    let (found, other) = salvaged(&path, None);
    assert_eq!((found.contacts, found.interactions), (5, 1_200));
    let names = other.asked(|reader| reader.contact_names());
    assert_eq!(names.iter().filter(|name| name.shown == LOST).count(), 3);
    assert!(other.check_up().unwrap().is_well());
}
