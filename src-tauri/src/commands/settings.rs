//! Settings, status, undo.

use app::Trouble;
use app::view::contact::IdentityView;
use app::view::deed::{Done, Undone};
use app::view::past::{PastPage, PastWanted};
use app::view::plain::PlainDone;
use app::view::settings::{SettingsView, Status};
use tauri::{State, WebviewWindow};

use crate::frame;
use crate::opened::Opened;

/// Takes back the owner's last deed. Nothing where there is none to take back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn undo(opened: State<'_, Opened>) -> Result<Option<Undone>, Trouble> {
    opened.run(move |app| app.undo()).await
}

/// Does again what was taken back last.
#[tauri::command]
#[specta::specta]
pub(crate) async fn redo(opened: State<'_, Opened>) -> Result<Option<Undone>, Trouble> {
    opened.run(move |app| app.redo()).await
}

/// What the owner did in the last thirty days, the last first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn past_deeds(
    opened: State<'_, Opened>,
    wanted: PastWanted,
) -> Result<PastPage, Trouble> {
    opened.run(move |app| app.past_deeds(&wanted)).await
}

/// Takes back one deed, also an older one, or brings back one that was taken back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn turn_deed(
    opened: State<'_, Opened>,
    id: String,
) -> Result<Option<Undone>, Trouble> {
    opened.run(move |app| app.turn_deed(&id)).await
}

/// Writes all contacts to a new file, and says how many.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_contacts(
    opened: State<'_, Opened>,
    format: String,
    path: String,
) -> Result<u32, Trouble> {
    opened.run(move |app| app.export_contacts(&format, &path)).await
}

/// Writes everything that is kept, as plain files, into a folder that is new or empty.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_out_everything(
    opened: State<'_, Opened>,
    folder: String,
) -> Result<PlainDone, Trouble> {
    opened.run(move |app| app.take_out_everything(&folder)).await
}

/// Brings everything back from such a folder, into an empty store.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bring_back_everything(
    opened: State<'_, Opened>,
    folder: String,
) -> Result<PlainDone, Trouble> {
    opened.run(move |app| app.bring_back_everything(&folder)).await
}

/// Where things stand.
#[tauri::command]
#[specta::specta]
pub(crate) async fn status(opened: State<'_, Opened>) -> Result<Status, Trouble> {
    opened.run(move |app| app.status()).await
}

/// Everything in the settings room.
#[tauri::command]
#[specta::specta]
pub(crate) async fn settings(opened: State<'_, Opened>) -> Result<SettingsView, Trouble> {
    opened.run(move |app| app.settings()).await
}

/// Switches a rule of the check on or off.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_rule(
    opened: State<'_, Opened>,
    rule: String,
    on: bool,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.set_rule(&rule, on)).await
}

/// Only a blast is worth a word, or everything worth a second look.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_only_blast(
    opened: State<'_, Opened>,
    on: bool,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.set_only_blast(on)).await
}

/// After how many days an opening weighs half in the review.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_half_life(
    opened: State<'_, Opened>,
    days: u32,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.set_half_life(days)).await
}

/// `system`, `light` or `dark`: how the window looks on this machine.
#[tauri::command]
#[specta::specta]
pub(crate) async fn theme(opened: State<'_, Opened>) -> Result<String, Trouble> {
    opened.run(|app| app.theme()).await
}

/// `system`, `light` or `dark`; a matter of this machine.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_theme(
    opened: State<'_, Opened>,
    theme: String,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.set_theme(&theme)).await
}

/// Adds an address of the owner's own.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_owner_identity(
    opened: State<'_, Opened>,
    text: String,
) -> Result<Done<IdentityView>, Trouble> {
    opened.run(move |app| app.add_owner_identity(&text)).await
}

/// Takes an address of the owner's own away.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_owner_identity(
    opened: State<'_, Opened>,
    kind: String,
    value: String,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.remove_owner_identity(&kind, &value)).await
}

/// What the owner is called.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_owner_name(
    opened: State<'_, Opened>,
    name: String,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.set_owner_name(&name)).await
}

/// Where the owner works, all of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_owner_organisations(
    opened: State<'_, Opened>,
    list: Vec<String>,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.set_owner_organisations(&list)).await
}

/// Says that the first frame stands: the window may be shown.
#[tauri::command]
#[specta::specta]
pub(crate) async fn window_ready(window: WebviewWindow) -> Result<(), Trouble> {
    frame::show(&window);
    Ok(())
}
