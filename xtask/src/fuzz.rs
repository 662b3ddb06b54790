//! `cargo xtask fuzz`: arbitrary bytes for every reader of what came from outside, guided by the
//! branches they take (libFuzzer).

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use crate::ground;
use crate::outcome::{Outcome, Trouble};
use crate::step;

/// Every target, and the fixtures that it begins from.
const TARGETS: &[(&str, &str)] = &[
    ("mailbox", "mail"),
    ("mail", "mail"),
    ("html", "mail"),
    ("formatted", "mail"),
    ("vcard", "vcard"),
    ("table", "google"),
    ("archive", "linkedin/2025"),
    ("gzip", "mail"),
    ("chat", "whatsapp"),
    ("json", "telegram"),
    ("calendar", "calendar"),
    ("database", "imessage"),
    ("pst", "outlook"),
    ("words", "vcard"),
    ("draft", "mail"),
    ("query", "whatsapp"),
    ("command", "whatsapp"),
    ("header", "vcard"),
    ("recovery", "vcard"),
];

/// Every branch counted, so that what leads into a new one is kept; what cargo-fuzz gives rustc, but
/// for the sanitizers, which need a nightly compiler and find what safe Rust does not have.
const COUNTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares \
    -Ccodegen-units=1 --cfg fuzzing";

/// What one input may cost.
const SECONDS_EACH: u32 = 10;
const MEGABYTES: u32 = 2_048;
const DEFAULT_MINUTES: u64 = 10;

/// `[--minutes N] [TARGET]…`: all of them, or those named, for so long in all.
pub(crate) fn fuzz(arguments: &[String]) -> Outcome {
    let (minutes, named) = understood(arguments)?;
    let wanted: Vec<_> = TARGETS
        .iter()
        .filter(|(name, _)| named.is_empty() || named.iter().any(|it| it == name))
        .collect();
    let program = build()?;
    let seconds = (minutes * 60 / wanted.len().max(1) as u64).max(1);
    println!("{:10} {:>12} {:>9}  outcome", "target", "executions", "inputs");
    let (mut all, mut found) = (0, 0);
    for (name, fixtures) in wanted {
        let told = run(&program, (name, fixtures), seconds)?;
        all += told.executions;
        found += u32::from(told.finding.is_some());
        let outcome = told.finding.as_deref().unwrap_or("nothing found");
        println!("{name:10} {:>12} {:>9}  {outcome}", told.executions, told.inputs);
    }
    println!("{all} executions, {found} findings");
    if found > 0 { Err(Trouble("Something was found.".to_owned())) } else { Ok(()) }
}

fn understood(arguments: &[String]) -> Outcome<(u64, Vec<String>)> {
    let (mut minutes, mut named) = (DEFAULT_MINUTES, Vec::new());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument == "--minutes" {
            minutes = rest.next().and_then(|it| it.parse().ok()).ok_or_else(usage)?;
        } else if TARGETS.iter().any(|(name, _)| name == argument) {
            named.push(argument.clone());
        } else {
            return Err(usage());
        }
    }
    Ok((minutes, named))
}

fn usage() -> Trouble {
    let names: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
    Trouble(format!("Like this: fuzz [--minutes N] [TARGET]…, of {}.", names.join(", ")))
}

fn build() -> Outcome<PathBuf> {
    let host = host()?;
    let folder = ground::target().join("fuzz");
    let flags = COUNTED.split_whitespace().collect::<Vec<_>>().join(" ");
    step::must(
        ground::cargo()
            .current_dir(ground::root().join("fuzz"))
            .env("CARGO_TARGET_DIR", &folder)
            .env("RUSTFLAGS", flags)
            // What is built for the host itself (build scripts, macros) must not be counted.
            .args(["build", "--release", "--target", &host]),
    )?;
    Ok(folder.join(host).join("release").join("fuzz"))
}

/// The machine's own name among rustc's targets.
fn host() -> Outcome<String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let told = Command::new(rustc).arg("-vV").output();
    let told = told.map_err(|why| Trouble(format!("rustc does not answer: {why}.")))?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Trouble("rustc does not tell its host.".to_owned()))
}

/// What came of one target.
struct Told {
    executions: u64,
    inputs: usize,
    finding: Option<String>,
}

fn run(program: &Path, (name, fixtures): (&str, &str), seconds: u64) -> Outcome<Told> {
    let kept = ground::root().join("fuzz").join("corpus").join(name);
    let grown = ground::target().join("fuzz-corpus").join(name);
    let findings = ground::target().join("fuzz-findings").join(name);
    for folder in [&kept, &grown, &findings] {
        fs::create_dir_all(folder)
            .map_err(|why| Trouble(format!("{} cannot be made: {why}.", folder.display())))?;
    }
    let before = files(&findings);
    let fixtures = ground::root().join("tests").join("fixtures").join(fixtures);
    let output = Command::new(program)
        .env("REQUITE_FUZZ", name)
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-timeout={SECONDS_EACH}"))
        .arg(format!("-rss_limit_mb={MEGABYTES}"))
        .arg(format!("-artifact_prefix={}/", findings.display()))
        .args(["-max_len=65536", "-print_final_stats=1"])
        .args([&grown, &kept, &fixtures])
        .stdout(Stdio::null())
        .output()
        .map_err(|why| Trouble(format!("The fuzzer could not be started: {why}.")))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let executions = figure(&said, "stat::number_of_executed_units:").unwrap_or(0);
    let new = files(&findings).into_iter().find(|file| !before.contains(file));
    let finding = new.map(|file| format!("FOUND {}", file.display()));
    let finding = finding.or_else(|| (!output.status.success()).then(|| "FAILED".to_owned()));
    Ok(Told { executions, inputs: files(&grown).len(), finding })
}

fn figure(said: &str, name: &str) -> Option<u64> {
    said.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .map(|entries| entries.filter_map(|entry| Some(entry.ok()?.path())).collect())
        .unwrap_or_default()
}
