//! Cards as programs write them, and cards as nobody should.

use super::{read, to_vcard};
use crate::{Arrival, ArrivingPerson, Piece, Snag};
use model::{Contact, ContactId, Day, Identity, Name, Note, NoteId, NoteKind, Position, Uid};
use proptest::prelude::*;
use std::io::Cursor;
use std::ops::ControlFlow;

const APPLE: &[u8] = include_bytes!("../../../../tests/fixtures/vcard/apple.vcf");
const ANDROID: &[u8] = include_bytes!("../../../../tests/fixtures/vcard/android.vcf");
const FOUR: &[u8] = include_bytes!("../../../../tests/fixtures/vcard/four.vcf");
const BROKEN: &[u8] = include_bytes!("../../../../tests/fixtures/vcard/broken.vcf");

fn reading(bytes: &[u8]) -> (Vec<ArrivingPerson>, Vec<Snag>) {
    let (mut people, mut snags) = (Vec::new(), Vec::new());
    read("cards.vcf", &mut Cursor::new(bytes), &mut |piece| {
        match piece {
            Piece::Arrival(Arrival::Person(person)) => people.push(*person),
            Piece::Snag(snag) => snags.push(snag),
            other => panic!("a card is no {other:?}"),
        }
        ControlFlow::Continue(())
    });
    (people, snags)
}

fn one(card: &str) -> ArrivingPerson {
    let text = format!("BEGIN:VCARD\r\nVERSION:3.0\r\n{card}\r\nEND:VCARD\r\n");
    let (people, snags) = reading(text.as_bytes());
    assert_eq!(snags, []);
    people.into_iter().next().unwrap()
}

fn values(person: &ArrivingPerson) -> Vec<String> {
    person.identities.iter().map(ToString::to_string).collect()
}

fn dates(person: &ArrivingPerson) -> Vec<(&str, String)> {
    let told = person.dates.iter();
    told.map(|dated| (dated.label.as_str(), dated.day.to_string())).collect()
}

#[test]
fn a_card_from_an_apple_address_book_is_read_whole() {
    let (people, _) = reading(APPLE);
    let ada = &people[0];
    assert_eq!(ada.name.shown, "Dr. Ada Augusta King");
    assert_eq!((ada.name.given.as_str(), ada.name.family.as_str()), ("Ada", "King"));
    assert_eq!(ada.name.nickname, "Countess");
    assert_eq!(
        values(ada),
        [
            "ada@example.org",
            "linkedin.com/in/ada-king",
            "ada@home.example.org",
            "+442079460000",
            "ada.example.org",
            "x/adaking",
            "skype/ada.king",
        ]
    );
    assert_eq!(
        dates(ada),
        [
            ("birthday", "--12-10".to_owned()),
            ("anniversary", "2015-09-17".to_owned()),
            ("First engine", "2018-02-03".to_owned()),
        ]
    );
    assert_eq!(ada.positions.len(), 1);
    assert_eq!(
        (ada.positions[0].organisation.as_str(), ada.positions[0].title.as_str()),
        ("Engine Ltd.", "Analyst")
    );
    assert_eq!(
        ada.remarks,
        "Likes, above all; Bernoulli numbers.\nMet at the soirée.\nMother: Andrea"
    );
}

#[test]
fn the_card_itself_its_photo_and_its_neighbours_are_kept_apart() {
    let (people, snags) = reading(APPLE);
    let ada = &people[0];
    assert_eq!(ada.tags, ["Mathematics"]);
    assert_eq!(ada.location, "London, United Kingdom");
    assert_eq!(ada.native_id, "7A9C-ADA");
    assert!(ada.photo.as_ref().unwrap().starts_with(&[0xFF, 0xD8, 0xFF]));
    assert!(ada.raw.starts_with("BEGIN:VCARD\n") && ada.raw.ends_with("END:VCARD\n"));
    assert_eq!(people[1].name.shown, "Engine Ltd.");
    assert!(people[1].name.given.is_empty() && people[1].positions.is_empty());
    assert_eq!(people.len(), 2);
    assert_eq!(snags.len(), 1);
    assert_eq!(snags[0].line, Some(44));
}

#[test]
fn a_card_from_an_old_telephone_is_read_whole() {
    let (people, snags) = reading(ANDROID);
    assert_eq!(snags, []);
    let zoe = &people[0];
    assert_eq!(zoe.name.shown, "Zoë Quill");
    assert_eq!((zoe.name.given.as_str(), zoe.name.family.as_str()), ("Zoë", "Quill"));
    assert_eq!(values(zoe), ["+491705550101", "zoe@example.net"]);
    assert_eq!(zoe.remarks, "Café in\nthe harbour");
    assert_eq!(zoe.location, "Hamburg");
    assert_eq!(dates(zoe), [("anniversary", "2010-05-09".to_owned())]);
    assert!(zoe.photo.is_some());
}

#[test]
fn a_card_of_version_four_is_read_whole() {
    let (people, snags) = reading(FOUR);
    assert_eq!(snags, []);
    let chidi = &people[0];
    assert_eq!(chidi.pronouns, "he/him");
    assert_eq!(
        values(chidi),
        [
            "chidi@example.com",
            "later@example.com",
            "+14186569254",
            "mastodon/chidi@social.example",
            "github/chidi",
        ]
    );
    let titles: Vec<&str> = chidi.positions.iter().map(|post| post.title.as_str()).collect();
    assert_eq!(titles, ["Professor", "Chair"]);
    assert!(chidi.positions.iter().all(|post| post.organisation == "Ethics Institute"));
    assert_eq!(
        dates(chidi),
        [("birthday", "--04-12".to_owned()), ("anniversary", "2009-08-08".to_owned())]
    );
    assert_eq!(chidi.remarks, "Spouse: Eleanor");
    assert_eq!(chidi.native_id, "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1");
    assert!(chidi.photo.is_some());
}

#[test]
fn what_is_readable_around_a_damaged_place_is_kept() {
    let (people, snags) = reading(BROKEN);
    let names: Vec<&str> = people.iter().map(|person| person.name.shown.as_str()).collect();
    assert_eq!(names, ["Ada King", "Bea Blum", "Chinua Chidi"]);
    assert_eq!(people[0].remarks, "A note\nthat goes on without being folded");
    assert_eq!(values(&people[1]), ["bea@example.com"]);
    assert_eq!(people[1].location, "");
    assert_eq!(values(&people[2]), ["chidi@example.com"]);
    let lines: Vec<Option<u64>> = snags.iter().map(|snag| snag.line).collect();
    assert_eq!(lines, [Some(1), Some(4), Some(17), Some(18), Some(22)]);
    assert!(snags.iter().all(|snag| !snag.why.contains("stray")));
}

#[test]
fn a_file_in_wide_letters_or_latin_ones_is_read() {
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Ünal\r\nEND:VCARD\r\n";
    let little: Vec<u8> = card.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> =
        [vec![0xFE, 0xFF], card.encode_utf16().flat_map(u16::to_be_bytes).collect()].concat();
    let latin: Vec<u8> = card.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let bom: Vec<u8> = [&[0xEF, 0xBB, 0xBF], card.as_bytes()].concat();
    for bytes in [little, marked, latin, bom] {
        let (people, snags) = reading(&bytes);
        assert_eq!(snags, []);
        assert_eq!(people[0].name.shown, "Zoë Ünal");
    }
}

#[test]
fn a_label_in_quotation_marks_may_hold_a_colon() {
    let ada = one("TEL;TYPE=\"a:b;c\";TYPE=cell:+44 20 7946 0000");
    assert_eq!(values(&ada), ["+442079460000"]);
    assert_eq!(ada.name.shown, "+442079460000");
}

#[test]
fn a_soft_break_at_the_end_of_a_card_does_not_swallow_the_next() {
    let text = "BEGIN:VCARD\nFN:Ada\nNOTE;ENCODING=QUOTED-PRINTABLE:x=\nEND:VCARD\nBEGIN:VCARD\nFN:Bea\nEND:VCARD\n";
    let (people, snags) = reading(text.as_bytes());
    assert_eq!((people.len(), snags.len()), (2, 0));
}

#[test]
fn reading_stops_when_it_is_told_to() {
    let mut seen = 0;
    read("cards.vcf", &mut Cursor::new(APPLE), &mut |_| {
        seen += 1;
        ControlFlow::Break(())
    });
    assert_eq!(seen, 1);
}

/// The contact that a card would become.
fn contact(person: &ArrivingPerson) -> Contact {
    let mut contact = Contact::named(ContactId(Uid::derived(&[b"c"])), person.name.clone());
    contact.identities = person.identities.clone();
    contact.positions = person.positions.clone();
    contact.dates = person.dates.clone();
    contact.tags = person.tags.clone();
    contact.pronouns = person.pronouns.clone();
    contact.location = person.location.clone();
    contact.headline = person.headline.clone();
    contact
}

fn assert_same(before: &ArrivingPerson, after: &ArrivingPerson) {
    assert_eq!(before.name, after.name);
    assert_eq!(
        before.identities.iter().collect::<std::collections::BTreeSet<_>>(),
        after.identities.iter().collect()
    );
    assert_eq!(before.positions, after.positions);
    assert_eq!(before.dates, after.dates);
    assert_eq!(before.tags, after.tags);
    assert_eq!(before.pronouns, after.pronouns);
    assert_eq!(before.headline, after.headline);
    assert_eq!(before.location, after.location);
}

#[test]
fn what_a_card_said_is_said_again() {
    for file in [APPLE, ANDROID, FOUR] {
        let before = &reading(file).0[0];
        let card = to_vcard(&contact(before), &[], Some(&before.raw));
        let (after, snags) = reading(card.as_bytes());
        assert_eq!(snags, []);
        assert_same(before, &after[0]);
        assert_eq!(before.remarks, after[0].remarks);
        assert_eq!(before.photo, after[0].photo);
    }
}

#[test]
fn what_is_not_understood_is_kept() {
    let before = &reading(APPLE).0[0];
    let card = to_vcard(&contact(before), &[], Some(&before.raw));
    for kept in [
        "X-PHONETIC-LAST-NAME:King",
        "item2.X-ABADR:gb",
        "ORG:Engine Ltd.;Mathematics;",
        "item5.X-ABLabel:Study",
        "TEL;TYPE=WORK;TYPE=FAX:+44 20 7946 0999",
    ] {
        assert!(card.contains(kept), "{kept}\n{card}");
    }
}

#[test]
fn what_the_owner_took_away_does_not_come_back() {
    let before = &reading(APPLE).0[0];
    let mut ada = contact(before);
    ada.identities.retain(|identity| identity.kind() != model::IdentityKind::Phone);
    ada.dates.retain(|dated| dated.label == "birthday");
    let card = to_vcard(&ada, &[], Some(&before.raw));
    assert!(!card.contains("7946 0000") && !card.contains("Study") && !card.contains("ABDATE"));
    assert!(card.contains("BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10"));
}

#[test]
fn notes_are_written_once_however_often_they_travel() {
    let ada = Contact::named(ContactId(Uid::derived(&[b"a"])), Name::from_shown("Ada King"));
    let note = Note {
        id: NoteId(Uid::derived(&[b"n"])),
        contact: ada.id,
        kind: NoteKind::Interest,
        text: "engines, old ones".into(),
        source: String::new(),
        link: String::new(),
        seen_at: model::Moment::from_millis(0, None),
    };
    let notes = [note];
    let first = to_vcard(&ada, &notes, None);
    let again = to_vcard(&ada, &notes, Some(&first));
    assert_eq!(first, again);
    assert!(first.contains("NOTE:Interest: engines\\, old ones\r\n"));
}

#[test]
fn no_line_is_longer_than_telephones_can_read() {
    let mut ada =
        Contact::named(ContactId(Uid::derived(&[b"a"])), Name::from_shown(&"é—".repeat(90)));
    ada.headline = "x".repeat(300);
    let card = to_vcard(&ada, &[], None);
    assert!(card.split("\r\n").all(|line| line.len() <= 75));
    assert_eq!(reading(card.as_bytes()).0[0].name.shown, ada.name.shown);
}

fn words() -> impl Strategy<Value = String> {
    "[a-zA-Zé,;:\\\\\"'ß中 .]{1,40}"
        .prop_map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn somebody() -> impl Strategy<Value = Contact> {
    let day = (proptest::option::of(1900..2020i32), 1..13u32, 1..29u32);
    (words(), words(), words(), words(), proptest::collection::vec(day, 0..3)).prop_map(
        |(given, family, firm, tag, days)| {
            let name = Name::from_parts(&format!("A{given}"), &format!("B{family}"));
            let mut contact = Contact::named(ContactId(Uid::derived(&[b"p"])), name);
            contact.positions.push(Position {
                organisation: format!("F{firm}"),
                title: format!("T{tag}"),
                ..Position::default()
            });
            contact.tags.push(format!("t{tag}"));
            contact.headline = format!("h{firm}");
            contact.location = format!("l{tag}");
            let labels = ["birthday", "anniversary", "Moved, again"];
            for ((year, month, day), label) in days.into_iter().zip(labels) {
                let day = Day::new(year, month, day).unwrap();
                contact.dates.push(model::DatedDay { label: label.to_owned(), day });
            }
            let identities = [
                Identity::email("ada@example.org"),
                Identity::phone("+44 20 7946 0000"),
                Identity::linkedin("in/ada"),
                Identity::handle("github", "ada"),
                Identity::handle("mastodon", "ada@social.example"),
                Identity::website("https://ada.example.org/a:b"),
            ];
            contact.identities.extend(identities.into_iter().flatten());
            contact
        },
    )
}

/// Bits of cards.
const SOUP: [&[u8]; 17] = [
    b"BEGIN:VCARD\n",
    b"END:VCARD\n",
    b"FN:x\n",
    b"N:;",
    b" ",
    b"\n",
    b"AGENT:\n",
    b"NOTE;ENCODING=QUOTED-PRINTABLE:=C3=\n",
    b"=",
    b"\xFF\xFE",
    b"item1.",
    b"X-ABDATE:16\n",
    b"\\",
    b"TEL;TYPE=\":",
    b"PHOTO;ENCODING=b:AA\n",
    b"BDAY:--\n",
    b"X-SOCIALPROFILE:\n",
];

proptest! {
    #[test]
    fn whoever_is_written_is_read_again(contact in somebody()) {
        let card = to_vcard(&contact, &[], None);
        let (people, snags) = reading(card.as_bytes());
        prop_assert_eq!(snags, []);
        let back = &people[0];
        prop_assert_eq!(&back.name.shown, &contact.name.shown);
        prop_assert_eq!(&back.positions, &contact.positions);
        prop_assert_eq!(&back.dates, &contact.dates);
        prop_assert_eq!(&back.tags, &contact.tags);
        prop_assert_eq!(&back.headline, &contact.headline);
        prop_assert_eq!(&back.location, &contact.location);
        let (mut told, mut meant) = (back.identities.clone(), contact.identities.clone());
        told.sort();
        meant.sort();
        prop_assert_eq!(told, meant);
        prop_assert_eq!(to_vcard(&contact, &[], Some(&card)).len(), card.len());
    }

    /// Another reader than ours finds name and address in what is written.
    #[test]
    fn others_read_what_is_written(contact in somebody()) {
        let card = to_vcard(&contact, &[], None);
        let parsed = calcard::Parser::new(&card).entry();
        let calcard::Entry::VCard(parsed) = parsed else { panic!("no card") };
        let text = |name| parsed.property(&name).and_then(|p| p.values.first()).and_then(|v| v.as_text().map(str::to_owned));
        prop_assert_eq!(text(calcard::vcard::VCardProperty::Fn), Some(contact.name.shown.clone()));
        prop_assert_eq!(text(calcard::vcard::VCardProperty::Email), Some("ada@example.org".to_owned()));
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        reading(&bytes);
    }

    #[test]
    fn any_soup_of_card_lines_is_read_without_panic(
        bits in proptest::collection::vec(
            proptest::sample::select(SOUP.to_vec()),
            0..40,
        )
    ) {
        let (people, _) = reading(&bits.concat());
        for person in people {
            to_vcard(&contact(&person), &[], Some(&person.raw));
        }
    }
}
