//! How surely a draft re-uses an earlier text: `figures/pairs.txt`. Fitted on the labelled
//! pairs, on invented letters that a mailing program has spun, and on drafts of which half is
//! typed.

use crate::figures::{Plan, Seen, auc, f1};
use crate::row::{bit, group, read, word};
use crate::spintax;
use judge::draft::{PAIR_FIGURES, REUSED, SentIndex, Shelf};
use judge::fitted::Features;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// What a draft of which half is typed counts beside a finished one.
const HALF: f64 = 0.1;
/// What a spun pair counts beside a labelled one; of two templates there are many times as many.
const SPUN: (f64, f64) = (0.5, 0.06);

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
    let (mut rows, mut kinds) = (Vec::new(), Vec::new());
    for pair in &pairs {
        let (draft, earlier) = (word(pair, "a"), word(pair, "b"));
        let Some(index) = indexes.get(word(pair, "sender")) else { continue };
        let truth = bit(pair, "label");
        rows.push(seen(index, (draft, earlier), truth, (1.0, group(earlier))));
        kinds.push(word(pair, "kind"));
        rows.push(seen(index, (half(draft), earlier), truth, (HALF, group(earlier))));
        kinds.push("half");
    }
    let spun = spun_rows();
    kinds.extend(spun.iter().map(|_| "spun"));
    rows.extend(spun);
    let plan = Plan { names: PAIR_FIGURES, buckets: 0, penalty: (0.6, 0.0) };
    tell(&rows, &kinds, &plan.unseen(&rows));
    Ok(plan.fit(&rows).file())
}

/// What was told of rows that were not fitted on.
fn tell(rows: &[Seen], kinds: &[&str], unseen: &[f64]) {
    let of = |wanted: fn(&str) -> bool| -> Vec<(bool, f64)> {
        let told = rows.iter().zip(kinds).zip(unseen);
        let told = told.filter(|((_, kind), _)| wanted(kind));
        told.map(|((row, _), points)| (row.truth, *points)).collect()
    };
    let labelled = of(|kind| !matches!(kind, "half" | "spun"));
    let light = of(|kind| !matches!(kind, "half" | "spun" | "syn-L5"));
    let shipped = f64::from(REUSED / (1.0 - REUSED)).ln();
    println!("held out: AUC {:.3}, F1 {:.3}", auc(&labelled), f1(&labelled, shipped));
    for rate in [0.01, 0.02] {
        let threshold = threshold_at(&light, rate);
        let certainty = 1.0 / (1.0 + (-threshold).exp());
        let recall = share(&light, true, threshold);
        println!("without L5 at {rate}: recall {recall:.3} from {certainty:.3} on");
    }
    let sorts = [
        ("without L5", light),
        ("half typed", of(|kind| kind == "half")),
        ("spun", of(|kind| kind == "spun")),
    ];
    for (sort, told) in sorts {
        let (right, wrong) = (share(&told, true, shipped), share(&told, false, shipped));
        println!("{sort}, as shipped: recall {right:.3}, false {wrong:.3}, AUC {:.3}", auc(&told));
    }
}

fn seen(
    index: &SentIndex,
    (draft, earlier): (&str, &str),
    truth: bool,
    (weight, group): (f64, u64),
) -> Seen {
    let named = index.pair_figures(draft, earlier);
    let features = Features { named, grams: Vec::new() };
    Seen { features, truth, weight, source: "pairs", group }
}

/// Letters of one template are the same letter, those of two templates are not; all of one
/// owner.
fn spun_rows() -> Vec<Seen> {
    let letters = spintax::letters();
    let index = listening(letters.iter().map(|(_, letter)| letter.as_str()));
    let mut rows = Vec::new();
    for (place, (template, draft)) in letters.iter().enumerate() {
        for (other, earlier) in letters.iter().skip(place + 1) {
            let truth = template == other;
            let weight = if truth { SPUN.0 } else { SPUN.1 };
            let group = group(TEMPLATE) ^ (template * 31 + other);
            rows.push(seen(&index, (draft, earlier), truth, (weight, group)));
        }
    }
    rows
}

const TEMPLATE: &str = "template";

fn half(text: &str) -> &str {
    text.get(..text.floor_char_boundary(text.len() / 2)).unwrap_or(text)
}

fn listening<'a>(texts: impl Iterator<Item = &'a str>) -> SentIndex {
    SentIndex::new(std::iter::empty(), texts, Vec::new(), Arc::new(Shelf::default()))
}

/// From where on at most this share of false rows is said.
fn threshold_at(scored: &[(bool, f64)], rate: f64) -> f64 {
    let mut falses: Vec<f64> = scored.iter().filter(|row| !row.0).map(|row| row.1).collect();
    falses.sort_by(|a, b| b.total_cmp(a));
    let allowed = (falses.len() as f64 * rate) as usize;
    falses[allowed.min(falses.len() - 1)].next_up()
}

/// Which share of the true or of the false rows is said.
fn share(scored: &[(bool, f64)], truth: bool, threshold: f64) -> f64 {
    let rows: Vec<f64> = scored.iter().filter(|row| row.0 == truth).map(|row| row.1).collect();
    rows.iter().filter(|points| **points >= threshold).count() as f64 / rows.len() as f64
}
