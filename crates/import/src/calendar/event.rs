//! One event as it stands in the file.

use super::when::{Cell, cells};
use super::zone::Zones;
use crate::vcard::{Line, Property};

/// What is kept of one event; a larger one loses its end.
const LARGEST: usize = 4 * 1024 * 1024;
/// What is kept of an event's source.
const LONGEST_RAW: usize = 64 * 1024;

/// Properties that matter, and the source.
#[derive(Debug, Default)]
pub(super) struct Event {
    /// Where it begins.
    pub(super) line: u64,
    /// It was larger than [`LARGEST`].
    pub(super) is_cut: bool,
    /// Its lines, without attachments.
    pub(super) raw: Vec<u8>,
    properties: Vec<Property>,
    size: usize,
}

impl Event {
    pub(super) fn at(line: u64) -> Self {
        Self { line, ..Self::default() }
    }

    /// One more property.
    pub(super) fn take(&mut self, property: Property, line: &Line) {
        if property.name == "ATTACH" {
            return;
        }
        self.size += line.raw.len();
        if self.size > LARGEST || line.cut {
            self.is_cut = true;
            return;
        }
        let room = LONGEST_RAW.saturating_sub(self.raw.len());
        if line.raw.len() <= room {
            self.raw.extend_from_slice(&line.raw);
        }
        self.properties.push(property);
    }

    /// The first property of that name.
    pub(super) fn get(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    /// Every property of that name.
    pub(super) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Property> + 'e {
        self.properties.iter().filter(move |property| property.name == name)
    }

    /// A property's text, empty where there is none.
    pub(super) fn text(&self, name: &str) -> String {
        self.get(name).map(Property::text).unwrap_or_default()
    }

    /// The calendar's own name for it, the same for all occurrences of a series.
    pub(super) fn uid(&self) -> String {
        self.text("UID")
    }

    /// Whether it was called off.
    pub(super) fn is_cancelled(&self) -> bool {
        self.text("STATUS").eq_ignore_ascii_case("CANCELLED")
    }

    /// The moments and days that properties of that name tell.
    pub(super) fn cells(&self, name: &str, zones: &Zones) -> Vec<Cell> {
        self.all(name).flat_map(|property| cells(property, zones)).collect()
    }

    /// Which occurrence of a series it stands for.
    pub(super) fn replaces(&self, zones: &Zones) -> Option<Cell> {
        self.cells("RECURRENCE-ID", zones).into_iter().next()
    }
}
