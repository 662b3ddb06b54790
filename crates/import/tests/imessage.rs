//! Databases of a Mac's messages of several eras, whole, damaged and hostile.

#[cfg(test)]
mod support;

use import::{ArrivingInteraction, OwnerSign, Party};
use model::{Channel, Identity, InteractionKind, Role};
use support::{Brought, IMESSAGE, MANY_MESSAGES, database, read, read_zip};

/// The bytes of a fixture.
fn image(name: &str) -> Vec<u8> {
    let named = IMESSAGE.iter().filter(|(file, _)| *file == name);
    database(&named.map(|(_, statements)| *statements).collect::<Vec<_>>().concat())
}

fn recent() -> Brought {
    let brought = read("chat.db", &image("2024.sql"));
    assert!(brought.snags.is_empty(), "{:?}", brought.snag_lines());
    brought
}

fn who(party: &Party) -> String {
    let mut values = party.identities.iter().map(Identity::value);
    values.next().unwrap_or(&party.name).to_owned()
}

fn others(passed: &ArrivingInteraction) -> Vec<(Role, String)> {
    passed.others.iter().map(|(role, party)| (*role, who(party))).collect()
}

#[test]
fn words_are_read_from_the_text_and_from_the_attributed_body() {
    let brought = recent();
    let texts: Vec<&str> = brought.interactions.iter().map(|it| it.text.as_str()).collect();
    let long = "A long message. ".repeat(20);
    assert_eq!(
        texts,
        [
            "Tea at four? 🫖",
            long.trim(),
            "See you at five",
            "[photo]",
            "[voice message]",
            "Boats at nine",
            "I bring the oars",
            "Your code is 12345",
            "An SMS",
            "Here",
            "[file: plan.pdf]",
        ],
        "reactions, service lines, unsent and deleted messages are none"
    );
}

#[test]
fn a_chat_of_two_has_addresses_and_directions() {
    let brought = recent();
    let tea = brought.saying("Tea");
    assert_eq!((tea.kind, tea.channel), (InteractionKind::Message, Channel::Chat));
    assert_eq!(who(&tea.from), "ada@example.org");
    assert_eq!(others(tea), [(Role::To, "olga@example.org".to_owned())]);
    assert_eq!((tea.from_owner, tea.native_id.as_str()), (Some(false), "M-1"));
    assert_eq!(tea.conversation, "ada@example.org");
    assert_eq!(tea.moment.at.to_rfc3339(), "2024-11-11T06:40:00+00:00");
    let answer = brought.saying("A long");
    assert_eq!(
        (answer.from_owner, answer.answers.as_slice()),
        (Some(true), &["M-1".to_owned()][..])
    );
    assert_eq!(who(&answer.from), "olga@example.org");
    assert_eq!(others(answer), [(Role::To, "ada@example.org".to_owned())]);
    let raw = String::from_utf8(tea.raw.clone()).unwrap();
    assert!(raw.starts_with('{') && raw.contains("\"guid\":\"M-1\""), "{raw}");
}

#[test]
fn a_group_has_a_title_and_members() {
    let brought = recent();
    let boats = brought.saying("Boats");
    assert_eq!(boats.kind, InteractionKind::GroupPost);
    assert_eq!(boats.conversation_title, "Rowing");
    assert_eq!(boats.conversation, "chat1234567890");
    assert_eq!(who(&boats.from), "+442079460018");
    let with = |address: &str| (Role::With, address.to_owned());
    assert_eq!(others(boats), [with("ada@example.org"), with("olga@example.org")]);
    let oars = brought.saying("oars");
    assert_eq!(oars.from_owner, Some(true));
    assert_eq!(others(oars), [with("ada@example.org"), with("+442079460018")]);
}

#[test]
fn an_sms_is_told_apart_and_a_machines_number_too() {
    let brought = recent();
    let code = brought.saying("code");
    assert_eq!((code.channel, code.automated), (Channel::Sms, true));
    let sms = brought.saying("An SMS");
    assert_eq!((sms.channel, sms.automated), (Channel::Sms, false));
    assert_eq!(who(&sms.from), "+46812345678", "what a filter wrote behind it is no part of it");
    assert_eq!(sms.conversation, "+46812345678");
}

#[test]
fn the_owners_addresses_are_those_that_messages_came_to() {
    let brought = recent();
    let told: Vec<_> =
        brought.hints.iter().map(|hint| (hint.sign, hint.identity.clone(), hint.seen)).collect();
    let email = Identity::email("olga@example.org");
    let phone = Identity::phone("+46701234567");
    assert_eq!(told, [(OwnerSign::DeliveredTo, email, 9), (OwnerSign::DeliveredTo, phone, 2)]);
}

#[test]
fn an_old_database_counts_in_seconds_and_lacks_columns() {
    let brought = read("chat.db", &image("2012.sql"));
    let ladder = brought.saying("ladder free");
    assert_eq!(ladder.moment.at.to_rfc3339(), "2012-11-19T06:40:00+00:00");
    assert_eq!(who(&ladder.from), "+46812345678");
    assert_eq!(brought.saying("come by").from_owner, Some(true));
    let letter = brought.saying("letter");
    assert_eq!(letter.subject, "Ladder");
    assert_eq!(letter.conversation, "bea@example.org", "a lost chat is made of its other side");
    assert_eq!(
        brought.snag_lines(),
        ["chat.db: Messages whose date makes no sense were left out."]
    );
}

#[test]
fn a_database_with_a_log_beside_it_and_one_in_an_archive_are_read() {
    let mut bytes = image("2024.sql");
    bytes[18] = 2;
    bytes[19] = 2;
    assert_eq!(read("chat.db", &bytes).interactions.len(), 11);
    let brought = read_zip(&[("Messages/chat.db", &bytes)]);
    assert_eq!(brought.interactions.len(), 11);
    assert!(brought.snags.is_empty(), "{:?}", brought.snag_lines());
}

#[test]
fn a_hostile_schema_does_no_harm() {
    let brought = read("chat.db", &image("hostile.sql"));
    let [message] = brought.interactions.as_slice() else { panic!("{brought:?}") };
    assert_eq!((message.subject.as_str(), message.text.as_str()), ("Still here", ""));
    assert_eq!(who(&message.from), "ada@example.org");
}

#[test]
fn another_programs_database_is_told() {
    let brought = read("notes.db", &image("other.sql"));
    assert!(brought.interactions.is_empty());
    let why = "notes.db: This is a database of another program; it was left out.";
    assert_eq!(brought.snag_lines(), [why]);
}

/// Where these words stand in a database.
fn place(bytes: &[u8], words: &str) -> Option<usize> {
    bytes.windows(words.len()).position(|window| window == words.as_bytes())
}

#[test]
fn around_damaged_pages_the_rest_is_read() {
    let statements: Vec<&[u8]> = MANY_MESSAGES.iter().map(|(_, bytes)| *bytes).collect();
    let whole = database(&statements.concat());
    assert_eq!(read("chat.db", &whole).interactions.len(), 2011);
    let mut bytes = whole.clone();
    for words in ["Message 700 of", "Message 1400 of"] {
        let page = place(&whole, words).unwrap() / 512 * 512;
        bytes[page..page + 512].fill(0xAB);
    }
    let brought = read("chat.db", &bytes);
    let found = brought.interactions.len();
    assert!((1950..2011).contains(&found), "{found}");
    assert!(brought.saying("Message 2099").text.ends_with("many"));
    assert_eq!(brought.snags.len(), 1, "{:?}", brought.snag_lines());
    assert!(brought.snags[0].why.starts_with("Parts of the database are damaged"));
}

#[test]
fn of_a_database_that_is_cut_off_the_beginning_is_read() {
    let statements: Vec<&[u8]> = MANY_MESSAGES.iter().map(|(_, bytes)| *bytes).collect();
    let whole = database(&statements.concat());
    let cut = place(&whole, "Message 1500 of").unwrap() / 512 * 512;
    let brought = read("chat.db", &whole[..cut]);
    let found = brought.interactions.len();
    assert!((1000..1450).contains(&found), "{found}");
    assert_eq!(brought.snags.len(), 1, "{:?}", brought.snag_lines());
}

#[test]
fn a_header_alone_is_told() {
    let brought = read("chat.db", &image("2024.sql")[..100]);
    assert!(brought.interactions.is_empty());
    let why = "chat.db: The database is damaged; nothing in it could be read.";
    assert_eq!(brought.snag_lines(), [why]);
}
