//! `cargo xtask eval`: scores the two judgements on labelled files.

use crate::ground;
use crate::outcome::{Outcome, Trouble};
use crate::step;

/// What to score, then files and options; the scoring is the binary `eval` of the crate `tests`.
pub(crate) fn eval(arguments: &[String]) -> Outcome {
    let [kind, rest @ ..] = arguments else {
        return Err(Trouble(
            "Like this: cargo xtask eval acts|blast FILE.jsonl…".into(),
        ));
    };
    let mut cargo = ground::cargo();
    cargo.args([
        "run",
        "--release",
        "-p",
        "tests",
        "--bin",
        "eval",
        "--",
        kind,
    ]);
    for argument in rest {
        cargo.arg(if argument.starts_with("--") {
            argument.into()
        } else {
            path(argument)?
        });
    }
    step::must(&mut cargo)
}

/// Cargo runs at the top of the checkout; a path means where the person stands.
fn path(argument: &str) -> Outcome<std::path::PathBuf> {
    std::path::absolute(argument)
        .map_err(|why| Trouble(format!("The path {argument} cannot be read: {why}.")))
}
