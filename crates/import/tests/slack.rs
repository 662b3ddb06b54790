//! A Slack workspace's export, as an archive and file by file.

#[cfg(test)]
mod support;

use import::{OwnerSign, Source};
use model::{Channel, Identity, IdentityKind, InteractionKind, Role};
use support::{Brought, SLACK, bytes_of, read, read_zip};

fn file(name: &str) -> &'static [u8] {
    bytes_of(SLACK, name)
}

fn texts(brought: &Brought) -> Vec<&str> {
    brought.interactions.iter().map(|passed| passed.text.as_str()).collect()
}

fn handle(id: &str) -> Identity {
    Identity::kept(IdentityKind::Handle, format!("slack/{}", id.to_lowercase()))
}

fn others<'b>(brought: &'b Brought, words: &str) -> Vec<(Role, &'b str)> {
    let others = brought.saying(words).others.iter();
    others.map(|(role, party)| (*role, party.name.as_str())).collect()
}

#[test]
fn an_archive_is_read_with_everybodys_name() {
    let brought = read_zip(SLACK);
    assert_eq!(
        texts(&brought),
        [
            "Are you there?",
            "Yes — come up",
            "",
            "Hello all",
            "Ada Lindqvist: see the plan (https://example.org/lens) & tell #everybody",
            "Will do",
            "[file: Plan.pdf]",
            "Built",
            "Deployed",
            "I am a guest",
            "Three of us",
        ]
    );
    assert!(brought.interactions.iter().all(|passed| passed.source == Source::Slack));
    assert_eq!(
        brought.snag_lines(),
        [
            "archive.zip/lens-makers/2024-01-15.json:83: The date makes no sense; the message was left out."
        ]
    );
}

#[test]
fn people_with_more_than_a_name_are_told() {
    let brought = read_zip(SLACK);
    let names: Vec<&str> = brought.people.iter().map(|person| person.name.shown.as_str()).collect();
    assert_eq!(names, ["Olga Berg", "Ada Lindqvist", "Chidi Eze"]);
    let ada = brought.person("Ada Lindqvist");
    let email = Identity::email("ada@example.org").unwrap();
    let phone = Identity::phone("+46700000019").unwrap();
    assert_eq!(ada.identities, [handle("T1.U2"), email, phone]);
    assert_eq!((ada.positions[0].title.as_str(), ada.pronouns.as_str()), ("Optician", "she/her"));
    assert_eq!((ada.name.nickname.as_str(), ada.native_id.as_str()), ("ada.l", "U2"));
}

#[test]
fn whoever_is_in_every_conversation_of_two_is_the_owner() {
    let brought = read_zip(SLACK);
    let hints: Vec<_> = brought.hints.iter().map(|hint| hint.identity.clone().unwrap()).collect();
    assert_eq!(hints, [handle("T1.U1"), Identity::email("olga@example.org").unwrap()]);
    assert!(brought.hints.iter().all(|hint| hint.sign == OwnerSign::Everywhere && hint.seen == 3));
    assert_eq!(brought.saying("come up").from_owner, Some(true));
    assert_eq!(brought.saying("Are you there?").from_owner, Some(false));
}

#[test]
fn conversations_groups_and_channels_are_told_apart() {
    let brought = read_zip(SLACK);
    let asked = brought.saying("Are you there?");
    assert_eq!((asked.kind, asked.channel), (InteractionKind::Message, Channel::Chat));
    assert_eq!(asked.conversation, "D00000001");
    assert_eq!(others(&brought, "Are you there?"), [(Role::To, "Olga Berg")]);
    let post = brought.saying("Will do");
    assert_eq!(
        (post.kind, post.conversation_title.as_str()),
        (InteractionKind::GroupPost, "lens-makers")
    );
    assert_eq!(others(&brought, "Will do"), [(Role::With, "Olga Berg"), (Role::With, "Hana Ito")]);
    assert_eq!(brought.saying("Hello all").others, []);
    let three = brought.saying("Three of us");
    assert_eq!(three.conversation_title, "Olga Berg, Ada Lindqvist, Chidi Eze");
    assert_eq!(three.conversation, "G1");
    let calls = brought.of(InteractionKind::Call);
    assert_eq!((calls.len(), calls[0].from.name.as_str()), (1, "Ada Lindqvist"));
    assert!(!calls[0].automated);
}

#[test]
fn a_thread_answers_its_first_message() {
    let brought = read_zip(SLACK);
    let first = brought.saying("the plan");
    assert_eq!(first.native_id, "C1/1705312801.000200");
    assert!(first.answers.is_empty());
    assert_eq!(brought.saying("Will do").answers, ["C1/1705312801.000200"]);
    assert_eq!(first.moment.at.to_rfc3339(), "2024-01-15T10:00:01.000200+00:00");
}

#[test]
fn what_programs_write_is_automated() {
    let brought = read_zip(SLACK);
    for words in ["Built", "Deployed"] {
        assert!(brought.saying(words).automated, "{words}");
    }
    assert!(!brought.saying("Hello all").automated);
    let guest = &brought.saying("guest").from;
    assert_eq!(
        (guest.name.as_str(), guest.identities.as_slice()),
        ("Dora Évora", &[handle("T9.U9")][..])
    );
}

#[test]
fn a_day_by_itself_has_ids_for_names() {
    let brought = read("export/lens-makers/2024-01-15.json", file("lens-makers/2024-01-15.json"));
    let post = brought.saying("Will do");
    assert_eq!(
        (post.from.name.as_str(), post.from.identities.as_slice()),
        ("U2", &[handle("T1.U2")][..])
    );
    assert_eq!((post.conversation.as_str(), post.from_owner), ("lens-makers", None));
    let direct = read("D00000001/2024-01-15.json", file("D00000001/2024-01-15.json"));
    assert_eq!(direct.saying("come up").kind, InteractionKind::Message);
}

#[test]
fn an_archive_in_any_order_is_read_the_same() {
    let mut turned = SLACK.to_vec();
    turned.reverse();
    let (one, other) = (read_zip(SLACK), read_zip(&turned));
    assert_eq!(one.interactions.len(), other.interactions.len());
    assert_eq!(other.saying("Will do").from.name, "Ada Lindqvist");
    assert_eq!(other.saying("come up").from_owner, Some(true));
}

#[test]
fn a_damaged_entry_costs_itself() {
    let text = String::from_utf8(file("users.json").to_vec()).unwrap();
    let broken = text.replacen("\"name\": \"ada\"", "\"name\": \"ada", 1);
    let brought = read("users.json", broken.as_bytes());
    assert_eq!(brought.people.len(), 2);
    assert_eq!(
        brought.snag_lines(),
        ["users.json:19: The entry is damaged or larger than 4 MiB; it was left out."]
    );
}
