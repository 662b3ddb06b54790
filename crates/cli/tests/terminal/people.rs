//! Logging, noting, exporting; tables for people.

use crate::desk::{Desk, fixture};

#[test]
fn what_is_logged_stands_in_the_timeline() {
    let desk = Desk::stocked();
    let made = desk.json(&[
        "log",
        "Emil Frost",
        "--channel",
        "phone",
        "--direction",
        "in",
        "--at",
        "2024-05-09T12:30:00Z",
        "--text",
        "He asked for an introduction.",
    ]);
    let shown = desk.json(&["show", "Emil Frost"]);
    let first = &shown["timeline"][0];
    assert_eq!(first["id"], made["id"]);
    assert_eq!((first["kind"].as_str(), first["direction"].as_str()), (Some("call"), Some("in")));
    assert_eq!(first["at"], "2024-05-09T12:30:00Z");
}

#[test]
fn what_is_noted_stands_on_the_card() {
    let desk = Desk::stocked();
    desk.json(&["note", "Emil Frost", "would-like", "A stand at the fair", "--source", "call"]);
    let note = desk.json(&["show", "Emil Frost"])["notes"][0].clone();
    assert_eq!(note["kind"], "would-like");
    assert_eq!(
        (note["text"].as_str(), note["source"].as_str()),
        (Some("A stand at the fair"), Some("call"))
    );
}

#[test]
fn contacts_go_out_to_standard_output_or_to_a_new_file() {
    let desk = Desk::stocked();
    let cards = desk.run(&["export", "vcard"]);
    assert_eq!((cards.code, cards.err.as_str()), (0, ""));
    assert!(cards.out.starts_with("BEGIN:VCARD") && cards.out.contains("Ada Lindqvist"));
    let table = desk.run(&["export", "csv"]).out;
    assert!(table.starts_with("Name,Organisation,"), "{table}");
    let path = desk.folder.path().join("people.json").to_string_lossy().into_owned();
    let exported = desk.json(&["export", "json", "--to", &path]);
    assert_eq!(exported["path"], path);
    let people: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(people.as_array().unwrap().len(), exported["contacts"].as_u64().unwrap() as usize);
    let again = desk.run(&["export", "json", "--to", &path]);
    assert_eq!(again.code, 2, "a file is never written over");
}

#[test]
fn exported_cards_come_in_elsewhere() {
    let (old, new) = (Desk::stocked(), Desk::new());
    let path = old.folder.path().join("people.vcf").to_string_lossy().into_owned();
    old.json(&["export", "vcard", "--to", &path]);
    new.json(&["import", &path]);
    let names = |desk: &Desk| -> Vec<String> {
        let people = desk.json(&["contacts"]);
        people.as_array().unwrap().iter().map(|one| one["name"].to_string()).collect()
    };
    assert_eq!(names(&new), names(&old));
}

#[test]
fn people_read_tables_in_which_no_control_character_is_left() {
    let desk = Desk::new();
    let table = "First Name,Last Name,URL,Company,Position,Connected On\n\
                 A\u{1b}[31mda,King\u{7},https://www.linkedin.com/in/ada-king,En\u{9b}gine,Analyst,03 Feb 2020\n";
    desk.run(&["import", &desk.file("Connections.csv", table)]);
    let id = desk.json(&["contacts"])[0]["id"].as_str().unwrap().to_owned();
    desk.run(&["note", &id, "work", "A bell \u{7} and \u{1b}]0;title\u{7}"]);
    let text = "Hi {{na\u{1b}[2Jme}}, quick call? webinar demo discount \u{7}";
    for arguments in [
        vec!["contacts"],
        vec!["show", &id],
        vec!["review"],
        vec!["search", "bell"],
        vec!["status"],
        vec!["check", "--to", &id],
    ] {
        let said = desk.run_reading(&arguments, text);
        assert!(!said.out.is_empty(), "{arguments:?}");
        let control = said.out.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(control, None, "{arguments:?}: {:?}", said.out);
    }
}

#[test]
fn people_read_columns_under_their_heads() {
    let desk = Desk::stocked();
    let said = desk.run(&["contacts"]);
    let mut lines = said.out.lines();
    let head = lines.next().unwrap();
    assert!(head.starts_with("NAME") && head.contains("ORGANISATION"), "{head}");
    let column = head.find("ORGANISATION").unwrap();
    let ada = lines.find(|line| line.starts_with("Ada Lindqvist")).unwrap();
    assert!(ada.get(column..).unwrap().starts_with("Northlight"), "{ada}");
}

#[test]
fn an_import_is_told_in_words() {
    let desk = Desk::new();
    let said = desk.run(&["import", &fixture("linkedin/2025")]);
    assert!(said.out.contains("contacts") && said.out.contains("new"), "{}", said.out);
    assert!(said.out.contains("not read: 2025/messages.csv, line"), "{}", said.out);
}

#[test]
fn what_was_done_is_listed_and_taken_back_by_its_name() {
    let desk = Desk::stocked();
    desk.json(&["note", "Emil Frost", "would-like", "A stand at the fair"]);
    let deed = desk.json(&["history", "Emil Frost"])["deeds"][0].clone();
    assert_eq!(deed["deed"], "edit-note");
    assert_eq!(deed["changes"][0]["after"], "A stand at the fair");
    assert!(desk.run(&["history"]).out.contains("note: A stand at the fair"));
    desk.json(&["take-back", deed["turns"].as_str().unwrap()]);
    assert!(desk.json(&["show", "Emil Frost"])["notes"].as_array().unwrap().is_empty());
    assert_eq!(desk.run(&["take-back", "nonsense"]).code, 2);
}

#[test]
fn everything_goes_into_a_folder_and_comes_back_into_an_empty_store() {
    let (old, new) = (Desk::stocked(), Desk::new());
    let folder = old.folder.path().join("everything").to_string_lossy().into_owned();
    let out = old.json(&["export", "everything", "--to", &folder]);
    let back = new.json(&["bring-back", &folder]);
    assert_eq!(back["contacts"], out["contacts"]);
    let count = |desk: &Desk| desk.json(&["status"])["interactions"].clone();
    assert_eq!(count(&old), count(&new));
    let once_more = new.run(&["bring-back", &folder]);
    assert_eq!(once_more.code, 2, "only an empty store takes it back");
    assert_eq!(old.run(&["export", "everything"]).code, 2, "it needs a folder");
}
