//! The sample owner: somebody invented, with people, letters and habits, so that a new user
//! sees at once what all this is for.
//!
//! Marta Quintela leads workshops and listens to users, from a studio in Lisbon. Her people,
//! and what they wrote to each other, stand as plain tables in `sample/`; what is thrown (who
//! had which conversation, and when) is thrown with a fixed seed and counted back from now, so
//! that today always has something to say. Every message is judged as it would be on arrival.
//!
//! Deliberately absent: anybody real. Addresses end in `.example`, telephone numbers are those
//! that regulators keep free for stories.

mod calendar;
mod dice;
mod gestures;
mod past;
mod people;
mod rounds;
mod table;
mod talk;
mod threads;
mod words;

use crate::counted::counted;
use crate::done::done;
use crate::view::deed::Done;
use crate::view::settings::Status;
use crate::{App, Trouble, parse};
use calendar::Calendar;
use model::{Act, Circle, CircleId, Group, GroupId, Identity, Moment, Uid};
use past::Passed;
use people::Person;
use store::{Author, ConversationKey, Deed, Fault, ImportCounts, Origin, Writer};

/// The circles, with the days between two exchanges.
const CIRCLES: [(&str, u32); 5] =
    [("Close ones", 30), ("Clients", 45), ("Mentees", 45), ("Peers", 60), ("Old friends", 120)];

impl App {
    /// Fills an empty store with the invented sample owner, as one deed that can be undone.
    ///
    /// # Errors
    /// Where something is kept already, and of the store.
    pub fn fill_with_sample(&self) -> Result<Done<Status>, Trouble> {
        self.fill_with_sample_at(self.now())
    }

    fn fill_with_sample_at(&self, now: Moment) -> Result<Done<Status>, Trouble> {
        let counts = self.store().read(|reader| reader.counts())?;
        if counts.contacts + counts.automated + counts.interactions > 0 {
            return Err(parse::not_understood(
                "the sample fills only an empty store; open another one for it",
            ));
        }
        let calendar = Calendar::of(now);
        let people = people::all();
        let past: Vec<(Passed, Vec<Act>)> =
            past::of(&people, calendar).into_iter().map(judged).collect();
        let filled = self
            .store()
            .transact(Deed::Import, now, move |writer| fill(writer, calendar, (&people, &past)))?;
        self.sent_changed();
        let status = self.status()?;
        Ok(done(filled, Deed::Import, |()| status))
    }
}

fn judged(passed: Passed) -> (Passed, Vec<Act>) {
    let interaction = &passed.interaction;
    let acts = match interaction.automated {
        true => Vec::new(),
        false => {
            let acts = judge::balance::acts(&interaction.text, interaction.kind);
            counted(acts, interaction.direction, (&interaction.subject, &interaction.text))
        }
    };
    (passed, acts)
}

fn fill(
    writer: &mut Writer<'_>,
    calendar: Calendar,
    (people, past): (&[Person], &[(Passed, Vec<Act>)]),
) -> Result<(), Fault> {
    let stamp = writer.now().millis().to_le_bytes();
    let key = Uid::derived(&[b"sample", &stamp]);
    let import = writer.begin_import(&["the sample owner".to_owned()], &key)?;
    write_owner(writer)?;
    write_people(writer, people, calendar)?;
    let origin =
        |passed: &Passed| Origin { source: passed.source(), import: Some(import), ..Origin::OWNER };
    for (passed, acts) in past {
        write_passed(writer, passed, (acts, &origin(passed)))?;
    }
    let counts = ImportCounts {
        contacts_new: count(people.len()),
        interactions_new: count(past.len()),
        notes_new: count(people.iter().map(|one| one.notes(&calendar).len()).sum()),
        ..ImportCounts::default()
    };
    writer.end_import(import, &counts, true)
}

fn write_owner(writer: &mut Writer<'_>) -> Result<(), Fault> {
    writer.set_owner_name("Marta Quintela")?;
    writer.add_owner_organisation("Oficina Quintela")?;
    let addresses = [
        Identity::email("marta@oficina-quintela.example"),
        Identity::linkedin("in/marta-quintela-example"),
    ];
    for address in addresses.iter().flatten() {
        writer.add_owner_identity(address)?;
    }
    Ok(())
}

fn write_people(
    writer: &mut Writer<'_>,
    people: &[Person],
    calendar: Calendar,
) -> Result<(), Fault> {
    for (name, cadence_days) in CIRCLES {
        writer.save_circle(&Circle { id: circle_id(name), name: name.to_owned(), cadence_days })?;
    }
    let group = GroupId(Uid::derived(&[b"sample group"]));
    writer.save_group(&Group {
        id: group,
        name: rounds::GROUP_NAME.to_owned(),
        place: "linkedin".to_owned(),
    })?;
    for person in people {
        let mut contact = person.contact(&calendar);
        contact.circle = Some(person.circle()).filter(|name| !name.is_empty()).map(circle_id);
        writer.save_contact(&contact, &Author::Owner)?;
        if person.is_in_the_group() {
            writer.set_group_member(group, person.id, true)?;
        }
        for note in person.notes(&calendar) {
            writer.add_note(&note, &Author::Owner)?;
        }
        for promise in person.promises(&calendar) {
            writer.save_promise(&promise)?;
        }
    }
    for sender in rounds::senders() {
        writer.save_contact(&sender, &Author::Owner)?;
    }
    Ok(())
}

fn write_passed(
    writer: &mut Writer<'_>,
    passed: &Passed,
    (acts, origin): (&[Act], &Origin<'_>),
) -> Result<(), Fault> {
    let mut interaction = passed.interaction.clone();
    let (key, title) = &passed.thread;
    if !key.is_empty() {
        interaction.conversation = Some(writer.conversation_for(&ConversationKey {
            source: origin.source,
            key,
            title,
        })?);
    }
    writer.add_interaction(&interaction, origin)?;
    if !interaction.automated {
        writer.put_acts(interaction.id, acts, judge::balance::ENGINE)?;
    }
    Ok(())
}

fn circle_id(name: &str) -> CircleId {
    CircleId(Uid::derived(&[b"sample circle", name.as_bytes()]))
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
