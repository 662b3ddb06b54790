//! vCards of every version: read liberally, card by card, and written ([`to_vcard`]) as 3.0,
//! which telephones understand best.

mod address;
mod day;
mod line;
mod person;
mod property;
#[cfg(test)]
mod tests;
mod write;

pub use write::to_vcard;

/// What calendars share with cards: lines that are folded, and properties in them.
pub(crate) use line::{Line, Lines};
pub(crate) use property::Property;

use crate::tell::Teller;
use crate::{Arrival, Bytes, Take};
use person::Card;
use std::ops::ControlFlow;

/// What is kept of one card; a larger one loses its end.
const LARGEST_CARD: usize = 48 * 1024 * 1024;

/// Reads a file of cards.
pub(crate) fn read(name: &str, bytes: &mut dyn Bytes, take: &mut Take<'_>) {
    let mut teller = Teller::new(name, take);
    let mut reading = Reading { teller: &mut teller, open: None, garbage: false };
    let _ = reading.file(bytes);
}

/// The properties of one card that stands in text.
fn properties(card: &str) -> Vec<Property> {
    let Ok(mut lines) = Lines::new(card.as_bytes()) else {
        return Vec::new();
    };
    let mut open = Open::default();
    while let Ok(Some(line)) = lines.next() {
        open.add(line);
    }
    open.properties
}

/// A card that is being read.
#[derive(Default)]
struct Open {
    /// Where it begins.
    line: u64,
    raw: Vec<u8>,
    properties: Vec<Property>,
    /// Cards within this card (vCard 2.1's `AGENT`) that are open.
    inner: usize,
    cut: bool,
}

impl Open {
    /// Takes a line between BEGIN and END; what is no property goes on with the one before.
    fn add(&mut self, line: Line) {
        if self.raw.len() + line.raw.len() > LARGEST_CARD || line.cut {
            self.cut = true;
            return;
        }
        self.raw.extend_from_slice(&line.raw);
        if self.inner > 0 || line.bytes.trim_ascii().is_empty() {
            return;
        }
        let goes_on = self.properties.last_mut().filter(|last| continues(last, &line.bytes));
        match (goes_on, Property::read(&line.bytes)) {
            (Some(last), _) => last.value.push_str(&String::from_utf8_lossy(&line.bytes)),
            (None, Some(property)) => self.properties.push(property),
            (None, None) => {
                if let Some(last) = self.properties.last_mut() {
                    last.value.push('\n');
                    last.value.push_str(&String::from_utf8_lossy(&line.bytes));
                }
            }
        }
    }
}

/// Some programs do not indent the lines of a photo.
fn continues(last: &Property, line: &[u8]) -> bool {
    let is_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    last.is_binary() && line.trim_ascii().iter().all(is_base64)
}

/// One file that is being read.
struct Reading<'r, 't> {
    teller: &'r mut Teller<'t>,
    open: Option<Open>,
    /// The lines just passed belong to no card, and that was said.
    garbage: bool,
}

impl Reading<'_, '_> {
    fn file(&mut self, bytes: &mut dyn Bytes) -> ControlFlow<()> {
        let Ok(mut lines) = Lines::new(bytes) else {
            return self.teller.whole("The file cannot be read.");
        };
        loop {
            match lines.next() {
                Ok(Some(line)) => self.line(line)?,
                Ok(None) => break,
                Err(_) => {
                    self.teller.whole("The file cannot be read to its end.")?;
                    break;
                }
            }
        }
        self.break_off()?;
        self.teller.end()
    }

    fn line(&mut self, line: Line) -> ControlFlow<()> {
        let word = line.bytes.trim_ascii().to_ascii_uppercase();
        match (word.as_slice(), self.open.as_mut()) {
            (b"BEGIN:VCARD", Some(open)) if is_agent(open) => {
                open.inner += 1;
                open.add(line);
            }
            (b"BEGIN:VCARD", _) => {
                self.break_off()?;
                self.garbage = false;
                self.open = Some(Open { line: line.number, raw: line.raw, ..Open::default() });
            }
            (b"END:VCARD", Some(open)) if open.inner > 0 => {
                open.add(line);
                open.inner -= 1;
            }
            (b"END:VCARD", Some(open)) => {
                open.raw.extend_from_slice(&line.raw);
                return self.close();
            }
            (_, Some(open)) => open.add(line),
            (b"", None) => {}
            (_, None) if !self.garbage => {
                self.garbage = true;
                return self
                    .teller
                    .line(line.number, "These lines belong to no card; they were left out.");
            }
            (_, None) => {}
        }
        ControlFlow::Continue(())
    }

    /// A card that is open where another begins or the file ends.
    fn break_off(&mut self) -> ControlFlow<()> {
        let Some(open) = self.open.as_ref() else {
            return ControlFlow::Continue(());
        };
        let line = open.line;
        self.teller.line(line, "This card has no end; what it says so far was taken.")?;
        self.close()
    }

    /// Hands the open card on.
    fn close(&mut self) -> ControlFlow<()> {
        let Some(open) = self.open.take() else {
            return ControlFlow::Continue(());
        };
        if open.cut {
            self.teller.line(open.line, "A line of this card is too long; it was left out.")?;
        }
        let raw = match String::from_utf8(open.raw) {
            Ok(raw) => raw,
            Err(error) => error.into_bytes().iter().map(|byte| char::from(*byte)).collect(),
        };
        match person::read(&open.properties, raw) {
            Card::Person(person) => self.teller.arrival(Arrival::Person(person)),
            Card::Group => self.teller.line(
                open.line,
                "This card is a list of others, nobody by itself; it was left out.",
            ),
            Card::Nobody => self.teller.line(open.line, "This card names nobody; it was left out."),
        }
    }
}

/// Whether the card's last word announces a card within it.
fn is_agent(open: &Open) -> bool {
    let announced = |last: &Property| last.name == "AGENT" && last.value.trim().is_empty();
    open.inner > 0 || open.properties.last().is_some_and(announced)
}
