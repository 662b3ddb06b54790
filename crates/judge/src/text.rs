//! What both judgements need of a text: its sentences, its words, its parts, its language.
//!
//! Every span is in bytes of the text it was asked about and lies on character boundaries.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

mod language;
mod parts;

pub use language::is_english;
pub use parts::{Parts, own_part, own_sentences, parts};

/// A line this long was wrapped by the mail program; a shorter one was ended by the writer.
const WRAPPED: usize = 56;

/// Words that end in a stop without ending a sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "e.g", "i.e", "eg", "ie", "approx", "dept", "ext",
    "no", "inc", "ltd", "co", "corp", "jr", "sr", "p.s", "a.m", "p.m", "jan", "feb", "mar", "apr",
    "aug", "sept", "oct", "nov", "dec",
];

/// The sentences of a text, trimmed of surrounding blanks. A blank line, a bullet, a quote
/// mark and a short line end a sentence as a full stop does.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for block in blocks(text) {
        let Some(inside) = text.get(block.clone()) else {
            continue;
        };
        let mut start = block.start;
        for end in stops(inside) {
            push_trimmed(text, start..block.start + end, &mut found);
            start = block.start + end;
        }
        push_trimmed(text, start..block.end, &mut found);
    }
    found
}

/// The words of a text: letters and digits with apostrophes inside. Each ideograph and kana
/// is a word of its own, since those scripts set no blanks.
pub fn words(text: &str) -> Vec<Range<usize>> {
    word_places(text).collect()
}

/// The same, one after another.
fn word_places(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let begin = rest.find(|c: char| c.is_alphanumeric() || stands_alone(c))?;
        let word = rest.get(begin..)?;
        let start = at + begin;
        at = start + word_len(word);
        Some(start..at)
    })
}

/// How long the word is that begins here.
fn word_len(text: &str) -> usize {
    let plain = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let mut chars = text.get(plain..).unwrap_or_default().char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let at = plain + at;
        if stands_alone(c) {
            return if at == 0 { c.len_utf8() } else { at };
        }
        if !c.is_alphanumeric() && !joins(c, next) {
            return at;
        }
    }
    text.len()
}

/// A word as it is compared: compatibility forms resolved, lower case, straight apostrophes.
pub fn folded(word: &str) -> String {
    let mut folded = String::new();
    fold_into(word, &mut folded);
    folded
}

/// The same in place of what `into` holds: for many words after another.
fn fold_into(word: &str, into: &mut String) {
    into.clear();
    if word.is_ascii() {
        into.push_str(word);
        return into.make_ascii_lowercase();
    }
    let plain = word.nfkc().map(|c| if is_apostrophe(c) { '\'' } else { c });
    into.extend(plain.flat_map(char::to_lowercase));
}

/// The words of a text, folded, each with its place.
pub fn folded_words(text: &str) -> Vec<(String, Range<usize>)> {
    let places = words(text).into_iter();
    places.map(|at| (folded(text.get(at.clone()).unwrap_or_default()), at)).collect()
}

/// `span` without the blanks at its ends.
pub fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let inside = text.get(span.clone()).unwrap_or_default();
    let start = span.start + (inside.len() - inside.trim_start().len());
    start..start + inside.trim().len()
}

/// The lines of a text with their places, line ends left out.
pub fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let here = start;
        start += line.len();
        let bare = line.trim_end_matches(['\n', '\r']);
        (here..here + bare.len(), bare)
    })
}

fn push_trimmed(text: &str, span: Range<usize>, found: &mut Vec<Range<usize>>) {
    let span = trimmed(text, span);
    let inside = text.get(span.clone()).unwrap_or_default();
    if inside.chars().any(char::is_alphanumeric) {
        found.push(span);
    }
}

/// Runs of lines that belong together: paragraphs, or single lines that the writer ended.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (at, line) in lines(text) {
        let bare = line.trim();
        if bare.is_empty() {
            goes_on = false;
            continue;
        }
        match found.last_mut() {
            Some(last) if goes_on && !opens_a_block(bare) => last.end = at.end,
            _ => found.push(at),
        }
        goes_on = line.chars().count() >= WRAPPED || bare.ends_with(|c: char| c.is_lowercase());
    }
    found
}

/// A bullet, a number with a stop, a quote mark.
fn opens_a_block(line: &str) -> bool {
    let mut chars = line.chars();
    match (chars.next(), chars.next()) {
        (Some('-' | '*' | '•' | '–' | '>' | '|'), _) => true,
        (Some(digit), Some('.' | ')')) => digit.is_ascii_digit(),
        _ => false,
    }
}

/// Where the sentences of one block end, in bytes of the block.
fn stops(block: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut chars = block.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？') {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some(&(more, next)) = chars.peek() {
            if !matches!(next, '.' | '!' | '?' | '…' | ')' | '"' | '\'' | '”' | '’') {
                break;
            }
            end = more + next.len_utf8();
            chars.next();
        }
        let blank = chars.peek().is_none_or(|&(_, next)| next.is_whitespace());
        let wide = matches!(c, '。' | '！' | '？');
        if wide || (blank && !(c == '.' && abbreviates(block.get(..at).unwrap_or_default()))) {
            found.push(end);
        }
    }
    found
}

/// Whether what stands before a stop is an abbreviation or an initial.
fn abbreviates(before: &str) -> bool {
    let word = before.rsplit([' ', '\n', '\t', '(']).next().unwrap_or("");
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    initial || ABBREVIATIONS.contains(&folded(word).as_str())
}

fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}')
}

fn joins(c: char, next: Option<char>) -> bool {
    is_apostrophe(c) && next.is_some_and(char::is_alphabetic)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|at| text.get(at).unwrap()).collect()
    }

    #[test]
    fn stops_end_sentences_and_abbreviations_do_not() {
        assert_eq!(
            cut("Dr. Chidi came at 5 p.m. today! Did you see him? J. Okoro did…"),
            ["Dr. Chidi came at 5 p.m. today!", "Did you see him?", "J. Okoro did…"]
        );
    }

    #[test]
    fn a_wrapped_line_goes_on_and_a_short_line_ends() {
        assert_eq!(
            cut("This line is so long that the program of the sender has\nwrapped it.\nAda"),
            ["This line is so long that the program of the sender has\nwrapped it.", "Ada"]
        );
        assert_eq!(cut("Hi Bea,\nSee you?"), ["Hi Bea,", "See you?"]);
    }

    #[test]
    fn bullets_are_sentences() {
        assert_eq!(cut("- one thing\n- another"), ["- one thing", "- another"]);
    }

    #[test]
    fn words_keep_their_apostrophes_and_ideographs_stand_alone() {
        let text = "I don’t, 'tis 2nd 東京";
        let found: Vec<_> = folded_words(text).into_iter().map(|(word, _)| word).collect();
        assert_eq!(found, ["i", "don't", "tis", "2nd", "東", "京"]);
    }

    proptest! {
        #[test]
        fn spans_lie_in_any_text(text in "\\PC*|(.|\n){0,80}") {
            for span in sentences(&text).into_iter().chain(words(&text)) {
                prop_assert!(text.get(span).is_some_and(|inside| !inside.is_empty()));
            }
        }
    }
}
