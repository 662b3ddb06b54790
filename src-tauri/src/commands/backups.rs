//! Backups: made, looked at, put back; and a look at all that is kept.

use app::view::backup::{BackupView, CheckupView, SalvagedView, SeenBackup};
use app::{Trouble, Way};
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
    opened
        .replace(move |entrance, app| {
            drop(app);
            Ok((entrance.restore(path.as_ref(), &recovery_key)?, ()))
        })
        .await
}

/// Looks at all that is kept; what is derived and does not fit is made anew.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_up(opened: State<'_, Opened>) -> Result<CheckupView, Trouble> {
    opened.run(|app| app.check_up()).await
}

/// The backups of the store that stands here, also where it cannot be opened.
#[tauri::command]
#[specta::specta]
pub(crate) async fn backups_here(opened: State<'_, Opened>) -> Result<Vec<BackupView>, Trouble> {
    opened.at_entrance(|entrance| entrance.backups()).await
}

/// Whether damage was met, by the weekly look or by any question.
#[tauri::command]
#[specta::specta]
pub(crate) async fn is_damaged(opened: State<'_, Opened>) -> Result<bool, Trouble> {
    Ok(opened.is_damaged())
}

/// Closes a store that was found to be damaged, so that it can be repaired.
#[tauri::command]
#[specta::specta]
pub(crate) async fn close_for_repair(opened: State<'_, Opened>) -> Result<(), Trouble> {
    opened.close_for_repair().await
}

/// Puts what can be read of a damaged store in its place. What was typed for a `door` opens it where
/// the keychain does not.
#[tauri::command]
#[specta::specta]
pub(crate) async fn salvage(
    opened: State<'_, Opened>,
    door: String,
    typed: String,
) -> Result<SalvagedView, Trouble> {
    opened
        .replace(move |entrance, app| {
            drop(app);
            entrance.salvage(match (door.as_str(), typed.is_empty()) {
                (_, true) => None,
                ("passphrase", _) => Some(Way::Passphrase(&typed)),
                _ => Some(Way::RecoveryKey(&typed)),
            })
        })
        .await
}
