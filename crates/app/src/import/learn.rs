//! What an address book teaches about a contact: what was empty is filled, what changed
//! follows, and what is the owner's own stays (the store sees to that, field by field).

use super::matching::Matching;
use super::survey::Survey;
use import::ArrivingPerson;
use model::{Contact, DatedDay, Moment, Note, NoteId, NoteKind, Position, Uid, likeness};

/// The contact as it would be with what the person's entry says.
pub(super) fn learn(kept: &Contact, person: &ArrivingPerson) -> Contact {
    let mut contact = kept.clone();
    for identity in &person.identities {
        if !contact.identities.contains(identity) {
            contact.identities.push(identity.clone());
        }
    }
    fill(&mut contact.pronouns, &person.pronouns);
    fill(&mut contact.headline, &person.headline);
    fill(&mut contact.location, &person.location);
    fill(&mut contact.name.nickname, &person.name.nickname);
    for day in &person.dates {
        add_day(&mut contact.dates, day.clone());
    }
    if let Some(day) = person.connected_on {
        add_day(&mut contact.dates, DatedDay { label: "connected".into(), day });
    }
    for tag in &person.tags {
        if !contact.tags.contains(tag) {
            contact.tags.push(tag.clone());
        }
    }
    learn_positions(&mut contact.positions, &person.positions);
    contact
}

fn fill(field: &mut String, told: &str) {
    if field.is_empty() && !told.is_empty() {
        told.clone_into(field);
    }
}

fn add_day(dates: &mut Vec<DatedDay>, told: DatedDay) {
    match dates.iter_mut().find(|kept| kept.label == told.label) {
        Some(kept) if kept.day.year.is_none() => kept.day = told.day,
        Some(_) => {}
        None => dates.push(told),
    }
}

/// A post that is not known yet becomes the present one; known ones stay as they are, so that
/// two address books that disagree do not take turns.
fn learn_positions(kept: &mut Vec<Position>, told: &[Position]) {
    let same = |a: &Position, b: &Position| {
        likeness::fold(&a.organisation) == likeness::fold(&b.organisation)
            && likeness::fold(&a.title) == likeness::fold(&b.title)
    };
    for (place, post) in told.iter().enumerate() {
        if kept.iter().any(|known| same(known, post)) {
            continue;
        }
        kept.insert(place.min(kept.len()), post.clone());
    }
}

/// Notes that the files bring, under names that stay the same from import to import.
pub(super) fn notes(survey: &Survey, matching: &Matching, now: Moment) -> Vec<Note> {
    let mut notes = Vec::new();
    for (face, note) in &survey.notes {
        let Some(contact) = matching.who(survey, *face).contact() else {
            continue;
        };
        notes.push(Note {
            id: note_id(contact, &note.text),
            contact,
            kind: note.kind,
            text: note.text.clone(),
            source: note.source.title().to_owned(),
            link: String::new(),
            seen_at: note.seen_at.unwrap_or(now),
        });
    }
    for (face, person) in &survey.people {
        let Some(contact) = matching.who(survey, *face).contact() else {
            continue;
        };
        if person.remarks.trim().is_empty() {
            continue;
        }
        notes.push(Note {
            id: note_id(contact, &person.remarks),
            contact,
            kind: NoteKind::Work,
            text: person.remarks.trim().to_owned(),
            source: person.source.title().to_owned(),
            link: String::new(),
            seen_at: now,
        });
    }
    notes
}

fn note_id(contact: model::ContactId, text: &str) -> NoteId {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    NoteId(Uid::derived(&[b"note", contact.0.as_bytes(), words.as_bytes()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{ContactId, Day, Name};

    fn ada() -> Contact {
        Contact::named(ContactId(Uid::derived(&[b"ada"])), Name::from_shown("Ada King"))
    }

    fn at(organisation: &str, title: &str) -> Position {
        Position { organisation: organisation.into(), title: title.into(), ..Position::default() }
    }

    #[test]
    fn a_new_post_becomes_the_present_one_and_the_old_one_stays() {
        let mut kept = ada();
        kept.positions = vec![at("Acme", "Engineer")];
        let person = ArrivingPerson { positions: vec![at("Beta", "CTO")], ..Default::default() };
        let learnt = learn(&kept, &person);
        assert_eq!(learnt.organisation(), "Beta");
        assert_eq!(learnt.positions.len(), 2);
        assert_eq!(learn(&learnt, &person), learnt);
    }

    #[test]
    fn what_is_filled_is_not_overwritten_and_a_year_is_added_to_a_birthday() {
        let mut kept = ada();
        kept.location = "Turin".into();
        kept.dates =
            vec![DatedDay { label: "birthday".into(), day: Day::new(None, 12, 10).unwrap() }];
        let full = Day::new(Some(1815), 12, 10).unwrap();
        let person = ArrivingPerson {
            location: "London".into(),
            dates: vec![DatedDay { label: "birthday".into(), day: full }],
            ..Default::default()
        };
        let learnt = learn(&kept, &person);
        assert_eq!(learnt.location, "Turin");
        assert_eq!(learnt.dates[0].day, full);
    }
}
