use crate::told::{now, person, store};
use crate::{Author, Deed, Fault, Store};
use model::{Contact, ContactId, Group, GroupId, Identity, Name, Promise, PromiseKind, Uid};

fn with(name: &str) -> Contact {
    let mut contact = Contact::named(person(name), Name::from_shown(name));
    contact.identities.extend(Identity::email(&format!("{name}@example.org")));
    contact.tags = vec![name.to_lowercase(), "friend".into()];
    contact
}

fn knowing(names: &[&str]) -> Store {
    let store = store();
    for contact in names.iter().map(|name| with(name)) {
        store.told(Deed::AddContact, move |w| w.save_contact(&contact, &Author::Owner));
    }
    store
}

fn merge(store: &Store, kept: &str, merged: &str) -> bool {
    let (kept, merged) = (person(kept), person(merged));
    store.told(Deed::MergeContacts, move |w| w.merge_contacts(kept, merged)).value
}

fn unmerge(store: &Store, merged: &str) -> bool {
    let merged = person(merged);
    store.told(Deed::UnmergeContact, move |w| w.unmerge_contact(merged)).value
}

fn read(store: &Store, name: &str) -> Option<Contact> {
    store.asked(|r| r.contact(person(name)))
}

fn everybody(store: &Store) -> Vec<ContactId> {
    store.asked(|r| r.contact_ids())
}

/// What is derived from merges, whichever way it came about.
fn derived(store: &Store) -> Vec<(i64, i64)> {
    store.asked(|r| {
        let mut ask = r.db().prepare("SELECT * FROM derived_alias ORDER BY 1")?;
        let rows = ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    })
}

#[test]
fn two_are_read_as_one_with_all_that_both_have() {
    let store = knowing(&["Ada", "Bea"]);
    assert!(merge(&store, "Ada", "Bea"));
    let one = read(&store, "Bea").unwrap();
    assert_eq!(one, read(&store, "Ada").unwrap());
    assert_eq!((one.id, one.name.shown.as_str()), (person("Ada"), "Ada"));
    let values: Vec<&str> = one.identities.iter().map(Identity::value).collect();
    assert_eq!(values, ["ada@example.org", "bea@example.org"]);
    assert_eq!(one.tags, ["ada", "friend", "bea"], "what both have is there once");
    assert_eq!(everybody(&store), [person("Ada")]);
    let bea = Identity::email("bea@example.org").unwrap();
    assert_eq!(store.asked(|r| r.contact_by_identity(&bea)), Some(person("Ada")));
    assert_eq!(store.asked(|r| r.merged_into(person("Ada"))), [person("Bea")]);
    assert_eq!(
        store.asked(|r| r.tags()),
        [("ada".into(), 1), ("bea".into(), 1), ("friend".into(), 1)]
    );
}

#[test]
fn making_two_of_one_is_the_exact_inverse() {
    let store = knowing(&["Ada", "Bea"]);
    let before = (read(&store, "Ada"), read(&store, "Bea"), everybody(&store));
    merge(&store, "Ada", "Bea");
    assert!(unmerge(&store, "Bea"));
    assert_eq!((read(&store, "Ada"), read(&store, "Bea"), everybody(&store)), before);
    assert!(!unmerge(&store, "Bea"));
    assert!(derived(&store).is_empty());
}

#[test]
fn what_is_merged_already_is_not_merged_again() {
    let store = knowing(&["Ada", "Bea"]);
    assert!(!merge(&store, "Ada", "Ada"));
    assert!(merge(&store, "Ada", "Bea"));
    assert!(!merge(&store, "Ada", "Bea") && !merge(&store, "Bea", "Ada"));
    let gone = store.transact(Deed::MergeContacts, now(), |w| {
        w.merge_contacts(person("Ada"), person("Nobody"))
    });
    assert!(matches!(gone, Err(Fault::Missing("contact"))));
}

#[test]
fn a_chain_of_merges_is_read_at_its_end_and_comes_apart_link_by_link() {
    let store = knowing(&["Ada", "Bea", "Chidi", "Dora"]);
    merge(&store, "Bea", "Ada");
    merge(&store, "Chidi", "Dora");
    merge(&store, "Chidi", "Bea");
    assert_eq!(everybody(&store), [person("Chidi")]);
    assert_eq!(store.asked(|r| r.resolve(person("Ada"))), person("Chidi"));
    assert_eq!(read(&store, "Ada").unwrap().identities.len(), 4);
    unmerge(&store, "Bea");
    assert_eq!(everybody(&store), [person("Bea"), person("Chidi")]);
    assert_eq!(store.asked(|r| r.resolve(person("Ada"))), person("Bea"));
    assert_eq!(store.asked(|r| r.resolve(person("Dora"))), person("Chidi"));
}

#[test]
fn what_follows_from_merges_is_the_same_when_it_is_made_anew() {
    let store = knowing(&["Ada", "Bea", "Chidi", "Dora"]);
    merge(&store, "Bea", "Ada");
    merge(&store, "Chidi", "Bea");
    merge(&store, "Chidi", "Dora");
    unmerge(&store, "Dora");
    let before = derived(&store);
    store.told(Deed::Rebuild, |w| w.draw_all());
    assert_eq!(derived(&store), before);
    assert_eq!(before.len(), 2);
}

#[test]
fn editing_the_one_does_not_mix_what_was_two() {
    let store = knowing(&["Ada", "Bea"]);
    merge(&store, "Ada", "Bea");
    let one = read(&store, "Ada").unwrap();
    let again = one.clone();
    let same = store.told(Deed::EditContact, move |w| w.save_contact(&again, &Author::Owner));
    assert!(!same.value, "reading and saying it back is no change");
    let mut edited = one;
    edited.identities.reverse();
    edited.tags = vec!["bea".into(), "new".into()];
    let wanted = edited.clone();
    store.told(Deed::EditContact, move |w| w.save_contact(&edited, &Author::Owner));
    assert_eq!(read(&store, "Ada").unwrap(), wanted);
    unmerge(&store, "Bea");
    assert_eq!(read(&store, "Bea").unwrap().tags, ["bea"]);
    assert_eq!(read(&store, "Bea").unwrap().identities, with("Bea").identities);
    assert_eq!(read(&store, "Ada").unwrap().tags, ["new"]);
}

#[test]
fn saving_under_the_merged_name_saves_the_kept_one() {
    let store = knowing(&["Ada", "Bea"]);
    merge(&store, "Ada", "Bea");
    let mut contact = read(&store, "Bea").unwrap();
    contact.id = person("Bea");
    contact.headline = "Sings".into();
    store.told(Deed::EditContact, move |w| w.save_contact(&contact, &Author::Owner));
    assert_eq!(read(&store, "Ada").unwrap().headline, "Sings");
    store.told(Deed::DeleteContact, |w| w.delete_contact(person("Bea")));
    assert!(everybody(&store).is_empty(), "and so does deleting");
}

/// Bea is noted, promises something, and is in a group.
fn with_a_busy_bea() -> (Store, GroupId) {
    let store = knowing(&["Ada", "Bea"]);
    let id = GroupId(Uid::derived(&[b"g"]));
    store.told(Deed::EditNote, move |w| {
        crate::told::note(w, "Bea", "Sings");
        let (name, place) = ("Rust".into(), String::new());
        w.save_group(&Group { id, name, place })?;
        w.set_group_member(id, person("Bea"), true)?;
        let promise = Promise {
            id: w.new_promise_id(),
            contact: Some(person("Bea")),
            kind: PromiseKind::TheyOwe,
            text: "The score".into(),
            due_on: None,
            done: false,
            made_in: None,
        };
        w.save_promise(&promise)
    });
    (store, id)
}

fn seen(store: &Store, who: &str) -> [usize; 3] {
    let who = person(who);
    store.asked(|r| {
        let (notes, promises) = (r.notes_of(who)?, r.promises_of(who)?);
        Ok([notes.len(), promises.len(), r.groups_of(who)?.len()])
    })
}

#[test]
fn notes_promises_and_groups_are_shared_and_part_again() {
    let (store, group) = with_a_busy_bea();
    assert_eq!(seen(&store, "Ada"), [0; 3]);
    merge(&store, "Ada", "Bea");
    assert_eq!((seen(&store, "Ada"), seen(&store, "Bea")), ([1; 3], [1; 3]));
    let notes = store.asked(|r| r.notes_of(person("Ada")));
    assert_eq!(notes[0].contact, person("Ada"));
    let open = store.asked(|r| r.open_promises());
    assert_eq!(open[0].contact, Some(person("Ada")));
    assert_eq!(store.asked(|r| r.group_members(group)), [person("Ada")]);
    unmerge(&store, "Bea");
    assert_eq!((seen(&store, "Ada"), seen(&store, "Bea")), ([0; 3], [1; 3]));
}
