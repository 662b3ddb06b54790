//! One labelled line of a file.

use super::Judgement;
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader};

/// The four acts of a message, as the files call them.
pub(crate) const CLASSES: [&str; 4] = ["ask", "give", "social", "reply"];

/// A text and what is true of it.
#[derive(Debug)]
pub(crate) struct Row {
    /// The line of the file, from 1.
    pub(crate) line: usize,
    pub(crate) text: String,
    pub(crate) subject: String,
    /// The label counts what a writer binds themselves to as an ask, too.
    pub(crate) commitments: bool,
    /// What is looked for is there.
    pub(crate) truth: bool,
    /// The act, where the file tells it.
    pub(crate) class: Option<&'static str>,
}

/// Reads the labelled lines of a file.
pub(crate) fn read(judgement: Judgement, file: &str) -> Result<Vec<Row>, String> {
    let opened = File::open(file).map_err(|why| format!("{file} cannot be opened: {why}."))?;
    let mut rows = Vec::new();
    for (at, line) in BufReader::new(opened).lines().enumerate() {
        let number = at + 1;
        let line = line.map_err(|why| format!("{file}, line {number}, cannot be read: {why}."))?;
        if line.trim().is_empty() {
            continue;
        }
        let value: Value = serde_json::from_str(&line)
            .map_err(|_| format!("{file}, line {number}, is not a JSON object."))?;
        let row = row(judgement, number, &value);
        rows.push(row.map_err(|wants| format!("{file}, line {number}, does not fit: {wants}."))?);
    }
    if rows.is_empty() {
        return Err(format!("{file} holds no rows."));
    }
    Ok(rows)
}

fn row(judgement: Judgement, line: usize, value: &Value) -> Result<Row, &'static str> {
    let word = |name: &str| value.get(name).and_then(Value::as_str);
    let text = word("text").ok_or("it has no text")?;
    let class = word("label").and_then(|label| CLASSES.into_iter().find(|it| *it == label));
    let label = bit(value, "label");
    let truth = match judgement {
        Judgement::Acts => class.ok_or("label is not ask, give, social or reply")? == "ask",
        Judgement::Asks => {
            let ask = bit(value, "ask").or(label);
            ask.ok_or("neither ask nor label is 0 or 1")?
        }
        Judgement::Blast => {
            let ordinary = class.map(|_| false);
            label.or(ordinary).ok_or("label is neither 0 nor 1")?
        }
    };
    Ok(Row {
        line,
        text: text.to_owned(),
        subject: word("subject").unwrap_or_default().to_owned(),
        commitments: word("src").is_some_and(|src| src.starts_with("parakweet")),
        truth,
        class: if judgement == Judgement::Acts { class } else { None },
    })
}

fn bit(value: &Value, name: &str) -> Option<bool> {
    match value.get(name)? {
        Value::Bool(bit) => Some(*bit),
        Value::Number(number) => match number.as_u64()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        },
        _ => None,
    }
}
