//! `cargo xtask bench`: builds the measures of `tests/` for release and runs them.

use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;
use std::process::Command;

use crate::ground;
use crate::outcome::{Outcome, Trouble};
use crate::step;

const WINDOW: &str = "requite-window";

/// The measures themselves are the binary `bench` of the crate `tests`, which says what
/// arguments it takes. A window is measured where one is built, and none is built for it: the
/// engine alone is ready in a few minutes.
pub(crate) fn bench(arguments: &[String]) -> Outcome {
    let mut bench = Command::new(build("bench")?);
    let windows = [released(WINDOW), ground::built(WINDOW)];
    if let Some(window) = windows.iter().find(|it| it.is_file()) {
        bench.env("REQUITE_WINDOW", window);
    }
    end_as(bench.args(arguments))
}

/// `cargo xtask soak`: the binary `soak` of the crate `tests`, which says what arguments it takes.
pub(crate) fn soak(arguments: &[String]) -> Outcome {
    end_as(Command::new(build("soak")?).args(arguments))
}

/// Builds a program of the crate `tests` for release and gives its path.
pub(crate) fn build(name: &str) -> Outcome<PathBuf> {
    step::must(ground::cargo().args(["build", "--release", "-p", "tests", "--bin", name]))?;
    Ok(released(name))
}

/// Runs a program, where the person stands, and ends as it ends: it has said itself what is
/// wrong, in a sentence and in its exit code.
pub(crate) fn end_as(program: &mut Command) -> Outcome {
    match program.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => std::process::exit(status.code().unwrap_or(1)),
        Err(why) => Err(Trouble(format!("What was built could not be started: {why}."))),
    }
}

fn released(name: &str) -> PathBuf {
    ground::target().join("release").join(format!("{name}{EXE_SUFFIX}"))
}
