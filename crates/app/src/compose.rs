//! The desk: drafts, what matters of their recipients, and the check beside them.

mod card;
mod desk;
mod drafts;
mod sent;

pub(crate) use desk::Desks;
pub(crate) use sent::SentMail;
