//! A webinar, a demo, a discount, a calendar link: how strangers write to lists.
//!
//! *Why it matters.* Such words cost the reader trust before the content is read.
//!
//! *Silent when* the content model finds the whole no likelier a blast than a letter, in an
//! answer, and mostly between people who write to each other (`relation.rs`); where a single
//! family of cues falls, since people do go to webinars together, the model may still say
//! that it reads like a mailing (`broadcast.rs`).

use super::page::{Page, finding};
use super::{Finding, Rule};
use std::ops::Range;

mod act;
mod appeal;
mod event;
mod flattery;
mod growth;
mod hurry;
mod meeting;
mod notice;
mod nudge;
mod offer;
mod opening;
mod opt_out;
mod ours;
mod prize;
mod theirs;

/// Phrases that tell the same thing. Phrases are written as `cues.rs` explains.
pub(super) struct Family {
    /// How the figures call it.
    pub(super) name: &'static str,
    /// How the figures call its frequency.
    pub(super) often: &'static str,
    pub(super) phrases: &'static [&'static str],
    /// It sells, invites or calls to action, and can be told.
    pub(super) sells: bool,
    /// It is one of those of which a stranger's letter puts several together.
    pub(super) cold: bool,
}

macro_rules! family {
    ($name:literal, $module:ident, $sells:literal, $cold:literal) => {
        Family {
            name: concat!("cue-", $name),
            often: concat!("often-", $name),
            phrases: $module::PHRASES,
            sells: $sells,
            cold: $cold,
        }
    };
}

/// Every family.
pub(super) const FAMILIES: &[Family] = &[
    family!("opt-out", opt_out, true, false),
    family!("act", act, true, false),
    family!("offer", offer, true, true),
    family!("prize", prize, true, false),
    family!("event", event, true, true),
    family!("hurry", hurry, true, false),
    family!("growth", growth, true, true),
    family!("ours", ours, true, true),
    family!("flattery", flattery, true, true),
    family!("meeting", meeting, true, true),
    family!("nudge", nudge, true, true),
    family!("opening", opening, true, true),
    family!("appeal", appeal, true, false),
    family!("notice", notice, false, false),
    family!("theirs", theirs, false, false),
];

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    if !page.content.sells {
        return;
    }
    let Some((first, more)) = page.content.places.split_first() else {
        return;
    };
    findings.push(Finding {
        more: more.to_vec(),
        ..finding(
            Rule::Pitch,
            Some(first.clone()),
            page.content.certainty,
            why(page, first, more.first()),
        )
    });
}

fn why(page: &Page<'_>, span: &Range<usize>, second: Option<&Range<usize>>) -> String {
    let first = page.quoted(span);
    match second {
        Some(second) => format!(
            "\u{201c}{first}\u{201d} and \u{201c}{}\u{201d} are how strangers write to lists.",
            page.quoted(second)
        ),
        None => format!("\u{201c}{first}\u{201d} is how strangers write to lists."),
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{ada, looks, spoken, to, weight_of};

    const PITCH: &str = "We help companies like yours fill their halls. I came across your \
        website and was impressed by your programme. Worth a quick call next week?";

    #[test]
    fn families_that_meet_are_told() {
        let said = spoken(super::look, &to([ada()]), PITCH);
        assert_eq!(said.len(), 1);
        assert!(said[0].ends_with("are how strangers write to lists."), "{said:?}");
    }

    #[test]
    fn one_such_word_is_life() {
        for text in [
            "Are you going to the conference in May? I am on the train at nine.",
            "Thanks for the call. Could you please send me the minutes?",
            "I am at the webinar until four, can we talk after it?",
        ] {
            looks(super::look, &to([ada()]), text);
        }
    }

    #[test]
    fn weighs_less_between_people_who_write_to_each_other() {
        let mut friend = ada();
        friend.balance.two_way = true;
        let dear = weight_of(super::look, &to([friend]), PITCH);
        assert!(dear < weight_of(super::look, &to([ada()]), PITCH));
    }

    #[test]
    fn silent_in_other_languages() {
        looks(
            super::look,
            &to([ada()]),
            "Wir laden Sie herzlich zu unserem Webinar ein und freuen uns auf die Demo mit Ihnen.",
        );
    }
}
