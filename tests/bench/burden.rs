//! What this process has cost so far, where the system tells (Linux).

use std::fs;

/// The kernel counts processor time in hundredths of a second.
const TICKS: f64 = 100.0;

/// Seconds of processor time, user and system, all threads.
pub(crate) fn processor() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The program's name, in brackets, may hold anything; what follows is numbers.
    let (_, numbers) = stat.rsplit_once(')')?;
    let mut times = numbers.split_whitespace().skip(11);
    let user: f64 = times.next()?.parse().ok()?;
    let system: f64 = times.next()?.parse().ok()?;
    Some((user + system) / TICKS)
}

/// The most memory it ever held, in MB.
pub(crate) fn peak_memory() -> Option<f64> {
    Some(status("VmHWM:")? / 1e6)
}

/// A line of what the kernel tells of this process, in bytes.
fn status(name: &str) -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024.0)
}

/// How many programs wanted a processor in the last minute, on average.
pub(crate) fn load() -> Option<f64> {
    fs::read_to_string("/proc/loadavg").ok()?.split(' ').next()?.parse().ok()
}
