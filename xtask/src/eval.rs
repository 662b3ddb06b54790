//! `cargo xtask eval`: scores the two judgements on labelled files.

use std::path::Path;

use crate::ground;
use crate::outcome::{Outcome, Trouble};
use crate::step;

/// `acts` or `blast`, then the files; the scoring is the binary `eval` of the crate `tests`.
pub(crate) fn eval(arguments: &[String]) -> Outcome {
    let Some((kind @ ("acts" | "blast"), files @ [_, ..])) = arguments
        .split_first()
        .map(|(kind, files)| (kind.as_str(), files))
    else {
        return Err(Trouble(
            "Like this: cargo xtask eval acts|blast FILE.jsonl…".into(),
        ));
    };
    // The scoring runs at the top of the checkout: a path means where the person stands.
    let files = files
        .iter()
        .map(|it| std::path::absolute(Path::new(it)))
        .collect::<Result<Vec<_>, _>>();
    let files = files.map_err(|why| Trouble(format!("A file's path cannot be read: {why}.")))?;
    let mut cargo = ground::cargo();
    step::must(
        cargo
            .args([
                "run",
                "--release",
                "-p",
                "tests",
                "--bin",
                "eval",
                "--",
                kind,
            ])
            .args(files),
    )
}
