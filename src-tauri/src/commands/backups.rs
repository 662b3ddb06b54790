//! Backups: made, looked at, put back; and a look at all that is kept.

use app::view::backup::{BackupView, CheckupView, SalvagedView, SeenBackup};
use app::{Entrance, Trouble, Way};
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
    typed: String,
) -> Result<SeenBackup, Trouble> {
    opened.at_entrance(move |entrance| entrance.look_at_backup(path.as_ref(), &typed)).await
}

/// Puts a backup in place, and opens it; a store that stands there is set aside.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_backup(
    opened: State<'_, Opened>,
    path: String,
    typed: String,
) -> Result<(), Trouble> {
    opened
        .replace(move |entrance, app| {
            drop(app);
            Ok((entrance.restore(path.as_ref(), &typed)?, ()))
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

/// The same as `back_up`, closed to a passphrase of its own.
#[tauri::command]
#[specta::specta]
pub(crate) async fn back_up_with_passphrase(
    opened: State<'_, Opened>,
    path: String,
    passphrase: String,
) -> Result<String, Trouble> {
    opened.run(move |app| app.back_up_with_passphrase(&path, &passphrase)).await
}

/// What opens a backup: `recovery-key`, `passphrase`; nothing where it is open.
#[tauri::command]
#[specta::specta]
pub(crate) async fn backup_asks_for(
    opened: State<'_, Opened>,
    path: String,
) -> Result<Option<String>, Trouble> {
    opened.at_entrance(move |_| Ok(Entrance::asks_for(path.as_ref())?.map(str::to_owned))).await
}
