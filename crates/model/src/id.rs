//! What a row is called outside the store: 16 bytes that never mean another row.

use std::fmt;
use std::str::FromStr;

/// A UUID: version 7 for what the owner makes, version 8 (a hash) for what a file brought.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uid([u8; 16]);

impl Uid {
    /// Takes the bytes as they are.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The same uid for the same parts, on every machine: BLAKE3 over the parts, each led by
    /// its length, cut to the shape of a version 8 UUID (RFC 9562, section 5.8).
    pub fn derived(parts: &[&[u8]]) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        let mut bytes = [0; 16];
        hasher.finalize_xof().fill(&mut bytes);
        Self(*uuid::Builder::from_custom_bytes(bytes).as_uuid().as_bytes())
    }

    /// The bytes, as they are kept.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        uuid::Uuid::from_bytes(self.0).as_hyphenated().fmt(f)
    }
}

impl fmt::Debug for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not a UUID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAUid;

impl fmt::Display for NotAUid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id is a UUID such as 0190f5a0-7d1c-7c3e-9b52-0242ac120002")
    }
}

impl std::error::Error for NotAUid {}

impl FromStr for Uid {
    type Err = NotAUid;

    fn from_str(text: &str) -> Result<Self, NotAUid> {
        let uuid = uuid::Uuid::try_parse(text).map_err(|_| NotAUid)?;
        Ok(Self(uuid.into_bytes()))
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAUid;

            fn from_str(text: &str) -> Result<Self, NotAUid> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// A contact.
    ContactId,
    /// One thing that passed between the owner and contacts.
    InteractionId,
    /// A mail thread, a LinkedIn conversation, a group.
    ConversationId,
    /// One fact about a contact.
    NoteId,
    /// A promise or a reminder.
    PromiseId,
    /// A message that is being written.
    DraftId,
    /// One bringing in of files.
    ImportId,
    /// A circle with its cadence.
    CircleId,
    /// A discussion group.
    GroupId,
    /// What one sentence does.
    ActId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_parts_give_the_same_uid() {
        assert_eq!(Uid::derived(&[b"a", b"bc"]), Uid::derived(&[b"a", b"bc"]));
    }

    #[test]
    fn where_one_part_ends_matters() {
        assert_ne!(Uid::derived(&[b"ab", b"c"]), Uid::derived(&[b"a", b"bc"]));
    }

    #[test]
    fn a_uid_is_read_as_it_is_written() {
        let uid = Uid::derived(&[b"x"]);
        assert_eq!(uid.to_string().parse(), Ok(uid));
        assert_eq!("nonsense".parse::<Uid>(), Err(NotAUid));
    }
}
