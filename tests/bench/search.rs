//! How long a search takes as it is typed, among much that passed; what a card with a long
//! timeline and a review cost there; and what an open store costs.

use std::time::Instant;

use app::App;
use app::view::timeline::TimelineWanted;

use crate::ground::Ground;
use crate::table::{Column, Table};
use crate::{Outcome, meanwhile};
use support::dice::Dice;
use support::made::prose::Prose;

/// Words that are typed, letter by letter.
const TYPED: usize = 150;
/// What nobody ever wrote.
const NOWHERE: &[&str] = &["qzxvjk", "wqqzzx", "xjqpvv", "zzqxjw", "vvxqzj"];

pub(crate) fn measure(ground: &mut Ground, table: &mut Table) -> Outcome {
    for letters in ground.mailboxes() {
        let store = ground.store_of(letters)?;
        let mut column = table.column("search", format!("{letters} letters"));
        let start = Instant::now();
        let app = App::unencrypted(&store)?;
        app.search("warm")?;
        column.add_times("store opened, first search", &[start.elapsed()]);
        typed(&app, &mut column)?;
        narrowed(&app, &mut column)?;
        beside(&app, &mut column)?;
        meanwhile::measure(&app, ground, &mut column)?;
    }
    Ok(())
}

fn typed(app: &App, column: &mut Column<'_>) -> Outcome {
    let mut dice = Dice::new(9);
    let prose = Prose::new(&mut dice);
    let words: Vec<String> = (0..TYPED).map(|_| prose.noun(&mut dice).to_owned()).collect();
    for letters in 1..=4 {
        let beginnings = words.iter().filter(|word| word.len() >= letters);
        let beginnings: Vec<&str> = beginnings.filter_map(|word| word.get(..letters)).collect();
        let s = if letters == 1 { "letter" } else { "letters" };
        column.time(&format!("{letters} {s} typed"), beginnings, |text| app.search(text))?;
    }
    let keys = words.iter().flat_map(|word| (2..=word.len()).filter_map(|end| word.get(..end)));
    column.time("every key from the second on", keys, |text| app.search(text))?;
    let nothing = NOWHERE.iter().cycle().take(TYPED);
    column.time("nothing found", nothing, |text| app.search(text))
}

fn narrowed(app: &App, column: &mut Column<'_>) -> Outcome {
    let people = Ground::people(5_000);
    let names: Vec<&str> = people.iter().step_by(50).map(|it| it.last.as_str()).collect();
    let from: Vec<String> = names.iter().map(|name| format!("report from:{name}")).collect();
    column.time("a word from somebody", &from, |text| app.search(text))?;
    let asks: Vec<String> =
        names.iter().map(|name| format!("asks with:{name} before:2020-06")).collect();
    column.time("asks of somebody before a month", &asks, |text| app.search(text))?;
    let slips: Vec<String> = names.iter().filter(|it| it.len() > 5).map(|it| slipped(it)).collect();
    column.time("a name with a slip", &slips, |text| app.search(text))
}

/// Two letters in the middle swapped.
fn slipped(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let middle = letters.len() / 2;
    if middle + 1 < letters.len() {
        letters.swap(middle, middle + 1);
    }
    letters.into_iter().collect()
}

/// The card of whoever wrote most, and the review.
fn beside(app: &App, column: &mut Column<'_>) -> Outcome {
    let people = Ground::people(1);
    let Some(busiest) = people.first() else { return Ok(()) };
    let contact = app.find_contact(&busiest.email)?;
    let page = |query: &str| TimelineWanted {
        before: None,
        channel: None,
        query: query.to_owned(),
        limit: 50,
    };
    column.time("  first page of the timeline", 0..20, |_| app.timeline(&contact, &page("")))?;
    column.time("  with a word", 0..20, |_| app.timeline(&contact, &page("river")))?;
    // Done once behind an import; afterwards only what was touched is weighed.
    column.time("all that passed weighed", 0..1, |_| app.weigh())?;
    column.time("card of the busiest", 0..20, |_| app.open_contact(&contact))?;
    column.time("review", 0..20, |_| app.review())?;
    column.time("what works", 0..5, |_| app.what_works())
}
