//! Nothing in it is about this reader.
//!
//! *Why it matters.* A letter that could go to anyone is read as one that did.
//!
//! *Silent when* the draft answers somebody, is short, goes to many (another rule speaks
//! then), or takes up one word that counts out of what is known of the reader: their notes,
//! their last messages, their organisation, their work. Where nothing is known it speaks,
//! lightly, only if the draft also asks.

use super::page::{Page, called, finding};
use super::{Finding, Recipient, Rule};
use crate::text::{folded_words, is_english};
use std::collections::BTreeSet;
use std::sync::LazyLock;

const WEIGHT: f32 = 0.2;
const NOTHING_KNOWN: f32 = 0.1;
/// Shorter drafts have no room for it.
const WORDS: usize = 30;
/// With more readers than this nobody expects it.
const READERS: usize = 3;
/// A word that is about something has at least this many letters.
const LETTERS: usize = 4;
/// Words are compared by this many letters, so that "planning" takes up "plans".
const STEM: usize = 5;

/// Words of every letter; sharing one says nothing.
const COMMON: &[&str] = &[
    "about",
    "after",
    "again",
    "already",
    "also",
    "always",
    "another",
    "answer",
    "anything",
    "around",
    "because",
    "been",
    "before",
    "being",
    "best",
    "better",
    "both",
    "business",
    "call",
    "come",
    "coming",
    "company",
    "could",
    "date",
    "dear",
    "different",
    "doing",
    "done",
    "down",
    "each",
    "email",
    "even",
    "ever",
    "every",
    "everyone",
    "everything",
    "feel",
    "find",
    "first",
    "forward",
    "free",
    "from",
    "getting",
    "give",
    "glad",
    "going",
    "good",
    "great",
    "happy",
    "have",
    "having",
    "hear",
    "hello",
    "help",
    "here",
    "hope",
    "idea",
    "interest",
    "interested",
    "into",
    "just",
    "keep",
    "kind",
    "know",
    "last",
    "latest",
    "later",
    "like",
    "little",
    "long",
    "look",
    "looking",
    "made",
    "mail",
    "make",
    "many",
    "maybe",
    "mean",
    "meet",
    "meeting",
    "message",
    "might",
    "month",
    "more",
    "morning",
    "most",
    "much",
    "must",
    "need",
    "never",
    "news",
    "next",
    "nice",
    "note",
    "nothing",
    "okay",
    "once",
    "only",
    "open",
    "other",
    "over",
    "part",
    "people",
    "perhaps",
    "place",
    "please",
    "point",
    "possible",
    "quick",
    "quite",
    "read",
    "really",
    "recent",
    "regards",
    "right",
    "said",
    "same",
    "seem",
    "seen",
    "send",
    "sent",
    "several",
    "share",
    "should",
    "show",
    "since",
    "some",
    "somebody",
    "someone",
    "something",
    "soon",
    "sorry",
    "still",
    "such",
    "sure",
    "take",
    "talk",
    "tell",
    "than",
    "thank",
    "thanks",
    "that",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "thing",
    "things",
    "think",
    "this",
    "those",
    "thought",
    "through",
    "time",
    "today",
    "together",
    "tomorrow",
    "tonight",
    "touch",
    "under",
    "until",
    "very",
    "want",
    "wanted",
    "week",
    "weekend",
    "well",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "will",
    "wish",
    "with",
    "without",
    "wonder",
    "work",
    "working",
    "would",
    "write",
    "year",
    "years",
    "yesterday",
    "your",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "manager",
    "senior",
    "director",
    "head",
    "lead",
    "team",
    "group",
    "interesting",
    "question",
    "questions",
    "team",
    "product",
    "service",
    "services",
    "limited",
];

static COMMON_STEMS: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| COMMON.iter().map(|word| stem(word)).collect());

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let readers = &page.around.recipients;
    let may_speak = page.english && !page.is_reply() && page.count() >= WORDS;
    if !may_speak || readers.is_empty() || readers.len() > READERS {
        return;
    }
    let said: BTreeSet<String> = page.words().filter_map(|(word, _)| telling(word)).collect();
    let untouched =
        readers.iter().find(|reader| known(reader).is_disjoint(&said) && !named(page, reader));
    let Some(reader) = untouched else {
        return;
    };
    if !known(reader).is_empty() {
        let why = format!("Nothing in it touches what you know of {}.", called(reader));
        findings.push(finding(Rule::NothingAboutThem, None, WEIGHT, why));
    } else if !page.asks.is_empty() {
        let why = format!("Nothing is noted of {} yet that it could take up.", called(reader));
        findings.push(finding(Rule::NothingAboutThem, None, NOTHING_KNOWN, why));
    }
}

/// Every reader's notes or own words are taken up. Their name and their organisation are not
/// enough: a mail merge has those, too.
pub(super) fn touches(page: &Page<'_>) -> bool {
    let readers = &page.around.recipients;
    if readers.is_empty() || readers.len() > READERS {
        return false;
    }
    let said: BTreeSet<String> = page.words().filter_map(|(word, _)| telling(word)).collect();
    readers.iter().all(|reader| !stems(noted(reader)).is_disjoint(&said))
}

/// What is known of a reader, as stems of words that count.
fn known(reader: &Recipient) -> BTreeSet<String> {
    let places = reader.organisations.iter().chain([&reader.title]);
    stems(noted(reader).chain(places))
}

/// Their notes and what they wrote.
fn noted(reader: &Recipient) -> impl Iterator<Item = &String> {
    let notes = reader.notes.iter().map(|(_, text)| text);
    notes.chain(reader.their_last.iter().filter(|text| is_english(text)))
}

fn stems<'t>(texts: impl Iterator<Item = &'t String>) -> BTreeSet<String> {
    texts.flat_map(|text| telling_words(text)).collect()
}

/// The words of a text that are about something, as stems: two texts that share one take up
/// the same thing.
pub fn telling_words(text: &str) -> BTreeSet<String> {
    folded_words(text).into_iter().filter_map(|(word, _)| telling(&word)).collect()
}

/// They are spoken to by name in the middle of the letter.
fn named(page: &Page<'_>, reader: &Recipient) -> bool {
    let given = crate::text::folded(&reader.name.given);
    !given.is_empty() && page.words().any(|(word, _)| *word == given)
}

/// The stem of a word that is about something.
fn telling(word: &str) -> Option<String> {
    let letters = word.chars().count();
    let stem = stem(word);
    (letters >= LETTERS && !COMMON_STEMS.contains(&stem)).then_some(stem)
}

fn stem(word: &str) -> String {
    word.trim_end_matches("'s").chars().take(STEM).collect()
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{ada, looks, spoken, to};
    use model::NoteKind;

    const ANYONE: &str = "Our hall opens again in autumn after long repairs, and there is a programme \
        of evenings with music, readings and discussions for everybody in town. Would you like to \
        come to the first of them and bring along whoever enjoys such things?";

    #[test]
    fn what_is_known_and_not_taken_up_is_told() {
        let mut ada = ada();
        ada.notes.push((NoteKind::Interest, "builds looms from old pianos".into()));
        let said = spoken(super::look, &to([ada]), ANYONE);
        assert_eq!(said, ["Nothing in it touches what you know of Ada King."]);
    }

    #[test]
    fn one_word_out_of_a_note_is_enough() {
        let mut ada = ada();
        ada.notes.push((NoteKind::Interest, "plays the piano, loves musicals".into()));
        looks(super::look, &to([ada]), ANYONE);
    }

    #[test]
    fn where_nothing_is_known_only_an_ask_is_told() {
        let said = spoken(super::look, &to([ada()]), ANYONE);
        assert_eq!(said, ["Nothing is noted of Ada King yet that it could take up."]);
        let telling = ANYONE.split_once("Would").unwrap().0.repeat(2);
        looks(super::look, &to([ada()]), &telling);
    }

    #[test]
    fn short_messages_have_no_room_for_it() {
        looks(super::look, &to([ada()]), "Will you be at the hall on Sunday?");
    }
}
