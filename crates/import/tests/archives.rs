//! Archives that are whole, cut off, hostile or full of other things.

#[cfg(test)]
mod support;

use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use support::{ERA_2021, ERA_2023, ERA_2026, ERAS, GOOGLE, read, read_zip, streamed_zip, zip};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const CONNECTIONS: &[u8] = b"First Name,Last Name,URL,Connected On\nAda,King,,08 Feb 2026\n";

#[test]
fn an_archive_inside_a_folder_and_streamed_is_read_like_any() {
    let inside: Vec<(String, &[u8])> = ERA_2023
        .iter()
        .map(|(name, bytes)| (format!("Basic_LinkedInDataExport/{name}"), *bytes))
        .collect();
    let inside: Vec<(&str, &[u8])> = inside.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    let expected = read_zip(ERA_2023).interactions.len();
    assert_eq!(read_zip(&inside).interactions.len(), expected);
    assert_eq!(read("a.zip", &streamed_zip(ERA_2023)).interactions.len(), expected);
}

#[test]
fn an_archive_without_its_list_of_contents_is_read_entry_by_entry() {
    for bytes in [zip(ERA_2023), streamed_zip(ERA_2023)] {
        let list = bytes.windows(4).position(|mark| mark == b"PK\x01\x02");
        let brought = read("a.zip", &bytes[..list.unwrap()]);
        let expected = read_zip(ERA_2023);
        assert_eq!(brought.interactions.len(), expected.interactions.len());
        assert_eq!(brought.people.len(), expected.people.len());
        assert!(brought.snags[0].why.contains("cut off"), "{:?}", brought.snags);
    }
}

#[test]
fn an_archive_that_is_cut_off_anywhere_gives_what_stands_before() {
    let bytes = zip(ERA_2021);
    let mut before = 0;
    for end in (4..bytes.len()).step_by(97) {
        let brought = read("a.zip", &bytes[..end]);
        assert!(brought.snags[0].why.contains("cut off"), "at {end}");
        assert!(brought.people.len() >= before, "at {end}");
        before = brought.people.len();
    }
    assert_eq!(before, 2);
}

#[test]
fn a_path_that_climbs_out_is_left_alone_and_the_rest_is_read() {
    for name in [
        "../Connections.csv",
        "a/../../Connections.csv",
        "/etc/Connections.csv",
        "C:\\Connections.csv",
        "..\\Connections.csv",
    ] {
        let brought = read_zip(&[(name, CONNECTIONS), ("messages.csv", ERA_2026[5].1)]);
        assert!(brought.people.is_empty(), "{name}");
        assert_eq!(brought.messages().len(), 5, "{name}");
        assert_eq!(brought.snags.len(), 1, "{name}");
        assert!(brought.snags[0].why.contains("leads out"), "{name}");
    }
}

#[test]
fn an_archive_inside_an_archive_is_told_and_not_opened() {
    let inner = zip(&[("Connections.csv", CONNECTIONS)]);
    let brought = read_zip(&[("inner.zip", &inner)]);
    assert!(brought.people.is_empty());
    assert_eq!(brought.snags[0].file, "archive.zip/inner.zip");
}

#[test]
fn a_stored_archive_inside_a_damaged_one_is_not_taken_for_its_entries() {
    let inner = zip(&[("Connections.csv", CONNECTIONS)]);
    let mut outer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    outer.start_file("inner.zip", stored).unwrap();
    outer.write_all(&inner).unwrap();
    let bytes = outer.finish().unwrap().into_inner();
    let brought = read("a.zip", &bytes[..bytes.len() - 10]);
    assert!(brought.people.is_empty());
    assert!(brought.snags.iter().any(|snag| snag.file == "a.zip/inner.zip"));
}

#[test]
fn files_of_other_kinds_are_counted_and_linkedins_own_are_not() {
    let brought = read_zip(&[
        ("Connections.csv", CONNECTIONS),
        ("Rich_Media.csv", b"Date/Time,Media Description,Media Link\n"),
        ("Articles/", b""),
        ("photo.jpg", b"\xFF\xD8\xFF\xE0"),
        ("archive_browser.html", b"<html></html>"),
        ("__MACOSX/._Connections.csv", b"\0\0\0"),
        ("Ads Clicked.csv", b""),
    ]);
    assert_eq!(brought.people.len(), 1);
    assert_eq!(
        brought.snag_lines(),
        ["archive.zip: 2 files in the archive are of kinds that Requite does not read."]
    );
}

#[test]
fn a_table_that_lost_its_columns_is_named() {
    let brought = read_zip(&[("messages.csv", b"nothing,of,all,this\n1,2,3,4\n")]);
    assert_eq!(brought.snags.len(), 1);
    assert_eq!(brought.snags[0].file, "archive.zip/messages.csv");
}

#[test]
fn entries_behind_a_damaged_one_are_read() {
    let mut bytes = zip(&[("messages.csv", ERA_2026[5].1), ("Connections.csv", CONNECTIONS)]);
    // Into the middle of the first entry's content.
    bytes[200..260].fill(0xFF);
    let brought = read("a.zip", &bytes);
    assert_eq!(brought.people.len(), 1);
    assert!(brought.snags.iter().any(|snag| snag.file == "a.zip/messages.csv"));
}

#[test]
fn a_locked_entry_is_told() {
    let mut bytes = zip(&[("Connections.csv", CONNECTIONS)]);
    let list = bytes.windows(4).position(|mark| mark == b"PK\x01\x02").unwrap();
    bytes[6] |= 1;
    bytes[list + 8] |= 1;
    let brought = read("a.zip", &bytes);
    assert!(brought.people.is_empty());
    assert!(brought.snags[0].why.contains("password"), "{:?}", brought.snags);
}

#[test]
fn a_method_nobody_knows_is_told() {
    let mut bytes = zip(&[("Connections.csv", CONNECTIONS)]);
    let list = bytes.windows(4).position(|mark| mark == b"PK\x01\x02").unwrap();
    bytes[8] = 14;
    bytes[list + 10] = 14;
    let whole = read("a.zip", &bytes);
    assert!(whole.snags[0].why.contains("method"), "{:?}", whole.snags);
    let cut = read("a.zip", &bytes[..list]);
    assert!(cut.snags[1].why.contains("method"), "{:?}", cut.snags);
}

#[test]
fn breaking_off_ends_the_reading_at_once() {
    for era in ERAS {
        for stop in 1..4 {
            let mut taken = 0;
            import::read("a.zip", &mut Cursor::new(zip(era)), None, &mut |_| {
                taken += 1;
                match taken < stop {
                    true => ControlFlow::Continue(()),
                    false => ControlFlow::Break(()),
                }
            });
            assert_eq!(taken, stop);
        }
    }
}

#[test]
fn cards_and_mail_inside_an_archive_are_read_too() {
    let card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada King\r\nEND:VCARD\r\n";
    let mbox = b"From 1@xxx Fri Sep 16 22:26:51 +0000 2016\nFrom: Ada <ada@example.org>\n\
        To: bea@example.org\nDate: Fri, 16 Sep 2016 22:26:51 +0000\nSubject: Tea\n\nAt four?\n";
    let brought = read_zip(&[
        ("Takeout/Contacts/all.vcf", card),
        ("Takeout/Mail/All.mbox", mbox),
        ("Takeout/Contacts/contacts.csv", GOOGLE[0].1),
    ]);
    assert_eq!(brought.people.len(), 1 + 3, "{:?}", brought.snags);
    assert_eq!(brought.messages().len(), 1, "{:?}", brought.snags);
}

#[test]
fn what_is_no_file_of_ours_is_told_in_one_sentence() {
    for (name, bytes, why) in [
        ("a.txt", &b"words"[..], "no kind of file"),
        ("a.txt", b"", "empty"),
        ("Reactions.csv", b"Date,Type,Link\n", "LinkedIn archive"),
    ] {
        let brought = read(name, bytes);
        assert_eq!(brought.snags.len(), 1);
        assert!(brought.snags[0].why.contains(why), "{:?}", brought.snags);
    }
}
