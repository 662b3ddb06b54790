use super::*;
use crate::told::{ago, from, ids, message, note, now, person, scans, store, thread, to, within};
use crate::{Deed, Store};
use model::{Channel, Direction, Participant, Role};
use std::slice::from_ref;

fn imported(import: ImportId) -> Origin<'static> {
    Origin { source: "mail", native_id: "", import: Some(import) }
}

/// Brings in one deed's worth of an import.
fn imports(store: &Store, key: &str, interactions: &[Interaction]) -> Vec<Added> {
    let key = Uid::derived(&[key.as_bytes()]);
    let interactions = interactions.to_vec();
    let done = store.told(Deed::Import, move |writer| {
        let import = writer.begin_import(&["mail.mbox".to_owned()], &key)?;
        interactions.iter().map(|one| writer.add_interaction(one, &imported(import))).collect()
    });
    done.value
}

#[test]
fn what_is_kept_is_read_as_it_was_told() {
    let store = store();
    store.knows(&["Ada", "Bea"]);
    let mut told = within("plans", message(Direction::In, 3, &["Ada", "Bea"], "Shall we?"));
    told.subject = "Plans".into();
    told.quoted = "> Well".into();
    told.signature = "Ada".into();
    told.is_reply = true;
    store.keeps_one(&told);
    assert_eq!(store.asked(|reader| reader.interaction(told.id)), Some(told));
}

#[test]
fn the_same_is_kept_once() {
    let store = store();
    store.knows(&["Ada"]);
    let told = from(1, "Ada", "Hello");
    assert_eq!(store.keeps_one(&told).value, [Added::New]);
    let again = store.keeps_one(&told);
    assert_eq!(again.value, [Added::Same]);
    assert_eq!(again.batch, None);
    assert_eq!(store.asked(|reader| reader.counts()).interactions, 1);
}

#[test]
fn somebody_unknown_takes_part_in_nothing() {
    let store = store();
    let told = from(1, "Nobody", "Hello");
    let fault = store.transact(Deed::LogInteraction, now(), move |writer| {
        writer.add_interaction(&told, &Origin::OWNER)
    });
    assert!(matches!(fault, Err(Fault::Missing("contact"))));
    assert_eq!(store.asked(|reader| reader.counts()).interactions, 0);
}

#[test]
fn the_deed_says_whose_cards_it_touched() {
    let store = store();
    store.knows(&["Ada", "Bea", "Chidi"]);
    let done = store.keeps(&[message(Direction::Out, 1, &["Ada", "Bea"], "Hello both")]);
    assert!(done.touched.interactions);
    assert_eq!(done.touched.contacts, [person("Ada"), person("Bea")].into());
}

#[test]
fn a_timeline_is_newest_first_and_goes_on_where_it_stopped() {
    let store = store();
    store.knows(&["Ada", "Bea"]);
    let told: Vec<_> = (1..=5).map(|day| from(day, "Ada", "Hello")).collect();
    store.keeps(&told);
    store.keeps(&[from(2, "Bea", "Not for Ada")]);
    let page = |before| TimelineWanted { before, limit: 2, ..Default::default() };
    let first = store.asked(|reader| reader.timeline(person("Ada"), &page(None)));
    assert_eq!(ids(&first), ids(&told[..2]));
    let last = (first[1].moment, first[1].id);
    let next = store.asked(|reader| reader.timeline(person("Ada"), &page(Some(last))));
    assert_eq!(ids(&next), ids(&told[2..4]));
}

#[test]
fn two_of_one_instant_are_each_shown_once_across_pages() {
    let store = store();
    store.knows(&["Ada"]);
    let told: Vec<_> = ["a", "b", "c"].iter().map(|text| from(1, "Ada", text)).collect();
    store.keeps(&told);
    let mut seen = Vec::new();
    let mut before = None;
    while seen.len() < 4 {
        let wanted = TimelineWanted { before, limit: 1, ..Default::default() };
        let page = store.asked(|reader| reader.timeline(person("Ada"), &wanted));
        let Some(one) = page.first() else { break };
        before = Some((one.moment, one.id));
        seen.push(one.text.clone());
    }
    assert_eq!(seen, ["c", "b", "a"]);
}

#[test]
fn a_timeline_is_narrowed_by_channel_and_by_words() {
    let store = store();
    store.knows(&["Ada"]);
    let mut call = from(1, "Ada", "Talked about the budget");
    call.channel = Channel::Phone;
    let told = [call, from(2, "Ada", "The Budget, as promised"), from(3, "Ada", "Hello")];
    store.keeps(&told);
    let ask = |channel, query: &str| {
        let wanted = TimelineWanted { channel, query: query.into(), limit: 9, before: None };
        ids(&store.asked(|reader| reader.timeline(person("Ada"), &wanted)))
    };
    assert_eq!(ask(None, "budg"), ids(&told[..2]));
    assert_eq!(ask(Some(Channel::Phone), "budg"), ids(&told[..1]));
    assert_eq!(ask(Some(Channel::Email), ""), ids(&told[1..]));
    assert_eq!(ask(None, "\" ("), []);
}

#[test]
fn what_is_hidden_is_not_shown_and_comes_back_with_undo() {
    let store = store();
    store.knows(&["Ada"]);
    let told = from(1, "Ada", "Secret surprise");
    store.keeps_one(&told);
    let id = told.id;
    let hidden = Mark { star: true, hidden: true };
    store.told(Deed::MarkInteraction, move |writer| writer.mark(id, hidden));
    let wanted = TimelineWanted { limit: 9, ..Default::default() };
    let shown = || store.asked(|reader| reader.timeline(person("Ada"), &wanted)).len();
    assert_eq!(shown(), 0);
    assert_eq!(store.asked(|reader| reader.marks(id)), hidden);
    store.undo(now()).unwrap();
    assert_eq!(shown(), 1);
    assert_eq!(store.asked(|reader| reader.marks(id)), Mark::default());
}

#[test]
fn removing_and_undoing_go_through_everything_that_counts() {
    let store = store();
    store.knows(&["Ada"]);
    let told = [from(2, "Ada", "First words"), to(1, "Ada", "Second words")];
    store.keeps(&told);
    let id = told[1].id;
    let done = store.told(Deed::RemoveInteraction, move |writer| writer.remove_interaction(id));
    assert!(done.value && done.touched.contacts.contains(&person("Ada")));
    let state = || {
        let counts = store.asked(|reader| reader.counts());
        let passed = store.asked(|reader| reader.passed(person("Ada"))).len();
        (counts.interactions, counts.sent, passed, store.found("second").len())
    };
    assert_eq!(state(), (1, 0, 1, 0));
    store.undo(now()).unwrap();
    assert_eq!(state(), (2, 1, 2, 1));
    store.redo(now()).unwrap();
    assert_eq!(state(), (1, 0, 1, 0));
    let again = store.told(Deed::RemoveInteraction, move |writer| writer.remove_interaction(id));
    assert_eq!((again.value, again.batch), (false, None));
}

#[test]
fn undoing_what_was_logged_takes_it_away_and_redoing_brings_it_back() {
    let store = store();
    store.knows(&["Ada"]);
    store.keeps(&[from(1, "Ada", "Lunch in May")]);
    let count = || (store.asked(|reader| reader.counts()).received, store.found("lunch").len());
    let undone = store.undo(now()).unwrap().unwrap();
    assert_eq!(undone.value, Deed::LogInteraction);
    assert!(undone.touched.interactions && undone.touched.contacts.contains(&person("Ada")));
    assert_eq!(count(), (0, 0));
    store.redo(now()).unwrap();
    assert_eq!(count(), (1, 1));
}

#[test]
fn an_import_taken_back_can_be_brought_in_again() {
    let store = store();
    store.knows(&["Ada", "Bea"]);
    let told = [from(2, "Ada", "Hello"), from(1, "Bea", "Hello")];
    imports(&store, "one", &told[..1]);
    imports(&store, "one", &told[1..]);
    store.undo(now()).unwrap();
    assert_eq!(store.asked(|reader| reader.counts()).interactions, 0);
    assert!(store.asked(|reader| reader.imports())[0].taken_back);
    assert_eq!(imports(&store, "two", &told), [Added::New, Added::New]);
    assert_eq!(store.asked(|reader| reader.counts()).interactions, 2);
    assert_eq!(store.found("hello").len(), 2);
}

#[test]
fn one_that_comes_back_takes_its_people_as_they_are_told_now() {
    let store = store();
    store.knows(&["Ada", "Bea"]);
    let told = from(1, "Ada", "Hello");
    imports(&store, "one", from_ref(&told));
    store.undo(now()).unwrap();
    let participants = vec![Participant { contact: person("Bea"), role: Role::From }];
    let told = Interaction { participants, ..told };
    imports(&store, "two", &[told]);
    let passed = |who| store.asked(|reader| reader.passed(person(who))).len();
    assert_eq!((passed("Ada"), passed("Bea")), (0, 1));
}

#[test]
fn what_the_owner_removed_no_import_brings_back() {
    let store = store();
    store.knows(&["Ada"]);
    let told = from(1, "Ada", "Hello");
    imports(&store, "one", from_ref(&told));
    let id = told.id;
    store.told(Deed::RemoveInteraction, move |writer| writer.remove_interaction(id));
    assert_eq!(imports(&store, "two", from_ref(&told)), [Added::Same]);
    assert!(!store.asked(|reader| reader.has_interaction(id)));
    assert_eq!(store.keeps(&[told]).value, [Added::New]);
    assert!(store.asked(|reader| reader.has_interaction(id)));
}

#[test]
fn a_conversation_is_oldest_first_and_keeps_its_title() {
    let store = store();
    store.knows(&["Ada"]);
    let told = [within("plans", to(1, "Ada", "Yes")), within("plans", from(2, "Ada", "Shall we?"))];
    let id = store.told(Deed::LogInteraction, |writer| {
        writer.conversation_for(&ConversationKey {
            source: "mail",
            key: "plans",
            title: "Plans",
        })?;
        writer.conversation_for(&ConversationKey { source: "mail", key: "plans", title: "" })
    });
    store.keeps(&told);
    let read = store.asked(|reader| reader.conversation(id.value));
    assert_eq!(ids(&read), [told[1].id, told[0].id]);
    let title = store.asked(|reader| reader.conversation_title(thread("plans")));
    assert_eq!(title.as_deref(), Some("Plans"));
    assert_eq!(store.asked(|reader| reader.conversation_title(thread("other"))), None);
}

#[test]
fn the_parent_leads_to_the_conversation_also_after_it_was_removed() {
    let store = store();
    store.knows(&["Ada"]);
    let root = within("old", from(9, "Ada", "Root"));
    let parent = within("new", from(8, "Ada", "Parent"));
    let (parent_id, told) = (parent.id, [(root, "<1@x>"), (parent, "<2@x>")]);
    store.told(Deed::LogInteraction, move |writer| {
        for (one, native_id) in &told {
            let origin = Origin { source: "mail", native_id, import: None };
            writer.add_interaction(one, &origin)?;
        }
        writer.remove_interaction(parent_id)
    });
    let of =
        |source: &str, ids: &[&str]| store.asked(|reader| reader.native_conversation(source, ids));
    assert_eq!(of("mail", &["<1@x>", "<2@x>"]), Some(thread("new")));
    assert_eq!(of("mail", &["<1@x>", "<9@x>"]), Some(thread("old")));
    assert_eq!(of("linkedin", &["<1@x>"]), None);
    assert_eq!(of("mail", &["", "<9@x>"]), None);
}

#[test]
fn those_that_are_known_are_told_apart_from_those_that_are_not() {
    let store = store();
    store.knows(&["Ada"]);
    let told = [from(1, "Ada", "Kept"), from(1, "Ada", "Not kept")];
    store.keeps(&told[..1]);
    let known = store.asked(|reader| reader.known_interactions(&ids(&told)));
    assert_eq!(known, [told[0].id].into());
    assert!(store.asked(|reader| reader.has_interaction(told[0].id)));
}

#[test]
fn every_sent_text_is_handed_over_oldest_first_with_all_it_went_to() {
    let store = store();
    store.knows(&["Ada", "Bea"]);
    let invitation =
        Interaction { kind: model::InteractionKind::Invitation, ..to(2, "Bea", "Let us meet") };
    let told = [
        within("plans", message(Direction::Out, 1, &["Ada", "Bea"], "To both")),
        invitation,
        to(3, "Ada", ""),
        from(4, "Ada", "To me"),
        Interaction { kind: model::InteractionKind::Call, ..to(5, "Ada", "Called") },
    ];
    store.keeps(&told);
    let mut sent = Vec::new();
    store.asked(|reader| reader.for_each_sent(1, &mut |row| sent.push(row)));
    let words = |text: &str| Known::Words(text.to_owned());
    let known: Vec<_> = sent.iter().map(|row| row.known.clone()).collect();
    assert_eq!(known, [words("Let us meet"), words("To both")]);
    assert_eq!(sent[1].to, [person("Ada"), person("Bea")]);
    assert_eq!(sent[1].conversation, Some(thread("plans")));
    assert_eq!(sent[1].at, ago(1));
    assert_eq!(store.asked(|reader| reader.latest_sent(1)), ["To both"]);
    let text = store.asked(|reader| reader.sent_text(told[0].id));
    assert_eq!(text.as_deref(), Some("To both"));
}

#[test]
fn what_a_sent_message_is_found_by_is_kept_for_one_version_of_the_engine() {
    let store = store();
    store.knows(&["Ada"]);
    let told = to(3, "Ada", "Shall we?");
    let id = told.id;
    store.keeps(&[told]);
    let known = |engine: u32| {
        let mut known = Vec::new();
        store.asked(|reader| reader.for_each_sent(engine, &mut |row| known.push(row.known)));
        known
    };
    store.told(Deed::Judge, move |writer| writer.put_sketch(id, &[1, 2, 3, 4], 2));
    assert_eq!(known(2), [Known::Sketch(vec![1, 2, 3, 4])]);
    assert_eq!(known(3), [Known::Words("Shall we?".to_owned())]);
    store.told(Deed::Judge, move |writer| writer.put_sketch(id, &[5, 6, 7, 8], 3));
    assert_eq!(known(3), [Known::Sketch(vec![5, 6, 7, 8])]);
}

#[test]
fn a_sent_message_is_answered_within_its_conversation_or_by_who_writes_back_soon() {
    let store = store();
    store.knows(&["Ada", "Bea", "Chidi"]);
    store.keeps(&[
        within("plans", to(50, "Ada", "Shall we?")),
        within("plans", from(10, "Ada", "Yes")),
        to(45, "Bea", "And you?"),
        from(44, "Bea", "Me too"),
        to(43, "Chidi", "And you, Chidi?"),
        from(1, "Chidi", "Something else"),
    ]);
    let mut answered = Vec::new();
    store.asked(|reader| {
        reader.for_each_sent(1, &mut |row| {
            answered.push(row.answered.map(|moment| moment.at));
        })
    });
    assert_eq!(answered, [Some(ago(10).at), Some(ago(44).at), None]);
}

#[test]
fn what_is_meant_to_be_the_same_is_so_until_it_is_taken_back() {
    let store = store();
    store.knows(&["Ada"]);
    let told = to(3, "Ada", "Shall we?");
    let id = told.id;
    store.keeps(&[told]);
    let meant = || {
        let mut meant = Vec::new();
        store.asked(|reader| reader.for_each_sent(1, &mut |row| meant.push(row.meant)));
        meant
    };
    assert_eq!(meant(), [false]);
    store.told(Deed::MarkInteraction, move |writer| writer.mean(id, true));
    assert_eq!(meant(), [true]);
    store.undo(now()).unwrap();
    assert_eq!(meant(), [false]);
}

#[test]
fn the_first_of_a_conversation_starts_it_unless_it_answers() {
    let store = store();
    store.knows(&["Ada", "Bea"]);
    let told = [
        within("plans", from(5, "Ada", "Shall we?")),
        within("plans", to(4, "Ada", "Yes")),
        Interaction { is_reply: true, ..within("lost", from(3, "Ada", "As you said")) },
        from(2, "Ada", "Alone"),
        within("group", from(8, "Bea", "First")),
        within("group", from(1, "Ada", "Second")),
    ];
    store.keeps(&told);
    let rows = store.asked(|reader| reader.passed(person("Ada")));
    let starts: Vec<bool> = rows.iter().map(|row| row.starts).collect();
    assert_eq!(starts, [true, false, false, true, false]);
    assert_eq!(rows[0].conversation, rows[1].conversation);
    assert_ne!(rows[1].conversation, rows[3].conversation);
}

#[test]
fn what_is_automated_weighs_in_no_balance() {
    let store = store();
    store.knows(&["Ada"]);
    let told =
        [from(2, "Ada", "Hello"), Interaction { automated: true, ..from(1, "Ada", "A bulletin") }];
    store.keeps(&told);
    let rows = store.asked(|reader| reader.passed(person("Ada")));
    assert_eq!(rows.len(), 1);
}

#[test]
fn a_merged_contact_is_read_as_the_one_it_became_and_back() {
    let store = store();
    store.knows(&["Ada", "A. King"]);
    let both = message(Direction::Out, 1, &["Ada", "A. King"], "To both of you");
    store.keeps(&[from(3, "Ada", "Hello"), from(2, "A. King", "Hello again"), both.clone()]);
    let passed = |who| store.asked(|reader| reader.passed(person(who))).len();
    store.told(Deed::MergeContacts, |writer| {
        writer.merge_contacts(person("Ada"), person("A. King"))
    });
    assert_eq!((passed("Ada"), passed("A. King")), (3, 3));
    let read = store.asked(|reader| reader.interaction(both.id)).unwrap();
    assert!(read.participants.iter().all(|one| one.contact == person("Ada")));
    store.keeps(&[from(0, "A. King", "Under the old name")]);
    assert_eq!(passed("Ada"), 4);
    store.told(Deed::UnmergeContact, |writer| writer.unmerge_contact(person("A. King")));
    // The message to both went to Ada and was only copied to A. King.
    assert_eq!((passed("Ada"), passed("A. King")), (2, 2));
}

#[test]
fn somebody_copied_in_on_what_others_wrote_has_neither_asked_nor_answered() {
    let store = store();
    store.knows(&["Ada", "Bea"]);
    let from_ada = message(Direction::In, 1, &["Ada", "Bea"], "For you, and Bea should know");
    store.keeps(&[from_ada]);
    let passed = |who| store.asked(|reader| reader.passed(person(who))).len();
    assert_eq!((passed("Ada"), passed("Bea")), (1, 0));
    let texts = |who| store.asked(|reader| reader.last_texts(person(who), Direction::In, 5)).len();
    assert_eq!((texts("Ada"), texts("Bea")), (1, 0));
}

#[test]
fn the_newest_texts_of_one_direction_are_asked_for() {
    let store = store();
    store.knows(&["Ada"]);
    let told = [from(4, "Ada", "a"), from(3, "Ada", ""), from(2, "Ada", "b"), to(1, "Ada", "c")];
    store.keeps(&told);
    let last = store.asked(|reader| reader.last_texts(person("Ada"), Direction::In, 2));
    assert_eq!(ids(&last), [told[2].id, told[0].id]);
}

#[test]
fn the_source_is_given_back_as_it_stood() {
    let store = store();
    store.knows(&["Ada"]);
    let told = from(1, "Ada", "Hello");
    let (id, raw) = (told.id, b"From: ada@example.org\r\n".repeat(100));
    let packed = Packed::of(&told, &raw);
    store.told(Deed::LogInteraction, move |writer| {
        let origin = Origin { source: "mail", native_id: "", import: None };
        writer.add_packed(&told, &origin, &packed)
    });
    assert_eq!(store.asked(|reader| reader.interaction_source(id)), Some(raw));
    assert_eq!(
        store.asked(|reader| reader.interaction_source(InteractionId(Uid::derived(&[])))),
        None
    );
}

#[test]
fn counts_tell_people_from_senders_and_directions_apart() {
    let store = store();
    store.knows(&["Ada", "Newsletter"]);
    let call = message(Direction::Between, 1, &["Ada"], "Met");
    store.keeps(&[within("a", from(3, "Ada", "x")), within("a", to(2, "Ada", "y")), call]);
    store.told(Deed::EditNote, |writer| Ok(note(writer, "Ada", "Sails")));
    store.told(Deed::KeepAutomated, |writer| writer.set_automated(person("Newsletter"), true));
    let counts = store.asked(|reader| reader.counts());
    let expected = Counts {
        contacts: 1,
        automated: 1,
        interactions: 3,
        sent: 1,
        received: 1,
        conversations: 1,
        notes: 1,
    };
    assert_eq!(counts, expected);
}

#[test]
fn no_hot_question_goes_over_every_interaction() {
    let store = store();
    for sql in [
        include_str!("timeline.sql"),
        include_str!("passed.sql"),
        include_str!("native_conversation.sql"),
        include_str!("conversation.sql"),
        include_str!("last_texts.sql"),
        include_str!("sent.sql"),
        include_str!("row_of.sql"),
        include_str!("remove_of_batch.sql"),
        include_str!("../weighed/thread.sql"),
        include_str!("../weighed/thread_with.sql"),
        include_str!("../weighed/newest.sql"),
        include_str!("../weighed/before.sql"),
    ] {
        let plan = store.plan_of(sql);
        let tables = ["interaction", "participant", "earlier", "passed", "words", "mark"];
        assert_eq!(scans(&plan, &tables), Vec::<String>::new(), "{sql}\n{plan:#?}");
    }
}

#[test]
fn timelines_and_what_is_reviewed_are_read_in_order_without_sorting() {
    let store = store();
    for sql in [
        include_str!("timeline.sql"),
        include_str!("../weighed/newest.sql"),
        include_str!("../weighed/before.sql"),
    ] {
        let plan = store.plan_of(sql);
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:#?}");
    }
}
