//! A labelled line, and what the engine says of it.

use super::lines::Line;

/// The four acts of a message, as the files call them.
pub(crate) const CLASSES: [&str; 4] = ["ask", "give", "social", "reply"];

/// A text, what is true of it, and what was said.
#[derive(Debug)]
pub(crate) struct Row {
    /// The line of the file, from 1.
    pub(crate) line: usize,
    pub(crate) text: String,
    /// What is looked for is there.
    pub(crate) truth: bool,
    /// Of what sorts the row is, so that each can be counted apart: a field and its value.
    pub(crate) sorts: Vec<(&'static str, String)>,
    /// How surely what is looked for is there, 0 to 1.
    pub(crate) score: f32,
    /// Whether the product would say so.
    pub(crate) said: bool,
    /// Of a choice among four, the true one and the one that was said.
    pub(crate) class: Option<(&'static str, &'static str)>,
    /// Of bulk: whether it is not only "look again" but "blast".
    pub(crate) blast: Option<bool>,
    /// Of a draft among sent messages: the one named.
    pub(crate) source: Option<Source>,
}

/// Which earlier message was named as the one that is sent again.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// What the file calls it; nothing where none was named.
    pub(crate) named: Option<String>,
    /// Whether it is one of those that the file accepts, where it accepts any.
    pub(crate) right: Option<bool>,
}

impl Row {
    /// A row of which no more than the answer is known: a score, and whether it is said.
    pub(crate) fn new(line: &Line, text: &str, truth: bool, (score, said): (f32, bool)) -> Self {
        Self {
            line: line.number,
            text: text.to_owned(),
            truth,
            sorts: Vec::new(),
            score,
            said,
            class: None,
            blast: None,
            source: None,
        }
    }

    /// Counts it also under what these fields say of it.
    pub(crate) fn sorted_by(mut self, line: &Line, fields: &[&'static str]) -> Self {
        for field in fields {
            let number = line.count(field).map(|it| it.to_string());
            let value = line.word(field).map(str::to_owned).or(number);
            self.sorts.extend(value.map(|value| (*field, value)));
        }
        self
    }

    /// Whether it is one of the paraphrases that figures are also told without.
    pub(crate) fn is_paraphrase(&self) -> bool {
        let hardest = |field: &str, value: &str| match field {
            "kind" => value.ends_with("L5"),
            "level" => value == "5",
            _ => false,
        };
        self.sorts.iter().any(|(field, value)| hardest(field, value))
    }
}
