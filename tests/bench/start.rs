//! How long it takes from starting the window until its first room can be used.
//!
//! The beginning is when the driver is asked for the window, so that its own milliseconds count
//! too; the end is when the page has the room's title, nothing busy, and two frames drawn.

use std::env;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use app::App;
use serde_json::Value;

use crate::Outcome;
use crate::driver::Driver;
use crate::ground::Ground;
use crate::table::Table;

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
    let empty = ground.path("empty.db");
    drop(App::open(&empty)?);
    let full = ground.full_store()?;
    let kind =
        if window.components().any(|it| it.as_os_str() == "release") { "release" } else { "debug" };
    for (what, store) in
        [("empty store".to_owned(), empty), (format!("{} contacts", ground.full_size()), full)]
    {
        let mut column = table.column("start", format!("{what}, {kind} build"));
        let (mut drawn, mut ready) = (Vec::new(), Vec::new());
        for _ in 0..ground.size(5, 2) {
            let once = opened(&driver, &window, &store)?;
            drawn.extend(once.drawn);
            ready.push(once.ready);
        }
        column.add_times("first letters drawn", &drawn);
        column.add_times("first room usable", &ready);
    }
    Ok(())
}

struct Opening {
    drawn: Option<Duration>,
    ready: Duration,
}

fn opened(driver: &Driver, window: &Path, store: &Path) -> Outcome<Opening> {
    let start = SystemTime::now().duration_since(UNIX_EPOCH)?;
    let session = driver.open(window, store)?;
    let told = session.run_and_wait(READY);
    session.close()?;
    let told = told?;
    let since = |place: usize| {
        let at = told.get(place).and_then(Value::as_f64)?;
        Duration::try_from_secs_f64(at / 1e3).ok()?.checked_sub(start)
    };
    let ready = since(0).ok_or("the window did not say when it was ready")?;
    Ok(Opening { drawn: since(1), ready })
}
