//! Columns that no archive had so far. What stands in them is kept with the row, as all of it
//! is; that nothing is made of it is told once.

use super::LinkedinTable;
use crate::table::Header;

/// One sentence about the columns that are not known; nothing where all of them are.
pub(super) fn told(kind: LinkedinTable, header: &Header) -> Option<String> {
    let strange = header.others_than(&known(kind));
    match strange.as_slice() {
        [] => None,
        [one] => Some(format!("The column \u{201c}{one}\u{201d} is not known and was left out.")),
        several => {
            let names: Vec<_> =
                several.iter().map(|name| format!("\u{201c}{name}\u{201d}")).collect();
            Some(format!("The columns {} are not known and were left out.", names.join(", ")))
        }
    }
}

/// The columns that a table had in any era, as its first line has them.
const KNOWN: &[(LinkedinTable, &str)] = &[
    (
        LinkedinTable::Connections,
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    ),
    (
        LinkedinTable::Messages,
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,\
         SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT,\
         IS CONVERSATION ARCHIVED,DIRECTION,MESSAGE ID,MESSAGE URN",
    ),
    (
        LinkedinTable::Invitations,
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
    ),
    (
        LinkedinTable::Profile,
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,\
         Geo Location,Twitter Handles,Websites,Instant Messengers,Profile URL",
    ),
    (LinkedinTable::EmailAddresses, "Email Address,Confirmed,Primary,Updated On"),
    (
        LinkedinTable::Recommendations,
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
    ),
    (
        LinkedinTable::EndorsementsGiven,
        "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,\
         Endorsement Status",
    ),
    (
        LinkedinTable::EndorsementsReceived,
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,\
         Endorsement Status",
    ),
    (
        LinkedinTable::Notes,
        "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On",
    ),
    (
        LinkedinTable::Contacts,
        "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,\
         InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles",
    ),
    (LinkedinTable::Positions, "Company Name,Title,Description,Location,Started On,Finished On"),
];

fn known(kind: LinkedinTable) -> Vec<&'static str> {
    let table = KNOWN.iter().find(|(table, _)| *table == kind);
    table.map(|(_, columns)| columns.split(',').collect()).unwrap_or_default()
}
