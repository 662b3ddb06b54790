//! Greeting, body, closing, quoted history: what a letter is made of.

use super::{fold_into, folded, folded_words, lines, sentences, trimmed, word_places, words};
use std::ops::Range;

/// The parts of a message, each in bytes of its text; an absent part is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// "Hi Ada," with its punctuation.
    pub greeting: Range<usize>,
    /// What is said, between greeting and closing. May hold quoted lines; see [`own_sentences`].
    pub body: Range<usize>,
    /// "Best regards, Bea" and the signature under it.
    pub closing: Range<usize>,
    /// History under the message.
    pub quoted: Range<usize>,
}

/// Words that open a letter.
const OPENERS: &[&str] = &[
    "hi",
    "hello",
    "hey",
    "dear",
    "hiya",
    "greetings",
    "good",
    "morning",
    "afternoon",
    "evening",
    "hallo",
    "liebe",
    "lieber",
    "guten",
    "bonjour",
    "cher",
    "chère",
    "hola",
    "querido",
    "querida",
    "estimado",
    "estimada",
    "ciao",
    "caro",
    "cara",
    "olá",
    "hej",
    "beste",
    "geachte",
    "sehr",
];

/// A greeting has at most this many words.
const GREETING_WORDS: usize = 6;

/// Lines that close a letter, folded, without punctuation; a name may follow them.
const CLOSINGS: &[&str] = &[
    "best",
    "best regards",
    "kind regards",
    "warm regards",
    "regards",
    "rgds",
    "many thanks",
    "thanks",
    "thanks again",
    "thanks a lot",
    "thanks so much",
    "thanks in advance",
    "thank you",
    "thank you very much",
    "thx",
    "tia",
    "cheers",
    "sincerely",
    "yours sincerely",
    "yours truly",
    "sincerely yours",
    "yours",
    "yours faithfully",
    "all the best",
    "best wishes",
    "warmly",
    "love",
    "take care",
    "talk soon",
    "speak soon",
    "see you",
    "see you soon",
    "cordially",
    "respectfully",
    "with best regards",
    "with kind regards",
    "warmest regards",
    "kindest regards",
    "br",
    "looking forward",
    "mit freundlichen grüßen",
    "viele grüße",
    "liebe grüße",
    "beste grüße",
    "herzliche grüße",
    "gruß",
    "cordialement",
    "bien cordialement",
    "saludos",
    "un saludo",
    "un abrazo",
    "saluti",
    "cordiali saluti",
    "abraços",
    "met vriendelijke groet",
    "groeten",
    "mvh",
];

/// No closing is longer, in bytes.
const LONGEST_CLOSING: usize = 32;

/// Lines under which only a signature follows.
const RULED_WITH: &[char] = &['-', '_', '=', '*', '~', '–', '—'];
/// What stands under such a line is a signature or a list's footer if it has at most this many
/// lines; a longer text was only divided.
const RULED_ROWS: usize = 15;
/// How a telephone signs.
const SENT_FROM: &[&str] = &["sent from my", "get outlook for", "sent via", "von meinem iphone"];
/// A signature has at most this many lines, each at most that long.
const SIGNATURE_ROWS: usize = 8;
const SIGNATURE_WIDTH: usize = 70;

/// How lawyers sign.
const DISCLAIMERS: &[&str] = &[
    "this e-mail",
    "this email",
    "this message",
    "this communication",
    "this transmission",
    "the information contained",
    "the information in this",
    "the contents of this",
    "confidentiality notice",
    "notice:",
    "disclaimer:",
    "privileged",
];
const DISCLAIMED: &[&str] = &["confidential", "intended", "privileged", "addressee", "unauthori"];

/// Lines under which only history follows.
const HISTORY: &[&str] = &[
    "-----original message",
    "----- original message",
    "---- original message",
    "-----ursprüngliche",
    "---------- forwarded message",
    "---------------------- forwarded by",
    "----- forwarded by",
    "begin forwarded message",
    "-----message d'origine",
    "-----mensaje original",
];

/// Takes a message apart.
pub fn parts(text: &str) -> Parts {
    let history = history_start(text);
    let mut rows: Vec<(Range<usize>, &str)> = lines(text).collect();
    rows.retain(|(at, line)| at.start < history && !line.trim().is_empty());
    while rows.last().is_some_and(|(_, line)| is_quoted(line) || introduces_quote(line)) {
        rows.pop();
    }
    let end = rows.last().map_or(0, |(at, _)| at.end);
    let first = rows.iter().find(|(_, line)| !is_quoted(line) && !introduces_quote(line));
    let start = first.map_or(end, |(at, _)| at.start);
    let greeting_end = first.map_or(start, |(at, line)| at.start + greeting_len(line));
    let closing = closing_start(&rows, greeting_end).unwrap_or(end);
    Parts {
        greeting: trimmed(text, start..greeting_end),
        body: trimmed(text, greeting_end..closing.max(greeting_end)),
        closing: trimmed(text, closing..end.max(closing)),
        quoted: trimmed(text, end.max(closing)..text.len()),
    }
}

/// What the writer says: without greeting, closing, signature and the history under it.
pub fn own_part(text: &str) -> Range<usize> {
    parts(text).body
}

/// The sentences of [`own_part`] without quoted lines between them.
pub fn own_sentences(text: &str) -> Vec<Range<usize>> {
    let body = own_part(text);
    let inside = text.get(body.clone()).unwrap_or_default();
    let found = sentences(inside).into_iter();
    found
        .filter(|at| {
            let sentence = inside.get(at.clone()).unwrap_or_default();
            !is_quoted(sentence) && !introduces_quote(sentence)
        })
        .map(|at| at.start + body.start..at.end + body.start)
        .collect()
}

fn is_quoted(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with('>') || line.starts_with("|>") || line.starts_with("&gt;")
}

/// "On Monday Ada King wrote:".
fn introduces_quote(line: &str) -> bool {
    let line = line.trim();
    line.len() < 200
        && [" wrote:", " writes:", " schrieb:", " a écrit :", " escribió:"]
            .iter()
            .any(|end| line.ends_with(end))
}

/// Where history begins that has no quote marks, or the end of the text.
fn history_start(text: &str) -> usize {
    let rows: Vec<(Range<usize>, &str)> = lines(text).collect();
    for (at, line) in &rows {
        let line = line.trim_start();
        if line.starts_with(['-', 'b', 'B']) && begins_with(line, HISTORY) {
            return at.start;
        }
    }
    let mut said = false;
    for pair in rows.windows(3) {
        let [(at, first), (_, second), (_, third)] = pair else {
            continue;
        };
        if is_header(first, &["from:", "von:", "de :", "de:"])
            && (is_header(second, &["sent:", "date:", "to:", "gesendet:"])
                || is_header(third, &["sent:", "date:", "to:", "gesendet:"]))
        {
            return at.start;
        }
        // Where nothing was said above, what follows is the answer: its quote was taken out.
        if said && introduces_quote(first) && !is_quoted(second) && !is_quoted(third) {
            return at.start;
        }
        said = said || !first.trim().is_empty() && !is_quoted(first) && greeting_len(first) == 0;
    }
    text.len()
}

fn is_header(line: &str, names: &[&str]) -> bool {
    begins_with(line.trim_start(), names)
}

/// Whether a line begins with one of some folded marks.
fn begins_with(line: &str, marks: &[&str]) -> bool {
    if line.is_ascii() {
        let head = |mark: &&str| line.as_bytes().get(..mark.len());
        return marks
            .iter()
            .any(|mark| head(mark).is_some_and(|it| it.eq_ignore_ascii_case(mark.as_bytes())));
    }
    let low = folded(line);
    marks.iter().any(|mark| low.starts_with(mark))
}

/// How many bytes of a first line are greeting.
fn greeting_len(line: &str) -> usize {
    let words = folded_words(line);
    let Some((first, first_at)) = words.first() else {
        return 0;
    };
    let mark = line.find([',', '!', ':', '.', '–', '—']).filter(|&at| at > 0);
    let head = line.get(..mark.unwrap_or(line.len())).unwrap_or(line);
    let count = words.iter().filter(|(_, at)| at.end <= head.len()).count();
    if count > GREETING_WORDS || first_at.start > 2 {
        return 0;
    }
    let alone = head.trim().len()
        == line.trim_end_matches([',', '!', ':', '.', ' ', '–', '—', '-']).trim().len();
    if OPENERS.contains(&first.as_str()) && (mark.is_some() || alone) {
        return mark.map_or(line.len(), |at| end_of_mark(line, at));
    }
    // "Ada," or "Bea and Chidi:" alone on the line.
    let named = alone && count <= 3 && line.trim_end().ends_with([',', ':', '-', '–', '—']);
    if named { line.len() } else { 0 }
}

fn end_of_mark(line: &str, at: usize) -> usize {
    let tail = line.get(at..).unwrap_or_default();
    at + tail.chars().next().map_or(0, char::len_utf8)
}

/// Where closing and signature begin.
fn closing_start(rows: &[(Range<usize>, &str)], after: usize) -> Option<usize> {
    let own: Vec<_> =
        rows.iter().filter(|(at, line)| at.start >= after && !is_quoted(line)).collect();
    let low = own.len().saturating_sub(RULED_ROWS + 1);
    let ruled = own.iter().enumerate().skip(low).find(|(place, (_, line))| {
        // At the very beginning a line of strokes is an ornament, but "--" (RFC 3676) is what a
        // mail program sets above the signature of a letter that is still empty.
        is_rule(line) && (*place > 0 || line.trim() == "--")
    });
    let cut = ruled.map_or(own.len(), |(place, _)| place);
    let above = own.get(cut.saturating_sub(SIGNATURE_ROWS + 1)..cut)?;
    closing_row(above).or_else(|| own.get(cut).map(|(at, _)| at.start))
}

/// "--", "-- " and longer lines of strokes.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 2 && line.chars().all(|c| RULED_WITH.contains(&c))
}

/// The first of the last rows that closes: a closing line with only short rows under it, or
/// the writer's name alone at the end.
fn closing_row(tail: &[&(Range<usize>, &str)]) -> Option<usize> {
    let mut found = None;
    for (back, (at, line)) in tail.iter().rev().enumerate() {
        if disclaims(line.trim()) {
            found = Some(at.start);
            continue;
        }
        if line.chars().count() > SIGNATURE_WIDTH || ends_a_sentence(line) && !closes(line) {
            break;
        }
        if closes(line)
            || begins_with(line.trim(), SENT_FROM)
            || (back == 0 && tail.len() > 1 && is_name(line))
        {
            found = Some(at.start);
        }
    }
    found
}

/// "This e-mail is intended only for …"
fn disclaims(line: &str) -> bool {
    begins_with(line, DISCLAIMERS) && {
        let low = folded(line);
        DISCLAIMED.iter().any(|word| low.contains(word))
    }
}

/// "Kind regards," "Thanks, Mike" "Best".
fn closes(line: &str) -> bool {
    is_closing(line)
        || line
            .split_once([',', '!', '.', '-', '–', '—'])
            .is_some_and(|(head, name)| is_closing(head) && words(name).len() <= 3)
}

/// Whether the words are one of [`CLOSINGS`] and nothing else.
fn is_closing(text: &str) -> bool {
    let (mut said, mut word) = (String::new(), String::new());
    for at in word_places(text) {
        if said.len() > LONGEST_CLOSING {
            return false;
        }
        fold_into(text.get(at).unwrap_or_default(), &mut word);
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(&word);
    }
    CLOSINGS.contains(&said.as_str())
}

fn ends_a_sentence(line: &str) -> bool {
    line.trim_end().ends_with(['?', '!', ':', ';', ','])
        || (line.trim_end().ends_with('.') && words(line).len() > 3)
}

/// The writer's name: one word, or two or three with capitals, and no sentence's end.
fn is_name(line: &str) -> bool {
    let bare = line.trim().trim_start_matches(['-', '–', '—', ' ']);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let letters = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’');
    let shaped = words.iter().all(|word| word.trim_end_matches('.').chars().all(letters));
    match words.as_slice() {
        [only] => shaped && !only.ends_with('.'),
        [_, _] | [_, _, _] => shaped && words.iter().all(capital) && !bare.ends_with('.'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn taken(text: &str) -> [&str; 4] {
        let found = parts(text);
        [found.greeting, found.body, found.closing, found.quoted].map(|at| text.get(at).unwrap())
    }

    #[test]
    fn a_letter_falls_into_its_parts() {
        assert_eq!(
            taken("Hi Ada,\n\nCan we meet?\n\nBest,\nBea\n\nOn Monday Ada King wrote:\n> Hello"),
            ["Hi Ada,", "Can we meet?", "Best,\nBea", "On Monday Ada King wrote:\n> Hello"]
        );
    }

    #[test]
    fn a_greeting_and_a_closing_on_the_same_lines() {
        assert_eq!(
            taken("Dear Bea, how are you? Thanks, Ada")[..2],
            ["Dear Bea,", "how are you? Thanks, Ada"]
        );
        assert_eq!(
            taken("Chidi,\nsee below.\nThanks, Ada"),
            ["Chidi,", "see below.", "Thanks, Ada", ""]
        );
    }

    #[test]
    fn a_name_alone_closes_and_a_question_does_not() {
        assert_eq!(taken("See you there.\nAda")[2], "Ada");
        assert_eq!(taken("Hello Ada,\nStill on?")[1], "Still on?");
        assert_eq!(taken("Yes")[1], "Yes");
        assert_eq!(taken("Hello Ada,\nFine")[1], "Fine");
    }

    #[test]
    fn history_without_marks_is_cut() {
        let text = "Fine with me.\n\n-----Original Message-----\nFrom: Ada\nWill you come?";
        assert_eq!(taken(text)[1], "Fine with me.");
        let text = "Fine with me.\n\nFrom: Ada\nSent: Monday\nTo: Bea\nWill you come?";
        assert_eq!(taken(text)[1], "Fine with me.");
    }

    #[test]
    fn answers_between_quoted_lines_are_own_sentences() {
        let text = "On Monday Ada wrote:\n> Will you come?\nYes, with Dora.\n> And Chidi?\nHe is away then.";
        let own: Vec<_> = own_sentences(text).into_iter().map(|at| text.get(at).unwrap()).collect();
        assert_eq!(own, ["Yes, with Dora.", "He is away then."]);
    }

    #[test]
    fn an_answer_under_a_quote_that_was_taken_out_is_the_writers() {
        assert_eq!(
            taken("Ada King writes:\n\nThe loom is mended.\n\nThat is good news.")[1..3],
            ["The loom is mended.\n\nThat is good news.", ""]
        );
        let above = "The pupils will be glad of it.\n\nAda King writes:\nThe loom is mended.\nCome and see.";
        assert_eq!(taken(above)[1], "The pupils will be glad of it.");
    }

    #[test]
    fn a_signature_under_two_dashes_is_cut() {
        assert_eq!(
            taken("See you at six.\n\nCheers\nBea\n--\nBea Okoro\nExample Ltd.")[1],
            "See you at six."
        );
    }

    #[test]
    fn a_letter_that_is_still_empty_has_a_signature_and_no_body() {
        assert_eq!(taken("\n-- \nBea Okoro\nWeaver at the old granary")[1], "");
    }

    proptest! {
        #[test]
        fn parts_follow_one_another_in_any_text(text in "\\PC*|(Hi|Best|>|,|--|\n|[a-z é]|\\.){0,40}") {
            let found = parts(&text);
            let ends = [found.greeting, found.body, found.closing, found.quoted];
            prop_assert!(ends.iter().all(|at| text.get(at.clone()).is_some()));
            prop_assert!(ends.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }
}
