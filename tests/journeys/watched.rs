//! A folder is watched: what is new in it is offered until it is brought in or left, and again
//! when it changes.

use app::Trouble;
use std::fs::{self, File};
use std::time::{Duration, SystemTime};
use support::{House, Letter, mailbox};

const ME: &str = "dora@example.org";

fn letters(count: u32) -> String {
    let letter = |n: u32| {
        let ada = "Ada King <ada@example.com>";
        Letter::new(&format!("letter-{n}"), (ada, ME), 1 + n, &format!("Page {n} of the plan."))
    };
    mailbox(&(0..count).map(letter).collect::<Vec<_>>())
}

/// Puts a file into the folder, as if it had lain there for an hour.
fn put(house: &House, name: &str, text: &str) -> String {
    let path = house.file(&format!("exports/{name}"), text);
    let hour_ago = SystemTime::now() - Duration::from_secs(3_600);
    File::options().write(true).open(&path).unwrap().set_modified(hour_ago).unwrap();
    path
}

fn with_folder() -> (House, String) {
    let house = House::new();
    let folder = house.beside().join("exports").to_string_lossy().into_owned();
    fs::create_dir(&folder).unwrap();
    house.watch_folder(Some(&folder)).unwrap();
    (house, folder)
}

fn offered(house: &House) -> Vec<String> {
    house.watched().unwrap().files.into_iter().map(|file| file.name).collect()
}

#[test]
fn what_is_new_in_the_folder_is_offered_and_nothing_is_brought_in() {
    let (house, folder) = with_folder();
    assert!(offered(&house).is_empty());
    put(&house, "mail.mbox", &letters(3));
    put(&house, "picture.png", "no letters");
    let watched = house.watched().unwrap();
    assert_eq!((watched.folder.as_deref(), watched.why), (Some(&*folder), None));
    assert_eq!(watched.files.len(), 1);
    assert_eq!(
        (&*watched.files[0].name, &*watched.files[0].what),
        ("exports/mail.mbox", "mailbox")
    );
    assert_eq!(house.status().unwrap().interactions, 0);
}

#[test]
fn what_was_brought_in_is_offered_again_only_when_it_has_grown() {
    let (mut house, _) = with_folder();
    let path = put(&house, "mail.mbox", &letters(3));
    house.bring_as(&path, &[ME]);
    assert!(offered(&house).is_empty());
    house.reopen();
    assert!(offered(&house).is_empty());
    put(&house, "mail.mbox", &letters(5));
    assert_eq!(offered(&house), ["exports/mail.mbox"]);
    assert_eq!(house.bring_as(&path, &[ME]).interactions.new, 2);
    assert!(offered(&house).is_empty());
}

#[test]
fn what_is_written_while_it_is_brought_in_is_offered_afterwards() {
    let (house, _) = with_folder();
    let path = put(&house, "mail.mbox", &letters(3));
    let plan = house.plan_import(&[path], &[ME.to_owned()], None).unwrap();
    put(&house, "mail.mbox", &letters(4));
    let choices = house.likely_choices(&plan, &[ME.to_owned()]);
    house.settle_import(&plan.id, &choices, &|_| ()).unwrap();
    assert_eq!(offered(&house), ["exports/mail.mbox"]);
}

#[test]
fn what_is_left_is_not_offered_and_what_comes_later_is() {
    let (house, _) = with_folder();
    put(&house, "old.mbox", &letters(1));
    house.leave_watched().unwrap();
    assert!(offered(&house).is_empty());
    put(&house, "new.mbox", &letters(2));
    assert_eq!(offered(&house), ["exports/new.mbox"]);
}

#[test]
fn a_file_that_is_still_being_written_is_not_offered() {
    let (house, _) = with_folder();
    house.file("exports/mail.mbox", letters(1));
    assert!(offered(&house).is_empty());
}

#[test]
fn a_folder_that_went_is_told_in_one_sentence_and_can_be_watched_no_more() {
    let (house, folder) = with_folder();
    fs::remove_dir(&folder).unwrap();
    let watched = house.watched().unwrap();
    assert_eq!(watched.why.as_deref(), Some("there is no such file"));
    house.watch_folder(None).unwrap();
    assert_eq!(house.watched().unwrap().folder, None);
    assert!(matches!(house.watch_folder(Some(&folder)), Err(Trouble::File { .. })));
}
