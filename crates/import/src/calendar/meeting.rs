//! An event with others in it, as a meeting.

use super::event::Event;
use super::rule::{End, Rule};
use super::video;
use super::when::{Cell, cells};
use super::zone::Zones;
use crate::mail::html;
use crate::vcard::Property;
use crate::{ArrivingInteraction, Party, Source};
use model::{Channel, Identity, InteractionKind, Role};

/// More people than this are an audience; the rest is not told.
const MOST: usize = 200;
/// What is kept of a description.
const LONGEST_TEXT: usize = 32 * 1024;

const NO_START: &str = "The event tells no beginning that makes sense; it was left out.";

/// Addresses of calendars and rooms, not of people.
const NOBODY: &[&str] = &[
    "@resource.calendar.google.com",
    "@group.calendar.google.com",
    "@import.calendar.google.com",
    "@group.v.calendar.google.com",
    "unknownorganizer@calendar.google.com",
];

/// A meeting, once or in a series.
pub(super) struct Meeting {
    pub(super) line: u64,
    pub(super) uid: String,
    pub(super) start: Cell,
    /// By what it comes again; `Err` where that is not understood.
    pub(super) rule: Option<Result<Rule, ()>>,
    /// The end of the rule.
    pub(super) until: Option<Cell>,
    /// Times that are left out.
    pub(super) except: Vec<Cell>,
    /// Times besides the rule's.
    pub(super) besides: Vec<Cell>,
    interaction: ArrivingInteraction,
    is_of_series: bool,
}

impl Meeting {
    /// The meeting that an event is; nothing where nobody else is in it or the owner declined.
    pub(super) fn of(
        event: &Event,
        zones: &Zones,
        owner: Option<&Identity>,
    ) -> Result<Option<Self>, &'static str> {
        let Some((from, others)) = parties(event, owner) else {
            return Ok(None);
        };
        let replaced = event.replaces(zones);
        let start = event.cells("DTSTART", zones).into_iter().next().or(replaced.clone());
        let start = start.ok_or(NO_START)?;
        let rule = event.get("RRULE").filter(|rule| !rule.value.trim().is_empty());
        let rule = rule.map(|rule| Rule::read(&rule.value));
        let until = match &rule {
            Some(Ok(Rule { end: End::Until(text), .. })) => until(text, event, zones),
            _ => None,
        };
        let uid = event.uid();
        let mut meeting = Self {
            line: event.line,
            start,
            rule: if replaced.is_some() { None } else { rule },
            until,
            except: event.cells("EXDATE", zones),
            besides: if replaced.is_some() { Vec::new() } else { event.cells("RDATE", zones) },
            is_of_series: false,
            interaction: interaction(event, from, others),
            uid,
        };
        meeting.is_of_series = replaced.is_some() || meeting.recurs();
        meeting.interaction.moment = meeting.start.moment();
        meeting.interaction.from_owner =
            owner.map(|owner| meeting.interaction.from.identities.contains(owner));
        meeting.interaction.native_id = match replaced {
            Some(replaced) => meeting.id_on(&replaced),
            None => meeting.uid.clone(),
        };
        if meeting.is_of_series {
            meeting.interaction.conversation = meeting.uid.clone();
            meeting.interaction.conversation_title = meeting.interaction.subject.clone();
        }
        Ok(Some(meeting))
    }

    /// Whether it took place more than once.
    pub(super) fn recurs(&self) -> bool {
        self.rule.is_some() || !self.besides.is_empty()
    }

    /// About how many bytes it holds.
    pub(super) fn size(&self) -> usize {
        let words = self.interaction.raw.len() + self.interaction.text.len();
        let people = self.interaction.others.len();
        let times = self.except.len() + self.besides.len();
        1024 + words + 256 * people + 64 * times
    }

    /// The one meeting, with the key of what it belongs to.
    pub(super) fn once(self) -> (String, ArrivingInteraction) {
        (self.key(), self.interaction)
    }

    /// One of a series.
    pub(super) fn on(&self, occurrence: Cell) -> (String, ArrivingInteraction) {
        let mut interaction = self.interaction.clone();
        interaction.moment = occurrence.moment();
        interaction.native_id = self.id_on(&occurrence);
        (self.key(), interaction)
    }

    fn key(&self) -> String {
        if self.uid.is_empty() { format!("line {}", self.line) } else { self.uid.clone() }
    }

    fn id_on(&self, occurrence: &Cell) -> String {
        match self.uid.as_str() {
            "" => String::new(),
            uid => format!("{uid}/{}", occurrence.key()),
        }
    }
}

/// The rule's end is written like a value of the event's beginning.
fn until(text: &str, event: &Event, zones: &Zones) -> Option<Cell> {
    let mut written = event.get("DTSTART").cloned().unwrap_or_default();
    text.clone_into(&mut written.value);
    cells(&written, zones).into_iter().next()
}

fn interaction(event: &Event, from: Party, others: Vec<(Role, Party)>) -> ArrivingInteraction {
    ArrivingInteraction {
        source: Source::Calendar,
        kind: InteractionKind::Meeting,
        channel: if video::is_video(event) { Channel::Video } else { Channel::InPerson },
        moment: model::Moment::from_millis(0, None),
        subject: one_line(&event.text("SUMMARY")),
        text: plain(&event.text("DESCRIPTION")),
        quoted: String::new(),
        signature: String::new(),
        from,
        others,
        from_owner: None,
        conversation: String::new(),
        conversation_title: String::new(),
        native_id: String::new(),
        answers: Vec::new(),
        automated: false,
        raw: event.raw.clone(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who invited and who else came. Without an organizer whoever is named first stands for one:
/// such events were entered by the owner, who is often the first. Nothing where fewer than two
/// are in it, unless the one is known not to be the owner, and nothing where the owner
/// declined.
fn parties(event: &Event, owner: Option<&Identity>) -> Option<(Party, Vec<(Role, Party)>)> {
    let mut everybody: Vec<Party> = Vec::new();
    everybody.extend(event.get("ORGANIZER").and_then(party));
    for attendee in event.all("ATTENDEE") {
        let Some(party) = party(attendee) else {
            continue;
        };
        let declined = is(attendee, "PARTSTAT", "DECLINED");
        if declined && owner.is_some_and(|owner| party.identities.contains(owner)) {
            return None;
        }
        let is_thing = is(attendee, "CUTYPE", "ROOM") || is(attendee, "CUTYPE", "RESOURCE");
        let is_outside = declined || is_thing || is(attendee, "ROLE", "NON-PARTICIPANT");
        let has_room = everybody.len() <= MOST;
        match everybody.iter_mut().find(|known| is_same(known, &party)) {
            Some(known) if known.name.is_empty() => known.name = party.name,
            Some(_) => {}
            None if !is_outside && has_room => everybody.push(party),
            None => {}
        }
    }
    let mut everybody = everybody.into_iter();
    let from = everybody.next()?;
    let others: Vec<(Role, Party)> = everybody.map(|party| (Role::With, party)).collect();
    let is_another = owner.is_some_and(|owner| !from.identities.contains(owner));
    (!others.is_empty() || is_another).then_some((from, others))
}

fn is(property: &Property, param: &str, value: &str) -> bool {
    property.param(param).is_some_and(|told| told.eq_ignore_ascii_case(value))
}

fn is_same(known: &Party, party: &Party) -> bool {
    match party.identities.first() {
        Some(identity) => known.identities.contains(identity),
        None => known.name == party.name,
    }
}

/// `ORGANIZER;CN=Ada King:mailto:ada@example.org`, in every program's way.
fn party(property: &Property) -> Option<Party> {
    let text = property.text();
    // The first version writes `Ada King <ada@example.org>`.
    let (beside, address) = text.split_once('<').unwrap_or(("", &text));
    let address = address.trim_end_matches('>').to_lowercase();
    let address = address.strip_prefix("mailto:").unwrap_or(&address);
    if NOBODY.iter().any(|end| address.ends_with(end)) {
        return None;
    }
    let told = Identity::email(address).or_else(|| Identity::email(property.param("EMAIL")?));
    let identities: Vec<Identity> = told.into_iter().collect();
    let name = property.param("CN").unwrap_or(beside);
    let mut name = one_line(name.trim_matches(['"', '\'', ' ']));
    if name.contains('@') && Identity::email(&name).is_some() {
        name.clear();
    }
    let is_anybody = !name.is_empty() || !identities.is_empty();
    is_anybody.then_some(Party { name, identities, only_within: None })
}

/// The description as plain text, without what the program of a video meeting adds to it.
fn plain(description: &str) -> String {
    let lower = description.to_ascii_lowercase();
    let tags = ["<br", "<p>", "<p ", "<div", "<html", "<a href", "<b>", "<span", "<ul>"];
    let text = match tags.iter().any(|tag| lower.contains(tag)) {
        // Google mixes both: there a line's end is one too.
        true if !lower.contains("<html") => html::to_text(&description.replace('\n', "<br>")),
        true => html::to_text(description),
        false => description.to_owned(),
    };
    let mut kept: Vec<&str> = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    let joining = lines.iter().rposition(|line| speaks_of_joining(line)).unwrap_or(0);
    let mut within_google = false;
    for (place, line) in lines.iter().enumerate() {
        let line = line.trim_end();
        if line.trim_start().starts_with("-::~:~::") {
            within_google = !within_google;
        } else if place < joining && is_ruled(line) {
            break;
        } else if !within_google {
            kept.push(line);
        }
    }
    let mut text = kept.join("\n").trim().to_owned();
    if text.len() > LONGEST_TEXT {
        let end = (0..=LONGEST_TEXT).rev().find(|at| text.is_char_boundary(*at));
        text.truncate(end.unwrap_or(0));
    }
    text
}

/// The line that Teams and Zoom draw above their own words.
fn is_ruled(line: &str) -> bool {
    let line = line.trim();
    line.chars().count() >= 20 && line.chars().all(|c| matches!(c, '_' | '─'))
}

fn speaks_of_joining(line: &str) -> bool {
    let line = line.to_lowercase();
    ["teams.microsoft.com", "teams.live.com", "aka.ms/", "zoom.us/"]
        .iter()
        .any(|link| line.contains(link))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_loses_what_programs_add_to_it() {
        assert_eq!(plain("Tea.\n\n-::~:~::-\nJoin: https://x\n-::~:~::-\nCake."), "Tea.\n\nCake.");
        let ruled = "________________________";
        let teams =
            format!("Tea.\n{ruled}\nMicrosoft Teams\nhttps://teams.microsoft.com/l/0\n{ruled}");
        assert_eq!(plain(&teams), "Tea.");
        assert_eq!(plain(&format!("Tea.\n{ruled}\nCake.")), format!("Tea.\n{ruled}\nCake."));
        assert_eq!(plain("<html><body><p>Tea</p>\n<p>Cake</p></body></html>"), "Tea\n\nCake");
        assert_eq!(plain("1 < 2, and <3"), "1 < 2, and <3");
    }

    #[test]
    fn people_are_read_in_every_programs_way() {
        let read = |line: &str| {
            let party = party(&Property::read(line.as_bytes()).unwrap());
            party.map(|party| {
                let address = party.identities.first().map_or("", Identity::value).to_owned();
                (party.name, address)
            })
        };
        let known = |name: &str, address: &str| Some((name.to_owned(), address.to_owned()));
        assert_eq!(
            read("ORGANIZER;CN=Ada:MAILTO:Ada@example.org"),
            known("Ada", "ada@example.org")
        );
        assert_eq!(
            read("ATTENDEE;CN=\"'Ada'\":mailto:ada@example.org"),
            known("Ada", "ada@example.org")
        );
        assert_eq!(
            read("ATTENDEE;CN=ada@example.org:mailto:ada@example.org"),
            known("", "ada@example.org")
        );
        assert_eq!(
            read("ATTENDEE;CN=Ada;EMAIL=ada@example.org:urn:uuid:1"),
            known("Ada", "ada@example.org")
        );
        assert_eq!(read("ATTENDEE;CN=Ada:invalid:nomail"), known("Ada", ""));
        assert_eq!(read("ATTENDEE:invalid:nomail"), None);
        assert_eq!(read("ORGANIZER;CN=Club:mailto:x@group.calendar.google.com"), None);
    }
}
