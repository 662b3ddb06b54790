//! Whether a sentence asks (`asks`), and whether it leaves something to be done (`intents`:
//! asked, proposed or promised, which is what the label of `ask-sent` means).

use crate::figures::{Plan, Seen, auc, calibration_error, f1};
use crate::row::{bit, group, read, word};
use judge::balance::{MARKS, seen_sentences};
use judge::fitted::{Features, Model};
use serde_json::Value;
use std::path::Path;

/// A labelled text, sentence by sentence.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) text: String,
    pub(crate) truth: bool,
    pub(crate) source: &'static str,
    pub(crate) group: u64,
    sentences: Vec<Features>,
    /// The log-odds that each sentence asks, by a fit that did not see its group.
    pub(crate) unseen: Vec<f32>,
}

/// What may be fitted on: the file, and how much a row of it counts.
const FITTED: [(&str, f64); 3] =
    [("ask-sent", 1.0), ("ask-request-recall", 0.5), ("acts-message", 1.5)];

/// What may only be measured on.
const MEASURED: [&str; 2] = ["dialog-act", "request-email"];

/// A sentence with so many points (in thirds of log-odds) that is said not to ask is labelled
/// by a slip as often as not …
const PLAIN: f32 = 0.5;
/// … and counts for less.
const DOUBTED: f64 = 0.25;

fn plan() -> Plan {
    Plan { names: MARKS, buckets: 16_384, penalty: (2.0, 0.2) }
}

/// Fits `asks`.
pub(crate) fn fit_asks(folder: &Path) -> Result<String, String> {
    let told = read_told(folder)?;
    let rows = rows(&told, weight_in_asks);
    let file = plan().fit(&rows).file();
    tell_unseen(&with_unseen(told, &rows));
    for name in MEASURED {
        tell(name, &measured(&file, &take(folder, name)?));
    }
    Ok(file)
}

/// Fits `intents`: on whole sentences of mail alone, promises and all.
pub(crate) fn fit_intents(folder: &Path) -> Result<String, String> {
    let told = take(folder, "ask-sent")?;
    let rows = rows(&told, |told, sentence| if carries(told, sentence) { 1.0 } else { 0.0 });
    let file = plan().fit(&rows).file();
    tell_unseen(&with_unseen(told, &rows));
    Ok(file)
}

/// The texts that `asks` is fitted on, with what a fit says of each that did not see it.
pub(crate) fn told_unseen(folder: &Path) -> Result<Vec<Told>, String> {
    let told = read_told(folder)?;
    let rows = rows(&told, weight_in_asks);
    Ok(with_unseen(told, &rows))
}

fn read_told(folder: &Path) -> Result<Vec<Told>, String> {
    let mut told = Vec::new();
    for (name, _) in FITTED {
        told.extend(take(folder, name)?);
    }
    Ok(told)
}

fn take(folder: &Path, source: &'static str) -> Result<Vec<Told>, String> {
    let rows = read(folder, &format!("{source}.jsonl"))?;
    Ok(rows.iter().map(|row| told(row, source)).filter(|it| !it.sentences.is_empty()).collect())
}

fn told(row: &Value, source: &'static str) -> Told {
    let text = word(row, "text");
    // A sender's messages stay together, and so do sentences that begin alike.
    let begins: String = text.to_lowercase().chars().take(18).collect();
    let sender = word(row, "frm");
    Told {
        truth: bit(row, if row.get("ask").is_some() { "ask" } else { "label" }),
        group: group(if sender.is_empty() { &begins } else { sender }),
        sentences: seen_sentences(text),
        text: text.to_owned(),
        source,
        unseen: Vec::new(),
    }
}

/// One row a sentence; a text's label is carried by the sentences that `weight` lets count.
fn rows(told: &[Told], weight: impl Fn(&Told, usize) -> f64) -> Vec<Seen> {
    let mut rows = Vec::new();
    for told in told {
        for (at, features) in told.sentences.iter().enumerate() {
            rows.push(Seen {
                features: features.clone(),
                truth: told.truth,
                weight: weight(told, at),
                source: told.source,
                group: told.group,
            });
        }
    }
    rows
}

fn weight_in_asks(told: &Told, sentence: usize) -> f64 {
    let file = FITTED.iter().find(|(name, _)| *name == told.source).map_or(0.0, |(_, it)| *it);
    if !carries(told, sentence) || (told.truth && only_binds(told)) {
        return 0.0;
    }
    if told.truth {
        return file;
    }
    let doubt = if mark(&told.sentences[sentence], "points") > PLAIN { DOUBTED } else { 1.0 };
    doubt * file / (told.sentences.len() as f64).sqrt()
}

/// Where nothing is asked no sentence asks; where something is, the likeliest one does.
fn carries(told: &Told, sentence: usize) -> bool {
    let points = |at: usize| mark(&told.sentences[at], "points");
    !told.truth || (0..told.sentences.len()).all(|other| points(other) <= points(sentence))
}

/// `ask-sent` counts promises and offers too; those ask for nothing.
fn only_binds(told: &Told) -> bool {
    let sentences = &told.sentences;
    let promises = |it: &Features| mark(it, "commit") > 0.0 && mark(it, "question") == 0.0;
    let offers = |it: &Features| mark(it, "give") > 0.0;
    told.source == "ask-sent"
        && sentences.iter().any(|it| promises(it) || offers(it))
        && sentences.iter().all(|it| mark(it, "points") < 0.0)
}

fn mark(features: &Features, name: &str) -> f32 {
    MARKS.iter().position(|known| *known == name).map_or(0.0, |at| features.named[at])
}

fn with_unseen(told: Vec<Told>, rows: &[Seen]) -> Vec<Told> {
    let mut unseen = plan().unseen(rows).into_iter().map(|points| points as f32);
    told.into_iter()
        .map(|told| {
            let unseen = unseen.by_ref().take(told.sentences.len()).collect();
            Told { unseen, ..told }
        })
        .collect()
}

fn measured(file: &str, told: &[Told]) -> Vec<(bool, f64)> {
    let Ok(model) = Model::read(file, MARKS) else {
        return Vec::new();
    };
    let most = |told: &Told| {
        told.sentences.iter().map(|it| model.log_odds(it)).fold(f32::NEG_INFINITY, f32::max)
    };
    told.iter().map(|told| (told.truth, f64::from(most(told)))).collect()
}

fn tell_unseen(told: &[Told]) {
    for (name, _) in FITTED {
        let most = |told: &Told| told.unseen.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let of = told.iter().filter(|it| it.source == name);
        let scored: Vec<(bool, f64)> = of.map(|it| (it.truth, f64::from(most(it)))).collect();
        if !scored.is_empty() {
            tell(name, &scored);
        }
    }
}

/// Prints what scores are worth, at even odds and at two to three.
pub(crate) fn tell(name: &str, scored: &[(bool, f64)]) {
    let at = |certainty: f64| f1(scored, (certainty / (1.0 - certainty)).ln());
    println!(
        "{name:<20} {} rows, AUC {:.3}, F1 {:.3} (from 0.4 on {:.3}), calibration error {:.3}",
        scored.len(),
        auc(scored),
        at(0.5),
        at(0.4),
        calibration_error(scored)
    );
}
