//! What it costs that a store is closed with a key: the same mailbox into one that is and one that
//! is not, in turn, and the same questions to both.

use std::path::Path;
use std::time::{Duration, Instant};

use app::view::compose::DraftForm;
use app::{App, Entrance, Way};

use crate::Outcome;
use crate::ground::Ground;
use crate::import::{ONCE, ONCE_CLOSED, Run, imported};
use crate::table::{Column, Table};
use support::dice::Dice;
use support::made::mailbox::{Scribe, Shape};
use support::made::prose::Prose;

/// Keys that are typed into each.
const KEYS: usize = 600;

/// One of the two, over all rounds.
#[derive(Default)]
struct Kind {
    imports: Vec<Run>,
    opened: Vec<Duration>,
    search: Vec<Duration>,
    check: Vec<Duration>,
}

pub(crate) fn measure(ground: &mut Ground, table: &mut Table) -> Outcome {
    let letters = ground.size(20_000, 2_000);
    let people = Ground::people(5_000);
    let mut scribe = Scribe::new(1, &people, Shape::usual(letters));
    let mailbox = ground.mailbox("closed.mbox", &mut scribe)?;
    let Some(to) = people.first() else { return Ok(()) };
    let letter = scribe.own_text_of(150, 0);
    let (mut open, mut closed) = (Kind::default(), Kind::default());
    for round in 0..ground.size(3, 1) {
        for (kind, how) in [(&mut open, ONCE), (&mut closed, ONCE_CLOSED)] {
            let store = ground.path(&format!("{how}-{round}.db"));
            kind.imported(how, &mailbox, &store)?;
            kind.asked(&store, (&to.email, &letter))?;
        }
    }
    let at = |what: &str| format!("{what}, {letters} letters");
    open.tell(&mut table.column("closed", at("not encrypted")));
    closed.tell(&mut table.column("closed", at("encrypted")));
    closed.compare(&open, &mut table.column("closed", at("encrypted over not")));
    Ok(())
}

impl Kind {
    fn imported(&mut self, how: &str, mailbox: &Path, store: &Path) -> Outcome {
        self.imports.push(imported(how, mailbox, store)?);
        Ok(())
    }

    fn asked(&mut self, store: &Path, (to, letter): (&str, &str)) -> Outcome {
        let key = self.imports.last().and_then(|run| run.key.clone());
        let open = || match &key {
            Some(key) => Entrance::at(store).open_with(Way::RecoveryKey(key)),
            None => App::unencrypted(store),
        };
        for _ in 0..5 {
            let start = Instant::now();
            drop(open()?);
            self.opened.push(start.elapsed());
        }
        let app = open()?;
        let form = DraftForm { recipients: vec![app.find_contact(to)?], ..DraftForm::default() };
        let draft = app.save_draft(&form)?.value.id;
        app.open_draft(&draft)?;
        let mut dice = Dice::new(12);
        let prose = Prose::new(&mut dice);
        let words: Vec<String> = (0..200).map(|_| prose.noun(&mut dice).to_owned()).collect();
        let keys = words.iter().flat_map(|word| (2..=word.len()).filter_map(|end| word.get(..end)));
        let ends = letter.char_indices().map(|(at, _)| at).cycle();
        for (key, end) in keys.zip(ends).take(KEYS) {
            let start = Instant::now();
            app.search(key)?;
            self.search.push(start.elapsed());
            let start = Instant::now();
            app.check_draft(&draft, "Shall we?", letter.get(..end).unwrap_or_default())?;
            self.check.push(start.elapsed());
        }
        Ok(())
    }

    fn tell(&self, column: &mut Column<'_>) {
        column.add(
            "import, wall time",
            "s",
            &self.imports.iter().map(Run::wall).collect::<Vec<_>>(),
        );
        let processor: Vec<f64> = self.imports.iter().filter_map(|run| run.processor).collect();
        column.add("import, processor time", "s", &processor);
        column.add_times("opened", &self.opened);
        column.add_times("a key of a search", &self.search);
        column.add_times("a key of a draft", &self.check);
    }

    /// How many times as much as the other.
    fn compare(&self, other: &Self, column: &mut Column<'_>) {
        let walls = |kind: &Self| kind.imports.iter().map(Run::wall).collect::<Vec<_>>();
        let share: Vec<f64> =
            walls(self).iter().zip(walls(other)).map(|(it, of)| it / of).collect();
        column.add("import", "×", &share);
        for (what, mine, others) in [
            ("search, median", &self.search, &other.search),
            ("check, median", &self.check, &other.check),
        ] {
            column.add(what, "×", &[middle(mine) / middle(others)]);
        }
        column.add("opened, more", "ms", &[(middle(&self.opened) - middle(&other.opened)) * 1e3]);
    }
}

/// The median, in seconds.
fn middle(times: &[Duration]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort();
    sorted.get(sorted.len() / 2).map_or(f64::NAN, Duration::as_secs_f64)
}
