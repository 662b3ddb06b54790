//! Where the owner's store lies when nobody says otherwise.

use std::path::PathBuf;

/// The variable that names another store.
pub const VARIABLE: &str = "REQUITE_STORE";

/// `REQUITE_STORE`, or `requite/requite.db` in the platform's folder for data: `XDG_DATA_HOME`
/// or `~/.local/share` on Linux, `~/Library/Application Support` on macOS, `%APPDATA%` on
/// Windows; beside the program where none of them is known.
pub fn default_store() -> PathBuf {
    if let Some(path) = named() {
        return path;
    }
    data_folder().unwrap_or_default().join("requite").join("requite.db")
}

/// The store that `REQUITE_STORE` names, where it names one.
pub fn named() -> Option<PathBuf> {
    variable(VARIABLE)
}

#[cfg(target_os = "macos")]
fn data_folder() -> Option<PathBuf> {
    Some(variable("HOME")?.join("Library").join("Application Support"))
}

#[cfg(target_os = "windows")]
fn data_folder() -> Option<PathBuf> {
    variable("APPDATA")
}

#[cfg(not(any(target_os = "macos", target_os = "windows")))]
fn data_folder() -> Option<PathBuf> {
    variable("XDG_DATA_HOME").or_else(|| Some(variable("HOME")?.join(".local").join("share")))
}

fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
