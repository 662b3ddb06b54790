//! The index of what was sent, as a desk holds it: the one place of the measures that speaks to
//! it.

use chrono::DateTime;
use judge::draft::{
    self, Choices, Draft, Opinion, SentIndex, Sketch, Surroundings, Texts, VOICE_SAMPLE,
};
use model::{Channel, ContactId, ConversationId, InteractionId, Moment, Uid};

use std::sync::Arc;

use support::made::mailbox::Sent;
use support::made::people::Person;

/// All that was sent, and its index.
pub(crate) struct Desk {
    index: SentIndex,
    letters: Arc<Letters>,
}

/// The letters, where the index asks for their words.
struct Letters(Vec<Sent>);

impl Texts for Letters {
    fn text(&self, interaction: InteractionId) -> Option<Arc<str>> {
        self.0.get(number(interaction)).map(|letter| letter.text.as_str().into())
    }
}

impl Desk {
    /// Makes the index of these letters, by an owner who knows these people.
    pub(crate) fn of(sent: Vec<Sent>, people: &[Person]) -> Self {
        let names = people.iter().flat_map(|it| [it.name(), it.company.clone()]);
        let letters = Arc::new(Letters(sent));
        let sketched = letters.0.iter().enumerate().map(|(number, letter)| {
            let sent = draft::Sent {
                interaction: InteractionId(uid(number)),
                to: [ContactId(uid(letter.with))].into(),
                at: Moment::utc(DateTime::from_timestamp(letter.at, 0).unwrap_or_default()),
                conversation: letter.answers.then(|| ConversationId(uid(number))),
                answered: None,
                meant: false,
            };
            (sent, Sketch::of(&letter.text))
        });
        let latest = letters.0.iter().rev().take(VOICE_SAMPLE).map(|letter| letter.text.as_str());
        let index = SentIndex::new(names, latest, sketched.collect(), letters.clone());
        Self { index, letters }
    }

    /// How many letters were sent.
    pub(crate) fn letters(&self) -> usize {
        self.letters.0.len()
    }

    /// How many bytes the index takes.
    pub(crate) fn bytes(&self) -> usize {
        self.index.bytes()
    }

    /// Looks for letters that a draft re-uses; answers the surest, where there is one.
    pub(crate) fn likest(&self, text: &str) -> Option<&Sent> {
        let found = self.index.like(&as_draft(text));
        self.letters.0.get(number(found.first()?.sent.first()?.interaction))
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
