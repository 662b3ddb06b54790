//! The same text went to others.
//!
//! *Why it matters.* People recognise a letter that was not written to them, and they compare.
//!
//! *Silent when* the earlier messages went to the same person only, stand in the conversation
//! that is answered, or share no more than small talk, a greeting, a signature or quoted text.

use super::page::{Page, finding};
use super::{Evidence, Finding, Match, Rule};
use model::ContactId;
use std::collections::BTreeSet;

/// From here on an earlier message is the same text, not one that shares some of it.
const SAME: f32 = 0.8;
/// So many words that carry a meaning have to be the same; a short note is anybody's.
const SUBSTANCE: f32 = 4.0;
/// What the same text to one, two, three or more other messages weighs.
const COPIES: &[f32] = &[0.55, 0.7, 0.9];
/// The same for texts that share much of it.
const KIN: &[f32] = &[0.3, 0.45, 0.6];
/// Earlier messages shown.
const SHOWN: usize = 20;

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let recipients: Vec<ContactId> = page.around.recipients.iter().map(|to| to.contact).collect();
    let mut found = page.sent.like(page.draft, &recipients);
    found.retain(|earlier| earlier.to_others && earlier.substance >= SUBSTANCE);
    let Some(best) = found.first() else {
        return;
    };
    let same = found.iter().filter(|earlier| earlier.likeness >= SAME).count();
    let weight = step(COPIES, same).max(step(KIN, found.len()));
    let told: &[Match<'_>] = if same > 0 { found.get(..same).unwrap_or(&found) } else { &found };
    findings.push(Finding {
        evidence: told.iter().take(SHOWN).map(evidence).collect(),
        ..finding(Rule::SameText, best.span.clone(), weight, why(told, &recipients))
    });
}

/// One mailing is one copy, however many had it.
fn step(steps: &[f32], count: usize) -> f32 {
    let at = count.min(steps.len()).checked_sub(1);
    at.and_then(|at| steps.get(at)).copied().unwrap_or(0.0)
}

fn evidence(earlier: &Match<'_>) -> Evidence {
    Evidence {
        interaction: earlier.sent.interaction,
        to: earlier.sent.to.clone(),
        at: earlier.sent.at,
        likeness: earlier.likeness,
        text: earlier.sent.text.clone(),
    }
}

/// "3 of 4 sentences also went to 13 others, last on 2 March 2026."
fn why(told: &[Match<'_>], recipients: &[ContactId]) -> String {
    let others = told.iter().flat_map(|earlier| &earlier.sent.to);
    let others: BTreeSet<_> = others.filter(|to| !recipients.contains(to)).collect();
    let people = match others.len() {
        1 => "somebody else".to_owned(),
        count => format!("{count} others"),
    };
    let last = told.iter().map(|earlier| earlier.sent.at).max();
    let day = last.map(|at| at.at.format("%-d %B %Y").to_string()).unwrap_or_default();
    let how_much = match told.first() {
        Some(best) if best.sentences < best.of => {
            format!("{} of {} sentences", best.sentences, best.of)
        }
        _ => "This text".to_owned(),
    };
    format!("{how_much} also went to {people}, last on {day}.")
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{Desk, LETTER, ada, bea, to};
    use crate::draft::{Rule, Verdict};

    #[test]
    fn a_letter_that_five_others_have_is_a_blast_with_its_evidence() {
        let desk = Desk::with_sent(["chidi", "dora", "emre", "fay", "gus"]);
        let letter = LETTER.replace("NAME", "Ada");
        let opinion = desk.check(&to([ada()]), &letter);
        assert_eq!(opinion.verdict, Verdict::Blast);
        assert_eq!(opinion.because, "This text also went to 5 others, last on 1 January 1970.");
        let finding = &opinion.findings[0];
        assert_eq!((finding.rule, finding.evidence.len()), (Rule::SameText, 5));
        assert!(finding.evidence.iter().all(|shown| shown.likeness > 0.9));
    }

    #[test]
    fn one_other_is_worth_a_look() {
        let desk = Desk::with_sent(["chidi"]);
        let opinion = desk.check(&to([ada()]), &LETTER.replace("NAME", "Ada"));
        assert_eq!(opinion.verdict, Verdict::Look);
    }

    #[test]
    fn sent_again_to_the_same_person_is_no_campaign() {
        let desk = Desk::with_sent(["Bea"]);
        let opinion = desk.check(&to([bea()]), &LETTER.replace("NAME", "Bea"));
        assert!(opinion.findings.iter().all(|finding| finding.rule != Rule::SameText));
    }

    #[test]
    fn a_letter_of_its_own_has_no_copies() {
        let desk = Desk::with_sent(["chidi", "dora", "emre"]);
        let opinion = desk.check(&to([ada()]), "Hi Ada,\nthe plums in your garden must be ripe by now; may I come on Sunday with a basket?");
        assert_eq!(opinion.verdict, Verdict::Clear);
    }
}
