//! Today: each line says why it is there.

use super::contact::PromiseView;
use super::deed::ContactRef;
use serde::Serialize;
use specta::Type;

/// What today asks for.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TodayView {
    /// Who waits for an answer.
    pub waiting: Vec<TodayLine>,
    /// Promises and reminders due.
    pub promises: Vec<PromiseView>,
    /// Birthdays and other days of the next two weeks.
    pub days: Vec<TodayLine>,
    /// Whom the owner is losing touch with.
    pub losing_touch: Vec<TodayLine>,
    /// Nothing is kept at all yet.
    pub empty_store: bool,
    /// The owner has not been told who they are, while there is history.
    pub owner_unknown: bool,
}

/// One line of today.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TodayLine {
    /// Who.
    pub contact: ContactRef,
    /// Why, in one line.
    pub why: String,
    /// When it happened or falls.
    pub at: Option<String>,
    /// The interaction that waits.
    pub interaction: Option<String>,
    /// By what it came.
    pub channel: Option<String>,
    /// The sentence that waits for an answer, or the first words.
    pub quote: String,
}
