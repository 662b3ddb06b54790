//! `cargo xtask test`: every test there is, and an honest count of them.

mod apart;
mod count;

use std::process::Command;

use crate::ground::{self, ALL, JOURNEYS};
use crate::outcome::{self, Line, Outcome, Tally, Trouble};
use crate::packages::{self, Need};
use crate::{step, ui};

/// What was asked for.
#[derive(Clone, Copy)]
struct Wanted {
    window: bool,
    /// Where there is no network but the machine's own.
    apart: bool,
}

impl Wanted {
    fn of(arguments: &[String]) -> Outcome<Self> {
        let mut wanted = Self { window: cfg!(target_os = "linux"), apart: false };
        for argument in arguments {
            match argument.as_str() {
                "--no-window" => wanted.window = false,
                "--no-network" => wanted.apart = true,
                _ => {
                    let usage = "`cargo xtask test` takes --no-window and --no-network.";
                    return Err(Trouble(usage.into()));
                }
            }
        }
        Ok(wanted)
    }
}

/// Runs every suite, whatever became of the one before, and closes with the table.
pub(crate) fn test(arguments: &[String]) -> Outcome {
    let wanted = Wanted::of(arguments)?;
    packages::bring(if wanted.window { Need::Journeys } else { Need::Window })?;
    ui::build()?;
    let built = build()?;
    if wanted.apart && !apart::can_be() {
        let why = "This machine lets nobody stand apart from the network (unshare, ip).";
        return Err(Trouble(why.into()));
    }
    let mut words = String::new();
    let mut suite = |name: &str, mut command: Command, count: Count| -> Outcome<Line> {
        if wanted.apart {
            command = apart::apart(&command);
        }
        step::announce(name);
        let said = step::listen(&mut command)?;
        words.push_str(&said.words);
        Ok(judged(name, count(&said.words), said.well))
    };
    let mut lines = if built {
        let (rust, count) = rust();
        vec![suite("Rust", rust, count)?, suite(EXAMPLES, examples(), count::cargo)?]
    } else {
        vec![Line::failed("Rust", "does not build")]
    };
    lines.push(pages_types()?);
    lines.push(suite("vitest", pages(), count::vitest)?);
    lines.push(match (wanted.window, built) {
        (true, true) => {
            let (journeys, count) = journeys();
            suite(WINDOW, journeys, count)?
        }
        (true, false) => Line::failed(WINDOW, "there is no window to go through"),
        (false, _) if cfg!(target_os = "linux") => Line::skipped(WINDOW, "as asked"),
        (false, _) => Line::skipped(WINDOW, "they are driven on Linux only"),
    });
    if wanted.apart {
        lines.push(apart::line(apart::asked(&words)));
    }
    outcome::close(&lines)
}

/// Counts what a runner says.
type Count = fn(&str) -> Option<Tally>;

const EXAMPLES: &str = "examples in the documentation";
const WINDOW: &str = "journeys through the window";

/// Programs and tests in one go, so that both stand on the same build of the dependencies.
fn build() -> Outcome<bool> {
    step::announce("Rust: build");
    step::well(ground::cargo().arg("build").args(ALL).args(["--bins", "--tests"]))
}

fn rust() -> (Command, Count) {
    let mut test = ground::cargo();
    if has_nextest() {
        test.args(["nextest", "run", "--no-fail-fast"]).args(ALL);
        return (test, count::nextest);
    }
    test.args(["test", "--no-fail-fast", "--lib", "--bins", "--tests"]).args(ALL);
    (test, count::cargo)
}

fn has_nextest() -> bool {
    step::answers(ground::cargo().args(["nextest", "--version"]))
}

fn examples() -> Command {
    let mut test = ground::cargo();
    test.args(["test", "--doc", "--no-fail-fast"]).args(ALL);
    test
}

fn pages_types() -> Outcome<Line> {
    let name = "svelte-check";
    step::announce(name);
    let well = step::well(ground::npm().args(["run", "--silent", "check"]))?;
    Ok(Line::new(name, if well { Tally::PASSED } else { Tally::FAILED }))
}

fn pages() -> Command {
    let mut test = ground::npm();
    test.args(["run", "--silent", "test"]);
    test
}

fn journeys() -> (Command, Count) {
    let mut test = ground::cargo();
    let nextest = has_nextest();
    let runner: &[&str] = if nextest { &["nextest", "run"] } else { &["test"] };
    test.args(runner).arg("--no-fail-fast").args(ALL).args(JOURNEYS).args(["--test", "window"]);
    test.env("REQUITE_WINDOW", ground::built("requite-window"));
    (test, if nextest { count::nextest } else { count::cargo })
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
