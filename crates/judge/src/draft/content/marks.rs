//! A draft as the content model sees it: words, links, figures, strokes, each with its place.
//!
//! What would tell who writes or of what is masked: addresses, links and figures become one
//! mark each. Quoted lines and the history under the message are no part of it.

use crate::hash;
use crate::text::{Parts, folded, lines};
use std::ops::Range;

/// One thing that is read.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// The word as it is compared; a link as it is written.
    pub(super) word: String,
    /// The number by which grams know it.
    pub(super) hash: u32,
    /// Where it stands.
    pub(super) at: Range<usize>,
    pub(super) kind: Kind,
}

/// What sort of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// A word with a digit in it.
    Figure,
    Link,
    Address,
    /// A stroke that says something: an exclamation mark, a currency, a bullet.
    Sign,
    /// The end of a sentence; only cues mind it.
    Stop,
    /// A blank line.
    Gap,
}

/// So many marks are read from the beginning of a long text …
const HEAD: usize = 250;
/// … and so many from its end, where mailings say why one gets them.
const TAIL: usize = 120;
/// Strokes that are read.
const SIGNS: &[char] = &['!', '?', '$', '£', '€', '%', '…', '»', '•', ':', ';'];
/// Strokes that draw a line when there are three of them.
const DRAWN: &[char] = &['-', '=', '_', '*', '~', '#', '.'];

/// The marks of a subject. They have no place in the text, so that they count and are never
/// cited; tags and "Re:" belong to a list or a thread and are passed over.
pub(super) fn read_subject(subject: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let tags = ["re:", "fw:", "fwd:", "aw:"];
    let mut chunks = subject.split_whitespace().peekable();
    while let Some(head) = chunks.peek().map(|chunk| folded(chunk)) {
        let tag = head.starts_with('[') && head.ends_with(']');
        if !tag && !tags.contains(&head.as_str()) {
            break;
        }
        chunks.next();
    }
    for chunk in chunks {
        take_chunk(chunk, 0, &mut marks);
    }
    for mark in &mut marks {
        mark.at = 0..0;
    }
    push(&mut marks, ".", 0..0, Kind::Stop);
    marks
}

/// The marks of the writer's own lines.
pub(super) fn read(text: &str, parts: &Parts) -> Vec<Mark> {
    let mut marks = Vec::new();
    let end = if parts.quoted.is_empty() { text.len() } else { parts.quoted.start };
    for (at, line) in lines(text.get(..end).unwrap_or_default()) {
        if is_quoted(line) {
            continue;
        }
        if line.trim().is_empty() {
            push(&mut marks, "\u{b6}", at, Kind::Gap);
            continue;
        }
        take_line(line, at.start, &mut marks);
    }
    if marks.last().is_some_and(|mark| mark.kind == Kind::Gap) {
        marks.pop();
    }
    if marks.len() > HEAD + TAIL {
        marks.drain(HEAD..marks.len() - TAIL);
    }
    marks
}

/// "> so", and "AK> so" as some programs quote.
fn is_quoted(line: &str) -> bool {
    let head = line.split_whitespace().next().unwrap_or_default();
    let who = head.split('>').next().unwrap_or_default();
    head.contains('>') && who.len() <= 5 && who.chars().all(|c| c.is_uppercase() || c == '&')
}

fn take_line(line: &str, start: usize, marks: &mut Vec<Mark>) {
    let mut rest = line;
    while let Some(found) = rest.find(|c: char| !c.is_whitespace()) {
        let chunk = rest.get(found..).unwrap_or_default();
        let long = chunk.find(char::is_whitespace).unwrap_or(chunk.len());
        let begin = start + line.len() - chunk.len();
        take_chunk(chunk.get(..long).unwrap_or_default(), begin, marks);
        rest = chunk.get(long..).unwrap_or_default();
    }
}

/// What stands between two blanks.
fn take_chunk(chunk: &str, start: usize, marks: &mut Vec<Mark>) {
    let link = ["http://", "https://", "www.", "HTTP://", "WWW."];
    let link = link.iter().filter_map(|head| chunk.find(head)).min();
    if let Some(link) = link {
        take_letters(chunk.get(..link).unwrap_or_default(), start, marks);
        let host = chunk.get(link..).unwrap_or_default();
        let at = start + link..start + chunk.len();
        marks.push(Mark { word: folded(host), hash: hash::word("link:"), at, kind: Kind::Link });
    } else if chunk.find('@').is_some_and(|at| at > 0 && at + 1 < chunk.len()) {
        push(marks, "address:", start..start + chunk.len(), Kind::Address);
    } else {
        take_letters(chunk, start, marks);
    }
}

fn take_letters(chunk: &str, start: usize, marks: &mut Vec<Mark>) {
    let mut chars = chunk.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut end = at + c.len_utf8();
        let mut more = |fits: &dyn Fn(char, Option<char>) -> bool| {
            while let Some(&(next, d)) = chars.peek() {
                let after = chunk.get(next + d.len_utf8()..).and_then(|rest| rest.chars().next());
                if !fits(d, after) {
                    break;
                }
                end = next + d.len_utf8();
                chars.next();
            }
            end
        };
        if c.is_alphanumeric() {
            let end = more(&|d, after| {
                d.is_alphanumeric()
                    || (matches!(d, '\'' | '\u{2019}') && after.is_some_and(char::is_alphabetic))
            });
            push_word(chunk.get(at..end).unwrap_or_default(), start + at..start + end, marks);
        } else if DRAWN.contains(&c) {
            let end = more(&|d, _| d == c);
            if end - at >= 3 {
                let drawn = if c == '.' { "..." } else { "===" };
                push(marks, drawn, start + at..start + end, Kind::Sign);
            } else if c == '.' {
                push(marks, ".", start + at..start + end, Kind::Stop);
            }
        } else if SIGNS.contains(&c) {
            push(marks, c.encode_utf8(&mut [0; 4]), start + at..start + end, Kind::Sign);
        }
    }
}

fn push_word(word: &str, at: Range<usize>, marks: &mut Vec<Mark>) {
    if word.contains(|c: char| c.is_numeric()) {
        let masked = if word.len() < 4 { "#" } else { "####" };
        let hash = hash::word(masked);
        marks.push(Mark { word: folded(word), hash, at, kind: Kind::Figure });
    } else {
        let word = folded(word);
        let hash = hash::word(&word);
        marks.push(Mark { word, hash, at, kind: Kind::Word });
    }
}

/// A sign; said twice in a row it is one.
fn push(marks: &mut Vec<Mark>, sign: &str, at: Range<usize>, kind: Kind) {
    let again = marks.last().is_some_and(|last| last.word == sign);
    if !again {
        marks.push(Mark { word: sign.to_owned(), hash: hash::word(sign), at, kind });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::parts;

    #[track_caller]
    fn marked(text: &str) -> String {
        let marks = read(text, &parts(text));
        for mark in &marks {
            assert!(text.get(mark.at.clone()).is_some());
        }
        let shown =
            |mark: Mark| if mark.kind == Kind::Link { "link".to_owned() } else { mark.word };
        marks.into_iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_signs_and_gaps_stand_in_a_row() {
        assert_eq!(
            marked("Hi Ada,\n\nIt\u{2019}s done!!! ==== $40"),
            "hi ada \u{b6} it's done ! === $ 40"
        );
    }

    #[test]
    fn links_and_addresses_are_masked() {
        assert_eq!(
            marked("See (https://example.org/a?b=c) or ask ada@example.org."),
            "see link or ask address:"
        );
    }

    #[test]
    fn a_subject_has_no_places_and_no_tags() {
        let marks = read_subject("Re: [choir] The new hall");
        let words: Vec<&str> = marks.iter().map(|mark| mark.word.as_str()).collect();
        assert_eq!(words, ["the", "new", "hall", "."]);
        assert!(marks.iter().all(|mark| mark.at.is_empty()));
    }

    #[test]
    fn history_is_no_part_of_it() {
        assert_eq!(marked("Fine\n\nOn Monday Ada wrote:\n> Shall we?"), "fine");
        assert_eq!(marked("AK> Shall we?\nAK> Or not?\nFine"), "fine");
    }

    #[test]
    fn long_texts_are_read_at_both_ends() {
        let text = format!("{} end", "word again ".repeat(600));
        let words = marked(&text);
        assert!(words.ends_with("end") && words.split(' ').count() == HEAD + TAIL);
    }
}
