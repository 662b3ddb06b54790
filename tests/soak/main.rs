//! Long trials of what must never lose anything:
//! `soak [imports [--letters N] [--kills N]] [faults [--points N]]
//! [power [--trials N]] [damage [--damages N]] [hostile]`.
//!
//! *imports*: into a store that is closed and one that is not, a mailbox is brought in once without disturbance; then again and again into new stores, each
//! time killed at a moment that the dice choose, looked at, and brought in once more. Every
//! store must say in the end what the undisturbed one says.
//!
//! *faults* (Linux): each deed with each of its system calls failing, one at a time.
//!
//! *power* (Linux): each deed with the power gone in its middle.
//!
//! *damage*: stores and logs with other bits, other bytes, or an end too soon.
//!
//! *hostile*: files that would do harm, at full size, each brought in beside one that is in order.

#![allow(clippy::print_stdout, clippy::print_stderr)] // it speaks to a terminal
#![allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss)]

#[cfg(target_os = "linux")]
mod faults;
mod hostile;

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;
use support::damaged;
use support::dice::Dice;
use support::kills::{Killed, killed, whole};
use support::made::mailbox::{Scribe, Shape};
use support::made::people::{self, OWNERS_ADDRESS};
use support::paper::{opened_or_made, write_key};
use tempfile::TempDir;

/// As the programs that are tried.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const USAGE: &str = "Like this: soak [imports [--letters N] [--kills N]] [faults [--points N]] \
                     [power [--trials N]] [damage [--damages N]] [hostile]";

/// The argument by which this program brings in a mailbox, to be killed.
const ONCE: &str = "--import-once";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match *arguments {
        [ONCE, mailbox, store] => bring_in(mailbox, Path::new(store)).map(|()| true),
        [hostile::ONCE, folder, store] => {
            hostile::bring_in(folder, Path::new(store)).map(|()| true)
        }
        #[cfg(target_os = "linux")]
        [faults::ONCE, deed, folder] => faults::do_once(deed, Path::new(folder)).map(|()| true),
        _ => trials(&arguments),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn bring_in(mailbox: &str, store: &Path) -> Outcome {
    let app = opened_or_made(store)?;
    let me = [OWNERS_ADDRESS.to_owned()];
    let plan = app.plan_import(&[mailbox.to_owned()], &me, None)?;
    let choices = app.likely_choices(&plan, &me);
    app.settle_import(&plan.id, &choices, &|_| {})?;
    Ok(())
}

/// Everything there is to try.
const TRIALS: [&str; 5] = ["imports", "faults", "power", "damage", "hostile"];

/// What is tried, and how often.
struct Wanted<'a> {
    /// Some of [`TRIALS`]; all of them where it is empty.
    named: Vec<&'a str>,
    letters: usize,
    kills: u32,
    /// Of each deed and failure; all of them where it is not said.
    points: Option<usize>,
    /// Cuts of the power.
    trials: usize,
    /// Of each kind.
    damages: usize,
}

impl<'a> Wanted<'a> {
    fn of(arguments: &[&'a str]) -> Outcome<Self> {
        let mut wanted = Self {
            named: Vec::new(),
            letters: 20_000,
            kills: 50,
            points: None,
            trials: 1_000,
            damages: 250,
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut number = || rest.next().ok_or(USAGE);
            match *argument {
                "--letters" => wanted.letters = number()?.parse()?,
                "--kills" => wanted.kills = number()?.parse()?,
                "--trials" => wanted.trials = number()?.parse()?,
                "--points" => wanted.points = Some(number()?.parse()?),
                "--damages" => wanted.damages = number()?.parse()?,
                trial if TRIALS.contains(&trial) => wanted.named.push(trial),
                _ => return Err(USAGE.into()),
            }
        }
        Ok(wanted)
    }

    fn has(&self, trial: &str) -> bool {
        self.named.is_empty() || self.named.contains(&trial)
    }
}

/// Whether every trial ended well.
fn trials(arguments: &[&str]) -> Outcome<bool> {
    let wanted = Wanted::of(arguments)?;
    let mut well = true;
    if wanted.has("imports") {
        well &= imports(wanted.letters, wanted.kills, false)?;
        well &= imports(wanted.letters, wanted.kills, true)?;
    }
    #[cfg(target_os = "linux")]
    if wanted.has("faults") {
        well &= faults::trials(wanted.points)?;
    }
    #[cfg(target_os = "linux")]
    if wanted.has("power") {
        well &= faults::power(wanted.trials)?;
    }
    if wanted.has("damage") {
        well &= damages(wanted.damages);
    }
    if wanted.has("hostile") {
        well &= hostile::trials()?;
    }
    Ok(well)
}

fn imports(letters: usize, kills: u32, closed: bool) -> Outcome<bool> {
    let ground = Ground::of(letters)?;
    if closed {
        write_key(ground.folder.path());
    }
    let undisturbed = ground.folder.path().join("undisturbed.db");
    let takes = whole(ground.import(&undisturbed));
    let digest = opened_or_made(&undisturbed)?.digest()?;
    let sort = if closed { "a closed store" } else { "a store that is not closed" };
    println!("{letters} letters into {sort}, undisturbed in {:.1} s", takes.as_secs_f64());
    println!("{:>4} {:>10} {:>10} {:>11}  outcome", "kill", "after", "kept then", "resumed in");
    let mut dice = Dice::new(31);
    let mut bad = 0;
    for number in 1..=kills {
        let after = takes.mul_f64(dice.below(1_000) as f64 / 1_000.0);
        let store = ground.folder.path().join(format!("killed-{number}.db"));
        let outcome = killed(|| ground.import(&store), &store, after);
        bad += u32::from(outcome.digest != digest);
        tell(number, after, &outcome, &digest);
        for ending in ["", "-wal", "-shm", ".key", ".key-copy"] {
            let _ = std::fs::remove_file(format!("{}{ending}", store.display()));
        }
    }
    println!("{kills} kills, {bad} stores that say something else");
    Ok(bad == 0)
}

fn tell(number: u32, after: Duration, killed: &Killed, digest: &str) {
    let (after, resumed) = (after.as_secs_f64(), killed.resumed.as_secs_f64());
    let said = if killed.digest == *digest { "the same" } else { "SOMETHING ELSE" };
    let late = if killed.in_time { "" } else { ", had ended before" };
    println!("{number:>4} {after:>8.2} s {:>10} {resumed:>9.1} s  {said}{late}", killed.kept);
}

/// A folder with a mailbox in it.
struct Ground {
    folder: TempDir,
    mailbox: PathBuf,
}

impl Ground {
    fn of(letters: usize) -> Outcome<Self> {
        let folder = TempDir::new()?;
        let mailbox = folder.path().join("mail.mbox");
        let people = people::people(&mut Dice::new(20), 5_000);
        let mut file = BufWriter::new(File::create(&mailbox)?);
        Scribe::new(1, &people, Shape::usual(letters)).write(&mut file)?;
        file.flush()?;
        Ok(Self { folder, mailbox })
    }

    /// Brings the mailbox into this store, in a process of its own.
    fn import(&self, store: &Path) -> Command {
        let mut command = Command::new(std::env::current_exe().unwrap_or_default());
        command.arg(ONCE).arg(&self.mailbox).arg(store);
        command
    }
}

/// Whether every damage was told, or broke nothing.
fn damages(times: usize) -> bool {
    println!("{:<44} {:>6} {:>6}  outcome", "damage", "tried", "told");
    let mut bad = 0;
    for (what, trial) in damaged::TRIALS {
        let came = trial(times);
        let outcome = came.wrong.first().map_or("well", String::as_str);
        println!("{what:<44} {:>6} {:>6}  {outcome}", came.tried, came.told);
        bad += came.wrong.len();
    }
    println!("{bad} that went wrong");
    bad == 0
}
