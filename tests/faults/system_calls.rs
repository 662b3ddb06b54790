//! Each deed with one of its system calls failing.

use std::path::Path;
use std::process::Command;
use support::dice::Dice;
use support::faults::{Deed, Failure, Ground, can_fail, done};

/// Tell the other process what to do, and where.
const DEED: &str = "REQUITE_TEST_DEED";
const FOLDER: &str = "REQUITE_TEST_FOLDER";

/// Of each deed and failure so many points are tried.
const POINTS: usize = 3;

fn tried(deed: Deed) {
    assert!(can_fail(), "strace is not here, or may not trace (Debian: strace)");
    let ground = Ground::of(deed, worker);
    let mut dice = Dice::new(deed.name().len() as u64 + 3);
    let points = ground.points();
    for failure in Failure::ALL {
        for _ in 0..POINTS {
            let point = &points[dice.below(points.len())];
            if let Err(why) = ground.tried(failure, point) {
                panic!("{} at {point:?}: {why}", failure.name());
            }
        }
    }
}

/// This very program, which does the deed as its only test.
pub(crate) fn worker(deed: Deed, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "system_calls::the_deed_that_fails", "--ignored", "--nocapture"]);
    command.env(DEED, deed.name()).env(FOLDER, folder);
    command
}

#[test]
#[ignore = "it is the other process of the tests below"]
fn the_deed_that_fails() {
    let [deed, folder] = [DEED, FOLDER].map(|name| std::env::var(name).unwrap());
    done(Deed::named(&deed).unwrap(), Path::new(&folder));
}

#[test]
fn making_a_store_leaves_none_or_one() {
    tried(Deed::Make);
}

#[test]
fn an_import_keeps_what_was_confirmed_and_is_completed_by_the_same_again() {
    tried(Deed::Import);
}

#[test]
fn a_store_of_an_earlier_release_says_the_same_in_its_newest_shape() {
    tried(Deed::Migrate);
}

#[test]
fn an_edit_is_there_or_is_not() {
    tried(Deed::Edit);
}

#[test]
fn two_contacts_are_one_or_two() {
    tried(Deed::Merge);
}

#[test]
fn a_backup_is_whole_or_is_not_there() {
    tried(Deed::BackUp);
}

#[test]
fn a_store_is_encrypted_or_is_as_it_was() {
    tried(Deed::CloseUp);
}
