//! What is owed, and what wants remembering.

use crate::words::words;
use crate::{ContactId, Day, InteractionId, PromiseId};

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PromiseKind {
    /// The owner owes them.
    IOwe,
    /// They owe the owner.
    TheyOwe,
    /// Nobody owes; the owner wants to be reminded.
    Reminder,
}

words!(PromiseKind { IOwe => "i-owe", TheyOwe => "they-owe", Reminder => "reminder" });

/// A promise or a reminder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Its name in the store.
    pub id: PromiseId,
    /// With whom; `None` for a reminder about nobody.
    pub contact: Option<ContactId>,
    /// Whose turn.
    pub kind: PromiseKind,
    /// What.
    pub text: String,
    /// By when.
    pub due_on: Option<Day>,
    /// Kept, or dealt with.
    pub done: bool,
    /// The interaction in which it was made.
    pub made_in: Option<InteractionId>,
}
