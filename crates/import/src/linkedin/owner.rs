//! `Profile.csv`, `Email Addresses.csv` and `Positions.csv`: what the archive says of its owner.

use super::{Rows, dates};
use crate::table::Row;
use crate::tell::Teller;
use crate::{Arrival, OwnerHint, OwnerSign};
use model::{Identity, Name, Position};
use std::ops::ControlFlow;

/// `Profile.csv`: one row, which names the owner.
pub(super) struct Profile;

impl Rows for Profile {
    fn row(&mut self, row: &Row, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let name = Name::from_parts(row.get("First Name"), row.get("Last Name"));
        if name.is_empty() {
            return ControlFlow::Continue(());
        }
        teller.arrival(hint(None, name.shown))
    }
}

/// `Email Addresses.csv`: those that were confirmed are the owner's.
pub(super) struct EmailAddresses;

impl Rows for EmailAddresses {
    fn row(&mut self, row: &Row, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let is_confirmed = !row.get("Confirmed").eq_ignore_ascii_case("no");
        match Identity::email(row.get("Email Address")) {
            Some(email) if is_confirmed => teller.arrival(hint(Some(email), String::new())),
            _ => ControlFlow::Continue(()),
        }
    }
}

fn hint(identity: Option<Identity>, name: String) -> Arrival {
    Arrival::Owner(OwnerHint { identity, name, sign: OwnerSign::Profile, seen: 1 })
}

/// `Positions.csv`: the owner's posts.
pub(super) struct Positions;

impl Rows for Positions {
    fn row(&mut self, row: &Row, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let position = Position {
            organisation: row.get("Company Name").to_owned(),
            title: row.get("Title").to_owned(),
            from_on: dates::month(row.get("Started On")),
            to_on: dates::month(row.get("Finished On")),
        };
        if position.organisation.is_empty() && position.title.is_empty() {
            return ControlFlow::Continue(());
        }
        teller.arrival(Arrival::OwnerPosition(position))
    }
}
