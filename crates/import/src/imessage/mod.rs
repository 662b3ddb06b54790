//! The messages of a Mac (`chat.db`) or of a telephone's backup (`sms.db`), iMessages and SMS of
//! all eras since 2012.
//!
//! The file is held in memory while it is read ([`database`]). Which columns there are is asked
//! first; every version of the system added some. People are their phone numbers and e-mail
//! addresses, the file tells no names.
//!
//! Deliberately absent: what Messages has written to the log beside the file (`chat.db-wal`) and
//! not yet to the file itself, which are the latest messages of a Mac that is running; reactions;
//! earlier wordings of edited messages; attachments, of which only the kind is told.

mod chats;
mod database;
mod message;
mod typedstream;

use crate::tell::Teller;
use crate::{Arrival, Bytes, OwnerHint, OwnerSign, Take};
use chats::Chats;
use database::Database;
use message::Outcome;
use model::Identity;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// How every SQLite database begins.
const MAGIC: &[u8] = b"SQLite format 3\0";
/// Tables without which a database is another program's.
const TABLES: &[&str] = &["message", "handle", "chat"];

const OTHERS: &str = "This is a database of another program; it was left out.";
const UNDATED: &str = "Messages whose date makes no sense were left out.";
const DAMAGED: &str = "Parts of the database are damaged; what could still be read was brought in.";

/// Whether a file that begins so is an SQLite database.
pub(crate) fn is_database(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

/// Reads every message of the database.
pub(crate) fn read(name: &str, bytes: &mut dyn Bytes, take: &mut Take<'_>) {
    let mut teller = Teller::new(name, take);
    let _ = match Database::open(bytes) {
        Ok(database) if database.has_all(TABLES) => every_message(&database, &mut teller),
        Ok(_) => teller.whole(OTHERS),
        Err(why) => teller.whole(why),
    };
}

fn every_message(database: &Database, teller: &mut Teller<'_>) -> ControlFlow<()> {
    let chats = Chats::of(database);
    let mut own: BTreeMap<Identity, u32> = BTreeMap::new();
    let mut has_undated = false;
    let is_damaged =
        database.scan("message", message::COLUMNS, &mut |number, row| match message::read(
            number, row, &chats,
        ) {
            Outcome::Message(message, address) => {
                if let Some(address) = address {
                    *own.entry(address).or_default() += 1;
                }
                teller.arrival(Arrival::Interaction(message))
            }
            Outcome::Nobodys => ControlFlow::Continue(()),
            Outcome::Undated => {
                has_undated = true;
                ControlFlow::Continue(())
            }
        })?;
    for (identity, seen) in own {
        let (identity, name) = (Some(identity), String::new());
        let hint = OwnerHint { identity, name, sign: OwnerSign::DeliveredTo, seen };
        teller.arrival(Arrival::Owner(hint))?;
    }
    if has_undated {
        teller.whole(UNDATED)?;
    }
    if is_damaged || chats.is_damaged {
        teller.whole(DAMAGED)?;
    }
    ControlFlow::Continue(())
}
