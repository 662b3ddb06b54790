//! The vocabulary in which every reader answers.

use crate::Source;
use model::{
    Channel, DatedDay, Day, Identity, InteractionKind, Moment, Name, NoteKind, Position, Role,
};

/// One thing a reader has to say, in the order in which the file says it.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Something to bring in.
    Arrival(Arrival),
    /// Something that could not be read.
    Snag(Snag),
    /// Something that only the owner can say; until they do, the likelier is taken.
    Question(Question),
}

/// Something that a file leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Whether the day or the month comes first in the dates of a file. Asked once for a file;
    /// it is read with the day first until it is answered.
    DayOrder {
        /// The file, as the caller named it; inside an archive `archive.zip/_chat.txt`.
        file: String,
        /// One of its dates, as it is written: "3/4/25".
        example: String,
    },
}

/// Which comes first in a date that is written in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayOrder {
    /// "31/12/25"
    DayFirst,
    /// "12/31/25"
    MonthFirst,
}

/// Something a file brings.
#[derive(Clone, Debug)]
pub enum Arrival {
    /// Somebody.
    Person(Box<ArrivingPerson>),
    /// Something that passed.
    Interaction(Box<ArrivingInteraction>),
    /// A fact about somebody.
    Note(Box<ArrivingNote>),
    /// A sign of who the owner is.
    Owner(OwnerHint),
    /// A post of the owner's own.
    OwnerPosition(Position),
}

/// Something in an imported file that could not be read: where and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snag {
    /// The file, as the caller named it; inside an archive `archive.zip/messages.csv`.
    pub file: String,
    /// The line where it begins, from 1; `None` where the file as a whole is meant.
    pub line: Option<u64>,
    /// One sentence in plain words: what, and what became of it. Quotes nobody's words.
    pub why: String,
}

/// Somebody in a message, as the file names them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Party {
    /// As written, perhaps empty.
    pub name: String,
    /// Addresses; none where the file tells only a name.
    pub identities: Vec<Identity>,
    /// For somebody nameless ("LinkedIn Member", a deleted account): the conversation within
    /// which they are one person, and nowhere else.
    pub only_within: Option<String>,
}

/// Somebody, as an address book or a list of connections tells them.
#[derive(Clone, Debug, Default)]
pub struct ArrivingPerson {
    /// Their name.
    pub name: Name,
    /// Their addresses, the preferred one of a kind first.
    pub identities: Vec<Identity>,
    /// Posts, the present one first.
    pub positions: Vec<Position>,
    /// Birthday and other days.
    pub dates: Vec<DatedDay>,
    /// Labels, groups and categories of the other program, its own names for "all" left out.
    pub tags: Vec<String>,
    /// "she/her".
    pub pronouns: String,
    /// One line about them.
    pub headline: String,
    /// Where they live.
    pub location: String,
    /// Free notes of the other program.
    pub remarks: String,
    /// When they became a connection, with [`ArrivingPerson::source`] as the place.
    pub connected_on: Option<Day>,
    /// Their photo's bytes, where the file carries it.
    pub photo: Option<Vec<u8>>,
    /// The program that tells of them.
    pub source: Source,
    /// The other program's own id (a vCard's UID), empty where it has none.
    pub native_id: String,
    /// The card as it stood, for a faithful round trip: what is not understood is in here.
    pub raw: String,
}

/// Something that passed, as the file tells it. Who of the parties is the owner is not
/// decided here, save where the file says it outright.
#[derive(Clone, Debug)]
pub struct ArrivingInteraction {
    /// The program it passed by.
    pub source: Source,
    /// What sort.
    pub kind: InteractionKind,
    /// By what.
    pub channel: Channel,
    /// When.
    pub moment: Moment,
    /// The subject line; for an endorsement the skill.
    pub subject: String,
    /// What was written, without quoted history and signature.
    pub text: String,
    /// Quoted history.
    pub quoted: String,
    /// The signature.
    pub signature: String,
    /// Who wrote, invited, endorsed.
    pub from: Party,
    /// Everybody else.
    pub others: Vec<(Role, Party)>,
    /// `Some` where the file itself says whether the owner is the sender.
    pub from_owner: Option<bool>,
    /// The conversation by the file's own key, empty where it has none (mail threads are
    /// joined by [`ArrivingInteraction::native_id`] and [`ArrivingInteraction::answers`]).
    pub conversation: String,
    /// What the conversation is called, empty where it is not.
    pub conversation_title: String,
    /// Message-ID or the file's own id; where it has none, empty.
    pub native_id: String,
    /// Native ids it answers, the direct parent last.
    pub answers: Vec<String>,
    /// A list, a newsletter, a no-reply sender or an advertisement by the platform.
    pub automated: bool,
    /// The source as it stood, without attachments, for better readers to come.
    pub raw: Vec<u8>,
}

/// A fact about somebody, as a file tells it.
#[derive(Clone, Debug)]
pub struct ArrivingNote {
    /// About whom.
    pub about: Party,
    /// What sort.
    pub kind: NoteKind,
    /// The fact.
    pub text: String,
    /// The program that it was written in.
    pub source: Source,
    /// When it was written.
    pub seen_at: Option<Moment>,
}

/// What makes a reader think so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OwnerSign {
    /// The archive's own profile names them.
    Profile,
    /// They are the inviter of outgoing invitations.
    OutgoingInviter,
    /// Incoming invitations are addressed to them.
    IncomingInvitee,
    /// Mail was delivered to this address.
    DeliveredTo,
    /// They wrote mail that lies in a folder or under a label of sent mail.
    SentFolder,
    /// They take part in nearly every conversation.
    Everywhere,
}

/// A sign of who the owner is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerHint {
    /// By which address, where there is one.
    pub identity: Option<Identity>,
    /// By which name, perhaps empty.
    pub name: String,
    /// What makes the reader think so.
    pub sign: OwnerSign,
    /// How often the sign was seen.
    pub seen: u32,
}
