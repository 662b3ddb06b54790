//! A draft and an earlier text side by side: what is the same, and where they differ.
//!
//! Sentences are paired by likeness, whatever their order; the words of a pair are aligned
//! (Patience diff). Runs that are the same are the template, what stands between them is a
//! *slot*: a name, a figure, an alternative.

use super::mask::Placed;
use super::pair::Weighed;
use super::rarity::rarity;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// A sentence less like another is no version of it.
const VERSION: f32 = 0.4;
/// A run that weighs less than this, between two differences, is chance.
const CHANCE: f32 = 0.5;

/// A piece of a draft and the piece of an earlier text that stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// In bytes of the draft; empty where only the earlier text says something here.
    pub draft: Range<usize>,
    /// In bytes of the earlier text; empty where only the draft says something here.
    pub earlier: Range<usize>,
    /// Both say the same; otherwise it is a slot.
    pub same: bool,
}

/// What an alignment says of the draft's sentences.
pub(super) struct Aligned {
    pub(super) runs: Vec<Run>,
    /// The sentences of the draft that are versions of an earlier one.
    pub(super) taken: Vec<Range<usize>>,
}

/// Aligns a draft with an earlier text.
pub(super) fn align(
    (draft, draft_text): (&Placed, &str),
    (earlier, earlier_text): (&Placed, &str),
    weighed: (&Weighed, &Weighed),
) -> Aligned {
    let mut runs = Vec::new();
    let mut taken = Vec::new();
    let theirs: Vec<Range<usize>> = earlier.masked.sentences().collect();
    for (number, ours) in draft.masked.sentences().enumerate() {
        let version = weighed.0.nearest(number, weighed.1).filter(|(_, like)| *like >= VERSION);
        let Some(there) = version.and_then(|(at, _)| theirs.get(at)) else {
            continue;
        };
        taken.extend(draft.sentences.get(number).cloned());
        let sides = Sides { draft, draft_text, earlier, earlier_text };
        sides.sentence(ours, there.clone(), &mut runs);
    }
    Aligned { runs, taken }
}

struct Sides<'a> {
    draft: &'a Placed,
    draft_text: &'a str,
    earlier: &'a Placed,
    earlier_text: &'a str,
}

/// Words of the draft and of the earlier text, by number; whether they are the same.
type Piece = (Range<usize>, Range<usize>, bool);

impl Sides<'_> {
    fn sentence(&self, ours: Range<usize>, theirs: Range<usize>, runs: &mut Vec<Run>) {
        let (from, to) = (ours.start, theirs.start);
        let a = self.draft.masked.tokens().get(ours).unwrap_or_default();
        let b = self.earlier.masked.tokens().get(theirs).unwrap_or_default();
        let mut pieces: Vec<Piece> = Vec::new();
        for op in capture_diff_slices(Algorithm::Patience, a, b) {
            let same = matches!(op, DiffOp::Equal { .. });
            let (old, new) = (op.old_range(), op.new_range());
            let (old, new) = (old.start + from..old.end + from, new.start + to..new.end + to);
            if same {
                self.same(old, new, &mut pieces)
            } else {
                join(&mut pieces, (old, new, false))
            }
        }
        let pieces = self.without_chance(pieces);
        runs.extend(pieces.into_iter().map(|(draft, earlier, same)| Run {
            draft: place(&self.draft.words, &draft),
            earlier: place(&self.earlier.words, &earlier),
            same,
        }));
    }

    /// Words whose masks are the same are a slot where they are written differently.
    fn same(&self, old: Range<usize>, new: Range<usize>, pieces: &mut Vec<Piece>) {
        for (a, b) in old.zip(new) {
            let ours = self.draft.words.get(a).and_then(|at| self.draft_text.get(at.clone()));
            let theirs = self.earlier.words.get(b).and_then(|at| self.earlier_text.get(at.clone()));
            let same = match (ours, theirs) {
                (Some(ours), Some(theirs)) => ours.to_lowercase() == theirs.to_lowercase(),
                _ => false,
            };
            join(pieces, (a..a + 1, b..b + 1, same));
        }
    }

    /// A common word between two differences belongs to them.
    fn without_chance(&self, pieces: Vec<Piece>) -> Vec<Piece> {
        let last = pieces.len().saturating_sub(1);
        let mut kept = Vec::new();
        for (number, (ours, theirs, same)) in pieces.into_iter().enumerate() {
            let words = self.draft.masked.tokens().get(ours.clone()).unwrap_or_default();
            let weight: f32 = words.iter().map(|word| rarity(*word)).sum();
            let between = number > 0 && number < last;
            join(&mut kept, (ours, theirs, same && !(between && weight < CHANCE)));
        }
        kept
    }
}

/// Adds a piece; one of the same sort as the last goes on with it.
fn join(pieces: &mut Vec<Piece>, piece: Piece) {
    match pieces.last_mut() {
        Some(last) if last.2 == piece.2 => {
            last.0.end = piece.0.end;
            last.1.end = piece.1.end;
        }
        _ => pieces.push(piece),
    }
}

/// Where some words lie; where none are, the place at which they would.
fn place(words: &[Range<usize>], which: &Range<usize>) -> Range<usize> {
    let start = words.get(which.start).map(|at| at.start);
    match (start, which.end.checked_sub(1).and_then(|last| words.get(last))) {
        (Some(start), Some(last)) if !which.is_empty() => start..last.end,
        (Some(start), _) => start..start,
        (None, Some(last)) => last.end..last.end,
        (None, None) => 0..0,
    }
}
