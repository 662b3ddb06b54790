//! Files that would do harm, each brought in beside one that is in order.

use app::App;
use std::time::{Duration, Instant};
use support::hostile::{Hostile, NEIGHBOUR, Scale, Yard, all};

/// For what takes a moment; a debug build on a busy machine may take this.
const AT_MOST: Duration = Duration::from_secs(30);

/// Brings it in, and says what went wrong.
fn wrong_with(hostile: &Hostile) -> Vec<String> {
    let yard = Yard::with(hostile).unwrap();
    let app = App::unencrypted(&yard.store()).unwrap();
    let begun = Instant::now();
    let mut wrong = Vec::new();
    let paths = [yard.brought_in().to_string_lossy().into_owned()];
    let plan = app.plan_import(&paths, &["me@example.org".to_owned()], None).unwrap();
    let choices = app.likely_choices(&plan, &["me@example.org".to_owned()]);
    let summary = app.settle_import(&plan.id, &choices, &|_| ()).unwrap().value;
    let took = begun.elapsed();
    if took > AT_MOST {
        wrong.push(format!("it took {took:?}"));
    }
    if app.find_contact(NEIGHBOUR).is_err() {
        wrong.push("the neighbour did not come in".to_owned());
    }
    if summary.snags.len() > 200 {
        wrong.push(format!("{} places are told", summary.snags.len()));
    }
    let found = app.check_up().unwrap();
    if !found.well {
        wrong.push(format!("{found:?}"));
    }
    wrong.extend(yard.strays().iter().map(|stray| format!("left {}", stray.display())));
    wrong
}

#[test]
fn whatever_lies_beside_it_a_file_that_is_in_order_comes_in() {
    let all = all(Scale::Small);
    assert!(all.len() >= 150, "{}", all.len());
    let mut told = Vec::new();
    for hostile in &all {
        let wrong = wrong_with(hostile);
        told.extend(wrong.into_iter().map(|wrong| format!("{}: {wrong}", hostile.what)));
    }
    assert!(told.is_empty(), "{told:#?}");
}
