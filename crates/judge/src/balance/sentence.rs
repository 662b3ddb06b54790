//! One sentence as the cues see it: numbered words, and where an order could begin.

use super::cues::{Lexicon, WordId};
use crate::hash;

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

/// No short spelling is longer.
const LONGEST_SPELLING: usize = 6;

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

/// What stands in place of what differs from letter to letter.
const ADDRESS: &str = "<address>";
const NUMBER: &str = "<number>";
const NAME: &str = "<name>";

/// The sentence in hand. One is reused for a whole message.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    /// The words' numbers, contractions spelt out.
    pub(super) words: Vec<WordId>,
    /// The words' hashes; numbers, links, addresses and unknown names are one word each.
    pub(super) hashes: Vec<u32>,
    /// Whether a clause that can give an order begins at the word.
    pub(super) starts: Vec<bool>,
    /// Whether any clause begins at the word, be it only behind a comma.
    pub(super) clauses: Vec<bool>,
    /// It asks by its mark.
    pub(super) question: bool,
    /// It holds a link.
    pub(super) link: bool,
    /// How many words of the text (contractions are one).
    pub(super) count: usize,
    word: String,
    opened: bool,
    edge: bool,
    clause: bool,
}

impl Sentence {
    /// Takes a sentence in place of the one before.
    pub(super) fn read(&mut self, text: &str, lexicon: &Lexicon) {
        self.words.clear();
        self.hashes.clear();
        self.starts.clear();
        self.clauses.clear();
        self.count = 0;
        self.opened = false;
        self.edge = true;
        self.clause = true;
        self.link = false;
        self.question = is_question(text);
        for chunk in text.split_whitespace() {
            if is_link(chunk) {
                self.link = true;
                self.mask("<link>", lexicon);
            } else if is_address(chunk) {
                self.mask(ADDRESS, lexicon);
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
                let named = self.count > 0 && !self.clause && bare.starts_with(char::is_uppercase);
                self.word(&word, lexicon);
                self.disguise(&word, named);
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
        self.clause |= breaks || piece.ends_with(',');
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
        if let Some(parts) = spelt_out(word) {
            for part in parts.iter().filter(|part| !part.is_empty()) {
                self.push(part, lexicon);
            }
        } else if let Some((stem, ending)) = word.rsplit_once('\'') {
            self.contraction(stem, ending, lexicon);
        } else {
            self.push(word, lexicon);
        }
        let leads_in = (self.edge || self.clause) && LEAD_INS.binary_search(&word).is_ok();
        self.edge &= leads_in;
        self.clause &= leads_in;
    }

    /// A link or an address stands as one word.
    fn mask(&mut self, as_word: &str, lexicon: &Lexicon) {
        self.push(as_word, lexicon);
        self.edge = false;
        self.clause = false;
    }

    /// What a figure or a name is called is nobody's habit of asking: only that one stands there.
    fn disguise(&mut self, word: &str, named: bool) {
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        let name = named && self.words.last() == Some(&0);
        if let Some(last) = self.hashes.last_mut().filter(|_| number || name) {
            *last = hash::word(if number { NUMBER } else { NAME });
        }
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
        let hash = hash::word(word);
        self.words.push(lexicon.id(hash));
        self.hashes.push(hash);
        self.starts.push(self.edge);
        self.clauses.push(self.clause);
    }
}

/// What a short spelling stands for.
fn spelt_out(word: &str) -> Option<&'static [&'static str; 2]> {
    if word.len() > LONGEST_SPELLING {
        return None;
    }
    let at = SPELLINGS.binary_search_by_key(&word, |(short, _)| short).ok()?;
    SPELLINGS.get(at).map(|(_, parts)| parts)
}

fn lower(text: &str, into: &mut String) {
    if text.is_ascii() {
        into.push_str(text);
        return into.make_ascii_lowercase();
    }
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

fn is_address(chunk: &str) -> bool {
    chunk.split_once('@').is_some_and(|(before, behind)| !before.is_empty() && behind.contains('.'))
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
        assert!(SPELLINGS.iter().all(|(short, _)| short.len() <= LONGEST_SPELLING));
    }

    #[test]
    fn lead_ins_stand_in_order() {
        assert!(LEAD_INS.is_sorted());
    }

    #[test]
    fn names_figures_and_addresses_are_alike_for_the_model() {
        let read = |text: &str| {
            let mut sentence = Sentence::default();
            sentence.read(text, super::super::cues::lexicon());
            sentence.hashes
        };
        assert_eq!(
            read("Could you send Bea 12 copies to ada@example.org?"),
            read("Could you send Chidi 250 copies to dora@example.net?")
        );
        assert_ne!(
            read("Could you send Bea 12 copies?"),
            read("Could you send Bea twelve copies?")
        );
    }

    #[test]
    fn a_question_is_seen_behind_closing_marks_but_not_in_a_link() {
        assert!(is_question("Shall we meet?)"));
        assert!(is_question("Shall we meet?!"));
        assert!(!is_question("See https://example.org/?id=5"));
    }
}
