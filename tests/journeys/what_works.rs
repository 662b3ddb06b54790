//! What works for the owner: which of their openings are answered.

use app::view::review::RateView;
use support::{House, Letter, mailbox};

const OLIVE: &str = "Olive Park <olive@example.org>";
const ADA: &str = "Ada King <ada@example.org>";

/// Twelve letters to Ada: every second one takes up her telescopes, and is answered.
fn with_letters() -> House {
    let mut letters = Vec::new();
    for day in 1..=12 {
        let id = format!("letter-{day}");
        if day % 2 == 1 {
            let text = "Could you look over my application for the harbour scheme?";
            letters.push(Letter::new(&id, (OLIVE, ADA), day, text));
            continue;
        }
        let text = "Your telescopes were in the paper on Sunday, framed by the harbour.";
        letters.push(Letter::new(&id, (OLIVE, ADA), day, text));
        let answer = Letter::new(&format!("answer-{day}"), (ADA, OLIVE), day + 1, "How kind.");
        letters.push(answer.answering(&id));
    }
    let house = House::new();
    let path = house.file("letters.mbox", mailbox(&letters));
    house.bring_as(&path, &["olive@example.org"]);
    house.note("Ada King", "interest", "Builds telescopes out of scrap");
    house
}

fn rate(house: &House, sort: &str) -> RateView {
    let rates = house.what_works().unwrap().rates;
    rates.into_iter().find(|rate| rate.sort == sort).unwrap()
}

#[test]
fn every_sort_of_opening_has_its_count_and_from_ten_on_its_interval() {
    let house = with_letters();
    let any = rate(&house, "any");
    assert_eq!((any.sent, any.answered), (12, 6));
    assert!(any.from.unwrap() > 0.2 && any.to.unwrap() < 0.8, "{any:?}");
    let about = rate(&house, "about-them");
    assert_eq!((about.sent, about.answered, about.from), (6, 6, None));
    assert_eq!(rate(&house, "first").sent, 1);
    assert_eq!(rate(&house, "known").sent, 11);
    assert_eq!((rate(&house, "short").sent, rate(&house, "long").sent), (12, 0));
}

#[test]
fn each_count_opens_as_many_messages() {
    let house = with_letters();
    for rate in house.what_works().unwrap().rates {
        let opened = house.own_evidence(&rate.sort).unwrap();
        assert_eq!(opened.len(), rate.sent as usize, "{}", rate.sort);
    }
}

#[test]
fn who_has_sent_nothing_has_no_rates() {
    let rates = House::new().what_works().unwrap().rates;
    assert!(rates.iter().all(|rate| rate.sent == 0 && rate.from.is_none()));
}
