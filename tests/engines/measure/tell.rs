//! The figures as a table or as JSON, the errors, the predictions.

use super::figures::Hits;
use super::row::Row;
use super::said::Said;
use super::{Judgement, Measure, Wish};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufWriter, Write};

/// So many of the worst errors are shown.
const WORST: usize = 10;

/// Prints the figures.
pub(crate) fn print(wish: &Wish, measures: &[Measure]) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    let told = if wish.json {
        let values: Vec<Value> = measures.iter().map(|it| as_json(it, wish.errors)).collect();
        writeln!(out, "{}", Value::from(values))
    } else {
        measures.iter().try_for_each(|measure| table(&mut out, measure, wish.errors))
    };
    told.map_err(|why| format!("The figures cannot be printed: {why}."))
}

/// Writes one line for each row: its line number, the score, what was said.
pub(crate) fn write_predictions(path: &str, measures: &[Measure]) -> Result<(), String> {
    let write = || -> std::io::Result<()> {
        let mut out = BufWriter::new(File::create(path)?);
        for (row, said) in measures.iter().flat_map(|measure| &measure.rows) {
            let answer = said.class.map_or(json!(u8::from(said.there)), |class| json!(class));
            writeln!(out, "{}", json!({"row": row.line, "score": said.score, "said": answer}))?;
        }
        out.flush()
    };
    write().map_err(|why| format!("{path} cannot be written: {why}."))
}

fn table(out: &mut impl Write, measure: &Measure, errors: bool) -> std::io::Result<()> {
    let figures = &measure.figures;
    write!(out, "{}: {} rows", measure.file, measure.rows.len())?;
    writeln!(out, ", {}, AUC {}", line(&figures.hits), shown(figures.auc))?;
    if measure.judgement == Judgement::Blast {
        writeln!(out, "  said \"blast\": {}", line(&figures.blasts))?;
    }
    if let Some(classes) = &figures.classes {
        let (accuracy, macro_f1) = (classes.accuracy, classes.macro_f1);
        writeln!(out, "  four acts: accuracy {accuracy:.3}, macro-F1 {macro_f1:.3}")?;
        for (class, hits) in &classes.each {
            writeln!(out, "  {class:<6} {}", line(hits))?;
        }
    }
    if errors {
        for (row, said) in worst(measure) {
            writeln!(out, "  line {}: {}", row.line, mistaken(row, said))?;
        }
    }
    Ok(())
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

fn mistaken(row: &Row, said: &Said) -> String {
    let truth = row.class.unwrap_or(if row.truth { "1" } else { "0" });
    let answer = said.class.unwrap_or(if said.there { "1" } else { "0" });
    let text: String = row.text.chars().take(160).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("said {answer} ({:.2}), is {truth}: {text}", said.score)
}

/// The errors said most surely.
fn worst(measure: &Measure) -> Vec<&(Row, Said)> {
    let mut wrong: Vec<&(Row, Said)> = measure
        .rows
        .iter()
        .filter(|(row, said)| row.truth != said.there || row.class != said.class)
        .collect();
    let surely = |said: &Said| (said.score - 0.5).abs();
    wrong.sort_by(|a, b| surely(&b.1).total_cmp(&surely(&a.1)).then(a.0.line.cmp(&b.0.line)));
    wrong.truncate(WORST);
    wrong
}

fn shown(figure: Option<f64>) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.3}"))
}

fn as_json(measure: &Measure, errors: bool) -> Value {
    let figures = &measure.figures;
    let mut value = hits_as_json(&figures.hits);
    let mut set = |name: &str, it: Value| {
        if let Some(object) = value.as_object_mut() {
            object.insert(name.to_owned(), it);
        }
    };
    set("file", json!(measure.file));
    set("rows", json!(measure.rows.len()));
    set("auc", json!(figures.auc));
    if measure.judgement == Judgement::Blast {
        set("blast", hits_as_json(&figures.blasts));
    }
    if let Some(classes) = &figures.classes {
        set("accuracy", json!(classes.accuracy));
        set("macro_f1", json!(classes.macro_f1));
        for (class, hits) in &classes.each {
            set(class, hits_as_json(hits));
        }
    }
    if errors {
        let wrong = worst(measure).into_iter();
        let wrong = wrong.map(|(row, said)| json!({"row": row.line, "why": mistaken(row, said)}));
        set("errors", wrong.collect());
    }
    value
}

fn hits_as_json(hits: &Hits) -> Value {
    json!({
        "precision": hits.precision(),
        "recall": hits.recall(),
        "f1": hits.f1(),
        "false_rate": hits.false_rate(),
    })
}
