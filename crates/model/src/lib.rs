//! The words of Requite as plain values: contact, identity, interaction, note, draft …
//! and how alike two people look on paper ([`likeness`]).
//!
//! Deliberately absent: a clock, files, SQL and serialisation. Whoever needs the moment is
//! handed it; how a value is kept is `store`'s affair, how it looks on the wire is `app`'s.

pub mod act;
pub mod contact;
pub mod draft;
pub mod id;
pub mod identity;
pub mod interaction;
pub mod likeness;
pub mod name;
pub mod note;
pub mod promise;
pub mod when;
mod words;

pub use act::{Act, ActKind};
pub use contact::{Circle, Consent, Contact, DatedDay, Group, Position};
pub use draft::Draft;
pub use id::{
    ActId, CircleId, ContactId, ConversationId, DraftId, GroupId, ImportId, InteractionId, NoteId,
    PromiseId, Uid,
};
pub use identity::{Identity, IdentityKind};
pub use interaction::{Channel, Direction, Interaction, InteractionKind, Participant, Role};
pub use name::Name;
pub use note::{Note, NoteKind};
pub use promise::{Promise, PromiseKind};
pub use when::{Day, Moment};
