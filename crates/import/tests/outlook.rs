//! Outlook's contacts, in its languages and eras, whole files.

#[cfg(test)]
mod support;

use import::{ArrivingPerson, Format, Source, recognise};
use model::{Day, Identity};
use support::{OUTLOOK, read};

fn one(name: &str) -> ArrivingPerson {
    let bytes = OUTLOOK.iter().find(|(known, _)| *known == name).map_or(&[][..], |file| file.1);
    let mut brought = read(name, bytes);
    let told: Vec<_> = brought.snags.iter().filter(|snag| !snag.why.contains("UTF-8")).collect();
    assert!(told.is_empty(), "{name}: {told:?}");
    assert_eq!(brought.people.len(), 1, "{name}");
    brought.people.remove(0)
}

fn values(person: &ArrivingPerson) -> Vec<&str> {
    person.identities.iter().map(Identity::value).collect()
}

fn born(person: &ArrivingPerson) -> Option<Day> {
    let mut days = person.dates.iter().filter(|dated| dated.label == "birthday");
    days.next().map(|dated| dated.day)
}

#[test]
fn every_language_is_recognised() {
    for (name, bytes) in OUTLOOK {
        assert_eq!(recognise("contacts.csv", bytes), Some(Format::OutlookCsv), "{name}");
    }
}

#[test]
fn the_oldest_columns_are_read() {
    let brought = read("contacts.csv", OUTLOOK[0].1);
    let ada = brought.person("Dr Ada Maj Lindqvist, Ph.D.");
    assert_eq!(ada.source, Source::Outlook);
    assert_eq!(
        values(ada),
        ["ada@example.org", "ada.home@example.net", "+46701234567", "+4618123456", "ada-lindqvist"]
    );
    assert_eq!(ada.positions[0].organisation, "Prism Works");
    assert_eq!(ada.positions[0].title, "Optician");
    assert_eq!(ada.tags, ["Friend", "Optics evening"]);
    assert_eq!(ada.location, "Uppsala, Sweden");
    assert_eq!(ada.remarks, "Likes early trains\nand late ones\nSpouse: Ivo");
    assert_eq!(ada.dates.len(), 1);
}

/// `4/3/1980` alone could be either; `11/23/1975` in the next row tells.
#[test]
fn another_row_tells_which_number_is_the_month() {
    let brought = read("contacts.csv", OUTLOOK[0].1);
    assert_eq!(born(brought.person("Dr Ada Maj Lindqvist, Ph.D.")), Day::new(Some(1980), 4, 3));
    let chidi = brought.person("Chidi Eze");
    assert_eq!(born(chidi), Day::new(Some(1975), 11, 23));
    assert_eq!(chidi.dates[1].day, Day::new(Some(2001), 6, 9).unwrap());
}

#[test]
fn an_exchange_address_gives_way_to_the_one_it_is_shown_with() {
    let brought = read("contacts.csv", OUTLOOK[0].1);
    assert_eq!(values(brought.person("Chidi Eze")), ["chidi@example.com"]);
    assert_eq!(values(brought.person("Front Desk")), ["office@example.com"]);
}

#[test]
fn a_date_that_makes_no_sense_is_told_and_an_empty_row_is_none() {
    let brought = read("contacts.csv", OUTLOOK[0].1);
    assert_eq!(brought.people.len(), 5);
    assert_eq!(
        brought.snag_lines(),
        [
            "contacts.csv:7: The birthday or anniversary makes no sense; the contact was brought in without it.",
            "contacts.csv:8: The row names nobody and was left out.",
        ]
    );
}

#[test]
fn the_newer_columns_are_read() {
    let hana = one("outlook-com.csv");
    assert_eq!(hana.name.shown, "Hana Ito");
    assert_eq!(hana.name.nickname, "Hani");
    assert_eq!(hana.location, "Kyoto, Japan");
    assert_eq!(born(&hana), Day::new(Some(1990), 2, 28));
    assert_eq!(hana.remarks, "Knows every moss");
}

#[test]
fn a_german_file_with_semicolons_in_windows_1252_is_read() {
    let person = one("german.csv");
    assert_eq!(person.name.shown, "Frau Jörg-Änne Müßig");
    assert_eq!(values(&person), ["aenne@example.org", "ofen@example.com", "+491701234567"]);
    assert_eq!(person.positions[0].organisation, "Öfen & Söhne");
    assert_eq!(person.positions[0].title, "Geschäftsführerin");
    assert_eq!(person.location, "Köln, Deutschland");
    assert_eq!(person.tags, ["Freund", "Kollegin"]);
    assert_eq!(born(&person), Day::new(Some(1980), 4, 3));
    assert_eq!(person.dates.len(), 1);
    assert_eq!(person.remarks, "Mag Öfen\nSpouse: Ivo\nUser 1: Kegelrunde");
}

/// Only America puts the month first: in any other language 03/04 is in April.
#[test]
fn a_french_file_is_read_with_the_day_first() {
    let person = one("french.csv");
    assert_eq!(person.name.shown, "Zoé Brûlé");
    assert_eq!(born(&person), Day::new(Some(1980), 4, 3));
    assert_eq!(person.dates.len(), 1);
    assert_eq!(person.tags, ["Amis", "Collègues"]);
    assert_eq!(person.location, "Lyon, France");
    assert_eq!(person.remarks, "Aime le seigle\nChildren: Léa, Tom");
    assert_eq!(person.positions[0].organisation, "Fournil d’Été");
}

#[test]
fn the_other_languages_are_read() {
    let told = |file| {
        let person = one(file);
        let post = &person.positions[0];
        assert_eq!(born(&person), Day::new(Some(1980), 4, 15), "{file}");
        assert_eq!(person.identities.len(), if file == "italian.csv" { 3 } else { 2 }, "{file}");
        format!(
            "{} | {} | {} | {}",
            person.name.shown, post.organisation, post.title, person.location
        )
    };
    assert_eq!(told("spanish.csv"), "Íñigo Núñez | Viñas | Enólogo | Logroño, España");
    assert_eq!(told("italian.csv"), "Dott. Niccolò Verdù | Caffè Blu | Tostatore | Forlì, Italia");
    assert_eq!(told("portuguese.csv"), "João Conceição | Pão & Mel | Padeiro | São Paulo, Brasil");
    assert_eq!(told("dutch.csv"), "Daniël van der Veên | Molen | Molenaar | Delft, Nederland");
    assert_eq!(told("swedish.csv"), "Åsa Öberg | Färg & Form | Snickare | Malmö, Sverige");
}

#[test]
fn where_no_row_tells_the_order_the_file_says_what_was_assumed() {
    let text = "First Name,Last Name,E-mail Address,E-mail 2 Address,Birthday\nAda,King,ada@example.org,,3/4/1980\n";
    let brought = read("contacts.csv", text.as_bytes());
    assert_eq!(born(&brought.people[0]), Day::new(Some(1980), 3, 4));
    assert_eq!(brought.snags.len(), 1);
}
