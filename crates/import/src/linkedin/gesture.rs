//! What recommendations and endorsements share: a dated good turn between the owner and one
//! other person.

use super::people::party;
use crate::table::Row;
use crate::{ArrivingInteraction, Party, Source};
use model::{Channel, InteractionKind, Moment, Name, Role};

/// Which way it went, and with whom.
pub(super) struct Gesture {
    /// What sort.
    pub(super) kind: InteractionKind,
    /// The owner did it.
    pub(super) given: bool,
    /// The other one.
    pub(super) other: Party,
}

impl Gesture {
    /// The gesture at its moment, without words so far. The owner is named nowhere in these
    /// tables: an empty party where they give, no party where they receive.
    pub(super) fn at(self, moment: Moment, row: &Row) -> ArrivingInteraction {
        let (from, others) = match self.given {
            true => (Party::default(), vec![(Role::To, self.other)]),
            false => (self.other, Vec::new()),
        };
        ArrivingInteraction {
            source: Source::Linkedin,
            kind: self.kind,
            channel: Channel::Linkedin,
            moment,
            subject: String::new(),
            text: String::new(),
            quoted: String::new(),
            signature: String::new(),
            from,
            others,
            from_owner: Some(self.given),
            conversation: String::new(),
            conversation_title: String::new(),
            native_id: String::new(),
            answers: Vec::new(),
            automated: false,
            raw: row.raw().into_bytes(),
        }
    }
}

/// Somebody by the two parts of their name; the nameless are one person within `place`.
pub(super) fn named(given: &str, family: &str, url: &str, place: &str) -> Party {
    party(&Name::from_parts(given, family).shown, url, place)
}
