//! Whether one of two messages is the other, sent again.
//!
//! A line has the draft `a`, the earlier message `b`, and `label` 0 or 1. The other texts of
//! the same `sender` stand in for what that owner has sent: what recurs there is told from what
//! is rare. Lines without a sender are one owner's.

use super::lines::{Line, Misfit};
use super::outbox::{self, Letter, Outbox};
use super::row::Row;
use model::Moment;
use std::collections::{BTreeMap, BTreeSet};

/// Drafts below so many words are short.
const SHORT: u64 = 40;

/// A line as it is read.
struct Pair<'a> {
    line: &'a Line,
    draft: &'a str,
    earlier: &'a str,
    truth: bool,
}

pub(super) fn rows(lines: &[Line]) -> Result<Vec<Row>, Misfit> {
    let mut senders: BTreeMap<&str, Vec<Pair<'_>>> = BTreeMap::new();
    for line in lines {
        let pair = Pair {
            line,
            draft: line.text("a", "it has no a")?,
            earlier: line.text("b", "it has no b")?,
            truth: line.bit("label").ok_or_else(|| line.misfit("label is neither 0 nor 1"))?,
        };
        senders.entry(line.word("sender").unwrap_or_default()).or_default().push(pair);
    }
    let mut rows: Vec<Row> =
        senders.iter().flat_map(|(sender, pairs)| of_sender(sender, pairs)).collect();
    rows.sort_by_key(|row| row.line);
    Ok(rows)
}

fn of_sender(sender: &str, pairs: &[Pair<'_>]) -> Vec<Row> {
    let texts: BTreeSet<&str> = pairs.iter().flat_map(|pair| [pair.draft, pair.earlier]).collect();
    let outbox = Outbox::of(outbox::name(sender).into_iter(), texts.into_iter().map(letter));
    pairs.iter().map(|pair| row(pair, &outbox)).collect()
}

fn row(pair: &Pair<'_>, outbox: &Outbox) -> Row {
    let Pair { line, draft, earlier, truth } = *pair;
    let answer = outbox.pair(draft, earlier);
    let words = line.count("nwords").unwrap_or(draft.split_whitespace().count() as u64);
    let length = if words < SHORT { "under 40" } else { "40 or more" };
    let mut row = Row::new(line, draft, truth, answer).sorted_by(line, &["kind", "level"]);
    row.sorts.push(("words", length.to_owned()));
    row
}

/// A text that was sent to somebody.
fn letter(text: &str) -> Letter<'_> {
    Letter {
        interaction: outbox::interaction(text),
        to: vec![outbox::contact(text)],
        at: Moment::from_millis(0, None),
        text,
    }
}
