//! The same archive over the years: what the owner changed stays, and an import comes off whole.

use app::view::contact::ContactChange;
use support::{House, csv, fixture};

const HEAD: &[&str] =
    &["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"];

fn connections(company: &str, position: &str) -> String {
    let row = |first, last, url, company, position| -> [&str; 7] {
        [first, last, url, "", company, position, "03 Feb 2020"]
    };
    csv(&[
        HEAD,
        &row("Ada", "King", "https://www.linkedin.com/in/ada-king", company, position),
        &row("Bea", "Blum", "https://www.linkedin.com/in/bea-blum", "Blum & Co", "Draughtswoman"),
    ])
}

fn field(field: &str, value: &str) -> ContactChange {
    ContactChange::Field { field: field.to_owned(), value: value.to_owned() }
}

#[test]
fn a_new_post_is_learnt_and_the_old_one_is_kept() {
    let house = House::new();
    house.bring(&house.file("2024/Connections.csv", connections("Engine Ltd", "Analyst")));
    let later = house.bring(&house.file("2025/Connections.csv", connections("Loom Inc", "Head")));
    assert_eq!((later.contacts.new, later.contacts.updated, later.contacts.same), (0, 1, 1));
    let ada = house.card("Ada King");
    assert_eq!((ada.organisation.as_str(), ada.title.as_str()), ("Loom Inc", "Head"));
    assert!(ada.positions.iter().any(|post| post.organisation == "Engine Ltd"));
}

#[test]
fn the_owners_own_edit_outranks_the_file_for_ever() {
    let house = House::new();
    let file = house.file("Connections.csv", connections("Engine Ltd", "Analyst"));
    house.bring(&file);
    let id = house.id("Ada King");
    house.change_contact(&id, &field("name", "Ada Lovelace")).unwrap();
    house.change_contact(&id, &field("location", "Turin")).unwrap();
    let again = house.bring(&file);
    assert_eq!((again.contacts.new, again.contacts.updated), (0, 0));
    house.bring(&house.file("2025/Connections.csv", connections("Loom Inc", "Head")));
    let ada = house.open_contact(&id).unwrap();
    assert_eq!((ada.name.as_str(), ada.location.as_str()), ("Ada Lovelace", "Turin"));
}

#[test]
fn a_post_that_the_owner_put_right_stays_right() {
    let house = House::new();
    let file = house.file("Connections.csv", connections("Engine Ltd", "Analyst"));
    house.bring(&file);
    let id = house.id("Ada King");
    let mut posts = house.open_contact(&id).unwrap().positions;
    posts[0].title = "Chief Analyst".to_owned();
    house.change_contact(&id, &ContactChange::Positions { positions: posts }).unwrap();
    house.bring(&file);
    let ada = house.open_contact(&id).unwrap();
    assert_eq!((ada.organisation.as_str(), ada.title.as_str()), ("Engine Ltd", "Chief Analyst"));
    assert_eq!(ada.positions.len(), 1, "{:?}", ada.positions);
}

#[test]
fn what_the_owner_took_off_a_card_stays_off() {
    let house = House::new();
    let file = fixture("google/new.csv");
    house.bring(&file);
    let id = house.id("ada.lindqvist@example.org");
    let gone = ContactChange::RemoveIdentity {
        kind: "email".to_owned(),
        value: "ada.home@example.net".to_owned(),
    };
    house.change_contact(&id, &gone).unwrap();
    house.change_contact(&id, &ContactChange::Tags { tags: vec!["Friends".to_owned()] }).unwrap();
    house.bring(&file);
    let ada = house.open_contact(&id).unwrap();
    assert_eq!(ada.tags, ["Friends"]);
    assert!(!ada.identities.iter().any(|it| it.value == "ada.home@example.net"));
}

#[test]
fn somebody_the_owner_deleted_does_not_come_back() {
    let house = House::new();
    let file = house.file("Connections.csv", connections("Engine Ltd", "Analyst"));
    house.bring(&file);
    house.delete_contacts(&[house.id("Ada King")]).unwrap();
    house.bring(&file);
    assert_eq!(house.names(), ["Bea Blum"]);
}

#[test]
fn an_import_is_taken_back_whole_and_comes_in_again() {
    let house = House::new();
    let file = fixture("linkedin/2023");
    let first = house.bring(&file);
    let taken = house.export("json").unwrap().0;
    house.take_back_import(&first.import.unwrap()).unwrap();
    let status = house.status().unwrap();
    assert_eq!((status.contacts, status.interactions, status.notes), (0, 0, 0));
    assert!(house.list_imports().unwrap()[0].taken_back);
    let second = house.bring(&file);
    assert_eq!(second.contacts.new, first.contacts.new);
    assert_eq!(second.interactions.new, first.interactions.new);
    assert_eq!(house.export("json").unwrap().0, taken);
}

#[test]
fn taking_an_import_back_leaves_what_the_owner_did_by_hand() {
    let house = House::new();
    house.meet("Chidi Eze", "chidi@example.com");
    house.heard("Chidi Eze", "2024-05-09T10:00:00Z", "The benches are ready.");
    let first = house.bring(&fixture("linkedin/2023"));
    house.take_back_import(&first.import.unwrap()).unwrap();
    assert_eq!(house.names(), ["Chidi Eze"]);
    assert_eq!(house.passed("Chidi Eze").len(), 1);
}

#[test]
fn the_import_is_undone_like_any_deed() {
    let house = House::new();
    house.bring(&fixture("linkedin/2023"));
    while house.undo().unwrap().is_some() {}
    let status = house.status().unwrap();
    assert_eq!((status.contacts, status.interactions), (0, 0));
}

#[test]
fn every_import_is_listed_with_its_files_and_counts() {
    let house = House::new();
    let summary = house.bring(&fixture("linkedin/2025"));
    let rows = house.list_imports().unwrap();
    assert_eq!(rows.len(), 1);
    assert!(rows[0].finished && !rows[0].taken_back);
    assert_eq!(rows[0].contacts, summary.contacts.new);
    assert_eq!(rows[0].interactions, summary.interactions.new);
    assert!(rows[0].files.iter().any(|file| file.ends_with("messages.csv")));
    let snags = house.import_snags(&rows[0].id).unwrap();
    assert_eq!(snags, summary.snags);
    assert!(snags.iter().any(|snag| snag.file.ends_with("messages.csv") && snag.line.is_some()));
}

/// A mailbox of so many letters, large enough that it is worth knowing again.
fn large_mailbox(letters: usize) -> String {
    let filler = "words that fill the page. ".repeat(60);
    let letter = |n: usize| {
        format!(
            "From MAILER-DAEMON Thu Jan  1 00:00:00 2015\nFrom: Ada King <ada@example.com>\n\
             To: owner@example.org\nSubject: Letter {n}\nMessage-ID: <{n}@example.com>\n\
             Date: Thu, 1 Jan 2015 10:{:02}:{:02} +0000\n\n{filler} number{n}\n\n",
            n / 60 % 60,
            n % 60
        )
    };
    (0..letters).map(letter).collect()
}

#[test]
fn of_a_mailbox_that_has_grown_only_what_is_new_is_read() {
    let house = House::new();
    let me = ["owner@example.org"];
    let path = house.file("all.mbox", large_mailbox(700));
    assert_eq!(house.bring_as(&path, &me).interactions.new, 700);
    let again = house.plan_import(std::slice::from_ref(&path), &[], None).unwrap();
    assert_eq!(again.files[0].what, "mailbox, came in before");
    assert_eq!((again.interactions.new, again.interactions.same), (0, 700));
    let told = house.bring_as(&path, &me);
    assert_eq!((told.interactions.new, told.interactions.same, told.snags.len()), (0, 700, 0));

    let grown = large_mailbox(703) + "From nobody\nThis is no mail.\n";
    let lines = grown.lines().count() as u32;
    let path = house.file("copy/renamed.mbox", grown);
    let plan = house.plan_import(std::slice::from_ref(&path), &[], None).unwrap();
    assert_eq!(plan.files[0].what, "mailbox, grown since it came in");
    let told = house.bring_as(&path, &me);
    assert_eq!((told.interactions.new, told.interactions.same), (3, 700));
    assert!(told.snags.iter().all(|snag| snag.line.is_none_or(|line| line > lines - 20)));
    assert_eq!(house.search("number702").unwrap().interactions.len(), 1);
}

#[test]
fn before_a_mailbox_that_has_nothing_new_no_backup_is_made() {
    let house = House::new();
    let me = ["owner@example.org"];
    house.bring_as(&house.file("all.mbox", large_mailbox(700)), &me);
    house.bring_as(&house.file("all.mbox", large_mailbox(700)), &me);
    assert_eq!(house.backups().unwrap(), []);
    house.bring_as(&house.file("all.mbox", large_mailbox(701)), &me);
    assert_eq!(house.backups().unwrap().len(), 1);
}

#[test]
fn a_mailbox_whose_import_was_taken_back_is_read_anew() {
    let house = House::new();
    let me = ["owner@example.org"];
    let path = house.file("all.mbox", large_mailbox(700));
    let first = house.bring_as(&path, &me).import.unwrap();
    let grown = house.file("all.mbox", large_mailbox(702));
    assert_eq!(house.bring_as(&grown, &me).interactions.new, 2);
    house.take_back_import(&first).unwrap();
    assert_eq!(house.bring_as(&grown, &me).interactions.new, 700);
}

#[test]
fn a_mailbox_that_was_changed_within_is_read_anew() {
    let house = House::new();
    let me = ["owner@example.org"];
    let path = house.file("all.mbox", large_mailbox(700));
    house.bring_as(&path, &me);
    let changed = large_mailbox(700).replace("<5@example.com>", "<other@example.com>");
    let changed = changed.replace("number5\n", "another text\n");
    let path = house.file("all.mbox", changed);
    assert_eq!(house.bring_as(&path, &me).interactions.new, 1);
}
