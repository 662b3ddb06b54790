use crate::told::{now, person, store};
use crate::{Author, Deed, Fault, Store};
use model::{
    Circle, CircleId, Consent, Contact, ContactId, DatedDay, Day, Identity, ImportId, Name,
    Position, Uid,
};

const OWNER: Author = Author::Owner;

fn import(number: u8) -> Author {
    Author::Import(ImportId(Uid::derived(&[b"import", &[number]])))
}

fn email(address: &str) -> Identity {
    Identity::email(address).unwrap()
}

fn ada() -> Contact {
    let mut ada = Contact::named(person("Ada"), Name::from_shown("Dr Ada King"));
    ada.identities = vec![email("ada@example.org"), Identity::linkedin("in/ada").unwrap()];
    ada
}

/// Somebody of whom everything is known.
fn whole() -> Contact {
    Contact {
        pronouns: "she/her".into(),
        headline: "Counts".into(),
        location: "London".into(),
        how_met: "At a dinner".into(),
        met_through: Some(person("Bea")),
        positions: vec![
            Position {
                organisation: "Acme".into(),
                title: "Head".into(),
                from_on: Day::new(Some(2020), 1, 1),
                to_on: None,
            },
            Position {
                organisation: "Old".into(),
                title: String::new(),
                from_on: None,
                to_on: Day::new(Some(2019), 12, 31),
            },
        ],
        dates: vec![DatedDay { label: "birthday".into(), day: Day::new(None, 12, 10).unwrap() }],
        tags: vec!["maths".into(), "friend".into()],
        circle: Some(CircleId(Uid::derived(&[b"circle"]))),
        photo: Some([7; 32]),
        do_not_contact: true,
        consent: Some(Consent {
            text: "Newsletter".into(),
            source: "By mail".into(),
            given_on: Day::new(Some(2025), 5, 1),
        }),
        left_out_of_review: true,
        automated: true,
        ..ada()
    }
}

fn saves(store: &Store, contact: &Contact, author: Author) -> bool {
    let contact = contact.clone();
    store.told(Deed::EditContact, move |writer| writer.save_contact(&contact, &author)).value
}

fn kept(store: &Store, id: ContactId) -> Contact {
    store.asked(|reader| reader.contact(id)).unwrap()
}

fn with_ada() -> Store {
    let store = store();
    saves(&store, &ada(), OWNER);
    store
}

#[test]
fn everything_that_is_known_is_read_as_it_was_written() {
    let store = store();
    store.knows(&["Bea"]);
    store.told(Deed::EditCircle, |w| {
        let id = CircleId(Uid::derived(&[b"circle"]));
        w.save_circle(&Circle { id, name: "Friends".into(), cadence_days: 30 })
    });
    assert!(saves(&store, &whole(), OWNER));
    assert_eq!(kept(&store, person("Ada")), whole());
    assert!(!saves(&store, &whole(), OWNER), "saying it again changes nothing");
    assert!(saves(&store, &ada(), OWNER));
    assert_eq!(kept(&store, person("Ada")), ada(), "and all of it can be taken away");
}

#[test]
fn only_what_changed_is_told_in_the_log() {
    let store = with_ada();
    let lines = || {
        store.asked(|r| {
            Ok(r.db().query_row("SELECT count(*) FROM op", [], |row| row.get::<_, u32>(0))?)
        })
    };
    let before = lines();
    saves(&store, &Contact { headline: "Counts".into(), ..ada() }, OWNER);
    assert_eq!(lines() - before, 1);
}

#[test]
fn the_order_of_addresses_is_the_owners() {
    let store = with_ada();
    let mut contact = ada();
    contact.identities.insert(0, email("ada@example.com"));
    contact.identities.reverse();
    assert!(saves(&store, &contact, OWNER));
    assert_eq!(kept(&store, contact.id), contact);
    contact.identities.swap(0, 2);
    contact.identities.push(email("ada@example.net"));
    assert!(saves(&store, &contact, OWNER));
    assert_eq!(kept(&store, contact.id), contact);
}

#[test]
fn the_same_address_twice_is_kept_once() {
    let store = store();
    let mut contact = ada();
    contact.identities.push(email("ada@example.org"));
    saves(&store, &contact, OWNER);
    assert_eq!(kept(&store, contact.id).identities, ada().identities);
}

#[test]
fn an_address_leads_to_its_contact() {
    let store = with_ada();
    let find = |identity: Identity| store.asked(|r| r.contact_by_identity(&identity));
    assert_eq!(find(email("ada@example.org")), Some(person("Ada")));
    assert_eq!(find(email("bea@example.org")), None);
    assert_eq!(find(Identity::kept(model::IdentityKind::Handle, "ada@example.org".into())), None);
    store.told(Deed::DeleteContact, |w| w.delete_contact(person("Ada")));
    assert_eq!(find(email("ada@example.org")), None);
    assert!(store.asked(|r| r.identity_owners()).is_empty());
}

#[test]
fn what_a_file_says_never_overwrites_the_owner() {
    let store = store();
    saves(&store, &ada(), import(1));
    let mut edited = ada();
    edited.headline = "My word".into();
    saves(&store, &edited, OWNER);
    let from_file = Contact { headline: "File".into(), location: "Paris".into(), ..ada() };
    assert!(saves(&store, &from_file, import(2)));
    let now = kept(&store, person("Ada"));
    assert_eq!((now.headline.as_str(), now.location.as_str()), ("My word", "Paris"));
    saves(&store, &Contact { location: "Rome".into(), ..now }, import(3));
    assert_eq!(kept(&store, person("Ada")).location, "Rome", "files correct one another");
}

#[test]
fn what_the_owner_emptied_stays_empty() {
    let store = store();
    saves(&store, &Contact { headline: "File".into(), ..ada() }, import(1));
    saves(&store, &ada(), OWNER);
    assert!(!saves(&store, &Contact { headline: "File".into(), ..ada() }, import(2)));
    assert_eq!(kept(&store, person("Ada")).headline, "");
}

#[test]
fn what_the_owner_removed_no_file_brings_back() {
    let store = store();
    let mut told = ada();
    told.tags = vec!["sales".into()];
    told.dates = vec![DatedDay { label: "birthday".into(), day: Day::new(None, 1, 1).unwrap() }];
    saves(&store, &told, import(1));
    let mut cleared = ada();
    cleared.identities.pop();
    saves(&store, &cleared, OWNER);
    assert!(!saves(&store, &told, import(2)));
    assert_eq!(kept(&store, person("Ada")), cleared);
    assert!(saves(&store, &told, OWNER), "the owner may");
    assert_eq!(kept(&store, person("Ada")), told);
}

#[test]
fn what_the_owner_added_no_file_takes_away() {
    let store = store();
    saves(&store, &ada(), import(1));
    let mut more = ada();
    more.tags.push("mine".into());
    more.identities.push(email("ada@example.net"));
    saves(&store, &more, OWNER);
    saves(&store, &ada(), import(2));
    assert_eq!(kept(&store, person("Ada")), more);
}

#[test]
fn a_deleted_contact_is_not_brought_back_by_a_file() {
    let store = store();
    saves(&store, &ada(), import(1));
    store.told(Deed::DeleteContact, |w| w.delete_contact(person("Ada")));
    assert!(!saves(&store, &ada(), import(2)));
    // Nor as a stranger with the same address: who takes part in what passes, and is not seen.
    let stranger = Contact { id: person("Stranger"), ..ada() };
    saves(&store, &stranger, import(2));
    assert_eq!(store.asked(|r| r.contact(stranger.id)), None);
    assert!(store.asked(|r| r.contact_ids()).is_empty());
    assert_eq!(store.asked(|r| r.resolve(stranger.id)), person("Ada"));
    assert!(saves(&store, &ada(), OWNER), "the owner may");
    assert_eq!(store.asked(|r| r.contact_ids()), [person("Ada")]);
}

#[test]
fn two_people_may_share_an_address() {
    let store = with_ada();
    saves(&store, &Contact { id: person("Bea"), ..ada() }, OWNER);
    assert_eq!(store.asked(|r| r.contact_ids()).len(), 2);
    let found = store.asked(|r| r.contact_by_identity(&email("ada@example.org")));
    assert_eq!(found, Some(person("Ada")), "the one known longest");
}

#[test]
fn who_is_in_a_removed_circle_is_in_none_until_it_comes_back() {
    let store = store();
    let id = CircleId(Uid::derived(&[b"circle"]));
    let circle = Circle { id, name: "Friends".into(), cadence_days: 30 };
    store.told(Deed::EditCircle, move |w| w.save_circle(&circle));
    saves(&store, &Contact { circle: Some(id), ..ada() }, OWNER);
    let removed = store.told(Deed::EditCircle, move |w| w.remove_circle(id));
    assert_eq!(kept(&store, person("Ada")), ada());
    assert!(!saves(&store, &ada(), OWNER), "nothing to say");
    store.undo_batch(removed.batch.unwrap(), now()).unwrap();
    assert_eq!(kept(&store, person("Ada")).circle, Some(id));
}

#[test]
fn names_tags_and_organisations_are_counted() {
    let store = store();
    saves(&store, &Contact { met_through: None, circle: None, automated: false, ..whole() }, OWNER);
    let bea =
        Contact { id: person("Bea"), tags: vec!["friend".into()], identities: vec![], ..ada() };
    saves(&store, &bea, OWNER);
    assert_eq!(store.asked(|r| r.tags()), [("friend".into(), 2), ("maths".into(), 1)]);
    assert_eq!(store.asked(|r| r.organisations()), [("Acme".into(), 1)]);
    let names = store.asked(|r| r.contact_names());
    assert_eq!(names.len(), 2);
    assert_eq!((names[0].shown.as_str(), names[0].organisation.as_str()), ("Dr Ada King", "Acme"));
}

#[test]
fn a_photo_is_kept_by_its_hash() {
    let store = with_ada();
    store.told(Deed::EditContact, |w| w.set_photo(person("Ada"), b"picture"));
    let hash = kept(&store, person("Ada")).photo.unwrap();
    assert_eq!(hash, *blake3::hash(b"picture").as_bytes());
    assert_eq!(store.asked(|r| r.photo(&hash)).as_deref(), Some(b"picture".as_slice()));
    assert_eq!(store.asked(|r| r.photo(&[0; 32])), None);
}

#[test]
fn a_card_goes_back_as_it_came() {
    let store = with_ada();
    let raw = "BEGIN:VCARD\r\nX-ODD;TYPE=x:é\r\nEND:VCARD\r\n";
    let keep = |native: &'static str, raw: &'static str| {
        store.told(Deed::Import, move |w| w.keep_card(person("Ada"), "vcard", native, raw)).value
    };
    assert!(keep("1", "old") && keep("1", raw) && keep("2", "another"));
    assert!(!keep("1", raw));
    let cards = store.asked(|r| r.cards(person("Ada")));
    assert_eq!(cards.len(), 2);
    assert_eq!((cards[0].raw.as_str(), cards[0].source.as_str()), (raw, "vcard"));
}

#[test]
fn nobody_is_found_where_there_is_nobody() {
    let store = store();
    assert_eq!(store.asked(|r| r.contact(person("Ada"))), None);
    assert_eq!(store.asked(|r| r.resolve(person("Ada"))), person("Ada"));
    assert!(store.asked(|r| r.cards(person("Ada"))).is_empty());
    let photo = store.transact(Deed::EditContact, now(), |w| w.set_photo(person("Ada"), b"x"));
    assert!(matches!(photo, Err(Fault::Missing("contact"))));
    assert!(!store.told(Deed::DeleteContact, |w| w.delete_contact(person("Ada"))).value);
}

fn rows(store: &Store, table: &str) -> u32 {
    let ask = format!("SELECT count(*) FROM {table}");
    store.asked(|r| Ok(r.db().query_row(&ask, [], |row| row.get(0))?))
}

fn post(organisation: &str, ended: Option<i32>) -> Position {
    Position {
        organisation: organisation.into(),
        title: "Head".into(),
        from_on: None,
        to_on: ended.and_then(|year| Day::new(Some(year), 1, 1)),
    }
}

#[test]
fn a_post_that_ended_is_the_same_post() {
    let store = store();
    let mut contact = ada();
    contact.positions = vec![post("Acme", None)];
    saves(&store, &contact, import(1));
    contact.positions = vec![post("Bank", None), post("Acme", Some(2026))];
    saves(&store, &contact, import(2));
    assert_eq!(kept(&store, contact.id), contact);
    assert_eq!(rows(&store, "position"), 2);
    contact.positions.reverse();
    contact.positions[0].from_on = Day::new(Some(2020), 1, 1);
    saves(&store, &contact, OWNER);
    assert_eq!(kept(&store, contact.id), contact);
    assert_eq!(rows(&store, "position"), 2);
}

#[test]
fn a_day_the_owner_corrected_is_not_corrected_by_a_file() {
    let store = store();
    let born = |day| DatedDay { label: "birthday".into(), day: Day::new(None, 5, day).unwrap() };
    let with = |day| Contact { dates: vec![born(day)], ..ada() };
    saves(&store, &with(1), import(1));
    saves(&store, &with(2), OWNER);
    assert!(!saves(&store, &with(1), import(2)));
    assert_eq!(kept(&store, person("Ada")).dates, [born(2)]);
    assert_eq!(rows(&store, "dated_day"), 1);
}

#[test]
fn a_photo_of_the_owners_choice_is_not_replaced_by_a_file() {
    let store = with_ada();
    store.told(Deed::EditContact, |w| w.set_photo(person("Ada"), b"mine"));
    let of_file = store
        .told(Deed::Import, |w| w.on_behalf(import(1), |w| w.set_photo(person("Ada"), b"theirs")));
    assert!(!of_file.value);
    assert_eq!(kept(&store, person("Ada")).photo, Some(*blake3::hash(b"mine").as_bytes()));
}

#[test]
fn within_an_import_what_names_no_author_is_the_files() {
    let store = store();
    store.told(Deed::Import, |w| {
        w.save_contact(&ada(), &import(1))?;
        w.set_photo(person("Ada"), b"first")
    });
    let second = store.told(Deed::Import, |w| {
        w.save_contact(&w.contact(person("Ada"))?.unwrap(), &import(2))?;
        w.set_photo(person("Ada"), b"second")
    });
    assert!(second.value, "no owner's word stands against it");
    assert_eq!(rows(&store, "op WHERE cause = 'owner'"), 0);
}

#[test]
fn an_address_is_looked_up_and_not_searched_for() {
    let store = store();
    let plan = store.plan_of(include_str!("by_identity.sql"));
    let tables = ["identity", "contact", "part", "head", "derived_alias"];
    assert_eq!(crate::told::scans(&plan, &tables), Vec::<String>::new());
    for ask in [include_str!("identities.sql"), include_str!("tags.sql"), include_str!("one.sql")] {
        let plan = store.plan_of(ask);
        let tables = ["child", "part", "contact", "identity", "tag", "derived_alias"];
        assert_eq!(crate::told::scans(&plan, &tables), Vec::<String>::new(), "{plan:#?}");
    }
}
