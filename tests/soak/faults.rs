//! Each deed with each of its system calls failing, one at a time.

use crate::Outcome;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use support::dice::Dice;
use support::faults::{Deed, Failure, Ground, can_fail, done};
use support::power::Loss;

/// The argument by which this program does a deed, to fail in it.
pub(crate) const ONCE: &str = "--deed-once";

pub(crate) fn do_once(deed: &str, folder: &Path) -> Outcome {
    done(Deed::named(deed).ok_or("there is no such deed")?, folder);
    Ok(())
}

/// Whether every trial ended well.
pub(crate) fn trials(points: Option<usize>) -> Outcome<bool> {
    if !can_fail() {
        return Err("strace is not here, or may not trace (Debian: strace)".into());
    }
    println!("{:8} {:8} {:>7} {:>7}  outcome", "deed", "failure", "calls", "tried");
    let mut bad = 0;
    for deed in Deed::ALL {
        let ground = Ground::of(deed, worker);
        for failure in Failure::ALL {
            bad += row(&ground, (deed, failure), points);
        }
    }
    println!("{bad} trials went wrong");
    Ok(bad == 0)
}

/// Each deed with the power gone in its middle, so many times for every sort of loss.
pub(crate) fn power(trials: usize) -> Outcome<bool> {
    if !can_fail() {
        return Err("strace is not here, or may not trace (Debian: strace)".into());
    }
    println!("{:8} {:8} {:>7} {:>7}  outcome", "deed", "arrived", "writes", "tried");
    let (mut bad, mut dice) = (0, Dice::new(43));
    for deed in Deed::ALL {
        let ground = Ground::of(deed, worker);
        let recording = ground.recorded();
        for loss in Loss::ALL {
            let mut outcomes: BTreeMap<&str, u32> = BTreeMap::new();
            for _ in 0..trials.div_ceil(Deed::ALL.len() * Loss::ALL.len()) {
                match ground.without_power(&recording, loss, &mut dice) {
                    Ok(stands) => *outcomes.entry(stands).or_default() += 1,
                    Err(why) => {
                        println!("{} {}: {why}", deed.name(), loss.name());
                        *outcomes.entry("WRONG").or_default() += 1;
                        bad += 1;
                    }
                }
            }
            let tried: u32 = outcomes.values().sum();
            let said: Vec<String> =
                outcomes.iter().map(|(what, times)| format!("{what} {times}")).collect();
            let (deed, loss) = (deed.name(), loss.name());
            println!(
                "{deed:8} {loss:8} {:>7} {tried:>7}  {}",
                recording.moments() - 1,
                said.join(", ")
            );
        }
    }
    println!("{bad} trials went wrong");
    Ok(bad == 0)
}

/// All points of a deed and a failure, or so many spread over them; how many went wrong.
fn row<W: Fn(Deed, &Path) -> Command>(
    ground: &Ground<W>,
    (deed, failure): (Deed, Failure),
    points: Option<usize>,
) -> u32 {
    let calls = ground.points().len();
    let step = points.map_or(1, |points| calls.div_ceil(points.max(1)).max(1));
    let mut outcomes: BTreeMap<&str, u32> = BTreeMap::new();
    let mut bad = 0;
    for point in ground.points().iter().step_by(step) {
        match ground.tried(failure, point) {
            Ok(stands) => *outcomes.entry(stands).or_default() += 1,
            Err(why) => {
                println!(
                    "{} {} at {} {}: {why}",
                    deed.name(),
                    failure.name(),
                    point.call,
                    point.turn
                );
                bad += 1;
            }
        }
    }
    let tried: u32 = outcomes.values().sum::<u32>() + bad;
    let said: Vec<String> =
        outcomes.iter().map(|(stands, times)| format!("{stands} {times}")).collect();
    println!("{:8} {:8} {calls:>7} {tried:>7}  {}", deed.name(), failure.name(), said.join(", "));
    bad
}

fn worker(deed: Deed, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap_or_default());
    command.arg(ONCE).arg(deed.name()).arg(folder);
    command
}
