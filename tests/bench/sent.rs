//! The index of what was sent, as a desk holds it: the one place of the measures that speaks to
//! it.

use chrono::DateTime;
use judge::draft::{self, Choices, Draft, Opinion, SentIndex, Surroundings};
use model::{Channel, ContactId, ConversationId, InteractionId, Moment, Uid};

use crate::mailbox::Sent;
use crate::people::Person;

/// All that was sent, and its index.
pub(crate) struct Desk {
    index: SentIndex,
    sent: Vec<Sent>,
}

impl Desk {
    /// Makes the index of these letters, by an owner who knows these people.
    pub(crate) fn of(sent: Vec<Sent>, people: &[Person]) -> Self {
        let names = people.iter().flat_map(|it| [it.name(), it.company.clone()]);
        let mut index = SentIndex::new(names);
        for (number, letter) in sent.iter().enumerate() {
            index.add(draft::Sent {
                interaction: InteractionId(uid(number)),
                to: vec![ContactId(uid(letter.with))],
                at: Moment::utc(DateTime::from_timestamp(letter.at, 0).unwrap_or_default()),
                conversation: letter.answers.then(|| ConversationId(uid(number))),
                text: letter.text.clone(),
            });
        }
        Self { index, sent }
    }

    /// Looks for letters that hold much of a draft; answers the campaign of the likest, where
    /// there is one.
    pub(crate) fn likest(&self, text: &str, to: usize) -> Option<&Sent> {
        let found = self.index.like(&as_draft(text), &[ContactId(uid(to))]);
        self.sent.get(number(found.first()?.sent.interaction))
    }

    /// Every rule.
    pub(crate) fn check(&self, text: &str, around: &Surroundings) -> Opinion {
        draft::check(&as_draft(text), around, &self.index, &Choices::default())
    }
}

const fn as_draft(text: &str) -> Draft<'_> {
    Draft { channel: Channel::Email, subject: "Shall we?", text, answers: None }
}

/// The id of a thing with this number.
pub(crate) fn uid(number: usize) -> Uid {
    Uid::from_bytes((number as u128).to_le_bytes())
}

/// Back from the id.
fn number(id: InteractionId) -> usize {
    u128::from_le_bytes(*id.0.as_bytes()) as usize
}
