//! Where things lie: the checkout, the folder that is built in, the folder for tools.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::outcome::{Outcome, Trouble};
use crate::step;

/// What every Cargo step asks for, so that they share a build of Tauri. (Cargo counts what tests
/// ask of dependencies only where there are tests to build: `run` and the documentation stand on
/// a second build, made once.)
pub(crate) const ALL: [&str; 3] = ["--workspace", "--features", "window/built-ui"];

/// The journeys through the window on top: a feature of the crate `tests` alone, which adds no
/// dependency, so that nothing else is built again.
pub(crate) const JOURNEYS: [&str; 2] = ["--features", "tests/window"];

/// The top of the checkout.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The folder of the window's pages.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// The platform's cache folder, in it our own.
pub(crate) fn cache() -> PathBuf {
    let folder = |name: &str| env::var_os(name).filter(|it| !it.is_empty()).map(PathBuf::from);
    let platform = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|it| it.join("Library").join("Caches"))
    } else {
        folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|it| it.join(".cache")))
    };
    platform.map_or_else(|| root().join("target").join("cache"), |it| it.join("requite"))
}

/// One folder for clippy, tests and window: what they share compiles once.
pub(crate) fn target() -> PathBuf {
    env::var_os("REQUITE_TARGET_DIR")
        .filter(|it| !it.is_empty())
        .map_or_else(|| cache().join("target"), PathBuf::from)
}

/// Makes the target folder this checkout's own, before anything is built in it.
///
/// Cargo names the crates of two checkouts alike and tells them apart by dates alone: in a
/// shared folder it may take another checkout's crates for this one's. So where another one
/// built last, the house's own crates are cleaned away; what they depend on stays compiled.
pub(crate) fn take_over() -> Outcome {
    let (folder, here) = (target(), root().display().to_string());
    let mark = folder.join("checkout");
    if fs::read_to_string(&mark).is_ok_and(|last| last == here) {
        return Ok(());
    }
    if folder.exists() {
        let own = OWN.iter().flat_map(|name| ["-p", name]);
        for profile in ["dev", "release"] {
            step::must(cargo().args(["clean", "--quiet", "--profile", profile]).args(own.clone()))?;
        }
    }
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(mark, here))
        .map_err(|error| Trouble(format!("{} cannot be written: {error}", folder.display())))
}

/// The house's own crates.
const OWN: [&str; 10] =
    ["model", "judge", "import", "lock", "store", "app", "cli", "window", "tests", "xtask"];

/// A program of the profile that tests and `run` share.
pub(crate) fn built(name: &str) -> PathBuf {
    target().join("debug").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// Cargo, at the top of the checkout, building in the shared folder.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root()).env("CARGO_TARGET_DIR", target());
    cargo
}

/// npm, in `ui/`.
pub(crate) fn npm() -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(ui());
    npm
}
