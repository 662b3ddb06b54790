//! How long the draft check takes among many sent letters in a store: opened, whole, and key by
//! key. What the judgement itself takes is `draft`'s affair.

use std::path::Path;
use std::time::{Duration, Instant};

use app::App;
use app::view::compose::DraftForm;

use crate::Outcome;
use crate::ground::{Ground, bring_in};
use crate::table::{Column, Table};
use support::made::mailbox::{Scribe, Shape};
use support::made::people::Person;

/// How many drafts lie on the desk, each to one of those who got the most letters.
const DRAFTS: usize = 20;

const SUBJECT: &str = "Shall we?";

pub(crate) fn measure(ground: &mut Ground, table: &mut Table) -> Outcome {
    let letters = ground.size(10_000, 2_000);
    let people = Ground::people(letters / 5);
    let shape = Shape { letters, sent: 1.0, campaigns: 0.3, words: 90.0 };
    let mut scribe = Scribe::new(2, &people, shape);
    let mailbox = ground.mailbox("sent.mbox", &mut scribe)?;
    let store = ground.path("sent.db");
    bring_in(&App::unencrypted(&store)?, &mailbox)?;
    let mut column = table.column("check", format!("{letters} sent"));
    let drafts = opened(&store, &people, &mut column)?;
    // Each text greets the person whose draft it is checked on.
    let to = (0..DRAFTS).cycle().take(500);
    let campaigns: Vec<String> = to.clone().map(|it| scribe.campaign_text(it)).collect();
    let own: Vec<String> = to.map(|it| scribe.own_text(it)).collect();
    let app = App::unencrypted(&store)?;
    for draft in &drafts {
        app.open_draft(draft)?;
    }
    let desk = Desk { app, drafts };
    let found = desk.whole("a campaign once more", &campaigns, &mut column)?;
    let mistaken = desk.whole("a letter of its own", &own, &mut column)?;
    column.add("  campaigns found", "%", &[found]);
    column.add("  own letters taken for one", "%", &[mistaken]);
    let typed = ground.size(40, 5);
    desk.by_key("a key, campaign", campaigns.iter().take(typed), &mut column)?;
    desk.by_key("a key, letter of its own", own.iter().take(typed), &mut column)
}

/// Drafts to people; how long the first takes to open, which makes the index, and others.
fn opened(store: &Path, people: &[Person], column: &mut Column<'_>) -> Outcome<Vec<String>> {
    let (mut first, mut later, mut drafts) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..5 {
        let app = App::unencrypted(store)?;
        if drafts.is_empty() {
            drafts = saved(&app, people)?;
        }
        for (place, draft) in drafts.iter().enumerate() {
            let start = Instant::now();
            app.open_draft(draft)?;
            let times = if place == 0 { &mut first } else { &mut later };
            times.push(start.elapsed());
        }
    }
    let mut sorted = later.clone();
    sorted.sort();
    let usual = sorted.get(sorted.len() / 2).copied().unwrap_or_default();
    let index: Vec<Duration> = first.iter().map(|it| it.saturating_sub(usual)).collect();
    column.add_times("first draft opened", &first);
    column.add_times("  of it the index of what was sent", &index);
    column.add_times("a later draft opened", &later);
    Ok(drafts)
}

fn saved(app: &App, people: &[Person]) -> Outcome<Vec<String>> {
    let mut drafts = Vec::new();
    for person in people.iter().take(DRAFTS) {
        let recipients = vec![app.find_contact(&person.email)?];
        let form = DraftForm { recipients, ..DraftForm::default() };
        drafts.push(app.save_draft(&form)?.value.id);
    }
    Ok(drafts)
}

/// A store with drafts on the desk.
struct Desk {
    app: App,
    drafts: Vec<String>,
}

impl Desk {
    /// Checks each text as it stands; answers how many, in a hundred, are told to be a blast.
    fn whole(&self, what: &str, texts: &[String], column: &mut Column<'_>) -> Outcome<f64> {
        let mut blasts = 0;
        column.time(what, self.drafts.iter().cycle().zip(texts), |(draft, text)| {
            let opinion = self.app.check_draft(draft, SUBJECT, text);
            opinion.inspect(|it| blasts += u32::from(it.verdict == "blast"))
        })?;
        Ok(f64::from(blasts) * 100.0 / texts.len() as f64)
    }

    /// Types these letter by letter, checked at each.
    fn by_key<'a>(
        &self,
        what: &str,
        texts: impl Iterator<Item = &'a String>,
        column: &mut Column<'_>,
    ) -> Outcome {
        let keys = self.drafts.iter().cycle().zip(texts).flat_map(|(draft, text)| {
            let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
            ends.filter_map(move |end| Some((draft, text.get(..end)?)))
        });
        column.time(what, keys, |(draft, text)| self.app.check_draft(draft, SUBJECT, text))
    }
}
