//! Outlook's mailboxes, written by these tests and read back.
#![allow(clippy::indexing_slicing, reason = "helpers of tests are outside of tests for the linter")]

#[cfg(test)]
mod support;

use proptest::prelude::*;

use import::{ArrivingInteraction, Format, OwnerSign, Party, Source, recognise};
use model::{Channel, Day, Identity, InteractionKind, Role};
use support::pst::{CATEGORIES, Cipher, Layout, Mailbox, Properties, Value, named, text, time};
use support::{Brought, read};

const INBOX: u32 = 0x80C2;
const SENT: u32 = 0x80A2;
const WASTE: u32 = 0x8062;

fn mail(subject: &str, body: &str) -> Properties {
    vec![
        (0x001A, text("IPM.Note")),
        (0x0037, text(subject)),
        (0x0039, time("2024-05-02 08:00")),
        (0x0042, text("Ada Lindqvist")),
        (0x0065, text("/o=Prism/ou=Exchange/cn=Recipients/cn=ada")),
        (0x5D02, text("ada@example.org")),
        (0x1000, text(body)),
        (0x1035, text(&format!("<{}@example.org>", subject.len()))),
    ]
}

fn recipient(kind: u32, name: &str, address: &str, smtp: &str) -> Properties {
    let mut told =
        vec![(0x0C15, Value::Number(kind)), (0x3001, text(name)), (0x3003, text(address))];
    if !smtp.is_empty() {
        told.push((0x39FE, text(smtp)));
    }
    told
}

fn olga() -> Properties {
    recipient(1, "Olga Holm", "olga@example.org", "")
}

fn shown(party: &Party) -> String {
    let address = party.identities.first().map_or("-", Identity::value);
    format!("{} <{address}>", party.name)
}

fn others(passed: &ArrivingInteraction) -> Vec<String> {
    let one = |(role, party): &(Role, Party)| format!("{} {}", role.word(), shown(party));
    passed.others.iter().map(one).collect()
}

fn answer() -> Properties {
    let body = "Come at six.\r\n\r\nAda\r\n\r\n-----Original Message-----\r\nFrom: Olga Holm\r\nSent: Wednesday, May 1, 2024 10:00 AM\r\nTo: Ada Lindqvist\r\nSubject: The prism\r\n\r\nWhen?";
    let mut answer = mail("\u{1}\u{4}Re: The prism", body);
    answer.push((0x1042, text("<before@example.org>")));
    answer.push((0x1039, text("<first@example.org> <before@example.org>")));
    answer
}

fn sent() -> Properties {
    let html = b"<html><body><p>Sm\xE5 <b>bl\xE5</b></p><p>Tv\xE5</p></body></html>";
    vec![
        (0x001A, text("IPM.Note")),
        (0x0037, text("Blåbär")),
        (0x0039, time("2024-05-03 09:30")),
        (0x0042, text("Olga Holm")),
        (0x5D02, text("olga@example.org")),
        (0x1013, Value::Bytes(html.to_vec())),
        (0x3FDE, Value::Number(1252)),
    ]
}

fn advertisement() -> Properties {
    let headers = "Received: from mx by host; Sat, 4 May 2024 08:00:02 +0000\r\nFrom: \"Lens Shop\" <shop@example.com>\r\nTo: olga@example.org\r\nSubject: Offers\r\nDate: Sat, 4 May 2024 10:00:00 +0200\r\nMessage-ID: <offers@example.com>\r\nList-Unsubscribe: <mailto:off@example.com>\r\nDelivered-To: olga@example.org\r\nContent-Type: multipart/alternative;\r\n\tboundary=\"x\"\r\n\r\n";
    vec![
        (0x001A, text("IPM.Note")),
        (0x0037, text("Offers")),
        (0x0039, time("2024-05-04 08:00")),
        (0x007D, text(headers)),
        (0x1000, text("Lenses, lenses.")),
    ]
}

fn contact() -> Properties {
    vec![
        (0x001A, text("IPM.Contact")),
        (0x3001, text("Hana Ito")),
        (0x3A06, text("Hana")),
        (0x3A11, text("Ito")),
        (0x3A16, text("Moss & Stone")),
        (0x3A17, text("Gardener")),
        (0x3A1C, text("+81 90 1234 5678")),
        (0x3A59, text("Kyoto")),
        (0x3A42, time("1990-02-27 15:00")),
        (0x1000, text("Knows every moss\r\n")),
        (named(0x8083), text("/o=Prism/ou=Exchange/cn=Recipients/cn=hana")),
        (named(0x8084), text("hana@example.org")),
        (CATEGORIES, Value::Texts(vec!["Garden".to_owned(), "Friends".to_owned()])),
    ]
}

fn meeting() -> Properties {
    vec![
        (0x001A, text("IPM.Appointment")),
        (0x0037, text("Moss walk; early")),
        (0x0042, text("Hana Ito")),
        (0x5D02, text("hana@example.org")),
        (0x1000, text("Boots, please.")),
        (named(0x820D), time("2024-05-05 06:00")),
        (named(0x8208), text("Temple gate")),
        (named(0x8223), Value::Flag(true)),
        (named(0x23), Value::Bytes(vec![0x04, 0x00, 0xAB])),
    ]
}

fn called_off() -> Properties {
    vec![
        (0x001A, text("IPM.Appointment")),
        (0x0037, text("Called off")),
        (0x0042, text("Hana Ito")),
        (named(0x820D), time("2024-05-06 06:00")),
        (named(0x8217), Value::Number(7)),
    ]
}

/// A mailbox with everything in it.
fn full(layout: Layout, cipher: Cipher) -> Mailbox {
    let mut mailbox = Mailbox::new(layout, cipher);
    let directory = |name: &str| format!("/o=Prism/ou=Exchange/cn=Recipients/cn={name}");
    let addressed = [
        olga(),
        recipient(2, "Eze, Chidi", &directory("chidi"), "chidi@example.com"),
        recipient(2, "Dora Évora", &directory("dora"), ""),
    ];
    mailbox.message((1, INBOX), answer(), &addressed);
    let addressed = [
        recipient(1, "Ada Lindqvist", "ada@example.org", ""),
        recipient(3, "Bea Frisk", "bea@example.org", ""),
    ];
    mailbox.message((2, SENT), sent(), &addressed);
    mailbox.message((3, INBOX), advertisement(), &[olga()]);
    mailbox.message((4, WASTE), mail("Thrown away", "Gone."), &[olga()]);
    let mut draft = mail("A draft", "Not yet");
    draft.push((0x0E07, Value::Number(8)));
    mailbox.message((5, INBOX), draft, &[olga()]);
    mailbox.message((6, INBOX), contact(), &[]);
    let room = recipient(3, "Temple", "room@example.org", "");
    mailbox.message((7, INBOX), meeting(), &[olga(), room]);
    mailbox.message((8, INBOX), called_off(), &[olga()]);
    mailbox
}

fn brought(layout: Layout, cipher: Cipher) -> Brought {
    read("mail.pst", &full(layout, cipher).file())
}

const LAYOUTS: [(Layout, Cipher); 4] = [
    (Layout::Old, Cipher::Permuted),
    (Layout::New, Cipher::Plain),
    (Layout::New, Cipher::Permuted),
    (Layout::Wide, Cipher::Permuted),
];

#[test]
fn every_generation_is_recognised_and_reads_alike() {
    let first = format!("{:?}", brought(Layout::New, Cipher::Permuted));
    for (layout, cipher) in LAYOUTS {
        assert_eq!(recognise("x", &full(layout, cipher).file()), Some(Format::OutlookPst));
        assert_eq!(format!("{:?}", brought(layout, cipher)), first, "{layout:?}");
    }
}

#[test]
fn a_mail_is_read_with_its_thread_and_without_its_quotation() {
    let brought = brought(Layout::New, Cipher::Permuted);
    let mail = brought.saying("Come at six");
    assert_eq!((mail.source, mail.kind), (Source::Mail, InteractionKind::Message));
    assert_eq!(mail.channel, Channel::Email);
    assert_eq!(mail.subject, "Re: The prism");
    assert_eq!(mail.text, "Come at six.\n\nAda");
    assert!(mail.quoted.contains("When?"));
    assert_eq!(shown(&mail.from), "Ada Lindqvist <ada@example.org>");
    assert_eq!(mail.moment.at.to_rfc3339(), "2024-05-02T08:00:00+00:00");
    assert_eq!(mail.native_id, "15@example.org");
    assert_eq!(mail.answers, ["first@example.org", "before@example.org"]);
    assert!(String::from_utf8_lossy(&mail.raw).starts_with("From: \"Ada Lindqvist\""));
}

#[test]
fn an_address_of_a_directory_gives_way_to_the_one_beside_it() {
    let brought = brought(Layout::New, Cipher::Permuted);
    assert_eq!(
        others(brought.saying("Come at six")),
        [
            "to Olga Holm <olga@example.org>",
            "cc Eze, Chidi <chidi@example.com>",
            "cc Dora Évora <exchange/o=prism/ou=exchange/cn=recipients/cn=dora>",
        ]
    );
}

#[test]
fn a_sent_mail_in_html_is_read_and_tells_the_owner() {
    let brought = brought(Layout::New, Cipher::Permuted);
    let sent = brought.saying("Små blå");
    assert_eq!(sent.text, "Små blå\n\nTvå");
    assert_eq!(sent.subject, "Blåbär");
    assert_eq!(
        others(sent),
        ["to Ada Lindqvist <ada@example.org>", "bcc Bea Frisk <bea@example.org>"]
    );
    let hint = brought.hints.iter().find(|hint| hint.sign == OwnerSign::SentFolder).unwrap();
    assert_eq!(hint.identity, Identity::email("olga@example.org"));
    let hint = brought.hints.iter().find(|hint| hint.sign == OwnerSign::DeliveredTo).unwrap();
    assert_eq!(hint.identity, Identity::email("olga@example.org"));
}

#[test]
fn headers_that_were_kept_are_believed() {
    let brought = brought(Layout::New, Cipher::Permuted);
    let offers = brought.saying("Lenses");
    assert!(offers.automated);
    assert_eq!(offers.native_id, "offers@example.com");
    assert_eq!(offers.moment.offset_minutes, Some(120));
    assert_eq!(shown(&offers.from), "Lens Shop <shop@example.com>");
}

#[test]
fn a_contact_is_read() {
    let brought = brought(Layout::New, Cipher::Permuted);
    let hana = brought.person("Hana Ito");
    assert_eq!(hana.source, Source::Outlook);
    let values: Vec<&str> = hana.identities.iter().map(Identity::value).collect();
    assert_eq!(values, ["hana@example.org", "+819012345678"]);
    assert_eq!(hana.positions[0].title, "Gardener");
    assert_eq!(hana.tags, ["Garden", "Friends"]);
    assert_eq!(hana.location, "Kyoto");
    assert_eq!(hana.remarks, "Knows every moss");
    // Midnight in Japan is three in the afternoon of the day before, in UTC.
    assert_eq!(hana.dates[0].day, Day::new(Some(1990), 2, 28).unwrap());
}

#[test]
fn a_meeting_is_read_and_a_series_is_told() {
    let brought = brought(Layout::New, Cipher::Permuted);
    let meetings = brought.of(InteractionKind::Meeting);
    assert_eq!(meetings.len(), 1);
    assert_eq!(meetings[0].subject, "Moss walk; early");
    assert_eq!(meetings[0].native_id, "0400AB");
    assert_eq!(shown(&meetings[0].from), "Hana Ito <hana@example.org>");
    assert_eq!(others(meetings[0]), ["with Olga Holm <olga@example.org>"]);
    assert_eq!(meetings[0].moment.at.to_rfc3339(), "2024-05-05T06:00:00+00:00");
}

/// Four Mondays in one zone, the second taken out.
#[test]
fn a_series_is_laid_out() {
    let epoch = chrono::NaiveDate::from_ymd_opt(1601, 1, 1).unwrap();
    let day = |day| {
        let day = chrono::NaiveDate::from_ymd_opt(2024, 3, day).unwrap();
        u32::try_from((day - epoch).num_days() * 1440).unwrap()
    };
    let mut told = vec![4, 0x30, 4, 0x30, 0x0B, 0x20, 1, 0, 0, 0];
    let numbers = [0, 1, 0, 2, 0x2022, 4, 1, 1, day(25), 0, day(18), 0, 0x3006, 0x3009, 540, 570];
    told.extend(numbers.iter().flat_map(|number: &u32| number.to_le_bytes()));
    let mut walk = meeting();
    walk.retain(|(id, _)| *id != named(0x820D));
    walk.push((named(0x820D), time("2024-03-18 08:00")));
    walk.push((named(0x8216), Value::Bytes(told)));
    walk.push((
        named(0x8234),
        text("(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"),
    ));
    let mut mailbox = Mailbox::new(Layout::New, Cipher::Permuted);
    mailbox.message((1, INBOX), walk, &[olga()]);
    let brought = read("mail.pst", &mailbox.file());
    let when = |passed: &ArrivingInteraction| passed.moment.at.format("%m-%d %H:%M").to_string();
    let all: Vec<String> = brought.interactions.iter().map(when).collect();
    assert_eq!(all, ["03-18 08:00", "04-01 07:00", "04-08 07:00"]);
    assert!(brought.snags.is_empty(), "{:?}", brought.snags);
}

#[test]
fn what_is_left_out_is_told() {
    assert_eq!(
        brought(Layout::New, Cipher::Permuted).snag_lines(),
        [
            "mail.pst: One meeting comes again and again; only the first time was brought in. A calendar that Outlook exports as .ics tells the others.",
            "mail.pst: One mail lies under Spam or Trash: left out.",
            "mail.pst: One mail lies among the drafts, never sent: left out.",
        ]
    );
}

#[test]
fn letters_of_an_old_mailbox_are_read_by_their_code_page() {
    let mut mailbox = Mailbox::new(Layout::Old, Cipher::Permuted);
    mailbox.message(
        (1, INBOX),
        vec![
            (0x001A, Value::Narrow(b"IPM.Note".to_vec())),
            (0x0037, Value::Narrow(b"\xCF\xF0\xE8\xE2\xE5\xF2".to_vec())),
            (0x0039, time("1999-05-02 08:00")),
            (0x0042, Value::Narrow(b"\xC6\xE5\xED\xFF".to_vec())),
            (0x0065, Value::Narrow(b"zhenya@example.org".to_vec())),
            (0x1000, Value::Narrow(b"\xC7\xE0\xE2\xF2\xF0\xE0".to_vec())),
            (0x3FFD, Value::Number(1251)),
        ],
        &[],
    );
    let brought = read("old.pst", &mailbox.file());
    let mail = &brought.interactions[0];
    assert_eq!((mail.subject.as_str(), mail.text.as_str()), ("Привет", "Завтра"));
    assert_eq!(shown(&mail.from), "Женя <zhenya@example.org>");
}

#[test]
fn a_long_body_and_a_long_list_of_mails_are_read() {
    let mut mailbox = Mailbox::new(Layout::New, Cipher::Permuted);
    for place in 0..150 {
        let mut long = mail("Long", "");
        long.retain(|(id, _)| !matches!(id, 0x1000 | 0x1035));
        long.push((
            0x1000,
            Value::Long(format!("Number {place}. {}", "Words and words. ".repeat(2000))),
        ));
        mailbox.message((place, INBOX), long, &[olga()]);
    }
    let brought = read("mail.pst", &mailbox.file());
    assert_eq!(brought.interactions.len(), 150);
    assert_eq!(brought.interactions[7].text.len(), "Number 7. ".len() + 17 * 2000 - 1);
}

#[test]
fn around_a_damaged_mail_the_others_are_read() {
    let mailbox = full(Layout::New, Cipher::Permuted);
    let (at, size) = mailbox.place_of_data(1);
    let mut bytes = mailbox.file();
    bytes[at..at + size].fill(0x55);
    let brought = read("mail.pst", &bytes);
    assert_eq!(brought.messages().len(), 2);
    assert!(
        brought
            .snag_lines()
            .contains(&"mail.pst: This item is damaged; it was left out.".to_owned())
    );
}

#[test]
fn a_mailbox_that_breaks_off_gives_what_can_be_found() {
    let bytes = full(Layout::New, Cipher::Permuted).file();
    for length in (0..bytes.len()).step_by(509) {
        let brought = read("mail.pst", &bytes[..length]);
        assert!(!brought.snags.is_empty(), "{length}");
    }
}

#[test]
fn a_mailbox_in_an_archive_is_left_out_with_a_word() {
    let bytes = full(Layout::New, Cipher::Permuted).file();
    let brought = support::read_zip(&[("mail.pst", &bytes)]);
    assert_eq!(
        brought.snag_lines(),
        [
            "archive.zip/mail.pst: A mailbox of Outlook cannot be read within an archive; unpack it and import it by itself."
        ]
    );
}

/// A page that names itself as its own child, and a key in another cipher.
#[test]
fn a_knotted_tree_ends() {
    let mailbox = full(Layout::New, Cipher::Permuted);
    let mut bytes = mailbox.file();
    let at = usize::try_from(u64::from_le_bytes(bytes[224..232].try_into().unwrap())).unwrap();
    for entry in 0..20 {
        let place = at + entry * 24 + 16;
        let own = u64::try_from(at).unwrap().to_le_bytes();
        bytes[place..place + 8].copy_from_slice(&own);
    }
    bytes[at + 491] = 5;
    assert!(read("mail.pst", &bytes).interactions.is_empty());
    let mut locked = mailbox.file();
    locked[513] = 0x10;
    assert_eq!(
        read("mail.pst", &locked).snag_lines(),
        ["mail.pst: The mailbox is encrypted with a key of its owner and was left out."]
    );
}

/// What these tests write is a mailbox to Outlook's maker too.
#[test]
fn another_reader_opens_the_same_mailboxes() {
    use outlook_pst::ndb::node_id::NodeId;
    use outlook_pst::{AnsiPstFile, UnicodePstFile, messaging::store};
    let id = NodeId::from(0x20_0024);
    let file = |layout| Box::new(std::io::Cursor::new(full(layout, Cipher::Permuted).file()));
    let new = UnicodePstFile::read_from(file(Layout::New)).unwrap();
    let new = store::UnicodeStore::read(std::rc::Rc::new(new)).unwrap();
    let old = AnsiPstFile::read_from(file(Layout::Old)).unwrap();
    let old = store::AnsiStore::read(std::rc::Rc::new(old)).unwrap();
    let stores: [std::rc::Rc<dyn store::Store>; 2] = [new, old];
    for store in stores {
        let entry = store.properties().make_entry_id(id).unwrap();
        let message = store.open_message(&entry, None).unwrap();
        assert_eq!(message.properties().message_class().unwrap(), "IPM.Note");
        let rows = message.recipient_table().unwrap().rows_matrix().count();
        assert_eq!(rows, 3);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// Bytes are changed where pages and heaps lie, not in the words alone.
    #[test]
    fn a_damaged_mailbox_is_read_without_harm(
        wide: bool,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..60),
    ) {
        let layout = if wide { Layout::Wide } else { Layout::New };
        let mut bytes = full(layout, Cipher::Plain).file();
        let length = bytes.len();
        for (at, byte) in changes {
            bytes[at.index(length)] = byte;
        }
        read("mail.pst", &bytes);
    }

    /// The pages of both trees lie at the end of the file.
    #[test]
    fn damaged_trees_are_walked_without_harm(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..60),
    ) {
        let mut bytes = full(Layout::New, Cipher::Plain).file();
        let length = bytes.len();
        for (at, byte) in changes {
            bytes[length - 1 - at.index(4096)] = byte;
        }
        read("mail.pst", &bytes);
    }
}
