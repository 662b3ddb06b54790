//! How long the rooms take to answer when there are many contacts.

use app::App;
use app::view::contact::{ContactRow, ListOrder, ListWanted};
use app::view::timeline::TimelineWanted;

use crate::Outcome;
use crate::ground::Ground;
use crate::table::{Column, Table};
use support::dice::Dice;
use support::made::prose::Prose;

/// What a window asks for at once.
const PAGE: u32 = 100;

pub(crate) fn measure(ground: &mut Ground, table: &mut Table) -> Outcome {
    let app = App::unencrypted(&ground.full_store()?)?;
    let mut column = table.column("list", format!("{} contacts", ground.full_size()));
    pages(&app, &mut column)?;
    typing(&app, &mut column)?;
    cards(&app, &mut column)?;
    let few = ground.size(5, 1);
    column.time("today", 0..few, |_| app.today())?;
    column.time("review", 0..few, |_| app.review())
}

fn pages(app: &App, column: &mut Column<'_>) -> Outcome {
    let orders = [
        ("first page, by name", ListOrder::Name),
        ("first page, by last exchange", ListOrder::Last),
        ("first page, by silence", ListOrder::Silence),
    ];
    for (what, order) in orders {
        let wanted = ListWanted { order, limit: PAGE, ..ListWanted::default() };
        column.time(what, 0..20, |_| app.list_contacts(&wanted))?;
    }
    let total = app.list_contacts(&ListWanted::default())?.total;
    let wanted = ListWanted { offset: total / 2, limit: PAGE, ..ListWanted::default() };
    column.time("a page in the middle, by name", 0..20, |_| app.list_contacts(&wanted))
}

/// Searches as letters come in, for names that are there and words that were written.
fn typing(app: &App, column: &mut Column<'_>) -> Outcome {
    let names =
        some(app, 200)?.into_iter().filter_map(|row| Some(row.name.split_once(' ')?.1.to_owned()));
    let names: Vec<String> = names.collect();
    let mut dice = Dice::new(5);
    let prose = Prose::new(&mut dice);
    let words: Vec<String> = (0..150).map(|_| prose.noun(&mut dice).to_owned()).collect();
    for letters in [2, 3] {
        column.time(&format!("contacts, {letters} letters"), &names, |name| {
            let wanted =
                ListWanted { query: begin(name, letters), limit: PAGE, ..ListWanted::default() };
            app.list_contacts(&wanted)
        })?;
    }
    for letters in [2, 3] {
        column.time(&format!("everything, {letters} letters"), &words, |word| {
            app.search(&begin(word, letters))
        })?;
    }
    column.time("everything, whole word", &words, |word| app.search(word))
}

fn begin(word: &str, letters: usize) -> String {
    word.chars().take(letters).collect()
}

fn cards(app: &App, column: &mut Column<'_>) -> Outcome {
    let rows = some(app, 200)?;
    let first = TimelineWanted { limit: 50, ..TimelineWanted::default() };
    column.time("a contact's card", &rows, |row| app.open_contact(&row.id))?;
    column.time("its timeline's first page", &rows, |row| app.timeline(&row.id, &first))?;
    let busiest = rows.iter().max_by_key(|row| row.interactions);
    let Some(busiest) = busiest else { return Err("The store has no contacts.".into()) };
    let times = |what: &str| format!("{what}, {} letters", busiest.interactions);
    column.time(&times("the busiest card"), 0..20, |_| app.open_contact(&busiest.id))?;
    column.time(&times("the busiest timeline"), 0..20, |_| app.timeline(&busiest.id, &first))
}

/// Those last heard from, and so the busy ones among them.
fn some(app: &App, count: u32) -> Outcome<Vec<ContactRow>> {
    let wanted = ListWanted { order: ListOrder::Last, limit: count, ..ListWanted::default() };
    Ok(app.list_contacts(&wanted)?.rows)
}
