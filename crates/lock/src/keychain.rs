//! The system's keychain: Secret Service, macOS Keychain, Windows Credential Manager.

use crate::secret::{from_hex, to_hex};
use keyring::v1::Entry;
use zeroize::Zeroizing;

/// Under which the owner finds the entries.
const SERVICE: &str = "Requite";

/// There is no keychain here, or it is locked, or it has nothing by that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the keychain has nothing by that name")]
pub struct NoKeychain;

/// Where secrets are kept by name.
pub trait Keychain: Send + Sync {
    /// Keeps a secret, in place of an earlier one by that name.
    ///
    /// # Errors
    /// Where there is no keychain, or it refuses.
    fn keep(&self, name: &str, secret: &[u8]) -> Result<(), NoKeychain>;

    /// The secret by that name.
    ///
    /// # Errors
    /// Where there is no keychain, or it has none, or it stays locked.
    fn find(&self, name: &str) -> Result<Vec<u8>, NoKeychain>;

    /// Forgets a secret; where there is none nothing happens.
    fn forget(&self, name: &str);
}

/// The one of this system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemKeychain;

impl SystemKeychain {
    /// Whether there is one at all.
    pub fn is_here() -> bool {
        Entry::store_status().is_ok()
    }
}

impl Keychain for SystemKeychain {
    fn keep(&self, name: &str, secret: &[u8]) -> Result<(), NoKeychain> {
        let text = Zeroizing::new(to_hex(secret));
        entry(name)?.set_password(&text).map_err(|_| NoKeychain)
    }

    fn find(&self, name: &str) -> Result<Vec<u8>, NoKeychain> {
        let text = Zeroizing::new(entry(name)?.get_password().map_err(|_| NoKeychain)?);
        from_hex(&text).ok_or(NoKeychain)
    }

    fn forget(&self, name: &str) {
        if let Ok(entry) = entry(name) {
            // What is not there need not be forgotten.
            let _ = entry.delete_credential();
        }
    }
}

fn entry(name: &str) -> Result<Entry, NoKeychain> {
    Entry::new(SERVICE, name).map_err(|_| NoKeychain)
}
