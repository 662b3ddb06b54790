//! Notes, promises and reminders.

use app::Trouble;
use app::view::deed::Done;
use app::view::timeline::{NoteForm, PromiseForm};
use tauri::State;

use crate::opened::Opened;

/// Makes a promise or reminder (empty id) or changes one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_promise(
    opened: State<'_, Opened>,
    form: PromiseForm,
) -> Result<Done<String>, Trouble> {
    opened.run(move |app| app.save_promise(&form)).await
}

/// Says that a promise is kept, or open again.
#[tauri::command]
#[specta::specta]
pub(crate) async fn finish_promise(
    opened: State<'_, Opened>,
    id: String,
    kept: bool,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.finish_promise(&id, kept)).await
}

/// Removes a promise.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_promise(
    opened: State<'_, Opened>,
    id: String,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.remove_promise(&id)).await
}

/// Notes a fact about somebody.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_note(
    opened: State<'_, Opened>,
    contact: String,
    form: NoteForm,
) -> Result<Done<String>, Trouble> {
    opened.run(move |app| app.add_note(&contact, &form)).await
}

/// Changes a note.
#[tauri::command]
#[specta::specta]
pub(crate) async fn edit_note(
    opened: State<'_, Opened>,
    id: String,
    form: NoteForm,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.edit_note(&id, &form)).await
}

/// Says that a note was seen to be so again, now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn seen_again(opened: State<'_, Opened>, id: String) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.seen_again(&id)).await
}

/// Removes a note.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_note(
    opened: State<'_, Opened>,
    id: String,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.remove_note(&id)).await
}
