//! How surely a draft re-uses an earlier text: what both share, as figures, and a linear
//! model of them.
//!
//! Shared words are weighed by their rarity and by how many *unrelated* texts of the owner
//! hold them too ([`Voice`]); runs, whole sentences and the order of what is shared tell a
//! template from a common topic. A draft is a prefix of what it becomes, so most figures are
//! taken in both directions.

use super::mask::Masked;
use super::rarity::rarity;
use super::voice::{CONTENT, Kin, Voice, content_stems, weighed_pairs};
use crate::fitted::{Features, Model};
use crate::hash;
use std::sync::LazyLock;

/// What the model sees, by name.
pub const NAMES: &[&str] = &[
    "words-of-draft",
    "words-of-earlier",
    "stems-less",
    "stems-more",
    "stems-over-usual",
    "pairs-less",
    "pairs-more",
    "rare-pairs-less",
    "rare-pairs-more",
    "runs3-less",
    "runs3-more",
    "runs5-less",
    "runs5-more",
    "order-less",
    "order-more",
    "sentences-mean",
    "sentences-best",
    "sentences-near",
    "sentences-same",
    "thirds-least",
    "shared-mass",
    "draft-rest-mass",
    "earlier-rest-mass",
    "longest-run",
    "stems-less-mostly",
    "rare-pairs-more-mostly",
    "runs3-more-mostly",
    "order-less-mostly",
    "sentences-mean-mostly",
];

/// A text weighed once and compared with many.
pub(super) struct Weighed {
    stems: Vec<u32>,
    /// Pairs of words, sorted, with their weight by rarity and by the owner's habits.
    pairs: Vec<(u64, f32, f32)>,
    /// The same stems in order.
    order: Vec<u32>,
    /// Runs of three and of five words.
    runs: [Runs; 2],
    /// What each word weighs.
    weights: Vec<f32>,
    sentences: Vec<SentenceSet>,
}

/// Hashes of runs of words.
struct Runs {
    length: usize,
    ordered: Vec<u64>,
    sorted: Vec<u64>,
}

impl Runs {
    fn of(text: &Masked, length: usize) -> Self {
        let runs = text.tokens().windows(length).map(|words| hash::run(length as u64, words));
        let ordered: Vec<u64> = runs.collect();
        let mut sorted = ordered.clone();
        sorted.sort_unstable();
        Self { length, ordered, sorted }
    }

    /// Which words of the text lie in a run that the other has too.
    fn covered_by(&self, other: &Self) -> Vec<bool> {
        let words = self.ordered.len().saturating_sub(1) + self.length;
        let mut covered = vec![false; words];
        for (start, run) in self.ordered.iter().enumerate() {
            if other.sorted.binary_search(run).is_ok() {
                let inside = covered.get_mut(start..start + self.length).unwrap_or_default();
                inside.iter_mut().for_each(|it| *it = true);
            }
        }
        covered
    }
}

/// A sentence as sets.
struct SentenceSet {
    stems: Vec<(u32, f32)>,
    key: u64,
    weight: f32,
    words: usize,
}

/// A text without a word of this rarity says nothing of its own.
const SUBSTANCE: f32 = 0.5;
/// Logarithms are taken in this measure, so that they are figures like the shares beside them.
const LOG: f32 = 4.0;

const RUNS: [usize; 2] = [3, 5];
/// A sentence this like another is a version of it.
const NEAR: f32 = 0.55;

impl Weighed {
    pub(super) fn new(text: &Masked, voice: &Voice, kin: &Kin) -> Self {
        let pairs = weighed_pairs(text).into_iter().map(|(pair, weight)| {
            let strangers = voice.strangers_with(pair, kin);
            (pair, weight, weight / (1.0 + strangers as f32))
        });
        let words = text.tokens().iter().zip(text.stems());
        let order =
            words.filter(|(token, _)| rarity(**token) >= CONTENT).map(|(_, stem)| *stem).collect();
        Self {
            stems: content_stems(text),
            pairs: pairs.collect(),
            order,
            runs: RUNS.map(|length| Runs::of(text, length)),
            weights: text.tokens().iter().map(|token| rarity(*token)).collect(),
            sentences: text.sentences().map(|at| SentenceSet::of(text, at)).collect(),
        }
    }

    /// The content stems of the text, sorted.
    pub(super) fn stems(&self) -> &[u32] {
        &self.stems
    }

    /// It says something of its own.
    pub(super) fn has_substance(&self) -> bool {
        self.weights.iter().any(|weight| *weight >= SUBSTANCE)
    }

    /// The sentence of another text that a sentence of this one is likest, and how like.
    pub(super) fn nearest(&self, number: usize, among: &Weighed) -> Option<(usize, f32)> {
        let sentence = self.sentences.get(number)?;
        let likes = among.sentences.iter().map(|other| sentence.like(other)).enumerate();
        // Of equals the first, so that repeated lines pair up in order.
        likes.reduce(|best, next| if next.1 > best.1 { next } else { best })
    }
}

impl SentenceSet {
    fn of(text: &Masked, at: std::ops::Range<usize>) -> Self {
        let words = text.tokens().get(at.clone()).unwrap_or_default();
        let stems = text.stems().get(at).unwrap_or_default();
        let mut set: Vec<(u32, f32)> =
            stems.iter().zip(words).map(|(stem, word)| (*stem, rarity(*word))).collect();
        set.sort_unstable_by_key(|(stem, _)| *stem);
        set.dedup_by_key(|(stem, _)| *stem);
        let weight = set.iter().map(|(_, weight)| weight).sum();
        Self { stems: set, key: hash::run(2, words), weight, words: words.len() }
    }

    /// 1 for the same sentence, 0 for one that shares nothing: Dice over weights.
    fn like(&self, other: &Self) -> f32 {
        if self.key == other.key {
            return 1.0;
        }
        let mut shared = 0.0;
        let mut rest = other.stems.iter().peekable();
        for (stem, weight) in &self.stems {
            while rest.next_if(|(other, _)| other < stem).is_some() {}
            if rest.next_if(|(other, _)| other == stem).is_some() {
                shared += weight;
            }
        }
        let whole = self.weight + other.weight;
        if whole > 0.0 { 2.0 * shared / whole } else { 0.0 }
    }
}

/// Which share of some sorted stems is among others.
pub(super) fn held(stems: &[u32], among: &[u32]) -> f32 {
    let mut rest = among.iter().peekable();
    let mut shared = 0_usize;
    for stem in stems {
        while rest.next_if(|other| *other < stem).is_some() {}
        shared += usize::from(rest.next_if(|other| *other == stem).is_some());
    }
    shared as f32 / stems.len().max(1) as f32
}

/// What is shared of the pairs of one text.
struct PairsHeld {
    /// The share by rarity.
    plain: f32,
    /// The share by rarity and habits.
    rare: f32,
    /// The same, as weights.
    shared: f32,
    rest: f32,
}

fn pairs_held(of: &Weighed, among: &Weighed) -> PairsHeld {
    let mut others = among.pairs.iter().peekable();
    let (mut plain, mut rare, mut all_plain, mut all_rare) = (0.0, 0.0, 0.0, 0.0);
    for (pair, by_rarity, by_habit) in &of.pairs {
        all_plain += by_rarity;
        all_rare += by_habit;
        while others.next_if(|(other, ..)| other < pair).is_some() {}
        if others.next_if(|(other, ..)| other == pair).is_some() {
            plain += by_rarity;
            rare += by_habit;
        }
    }
    let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 0.0 };
    PairsHeld {
        plain: share(plain, all_plain),
        rare: share(rare, all_rare),
        shared: rare,
        rest: all_rare - rare,
    }
}

fn weighed_share(covered: &[bool], weights: &[f32]) -> f32 {
    let all: f32 = weights.iter().sum();
    let part: f32 =
        covered.iter().zip(weights).filter(|(on, _)| **on).map(|(_, weight)| weight).sum();
    if all > 0.0 { part / all } else { 0.0 }
}

/// The least share covered among the beginning, the middle and the end.
fn thirds(covered: &[bool], weights: &[f32]) -> f32 {
    let third = covered.len().div_ceil(3).max(1);
    let shares = covered.chunks(third).zip(weights.chunks(third));
    shares.map(|(covered, weights)| weighed_share(covered, weights)).fold(1.0, f32::min)
}

/// The length of the longest common subsequence, bit-parallel (Hyyrö 2004).
fn in_order(a: &[u32], b: &[u32]) -> usize {
    let blocks = a.len().div_ceil(64).max(1);
    let mut places: hash::Table<u32, Vec<u64>> = hash::Table::default();
    for (at, stem) in a.iter().enumerate() {
        let bits = places.entry(*stem).or_insert_with(|| vec![0; blocks]);
        if let Some(block) = bits.get_mut(at / 64) {
            *block |= 1 << (at % 64);
        }
    }
    let mut row = vec![u64::MAX; blocks];
    for stem in b {
        let Some(bits) = places.get(stem) else {
            continue;
        };
        let mut carry = false;
        for (v, bits) in row.iter_mut().zip(bits) {
            let u = *v & bits;
            let (sum, over) = v.overflowing_add(u);
            let (sum, more) = sum.overflowing_add(u64::from(carry));
            carry = over || more;
            *v = sum | (*v & !bits);
        }
    }
    let zeros: usize = row.iter().map(|block| block.count_zeros() as usize).sum();
    zeros.min(a.len())
}

fn longest(covered: &[bool]) -> usize {
    covered.split(|on| !on).map(<[bool]>::len).max().unwrap_or(0)
}

/// How like the sentences of one text are to their nearest in the other: mean, best, the share
/// of versions, the weight of sentences that are the same.
fn sentences(of: &Weighed, among: &Weighed) -> [f32; 4] {
    let (mut mean, mut best, mut near, mut same, mut all) = (0.0, 0.0_f32, 0.0, 0.0, 0.0);
    for (number, sentence) in of.sentences.iter().enumerate() {
        let like = of.nearest(number, among).map_or(0.0, |(_, like)| like);
        all += sentence.weight;
        mean += sentence.weight * like;
        if sentence.words >= 4 {
            best = best.max(like);
        }
        if like >= NEAR {
            near += sentence.weight;
        }
        if like >= 1.0 && sentence.words >= 5 {
            same += sentence.weight;
        }
    }
    let share = |part: f32| if all > 0.0 { part / all } else { 0.0 };
    [share(mean), best, share(near), share(same)]
}

/// The same share taken in both directions.
#[derive(Clone, Copy)]
struct Both {
    less: f32,
    more: f32,
}

impl Both {
    fn of(ours: f32, theirs: f32) -> Self {
        Self { less: ours.min(theirs), more: ours.max(theirs) }
    }
}

/// What a draft and an earlier text share, sort by sort.
struct Shared {
    stems: Both,
    pairs: Both,
    rare_pairs: Both,
    runs3: Both,
    runs5: Both,
    order: Both,
    /// Mean, best, near and same of the sentences.
    sentences: [f32; 4],
    thirds: f32,
    /// The weight of rare pairs that are shared, and of those that only one text has.
    masses: [f32; 3],
    longest_run: usize,
}

impl Shared {
    fn of(draft: &Weighed, earlier: &Weighed) -> Self {
        let (ours, theirs) = (pairs_held(draft, earlier), pairs_held(earlier, draft));
        let ([threes, fives], [their_threes, their_fives]) = (&draft.runs, &earlier.runs);
        let (in_threes, in_fives) =
            (threes.covered_by(their_threes), fives.covered_by(their_fives));
        let both = |ours: &[bool], theirs: &[bool]| {
            Both::of(weighed_share(ours, &draft.weights), weighed_share(theirs, &earlier.weights))
        };
        let order = in_order(&draft.order, &earlier.order) as f32;
        let (forth, back) = (sentences(draft, earlier), sentences(earlier, draft));
        let mut nearest = forth;
        nearest.iter_mut().zip(back).for_each(|(forth, back)| *forth = forth.max(back));
        Self {
            stems: Both::of(held(&draft.stems, &earlier.stems), held(&earlier.stems, &draft.stems)),
            pairs: Both::of(ours.plain, theirs.plain),
            rare_pairs: Both::of(ours.rare, theirs.rare),
            runs3: both(&in_threes, &their_threes.covered_by(threes)),
            runs5: both(&in_fives, &their_fives.covered_by(fives)),
            order: Both::of(
                order / draft.order.len().max(1) as f32,
                order / earlier.order.len().max(1) as f32,
            ),
            sentences: nearest,
            thirds: thirds(&in_threes, &draft.weights),
            masses: [ours.shared, ours.rest, theirs.rest],
            longest_run: longest(&in_fives),
        }
    }

    /// The shares, in the order of [`NAMES`].
    fn shares(&self, usual: f32) -> Vec<f32> {
        let over_usual = ((self.stems.more + 0.02) / (usual + 0.02)).ln().max(0.0) / LOG;
        let mut shares = vec![self.stems.less, self.stems.more, over_usual];
        for both in [self.pairs, self.rare_pairs, self.runs3, self.runs5, self.order] {
            shares.extend([both.less, both.more]);
        }
        shares.extend(self.sentences);
        shares.push(self.thirds);
        shares
    }

    /// The second half of some shares, which tells more than the first.
    fn mostly(&self) -> [f32; 5] {
        let [mean, ..] = self.sentences;
        [self.stems.less, self.rare_pairs.more, self.runs3.more, self.order.less, mean]
            .map(|share| (share - 0.5).max(0.0))
    }
}

/// What the model sees of a draft and an earlier text; in the order of [`NAMES`].
pub(super) fn features(draft: &Weighed, earlier: &Weighed, usual: f32) -> Vec<f32> {
    let log = |mass: f32| mass.ln_1p() / LOG;
    let shared = Shared::of(draft, earlier);
    let mut named = vec![log(draft.weights.len() as f32), log(earlier.weights.len() as f32)];
    named.extend(shared.shares(usual));
    named.extend(shared.masses.map(log));
    named.push(log(shared.longest_run as f32));
    named.extend(shared.mostly());
    named
}

static MODEL: LazyLock<Option<Model>> =
    LazyLock::new(|| Model::read(include_str!("../../../figures/pairs.txt"), NAMES).ok());

/// How surely the draft re-uses the earlier text, 0 to 1, from what the model sees.
pub(super) fn certainty(named: Vec<f32>) -> f32 {
    let features = Features { named, grams: Vec::new() };
    MODEL.as_ref().map_or(0.0, |model| model.certainty(&features))
}
