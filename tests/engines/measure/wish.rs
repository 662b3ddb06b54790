//! What the caller wants, from the arguments.

use super::Judgement;

/// The word for looking at what is cited instead of at a label.
const SPANS: &str = "spans";

/// What the caller wants.
#[derive(Debug)]
pub(crate) struct Wish {
    /// The judgement to score; nothing where what both cite is looked at.
    pub(crate) judgement: Option<Judgement>,
    pub(crate) files: Vec<String>,
    pub(crate) json: bool,
    pub(crate) errors: bool,
    pub(crate) predictions: Option<String>,
}

/// How to call it.
const USAGE: &str = "eval dup|history|bulk|acts|asks|spans FILE.jsonl… [--json] [--errors] \
    [--predictions OUT.jsonl]";

impl Wish {
    pub(crate) fn from_arguments(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut arguments = arguments;
        let word = arguments.next().unwrap_or_default();
        let judgement = Judgement::ALL.into_iter().find(|it| it.word() == word);
        if judgement.is_none() && word != SPANS {
            return Err(format!("Say what to measure: {USAGE}"));
        }
        let mut wish =
            Self { judgement, files: Vec::new(), json: false, errors: false, predictions: None };
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--json" => wish.json = true,
                "--errors" => wish.errors = true,
                "--predictions" if judgement.is_some() => {
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
