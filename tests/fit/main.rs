//! Fits the figures of the judgements on labelled files: `fit MODEL FOLDER [--check]`.
//!
//! Without randomness: the same folder gives the same file, to the byte. `--check` writes
//! nothing and says whether the file that is there is the one that would be written. What is
//! printed was told of rows that the weights were not fitted on.

// It speaks to a terminal, and a row that does not fit may end it.
#![allow(clippy::indexing_slicing, clippy::print_stdout)]

mod acts;
mod asks;
mod bulk;
mod figures;
mod logistic;
mod pairs;
mod rarity;
mod row;
mod spintax;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Fits one model: prints what it is worth, gives the file.
type Fit = fn(&Path) -> Result<String, String>;

/// Every model by the name of its file.
const MODELS: &[(&str, Fit)] = &[
    ("acts", acts::fit_acts),
    ("asks", asks::fit_asks),
    ("bulk", bulk::fit),
    ("intents", asks::fit_intents),
    ("pairs", pairs::fit),
    ("rarity", rarity::fit),
];

const USAGE: &str = "fit MODEL FOLDER [--check]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match fit(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            use std::io::Write;
            // Standard error that is closed can be told nothing.
            let _ = writeln!(std::io::stderr(), "{sentence}");
            ExitCode::from(2)
        }
    }
}

fn fit(arguments: &[String]) -> Result<(), String> {
    let (name, folder, check) = match arguments {
        [name, folder] => (name, folder, false),
        [name, folder, flag] if flag == "--check" => (name, folder, true),
        _ => return Err(format!("Say what to fit, and where the labelled files are: {USAGE}")),
    };
    let names: Vec<&str> = MODELS.iter().map(|(known, _)| *known).collect();
    let known = MODELS.iter().find(|(known, _)| known == name);
    let (_, fit) = known
        .ok_or_else(|| format!("There is no model {name}; there are {}.", names.join(", ")))?;
    let file = fit(Path::new(folder))?;
    let path = figures_folder()?.join(format!("{name}.txt"));
    let shown = path.display();
    if check {
        let kept = std::fs::read_to_string(&path)
            .map_err(|why| format!("{shown} cannot be read: {why}."))?;
        return if kept == file {
            println!("{shown} is what these files give.");
            Ok(())
        } else {
            Err(format!("{shown} is not what these files give; fit it anew."))
        };
    }
    std::fs::write(&path, file).map_err(|why| format!("{shown} cannot be written: {why}."))
}

fn figures_folder() -> Result<PathBuf, String> {
    std::env::var_os("REQUITE_FIGURES")
        .map(PathBuf::from)
        .ok_or_else(|| "REQUITE_FIGURES is to name the folder of the figures.".to_owned())
}
