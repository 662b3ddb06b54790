//! An import that is broken off keeps what it committed, and the same import again completes it.

use app::view::import::ImportSummary;
use std::cell::Cell;
use support::{House, Letter, mailbox};

const LETTERS: u32 = 4_500;
const OWNER: &str = "dora@example.org";

fn large_mailbox() -> String {
    let letter = |n: u32| {
        let friend = format!("Friend {n:02} <friend{n:02}@example.com>", n = n % 40);
        let dora = format!("Dora Diaz <{OWNER}>");
        let parties = if n.is_multiple_of(3) { (&*dora, &*friend) } else { (&*friend, &*dora) };
        let text = format!("Letter number {n}. Could you send me page {n}?");
        let mut letter = Letter::new(&format!("letter-{n}"), parties, 1 + n % 28, &text);
        if n >= 40 && n.is_multiple_of(2) {
            letter = letter.answering(&format!("letter-{}", n - 40));
        }
        letter
    };
    mailbox(&(0..LETTERS).map(letter).collect::<Vec<_>>())
}

/// Settles an import and breaks it off when `stage` is first told of.
fn broken_off_at(house: &House, path: &str, stage: &str) -> ImportSummary {
    let plan = house.plan_import(&[path.to_owned()], &[OWNER.to_owned()], None).unwrap();
    let choices = house.likely_choices(&plan, &[OWNER.to_owned()]);
    let told = Cell::new(false);
    let progress = |progress: app::view::import::ImportProgress| {
        if progress.stage == stage && !told.replace(true) {
            house.cancel_import(&progress.id);
        }
    };
    let summary = house.settle_import(&plan.id, &choices, &progress).unwrap().value;
    assert!(told.get(), "nothing was told of {stage}");
    summary
}

#[test]
fn what_was_committed_stays_and_the_same_import_again_completes_it() {
    let (broken, whole) = (House::new(), House::new());
    let text = large_mailbox();
    let path = broken.file("large.mbox", &text);
    for stage in ["contacts", "interactions"] {
        let summary = broken_off_at(&broken, &path, stage);
        assert!(summary.cancelled);
    }
    let between = broken.status().unwrap();
    assert!(between.interactions > 0 && between.interactions < LETTERS, "{between:?}");
    assert!(!broken.list_imports().unwrap()[0].finished);

    let rest = broken.bring_as(&path, &[OWNER]);
    assert!(!rest.cancelled);
    assert_eq!(rest.interactions.same, between.interactions);
    whole.bring_as(&whole.file("large.mbox", &text), &[OWNER]);
    assert_eq!(broken.digest().unwrap(), whole.digest().unwrap());
}

#[test]
fn a_broken_off_import_can_be_taken_back() {
    let house = House::new();
    let path = house.file("large.mbox", large_mailbox());
    let summary = broken_off_at(&house, &path, "interactions");
    house.take_back_import(&summary.import.unwrap()).unwrap();
    let status = house.status().unwrap();
    assert_eq!((status.contacts, status.interactions), (0, 0));
}

#[test]
fn a_file_that_goes_between_plan_and_settling_takes_no_other_with_it() {
    let house = House::new();
    let letter = |n: u32| {
        let dora = format!("Dora Diaz <{OWNER}>");
        Letter::new(&format!("letter-{n}"), ("Ada King <ada@example.com>", &dora), n, "A word.")
    };
    let gone = house.file("a.mbox", mailbox(&[letter(1), letter(2)]));
    let stays = house.file("b.mbox", mailbox(&[letter(3)]));
    let plan = house.plan_import(&[gone.clone(), stays], &[OWNER.to_owned()], None).unwrap();
    assert_eq!(plan.interactions.new, 3);
    std::fs::remove_file(&gone).unwrap();
    let choices = house.likely_choices(&plan, &[OWNER.to_owned()]);
    let summary = house.settle_import(&plan.id, &choices, &|_| ()).unwrap().value;
    assert_eq!(summary.interactions.new, 1);
    assert_eq!(summary.snags.len(), 1);
    assert_eq!(
        (&*summary.snags[0].file, &*summary.snags[0].why),
        ("a.mbox", "there is no such file")
    );
}
