//! What the owner has sent, so that a text sent again is known while it is being typed.
//!
//! A draft is a prefix of the blast it becomes, so the index answers *containment* (how much
//! of the draft went out before), not symmetric likeness. Messages that are equal once names
//! are masked share one [`Text`], so that a campaign of thousands is found by one hash and
//! does not drown the index; word shingles lead to texts that were reworded.
//!
//! Deliberately absent: the store (rows are handed in), random seeds, a scan over all texts.

use super::Draft;
use crate::hash::Table;
use model::{ContactId, ConversationId, InteractionId, Moment};

mod cover;
mod find;
mod mask;
mod pleasantry;

pub use find::Match;
use mask::{Masked, Names};

/// One message the owner has sent.
#[derive(Clone)]
pub struct Sent {
    /// Which.
    pub interaction: InteractionId,
    /// To whom.
    pub to: Vec<ContactId>,
    /// When.
    pub at: Moment,
    /// The conversation it belongs to.
    pub conversation: Option<ConversationId>,
    /// Its text.
    pub text: String,
}

/// A shingle in more texts than this is boilerplate and leads nowhere.
const BOILERPLATE: usize = 2_000;
/// Texts up to this many words keep every shingle; of longer ones a quarter is enough.
const KEPT_WHOLE: usize = 64;
/// Which shingles of long texts are kept: those whose hash ends in these bits.
const SAMPLE: u64 = 0b11;
/// Sentences from this many words on are found by their hash.
const SENTENCE_WORDS: usize = 5;
/// Words in a shingle.
const SHINGLE: usize = 3;

/// The sent messages, by what they say.
#[derive(Clone, Default)]
pub struct SentIndex {
    names: Names,
    texts: Vec<Text>,
    free: Vec<u32>,
    /// From the hash of a masked body to its text.
    bodies: Table<u64, u32>,
    /// From the hash of a masked sentence or shingle to the texts that hold it.
    postings: Table<u64, Postings>,
    places: Table<InteractionId, u32>,
}

/// A masked body and every message that carried it. Empty once all are removed.
#[derive(Clone, Default)]
struct Text {
    masked: Masked,
    sent: Vec<Sent>,
}

/// The texts that hold one shingle; nearly always one.
#[derive(Clone)]
enum Postings {
    One(u32),
    Many(Vec<u32>),
}

impl Postings {
    fn texts(&self) -> &[u32] {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::Many(texts) => texts,
        }
    }

    fn add(&mut self, text: u32) {
        match self {
            Self::One(first) if *first == text => {}
            Self::One(first) => *self = Self::Many(vec![*first, text]),
            Self::Many(texts) if texts.last() == Some(&text) => {}
            Self::Many(texts) => texts.push(text),
        }
    }

    /// Takes a text out; whether nothing is left.
    fn remove(&mut self, text: u32) -> bool {
        match self {
            Self::One(first) => *first == text,
            Self::Many(texts) => {
                texts.retain(|held| *held != text);
                texts.is_empty()
            }
        }
    }
}

impl SentIndex {
    /// An empty index that treats these names (people and organisations, the owner's too) as
    /// slots: "Hi Ada, how is Acme?" and "Hi Bea, how is Zenith?" are one text.
    pub fn new(names_to_mask: impl Iterator<Item = String>) -> Self {
        Self { names: Names::new(names_to_mask), ..Self::default() }
    }

    /// Treats further names as slots, in messages added from now on.
    pub fn mask_also(&mut self, names: impl Iterator<Item = String>) {
        self.names.add(names);
    }

    /// How many messages are known.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Takes a message in; one with the same id is replaced.
    pub fn add(&mut self, sent: Sent) {
        self.remove(sent.interaction);
        let masked = Masked::of(&sent.text, &self.names);
        let body = masked.body();
        let place = match self.bodies.get(&body) {
            Some(&place) => place,
            None => self.place(masked, body),
        };
        self.places.insert(sent.interaction, place);
        if let Some(text) = self.texts.get_mut(place as usize) {
            text.sent.push(sent);
        }
    }

    /// Forgets a message.
    pub fn remove(&mut self, interaction: InteractionId) {
        let Some(place) = self.places.remove(&interaction) else {
            return;
        };
        let Some(text) = self.texts.get_mut(place as usize) else {
            return;
        };
        text.sent.retain(|sent| sent.interaction != interaction);
        if !text.sent.is_empty() {
            return;
        }
        let masked = std::mem::take(&mut text.masked);
        self.bodies.remove(&masked.body());
        for key in masked.keys() {
            if self.postings.get_mut(&key).is_some_and(|held| held.remove(place)) {
                self.postings.remove(&key);
            }
        }
        self.free.push(place);
    }

    /// What the owner has sent that holds much of this draft, the likest first, then the
    /// newest. Messages of the conversation it answers are left out.
    pub fn like(&self, draft: &Draft<'_>, recipients: &[ContactId]) -> Vec<Match<'_>> {
        find::like(self, draft, recipients)
    }

    /// Makes room for a new text and leads its keys there.
    fn place(&mut self, masked: Masked, body: u64) -> u32 {
        let place = self.free.pop().unwrap_or_else(|| {
            self.texts.push(Text::default());
            u32::try_from(self.texts.len() - 1).unwrap_or(u32::MAX)
        });
        self.bodies.insert(body, place);
        for key in masked.keys() {
            let held = self.postings.entry(key);
            held.and_modify(|held| held.add(place)).or_insert(Postings::One(place));
        }
        if let Some(text) = self.texts.get_mut(place as usize) {
            text.masked = masked;
        }
        place
    }
}

impl std::fmt::Debug for Sent {
    /// The id alone, for the same reason.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sent({})", self.interaction)
    }
}

impl std::fmt::Debug for SentIndex {
    /// Counts alone: what was sent is nobody's business.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SentIndex({} messages, {} texts)", self.len(), self.bodies.len())
    }
}

#[cfg(test)]
mod tests;
