//! `Connections.csv`: whom the owner is connected with, and since when.

use super::{Rows, dates, people};
use crate::table::Row;
use crate::tell::Teller;
use crate::{Arrival, ArrivingPerson, Source};
use model::{Identity, Name, Position};
use std::ops::ControlFlow;

/// The table, and how many of its people hide their profile: only a date stands in their row.
#[derive(Default)]
pub(super) struct Connections {
    hidden: u64,
}

impl Rows for Connections {
    fn row(&mut self, row: &Row, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let name = Name::from_parts(row.get("First Name"), row.get("Last Name"));
        let profile = people::profile(row.get("URL"));
        let email = Identity::email(row.get("Email Address"));
        let identities: Vec<Identity> = profile.into_iter().chain(email).collect();
        if name.is_empty() && identities.is_empty() {
            self.hidden += 1;
            return ControlFlow::Continue(());
        }
        let connected_on = dates::day(row.get("Connected On"));
        if connected_on.is_none() && !row.get("Connected On").is_empty() {
            teller.line(
                row.line,
                "The date makes no sense; the connection was brought in without it.",
            )?;
        }
        teller.arrival(Arrival::Person(Box::new(ArrivingPerson {
            name,
            identities,
            positions: post(row.get("Company"), row.get("Position")).into_iter().collect(),
            connected_on,
            source: Source::Linkedin,
            raw: row.raw(),
            ..ArrivingPerson::default()
        })))
    }

    fn end(&mut self, teller: &mut Teller<'_>) -> ControlFlow<()> {
        match self.hidden {
            0 => ControlFlow::Continue(()),
            1 => teller.whole("1 connection hides its profile and was left out."),
            hidden => {
                teller.whole(format!("{hidden} connections hide their profile and were left out."))
            }
        }
    }
}

/// A present post, where anything of it is known.
pub(super) fn post(organisation: &str, title: &str) -> Option<Position> {
    let is_known = !organisation.is_empty() || !title.is_empty();
    is_known.then(|| Position {
        organisation: organisation.to_owned(),
        title: title.to_owned(),
        ..Position::default()
    })
}
