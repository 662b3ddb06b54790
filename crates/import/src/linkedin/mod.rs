//! The tables of a LinkedIn archive.

/// One table of the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkedinTable {
    /// `Connections.csv`
    Connections,
    /// `messages.csv`
    Messages,
    /// `Invitations.csv`
    Invitations,
    /// `Profile.csv`
    Profile,
    /// `Recommendations_Given.csv`, `Recommendations_Received.csv`
    Recommendations,
    /// `Endorsement_Given_Info.csv`
    EndorsementsGiven,
    /// `Endorsement_Received_Info.csv`
    EndorsementsReceived,
    /// `Notes.csv`
    Notes,
    /// `Contacts.csv`: the phone book that was once handed to LinkedIn.
    Contacts,
    /// `Positions.csv`: the owner's own posts.
    Positions,
}
