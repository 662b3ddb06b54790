//! Outlook's contacts as CSV.
//!
//! Columns are found by their names in eight languages; a European Windows separates with
//! semicolons and writes windows-1252, which the table's reader knows. Whether `3/4/1980` is in
//! March or in April is told by another row of the file: rows wait until one does.
//! Deliberately absent: postal addresses beyond town and country, faxes, and what Outlook
//! fills in for everybody (language, gender "Unspecified", priority, sensitivity).

use super::columns::{self as col, Names};
use super::days::{self, Order, Told};
use super::phones::PHONES;
use super::remarks::REMARKS;
use crate::mail;
use crate::table::{Header, NO_HEADER, Row, Table};
use crate::tell::Teller;
use crate::{Arrival, ArrivingPerson, Source, Take};
use model::{DatedDay, Identity, Name, Position};
use std::collections::HashSet;
use std::io::Read;
use std::ops::ControlFlow;

/// Rows that wait at most for one that tells the order of day and month.
const MOST_WAITING: usize = 20_000;

const NO_DAY: &str =
    "The birthday or anniversary makes no sense; the contact was brought in without it.";
const MONTH_FIRST: &str = "No date in the file shows whether the day or the month comes first; they were read with the month first.";

/// Whether these are Outlook's columns: a name, an address, and something that no other
/// program's plain table has.
pub(crate) fn is_header(header: &Header) -> bool {
    let is_named = header.has_any(col::GIVEN) || header.has_any(col::FAMILY);
    let is_reached = header.has_any(col::EMAIL) || header.has_any(col::EMAIL_2);
    let of_outlook = [col::EMAIL_2, col::EMAIL_SHOWN, col::CATEGORIES, col::KEYWORDS];
    let phones = PHONES.iter().filter(|names| header.has_any(names)).count();
    let is_outlooks = of_outlook.iter().any(|names| header.has_any(names)) || phones >= 2;
    let is_others = header.has_any(&["E-mail 1 - Value", "Connected On"]);
    is_named && is_reached && is_outlooks && !is_others
}

/// Reads a whole export.
pub(crate) fn read(name: &str, source: &mut dyn Read, take: &mut Take<'_>) {
    let mut teller = Teller::new(name, take);
    if let Some(mut table) = Table::open(source, &is_header) {
        let _ = every_row(&mut table, &mut teller);
    } else {
        let _ = teller.whole(NO_HEADER);
    }
}

fn every_row(table: &mut Table<'_>, teller: &mut Teller<'_>) -> ControlFlow<()> {
    let columns = Columns::of(table.header());
    let mut order = None;
    let mut waiting: Vec<Row> = Vec::new();
    while let Some(row) = table.next(teller)? {
        order =
            order.or_else(|| day_cells(&row).into_iter().find_map(|(_, cell)| days::order(cell)));
        let waits =
            day_cells(&row).iter().any(|(_, cell)| matches!(days::read(cell), Told::Either(..)));
        match order {
            None if waits && waiting.len() < MOST_WAITING => waiting.push(row),
            None if !waits => columns.tell(&row, columns.usual, teller)?,
            _ => {
                let known = order.unwrap_or(columns.usual);
                columns.tell_all(&mut waiting, known, teller)?;
                columns.tell(&row, known, teller)?;
            }
        }
    }
    if order.is_none() && !waiting.is_empty() && columns.usual == Order::MonthFirst {
        teller.whole(MONTH_FIRST)?;
    }
    columns.tell_all(&mut waiting, order.unwrap_or(columns.usual), teller)?;
    teller.end()
}

/// The cells that hold days, with what the day is called.
fn day_cells(row: &Row) -> [(&'static str, &str); 2] {
    [("birthday", row.first_of(col::BIRTHDAY)), ("anniversary", row.first_of(col::ANNIVERSARY))]
}

/// How this file's columns are meant.
struct Columns {
    /// French writes "Titre" over both the form of address and the post; where there is no
    /// other column for the post, a longer title is one.
    titles_are_posts: bool,
    /// The order of day and month where no date shows it: only America has the month first.
    usual: Order,
}

impl Columns {
    fn of(header: &Header) -> Self {
        let is_english = header.has_any(&["First Name", "Last Name"]);
        Self {
            titles_are_posts: !header.has_any(col::JOB_TITLE),
            usual: if is_english { Order::MonthFirst } else { Order::DayFirst },
        }
    }

    fn tell_all(
        &self,
        rows: &mut Vec<Row>,
        order: Order,
        teller: &mut Teller<'_>,
    ) -> ControlFlow<()> {
        for row in rows.drain(..) {
            self.tell(&row, order, teller)?;
        }
        ControlFlow::Continue(())
    }

    fn tell(&self, row: &Row, order: Order, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let person = self.person(row, order);
        if person.name.is_empty() && person.identities.is_empty() && person.positions.is_empty() {
            return teller.line(row.line, "The row names nobody and was left out.");
        }
        if day_cells(row).iter().any(|(_, cell)| days::read(cell) == Told::Nonsense) {
            teller.line(row.line, NO_DAY)?;
        }
        teller.arrival(Arrival::Person(Box::new(person)))
    }

    fn person(&self, row: &Row, order: Order) -> ArrivingPerson {
        ArrivingPerson {
            name: self.name(row),
            identities: identities(row),
            positions: self.position(row).into_iter().collect(),
            dates: dates(row, order),
            tags: tags(row),
            location: location(row),
            remarks: remarks(row),
            source: Source::Outlook,
            raw: row.raw(),
            ..ArrivingPerson::default()
        }
    }

    fn is_post(&self, title: &str) -> bool {
        self.titles_are_posts && title.chars().count() > 6
    }

    fn name(&self, row: &Row) -> Name {
        let part = |names: Names| row.first_of(names).to_owned();
        let prefix = Some(part(col::PREFIX)).filter(|title| !self.is_post(title));
        let mut name = Name {
            shown: String::new(),
            given: part(col::GIVEN),
            middle: part(col::MIDDLE),
            family: part(col::FAMILY),
            prefix: prefix.unwrap_or_default(),
            suffix: part(col::SUFFIX),
            nickname: part(col::NICKNAME),
        };
        let parts = [&name.given, &name.middle, &name.family];
        if parts.iter().all(|part| part.is_empty()) {
            return Name::from_shown(shown_beside_address(row));
        }
        let parts = [&name.prefix, &name.given, &name.middle, &name.family];
        let joined = parts.map(String::as_str).join(" ");
        name.shown = joined.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.suffix.is_empty() {
            name.shown = format!("{}, {}", name.shown, name.suffix);
        }
        name
    }

    fn position(&self, row: &Row) -> Option<Position> {
        let title = match row.first_of(col::JOB_TITLE) {
            "" => Some(row.first_of(col::PREFIX)).filter(|title| self.is_post(title)),
            title => Some(title),
        };
        let organisation = row.first_of(col::COMPANY).to_owned();
        let title = title.unwrap_or_default().to_owned();
        let is_any = !organisation.is_empty() || !title.is_empty();
        is_any.then(|| Position { organisation, title, ..Position::default() })
    }
}

/// The name in `Ada King (ada@example.org)`; nothing where only an address stands there.
fn shown_beside_address(row: &Row) -> &str {
    let shown = row.first_of(col::EMAIL_SHOWN);
    let name = shown.split('(').next().unwrap_or_default().trim();
    if name.contains('@') { "" } else { name }
}

/// Addresses first; one within an Exchange directory gives way to the one it is shown with.
fn identities(row: &Row) -> Vec<Identity> {
    let mut all = Vec::new();
    for names in [col::EMAIL, col::EMAIL_2, col::EMAIL_3] {
        let cell = row.first_of(names);
        let shown = if cell.starts_with('/') { row.first_of(col::EMAIL_SHOWN) } else { "" };
        let inside = shown.rsplit_once('(').map(|(_, rest)| rest.trim_end_matches(')'));
        all.extend(inside.and_then(Identity::email).or_else(|| mail::identity(cell)));
    }
    all.extend(PHONES.iter().filter_map(|names| Identity::phone(row.first_of(names))));
    let page = row.first_of(col::WEB_PAGE);
    all.extend(match page.contains("linkedin.com/in/") {
        true => Identity::linkedin(page),
        false => Identity::website(page),
    });
    let mut seen = HashSet::new();
    all.retain(|identity| seen.insert(identity.clone()));
    all
}

fn dates(row: &Row, order: Order) -> Vec<DatedDay> {
    let cells = day_cells(row).into_iter();
    let read = |(label, cell): (&str, &str)| {
        let day = days::settled(days::read(cell), order)?;
        Some(DatedDay { label: label.to_owned(), day })
    };
    cells.filter_map(read).collect()
}

/// Categories and keywords, which Outlook joins with `;` or, where that separates numbers,
/// with a comma.
fn tags(row: &Row) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for names in [col::CATEGORIES, col::KEYWORDS] {
        let cell = row.first_of(names);
        let between = if cell.contains(';') { ';' } else { ',' };
        for tag in cell.split(between).map(str::trim).filter(|tag| !tag.is_empty()) {
            if !tags.iter().any(|known| known == tag) {
                tags.push(tag.to_owned());
            }
        }
    }
    tags
}

/// Town and country of the home, otherwise of work.
fn location(row: &Row) -> String {
    let joined = |names: [Names; 2]| {
        let parts = names.map(|names| row.first_of(names));
        let known = parts.into_iter().filter(|part| !part.is_empty());
        known.collect::<Vec<_>>().join(", ")
    };
    let places = [[col::HOME_CITY, col::HOME_COUNTRY], [col::WORK_CITY, col::WORK_COUNTRY]];
    let found = places.into_iter().map(joined).find(|place| !place.is_empty());
    found.unwrap_or_else(|| row.first_of(col::PLACE).to_owned())
}

fn remarks(row: &Row) -> String {
    let mut lines = vec![row.first_of(col::NOTES).to_owned()];
    for (word, names) in REMARKS {
        match row.first_of(names) {
            "" => {}
            told => lines.push(format!("{word}: {told}")),
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
