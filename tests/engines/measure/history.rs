//! Whether a draft was sent before, and as which message.
//!
//! Lines of the `type` history are what a `sender` has sent: `mid`, `text`, perhaps `to` and
//! `date`. Lines of the `type` draft have `text`, `label` 0 or 1, perhaps `level`, and in `gold`
//! the `mid`s that count as the right source.

use super::lines::{Line, Misfit};
use super::outbox::{self, Letter, Outbox};
use super::row::{Row, Source};
use chrono::DateTime;
use model::{InteractionId, Moment};
use std::collections::{BTreeMap, BTreeSet};

/// What one sender has sent, and is about to send.
#[derive(Default)]
struct Desk<'a> {
    sent: Vec<&'a Line>,
    drafts: Vec<(&'a Line, bool)>,
    mids: BTreeMap<InteractionId, &'a str>,
}

pub(super) fn rows(lines: &[Line]) -> Result<Vec<Row>, Misfit> {
    let mut desks: BTreeMap<&str, Desk<'_>> = BTreeMap::new();
    for line in lines {
        let desk = desks.entry(line.word("sender").unwrap_or_default()).or_default();
        line.text("text", "it has no text")?;
        match line.word("type") {
            Some("history") => {
                let mid = line.text("mid", "it has no mid")?;
                desk.mids.insert(outbox::interaction(mid), mid);
                desk.sent.push(line);
            }
            Some("draft") => {
                let truth = line.bit("label");
                let truth = truth.ok_or_else(|| line.misfit("label is neither 0 nor 1"))?;
                desk.drafts.push((line, truth));
            }
            _ => return Err(line.misfit("type is neither history nor draft")),
        }
    }
    let mut rows: Vec<Row> = desks.iter().flat_map(|(sender, desk)| desk.rows(sender)).collect();
    rows.sort_by_key(|row| row.line);
    Ok(rows)
}

impl Desk<'_> {
    fn rows(&self, sender: &str) -> Vec<Row> {
        let people = self.sent.iter().flat_map(|line| line.words("to")).chain([sender]);
        let people: BTreeSet<&str> = people.collect();
        let names = people.into_iter().filter_map(outbox::name);
        let outbox = Outbox::of(names, self.sent.iter().map(|line| letter(line)));
        self.drafts.iter().map(|(line, truth)| self.row(line, *truth, &outbox)).collect()
    }

    fn row(&self, line: &Line, truth: bool, outbox: &Outbox) -> Row {
        let text = line.word("text").unwrap_or_default();
        let likest = outbox.likest(text);
        let answer = likest.as_ref().map_or((0.0, false), |it| (it.score, it.said));
        let named = likest.and_then(|it| self.mids.get(&it.interaction).copied());
        let gold = line.words("gold");
        let right = named.filter(|_| !gold.is_empty()).map(|named| gold.contains(&named));
        let mut row = Row::new(line, text, truth, answer).sorted_by(line, &["level"]);
        row.source = Some(Source { named: named.map(str::to_owned), right });
        row
    }
}

fn letter(line: &Line) -> Letter<'_> {
    let date = line.word("date").and_then(|date| DateTime::parse_from_rfc3339(date).ok());
    Letter {
        interaction: outbox::interaction(line.word("mid").unwrap_or_default()),
        to: line.words("to").into_iter().map(outbox::contact).collect(),
        at: date.map_or_else(|| Moment::from_millis(0, None), Moment::zoned),
        text: line.word("text").unwrap_or_default(),
    }
}
