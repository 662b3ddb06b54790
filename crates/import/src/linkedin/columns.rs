//! By which columns a table is known.
//!
//! Columns that came or went between eras, or that a person took out with a spreadsheet, are
//! not asked for.

use super::LinkedinTable;
use crate::table::Header;

/// A table, columns it always has, and groups of which it has at least one column each.
type Signature = (LinkedinTable, &'static [&'static str], &'static [&'static [&'static str]]);

/// Those that ask for more come before those that ask for less.
const SIGNATURES: &[Signature] = &[
    (
        LinkedinTable::Messages,
        &["From", "Date", "Content"],
        &[&["Conversation ID", "Folder", "Direction", "Sender Profile URL"]],
    ),
    (
        LinkedinTable::Invitations,
        &["From", "To", "Sent At"],
        &[&["Direction", "inviterProfileUrl"]],
    ),
    (LinkedinTable::Connections, &["Connected On"], &[&["First Name", "Last Name", "URL"]]),
    (
        LinkedinTable::Profile,
        &["First Name", "Last Name"],
        &[&["Headline", "Summary"], &["Maiden Name", "Geo Location", "Industry", "Birth Date"]],
    ),
    (LinkedinTable::EmailAddresses, &["Email Address", "Confirmed", "Primary"], &[]),
    (LinkedinTable::Recommendations, &["First Name", "Text", "Creation Date"], &[]),
    (
        LinkedinTable::EndorsementsReceived,
        &["Endorsement Date", "Skill Name"],
        &[&["Endorser First Name", "Endorser Public Url"]],
    ),
    (
        LinkedinTable::EndorsementsGiven,
        &["Endorsement Date", "Skill Name"],
        &[&["Endorsee First Name", "Endorsee Public Url"]],
    ),
    (LinkedinTable::Notes, &["Note"], &[&["Connection Profile URL", "Connection First Name"]]),
    (
        LinkedinTable::Contacts,
        &["FirstName", "LastName", "Emails"],
        &[&["PhoneNumbers", "FullName"]],
    ),
    (LinkedinTable::Positions, &["Company Name", "Title", "Started On"], &[]),
];

/// The table with this header.
pub(crate) fn table_of(header: &Header) -> Option<LinkedinTable> {
    let mut known = SIGNATURES.iter();
    let found = known.find(|(_, all, groups)| {
        header.has_all(all) && groups.iter().all(|group| header.has_any(group))
    });
    found.map(|(table, ..)| *table)
}
