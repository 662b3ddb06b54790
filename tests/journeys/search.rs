//! Search over everything kept.

use support::{House, fixture};

fn stocked() -> House {
    let house = House::new();
    house.meet("Zoë Müller", "zoe@example.org");
    house.meet("伊藤 花", "hana@example.com");
    house.note("Zoë Müller", "interest", "Sings in a choir, likes Čajkovskij");
    house.heard("Zoë Müller", "2024-05-09T10:00:00Z", "The café by the harbour is closed.");
    house.heard("hana@example.com", "2024-05-10T10:00:00Z", "京都でお会いしましょう。");
    house
}

fn contacts(house: &House, query: &str) -> Vec<String> {
    house.search(query).unwrap().contacts.into_iter().map(|row| row.name).collect()
}

#[test]
fn a_contact_is_found_by_name_without_its_accents() {
    let house = stocked();
    for query in ["Zoë", "zoe", "muller", "ZOE MUL", "müller"] {
        assert_eq!(contacts(&house, query), ["Zoë Müller"], "{query}");
    }
}

#[test]
fn a_contact_is_found_by_address() {
    assert_eq!(contacts(&stocked(), "zoe@example.org"), ["Zoë Müller"]);
}

#[test]
fn a_note_is_found_with_the_one_it_is_about() {
    let found = stocked().search("cajkovskij").unwrap();
    assert_eq!(found.notes.len(), 1);
    assert_eq!(found.notes[0].contact.name, "Zoë Müller");
}

#[test]
fn what_passed_is_found_and_the_word_is_marked() {
    let found = stocked().search("cafe harbour").unwrap();
    assert_eq!(found.interactions.len(), 1);
    let row = &found.interactions[0];
    assert_eq!(row.contact.as_ref().unwrap().name, "Zoë Müller");
    let units: Vec<u16> = row.text.encode_utf16().collect();
    let marked: Vec<String> = row
        .marks
        .iter()
        .map(|mark| String::from_utf16(&units[mark.0 as usize..mark.1 as usize]).unwrap())
        .collect();
    assert_eq!(marked, ["café", "harbour"]);
}

#[test]
fn chinese_and_japanese_are_found_without_spaces() {
    let house = stocked();
    assert_eq!(contacts(&house, "伊藤"), ["伊藤 花"]);
    assert_eq!(contacts(&house, "花"), ["伊藤 花"]);
    for query in ["京都", "会い", "お会いしま"] {
        assert_eq!(house.search(query).unwrap().interactions.len(), 1, "{query}");
    }
}

#[test]
fn imported_words_are_found_as_well() {
    let house = House::new();
    house.bring(&fixture("linkedin/2026"));
    assert_eq!(house.search("quiet lens").unwrap().interactions.len(), 1);
    assert!(house.search("Kyoto").unwrap().notes.iter().any(|note| note.text.contains("Kyoto")));
}

#[test]
fn what_was_deleted_is_not_found_and_what_was_undone_is() {
    let house = stocked();
    house.delete_contacts(&[house.id("Zoë Müller")]).unwrap();
    assert!(contacts(&house, "zoe").is_empty());
    assert!(house.search("choir").unwrap().notes.is_empty());
    house.undo().unwrap();
    assert_eq!(contacts(&house, "zoe"), ["Zoë Müller"]);
    assert_eq!(house.search("choir").unwrap().notes.len(), 1);
}

#[test]
fn no_input_breaks_the_search() {
    let house = stocked();
    for query in ["", " ", "\"", "a AND", "NEAR(", "*", "-", "^x:y", "(((", "'; --", "\u{0}"] {
        house.search(query).unwrap();
    }
}
