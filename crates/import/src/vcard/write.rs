//! Somebody as a vCard 3.0.
//!
//! Where a card brought them, what it says and Requite does not understand is written again
//! as it was, and so is every address, day and firm that still holds, with its labels.

use super::person::Properties;
use super::property::{Property, unescaped};
use super::{address, properties};
use model::{Contact, DatedDay, Identity, IdentityKind, Note, NoteKind};
use std::collections::BTreeSet;

/// A line of a card is no longer than this many bytes (RFC 2426, section 2.6).
const WIDTH: usize = 75;
/// What is written from the contact alone, or not at all.
const OURS: &[&str] = &[
    "BEGIN",
    "END",
    "VERSION",
    "PRODID",
    "REV",
    "FN",
    "N",
    "NICKNAME",
    "TITLE",
    "ROLE",
    "CATEGORIES",
    "NOTE",
    "PRONOUNS",
    "X-PRONOUNS",
    "X-REQUITE-HEADLINE",
    "UID",
    "ORG",
];

/// One person as a card, lines ended by CRLF. `kept_raw` is the card that brought them.
pub fn to_vcard(contact: &Contact, notes: &[Note], kept_raw: Option<&str>) -> String {
    let kept = kept_raw.map(properties).unwrap_or_default();
    let mut card = Card::default();
    card.line("BEGIN:VCARD");
    card.line("VERSION:3.0");
    card.text("UID", &uid(contact, &kept));
    card.name(contact);
    card.posts(contact, &kept);
    card.kept(contact, &kept);
    card.identities(contact);
    card.dates(contact);
    if Properties(&kept).location().is_empty() && !contact.location.is_empty() {
        card.line(&format!("ADR;TYPE=HOME:;;;{};;;", escaped(&contact.location)));
    }
    card.text("X-PRONOUNS", &contact.pronouns);
    card.text("X-REQUITE-HEADLINE", &contact.headline);
    let tags: Vec<String> = contact.tags.iter().map(|tag| escaped(tag)).collect();
    if !tags.is_empty() {
        card.line(&format!("CATEGORIES:{}", tags.join(",")));
    }
    card.text("NOTE", &remarks(notes, &kept));
    card.line("END:VCARD");
    card.out
}

fn uid(contact: &Contact, kept: &[Property]) -> String {
    let told = kept.iter().find(|property| property.name == "UID");
    let told = told.map(Property::text).filter(|uid| !uid.is_empty());
    told.unwrap_or_else(|| format!("urn:uuid:{}", contact.id))
}

/// The card's own note, then what is known and not yet in it, a line each.
fn remarks(notes: &[Note], kept: &[Property]) -> String {
    let told = kept.iter().filter(|property| property.name == "NOTE").map(Property::text);
    let mut lines: Vec<String> = told.collect();
    for note in notes {
        let line = format!("{}: {}", heading(note.kind), note.text);
        if !lines.iter().any(|known| known.contains(&line)) {
            lines.push(line);
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn heading(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Interest => "Interest",
        NoteKind::Work => "Work",
        NoteKind::Family => "Family",
        NoteKind::Goal => "Goal",
        NoteKind::CanOffer => "Can offer",
        NoteKind::WouldLike => "Would like",
        NoteKind::Met => "Met",
        NoteKind::Avoid => "Avoid",
    }
}

/// A card that is being written.
#[derive(Default)]
struct Card {
    out: String,
    /// Written already, from the kept card.
    identities: BTreeSet<Identity>,
    dates: Vec<DatedDay>,
    /// The highest number of an `itemN.` group in use.
    items: u32,
}

impl Card {
    /// One line, folded.
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > WIDTH {
                self.out.push_str("\r\n ");
                width = 1;
            }
            self.out.push(c);
            width += c.len_utf8();
        }
        self.out.push_str("\r\n");
    }

    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.line(&format!("{name}:{}", escaped(value)));
        }
    }

    fn name(&mut self, contact: &Contact) {
        let name = &contact.name;
        let parts = [&name.family, &name.given, &name.middle, &name.prefix, &name.suffix];
        let parts: Vec<String> = parts.into_iter().map(|part| escaped(part)).collect();
        self.line(&format!("FN:{}", escaped(&name.shown)));
        self.line(&format!("N:{}", parts.join(";")));
        self.text("NICKNAME", &name.nickname);
    }

    /// The posts they hold now; a firm keeps the departments its card told.
    fn posts(&mut self, contact: &Contact, kept: &[Property]) {
        let mut written: Vec<&str> = Vec::new();
        for post in contact.positions.iter().filter(|post| post.to_on.is_none()) {
            let firm = post.organisation.as_str();
            if !firm.is_empty() && !written.contains(&firm) {
                let same =
                    |p: &&Property| p.name == "ORG" && p.parts().iter().any(|part| part == firm);
                match kept.iter().find(same) {
                    Some(property) => self.property(property),
                    None => self.text("ORG", firm),
                }
                written.push(firm);
            }
            self.text("TITLE", &post.title);
        }
    }

    /// What the kept card says beyond what is written from the contact.
    fn kept(&mut self, contact: &Contact, kept: &[Property]) {
        let card = Properties(kept);
        let mut dropped: BTreeSet<&str> = BTreeSet::new();
        let mut labels: Vec<&Property> = Vec::new();
        for property in kept {
            if property.name == "X-ABLABEL" {
                labels.push(property);
            } else if self.still_holds(contact, &card, property) {
                self.property(property);
            } else if !property.group.is_empty() {
                dropped.insert(&property.group);
            }
        }
        for label in labels {
            if !dropped.contains(label.group.as_str()) {
                self.property(label);
            }
        }
    }

    fn still_holds(
        &mut self,
        contact: &Contact,
        card: &Properties<'_>,
        property: &Property,
    ) -> bool {
        if OURS.contains(&property.name.as_str()) {
            return false;
        }
        if let Some(identity) = address::identity(property) {
            return contact.identities.contains(&identity) && self.identities.insert(identity);
        }
        if let Some(dated) = card.dated(property) {
            let holds = contact.dates.contains(&dated) && !self.dates.contains(&dated);
            self.dates.push(dated);
            return holds;
        }
        true
    }

    /// A property as version 3.0 writes it.
    fn property(&mut self, property: &Property) {
        let item = property.group.strip_prefix("item").and_then(|n| n.parse().ok());
        self.items = self.items.max(item.unwrap_or(0));
        let mut head = String::new();
        if !property.group.is_empty() {
            head.push_str(&property.group);
            head.push('.');
        }
        head.push_str(&property.spelled);
        for (name, value) in &property.params {
            if name == "ENCODING" && property.is_binary() {
                head.push_str(";ENCODING=b");
            } else if name != "CHARSET" && name != "ENCODING" {
                head.push_str(&format!(";{name}={}", quoted(value)));
            }
        }
        self.line(&format!("{head}:{}", one_line(&property.value)));
    }

    fn identities(&mut self, contact: &Contact) {
        let mut first = BTreeSet::new();
        for identity in &contact.identities {
            let is_first = first.insert(identity.kind());
            if !self.identities.contains(identity) {
                self.identity(identity, is_first);
            }
        }
    }

    fn identity(&mut self, identity: &Identity, is_first: bool) {
        let value = identity.value();
        let preferred = if is_first { ",PREF" } else { "" };
        match identity.kind() {
            IdentityKind::Email => {
                self.line(&format!("EMAIL;TYPE=INTERNET{preferred}:{}", escaped(value)));
            }
            IdentityKind::Phone => self.line(&format!("TEL;TYPE=VOICE{preferred}:{value}")),
            IdentityKind::Linkedin | IdentityKind::Website => {
                self.text("URL", &identity.link().unwrap_or_default());
            }
            IdentityKind::Handle => {
                let (network, handle) = value.split_once('/').unwrap_or(("", value));
                // Telephones know the network by its old name.
                let network = if network == "x" { "twitter" } else { network };
                let link = identity.link().unwrap_or(format!("x-apple:{handle}"));
                let head =
                    format!("X-SOCIALPROFILE;TYPE={};X-USER={}", quoted(network), quoted(handle));
                self.line(&format!("{head}:{}", escaped(&link)));
            }
        }
    }

    /// Days in the one spelling that telephones read, a missing year included.
    fn dates(&mut self, contact: &Contact) {
        for dated in &contact.dates {
            if self.dates.contains(dated) {
                continue;
            }
            let day = dated.day;
            let (omit, year) = match day.year {
                Some(year) => ("", year),
                None => (";X-APPLE-OMIT-YEAR=1604", 1604),
            };
            let text = format!("{omit}:{year:04}-{:02}-{:02}", day.month, day.day);
            if dated.label == "birthday" {
                self.line(&format!("BDAY{text}"));
                continue;
            }
            self.items += 1;
            let label = match dated.label.as_str() {
                "anniversary" => "_$!<Anniversary>!$_".to_owned(),
                other => escaped(other),
            };
            self.line(&format!("item{}.X-ABDATE{text}", self.items));
            self.line(&format!("item{}.X-ABLabel:{label}", self.items));
        }
    }
}

fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    one_line(&text)
}

/// Line breaks as `\n`: a value stands on one line.
fn one_line(value: &str) -> String {
    value.replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

/// A parameter's value, in quotation marks where it needs them.
fn quoted(value: &str) -> String {
    let value = unescaped(value).replace('"', "'").replace(['\n', '\r'], " ");
    if value.contains([':', ';', ' ']) { format!("\"{value}\"") } else { value }
}
