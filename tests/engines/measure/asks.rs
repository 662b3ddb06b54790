//! Whether something is asked.
//!
//! A line has `text`, and `ask` or else `label` that is 0 or 1. The label of Parakweet counts
//! what a writer binds themselves to as well; so does the answer there.

use super::lines::{Line, Misfit};
use super::row::Row;
use judge::balance;

pub(super) fn rows(lines: &[Line]) -> Result<Vec<Row>, Misfit> {
    lines.iter().map(row).collect()
}

fn row(line: &Line) -> Result<Row, Misfit> {
    let text = line.text("text", "it has no text")?;
    let truth = line.bit("ask").or_else(|| line.bit("label"));
    let truth = truth.ok_or_else(|| line.misfit("neither ask nor label is 0 or 1"))?;
    let commitments = line.word("src").is_some_and(|src| src.starts_with("parakweet"));
    let score =
        if commitments { balance::intent_certainty(text) } else { balance::ask_certainty(text) };
    let mut row =
        Row::new(line, text, truth, (score, score >= balance::SURE)).sorted_by(line, &["src"]);
    row.sorts.extend(line.word("label").map(|class| ("label", class.to_owned())));
    Ok(row)
}
