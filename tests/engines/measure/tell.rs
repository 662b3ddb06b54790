//! The figures as a table or as JSON, the errors, the predictions.

use super::row::Row;
use super::{Judgement, Measure, Spans, Wish};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufWriter, StdoutLock, Write};

mod as_json;
mod table;

/// So many of the worst errors are shown.
const WORST: usize = 10;
/// So many letters of an error's text.
const SHOWN: usize = 160;

/// Prints the figures.
pub(crate) fn print(wish: &Wish, measures: &[Measure]) -> Result<(), String> {
    printed(|out| {
        if wish.json {
            let values = measures.iter().map(|measure| as_json::of(measure, wish.errors));
            return writeln!(out, "{}", Value::from_iter(values));
        }
        measures.iter().try_for_each(|measure| table::write(out, measure, wish.errors))
    })
}

/// Prints what the places cited are worth.
pub(crate) fn print_spans(wish: &Wish, spans: &[Spans]) -> Result<(), String> {
    printed(|out| {
        if wish.json {
            return writeln!(out, "{}", Value::from_iter(spans.iter().map(Spans::as_json)));
        }
        spans.iter().try_for_each(|spans| writeln!(out, "{}", spans.table(wish.errors)))
    })
}

fn printed(print: impl FnOnce(&mut StdoutLock<'_>) -> std::io::Result<()>) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    print(&mut out).map_err(|why| format!("The figures cannot be printed: {why}."))
}

/// Writes one line for each labelled row: its line number, the score, what was said, and of
/// several files which.
pub(crate) fn write_predictions(path: &str, measures: &[Measure]) -> Result<(), String> {
    let write = || -> std::io::Result<()> {
        let mut out = BufWriter::new(File::create(path)?);
        for measure in measures {
            for row in &measure.rows {
                let mut told = prediction(measure.judgement, row);
                if let (Some(told), true) = (told.as_object_mut(), measures.len() > 1) {
                    told.insert("file".to_owned(), json!(measure.file));
                }
                writeln!(out, "{told}")?;
            }
        }
        out.flush()
    };
    write().map_err(|why| format!("{path} cannot be written: {why}."))
}

fn prediction(judgement: Judgement, row: &Row) -> Value {
    let said = row.class.map_or(json!(u8::from(row.said)), |(_, said)| json!(said));
    let (line, score) = (row.line, row.score);
    match &row.source {
        Some(source) if judgement == Judgement::History => {
            json!({"row": line, "score": score, "said": said, "source": source.named})
        }
        _ => json!({"row": line, "score": score, "said": said}),
    }
}

/// The errors said most surely.
fn worst(measure: &Measure) -> Vec<&Row> {
    let wrong = |row: &&Row| match row.class {
        Some((truth, said)) => truth != said,
        None => row.truth != row.said || (row.truth && is_of_other_source(row)),
    };
    let mut wrong: Vec<&Row> = measure.rows.iter().filter(wrong).collect();
    let off = |row: &Row| (row.score - f32::from(u8::from(row.truth))).abs();
    wrong.sort_by(|a, b| off(b).total_cmp(&off(a)).then(a.line.cmp(&b.line)));
    wrong.truncate(WORST);
    wrong
}

fn is_of_other_source(row: &Row) -> bool {
    row.source.as_ref().is_some_and(|source| source.right == Some(false))
}

/// What was said, what is true, and how the text begins.
fn mistaken(row: &Row) -> String {
    let bit = |it: bool| if it { "1" } else { "0" };
    let (truth, said) = row.class.unwrap_or((bit(row.truth), bit(row.said)));
    let of = if said == truth && is_of_other_source(row) { " of another source" } else { "" };
    let sorts = row.sorts.iter().map(|(_, value)| value.as_str());
    let sorts: Vec<&str> = sorts.collect();
    let text: String = row.text.chars().take(SHOWN).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let sorts = if sorts.is_empty() { String::new() } else { format!(" [{}]", sorts.join(", ")) };
    format!("said {said}{of} ({:.2}), is {truth}{sorts}: {text}", row.score)
}
