//! The figures for programs.

use super::super::Measure;
use super::super::figures::{Figures, Sort};
use super::super::hits::Hits;
use super::{mistaken, worst};
use serde_json::{Map, Value, json};

/// What one file gave.
pub(super) fn of(measure: &Measure, errors: bool) -> Value {
    let figures = &measure.figures;
    let mut object = hits(&figures.hits);
    let mut set = |name: &str, it: Value| object.insert(name.to_owned(), it);
    set("file", json!(measure.file));
    set("rows", json!(measure.rows.len()));
    set("auc", json!(figures.auc));
    set("matched", matched(figures));
    set("sorts", figures.sorts.iter().map(sorted).collect());
    if let Some(blasts) = &figures.blasts {
        set("blast", hits(blasts).into());
    }
    if let Some(right) = figures.right_source {
        set("right_source", json!(right));
    }
    if let Some(error) = figures.calibration_error {
        set("calibration_error", json!(error));
    }
    if let Some(classes) = &figures.classes {
        set("accuracy", json!(classes.accuracy));
        set("macro_f1", json!(classes.macro_f1));
        for (class, it) in &classes.each {
            set(class, hits(it).into());
        }
    }
    if errors {
        let wrong = worst(measure).into_iter();
        let wrong = wrong.map(|row| json!({"row": row.line, "why": mistaken(row)}));
        set("errors", wrong.collect());
    }
    object.into()
}

fn hits(hits: &Hits) -> Map<String, Value> {
    [
        ("precision", hits.precision()),
        ("recall", hits.recall()),
        ("f1", hits.f1()),
        ("false_rate", hits.false_rate()),
    ]
    .into_iter()
    .map(|(name, figure)| (name.to_owned(), json!(figure)))
    .collect()
}

fn matched(figures: &Figures) -> Value {
    let each = figures.matched.iter().map(|at| {
        json!({
            "false_rate": at.false_rate,
            "recall": at.recall,
            "recall_without_l5": at.without_paraphrases,
        })
    });
    each.collect()
}

fn sorted(sort: &Sort) -> Value {
    let mut object = hits(&sort.hits);
    object.insert(sort.field.to_owned(), json!(sort.value));
    object.insert("rows".to_owned(), json!(sort.rows));
    object.insert("auc".to_owned(), json!(sort.auc));
    object.insert(
        "matched".to_owned(),
        sort.matched.iter().map(|it| hits(it).into()).collect::<Vec<Value>>().into(),
    );
    object.into()
}
