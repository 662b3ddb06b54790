//! WhatsApp's chats of several phones, whole files.

#[cfg(test)]
mod support;

use import::{DayOrder, Piece, Question, Source};
use model::{Channel, Identity, InteractionKind, Role};
use std::io::Cursor;
use std::ops::ControlFlow;
use support::{Brought, WHATSAPP, bytes_of, read, read_zip};

fn file(name: &str) -> &'static [u8] {
    bytes_of(WHATSAPP, name)
}

/// When, from whom, by the owner or not, and what.
fn told(brought: &Brought) -> Vec<(String, &str, Option<bool>, &str)> {
    let all = brought.interactions.iter();
    all.map(|passed| {
        let at = passed.moment.at.format("%Y-%m-%d %H:%M:%S").to_string();
        (at, passed.from.name.as_str(), passed.from_owner, passed.text.as_str())
    })
    .collect()
}

fn row<'t>(
    at: &str,
    from: &'t str,
    own: impl Into<Option<bool>>,
    text: &'t str,
) -> (String, &'t str, Option<bool>, &'t str) {
    (at.to_owned(), from, own.into(), text)
}

#[test]
fn an_iphones_chat_in_its_archive_is_read() {
    let zip =
        support::zip(&[("_chat.txt", file("iphone.txt")), ("00000004-PHOTO.jpg", b"\xFF\xD8")]);
    let brought = read("WhatsApp Chat - Ada Lindqvist.zip", &zip);
    let ada = "Ada Lindqvist";
    assert_eq!(
        told(&brought),
        [
            row("2022-12-28 09:00:02", ada, false, "Are you in Uppsala this week?"),
            row(
                "2022-12-28 09:04:40",
                "Olga Berg",
                true,
                "Until Friday: then the train.\nBring the lenses\n\n- 31/12/2022 dentist\n\
                 [12/05/2024 16:00] is when I am back",
            ),
            row("2022-12-28 09:05:10", ada, false, "[photo]"),
            row("2022-12-28 09:05:30", ada, false, "[file: Lens plan.pdf]"),
            row("2022-12-28 09:06:00", "Olga Berg", true, "The old one is sharper"),
            row("2022-12-28 09:08:00", "Olga Berg", true, "Four it is"),
            row("2022-12-28 18:00:00", ada, false, ""),
            row("2022-12-28 18:05:00", "Olga Berg", true, ""),
            row("2022-12-29 08:00:00", ada, false, "[poll: Where do we meet?]"),
            row("2022-12-29 08:10:00", ada, false, "[location]"),
        ]
    );
    assert!(brought.questions.is_empty());
    assert_eq!(
        brought.snag_lines(),
        [
            "WhatsApp Chat - Ada Lindqvist.zip: 1 file in the archive is of a kind that Requite does not read."
        ]
    );
}

#[test]
fn calls_and_both_sides_of_an_iphones_chat_are_told() {
    let name = "WhatsApp Chat - Ada Lindqvist/_chat.txt";
    let (brought, ada) = (read(name, file("iphone.txt")), "Ada Lindqvist");
    let first = &brought.interactions[0];
    assert_eq!((first.source, first.kind), (Source::Whatsapp, InteractionKind::Message));
    assert_eq!((first.channel, first.conversation.as_str()), (Channel::Chat, ada));
    assert_eq!(first.moment.offset_minutes, None);
    assert_eq!(first.raw, b"[28/12/2022, 09:00:02] Ada Lindqvist: Are you in Uppsala this week?");
    let (role, other) = &brought.interactions[1].others[0];
    assert_eq!((*role, other.name.as_str()), (Role::To, ada));
    let calls = brought.of(InteractionKind::Call);
    let channels: Vec<Channel> = calls.iter().map(|call| call.channel).collect();
    assert_eq!(channels, [Channel::Phone, Channel::Video]);
    assert_eq!(brought.hints[0].name, "Olga Berg");
}

#[test]
fn an_american_androids_chat_is_read() {
    let brought = read("WhatsApp Chat with Chidi Eze.txt", file("android_us.txt"));
    assert_eq!(
        told(&brought),
        [
            row("2019-08-31 13:25:00", "Chidi Eze", false, "The shelves are ready"),
            row("2019-09-01 00:05:00", "Olga Berg", true, "This corner?"),
            row("2019-09-01 00:06:00", "Chidi Eze", false, "[voice message]"),
            row("2019-09-01 00:07:00", "Chidi Eze", false, ""),
        ]
    );
    assert!(brought.snags.is_empty() && brought.questions.is_empty());
}

#[test]
fn a_german_group_is_read() {
    let brought = read("WhatsApp-Chat mit Chor_ Neustadt.txt", file("android_group_de.txt"));
    assert_eq!(
        told(&brought),
        [
            row("2026-03-07 21:22:00", "Bea Kraft", false, "Probe am Dienstag?"),
            row("2026-03-07 21:23:00", "Du", true, "Ich komme"),
            row("2026-03-07 21:24:00", "+49 151 00000018", false, "Ich bringe Noten"),
        ]
    );
    let first = &brought.interactions[0];
    assert_eq!(first.kind, InteractionKind::GroupPost);
    assert_eq!(first.conversation_title, "Chor_ Neustadt");
    assert!(first.others.is_empty());
    let number = Identity::phone("+4915100000018").unwrap();
    assert_eq!(brought.interactions[2].from.identities, [number]);
    assert!(brought.hints.is_empty() && brought.snags.is_empty());
}

#[test]
fn a_spanish_phones_chat_is_read() {
    let brought = read("Chat de WhatsApp con Dora Évora.txt", file("android_es.txt"));
    assert_eq!(
        told(&brought),
        [
            row("2025-03-28 21:30:00", "Dora Évora", false, "[voice message]"),
            row("2025-03-28 21:31:00", "Olga Berg", true, "[poll: ¿Té o café?]"),
            row("2025-03-29 00:01:00", "Dora Évora", false, "Té"),
        ]
    );
}

#[test]
fn a_date_that_makes_no_sense_is_told_and_costs_its_message() {
    let brought = read("WhatsApp Chat with Ivo Novak.txt", file("iso.txt"));
    let texts: Vec<&str> = brought.interactions.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["First", "Second", "Fourth"]);
    assert_eq!(
        brought.snag_lines(),
        ["WhatsApp Chat with Ivo Novak.txt:3: The date makes no sense; the message was left out."]
    );
}

fn read_with(days: Option<DayOrder>, name: &str, bytes: &[u8]) -> Brought {
    let mut brought = Brought::default();
    import::read(name, &mut Cursor::new(bytes), days, &mut |piece| {
        brought.take(piece);
        ControlFlow::Continue(())
    });
    brought
}

#[test]
fn what_may_be_april_or_march_is_asked_once_and_the_answer_counts() {
    let name = "WhatsApp Chat with Hana Ito.txt";
    let day = |days| told(&read_with(days, name, file("ambiguous.txt")))[0].0.clone();
    assert_eq!(day(None), "2025-04-03 10:00:00");
    assert_eq!(day(Some(DayOrder::DayFirst)), "2025-04-03 10:00:00");
    assert_eq!(day(Some(DayOrder::MonthFirst)), "2025-03-04 10:00:00");
    let asked = read(name, file("ambiguous.txt")).questions;
    let question = Question::DayOrder { file: name.to_owned(), example: "3/4/25".to_owned() };
    assert_eq!(asked, [question]);
    assert!(
        read_with(Some(DayOrder::MonthFirst), name, file("ambiguous.txt")).questions.is_empty()
    );
}

#[test]
fn inside_an_archive_the_question_names_the_file_and_the_answer_counts_too() {
    let zip = support::zip(&[("a/_chat.txt", file("ambiguous.txt"))]);
    let asked = read("a.zip", &zip).questions;
    let Question::DayOrder { file, .. } = &asked[0];
    assert_eq!(file, "a.zip/a/_chat.txt");
    let answered = read_with(Some(DayOrder::MonthFirst), "a.zip", &zip);
    assert_eq!(told(&answered)[0].0, "2025-03-04 10:00:00");
}

#[test]
fn an_answer_does_not_outrank_the_file() {
    let brought = read_with(
        Some(DayOrder::DayFirst),
        "WhatsApp Chat with Chidi Eze.txt",
        file("android_us.txt"),
    );
    assert_eq!(told(&brought)[0].0, "2019-08-31 13:25:00");
}

#[test]
fn lines_before_the_first_message_are_told() {
    let text = b"Somebody's remark\n1/2/25, 10:00 - Ada: x\n13/2/25, 10:00 - Ada: y\n";
    let brought = read_zip(&[("WhatsApp Chat with Ada.txt", text)]);
    assert_eq!(brought.interactions.len(), 2);
    assert_eq!(
        brought.snag_lines(),
        [
            "archive.zip/WhatsApp Chat with Ada.txt:1: The line stands before the first message and was left out."
        ]
    );
}

#[test]
fn a_chat_longer_than_what_is_held_is_read_to_its_end() {
    let line = "13/2/25, 10:00 - Ada: some words\nand one more line\n";
    let text = line.repeat(110_000);
    let mut told = 0;
    import::read("WhatsApp Chat with Ada.txt", &mut Cursor::new(text), None, &mut |piece| {
        told += u32::from(matches!(piece, Piece::Arrival(_)));
        ControlFlow::Continue(())
    });
    assert_eq!(told, 110_000);
}
