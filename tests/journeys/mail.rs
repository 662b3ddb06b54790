//! Mail: mailboxes, single letters, Maildirs; conversations, lists, who the owner is.

use app::view::contact::ContactChange;
use support::{House, Letter, fixture, mailbox};

const DORA: &str = "Dora Diaz <dora@example.org>";
const ADA: &str = "Ada King <ada@example.com>";
const BEA: &str = "Bea Blum <bea@example.com>";

#[test]
fn every_mailbox_comes_in_once() {
    let boxes = [
        ("mail/takeout.mbox", "dora@example.org"),
        ("mail/lists.mbox", "dora@example.org"),
        ("mail/exchange.mbox", "ada.king@example.com"),
        ("mail/outlook.eml", "dora@example.org"),
    ];
    for (box_, owner) in boxes {
        let house = House::new();
        let first = house.bring_as(&fixture(box_), &[owner]);
        assert!(first.interactions.new >= 1, "{box_}: {first:?}");
        let status = house.status().unwrap();
        let again = house.bring(&fixture(box_));
        assert_eq!((again.interactions.new, again.contacts.new), (0, 0), "{box_}");
        assert_eq!((again.contacts.updated, again.automated), (0, 0), "{box_}");
        let after = house.status().unwrap();
        assert_eq!(after.interactions, status.interactions, "{box_}");
        assert_eq!(after.conversations, status.conversations, "{box_}");
    }
}

#[test]
fn the_owner_of_a_takeout_mailbox_is_found_and_direction_follows() {
    let house = House::new();
    let plan = house.plan(&fixture("mail/takeout.mbox"));
    let likely: Vec<_> = plan.owner.found.iter().filter(|found| found.likely).collect();
    assert_eq!(likely.len(), 1, "{:?}", plan.owner.found);
    assert_eq!(likely[0].identity.value, "dora@example.org");
    house.bring(&fixture("mail/takeout.mbox"));
    let zoe: Vec<_> = house.passed("zoe@example.net");
    let told: Vec<_> = zoe.iter().map(|it| it.direction.as_str()).collect();
    assert!(told.contains(&"in") && told.contains(&"out"), "{told:?}");
    assert!(!house.names().iter().any(|name| name.contains("Dora")), "{:?}", house.names());
}

#[test]
fn signatures_and_quoted_history_are_set_aside_and_kept() {
    let house = House::new();
    house.bring(&fixture("mail/takeout.mbox"));
    let zoe = house.passed("zoe@example.net");
    let lunch = zoe.iter().find(|it| it.text.contains("harbour")).unwrap();
    assert!(lunch.signature.contains("+44 20 7946 0123"), "{:?}", lunch.signature);
    assert!(!lunch.text.contains("7946"));
    let answer = zoe.iter().find(|it| it.text.contains("Gladly")).unwrap();
    assert!(answer.quoted.contains("harbour") && !answer.text.contains("harbour"));
}

#[test]
fn drafts_and_spam_of_a_mailbox_stay_out() {
    let house = House::new();
    house.bring(&fixture("mail/takeout.mbox"));
    assert!(house.search("never sent").unwrap().interactions.is_empty());
    assert!(house.search("gold").unwrap().interactions.is_empty());
}

#[test]
fn lists_and_no_reply_senders_are_counted_and_no_contacts() {
    let house = House::new();
    let summary = house.bring_as(&fixture("mail/lists.mbox"), &["dora@example.org"]);
    assert!(summary.automated >= 2, "{summary:?}");
    assert_eq!(house.status().unwrap().automated, summary.automated);
    let automated = house.automated_names();
    assert!(automated.iter().any(|name| name == "Parcels"), "{automated:?}");
    let people = house.names();
    assert!(people.iter().any(|name| name == "Chinua Chidi"), "{people:?}");
    assert!(!people.iter().any(|name| name == "Parcels" || name == "Tea Shop"), "{people:?}");
}

#[test]
fn a_sender_that_was_kept_out_is_a_person_when_the_owner_says_so() {
    let house = House::new();
    house.bring_as(&fixture("mail/lists.mbox"), &["dora@example.org"]);
    let shop = house.id("hello@shop.example.com");
    house.change_contact(&shop, &ContactChange::Automated { on: false }).unwrap();
    assert!(house.names().iter().any(|name| name == "Tea Shop"));
    // Another import does not put them out again.
    house.bring(&fixture("mail/lists.mbox"));
    assert!(house.names().iter().any(|name| name == "Tea Shop"));
}

#[test]
fn a_conversation_goes_on_over_two_imports() {
    let house = House::new();
    let question = Letter::new("plan-1", (DORA, ADA), 2, "Shall we build the engine?");
    let answer = Letter::new("plan-2", (ADA, DORA), 3, "Yes, let us.").answering("plan-1");
    let last = Letter::new("plan-3", (DORA, ADA), 4, "Then on Monday.").answering("plan-2");
    house.bring_as(&house.file("old.mbox", mailbox(&[question, answer])), &["dora@example.org"]);
    house.bring(&house.file("new.mbox", mailbox(&[last])));
    let passed = house.passed("ada@example.com");
    let conversation = passed[0].conversation.clone().unwrap();
    let whole = house.open_conversation(&conversation).unwrap();
    let texts: Vec<_> = whole.iter().map(|it| it.text.trim()).collect();
    assert_eq!(texts, ["Shall we build the engine?", "Yes, let us.", "Then on Monday."]);
    assert!(whole[2].is_reply && !whole[0].is_reply);
    assert_eq!(house.status().unwrap().conversations, 1);
}

#[test]
fn an_answer_that_comes_in_before_its_question_finds_it_later() {
    let house = House::new();
    let question = Letter::new("plan-1", (DORA, ADA), 2, "Shall we build the engine?");
    let answer = Letter::new("plan-2", (ADA, DORA), 3, "Yes, let us.").answering("plan-1");
    house.bring_as(&house.file("new.mbox", mailbox(&[answer])), &["dora@example.org"]);
    house.bring(&house.file("old.mbox", mailbox(&[question])));
    let passed = house.passed("ada@example.com");
    assert_eq!(passed.len(), 2);
    assert_eq!(passed[0].conversation, passed[1].conversation);
}

#[test]
fn a_folder_of_letters_is_read_letter_by_letter() {
    let house = House::new();
    let one = Letter::new("one", (ADA, DORA), 2, "The first letter.");
    let two = Letter::new("two", (BEA, DORA), 3, "The second letter.");
    house.file("letters/one.eml", one.eml());
    house.file("letters/two.eml", two.eml());
    let path = house.beside().join("letters").to_string_lossy().into_owned();
    let summary = house.bring_as(&path, &["dora@example.org"]);
    assert_eq!((summary.contacts.new, summary.interactions.new), (2, 2));
    assert_eq!(summary.snags, []);
}

#[test]
fn a_maildir_is_read_by_content_whatever_its_files_are_called() {
    let house = House::new();
    let one = Letter::new("one", (ADA, DORA), 2, "The first letter.");
    let two = Letter::new("two", (DORA, ADA), 3, "My answer.").answering("one");
    house.file("Maildir/cur/1704189600.M1P1.host:2,S", one.eml());
    house.file("Maildir/.Sent/cur/1704276000.M2P1.host:2,S", two.eml());
    std::fs::create_dir_all(house.beside().join("Maildir/tmp")).unwrap();
    let path = house.beside().join("Maildir").to_string_lossy().into_owned();
    let summary = house.bring_as(&path, &["dora@example.org"]);
    assert_eq!(summary.interactions.new, 2, "{summary:?}");
    let told: Vec<_> =
        house.passed("ada@example.com").iter().map(|it| it.direction.clone()).collect();
    assert_eq!(told, ["out", "in"]);
}

#[test]
fn the_same_letter_in_two_folders_is_one() {
    let house = House::new();
    let letter = Letter::new("one", (ADA, DORA), 2, "The first letter.");
    house.file("mail/Inbox.mbox", mailbox(std::slice::from_ref(&letter)));
    house.file("mail/All.mbox", mailbox(&[letter]));
    let path = house.beside().join("mail").to_string_lossy().into_owned();
    let summary = house.bring_as(&path, &["dora@example.org"]);
    assert_eq!((summary.interactions.new, summary.interactions.same), (1, 1));
}

#[test]
fn somebody_only_copied_in_on_anothers_letter_is_no_contact() {
    let house = House::new();
    let to = format!("{DORA}, Chidi Eze <chidi@example.com>");
    let letter = Letter::new("one", (ADA, &to), 2, "For your information.");
    house.bring_as(&house.file("one.mbox", mailbox(&[letter])), &["dora@example.org"]);
    assert_eq!(house.names(), ["Ada King"]);
}

#[test]
fn an_unknown_owner_is_asked_for() {
    let house = House::new();
    let letter = Letter::new("one", (ADA, BEA), 2, "Whose mailbox is this?");
    let plan = house.plan(&house.file("one.mbox", mailbox(&[letter])));
    assert!(!plan.owner.certain);
    assert!(plan.owner.known.is_empty());
    assert!(plan.owner.found.iter().all(|found| !found.likely), "{:?}", plan.owner.found);
}

#[test]
fn sent_and_received_are_counted() {
    let house = House::new();
    let letters = [
        Letter::new("a", (DORA, ADA), 2, "One."),
        Letter::new("b", (DORA, BEA), 3, "Two."),
        Letter::new("c", (ADA, DORA), 4, "Three."),
    ];
    house.bring_as(&house.file("all.mbox", mailbox(&letters)), &["dora@example.org"]);
    let status = house.status().unwrap();
    assert_eq!((status.interactions, status.sent, status.received), (3, 2, 1));
}

#[test]
fn a_letter_to_oneself_is_kept_and_makes_nobody() {
    let house = House::new();
    let own = Letter::new("idea", (DORA, DORA), 2, "Ask Ada about the mill.");
    let other = Letter::new("hello", (ADA, DORA), 3, "The mill turns.");
    let letters = house.file("box.mbox", mailbox(&[own, other]));
    let brought = house.bring_as(&letters, &["dora@example.org"]);
    assert_eq!((brought.interactions.new, brought.contacts.new), (2, 1));
    let again = house.bring(&letters);
    assert_eq!((again.interactions.new, again.interactions.same), (0, 2));
}
