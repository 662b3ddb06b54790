//! Answers on standard output: JSON, or tables for people.

use app::Trouble;
use serde::Serialize;
use std::io::Write;

/// Where answers go, and in which dress.
pub(crate) struct Out {
    json: bool,
}

impl Out {
    pub(crate) const fn new(json: bool) -> Self {
        Self { json }
    }

    /// The answer: as JSON, or as `people` tells it. Control characters from outside, which
    /// would steer the terminal, do not reach it.
    pub(crate) fn answer<T: Serialize>(
        &self,
        value: &T,
        people: impl FnOnce() -> String,
    ) -> Result<(), Trouble> {
        let text = if self.json {
            serde_json::to_string_pretty(value).map(|text| text + "\n").unwrap_or_default()
        } else {
            people().chars().filter(|c| *c == '\n' || !c.is_control()).map(visible).collect()
        };
        self.raw(&text)
    }

    /// Text as it is. A reader that has gone away (`| head`) is no trouble.
    pub(crate) fn raw(&self, text: &str) -> Result<(), Trouble> {
        match std::io::stdout().lock().write_all(text.as_bytes()) {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Trouble::File {
                path: "standard output".to_owned(),
                why: error.kind().to_string(),
            }),
            _ => Ok(()),
        }
    }
}

/// What turns the line around would make an address look like another one.
const fn visible(c: char) -> char {
    match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// Rows under their heads, columns as wide as their widest cell.
pub(crate) fn table(heads: &[&str], rows: &[Vec<String>]) -> String {
    let head: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
    let mut widths: Vec<usize> = head.iter().map(|cell| width(cell)).collect();
    for row in rows {
        for (wide, cell) in widths.iter_mut().zip(row) {
            *wide = (*wide).max(width(cell));
        }
    }
    let mut text = String::new();
    for row in std::iter::once(&head).chain(rows) {
        let cells = row
            .iter()
            .zip(&widths)
            .map(|(cell, wide)| format!("{cell}{}", " ".repeat(wide.saturating_sub(width(cell)))));
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

fn width(cell: &str) -> usize {
    cell.chars().count()
}

/// The day of an instant, for a table.
pub(crate) fn day(at: &str) -> String {
    at.chars().take(10).collect()
}

/// One line of at most `most` letters.
pub(crate) fn line(text: &str, most: usize) -> String {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain: String = plain.chars().filter(|c| !c.is_control()).collect();
    let short: String = plain.chars().take(most).collect();
    if short.len() < plain.len() { format!("{short}…") } else { short }
}
