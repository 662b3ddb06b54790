//! What search and the draft check take while another mailbox is being brought in, beside what they
//! take when nothing else is done.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use app::App;
use app::view::compose::DraftForm;

use crate::Outcome;
use crate::ground::{Ground, bring_in};
use crate::table::Column;
use support::dice::Dice;
use support::made::mailbox::{Scribe, Shape};
use support::made::prose::Prose;

/// Keys of each sort, at rest.
const KEYS: usize = 1_000;
/// A fast typist's pause between two keys.
const PAUSE: Duration = Duration::from_millis(20);

/// What is typed at the same time.
struct Typist<'a> {
    app: &'a App,
    keys: Vec<String>,
    draft: String,
    letter: String,
}

/// How long each key took.
#[derive(Default)]
struct Taken {
    search: Vec<Duration>,
    check: Vec<Duration>,
}

pub(crate) fn measure(app: &App, ground: &Ground, column: &mut Column<'_>) -> Outcome {
    let people = Ground::people(5_000);
    let shape = Shape::usual(ground.size(20_000, 2_000));
    let mailbox = ground.mailbox("meanwhile.mbox", &mut Scribe::new(77, &people, shape))?;
    let Some(to) = people.first() else { return Ok(()) };
    let form = DraftForm { recipients: vec![app.find_contact(&to.email)?], ..DraftForm::default() };
    let draft = app.save_draft(&form)?.value.id;
    app.open_draft(&draft)?;
    let letter = Scribe::new(5, &people, Shape::usual(10)).own_text_of(150, 0);
    let typist = Typist { app, keys: keys(), draft, letter };
    let calm = typist.types(|number| number < KEYS)?;
    let goes_on = AtomicBool::new(true);
    let busy = std::thread::scope(|scope| {
        let import = scope.spawn(|| {
            let brought = bring_in(app, &mailbox).map_err(|why| why.to_string());
            goes_on.store(false, Ordering::Relaxed);
            brought
        });
        let busy = typist.types(|_| goes_on.load(Ordering::Relaxed));
        import.join().map_err(|_| "the import panicked")??;
        busy
    })?;
    column.add_times("a key of a search, nothing else done", &calm.search);
    column.add_times("  while an import runs", &busy.search);
    column.add_times("a key of a draft, nothing else done", &calm.check);
    column.add_times("  while an import runs", &busy.check);
    Ok(())
}

/// Words that come up letter by letter.
fn keys() -> Vec<String> {
    let mut dice = Dice::new(12);
    let prose = Prose::new(&mut dice);
    let words: Vec<String> = (0..200).map(|_| prose.noun(&mut dice).to_owned()).collect();
    let keys = words.iter().flat_map(|word| (2..=word.len()).filter_map(|end| word.get(..end)));
    keys.map(str::to_owned).collect()
}

impl Typist<'_> {
    /// Types as long as this holds of the number of the key.
    fn types(&self, goes_on: impl Fn(usize) -> bool) -> Outcome<Taken> {
        let mut taken = Taken::default();
        let ends: Vec<usize> = self.letter.char_indices().map(|(at, _)| at).collect();
        let typed = self.keys.iter().cycle().zip(ends.iter().cycle());
        for (number, (key, end)) in typed.enumerate() {
            if !goes_on(number) {
                break;
            }
            let start = Instant::now();
            self.app.search(key)?;
            taken.search.push(start.elapsed());
            let text = self.letter.get(..*end).unwrap_or_default();
            let start = Instant::now();
            self.app.check_draft(&self.draft, "Shall we?", text)?;
            taken.check.push(start.elapsed());
            std::thread::sleep(PAUSE);
        }
        Ok(taken)
    }
}
