//! The doors of Requite: `cargo xtask run`, `test`, `check`, `bench`, `soak`, `sbom`,
//! `eval`, `fit`.
//!
//! Each brings what it needs (system packages, the window's packages, tools), says what it
//! brings, and ends with an honest count. It deliberately lacks dependencies, so that the door
//! opens within seconds, and any knowledge of what Requite does.

#![allow(clippy::print_stdout, clippy::print_stderr)] // it speaks to a terminal, there is no other way

mod bench;
mod check;
mod eval;
mod fuzz;
mod ground;
mod outcome;
mod packages;
mod run;
mod sbom;
mod step;
mod test;
mod tools;
mod ui;

use std::process::ExitCode;

use outcome::{Outcome, Trouble};

const USAGE: &str = "\
cargo xtask run [--sample] [--store FILE]   build the window and open it
cargo xtask test [--no-window] [--no-network]  every test: Rust, pages, journeys through the window
cargo xtask check [STEP]…                   every linter, or those named
cargo xtask bindings                        write ui/src/bridge/bindings.ts anew
cargo xtask bench [MEASURE]… [OPTION]…     measure import, search, books, check, draft, acts, list, start, or those named
cargo xtask soak [TRIAL]… [OPTION]…         long trials: imports killed, system calls failing, hostile files
cargo xtask fuzz [--minutes N] [TARGET]…     arbitrary bytes for every reader, guided by its branches
cargo xtask sbom FOLDER                     list what a release is made of (CycloneDX)
cargo xtask eval JUDGEMENT FILE…            score dup, history, bulk, acts or asks on labelled files
cargo xtask fit MODEL FOLDER [--check]      fit a judgement's figures on labelled files

REQUITE_STORE       the store to open instead of the default one
REQUITE_TARGET_DIR  where to build, instead of requite/target in the platform's cache folder
REQUITE_SHOTS       a folder that the journeys fill with screenshots
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match door(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            if !trouble.0.is_empty() {
                eprintln!("\n{trouble}");
            }
            ExitCode::FAILURE
        }
    }
}

fn door(arguments: &[String]) -> Outcome {
    let Some((name, rest)) = arguments.split_first() else {
        println!("{USAGE}");
        return Ok(());
    };
    if !matches!(name.as_str(), "help" | "--help" | "-h") {
        ground::take_over()?;
    }
    match name.as_str() {
        "run" => run::run(rest),
        "test" => test::test(rest),
        "check" => check::check(rest),
        "bindings" => check::write_bindings(),
        "bench" => bench::bench(rest),
        "soak" => bench::soak(rest),
        "fuzz" => fuzz::fuzz(rest),
        "sbom" => sbom::sbom(rest),
        "eval" => eval::eval(rest),
        "fit" => eval::fit(rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(Trouble(format!("There is no `cargo xtask {other}`.\n\n{USAGE}"))),
    }
}
