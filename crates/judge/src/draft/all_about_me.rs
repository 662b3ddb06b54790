//! All about the sender.
//!
//! *Why it matters.* I, we, our, and hardly a "you": the reader is an audience.
//!
//! *Silent when* the draft is short, answers somebody, or goes to somebody who writes too
//! (friends do tell each other what they are up to).

use super::page::{Page, finding};
use super::{Finding, Rule};

const WEIGHT: f32 = 0.15;
/// Below so many words a balance of pronouns is chance.
const WORDS: usize = 40;
/// So many mentions of oneself …
const MENTIONS: usize = 6;
/// … for each mention of the reader.
const TIMES: usize = 6;

const ME: &[&str] = &[
    "i",
    "i'm",
    "i've",
    "i'd",
    "i'll",
    "me",
    "my",
    "mine",
    "myself",
    "we",
    "we're",
    "we've",
    "we'd",
    "we'll",
    "us",
    "our",
    "ours",
    "ourselves",
];
const YOU: &[&str] = &[
    "you",
    "you're",
    "you've",
    "you'd",
    "you'll",
    "your",
    "yours",
    "yourself",
    "yourselves",
    "u",
    "ur",
];

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    if !page.english || page.count() < WORDS || !page.is_unsolicited() {
        return;
    }
    let count =
        |list: &[&str]| page.words().filter(|(word, _)| list.contains(&word.as_str())).count();
    let (me, you) = (count(ME), count(YOU));
    if me >= MENTIONS && me >= TIMES * you.max(1) {
        let why = format!(
            "\u{201c}I\u{201d} and \u{201c}we\u{201d} stand {me} times in it, \u{201c}you\u{201d} {you} times."
        );
        findings.push(finding(Rule::AllAboutMe, None, WEIGHT, why));
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{ada, looks, spoken, to};

    const MINE: &str = "I have opened my own practice this autumn and I am proud of our rooms. \
        We have painted them ourselves, and my brother built the shelves that we had wanted for so \
        long. Our first month was busy, and I already had to turn people away from our door.";

    #[test]
    fn an_audience_is_no_reader() {
        assert_eq!(spoken(super::look, &to([ada()]), MINE).len(), 1);
    }

    #[test]
    fn friends_tell_what_they_are_up_to() {
        let mut ada = ada();
        ada.balance.two_way = true;
        looks(super::look, &to([ada]), MINE);
    }

    #[test]
    fn a_question_to_the_reader_changes_it() {
        let asked = format!("{MINE} How are you, and how is your garden?");
        looks(super::look, &to([ada()]), &asked);
    }
}
