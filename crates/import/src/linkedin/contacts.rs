//! `Contacts.csv`: the phone book that the owner once handed to LinkedIn.

use super::connections::post;
use super::{Rows, dates, people};
use crate::table::Row;
use crate::tell::Teller;
use crate::{Arrival, ArrivingPerson, Source};
use model::{DatedDay, Day, Identity, Name};
use std::ops::ControlFlow;

/// The table, and how many of its rows name nobody.
#[derive(Default)]
pub(super) struct Contacts {
    empty: u64,
}

impl Rows for Contacts {
    fn row(&mut self, row: &Row, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let (name, identities) = (name(row), identities(row));
        if name.is_empty() && identities.is_empty() {
            self.empty += 1;
            return ControlFlow::Continue(());
        }
        let birthday = row.get("Birthday");
        let born = Day::parse(birthday).or_else(|| dates::day_of_life(birthday));
        let birthday = born.map(|day| DatedDay { label: "birthday".to_owned(), day });
        let post = post(row.get("Companies"), row.get("Title"));
        teller.arrival(Arrival::Person(Box::new(ArrivingPerson {
            name,
            identities,
            positions: post.into_iter().collect(),
            dates: birthday.into_iter().collect(),
            location: row.first_of(&["Location", "Addresses"]).replace('\n', ", "),
            source: Source::Linkedin,
            raw: row.raw(),
            ..ArrivingPerson::default()
        })))
    }

    fn end(&mut self, teller: &mut Teller<'_>) -> ControlFlow<()> {
        match self.empty {
            0 => ControlFlow::Continue(()),
            1 => teller.whole("1 row names nobody and was left out."),
            empty => teller.whole(format!("{empty} rows name nobody and were left out.")),
        }
    }
}

fn name(row: &Row) -> Name {
    match Name::from_parts(row.get("FirstName"), row.get("LastName")) {
        name if name.is_empty() => Name::from_shown(row.get("FullName")),
        name => name,
    }
}

/// Several of a kind stand in one cell, with one of several separators.
fn identities(row: &Row) -> Vec<Identity> {
    let many = |column| row.get(column).split([',', ';', '|', '\n']).map(str::trim);
    let profiles = many("Profiles").filter_map(people::profile);
    let emails = many("Emails").filter_map(Identity::email);
    let phones = many("PhoneNumbers").filter_map(Identity::phone);
    let sites = many("Sites").filter_map(Identity::website);
    profiles.chain(emails).chain(phones).chain(sites).collect()
}
