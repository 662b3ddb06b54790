//! How fast a mailbox is brought in, and what it costs: each time in a process of its own, so
//! that memory and processor time are those of the import alone.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use app::{App, Closing, Entrance};
use serde_json::{Value, json};

use crate::Outcome;
use crate::ground::Ground;
use crate::peers::{self, Letters};
use crate::table::{Column, Table};
use support::burden::{self, Cost};
use support::made::mailbox::{Scribe, Shape};
use support::made::people::OWNERS_ADDRESS;

/// The argument by which this program imports a mailbox once and prints what that took.
pub(crate) const ONCE: &str = "--import-once";

/// The same into a store that is closed with a key, which it prints too.
pub(crate) const ONCE_CLOSED: &str = "--import-once-closed";

/// The others take an hour for more letters.
const MOST_FOR_PEERS: usize = 100_000;

/// So many they are given as often as we are; more once: that takes them ten minutes.
const OFTEN_FOR_PEERS: usize = 20_000;

/// A mailbox grows by one letter for so many in it.
const GROWTH: usize = 100;

/// What came of one import.
pub(crate) struct Run {
    plan: f64,
    settle: f64,
    pub(crate) processor: Option<f64>,
    peak: Option<f64>,
    new: u64,
    store: f64,
    /// What opens the store, where it is closed.
    pub(crate) key: Option<String>,
}

pub(crate) fn measure(ground: &mut Ground, table: &mut Table) -> Outcome {
    let people = Ground::people(5_000);
    if ground.beside_peers() {
        peers::install()?;
    }
    for letters in ground.mailboxes() {
        let scribe = |seed, letters| Scribe::new(seed, &people, Shape::usual(letters));
        let mailbox = ground.mailbox("mail.mbox", &mut scribe(1, letters))?;
        let megabytes = fs::metadata(&mailbox)?.len() as f64 / 1e6;
        let Rounds { first, again, others } = Rounds::of(ground, (&mailbox, letters))?;
        grow(&mailbox, &mut scribe(2, letters / GROWTH))?;
        let grown = [imported(ONCE, &mailbox, &ground.store_of(letters)?)?];
        let as_many = |runs: &[Run], new: usize| runs.iter().all(|run| run.new == new as u64);
        let grew = as_many(&grown, letters / GROWTH);
        if !as_many(&first, letters) || !as_many(&again, 0) || !grew {
            return Err(
                "The import did not bring in every letter once: its time means nothing.".into()
            );
        }
        let at = format!("{letters} letters, {megabytes:.0} MB");
        let mut column = table.column("import", at);
        tell_first(&mut column, letters as f64, &first);
        tell_again(&mut column, &first, &again, &grown);
        tell_others(&mut column, &first, &others);
    }
    Ok(())
}

/// What came of importing a mailbox several times, each time into a new store, and then again into the
/// same; and what the others took for it.
struct Rounds {
    first: Vec<Run>,
    again: Vec<Run>,
    others: BTreeMap<&'static str, Vec<Cost>>,
}

impl Rounds {
    /// Leaves the last store behind.
    fn of(ground: &mut Ground, (mailbox, letters): (&Path, usize)) -> Outcome<Self> {
        let peers = ground.beside_peers() && letters <= MOST_FOR_PEERS;
        let peers = if peers { Some(Letters::of(mailbox, letters)?) } else { None };
        let mut rounds = Self { first: Vec::new(), again: Vec::new(), others: BTreeMap::new() };
        // In turn, so that a machine that slows down slows them all down.
        for round in 0..ground.size(if letters > 100_000 { 1 } else { 3 }, 1) {
            let store = ground.path(&format!("import-{letters}-{round}.db"));
            rounds.first.push(imported(ONCE, mailbox, &store)?);
            rounds.again.push(imported(ONCE, mailbox, &store)?);
            let others_too = round == 0 || letters <= OFTEN_FOR_PEERS;
            let peers = peers.iter().filter(|_| others_too);
            for (peer, cost) in peers.map(Letters::indexed).collect::<Outcome<Vec<_>>>()?.concat() {
                rounds.others.entry(peer).or_default().push(cost);
            }
            ground.leave(letters, store);
        }
        Ok(rounds)
    }
}

fn tell_first(column: &mut Column<'_>, letters: f64, runs: &[Run]) {
    let of = |figure: fn(&Run) -> f64| runs.iter().map(figure).collect::<Vec<_>>();
    let walls = of(Run::wall);
    let rates: Vec<f64> = walls.iter().map(|wall| letters / wall).collect();
    column.add("letters a second", "/s", &rates);
    column.add("wall time", "s", &walls);
    column.add("  of it the plan", "s", &of(|run| run.plan));
    column.add("  of it the writing", "s", &of(|run| run.settle));
    let processor: Vec<f64> = runs.iter().filter_map(|run| run.processor).collect();
    let each: Vec<f64> = processor.iter().map(|seconds| seconds * 1e6 / letters).collect();
    column.add("processor time", "s", &processor);
    column.add("processor time a letter", "µs", &each);
    let peaks: Vec<f64> = runs.iter().filter_map(|run| run.peak).collect();
    column.add("most memory", "MB", &peaks);
    let stores: Vec<f64> = runs.iter().map(|run| run.store / letters).collect();
    column.add("store a letter", "B", &stores);
}

/// What later imports of the same mailbox took, and what share of the first.
fn tell_again(column: &mut Column<'_>, first: &[Run], again: &[Run], grown: &[Run]) {
    for (what, runs) in [("the same file again", again), ("grown by a hundredth", grown)] {
        let walls: Vec<f64> = runs.iter().map(Run::wall).collect();
        let shares: Vec<f64> =
            runs.iter().zip(first).map(|(run, first)| run.wall() / first.wall()).collect();
        column.add(what, "s", &walls);
        column.add("  share of the first", "×", &shares);
    }
}

/// Writes more letters behind those in a mailbox.
fn grow(mailbox: &Path, more: &mut Scribe<'_>) -> Outcome {
    let mut file = BufWriter::new(OpenOptions::new().append(true).open(mailbox)?);
    more.write(&mut file)?;
    Ok(file.flush()?)
}

/// What the others took, and how many times ours.
fn tell_others(column: &mut Column<'_>, ours: &[Run], others: &BTreeMap<&str, Vec<Cost>>) {
    for (peer, costs) in others {
        let of = |figure: fn(&Cost) -> f64| costs.iter().map(figure).collect::<Vec<_>>();
        column.add(&format!("{peer}, wall time"), "s", &of(|cost| cost.wall));
        column.add("  its processor time", "s", &of(|cost| cost.processor));
        column.add("  its most memory", "MB", &of(|cost| cost.peak));
        let times: Vec<f64> =
            costs.iter().zip(ours).map(|(cost, ours)| cost.wall / ours.wall()).collect();
        column.add("  its wall time over ours", "×", &times);
    }
}

impl Run {
    pub(crate) fn wall(&self) -> f64 {
        self.plan + self.settle
    }
}

/// Has a process of its own import the mailbox into the store.
pub(crate) fn imported(how: &str, mailbox: &Path, store: &Path) -> Outcome<Run> {
    let mut other = Command::new(std::env::current_exe()?);
    let output = other.arg(how).arg(mailbox).arg(store).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let told: Value = serde_json::from_slice(&output.stdout)?;
    let number = |key: &str| told.get(key).and_then(Value::as_f64);
    Ok(Run {
        plan: number("plan").unwrap_or_default(),
        settle: number("settle").unwrap_or_default(),
        processor: number("processor"),
        peak: number("peak"),
        new: told.get("new").and_then(Value::as_u64).unwrap_or_default(),
        store: size(store)?,
        key: told.get("key").and_then(Value::as_str).map(str::to_owned),
    })
}

/// The store with what SQLite keeps beside it.
fn size(store: &Path) -> Outcome<f64> {
    let mut bytes = fs::metadata(store)?.len();
    let mut log = store.as_os_str().to_owned();
    log.push("-wal");
    bytes += fs::metadata(log).map_or(0, |it| it.len());
    Ok(bytes as f64)
}

/// The other process: imports and prints what it took.
pub(crate) fn once(mailbox: &str, store: &str, closed: bool) -> Outcome {
    let key = App::new_recovery_key()?;
    let app = if closed {
        let closing = Closing { recovery_key: &key, passphrase: None, keychain: false };
        Entrance::at(Path::new(store)).make(closing)?
    } else {
        App::unencrypted(Path::new(store))?
    };
    let me = [OWNERS_ADDRESS.to_owned()];
    let start = Instant::now();
    let plan = app.plan_import(&[mailbox.to_owned()], &me, None)?;
    let planned = start.elapsed();
    let choices = app.likely_choices(&plan, &me);
    let summary = app.settle_import(&plan.id, &choices, &|_| {})?.value;
    let settled = start.elapsed() - planned;
    let told = json!({
        "plan": planned.as_secs_f64(),
        "settle": settled.as_secs_f64(),
        "processor": burden::processor(),
        "peak": burden::peak_memory(),
        "new": summary.interactions.new,
        "key": closed.then_some(key),
    });
    println!("{told}");
    Ok(())
}
