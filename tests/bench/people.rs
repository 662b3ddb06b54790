//! Made-up people, and their address book.

use std::io::{self, Write};

use crate::prose::{capital, surname};
use support::dice::Dice;

/// The owner in everything that is made here.
pub(crate) const OWNER: &str = "Mara Winter <mara.winter@example.org>";
/// The owner's address.
pub(crate) const OWNERS_ADDRESS: &str = "mara.winter@example.org";

const FIRST: &[&str] = &[
    "Ada", "Bea", "Chidi", "Dora", "Emil", "Fatima", "Goran", "Hana", "Ines", "Jonas", "Kofi",
    "Lena", "Mateo", "Noor", "Olga", "Priya", "Quentin", "Rosa", "Søren", "Tove", "Umar", "Vera",
    "Wei", "Ximena", "Yuki", "Zoë", "Łukasz", "Chloé", "Björn", "Émile",
];
const ENDS: &[&str] = &["example.com", "example.net", "example.org"];

/// Somebody.
pub(crate) struct Person {
    pub(crate) first: String,
    pub(crate) last: String,
    pub(crate) email: String,
    pub(crate) company: String,
}

impl Person {
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.first, self.last)
    }
}

/// So many people, no two of one address.
pub(crate) fn people(dice: &mut Dice, count: usize) -> Vec<Person> {
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
pub(crate) fn write_cards(people: &[Person], to: &mut impl Write) -> io::Result<()> {
    for (number, Person { first, last, email, company }) in people.iter().enumerate() {
        write!(to, "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{last};{first};;;\r\nFN:{first} {last}\r\n")?;
        write!(to, "EMAIL;TYPE=INTERNET:{email}\r\nTEL;TYPE=CELL:+4930{number:08}\r\n")?;
        write!(to, "ORG:{company}\r\nEND:VCARD\r\n")?;
    }
    Ok(())
}
