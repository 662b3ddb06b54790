//! Google Contacts as CSV, both generations.
//!
//! Columns come in numbered groups, `E-mail 1 - Value`, `Phone 2 - Label`; a cell holds several
//! values with ` ::: ` between them. Deliberately absent: photos, which are addresses on the
//! web, and postal addresses beyond a place's name (the row as it stood is kept).

use crate::table::{Header, NO_HEADER, Row, Table};
use crate::tell::Teller;
use crate::{Arrival, ArrivingPerson, Source, Take};
use model::{DatedDay, Day, Identity, Name, Position};
use std::collections::HashSet;
use std::io::Read;
use std::ops::ControlFlow;

/// Numbered groups that are looked for; exports stop at the largest that is used.
const MOST_OF_A_KIND: usize = 40;

/// The numbers of a kind's groups in this table.
fn numbers(row: &Row) -> std::ops::RangeInclusive<usize> {
    1..=row.header().largest_number().min(MOST_OF_A_KIND)
}
/// What stands between the values of one cell.
const BETWEEN: &str = ":::";
/// Google's own groups for "all".
const EVERYBODY: &[&str] = &["mycontacts", "my contacts", "othercontacts", "other contacts"];

/// Whether this is the header of either generation.
pub(crate) fn is_header(header: &Header) -> bool {
    let is_old = header.has_all(&["Name", "Given Name"]);
    let is_new = header.has_all(&["First Name", "Last Name"]);
    let has_googles = header.has_any(&[
        "Group Membership",
        "Labels",
        "File As",
        "Yomi Name",
        "Phonetic First Name",
        "E-mail 1 - Value",
        "Phone 1 - Value",
    ]);
    (is_old || is_new) && has_googles
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
    while let Some(row) = table.next(teller)? {
        let birthday = row.get("Birthday");
        if !birthday.is_empty() && Day::parse(birthday).is_none() {
            teller.line(
                row.line,
                "The birthday makes no sense; the contact was brought in without it.",
            )?;
        }
        let person = person(&row);
        if person.name.is_empty() && person.identities.is_empty() && person.positions.is_empty() {
            teller.line(row.line, "The row names nobody and was left out.")?;
            continue;
        }
        teller.arrival(Arrival::Person(Box::new(person)))?;
    }
    teller.end()
}

fn person(row: &Row) -> ArrivingPerson {
    ArrivingPerson {
        name: name(row),
        identities: identities(row),
        positions: positions(row),
        dates: dates(row),
        tags: tags(row),
        location: location(row),
        remarks: remarks(row),
        source: Source::Google,
        raw: row.raw(),
        ..ArrivingPerson::default()
    }
}

fn name(row: &Row) -> Name {
    let part = |columns: &[&str]| row.first_of(columns).to_owned();
    let mut name = Name {
        shown: String::new(),
        given: part(&["First Name", "Given Name"]),
        middle: part(&["Middle Name", "Additional Name"]),
        family: part(&["Last Name", "Family Name"]),
        prefix: part(&["Name Prefix"]),
        suffix: part(&["Name Suffix"]),
        nickname: part(&["Nickname"]),
    };
    let whole = row.get("Name");
    let parts = [&name.prefix, &name.given, &name.middle, &name.family];
    let joined = parts.map(String::as_str).join(" ");
    let joined = joined.split_whitespace().collect::<Vec<_>>().join(" ");
    name.shown = match (whole.is_empty(), joined.is_empty()) {
        (false, _) => whole.to_owned(),
        (true, true) => return Name::from_shown(row.first_of(&["File As", "Nickname"])),
        (true, false) if name.suffix.is_empty() => joined,
        (true, false) => format!("{joined}, {}", name.suffix),
    };
    name
}

/// One numbered group: its label or type, and its values, each by itself.
struct Entry<'r> {
    label: &'r str,
    values: Vec<&'r str>,
}

/// The groups of a kind. One whose label begins with `*` is the preferred one and comes first.
fn entries<'r>(row: &'r Row, kind: &str) -> Vec<Entry<'r>> {
    let mut entries: Vec<(bool, Entry<'r>)> = Vec::new();
    for number in numbers(row) {
        let column = |part: &str| format!("{kind} {number} - {part}");
        let value = row.get(&column("Value"));
        if value.is_empty() {
            continue;
        }
        let label = row.first_of(&[&column("Label"), &column("Type"), &column("Service")]);
        let is_preferred = label.starts_with('*');
        let entry = Entry { label: label.trim_start_matches(['*', ' ']), values: split(value) };
        entries.push((!is_preferred, entry));
    }
    entries.sort_by_key(|(is_later, _)| *is_later);
    entries.into_iter().map(|(_, entry)| entry).collect()
}

fn split(cell: &str) -> Vec<&str> {
    let values = cell.split(BETWEEN).map(str::trim);
    values.filter(|value| !value.is_empty()).collect()
}

fn identities(row: &Row) -> Vec<Identity> {
    let every = |kind, read: fn(&str) -> Option<Identity>| {
        let values = entries(row, kind).into_iter().flat_map(|entry| entry.values);
        values.filter_map(read).collect::<Vec<_>>()
    };
    let mut all = every("E-mail", Identity::email);
    all.extend(every("Phone", Identity::phone));
    all.extend(every("Website", page));
    for number in numbers(row) {
        let network = row.get(&format!("IM {number} - Service"));
        let handle = row.get(&format!("IM {number} - Value"));
        all.extend(Identity::handle(network, handle));
    }
    let mut seen = HashSet::new();
    all.retain(|identity| seen.insert(identity.clone()));
    all
}

/// A page of their own, or their LinkedIn profile.
fn page(text: &str) -> Option<Identity> {
    match text.contains("linkedin.com/in/") {
        true => Identity::linkedin(text),
        false => Identity::website(text),
    }
}

/// Of the new generation there is one post, of the old a numbered group.
fn positions(row: &Row) -> Vec<Position> {
    let mut columns = vec![("Organization Name".to_owned(), "Organization Title".to_owned())];
    columns.extend(numbers(row).map(|number| {
        let column = |part| format!("Organization {number} - {part}");
        (column("Name"), column("Title"))
    }));
    let posts = columns.iter().map(|(organisation, title)| Position {
        organisation: row.get(organisation).to_owned(),
        title: row.get(title).to_owned(),
        ..Position::default()
    });
    posts.filter(|post| !post.organisation.is_empty() || !post.title.is_empty()).collect()
}

fn dates(row: &Row) -> Vec<DatedDay> {
    let birthday =
        Day::parse(row.get("Birthday")).map(|day| DatedDay { label: "birthday".to_owned(), day });
    let events = entries(row, "Event").into_iter().flat_map(|entry| {
        let label = entry.label.to_lowercase();
        let days = entry.values.into_iter().filter_map(Day::parse);
        days.map(move |day| DatedDay { label: label.clone(), day })
    });
    birthday.into_iter().chain(events.collect::<Vec<_>>()).collect()
}

fn tags(row: &Row) -> Vec<String> {
    let groups = split(row.first_of(&["Labels", "Group Membership"]));
    groups
        .into_iter()
        .map(|group| group.trim_start_matches(['*', ' ']))
        .filter(|group| !EVERYBODY.contains(&group.to_lowercase().as_str()))
        .map(str::to_owned)
        .collect()
}

/// The town and the country, or the first address in one line.
fn location(row: &Row) -> String {
    let place = ["Address 1 - City", "Address 1 - Country"].map(|column| row.get(column));
    let known: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    if !known.is_empty() {
        return known.join(", ");
    }
    let address = row.first_of(&["Address 1 - Formatted", "Location"]);
    let first = split(address).first().copied().unwrap_or_default();
    let lines = first.lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The notes, and what has no place of its own: relations and the owner's own fields.
fn remarks(row: &Row) -> String {
    let mut lines = vec![row.get("Notes").to_owned()];
    for kind in ["Relation", "Custom Field"] {
        for entry in entries(row, kind) {
            let values = entry.values.join(", ");
            lines.push(match entry.label {
                "" => values,
                label => format!("{label}: {values}"),
            });
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Piece, Snag};

    fn read_all(text: &str) -> (Vec<ArrivingPerson>, Vec<Snag>) {
        let (mut people, mut snags) = (Vec::new(), Vec::new());
        read("contacts.csv", &mut text.as_bytes(), &mut |piece| {
            match piece {
                Piece::Arrival(Arrival::Person(person)) => people.push(*person),
                Piece::Snag(snag) => snags.push(snag),
                other => panic!("{other:?}"),
            }
            ControlFlow::Continue(())
        });
        (people, snags)
    }

    fn one(header: &str, row: &str) -> ArrivingPerson {
        let (mut people, snags) =
            read_all(&format!("First Name,Last Name,File As,{header}\n{row}\n"));
        assert!(snags.is_empty(), "{snags:?}");
        people.remove(0)
    }

    fn values(person: &ArrivingPerson) -> Vec<&str> {
        person.identities.iter().map(Identity::value).collect()
    }

    #[test]
    fn the_new_generation_is_read() {
        let person = one(
            "Name Prefix,Middle Name,Organization Name,Organization Title,Nickname,Name Suffix",
            "Ada,King,,Dr,Augusta,Acme,Engineer,Addie,Ph.D.",
        );
        assert_eq!(person.name.shown, "Dr Ada Augusta King, Ph.D.");
        assert_eq!(person.name.nickname, "Addie");
        assert_eq!(person.positions[0].title, "Engineer");
        assert_eq!(person.source, Source::Google);
    }

    #[test]
    fn the_old_generation_is_read() {
        let (people, _) = read_all(
            "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title\n\
             Ada King,Ada,King,* myContacts ::: Friends,* Work,ada@example.org ::: a.king@example.net,Acme,Engineer\n",
        );
        assert_eq!(people[0].name.shown, "Ada King");
        assert_eq!(values(&people[0]), ["ada@example.org", "a.king@example.net"]);
        assert_eq!(people[0].tags, ["Friends"]);
        assert_eq!(people[0].positions[0].organisation, "Acme");
    }

    #[test]
    fn the_preferred_address_comes_first() {
        let person = one(
            "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value",
            "Ada,King,,Home,home@example.org,* Work,work@example.org,Mobile,+44 20 7946 0000",
        );
        assert_eq!(values(&person), ["work@example.org", "home@example.org", "+442079460000"]);
    }

    #[test]
    fn a_birthday_needs_no_year() {
        for spelling in ["--06-15", "0000-06-15"] {
            let person = one("Birthday", &format!("Ada,King,,{spelling}"));
            assert_eq!(person.dates[0].day, Day::new(None, 6, 15).unwrap());
        }
    }

    #[test]
    fn googles_word_for_everybody_is_no_tag() {
        let person = one("Labels", "Ada,King,,* myContacts ::: Choir ::: * starred");
        assert_eq!(person.tags, ["Choir", "starred"]);
    }

    #[test]
    fn an_address_with_line_breaks_becomes_one_line() {
        let person = one("Address 1 - Formatted", "Ada,King,,\"12 High St\nOldtown\nGB\"");
        assert_eq!(person.location, "12 High St, Oldtown, GB");
        let person = one(
            "Address 1 - Formatted,Address 1 - City,Address 1 - Country",
            "Ada,King,,\"12 High St\nOldtown\nGB\",Oldtown,GB",
        );
        assert_eq!(person.location, "Oldtown, GB");
    }

    #[test]
    fn relations_events_pages_and_own_fields_are_not_lost() {
        let person = one(
            "Notes,Relation 1 - Label,Relation 1 - Value,Event 1 - Label,Event 1 - Value,Website 1 - Label,Website 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value",
            "Ada,King,,Likes tea,Spouse,Chidi,Anniversary,2015-09-17,Profile,https://www.linkedin.com/in/ada-king,Dog,Rex",
        );
        assert_eq!(person.remarks, "Likes tea\nSpouse: Chidi\nDog: Rex");
        assert_eq!(person.dates[0].label, "anniversary");
        assert_eq!(person.identities[0], Identity::linkedin("ada-king").unwrap());
    }

    #[test]
    fn a_company_without_a_person_is_filed_under_its_name() {
        let person = one("Organization Name", ",,Acme Ltd,Acme Ltd");
        assert_eq!(person.name.shown, "Acme Ltd");
    }

    #[test]
    fn a_birthday_that_makes_no_sense_is_told_and_the_contact_stays() {
        let (people, snags) =
            read_all("First Name,Last Name,Labels,Birthday\nAda,King,,someday\n,,x,\n");
        assert_eq!(people.len(), 1);
        assert_eq!(snags.len(), 2);
        assert_eq!(snags[0].line, Some(2));
        assert!(people[0].dates.is_empty());
    }
}
