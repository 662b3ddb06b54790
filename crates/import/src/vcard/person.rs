//! A card as somebody.

use super::property::Property;
use super::{address, day};
use crate::{ArrivingPerson, Source};
use model::{DatedDay, Name, Position};

/// Groups that mean "everybody" in the programs that write them.
const EVERYBODY: &[&str] = &["mycontacts", "my contacts", "starred", "imported", "all contacts"];
/// Larger photos are left out.
const LARGEST_PHOTO: usize = 20 * 1024 * 1024;

/// What a card turned out to be.
pub(super) enum Card {
    Person(Box<ArrivingPerson>),
    /// A list of cards.
    Group,
    Nobody,
}

/// Reads a card's properties; `raw` is how it stood.
pub(super) fn read(properties: &[Property], raw: String) -> Card {
    let card = Properties(properties);
    if card.kind() == "group" {
        return Card::Group;
    }
    let positions = card.positions();
    let mut person = ArrivingPerson {
        name: card.name(),
        identities: card.identities(),
        dates: card.dates(),
        tags: card.tags(),
        pronouns: card.text("PRONOUNS").or(card.text("X-PRONOUNS")).unwrap_or_default(),
        headline: card.text("X-REQUITE-HEADLINE").unwrap_or_default(),
        location: card.location(),
        remarks: card.remarks(),
        photo: card.photo(),
        source: Source::Vcard,
        native_id: card.uid(),
        raw,
        ..ArrivingPerson::default()
    };
    let is_organisation = card.is_organisation();
    if person.name.is_empty() {
        person.name = stand_in(&person, &positions);
    }
    if !is_organisation {
        person.positions = positions;
    }
    let is_nobody = person.name.is_empty() && person.identities.is_empty();
    if is_nobody { Card::Nobody } else { Card::Person(Box::new(person)) }
}

/// What somebody is called whose card has no name: their firm, or how they are reached.
fn stand_in(person: &ArrivingPerson, positions: &[Position]) -> Name {
    let firm = positions.iter().map(|post| post.organisation.as_str());
    let shown =
        firm.chain(person.identities.iter().map(model::Identity::value)).find(|s| !s.is_empty());
    Name { shown: shown.unwrap_or_default().to_owned(), ..Name::default() }
}

/// A card's properties, asked by what they mean.
pub(super) struct Properties<'p>(pub(super) &'p [Property]);

impl<'p> Properties<'p> {
    fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'p Property> + 's {
        self.0.iter().filter(move |property| property.name == name)
    }

    fn text(&self, name: &str) -> Option<String> {
        self.all(name).map(Property::text).find(|text| !text.is_empty())
    }

    fn kind(&self) -> String {
        let kind = self.text("KIND").or(self.text("X-ADDRESSBOOKSERVER-KIND"));
        kind.unwrap_or_default().to_lowercase()
    }

    fn is_organisation(&self) -> bool {
        let company = self.text("X-ABSHOWAS").is_some_and(|v| v.eq_ignore_ascii_case("company"));
        company || self.kind() == "org"
    }

    pub(super) fn name(&self) -> Name {
        let shown = self.text("FN").unwrap_or_default();
        if self.is_organisation() {
            return Name { shown, ..Name::default() };
        }
        let told = self.name_in_parts();
        let has_parts = !(told.given.is_empty() && told.family.is_empty());
        let mut name = if has_parts { told } else { Name::from_shown(&shown) };
        if !shown.is_empty() {
            name.shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        } else if has_parts {
            let words = [&name.prefix, &name.given, &name.middle, &name.family, &name.suffix];
            let words = words.into_iter().flat_map(|part| part.split_whitespace());
            name.shown = words.collect::<Vec<_>>().join(" ");
        }
        let mut nicknames = self.all("NICKNAME").flat_map(Property::list);
        name.nickname = nicknames.next().unwrap_or_default();
        name
    }

    /// The parts of `N`; several names in one part stand side by side.
    fn name_in_parts(&self) -> Name {
        let parts = self.all("N").map(Property::parts).next().unwrap_or_default();
        let part = |at: usize| {
            let words = parts.get(at).map(|text| text.replace(',', " ")).unwrap_or_default();
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        Name {
            family: part(0),
            given: part(1),
            middle: part(2),
            prefix: part(3),
            suffix: part(4),
            ..Name::default()
        }
    }

    fn identities(&self) -> Vec<model::Identity> {
        let mut found: Vec<(bool, model::Identity)> = Vec::new();
        for property in self.0 {
            if let Some(identity) = address::identity(property)
                && !found.iter().any(|(_, known)| *known == identity)
            {
                found.push((!property.is_preferred(), identity));
            }
        }
        found.sort_by_key(|(later, _)| *later);
        found.into_iter().map(|(_, identity)| identity).collect()
    }

    /// Firms and titles, paired as they stand; a title without a firm of its own is at the first.
    pub(super) fn positions(&self) -> Vec<Position> {
        let firm = |property: &Property| property.parts().into_iter().find(|part| !part.is_empty());
        let firms: Vec<String> = self.all("ORG").filter_map(firm).collect();
        let named = |name| self.all(name).map(Property::text).filter(|text| !text.is_empty());
        let mut titles: Vec<String> = named("TITLE").collect();
        if titles.is_empty() {
            titles.extend(named("ROLE"));
        }
        let many = firms.len().max(titles.len());
        let post = |at: usize| Position {
            organisation: firms.get(at).or(firms.first()).cloned().unwrap_or_default(),
            title: titles.get(at).cloned().unwrap_or_default(),
            ..Position::default()
        };
        (0..many).map(post).collect()
    }

    fn dates(&self) -> Vec<DatedDay> {
        let mut dates: Vec<DatedDay> = Vec::new();
        for property in self.0 {
            if let Some(dated) = self.dated(property)
                && !dates.contains(&dated)
            {
                dates.push(dated);
            }
        }
        dates
    }

    /// The day a property tells, with its label.
    pub(super) fn dated(&self, property: &Property) -> Option<DatedDay> {
        let text = property.text();
        let (label, text) = match property.name.as_str() {
            "BDAY" => ("birthday".to_owned(), text),
            "ANNIVERSARY" | "X-ANNIVERSARY" | "X-EVOLUTION-ANNIVERSARY" => {
                ("anniversary".to_owned(), text)
            }
            "X-ABDATE" => (self.label(property).unwrap_or("other".to_owned()), text),
            "X-ANDROID-CUSTOM" => android_event(&property.parts())?,
            _ => return None,
        };
        let day = day::read(&text, property.param("X-APPLE-OMIT-YEAR"))?;
        Some(DatedDay { label, day })
    }

    /// What the owner's program calls a property: the label in the same group.
    fn label(&self, property: &Property) -> Option<String> {
        let same = |label: &&Property| !label.group.is_empty() && label.group == property.group;
        let label = self.all("X-ABLABEL").find(same)?.text();
        let plain = label.strip_prefix("_$!<").and_then(|text| text.strip_suffix(">!$_"));
        match plain {
            Some(known) => Some(known.to_lowercase()),
            None => Some(label).filter(|label| !label.is_empty()),
        }
    }

    fn tags(&self) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        for tag in self.all("CATEGORIES").flat_map(Property::list) {
            let tag = tag.trim_start_matches(['*', ' ']).to_owned();
            if !EVERYBODY.contains(&tag.to_lowercase().as_str()) && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags
    }

    /// The place of the address at home, otherwise of the first.
    pub(super) fn location(&self) -> String {
        let mut addresses: Vec<&Property> = self.all("ADR").collect();
        addresses.sort_by_key(|property| !property.types().iter().any(|word| word == "home"));
        let places = addresses.into_iter().map(|property| {
            let parts = property.parts();
            let place = [3, 4, 6].into_iter().filter_map(|at| parts.get(at));
            place.filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
        });
        places.into_iter().find(|place| !place.is_empty()).unwrap_or_default()
    }

    /// Notes, and the people around them.
    fn remarks(&self) -> String {
        let mut lines: Vec<String> = self.all("NOTE").map(Property::text).collect();
        for property in self.0 {
            let text = property.text();
            let label = match property.name.as_str() {
                "X-ABRELATEDNAMES" => self.label(property),
                "RELATED" if text.contains("urn:") || text.contains("://") => continue,
                "RELATED" => property.types().into_iter().next(),
                "X-SPOUSE" | "X-MANAGER" | "X-ASSISTANT" | "X-CHILDREN" => {
                    property.name.strip_prefix("X-").map(str::to_lowercase)
                }
                _ => continue,
            };
            if !text.is_empty() {
                let label = label.unwrap_or("related".to_owned());
                lines.push(format!("{}: {text}", capitalised(&label)));
            }
        }
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    fn photo(&self) -> Option<Vec<u8>> {
        let photo = self.all("PHOTO").find_map(Property::binary);
        photo.filter(|bytes| bytes.len() <= LARGEST_PHOTO)
    }

    pub(super) fn uid(&self) -> String {
        let uid = self.text("UID").unwrap_or_default();
        uid.strip_prefix("urn:uuid:").unwrap_or(&uid).to_owned()
    }
}

/// `vnd.android.cursor.item/contact_event;2010-05-09;1;;`: 1 is an anniversary, 3 a birthday,
/// 0 has a label of its own.
fn android_event(parts: &[String]) -> Option<(String, String)> {
    let [what, date, kind, rest @ ..] = parts else {
        return None;
    };
    if !what.ends_with("/contact_event") {
        return None;
    }
    let label = match kind.as_str() {
        "1" => "anniversary",
        "3" => "birthday",
        _ => rest.first().map(String::as_str).filter(|label| !label.is_empty()).unwrap_or("other"),
    };
    Some((label.to_owned(), date.clone()))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), chars.as_str())
}
