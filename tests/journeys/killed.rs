//! An import that is killed has lost nothing that was kept, and the same import again makes the
//! store say what it would have said. The long trial is `cargo xtask soak`.

use app::App;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use support::House;
use support::dice::Dice;
use support::kills::{killed, whole};
use support::made::mailbox::{Scribe, Shape};
use support::made::people::{self, OWNERS_ADDRESS};

/// Tell the other process what to bring in, and where.
const MAILBOX: &str = "REQUITE_TEST_MAILBOX";
const STORE: &str = "REQUITE_TEST_STORE";

const LETTERS: usize = 2_000;
const KILLS: u32 = 4;

#[test]
fn a_killed_import_is_completed_by_the_same_import_again() {
    let house = House::new();
    let mut text = Vec::new();
    let people = people::people(&mut Dice::new(20), 100);
    Scribe::new(1, &people, Shape::usual(LETTERS)).write(&mut text).unwrap();
    let mailbox = house.file("mail.mbox", text);
    let undisturbed = house.beside().join("undisturbed.db");
    let takes = whole(import(&mailbox, &undisturbed));
    let expected = App::unencrypted(&undisturbed).unwrap().digest().unwrap();
    let mut dice = Dice::new(7);
    let mut in_time = 0;
    for number in 0..KILLS {
        let store = house.beside().join(format!("killed-{number}.db"));
        let after: Duration = takes.mul_f64((200 + dice.below(600)) as f64 / 1_000.0);
        let outcome = killed(|| import(&mailbox, &store), &store, after);
        assert_eq!(outcome.digest, expected, "killed after {after:?}, {} kept", outcome.kept);
        in_time += u32::from(outcome.in_time);
    }
    assert!(in_time > 0, "no kill came before the end");
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
    let app = App::unencrypted(Path::new(&store)).unwrap();
    let me = [OWNERS_ADDRESS.to_owned()];
    let plan = app.plan_import(&[mailbox], &me, None).unwrap();
    let choices = app.likely_choices(&plan, &me);
    app.settle_import(&plan.id, &choices, &|_| {}).unwrap();
}
