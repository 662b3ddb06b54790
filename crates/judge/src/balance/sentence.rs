//! One sentence as the cues see it: numbered words, and where an order could begin.

use super::cues::{Lexicon, WordId};

/// Short spellings of chats, and what they stand for.
const SPELLINGS: &[(&str, [&str; 2])] = &[
    ("cannot", ["can", "not"]),
    ("cant", ["can", "not"]),
    ("didnt", ["did", "not"]),
    ("doesnt", ["does", "not"]),
    ("dont", ["do", "not"]),
    ("fwd", ["forward", ""]),
    ("gonna", ["going", "to"]),
    ("gotta", ["got", "to"]),
    ("hv", ["have", ""]),
    ("im", ["i", "am"]),
    ("isnt", ["is", "not"]),
    ("ive", ["i", "have"]),
    ("kindly", ["please", ""]),
    ("lets", ["let", "us"]),
    ("lmk", ["let-me", "know"]),
    ("msg", ["message", ""]),
    ("pl", ["please", ""]),
    ("plese", ["please", ""]), // sic
    ("pls", ["please", ""]),
    ("plz", ["please", ""]),
    ("r", ["are", ""]),
    ("tel", ["tell", ""]),
    ("thanx", ["thanks", ""]),
    ("thnx", ["thanks", ""]),
    ("thx", ["thanks", ""]),
    ("tks", ["thanks", ""]),
    ("tnx", ["thanks", ""]),
    ("tx", ["thanks", ""]),
    ("txt", ["text", ""]),
    ("u", ["you", ""]),
    ("ur", ["your", ""]),
    ("wanna", ["want", "to"]),
    ("wat", ["what", ""]),
    ("wen", ["when", ""]),
    ("wud", ["would", ""]),
    ("ya", ["you", ""]),
];

/// What stands behind an apostrophe, spelt out.
const ENDINGS: &[(&str, &str)] =
    &[("d", "would"), ("ll", "will"), ("m", "am"), ("re", "are"), ("ve", "have")];

/// Words that `'s` turns into "… is", but for `let's`.
const IS: &[&str] =
    &["he", "here", "how", "it", "she", "that", "there", "what", "when", "where", "who", "why"];

/// Words before an order that do not take its edge: "and send it", "so, please".
const LEAD_INS: &[&str] = &[
    "also",
    "and",
    "anyway",
    "but",
    "guys",
    "hello",
    "hey",
    "hi",
    "just",
    "now",
    "ok",
    "okay",
    "or",
    "otherwise",
    "please",
    "so",
    "then",
    "well",
    "yes",
];

/// Words that open a clause after whose comma an order may follow: "if you can, send it".
const OPENERS: &[&str] = &[
    "after", "as", "before", "for", "if", "in", "on", "once", "since", "to", "when", "whenever",
    "while",
];

/// The sentence in hand. One is reused for a whole message.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    /// The words' numbers, contractions spelt out.
    pub(super) words: Vec<WordId>,
    /// Whether a clause that can give an order begins at the word.
    pub(super) starts: Vec<bool>,
    /// It asks by its mark.
    pub(super) question: bool,
    /// It holds a link.
    pub(super) link: bool,
    /// How many words of the text (contractions are one).
    pub(super) count: usize,
    word: String,
    opened: bool,
    edge: bool,
}

impl Sentence {
    /// Takes a sentence in place of the one before.
    pub(super) fn read(&mut self, text: &str, lexicon: &Lexicon) {
        self.words.clear();
        self.starts.clear();
        self.count = 0;
        self.opened = false;
        self.edge = true;
        self.link = false;
        self.question = is_question(text);
        for chunk in text.split_whitespace() {
            if is_link(chunk) {
                self.link = true;
                self.push("<link>", lexicon);
                self.edge = false;
            } else {
                self.chunk(chunk, lexicon);
            }
        }
    }

    /// A run without blanks: perhaps several words ("mail/call"), perhaps only marks.
    fn chunk(&mut self, chunk: &str, lexicon: &Lexicon) {
        let mut word = std::mem::take(&mut self.word);
        for piece in chunk.split_inclusive(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        {
            let bare = piece.trim_matches(|c: char| !c.is_alphanumeric());
            if !bare.is_empty() {
                word.clear();
                lower(bare, &mut word);
                self.word(&word, lexicon);
            }
            self.mark(piece);
        }
        self.word = word;
    }

    /// What the punctuation behind a word opens.
    fn mark(&mut self, piece: &str) {
        let breaks = match piece.chars().next_back() {
            Some(':' | ';' | '*' | '•' | '>' | '!' | '?' | '。') => true,
            Some(',' | '-' | '–' | '—') => self.opened || self.count <= 2,
            _ => false,
        };
        self.edge |= breaks;
        if self.count == 1 && piece.ends_with(':') {
            // "Fax: 555" is a label, no order.
            self.starts.fill(false);
        }
    }

    fn word(&mut self, word: &str, lexicon: &Lexicon) {
        self.count += 1;
        if self.count == 1 {
            self.opened = OPENERS.contains(&word);
        }
        if let Ok(at) = SPELLINGS.binary_search_by_key(&word, |(short, _)| short) {
            let parts = SPELLINGS.get(at).map(|(_, parts)| parts);
            for part in parts.into_iter().flatten().filter(|part| !part.is_empty()) {
                self.push(part, lexicon);
            }
        } else if let Some((stem, ending)) = word.rsplit_once('\'') {
            self.contraction(stem, ending, lexicon);
        } else {
            self.push(word, lexicon);
        }
        self.edge = self.edge && LEAD_INS.contains(&word);
    }

    fn contraction(&mut self, stem: &str, ending: &str, lexicon: &Lexicon) {
        if ending == "t" {
            let stem = match stem {
                "ca" | "can" => "can",
                "wo" | "won" => "will",
                "sha" | "shan" => "shall",
                other => other.strip_suffix('n').unwrap_or(other),
            };
            self.push(stem, lexicon);
            return self.push("not", lexicon);
        }
        self.push(stem, lexicon);
        match ENDINGS.iter().find(|(short, _)| *short == ending) {
            Some((_, full)) => self.push(full, lexicon),
            None if stem == "let" => self.push("us", lexicon),
            None if IS.contains(&stem) => self.push("is", lexicon),
            None => {}
        }
    }

    fn push(&mut self, word: &str, lexicon: &Lexicon) {
        self.words.push(lexicon.id(word));
        self.starts.push(self.edge);
    }
}

fn lower(text: &str, into: &mut String) {
    for c in text.chars() {
        match c {
            '’' => into.push('\''),
            c if c.is_ascii() => into.push(c.to_ascii_lowercase()),
            c => into.extend(c.to_lowercase()),
        }
    }
}

fn is_link(chunk: &str) -> bool {
    let chunk = chunk.trim_start_matches(['<', '(', '[', '"']);
    let head = chunk.get(..8).unwrap_or(chunk);
    let starts =
        |with: &str| head.get(..with.len()).is_some_and(|it| it.eq_ignore_ascii_case(with));
    starts("http://") || starts("https://") || starts("www.") || starts("$link")
}

fn is_question(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || ")\"'”’!.:;*_]".contains(c));
    bare.ends_with(['?', '？']) || text.contains("? ") || text.contains("?\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_spellings_stand_in_order() {
        assert!(SPELLINGS.is_sorted_by_key(|(short, _)| *short));
    }

    #[test]
    fn a_question_is_seen_behind_closing_marks_but_not_in_a_link() {
        assert!(is_question("Shall we meet?)"));
        assert!(is_question("Shall we meet?!"));
        assert!(!is_question("See https://example.org/?id=5"));
    }
}
