//! Contacts taken out again: vCard 3.0, CSV, JSON.

use crate::view::contact::ContactCard;
use crate::{App, Trouble, contact, parse};
use std::io::Write;
use std::path::Path;

impl App {
    /// All contacts as text in `format`: `vcard`, `csv` or `json`; and how many they are.
    ///
    /// # Errors
    /// Where the format is none of these.
    pub fn export(&self, format: &str) -> Result<(String, u32), Trouble> {
        let write: fn(&[Exported]) -> String = match format {
            "vcard" => vcard,
            "csv" => csv,
            "json" => json,
            _ => {
                return Err(parse::not_understood(&format!(
                    "“{format}” is no format for export: take vcard, csv or json"
                )));
            }
        };
        let people = self.exported()?;
        Ok((write(&people), u32::try_from(people.len()).unwrap_or(u32::MAX)))
    }

    /// Writes all contacts to a new file, and says how many.
    ///
    /// # Errors
    /// As [`App::export`]; where there is a file by that name, or it cannot be written.
    pub fn export_contacts(&self, format: &str, path: &str) -> Result<u32, Trouble> {
        let (text, count) = self.export(format)?;
        let path = Path::new(path);
        let file = std::fs::File::create_new(path);
        let written = file.and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        written.map_err(|error| Trouble::file(path, &error))?;
        Ok(count)
    }

    fn exported(&self) -> Result<Vec<Exported>, Trouble> {
        let now = self.now();
        Ok(self.store().read(|reader| {
            let mut people = Vec::new();
            for id in reader.contact_ids()? {
                let Some(person) = reader.contact(id)?.filter(|contact| !contact.automated) else {
                    continue;
                };
                let notes = reader.notes_of(id)?;
                let raw = reader.cards(id)?.into_iter().map(|card| card.raw);
                let raw = raw.into_iter().find(|raw| raw.starts_with("BEGIN:VCARD"));
                let card = contact::card(reader, &person, now)?;
                people.push(Exported {
                    vcard: import::to_vcard(&person, &notes, raw.as_deref()),
                    card,
                });
            }
            Ok(people)
        })?)
    }
}

/// Somebody on the way out.
struct Exported {
    card: ContactCard,
    vcard: String,
}

fn vcard(people: &[Exported]) -> String {
    people.iter().map(|person| person.vcard.as_str()).collect()
}

fn json(people: &[Exported]) -> String {
    let cards: Vec<&ContactCard> = people.iter().map(|person| &person.card).collect();
    serde_json::to_string_pretty(&cards).unwrap_or_default()
}

fn csv(people: &[Exported]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record([
        "Name",
        "Organisation",
        "Title",
        "Emails",
        "Phones",
        "LinkedIn",
        "Location",
        "Tags",
        "Notes",
    ]);
    for Exported { card, .. } in people {
        let of = |kind: &str| {
            let fitting = card.identities.iter().filter(|identity| identity.kind == kind);
            fitting.map(|identity| identity.shown.clone()).collect::<Vec<_>>().join("; ")
        };
        let notes: Vec<&str> = card.notes.iter().map(|note| note.text.as_str()).collect();
        let row = [
            card.name.clone(),
            card.organisation.clone(),
            card.title.clone(),
            of("email"),
            of("phone"),
            of("linkedin"),
            card.location.clone(),
            card.tags.join("; "),
            notes.join("; "),
        ];
        let _ = writer.write_record(row.iter().map(|cell| disarmed(cell)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A cell that a spreadsheet would take for a formula is led by an apostrophe (OWASP, "CSV
/// injection"); a phone number's plus before a digit is left alone.
fn disarmed(cell: &str) -> String {
    let mut letters = cell.chars();
    let armed = match letters.next() {
        Some('=' | '@' | '-' | '\t' | '\r') => true,
        Some('+') => !letters.all(|c| c.is_ascii_digit() || c == ' ' || c == ';' || c == '+'),
        _ => false,
    };
    if armed { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::disarmed;

    #[test]
    fn a_formula_is_disarmed_and_a_phone_number_is_not() {
        assert_eq!(disarmed("=1+1"), "'=1+1");
        assert_eq!(disarmed("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(disarmed("+442079460000"), "+442079460000");
        assert_eq!(disarmed("Ada"), "Ada");
    }
}
