//! Which sent messages hold much of a draft.

use super::cover::{Cover, Weighed, longest_run};
use super::mask::Masked;
use super::{BOILERPLATE, Sent, SentIndex, Text};
use crate::draft::Draft;
use crate::hash::Table;
use model::ContactId;
use std::ops::Range;

/// From here on it is worth telling.
pub(super) const LIKE: f32 = 0.5;
/// A draft of fewer words is too short to be anybody's template.
const WORDS: usize = 4;
/// So many words that carry a meaning are to be taken over: "please let me know if you have
/// any questions" is everybody's.
const SUBSTANCE: f32 = 1.5;
/// Without its standing lines a draft that weighs less says nothing of its own.
const WEIGHT: f32 = 2.0;
/// Texts that are compared in full.
const CANDIDATES: usize = 24;
/// A text that shares less than this part of what the likest shares is not compared.
const FAR: f32 = 0.1;
/// Postings that are followed, the rarest shingles first.
const FOLLOWED: usize = 20_000;
/// A sentence in this many different texts is a standing line of the owner, set aside as long
/// as something else is said.
const STANDING: usize = 24;

/// An earlier message that holds much of the draft.
#[derive(Clone, Debug)]
pub struct Match<'a> {
    /// Which.
    pub sent: &'a Sent,
    /// How much of the draft is in it, 0 to 1.
    pub likeness: f32,
    /// How much is said in what was taken over, in words that carry a meaning.
    pub substance: f32,
    /// It went to somebody whom the draft does not go to.
    pub to_others: bool,
    /// How many of the draft's sentences were taken over.
    pub sentences: usize,
    /// Of how many.
    pub of: usize,
    /// The longest run of sentences taken over, in bytes of the draft.
    pub span: Option<Range<usize>>,
}

pub(super) fn like<'a>(
    index: &'a SentIndex,
    draft: &Draft<'_>,
    recipients: &[ContactId],
) -> Vec<Match<'a>> {
    let (masked, spans) = Masked::with_spans(draft.text, &index.names);
    if masked.tokens().len() < WORDS {
        return Vec::new();
    }
    let weighed = Weighed::new(&masked);
    let standing = standing(index, &masked);
    let mut found = Vec::new();
    for text in candidates(index, &masked) {
        let cover = weighed.within(&text.masked);
        let Some(cover) = counts(cover, &weighed, &standing, text) else {
            continue;
        };
        let sent = text
            .sent
            .iter()
            .filter(|sent| draft.answers.is_none() || sent.conversation != draft.answers);
        found.extend(sent.map(|sent| Match {
            sent,
            likeness: cover.likeness,
            substance: cover.substance,
            to_others: sent.to.iter().any(|to| !recipients.contains(to)),
            sentences: cover.taken.iter().filter(|taken| **taken).count(),
            of: spans.len(),
            span: longest_run(&cover.taken, &spans),
        }));
    }
    found.sort_by(|a, b| {
        let alike = b.likeness.total_cmp(&a.likeness);
        alike.then(b.sent.at.cmp(&a.sent.at)).then(a.sent.interaction.cmp(&b.sent.interaction))
    });
    found
}

/// The cover, if it is one of more than standing lines and small words.
fn counts(cover: Cover, draft: &Weighed<'_>, standing: &[bool], text: &Text) -> Option<Cover> {
    if cover.likeness < LIKE || cover.substance < SUBSTANCE {
        return None;
    }
    let (rest, taken) = draft.without(standing, &cover.taken);
    if rest < WEIGHT || !standing.contains(&true) {
        // Nothing else is said: a campaign in many versions looks like standing lines too,
        // but then its messages hold little else either.
        let mostly =
            !standing.contains(&true) || cover.weight >= LIKE * Weighed::new(&text.masked).weight;
        return mostly.then_some(cover);
    }
    (taken >= LIKE * rest).then_some(cover)
}

/// Which sentences of the draft stand in very many different texts.
fn standing(index: &SentIndex, draft: &Masked) -> Vec<bool> {
    draft
        .sentences()
        .map(|sentence| {
            let held = super::mask::sentence_key(sentence).and_then(|key| index.postings.get(&key));
            held.is_some_and(|held| held.texts().len() >= STANDING)
        })
        .collect()
}

/// The texts worth comparing: the exact copy first, then those that share most shingles, rare
/// ones counting more.
fn candidates<'a>(index: &'a SentIndex, draft: &Masked) -> Vec<&'a Text> {
    let mut lists: Vec<&[u32]> = draft
        .questions()
        .filter_map(|key| index.postings.get(&key))
        .map(super::Postings::texts)
        .filter(|texts| texts.len() <= BOILERPLATE)
        .collect();
    lists.sort_by_key(|texts| texts.len());
    let mut scores: Table<u32, f32> = Table::default();
    let mut followed = 0;
    for texts in lists {
        followed += texts.len();
        if followed > FOLLOWED {
            break;
        }
        let rarity = 1.0 / (1.0 + (texts.len() as f32).ln());
        for text in texts {
            *scores.entry(*text).or_insert(0.0) += rarity;
        }
    }
    if let Some(exact) = index.bodies.get(&draft.body()) {
        scores.insert(*exact, f32::MAX);
    }
    let mut scores: Vec<(u32, f32)> = scores.into_iter().collect();
    scores.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let likest =
        scores.iter().map(|(_, score)| *score).find(|score| *score < f32::MAX).unwrap_or(0.0);
    let best = scores.into_iter().take(CANDIDATES).filter(|(_, score)| *score >= FAR * likest);
    best.filter_map(|(text, _)| index.texts.get(text as usize)).collect()
}
