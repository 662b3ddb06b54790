//! Address books: vCards of every version, Google Contacts of both generations.

use support::{House, fixture};

#[test]
fn every_address_book_comes_in_once() {
    let books = [
        "vcard/android.vcf",
        "vcard/apple.vcf",
        "vcard/four.vcf",
        "vcard/broken.vcf",
        "google/old.csv",
        "google/new.csv",
    ];
    for book in books {
        let house = House::new();
        let first = house.bring(&fixture(book));
        assert!(first.contacts.new >= 1, "{book}: {first:?}");
        let kept = house.export("json").unwrap().0;
        let again = house.bring(&fixture(book));
        assert_eq!((again.contacts.new, again.contacts.updated), (0, 0), "{book}");
        assert_eq!((again.notes.new, again.contacts.same), (0, first.contacts.new), "{book}");
        assert_eq!(house.export("json").unwrap().0, kept, "{book}");
    }
}

#[test]
fn a_card_brings_what_the_telephone_knew() {
    let house = House::new();
    house.bring(&fixture("vcard/apple.vcf"));
    let ada = house.card("ada@example.org");
    assert_eq!((ada.organisation.as_str(), ada.title.as_str()), ("Engine Ltd.", "Analyst"));
    assert_eq!(ada.nickname, "Countess");
    let birthday = ada.dates.iter().find(|date| date.label == "birthday").unwrap();
    assert_eq!(birthday.day, "--12-10", "a birthday without a year stays without");
    let linkedin = ada.identities.iter().find(|identity| identity.kind == "linkedin").unwrap();
    assert_eq!(linkedin.value, "ada-king");
    assert!(ada.notes.iter().any(|note| note.text.contains("Bernoulli")), "{:?}", ada.notes);
}

#[test]
fn pronouns_of_a_card_are_kept() {
    let house = House::new();
    house.bring(&fixture("vcard/four.vcf"));
    assert_eq!(house.card("chidi@example.com").pronouns, "he/him");
}

#[test]
fn accents_survive_the_old_encodings() {
    let house = House::new();
    house.bring(&fixture("vcard/android.vcf"));
    assert_eq!(house.names(), ["Zoë Quill"]);
    assert!(house.card("Zoë Quill").notes[0].text.contains("Café"));
}

#[test]
fn broken_cards_give_what_can_be_read_and_a_sentence_for_the_rest() {
    let house = House::new();
    let summary = house.bring(&fixture("vcard/broken.vcf"));
    let names = house.names();
    assert!(names.contains(&"Ada King".to_owned()) && names.contains(&"Bea Blum".to_owned()));
    assert!(summary.snags.iter().any(|snag| snag.line.is_some() && !snag.why.is_empty()));
}

#[test]
fn google_contacts_bring_organisations_labels_and_days() {
    let house = House::new();
    house.bring(&fixture("google/new.csv"));
    let ada = house.card("ada.lindqvist@example.org");
    assert_eq!((ada.organisation.as_str(), ada.title.as_str()), ("Lindqvist Optics", "Founder"));
    assert_eq!(ada.tags, ["Optics evening"]);
    assert!(ada.dates.iter().any(|date| date.day == "1985-12-10"));
    assert_eq!(house.card("shop@example.com").name, house.card("hana@example.com").name);
}

#[test]
fn an_address_book_and_an_archive_meet_in_one_contact() {
    let house = House::new();
    house.bring(&fixture("linkedin/2023"));
    house.bring(&fixture("google/new.csv"));
    let by_profile = house.id("https://www.linkedin.com/in/ada-lindqvist");
    assert_eq!(by_profile, house.id("ada.home@example.net"));
}

const LANDLINE: &str = "+44 20 7946 0000";

fn card(name: &str) -> String {
    format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL:{LANDLINE}\r\nEND:VCARD\r\n")
}

#[test]
fn a_family_with_one_landline_stays_a_family() {
    let house = House::new();
    let book = [card("Ada King"), card("Ben King"), card("Ada Marie King")].concat();
    let path = house.file("family.vcf", &book);
    assert_eq!(house.bring(&path).contacts.new, 2);
    assert_eq!(house.names(), ["Ada King", "Ben King"]);
    assert_eq!(house.bring(&path).contacts.new, 0, "the second time everybody is known");
}

#[test]
fn who_comes_later_by_a_known_landline_is_told_apart_by_name() {
    let house = House::new();
    for (name, new) in [("Ada King", 1), ("Ben King", 1), ("King, Ada", 0), ("Ben", 0)] {
        let path = house.file(&format!("{name}.vcf"), card(name));
        assert_eq!(house.bring(&path).contacts.new, new, "{name}");
        assert_eq!(house.bring(&path).contacts.new, 0, "{name} again");
    }
    assert_eq!(house.names(), ["Ada King", "Ben King"]);
}

#[test]
fn somebody_with_the_owners_landline_is_not_the_owner() {
    let house = House::new();
    house.set_owner_name("Ada King").unwrap();
    house.add_owner_identity(LANDLINE).unwrap();
    house.bring(&house.file("home.vcf", [card("Ada King"), card("Ben King")].concat()));
    assert_eq!(house.names(), ["Ben King"]);
}
