//! The figures for reading.

use super::super::Measure;
use super::super::figures::{Figures, Sort};
use super::super::hits::Hits;
use super::{mistaken, worst};
use std::io::{Result, Write};

/// Writes what one file gave.
pub(super) fn write(out: &mut impl Write, measure: &Measure, errors: bool) -> Result<()> {
    let figures = &measure.figures;
    writeln!(out, "{}: {} rows", measure.file, measure.rows.len())?;
    writeln!(out, "  as shipped: {}, AUC {}", line(&figures.hits), shown(figures.auc))?;
    matched(out, figures)?;
    if let Some(blasts) = &figures.blasts {
        writeln!(out, "  said \"blast\": {}", line(blasts))?;
    }
    if let Some(right) = figures.right_source {
        writeln!(out, "  right source named: {right:.3}")?;
    }
    if let Some(error) = figures.calibration_error {
        writeln!(out, "  calibration error: {error:.3}")?;
    }
    if let Some(classes) = &figures.classes {
        let (accuracy, macro_f1) = (classes.accuracy, classes.macro_f1);
        writeln!(out, "  four acts: accuracy {accuracy:.3}, macro-F1 {macro_f1:.3}")?;
        for (class, hits) in &classes.each {
            writeln!(out, "    {class:<6} {}", line(hits))?;
        }
    }
    figures.sorts.iter().try_for_each(|sort| writeln!(out, "  {}", sorted(sort)))?;
    if errors {
        for row in worst(measure) {
            writeln!(out, "  line {}: {}", row.line, mistaken(row))?;
        }
    }
    Ok(())
}

fn matched(out: &mut impl Write, figures: &Figures) -> Result<()> {
    for at in figures.matched.iter().filter(|at| at.recall.is_some()) {
        write!(out, "  at {}: recall {}", percent(at.false_rate), shown(at.recall))?;
        if at.without_paraphrases.is_some() {
            write!(out, ", without L5 {}", shown(at.without_paraphrases))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn percent(false_rate: f64) -> String {
    format!("{} % false positives", false_rate * 100.0)
}

fn line(hits: &Hits) -> String {
    format!(
        "precision {}, recall {}, F1 {}, false-positive rate {}",
        shown(hits.precision()),
        shown(hits.recall()),
        shown(hits.f1()),
        shown(hits.false_rate())
    )
}

/// Of a sort that is all true only the recall says something, of one all false the false alarms.
fn sorted(sort: &Sort) -> String {
    let (figure, name): (fn(&Hits) -> Option<f64>, _) = match sort.hits.recall() {
        Some(_) => (Hits::recall, "recall"),
        None => (Hits::false_rate, "false-positive rate"),
    };
    let both = sort.hits.recall().is_some() && sort.hits.false_rate().is_some();
    let mut told = format!("{} {}: {} rows, ", sort.field, sort.value, sort.rows);
    if both {
        told.push_str(&format!("{}, AUC {}", line(&sort.hits), shown(sort.auc)));
    } else {
        told.push_str(&format!("{name} {}", shown(figure(&sort.hits))));
    }
    let matched: Vec<String> = sort.matched.iter().map(|hits| shown(figure(hits))).collect();
    if !matched.is_empty() {
        told.push_str(&format!("; {name} at 1 % and 2 %: {}", matched.join(", ")));
    }
    told
}

fn shown(figure: Option<f64>) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.3}"))
}
