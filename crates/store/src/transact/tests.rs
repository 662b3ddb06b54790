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
