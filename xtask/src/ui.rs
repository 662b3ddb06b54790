//! The window's pages: their packages from the lock file, and their build.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::ground;
use crate::outcome::{Outcome, Trouble};
use crate::step;

/// The oldest Node that the pages' tools run on.
const NODE: u32 = 20;

/// Packages and build, so that the window has pages to show. Pages that are newer than all they
/// are made of stay, or Cargo would take them for changed and build the window again.
pub(crate) fn build() -> Outcome {
    packages()?;
    let built = changed(&ground::ui().join("dist").join("index.html"));
    if built.is_some() && built > newest(&ground::ui()) {
        return Ok(());
    }
    step::announce("the window's pages");
    step::must(ground::npm().args(["run", "--silent", "build"]))
}

/// `npm ci`, when the lock file has changed since the last time. No package's own script is run.
pub(crate) fn packages() -> Outcome {
    node()?;
    let lock = changed(&ground::ui().join("package-lock.json"));
    // npm writes this file at the end of a complete installation.
    let installed = changed(&ground::ui().join("node_modules").join(".package-lock.json"));
    if installed.is_some() && installed >= lock {
        return Ok(());
    }
    step::announce("the packages of ui/package-lock.json");
    step::must(ground::npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}

fn node() -> Outcome {
    let get = "It comes with your system's packages or from https://nodejs.org.";
    let Some(version) = step::asked(Command::new("node").arg("--version")) else {
        return Err(Trouble(format!(
            "Requite's window needs Node {NODE} or newer, and there is none. {get}"
        )));
    };
    if major(&version).is_some_and(|it| it >= NODE) {
        return Ok(());
    }
    Err(Trouble(format!(
        "Requite's window needs Node {NODE} or newer; here is {}. {get}",
        version.trim()
    )))
}

/// `v20.20.2` is 20.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// When the youngest of the sources was changed.
fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let sources = entries.filter(|it| {
        !["node_modules", "dist", "coverage"].iter().any(|not| it.file_name() == *not)
    });
    sources
        .filter_map(|it| if it.path().is_dir() { newest(&it.path()) } else { changed(&it.path()) })
        .max()
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_known_by_its_first_number() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v9.0.0"), Some(9));
        assert_eq!(major("nonsense"), None);
    }
}
