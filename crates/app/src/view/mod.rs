//! What goes over the wire, to the window and to the terminal alike: the only types that
//! serialise. Names are the house's words, spelled the same on both sides.
//!
//! Ids are uid strings, instants ISO 8601 in UTC, days `2024-05-09` (or `--05-09` without a
//! year), counts `u32`, spans UTF-16 offsets into the text they speak of.

pub mod backup;
pub mod campaign;
pub mod compose;
pub mod contact;
pub mod deed;
pub mod import;
pub mod lock;
pub mod past;
pub mod plain;
pub mod review;
pub mod search;
pub mod settings;
mod span;
pub mod timeline;
pub mod today;

pub use span::Span;
