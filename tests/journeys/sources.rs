//! What other programs export, through the whole house: it comes in once, with the right people
//! in the right direction, and is found by its words.

use app::view::import::DayOrder;
use app::view::timeline::{InteractionView, TimelineWanted};
use support::{House, fixture};

/// Sources that need nothing asked, and somebody who stands in each.
const SOURCES: &[(&str, &str)] = &[
    ("whatsapp/iphone.txt", "Ada Lindqvist"),
    ("whatsapp/android_us.txt", "Chidi Eze"),
    ("whatsapp/android_es.txt", "Dora Évora"),
    ("telegram/one_chat.json", "Ada Lindqvist"),
    ("telegram/everything.json", "Ada Lindqvist"),
    ("monica/four.json", ""),
    ("monica/early.json", ""),
    ("calendar/google.ics", "Ada Lindqvist"),
    ("outlook/english-2003.csv", ""),
    ("slack", ""),
    ("facebook/2019", ""),
    ("facebook/2025", ""),
    ("facebook/instagram", ""),
];

fn timeline(house: &House, who: &str) -> Vec<InteractionView> {
    let wanted = TimelineWanted { before: None, channel: None, query: String::new(), limit: 50 };
    house.timeline(&house.id(who), &wanted).unwrap().rows
}

#[test]
fn every_source_comes_in_once() {
    for (source, somebody) in SOURCES {
        let house = House::new();
        let first = house.bring(&fixture(source));
        let came = first.contacts.new + first.interactions.new;
        assert!(came > 0, "{source}: {first:?}");
        let names = house.names();
        assert!(somebody.is_empty() || names.contains(&(*somebody).to_owned()), "{names:?}");
        let again = house.bring(&fixture(source));
        assert_eq!((again.contacts.new, again.contacts.updated), (0, 0), "{source}");
        assert_eq!((again.interactions.new, again.notes.new), (0, 0), "{source}");
        assert_eq!(house.names(), names, "{source}");
    }
}

#[test]
fn a_chat_tells_who_wrote_to_whom() {
    let house = House::new();
    house.bring(&fixture("telegram/one_chat.json"));
    let rows = timeline(&house, "Ada Lindqvist");
    let told: Vec<(&str, &str)> =
        rows.iter().map(|row| (row.direction.as_str(), row.text.as_str())).collect();
    assert!(told.contains(&("in", "Which lens do you take?")), "{told:?}");
    assert!(told.contains(&("out", "The old one")), "{told:?}");
    assert_eq!(house.search("lens from:ada in:telegram").unwrap().interactions.len(), 1);
}

#[test]
fn a_meeting_is_nobodys_and_what_is_to_come_is_left_out() {
    let house = House::new();
    let calendar = |year: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:olga@example.org\r\nBEGIN:VEVENT\r\n\
             UID:{year}@x\r\nDTSTART:{year}0502T080000Z\r\nSUMMARY:Lenses\r\n\
             ORGANIZER;CN=Ada King:mailto:ada@example.org\r\n\
             ATTENDEE;CN=Ada King:mailto:ada@example.org\r\n\
             ATTENDEE;CN=Bea Lund:mailto:bea@example.org\r\n\
             ATTENDEE:mailto:olga@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    };
    let past = house.bring_as(&house.file("past.ics", calendar("2024")), &["olga@example.org"]);
    assert_eq!(past.interactions.new, 1, "{past:?}");
    assert_eq!(house.names(), ["Ada King", "Bea Lund"]);
    let met = timeline(&house, "Bea Lund");
    assert_eq!((met[0].kind.as_str(), met[0].direction.as_str()), ("meeting", "between"));
    let ahead = house.bring_as(&house.file("ahead.ics", calendar("2999")), &["olga@example.org"]);
    assert_eq!((ahead.interactions.new, ahead.interactions.same), (0, 0), "{ahead:?}");
}

#[test]
fn dates_that_can_be_read_in_two_ways_are_asked() {
    let house = House::new();
    let chat = fixture("whatsapp/ambiguous.txt");
    let plan = house.plan(&chat);
    assert_eq!(plan.day_order.len(), 1);
    assert_eq!(plan.day_order[0].example, "3/4/25");
    let month =
        house.plan_import(std::slice::from_ref(&chat), &[], Some(DayOrder::MonthFirst)).unwrap();
    let choices = house.likely_choices(&month, &[]);
    let first = house.settle_import(&month.id, &choices, &|_| ()).unwrap().value;
    assert_eq!(first.interactions.new, 3);
    let rows = timeline(&house, "Hana Ito");
    assert!(rows.iter().any(|row| row.at.starts_with("2025-03-04")), "{rows:?}");
    assert!(rows.iter().any(|row| row.at.starts_with("2025-05-06")), "{rows:?}");
}
