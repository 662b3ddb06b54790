//! Backups: made, looked at, put back; and a look at all that is kept.

use app::Trouble;
use app::view::backup::{BackupView, CheckupView, SeenBackup};
use tauri::State;

use crate::opened::Opened;

/// Writes a backup to `path`, never over a file, and says where.
#[tauri::command]
#[specta::specta]
pub(crate) async fn back_up(opened: State<'_, Opened>, path: String) -> Result<String, Trouble> {
    opened.run(move |app| app.back_up(&path)).await
}

/// The backups that were made by themselves, the newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn backups(opened: State<'_, Opened>) -> Result<Vec<BackupView>, Trouble> {
    opened.run(|app| app.backups()).await
}

/// Looks at all of a backup, changing nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_at_backup(
    opened: State<'_, Opened>,
    path: String,
    recovery_key: String,
) -> Result<SeenBackup, Trouble> {
    opened.at_entrance(move |entrance| entrance.look_at_backup(path.as_ref(), &recovery_key)).await
}

/// Puts a backup in place, and opens it; a store that stands there is set aside.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_backup(
    opened: State<'_, Opened>,
    path: String,
    recovery_key: String,
) -> Result<(), Trouble> {
    opened.replace(move |entrance| entrance.restore(path.as_ref(), &recovery_key)).await
}

/// Looks at all that is kept; what is derived and does not fit is made anew.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_up(opened: State<'_, Opened>) -> Result<CheckupView, Trouble> {
    opened.run(|app| app.check_up()).await
}
