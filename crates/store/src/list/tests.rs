use super::*;
use crate::told::{ago, from, now, person, scans, store, to};
use crate::{Author, Deed, Store};
use model::{Circle, CircleId, Day, Identity, Name, Position};

fn all() -> ListWanted {
    ListWanted { limit: 100, ..ListWanted::default() }
}

fn page(store: &Store, wanted: ListWanted) -> ContactPage {
    store.asked(|reader| reader.contact_list(&wanted))
}

fn names(store: &Store, wanted: ListWanted) -> Vec<String> {
    page(store, wanted).rows.into_iter().map(|row| row.name).collect()
}

fn by(store: &Store, query: &str) -> Vec<String> {
    names(store, ListWanted { query: query.into(), ..all() })
}

fn somebody(name: &str, organisation: &str, title: &str) -> Contact {
    let mut contact = Contact::named(person(name), Name::from_shown(name));
    let handle = likeness::fold(name).replace(' ', ".");
    contact.identities.extend(Identity::email(&format!("{handle}@example.org")));
    contact.positions.push(Position {
        organisation: organisation.into(),
        title: title.into(),
        ..Position::default()
    });
    contact
}

fn saves(store: &Store, contact: Contact) {
    store.told(Deed::EditContact, move |w| w.save_contact(&contact, &Author::Owner));
}

fn people() -> Store {
    let store = store();
    saves(&store, somebody("Zoë Müller", "Acme", "Head of Sales"));
    saves(&store, Contact { tags: vec!["Chess club".into()], ..somebody("Ada King", "Bank", "") });
    saves(&store, somebody("Bea Okoro", "Acme", "Nurse"));
    saves(&store, Contact { automated: true, ..somebody("News", "Acme", "") });
    saves(&store, somebody("李小龙", "", ""));
    store
}

#[test]
fn the_list_is_in_the_order_of_folded_names() {
    let store = people();
    assert_eq!(names(&store, all()), ["Ada King", "Bea Okoro", "Zoë Müller", "李小龙"]);
    let row = page(&store, all()).rows.remove(2);
    assert_eq!((row.organisation.as_str(), row.title.as_str()), ("Acme", "Head of Sales"));
    assert_eq!((row.last_at, row.interactions, row.photo), (None, 0, false));
}

#[test]
fn each_word_may_begin_any_word_that_is_known_of_somebody() {
    let store = people();
    assert_eq!(by(&store, "zoe mul"), ["Zoë Müller"]);
    assert_eq!(by(&store, "ÜLL"), Vec::<String>::new(), "the middle of a word begins nothing");
    assert_eq!(by(&store, "acm"), ["Bea Okoro", "Zoë Müller"]);
    assert_eq!(by(&store, "acme nur"), ["Bea Okoro"]);
    assert_eq!(by(&store, "club"), ["Ada King"]);
    assert_eq!(by(&store, "bea.okoro@ex"), ["Bea Okoro"]);
    assert_eq!(by(&store, "小龙"), ["李小龙"]);
    assert_eq!(by(&store, "  "), names(&store, all()));
    assert_eq!(by(&store, "%' OR 1=1 --\u{0}"), Vec::<String>::new());
}

#[test]
fn what_is_changed_is_found_by_its_new_words_alone() {
    let store = people();
    saves(&store, somebody("Ada King", "University", ""));
    assert_eq!(by(&store, "univ"), ["Ada King"]);
    assert!(by(&store, "bank").is_empty() && by(&store, "chess").is_empty());
    store.told(Deed::DeleteContact, |w| w.delete_contact(person("Ada King")));
    assert!(by(&store, "ada").is_empty());
    store.undo(now()).unwrap();
    assert_eq!(by(&store, "ada"), ["Ada King"]);
}

#[test]
fn the_merged_are_found_under_the_kept_one() {
    let store = people();
    store.told(Deed::MergeContacts, |w| w.merge_contacts(person("Ada King"), person("Bea Okoro")));
    assert_eq!(by(&store, "bea.okoro"), ["Ada King"]);
    assert_eq!(page(&store, all()).total, 3);
    store.told(Deed::UnmergeContact, |w| w.unmerge_contact(person("Bea Okoro")));
    assert_eq!(by(&store, "bea.okoro"), ["Bea Okoro"]);
}

#[test]
fn lists_and_no_reply_senders_stand_apart() {
    let store = people();
    let of = |kind| names(&store, ListWanted { kind, ..all() });
    assert_eq!(of(ListKind::Automated), ["News"]);
    assert_eq!(of(ListKind::All).len(), 5);
    assert_eq!(of(ListKind::People).len(), 4);
}

#[test]
fn tags_and_circles_narrow_the_list() {
    let store = people();
    let id = CircleId(Uid::derived(&[b"circle"]));
    store.told(Deed::EditCircle, move |w| {
        w.save_circle(&Circle { id, name: "Friends".into(), cadence_days: 30 })?;
        let mut bea = w.contact(person("Bea Okoro"))?.unwrap();
        bea.circle = Some(id);
        w.save_contact(&bea, &Author::Owner)
    });
    let tagged = ListWanted { tag: Some("Chess club".into()), ..all() };
    assert_eq!(names(&store, tagged), ["Ada King"]);
    let friends = ListWanted { circle: Some(id), ..all() };
    let rows = page(&store, friends.clone()).rows;
    assert_eq!((rows.len(), rows[0].circle), (1, Some(id)));
    store.told(Deed::EditCircle, move |w| w.remove_circle(id));
    assert!(names(&store, friends).is_empty());
    assert_eq!(page(&store, all()).rows[0].tags, ["Chess club"]);
}

#[test]
fn pages_follow_one_another() {
    let store = store();
    let many: Vec<String> = (0..25).map(|number| format!("Person {number:02}")).collect();
    store.knows(&many.iter().map(String::as_str).collect::<Vec<_>>());
    let mut seen = Vec::new();
    for offset in [0, 10, 20, 30] {
        let page = page(&store, ListWanted { offset, limit: 10, ..all() });
        assert_eq!(page.total, 25);
        seen.extend(page.rows.into_iter().map(|row| row.name));
    }
    assert_eq!(seen, many);
}

#[test]
fn what_passed_last_orders_the_list() {
    let store = store();
    store.knows(&["Ada", "Bea", "Chidi", "Dora"]);
    store.keeps(&[from(9, "Ada", "Hello"), from(5, "Bea", "Hello"), to(2, "Chidi", "Hello")]);
    let last = ListWanted { order: ListOrder::Last, ..all() };
    assert_eq!(names(&store, last.clone()), ["Chidi", "Bea", "Ada", "Dora"]);
    let silence = ListWanted { order: ListOrder::Silence, ..all() };
    assert_eq!(names(&store, silence), ["Ada", "Bea", "Chidi", "Dora"]);
    let chidi = page(&store, last).rows.remove(0);
    assert_eq!(chidi.last_at, Some(ago(2)));
    assert_eq!((chidi.last_direction, chidi.interactions), (Some(model::Direction::Out), 1));
}

#[test]
fn the_nameless_are_shown_by_their_address() {
    let store = store();
    let mut nameless = Contact::named(person("x"), Name::default());
    nameless.identities.extend(Identity::email("who@example.org"));
    saves(&store, nameless);
    assert_eq!(names(&store, all()), ["who@example.org"]);
}

#[test]
fn drawing_all_again_draws_the_same() {
    let store = people();
    let drawn = |store: &Store| {
        store.asked(|reader| {
            let mut ask = reader.db().prepare(
                "SELECT *, (SELECT group_concat(word) FROM derived_word AS w \
                 WHERE w.contact_rowid = line.contact_rowid) FROM derived_line AS line",
            )?;
            let rows = ask.query_map([], |row| {
                let all: rusqlite::Result<Vec<rusqlite::types::Value>> =
                    (0..7).map(|column| row.get(column)).collect();
                all
            })?;
            Ok(rows.collect::<Result<Vec<_>, _>>()?)
        })
    };
    store.told(Deed::MergeContacts, |w| w.merge_contacts(person("Ada King"), person("Bea Okoro")));
    let mut doubled = somebody("Dora Lind", "Bank", "Clerk");
    doubled
        .positions
        .insert(0, Position { to_on: Day::parse("2020-01-31"), ..doubled.positions[0].clone() });
    doubled.identities.push(doubled.identities[0].clone());
    saves(&store, doubled);
    let before = drawn(&store);
    store.told(Deed::Rebuild, |writer| {
        writer.db().execute_batch("DELETE FROM derived_line; DELETE FROM derived_word;")?;
        writer.draw_all()
    });
    assert_eq!(drawn(&store), before);
    assert_eq!(before.len(), 5);
}

#[test]
fn a_page_by_name_is_read_in_order_without_sorting() {
    let store = people();
    let ask = include_str!("page.sql").replace(
        "-- conditions",
        &format!("WHERE TRUE AND line.automated = 0\n{}", include_str!("by_name.sql")),
    );
    let plan = store.plan_of(&ask);
    assert!(plan.iter().any(|step| step.contains("derived_line_order")), "{plan:#?}");
    assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:#?}");
    let with_word = include_str!("with_word.sql");
    let found = store.plan_of(&format!("{}WHERE TRUE {with_word}", include_str!("count.sql")));
    assert_eq!(scans(&found, &["derived_word", "contact", "line"]), Vec::<String>::new());
}
