//! What of a mail's text is new, what is quoted history, what is signature.
//!
//! Every line goes to exactly one of the three; nothing is lost.

use super::signature;
use super::tongues::{self, Attribution, Label};

/// A copied header is no longer than this many lines.
const LONGEST_HEADER: usize = 40;
/// Nothing that introduces a quotation is longer than this (a list of recipients is).
const LONGEST_LINE: usize = 16 * 1024;
/// An attribution is broken into no more lines than these.
const LONGEST_ATTRIBUTION: usize = 4;

/// What a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text,
    Quoted,
    Signature,
}

/// A mail's text, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) text: String,
    pub(super) quoted: String,
    pub(super) signature: String,
}

/// Takes a text apart; `author` is the sender's name, by which a signature is known.
pub(super) fn take_apart(body: &str, author: &str) -> Parts {
    let lines: Vec<&str> = body.lines().collect();
    let mut marks = vec![Part::Text; lines.len()];
    mark_history(&lines, &mut marks);
    signature::mark(&lines, &mut marks, author);
    let mut parts = Gathered::default();
    for (line, part) in lines.iter().zip(&marks) {
        parts.take(line, *part);
    }
    Parts { text: parts.text.all, quoted: parts.quoted.all, signature: parts.signature.all }
}

/// The lines of each part.
#[derive(Default)]
struct Gathered {
    text: Lines,
    quoted: Lines,
    signature: Lines,
}

/// Lines of one part, with one empty line where others or empty ones stood between.
#[derive(Default)]
struct Lines {
    all: String,
    gap: bool,
}

impl Gathered {
    fn take(&mut self, line: &str, part: Part) {
        let line = line.trim_end();
        for (of, lines) in [
            (Part::Text, &mut self.text),
            (Part::Quoted, &mut self.quoted),
            (Part::Signature, &mut self.signature),
        ] {
            if of == part && !line.is_empty() {
                lines.push(line);
            } else {
                lines.gap = true;
            }
        }
    }
}

impl Lines {
    fn push(&mut self, line: &str) {
        if !self.all.is_empty() {
            self.all.push_str(if self.gap { "\n\n" } else { "\n" });
        }
        self.all.push_str(line);
        self.gap = false;
    }
}

/// Marks quoted blocks with what introduces them, and everything behind a copied header.
fn mark_history(lines: &[&str], marks: &mut [Part]) {
    let mut at = 0;
    while at < lines.len() {
        let step = match introduction(lines, at) {
            Some(found) if found.author_goes_on => {
                fill(marks, found.start, at + found.lines);
                found.lines
            }
            Some(found) => {
                fill(marks, found.start, lines.len());
                return;
            }
            None => {
                if is_quoted(lines, at) {
                    fill(marks, at, at + 1);
                }
                1
            }
        };
        at += step.max(1);
    }
    bridge_gaps(lines, marks);
}

fn fill(marks: &mut [Part], from: usize, to: usize) {
    for mark in marks.iter_mut().take(to).skip(from) {
        *mark = Part::Quoted;
    }
}

fn line<'l>(lines: &[&'l str], at: usize) -> &'l str {
    lines.get(at).copied().unwrap_or_default()
}

/// A line led by `>`; a row of them that only adorns is none.
fn is_quoted(lines: &[&str], at: usize) -> bool {
    let text = line(lines, at).trim_start();
    let adorns = text.starts_with(">>>>>>>>>>") || text.contains("<<<");
    text.starts_with('>') && !adorns
}

/// Empty lines between two quoted ones are quoted.
fn bridge_gaps(lines: &[&str], marks: &mut [Part]) {
    let mut last_quoted = None;
    for at in 0..lines.len() {
        if marks.get(at) == Some(&Part::Quoted) {
            if let Some(last) = last_quoted {
                fill(marks, last, at);
            }
            last_quoted = Some(at);
        } else if !line(lines, at).trim().is_empty() {
            last_quoted = None;
        }
    }
}

/// Lines that say that somebody else's words follow.
struct Introduction {
    /// Where they begin, perhaps before the line that gave them away.
    start: usize,
    /// How many from that line on.
    lines: usize,
    /// Only these lines are history for sure: `>` marks the rest of it, or the author's words
    /// can only be below.
    author_goes_on: bool,
}

fn introduction(lines: &[&str], at: usize) -> Option<Introduction> {
    let text = line(lines, at);
    if !tongues::may_introduce(text) || text.len() > LONGEST_LINE || is_quoted(lines, at) {
        return None;
    }
    let marked = |count| next_full(lines, at + count).is_some_and(|next| is_quoted(lines, next));
    let found = |start, count| Introduction { start, lines: count, author_goes_on: marked(count) };
    if tongues::announces(line(lines, at)) {
        return Some(found(at, 1));
    }
    if let Some((count, sure)) = attributed(lines, at) {
        let mut intro = found(at, count);
        let known = intro.author_goes_on || sure == Attribution::Surely;
        let nothing_above = next_full(lines, 0) == Some(at);
        intro.author_goes_on |= nothing_above;
        return known.then_some(intro);
    }
    let (start, count) = copied_header(lines, at)?;
    Some(found(start, count))
}

/// The next line that is not empty.
fn next_full(lines: &[&str], from: usize) -> Option<usize> {
    (from..lines.len()).find(|at| !line(lines, *at).trim().is_empty())
}

/// "On …, Ada wrote:", perhaps broken into several lines.
fn attributed(lines: &[&str], at: usize) -> Option<(usize, Attribution)> {
    let first = line(lines, at).trim();
    if let Some(sure) = tongues::attribution(first) {
        return Some((1, sure));
    }
    if !tongues::opens_attribution(first) || first.ends_with(':') {
        return None;
    }
    let mut joined = first.to_owned();
    for count in 2..=LONGEST_ATTRIBUTION {
        let next = line(lines, at + count - 1).trim();
        if next.is_empty() || joined.len() > 300 {
            return None;
        }
        joined.push(' ');
        joined.push_str(next);
        if next.ends_with(':') {
            let sure = tongues::attribution(&joined)?;
            return (sure == Attribution::Surely).then_some((count, sure));
        }
    }
    None
}

/// What was seen of a copied header.
#[derive(Default)]
struct Seen {
    labels: Vec<Label>,
    address: bool,
    time: bool,
}

impl Seen {
    fn has(&self, label: Label) -> bool {
        self.labels.contains(&label)
    }
}

/// A copied header (`From:`, `Sent:`, `To:`, `Subject:` …): where it begins, and how many
/// lines it has from `at` on. A memorandum, whose header is the author's own, is none.
fn copied_header(lines: &[&str], at: usize) -> Option<(usize, usize)> {
    let (first, value) = tongues::label(line(lines, at))?;
    let (seen, count) = fields(lines, at);
    let subject_or_to = seen.has(Label::Subject) || seen.has(Label::To);
    match first {
        Label::From => {
            let dated = seen.has(Label::Sent) || seen.time || tongues::has_stamp(value);
            let whole = seen.labels.len() >= 3 || (dated && seen.labels.len() >= 2);
            let copied = subject_or_to && whole && (dated || seen.address);
            copied.then(|| (before(lines, at), count))
        }
        Label::To | Label::Date | Label::Sent if subject_or_to => {
            let start = stamped_above(lines, at)?;
            (seen.labels.len() >= 2).then_some((start, count))
        }
        _ => None,
    }
}

/// Reads the fields from `at` on, continued lines and single empty lines between them included.
fn fields(lines: &[&str], at: usize) -> (Seen, usize) {
    let mut seen = Seen::default();
    let (mut end, mut gap) = (at, false);
    for next in at..lines.len().min(at + LONGEST_HEADER) {
        let text = line(lines, next);
        match tongues::label(text) {
            Some((label, value)) => {
                if seen.has(label) && label == Label::From {
                    break;
                }
                seen.time |= tongues::has_time(value) && label != Label::Subject;
                seen.address |= label == Label::From && value.contains('@');
                seen.labels.push(label);
                (end, gap) = (next, false);
            }
            None if text.trim().is_empty() => {
                if gap || seen.has(Label::Subject) {
                    break;
                }
                gap = true;
            }
            None if gap || seen.has(Label::Subject) => break,
            None => end = next,
        }
    }
    (seen, end + 1 - at)
}

/// A rule drawn above a copied header belongs to it.
fn before(lines: &[&str], at: usize) -> usize {
    let above = (0..at).rev().find(|above| !line(lines, *above).trim().is_empty());
    let is_rule =
        |text: &str| text.len() >= 5 && text.chars().all(|c| matches!(c, '_' | '-' | '='));
    above.filter(|above| is_rule(line(lines, *above).trim())).unwrap_or(at)
}

/// Lotus Notes writes the sender and a stamp above `To:`; where that begins.
fn stamped_above(lines: &[&str], at: usize) -> Option<usize> {
    let lowest = at.saturating_sub(5);
    let stamp = (lowest..at).rev().find(|above| tongues::has_stamp(line(lines, *above)))?;
    let starts_bare = line(lines, stamp).trim_start().starts_with(|c: char| c.is_ascii_digit())
        || line(lines, stamp).trim_start().starts_with("on ");
    let above = stamp.checked_sub(1).filter(|above| !line(lines, *above).trim().is_empty());
    Some(if starts_bare { above.unwrap_or(stamp) } else { stamp })
}
