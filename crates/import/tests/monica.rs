//! Monica's exports of both generations, whole.

#[cfg(test)]
mod support;

use import::{ArrivingNote, OwnerSign, Source};
use model::{Channel, Day, Identity, InteractionKind, NoteKind, Role};
use support::{Brought, MONICA, read};

fn four() -> Brought {
    let bytes = MONICA.first().map(|(_, bytes)| *bytes);
    let brought = read("monica.json", bytes.unwrap_or_default());
    assert!(brought.snags.is_empty(), "{:?}", brought.snag_lines());
    brought
}

fn told(notes: &[ArrivingNote], about: &str) -> Vec<(NoteKind, String)> {
    let about = notes.iter().filter(|note| note.about.name == about);
    about.map(|note| (note.kind, note.text.clone())).collect()
}

#[test]
fn a_contact_is_read_with_addresses_days_and_reminders() {
    let brought = four();
    let ada = brought.person("Ada Augusta King");
    let values: Vec<&str> = ada.identities.iter().map(Identity::value).collect();
    assert_eq!(values, ["ada@example.org", "+46812345678", "ada-king", "mastodon/adak"]);
    assert_eq!((ada.name.given.as_str(), ada.name.nickname.as_str()), ("Ada", "Addie"));
    assert_eq!(ada.positions[0].organisation, "Example Lenses");
    assert_eq!((ada.headline.as_str(), ada.location.as_str()), ("Grinds lenses", "Uppsala, SE"));
    assert_eq!(ada.tags, ["choir", "neighbours"]);
    let dates: Vec<_> = ada.dates.iter().map(|date| (date.label.as_str(), date.day)).collect();
    let expected = [
        ("birthday", Day::new(None, 5, 9).unwrap()),
        ("Wedding day", Day::new(Some(2016), 8, 20).unwrap()),
    ];
    assert_eq!(dates, expected, "the reminder of the birthday is no second day");
    assert_eq!(ada.remarks, "Reminder, every 2 weeks from 2021-01-04: Ask about the boat");
    assert_eq!((ada.source, ada.native_id.as_str()), (Source::Monica, "c-ada"));
    assert_eq!(brought.person("Bea Chidi").remarks, "Born about 1950\nHas died");
}

#[test]
fn the_owner_and_mere_relatives_are_no_contacts() {
    let brought = four();
    let names: Vec<&str> = brought.people.iter().map(|it| it.name.shown.as_str()).collect();
    assert_eq!(names, ["Ada Augusta King", "Bea Chidi", "Sam Ito", "Sam Ito"]);
    let [hint] = brought.hints.as_slice() else { panic!("{:?}", brought.hints) };
    assert_eq!((hint.sign, hint.name.as_str()), (OwnerSign::Profile, "Olga Brandt"));
    assert_eq!(hint.identity, Identity::email("olga@example.org"));
}

#[test]
fn namesakes_without_an_address_stay_two() {
    let brought = four();
    assert_eq!(brought.people[2].identities, [Identity::handle("monica", "c-t1").unwrap()]);
    let note = brought.notes.iter().find(|note| note.text.contains("regatta")).unwrap();
    assert_eq!(note.about.identities, brought.people[3].identities);
    assert_eq!(note.kind, NoteKind::Met);
}

#[test]
fn notes_gifts_debts_and_relatives_become_notes() {
    let notes = told(&four().notes, "Ada Augusta King");
    let expected = [
        (NoteKind::Met, "Met on 2015-03-02 through Bea Chidi"),
        (NoteKind::Interest, "Food: No nuts"),
        (NoteKind::Interest, "Likes early trains"),
        (NoteKind::WouldLike, "Idea for a gift: A map of Uppsala, for the wall"),
        (NoteKind::Interest, "Gift that I got: Honey"),
        (NoteKind::Interest, "I owe: 20.00 EUR"),
        (NoteKind::Family, "Pet: Rex"),
        (NoteKind::Family, "2018-09-01: Moved to Uppsala"),
        (NoteKind::Family, "Child: Ivo King"),
        (NoteKind::Work, "Colleague: Bea Chidi"),
    ];
    assert_eq!(notes, expected.map(|(kind, text)| (kind, text.to_owned())));
}

#[test]
fn calls_conversations_and_activities_are_interactions() {
    let brought = four();
    let [call] = brought.of(InteractionKind::Call)[..] else { panic!() };
    assert_eq!((call.channel, call.from_owner), (Channel::Phone, Some(false)));
    assert_eq!(call.from.name, "Ada Augusta King");
    assert_eq!(call.others[0].1.name, "Olga Brandt");
    assert_eq!(call.text, "Talked about the boat");
    let [ladder, answer] = brought.messages()[..] else { panic!() };
    assert_eq!((ladder.channel, ladder.from_owner), (Channel::Sms, Some(true)));
    assert_eq!((answer.from_owner, answer.conversation.as_str()), (Some(false), "conv-1"));
    assert_eq!(answer.native_id, "m-2");
    let [regatta] = brought.of(InteractionKind::Meeting)[..] else { panic!() };
    assert_eq!((regatta.subject.as_str(), regatta.text.as_str()), ("Regatta", "We came third"));
    let others: Vec<_> =
        regatta.others.iter().map(|(role, it)| (*role, it.name.as_str())).collect();
    assert_eq!(others, [(Role::With, "Ada Augusta King"), (Role::With, "Bea Chidi")]);
    assert_eq!(regatta.moment.at.to_rfc3339(), "2021-05-06T00:00:00+00:00");
}

#[test]
fn the_first_generation_is_read_too() {
    let brought = read("monica.json", MONICA[1].1);
    assert_eq!(brought.people.len(), 2);
    assert_eq!(brought.person("Dora").name.nickname, "Dodo");
    assert_eq!(told(&brought.notes, "Chidi Eze")[0].1, "Owes me: 5 GBP (settled)");
    let [call] = brought.of(InteractionKind::Call)[..] else { panic!() };
    assert_eq!(call.from_owner, Some(true));
    assert_eq!(call.moment.at.to_rfc3339(), "2020-07-08T12:30:00+00:00");
    assert_eq!(brought.of(InteractionKind::Meeting)[0].subject, "Tea");
    assert_eq!(brought.hints[0].name, "Olga Brandt");
    assert_eq!(brought.snags.len(), 1, "{:?}", brought.snag_lines());
    assert!(brought.snags[0].why.contains("date of a call"));
}

#[test]
fn an_export_that_is_cut_off_gives_the_contacts_before() {
    let text = str::from_utf8(MONICA[0].1).unwrap();
    let (cut, _) = text.split_once("\"Bea\"").unwrap();
    let brought = read("monica.json", cut.as_bytes());
    assert_eq!(brought.people.len(), 1);
    assert_eq!(brought.person("Ada Augusta King").tags.len(), 2);
    assert_eq!(
        brought.snag_lines(),
        [
            "monica.json:353: The contact is damaged or larger than 4 MiB; it was left out.",
            "monica.json: The file breaks off or is damaged; what stands before that place was brought in.",
        ]
    );
}

#[test]
fn an_export_without_line_breaks_is_the_same() {
    let value: serde_json::Value = serde_json::from_slice(MONICA[0].1).unwrap();
    let (one_line, pretty) = (read("monica.json", value.to_string().as_bytes()), four());
    assert!(one_line.snags.is_empty(), "{:?}", one_line.snag_lines());
    assert_eq!(one_line.people.len(), pretty.people.len());
    assert_eq!(one_line.notes.len(), pretty.notes.len());
    assert_eq!(one_line.interactions.len(), pretty.interactions.len());
}
