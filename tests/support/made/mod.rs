//! Made-up people and what they write: from fixed seeds, so that two runs work on the same.

pub mod mailbox;
mod mime;
pub mod people;
pub mod prose;
