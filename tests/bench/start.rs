//! How long it takes from starting the window until its first room can be used, how much memory
//! it then holds, and both beside the least that a window on WebKitGTK can be.
//!
//! The beginning is when the driver is asked for the window, so that its own milliseconds count
//! too; the end is when the page has the room's title, nothing busy, and two frames drawn.

use std::env;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use app::App;
use serde_json::Value;

use crate::driver::{Driver, Session};
use crate::ground::Ground;
use crate::table::Table;
use crate::{Outcome, keys};
use support::burden;

/// Names the built window; `cargo xtask bench` sets it.
const WINDOW: &str = "REQUITE_WINDOW";

const READY: &str = "
    const done = arguments[arguments.length - 1];
    const told = () => done([
      Date.now(),
      performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
    ]);
    const look = () =>
      document.querySelector('#room h1') && !document.querySelector('[aria-busy=true]')
        ? requestAnimationFrame(() => requestAnimationFrame(told))
        : setTimeout(look, 2);
    look();";

/// The same of a page that has no rooms.
const DRAWN: &str = "
    const done = arguments[arguments.length - 1];
    const drawn = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
    requestAnimationFrame(() => requestAnimationFrame(() =>
      done([Date.now(), performance.timeOrigin + drawn])));";

pub(crate) fn measure(ground: &mut Ground, table: &mut Table) -> Outcome {
    let Some(window) = env::var_os(WINDOW).map(PathBuf::from).filter(|it| it.is_file()) else {
        table.leave_out(
            "start: left out, for no window is built (cargo xtask run builds it).".into(),
        );
        return Ok(());
    };
    let driver = match Driver::start(&ground.path("home")) {
        Ok(driver) => driver,
        Err(why) => {
            table.leave_out(format!("start: left out, for {why}."));
            return Ok(());
        }
    };
    let kind =
        if window.components().any(|it| it.as_os_str() == "release") { "release" } else { "debug" };
    let mut windows = Vec::new();
    match bare(ground) {
        Ok(bare) => {
            windows.push(Kind { at: "bare window".into(), bare: true, window: bare, store: None })
        }
        Err(why) => table.leave_out(format!("start: no bare window beside it, for {why}.")),
    }
    for (what, store) in stores(ground)? {
        let at = format!("{what}, {kind} build");
        windows.push(Kind { at, bare: false, window: window.clone(), store: Some(store) });
    }
    let openings = in_turn(ground.size(9, 2), &driver, &windows)?;
    for (kind, openings) in windows.iter().zip(openings) {
        let mut column = table.column("start", kind.at.clone());
        let of = |figure: fn(&Opening) -> Option<Duration>| -> Vec<Duration> {
            openings.iter().filter_map(figure).collect()
        };
        column.add_times("first letters drawn", &of(|it| it.drawn));
        column.add_times("first room usable", &of(|it| Some(it.ready)));
        let memory: Vec<f64> = openings.iter().filter_map(|it| it.memory).collect();
        column.add("memory, all its processes", "MB", &memory);
    }
    let desk = ground.path("keys.db");
    keys::measure(&driver, &window, &desk, &mut table.column("keys", format!("{kind} build")))
}

/// Something that is started and looked at.
struct Kind {
    at: String,
    bare: bool,
    window: PathBuf,
    store: Option<PathBuf>,
}

/// Stores that a window opens on: none yet, many contacts, and the largest that an import left.
fn stores(ground: &mut Ground) -> Outcome<Vec<(String, PathBuf)>> {
    let empty = ground.path("empty.db");
    drop(App::unencrypted(&empty)?);
    let full = (format!("{} contacts", ground.full_size()), ground.full_store()?);
    let mut stores = vec![("empty store".to_owned(), empty), full];
    if let Some((letters, store)) = ground.largest_left() {
        App::unencrypted(&store)?.weigh()?;
        stores.push((format!("{letters} letters"), store));
    }
    Ok(stores)
}

/// Builds the bare window.
fn bare(ground: &Ground) -> Result<PathBuf, String> {
    let (source, program) = (ground.path("bare.c"), ground.path("bare"));
    std::fs::write(&source, include_str!("bare.c")).map_err(|why| why.to_string())?;
    let told = Command::new("pkg-config").args(["--cflags", "--libs", "webkit2gtk-4.1"]).output();
    let told = told.map_err(|_| "pkg-config is not here".to_owned())?;
    let flags = String::from_utf8_lossy(&told.stdout).into_owned();
    let mut cc = Command::new("cc");
    cc.arg("-O2").arg("-o").arg(&program).arg(&source).args(flags.split_whitespace());
    match cc.output() {
        Ok(built) if built.status.success() => Ok(program),
        _ => Err("it could not be compiled (Debian: libwebkit2gtk-4.1-dev)".to_owned()),
    }
}

struct Opening {
    drawn: Option<Duration>,
    ready: Duration,
    /// MB, each page that is shared counted by its share (PSS).
    memory: Option<f64>,
}

/// All of them once, then all of them again: a machine that slows down slows them all down.
fn in_turn(times: usize, driver: &Driver, windows: &[Kind]) -> Outcome<Vec<Vec<Opening>>> {
    let mut all: Vec<Vec<Opening>> = windows.iter().map(|_| Vec::new()).collect();
    for round in 0..=times {
        for (kind, openings) in windows.iter().zip(&mut all) {
            let opening = opened(driver, kind)?;
            // The first brings the program and the store into the system's memory.
            if round > 0 {
                openings.push(opening);
            }
        }
    }
    Ok(all)
}

fn opened(driver: &Driver, kind: &Kind) -> Outcome<Opening> {
    let start = SystemTime::now().duration_since(UNIX_EPOCH)?;
    let session = driver.open(&kind.window, kind.store.as_deref())?;
    let told = looked_at(&session, kind);
    let closed = session.close();
    if !kind.bare {
        // The bare one is gone before the driver has said goodbye to it.
        closed?;
    }
    let (told, memory) = told?;
    let since = |place: usize| {
        let at = told.get(place).and_then(Value::as_f64)?;
        Duration::try_from_secs_f64(at / 1e3).ok()?.checked_sub(start)
    };
    let ready = since(0).ok_or("the window did not say when it was ready")?;
    Ok(Opening { drawn: since(1), ready, memory })
}

fn looked_at(session: &Session<'_>, kind: &Kind) -> Outcome<(Value, Option<f64>)> {
    let told = session.run_and_wait(if kind.bare { DRAWN } else { READY })?;
    Ok((told, burden::shared_memory(&kind.window)))
}
