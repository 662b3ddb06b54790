//! An import that is killed has lost nothing that was kept, and the same import again makes the
//! store say what it would have said. The long trial is `cargo xtask soak`.

use std::path::Path;
use std::process::Command;
use std::time::Duration;
use support::House;
use support::dice::Dice;
use support::kills::{killed, whole};
use support::made::mailbox::{Scribe, Shape};
use support::made::people::{self, OWNERS_ADDRESS};
use support::paper::{opened_or_made, write_key};

/// Tell the other process what to bring in, and where.
const MAILBOX: &str = "REQUITE_TEST_MAILBOX";
const STORE: &str = "REQUITE_TEST_STORE";

const LETTERS: usize = 400;
/// Of each sort of store.
const KILLS: u32 = 25;

/// Kills the import again and again, into stores in this folder.
fn tried(house: &House, folder: &Path) {
    let mut text = Vec::new();
    let people = people::people(&mut Dice::new(20), 100);
    Scribe::new(1, &people, Shape::usual(LETTERS)).write(&mut text).unwrap();
    let mailbox = house.file("mail.mbox", text);
    let undisturbed = folder.join("undisturbed.db");
    let takes = whole(import(&mailbox, &undisturbed));
    let expected = opened_or_made(&undisturbed).unwrap().digest().unwrap();
    let mut dice = Dice::new(7);
    let mut in_time = 0;
    for number in 0..KILLS {
        let store = folder.join(format!("killed-{number}.db"));
        let after: Duration = takes.mul_f64(dice.below(1_000) as f64 / 1_000.0);
        let outcome = killed(|| import(&mailbox, &store), &store, after);
        assert_eq!(outcome.digest, expected, "killed after {after:?}, {} kept", outcome.kept);
        in_time += u32::from(outcome.in_time);
    }
    assert!(in_time > KILLS / 4, "few kills came before the end: {in_time}");
}

#[test]
fn a_killed_import_is_completed_by_the_same_import_again() {
    let house = House::new();
    tried(&house, house.beside());
}

#[test]
fn so_is_one_into_a_closed_store() {
    let house = House::new();
    let folder = tempfile::tempdir().unwrap();
    write_key(folder.path());
    tried(&house, folder.path());
}

/// This very program, which brings in the mailbox as its only test.
fn import(mailbox: &str, store: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "killed::the_import_that_is_killed", "--ignored"]);
    command.env(MAILBOX, mailbox).env(STORE, store);
    command
}

#[test]
#[ignore = "it is the other process of the test above"]
fn the_import_that_is_killed() {
    let [mailbox, store] = [MAILBOX, STORE].map(|name| std::env::var(name).unwrap());
    let app = opened_or_made(Path::new(&store)).unwrap();
    let me = [OWNERS_ADDRESS.to_owned()];
    let plan = app.plan_import(&[mailbox], &me, None).unwrap();
    let choices = app.likely_choices(&plan, &me);
    app.settle_import(&plan.id, &choices, &|_| {}).unwrap();
}
