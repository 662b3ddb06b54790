//! What is known of a contact: notes, how they met, gifts, debts, pets, what they eat, what
//! happened in their life, whose relative they are.

use super::gathered::Gathered;
use super::{Object, day, held_by, moment, properties};
use crate::json::Ask;
use crate::tell::Teller;
use crate::{Arrival, ArrivingNote, Party, Source};
use model::{Moment, NoteKind};
use std::ops::ControlFlow;

/// Relationships at work; all others are of family and friends.
const AT_WORK: &[&str] = &["colleague", "boss", "subordinate", "mentor", "protege"];

/// Everything that is told of one contact.
pub(super) fn of_contact(
    contact: &Object,
    about: &Party,
    gathered: &Gathered,
    teller: &mut Teller<'_>,
) -> ControlFlow<()> {
    let mut facts: Vec<Fact> = Vec::new();
    if let Some(told) = contact.inside("properties") {
        facts.extend(met(told, gathered));
        facts.extend(Fact::of(NoteKind::Interest, "Food", &told.text("food_preferences")));
    }
    for (one, many, read) in SORTS {
        for thing in held_by(contact, one, many) {
            let Some(told) = properties(thing) else { continue };
            let written = thing.as_object().map(|thing| thing.text("created_at"));
            facts.extend(read(told).map(|fact| fact.written(&written.unwrap_or_default())));
        }
    }
    facts.into_iter().try_for_each(|fact| fact.tell(about.clone(), teller))
}

/// What `contact_is` is to `of_contact`.
pub(super) fn of_relationship(
    relationship: &Object,
    gathered: &Gathered,
    teller: &mut Teller<'_>,
) -> ControlFlow<()> {
    let Some(told) = relationship.inside("properties") else {
        return ControlFlow::Continue(());
    };
    let (is, of, sort) = (told.text("contact_is"), told.text("of_contact"), told.text("type"));
    let about = gathered.party(&of);
    if about.name.is_empty() || gathered.is_relative(&of) || gathered.is_owner(&of) {
        return ControlFlow::Continue(());
    }
    let kind = match AT_WORK.contains(&sort.as_str()) {
        true => NoteKind::Work,
        false => NoteKind::Family,
    };
    let who = if gathered.is_owner(&is) { "me" } else { gathered.name(&is) };
    let fact = Fact::of(kind, &in_words(&sort), who);
    fact.into_iter().try_for_each(|fact| {
        fact.written(&relationship.text("created_at")).tell(about.clone(), teller)
    })
}

/// A fact on its way.
struct Fact {
    kind: NoteKind,
    text: String,
    seen_at: Option<Moment>,
}

impl Fact {
    /// "Heading: text"; nothing where there is no text.
    fn of(kind: NoteKind, heading: &str, text: &str) -> Option<Self> {
        let text = match (heading, text.trim()) {
            (_, "") => return None,
            ("", text) => text.to_owned(),
            (heading, text) => format!("{heading}: {text}"),
        };
        Some(Self { kind, text, seen_at: None })
    }

    fn written(self, at: &str) -> Self {
        Self { seen_at: self.seen_at.or_else(|| moment(at)), ..self }
    }

    fn tell(self, about: Party, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let Self { kind, text, seen_at } = self;
        let note = ArrivingNote { about, kind, text, source: Source::Monica, seen_at };
        teller.arrival(Arrival::Note(Box::new(note)))
    }
}

/// A sort of thing under both of its names, and what is read of one.
type Sort = (&'static str, &'static str, fn(&Object) -> Option<Fact>);

const SORTS: &[Sort] = &[
    ("note", "notes", note),
    ("gift", "gifts", gift),
    ("debt", "debts", debt),
    ("pet", "pets", |told| Fact::of(NoteKind::Family, "Pet", &told.text("name"))),
    ("life_event", "life_events", life_event),
];

/// Monica's notes have no kinds.
fn note(told: &Object) -> Option<Fact> {
    let body = told.text("body");
    let first = body.split_whitespace().next().unwrap_or_default();
    let kind = match first.eq_ignore_ascii_case("met") {
        true => NoteKind::Met,
        false => NoteKind::Interest,
    };
    Fact::of(kind, "", &body)
}

fn gift(told: &Object) -> Option<Fact> {
    let (kind, heading) = match told.text("status").as_str() {
        "offered" => (NoteKind::Interest, "Gift that I gave"),
        "received" => (NoteKind::Interest, "Gift that I got"),
        _ => (NoteKind::WouldLike, "Idea for a gift"),
    };
    let parts = ["name", "comment", "url"].map(|part| told.text(part));
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    Fact::of(kind, heading, &parts.collect::<Vec<_>>().join(", "))
        .map(|fact| fact.written(&told.text("date")))
}

fn debt(told: &Object) -> Option<Fact> {
    let heading = match told.is_true("in_debt") || told.text("in_debt") == "yes" {
        true => "I owe",
        false => "Owes me",
    };
    let is_settled = told.text("status") == "complete";
    let amount = format!("{} {}", told.text("amount"), told.text("currency"));
    let amount = amount.trim();
    let settled = if is_settled && !amount.is_empty() { " (settled)" } else { "" };
    Fact::of(NoteKind::Interest, heading, &format!("{amount}{settled}"))
}

fn life_event(told: &Object) -> Option<Fact> {
    let parts = [told.text("name"), told.text("note")];
    let parts = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let happened = told.text("happened_at");
    let heading = day(&happened).map(|day| day.to_string()).unwrap_or_default();
    Fact::of(NoteKind::Family, &heading, &parts.join(": "))
}

/// When and through whom they met.
fn met(told: &Object, gathered: &Gathered) -> Option<Fact> {
    let on = told.inside("first_met_date").and_then(|date| day(&date.text("date")));
    let through = gathered.name(&told.text("first_met_through"));
    let text = match (on, through) {
        (None, "") => return None,
        (Some(day), "") => format!("Met on {day}"),
        (None, through) => format!("Met through {through}"),
        (Some(day), through) => format!("Met on {day} through {through}"),
    };
    Fact::of(NoteKind::Met, "", &text)
}

/// "best_friend" becomes "Best friend".
fn in_words(sort: &str) -> String {
    let words = sort.replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}
