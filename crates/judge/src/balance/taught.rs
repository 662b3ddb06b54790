//! What the owner's corrections teach: a small lean over the words of corrected sentences.
//!
//! Somebody who said twice that "fill in the timesheet" is a notice need not say it a third
//! time. What is learnt stays small: a word counts only where two sentences more speak for it
//! than against it, pulls the less the fewer they are, and all words of a sentence together
//! move its log-odds by no more than [`LIMIT`]. One correction alone therefore moves no other
//! sentence, and calls nobody anything.

use super::acts::{SURE, acts, ask_certainty};
use crate::{hash, text};
use model::{Act, ActKind, InteractionKind};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;
use std::ops::Range;

/// The most by which the log-odds of a sentence move: three to one.
const LIMIT: f32 = 1.098_612_3;
/// A word counts where so many sentences more speak for it than against it.
const SURPLUS: u16 = 2;
/// A sentence moves by the whole limit where its words pull half on average.
const PULL: f32 = 2.0;

const KINDS: [ActKind; 4] = [ActKind::Ask, ActKind::Give, ActKind::Inform, ActKind::Social];

/// A sentence that the owner corrected.
#[derive(Clone, Debug)]
pub struct Corrected<'a> {
    /// Its words.
    pub sentence: &'a str,
    /// What the engine takes it to do.
    pub read_as: Option<ActKind>,
    /// What the owner says.
    pub said: ActKind,
}

/// A number for each kind of act, in the order of [`KINDS`].
type ByKind = [f32; 4];

/// What was learnt. It says nothing of itself beyond how much it is: its words are the owner's.
#[derive(Clone, Default)]
pub struct Lean {
    words: BTreeMap<u64, ByKind>,
    stamp: u32,
}

/// How a text reads once what was learnt is weighed in.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaning {
    /// What its sentences do.
    pub acts: Vec<Act>,
    /// Whether that is something else than without.
    pub swayed: bool,
}

impl Lean {
    /// Learns from everything that was corrected, in any order.
    pub fn learn(corrected: &[Corrected<'_>]) -> Self {
        let mut seen: BTreeMap<u64, (u16, [i16; 4])> = BTreeMap::new();
        for one in corrected {
            for (word, _) in features(one.sentence) {
                let (sentences, pulls) = seen.entry(word).or_default();
                *sentences = sentences.saturating_add(1);
                for (kind, pull) in KINDS.iter().zip(pulls) {
                    let (for_it, against) = (*kind == one.said, Some(*kind) == one.read_as);
                    *pull += i16::from(for_it) - i16::from(against && !for_it);
                }
            }
        }
        let weighed = seen.into_iter().filter_map(|(word, (sentences, pulls))| {
            let of = f32::from(sentences) + 1.0;
            let pulls = pulls.map(|pull| match pull.unsigned_abs() >= SURPLUS {
                true => f32::from(pull) / of,
                false => 0.0,
            });
            pulls.iter().any(|pull| *pull != 0.0).then_some((word, pulls))
        });
        let words: BTreeMap<u64, ByKind> = weighed.collect();
        Self { stamp: stamp(&words), words }
    }

    /// Nothing was learnt.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// A number that is another when something else was learnt, 0 where nothing was.
    pub const fn stamp(&self) -> u32 {
        self.stamp
    }

    /// What a text does ([`acts`]), with what was learnt weighed in. What is certain by the
    /// kind of interaction stays.
    pub fn acts(&self, text: &str, kind: InteractionKind) -> Leaning {
        let read = acts(text, kind);
        if self.is_empty() || !speaks(kind) {
            return Leaning { acts: read, swayed: false };
        }
        let mut leaning: Vec<Act> = read.iter().filter_map(|act| self.again(text, act)).collect();
        for sentence in text::own_sentences(text) {
            let known = read.iter().any(|act| overlap(&act.sentence, &sentence));
            leaning.extend(Some(sentence).filter(|_| !known).and_then(|at| self.ask(text, at)));
        }
        leaning.sort_by_key(|act| (act.sentence.start, act.sentence.end));
        let kinds = |acts: &[Act]| -> Vec<_> {
            acts.iter().map(|act| (act.kind, act.sentence.clone())).collect()
        };
        Leaning { swayed: kinds(&leaning) != kinds(&read), acts: leaning }
    }

    /// The words of a sentence that pull it somewhere, in bytes of it.
    pub fn words(&self, sentence: &str) -> Vec<Range<usize>> {
        let pulls = |word: &u64| self.words.contains_key(word);
        let found = features(sentence).into_iter().filter(|(word, _)| pulls(word));
        let mut spans: Vec<Range<usize>> = found.map(|(_, span)| span).collect();
        spans.sort_by_key(|span| (span.start, span.end));
        let mut merged: Vec<Range<usize>> = Vec::new();
        for span in spans {
            match merged.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => merged.push(span),
            }
        }
        merged
    }

    /// An act read anew: the same, another, or none.
    fn again(&self, text: &str, act: &Act) -> Option<Act> {
        let pull = self.pull(text.get(act.sentence.clone()).unwrap_or_default());
        let of = |kind: ActKind| {
            let pulls = KINDS.iter().zip(pull);
            pulls.filter(|(one, _)| **one == kind).map(|(_, pull)| pull).sum::<f32>()
        };
        let others = KINDS.into_iter().filter(|kind| *kind != act.kind);
        let other = others.max_by(|a, b| of(*a).total_cmp(&of(*b)))?;
        let shift = (of(act.kind) - of(other).max(0.0)).clamp(-1.0, 1.0) * LIMIT;
        let certainty = moved(act.certainty, shift);
        if certainty >= SURE {
            return Some(Act { certainty, ..act.clone() });
        }
        let taken = Act { kind: other, certainty: 1.0 - certainty, sentence: act.sentence.clone() };
        Some(taken).filter(|_| of(other) > 0.0)
    }

    /// A sentence of which nothing was said, where what was learnt makes it ask.
    fn ask(&self, text: &str, sentence: Range<usize>) -> Option<Act> {
        let words = text.get(sentence.clone())?;
        let pull = self.pull(words).first().copied().filter(|pull| *pull > 0.0)?;
        let certainty = moved(ask_certainty(words), pull * LIMIT);
        (certainty >= SURE).then_some(Act { kind: ActKind::Ask, sentence, certainty })
    }

    /// Where the words of a sentence pull it, each kind from -1 to 1.
    fn pull(&self, sentence: &str) -> ByKind {
        let words = features(sentence);
        let mut sum = ByKind::default();
        for (word, _) in &words {
            let pulls = self.words.get(word).copied().unwrap_or_default();
            sum.iter_mut().zip(pulls).for_each(|(sum, pull)| *sum += pull);
        }
        let of = words.len().max(1) as f32;
        sum.map(|pull| (PULL * pull / of).clamp(-1.0, 1.0))
    }
}

/// The kinds whose words are judged.
fn speaks(kind: InteractionKind) -> bool {
    use InteractionKind::{GroupPost, Invitation, Message};
    matches!(kind, Message | GroupPost | Invitation)
}

/// A certainty whose log-odds were moved; what is certain stays.
fn moved(certainty: f32, shift: f32) -> f32 {
    if shift == 0.0 || certainty >= 1.0 {
        return certainty;
    }
    let odds = certainty / (1.0 - certainty) * shift.exp();
    odds / (1.0 + odds)
}

/// The words of a sentence and its pairs of neighbours, hashed, each once, with where it
/// stands first.
fn features(sentence: &str) -> Vec<(u64, Range<usize>)> {
    let words = text::folded_words(sentence).into_iter();
    let words: Vec<_> = words.map(|(word, span)| (hash::word(&word), span)).collect();
    let mut seen = BTreeSet::new();
    let mut features = Vec::with_capacity(words.len() * 2);
    let mut take = |words: &[u32], span: Range<usize>| {
        let feature = hash::run(words.len() as u64, words);
        if seen.insert(feature) {
            features.push((feature, span));
        }
    };
    for (word, span) in &words {
        take(&[*word], span.clone());
    }
    for ((word, from), (next, to)) in words.iter().zip(words.iter().skip(1)) {
        take(&[*word, *next], from.start..to.end);
    }
    features
}

fn stamp(words: &BTreeMap<u64, ByKind>) -> u32 {
    if words.is_empty() {
        return 0;
    }
    let mut hasher = hash::Fixed::default();
    for (word, pulls) in words {
        hasher.write_u64(*word);
        pulls.iter().for_each(|pull| hasher.write_u32(pull.to_bits()));
    }
    // Never 0, which says that nothing was learnt.
    hash::low(hasher.finish()).max(1)
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a == b || (a.start < b.end && b.start < a.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ActKind::{Ask, Inform, Social};
    use proptest::prelude::*;

    const FORM: &str = "Please fill in the timesheet by noon.";

    fn taught(times: usize, sentence: &str, read_as: Option<ActKind>, said: ActKind) -> Lean {
        Lean::learn(&vec![Corrected { sentence, read_as, said }; times])
    }

    fn kinds(lean: &Lean, text: &str) -> Vec<ActKind> {
        let leaning = lean.acts(text, InteractionKind::Message);
        leaning.acts.into_iter().map(|act| act.kind).collect()
    }

    /// An act of a made-up certainty, read anew.
    fn again(lean: &Lean, kind: ActKind, certainty: f32) -> Option<ActKind> {
        let act = Act { kind, sentence: 0..FORM.len(), certainty };
        lean.again(FORM, &act).map(|act| act.kind)
    }

    #[test]
    fn one_correction_moves_no_other_sentence() {
        let lean = taught(1, FORM, Some(Ask), Inform);
        assert!(lean.is_empty());
        assert_eq!(lean.stamp(), 0);
        assert!(lean.words(FORM).is_empty());
    }

    #[test]
    fn what_was_said_twice_is_believed_of_the_same_words() {
        let lean = taught(2, FORM, Some(Ask), Inform);
        assert_eq!(again(&lean, Ask, 0.7), Some(Inform));
        assert_eq!(lean.words(FORM), [Range { start: 0, end: 36 }]);
    }

    #[test]
    fn what_is_very_sure_is_not_turned_by_what_was_learnt() {
        let lean = taught(50, FORM, Some(Ask), Social);
        assert_eq!(again(&lean, Ask, 0.76), Some(Ask));
        assert_eq!(again(&lean, Ask, 1.0), Some(Ask));
    }

    #[test]
    fn other_words_are_left_alone() {
        let lean = taught(9, FORM, Some(Ask), Inform);
        let text = "Could you send me the slides from Tuesday?";
        let leaning = lean.acts(text, InteractionKind::Message);
        assert!(!leaning.swayed);
        assert_eq!(kinds(&lean, text), [Ask]);
    }

    #[test]
    fn one_correction_beside_a_confirmation_moves_nothing() {
        let lean = Lean::learn(&[
            Corrected { sentence: FORM, read_as: Some(Ask), said: Ask },
            Corrected { sentence: FORM, read_as: Some(Ask), said: Inform },
        ]);
        assert_eq!(again(&lean, Ask, 0.7), Some(Ask));
    }

    #[test]
    fn a_recommendation_gives_whatever_was_learnt() {
        let text = "Bea never let us down.";
        let lean = taught(9, text, Some(ActKind::Give), Social);
        let leaning = lean.acts(text, InteractionKind::Recommendation);
        assert_eq!(leaning.acts, acts(text, InteractionKind::Recommendation));
    }

    #[test]
    fn what_else_was_learnt_has_another_stamp() {
        let (twice, thrice) = (taught(2, FORM, None, Ask), taught(3, FORM, None, Ask));
        assert_ne!(twice.stamp(), thrice.stamp());
        assert_eq!(twice.stamp(), taught(2, FORM, None, Ask).stamp());
    }

    proptest! {
        #[test]
        fn no_single_correction_teaches_anything(
            sentence in "([a-z]{1,8}[ ?.]){1,12}", read in 0_usize..5, said in 0_usize..4
        ) {
            let corrected =
                Corrected { sentence: &sentence, read_as: KINDS.get(read).copied(), said: KINDS[said] };
            prop_assert!(Lean::learn(&[corrected]).is_empty());
        }

        #[test]
        fn no_certainty_moves_by_more_than_three_to_one(
            sentence in "([a-z]{1,4} ){1,9}", times in 2_usize..40, certainty in 0.01_f32..0.99
        ) {
            let lean = taught(times, &sentence, Some(Ask), Social);
            let act = Act { kind: Ask, sentence: 0..sentence.len(), certainty };
            if let Some(again) = lean.again(&sentence, &act).filter(|it| it.kind == Ask) {
                let odds = |it: f32| it / (1.0 - it);
                prop_assert!(odds(certainty) / odds(again.certainty) < 3.01);
            }
        }
    }
}
