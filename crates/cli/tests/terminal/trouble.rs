//! What goes wrong is one sentence on standard error, and exit code 2.

use crate::desk::{Desk, Said};

/// Nothing on standard output, one sentence on standard error.
fn complained(said: &Said) -> &str {
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{}", said.err);
    let sentence = said.err.strip_prefix("requite: ").unwrap().strip_suffix('\n').unwrap();
    assert!(!sentence.contains('\n') && !sentence.is_empty(), "{sentence}");
    assert!(!sentence.chars().any(char::is_control), "{sentence:?}");
    sentence
}

#[test]
fn somebody_unknown_is_named() {
    let desk = Desk::stocked();
    for arguments in [
        vec!["show", "Nobody Here"],
        vec!["check", "--to", "Nobody Here"],
        vec!["note", "Nobody Here", "work", "x"],
        vec!["log", "Nobody Here", "--channel", "phone", "--direction", "in"],
    ] {
        let said = desk.run(&arguments);
        assert!(complained(&said).contains("Nobody Here"), "{arguments:?}");
    }
}

#[test]
fn a_name_of_two_people_is_asked_back() {
    let desk = Desk::new();
    let card =
        |mail: &str| format!("BEGIN:VCARD\nVERSION:3.0\nFN:Ada King\nEMAIL:{mail}\nEND:VCARD\n");
    let cards = card("ada@example.org") + &card("ada@example.net");
    desk.json(&["import", &desk.file("two.vcf", &cards)]);
    let said = desk.run(&["show", "Ada King"]);
    let sentence = complained(&said);
    assert!(sentence.contains("Ada King") && sentence.contains("2 contacts"), "{sentence}");
    assert_eq!(desk.run(&["show", "ada@example.net"]).code, 0);
}

#[test]
fn a_missing_file_is_named() {
    let desk = Desk::stocked();
    let missing = desk.run(&["import", "/nowhere/messages.csv"]);
    assert!(complained(&missing).contains("messages.csv: there is no such file"));
    let letter = desk.run(&["check", "--to", "Emil Frost", "/nowhere/letter.txt"]);
    assert!(complained(&letter).contains("/nowhere/letter.txt: there is no such file"));
}

#[test]
fn a_file_of_another_kind_is_named_and_no_import_is_made_of_it() {
    let desk = Desk::stocked();
    let before = desk.json(&["status"]);
    let said = desk.run(&["import", &desk.file("holiday.png", "\u{89}PNG\r\n")]);
    assert!(complained(&said).contains("holiday.png"));
    assert_eq!(desk.json(&["status"])["contacts"], before["contacts"]);
}

#[test]
fn words_that_are_no_arguments_are_told_in_one_sentence() {
    let desk = Desk::new();
    for arguments in [
        vec!["frobnicate"],
        vec!["check"],
        vec!["import"],
        vec!["status", "--colour"],
        vec!["log", "Ada", "--channel", "phone"],
    ] {
        let said = desk.run(&arguments);
        assert!(complained(&said).ends_with("see --help"), "{}", said.err);
    }
}

#[test]
fn a_word_of_no_list_is_told() {
    let desk = Desk::stocked();
    for (arguments, word) in [
        (vec!["log", "Emil Frost", "--channel", "pigeon", "--direction", "in"], "pigeon"),
        (vec!["log", "Emil Frost", "--channel", "phone", "--direction", "up"], "up"),
        (vec!["note", "Emil Frost", "gossip", "x"], "gossip"),
        (vec!["export", "xlsx"], "xlsx"),
    ] {
        let said = desk.run(&arguments);
        assert!(complained(&said).contains(word), "{}", said.err);
    }
}

#[test]
fn a_time_that_makes_no_sense_is_told() {
    let desk = Desk::stocked();
    let arguments =
        ["log", "Emil Frost", "--channel", "phone", "--direction", "in", "--at", "yesterdayish"];
    assert!(complained(&desk.run(&arguments)).contains("yesterdayish"));
}

#[test]
fn a_file_that_is_no_store_is_left_as_it_is() {
    let desk = Desk::new();
    let path = desk.file("letter.txt", "Dear Ada, this is a letter and no store.");
    let said = desk.run(&["status", "--store", &path]);
    assert!(complained(&said).contains("no Requite store"));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("Dear Ada"));
}

#[test]
fn help_and_version_are_no_trouble() {
    let desk = Desk::new();
    for arguments in [["--help"], ["--version"]] {
        let said = desk.run(&arguments);
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        assert!(said.out.contains("requite"), "{}", said.out);
    }
    assert!(!desk.store().exists(), "asking for help makes no store");
}
