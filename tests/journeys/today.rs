//! Today: each line with its reason.

use app::view::contact::{CircleView, ContactChange, DateView};
use app::view::timeline::PromiseForm;
use chrono::{Duration, Local, Utc};
use support::House;

fn ada() -> House {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    house
}

fn days_ago(days: i64) -> String {
    (Utc::now() - Duration::days(days)).format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn promise(house: &House, kind: &str, text: &str, due_in: i64) -> String {
    let due = Local::now().date_naive() + Duration::days(due_in);
    let form = PromiseForm {
        id: String::new(),
        contact: Some(house.id("Ada King")),
        kind: kind.to_owned(),
        text: text.to_owned(),
        due_on: Some(due.to_string()),
        done: false,
    };
    house.save_promise(&form).unwrap().value
}

#[test]
fn a_promise_is_there_when_it_is_due_and_gone_when_it_is_kept() {
    let house = ada();
    let due = promise(&house, "i-owe", "Send the drawings", 0);
    promise(&house, "they-owe", "Return the book", 30);
    let today = house.today().unwrap();
    assert_eq!(today.promises.len(), 1);
    assert_eq!(today.promises[0].text, "Send the drawings");
    assert_eq!(today.promises[0].contact.as_ref().unwrap().name, "Ada King");
    assert!(today.promises[0].overdue);
    house.finish_promise(&due, true).unwrap();
    assert!(house.today().unwrap().promises.is_empty());
    assert_eq!(house.card("Ada King").promises.len(), 2, "the card keeps both");
    house.undo().unwrap();
    assert_eq!(house.today().unwrap().promises.len(), 1);
}

#[test]
fn an_open_promise_is_beside_the_draft() {
    let house = ada();
    promise(&house, "i-owe", "Send the drawings", 5);
    let card = house.recipient_card(&house.id("Ada King")).unwrap();
    assert_eq!(card.open_promises[0].text, "Send the drawings");
}

#[test]
fn who_asked_and_got_no_answer_waits() {
    let house = ada();
    house.heard("Ada King", &days_ago(3), "Good day. When does the hall open?");
    let today = house.today().unwrap();
    assert_eq!(today.waiting.len(), 1);
    assert_eq!(today.waiting[0].quote, "When does the hall open?");
    assert_eq!(today.waiting[0].why, "asked 3 days ago");
    house.wrote("Ada King", &days_ago(0), "On Monday.");
    assert!(house.today().unwrap().waiting.is_empty());
}

#[test]
fn a_birthday_tomorrow_is_told() {
    let house = ada();
    let tomorrow = Local::now().date_naive() + Duration::days(1);
    let day = tomorrow.format("--%m-%d").to_string();
    let dates = vec![DateView { label: "birthday".to_owned(), day }];
    house.change_contact(&house.id("Ada King"), &ContactChange::Dates { dates }).unwrap();
    let today = house.today().unwrap();
    assert_eq!(today.days.len(), 1);
    assert!(today.days[0].why.ends_with("tomorrow"), "{}", today.days[0].why);
}

#[test]
fn touch_is_lost_when_the_circle_says_so() {
    let house = ada();
    let circle = CircleView { id: String::new(), name: "Friends".into(), cadence_days: 30 };
    let circle = house.save_circle(&circle).unwrap().value.id;
    house.wrote("Ada King", &days_ago(20), "Hello Ada.");
    let change = ContactChange::Circle { circle: Some(circle) };
    house.change_contact(&house.id("Ada King"), &change).unwrap();
    assert!(house.today().unwrap().losing_touch.is_empty());
    let later = house.passed("Ada King").remove(0);
    house.remove_interaction(&later.id).unwrap();
    house.wrote("Ada King", &days_ago(70), "Hello Ada.");
    let today = house.today().unwrap();
    assert_eq!(today.losing_touch.len(), 1);
    let why = &today.losing_touch[0].why;
    assert!(why.contains("2 months ago") && why.contains("Friends: every month"), "{why}");
}

#[test]
fn an_empty_store_says_so() {
    let house = House::new();
    assert!(house.today().unwrap().empty_store);
    house.meet("Ada King", "ada@example.org");
    assert!(!house.today().unwrap().empty_store);
}
