//! One fact about a contact, with where it comes from and when it was seen.

use crate::words::words;
use crate::{ContactId, Moment, NoteId};

/// What the fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// What they care about.
    Interest,
    /// Their work.
    Work,
    /// Their people.
    Family,
    /// What they are after.
    Goal,
    /// What they can do for others.
    CanOffer,
    /// What they would like from others.
    WouldLike,
    /// How and where the owner met them.
    Met,
    /// What not to bring up.
    Avoid,
}

words!(NoteKind {
    Interest => "interest",
    Work => "work",
    Family => "family",
    Goal => "goal",
    CanOffer => "can-offer",
    WouldLike => "would-like",
    Met => "met",
    Avoid => "avoid",
});

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its name in the store.
    pub id: NoteId,
    /// About whom.
    pub contact: ContactId,
    /// What it is about.
    pub kind: NoteKind,
    /// The fact.
    pub text: String,
    /// Where it comes from: "her profile", "lunch in May", "LinkedIn archive".
    pub source: String,
    /// Where it can be looked up, empty where nowhere.
    pub link: String,
    /// When it was last seen to be so.
    pub seen_at: Moment,
}
