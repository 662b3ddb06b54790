//! A mailing in a language that the model does not read, by what needs no words: a link, and
//! with it prices, shouting or drawn lines. One of these is any letter; three together are
//! worth a look, and never more.

use super::Reading;
use super::marks::{Kind, Mark};
use std::ops::Range;

/// So many words in capitals, or exclamation marks, shout.
const SHOUTS: usize = 3;
/// So many kinds of loudness have to come with a link.
const KINDS: usize = 2;

/// Where it shows, the link first; empty where it does not.
pub(super) fn places(reading: &Reading, text: &str) -> Vec<Range<usize>> {
    let first = |fits: &dyn Fn(&Mark) -> bool| {
        reading.marks.iter().filter(|mark| !mark.at.is_empty()).find(|mark| fits(mark))
    };
    let shouted = |mark: &&Mark| {
        let word = text.get(mark.at.clone()).unwrap_or_default();
        mark.kind == Kind::Word && word.len() > 2 && word.chars().all(char::is_uppercase)
    };
    let called = text.matches('!').count() >= SHOUTS;
    let kinds = [
        first(&|mark| {
            mark.kind == Kind::Sign && matches!(mark.word.as_str(), "$" | "£" | "€" | "%")
        }),
        first(&|mark| mark.word == "==="),
        first(&|mark| mark.word == "!").filter(|_| called),
        reading.marks.iter().filter(shouted).nth(SHOUTS - 1),
    ];
    let loud: Vec<Range<usize>> = kinds.into_iter().flatten().map(|mark| mark.at.clone()).collect();
    match first(&|mark| mark.kind == Kind::Link) {
        Some(link) if loud.len() >= KINDS => std::iter::once(link.at.clone()).chain(loud).collect(),
        _ => Vec::new(),
    }
}
