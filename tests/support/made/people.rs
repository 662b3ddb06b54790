//! Made-up people, and their address book.

use std::io::{self, Write};

use super::prose::{capital, surname};
use crate::dice::Dice;

/// The owner in everything that is made here.
pub const OWNER: &str = "Mara Winter <mara.winter@example.org>";
/// The owner's address.
pub const OWNERS_ADDRESS: &str = "mara.winter@example.org";

const FIRST: &[&str] = &[
    "Ada", "Bea", "Chidi", "Dora", "Emil", "Fatima", "Goran", "Hana", "Ines", "Jonas", "Kofi",
    "Lena", "Mateo", "Noor", "Olga", "Priya", "Quentin", "Rosa", "Søren", "Tove", "Umar", "Vera",
    "Wei", "Ximena", "Yuki", "Zoë", "Łukasz", "Chloé", "Björn", "Émile",
];
const ENDS: &[&str] = &["example.com", "example.net", "example.org"];

/// Somebody.
pub struct Person {
    /// What friends call them.
    pub first: String,
    /// Their family's name.
    pub last: String,
    /// Where they are written to.
    pub email: String,
    /// Where they work.
    pub company: String,
}

impl Person {
    /// The whole name.
    pub fn name(&self) -> String {
        format!("{} {}", self.first, self.last)
    }
}

/// So many people, no two of one address.
pub fn people(dice: &mut Dice, count: usize) -> Vec<Person> {
    let person = |number: usize| {
        let first = dice.one_of(FIRST).to_owned();
        let last = surname(dice);
        let company =
            format!("{} {}", capital(&surname(dice)), dice.one_of(&["Ltd", "Labs", "& Co"]));
        let email = format!("{last}.{number}@{}", dice.one_of(ENDS));
        Person { first, last: capital(&last), email, company }
    };
    (0..count).map(person).collect()
}

/// Writes them as vCards.
pub fn write_cards(people: &[Person], to: &mut impl Write) -> io::Result<()> {
    for (number, Person { first, last, email, company }) in people.iter().enumerate() {
        write!(to, "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{last};{first};;;\r\nFN:{first} {last}\r\n")?;
        write!(to, "EMAIL;TYPE=INTERNET:{email}\r\nTEL;TYPE=CELL:+4930{number:08}\r\n")?;
        write!(to, "ORG:{company}\r\nEND:VCARD\r\n")?;
    }
    Ok(())
}
