//! People by hand: added, changed, merged, deleted, and every one of these taken back.

use app::Trouble;
use app::view::contact::ContactChange;
use app::view::timeline::LogForm;
use support::House;

fn two_adas() -> (House, String, String) {
    let house = House::new();
    let left = house.meet("Ada King", "ada@example.org");
    let right = house.meet("Ada Lovelace", "ada@example.net");
    house.heard("ada@example.org", "2024-05-01T10:00:00Z", "From the first address.");
    house.wrote("ada@example.net", "2024-05-02T10:00:00Z", "To the second address.");
    house.note("ada@example.net", "interest", "Plays the harp");
    (house, left, right)
}

#[test]
fn two_contacts_made_one_lose_nothing() {
    let (house, left, right) = two_adas();
    house.merge_contacts(&left, &right).unwrap();
    assert_eq!(house.names(), ["Ada King"]);
    let ada = house.open_contact(&left).unwrap();
    assert_eq!(ada.identities.len(), 2);
    assert_eq!((ada.notes.len(), house.passed("Ada King").len()), (1, 2));
    assert_eq!(ada.merged.len(), 1);
    assert_eq!(house.id("ada@example.net"), left, "the other address finds the one that is left");
    assert_eq!(house.open_contact(&right).unwrap().id, left, "and so does the old id");
}

#[test]
fn a_merge_is_undone_and_done_again() {
    let (house, left, right) = two_adas();
    house.merge_contacts(&left, &right).unwrap();
    assert_eq!(house.undo().unwrap().unwrap().deed, "merge-contacts");
    assert_eq!(house.names(), ["Ada King", "Ada Lovelace"]);
    assert_eq!(house.passed("Ada Lovelace").len(), 1);
    assert_eq!(house.card("Ada Lovelace").notes.len(), 1);
    house.redo().unwrap();
    assert_eq!(house.names(), ["Ada King"]);
}

#[test]
fn what_was_made_one_comes_apart_long_after() {
    let (mut house, left, right) = two_adas();
    house.merge_contacts(&left, &right).unwrap();
    house.heard("Ada King", "2024-06-01T10:00:00Z", "Later.");
    house.reopen();
    house.unmerge_contact(&right).unwrap();
    assert_eq!(house.names(), ["Ada King", "Ada Lovelace"]);
    assert_eq!(house.passed("Ada Lovelace")[0].text, "To the second address.");
    assert_eq!(house.passed("Ada King").len(), 2);
    assert_eq!(house.id("ada@example.net"), right);
}

#[test]
fn two_are_compared_field_by_field() {
    let (house, left, right) = two_adas();
    let compared = house.compare_contacts(&left, &right).unwrap();
    let name = compared.fields.iter().find(|field| field.field == "name").unwrap();
    assert!(!name.same);
    assert_eq!((name.left.as_str(), name.right.as_str()), ("Ada King", "Ada Lovelace"));
}

#[test]
fn a_deleted_contact_comes_back_with_everything() {
    let (house, left, _) = two_adas();
    house.delete_contacts(std::slice::from_ref(&left)).unwrap();
    assert_eq!(house.names(), ["Ada Lovelace"]);
    assert!(matches!(house.open_contact(&left), Err(Trouble::NotFound { .. })));
    assert_eq!(house.undo().unwrap().unwrap().deed, "delete-contact");
    assert_eq!(house.names(), ["Ada King", "Ada Lovelace"]);
    assert_eq!(house.passed("Ada King").len(), 1);
}

#[test]
fn edits_are_undone_one_by_one_even_on_the_next_day() {
    let mut house = House::new();
    let id = house.meet("Ada King", "ada@example.org");
    for location in ["Turin", "London"] {
        let value = location.to_owned();
        let change = ContactChange::Field { field: "location".to_owned(), value };
        assert!(house.change_contact(&id, &change).unwrap().undoable);
    }
    house.reopen();
    house.undo().unwrap();
    assert_eq!(house.open_contact(&id).unwrap().location, "Turin");
    house.undo().unwrap();
    assert_eq!(house.open_contact(&id).unwrap().location, "");
    house.undo().unwrap();
    assert!(house.names().is_empty());
    assert!(house.undo().unwrap().is_none(), "there is nothing more to take back");
}

#[test]
fn an_address_of_somebody_else_is_refused_with_their_name() {
    let (house, left, _) = two_adas();
    let change = ContactChange::AddIdentity { text: "ada@example.net".to_owned() };
    let said = house.change_contact(&left, &change).unwrap_err().to_string();
    assert!(said.contains("Ada Lovelace") && said.contains("merge"), "{said}");
}

#[test]
fn a_name_that_two_have_is_asked_back() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    house.meet("Ada King", "ada@example.net");
    let said = house.find_contact("ada king").unwrap_err();
    assert_eq!(said, Trouble::Ambiguous { name: "ada king".to_owned(), count: 2 });
}

#[test]
fn a_call_is_logged_by_hand_found_and_taken_back() {
    let house = House::new();
    let id = house.meet("Ada King", "ada@example.org");
    let form = LogForm {
        contacts: vec![id],
        kind: String::new(),
        channel: "phone".to_owned(),
        direction: "between".to_owned(),
        at: Some("2024-05-09T12:30:00Z".to_owned()),
        subject: String::new(),
        text: "We spoke about the loom.".to_owned(),
    };
    let logged = house.log_interaction(&form).unwrap();
    let passed = house.passed("Ada King");
    assert_eq!((passed[0].kind.as_str(), passed[0].at.as_str()), ("call", "2024-05-09T12:30:00Z"));
    assert_eq!(house.card("Ada King").last_at.as_deref(), Some("2024-05-09T12:30:00Z"));
    house.remove_interaction(&logged.value).unwrap();
    assert!(house.passed("Ada King").is_empty());
    house.undo().unwrap();
    house.undo().unwrap();
    assert!(house.passed("Ada King").is_empty(), "the logging itself is undone, too");
}

#[test]
fn a_note_seen_again_today_is_young_again() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    let note = house.note("Ada King", "interest", "Plays the harp");
    let first = house.card("Ada King").notes[0].seen_at.clone();
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    house.seen_again(&note).unwrap();
    let again = house.card("Ada King").notes[0].seen_at.clone();
    assert!(again > first, "{first} {again}");
    house.undo().unwrap();
    assert_eq!(house.card("Ada King").notes[0].seen_at, first);
}

#[test]
fn somebody_who_was_never_there_is_not_found() {
    let house = House::new();
    let said = house.find_contact("nobody@example.org").unwrap_err().to_string();
    assert!(said.contains("nobody@example.org"), "{said}");
}

#[test]
fn discussion_groups_are_joined_by_name_and_left_again() {
    let house = House::new();
    let ada = house.meet("Ada King", "ada@example.org");
    let bea = house.meet("Bea Chandra", "bea@example.org");
    let join = |id: &str, groups: &[&str]| {
        let groups = groups.iter().map(ToString::to_string).collect();
        house.change_contact(id, &ContactChange::Groups { groups }).unwrap()
    };
    let joined = join(&ada, &["Loom Circle", " Roundtable "]);
    assert!(joined.undoable && joined.touched.contacts.contains(&ada), "{:?}", joined.touched);
    join(&bea, &["Loom Circle"]);
    assert_eq!(house.list_groups().unwrap(), ["Loom Circle", "Roundtable"]);
    let mut groups = house.card("Ada King").groups;
    groups.sort();
    assert_eq!(groups, ["Loom Circle", "Roundtable"]);
    join(&ada, &["Roundtable"]);
    assert_eq!(house.card("Ada King").groups, ["Roundtable"]);
    assert_eq!(house.card("Bea Chandra").groups, ["Loom Circle"]);
    house.undo().unwrap();
    assert_eq!(house.card("Ada King").groups.len(), 2);
}
