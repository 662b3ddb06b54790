//! What went to several people in the same words: campaigns.
//!
//! Texts that share much of their sketches are versions of one; versions of versions belong
//! together. Texts are not read for this: it is for looking back, and what is shown is aligned
//! when it is opened.

use super::align::{self, Run};
use super::mask::Placed;
use super::voice::Kin;
use super::{Sent, SentIndex, Weighed};
use crate::hash::Table;
use model::{ContactId, InteractionId};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Texts that share this part of the smaller sketch are versions of one.
const VERSIONS: f32 = 0.3;
/// So many keys are to be shared at the least.
const SHARED: u32 = 4;
/// Of the texts under one key so many are compared with one another; the others with the
/// first alone, which is enough to find them together.
const COMPARED: usize = 16;
/// A text with fewer keys ("Thanks, see you then") is no campaign.
const KEYS: u32 = 6;
/// From so many people on it is a campaign.
const PEOPLE: usize = 3;

/// What went to several people in the same words.
#[derive(Clone, Debug)]
pub struct Campaign<'a> {
    /// Its messages, by time.
    pub sent: Vec<&'a Sent>,
}

/// A message beside another of its campaign.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// Both texts side by side; `draft` is the first of them.
    pub runs: Vec<Run>,
    /// The text of the message.
    pub text: Arc<str>,
}

impl Campaign<'_> {
    /// Everybody it went to.
    pub fn people(&self) -> BTreeSet<ContactId> {
        self.sent.iter().flat_map(|sent| sent.to.iter().copied()).collect()
    }
}

impl SentIndex {
    /// Lays a message beside the text that stands for its campaign. Nothing where its words
    /// are gone.
    pub fn beside(&self, template: &str, message: &Sent) -> Option<Beside> {
        let text = self.library.text(message.interaction)?;
        let (first, second) = (Placed::of(template, &self.names), Placed::of(&text, &self.names));
        let kin = Kin::default();
        let weighed = (
            Weighed::new(&first.masked, &self.voice, &kin),
            Weighed::new(&second.masked, &self.voice, &kin),
        );
        let sides = (&weighed.0, &weighed.1);
        let aligned = align::align((&first, template), (&second, &text), sides);
        Some(Beside { runs: aligned.runs, text })
    }
}

/// Every campaign, the last sent first.
pub(super) fn all(index: &SentIndex) -> Vec<Campaign<'_>> {
    let mut campaigns: Vec<Campaign<'_>> =
        index.campaigns.iter().map(|texts| of(index, texts)).collect();
    campaigns.sort_by_key(|campaign| {
        std::cmp::Reverse(campaign.sent.last().map(|sent| (sent.at, sent.interaction)))
    });
    campaigns
}

/// The first message of the campaign that a text is of: its name.
pub(super) fn first(index: &SentIndex, text: u32) -> Option<InteractionId> {
    let number = index.campaign_of.get(&text)?;
    let texts = index.campaigns.get(*number as usize)?;
    let sent = texts.iter().flat_map(|text| index.messages(*text));
    sent.min_by_key(|sent| (sent.at, sent.interaction)).map(|sent| sent.interaction)
}

fn of<'a>(index: &'a SentIndex, texts: &[u32]) -> Campaign<'a> {
    let mut sent: Vec<&Sent> = texts.iter().flat_map(|text| index.messages(*text)).collect();
    sent.sort_by_key(|sent| (sent.at, sent.interaction));
    Campaign { sent }
}

/// The texts of each campaign.
pub(super) fn groups(index: &SentIndex) -> Vec<Vec<u32>> {
    let count = index.texts.len().saturating_sub(1);
    let mut keys = vec![0_u32; count];
    let mut shared: Table<(u32, u32), u32> = Table::default();
    for under in index.postings.all() {
        for (_, text) in under {
            if let Some(keys) = keys.get_mut(*text as usize) {
                *keys += 1;
            }
        }
        for (at, (_, one)) in under.iter().enumerate().take(COMPARED) {
            let others = under.get(at + 1..).unwrap_or_default();
            let others = if at == 0 { others } else { others.get(..COMPARED).unwrap_or(others) };
            for (_, other) in others {
                *shared.entry((*one, *other)).or_default() += 1;
            }
        }
    }
    let mut together = Together::of(count);
    let mut pairs: Vec<((u32, u32), u32)> = shared.into_iter().collect();
    pairs.sort_unstable();
    for ((one, other), shared) in pairs {
        let of = |text: u32| keys.get(text as usize).copied().unwrap_or(0);
        let fewer = of(one).min(of(other));
        if shared >= SHARED && shared as f32 >= VERSIONS * fewer as f32 {
            together.join(one, other);
        }
    }
    let long = |texts: &Vec<u32>| {
        texts.iter().any(|text| keys.get(*text as usize).is_some_and(|keys| *keys >= KEYS))
    };
    let people = |texts: &[u32]| {
        let sent = texts.iter().flat_map(|text| index.messages(*text));
        sent.flat_map(|sent| sent.to.iter()).collect::<BTreeSet<_>>().len()
    };
    let groups = together.groups().into_iter();
    groups.filter(|texts| long(texts) && people(texts) >= PEOPLE).collect()
}

/// Which texts belong together: a forest in which each text points towards the first of its
/// group (union-find).
struct Together(Vec<u32>);

impl Together {
    fn of(count: usize) -> Self {
        Self((0..u32::try_from(count).unwrap_or(u32::MAX)).collect())
    }

    fn first(&mut self, text: u32) -> u32 {
        let mut at = text;
        while let Some(towards) = self.0.get(at as usize).copied().filter(|next| *next != at) {
            let beyond = self.0.get(towards as usize).copied().unwrap_or(towards);
            if let Some(place) = self.0.get_mut(at as usize) {
                *place = beyond;
            }
            at = towards;
        }
        at
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.first(one), self.first(other));
        if let Some(place) = self.0.get_mut(one.max(other) as usize) {
            *place = one.min(other);
        }
    }

    fn groups(mut self) -> Vec<Vec<u32>> {
        let mut groups: std::collections::BTreeMap<u32, Vec<u32>> = Default::default();
        for text in 0..u32::try_from(self.0.len()).unwrap_or(u32::MAX) {
            let first = self.first(text);
            groups.entry(first).or_default().push(text);
        }
        groups.into_values().collect()
    }
}
