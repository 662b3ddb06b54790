//! What the journeys share: a house (a store in a folder that goes away), fixture files,
//! letters of invented people, and what a person would look up to see whether it came true.
//!
//! Deliberately absent: anything that a room of Requite does. What is written here only says
//! shortly what a test would otherwise say at length.

// Every caller is a test: a helper that cannot do its work ends it, and says where.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "only tests call this"
)]

pub mod burden;
pub mod damaged;
pub mod dice;
#[cfg(target_os = "linux")]
pub mod faults;
mod files;
/// Files that would do harm.
pub mod hostile;
mod house;
pub mod keychain;
pub mod kills;
mod letters;
pub mod made;
#[cfg(unix)]
pub mod nobody;
pub mod paper;
#[cfg(target_os = "linux")]
pub mod power;
pub mod vectors;

pub use files::{csv, damage, fixture, folder_of, zip_of};
pub use house::{House, names_of};
pub use letters::{Letter, mailbox};
