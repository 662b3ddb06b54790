//! Exports of an era to come: columns, keys, headers and properties that nobody knows yet.

use super::kinds::{KINDS, count};
use super::support::{IMESSAGE, database, read};

#[test]
fn unknown_columns_cost_no_row_wherever_they_stand() {
    for kind in KINDS.iter().filter(|kind| kind.file.ends_with(".csv")) {
        let text = kind.written(20, "");
        let plain = read(kind.file, text.as_bytes());
        for at_front in [true, false] {
            let widened = text.lines().enumerate().map(|(n, line)| {
                let cell = if n == 0 { "Shoe Size" } else { "39" };
                if at_front { format!("{cell},{line}\n") } else { format!("{line},{cell}\n") }
            });
            let brought = read(kind.file, widened.collect::<String>().as_bytes());
            assert_eq!(count(&brought), 20, "{}: {:?}", kind.file, brought.snags);
            let names = |people: &[import::ArrivingPerson]| -> Vec<_> {
                people.iter().map(|one| (one.name.clone(), one.identities.clone())).collect()
            };
            assert_eq!(names(&brought.people), names(&plain.people), "{}", kind.file);
        }
    }
}

#[test]
fn unknown_keys_cost_no_row_however_deep() {
    let odd = r#"{"aura":{"colour":[1,2,{"hue":null}]},"#;
    for kind in KINDS.iter().filter(|kind| kind.is_json()) {
        let mut text = kind.written(20, "");
        // In each row.
        text = text.replace("{\"", &format!("{odd}\""));
        let brought = read(kind.file, text.as_bytes());
        assert_eq!(count(&brought), 20, "{}: {:?}", kind.file, brought.snags);
    }
}

#[test]
fn unknown_headers_and_properties_cost_no_row() {
    for (file, known) in
        [("mail.mbox", "Subject:"), ("cards.vcf", "FN:"), ("meetings.ics", "SUMMARY:")]
    {
        let kind = KINDS.iter().find(|kind| kind.file == file).unwrap();
        let odd = format!("X-AURA;HUE=\"a:b\";N=1: blue\\, very\n{known}");
        let odd = if file == "mail.mbox" { format!("X-Aura: blue\n{known}") } else { odd };
        let text = kind.written(20, "").replace(known, &odd);
        let brought = read(file, text.as_bytes());
        assert_eq!(count(&brought), 20, "{file}: {:?}", brought.snags);
        assert!(brought.snags.is_empty(), "{file}: {:?}", brought.snags);
    }
}

#[test]
fn a_newer_macs_database_has_columns_and_tables_more() {
    let (_, statements) = IMESSAGE.iter().find(|(name, _)| *name == "2024.sql").unwrap();
    let plain = count(&read("chat.db", &database(statements)));
    let later = "ALTER TABLE message ADD COLUMN aura TEXT DEFAULT 'blue';
        ALTER TABLE chat ADD COLUMN aura BLOB; CREATE TABLE aura (x);";
    let brought = read("chat.db", &database(&[*statements, later.as_bytes()].concat()));
    assert_eq!(count(&brought), plain);
    assert!(brought.snags.is_empty(), "{:?}", brought.snags);
}
