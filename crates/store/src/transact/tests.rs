use crate::told::{ago, now, person, store};
use crate::{Author, BatchId, Deed, Fault, ListWanted, Store};
use model::{Contact, Identity, Name};
use std::sync::mpsc;

fn ada() -> Contact {
    Contact::named(person("Ada"), Name::from_shown("Ada"))
}

fn count(store: &Store, ask: &'static str) -> u32 {
    store.asked(|reader| Ok(reader.db().query_row(ask, [], |row| row.get(0))?))
}

#[test]
fn what_fails_leaves_no_trace() {
    let store = store();
    let failed = store.transact(Deed::AddContact, now(), |writer| {
        writer.save_contact(&ada(), &Author::Owner)?;
        Err::<(), _>(Fault::Missing("contact"))
    });
    assert!(matches!(failed, Err(Fault::Missing("contact"))));
    assert_eq!(store.asked(|reader| reader.contact(ada().id)), None);
    assert_eq!(count(&store, "SELECT count(*) FROM op"), 0);
    assert_eq!(count(&store, "SELECT count(*) FROM batch"), 0);
}

#[test]
fn a_panic_is_the_callers_and_the_writer_lives() {
    let store = store();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.transact(Deed::AddContact, now(), |writer| -> Result<(), Fault> {
            writer.save_contact(&ada(), &Author::Owner)?;
            panic!("a mistake of ours")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(store.asked(|reader| reader.contact(ada().id)), None);
    store.knows(&["Bea"]);
    assert!(store.asked(|reader| reader.contact(person("Bea"))).is_some());
}

#[test]
fn a_reader_sees_one_moment_while_a_long_write_runs() {
    let store = store();
    store.knows(&["Ada"]);
    let (began, has_begun) = mpsc::channel();
    let (go_on, may_end) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            store.transact(Deed::AddContact, now(), move |writer| {
                for number in 0..300 {
                    let id = writer.new_contact_id();
                    let name = Name::from_shown(&format!("Person {number}"));
                    writer.save_contact(&Contact::named(id, name), &Author::Owner)?;
                }
                began.send(()).unwrap();
                may_end.recv().unwrap();
                Ok(())
            })
        });
        has_begun.recv().unwrap();
        let list = ListWanted { limit: 500, ..ListWanted::default() };
        // Asked before, across and after the end of the writing: the moment does not move.
        store.asked(|reader| {
            assert_eq!(reader.contact_list(&list)?.total, 1);
            go_on.send(()).unwrap();
            while !writing.is_finished() {
                std::thread::yield_now();
            }
            assert_eq!(reader.contact_list(&list)?.total, 1);
            Ok(())
        });
        assert_eq!(store.asked(|reader| reader.contact_list(&list)).total, 301);
    });
}

#[test]
fn deeds_of_many_threads_queue_up() {
    let store = store();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let store = &store;
            scope.spawn(move || {
                for number in 0..5 {
                    store.knows(&[&format!("Person {thread} {number}")]);
                }
            });
        }
    });
    assert_eq!(store.asked(|reader| reader.contact_ids()).len(), 40);
}

#[test]
fn where_nothing_changes_there_is_no_batch() {
    let store = store();
    store.knows(&["Ada"]);
    let done = store.told(Deed::EditContact, |writer| writer.save_contact(&ada(), &Author::Owner));
    assert_eq!((done.value, done.batch), (false, None));
    assert!(done.touched.contacts.is_empty());
}

#[test]
fn a_deed_says_what_it_touched() {
    let store = store();
    store.knows(&["Ada", "Bea"]);
    let done = store.told(Deed::MergeContacts, |w| w.merge_contacts(person("Ada"), person("Bea")));
    assert_eq!(done.touched.contacts, [person("Ada"), person("Bea")].into());
    let noted = store.told(Deed::EditNote, |w| Ok(crate::told::note(w, "Bea", "Sings")));
    assert!(noted.touched.notes && !noted.touched.promises);
    assert!(noted.touched.contacts.contains(&person("Ada")), "that is where it is shown");
}

#[test]
fn every_op_is_later_than_the_one_before_also_when_the_wall_clock_goes_back() {
    let store = store();
    store.knows(&["Ada"]);
    store
        .transact(Deed::AddContact, ago(400), |writer| {
            let bea = Contact::named(person("Bea"), Name::from_shown("Bea"));
            writer.save_contact(&bea, &Author::Owner)
        })
        .unwrap();
    let unordered = "SELECT count(*) FROM op AS a JOIN op AS b ON b.id = a.id + 1 \
                     WHERE b.clock <= a.clock";
    assert_eq!(count(&store, unordered), 0);
    assert_eq!(count(&store, "SELECT count(*) FROM op WHERE clock > (SELECT clock FROM store)"), 0);
}

#[test]
fn the_log_tells_who_what_and_when() {
    let store = store();
    let mut contact = ada();
    contact.identities.extend(Identity::email("ada@example.org"));
    store.told(Deed::AddContact, move |w| w.save_contact(&contact, &Author::Owner));
    let renamed = Contact { pronouns: "she/her".into(), ..ada() };
    store.told(Deed::EditContact, move |w| w.save_contact(&renamed, &Author::Owner));
    let lines: Vec<String> = store.asked(|reader| {
        let mut ask = reader.db().prepare(
            "SELECT batch.deed || ' ' || kind || '.' || field || ' ' || cause || ' ' || \
             coalesce(made, old || '>' || new) FROM op JOIN batch ON batch.id = op.batch \
             ORDER BY op.id",
        )?;
        let lines = ask.query_map([], |row| row.get(0))?;
        Ok(lines.collect::<Result<_, _>>()?)
    });
    assert!(lines[0].starts_with("add-contact contact.removed owner {"));
    assert!(lines[0].contains(r#""shown":"t:Ada""#) && !lines[0].contains("pronouns"));
    assert!(lines[1].starts_with("add-contact identity.removed owner {"));
    for field in [r#""contact":"x:"#, r#""value":"t:ada@example.org""#, r#""place":1"#] {
        assert!(lines[1].contains(field), "{field}");
    }
    assert_eq!(lines[2], "edit-contact contact.pronouns owner >she/her");
    assert_eq!(lines[3], "edit-contact identity.removed owner 0>1");
    assert_eq!(lines.len(), 4);
}

#[test]
fn every_deed_has_a_word_of_its_own() {
    for deed in Deed::ALL {
        assert_eq!(Deed::from_word(deed.word()), Some(*deed));
    }
    assert_eq!(Deed::from_word("dance"), None);
}

#[test]
fn a_batch_is_read_as_it_is_written() {
    let store = store();
    let done = store.told(Deed::EditSettings, |w| w.set_setting("theme", Some("dark")));
    let batch = done.batch.unwrap();
    assert_eq!(batch.to_string().parse::<BatchId>(), Ok(batch));
}

/// An hour and ten years, both ways.
const OFF: [i64; 4] = [3_600_000, -3_600_000, 315_576_000_000, -315_576_000_000];

fn off(millis: i64) -> model::Moment {
    model::Moment::from_millis(now().millis() + millis, None)
}

/// What is done, one thing after the other, each at the clock's word.
fn does_three(store: &Store, clocks: [model::Moment; 3]) {
    let letter = |day| crate::told::from(day, "Ada", "about the orchard");
    let deeds = [
        (Deed::AddContact, clocks[0]),
        (Deed::EditSettings, clocks[1]),
        (Deed::LogInteraction, clocks[2]),
    ];
    for (deed, at) in deeds {
        let done = store.transact(deed, at, move |writer| match deed {
            Deed::AddContact => writer.save_contact(&ada(), &Author::Owner).map(drop),
            Deed::EditSettings => writer.set_setting("theme", Some("dark")).map(drop),
            _ => writer.add_interaction(&letter(1), &crate::Origin::OWNER).map(drop),
        });
        assert!(done.unwrap().batch.is_some());
    }
}

#[test]
fn however_the_clock_is_set_meanwhile_the_same_is_kept_and_undone_in_the_order_it_was_done() {
    let steady = store();
    does_three(&steady, [now(), now(), now()]);
    let digest = |store: &Store| store.asked(|reader| reader.digest());
    for millis in OFF {
        let store = store();
        does_three(&store, [now(), off(millis), now()]);
        assert_eq!(digest(&store), digest(&steady), "{millis}");
        let undone: Vec<_> = (0..3)
            .map(|step| store.undo(if step == 1 { off(-millis) } else { now() }).unwrap().unwrap())
            .collect();
        let deeds: Vec<_> = undone.iter().map(|done| done.value).collect();
        assert_eq!(deeds, [Deed::LogInteraction, Deed::EditSettings, Deed::AddContact]);
    }
}

#[test]
fn an_import_in_whose_middle_the_clock_is_set_back_is_taken_back_whole() {
    for millis in OFF {
        let store = store();
        store.knows(&["Bea"]);
        let before = store.asked(|reader| reader.digest());
        let import = model::ImportId(model::Uid::derived(&[b"import"]));
        for (number, at) in [(1, now()), (2, off(millis)), (3, off(2 * millis))] {
            let letter = crate::told::from(number, "Bea", &format!("letter {number}"));
            store
                .transact(Deed::Import, at, move |writer| {
                    writer.begin_import(&["mail.mbox".to_owned()], &import.0)?;
                    let origin =
                        crate::Origin { source: "mail", native_id: "", import: Some(import) };
                    writer.add_interaction(&letter, &origin)
                })
                .unwrap();
        }
        assert_eq!(store.asked(|reader| reader.counts()).interactions, 3);
        store.take_back_import(import, off(-millis)).unwrap().unwrap();
        assert_eq!(store.asked(|reader| reader.digest()), before, "{millis}");
    }
}

#[test]
fn a_store_of_a_later_clock_is_opened_and_written_by_an_earlier_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    drop(Store::open(&path, None, off(OFF[2])).unwrap());
    let store = Store::open(&path, None, now()).unwrap();
    does_three(&store, [now(), now(), now()]);
    let clocks: Vec<i64> = store.asked(|reader| {
        let mut ask = reader.db().prepare("SELECT clock FROM op ORDER BY id")?;
        let clocks = ask.query_map([], |row| row.get(0))?;
        Ok(clocks.collect::<Result<_, _>>()?)
    });
    assert!(clocks.is_sorted() && clocks[0] >= off(OFF[2]).millis() << 16);
}
