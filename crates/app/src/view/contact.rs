//! Contacts: the list, the card, and what can be changed on it.

use super::deed::ContactRef;
use super::review::BalanceView;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What part of the list is wanted.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Type)]
pub struct ListWanted {
    /// Words; each begins a name, an organisation, a title, an address or a tag.
    pub query: String,
    /// With this tag.
    pub tag: Option<String>,
    /// In this circle.
    pub circle: Option<String>,
    /// Lists and no-reply senders instead of people.
    pub automated: bool,
    /// The order.
    pub order: ListOrder,
    /// How many to pass over.
    pub offset: u32,
    /// How many to give, at most 500.
    pub limit: u32,
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ListOrder {
    /// By name.
    #[default]
    Name,
    /// Last exchange first.
    Last,
    /// Longest silence first.
    Silence,
}

/// A part of the list.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ContactPage {
    /// The rows.
    pub rows: Vec<ContactRow>,
    /// How many there are in all.
    pub total: u32,
}

/// One row of the list.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ContactRow {
    /// Their uid.
    pub id: String,
    /// What they are called.
    pub name: String,
    /// Where they are.
    pub organisation: String,
    /// As what.
    pub title: String,
    /// The owner's tags.
    pub tags: Vec<String>,
    /// When something last passed.
    pub last_at: Option<String>,
    /// `in`, `out` or `between`.
    pub last_direction: Option<String>,
    /// How much has passed.
    pub interactions: u32,
}

/// An address of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct IdentityView {
    /// `email`, `linkedin`, `phone`, `handle`, `website`.
    pub kind: String,
    /// The spelling that is compared.
    pub value: String,
    /// As it is shown.
    pub shown: String,
    /// Where it opens.
    pub link: Option<String>,
}

/// A post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PositionView {
    /// Where.
    pub organisation: String,
    /// As what.
    pub title: String,
    /// Since when.
    pub from_on: Option<String>,
    /// Until when; nothing while it lasts.
    pub to_on: Option<String>,
}

/// A day that matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DateView {
    /// `birthday`, or the owner's word.
    pub label: String,
    /// The day.
    pub day: String,
}

/// A note.
#[derive(Clone, Debug, Serialize, Type)]
pub struct NoteView {
    /// Its uid.
    pub id: String,
    /// `interest`, `work`, `family`, `goal`, `can-offer`, `would-like`, `met`, `avoid`.
    pub kind: String,
    /// The fact.
    pub text: String,
    /// Where it comes from.
    pub source: String,
    /// Where it can be looked up.
    pub link: String,
    /// When it was last seen to be so.
    pub seen_at: String,
}

/// A promise or a reminder.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PromiseView {
    /// Its uid.
    pub id: String,
    /// With whom.
    pub contact: Option<ContactRef>,
    /// `i-owe`, `they-owe`, `reminder`.
    pub kind: String,
    /// What.
    pub text: String,
    /// By when.
    pub due_on: Option<String>,
    /// Due today or earlier.
    pub overdue: bool,
    /// Kept.
    pub done: bool,
}

/// A circle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CircleView {
    /// Its uid; empty for a new one.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Days between two contacts.
    pub cadence_days: u32,
}

/// Leave to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ConsentView {
    /// What was agreed.
    pub text: String,
    /// Where it was given.
    pub source: String,
    /// When.
    pub given_on: Option<String>,
}

/// Everything on a contact's card but the timeline.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ContactCard {
    /// Their uid.
    pub id: String,
    /// What they are called.
    pub name: String,
    /// The parts of the name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// What friends say.
    pub nickname: String,
    /// "she/her".
    pub pronouns: String,
    /// One line about them.
    pub headline: String,
    /// Where they live.
    pub location: String,
    /// How the owner met them.
    pub how_met: String,
    /// Through whom.
    pub met_through: Option<ContactRef>,
    /// Organisation now.
    pub organisation: String,
    /// Title now.
    pub title: String,
    /// Addresses.
    pub identities: Vec<IdentityView>,
    /// Posts, the present one first.
    pub positions: Vec<PositionView>,
    /// Days that matter.
    pub dates: Vec<DateView>,
    /// Tags.
    pub tags: Vec<String>,
    /// Circle.
    pub circle: Option<CircleView>,
    /// Discussion groups they are in, by name.
    pub groups: Vec<String>,
    /// Photo as a `data:` URL.
    pub photo: Option<String>,
    /// Nothing is to be sent.
    pub do_not_contact: bool,
    /// Leave to write.
    pub consent: Option<ConsentView>,
    /// No review of this one.
    pub left_out_of_review: bool,
    /// A list or a no-reply sender.
    pub automated: bool,
    /// Notes, newest first.
    pub notes: Vec<NoteView>,
    /// Promises and reminders, open ones first.
    pub promises: Vec<PromiseView>,
    /// Asks and gives.
    pub balance: BalanceView,
    /// Contacts that were made one with this one, to be taken apart again.
    pub merged: Vec<ContactRef>,
    /// When something last passed.
    pub last_at: Option<String>,
}

/// A new contact, as typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Type)]
pub struct NewContact {
    /// Their name.
    pub name: String,
    /// An address of any kind, perhaps empty.
    pub identity: String,
    /// Where they are, perhaps empty.
    pub organisation: String,
    /// As what, perhaps empty.
    pub title: String,
    /// How the owner met them, perhaps empty.
    pub how_met: String,
}

/// One change to a card.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum ContactChange {
    /// A plain field: `name`, `nickname`, `pronouns`, `headline`, `location`, `how-met`.
    Field {
        /// Which.
        field: String,
        /// Its new value.
        value: String,
    },
    /// Through whom the owner met them.
    MetThrough {
        /// The other contact's uid.
        contact: Option<String>,
    },
    /// One more address, of whatever kind it looks like.
    AddIdentity {
        /// As typed.
        text: String,
    },
    /// An address goes.
    RemoveIdentity {
        /// Its kind.
        kind: String,
        /// Its value.
        value: String,
    },
    /// All posts, as edited.
    Positions {
        /// The present one first.
        positions: Vec<PositionView>,
    },
    /// All days, as edited.
    Dates {
        /// The days.
        dates: Vec<DateView>,
    },
    /// All tags, as edited.
    Tags {
        /// The tags.
        tags: Vec<String>,
    },
    /// All discussion groups they are in, by name.
    Groups {
        /// The names; a group that is not there yet is made.
        groups: Vec<String>,
    },
    /// The circle.
    Circle {
        /// Its uid, or none.
        circle: Option<String>,
    },
    /// Nothing is to be sent.
    DoNotContact {
        /// Whether.
        on: bool,
    },
    /// Leave to write.
    Consent {
        /// What, where, when; or none.
        consent: Option<ConsentView>,
    },
    /// No review of this one.
    LeftOutOfReview {
        /// Whether.
        on: bool,
    },
    /// A list or a no-reply sender, not a person.
    Automated {
        /// Whether.
        on: bool,
    },
}

/// Two contacts side by side.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Comparison {
    /// The one on the left.
    pub left: ContactCard,
    /// The one on the right.
    pub right: ContactCard,
    /// Fields in which they differ or which only one has.
    pub fields: Vec<ComparedField>,
    /// Why they look like one person, in words.
    pub reasons: Vec<String>,
    /// 0 to 1.
    pub likeness: f32,
}

/// One field of two contacts.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ComparedField {
    /// Its label.
    pub field: String,
    /// On the left.
    pub left: String,
    /// On the right.
    pub right: String,
    /// Both say the same.
    pub same: bool,
}

/// Two contacts that may be one.
#[derive(Clone, Debug, Serialize, Type)]
pub struct LikelySame {
    /// One.
    pub left: ContactRow,
    /// The other.
    pub right: ContactRow,
    /// Why, in words.
    pub reasons: Vec<String>,
    /// 0 to 1.
    pub likeness: f32,
}
