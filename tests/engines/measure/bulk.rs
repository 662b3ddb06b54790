//! Whether a message reads as one to many.
//!
//! A line has `text`, perhaps `subject`, and `label` 0 or 1; a file of acts is taken as ordinary
//! mail, all 0. The score is what all findings weigh; said is anything but "clear".

use super::lines::{Line, Misfit};
use super::row::{CLASSES, Row};
use judge::draft::{self, Choices, Draft, SentIndex, Surroundings, Verdict};
use model::Channel;

pub(super) fn rows(lines: &[Line]) -> Result<Vec<Row>, Misfit> {
    lines.iter().map(row).collect()
}

fn row(line: &Line) -> Result<Row, Misfit> {
    let text = line.text("text", "it has no text")?;
    let ordinary = line.word("label").filter(|label| CLASSES.contains(label)).map(|_| false);
    let truth = line.bit("label").or(ordinary);
    let truth = truth.ok_or_else(|| line.misfit("label is neither 0 nor 1"))?;
    let subject = line.word("subject").unwrap_or_default();
    // Sent by somebody of whom nothing is known to nobody in particular.
    let draft = Draft { channel: Channel::Email, subject, text, answers: None };
    let opinion =
        draft::check(&draft, &Surroundings::default(), &SentIndex::default(), &Choices::default());
    let said = opinion.verdict != Verdict::Clear;
    let mut row =
        Row::new(line, text, truth, (opinion.weight, said)).sorted_by(line, &["kind", "src"]);
    row.blast = Some(opinion.verdict == Verdict::Blast);
    Ok(row)
}
