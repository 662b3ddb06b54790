//! When two names are one person: by an address, by being unique in one archive, by the owner.

use app::view::import::ImportChoices;
use support::{House, csv, fixture};

const MESSAGES: &[&str] = &[
    "CONVERSATION ID",
    "CONVERSATION TITLE",
    "FROM",
    "SENDER PROFILE URL",
    "TO",
    "DATE",
    "SUBJECT",
    "CONTENT",
    "FOLDER",
];
const CONNECTIONS: &[&str] =
    &["First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"];

fn message<'a>(conversation: &'a str, from: &'a str, url: &'a str) -> [&'a str; 9] {
    let (to, at) = ("Olive Marsh", "2021-09-22 07:31:05 UTC");
    [conversation, "", from, url, to, at, "", "Thank you for the article.", "INBOX"]
}

fn archive(house: &House, messages: &[&[&str]], connections: &[&[&str]]) -> String {
    let profile = std::fs::read(fixture("linkedin/2021/Profile.csv")).unwrap();
    house.file("archive/Profile.csv", profile);
    house.file("archive/messages.csv", csv(messages));
    house.file("archive/Connections.csv", csv(connections));
    house.beside().join("archive").to_string_lossy().into_owned()
}

const DORA: &[&str] = &["Dora", "Évora", "", "Évora & Filhos", "Owner", "21 Sep 2021"];

#[test]
fn a_connection_without_a_profile_is_the_only_sender_of_that_name() {
    let house = House::new();
    let path = archive(
        &house,
        &[MESSAGES, &message("2-a", "Dora Évora", "https://www.linkedin.com/in/dora-evora")],
        &[CONNECTIONS, DORA],
    );
    house.bring(&path);
    assert_eq!(house.names(), ["Dora Évora"]);
    let dora = house.card("https://www.linkedin.com/in/dora-evora");
    assert_eq!(dora.organisation, "Évora & Filhos");
    assert_eq!(house.passed("Dora Évora").len(), 1);
}

#[test]
fn a_connection_without_a_profile_is_that_sender_even_where_it_has_an_address() {
    let house = House::new();
    let with_address =
        ["Dora", "Évora", "dora@example.net", "Évora & Filhos", "Owner", "21 Sep 2021"];
    let path = archive(
        &house,
        &[MESSAGES, &message("2-a", "Dora Évora", "https://www.linkedin.com/in/dora-evora")],
        &[CONNECTIONS, &with_address],
    );
    house.bring(&path);
    assert_eq!(house.names(), ["Dora Évora"]);
    assert_eq!(house.id("dora@example.net"), house.id("https://www.linkedin.com/in/dora-evora"));
}

#[test]
fn two_connections_of_one_name_are_not_joined_to_a_sender() {
    let house = House::new();
    let dora = |address| ["Dora", "Évora", address, "Évora & Filhos", "Owner", "21 Sep 2021"];
    let path = archive(
        &house,
        &[MESSAGES, &message("2-a", "Dora Évora", "https://www.linkedin.com/in/dora-evora")],
        &[CONNECTIONS, &dora("dora@example.net"), &dora("dora@example.com")],
    );
    house.bring(&path);
    assert_eq!(house.names().len(), 3);
}

#[test]
fn two_senders_of_one_name_are_not_joined_by_it() {
    let house = House::new();
    let path = archive(
        &house,
        &[
            MESSAGES,
            &message("2-a", "Dora Évora", "https://www.linkedin.com/in/dora-evora"),
            &message("2-b", "Dora Évora", "https://www.linkedin.com/in/dora-evora-2"),
        ],
        &[CONNECTIONS, DORA],
    );
    house.bring(&path);
    assert_eq!(house.names().len(), 3);
}

const CARD: &str = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada King\nTEL:+44 20 7946 0000\nEND:VCARD\n";

#[test]
fn the_same_name_alone_becomes_a_question() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    let plan = house.plan(&house.file("ada.vcf", CARD));
    assert_eq!(plan.unsure.len(), 1);
    assert_eq!(plan.unsure[0].may_be.id, house.id("ada@example.org"));
    assert!(plan.unsure[0].why.contains("same name"), "{}", plan.unsure[0].why);
    assert_eq!(plan.contacts.new, 1);
}

#[test]
fn without_an_answer_they_stay_two() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    house.bring(&house.file("ada.vcf", CARD));
    assert_eq!(house.names(), ["Ada King", "Ada King"]);
    let pairs = house.likely_same(50).unwrap();
    assert_eq!(pairs.len(), 1, "the pair is offered for merging");
    house.tell_apart(&pairs[0].right.id, &pairs[0].left.id).unwrap();
    assert!(house.likely_same(50).unwrap().is_empty(), "two people are not proposed again");
    house.undo().unwrap();
    assert_eq!(house.likely_same(50).unwrap().len(), 1);
}

#[test]
fn the_owners_yes_makes_them_one() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    let file = house.file("ada.vcf", CARD);
    let plan = house.plan(&file);
    let same_person = vec![plan.unsure[0].key.clone()];
    let choices = ImportChoices { same_person, ..ImportChoices::default() };
    let done = house.settle_import(&plan.id, &choices, &|_| ()).unwrap().value;
    assert_eq!((done.contacts.new, done.contacts.updated), (0, 1));
    let ada = house.card("ada@example.org");
    assert!(ada.identities.iter().any(|identity| identity.kind == "phone"));
    // From now on the number tells who is meant.
    let again = house.plan(&file);
    assert_eq!((again.unsure.len(), again.contacts.new, again.contacts.same), (0, 0, 1));
}

#[test]
fn a_shared_address_joins_whatever_the_names_are() {
    let house = House::new();
    house.meet("A. King", "ada@example.org");
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada King\nEMAIL:Ada@Example.org\nEND:VCARD\n";
    let plan = house.plan(&house.file("ada.vcf", card));
    assert_eq!((plan.contacts.new, plan.unsure.len()), (0, 0));
    house.bring(&house.file("ada.vcf", card));
    assert_eq!(house.names(), ["A. King"]);
}
