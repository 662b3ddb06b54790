//! The lines of a file: one JSON object each.

use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader};

/// One object, and where it stands.
#[derive(Debug)]
pub(crate) struct Line {
    /// The line of the file, from 1.
    pub(crate) number: usize,
    fields: Value,
}

/// A line that cannot be measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Misfit {
    line: usize,
    wants: &'static str,
}

impl Misfit {
    pub(crate) fn told(self, file: &str) -> String {
        format!("{file}, line {}, does not fit: {}.", self.line, self.wants)
    }
}

/// Reads a file whole.
pub(crate) fn read(file: &str) -> Result<Vec<Line>, String> {
    let opened = File::open(file).map_err(|why| format!("{file} cannot be opened: {why}."))?;
    let mut lines = Vec::new();
    for (at, line) in BufReader::new(opened).lines().enumerate() {
        let number = at + 1;
        let line = line.map_err(|why| format!("{file}, line {number}, cannot be read: {why}."))?;
        if line.trim().is_empty() {
            continue;
        }
        let fields = serde_json::from_str(&line).ok().filter(Value::is_object);
        let fields =
            fields.ok_or_else(|| format!("{file}, line {number}, is not a JSON object."))?;
        lines.push(Line { number, fields });
    }
    if lines.is_empty() {
        return Err(format!("{file} holds no rows."));
    }
    Ok(lines)
}

impl Line {
    /// Says that the line lacks something.
    pub(crate) const fn misfit(&self, wants: &'static str) -> Misfit {
        Misfit { line: self.number, wants }
    }

    /// A field that is a text.
    pub(crate) fn word(&self, name: &str) -> Option<&str> {
        self.fields.get(name)?.as_str()
    }

    /// A text without which the line is of no use.
    pub(crate) fn text(&self, name: &str, wants: &'static str) -> Result<&str, Misfit> {
        self.word(name).ok_or_else(|| self.misfit(wants))
    }

    /// A field that is 0 or 1.
    pub(crate) fn bit(&self, name: &str) -> Option<bool> {
        match self.fields.get(name)? {
            Value::Bool(bit) => Some(*bit),
            Value::Number(number) => match number.as_u64()? {
                0 => Some(false),
                1 => Some(true),
                _ => None,
            },
            _ => None,
        }
    }

    /// A field that counts something.
    pub(crate) fn count(&self, name: &str) -> Option<u64> {
        self.fields.get(name)?.as_u64()
    }

    /// A field that lists texts; empty where it is not there.
    pub(crate) fn words(&self, name: &str) -> Vec<&str> {
        let listed = self.fields.get(name).and_then(Value::as_array);
        listed.into_iter().flatten().filter_map(Value::as_str).collect()
    }
}
