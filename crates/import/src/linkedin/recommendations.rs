//! `Recommendations_Given.csv` and `Recommendations_Received.csv`: the same columns, told apart
//! by the file's name alone.

use super::gesture::{Gesture, named};
use super::{Rows, dates, plain};
use crate::Arrival;
use crate::table::Row;
use crate::tell::Teller;
use model::InteractionKind;
use std::ops::ControlFlow;

/// The table.
pub(super) struct Recommendations {
    given: bool,
}

impl Recommendations {
    /// The table in a file of this name; `None` where it does not say which way they went.
    pub(super) fn named(file: &str) -> Option<Self> {
        let file = file.rsplit(['/', '\\']).next()?.to_lowercase();
        match (file.contains("given"), file.contains("received")) {
            (true, false) => Some(Self { given: true }),
            (false, true) => Some(Self { given: false }),
            _ => None,
        }
    }
}

impl Rows for Recommendations {
    fn row(&mut self, row: &Row, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let date = row.get("Creation Date");
        let Some(moment) = dates::moment(date) else {
            return teller
                .line(row.line, "The date makes no sense; the recommendation was left out.");
        };
        let url = row.first_of(&["URL", "Profile URL"]);
        let gesture = Gesture {
            kind: InteractionKind::Recommendation,
            given: self.given,
            other: named(row.get("First Name"), row.get("Last Name"), url, date),
        };
        let mut recommendation = gesture.at(moment, row);
        recommendation.text = plain::plain(row.get("Text"));
        teller.arrival(Arrival::Interaction(Box::new(recommendation)))
    }
}
