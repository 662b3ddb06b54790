//! What passed: the timeline, and what is logged by hand.

use super::Span;
use super::deed::ContactRef;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What part of a timeline is wanted.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Type)]
pub struct TimelineWanted {
    /// Older than the last row of the page before (its `cursor`).
    pub before: Option<String>,
    /// By this channel only.
    pub channel: Option<String>,
    /// With these words.
    pub query: String,
    /// How many, at most 200.
    pub limit: u32,
}

/// A part of a timeline, newest first.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TimelinePage {
    /// The rows.
    pub rows: Vec<InteractionView>,
    /// To go on from here; nothing at the end.
    pub cursor: Option<String>,
}

/// One thing that passed.
#[derive(Clone, Debug, Serialize, Type)]
pub struct InteractionView {
    /// Its uid.
    pub id: String,
    /// `message`, `call`, `meeting`, `group-post`, `invitation`, `recommendation`, `endorsement`, `other`.
    pub kind: String,
    /// `email`, `linkedin`, `phone`, `sms`, `chat`, `in-person`, `video`, `group`, `other`.
    pub channel: String,
    /// `in`, `out`, `between`.
    pub direction: String,
    /// When.
    pub at: String,
    /// Minutes east of UTC where it happened.
    pub offset_minutes: Option<i16>,
    /// Subject.
    pub subject: String,
    /// What was written, as plain text.
    pub text: String,
    /// Quoted history.
    pub quoted: String,
    /// Signature.
    pub signature: String,
    /// The conversation it belongs to.
    pub conversation: Option<String>,
    /// Who took part besides the owner.
    pub with: Vec<ContactRef>,
    /// It answers something.
    pub is_reply: bool,
    /// What its sentences do.
    pub acts: Vec<ActView>,
}

/// What one sentence does.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ActView {
    /// `ask`, `give`, `inform`, `social`.
    pub kind: String,
    /// The sentence, in the interaction's text.
    pub span: Span,
    /// How sure, 0 to 1.
    pub certainty: f32,
    /// The owner said so.
    pub corrected: bool,
}

/// Something that passed, logged by hand.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct LogForm {
    /// With whom.
    pub contacts: Vec<String>,
    /// `message`, `call`, `meeting`, … ; empty: what the channel suggests.
    pub kind: String,
    /// By what.
    pub channel: String,
    /// `in`, `out`, `between`.
    pub direction: String,
    /// When, ISO 8601 or `2024-05-09 14:30` in local time; nothing: now.
    pub at: Option<String>,
    /// Subject, perhaps empty.
    pub subject: String,
    /// What was said, perhaps empty.
    pub text: String,
}

/// A note, as typed.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct NoteForm {
    /// `interest`, `work`, `family`, `goal`, `can-offer`, `would-like`, `met`, `avoid`.
    pub kind: String,
    /// The fact.
    pub text: String,
    /// Where it comes from, perhaps empty.
    pub source: String,
    /// Where it can be looked up, perhaps empty.
    pub link: String,
}

/// A promise, as typed.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct PromiseForm {
    /// Its uid; empty for a new one.
    pub id: String,
    /// With whom.
    pub contact: Option<String>,
    /// `i-owe`, `they-owe`, `reminder`.
    pub kind: String,
    /// What.
    pub text: String,
    /// By when, `2024-05-09`.
    pub due_on: Option<String>,
    /// Kept.
    pub done: bool,
}

/// A letter as its writer set it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FormattedView {
    /// What goes into the body of a page that may do nothing. It asks for nothing and leads nowhere.
    pub html: String,
    /// Where its links lead.
    pub links: Vec<String>,
}
