//! How surely a draft re-uses an earlier text: `figures/pairs.txt`.

use crate::figures::{Plan, Seen, auc, f1};
use crate::row::{bit, group, read, word};
use judge::draft::{PAIR_FIGURES, REUSED, SentIndex, Shelf};
use judge::fitted::Features;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

pub(crate) fn fit(folder: &Path) -> Result<String, String> {
    let pairs = read(folder, "neardup.jsonl")?;
    let mut histories: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for pair in &pairs {
        let history = histories.entry(word(pair, "sender")).or_default();
        history.extend([word(pair, "a"), word(pair, "b")]);
    }
    let indexes: BTreeMap<&str, SentIndex> = histories
        .into_iter()
        .map(|(sender, texts)| (sender, listening(texts.into_iter())))
        .collect();
    let mut rows = Vec::new();
    for pair in &pairs {
        let Some(index) = indexes.get(word(pair, "sender")) else { continue };
        let named = index.pair_figures(word(pair, "a"), word(pair, "b"));
        rows.push(Seen {
            features: Features { named, grams: Vec::new() },
            truth: bit(pair, "label"),
            weight: 1.0,
            source: "neardup",
            group: group(word(pair, "b")),
        });
    }
    let plan = Plan { names: PAIR_FIGURES, buckets: 0, penalty: (1.0, 0.0) };
    let unseen = plan.unseen(&rows);
    let kinds: Vec<&str> = pairs.iter().map(|pair| word(pair, "kind")).collect();
    let scored: Vec<(bool, f64)> =
        rows.iter().zip(&unseen).map(|(row, points)| (row.truth, *points)).collect();
    let light: Vec<(bool, f64)> = scored
        .iter()
        .zip(&kinds)
        .filter(|(_, kind)| **kind != "syn-L5")
        .map(|(scored, _)| *scored)
        .collect();
    println!("held out: AUC {:.3}, F1 {:.3}", auc(&scored), f1(&scored, 0.0));
    for rate in [0.01, 0.02] {
        println!("recall without L5 at {rate}: {:.3}", recall_at(&light, rate));
    }
    let shipped = |truth: bool| {
        let threshold = f64::from(REUSED / (1.0 - REUSED)).ln();
        let rows: Vec<f64> = light.iter().filter(|row| row.0 == truth).map(|row| row.1).collect();
        rows.iter().filter(|points| **points >= threshold).count() as f64 / rows.len() as f64
    };
    println!("at the shipped threshold: recall {:.3}, false {:.3}", shipped(true), shipped(false));
    Ok(plan.fit(&rows).file())
}

fn listening<'a>(texts: impl Iterator<Item = &'a str>) -> SentIndex {
    SentIndex::new(std::iter::empty(), texts, Vec::new(), Arc::new(Shelf::default()))
}

/// The recall where at most this share of false rows is said.
fn recall_at(scored: &[(bool, f64)], rate: f64) -> f64 {
    let mut falses: Vec<f64> =
        scored.iter().filter(|(truth, _)| !truth).map(|(_, points)| *points).collect();
    falses.sort_by(|a, b| b.total_cmp(a));
    let allowed = (falses.len() as f64 * rate) as usize;
    let threshold = falses[allowed.min(falses.len() - 1)];
    let trues: Vec<f64> = scored.iter().filter(|row| row.0).map(|row| row.1).collect();
    trues.iter().filter(|points| **points > threshold).count() as f64 / trues.len() as f64
}
