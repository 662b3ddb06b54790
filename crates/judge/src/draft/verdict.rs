//! From findings to a verdict.
//!
//! The words of a draft are judged by one calibrated model (`content.rs`), which has seen the
//! greeting, the pronouns and what is asked; rules that tell those by themselves give reasons
//! and do not count twice: the surer of the two counts. Facts (a copy, a crowd, a leftover) are
//! hints of their own: together they weigh `1 − Π(1 − weight)`, so that several add up and no
//! number of them exceeds certainty.

use super::{Finding, Opinion, Rule, Verdict};
use std::collections::BTreeMap;

/// From here on it is worth a second look. Set so that of some two hundred ordinary messages
/// of real people at most one in fifty reaches it, since a false warning costs more trust than
/// a miss; and above what the light hints about the relation (asking first, nothing about
/// them, no exchange yet) weigh together.
pub(super) const LOOK: f32 = 0.5;
/// From here on it lands as a blast; the contract of [`Finding::weight`] fixes it.
pub(super) const BLAST: f32 = 0.8;

/// Weighs the findings together. A clear draft is left in peace: its findings are not told.
pub(super) fn of(mut findings: Vec<Finding>, said: f32, only_blast: bool) -> Opinion {
    findings.sort_by(|a, b| {
        let heavier = b.weight.total_cmp(&a.weight);
        heavier.then(a.rule.cmp(&b.rule)).then(start(a).cmp(&start(b)))
    });
    let read = findings.iter().filter(|finding| READ.contains(&finding.rule));
    let facts = findings.iter().filter(|finding| !is_of_the_words(finding.rule));
    let weight = either(together(read).max(said), together(facts));
    let verdict = match weight {
        w if w >= BLAST => Verdict::Blast,
        w if w >= LOOK && !only_blast => Verdict::Look,
        _ => Verdict::Clear,
    };
    if verdict == Verdict::Clear {
        findings.clear();
    }
    Opinion {
        verdict,
        because: findings.first().map(|finding| finding.why.clone()).unwrap_or_default(),
        weight,
        findings,
    }
}

fn start(finding: &Finding) -> usize {
    finding.span.as_ref().map_or(0, |span| span.start)
}

/// What the content model has read, too, or what shifts it.
const READ: &[Rule] = &[
    Rule::MassGreeting,
    Rule::AskBeforeGive,
    Rule::AllAboutMe,
    Rule::NothingAboutThem,
    Rule::NoExchangeYet,
];

fn is_of_the_words(rule: Rule) -> bool {
    READ.contains(&rule) || matches!(rule, Rule::Pitch | Rule::Broadcast)
}

/// Two independent hints.
fn either(a: f32, b: f32) -> f32 {
    1.0 - (1.0 - a) * (1.0 - b)
}

/// A rule that speaks twice counts once, by its weightiest finding.
fn together<'f>(findings: impl Iterator<Item = &'f Finding>) -> f32 {
    let mut rules: BTreeMap<Rule, f32> = BTreeMap::new();
    for finding in findings {
        let weight = rules.entry(finding.rule).or_insert(0.0);
        *weight = weight.max(finding.weight);
    }
    1.0 - rules.values().map(|weight| 1.0 - weight.clamp(0.0, 1.0)).product::<f32>()
}

impl Verdict {
    /// The word for it, on the wire and in the terminal.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Look => "look",
            Self::Blast => "blast",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(rule: Rule, weight: f32) -> Finding {
        Finding {
            rule,
            span: None,
            more: Vec::new(),
            why: format!("{} speaks.", rule.word()),
            weight,
            evidence: Vec::new(),
            slots: Vec::new(),
            went: None,
        }
    }

    #[test]
    fn facts_add_up_and_the_weightiest_gives_the_reason() {
        let findings = vec![finding(Rule::Unanswered, 0.3), finding(Rule::SameText, 0.4)];
        let opinion = of(findings, 0.0, false);
        assert_eq!(opinion.verdict, Verdict::Look);
        assert_eq!(opinion.because, "same-text speaks.");
        assert!((opinion.weight - 0.58).abs() < 0.001);
    }

    #[test]
    fn what_the_words_say_counts_once_whoever_tells_it() {
        let findings = vec![finding(Rule::MassGreeting, 0.35), finding(Rule::Pitch, 0.45)];
        assert_eq!(of(findings, 0.45, false).weight, 0.45);
    }

    #[test]
    fn a_rule_that_speaks_twice_counts_once() {
        let findings = vec![finding(Rule::SameText, 0.4), finding(Rule::SameText, 0.4)];
        assert_eq!(of(findings, 0.0, false).verdict, Verdict::Clear);
    }

    #[test]
    fn a_clear_draft_is_left_in_peace() {
        let opinion = of(vec![finding(Rule::NoExchangeYet, 0.3)], 0.1, false);
        assert_eq!((opinion.because.as_str(), opinion.findings.len()), ("", 0));
    }

    #[test]
    fn who_wants_to_hear_of_blasts_alone_hears_no_other() {
        let look = vec![finding(Rule::Pitch, 0.7)];
        assert_eq!(of(look, 0.7, true).verdict, Verdict::Clear);
        let blast = vec![finding(Rule::SameText, 0.9)];
        assert_eq!(of(blast, 0.0, true).verdict, Verdict::Blast);
    }
}
