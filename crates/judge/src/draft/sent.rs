//! What the owner has sent, so that a text sent again is known while it is being typed.
//!
//! A draft is a prefix of the blast it becomes, so the index answers *containment* (how much
//! of the draft went out before), not symmetric likeness. It holds no words: a [`Sketch`] of
//! each message leads to the few that are worth reading, and those are fetched, aligned with
//! the draft and judged. Messages whose sketches are equal are one *text*, so that a campaign
//! of thousands is found by one hash and does not drown the index.
//!
//! Deliberately absent: the store (rows are handed in, texts are asked for by name), random
//! seeds, a scan over all texts.

use super::Draft;
use crate::hash::Table;
use model::{ContactId, ConversationId, InteractionId, Moment};
use std::collections::BTreeMap;
use std::sync::Arc;

mod align;
mod campaign;
mod find;
mod mask;
mod pair;
mod pleasantry;
mod postings;
mod rarity;
mod sketch;
mod voice;

pub use align::Run;
pub use campaign::{Beside, Campaign};
pub use find::{Copy, REUSED};
use mask::{Masked, Names};
pub use pair::NAMES as PAIR_FIGURES;
use pair::Weighed;
use postings::Postings;
pub use sketch::{SKETCHES, Sketch};
pub use voice::SAMPLE as VOICE_SAMPLE;
use voice::{Kin, Voice};

/// One message the owner has sent.
#[derive(Clone)]
pub struct Sent {
    /// Which.
    pub interaction: InteractionId,
    /// To whom.
    pub to: Box<[ContactId]>,
    /// When.
    pub at: Moment,
    /// The conversation it belongs to.
    pub conversation: Option<ConversationId>,
    /// When somebody it went to answered first.
    pub answered: Option<Moment>,
    /// The owner has said that it is meant to be the same for many.
    pub meant: bool,
}

/// Where the texts of sent messages are.
pub trait Texts: Send + Sync {
    /// The text of a message; nothing where it is gone.
    fn text(&self, interaction: InteractionId) -> Option<Arc<str>>;
}

/// The sent messages, by what they say.
#[derive(Clone)]
pub struct SentIndex {
    names: Names,
    voice: Voice,
    /// Sorted by text; the messages of one text by time.
    sent: Vec<Sent>,
    /// Where the messages of each text begin; one more than there are texts.
    texts: Vec<u32>,
    /// From the hash of a body to its text.
    bodies: Table<u32, u32>,
    /// From the hash of a sentence or shingle to the texts that hold it.
    postings: Postings,
    /// The texts of each campaign.
    campaigns: Vec<Vec<u32>>,
    /// Which campaign a text is of.
    campaign_of: Table<u32, u32>,
    library: Arc<dyn Texts>,
}

impl SentIndex {
    /// An index of these messages. Names of people and organisations, the owner's too, are
    /// slots: "Hi Ada, how is Acme?" and "Hi Bea, how is Zenith?" are one text. `latest` are
    /// the owner's latest texts, [`VOICE_SAMPLE`] or fewer: they tell how the owner writes
    /// anyway.
    pub fn new<'a>(
        names_to_mask: impl Iterator<Item = String>,
        latest: impl Iterator<Item = &'a str>,
        messages: Vec<(Sent, Sketch)>,
        library: Arc<dyn Texts>,
    ) -> Self {
        let names = Names::new(names_to_mask);
        let latest: Vec<Masked> = latest.map(|text| Masked::of(text, &names)).collect();
        let voice = Voice::of(&latest);
        let mut messages = messages;
        messages.sort_by(|(a, of_a), (b, of_b)| {
            let by_text = of_a.body.cmp(&of_b.body);
            by_text.then(a.at.cmp(&b.at)).then(a.interaction.cmp(&b.interaction))
        });
        let mut index = Self {
            names,
            voice,
            sent: Vec::with_capacity(messages.len()),
            texts: vec![0],
            bodies: Table::default(),
            postings: Postings::default(),
            campaigns: Vec::new(),
            campaign_of: Table::default(),
            library,
        };
        let mut pairs = Vec::new();
        for (sent, sketch) in messages {
            let text = index.text_of(&sketch);
            pairs.extend(sketch.keys.iter().map(|key| (*key, text)));
            index.sent.push(sent);
            if let Some(end) = index.texts.last_mut() {
                *end = u32::try_from(index.sent.len()).unwrap_or(u32::MAX);
            }
        }
        index.postings = Postings::of(pairs);
        index.campaigns = campaign::groups(&index);
        for (number, texts) in (0..).zip(&index.campaigns) {
            index.campaign_of.extend(texts.iter().map(|text| (*text, number)));
        }
        index
    }

    /// How many messages are known.
    pub fn len(&self) -> usize {
        self.sent.len()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.sent.is_empty()
    }

    /// How many bytes the index takes for what is known of messages, the owner's voice (a
    /// sample of fixed size) left out.
    pub fn bytes(&self) -> usize {
        let to: usize = self.sent.iter().map(|sent| size_of_val(&*sent.to)).sum();
        let texts = self.texts.capacity() * size_of::<u32>();
        let bodies = self.bodies.capacity() * size_of::<(u32, u32)>();
        let campaigns = self.campaign_of.capacity() * size_of::<(u32, u32)>()
            + self.campaigns.iter().flatten().count() * size_of::<u32>();
        let sent = self.sent.capacity() * size_of::<Sent>() + to;
        sent + texts + bodies + campaigns + self.postings.bytes()
    }

    /// What the owner has sent that the draft re-uses, the surest first, then the newest.
    /// Messages of the conversation it answers are left out.
    pub fn like(&self, draft: &Draft<'_>) -> Vec<Copy<'_>> {
        find::like(self, draft)
    }

    /// The message that the draft most surely re-uses, and how surely, whether that is enough
    /// to say so or not. Nothing where none shares anything.
    pub fn likest(&self, draft: &Draft<'_>) -> Option<(InteractionId, f32)> {
        find::likest(self, draft)
    }

    /// How surely a draft re-uses one earlier text, 0 to 1, whether it is in the index or not.
    pub fn pair(&self, draft: &str, earlier: &str) -> f32 {
        let (draft, earlier) = (Masked::of(draft, &self.names), Masked::of(earlier, &self.names));
        let reading = find::Reading::of(self, &draft);
        reading.certainty(&earlier, &reading.weigh(&earlier))
    }

    /// What [`SentIndex::pair`] judges by, in the order of [`PAIR_FIGURES`]; for fitting.
    pub fn pair_figures(&self, draft: &str, earlier: &str) -> Vec<f32> {
        let (draft, earlier) = (Masked::of(draft, &self.names), Masked::of(earlier, &self.names));
        let reading = find::Reading::of(self, &draft);
        reading.figures(&reading.weigh(&earlier))
    }

    /// What went to several people in the same words, the last sent first.
    pub fn campaigns(&self) -> Vec<Campaign<'_>> {
        campaign::all(self)
    }

    /// The words of a message, where they are kept.
    pub fn text(&self, interaction: InteractionId) -> Option<Arc<str>> {
        self.library.text(interaction)
    }

    /// The messages of a text.
    fn messages(&self, text: u32) -> &[Sent] {
        let at = text as usize;
        let (Some(start), Some(end)) = (self.texts.get(at), self.texts.get(at + 1)) else {
            return &[];
        };
        self.sent.get(*start as usize..*end as usize).unwrap_or_default()
    }

    /// The text a sketch belongs to, a new one where it is the first. What says nothing is
    /// like nothing else.
    fn text_of(&mut self, sketch: &Sketch) -> u32 {
        let next = u32::try_from(self.texts.len() - 1).unwrap_or(u32::MAX);
        if sketch.body != 0 {
            if let Some(text) = self.bodies.get(&sketch.body) {
                return *text;
            }
            self.bodies.insert(sketch.body, next);
        }
        let end = self.texts.last().copied().unwrap_or(0);
        self.texts.push(end);
        next
    }
}

impl Default for SentIndex {
    /// An index of nothing.
    fn default() -> Self {
        Self::new(std::iter::empty(), std::iter::empty(), Vec::new(), Arc::new(Shelf::default()))
    }
}

/// The words of a text as the index hashes them, quotes, greeting and closing left out; for
/// fitting how common each is.
pub fn word_hashes(text: &str) -> Vec<u32> {
    Masked::of(text, &Names::default()).tokens().to_vec()
}

/// Texts that are kept in memory.
#[derive(Clone, Default)]
pub struct Shelf(pub BTreeMap<InteractionId, Arc<str>>);

impl Texts for Shelf {
    fn text(&self, interaction: InteractionId) -> Option<Arc<str>> {
        self.0.get(&interaction).cloned()
    }
}

impl std::fmt::Debug for Shelf {
    /// A count alone, for the same reason as below.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Shelf({} texts)", self.0.len())
    }
}

impl std::fmt::Debug for Sent {
    /// The id alone: to whom and when is nobody's business.
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
