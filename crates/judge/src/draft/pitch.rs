//! A webinar, a demo, a discount, a calendar link: how strangers write to lists.
//!
//! *Why it matters.* Such words cost the reader trust before the content is read.
//!
//! *Silent when* a single such word falls, since people do go to webinars together; families
//! of cues have to meet. Weighs half in an answer and less between people who write to each
//! other.

use super::cues::Cues;
use super::page::{Page, finding};
use super::{Finding, Rule};
use crate::text::folded;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

mod families;

use families::FAMILIES;

/// Below, it is not worth telling.
const LEAST: f32 = 0.3;
/// A pitch alone is worth a look; with something about the relation it becomes a blast.
const MOST: f32 = 0.78;
/// What a second, different cue of one family adds, as a share of its own weight.
const SECOND: f32 = 0.4;
/// In an answer the reader has asked, perhaps for this.
const IN_AN_ANSWER: f32 = 0.5;
/// Between people who write to each other.
const AMONG_ACQUAINTANCES: f32 = 0.7;

static CUES: LazyLock<Cues> =
    LazyLock::new(|| Cues::new(FAMILIES.iter().map(|group| group.phrases)));

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    if !page.english {
        return;
    }
    let mut hits: Vec<(usize, Range<usize>)> =
        page.sentences.iter().flat_map(|sentence| CUES.find(sentence)).collect();
    hits.sort_by(|a, b| weight(b.0).total_cmp(&weight(a.0)).then(a.1.start.cmp(&b.1.start)));
    let weight = together(page, &hits) * context(page);
    let Some((_, span)) = hits.first().filter(|_| weight >= LEAST) else {
        return;
    };
    let more: Vec<_> =
        hits.iter().skip(1).map(|(_, span)| span.clone()).filter(|at| at != span).collect();
    findings.push(Finding {
        more: more.clone(),
        ..finding(Rule::Pitch, Some(span.clone()), weight.min(MOST), why(page, span, more.first()))
    });
}

fn why(page: &Page<'_>, span: &Range<usize>, second: Option<&Range<usize>>) -> String {
    let first = page.inside(span);
    match second {
        Some(second) => format!(
            "\u{201c}{first}\u{201d} and \u{201c}{}\u{201d} are how strangers write to lists.",
            page.inside(second)
        ),
        None => format!("\u{201c}{first}\u{201d} is how strangers write to lists."),
    }
}

fn weight(group: usize) -> f32 {
    FAMILIES.get(group).map_or(0.0, |group| group.weight)
}

/// The families' weights as independent hints; within a family the strongest cue counts, and
/// a second one a little.
fn together(page: &Page<'_>, hits: &[(usize, Range<usize>)]) -> f32 {
    let mut families: BTreeMap<&str, Vec<f32>> = BTreeMap::new();
    let mut places: Vec<&Range<usize>> = Vec::new();
    let mut said: BTreeSet<String> = BTreeSet::new();
    for (group, span) in hits {
        // A phrase inside a stronger one, or said again, is the same cue.
        let again = !said.insert(folded(page.inside(span)));
        if again || places.iter().any(|held| held.start < span.end && span.start < held.end) {
            continue;
        }
        places.push(span);
        if let Some(group) = FAMILIES.get(*group) {
            families.entry(group.family).or_default().push(group.weight);
        }
    }
    let silence = families.values().map(|weights| {
        let first = weights.first().copied().unwrap_or(0.0);
        let second = weights.get(1).copied().unwrap_or(0.0);
        (1.0 - first) * (1.0 - second * SECOND)
    });
    1.0 - silence.product::<f32>()
}

fn context(page: &Page<'_>) -> f32 {
    match (page.is_reply(), page.is_unsolicited()) {
        (true, _) => IN_AN_ANSWER,
        (_, false) => AMONG_ACQUAINTANCES,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{ada, looks, spoken, to};

    #[test]
    fn families_that_meet_are_marked() {
        looks(
            super::look,
            &to([ada()]),
            "Join our free webinar on quiet hiring.\nBook a demo today!\n^^^^^^^^^^^ pitch",
        );
    }

    #[test]
    fn one_such_word_is_life() {
        looks(
            super::look,
            &to([ada()]),
            "Are you going to the conference in May? I am on the train at nine.",
        );
        looks(
            super::look,
            &to([ada()]),
            "Thanks for the call. Could you please send me the minutes?",
        );
    }

    #[test]
    fn an_answer_may_offer_what_was_asked_for() {
        let pitch = "We could do a quick call: book a demo at calendly.com/dora.";
        assert_eq!(spoken(super::look, &to([ada()]), pitch).len(), 1);
        let mut friend = ada();
        friend.balance.two_way = true;
        let dear = crate::draft::tests::weight_of(super::look, &to([friend]), pitch);
        assert!(dear < crate::draft::tests::weight_of(super::look, &to([ada()]), pitch));
    }

    #[test]
    fn courtesy_never_adds_weight() {
        let pitch = "Join our free webinar. Book a demo today!";
        let polite =
            format!("{pitch} Thank you very much for your time, and please excuse the delay.");
        let weigh = |text: &str| crate::draft::tests::weight_of(super::look, &to([ada()]), text);
        assert_eq!(weigh(pitch), weigh(&polite));
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
