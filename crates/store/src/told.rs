//! What tests tell the store: people and what passed with them, in a line each.

use crate::{
    Added, Author, ConversationKey, Deed, Done, Fault, Months, Origin, Reader, SearchWanted, Store,
    Weighed, Writer,
};
use model::{
    Channel, Contact, ContactId, ConversationId, Direction, Interaction, InteractionId,
    InteractionKind, Moment, Name, Note, NoteKind, Participant, Role, Uid,
};

/// Noon of a day in June 2026, `days` before it.
pub(crate) fn ago(days: i64) -> Moment {
    Moment::from_millis(1_781_524_800_000 - days * 86_400_000, Some(120))
}

/// The moment at which tests happen.
pub(crate) fn now() -> Moment {
    ago(0)
}

pub(crate) fn store() -> Store {
    Store::in_memory(now()).unwrap()
}

pub(crate) fn person(name: &str) -> ContactId {
    ContactId(Uid::derived(&[b"person", name.as_bytes()]))
}

pub(crate) fn thread(name: &str) -> ConversationId {
    let key = ConversationKey { source: "mail", key: name, title: "" };
    key.id()
}

/// A message of that direction with the first of `people`, the others copied. Its id follows
/// from all of it.
pub(crate) fn message(direction: Direction, days: i64, people: &[&str], text: &str) -> Interaction {
    let role = |place| match (place, direction) {
        (0, Direction::Out) => Role::To,
        (0, _) => Role::From,
        _ => Role::Cc,
    };
    let participant =
        |(place, name): (usize, &&str)| Participant { contact: person(name), role: role(place) };
    let days_bytes = days.to_le_bytes();
    let who = people.join(" ");
    let parts: [&[u8]; 4] =
        [direction.word().as_bytes(), &days_bytes, who.as_bytes(), text.as_bytes()];
    Interaction {
        id: InteractionId(Uid::derived(&parts)),
        kind: InteractionKind::Message,
        channel: Channel::Email,
        direction,
        moment: ago(days),
        subject: String::new(),
        text: text.to_owned(),
        quoted: String::new(),
        signature: String::new(),
        conversation: None,
        participants: people.iter().enumerate().map(participant).collect(),
        is_reply: false,
        automated: false,
    }
}

pub(crate) fn from(days: i64, who: &str, text: &str) -> Interaction {
    message(Direction::In, days, &[who], text)
}

pub(crate) fn to(days: i64, who: &str, text: &str) -> Interaction {
    message(Direction::Out, days, &[who], text)
}

/// The same within a conversation.
pub(crate) fn within(name: &str, interaction: Interaction) -> Interaction {
    Interaction { conversation: Some(thread(name)), ..interaction }
}

pub(crate) fn note(writer: &mut Writer<'_>, who: &str, text: &str) -> Note {
    let note = Note {
        id: writer.new_note_id(),
        contact: person(who),
        kind: NoteKind::Interest,
        text: text.to_owned(),
        source: "lunch".to_owned(),
        link: String::new(),
        seen_at: writer.now(),
    };
    writer.add_note(&note, &Author::Owner).unwrap();
    note
}

/// The ids of these, to compare with.
pub(crate) fn ids(interactions: &[Interaction]) -> Vec<InteractionId> {
    interactions.iter().map(|one| one.id).collect()
}

impl Store {
    /// Does a deed that cannot fail here.
    pub(crate) fn told<T: Send + 'static>(
        &self,
        deed: Deed,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Done<T> {
        self.transact(deed, now(), write).unwrap()
    }

    /// Knows people of these names.
    pub(crate) fn knows(&self, names: &[&str]) {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        self.told(Deed::AddContact, move |writer| {
            for name in names {
                let contact = Contact::named(person(&name), Name::from_shown(&name));
                writer.save_contact(&contact, &Author::Owner)?;
            }
            Ok(())
        });
    }

    /// Keeps what passed, as logged by the owner in one deed.
    pub(crate) fn keeps(&self, interactions: &[Interaction]) -> Done<Vec<Added>> {
        let interactions = interactions.to_vec();
        self.told(Deed::LogInteraction, move |writer| {
            interactions.iter().map(|one| writer.add_interaction(one, &Origin::OWNER)).collect()
        })
    }

    /// Keeps one.
    pub(crate) fn keeps_one(&self, interaction: &Interaction) -> Done<Vec<Added>> {
        self.keeps(std::slice::from_ref(interaction))
    }

    /// Asks what cannot fail here.
    pub(crate) fn asked<T>(&self, ask: impl FnOnce(&Reader<'_>) -> Result<T, Fault>) -> T {
        self.read(ask).unwrap()
    }

    /// The interactions in which these words are found.
    /// Weighs everything that is stale, as an engine would that only lists what it is given.
    pub(crate) fn weighs(&self) {
        self.told(Deed::Rebuild, |writer| {
            for contact in writer.stale_contacts(1, 1_000)? {
                let rows = writer.passed(contact)?;
                let (passed, notable) = (!rows.is_empty(), rows.len() > 1);
                let bytes = format!("{rows:?}").into_bytes();
                writer.put_weighed(contact, &Weighed { stamp: 1, passed, notable, bytes })?;
            }
            for thread in writer.stale_threads(1_000)? {
                let mut months = Months::new();
                for row in writer.passed_in(thread)? {
                    let month = months.entry(row.moment.millis() / 86_400_000).or_default();
                    month.asks_in += i64::from(row.asks);
                    month.starts_out += 1;
                }
                writer.put_thread(thread, &months)?;
            }
            Ok(())
        });
    }

    pub(crate) fn found(&self, query: &str) -> Vec<InteractionId> {
        let wanted = SearchWanted { query: query.to_owned(), limit: 50, ..Default::default() };
        self.asked(|reader| reader.search(&wanted)).interactions
    }

    /// How SQLite would answer a question, a line for a step.
    pub(crate) fn plan_of(&self, sql: &str) -> Vec<String> {
        self.asked(|reader| {
            let mut ask = reader.db().prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
            // What is bound matters to nobody's plan here; unbound is null.
            let steps = ask.raw_query();
            steps.mapped(|row| row.get(3)).collect::<Result<_, _>>().map_err(Fault::from)
        })
    }
}

/// The steps that go over a whole table, given by name.
pub(crate) fn scans(plan: &[String], tables: &[&str]) -> Vec<String> {
    let whole = |step: &&String| {
        tables.iter().any(|table| {
            let rest = step.strip_prefix("SCAN ").unwrap_or_default();
            rest == *table || rest.strip_prefix(table).is_some_and(|rest| rest.starts_with(' '))
        })
    };
    plan.iter().filter(whole).cloned().collect()
}
