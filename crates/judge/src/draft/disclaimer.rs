//! "Just ignore this if it does not apply", on an unsolicited ask.
//!
//! *Why it matters.* It says that the writer did not look whether it applies, and leaves the
//! sorting to the reader. Courtesy ("no worries if not", "please", "sorry to trouble you")
//! is never meant.
//!
//! *Silent when* the draft answers somebody, asks for nothing, or goes to somebody who has
//! written before.

use super::cues::Cues;
use super::page::{Page, finding};
use super::{Finding, Rule};
use std::sync::LazyLock;

const WEIGHT: f32 = 0.45;

/// Sentences that leave the sorting to the reader.
const PHRASES: &[&str] = &[
    "just|simply|please ignore|disregard|delete this|my|the",
    "free|welcome to ignore|disregard|delete this|it|my",
    "ignore|disregard|delete this|it email|message|mail|note|if",
    "if you're|you|this|it not|are|isn't|is|does|doesn't not? interested|relevant|applicable|apply please? just|simply|feel|ignore|disregard|delete",
    "if|unless you're|you are? not the right|best person|contact",
    "sorry|apologies|apologize|apologise|excuse for the|this mass|bulk|generic|cold|group email|mail|message|note|mailing",
    "for cross posting",
    "forgive the|this mass|generic|cold|group|bulk email|mail|message",
];

static CUES: LazyLock<Cues> = LazyLock::new(|| Cues::new([PHRASES].into_iter()));

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    if !page.english || page.asks.is_empty() || !page.is_unsolicited() {
        return;
    }
    let mut found = page.sentences.iter().flat_map(|sentence| CUES.find(sentence));
    if let Some((_, span)) = found.next() {
        let why = format!(
            "\u{201c}{}\u{201d} leaves it to the reader to find out whether this is for them.",
            page.inside(&span)
        );
        findings.push(finding(Rule::Disclaimer, Some(span), WEIGHT, why));
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{ada, bea, looks, to};

    const LETTER: &str =
        "Hi Ada,\ncould you speak at our meeting? Please ignore this if you are away.";

    #[test]
    fn a_stranger_is_not_to_do_the_sorting() {
        looks(
            super::look,
            &to([ada()]),
            "Hi Ada,\ncould you speak at our meeting? Please ignore this if you are away.\n                                \
             ^^^^^^^^^^^^^^^^^^ disclaimer",
        );
    }

    #[test]
    fn silent_with_somebody_who_has_written() {
        let mut friend = bea();
        friend.balance.two_way = true;
        looks(super::look, &to([friend]), LETTER);
    }

    #[test]
    fn silent_where_nothing_is_asked() {
        looks(super::look, &to([ada()]), "The date has moved. Please ignore my last mail.");
    }

    #[test]
    fn courtesy_is_no_disclaimer() {
        looks(
            super::look,
            &to([ada()]),
            "Could you look at it? No worries if not, and sorry to trouble you. Many thanks!",
        );
    }
}
