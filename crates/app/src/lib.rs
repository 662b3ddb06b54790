//! Everything the owner of a store can do, one method each on [`App`].
//!
//! Composes the four rooms beneath: asks the clock once, turns faults into [`Trouble`] and
//! values into [`view`]s.
//!
//! Deliberately absent: SQL, parsing, Tauri, and any judgement of its own.

pub mod trouble;
pub mod view;

pub use trouble::Trouble;
