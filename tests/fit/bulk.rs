//! The content model of the draft check: letter or mailing (`judge::draft::content`).
//!
//! Every collection counts by a figure of its own, and its mailings as much as its letters, so
//! that the largest does not drown the others and the rarer side is not given up; ordinary
//! messages count several times, since a false warning costs more trust than a miss. Rows of
//! one sender, or nearly the same text, stay on one side of a fold.

use crate::figures::{self, Plan, Seen};
use crate::row;
use judge::draft::content;
use judge::fitted::Features;
use judge::text;
use serde_json::Value;
use std::path::Path;

/// A collection: the name of its file, the field that tells the sender, and how much all its
/// rows count.
struct Source {
    name: &'static str,
    sender: &'static str,
    truth: Truth,
    counts: f64,
}

/// What the rows of a file are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Truth {
    /// Their label says it.
    Label,
    /// Ordinary messages.
    Ordinary,
    /// Ordinary messages to one person; other rows of the file are left out.
    ToOne,
}

const SOURCES: &[Source] = &[
    source("bulk-personal", "", Truth::Label, 1400.0),
    source("bulk-enron", "frm", Truth::Label, 2400.0),
    source("sms", "", Truth::Label, 1600.0),
    source("political-bulk", "frm", Truth::Label, 250.0),
    source("pitch", "", Truth::Label, 250.0),
    source("acts-message", "frm", Truth::Ordinary, 3000.0),
    source("draft-history", "sender", Truth::ToOne, 2400.0),
];

/// Collections by whose labels the model is judged.
const JUDGED: &[&str] = &["bulk-personal", "bulk-enron", "sms"];
/// Mailings alone, and ordinary messages alone.
const MAILINGS: &[&str] = &["political-bulk", "pitch"];
const ORDINARY: &[&str] = &["acts-message", "draft-history"];

/// Of so few templates the words would be learnt by heart: each is read a second time by its
/// cues alone, and that reading counts so much.
const BY_CUES: (&str, f64) = ("pitch", 350.0);

const fn source(name: &'static str, sender: &'static str, truth: Truth, counts: f64) -> Source {
    Source { name, sender, truth, counts }
}

/// The rows of all collections, and between which bounds something can be said of them.
struct Rows {
    seen: Vec<Seen>,
    bounds: Vec<(f64, f64)>,
}

/// Fits, prints what it is worth, gives the file.
pub(crate) fn fit(folder: &Path) -> Result<String, String> {
    let rows = read(folder)?;
    let taught = rows.taught();
    let plan = Plan { names: content::names(), buckets: 1 << 14, penalty: (0.4, 0.04) };
    let unseen = plan.unseen(&taught);
    let names: Vec<&str> = figures::sources(&rows.seen).into_iter().collect();
    println!("{} rows of {}", rows.seen.len(), names.join(", "));
    tell(&rows, &unseen);
    for source in JUDGED {
        // The ordinary messages are of the same people.
        let others = |row: &&Seen| *source != "bulk-enron" || !ORDINARY.contains(&row.source);
        let seen: Vec<Seen> = taught.iter().filter(others).cloned().collect();
        let scored = rows.told(plan.without(source, &seen), source);
        println!("{source}, fitted without it: AUC {:.3}", figures::auc(&scored));
    }
    Ok(plan.fit(&taught).file())
}

impl Rows {
    /// The rows as they are fitted on: first as they are, then those read by their cues alone.
    fn taught(&self) -> Vec<Seen> {
        let (source, counts) = BY_CUES;
        let own: Vec<&Seen> = self.seen.iter().filter(|row| row.source == source).collect();
        let weight = counts / own.len() as f64;
        let mut taught = self.seen.clone();
        for row in own {
            let features = Features { named: row.features.named.clone(), grams: Vec::new() };
            taught.push(Seen { features, weight, ..row.clone() });
        }
        taught
    }

    /// What is told of the rows of a source: within the bounds.
    fn told(&self, scored: Vec<(bool, f64)>, source: &str) -> Vec<(bool, f64)> {
        let bounds = self.seen.iter().zip(&self.bounds).filter(|(row, _)| row.source == source);
        let bounds = bounds.map(|(_, (least, most))| (least, most));
        let scored = scored.into_iter().zip(bounds);
        scored
            .map(|((truth, points), (least, most))| (truth, points.min(*most).max(*least)))
            .collect()
    }

    /// Truth and log-odds of each row of a source.
    fn scored(&self, source: &str, unseen: &[f64]) -> Vec<(bool, f64)> {
        let own = self.seen.iter().zip(unseen).filter(|(row, _)| row.source == source);
        self.told(own.map(|(row, points)| (row.truth, *points)).collect(), source)
    }
}

/// Figures of rows that the weights were not fitted on.
fn tell(rows: &Rows, unseen: &[f64]) {
    let mut judged = Vec::new();
    for source in JUDGED {
        let scored = rows.scored(source, unseen);
        let (f1, auc) = (figures::f1(&scored, 0.0), figures::auc(&scored));
        let wrong = said(&scored, |truth| !truth);
        println!("{source}: F1 {f1:.3}, AUC {auc:.3}, false {wrong:.3}");
        judged.extend(scored);
    }
    for source in MAILINGS {
        println!("{source}: found {:.3}", said(&rows.scored(source, unseen), |truth| truth));
    }
    for source in ORDINARY {
        println!("{source}: false {:.3}", said(&rows.scored(source, unseen), |truth| !truth));
    }
    println!("calibration error {:.3}", figures::calibration_error(&judged));
}

/// The share of these rows of which it is said.
fn said(scored: &[(bool, f64)], of: fn(bool) -> bool) -> f64 {
    let own: Vec<f64> =
        scored.iter().filter(|(truth, _)| of(*truth)).map(|(_, points)| *points).collect();
    own.iter().filter(|points| **points >= 0.0).count() as f64 / own.len() as f64
}

fn read(folder: &Path) -> Result<Rows, String> {
    let mut rows = Rows { seen: Vec::new(), bounds: Vec::new() };
    for source in SOURCES {
        let kept = row::read(folder, &format!("{}.jsonl", source.name))?;
        let kept: Vec<&Value> = kept.iter().filter(|row| source.takes(row)).collect();
        let mailings = kept.iter().filter(|row| source.truth(row)).count() as f64;
        let letters = kept.len() as f64 - mailings;
        let both = if mailings * letters > 0.0 { 2.0 } else { 1.0 };
        let sides = (both * mailings, both * letters);
        for value in &kept {
            let text = row::word(value, "text");
            let truth = source.truth(value);
            // Both sides of a collection count the same.
            let alike = if truth { sides.0 } else { sides.1 };
            let (least, most) = content::bounds(text);
            rows.bounds.push((least.into(), most.into()));
            rows.seen.push(Seen {
                features: content::features(row::word(value, "subject"), text),
                truth,
                weight: source.counts / alike,
                source: source.name,
                group: group(row::word(value, source.sender), text),
            });
        }
    }
    Ok(rows)
}

impl Source {
    fn truth(&self, row: &Value) -> bool {
        self.truth == Truth::Label && row::bit(row, "label")
    }

    fn takes(&self, row: &Value) -> bool {
        let to = row.get("to").and_then(Value::as_array).map_or(0, Vec::len);
        self.truth != Truth::ToOne || (row::word(row, "type") == "history" && to == 1)
    }
}

/// By sender; where none is told by the least of the text's runs of four words, which texts
/// that are nearly the same share nearly always.
fn group(sender: &str, text: &str) -> u64 {
    if !sender.is_empty() {
        return row::group(sender);
    }
    let words: Vec<String> = text::folded_words(text).into_iter().map(|(word, _)| word).collect();
    let runs = words.windows(4).map(|run| row::group(&run.join(" ")));
    runs.min().unwrap_or_else(|| row::group(&words.join(" ")))
}
