//! Measures Requite as its owner meets it: through `app`, on made-up data, and at the window.
//! `bench [import|search|books|closed|check|draft|acts|list|start]… [--quick|--large|--lifetime] [--peers] [--json]`.
//!
//! All data come from fixed seeds, so that two runs measure the same work. It deliberately
//! lacks figures to reach (they depend on the machine) and the crates of Tauri and WebDriver:
//! the window is an ordinary program to it, spoken to over HTTP.

#![allow(clippy::print_stdout, clippy::print_stderr)] // it speaks to a terminal
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "figures of measures are small and positive"
)]

mod acts;
mod books;
mod check;
mod closed;
mod draft;
mod driver;
mod ground;
mod import;
mod keys;
mod list;
mod meanwhile;
mod peers;
mod search;
mod sent;
mod start;
mod table;

use std::error::Error;
use std::process::ExitCode;

use ground::{Extent, Ground};
use table::Table;

/// As the programs that are measured.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const USAGE: &str = "Like this: bench [import|search|books|closed|check|draft|acts|list|start]… [--quick|--large|--lifetime] [--peers] [--json]";

/// What there is to measure, in the order of measuring.
const MEASURES: [&str; 9] =
    ["import", "search", "books", "closed", "check", "draft", "acts", "list", "start"];

/// What changes how it is measured.
const OPTIONS: [&str; 5] = ["--quick", "--large", "--lifetime", "--peers", "--json"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Outcome {
    if let [how @ (import::ONCE | import::ONCE_CLOSED), mailbox, store] =
        *arguments.iter().map(String::as_str).collect::<Vec<_>>()
    {
        return import::once(mailbox, store, how == import::ONCE_CLOSED);
    }
    let (options, named): (Vec<&str>, Vec<&str>) =
        arguments.iter().map(String::as_str).partition(|it| it.starts_with("--"));
    let known = named.iter().all(|it| MEASURES.contains(it))
        && options.iter().all(|it| OPTIONS.contains(it));
    if !known {
        return Err(USAGE.into());
    }
    if cfg!(debug_assertions) {
        eprintln!("This is a debug build: its figures say little.");
    }
    let lifetime = options.contains(&"--lifetime");
    let mut ground = Ground::new(Extent {
        quick: options.contains(&"--quick"),
        large: lifetime || options.contains(&"--large"),
        lifetime,
        peers: options.contains(&"--peers"),
    })?;
    let mut table = Table::default();
    for measure in MEASURES {
        if named.is_empty() || named.contains(&measure) {
            eprintln!("Measuring: {measure} …");
            measured(measure, &mut ground, &mut table)?;
        }
    }
    if options.contains(&"--json") {
        println!("{:#}", table.json());
    } else {
        println!("{table}");
    }
    Ok(())
}

fn measured(measure: &str, ground: &mut Ground, table: &mut Table) -> Outcome {
    match measure {
        "import" => import::measure(ground, table),
        "search" => search::measure(ground, table),
        "books" => books::measure(ground, table),
        "closed" => closed::measure(ground, table),
        "check" => check::measure(ground, table),
        "draft" => draft::measure(ground, table),
        "acts" => acts::measure(ground, table),
        "list" => list::measure(ground, table),
        _ => start::measure(ground, table),
    }
}
