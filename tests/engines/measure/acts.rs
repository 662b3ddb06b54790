//! The act of a message, one of four.
//!
//! A line has `text` and `label`: ask, give, social or reply. The score is how surely something
//! is asked.

use super::lines::{Line, Misfit};
use super::row::{CLASSES, Row};
use judge::balance;

pub(super) fn rows(lines: &[Line]) -> Result<Vec<Row>, Misfit> {
    lines.iter().map(row).collect()
}

fn row(line: &Line) -> Result<Row, Misfit> {
    let text = line.text("text", "it has no text")?;
    let label = line.word("label");
    let truth = label.and_then(|label| CLASSES.into_iter().find(|class| *class == label));
    let truth = truth.ok_or_else(|| line.misfit("label is not ask, give, social or reply"))?;
    let said = class_of(balance::message_acts(text));
    let score = balance::ask_certainty(text);
    let mut row =
        Row::new(line, text, truth == "ask", (score, said == "ask")).sorted_by(line, &["src"]);
    row.class = Some((truth, said));
    Ok(row)
}

/// The files know no notices: what neither asks nor gives and is not social is a "reply", and
/// so is what cannot be read.
fn class_of([ask, give, inform, social]: [f32; 4]) -> &'static str {
    let sure = [("reply", inform), ("ask", ask), ("give", give), ("social", social)];
    // Of equals the first.
    let surest = sure.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best });
    surest.map_or("reply", |(class, _)| class)
}
