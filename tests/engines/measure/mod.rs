//! What is measured, on what, and how it is told.

mod figures;
mod row;
mod said;
mod tell;

use figures::Figures;
use row::Row;
use said::Said;
pub(crate) use tell::{print, write_predictions};

/// Which judgement is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judgement {
    /// The act of a message, one of four.
    Acts,
    /// Whether something is asked.
    Asks,
    /// Whether a message would land as a blast.
    Blast,
}

/// What the caller wants.
#[derive(Debug)]
pub(crate) struct Wish {
    pub(crate) judgement: Judgement,
    pub(crate) files: Vec<String>,
    pub(crate) json: bool,
    pub(crate) errors: bool,
    pub(crate) predictions: Option<String>,
}

/// How to call it.
const USAGE: &str =
    "eval acts|asks|blast FILE.jsonl… [--json] [--errors] [--predictions OUT.jsonl]";

impl Wish {
    pub(crate) fn from_arguments(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut arguments = arguments;
        let judgement = match arguments.next().as_deref() {
            Some("acts") => Judgement::Acts,
            Some("asks") => Judgement::Asks,
            Some("blast") => Judgement::Blast,
            _ => return Err(format!("Say what to measure: {USAGE}")),
        };
        let mut wish =
            Self { judgement, files: Vec::new(), json: false, errors: false, predictions: None };
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--json" => wish.json = true,
                "--errors" => wish.errors = true,
                "--predictions" => {
                    let path = arguments.next();
                    wish.predictions = Some(path.ok_or("--predictions wants the file to write.")?);
                }
                flag if flag.starts_with('-') => {
                    return Err(format!("{flag} is not known: {USAGE}"));
                }
                _ => wish.files.push(argument),
            }
        }
        if wish.files.is_empty() {
            return Err(format!("Name a file to measure on: {USAGE}"));
        }
        Ok(wish)
    }
}

/// One file, measured.
#[derive(Debug)]
pub(crate) struct Measure {
    pub(crate) judgement: Judgement,
    pub(crate) file: String,
    pub(crate) rows: Vec<(Row, Said)>,
    pub(crate) figures: Figures,
}

impl Measure {
    pub(crate) fn of(judgement: Judgement, file: &str) -> Result<Self, String> {
        let rows = row::read(judgement, file)?;
        let rows: Vec<(Row, Said)> = rows
            .into_iter()
            .map(|row| {
                let said = said::judge(judgement, &row);
                (row, said)
            })
            .collect();
        let figures = Figures::of(&rows);
        Ok(Self { judgement, file: file.to_owned(), rows, figures })
    }
}
