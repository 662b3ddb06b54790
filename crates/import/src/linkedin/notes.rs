//! `Notes.csv`, since 2026: what the owner wrote down about a connection.

use super::gesture::named;
use super::{Rows, dates};
use crate::table::Row;
use crate::tell::Teller;
use crate::{Arrival, ArrivingNote, Source};
use model::NoteKind;
use std::ops::ControlFlow;

/// The table.
pub(super) struct Notes;

impl Rows for Notes {
    fn row(&mut self, row: &Row, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let text = row.get("Note");
        if text.is_empty() {
            return ControlFlow::Continue(());
        }
        let written = row.first_of(&["Edited On", "Created On"]);
        let seen_at = dates::moment(written);
        if seen_at.is_none() && !written.is_empty() {
            teller
                .line(row.line, "The date makes no sense; the note was brought in without it.")?;
        }
        let (given, family) = (row.get("Connection First Name"), row.get("Connection Last Name"));
        let url = row.get("Connection Profile URL");
        teller.arrival(Arrival::Note(Box::new(ArrivingNote {
            about: named(given, family, url, written),
            kind: kind_of(text),
            text: text.to_owned(),
            source: Source::Linkedin,
            seen_at,
        })))
    }
}

/// LinkedIn's notes have no kinds. Most are about work, and many tell how people met.
fn kind_of(text: &str) -> NoteKind {
    let first = text.split_whitespace().next().unwrap_or_default();
    match first.eq_ignore_ascii_case("met") {
        true => NoteKind::Met,
        false => NoteKind::Work,
    }
}
