//! From labelled rows to a file of figures, and what it is worth on rows it was not fitted on.

use crate::logistic::{self, Example};
use judge::fitted::Features;
use std::collections::BTreeSet;
use std::fmt::Write;

/// One labelled text as the model sees it.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) features: Features,
    pub(crate) truth: bool,
    /// How much it counts.
    pub(crate) weight: f64,
    /// The collection it comes from.
    pub(crate) source: &'static str,
    /// Rows of one group stay on one side of a fold.
    pub(crate) group: u64,
}

/// How a model is fitted.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) names: &'static [&'static str],
    /// How many buckets the grams fall into; 0 for a model without grams.
    pub(crate) buckets: u32,
    /// The L2 penalty of named features and of grams.
    pub(crate) penalty: (f64, f64),
}

const FOLDS: u64 = 5;

/// Weights before they are written, and their calibration.
#[derive(Clone, Debug)]
pub(crate) struct Fitted {
    plan: Plan,
    at: Vec<f64>,
    calibration: (f64, f64),
}

impl Plan {
    /// Fits on all rows; calibrated on what folds said of rows that they were not fitted on.
    pub(crate) fn fit(&self, rows: &[Seen]) -> Fitted {
        let unseen = self.raw_unseen(rows);
        let calibration = platt(rows, &unseen);
        Fitted { plan: self.clone(), at: self.weights(rows), calibration }
    }

    /// The calibrated log-odds of each row, told by a fit that did not see its group.
    pub(crate) fn unseen(&self, rows: &[Seen]) -> Vec<f64> {
        let raw = self.raw_unseen(rows);
        let (stretch, shift) = platt(rows, &raw);
        raw.into_iter().map(|points| stretch * points + shift).collect()
    }

    /// What a fit without a source says of its rows: truth and log-odds.
    pub(crate) fn without(&self, source: &str, rows: &[Seen]) -> Vec<(bool, f64)> {
        let (out, rest): (Vec<&Seen>, Vec<&Seen>) =
            rows.iter().partition(|row| row.source == source);
        let rest: Vec<Seen> = rest.into_iter().cloned().collect();
        let at = self.weights(&rest);
        out.iter()
            .map(|row| (row.truth, logistic::points(&self.sparse(&row.features), &at)))
            .collect()
    }

    fn raw_unseen(&self, rows: &[Seen]) -> Vec<f64> {
        let mut points = vec![0.0; rows.len()];
        for fold in 0..FOLDS {
            let seen: Vec<Seen> =
                rows.iter().filter(|row| row.group % FOLDS != fold).cloned().collect();
            let at = self.weights(&seen);
            for (row, points) in rows.iter().zip(&mut points) {
                if row.group % FOLDS == fold {
                    *points = logistic::points(&self.sparse(&row.features), &at);
                }
            }
        }
        points
    }

    fn weights(&self, rows: &[Seen]) -> Vec<f64> {
        let examples: Vec<Example> = rows
            .iter()
            .map(|row| Example {
                features: self.sparse(&row.features),
                truth: row.truth,
                weight: row.weight,
            })
            .collect();
        let mut penalty = vec![self.penalty.0; self.names.len()];
        penalty.resize(self.names.len() + self.buckets as usize, self.penalty.1);
        logistic::fit(&examples, &penalty)
    }

    fn sparse(&self, features: &Features) -> Vec<(u32, f64)> {
        let mut sparse: Vec<(u32, f64)> = Vec::new();
        for (place, value) in (0_u32..).zip(&features.named) {
            if *value != 0.0 {
                sparse.push((place, f64::from(*value)));
            }
        }
        if self.buckets > 0 {
            let value = f64::from(features.gram_value());
            let first = self.names.len() as u32;
            sparse.extend(features.grams.iter().map(|gram| (first + gram % self.buckets, value)));
        }
        sparse
    }
}

impl Fitted {
    /// The file, as `judge::fitted` reads it.
    pub(crate) fn file(&self) -> String {
        let mut file = String::new();
        let bias = self.at.last().copied().unwrap_or(0.0);
        let (stretch, shift) = self.calibration;
        // Writing to a String cannot fail.
        let _ = writeln!(file, "bias {bias:.4}\ncalibration {stretch:.4} {shift:.4}");
        for (name, weight) in self.plan.names.iter().zip(&self.at) {
            let _ = writeln!(file, "named {name} {weight:.4}");
        }
        if self.plan.buckets > 0 {
            let _ = writeln!(file, "buckets {}", self.plan.buckets);
            let grams = self.at.iter().skip(self.plan.names.len()).take(self.plan.buckets as usize);
            let grams: Vec<(usize, i64)> = grams
                .map(|weight| (weight * 1000.0).round() as i64)
                .enumerate()
                .filter(|(_, thousandths)| *thousandths != 0)
                .collect();
            for line in grams.chunks(16) {
                file.push_str("grams");
                for (bucket, thousandths) in line {
                    let _ = write!(file, " {bucket} {thousandths}");
                }
                file.push('\n');
            }
        }
        file
    }
}

/// A line through the log-odds that makes them certainties (Platt 1999).
fn platt(rows: &[Seen], points: &[f64]) -> (f64, f64) {
    let examples: Vec<Example> = rows
        .iter()
        .zip(points)
        .map(|(row, points)| Example {
            features: vec![(0, *points)],
            truth: row.truth,
            weight: row.weight,
        })
        .collect();
    let at = logistic::fit(&examples, &[1e-6]);
    (at[0], at[1])
}

/// How often a true row scores above a false one; ties count half.
pub(crate) fn auc(scored: &[(bool, f64)]) -> f64 {
    let mut scored = scored.to_vec();
    scored.sort_by(|a, b| a.1.total_cmp(&b.1));
    let (mut below, mut won) = (0.0, 0.0);
    for tied in scored.chunk_by(|a, b| a.1 == b.1) {
        let trues = tied.iter().filter(|(truth, _)| *truth).count() as f64;
        let falses = tied.len() as f64 - trues;
        won += trues * (below + falses / 2.0);
        below += falses;
    }
    won / ((scored.len() as f64 - below) * below)
}

/// F1 where everything from `threshold` on is said.
pub(crate) fn f1(scored: &[(bool, f64)], threshold: f64) -> f64 {
    let count = |truth: bool, said: bool| {
        scored.iter().filter(|row| row.0 == truth && (row.1 >= threshold) == said).count() as f64
    };
    2.0 * count(true, true) / (2.0 * count(true, true) + count(false, true) + count(true, false))
}

/// The mean distance between certainty and truth over ten equal bins (Guo et al. 2017).
pub(crate) fn calibration_error(scored: &[(bool, f64)]) -> f64 {
    let mut bins = [(0.0, 0.0, 0.0); 10];
    for (truth, points) in scored {
        let certainty = 1.0 / (1.0 + (-points).exp());
        let bin = &mut bins[((certainty * 10.0) as usize).min(9)];
        bin.0 += 1.0;
        bin.1 += certainty;
        bin.2 += f64::from(u8::from(*truth));
    }
    bins.iter().map(|(_, certain, right)| (certain - right).abs()).sum::<f64>()
        / scored.len() as f64
}

/// The collections among these rows.
pub(crate) fn sources(rows: &[Seen]) -> BTreeSet<&'static str> {
    rows.iter().map(|row| row.source).collect()
}
