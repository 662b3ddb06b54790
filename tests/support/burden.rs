//! What this process, or another program, has cost, where the system tells (Linux).

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The kernel counts processor time in hundredths of a second.
const TICKS: f64 = 100.0;

/// Seconds of processor time, user and system, all threads.
pub fn processor() -> Option<f64> {
    times(0)
}

/// The same of the programs that this one has started and that have ended.
fn children() -> Option<f64> {
    times(2)
}

/// User and system time, from this place among the four that are told.
fn times(place: usize) -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The program's name, in brackets, may hold anything; what follows is numbers.
    let (_, numbers) = stat.rsplit_once(')')?;
    let mut times = numbers.split_whitespace().skip(11 + place);
    let user: f64 = times.next()?.parse().ok()?;
    let system: f64 = times.next()?.parse().ok()?;
    Some((user + system) / TICKS)
}

/// The most memory it ever held, in MB.
pub fn peak_memory() -> Option<f64> {
    Some(status("self", "VmHWM:")? / 1e6)
}

/// What a program cost from its start to its end.
#[derive(Clone, Copy)]
pub struct Cost {
    /// Seconds.
    pub wall: f64,
    /// Seconds of all cores.
    pub processor: f64,
    /// MB.
    pub peak: f64,
}

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It says that all went well.
    Well,
    /// It says that something went wrong.
    Failed,
    /// It broke down (a signal; a panic).
    Broke,
    /// It was killed: it took too long.
    TooLong,
}

/// Runs a program to its end.
///
/// # Errors
/// Where it cannot be started, or does not end well.
pub fn of(program: &mut Command) -> Result<Cost, Box<dyn Error>> {
    let (cost, end) = within(program.stdout(Stdio::null()).stderr(Stdio::null()), Duration::MAX)?;
    if end != End::Well {
        return Err(format!("{} ended with an error.", program.get_program().display()).into());
    }
    Ok(cost)
}

/// Runs a program to its end, or as long as it may.
///
/// # Errors
/// Where it cannot be started.
pub fn within(program: &mut Command, longest: Duration) -> std::io::Result<(Cost, End)> {
    let before = children().unwrap_or_default();
    let start = Instant::now();
    let mut child = program.spawn()?;
    let process = child.id().to_string();
    let mut peak = 0.0;
    let end = loop {
        if let Some(status) = child.try_wait()? {
            break match status.code() {
                Some(0) => End::Well,
                // As Rust ends after a panic.
                None | Some(101) => End::Broke,
                Some(_) => End::Failed,
            };
        }
        if start.elapsed() > longest {
            child.kill()?;
            child.wait()?;
            break End::TooLong;
        }
        peak = status(&process, "VmHWM:").map_or(peak, |bytes| bytes / 1e6);
        thread::sleep(Duration::from_millis(5));
    };
    let wall = start.elapsed().as_secs_f64();
    Ok((Cost { wall, processor: children().unwrap_or_default() - before, peak }, end))
}

/// A line of what the kernel tells of a process, in bytes.
fn status(process: &str, name: &str) -> Option<f64> {
    kibibytes(&fs::read_to_string(format!("/proc/{process}/status")).ok()?, name)
}

/// The figure behind this name, in bytes.
fn kibibytes(told: &str, name: &str) -> Option<f64> {
    let line = told.lines().find_map(|line| line.strip_prefix(name))?;
    let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024.0)
}

/// What a running program and all that it started hold, in MB, each page that several share counted
/// by its share (the kernel's PSS). `None` where it does not run, or nobody tells.
pub fn shared_memory(program: &Path) -> Option<f64> {
    let all: Vec<(u32, u32)> = fs::read_dir("/proc")
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|process: u32| Some((process, parent(process)?)))
        .collect();
    let mut family: Vec<u32> =
        all.iter().map(|(process, _)| *process).filter(|it| runs(*it, program)).collect();
    let mut next = 0;
    while let Some(&one) = family.get(next) {
        family.extend(all.iter().filter(|(_, parent)| *parent == one).map(|(process, _)| *process));
        next += 1;
    }
    family.sort_unstable();
    family.dedup();
    let held: Vec<f64> = family.iter().filter_map(|process| rolled_up(*process)).collect();
    (!held.is_empty()).then(|| held.iter().sum::<f64>() / 1e6)
}

fn runs(process: u32, program: &Path) -> bool {
    fs::read_link(format!("/proc/{process}/exe")).is_ok_and(|it| it == program)
}

fn parent(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

/// Its PSS, in bytes.
fn rolled_up(process: u32) -> Option<f64> {
    let told = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    kibibytes(&told, "Pss:")
}

/// How many programs wanted a processor in the last minute, on average.
pub fn load() -> Option<f64> {
    fs::read_to_string("/proc/loadavg").ok()?.split(' ').next()?.parse().ok()
}
