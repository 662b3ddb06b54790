//! The sample owner, as a new user meets them.

use crate::desk::Desk;

#[test]
fn the_samples_review_lists_exactly_its_three_one_sided_contacts() {
    let desk = Desk::new();
    let status = desk.json(&["sample"]);
    assert!(status["contacts"].as_u64().unwrap() >= 50, "{status}");
    assert!(status["interactions"].as_u64().unwrap() >= 700, "{status}");
    let review = desk.json(&["review"]);
    let one_sided = review["one_sided"].as_array().unwrap();
    let names: Vec<_> = one_sided.iter().map(|row| row["contact"]["name"].clone()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    for row in one_sided {
        assert_eq!(row["gives_in"], 0, "{row}");
        assert!(row["asks_in"].as_u64().unwrap() >= 3, "{row}");
        assert_eq!(row["quotes"].as_array().unwrap().len(), 2, "{row}");
    }
}

#[test]
fn the_sample_fills_an_empty_store_only() {
    let desk = Desk::stocked();
    let before = desk.json(&["status"]);
    let said = desk.run(&["sample"]);
    assert_eq!(said.code, 2, "{}", said.out);
    assert!(said.err.starts_with("requite: ") && said.err.lines().count() == 1, "{}", said.err);
    assert_eq!(desk.json(&["status"])["contacts"], before["contacts"]);
}
