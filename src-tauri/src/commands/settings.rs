//! Settings: where the store is and what is in it.

use serde::Serialize;
use specta::Type;
use tauri::State;

use crate::place::Place;

/// The store that this window stands on.
#[derive(Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Status {
    store: String,
    sample: bool,
    version: String,
}

/// What is kept, and where.
#[tauri::command]
#[specta::specta]
pub(crate) async fn status(place: State<'_, Place>) -> Result<Status, ()> {
    Ok(Status {
        store: place.file().display().to_string(),
        sample: place.is_sample(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}
