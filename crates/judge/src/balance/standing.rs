//! Standing lines: what somebody writes under everything they send.
//!
//! "To stop receiving this, write to us" asks for nothing, though it reads like a request; nor
//! does a standing "Any questions? Call me." A sentence that stands in many of somebody's
//! otherwise different messages is furniture. The same message sent again is not: who repeats a
//! request has asked twice.

use crate::text;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A sentence stands from so many different messages on …
const MESSAGES: usize = 3;
/// … if it is in at least this share of all that ask.
const SHARE: f64 = 0.5;

/// A message with the sentences that ask in it.
#[derive(Clone, Debug)]
pub struct Asking<'a> {
    /// What was written.
    pub text: &'a str,
    /// The asking sentences, in bytes of the text.
    pub asks: Vec<Range<usize>>,
}

/// Whether each of somebody's asking messages still asks when standing lines are left out.
pub fn asks_beyond_standing_lines(messages: &[Asking<'_>]) -> Vec<bool> {
    let mut bodies: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for message in messages {
        let body = folded(message.text);
        for line in lines(message) {
            bodies.entry(line).or_default().insert(body.clone());
        }
    }
    let enough = (messages.len() as f64 * SHARE).max(MESSAGES as f64);
    let stands = |line: &String| bodies.get(line).is_some_and(|of| of.len() as f64 >= enough);
    messages.iter().map(|message| lines(message).iter().any(|line| !stands(line))).collect()
}

fn lines(message: &Asking<'_>) -> Vec<String> {
    message.asks.iter().filter_map(|at| message.text.get(at.clone())).map(folded).collect()
}

fn folded(text: &str) -> String {
    let words = text::folded_words(text).into_iter().map(|(word, _)| word);
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether each page still asks; what asks in it stands behind the bar.
    fn still(pages: &[&str]) -> Vec<bool> {
        let asking = |page: &&'static str| {
            let (before, ask) = page.split_once('|').unwrap();
            let text: &'static str = Box::leak(format!("{before}{ask}").into_boxed_str());
            let ask = before.len()..text.len();
            Asking { text, asks: Vec::from([ask]) }
        };
        let pages: Vec<&'static str> =
            pages.iter().map(|page| &*Box::leak((*page).to_owned().into_boxed_str())).collect();
        asks_beyond_standing_lines(&pages.iter().map(asking).collect::<Vec<_>>())
    }

    #[test]
    fn a_line_under_every_different_letter_asks_for_nothing() {
        let pages = [
            "Gas is up. |Do you wish to subscribe?",
            "Gas is down. |Do you wish to subscribe?",
            "Gas is flat. |Do you wish to subscribe?",
        ];
        assert_eq!(still(&pages), [false, false, false]);
    }

    #[test]
    fn the_same_letter_sent_again_still_asks() {
        let pages = ["Hello. |Could you fill in our survey?"; 4];
        assert_eq!(still(&pages), [true; 4]);
    }

    #[test]
    fn two_of_a_kind_are_no_habit() {
        let pages = [
            "One. |Could you call me?",
            "Two. |Could you call me?",
            "Three. |Could you send the plan?",
        ];
        assert_eq!(still(&pages), [true; 3]);
    }

    #[test]
    fn somebody_who_never_asked_is_no_trouble() {
        assert!(asks_beyond_standing_lines(&[]).is_empty());
    }
}
