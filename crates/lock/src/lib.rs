//! What closes a store: a random data key, and the doors that lead to it.
//!
//! The data key is kept nowhere as it is. Each door wraps it under a key of its own: what the
//! system's keychain keeps, the recovery key on the owner's paper, a passphrase. Any one of them
//! opens. What is wrapped lies in a small header beside the store, in two copies.
//!
//! Deliberately absent: the store itself, a clock, a silent door (a key in a file), and any way
//! to make a new key where one was lost.

mod door;
mod file;
mod header;
mod keychain;
mod parcel;
mod passphrase;
mod recovery;
mod seal;
mod secret;

pub use door::Door;
pub use file::{copies_of, move_with, remove};
pub use header::Header;
pub use keychain::{Keychain, NoKeychain, SystemKeychain};
pub use parcel::{Opener, Parcel, Recipient, Seal};
pub use passphrase::{Cost, LEAST_LETTERS};
pub use recovery::{Mistyped, RecoveryKey};
pub use secret::DataKey;

/// What can go wrong with opening. No message carries a key or what was typed.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// What was typed, or what the keychain keeps, opens another store or none.
    #[error("this does not open the store")]
    Wrong,
    /// The header knows no such door.
    #[error("the store has no such way in")]
    NoSuchDoor,
    /// The system has no keychain, or it is locked, or has no entry for this store.
    #[error("the keychain has nothing for this store")]
    NotInKeychain,
    /// Neither copy of the header can be read.
    #[error("the key header beside the store is damaged, and so is its copy")]
    Damaged,
    /// A backup that was cut short or changed.
    #[error("the backup is damaged or not whole")]
    BrokenParcel,
    /// A file that is no backup.
    #[error("this file is no backup of Requite")]
    NotAParcel,
    /// A newer release wrote the header.
    #[error("the key header was made by a newer release")]
    TooNew,
    /// A passphrase that is no protection.
    #[error("a passphrase needs at least {LEAST_LETTERS} letters")]
    TooShort,
    /// The last door is not taken away.
    #[error("this is the only way into the store")]
    LastDoor,
    /// The system gives no random bytes.
    #[error("the system gives no random numbers")]
    NoChance,
    /// The file system refused.
    #[error("the key header cannot be read or written: {0}")]
    Place(#[from] std::io::Error),
}
