//! Bringing in files: the plan, the progress, the summary.

use super::contact::IdentityView;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What an import would do; nothing is written yet.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ImportPlan {
    /// Its name until it is settled.
    pub id: String,
    /// What was recognised.
    pub files: Vec<PlannedFile>,
    /// Who the owner seems to be.
    pub owner: OwnerFound,
    /// People.
    pub contacts: ImportContacts,
    /// What passed.
    pub interactions: ImportInteractions,
    /// Facts.
    pub notes: ImportNotes,
    /// Lists and no-reply senders, kept out of the contacts.
    pub automated: u32,
    /// People who may be somebody already kept.
    pub unsure: Vec<Unsure>,
    /// Files whose dates leave open whether the day or the month comes first. They were read as
    /// the owner said, or with the day first; another answer is another plan.
    pub day_order: Vec<DayOrderAsked>,
    /// What could not be read.
    pub snags: Vec<SnagView>,
    /// A few of what would come in, to see that it is right.
    pub sample: Vec<SampleRow>,
}

/// Which comes first in a date that is written in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum DayOrder {
    /// 31/12/25
    DayFirst,
    /// 12/31/25
    MonthFirst,
}

/// A file whose dates can be read in two ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DayOrderAsked {
    /// The file.
    pub file: String,
    /// One of its dates, as it is written.
    pub example: String,
}

/// A file that was looked at.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PlannedFile {
    /// As it was named.
    pub file: String,
    /// What it is, in words: "LinkedIn archive", "mailbox".
    pub what: String,
}

/// Who the owner seems to be.
#[derive(Clone, Debug, Serialize, Type)]
pub struct OwnerFound {
    /// Known from before, or told by the files themselves: nothing to ask.
    pub certain: bool,
    /// The owner's name, perhaps empty.
    pub name: String,
    /// Identities known from before.
    pub known: Vec<IdentityView>,
    /// Identities found in these files, likeliest first.
    pub found: Vec<OwnerCandidate>,
}

/// An identity that may be the owner's.
#[derive(Clone, Debug, Serialize, Type)]
pub struct OwnerCandidate {
    /// The identity.
    pub identity: IdentityView,
    /// Why, in words.
    pub why: String,
    /// Likely enough to be ticked beforehand.
    pub likely: bool,
}

/// People in a plan or a summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct ImportContacts {
    /// New ones.
    pub new: u32,
    /// Known ones of whom something new was learnt.
    pub updated: u32,
    /// Known ones, nothing new.
    pub same: u32,
}

/// What passed, in a plan or a summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct ImportInteractions {
    /// New ones.
    pub new: u32,
    /// Kept already.
    pub same: u32,
}

/// Notes in a plan or a summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct ImportNotes {
    /// New ones.
    pub new: u32,
}

/// Somebody who may be somebody already kept.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Unsure {
    /// Stands for this question in the choices.
    pub key: String,
    /// The name in the file.
    pub name: String,
    /// What the file says of them besides.
    pub detail: String,
    /// Who they may be: a kept contact's uid and name.
    pub may_be: super::deed::ContactRef,
    /// Why this is unsure, in words.
    pub why: String,
}

/// What could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SnagView {
    /// The file.
    pub file: String,
    /// The line.
    pub line: Option<u32>,
    /// Why, in one sentence.
    pub why: String,
}

/// One of those that would come in.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SampleRow {
    /// Name of who.
    pub who: String,
    /// `in`, `out`, `between`, or empty for a person.
    pub direction: String,
    /// When, where it has a time.
    pub at: Option<String>,
    /// Its first words.
    pub text: String,
}

/// What the owner says to a plan.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Type)]
pub struct ImportChoices {
    /// The owner's own identities, as confirmed or typed.
    pub me: Vec<String>,
    /// The owner's name, as confirmed or typed; empty leaves what is known.
    pub my_name: String,
    /// Keys of [`Unsure`] that are the same person.
    pub same_person: Vec<String>,
}

/// The folder that is watched, and what is new in it.
#[derive(Clone, Debug, Default, Serialize, Type)]
pub struct Watched {
    /// Where; `None` where none is watched.
    pub folder: Option<String>,
    /// Why it cannot be looked into, in words.
    pub why: Option<String>,
    /// What is offered, in the order of the names.
    pub files: Vec<WatchedFile>,
}

/// A file that can be brought in.
#[derive(Clone, Debug, Serialize, Type)]
pub struct WatchedFile {
    /// Where it lies.
    pub path: String,
    /// Its name, led by the folder's.
    pub name: String,
    /// What it is, in words.
    pub what: String,
}

/// How far it is.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ImportProgress {
    /// The plan.
    pub id: String,
    /// Dealt with so far.
    pub done: u32,
    /// Of so many.
    pub of: u32,
    /// What is being dealt with: `reading`, `contacts`, `interactions`, `words`.
    pub stage: String,
}

/// What an import did.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ImportSummary {
    /// The import's uid; nothing where nothing was new.
    pub import: Option<String>,
    /// People.
    pub contacts: ImportContacts,
    /// What passed.
    pub interactions: ImportInteractions,
    /// Facts.
    pub notes: ImportNotes,
    /// Lists and no-reply senders, kept out of the contacts.
    pub automated: u32,
    /// What could not be read.
    pub snags: Vec<SnagView>,
    /// The owner broke it off; what was committed is kept.
    pub cancelled: bool,
}

/// An earlier import.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ImportRow {
    /// Its uid.
    pub id: String,
    /// When.
    pub at: String,
    /// The files.
    pub files: Vec<String>,
    /// New contacts.
    pub contacts: u32,
    /// New interactions.
    pub interactions: u32,
    /// How much could not be read.
    pub snags: u32,
    /// Went through to its end.
    pub finished: bool,
    /// Was taken back.
    pub taken_back: bool,
}
