//! What a file is, told by what stands in it.

use crate::linkedin::LinkedinTable;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// One table of a LinkedIn archive.
    LinkedinCsv(LinkedinTable),
    /// An archive: LinkedIn's, Takeout's, or anybody's.
    Zip,
    /// vCards.
    Vcard,
    /// Google Contacts, either generation.
    GoogleCsv,
    /// A mailbox.
    Mbox,
    /// One mail.
    Eml,
}

/// What a file is, by its first bytes (64 KiB are enough); the name only breaks a tie.
pub fn recognise(_name: &str, _head: &[u8]) -> Option<Format> {
    None
}
