//! Facebook's and Instagram's archives of several eras, whole.

#[cfg(test)]
mod support;

use import::{ArrivingInteraction, OwnerSign, Source};
use model::{Channel, Day, InteractionKind, Role};
use support::{
    Brought, FACEBOOK_2019, FACEBOOK_2025, FACEBOOK_E2EE, FACEBOOK_HTML, INSTAGRAM, read, read_zip,
};

fn texts(brought: &Brought) -> Vec<&str> {
    brought.interactions.iter().map(|passed| passed.text.as_str()).collect()
}

fn named(passed: &ArrivingInteraction) -> (&str, Vec<(Role, &str)>) {
    let others = passed.others.iter().map(|(role, party)| (*role, party.name.as_str()));
    (passed.from.name.as_str(), others.collect())
}

#[test]
fn an_archive_of_2019_is_read_in_the_order_of_its_numbers() {
    let brought = read_zip(FACEBOOK_2019);
    assert!(brought.snags.is_empty(), "{:?}", brought.snag_lines());
    assert_eq!(
        texts(&brought),
        [
            "“Straight quotes” are not Zoë's",
            "",
            "Gern, um drei im Café — bis dann! 😀",
            "Read this\nhttps://example.org/lenses",
            "The first of all",
            "[photo]",
            "I cannot come",
            "Boats at nine",
        ]
    );
    let call = &brought.interactions[1];
    assert_eq!((call.kind, call.channel), (InteractionKind::Call, Channel::Phone));
    let tea = brought.saying("Café");
    assert_eq!(tea.source, Source::Facebook);
    assert_eq!(named(tea), ("Olga Brandt", vec![(Role::To, "Zoë Albright")]));
    assert_eq!((tea.kind, tea.channel), (InteractionKind::Message, Channel::Chat));
    assert_eq!((tea.from_owner, tea.conversation.as_str()), (Some(true), "ZoeAlbright_a1b2c3"));
    assert_eq!(tea.moment.millis(), 1_560_000_900_000);
    assert!(String::from_utf8_lossy(&tea.raw).starts_with("{\n"));
}

#[test]
fn a_group_names_its_members_and_the_nameless_stay_in_it() {
    let brought = read_zip(FACEBOOK_2019);
    let boats = brought.saying("Boats");
    assert_eq!(boats.kind, InteractionKind::GroupPost);
    assert_eq!(boats.conversation_title, "Rowing Club");
    assert_eq!(boats.from_owner, Some(false));
    let others =
        [(Role::With, "Zoë Albright"), (Role::With, "Facebook User"), (Role::With, "Olga Brandt")];
    assert_eq!(named(boats), ("Chidi Eze", others.to_vec()));
    let gone = brought.saying("cannot come");
    assert_eq!(gone.from.only_within.as_deref(), Some("RowingClub_d4e5f6"));
    assert_eq!(boats.from.only_within, None);
}

#[test]
fn friends_and_the_owner_are_known() {
    let brought = read_zip(FACEBOOK_2019);
    let zoe = brought.person("Zoë Albright");
    assert_eq!(zoe.connected_on, Day::new(Some(2014), 5, 13));
    assert_eq!(brought.people.len(), 2);
    let profile: Vec<_> =
        brought.hints.iter().filter(|hint| hint.sign == OwnerSign::Profile).collect();
    assert_eq!(profile[0].name, "Olga Brandt");
    assert_eq!(profile[1].identity.as_ref().unwrap().value(), "olga@example.org");
    let recent = read_zip(FACEBOOK_2025);
    assert_eq!(recent.people.len(), 1, "an account that is gone is no friend");
    assert_eq!(recent.person("Hana Itō").source, Source::Facebook);
    let everywhere = recent.hints.iter().find(|hint| hint.sign == OwnerSign::Everywhere).unwrap();
    assert_eq!((everywhere.name.as_str(), everywhere.seen), ("Olga Brandt", 4));
}

#[test]
fn an_archive_of_2025_is_read_with_edits_calls_and_shares() {
    let brought = read_zip(FACEBOOK_2025);
    assert!(brought.snags.is_empty(), "{:?}", brought.snag_lines());
    let zoe =
        brought.interactions.iter().filter(|passed| passed.conversation == "zoealbright_1001");
    let told: Vec<_> =
        zoe.map(|passed| (passed.kind, passed.channel, passed.text.as_str())).collect();
    assert_eq!(
        told,
        [
            (InteractionKind::Message, Channel::Chat, "[sticker]"),
            (InteractionKind::Message, Channel::Chat, "[file: plan.pdf]"),
            (InteractionKind::Call, Channel::Video, ""),
            (InteractionKind::Message, Channel::Chat, "https://example.org/timetable"),
            (InteractionKind::Message, Channel::Chat, "See you on Thursday 🚂"),
        ]
    );
    let edited = brought.saying("Thursday");
    assert_eq!(edited.moment.millis(), 1_735_689_630_000, "when it was first said");
    assert_eq!(edited.from_owner, Some(true));
    assert_eq!(brought.saying("my boat").from_owner, Some(false));
    assert_eq!(brought.saying("nobody").from.only_within.as_deref(), Some("facebookuser_1004"));
    assert_eq!(brought.saying("Moved").conversation, "chidieze_1002");
}

#[test]
fn an_end_to_end_encrypted_chat_is_read_and_its_name_tells_the_owner() {
    let (name, bytes) = FACEBOOK_E2EE[0];
    let brought = read(name, bytes);
    assert!(brought.snags.is_empty(), "{:?}", brought.snag_lines());
    assert_eq!(texts(&brought), ["Naïve question: which lens?", "[photo]", "The wide one"]);
    assert_eq!(
        brought.interactions.iter().map(|passed| passed.from_owner).collect::<Vec<_>>(),
        [Some(true), Some(false), Some(false)]
    );
    assert_eq!(brought.interactions[0].conversation, "Zoë Albright_40");
    assert_eq!(brought.hints[0].name, "Olga Brandt");
}

#[test]
fn instagram_is_told_apart_by_its_profile_and_its_paths() {
    for brought in [read_zip(INSTAGRAM), {
        let files = &INSTAGRAM[..2];
        let mut all = Brought::default();
        for (name, bytes) in files {
            all.interactions.extend(read(name, bytes).interactions);
        }
        all
    }] {
        assert_eq!(
            texts(&brought),
            ["[voice message]", "Lovely light 🌅", "Who brings cake?", "Not me"]
        );
        assert!(brought.interactions.iter().all(|passed| passed.source == Source::Instagram));
        assert_eq!(brought.saying("Lovely").from_owner, Some(false));
    }
    let whole = read_zip(INSTAGRAM);
    assert_eq!(whole.saying("cake").from_owner, Some(true), "the profile names the owner");
    let names: Vec<&str> = whole.hints.iter().map(|hint| hint.name.as_str()).collect();
    assert_eq!(names[..2], ["Olga B.", "olga.b"]);
}

#[test]
fn the_html_form_is_told_once() {
    let page = FACEBOOK_HTML[0].1;
    let brought = read_zip(&[
        ("messages/inbox/a/message_1.html", page),
        ("messages/inbox/b/message_1.html", page),
    ]);
    assert_eq!(brought.snags.len(), 1, "{:?}", brought.snag_lines());
    assert!(brought.snags[0].why.contains("choose the format JSON"));
    assert_eq!(read("message_1.html", page).snags.len(), 1);
}

#[test]
fn a_file_that_is_cut_off_or_damaged_gives_what_is_whole() {
    let (name, bytes) = FACEBOOK_2019[3];
    let text = str::from_utf8(bytes).unwrap();
    let (cut, _) = text.split_once("I cannot come").unwrap();
    let brought = read(name, cut.as_bytes());
    assert_eq!(texts(&brought), ["Boats at nine"]);
    assert_eq!(brought.interactions[0].conversation, "RowingClub_d4e5f6", "by its folder");
    assert_eq!(brought.interactions[0].kind, InteractionKind::GroupPost);
    let lines: Vec<Option<u64>> = brought.snags.iter().map(|snag| snag.line).collect();
    assert_eq!(lines, [Some(29), None], "{:?}", brought.snag_lines());
    let broken = text.replacen("\"I cannot", "I cannot", 1);
    let brought = read(name, broken.as_bytes());
    assert_eq!(texts(&brought), ["[photo]", "Boats at nine"]);
    assert_eq!(brought.interactions[0].conversation_title, "Rowing Club");
    assert_eq!(brought.snags.len(), 1, "{:?}", brought.snag_lines());
}

#[test]
fn a_message_without_a_date_is_told_by_its_line() {
    let chat = "{\"participants\": [{\"name\": \"Ada\"}, {\"name\": \"Olga\"}],\n\"messages\": [\n\
        {\"sender_name\": \"Ada\", \"content\": \"When?\"},\n\
        {\"sender_name\": \"Ada\", \"timestamp_ms\": 1700000000000, \"content\": \"Then\"}],\n\
        \"title\": \"Ada\"}";
    let brought = read("message_1.json", chat.as_bytes());
    assert_eq!(texts(&brought), ["Then"]);
    assert_eq!(
        brought.snag_lines(),
        ["message_1.json:3: The date makes no sense; the message was left out."]
    );
}
