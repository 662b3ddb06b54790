//! No bytes make a reader panic or run on: not arbitrary ones, not damaged files.

#[cfg(test)]
mod support;

use proptest::prelude::*;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::sync::LazyLock;
use support::{
    CALENDARS, ERAS, FACEBOOK_2019, FACEBOOK_2025, FACEBOOK_E2EE, FACEBOOK_HTML, Files, GOOGLE,
    IMESSAGE, INSTAGRAM, MONICA, OUTLOOK, RESAVED, SLACK, TELEGRAM, WHATSAPP, database, read,
    streamed_zip, zip,
};

/// First bytes that lead into every reader.
const BEGINNINGS: &[&[u8]] = &[
    b"",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"BEGIN:VCARD\r\n",
    b"From 1@xxx Fri Sep 16 22:26:51 +0000 2016\nSubject: x\n",
    b"From: a@example.org\nSubject: x\n",
    b"FROM,TO,DATE,SUBJECT,CONTENT,DIRECTION,FOLDER\n",
    b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
    b"First Name,Last Name,Labels,Birthday,E-mail 1 - Value,Event 1 - Value\n",
    b"[31/12/2022, 11:40:26] Ada: x\n",
    b"8/8/19, 1:25 PM - Ada: x\n",
    b"{\"name\":\"Ada\",\"type\":\"personal_chat\",\"id\":1,\"messages\":[{",
    b"{\"about\":\"Telegram\",\"chats\":{\"list\":[{",
    b"[{\"ts\":\"1512085950.000216\",\"user\":\"U1\",\"text\":\"<@U1>\"},",
    b"[{\"id\":\"U1\",\"profile\":{}},",
    b"\xFF\xFEF\0r\0o\0m\0",
    b"{\"participants\":[{\"name\":\"Ada\"}],\"messages\":[{\"sender_name\":\"Ada\",\"timestamp_ms\":1700000000000,\"content\":\"",
    b"{\"participants\":[\"Ada\",\"Bea\"],\"threadName\":\"Ada_1\",\"messages\":[",
    b"{\"account\":{\"uuid\":\"a\",\"contacts\":{\"values\":[{\"uuid\":\"c\",\"properties\":{\"first_name\":",
    b"SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20",
    b"{\"friends_v2\":[{\"name\":\"Ada\",\"timestamp\":1},",
    b"First Name,Last Name,E-mail Address,E-mail 2 Address,Birthday,Categories\n",
    b"!BDN\0\0\0\0SM\x17\0\x13\0\x01\x01",
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240501T100000Z\nORGANIZER:mailto:a@example.org\n",
];

/// What happens to a file on its way.
#[derive(Clone, Debug)]
enum Damage {
    Change(prop::sample::Index, u8),
    Insert(prop::sample::Index, Vec<u8>),
    Remove(prop::sample::Index, usize),
    Cut(prop::sample::Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let odd = prop_oneof![
        Just(b"\"".to_vec()),
        Just(b",\n".to_vec()),
        Just(b"\xEF\xBB\xBF".to_vec()),
        Just(b"\0".to_vec()),
        prop::collection::vec(any::<u8>(), 1..8),
    ];
    prop_oneof![
        4 => (any::<prop::sample::Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::Change(at, byte)),
        4 => (any::<prop::sample::Index>(), odd).prop_map(|(at, bytes)| Damage::Insert(at, bytes)),
        2 => (any::<prop::sample::Index>(), 1..40_usize).prop_map(|(at, many)| Damage::Remove(at, many)),
        1 => any::<prop::sample::Index>().prop_map(Damage::Cut),
    ]
}

fn apply(bytes: &mut Vec<u8>, damages: &[Damage]) {
    for damage in damages {
        if bytes.is_empty() {
            return;
        }
        let length = bytes.len();
        match damage {
            Damage::Change(at, byte) => {
                if let Some(place) = bytes.get_mut(at.index(length)) {
                    *place = *byte;
                }
            }
            Damage::Insert(at, odd) => {
                let at = at.index(length);
                bytes.splice(at..at, odd.iter().copied());
            }
            Damage::Remove(at, many) => {
                let at = at.index(length);
                bytes.drain(at..length.min(at + many));
            }
            Damage::Cut(at) => bytes.truncate(at.index(length)),
        }
    }
}

fn every_file() -> Vec<(&'static str, &'static [u8])> {
    let files = ERAS.iter().chain([
        &RESAVED,
        &GOOGLE,
        &WHATSAPP,
        &TELEGRAM,
        &SLACK,
        &FACEBOOK_2019,
        &FACEBOOK_2025,
        &FACEBOOK_E2EE,
        &FACEBOOK_HTML,
        &INSTAGRAM,
        &MONICA,
        &OUTLOOK,
        &CALENDARS,
    ]);
    files.flat_map(|files: &Files| files.iter().copied()).collect()
}

/// What the databases of the fixtures look like on a disk.
static DATABASES: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| IMESSAGE.iter().map(|(_, statements)| database(statements)).collect());

/// Long, deep and never closed: each is read in a moment, or the test does not end.
#[test]
fn bombs_are_harmless() {
    let long = 1_000_000;
    for bomb in
        ["<", "<x", ">", "[", "{", "{\"a\":", "[{", "\"", "\\", "\n{", "a: ", "\u{200E}", "1", "|"]
    {
        let bomb = bomb.repeat(long / bomb.len());
        for (before, after) in [
            ("[31/12/2022, 11:40:26] Ada: ", ">"),
            ("31/12/2022, 11:40", " - Ada: x"),
            (r#"{"name":"Ada","type":"personal_chat","id":1,"messages":["#, "]}"),
            (
                r#"{"name":"Ada","type":"personal_chat","id":1,"messages":[{"id":1,"text":""#,
                r#""}]}"#,
            ),
            (r#"[{"ts":"1512085950.000216","user":"U1","text":"x"},"#, "]"),
            (r#"[{"ts":"1512085950.000216","user":"U1","text":""#, r#">"}]"#),
            (r#"[{"id":"U1","profile":{"#, "}}]"),
            (r#"{"participants":[{"name":"Ada"}],"messages":["#, "]}"),
            (r#"{"participants":[],"messages":[{"sender_name":"Ada","content":""#, r#""}]}"#),
            (r#"{"friends_v2":[{"name":"Ada"},"#, "]}"),
            (r#"{"account":{"uuid":"a","contacts":{"values":["#, "]}}}"),
            (r#"{"app_version":"4","account":{"uuid":"a","data":["#, "]}}"),
        ] {
            read("a", format!("{before}{bomb}{after}").as_bytes());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn arbitrary_bytes_are_read_by_every_reader(
        beginning in prop::sample::select(BEGINNINGS),
        rest in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        read("a", &[beginning, &rest].concat());
    }

    #[test]
    fn arbitrary_text_is_read_by_every_reader(
        beginning in prop::sample::select(BEGINNINGS),
        rest in "[a-zA-Z0-9,;:\"\t\r\n @/%<>&=\u{0}é😀-]{0,400}",
    ) {
        read("a", &[beginning, rest.as_bytes()].concat());
    }

    #[test]
    fn damaged_files_are_read(
        file in prop::sample::select(every_file()),
        damages in prop::collection::vec(damage(), 1..6),
    ) {
        let mut bytes = file.1.to_vec();
        apply(&mut bytes, &damages);
        read(file.0, &bytes);
    }

    #[test]
    fn damaged_databases_are_read(
        image in prop::sample::select(&*DATABASES),
        damages in prop::collection::vec(damage(), 1..20),
    ) {
        let mut bytes = image;
        apply(&mut bytes, &damages);
        read("chat.db", &bytes);
    }

    #[test]
    fn damaged_archives_are_read(
        era in prop::sample::select([ERAS, &[SLACK, TELEGRAM, WHATSAPP]].concat()),
        is_streamed: bool,
        damages in prop::collection::vec(damage(), 1..6),
    ) {
        let mut bytes = if is_streamed { streamed_zip(era) } else { zip(era) };
        apply(&mut bytes, &damages);
        read("archive.zip", &bytes);
    }

    /// One odd byte spoils at most the row it stands in and the one behind.
    #[test]
    fn one_bad_byte_costs_at_most_two_people(at in 700..2000_usize) {
        let row = "Ada,King,https://www.linkedin.com/in/ada,,Acme,Engineer,08 Feb 2026\n";
        let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
        let mut bytes = [header, &row.repeat(40)].concat().into_bytes();
        bytes[at] = b'"';
        prop_assert!(read("a.csv", &bytes).people.len() >= 38);
    }
}

#[test]
fn breaking_off_ends_every_reader_at_once() {
    let databases = DATABASES.iter().map(|bytes| ("chat.db", bytes.as_slice()));
    for (name, bytes) in every_file().into_iter().chain(databases) {
        for stop in 1..6 {
            let mut taken = 0;
            import::read(name, &mut Cursor::new(bytes), None, &mut |_| {
                taken += 1;
                if taken < stop { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            });
            assert!(taken <= stop, "{name}: {taken} after {stop}");
        }
    }
}
