//! `Endorsement_Given_Info.csv` and `Endorsement_Received_Info.csv`: a skill, seen in somebody.
//! Pending and hidden ones were given all the same.

use super::gesture::{Gesture, named};
use super::{Rows, dates};
use crate::Arrival;
use crate::table::Row;
use crate::tell::Teller;
use model::InteractionKind;
use std::ops::ControlFlow;

/// The table.
pub(super) struct Endorsements {
    given: bool,
    first_name: &'static str,
    last_name: &'static str,
    url: &'static str,
}

impl Endorsements {
    /// By the owner.
    pub(super) const GIVEN: Self = Self {
        given: true,
        first_name: "Endorsee First Name",
        last_name: "Endorsee Last Name",
        url: "Endorsee Public Url",
    };
    /// Of the owner.
    pub(super) const RECEIVED: Self = Self {
        given: false,
        first_name: "Endorser First Name",
        last_name: "Endorser Last Name",
        url: "Endorser Public Url",
    };
}

impl Rows for Endorsements {
    fn row(&mut self, row: &Row, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let date = row.get("Endorsement Date");
        let Some(moment) = dates::moment(date) else {
            return teller.line(row.line, "The date makes no sense; the endorsement was left out.");
        };
        let (given, family) = (row.get(self.first_name), row.get(self.last_name));
        let gesture = Gesture {
            kind: InteractionKind::Endorsement,
            given: self.given,
            other: named(given, family, row.get(self.url), date),
        };
        let mut endorsement = gesture.at(moment, row);
        endorsement.subject = row.get("Skill Name").to_owned();
        teller.arrival(Arrival::Interaction(Box::new(endorsement)))
    }
}
