//! `cargo xtask test`: every test there is, and an honest count of them.

mod count;

use std::process::Command;

use crate::ground::{self, ALL, JOURNEYS};
use crate::outcome::{self, Line, Outcome, Tally, Trouble};
use crate::packages::{self, Need};
use crate::{step, ui};

/// Runs every suite, whatever became of the one before, and closes with the table.
pub(crate) fn test(arguments: &[String]) -> Outcome {
    let window = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => cfg!(target_os = "linux"),
        ["--no-window"] => false,
        _ => {
            return Err(Trouble("`cargo xtask test` takes --no-window and nothing else.".into()));
        }
    };
    packages::bring(if window { Need::Journeys } else { Need::Window })?;
    ui::build()?;
    let built = build()?;
    let mut lines = if built {
        vec![rust()?, examples()?]
    } else {
        vec![Line::failed("Rust", "does not build")]
    };
    lines.push(pages_types()?);
    lines.push(pages()?);
    lines.push(match (window, built) {
        (true, true) => journeys()?,
        (true, false) => Line::failed(WINDOW, "there is no window to go through"),
        (false, _) if arguments.is_empty() => {
            Line::skipped(WINDOW, "they are driven on Linux only")
        }
        (false, _) => Line::skipped(WINDOW, "as asked"),
    });
    outcome::close(&lines)
}

const WINDOW: &str = "journeys through the window";

/// Programs and tests in one go, so that both stand on the same build of the dependencies.
fn build() -> Outcome<bool> {
    step::announce("Rust: build");
    step::well(ground::cargo().arg("build").args(ALL).args(["--bins", "--tests"]))
}

fn rust() -> Outcome<Line> {
    if has_nextest() {
        let mut nextest = ground::cargo();
        nextest.args(["nextest", "run", "--no-fail-fast"]).args(ALL);
        return suite("Rust", &mut nextest, count::nextest);
    }
    let mut test = ground::cargo();
    test.args(["test", "--no-fail-fast", "--lib", "--bins", "--tests"]).args(ALL);
    suite("Rust", &mut test, count::cargo)
}

fn has_nextest() -> bool {
    step::answers(ground::cargo().args(["nextest", "--version"]))
}

fn examples() -> Outcome<Line> {
    let mut test = ground::cargo();
    test.args(["test", "--doc", "--no-fail-fast"]).args(ALL);
    suite("examples in the documentation", &mut test, count::cargo)
}

fn pages_types() -> Outcome<Line> {
    let name = "svelte-check";
    step::announce(name);
    let well = step::well(ground::npm().args(["run", "--silent", "check"]))?;
    Ok(Line::new(name, if well { Tally::PASSED } else { Tally::FAILED }))
}

fn pages() -> Outcome<Line> {
    suite("vitest", ground::npm().args(["run", "--silent", "test"]), count::vitest)
}

fn journeys() -> Outcome<Line> {
    let mut test = ground::cargo();
    if has_nextest() {
        test.args(["nextest", "run", "--no-fail-fast"]);
    } else {
        test.args(["test", "--no-fail-fast"]);
    }
    test.args(ALL).args(JOURNEYS).args(["--test", "window"]);
    test.env("REQUITE_WINDOW", ground::built("requite-window"));
    suite(WINDOW, &mut test, if has_nextest() { count::nextest } else { count::cargo })
}

fn suite(name: &str, command: &mut Command, count: fn(&str) -> Option<Tally>) -> Outcome<Line> {
    step::announce(name);
    let said = step::listen(command)?;
    Ok(judged(name, count(&said.words), said.well))
}

/// The count, unless it and the runner's own end do not agree: then that is a failure.
fn judged(name: &str, counted: Option<Tally>, well: bool) -> Line {
    match counted {
        None => Line::failed(name, "ended without a count"),
        Some(tally) if !well && tally.failed == 0 => Line {
            word: "ended badly beside its tests".into(),
            ..Line::new(name, tally.plus(Tally::FAILED))
        },
        Some(tally) => Line::new(name, tally),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_runner_that_says_nothing_has_failed() {
        assert_eq!(judged("vitest", None, true).tally, Tally::FAILED);
    }

    #[test]
    fn a_runner_that_ends_badly_has_failed_even_when_no_test_has() {
        assert_eq!(
            judged("vitest", Some(Tally::PASSED), false).tally,
            Tally { passed: 1, failed: 1, skipped: 0 }
        );
    }

    #[test]
    fn a_count_that_is_agreed_upon_stands() {
        let counted = Tally { passed: 7, failed: 2, skipped: 1 };
        assert_eq!(judged("Rust", Some(counted), false).tally, counted);
    }
}
