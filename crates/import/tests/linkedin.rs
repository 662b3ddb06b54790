//! LinkedIn archives of every era, zipped as downloaded, as single files, and re-saved.

#[cfg(test)]
mod support;

use import::{OwnerSign, Party, Source};
use model::{Channel, Day, Identity, InteractionKind, NoteKind, Role};
use support::{
    Brought, ERA_2020, ERA_2021, ERA_2023, ERA_2025, ERA_2026, ERAS, RESAVED, read, read_zip,
};

fn slug(party: &Party) -> &str {
    party.identities.first().map_or("", Identity::value)
}

fn at(brought: &Brought, words: &str) -> String {
    brought.saying(words).moment.at.to_rfc3339()
}

#[test]
fn every_era_brings_all_its_people_and_messages() {
    let counted = ERAS.iter().map(|era| {
        let brought = read_zip(era);
        let invitations = brought.of(InteractionKind::Invitation).len();
        (brought.people.len(), brought.messages().len(), invitations)
    });
    assert_eq!(
        counted.collect::<Vec<_>>(),
        [(4, 4, 2), (2, 6, 2), (3, 6, 2), (3, 5, 1), (2, 5, 1)]
    );
}

#[test]
fn what_could_not_be_read_is_told_once_and_nothing_else() {
    let snags = ERAS.iter().map(|era| read_zip(era).snag_lines());
    assert_eq!(
        snags.collect::<Vec<_>>(),
        [
            vec![
                "archive.zip/Connections.csv: 1 connection hides its profile and was left out.",
                "archive.zip/Contacts.csv: 1 row names nobody and was left out.",
            ],
            vec![
                "archive.zip/Connections.csv: 2 connections hide their profile and were left out."
            ],
            vec!["archive.zip/Connections.csv: 1 connection hides its profile and was left out."],
            vec!["archive.zip/messages.csv:9: The date makes no sense; the message was left out."],
            vec![
                "archive.zip/Connections.csv: 3 connections hide their profile and were left out."
            ],
        ]
    );
}

#[test]
fn files_by_themselves_are_read_as_in_the_archive_whatever_they_are_called() {
    for era in ERAS {
        let (mut people, mut interactions) = (0, 0);
        for (name, bytes) in *era {
            let name = match name.starts_with("Recommendations") {
                true => (*name).to_owned(),
                false => "renamed by somebody.txt".to_owned(),
            };
            let brought = read(&name, bytes);
            people += brought.people.len();
            interactions += brought.interactions.len();
        }
        let zipped = read_zip(era);
        assert_eq!(people, zipped.people.len());
        assert_eq!(interactions, zipped.interactions.len());
    }
}

#[test]
fn a_connection_has_a_profile_an_address_a_post_and_a_day() {
    let brought = read_zip(ERA_2023);
    let ada = brought.person("Ada Lindqvist");
    let values: Vec<&str> = ada.identities.iter().map(Identity::value).collect();
    assert_eq!(values, ["ada-lindqvist", "ada.lindqvist@example.org"]);
    assert_eq!(ada.positions[0].organisation, "Northlight Instruments");
    assert_eq!(ada.positions[0].title, "Director of Optics");
    assert_eq!(ada.connected_on, Day::new(Some(2020), 2, 3));
    assert_eq!(ada.source, Source::Linkedin);
    assert!(ada.raw.contains(r#""Company":"Northlight Instruments""#));
    assert_eq!(brought.person("Bea Chidi, Ph.D.").name.given, "Bea");
}

#[test]
fn an_older_connection_without_a_profile_is_a_name_alone() {
    let brought = read_zip(ERA_2020);
    let zoe = brought.person("Zoë Müller");
    assert!(zoe.identities.is_empty() && zoe.positions.is_empty());
    assert_eq!(zoe.connected_on, Day::new(Some(2020), 1, 1));
}

#[test]
fn the_last_row_needs_no_line_end() {
    let brought = read_zip(ERA_2026);
    assert_eq!(at(&brought, "Lunch on Thursday?"), "2026-03-03T09:00:00+00:00");
    assert_eq!(brought.person("Hana Ito").positions[0].title, "代表");
}

#[test]
fn the_direction_is_left_open_where_the_file_does_not_tell_it() {
    let told = |era| {
        let brought = read_zip(era);
        let messages = brought.messages().into_iter();
        messages.map(|message| message.from_owner).collect::<Vec<_>>()
    };
    assert_eq!(told(ERA_2020), [Some(false), Some(true), Some(true), Some(false)]);
    assert!(told(ERA_2023).iter().all(Option::is_none));
}

#[test]
fn a_message_has_its_sender_its_readers_and_its_conversation() {
    let brought = read_zip(ERA_2023);
    let message = brought.saying("The room is booked");
    assert_eq!(slug(&message.from), "olive-marsh");
    let others = message.others.iter();
    let others: Vec<_> = others.map(|(role, p)| (*role, p.name.as_str(), slug(p))).collect();
    assert_eq!(
        others,
        [(Role::To, "Bea Chidi, Ph.D.", "bea-chidi"), (Role::To, "Ada Lindqvist", "ada-lindqvist"),]
    );
    assert_eq!(message.conversation, "2-bbb3");
    assert_eq!(message.conversation_title, "Optics evening");
    assert_eq!(message.channel, Channel::Linkedin);
    assert!(message.native_id.is_empty() && message.answers.is_empty());
    assert!(String::from_utf8_lossy(&message.raw).contains("\"FOLDER\":\"INBOX\""));
    assert_eq!(at(&brought, "The room is booked"), "2023-11-02T17:45:00+00:00");
}

#[test]
fn readers_without_addresses_are_told_apart_by_their_names() {
    let brought = read_zip(ERA_2021);
    let others = &brought.saying("Shall we meet").others;
    let names: Vec<&str> = others.iter().map(|(_, party)| party.name.as_str()).collect();
    assert_eq!(names, ["Ada Lindqvist", "Bea Chidi, Ph.D.", "Dora Évora"]);
    assert!(others.iter().all(|(_, party)| party.only_within.is_none()));
}

#[test]
fn deleted_accounts_of_two_conversations_are_two_people() {
    let brought = read_zip(ERA_2021);
    let within = |words| brought.saying(words).from.only_within.clone();
    assert_eq!(within("talk to about CRM").as_deref(), Some("2-aaa2"));
    assert_eq!(within("Quick question").as_deref(), Some("2-aaa3"));
    let reader = read_zip(ERA_2025);
    let others = &reader.saying("Who takes the stand").others;
    assert_eq!(slug(&others[0].1), "ada-lindqvist");
    assert_eq!(others[1].1.only_within.as_deref(), Some("2-ccc5"));
}

#[test]
fn drafts_are_not_messages() {
    let brought = read_zip(ERA_2025);
    let texts: Vec<&str> = brought.messages().iter().map(|m| m.text.as_str()).collect();
    assert!(!texts.iter().any(|text| text.contains("never")), "{texts:?}");
}

#[test]
fn an_advertisement_is_automated_and_readable() {
    for era in [ERA_2021, ERA_2023, ERA_2026] {
        let brought = read_zip(era);
        let messages = brought.messages().into_iter();
        let automated: Vec<_> = messages.filter(|message| message.automated).collect();
        assert_eq!(automated.len(), 1);
        let text = &automated[0].text;
        assert!(text.starts_with("Hi ") && !text.contains("<p"), "{text}");
        assert!(automated[0].from.identities.is_empty());
        assert_eq!(automated[0].from.name, "Lens World Expo");
    }
}

#[test]
fn tags_in_a_message_are_turned_and_hearts_stay() {
    let brought = read_zip(ERA_2023);
    brought.saying("Congratulations on the new post, Ada. <3");
    brought.saying("Your talk is why I dared to apply & I told them so.");
}

#[test]
fn line_breaks_and_quotation_marks_inside_a_message_stay() {
    let brought = read_zip(ERA_2026);
    let text = &brought.saying("quiet lens").text;
    assert!(text.starts_with("Dear Olive,\n\nyour \"quiet lens\" is on"));
    assert!(text.ends_with("address?\n\nHana"));
}

#[test]
fn an_invitation_says_who_asked_and_with_which_words() {
    let brought = read_zip(ERA_2023);
    let invitations = brought.of(InteractionKind::Invitation);
    let [incoming, outgoing] = invitations.as_slice() else { panic!("two invitations") };
    assert_eq!((incoming.from_owner, outgoing.from_owner), (Some(false), Some(true)));
    assert_eq!(slug(&incoming.from), "emil-frost-1a2b3c");
    assert_eq!(slug(&outgoing.others[0].1), "farah-gul");
    assert_eq!(outgoing.text, "I enjoyed your piece on coatings.");
    assert_eq!(outgoing.moment.at.to_rfc3339(), "2023-10-20T15:33:00+00:00");
}

#[test]
fn recommendations_are_good_turns_with_a_direction() {
    let brought = read_zip(ERA_2021);
    let given = brought.saying("the one number that matters");
    assert_eq!(given.kind, InteractionKind::Recommendation);
    assert_eq!(given.from_owner, Some(true));
    assert_eq!(given.others[0].1.name, "Bea Chidi, Ph.D.");
    assert_eq!(given.moment.at.to_rfc3339(), "2021-07-02T16:45:00+00:00");
    let received = brought.saying("what others only apply");
    assert_eq!(received.from_owner, Some(false));
    assert_eq!(received.from.name, "Ada Lindqvist");
    assert!(received.text.contains(".\nI would"));
}

#[test]
fn recommendations_of_unknown_direction_are_not_guessed() {
    let bytes = ERA_2021[3].1;
    let brought = read("recommendations.csv", bytes);
    assert!(brought.interactions.is_empty());
    assert_eq!(brought.snags.len(), 1);
}

#[test]
fn endorsements_name_the_skill_and_the_profile() {
    let brought = read_zip(ERA_2023);
    let endorsements = brought.of(InteractionKind::Endorsement);
    let told: Vec<_> =
        endorsements.iter().map(|passed| (passed.subject.as_str(), passed.from_owner)).collect();
    assert_eq!(
        told,
        [("Data Analysis", Some(true)), ("Optics", Some(false)), ("Public Speaking", Some(false)),]
    );
    assert_eq!(slug(&endorsements[0].others[0].1), "bea-chidi");
    assert_eq!(slug(&endorsements[1].from), "ada-lindqvist");
    assert_eq!(endorsements[1].moment.at.to_rfc3339(), "2023-04-05T06:07:08+00:00");
}

#[test]
fn a_note_is_about_a_connection() {
    let brought = read_zip(ERA_2026);
    let [met, work] = brought.notes.as_slice() else { panic!("two notes") };
    assert_eq!((met.kind, slug(&met.about)), (NoteKind::Met, "hana-ito"));
    assert_eq!(work.kind, NoteKind::Work);
    let seen = work.seen_at.unwrap().at.to_rfc3339();
    assert_eq!(seen, "2026-02-11T08:00:00+00:00", "the day of the last edit");
}

#[test]
fn the_old_phone_book_has_people_with_several_addresses() {
    let brought = read_zip(ERA_2020);
    let chidi = brought.person("Chidi Eze");
    let values: Vec<&str> = chidi.identities.iter().map(Identity::value).collect();
    assert_eq!(values, ["chidi@example.com", "chidi.eze@example.net", "+442079460018"]);
    assert_eq!(chidi.location, "Leeds");
}

/// Sign, name, address and count of every hint.
fn signs(era: support::Files) -> Vec<(OwnerSign, String, String, u32)> {
    let hints = read_zip(era).hints.into_iter();
    hints
        .map(|hint| {
            let identity = hint.identity.map(|identity| identity.value().to_owned());
            (hint.sign, hint.name, identity.unwrap_or_default(), hint.seen)
        })
        .collect()
}

fn sign(sign: OwnerSign, name: &str, address: &str, seen: u32) -> (OwnerSign, String, String, u32) {
    (sign, name.to_owned(), address.to_owned(), seen)
}

#[test]
fn before_there_were_addresses_the_owner_is_a_name() {
    assert_eq!(
        signs(ERA_2020),
        [
            sign(OwnerSign::OutgoingInviter, "Olive Marsh", "", 1),
            sign(OwnerSign::IncomingInvitee, "Olive Marsh", "", 1),
            sign(OwnerSign::Profile, "Olive Marsh", "", 1),
            sign(OwnerSign::Everywhere, "Olive Marsh", "", 4),
        ]
    );
}

#[test]
fn the_owner_is_told_by_every_sign_an_era_has() {
    assert_eq!(
        signs(ERA_2021).pop(),
        Some(sign(OwnerSign::Everywhere, "Olive Marsh", "olive-marsh", 5))
    );
    assert_eq!(
        signs(ERA_2025),
        [
            sign(OwnerSign::Profile, "", "olive@example.org", 1),
            sign(OwnerSign::IncomingInvitee, "Olive Marsh", "olive-marsh", 1),
            sign(OwnerSign::Profile, "Olive Marsh", "", 1),
            sign(OwnerSign::Everywhere, "Olive Marsh", "olive-marsh", 4),
        ]
    );
}

#[test]
fn the_owners_posts_are_told() {
    let positions = read_zip(ERA_2025).positions;
    assert_eq!(positions[0].organisation, "Marsh Lenses");
    assert_eq!(positions[0].to_on, None);
    assert_eq!(positions[1].from_on, Day::new(Some(1998), 9, 1));
    assert_eq!(positions[1].to_on, Day::new(Some(2001), 8, 1));
}

#[test]
fn what_a_spreadsheet_saved_again_is_read() {
    let connections = read("Connections.csv", RESAVED[0].1);
    assert_eq!(connections.people.len(), 2);
    let dora = connections.person("Dora Évora");
    assert_eq!(dora.connected_on, Day::new(Some(2021), 9, 21));
    assert_eq!(dora.positions[0].organisation, "Évora & Filhos");
    let messages = read("messages.txt", RESAVED[1].1);
    assert!(messages.snags.is_empty(), "{:?}", messages.snags);
    assert_eq!(messages.messages().len(), 2);
    messages.saying("I translated it for my apprentices.");
}

#[test]
fn an_unknown_column_is_told_once_and_missing_ones_are_not_missed() {
    let text = "Mood,DATE,CONTENT,FROM,FOLDER\nglad,2025-06-01 14:03:22 UTC,Hello,Ada,INBOX\n";
    let brought = read("messages.csv", text.as_bytes());
    let told: Vec<_> = brought.snags.iter().map(|snag| snag.why.as_str()).collect();
    assert_eq!(told, ["The column “Mood” is not known and was left out."]);
    assert_eq!(brought.saying("Hello").from.name, "Ada");
}

#[test]
fn a_connection_whose_date_makes_no_sense_is_kept_without_it() {
    let text = "First Name,Last Name,URL,Connected On\nAda,King,,32 Feb 2026\n";
    let brought = read("Connections.csv", text.as_bytes());
    assert_eq!(brought.person("Ada King").connected_on, None);
    assert_eq!(brought.snags[0].line, Some(2));
}
