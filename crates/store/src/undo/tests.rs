use crate::row::{self, REMOVED};
use crate::told::now;
use crate::{Author, Deed, Done, Fault, ListKind, ListWanted, Reader, Store, Writer};
use model::{
    Channel, Circle, CircleId, Contact, ContactId, DatedDay, Day, Draft, DraftId, Group, GroupId,
    Identity, ImportId, Name, Note, NoteId, NoteKind, Position, Promise, PromiseId, PromiseKind,
    Uid,
};
use proptest::prelude::*;
use rusqlite::types::Value;

fn uid(what: &str, number: u8) -> Uid {
    Uid::derived(&[what.as_bytes(), &[number]])
}

fn who(number: u8) -> ContactId {
    ContactId(uid("contact", number))
}

fn somebody(number: u8) -> Contact {
    let mut contact = Contact::named(who(number), Name::from_shown(&format!("Person {number}")));
    contact.identities.extend(Identity::email(&format!("p{number}@example.org")));
    contact
}

fn note(number: u8, about: u8, text: &str) -> Note {
    Note {
        id: NoteId(uid("note", number)),
        contact: who(about),
        kind: NoteKind::Work,
        text: text.to_owned(),
        source: "lunch".into(),
        link: String::new(),
        seen_at: now(),
    }
}

/// Everything that stands, read through the same eyes for every kind, and the list as it is
/// drawn: two stores that say the same here are the same to the owner.
fn dump(reader: &Reader<'_>) -> Result<Vec<String>, Fault> {
    let mut lines = Vec::new();
    for kind in row::kinds() {
        let fields = kind.fields.join(", ");
        let comma = if fields.is_empty() { "" } else { ", " };
        let ask = format!(
            "SELECT uid{comma}{fields} FROM {} WHERE {REMOVED} = 0 ORDER BY uid",
            kind.table
        );
        let mut ask = reader.db().prepare(&ask)?;
        let mut rows = ask.query([])?;
        while let Some(row) = rows.next()? {
            let values: Vec<Value> =
                (0..=kind.fields.len()).map(|at| row.get(at)).collect::<Result<_, _>>()?;
            lines.push(format!("{} {values:?}", kind.word));
        }
    }
    let all = ListWanted { kind: ListKind::All, limit: 1_000, ..ListWanted::default() };
    for line in reader.contact_list(&all)?.rows {
        lines.push(format!("{line:?} {:?}", reader.contact(line.id)?));
    }
    let mut words = reader.db().prepare("SELECT * FROM derived_word ORDER BY 1, 2")?;
    let mut words = words.query([])?;
    while let Some(row) = words.next()? {
        lines.push(format!("{:?} {:?}", row.get::<_, Value>(0)?, row.get::<_, Value>(1)?));
    }
    Ok(lines)
}

fn looks(store: &Store) -> Vec<String> {
    store.read(dump).unwrap()
}

type Write = Box<dyn FnOnce(&mut Writer<'_>) -> Result<(), Fault> + Send>;

fn write(deed: impl FnOnce(&mut Writer<'_>) -> Result<(), Fault> + Send + 'static) -> Write {
    Box::new(deed)
}

fn does(store: &Store, deed: Deed, write: Write) -> Done<()> {
    store.transact(deed, now(), write).unwrap()
}

fn with_three() -> Store {
    let store = Store::in_memory(now()).unwrap();
    does(
        &store,
        Deed::AddContact,
        write(|w| {
            for number in 0..3 {
                w.save_contact(&somebody(number), &Author::Owner)?;
            }
            w.add_note(&note(0, 0, "Teaches"), &Author::Owner)?;
            w.save_circle(&Circle {
                id: CircleId(uid("circle", 0)),
                name: "Friends".into(),
                cadence_days: 30,
            })?;
            w.save_group(&Group {
                id: GroupId(uid("group", 0)),
                name: "Rust".into(),
                place: "slack".into(),
            })?;
            w.save_promise(&promise(0))?;
            w.save_draft(&draft(0))?;
            w.set_owner_name("Dora")?;
            w.set_setting("theme", Some("dark"))?;
            Ok(())
        }),
    );
    store
}

fn promise(number: u8) -> Promise {
    Promise {
        id: PromiseId(uid("promise", number)),
        contact: Some(who(0)),
        kind: PromiseKind::IOwe,
        text: "The book".into(),
        due_on: Day::new(Some(2026), 12, 1),
        done: false,
        made_in: None,
    }
}

fn draft(number: u8) -> Draft {
    Draft {
        id: DraftId(uid("draft", number)),
        recipients: vec![who(0), who(1)],
        channel: Channel::Email,
        answers: None,
        subject: "Hello".into(),
        text: "Dear Ada".into(),
        changed_at: now(),
    }
}

fn edit(number: u8) -> Contact {
    let mut contact = somebody(number);
    contact.name.shown = "Ada King".into();
    contact.identities = Identity::email("ada@example.com").into_iter().collect();
    contact.positions =
        vec![Position { organisation: "Acme".into(), title: "Head".into(), ..Position::default() }];
    contact.dates = vec![DatedDay { label: "birthday".into(), day: Day::new(None, 5, 1).unwrap() }];
    contact.tags = vec!["chess".into(), "friend".into()];
    contact.circle = Some(CircleId(uid("circle", 0)));
    contact.do_not_contact = true;
    contact
}

/// Every deed that goes through rows, with something for it to do.
#[allow(clippy::too_many_lines, reason = "a list is as long as it is")]
fn deeds() -> Vec<(Deed, Write)> {
    let owner = &Author::Owner;
    vec![
        (Deed::AddContact, write(|w| w.save_contact(&somebody(9), owner).map(drop))),
        (Deed::EditContact, write(|w| w.save_contact(&edit(0), owner).map(drop))),
        (Deed::EditContact, write(|w| w.set_photo(who(0), b"picture").map(drop))),
        (Deed::DeleteContact, write(|w| w.delete_contact(who(0)).map(drop))),
        (Deed::MergeContacts, write(|w| w.merge_contacts(who(0), who(1)).map(drop))),
        (Deed::EditNote, write(|w| w.add_note(&note(1, 1, "Sings"), owner).map(drop))),
        (Deed::EditNote, write(|w| w.save_note(&note(0, 0, "Taught")).map(drop))),
        (Deed::RemoveNote, write(|w| w.remove_note(NoteId(uid("note", 0))).map(drop))),
        (
            Deed::EditPromise,
            write(|w| w.save_promise(&Promise { done: true, ..promise(0) }).map(drop)),
        ),
        (Deed::EditPromise, write(|w| w.save_promise(&promise(1)).map(drop))),
        (Deed::RemovePromise, write(|w| w.remove_promise(PromiseId(uid("promise", 0))).map(drop))),
        (Deed::RemoveDraft, write(|w| w.remove_draft(DraftId(uid("draft", 0))).map(drop))),
        (Deed::EditCircle, write(|w| w.remove_circle(CircleId(uid("circle", 0))).map(drop))),
        (
            Deed::EditGroup,
            write(|w| w.set_group_member(GroupId(uid("group", 0)), who(0), true).map(drop)),
        ),
        (Deed::EditGroup, write(|w| w.remove_group(GroupId(uid("group", 0))).map(drop))),
        (Deed::EditSettings, write(|w| w.set_setting("theme", None).map(drop))),
        (Deed::EditSettings, write(|w| w.set_setting("accent", Some("green")).map(drop))),
        (Deed::EditOwner, write(|w| w.set_owner_name("Dora Chidi").map(drop))),
        (
            Deed::EditOwner,
            write(|w| {
                w.add_owner_identity(&Identity::email("dora@example.org").unwrap()).map(drop)
            }),
        ),
        (
            Deed::LeaveOutOfReview,
            write(|w| {
                let contact = Contact { left_out_of_review: true, ..somebody(2) };
                w.save_contact(&contact, owner).map(drop)
            }),
        ),
    ]
}

#[test]
fn every_deed_is_taken_back_and_brought_back() {
    for (deed, write) in deeds() {
        let store = with_three();
        let before = looks(&store);
        let done = does(&store, deed, write);
        let after = looks(&store);
        assert!(done.batch.is_some() && before != after, "{deed:?} did nothing");
        let undone = store.undo(now()).unwrap().unwrap();
        assert_eq!(undone.value, deed);
        assert_eq!(looks(&store), before, "{deed:?} taken back");
        assert_eq!(undone.touched.contacts, done.touched.contacts, "{deed:?}");
        assert_eq!(store.redo(now()).unwrap().unwrap().value, deed);
        assert_eq!(looks(&store), after, "{deed:?} brought back");
        store.undo(now()).unwrap().unwrap();
        assert_eq!(looks(&store), before, "{deed:?} taken back again");
    }
}

#[test]
fn taking_back_goes_deed_by_deed_and_so_does_bringing_back() {
    let store = Store::in_memory(now()).unwrap();
    let mut stages = vec![looks(&store)];
    for number in 0..4 {
        does(
            &store,
            Deed::AddContact,
            write(move |w| w.save_contact(&somebody(number), &Author::Owner).map(drop)),
        );
        stages.push(looks(&store));
    }
    for stage in stages.iter().rev().skip(1) {
        assert!(store.undo(now()).unwrap().is_some());
        assert_eq!(&looks(&store), stage);
    }
    assert!(store.undo(now()).unwrap().is_none());
    for stage in stages.iter().skip(1) {
        assert!(store.redo(now()).unwrap().is_some());
        assert_eq!(&looks(&store), stage);
    }
    assert!(store.redo(now()).unwrap().is_none());
}

#[test]
fn a_new_deed_ends_bringing_back() {
    let store = with_three();
    does(&store, Deed::DeleteContact, write(|w| w.delete_contact(who(0)).map(drop)));
    store.undo(now()).unwrap().unwrap();
    does(&store, Deed::DeleteContact, write(|w| w.delete_contact(who(1)).map(drop)));
    assert!(store.redo(now()).unwrap().is_none());
    // Also when the new deed itself was taken back and brought back.
    store.undo(now()).unwrap().unwrap();
    store.redo(now()).unwrap().unwrap();
    assert!(store.redo(now()).unwrap().is_none());
    assert!(store.read(|r| r.contact(who(0))).unwrap().is_some());
    assert!(store.read(|r| r.contact(who(1))).unwrap().is_none());
}

#[test]
fn typing_is_not_taken_back_and_does_not_end_bringing_back() {
    let store = with_three();
    does(&store, Deed::DeleteContact, write(|w| w.delete_contact(who(0)).map(drop)));
    store.undo(now()).unwrap().unwrap();
    let typed = |text: &str| Draft { text: text.into(), ..draft(0) };
    for text in ["D", "De", "Dear"] {
        let draft = typed(text);
        does(&store, Deed::EditDraft, write(move |w| w.save_draft(&draft).map(drop)));
    }
    assert_eq!(store.redo(now()).unwrap().unwrap().value, Deed::DeleteContact);
    assert_eq!(store.undo(now()).unwrap().unwrap().value, Deed::DeleteContact);
    let kept = store.read(|r| r.draft(draft(0).id)).unwrap().unwrap();
    assert_eq!(kept.text, "Dear");
}

#[test]
fn typing_leaves_one_line_in_the_log() {
    let store = with_three();
    for length in 1..30 {
        let draft = Draft { text: "x".repeat(length), ..draft(0) };
        does(&store, Deed::EditDraft, write(move |w| w.save_draft(&draft).map(drop)));
    }
    let lines: u32 = store
        .read(|r| {
            let ask = "SELECT count(*) FROM op WHERE kind = 'draft' AND field = 'text'";
            Ok(r.db().query_row(ask, [], |row| row.get(0))?)
        })
        .unwrap();
    assert_eq!(lines, 1, "besides the making");
}

#[test]
fn an_older_deed_is_taken_back_without_what_came_after() {
    let store = with_three();
    let renamed = does(
        &store,
        Deed::EditContact,
        write(|w| w.save_contact(&edit(0), &Author::Owner).map(drop)),
    );
    does(
        &store,
        Deed::EditContact,
        write(|w| {
            let mut contact = w.contact(who(0))?.unwrap();
            contact.name.shown = "Countess".into();
            contact.tags.push("late".into());
            w.save_contact(&contact, &Author::Owner).map(drop)
        }),
    );
    store.undo_batch(renamed.batch.unwrap(), now()).unwrap().unwrap();
    let contact = store.read(|r| r.contact(who(0))).unwrap().unwrap();
    assert_eq!(contact.name.shown, "Countess");
    assert_eq!(contact.tags, ["late"]);
    assert!(!contact.do_not_contact);
    assert_eq!(contact.identities, somebody(0).identities);
    assert!(store.undo_batch(renamed.batch.unwrap(), now()).unwrap().is_none(), "only once");
}

#[test]
fn a_taking_back_is_taken_back_by_its_own_name() {
    let store = with_three();
    let full = looks(&store);
    does(&store, Deed::DeleteContact, write(|w| w.delete_contact(who(1)).map(drop)));
    let deleted = looks(&store);
    let undone = store.undo(now()).unwrap().unwrap();
    assert_eq!(looks(&store), full);
    store.undo_batch(undone.batch.unwrap(), now()).unwrap().unwrap();
    assert_eq!(looks(&store), deleted);
    store.undo(now()).unwrap().unwrap();
    assert_eq!(looks(&store), full);
}

fn import(number: u8) -> Author {
    Author::Import(ImportId(uid("import", number)))
}

/// Brings people in, in two batches of one import.
fn brings(store: &Store, number: u8, people: [u8; 2]) {
    for person in people {
        let author = import(number);
        does(
            store,
            Deed::Import,
            write(move |w| {
                w.save_contact(&somebody(person), &author)?;
                w.add_note(&note(100 + person, person, "Brought"), &author)?;
                Ok(())
            }),
        );
    }
}

#[test]
fn an_import_is_taken_back_as_a_whole() {
    let store = with_three();
    let before = looks(&store);
    brings(&store, 1, [10, 11]);
    let after = looks(&store);
    assert_eq!(store.undo(now()).unwrap().unwrap().value, Deed::Import);
    assert_eq!(looks(&store), before);
    assert_eq!(store.redo(now()).unwrap().unwrap().value, Deed::Import);
    assert_eq!(looks(&store), after);
    let import = ImportId(uid("import", 1));
    store.take_back_import(import, now()).unwrap().unwrap();
    assert_eq!(looks(&store), before);
    assert!(store.take_back_import(import, now()).unwrap().is_none());
}

#[test]
fn taking_back_an_import_leaves_what_the_owner_made_their_own() {
    let store = with_three();
    brings(&store, 1, [10, 11]);
    does(
        &store,
        Deed::EditNote,
        write(|w| w.add_note(&note(50, 10, "Met at last"), &Author::Owner).map(drop)),
    );
    store.take_back_import(ImportId(uid("import", 1)), now()).unwrap().unwrap();
    let kept = store.read(|r| Ok((r.contact(who(10))?, r.contact(who(11))?))).unwrap();
    assert!(kept.0.is_some(), "the owner noted something of this one");
    assert!(kept.1.is_none());
    let notes = store.read(|r| r.notes_of(who(10))).unwrap();
    assert_eq!(notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), ["Met at last"]);
}

#[test]
fn what_was_taken_back_may_be_brought_in_again() {
    let store = with_three();
    brings(&store, 1, [10, 11]);
    let after = looks(&store);
    store.undo(now()).unwrap().unwrap();
    brings(&store, 2, [10, 11]);
    assert_eq!(looks(&store).len(), after.len());
}

#[test]
fn taking_back_an_edit_gives_the_field_back_to_its_file() {
    let store = with_three();
    brings(&store, 1, [10, 11]);
    let mut renamed = somebody(10);
    renamed.headline = "Mine".into();
    does(
        &store,
        Deed::EditContact,
        write(move |w| w.save_contact(&renamed, &Author::Owner).map(drop)),
    );
    store.undo(now()).unwrap().unwrap();
    let mut newer = somebody(10);
    newer.headline = "From the file".into();
    newer.name.shown = "Person X".into();
    let author = import(2);
    does(&store, Deed::Import, write(move |w| w.save_contact(&newer, &author).map(drop)));
    let kept = store.read(|r| r.contact(who(10))).unwrap().unwrap();
    assert_eq!((kept.headline.as_str(), kept.name.shown.as_str()), ("From the file", "Person X"));
}

#[test]
fn a_merge_does_not_come_back_in_a_circle() {
    let store = with_three();
    let first =
        does(&store, Deed::MergeContacts, write(|w| w.merge_contacts(who(0), who(1)).map(drop)));
    let apart = store.undo_batch(first.batch.unwrap(), now()).unwrap().unwrap();
    does(&store, Deed::MergeContacts, write(|w| w.merge_contacts(who(1), who(0)).map(drop)));
    store.undo_batch(apart.batch.unwrap(), now()).unwrap();
    let ids = store.read(|r| r.contact_ids()).unwrap();
    assert_eq!(ids, [who(1), who(2)]);
    assert_eq!(store.read(|r| r.resolve(who(0))).unwrap(), who(1));
}

/// One random edit.
#[derive(Clone, Debug)]
enum Step {
    Save { who: u8, name: String, emails: Vec<u8>, tags: Vec<u8>, posts: Vec<u8> },
    Delete(u8),
    Merge(u8, u8),
    Unmerge(u8),
    Note { note: u8, about: u8, text: String },
    RemoveNote(u8),
    Promise { promise: u8, done: bool },
    Circle(u8, bool),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    let few = || prop::collection::vec(0_u8..4, 0..4);
    prop_oneof![
        4 => (0_u8..5, "[a-c]{0,3}", few(), few(), few()).prop_map(|(who, name, emails, tags, posts)| {
            Step::Save { who, name, emails, tags, posts }
        }),
        1 => (0_u8..5).prop_map(Step::Delete),
        2 => (0_u8..5, 0_u8..5).prop_map(|(a, b)| Step::Merge(a, b)),
        1 => (0_u8..5).prop_map(Step::Unmerge),
        2 => (0_u8..4, 0_u8..5, "[a-c]{0,2}").prop_map(|(note, about, text)| Step::Note { note, about, text }),
        1 => (0_u8..4).prop_map(Step::RemoveNote),
        1 => (0_u8..3, any::<bool>()).prop_map(|(promise, done)| Step::Promise { promise, done }),
        1 => (0_u8..2, any::<bool>()).prop_map(|(circle, there)| Step::Circle(circle, there)),
        1 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

#[allow(clippy::too_many_lines, reason = "one arm for each step")]
fn take(step: Step) -> Write {
    let owner = &Author::Owner;
    match step {
        Step::Save { who, name, emails, tags, posts } => write(move |w| {
            let mut contact = somebody(who);
            contact.name.shown = name;
            contact.identities = emails
                .iter()
                .filter_map(|number| Identity::email(&format!("e{number}@example.org")))
                .collect();
            contact.tags = tags.iter().map(|tag| format!("t{tag}")).collect();
            contact.positions = posts
                .iter()
                .map(|post| Position { organisation: format!("o{post}"), ..Position::default() })
                .collect();
            w.save_contact(&contact, owner).map(drop)
        }),
        Step::Delete(number) => write(move |w| w.delete_contact(who(number)).map(drop)),
        Step::Merge(a, b) => write(move |w| w.merge_contacts(who(a), who(b)).map(drop)),
        Step::Unmerge(number) => write(move |w| w.unmerge_contact(who(number)).map(drop)),
        Step::Note { note: number, about, text } => {
            write(move |w| w.add_note(&note(number, about, &text), owner).map(drop))
        }
        Step::RemoveNote(number) => {
            write(move |w| w.remove_note(NoteId(uid("note", number))).map(drop))
        }
        Step::Promise { promise: number, done } => write(move |w| {
            w.save_promise(&Promise { done, contact: None, ..promise(number) }).map(drop)
        }),
        Step::Circle(number, there) => write(move |w| {
            let id = CircleId(uid("circle", number));
            if there {
                w.save_circle(&Circle { id, name: "c".into(), cadence_days: 7 }).map(drop)
            } else {
                w.remove_circle(id).map(drop)
            }
        }),
        Step::Undo | Step::Redo => write(|_| Ok(())),
    }
}

/// So many sequences of deeds; `PROPTEST_CASES` asks for more.
const SEQUENCES: u32 = 500;

fn sequences() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(SEQUENCES), ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(sequences())]
    #[test]
    fn whatever_was_done_undoing_it_all_leads_back(steps in prop::collection::vec(step(), 1..14)) {
        let store = Store::in_memory(now()).unwrap();
        does(&store, Deed::Rebuild, write(|w| {
            for number in 0..3 {
                w.save_contact(&somebody(number), &Author::Owner)?;
            }
            Ok(())
        }));
        let before = looks(&store);
        for step in steps {
            match step {
                Step::Undo => drop(store.undo(now()).unwrap()),
                Step::Redo => drop(store.redo(now()).unwrap()),
                // What makes no sense (a note about nobody) is refused and leaves nothing.
                step => drop(store.transact(Deed::EditContact, now(), take(step))),
            }
        }
        let after = looks(&store);
        let mut undone = 0;
        while store.undo(now()).unwrap().is_some() {
            undone += 1;
        }
        prop_assert_eq!(looks(&store), before);
        for _ in 0..undone {
            prop_assert!(store.redo(now()).unwrap().is_some());
        }
        prop_assert_eq!(looks(&store), after);
    }
}

#[test]
fn a_contact_with_whom_something_was_logged_stays_when_its_import_goes() {
    let store = with_three();
    let (ada, bea) = (crate::told::person("Ada"), crate::told::person("Bea"));
    let author = import(1);
    store.told(Deed::Import, move |w| {
        for (id, name) in [(ada, "Ada"), (bea, "Bea")] {
            w.save_contact(&Contact::named(id, Name::from_shown(name)), &author)?;
        }
        Ok(())
    });
    store.keeps(&[crate::told::from(1, "Ada", "Hello")]);
    store.take_back_import(ImportId(uid("import", 1)), now()).unwrap().unwrap();
    let (ada, bea) = store.asked(|r| Ok((r.contact(ada)?, r.contact(bea)?)));
    assert!(ada.is_some() && bea.is_none());
}

#[test]
fn who_was_merged_or_corrected_since_stays_when_their_import_goes() {
    let store = with_three();
    brings(&store, 1, [10, 11]);
    store.told(Deed::MergeContacts, |w| w.merge_contacts(who(0), who(10)));
    store.told(Deed::EditContact, |w| {
        let mut contact = w.contact(who(11))?.unwrap();
        contact.headline = "Mine".into();
        w.save_contact(&contact, &Author::Owner)
    });
    store.take_back_import(ImportId(uid("import", 1)), now()).unwrap().unwrap();
    assert_eq!(store.asked(|r| r.resolve(who(10))), who(0));
    assert_eq!(store.asked(|r| r.contact(who(11))).unwrap().headline, "Mine");
    let notes = store.asked(|r| Ok((r.notes_of(who(10))?, r.notes_of(who(11))?)));
    assert_eq!((notes.0.len(), notes.1.len()), (1, 0), "what the files noted goes");
}

#[test]
fn an_import_and_a_deed_in_between_are_taken_back_one_after_the_other() {
    let store = with_three();
    let before = looks(&store);
    brings(&store, 1, [10, 11]);
    does(&store, Deed::DeleteContact, write(|w| w.delete_contact(who(10)).map(drop)));
    assert_eq!(store.undo(now()).unwrap().unwrap().value, Deed::DeleteContact);
    assert_eq!(store.undo(now()).unwrap().unwrap().value, Deed::Import);
    assert_eq!(looks(&store), before);
}

#[test]
fn what_a_newer_release_wrote_stays_in_the_log_and_does_not_hinder() {
    let store = with_three();
    let before = looks(&store);
    store.told(Deed::EditSettings, |w| {
        w.set_setting("theme", Some("light"))?;
        let batch = w.batch_row()?;
        w.db().execute(
            "INSERT INTO op (batch, clock, kind, uid, field, old, new, cause) VALUES \
             (?1, 1, 'hologram', x'00', 'depth', 1, 2, 'owner'), \
             (?1, 2, 'setting', x'00', 'colour', 1, 2, 'owner')",
            [batch],
        )?;
        Ok(())
    });
    store.undo(now()).unwrap().unwrap();
    assert_eq!(looks(&store), before);
}

#[test]
fn the_next_to_be_taken_back_is_looked_up_and_not_searched_for() {
    let store = with_three();
    for ask in [
        include_str!("next.sql"),
        include_str!("ops.sql"),
        include_str!("cause_before.sql"),
        include_str!("later.sql"),
        include_str!("contact_in_use.sql"),
    ] {
        let plan = store.plan_of(ask);
        let indexed = |step: &&String| !step.contains("INDEX") && !step.contains("PRIMARY KEY");
        let scans: Vec<&String> = plan.iter().filter(|s| s.starts_with("SCAN ")).collect();
        let bare: Vec<&&String> = scans.iter().filter(|step| indexed(step)).collect();
        assert!(bare.iter().all(|step| step.contains("CONSTANT")), "{plan:#?}");
    }
}
