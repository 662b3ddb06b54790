//! Whether what is cited carries what is said: every place that a judgement cites lies in its
//! text, and with the strongest one taken away the judgement is less sure.
//!
//! A line has `text`, or a draft `a`. Its labels are not looked at.

use super::lines::{Line, Misfit, read};
use judge::balance;
use judge::draft::{self, Choices, Draft, Opinion, SentIndex, Surroundings};
use model::{ActKind, Channel, InteractionKind};
use serde_json::{Value, json};
use std::ops::Range;

/// What the places cited in one file are worth.
#[derive(Debug, Default)]
pub(crate) struct Spans {
    file: String,
    texts: u32,
    cited: u32,
    outside: u32,
    /// Of drafts that are warned of, and of messages that ask.
    warned: Weakened,
    asking: Weakened,
}

/// How often a judgement is less sure without its strongest cue.
#[derive(Debug, Default)]
struct Weakened {
    less: u32,
    of: u32,
    /// The first lines of which it is not so.
    not: Vec<usize>,
}

/// So many lines are named.
const NAMED: usize = 10;

impl Spans {
    pub(crate) fn of(file: &str) -> Result<Self, String> {
        let mut spans = Self { file: file.to_owned(), ..Self::default() };
        for line in read(file)? {
            spans.look(&line).map_err(|misfit| misfit.told(file))?;
        }
        Ok(spans)
    }

    fn look(&mut self, line: &Line) -> Result<(), Misfit> {
        let text = line.word("text").or_else(|| line.word("a"));
        let text = text.ok_or_else(|| line.misfit("it has neither text nor a"))?;
        self.texts += 1;
        self.look_at_draft(line.number, text);
        self.look_at_acts(line.number, text);
        Ok(())
    }

    fn look_at_draft(&mut self, line: usize, text: &str) {
        let opinion = checked(text);
        for finding in &opinion.findings {
            finding.span.iter().chain(&finding.more).for_each(|span| self.cite(text, span));
        }
        if let Some(cue) = opinion.findings.iter().find_map(|finding| finding.span.clone()) {
            self.warned.take(line, opinion.weight, checked(&without(text, &cue)).weight);
        }
    }

    fn look_at_acts(&mut self, line: usize, text: &str) {
        let explained = balance::explain(text, InteractionKind::Message);
        for it in &explained {
            std::iter::once(&it.act.sentence)
                .chain(&it.cues)
                .for_each(|span| self.cite(text, span));
        }
        let asks = explained.iter().filter(|it| it.act.kind == ActKind::Ask);
        let strongest = asks.max_by(|a, b| a.act.certainty.total_cmp(&b.act.certainty));
        let cue = strongest.and_then(|it| Some((&it.act.sentence, it.cues.first()?)));
        if let Some((sentence, cue)) = cue {
            // A sentence is held against itself: others may ask as surely.
            let alone = text.get(sentence.clone()).unwrap_or_default();
            let start = sentence.start;
            let cue = cue.start.saturating_sub(start)..cue.end.saturating_sub(start);
            let rest = balance::ask_certainty(&without(alone, &cue));
            self.asking.take(line, balance::ask_certainty(alone), rest);
        }
    }

    fn cite(&mut self, text: &str, span: &Range<usize>) {
        self.cited += 1;
        self.outside += u32::from(text.get(span.clone()).is_none());
    }

    /// The figures for reading.
    pub(crate) fn table(&self, errors: bool) -> String {
        let Self { file, texts, cited, outside, warned, asking } = self;
        let (warnings, asks) = (warned.told(errors), asking.told(errors));
        format!(
            "{file}: {texts} texts, {cited} places cited, {outside} of them outside the text\n  \
             without the strongest cue a warning is less sure: {warnings}\n  \
             without the strongest cue an ask is less sure: {asks}"
        )
    }

    /// The figures for programs.
    pub(crate) fn as_json(&self) -> Value {
        json!({
            "file": self.file, "texts": self.texts, "cited": self.cited, "outside": self.outside,
            "warnings": self.warned.as_json(), "asks": self.asking.as_json(),
        })
    }
}

impl Weakened {
    fn take(&mut self, line: usize, before: f32, after: f32) {
        self.of += 1;
        if after < before {
            self.less += 1;
        } else if self.not.len() < NAMED {
            self.not.push(line);
        }
    }

    fn share(&self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.less) / f64::from(self.of))
    }

    fn told(&self, errors: bool) -> String {
        let share = self.share().map_or_else(|| "–".to_owned(), |share| format!("{share:.3}"));
        let lines: Vec<String> = self.not.iter().map(usize::to_string).collect();
        let not = if errors && !lines.is_empty() {
            format!(", not in lines {}", lines.join(", "))
        } else {
            String::new()
        };
        format!("{share} of {}{not}", self.of)
    }

    fn as_json(&self) -> Value {
        json!({"share": self.share(), "of": self.of, "not": self.not})
    }
}

/// The opinion of a letter to nobody in particular.
fn checked(text: &str) -> Opinion {
    let draft = Draft { channel: Channel::Email, subject: "", text, answers: None };
    draft::check(&draft, &Surroundings::default(), &SentIndex::default(), &Choices::default())
}

/// A text with one place taken away.
fn without(text: &str, place: &Range<usize>) -> String {
    let before = text.get(..place.start).unwrap_or_default();
    let after = text.get(place.end..).unwrap_or_default();
    format!("{before}{after}")
}
