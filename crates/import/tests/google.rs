//! Google Contacts of both generations, whole files.

#[cfg(test)]
mod support;

use model::{Day, Identity};
use support::{GOOGLE, read};

#[test]
fn both_generations_are_read_without_a_snag() {
    for ((_, bytes), people) in GOOGLE.iter().zip([3, 2]) {
        let brought = read("contacts.csv", bytes);
        assert!(brought.snags.is_empty(), "{:?}", brought.snags);
        assert_eq!(brought.people.len(), people);
    }
}

#[test]
fn the_new_generations_columns_are_found() {
    let brought = read("contacts.csv", GOOGLE[0].1);
    let ada = brought.person("Dr Ada Lindqvist");
    let values: Vec<&str> = ada.identities.iter().map(Identity::value).collect();
    assert_eq!(
        values,
        ["ada.lindqvist@example.org", "ada.home@example.net", "+46812345678", "ada-lindqvist"]
    );
    assert_eq!(ada.location, "Uppsala, SE");
    assert_eq!(ada.tags, ["Optics evening"]);
    assert_eq!(ada.remarks, "Likes early trains\nSpouse: Ivo\nDog: Rex");
    assert_eq!(ada.dates.len(), 2);
    let hana = brought.person("Hana Ito");
    assert_eq!(hana.dates[0].day, Day::new(None, 2, 29).unwrap());
    assert_eq!(hana.identities.len(), 2);
    assert_eq!(brought.person("Lens Makers' Guild").identities.len(), 1);
}

#[test]
fn the_old_generations_columns_are_found() {
    let brought = read("contacts.csv", GOOGLE[1].1);
    let chidi = brought.person("Chidi Eze");
    let values: Vec<&str> = chidi.identities.iter().map(Identity::value).collect();
    assert_eq!(
        values,
        ["office@example.com", "chidi@example.com", "chidi.eze@example.net", "+442079460018"]
    );
    assert_eq!(chidi.tags, ["Neighbours"]);
    assert_eq!(chidi.positions[0].title, "Carpenter");
    assert_eq!(chidi.dates[0].day, Day::new(None, 6, 15).unwrap());
    assert_eq!(brought.person("Dora Évora").tags, ["starred"]);
}
