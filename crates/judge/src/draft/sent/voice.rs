//! How the owner writes anyway: what two unrelated messages of theirs share.
//!
//! Signatures, standing lines and favourite phrases stand in many messages that have nothing
//! else in common. A sample of the latest texts tells which they are: a pair of words that is
//! in many of them says little, unless those texts are kin of the draft. A campaign would
//! hide itself otherwise.

use super::mask::Masked;
use super::rarity::rarity;
use crate::hash::Table;

/// So many of the latest texts are listened to.
pub const SAMPLE: usize = 2_000;
/// A text that holds so much of a draft's pairs of words, by weight, is its kin.
const KIN: f32 = 0.3;
/// A pair in more than this part of the sample is everywhere, whoever is kin.
const EVERYWHERE: usize = 8;
/// Of a sample smaller than this nothing is known to be everywhere.
const SMALL: usize = 64;
/// A word of this rarity carries a meaning.
pub(super) const CONTENT: f32 = 0.35;
/// Unrelated texts against which a likeness is held.
const STRANGERS: usize = 48;
/// The likeness that three of four strangers do not reach.
const USUAL: f32 = 0.75;

/// A sample of what the owner wrote.
#[derive(Clone, Default)]
pub(super) struct Voice {
    texts: usize,
    /// From a pair of words to the texts of the sample that hold it.
    pairs: Table<u64, Vec<u16>>,
    /// The content stems of texts from all of the sample.
    strangers: Vec<Vec<u32>>,
}

/// Which texts of the sample are kin of a draft.
#[derive(Clone, Default)]
pub(super) struct Kin(Vec<bool>);

impl Voice {
    /// Listens to the first [`SAMPLE`] of these texts.
    pub(super) fn of(texts: &[Masked]) -> Self {
        let texts = texts.get(..SAMPLE).unwrap_or(texts);
        let mut pairs: Table<u64, Vec<u16>> = Table::default();
        for (number, text) in (0_u16..).zip(texts) {
            for (pair, _) in weighed_pairs(text) {
                pairs.entry(pair).or_default().push(number);
            }
        }
        let apart = texts.len() / STRANGERS + 1;
        let strangers = texts.iter().step_by(apart).map(content_stems).collect();
        Self { texts: texts.len(), pairs, strangers }
    }

    /// The texts of the sample that share so much with a draft that they are versions of it.
    pub(super) fn kin(&self, draft: &Masked) -> Kin {
        let mut shared = vec![0.0_f32; self.texts];
        let mut whole = 0.0;
        for (pair, weight) in weighed_pairs(draft) {
            let texts = self.texts_with(pair);
            if texts.len() * EVERYWHERE > self.texts.max(SMALL) {
                continue;
            }
            whole += weight;
            for text in texts {
                if let Some(shared) = shared.get_mut(usize::from(*text)) {
                    *shared += weight;
                }
            }
        }
        Kin(shared.into_iter().map(|shared| shared >= KIN * whole && shared > 0.0).collect())
    }

    /// In how many texts that are no kin a pair of words stands.
    pub(super) fn strangers_with(&self, pair: u64, kin: &Kin) -> usize {
        let texts = self.texts_with(pair).iter();
        texts.filter(|text| !kin.0.get(usize::from(**text)).copied().unwrap_or(false)).count()
    }

    /// How much of a draft's content stands in most of the owner's texts, by its stems.
    pub(super) fn usual(&self, stems: &[u32]) -> f32 {
        let mut likeness: Vec<f32> =
            self.strangers.iter().map(|stranger| super::pair::held(stems, stranger)).collect();
        likeness.sort_by(f32::total_cmp);
        let place = (likeness.len() as f32 * USUAL) as usize;
        likeness.get(place).copied().unwrap_or(0.0)
    }

    fn texts_with(&self, pair: u64) -> &[u16] {
        self.pairs.get(&pair).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The pairs of neighbouring words of a text, each once and sorted, with their weight.
pub(super) fn weighed_pairs(text: &Masked) -> Vec<(u64, f32)> {
    let mut pairs: Vec<(u64, f32)> = text
        .said()
        .flat_map(|sentence| sentence.windows(2))
        .filter_map(|words| match words {
            [first, second] => {
                let weight = f32::midpoint(rarity(*first), rarity(*second));
                Some(((u64::from(*first) << 32) | u64::from(*second), weight))
            }
            _ => None,
        })
        .collect();
    pairs.sort_unstable_by_key(|(pair, _)| *pair);
    pairs.dedup_by_key(|(pair, _)| *pair);
    pairs
}

/// The stems of the words that carry a meaning, each once and sorted.
pub(super) fn content_stems(text: &Masked) -> Vec<u32> {
    let words = text.tokens().iter().zip(text.stems());
    let mut stems: Vec<u32> =
        words.filter(|(token, _)| rarity(**token) >= CONTENT).map(|(_, stem)| *stem).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}
