use crate::told::{ago, from, message, note, now, person, store, to, within};
use crate::{Added, Deed, Origin, Packed, Reader, Store};
use model::{Act, ActKind, Direction, Identity, Interaction, InteractionId, Uid};
use rusqlite::types::Value;

/// Every derived table with its rows, and every word of the two indexes.
fn everything_derived(store: &Store) -> Vec<String> {
    store.weighs();
    let done = store.told(Deed::Rebuild, |writer| {
        let db = writer.db();
        db.execute_batch(
            "CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, derived_search_0, instance);
             CREATE VIRTUAL TABLE temp.seen_note
             USING fts5vocab (main, derived_search_note, instance);",
        )?;
        let mut all = Vec::new();
        let mut ask = db.prepare(
            "SELECT name FROM main.sqlite_schema
             WHERE type = 'table' AND name LIKE 'derived!_%' ESCAPE '!'
               AND name NOT LIKE 'derived!_search%' ESCAPE '!' ORDER BY name",
        )?;
        let tables: Vec<String> = ask.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        assert!(tables.len() >= 7, "{tables:?}");
        for table in tables.into_iter().chain(["seen".into(), "seen_note".into()]) {
            let mut ask = db.prepare(&format!("SELECT * FROM {table}"))?;
            let columns = ask.column_count();
            let mut rows = ask.query([])?;
            let mut lines = Vec::new();
            while let Some(row) = rows.next()? {
                let values: Vec<Value> =
                    (0..columns).map(|column| row.get(column)).collect::<Result<_, _>>()?;
                lines.push(format!("{table}: {values:?}"));
            }
            lines.sort();
            all.push(format!("{table}: {}", lines.len()));
            all.extend(lines);
        }
        db.execute_batch("DROP TABLE temp.seen; DROP TABLE temp.seen_note;")?;
        Ok(all)
    });
    done.value
}

/// A store after a life: added, removed, undone, merged, parted, judged, corrected.
fn lived() -> Store {
    let store = store();
    store.knows(&["Ada", "A. King", "Bea", "B. Queen", "Chidi"]);
    let told = [
        within("plans", from(9, "Ada", "Could you help? 予算")),
        within("plans", to(8, "Ada", "Here is a map")),
        message(Direction::Out, 7, &["Ada", "A. King", "Bea"], "To all of you"),
        from(6, "A. King", "Under another name"),
        from(5, "Chidi", "Gone tomorrow"),
    ];
    store.keeps(&told);
    store.keeps(&[from(1, "Bea", "Undone")]);
    store.undo(now()).unwrap();
    let gone = told[4].id;
    store.told(Deed::RemoveInteraction, move |writer| writer.remove_interaction(gone));
    store.told(Deed::EditNote, |writer| {
        Ok((note(writer, "Ada", "Sails"), note(writer, "Bea", "Rows")))
    });
    store.undo(now()).unwrap();
    store.redo(now()).unwrap();
    merge_and_part(&store);
    judge_and_correct(&store, told[0].id);
    store.keeps(&[from(0, "A. King", "After the merge")]);
    store
}

fn merge_and_part(store: &Store) {
    store.told(Deed::MergeContacts, |writer| {
        writer.merge_contacts(person("Ada"), person("A. King"))?;
        writer.merge_contacts(person("Bea"), person("B. Queen"))
    });
    store.told(Deed::UnmergeContact, |writer| writer.unmerge_contact(person("B. Queen")));
}

fn judge_and_correct(store: &Store, asking: InteractionId) {
    store.told(Deed::Judge, move |writer| {
        let ask = Act { kind: ActKind::Ask, sentence: 0..15, certainty: 0.5 };
        writer.put_acts(asking, &[ask], 1)?;
        writer.put_sketch(asking, &[1, 2, 3, 4], 1)?;
        writer.correct_act(asking, Some(0..15), ActKind::Give)
    });
}

#[test]
fn what_is_derived_is_made_again_as_it_was() {
    let store = lived();
    let before = everything_derived(&store);
    // What waits to be indexed or weighed is nothing once a life has been lived.
    let waits = |line: &str| line.starts_with("derived_unindexed") || line.contains("_stale_");
    let is_empty = |line: &&String| line.ends_with(": 0") && !waits(line);
    let empty: Vec<_> = before.iter().filter(is_empty).collect();
    assert!(empty.is_empty(), "this compares nothing: {empty:?}");
    store.told(Deed::Rebuild, |writer| writer.rebuild_derived());
    assert_eq!(everything_derived(&store), before);
}

#[test]
fn what_was_lost_or_wrong_is_put_right() {
    let store = lived();
    let before = everything_derived(&store);
    store.told(Deed::Rebuild, |writer| {
        writer.db().execute_batch(
            "DELETE FROM derived_passed; UPDATE derived_contact SET interactions = 99;
             UPDATE derived_weighed SET bytes = x'00'; UPDATE derived_month SET starts_out = 9;
             UPDATE derived_judged SET asks = 1, gives = 1; DELETE FROM derived_line;
             INSERT INTO derived_search_0 (rowid, text) VALUES (999, 'nonsense');
             DELETE FROM derived_search_note;",
        )?;
        Ok(())
    });
    assert_ne!(everything_derived(&store), before);
    store.told(Deed::Rebuild, |writer| writer.rebuild_derived());
    assert_eq!(everything_derived(&store), before);
}

/// (interactions, received, sent, last_at) of somebody.
fn counters(store: &Store, name: &str) -> Option<(u32, u32, u32, i64)> {
    let who = person(name);
    store.asked(|reader: &Reader<'_>| {
        let Some(row) = reader.contact_row(who)? else {
            return Ok(None);
        };
        let mut ask = reader.db().prepare(
            "SELECT interactions, received, sent, last_at FROM derived_contact WHERE contact = ?1",
        )?;
        let mut rows = ask.query([row])?;
        Ok(match rows.next()? {
            Some(row) => Some((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
            None => None,
        })
    })
}

#[test]
fn counters_follow_adding_removing_and_undoing() {
    let store = store();
    store.knows(&["Ada", "Bea"]);
    assert_eq!(counters(&store, "Ada"), None);
    store.keeps(&[from(3, "Ada", "a"), to(2, "Ada", "b"), from(9, "Bea", "c")]);
    assert_eq!(counters(&store, "Ada"), Some((2, 1, 1, ago(2).millis())));
    let last = to(1, "Ada", "d");
    let id = last.id;
    store.keeps(&[last, from(5, "Ada", "older, brought in later")]);
    assert_eq!(counters(&store, "Ada"), Some((4, 2, 2, ago(1).millis())));
    store.told(Deed::RemoveInteraction, move |writer| writer.remove_interaction(id));
    assert_eq!(counters(&store, "Ada"), Some((3, 2, 1, ago(2).millis())));
    store.undo(now()).unwrap();
    store.undo(now()).unwrap();
    assert_eq!(counters(&store, "Ada"), Some((2, 1, 1, ago(2).millis())));
    store.undo(now()).unwrap();
    assert_eq!(counters(&store, "Ada"), None);
    assert_eq!(counters(&store, "Bea"), None);
}

#[test]
fn somebody_twice_in_one_interaction_is_counted_once() {
    let store = store();
    store.knows(&["Ada", "A. King"]);
    store.keeps(&[message(Direction::Out, 1, &["Ada", "A. King", "Ada"], "Twice")]);
    assert_eq!(counters(&store, "Ada").unwrap().0, 1);
    store.told(Deed::MergeContacts, |writer| {
        writer.merge_contacts(person("Ada"), person("A. King"))
    });
    assert_eq!(counters(&store, "Ada").unwrap().0, 1);
    store.keeps(&[message(Direction::Out, 0, &["A. King", "Ada"], "Again")]);
    assert_eq!(counters(&store, "Ada").unwrap().0, 2);
}

#[test]
fn added_and_removed_in_one_deed_is_as_if_nothing_was() {
    let store = store();
    store.knows(&["Ada"]);
    let told = from(1, "Ada", "Hello");
    store.told(Deed::LogInteraction, move |writer| {
        writer.add_interaction(&told, &Origin::OWNER)?;
        writer.remove_interaction(told.id)
    });
    assert_eq!(counters(&store, "Ada"), None);
    assert_eq!(store.found("hello"), []);
}

#[test]
fn a_merge_and_new_interactions_in_one_deed_count_right() {
    let store = store();
    store.knows(&["Ada", "A. King"]);
    store.keeps(&[from(3, "Ada", "a"), from(2, "A. King", "b")]);
    let told = from(1, "A. King", "c");
    store.told(Deed::MergeContacts, move |writer| {
        writer.add_interaction(&told, &Origin::OWNER)?;
        writer.merge_contacts(person("Ada"), person("A. King"))
    });
    assert_eq!(counters(&store, "Ada"), Some((3, 3, 0, ago(1).millis())));
    assert_eq!(counters(&store, "A. King"), counters(&store, "Ada"));
    store.undo(now()).unwrap();
    assert_eq!(counters(&store, "Ada"), Some((1, 1, 0, ago(3).millis())));
    assert_eq!(counters(&store, "A. King"), Some((1, 1, 0, ago(2).millis())));
}

#[test]
fn a_deed_that_fails_leaves_nothing_to_follow_up() {
    let store = store();
    store.knows(&["Ada"]);
    let told = from(1, "Ada", "Hello");
    let failed = store.transact(Deed::LogInteraction, now(), move |writer| {
        writer.add_interaction(&told, &Origin::OWNER)?;
        Err::<(), _>(crate::Fault::Missing("patience"))
    });
    assert!(failed.is_err());
    let done = store.keeps(&[]);
    assert_eq!(done.touched, crate::Touched::default());
    assert_eq!(counters(&store, "Ada"), None);
}

/// Interactions of an import: `count` of them with 300 people, in 100-word texts.
fn many(count: usize) -> Vec<Interaction> {
    let words = ["plan", "budget", "harvest", "meeting", "travel", "garden", "letter", "house"];
    let of = |n: usize| {
        let who = format!("Person {}", n % 300);
        let text: Vec<String> = (0..100)
            .map(|w| format!("{}{}", words[(n * 7 + w * w) % 8], (n + w * 13) % 97))
            .collect();
        let direction = if n.is_multiple_of(3) { Direction::Out } else { Direction::In };
        let one = message(direction, (n % 900) as i64, &[&who], &text.join(" "));
        let id = InteractionId(Uid::derived(&[b"many", &n.to_le_bytes()]));
        Interaction { id, ..within(&format!("thread {}", n / 5), one) }
    };
    (0..count).map(of).collect()
}

#[test]
fn twenty_thousand_come_in_and_go_as_one() {
    let store = store();
    let names: Vec<String> = (0..300).map(|n| format!("Person {n}")).collect();
    store.knows(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let told = many(20_000);
    for batch in told.chunks(5_000) {
        let batch = batch.to_vec();
        let done = store.told(Deed::Import, move |writer| {
            let import = writer.begin_import(&[], &Uid::derived(&[b"many"]))?;
            let raw = "Subject: a source of some length\r\n".repeat(20);
            for one in &batch {
                let origin = Origin { source: "mail", native_id: "", import: Some(import) };
                let packed = Packed::of(one, raw.as_bytes());
                assert_eq!(writer.add_packed(one, &origin, &packed)?, Added::New);
            }
            Ok(())
        });
        assert_eq!(done.touched.contacts.len(), 300);
    }
    assert_eq!(store.asked(|reader| reader.counts()).interactions, 20_000);
    store.undo(now()).unwrap();
    assert_eq!(store.asked(|reader| reader.counts()).interactions, 0);
}

#[test]
fn an_address_that_changes_is_found_anew() {
    let store = store();
    store.knows(&["Ada"]);
    store.told(Deed::EditContact, |writer| {
        let mut ada = writer.contact(person("Ada"))?.unwrap();
        ada.identities.extend(Identity::email("king@example.org"));
        writer.save_contact(&ada, &crate::Author::Owner)
    });
    store.told(Deed::Rebuild, |writer| writer.rebuild_derived());
    let wanted = crate::SearchWanted { query: "king".into(), limit: 5, ..Default::default() };
    assert_eq!(store.asked(|reader| reader.search(&wanted)).contacts, [person("Ada")]);
}
