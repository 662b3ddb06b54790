//! Edited messages stand in the export twice: as they were first sent, and again with the moment
//! of the edit and ` (edited)` behind the new words. Nothing joins the two but who wrote them,
//! how near they are in time and how alike they read.

use super::said::Said;
use chrono::TimeDelta;
use std::collections::BTreeSet;

/// What stands behind the words of an edited message.
const MARK: &str = " (edited)";
/// How long a message may be edited.
const WITHIN: TimeDelta = TimeDelta::minutes(15);
/// Messages that are looked back at.
const LOOKED_AT: usize = 200;
/// Characters of two texts that are compared.
const COMPARED: usize = 2000;

/// Of messages in the order of their moments, an edited one takes the place of the one that it
/// was: the last wording, once, when it was first said.
pub(super) fn settle(said: &mut Vec<Said>) {
    let mut replaced = BTreeSet::new();
    for at in 0..said.len() {
        let Some(words) = said.get_mut(at).and_then(take_mark) else { continue };
        let Some(earlier) = original(said, at, &replaced) else { continue };
        if let Some(earlier) = said.get_mut(earlier) {
            earlier.text = words;
            replaced.insert(at);
        }
    }
    let mut at = 0;
    said.retain(|_| {
        at += 1;
        !replaced.contains(&(at - 1))
    });
}

/// Takes the mark off, where there is one, and answers the words.
fn take_mark(said: &mut Said) -> Option<String> {
    let words = said.text.strip_suffix(MARK)?.trim_end();
    said.text = words.to_owned();
    Some(said.text.clone())
}

/// Which earlier message the one at `at` was.
fn original(said: &[Said], at: usize, replaced: &BTreeSet<usize>) -> Option<usize> {
    let edited = said.get(at)?;
    let earlier = said.iter().enumerate().take(at).rev().take(LOOKED_AT);
    let near = earlier.take_while(|(_, other)| edited.moment.at - other.moment.at <= WITHIN);
    let own = near.filter(|(place, other)| {
        other.sender == edited.sender && other.call.is_none() && !replaced.contains(place)
    });
    let alike = own.map(|(place, other)| (likeness(&other.text, &edited.text), place));
    let best = alike.filter(|(alike, _)| *alike >= 50).max()?;
    Some(best.1)
}

/// How much of the longer text the two have in common at their beginnings and ends, in percent.
fn likeness(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().take(COMPARED).collect();
    let other: Vec<char> = other.chars().take(COMPARED).collect();
    let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
    let begin = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let shared = (begin + end).min(shorter);
    (shared * 100).checked_div(longer).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Moment;

    fn said(seconds: i64, sender: &str, text: &str) -> Said {
        Said {
            moment: Moment::from_millis(seconds * 1000, None),
            sender: sender.to_owned(),
            text: text.to_owned(),
            call: None,
            raw: Vec::new(),
        }
    }

    fn settled(mut all: Vec<Said>) -> Vec<String> {
        settle(&mut all);
        all.into_iter().map(|said| said.text).collect()
    }

    #[test]
    fn the_last_wording_counts_once() {
        let told = settled(vec![
            said(0, "Ada", "See you at fuor"),
            said(10, "Bea", "Good"),
            said(30, "Ada", "See you at four (edited)"),
            said(60, "Ada", "See you at five (edited)"),
        ]);
        assert_eq!(told, ["See you at five", "Good"]);
    }

    #[test]
    fn another_persons_words_and_words_of_long_ago_are_not_replaced() {
        let told = settled(vec![
            said(0, "Ada", "See you at four"),
            said(10, "Bea", "See you at four"),
            said(2000, "Bea", "See you at four! (edited)"),
            said(2001, "Dora", "See you at four. (edited)"),
        ]);
        let kept = ["See you at four", "See you at four", "See you at four!", "See you at four."];
        assert_eq!(told, kept);
    }

    #[test]
    fn the_likest_of_several_is_the_one() {
        let told = settled(vec![
            said(0, "Ada", "The train leaves at nine"),
            said(5, "Ada", "Bring the map"),
            said(9, "Ada", "The train leaves at ten (edited)"),
        ]);
        assert_eq!(told, ["The train leaves at ten", "Bring the map"]);
    }
}
