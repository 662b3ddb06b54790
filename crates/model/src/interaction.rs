//! One thing that passed between the owner and contacts.

use crate::words::words;
use crate::{ContactId, ConversationId, InteractionId, Moment};

/// What sort of thing passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InteractionKind {
    /// A mail, a direct message, a letter.
    Message,
    /// Voices at a distance.
    Call,
    /// In one place, or on one screen.
    Meeting,
    /// Written to a discussion group.
    GroupPost,
    /// An invitation to connect.
    Invitation,
    /// A recommendation, written for somebody.
    Recommendation,
    /// A skill endorsed.
    Endorsement,
    /// Anything else.
    Other,
}

words!(InteractionKind {
    Message => "message",
    Call => "call",
    Meeting => "meeting",
    GroupPost => "group-post",
    Invitation => "invitation",
    Recommendation => "recommendation",
    Endorsement => "endorsement",
    Other => "other",
});

/// By what it passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// E-mail.
    Email,
    /// LinkedIn, its messages and its gestures.
    Linkedin,
    /// A telephone or a voice call of any program.
    Phone,
    /// SMS and the like.
    Sms,
    /// WhatsApp, Signal, Telegram, Slack and other chats.
    Chat,
    /// Face to face.
    InPerson,
    /// A video meeting.
    Video,
    /// A discussion group or mailing list.
    Group,
    /// Anything else.
    Other,
}

words!(Channel {
    Email => "email",
    Linkedin => "linkedin",
    Phone => "phone",
    Sms => "sms",
    Chat => "chat",
    InPerson => "in-person",
    Video => "video",
    Group => "group",
    Other => "other",
});

/// Who it came from, as the owner sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// To the owner.
    In,
    /// From the owner.
    Out,
    /// Neither: among others, or together (a meeting, a call that nobody can be said to have begun).
    Between,
}

words!(Direction { In => "in", Out => "out", Between => "between" });

/// What part somebody has in an interaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Wrote, called, invited.
    From,
    /// Addressed.
    To,
    /// Copied.
    Cc,
    /// Blind-copied, known from the owner's own sent mail.
    Bcc,
    /// Took part.
    With,
}

words!(Role { From => "from", To => "to", Cc => "cc", Bcc => "bcc", With => "with" });

/// Somebody's part in an interaction. The owner is no participant: the direction says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Participant {
    /// Who.
    pub contact: ContactId,
    /// As what.
    pub role: Role,
}

/// One thing that passed. Immutable once kept; the owner's marks stand beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interaction {
    /// Its name.
    pub id: InteractionId,
    /// What sort.
    pub kind: InteractionKind,
    /// By what.
    pub channel: Channel,
    /// Whose.
    pub direction: Direction,
    /// When.
    pub moment: Moment,
    /// The subject line, empty where there is none.
    pub subject: String,
    /// What was written, without quoted history and signature.
    pub text: String,
    /// Quoted history, kept apart.
    pub quoted: String,
    /// The signature, kept apart.
    pub signature: String,
    /// The conversation it belongs to.
    pub conversation: Option<ConversationId>,
    /// Who took part, the owner left out.
    pub participants: Vec<Participant>,
    /// Whether it answers something (a reply by its headers or its place in the conversation).
    pub is_reply: bool,
    /// Whether it went out to a list, or came from one or from a no-reply address.
    pub automated: bool,
}
