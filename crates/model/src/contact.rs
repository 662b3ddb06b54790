//! Somebody the owner knows or hears from.

use crate::{CircleId, ContactId, Day, GroupId, Identity, Name};

/// One post somebody holds or held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Position {
    /// The organisation, empty where only a title is known.
    pub organisation: String,
    /// The title, empty where only the organisation is known.
    pub title: String,
    /// Since when.
    pub from_on: Option<Day>,
    /// Until when; `None` while it lasts.
    pub to_on: Option<Day>,
}

/// A day that matters: a birthday, an anniversary.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DatedDay {
    /// `birthday`, `anniversary`, or the owner's word.
    pub label: String,
    /// The day.
    pub day: Day,
}

/// Leave to write to somebody, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Consent {
    /// What was agreed, in the owner's words.
    pub text: String,
    /// Where it was given.
    pub source: String,
    /// When.
    pub given_on: Option<Day>,
}

/// People the owner wants to keep in touch with at one pace.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Circle {
    /// Its name in the store.
    pub id: CircleId,
    /// As the owner calls it.
    pub name: String,
    /// Days between two contacts before somebody is being lost touch with.
    pub cadence_days: u32,
}

/// A discussion group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Group {
    /// Its name in the store.
    pub id: GroupId,
    /// As it is called.
    pub name: String,
    /// Where it meets: `linkedin`, `slack`, `mailing list`.
    pub place: String,
}

/// Somebody, with everything that is kept of them but notes and history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Their name in the store.
    pub id: ContactId,
    /// What they are called.
    pub name: Name,
    /// "she/her".
    pub pronouns: String,
    /// One line about them, theirs or the owner's.
    pub headline: String,
    /// Where they live.
    pub location: String,
    /// How the owner met them.
    pub how_met: String,
    /// Through whom.
    pub met_through: Option<ContactId>,
    /// Addresses, the first of a kind is the preferred one.
    pub identities: Vec<Identity>,
    /// Posts, the present one first.
    pub positions: Vec<Position>,
    /// Days that matter.
    pub dates: Vec<DatedDay>,
    /// The owner's tags.
    pub tags: Vec<String>,
    /// The circle they are in.
    pub circle: Option<CircleId>,
    /// BLAKE3 of their photo.
    pub photo: Option<[u8; 32]>,
    /// They asked, or the owner decided, that nothing be sent.
    pub do_not_contact: bool,
    /// Leave to write, where it was given.
    pub consent: Option<Consent>,
    /// The owner wants no review of this one.
    pub left_out_of_review: bool,
    /// A list, a newsletter, a no-reply sender: kept, counted, and out of the contacts.
    pub automated: bool,
}

impl Contact {
    /// Somebody of whom only the name is known.
    pub fn named(id: ContactId, name: Name) -> Self {
        Self {
            id,
            name,
            pronouns: String::new(),
            headline: String::new(),
            location: String::new(),
            how_met: String::new(),
            met_through: None,
            identities: Vec::new(),
            positions: Vec::new(),
            dates: Vec::new(),
            tags: Vec::new(),
            circle: None,
            photo: None,
            do_not_contact: false,
            consent: None,
            left_out_of_review: false,
            automated: false,
        }
    }

    /// The organisation they are with now, empty where none is known.
    pub fn organisation(&self) -> &str {
        self.positions
            .iter()
            .find(|post| post.to_on.is_none())
            .map_or("", |post| &post.organisation)
    }

    /// Their title now, empty where none is known.
    pub fn title(&self) -> &str {
        self.positions.iter().find(|post| post.to_on.is_none()).map_or("", |post| &post.title)
    }
}
