//! What closes the store, and opening it.

use app::view::lock::{DoorsView, Standing};
use app::{App, Closing, Trouble, Way};
use tauri::State;

use crate::opened::Opened;

/// What stands before the owner: the store is open, closed, or not made yet.
#[tauri::command]
#[specta::specta]
pub(crate) async fn standing(opened: State<'_, Opened>) -> Result<Standing, Trouble> {
    opened.standing().await
}

/// A new recovery key, as it is written on paper; nothing is changed by it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_recovery_key() -> Result<String, Trouble> {
    App::new_recovery_key()
}

/// Makes a store that is closed, and opens it. An empty passphrase is none.
#[tauri::command]
#[specta::specta]
pub(crate) async fn make_store(
    opened: State<'_, Opened>,
    recovery_key: String,
    passphrase: String,
    keychain: bool,
) -> Result<(), Trouble> {
    opened
        .open_by(move |entrance| {
            Ok((entrance.make(closing(&recovery_key, &passphrase, keychain))?, ()))
        })
        .await
}

/// Makes a store that is not closed, by the owner's explicit wish, and opens it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn make_unencrypted_store(opened: State<'_, Opened>) -> Result<(), Trouble> {
    opened.open_by(|entrance| Ok((entrance.make_unencrypted()?, ()))).await
}

/// Opens a closed store by what was typed: `recovery-key` or `passphrase`; with `remember` the
/// keychain opens it from then on. Answers whether it does.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock(
    opened: State<'_, Opened>,
    door: String,
    typed: String,
    remember: bool,
) -> Result<bool, Trouble> {
    opened
        .open_by(move |entrance| {
            let app = entrance.open_with(match door.as_str() {
                "passphrase" => Way::Passphrase(&typed),
                _ => Way::RecoveryKey(&typed),
            })?;
            let remembered = remember && app.add_keychain().is_ok();
            Ok((app, remembered))
        })
        .await
}

/// Whether the store is closed to others, and which doors it has.
#[tauri::command]
#[specta::specta]
pub(crate) async fn doors(opened: State<'_, Opened>) -> Result<DoorsView, Trouble> {
    opened.run(|app| Ok(app.doors())).await
}

/// Makes a passphrase a door, in place of an earlier one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_passphrase(
    opened: State<'_, Opened>,
    passphrase: String,
) -> Result<(), Trouble> {
    opened.run(move |app| app.set_passphrase(&passphrase)).await
}

/// Has the system's keychain open the store.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_keychain(opened: State<'_, Opened>) -> Result<(), Trouble> {
    opened.run(|app| app.add_keychain()).await
}

/// Walls a door up: `keychain` or `passphrase`.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_door(opened: State<'_, Opened>, door: String) -> Result<(), Trouble> {
    opened.run(move |app| app.remove_door(&door)).await
}

/// Puts a recovery key, typed back from paper, in place of the one before.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_recovery_key(
    opened: State<'_, Opened>,
    recovery_key: String,
) -> Result<(), Trouble> {
    opened.run(move |app| app.set_recovery_key(&recovery_key)).await
}

/// Closes a store that is open to whoever reads the disk.
#[tauri::command]
#[specta::specta]
pub(crate) async fn close_up_store(
    opened: State<'_, Opened>,
    recovery_key: String,
    passphrase: String,
    keychain: bool,
) -> Result<(), Trouble> {
    opened
        .replace(move |entrance, app| {
            drop(app);
            Ok((entrance.close_up(closing(&recovery_key, &passphrase, keychain))?, ()))
        })
        .await
}

/// Closes the store with a new data key and new doors: whoever had the old key has nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn rekey_store(
    opened: State<'_, Opened>,
    recovery_key: String,
    passphrase: String,
    keychain: bool,
) -> Result<(), Trouble> {
    opened
        .replace(move |entrance, app| {
            let app = app.ok_or(Trouble::Busy)?;
            Ok((entrance.rekey(app, closing(&recovery_key, &passphrase, keychain))?, ()))
        })
        .await
}

fn closing<'a>(recovery_key: &'a str, passphrase: &'a str, keychain: bool) -> Closing<'a> {
    let passphrase = Some(passphrase).filter(|it| !it.is_empty());
    Closing { recovery_key, passphrase, keychain }
}
