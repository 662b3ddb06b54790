//! The same text went to others.
//!
//! *Why it matters.* People recognise a letter that was not written to them, and they compare.
//!
//! *Silent when* the earlier messages went to the same person only, stand in the conversation
//! that is answered, share no more than small talk, a greeting, a signature or quoted text, or
//! were meant to be the same for many.

use super::page::{Page, finding};
use super::{Copy, Evidence, Finding, Rule, Run, Sent, Went};
use chrono::NaiveDate;
use model::ContactId;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// From here on an earlier message is the same text, not one that shares some of it.
const SAME: f32 = 0.75;
/// What the same text to one, two, three or more other messages weighs.
const COPIES: &[f32] = &[0.55, 0.7, 0.9];
/// The same for texts that share much of it.
const KIN: &[f32] = &[0.5, 0.55, 0.65];
/// Earlier messages shown.
const SHOWN: usize = 20;
/// From so many messages on that differ in slots alone, it is mail merge.
const MERGED: usize = 2;
/// What a slot holds in bytes at the most; more is a sentence of its own.
const SLOT: usize = 80;

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let copies = page.sent.like(page.draft);
    if copies.iter().any(|copy| copy.sent.iter().any(|sent| sent.meant)) {
        return;
    }
    let recipients: BTreeSet<ContactId> =
        page.around.recipients.iter().map(|to| to.contact).collect();
    let told = Told::of(&copies, &recipients);
    let Some((best, _)) = told.messages.first() else {
        return;
    };
    let same = told.messages.iter().filter(|(copy, _)| copy.share >= SAME).count();
    let weight = step(COPIES, same).max(step(KIN, told.messages.len()));
    let merged = told.messages.len() >= MERGED;
    let slots = if merged { slots(&told.messages) } else { Vec::new() };
    let merged = !slots.is_empty();
    let mut spans = best.taken.iter().cloned();
    findings.push(Finding {
        evidence: told.evidence(),
        went: Some(told.went()),
        slots,
        ..finding(Rule::SameText, spans.next(), weight, told.why(best, merged))
    });
    if let Some(finding) = findings.last_mut() {
        finding.more = spans.collect();
    }
}

/// One message is one copy, however many had it.
fn step(steps: &[f32], count: usize) -> f32 {
    let at = count.min(steps.len()).checked_sub(1);
    at.and_then(|at| steps.get(at)).copied().unwrap_or(0.0)
}

/// The messages that went to others, with the text each carried.
struct Told<'a> {
    /// Newest first within each copy; the surest copy first.
    messages: Vec<(&'a Copy<'a>, &'a Sent)>,
    /// Who had it besides those the draft goes to.
    others: BTreeSet<ContactId>,
}

impl<'a> Told<'a> {
    fn of(copies: &'a [Copy<'a>], recipients: &BTreeSet<ContactId>) -> Self {
        let others = |sent: &Sent| sent.to.iter().any(|to| !recipients.contains(to));
        let messages: Vec<_> = copies
            .iter()
            .flat_map(|copy| copy.sent.iter().rev().map(move |sent| (copy, *sent)))
            .filter(|(_, sent)| others(sent))
            .collect();
        let had = messages.iter().flat_map(|(_, sent)| sent.to.iter().copied());
        let others = had.filter(|to| !recipients.contains(to)).collect();
        Self { messages, others }
    }

    fn went(&self) -> Went {
        let answered = self.messages.iter().filter(|(_, sent)| sent.answered.is_some()).count();
        let campaign = self.messages.iter().find_map(|(copy, _)| copy.campaign);
        Went { people: count(self.others.len()), answered: count(answered), campaign }
    }

    fn evidence(&self) -> Vec<Evidence> {
        let shown = self.messages.iter().take(SHOWN);
        shown
            .map(|(copy, sent)| Evidence {
                interaction: sent.interaction,
                to: sent.to.to_vec(),
                at: sent.at,
                likeness: copy.share,
                answered: sent.answered.is_some(),
                text: copy.text.to_string(),
                aligned: copy.runs.clone(),
            })
            .collect()
    }

    /// "3 of 4 sentences also went to 13 people, two of them on 2 March 2026; 1 answered."
    fn why(&self, best: &Copy<'_>, merged: bool) -> String {
        let how_much = if best.taken.len() < best.of {
            format!("{} of {} sentences", best.taken.len(), best.of)
        } else {
            "This text".to_owned()
        };
        let people = match self.others.len() {
            1 => "somebody else".to_owned(),
            people => format!("{people} people"),
        };
        let but = if merged { ", with other words in the boxes" } else { "" };
        let Went { answered, .. } = self.went();
        let answered = if answered == 0 { "none".to_owned() } else { answered.to_string() };
        let head = if merged { "Mail merge: " } else { "" };
        let how_much = if merged { how_much.replace("This", "this") } else { how_much };
        format!("{head}{how_much} also went to {people}{but}{}; {answered} answered.", self.days())
    }

    /// ", two of them on 2 March 2026": how many messages went on the day with most.
    fn days(&self) -> String {
        let mut days: BTreeMap<NaiveDate, usize> = BTreeMap::new();
        for (_, sent) in &self.messages {
            *days.entry(sent.at.at.date_naive()).or_default() += 1;
        }
        // Of days with as many the latest.
        let Some((day, most)) = days.iter().max_by_key(|(_, messages)| **messages) else {
            return String::new();
        };
        let day = day.format("%-d %B %Y");
        match (*most, self.messages.len()) {
            (most, all) if most == all => format!(" on {day}"),
            (1, _) => format!(", the last on {day}"),
            (most, _) => format!(", {} of them on {day}", spelled(most)),
        }
    }
}

fn count(people: usize) -> u32 {
    u32::try_from(people).unwrap_or(u32::MAX)
}

/// Small numbers read better as words.
fn spelled(number: usize) -> String {
    const WORDS: [&str; 11] =
        ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// Where the draft differs from the others within sentences that are the same; empty unless
/// it differs by a few words at a time.
fn slots(messages: &[(&Copy<'_>, &Sent)]) -> Vec<Range<usize>> {
    let mut slots: Vec<Range<usize>> = Vec::new();
    let differs = |run: &&Run| !run.same && !run.draft.is_empty();
    let mut runs: Vec<Range<usize>> = messages
        .iter()
        .flat_map(|(copy, _)| copy.runs.iter().filter(differs).map(|run| run.draft.clone()))
        .collect();
    runs.sort_by_key(|run| (run.start, run.end));
    for run in runs {
        match slots.last_mut() {
            Some(last) if run.start <= last.end => last.end = last.end.max(run.end),
            _ => slots.push(run),
        }
    }
    slots.retain(|slot| slot.len() <= SLOT);
    slots
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
        assert_eq!(
            opinion.because,
            "This text also went to 5 people on 1 January 1970; none answered."
        );
        let finding = &opinion.findings[0];
        assert_eq!((finding.rule, finding.evidence.len()), (Rule::SameText, 5));
        assert!(finding.evidence.iter().all(|shown| shown.likeness > 0.9));
        assert!(finding.slots.is_empty());
    }

    #[test]
    fn where_only_a_few_words_change_it_is_mail_merge_with_its_slots() {
        let desk = Desk::with_sent(["chidi", "dora", "emre"]);
        let letter = LETTER.replace("NAME", "Ada").replace("autumn", "spring");
        let letter = letter.replace("six more chairs", "two more chairs");
        let opinion = desk.check(&to([ada()]), &letter);
        let finding = &opinion.findings[0];
        let slots: Vec<&str> =
            finding.slots.iter().map(|at| letter.get(at.clone()).unwrap()).collect();
        assert_eq!(slots, ["spring", "two"]);
        assert!(finding.why.starts_with("Mail merge: this text also went to 3 people"));
        for shown in &finding.evidence {
            for run in &shown.aligned {
                let ours = letter.get(run.draft.clone()).unwrap();
                let theirs = shown.text.get(run.earlier.clone()).unwrap();
                assert_eq!(ours == theirs, run.same, "{ours} {theirs}");
            }
        }
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
    fn what_is_meant_to_be_the_same_is_left_in_peace() {
        let mut desk = Desk::with_sent(["chidi", "dora", "emre"]);
        desk.mean_it();
        let opinion = desk.check(&to([ada()]), &LETTER.replace("NAME", "Ada"));
        assert_eq!(opinion.verdict, Verdict::Clear);
    }

    #[test]
    fn a_letter_of_its_own_has_no_copies() {
        let desk = Desk::with_sent(["chidi", "dora", "emre"]);
        let opinion = desk.check(&to([ada()]), "Hi Ada,\nthe plums in your garden must be ripe by now; may I come on Sunday with a basket?");
        assert_eq!(opinion.verdict, Verdict::Clear);
    }
}
