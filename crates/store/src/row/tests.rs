use super::*;
use crate::Deed;
use crate::told::{now, store};
use std::collections::BTreeSet;

#[test]
fn every_kind_has_a_word_of_its_own_and_the_columns_it_names() {
    let store = store();
    let mut words = BTreeSet::new();
    for kind in kinds() {
        assert!(words.insert(kind.word), "{} twice", kind.word);
        let columns = [&["uid", REMOVED], kind.fields].concat().join(", ");
        let ask = format!("SELECT {columns} FROM {}", kind.table);
        store.asked(|reader| Ok(reader.db().prepare(&ask).map(drop)?));
    }
    // In the log for ever: a word may come, none may go.
    for word in [
        "contact",
        "identity",
        "position",
        "dated_day",
        "tag",
        "alias",
        "card",
        "note",
        "promise",
        "circle",
        "group",
        "group_member",
        "draft",
        "recipient",
        "dismissal",
        "owner_fact",
        "setting",
    ] {
        assert!(words.contains(word), "{word} is gone");
    }
}

#[test]
fn every_table_with_a_tombstone_is_a_kind() {
    let store = store();
    let tables: BTreeSet<&str> = kinds().map(|kind| kind.table).collect();
    let found: Vec<String> = store.asked(|reader| {
        let mut ask = reader.db().prepare(
            "SELECT t.name FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c \
             WHERE t.schema = 'main' AND t.type = 'table' AND c.name = 'removed'",
        )?;
        let names = ask.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    });
    assert!(found.len() > 10);
    for table in found {
        assert!(tables.contains(table.as_str()), "{table} could not be undone");
    }
}

#[test]
fn what_was_never_made_cannot_be_set() {
    let store = store();
    let row = Row::new(&crate::contact::CONTACT, Uid::derived(&[b"nobody"]));
    let set = store.transact(Deed::EditContact, now(), move |w| w.set(row, "shown", text("x")));
    assert!(matches!(set, Err(Fault::Missing("contact"))));
    assert!(!store.told(Deed::EditContact, move |w| w.remove(row)).value);
}

#[test]
fn what_is_owner_made_no_foreign_hand_removes() {
    let store = store();
    store.knows(&["Ada"]);
    let row = Row::new(&crate::contact::CONTACT, crate::told::person("Ada").0);
    let import = Author::Import(model::ImportId(Uid::derived(&[b"import"])));
    let removed = store.told(Deed::Import, move |w| w.on_behalf(import, |w| w.remove(row))).value;
    assert!(!removed && store.asked(|r| r.stands(row)));
    assert!(store.told(Deed::DeleteContact, move |w| w.remove(row)).value);
}
