//! The deeds of `app` as the pages call them: one module a room, one function a deed.
//!
//! A function marked `#[tauri::command]` and `#[specta::specta]` is found by `build.rs`, served,
//! permitted and exported; it bears the name of the `app` method that it calls, and runs it on
//! a thread that may block.

pub(crate) mod backups;
pub(crate) mod campaigns;
pub(crate) mod compose;
pub(crate) mod contacts;
pub(crate) mod imports;
pub(crate) mod lock;
pub(crate) mod notes;
pub(crate) mod review;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod timeline;
pub(crate) mod today;
