//! A LinkedIn archive of every era: as downloaded, unpacked, and table by table.

use support::{House, fixture, folder_of, zip_of};

const ERAS: [&str; 6] = ["2020", "2021", "2023", "2025", "2026", "resaved"];

/// The eras whose archives came as one zip of tables.
const ARCHIVES: [&str; 5] = ["2020", "2021", "2023", "2025", "2026"];

fn era(name: &str) -> String {
    fixture(&format!("linkedin/{name}"))
}

/// Brings the same in once more and sees that nothing came of it.
fn nothing_comes_of(house: &House, path: &str) {
    let before = house.export("json").unwrap().0;
    let again = house.bring(path);
    assert_eq!((again.contacts.new, again.contacts.updated), (0, 0), "{path}");
    assert_eq!((again.interactions.new, again.notes.new), (0, 0), "{path}");
    assert_eq!(again.automated, 0, "{path}");
    assert_eq!(house.export("json").unwrap().0, before, "{path}");
}

#[test]
fn the_unpacked_folder_of_every_era_comes_in_once() {
    for name in ERAS {
        let house = House::new();
        let first = house.bring(&era(name));
        assert!(first.contacts.new >= 2, "{name}: {first:?}");
        assert!(first.interactions.new >= 1, "{name}: {first:?}");
        nothing_comes_of(&house, &era(name));
    }
}

#[test]
fn the_zip_of_every_era_brings_what_the_folder_brings() {
    for name in ARCHIVES {
        let (unpacked, packed) = (House::new(), House::new());
        let from_folder = unpacked.bring(&era(name));
        let zip = packed.file("archive.zip", zip_of(&era(name)));
        let from_zip = packed.bring(&zip);
        assert_eq!(from_zip.contacts, from_folder.contacts, "{name}");
        assert_eq!(from_zip.interactions, from_folder.interactions, "{name}");
        assert_eq!(from_zip.notes, from_folder.notes, "{name}");
        assert_eq!(packed.names(), unpacked.names(), "{name}");
        nothing_comes_of(&packed, &zip);
        nothing_comes_of(&packed, &era(name));
    }
}

#[test]
fn every_table_comes_in_by_itself_and_once() {
    for name in ERAS {
        let house = House::new();
        for table in folder_of(&era(name)) {
            let table = table.to_string_lossy().into_owned();
            house.bring(&table);
            nothing_comes_of(&house, &table);
        }
        assert!(!house.names().is_empty(), "{name}");
    }
}

/// But for the list of connections: whoever stands there without any address is somebody of
/// that name, and by itself the list does not tell who.
#[test]
fn no_table_of_an_archive_that_came_in_whole_makes_strangers_of_anybody() {
    for name in ERAS {
        let house = House::new();
        house.bring(&era(name));
        let tables = folder_of(&era(name)).into_iter();
        for table in tables.filter(|table| !table.ends_with("Connections.csv")) {
            nothing_comes_of(&house, &table.to_string_lossy());
        }
    }
}

#[test]
fn the_archives_of_six_years_make_one_history() {
    let house = House::new();
    for name in ERAS {
        house.bring(&era(name));
    }
    for name in ERAS {
        nothing_comes_of(&house, &era(name));
    }
    let ada = house.card("https://www.linkedin.com/in/ada-lindqvist");
    assert_eq!((ada.organisation.as_str(), ada.title.as_str()), ("Lindqvist Optics", "Founder"));
    assert!(ada.positions.len() >= 2, "the earlier posts are her history: {:?}", ada.positions);
    assert!(ada.identities.iter().any(|identity| identity.shown == "ada.lindqvist@example.org"));
}

#[test]
fn the_owner_is_found_in_every_archive_and_is_no_contact() {
    for name in ARCHIVES {
        let house = House::new();
        house.bring(&era(name));
        assert_eq!(house.settings().unwrap().owner_name, "Olive Marsh", "{name}");
        let names = house.names();
        assert!(!names.iter().any(|name| name == "Olive Marsh"), "{name}: {names:?}");
    }
}

#[test]
fn the_owners_profile_is_known_where_the_archive_tells_it() {
    for name in ["2023", "2025", "2026"] {
        let house = House::new();
        let plan = house.plan(&era(name));
        let found: Vec<_> = plan.owner.found.iter().map(|it| it.identity.value.clone()).collect();
        assert!(found.iter().any(|value| value == "olive-marsh"), "{name}: {found:?}");
    }
}

#[test]
fn what_the_owner_wrote_goes_out_and_what_others_wrote_comes_in() {
    let house = House::new();
    house.bring(&era("2026"));
    let hana = house.passed("Hana Ito");
    let told: Vec<_> = hana.iter().map(|it| (it.kind.as_str(), it.direction.as_str())).collect();
    assert_eq!(told, [("message", "out"), ("message", "in"), ("invitation", "out")]);
    let status = house.status().unwrap();
    // The advertisement came in, too, though no contact is made of its sender.
    assert_eq!((status.sent, status.received, status.automated), (2, 4, 1), "{status:?}");
}

#[test]
fn direction_is_right_in_the_archives_that_name_nobodys_profile() {
    let house = House::new();
    house.bring(&era("2020"));
    let ada = house.passed("Ada Lindqvist");
    let told: Vec<_> = ada.iter().map(|it| (it.at.as_str(), it.direction.as_str())).collect();
    assert_eq!(
        told,
        [
            ("2020-02-03T18:40:12Z", "out"),
            ("2020-02-03T09:15:00Z", "in"),
            ("2020-02-02T19:05:00Z", "out"),
        ]
    );
}

#[test]
fn a_name_with_a_comma_in_it_is_one_recipient() {
    let house = House::new();
    house.bring(&era("2021"));
    let group = house.passed("Bea Chidi, Ph.D.");
    let evening = group.iter().find(|it| it.text == "Shall we meet on the 21st?").unwrap();
    let mut with = support::names_of(&evening.with);
    with.sort_unstable();
    assert_eq!(with, ["Ada Lindqvist", "Bea Chidi, Ph.D.", "Dora Évora"]);
}

#[test]
fn drafts_in_the_archive_were_never_sent() {
    let house = House::new();
    house.bring(&era("2025"));
    let found = house.search("thought never sent").unwrap();
    assert!(found.interactions.is_empty());
    assert!(house.search("conversation never begun").unwrap().interactions.is_empty());
}

#[test]
fn recommendations_and_endorsements_stand_in_the_timeline() {
    let told = |era_name: &str, who: &str, kind: &str| -> Vec<String> {
        let house = House::new();
        house.bring(&era(era_name));
        let passed = house.passed(who).into_iter().filter(|it| it.kind == kind);
        passed.map(|it| it.direction).collect()
    };
    assert_eq!(told("2021", "Bea Chidi, Ph.D.", "recommendation"), ["out"]);
    assert_eq!(told("2021", "Ada Lindqvist", "recommendation"), ["in"]);
    assert_eq!(told("2023", "Bea Chidi, Ph.D.", "endorsement"), ["out", "in"]);
    assert_eq!(told("2023", "Ada Lindqvist", "endorsement"), ["in"]);
}

#[test]
fn notes_of_the_archive_are_notes_on_the_card() {
    let house = House::new();
    let first = house.bring(&era("2026"));
    assert_eq!(first.notes.new, 2);
    let hana = house.card("Hana Ito");
    assert_eq!(hana.notes[0].text, "Met in Kyoto in January; her daughter studies optics.");
    assert!(hana.notes[0].source.contains("LinkedIn"), "{:?}", hana.notes[0].source);
    assert!(hana.notes[0].seen_at.starts_with("2026-02-09"));
}

#[test]
fn a_plan_writes_nothing() {
    let house = House::new();
    let plan = house.plan(&era("2023"));
    assert!(plan.contacts.new > 0 && plan.interactions.new > 0 && !plan.sample.is_empty());
    let status = house.status().unwrap();
    assert_eq!((status.contacts, status.interactions, status.notes), (0, 0, 0));
    assert!(house.list_imports().unwrap().is_empty());
}

#[test]
fn a_plan_says_what_the_settling_then_does() {
    for name in ERAS {
        let house = House::new();
        let plan = house.plan(&era(name));
        let done = house.bring(&era(name));
        assert_eq!(plan.contacts, done.contacts, "{name}");
        assert_eq!(plan.interactions, done.interactions, "{name}");
        assert_eq!(plan.notes, done.notes, "{name}");
        assert_eq!(plan.automated, done.automated, "{name}");
    }
}
