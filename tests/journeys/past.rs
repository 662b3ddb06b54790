//! The history and the trash: what was done a while ago is taken back by itself.

use app::view::contact::ContactChange;
use app::view::past::{PastDeedView, PastWanted};
use support::House;

fn past(house: &House, contact: Option<&str>) -> Vec<PastDeedView> {
    let contact = contact.map(|who| house.id(who));
    house.past_deeds(&PastWanted { contact, ..PastWanted::default() }).unwrap().deeds
}

fn trash(house: &House) -> Vec<PastDeedView> {
    house.past_deeds(&PastWanted { only_removals: true, ..PastWanted::default() }).unwrap().deeds
}

fn with_two() -> House {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    house.meet("Bea Holm", "bea@example.org");
    house
}

#[test]
fn a_merge_of_last_week_is_undone_while_what_came_after_it_stays() {
    let house = with_two();
    let (ada, bea) = (house.id("Ada King"), house.id("Bea Holm"));
    house.merge_contacts(&ada, &bea).unwrap();
    house.note("Ada King", "work", "Head of the mill");
    let merge = past(&house, Some("Ada King"))
        .into_iter()
        .find(|deed| deed.deed == "merge-contacts")
        .unwrap();
    house.turn_deed(&merge.turns).unwrap().unwrap();
    assert_eq!(house.names(), ["Ada King", "Bea Holm"]);
    assert_eq!(house.card("Ada King").notes.len(), 1);
    let again = past(&house, Some("Ada King"));
    let merge = again.iter().find(|deed| deed.deed == "merge-contacts").unwrap();
    assert!(merge.taken_back);
    house.turn_deed(&merge.turns).unwrap().unwrap();
    assert_eq!(house.names(), ["Ada King"]);
}

#[test]
fn who_was_deleted_lies_in_the_trash_by_name_and_comes_back_whole() {
    let house = with_two();
    house.heard("Ada King", "2026-05-05T10:00:00Z", "Are you well?");
    house.note("Ada King", "interest", "Keeps bees");
    let before = house.card("Ada King");
    house.delete_contacts(&[house.id("Ada King")]).unwrap();
    assert_eq!(house.names(), ["Bea Holm"]);
    let lies = trash(&house).remove(0);
    assert_eq!(lies.contacts[0].name, "Ada King");
    house.turn_deed(&lies.turns).unwrap().unwrap();
    let after = house.card("Ada King");
    assert_eq!(format!("{after:?}"), format!("{before:?}"));
    assert!(trash(&house).is_empty());
}

#[test]
fn what_was_changed_again_since_is_not_taken_back() {
    let house = with_two();
    let ada = house.id("Ada King");
    for headline in ["Clerk", "Head"] {
        let value = headline.to_owned();
        let change = ContactChange::Field { field: "headline".to_owned(), value };
        house.change_contact(&ada, &change).unwrap();
    }
    let all = past(&house, Some("Ada King"));
    assert_eq!(all[1].changes[0].after, "Clerk");
    house.turn_deed(&all[1].turns).unwrap();
    assert_eq!(house.card("Ada King").headline, "Head");
}
