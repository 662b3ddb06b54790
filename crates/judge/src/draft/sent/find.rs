//! Which sent messages a draft re-uses.

use super::align::{self, Run};
use super::campaign;
use super::mask::{Masked, Placed};
use super::pair::{self, Weighed};
use super::{Kin, Sent, SentIndex, Sketch};
use crate::draft::Draft;
use crate::hash::Table;
use model::InteractionId;
use std::ops::Range;
use std::sync::Arc;

/// From this certainty on a draft re-uses an earlier text. Set so that of the labelled pairs
/// of different messages about one in a hundred reaches it.
pub const REUSED: f32 = 0.84;
/// What a copy counts for that says, names aside, the same from end to end.
const EXACT: f32 = 0.995;
/// What a certainty is worth where the draft says nothing of its own: too little to tell.
const EVERYBODYS: f32 = 0.9 * REUSED;
/// A draft of fewer words is too short to be anybody's template.
const WORDS: usize = 4;
/// A key in more texts than this is boilerplate and leads nowhere.
const BOILERPLATE: usize = 2_000;
/// Postings that are followed, the rarest keys first.
const FOLLOWED: usize = 20_000;
/// Texts that are read.
const READ: usize = 24;
/// After so many that turned out to be different, the rest, which share less, are too.
const DIFFERENT: usize = 4;
/// A text that shares less than this part of what the likest shares is not read.
const FAR: f32 = 0.1;
/// Keys of a rarity of one text that are to be shared at the least; small talk shares one. Of a
/// draft with hardly more keys half of them are enough.
const SHARED: f32 = 1.5;

/// An earlier text that the draft re-uses, with every message that carried it.
#[derive(Clone, Debug)]
pub struct Copy<'a> {
    /// The messages, by time.
    pub sent: Vec<&'a Sent>,
    /// How sure it is, 0 to 1.
    pub certainty: f32,
    /// How much of the draft, by words, stands in it too, 0 to 1.
    pub share: f32,
    /// The sentences of the draft that are versions of one in it, in bytes of the draft.
    pub taken: Vec<Range<usize>>,
    /// Of how many.
    pub of: usize,
    /// Both texts side by side.
    pub runs: Vec<Run>,
    /// The text of the newest of its messages.
    pub text: Arc<str>,
    /// The campaign it is of, by its first message.
    pub campaign: Option<InteractionId>,
}

/// A draft read once and held against many texts.
pub(super) struct Reading<'a> {
    index: &'a SentIndex,
    kin: Kin,
    draft: &'a Masked,
    weighed: Weighed,
    usual: f32,
}

impl<'a> Reading<'a> {
    pub(super) fn of(index: &'a SentIndex, draft: &'a Masked) -> Self {
        let kin = index.voice.kin(draft);
        let weighed = Weighed::new(draft, &index.voice, &kin);
        let usual = index.voice.usual(weighed.stems());
        Self { index, kin, draft, weighed, usual }
    }

    pub(super) fn weigh(&self, earlier: &Masked) -> Weighed {
        Weighed::new(earlier, &self.index.voice, &self.kin)
    }

    pub(super) fn figures(&self, earlier: &Weighed) -> Vec<f32> {
        pair::features(&self.weighed, earlier, self.usual)
    }

    /// What is the same from end to end is a copy whatever the model makes of it; a note that
    /// says nothing of its own ("Thanks, see you then!") is everybody's, even when it is the
    /// same.
    pub(super) fn certainty(&self, earlier: &Masked, weighed: &Weighed) -> f32 {
        let certainty = pair::certainty(self.figures(weighed));
        let same = self.draft.tokens() == earlier.tokens();
        match self.weighed.has_substance() {
            true if same => certainty.max(EXACT),
            true => certainty,
            false => certainty * EVERYBODYS,
        }
    }
}

pub(super) fn like<'a>(index: &'a SentIndex, draft: &Draft<'_>) -> Vec<Copy<'a>> {
    let placed = Placed::of(draft.text, &index.names);
    let mut found = Vec::new();
    read(index, (draft, &placed), |reading, earlier| {
        if earlier.certainty < REUSED {
            return false;
        }
        let sides = (&reading.weighed, &earlier.weighed);
        let aligned = align::align((&placed, draft.text), (&earlier.placed, &earlier.text), sides);
        found.push(Copy {
            share: share(&placed.words, &aligned.runs),
            taken: aligned.taken,
            of: placed.sentences.len(),
            runs: aligned.runs,
            campaign: campaign::first(index, earlier.number),
            certainty: earlier.certainty,
            text: earlier.text,
            sent: earlier.sent,
        });
        true
    });
    found.sort_by(|a, b| {
        let sure = b.certainty.total_cmp(&a.certainty);
        let newest = |copy: &Copy<'_>| copy.sent.last().map(|sent| (sent.at, sent.interaction));
        sure.then_with(|| newest(b).cmp(&newest(a)))
    });
    found
}

pub(super) fn likest(index: &SentIndex, draft: &Draft<'_>) -> Option<(InteractionId, f32)> {
    let placed = Placed::of(draft.text, &index.names);
    let mut best: Option<(InteractionId, f32)> = None;
    read(index, (draft, &placed), |_, earlier| {
        let newest = earlier.sent.last().map(|sent| (sent.interaction, earlier.certainty));
        if newest.is_some_and(|(_, sure)| best.is_none_or(|(_, most)| sure > most)) {
            best = newest;
        }
        earlier.certainty >= REUSED
    });
    best
}

/// An earlier text that was read.
struct Earlier<'a> {
    number: u32,
    sent: Vec<&'a Sent>,
    text: Arc<str>,
    placed: Placed,
    weighed: Weighed,
    certainty: f32,
}

/// Reads the texts that may be re-used, the likest first, until several in a row turned out
/// to be others. `take` says whether a text is one that the draft re-uses.
fn read<'a>(
    index: &'a SentIndex,
    (draft, placed): (&Draft<'_>, &Placed),
    mut take: impl FnMut(&Reading<'_>, Earlier<'a>) -> bool,
) {
    if placed.masked.tokens().len() < WORDS {
        return;
    }
    let candidates = candidates(index, draft.text);
    if candidates.is_empty() {
        return;
    }
    let reading = Reading::of(index, &placed.masked);
    let mut different = 0;
    for number in candidates {
        let sent: Vec<&Sent> = index
            .messages(number)
            .iter()
            .filter(|sent| draft.answers.is_none() || sent.conversation != draft.answers)
            .collect();
        let Some(text) = sent.last().and_then(|sent| index.library.text(sent.interaction)) else {
            continue;
        };
        let placed = Placed::of(&text, &index.names);
        let weighed = reading.weigh(&placed.masked);
        let certainty = reading.certainty(&placed.masked, &weighed);
        if !take(&reading, Earlier { number, sent, text, placed, weighed, certainty }) {
            different += 1;
        }
        if different >= DIFFERENT {
            break;
        }
    }
}

/// How many of the draft's words stand in runs that are the same.
fn share(words: &[Range<usize>], runs: &[Run]) -> f32 {
    let same = |word: &&Range<usize>| {
        let mut runs = runs.iter().filter(|run| run.same);
        runs.any(|run| run.draft.start <= word.start && word.end <= run.draft.end)
    };
    words.iter().filter(same).count() as f32 / words.len().max(1) as f32
}

/// The texts worth reading: the exact copy first, then those that share most keys, rare ones
/// counting more.
fn candidates(index: &SentIndex, draft: &str) -> Vec<u32> {
    let (body, questions) = Sketch::questions(draft);
    let lists = questions.iter().map(|key| index.postings.under(*key));
    let mut lists: Vec<&[(u32, u32)]> =
        lists.filter(|texts| !texts.is_empty() && texts.len() <= BOILERPLATE).collect();
    lists.sort_by_key(|texts| texts.len());
    let mut scores: Table<u32, f32> = Table::default();
    let mut followed = 0;
    for texts in lists {
        followed += texts.len();
        if followed > FOLLOWED {
            break;
        }
        let rarity = 1.0 / (1.0 + (texts.len() as f32).ln());
        for (_, text) in texts {
            *scores.entry(*text).or_insert(0.0) += rarity;
        }
    }
    let least = SHARED.min(0.5 * questions.len() as f32);
    let likest = scores.values().copied().fold(0.0, f32::max);
    let mut scores: Vec<(u32, f32)> = scores.into_iter().collect();
    scores.retain(|(_, score)| *score >= (FAR * likest).max(least));
    if let Some(exact) = index.bodies.get(&body) {
        scores.retain(|(text, _)| text != exact);
        scores.push((*exact, f32::MAX));
    }
    scores.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    scores.into_iter().take(READ).map(|(text, _)| text).collect()
}
