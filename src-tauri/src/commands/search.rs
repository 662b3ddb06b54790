//! Search.

use app::Trouble;
use app::view::search::Found;
use tauri::State;

use crate::opened::Opened;

/// Finds contacts, notes and interactions; any input is fine.
#[tauri::command]
#[specta::specta]
pub(crate) async fn search(opened: State<'_, Opened>, query: String) -> Result<Found, Trouble> {
    opened.run(move |app| app.search(&query)).await
}
