//! The review: one-sidedness found, corrected, left out.

use app::view::contact::{ContactChange, ListWanted};
use support::House;
use support::dice::Dice;
use support::made::mailbox::{Scribe, Shape};
use support::made::people::{self, OWNERS_ADDRESS};

const ASKS: [&str; 3] = [
    "Hi Dora, could you introduce me to your head of sales?",
    "Hi Dora, can you share my launch post with your network?",
    "Hi Dora, would you fill in my survey by Friday?",
];

/// Emil asks three times and never answers; Ada asks and gives.
fn with_emil_and_ada() -> House {
    let house = House::new();
    house.meet("Emil Frost", "emil@example.com");
    house.meet("Ada King", "ada@example.com");
    for (month, ask) in (1..).zip(ASKS) {
        let at = format!("2024-0{month}-05T10:00:00Z");
        house.heard("Emil Frost", &at, ask);
        house.heard("Ada King", &at, ask);
    }
    house.wrote("Ada King", "2024-04-01T10:00:00Z", "Could you look at my drawings?");
    house.heard("Ada King", "2024-04-02T10:00:00Z", "Gladly! I attach my remarks for you.");
    house
}

fn one_sided(house: &House) -> Vec<String> {
    house.review().unwrap().one_sided.into_iter().map(|row| row.contact.name).collect()
}

#[test]
fn who_only_asks_is_listed_with_two_quotes_and_who_also_gives_is_not() {
    let house = with_emil_and_ada();
    let sheet = house.review().unwrap();
    assert_eq!(one_sided(&house), ["Emil Frost"]);
    let emil = &sheet.one_sided[0];
    assert_eq!((emil.asks_in, emil.gives_in, emil.asks_out, emil.gives_out), (3, 0, 0, 0));
    assert_eq!(emil.quotes.len(), 2);
    assert!(ASKS.iter().any(|ask| ask.contains(&emil.quotes[0].text)), "{:?}", emil.quotes);
    assert_eq!((emil.asking_starts_in, emil.balance.starts_in), (3, 3));
    assert!(emil.at_least_in > 0.6 && emil.at_least_in < 0.65, "{}", emil.at_least_in);
    assert_eq!(emil.months.iter().map(|month| month.asks_in).sum::<u32>(), 3);
}

#[test]
fn each_number_opens_its_messages() {
    let house = with_emil_and_ada();
    let id = house.id("Emil Frost");
    let asks = house.review_evidence(&id, "asks_in").unwrap();
    assert_eq!(asks.len(), 3);
    assert!(asks.iter().all(|it| it.message.acts.iter().any(|act| act.kind == "ask")));
    for ask in &asks {
        assert_eq!(ask.cues.len(), ask.message.acts.len());
        assert!(ask.cues.iter().any(|words| !words.is_empty()), "{ask:?}");
    }
    assert!(house.review_evidence(&id, "gives_in").unwrap().is_empty());
}

#[test]
fn the_owners_correction_changes_the_review_at_once_and_for_ever() {
    let mut house = with_emil_and_ada();
    let mut asks = house.review_evidence(&house.id("Emil Frost"), "asks_in").unwrap();
    let first = asks.remove(0).message;
    house.correct_act(&first.id, "give", None).unwrap();
    assert!(one_sided(&house).is_empty());
    house.reopen();
    assert!(one_sided(&house).is_empty());
    let shown = house.open_interactions(&[first.id]).unwrap().remove(0);
    assert!(shown.acts.iter().any(|act| act.kind == "give" && act.corrected), "{:?}", shown.acts);
    // Who has second thoughts corrects again, or takes it back.
    house.correct_act(&shown.id, "ask", None).unwrap();
    assert_eq!(one_sided(&house), ["Emil Frost"]);
    assert_eq!(house.undo().unwrap().unwrap().deed, "correct-act");
    assert!(one_sided(&house).is_empty());
}

#[test]
fn one_sentence_is_corrected_by_its_place() {
    let house = with_emil_and_ada();
    let mut asks = house.review_evidence(&house.id("Emil Frost"), "asks_in").unwrap();
    let ask = asks.remove(0).message;
    let span = ask.acts.iter().find(|act| act.kind == "ask").unwrap().span;
    house.correct_act(&ask.id, "social", Some(span)).unwrap();
    assert_eq!(house.review_evidence(&house.id("Emil Frost"), "asks_in").unwrap().len(), 2);
}

#[test]
fn somebody_left_out_of_review_is_not_weighed_until_taken_in_again() {
    let mut house = with_emil_and_ada();
    let emil = house.id("Emil Frost");
    house.change_contact(&emil, &ContactChange::LeftOutOfReview { on: true }).unwrap();
    house.reopen();
    let sheet = house.review().unwrap();
    assert!(sheet.one_sided.is_empty());
    assert_eq!(support::names_of(&sheet.left_out), ["Emil Frost"]);
    house.change_contact(&emil, &ContactChange::LeftOutOfReview { on: false }).unwrap();
    assert_eq!(one_sided(&house), ["Emil Frost"]);
}

#[test]
fn an_answer_to_what_the_owner_wrote_ends_one_sidedness() {
    let house = with_emil_and_ada();
    house.wrote("Emil Frost", "2024-05-01T10:00:00Z", "How did the launch go?");
    assert_eq!(one_sided(&house), ["Emil Frost"]);
    house.heard("Emil Frost", "2024-05-02T10:00:00Z", "It went well, thank you.");
    assert!(one_sided(&house).is_empty());
}

#[test]
fn the_mirror_shows_the_owner_by_the_same_rule() {
    let house = House::new();
    house.meet("Gus Hart", "gus@example.com");
    for (month, ask) in (1..).zip(ASKS) {
        let ask = ask.replace("Dora", "Gus");
        house.wrote("Gus Hart", &format!("2024-0{month}-05T10:00:00Z"), &ask);
    }
    let sheet = house.review().unwrap();
    assert!(sheet.one_sided.is_empty());
    assert_eq!(sheet.mirror.rows.len(), 1);
    assert_eq!(sheet.mirror.rows[0].contact.name, "Gus Hart");
    assert_eq!((sheet.mirror.starts, sheet.mirror.asking_starts), (3, 3));
}

#[test]
fn an_empty_store_has_a_sheet_that_accuses_nobody() {
    let sheet = House::new().review().unwrap();
    assert!(sheet.one_sided.is_empty() && sheet.mirror.rows.is_empty());
    assert_eq!(sheet.weighed, 0);
}

#[test]
fn a_line_that_stands_under_every_letter_makes_nobody_one_sided() {
    let house = with_emil_and_ada();
    house.meet("Gas Daily", "daily@example.net");
    for (day, news) in [(1, "Gas is up."), (2, "Gas is down."), (3, "Gas is flat."), (4, "Snow.")] {
        let letter = format!("{news} Could you tell us whether you still want these letters?");
        house.heard("Gas Daily", &format!("2024-06-0{day}T10:00:00Z"), &letter);
    }
    assert_eq!(one_sided(&house), ["Emil Frost"]);
}

#[test]
fn a_short_half_life_lets_old_openings_say_less() {
    let house = with_emil_and_ada();
    assert_eq!(house.settings().unwrap().half_life_days, 180);
    house.set_half_life(30).unwrap();
    assert_eq!(house.settings().unwrap().half_life_days, 30);
    assert!(one_sided(&house).is_empty(), "a month apart they are worth too few");
    assert!(house.set_half_life(0).is_err() && house.set_half_life(100_000).is_err());
    house.undo().unwrap();
    assert_eq!(one_sided(&house), ["Emil Frost"]);
}

#[test]
fn a_number_of_openings_opens_as_many_messages_also_in_one_long_thread() {
    let house = with_emil_and_ada();
    let emil = house.review().unwrap().one_sided.remove(0);
    let opened = house.review_evidence(&emil.contact.id, "starts_in").unwrap();
    assert_eq!(opened.len(), emil.balance.starts_in as usize);
}

#[test]
fn the_owners_own_numbers_open_their_messages() {
    let house = with_emil_and_ada();
    let mirror = house.review().unwrap().mirror;
    for (which, count) in [
        ("starts", mirror.starts),
        ("asking", mirror.asking_starts),
        ("gives", mirror.gives_out),
        ("answered", mirror.answered),
    ] {
        assert_eq!(house.own_evidence(which).unwrap().len(), count as usize, "{which}");
    }
    assert!(house.own_evidence("everything").is_err());
}

/// Everything a review says, and what opens behind its numbers.
fn everything_said(house: &House) -> String {
    let own = ["starts", "asking", "answered", "gives"].map(|it| house.own_evidence(it).unwrap());
    let cards: Vec<_> = listed(house).iter().map(|id| house.open_contact(id).unwrap()).collect();
    let (sheet, works) = (house.review().unwrap(), house.what_works().unwrap());
    format!("{sheet:#?}\n{works:#?}\n{own:#?}\n{cards:#?}")
}

fn listed(house: &House) -> Vec<String> {
    let wanted = ListWanted { limit: 200, ..ListWanted::default() };
    let rows = house.list_contacts(&wanted).unwrap().rows;
    rows.into_iter().map(|row| row.id).collect()
}

#[test]
fn a_review_that_was_kept_in_step_says_what_one_from_the_beginning_says() {
    let people = people::people(&mut Dice::new(20), 12);
    let mailbox = |seed: u64, letters: usize| {
        let mut text = Vec::new();
        Scribe::new(seed, &people, Shape::usual(letters)).write(&mut text).unwrap();
        text
    };
    let (first, later) = (mailbox(1, 260), mailbox(2, 60));
    let (kept, made) = (House::new(), House::new());
    for house in [&kept, &made] {
        let step = |house: &House| {
            if std::ptr::eq(house, &raw const kept) {
                everything_said(house);
            }
        };
        house.bring_as(&house.file("first.mbox", &first), &[OWNERS_ADDRESS]);
        step(house);
        let contacts = listed(house);
        house.merge_contacts(&contacts[0], &contacts[1]).unwrap();
        step(house);
        house.change_contact(&contacts[2], &ContactChange::LeftOutOfReview { on: true }).unwrap();
        step(house);
        let asking = house.own_evidence("asking").unwrap();
        house.correct_act(&asking[0].message.id, "social", None).unwrap();
        step(house);
        house.bring_as(&house.file("later.mbox", &later), &[OWNERS_ADDRESS]);
        step(house);
        house.merge_contacts(&contacts[3], &contacts[4]).unwrap();
        step(house);
        house.undo().unwrap();
    }
    let said = everything_said(&kept);
    assert!(said.contains("asks_in: 1") && said.contains("starts: "));
    assert_eq!(said, everything_said(&made));
}
