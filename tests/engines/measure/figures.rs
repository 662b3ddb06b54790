//! All figures of one file.

use super::Judgement;
use super::curve::{auc, bar, calibration_error};
use super::hits::Hits;
use super::row::{CLASSES, Row};
use std::collections::BTreeMap;

/// Shares of false alarms at which engines are compared.
pub(crate) const MATCHED: [f64; 2] = [0.01, 0.02];
/// A field with more values than this tells rows apart, not sorts.
const SORTS: usize = 24;

/// The figures of one file.
#[derive(Debug)]
pub(crate) struct Figures {
    /// At the shipped threshold.
    pub(crate) hits: Hits,
    pub(crate) auc: Option<f64>,
    /// At each of [`MATCHED`].
    pub(crate) matched: Vec<Matched>,
    /// The same, sort by sort.
    pub(crate) sorts: Vec<Sort>,
    /// Where only "blast" counts as said.
    pub(crate) blasts: Option<Hits>,
    /// Of those found, how often the source was named right.
    pub(crate) right_source: Option<f64>,
    pub(crate) calibration_error: Option<f64>,
    pub(crate) classes: Option<Classes>,
}

/// What is found at equal false alarms.
#[derive(Debug)]
pub(crate) struct Matched {
    /// Such a share of false alarms at most.
    pub(crate) false_rate: f64,
    pub(crate) recall: Option<f64>,
    /// The same without paraphrases, where the file has any.
    pub(crate) without_paraphrases: Option<f64>,
}

/// Rows of one sort.
#[derive(Debug)]
pub(crate) struct Sort {
    pub(crate) field: &'static str,
    pub(crate) value: String,
    pub(crate) rows: usize,
    pub(crate) auc: Option<f64>,
    /// At the shipped threshold.
    pub(crate) hits: Hits,
    /// At each of [`MATCHED`] of the whole file; empty where no row of it is false.
    pub(crate) matched: Vec<Hits>,
}

/// The figures of a choice among four.
#[derive(Debug)]
pub(crate) struct Classes {
    pub(crate) accuracy: f64,
    pub(crate) macro_f1: f64,
    pub(crate) each: Vec<(&'static str, Hits)>,
}

impl Figures {
    pub(crate) fn of(judgement: Judgement, rows: &[Row]) -> Self {
        let blasts: Option<Vec<_>> = rows.iter().map(|row| Some((row.truth, row.blast?))).collect();
        Self {
            hits: shipped(rows.iter()),
            auc: auc(rows.iter()),
            matched: MATCHED.into_iter().map(|false_rate| matched(rows, false_rate)).collect(),
            sorts: sorts(rows),
            blasts: blasts.map(|pairs| Hits::of(pairs.into_iter())),
            right_source: right_source(rows),
            calibration_error: judgement.tells_chances().then(|| calibration_error(rows)),
            classes: classes(rows),
        }
    }
}

fn shipped<'a>(rows: impl Iterator<Item = &'a Row>) -> Hits {
    Hits::of(rows.map(|row| (row.truth, row.said)))
}

/// What lies above a bar.
fn above<'a>(rows: impl Iterator<Item = &'a Row>, bar: f32) -> Hits {
    Hits::of(rows.map(|row| (row.truth, row.score > bar)))
}

fn matched(rows: &[Row], false_rate: f64) -> Matched {
    let Some(bar) = bar(rows, false_rate) else {
        return Matched { false_rate, recall: None, without_paraphrases: None };
    };
    let plain = rows.iter().filter(|row| !row.is_paraphrase());
    let mixed = rows.iter().any(Row::is_paraphrase);
    Matched {
        false_rate,
        recall: above(rows.iter(), bar).recall(),
        without_paraphrases: mixed.then(|| above(plain, bar).recall()).flatten(),
    }
}

/// Fields that tell every row the same, or nearly every row something else, are left out.
fn sorts(rows: &[Row]) -> Vec<Sort> {
    let mut fields: BTreeMap<&'static str, BTreeMap<&str, Vec<&Row>>> = BTreeMap::new();
    for row in rows {
        for (field, value) in &row.sorts {
            fields.entry(field).or_default().entry(value).or_default().push(row);
        }
    }
    let bars = MATCHED.map(|false_rate| bar(rows, false_rate));
    let mut sorts = Vec::new();
    for (field, values) in fields {
        let tells = values.len() <= SORTS && values.values().any(|held| held.len() < rows.len());
        for (value, held) in values.into_iter().filter(|_| tells) {
            let these = || held.iter().copied();
            sorts.push(Sort {
                field,
                value: value.to_owned(),
                rows: held.len(),
                auc: auc(these()),
                hits: shipped(these()),
                matched: bars.iter().flatten().map(|bar| above(these(), *bar)).collect(),
            });
        }
    }
    sorts
}

fn right_source(rows: &[Row]) -> Option<f64> {
    let found = rows.iter().filter(|row| row.truth && row.said);
    let judged: Vec<bool> =
        found.filter_map(|row| row.source.as_ref().and_then(|source| source.right)).collect();
    let right = judged.iter().filter(|right| **right).count();
    (!judged.is_empty()).then(|| right as f64 / judged.len() as f64)
}

fn classes(rows: &[Row]) -> Option<Classes> {
    let pairs: Option<Vec<_>> = rows.iter().map(|row| row.class).collect();
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
