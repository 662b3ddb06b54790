//! What is measured, on what, and how it is told.
//!
//! One judgement, one file; each reads its labelled lines and asks the engine of them. What
//! follows from the answers is counted in `figures` and told in `tell`.

mod acts;
mod asks;
mod bulk;
mod curve;
mod dup;
mod figures;
mod history;
mod hits;
mod lines;
mod outbox;
mod row;
mod spans;
mod tell;
mod wish;

use figures::Figures;
use lines::{Line, Misfit};
use row::Row;
pub(crate) use spans::Spans;
pub(crate) use tell::{print, print_spans, write_predictions};
pub(crate) use wish::Wish;

/// Which judgement is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judgement {
    /// Whether one of two messages is the other, sent again.
    Dup,
    /// Whether a draft was sent before, and as which message.
    History,
    /// Whether a message reads as one to many.
    Bulk,
    /// The act of a message, one of four.
    Acts,
    /// Whether something is asked.
    Asks,
}

impl Judgement {
    const ALL: [Self; 5] = [Self::Dup, Self::History, Self::Bulk, Self::Acts, Self::Asks];

    const fn word(self) -> &'static str {
        match self {
            Self::Dup => "dup",
            Self::History => "history",
            Self::Bulk => "bulk",
            Self::Acts => "acts",
            Self::Asks => "asks",
        }
    }

    /// Asks the engine of every labelled line.
    fn rows(self, lines: &[Line]) -> Result<Vec<Row>, Misfit> {
        match self {
            Self::Dup => dup::rows(lines),
            Self::History => history::rows(lines),
            Self::Bulk => bulk::rows(lines),
            Self::Acts => acts::rows(lines),
            Self::Asks => asks::rows(lines),
        }
    }

    /// Whether scores are told as chances, so that they can be held against what came true.
    const fn tells_chances(self) -> bool {
        matches!(self, Self::Acts | Self::Asks)
    }
}

/// One file, measured.
#[derive(Debug)]
pub(crate) struct Measure {
    pub(crate) judgement: Judgement,
    pub(crate) file: String,
    pub(crate) rows: Vec<Row>,
    pub(crate) figures: Figures,
}

impl Measure {
    pub(crate) fn of(judgement: Judgement, file: &str) -> Result<Self, String> {
        let lines = lines::read(file)?;
        let rows = judgement.rows(&lines).map_err(|misfit| misfit.told(file))?;
        if rows.is_empty() {
            return Err(format!("{file} holds no labelled rows."));
        }
        let figures = Figures::of(judgement, &rows);
        Ok(Self { judgement, file: file.to_owned(), rows, figures })
    }
}
