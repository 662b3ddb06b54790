//! The act of a message as a whole, one of four, and what its company tells of a sentence that
//! may ask.

use crate::asks::{Told, tell, told_unseen};
use crate::figures::{Plan, Seen};
use crate::row::{read, word};
use judge::balance::{ACTS, WHOLE, seen_whole};
use std::path::Path;

/// What tells whether something is asked: the features that stand first. The rest could only
/// learn by heart what these few messages are about.
const ASKING: usize = 4;

/// How much a sentence that stands alone counts beside a message of `acts-message`: little, but
/// enough that one without company keeps its own certainty.
const ALONE: f64 = 0.03;

/// An ask that is missed is worse than one too many, by this.
const MISSED: f64 = 1.35;

/// How much a message of a rare act counts, so that it is found at all.
const RARE: f64 = 1.5;

/// Fits `acts`.
pub(crate) fn fit_acts(folder: &Path) -> Result<String, String> {
    let told = told_unseen(folder)?;
    let acts = read(folder, "acts-message.jsonl")?;
    let labels: Vec<(&str, &str)> =
        acts.iter().map(|row| (word(row, "text"), word(row, "label"))).collect();
    let mut file = String::new();
    let mut said: Vec<[f64; 4]> = Vec::new();
    let mut truths: Vec<usize> = Vec::new();
    for (number, act) in ACTS.iter().enumerate() {
        let (plan, rows) = if number == 0 {
            (plan(0.5), told.iter().map(asking).collect())
        } else {
            (plan(2.0), messages(&told, &labels, act))
        };
        let unseen = plan.unseen(&rows);
        tell_sources(act, &rows, &unseen);
        let of_messages = rows.iter().zip(&unseen).filter(|(row, _)| row.source == "acts-message");
        for (at, (row, points)) in of_messages.enumerate() {
            if number == 0 {
                said.push([0.0; 4]);
                truths.push(0);
            }
            said[at][number] = 1.0 / (1.0 + (-points).exp());
            if row.truth {
                truths[at] = number;
            }
        }
        file.push_str(&format!("act {act}\n{}", plan.fit(&rows).file()));
    }
    tell_four(&said, &truths);
    Ok(file)
}

fn plan(penalty: f64) -> Plan {
    Plan { names: WHOLE, buckets: 0, penalty: (penalty, 0.0) }
}

fn asking(told: &Told) -> Seen {
    let mut features = seen_whole(&told.text, &told.unseen);
    features.named.iter_mut().skip(ASKING).for_each(|it| *it = 0.0);
    let weight = if told.source == "acts-message" { 1.0 } else { ALONE };
    let weight = if told.truth { MISSED * weight } else { weight };
    Seen { features, truth: told.truth, weight, source: told.source, group: told.group }
}

fn messages(told: &[Told], labels: &[(&str, &str)], act: &str) -> Vec<Seen> {
    // The files know no notices: what neither asks nor gives nor is social is a "reply".
    let label = if act == "inform" { "reply" } else { act };
    let is = |text: &str| labels.iter().any(|(known, it)| *known == text && *it == label);
    told.iter()
        .filter(|it| it.source == "acts-message")
        .map(|it| Seen {
            features: seen_whole(&it.text, &it.unseen),
            truth: is(&it.text),
            weight: if is(&it.text) && act != "inform" { RARE } else { 1.0 },
            source: it.source,
            group: it.group,
        })
        .collect()
}

fn tell_sources(act: &str, rows: &[Seen], unseen: &[f64]) {
    for source in crate::figures::sources(rows) {
        let of = rows.iter().zip(unseen).filter(|(row, _)| row.source == source);
        let scored: Vec<(bool, f64)> = of.map(|(row, points)| (row.truth, *points)).collect();
        tell(&format!("{act}: {source}"), &scored);
    }
}

fn tell_four(said: &[[f64; 4]], truths: &[usize]) {
    let most = |each: &[f64; 4]| (0..4).max_by(|a, b| each[*a].total_cmp(&each[*b])).unwrap_or(0);
    let pairs: Vec<(usize, usize)> = said.iter().map(most).zip(truths.iter().copied()).collect();
    let right = pairs.iter().filter(|(said, truth)| said == truth).count();
    let mut each = String::new();
    let mut sum = 0.0;
    for (number, act) in ACTS.iter().enumerate() {
        let count = |of: &dyn Fn(&(usize, usize)) -> bool| pairs.iter().filter(|it| of(it)).count();
        let both = 2 * count(&|it| *it == (number, number));
        let either = count(&|it| it.0 == number) + count(&|it| it.1 == number);
        let f1 = both as f64 / either.max(1) as f64;
        sum += f1;
        each.push_str(&format!(", {act} {f1:.3}"));
    }
    let accuracy = right as f64 / pairs.len() as f64;
    println!("four acts: accuracy {accuracy:.3}, macro-F1 {:.3}{each}", sum / 4.0);
}
