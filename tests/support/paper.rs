//! Closed stores whose recovery key lies beside them, in a file by the name of `paper`: what another
//! process needs to open them.

use crate::keychain::Remembered;
use app::{App, Closing, Entrance, Trouble, Way};
use std::path::Path;
use std::sync::Arc;

/// The name of the file.
pub const PAPER: &str = "paper";

/// The way in, with a keychain that knows nothing.
pub fn entrance(store: &Path) -> Entrance {
    Entrance::with_keychain(store, Arc::<Remembered>::default())
}

/// Writes a new key on the paper of this folder.
pub fn write_key(folder: &Path) {
    std::fs::write(folder.join(PAPER), App::new_recovery_key().unwrap()).unwrap();
}

/// What stands on the paper of this folder.
pub fn kept_key(folder: &Path) -> String {
    std::fs::read_to_string(folder.join(PAPER)).unwrap()
}

/// With nothing but this key.
pub const fn closing(recovery_key: &str) -> Closing<'_> {
    Closing { recovery_key, passphrase: None, keychain: false }
}

/// Makes a closed store.
///
/// # Errors
/// As [`Entrance::make`].
pub fn made(store: &Path) -> Result<App, Trouble> {
    entrance(store).make(closing(&kept_key(store.parent().unwrap())))
}

/// Opens what stands there, closed or not.
///
/// # Errors
/// As [`Entrance::open_with`].
pub fn opened(store: &Path) -> Result<App, Trouble> {
    match entrance(store).open() {
        Err(Trouble::Closed { .. }) => {
            let key = kept_key(store.parent().unwrap());
            entrance(store).open_with(Way::RecoveryKey(&key))
        }
        other => other,
    }
}

/// Opens what stands there; makes it where there is none: closed where there is a paper.
///
/// # Errors
/// As [`made`] and [`opened`].
pub fn opened_or_made(store: &Path) -> Result<App, Trouble> {
    match opened(store) {
        Err(Trouble::NotMade { .. }) if store.parent().unwrap().join(PAPER).exists() => made(store),
        Err(Trouble::NotMade { .. }) => App::unencrypted(store),
        other => other,
    }
}
