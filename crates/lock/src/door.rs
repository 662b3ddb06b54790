//! The ways into a store.

/// A way to the data key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Door {
    /// A secret that the system's keychain keeps.
    Keychain,
    /// The key on the owner's paper.
    RecoveryKey,
    /// Something that the owner remembers.
    Passphrase,
}

impl Door {
    /// Every door.
    pub const ALL: [Self; 3] = [Self::Keychain, Self::RecoveryKey, Self::Passphrase];

    /// The word for it, kept in headers: never renamed.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Keychain => "keychain",
            Self::RecoveryKey => "recovery-key",
            Self::Passphrase => "passphrase",
        }
    }

    /// Back from the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|door| door.word() == word)
    }
}
