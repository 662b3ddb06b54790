//! `cargo xtask check`: every linter, each runnable alone, none hiding another.

use std::process::Command;

use crate::ground::{self, ALL, JOURNEYS};
use crate::outcome::{self, Line, Outcome, Tally, Trouble};
use crate::packages::{self, Need};
use crate::tools::{DENY, SHEAR, TYPOS, Tool};
use crate::{step, ui};

/// One linter: its name, what must stand before it runs, and how it runs.
struct Step {
    name: &'static str,
    ground: Ground,
    run: fn(&str) -> Outcome<Line>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    Bare,
    /// The pages' packages.
    Packages,
    /// All that the window is built from: its crate takes the built pages in.
    Window,
}

const STEPS: [Step; 12] = [
    Step { name: "fmt", ground: Ground::Bare, run: fmt },
    Step { name: "typos", ground: Ground::Bare, run: typos },
    Step { name: "prettier", ground: Ground::Packages, run: prettier },
    Step { name: "eslint", ground: Ground::Packages, run: eslint },
    Step { name: "svelte-check", ground: Ground::Packages, run: svelte },
    Step { name: "clippy", ground: Ground::Window, run: clippy },
    Step { name: "rustdoc", ground: Ground::Window, run: rustdoc },
    Step { name: "bindings", ground: Ground::Window, run: bindings },
    Step { name: "deny", ground: Ground::Bare, run: deny },
    Step { name: "advisories", ground: Ground::Bare, run: advisories },
    Step { name: "npm-advisories", ground: Ground::Packages, run: npm_advisories },
    Step { name: "unused", ground: Ground::Bare, run: unused },
];

/// Runs the steps that are named, or all, and closes with the table.
pub(crate) fn check(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.iter().find(|it| STEPS.iter().all(|step| step.name != **it)) {
        let known: Vec<&str> = STEPS.iter().map(|it| it.name).collect();
        return Err(Trouble(format!(
            "There is no step {unknown}. There are: {}.",
            known.join(", ")
        )));
    }
    let chosen: Vec<&Step> = STEPS
        .iter()
        .filter(|it| arguments.is_empty() || arguments.iter().any(|name| name == it.name))
        .collect();
    let needs = |ground| chosen.iter().any(|it| it.ground == ground);
    let window = if needs(Ground::Window) {
        packages::bring(Need::Window).and_then(|()| ui::build())
    } else {
        Ok(())
    };
    let pages = if needs(Ground::Packages) { ui::packages() } else { Ok(()) };
    let mut lines = Vec::new();
    for Step { name, ground, run } in chosen {
        step::announce(name);
        let stands = match ground {
            Ground::Bare => &Ok(()),
            Ground::Packages => &pages,
            Ground::Window => &window,
        };
        lines.push(match stands {
            Ok(()) => run(name).unwrap_or_else(|trouble| Line::failed(name, trouble.0)),
            Err(trouble) => Line::failed(name, trouble.0.clone()),
        });
    }
    outcome::close(&lines)
}

/// Writes `ui/src/bridge/bindings.ts` from the window's commands.
pub(crate) fn write_bindings() -> Outcome {
    packages::bring(Need::Window)?;
    ui::build()?;
    step::must(bindings_test().env("REQUITE_WRITE_BINDINGS", "1"))
}

fn fmt(name: &str) -> Outcome<Line> {
    plain(name, ground::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy(name: &str) -> Outcome<Line> {
    let mut cargo = ground::cargo();
    cargo.arg("clippy").args(ALL).args(JOURNEYS).args([
        "--all-targets",
        "--",
        "--deny",
        "warnings",
    ]);
    plain(name, &mut cargo)
}

fn rustdoc(name: &str) -> Outcome<Line> {
    let mut cargo = ground::cargo();
    cargo.arg("doc").args(ALL).arg("--no-deps").env("RUSTDOCFLAGS", "--deny warnings");
    plain(name, &mut cargo)
}

fn bindings(name: &str) -> Outcome<Line> {
    plain(name, &mut bindings_test())
}

/// The comparison stands beside the boundary itself, as a test.
fn bindings_test() -> Command {
    let mut cargo = ground::cargo();
    cargo.args(["test", "--quiet"]).args(ALL);
    cargo.args(["--bin", "requite-window", "the_bindings_are_fresh"]);
    cargo
}

fn prettier(name: &str) -> Outcome<Line> {
    let others = ["../.github", "../src-tauri/tauri.conf.json", "../src-tauri/capabilities"];
    plain(name, ground::npm().args(["exec", "--no", "--", "prettier", "--check", "."]).args(others))
}

fn eslint(name: &str) -> Outcome<Line> {
    plain(name, ground::npm().args(["exec", "--no", "--", "eslint", "--max-warnings", "0", "."]))
}

fn svelte(name: &str) -> Outcome<Line> {
    plain(name, ground::npm().args(["run", "--silent", "check"]))
}

fn deny(name: &str) -> Outcome<Line> {
    with(DENY, name, |deny| {
        plain(name, deny.args(["--all-features", "check", "licenses", "bans", "sources"]))
    })
}

/// One of two steps that need the network each time: where it is not there, nothing is known.
fn advisories(name: &str) -> Outcome<Line> {
    with(DENY, name, |deny| {
        let said = step::listen(deny.args(["--all-features", "check", "advisories"]))?;
        if !said.well && said.words.contains("failed to fetch advisory database") {
            return Ok(Line::skipped(name, "the advisory database could not be reached"));
        }
        Ok(Line::new(name, if said.well { Tally::PASSED } else { Tally::FAILED }))
    })
}

/// The same for what the pages bring into the window.
fn npm_advisories(name: &str) -> Outcome<Line> {
    let said = step::listen(ground::npm().args(["audit", "--omit=dev"]))?;
    if !said.well && said.words.contains("audit endpoint returned an error") {
        return Ok(Line::skipped(name, "the advisory database could not be reached"));
    }
    Ok(Line::new(name, if said.well { Tally::PASSED } else { Tally::FAILED }))
}

/// Dependencies that are named and not used: `cargo machete` where it is, else its like.
fn unused(name: &str) -> Outcome<Line> {
    if step::answers(ground::cargo().args(["machete", "--version"])) {
        return plain(name, ground::cargo().arg("machete"));
    }
    with(SHEAR, name, |shear| plain(name, shear))
}

fn typos(name: &str) -> Outcome<Line> {
    with(TYPOS, name, |typos| plain(name, typos))
}

/// Runs with a tool, or counts as skipped and says why.
fn with(tool: Tool, name: &str, run: impl FnOnce(&mut Command) -> Outcome<Line>) -> Outcome<Line> {
    match tool.find() {
        Ok(program) => run(Command::new(program).current_dir(ground::root())),
        Err(why) => Ok(Line::skipped(name, why)),
    }
}

fn plain(name: &str, command: &mut Command) -> Outcome<Line> {
    let well = step::well(command)?;
    Ok(Line::new(name, if well { Tally::PASSED } else { Tally::FAILED }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_is_not_there_is_said_so_before_anything_runs() {
        let trouble = check(&["clipy".into()]).unwrap_err();
        assert!(trouble.to_string().contains("no step clipy"), "{trouble}");
        assert!(trouble.to_string().contains("clippy"), "{trouble}");
    }

    #[test]
    fn no_two_steps_share_a_name() {
        let mut names: Vec<&str> = STEPS.iter().map(|it| it.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STEPS.len());
    }
}
