//! The tables of a LinkedIn archive, of every era since 2020.
//!
//! A table is known by its columns. Each has a file here that turns one row into what it
//! tells; what they share is [`dates`], [`people`] and [`plain`].
//!
//! Deliberately absent: shares, reactions, comments, searches, adverts and the other tables
//! that tell nothing that passed between the owner and one other person ([`unused`]).

mod columns;
mod connections;
mod contacts;
mod dates;
mod endorsements;
mod gesture;
mod invitations;
mod messages;
mod notes;
mod owner;
mod people;
mod plain;
mod recommendations;
mod strange;
mod unused;

pub(crate) use columns::table_of;
pub use unused::holds_nothing_to_read;

use crate::Take;
use crate::table::{NO_HEADER, Row, Table};
use crate::tell::Teller;
use std::io::Read;
use std::ops::ControlFlow;

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
    /// `Email Addresses.csv`: the owner's own.
    EmailAddresses,
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

/// What becomes of a table's rows.
trait Rows {
    /// One row.
    fn row(&mut self, row: &Row, teller: &mut Teller<'_>) -> ControlFlow<()>;

    /// What is known only when all rows were seen.
    fn end(&mut self, _teller: &mut Teller<'_>) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// Reads one table.
pub(crate) fn read(kind: LinkedinTable, name: &str, source: &mut dyn Read, take: &mut Take<'_>) {
    let mut teller = Teller::new(name, take);
    let Some(mut rows) = rows_of(kind, name) else {
        let _ = teller.whole("Its name does not say whether these recommendations were given or received; name it Recommendations_Given.csv or Recommendations_Received.csv.");
        return;
    };
    if let Some(mut table) = Table::open(source, &|header| table_of(header) == Some(kind)) {
        if let Some(why) = strange::told(kind, table.header())
            && teller.whole(why).is_break()
        {
            return;
        }
        let _ = every_row(&mut table, rows.as_mut(), &mut teller);
    } else {
        let _ = teller.whole(NO_HEADER);
    }
}

fn every_row(
    table: &mut Table<'_>,
    rows: &mut dyn Rows,
    teller: &mut Teller<'_>,
) -> ControlFlow<()> {
    while let Some(row) = table.next(teller)? {
        rows.row(&row, teller)?;
    }
    rows.end(teller)?;
    teller.end()
}

/// The reader of a table's rows; `None` where the file's name would have to say more.
fn rows_of(kind: LinkedinTable, name: &str) -> Option<Box<dyn Rows>> {
    Some(match kind {
        LinkedinTable::Connections => Box::new(connections::Connections::default()),
        LinkedinTable::Messages => Box::new(messages::Messages::default()),
        LinkedinTable::Invitations => Box::new(invitations::Invitations::default()),
        LinkedinTable::Profile => Box::new(owner::Profile),
        LinkedinTable::EmailAddresses => Box::new(owner::EmailAddresses),
        LinkedinTable::Positions => Box::new(owner::Positions),
        LinkedinTable::Recommendations => Box::new(recommendations::Recommendations::named(name)?),
        LinkedinTable::EndorsementsGiven => Box::new(endorsements::Endorsements::GIVEN),
        LinkedinTable::EndorsementsReceived => Box::new(endorsements::Endorsements::RECEIVED),
        LinkedinTable::Notes => Box::new(notes::Notes),
        LinkedinTable::Contacts => Box::new(contacts::Contacts::default()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Piece;
    use std::io::repeat;

    #[test]
    fn a_line_without_end_costs_itself_alone() {
        let header = "First Name,Last Name,URL,Connected On\n";
        let long = repeat(b'a').take(64 * 1024 * 1024);
        let rest = "\nAda,King,,08 Feb 2026\n".as_bytes();
        let mut source = header.as_bytes().chain(long).chain(rest);
        let mut told = Vec::new();
        read(LinkedinTable::Connections, "a.csv", &mut source, &mut |piece| {
            told.push(match piece {
                Piece::Snag(snag) => format!("{:?}: {}", snag.line, snag.why),
                Piece::Arrival(_) => "somebody".to_owned(),
                Piece::Question(_) => "a question".to_owned(),
            });
            ControlFlow::Continue(())
        });
        let cut = "Some(2): The line is longer than 16 MiB and was left out.";
        assert_eq!(told, [cut, "somebody"]);
    }

    #[test]
    fn a_table_that_is_another_one_when_it_is_read_is_told() {
        let mut told = 0;
        read(LinkedinTable::Notes, "a.csv", &mut "a,b\n".as_bytes(), &mut |_| {
            told += 1;
            ControlFlow::Continue(())
        });
        assert_eq!(told, 1);
    }
}
