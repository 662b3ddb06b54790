//! What cannot be read is told in a sentence, with its place; the rest comes in; what is kept
//! is not touched.

use app::view::import::{ImportSummary, SnagView};
use std::io::Write;
use support::{House, Letter, csv, fixture, mailbox, zip_of};
use zip::write::SimpleFileOptions;

const HEAD: &[&str] = &["First Name", "Last Name", "URL", "Company", "Position", "Connected On"];
const ADA: &[&str] = &[
    "Ada",
    "King",
    "https://www.linkedin.com/in/ada-king",
    "Engine Ltd",
    "Analyst",
    "03 Feb 2020",
];

/// A store in which somebody is kept already.
fn lived_in() -> House {
    let house = House::new();
    house.meet("Chidi Eze", "chidi@example.com");
    house
}

/// The one sentence about a file; what was kept before is still there.
fn the_snag<'a>(house: &House, summary: &'a ImportSummary, file: &str) -> &'a SnagView {
    assert!(house.names().contains(&"Chidi Eze".to_owned()));
    let about: Vec<_> = summary.snags.iter().filter(|snag| snag.file.contains(file)).collect();
    assert_eq!(about.len(), 1, "{:?}", summary.snags);
    let why = &about[0].why;
    assert!(why.len() > 10 && !why.contains('\n') && !why.contains("Error"), "{why}");
    about[0]
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let house = lived_in();
    let summary = house.bring("/nowhere/Connections.csv");
    assert!(the_snag(&house, &summary, "Connections.csv").why.contains("no such file"));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named_and_the_others_come_in() {
    let this = "bad_files::a_file_that_may_not_be_read_is_named_and_the_others_come_in";
    if support::nobody::runs(this) {
        return;
    }
    let house = lived_in();
    house.file("archive/Connections.csv", csv(&[HEAD, ADA]));
    let secret = house.file("archive/messages.csv", "x");
    support::nobody::set_mode(std::path::Path::new(&secret), 0o000);
    let summary = house.bring(&house.beside().join("archive").to_string_lossy());
    assert!(house.names().contains(&"Ada King".to_owned()));
    assert!(the_snag(&house, &summary, "messages.csv").why.contains("permissions"));
}

#[test]
fn a_file_of_another_kind_is_told_to_be_one() {
    let house = lived_in();
    let summary = house.bring(&house.file("holiday.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"));
    the_snag(&house, &summary, "holiday.png");
    assert_eq!((summary.contacts.new, summary.interactions.new), (0, 0));
}

#[test]
fn an_empty_file_is_told_to_be_empty() {
    let house = lived_in();
    let summary = house.bring(&house.file("Connections.csv", ""));
    the_snag(&house, &summary, "Connections.csv");
}

#[test]
fn a_table_named_like_another_is_read_by_its_content() {
    let house = lived_in();
    house.bring(&house.file("messages.csv", csv(&[HEAD, ADA])));
    assert!(house.names().contains(&"Ada King".to_owned()));
}

fn zip_with(name: &str, content: &str) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut archive = zip::ZipWriter::new(&mut bytes);
    let options = SimpleFileOptions::default();
    archive.start_file(name, options).unwrap();
    archive.write_all(content.as_bytes()).unwrap();
    archive.start_file("Connections.csv", options).unwrap();
    archive.write_all(csv(&[HEAD, ADA]).as_bytes()).unwrap();
    archive.finish().unwrap();
    bytes.into_inner()
}

#[test]
fn a_path_that_climbs_out_of_an_archive_is_named_and_the_rest_comes_in() {
    let house = lived_in();
    let evil = csv(&[HEAD, &["Eve", "Evil", "https://www.linkedin.com/in/eve", "", "", ""]]);
    let path = house.file("in/archive.zip", zip_with("../../climbing.csv", &evil));
    let summary = house.bring(&path);
    assert_eq!(house.names(), ["Ada King", "Chidi Eze"]);
    let snag = the_snag(&house, &summary, "climbing.csv");
    assert!(snag.why.contains("out of"), "{}", snag.why);
    assert!(!house.beside().join("climbing.csv").exists());
}

#[test]
fn a_truncated_zip_gives_what_is_left_of_it() {
    let house = lived_in();
    let whole = zip_of(&fixture("linkedin/2023"));
    let half = &whole[..whole.len() * 2 / 3];
    let summary = house.bring(&house.file("half.zip", half));
    assert!(summary.contacts.new > 0, "{summary:?}");
    assert!(!summary.snags.is_empty());
    assert!(house.names().contains(&"Chidi Eze".to_owned()));
    // Once it is whole, the same archive brings the rest and doubles nothing.
    let rest = house.bring(&house.file("whole.zip", &whole));
    let alone = House::new();
    alone.bring(&alone.file("whole.zip", &whole));
    let mut expected = alone.names();
    expected.push("Chidi Eze".to_owned());
    expected.sort();
    let mut names = house.names();
    names.sort();
    assert_eq!(names, expected, "{rest:?}");
}

#[test]
fn invalid_utf8_costs_no_row() {
    let house = lived_in();
    let mut table = csv(&[HEAD]).into_bytes();
    table.extend_from_slice(
        b"Zo\xEB,Quill,https://www.linkedin.com/in/zoe-quill,Loom,Weaver,03 Feb 2020\n",
    );
    table.extend_from_slice(csv(&[ADA]).as_bytes());
    let summary = house.bring(&house.file("Connections.csv", table));
    assert_eq!(summary.contacts.new, 2, "{summary:?}");
    assert_eq!(house.card("https://www.linkedin.com/in/zoe-quill").name, "Zoë Quill");
}

#[test]
fn a_date_that_makes_no_sense_is_told_with_its_line_and_the_contact_comes_in() {
    let house = lived_in();
    let row =
        &["Bea", "Blum", "https://www.linkedin.com/in/bea-blum", "Blum", "Owner", "99 Foo 20"];
    let summary = house.bring(&house.file("Connections.csv", csv(&[HEAD, ADA, row])));
    assert_eq!(house.names(), ["Ada King", "Bea Blum", "Chidi Eze"]);
    let snag = the_snag(&house, &summary, "Connections.csv");
    assert_eq!(snag.line, Some(3));
    assert!(snag.why.contains("date") || snag.why.contains("day"), "{}", snag.why);
}

#[test]
fn a_letter_without_a_sensible_date_is_told_and_the_next_one_comes_in() {
    let house = lived_in();
    let parties = ("Ada King <ada@example.com>", "Dora Diaz <dora@example.org>");
    let mut lost = Letter::new("lost", parties, 1, "Lost in time.");
    lost.date = "the day before yesterday".to_owned();
    let found = Letter::new("found", parties, 2, "Found in time.");
    house.file("letters/found.eml", found.eml());
    house.file("letters/lost.eml", lost.eml());
    let path = house.beside().join("letters").to_string_lossy().into_owned();
    let summary = house.bring_as(&path, &["dora@example.org"]);
    assert_eq!(house.passed("ada@example.com").len(), 1);
    assert!(house.passed("ada@example.com")[0].text.contains("Found"));
    the_snag(&house, &summary, "lost.eml");
}

#[test]
fn a_mailbox_tells_the_day_of_a_letter_that_does_not() {
    let house = lived_in();
    let parties = ("Ada King <ada@example.com>", "Dora Diaz <dora@example.org>");
    let mut letter = Letter::new("lost", parties, 1, "Dated by the mailbox.");
    letter.date = "the day before yesterday".to_owned();
    house.bring_as(&house.file("mail.mbox", mailbox(&[letter])), &["dora@example.org"]);
    assert!(house.passed("ada@example.com")[0].at.starts_with("2024-01-01"));
}

#[test]
fn an_unknown_column_is_told_and_the_row_comes_in() {
    let house = lived_in();
    let head: Vec<&str> = HEAD.iter().copied().chain(["Shoe Size"]).collect();
    let row: Vec<&str> = ADA.iter().copied().chain(["39"]).collect();
    let summary = house.bring(&house.file("Connections.csv", csv(&[&head, &row])));
    assert_eq!(house.card("Ada King").organisation, "Engine Ltd");
    assert!(the_snag(&house, &summary, "Connections.csv").why.contains("Shoe Size"));
}

#[test]
fn snags_are_kept_with_their_import() {
    let mut house = lived_in();
    let path = house.file("mix/Connections.csv", csv(&[HEAD, ADA]));
    house.file(
        "mix/messages.csv",
        "CONVERSATION ID,FROM,TO,DATE,CONTENT\n1,Ada King,Dora,never,Hi\n",
    );
    let folder = std::path::Path::new(&path).parent().unwrap().to_string_lossy().into_owned();
    let summary = house.bring(&folder);
    assert!(!summary.snags.is_empty());
    house.reopen();
    let row = house.list_imports().unwrap().remove(0);
    assert_eq!(row.snags as usize, summary.snags.len());
    assert_eq!(house.import_snags(&row.id).unwrap(), summary.snags);
}
