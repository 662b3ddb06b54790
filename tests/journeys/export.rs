//! Out again, and in again elsewhere.

use support::{House, fixture};

#[test]
fn exported_vcards_give_the_same_people_in_an_empty_store() {
    let (old, new) = (House::new(), House::new());
    for book in ["vcard/apple.vcf", "vcard/four.vcf", "google/new.csv", "linkedin/2023"] {
        old.bring(&fixture(book));
    }
    let path = old.beside().join("people.vcf").to_string_lossy().into_owned();
    let count = old.export_contacts("vcard", &path).unwrap();
    assert_eq!(count as usize, old.names().len());
    let summary = new.bring(&path);
    assert_eq!(summary.snags, []);
    assert_eq!(new.names(), old.names());
    for name in old.names() {
        let (was, is) = (old.card(&name), new.card(&name));
        let addresses = |card: &app::view::contact::ContactCard| {
            let mut all: Vec<_> = card.identities.iter().map(|it| it.shown.clone()).collect();
            all.sort();
            all
        };
        assert_eq!(addresses(&is), addresses(&was), "{name}");
        assert_eq!((is.organisation, is.title), (was.organisation, was.title), "{name}");
        assert_eq!((is.pronouns, is.nickname), (was.pronouns, was.nickname), "{name}");
        let birthday = |dates: &[app::view::contact::DateView]| {
            dates.iter().find(|it| it.label == "birthday").map(|it| it.day.clone())
        };
        assert_eq!(birthday(&is.dates), birthday(&was.dates), "{name}");
    }
}

#[test]
fn an_export_never_writes_over_a_file() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    let path = house.file("people.csv", "precious");
    let said = house.export_contacts("csv", &path).unwrap_err().to_string();
    assert!(said.contains("there already"), "{said}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious");
}

#[test]
fn an_exported_table_runs_nothing_in_a_spreadsheet() {
    let house = House::new();
    house.meet("=HYPERLINK(\"x\")", "ada@example.org");
    let (text, count) = house.export("csv").unwrap();
    assert_eq!(count, 1);
    assert!(text.lines().nth(1).unwrap().starts_with("\"'="), "{text}");
}

#[test]
fn exported_json_is_the_cards() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    house.note("Ada King", "goal", "Wants to build an engine");
    let (text, _) = house.export("json").unwrap();
    let cards: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(cards[0]["name"], "Ada King");
    assert_eq!(cards[0]["notes"][0]["text"], "Wants to build an engine");
}

#[test]
fn a_format_nobody_knows_is_refused_with_those_there_are() {
    let said = House::new().export("xlsx").unwrap_err().to_string();
    assert!(said.contains("vcard, csv or json"), "{said}");
}
