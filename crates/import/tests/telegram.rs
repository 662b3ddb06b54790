//! Telegram Desktop's exports, whole files.

#[cfg(test)]
mod support;

use import::{ArrivingInteraction, OwnerSign, Source};
use model::{Channel, Identity, IdentityKind, InteractionKind, Role};
use support::{Brought, TELEGRAM, bytes_of, read, read_zip};

fn file(name: &str) -> &'static [u8] {
    bytes_of(TELEGRAM, name)
}

fn texts(brought: &Brought) -> Vec<&str> {
    brought.interactions.iter().map(|passed| passed.text.as_str()).collect()
}

fn handle(number: u32) -> Identity {
    Identity::kept(IdentityKind::Handle, format!("telegram/id.{number}"))
}

fn to(passed: &ArrivingInteraction) -> Vec<(Role, &str)> {
    passed.others.iter().map(|(role, party)| (*role, party.name.as_str())).collect()
}

#[test]
fn everything_that_passed_is_read_in_order() {
    let brought = read("result.json", file("everything.json"));
    assert_eq!(
        texts(&brought),
        [
            "Which lens do you take?",
            "The old one, see this page (https://example.org/lens)",
            "[photo]",
            "Somebody else wrote this",
            "",
            "[sticker]",
            "From an account that is gone",
            "To it",
            "Sunday at nine?",
            "Yes",
            "Me too",
            "[poll: Which quay?]",
            "Rules",
            "A new lens is out",
            "Rain",
            "Bye",
        ]
    );
    let sources = brought.interactions.iter().map(|passed| passed.source);
    assert!(sources.into_iter().all(|source| source == Source::Telegram));
    assert_eq!(brought.snag_lines().len(), 1);
    assert!(brought.snag_lines()[0].ends_with("The contact names nobody and was left out."));
}

#[test]
fn the_owner_and_the_contacts_are_told() {
    let brought = read("result.json", file("everything.json"));
    let hints: Vec<_> = brought.hints.iter().map(|hint| hint.identity.clone().unwrap()).collect();
    let phone = Identity::phone("+46 70 000 00 18").unwrap();
    assert_eq!(hints, [handle(100), Identity::handle("telegram", "olgaberg").unwrap(), phone]);
    let profile = |hint: &import::OwnerHint| hint.sign == OwnerSign::Profile;
    assert!(brought.hints.iter().all(|hint| profile(hint) && hint.name == "Olga Berg"));
    let ada = brought.person("Ada Lindqvist");
    assert_eq!(ada.identities, [Identity::phone("+46700000019").unwrap(), handle(200)]);
    assert_eq!(brought.person("Chidi Eze").identities.len(), 1);
    assert_eq!(brought.people.len(), 2);
}

#[test]
fn a_message_of_two_goes_from_one_to_the_other() {
    let brought = read("result.json", file("everything.json"));
    let asked = brought.saying("Which lens");
    assert_eq!((asked.from_owner, asked.kind), (Some(false), InteractionKind::Message));
    assert_eq!(asked.from.identities, [handle(200)]);
    assert_eq!(to(asked), [(Role::To, "Olga Berg")]);
    assert_eq!(asked.moment.at.to_rfc3339(), "2024-05-01T08:00:00+00:00");
    assert_eq!(asked.moment.offset_minutes, Some(240));
    let answered = brought.saying("The old one");
    assert_eq!(
        (answered.from_owner, to(answered)),
        (Some(true), vec![(Role::To, "Ada Lindqvist")])
    );
    assert_eq!(answered.native_id, "user200/3");
    assert_eq!(answered.answers, ["user200/2"]);
    assert_eq!(answered.conversation, "user200");
    assert!(String::from_utf8_lossy(&answered.raw).contains("\"edited_unixtime\""));
    let forwarded = brought.saying("Somebody else");
    assert_eq!(forwarded.from.name, "Ada Lindqvist");
    let calls = brought.of(InteractionKind::Call);
    assert_eq!((calls.len(), calls[0].channel), (1, Channel::Phone));
    assert_eq!(calls[0].from_owner, Some(true));
}

#[test]
fn an_account_that_is_gone_is_somebody_in_its_chat_alone() {
    let brought = read("result.json", file("everything.json"));
    let from = &brought.saying("account that is gone").from;
    assert_eq!((from.name.as_str(), from.identities.len()), ("", 0));
    assert_eq!(from.only_within.as_deref(), Some("user300/user300"));
    assert_eq!(&brought.saying("To it").others[0].1, from);
    assert_eq!(brought.saying("Me too").from.only_within.as_deref(), Some("channel400/user600"));
}

#[test]
fn groups_channels_and_bots_are_told_apart() {
    let brought = read("result.json", file("everything.json"));
    let post = brought.saying("Sunday at nine?");
    assert_eq!((post.kind, post.from_owner), (InteractionKind::GroupPost, Some(false)));
    assert_eq!((post.conversation_title.as_str(), post.automated), ("Harbour walks", false));
    assert_eq!(brought.saying("Yes").from_owner, Some(true));
    for words in ["Rules", "A new lens is out", "Rain"] {
        assert!(brought.saying(words).automated, "{words}");
    }
}

#[test]
fn one_chat_alone_shows_who_the_owner_is() {
    for brought in [
        read("result.json", file("one_chat.json")),
        read_zip(&[("ChatExport/result.json", file("one_chat.json"))]),
    ] {
        assert!(brought.snags.is_empty(), "{:?}", brought.snags);
        let own: Vec<_> = brought.interactions.iter().map(|it| it.from_owner).collect();
        assert_eq!(own, [Some(false), Some(true)]);
        let hint = &brought.hints[0];
        assert_eq!((hint.sign, hint.name.as_str()), (OwnerSign::Everywhere, "Olga Berg"));
        assert_eq!(hint.identity, Some(handle(100)));
    }
}

#[test]
fn an_old_export_has_numbers_and_the_walls_clock_alone() {
    let brought = read("result.json", file("old.json"));
    assert_eq!(texts(&brought), ["Are the shelves straight?", "Quite, really"]);
    let own: Vec<_> = brought.interactions.iter().map(|it| it.from_owner).collect();
    assert_eq!(own, [Some(false), Some(true)]);
    let moment = brought.interactions[0].moment;
    assert_eq!(moment.at.to_rfc3339(), "2019-03-01T18:00:00+00:00");
    assert_eq!(moment.offset_minutes, None);
    let snags = brought.snag_lines();
    assert_eq!(snags, ["result.json:30: The date makes no sense; the message was left out."]);
}

#[test]
fn a_damaged_message_costs_itself_and_is_told() {
    let text = String::from_utf8(file("everything.json").to_vec()).unwrap();
    let broken = text.replacen("\"Sunday at nine?\"", "\"Sunday at nine?", 1);
    let brought = read("result.json", broken.as_bytes());
    let whole = read("result.json", file("everything.json"));
    assert_eq!(brought.interactions.len(), whole.interactions.len() - 1);
    assert_eq!(brought.snags.len(), whole.snags.len() + 1);
    assert!(brought.snags[1].line.is_some());
}

#[test]
fn an_export_that_breaks_off_gives_what_stands_before() {
    let mut before = 0;
    for end in (2000..file("everything.json").len() - 4).step_by(211) {
        let brought = read("result.json", &file("everything.json")[..end]);
        assert!(brought.snag_lines().iter().any(|line| line.contains("breaks off")), "at {end}");
        assert!(brought.interactions.len() >= before, "at {end}");
        before = brought.interactions.len();
    }
    assert!(before >= 15);
}
