//! Precision, recall, F1, AUC, and for classes accuracy and macro-F1.

use super::row::{CLASSES, Row};
use super::said::Said;

/// How often what was said was true.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hits {
    pub(crate) true_said: u32,
    pub(crate) false_said: u32,
    pub(crate) missed: u32,
    pub(crate) rest: u32,
}

impl Hits {
    fn of(pairs: impl Iterator<Item = (bool, bool)>) -> Self {
        let mut hits = Self::default();
        for (truth, said) in pairs {
            match (truth, said) {
                (true, true) => hits.true_said += 1,
                (false, true) => hits.false_said += 1,
                (true, false) => hits.missed += 1,
                (false, false) => hits.rest += 1,
            }
        }
        hits
    }

    pub(crate) fn precision(&self) -> Option<f64> {
        share(self.true_said, self.false_said)
    }

    pub(crate) fn recall(&self) -> Option<f64> {
        share(self.true_said, self.missed)
    }

    /// How often it was said where it was not true.
    pub(crate) fn false_rate(&self) -> Option<f64> {
        share(self.false_said, self.rest)
    }

    pub(crate) fn f1(&self) -> Option<f64> {
        let twice = 2 * self.true_said;
        share(twice, self.false_said + self.missed)
    }
}

fn share(part: u32, rest: u32) -> Option<f64> {
    let whole = part + rest;
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

/// The figures of one file.
#[derive(Debug)]
pub(crate) struct Figures {
    pub(crate) hits: Hits,
    /// Where only "blast" counts as said.
    pub(crate) blasts: Hits,
    pub(crate) auc: Option<f64>,
    pub(crate) classes: Option<Classes>,
}

/// The figures of a choice among four.
#[derive(Debug)]
pub(crate) struct Classes {
    pub(crate) accuracy: f64,
    pub(crate) macro_f1: f64,
    pub(crate) each: Vec<(&'static str, Hits)>,
}

impl Figures {
    pub(crate) fn of(rows: &[(Row, Said)]) -> Self {
        Self {
            hits: Hits::of(rows.iter().map(|(row, said)| (row.truth, said.there))),
            blasts: Hits::of(rows.iter().map(|(row, said)| (row.truth, said.blast))),
            auc: auc(rows),
            classes: classes(rows),
        }
    }
}

fn classes(rows: &[(Row, Said)]) -> Option<Classes> {
    let pairs: Option<Vec<_>> =
        rows.iter().map(|(row, said)| Some((row.class?, said.class?))).collect();
    let pairs = pairs?;
    let right = pairs.iter().filter(|(truth, said)| truth == said).count();
    let each: Vec<_> = CLASSES
        .into_iter()
        .map(|class| {
            let pairs = pairs.iter();
            let hits = Hits::of(pairs.map(|(truth, said)| (*truth == class, *said == class)));
            (class, hits)
        })
        .collect();
    let f1 = each.iter().map(|(_, hits)| hits.f1().unwrap_or(0.0));
    Some(Classes {
        accuracy: right as f64 / pairs.len().max(1) as f64,
        macro_f1: f1.sum::<f64>() / CLASSES.len() as f64,
        each,
    })
}

/// How often a true row scores above a false one; ties count half. Nothing where all rows are
/// of one sort.
fn auc(rows: &[(Row, Said)]) -> Option<f64> {
    let mut scored: Vec<(f32, bool)> =
        rows.iter().map(|(row, said)| (said.score, row.truth)).collect();
    scored.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut won) = (0.0, 0.0);
    for tied in scored.chunk_by(|a, b| a.0 == b.0) {
        let trues = tied.iter().filter(|(_, truth)| *truth).count() as f64;
        let falses = tied.len() as f64 - trues;
        won += trues * (below + falses / 2.0);
        below += falses;
    }
    let trues = scored.len() as f64 - below;
    (trues > 0.0 && below > 0.0).then(|| won / (trues * below))
}
