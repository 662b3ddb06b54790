//! Outlook: its contacts as CSV in the languages of its screens, its mailboxes (PST, OST).

mod columns;
mod contacts;
mod days;
mod phones;
mod pst;
mod remarks;

pub(crate) use contacts::{is_header, read as read_contacts};
pub(crate) use pst::{is_pst, read as read_pst};
