//! From findings to a verdict.
//!
//! Findings are taken as independent hints: together they weigh `1 − Π(1 − weight)`, so that
//! several light ones add up and no number of them exceeds certainty.

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
pub(super) fn of(mut findings: Vec<Finding>, only_blast: bool) -> Opinion {
    findings.sort_by(|a, b| {
        let heavier = b.weight.total_cmp(&a.weight);
        heavier.then(a.rule.cmp(&b.rule)).then(start(a).cmp(&start(b)))
    });
    let weight = together(&findings);
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

/// A rule that speaks twice counts once, by its weightiest finding.
fn together(findings: &[Finding]) -> f32 {
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
    fn light_hints_add_up_and_the_weightiest_gives_the_reason() {
        let findings = vec![finding(Rule::NoExchangeYet, 0.3), finding(Rule::Pitch, 0.4)];
        let opinion = of(findings, false);
        assert_eq!(opinion.verdict, Verdict::Look);
        assert_eq!(opinion.because, "pitch speaks.");
        assert!((opinion.weight - 0.58).abs() < 0.001);
    }

    #[test]
    fn a_rule_that_speaks_twice_counts_once() {
        let findings = vec![finding(Rule::Pitch, 0.4), finding(Rule::Pitch, 0.4)];
        assert_eq!(of(findings, false).verdict, Verdict::Clear);
    }

    #[test]
    fn a_clear_draft_is_left_in_peace() {
        let opinion = of(vec![finding(Rule::NoExchangeYet, 0.3)], false);
        assert_eq!((opinion.because.as_str(), opinion.findings.len()), ("", 0));
    }

    #[test]
    fn who_wants_to_hear_of_blasts_alone_hears_no_other() {
        let look = vec![finding(Rule::Pitch, 0.7)];
        assert_eq!(of(look, true).verdict, Verdict::Clear);
        let blast = vec![finding(Rule::SameText, 0.9)];
        assert_eq!(of(blast, true).verdict, Verdict::Blast);
    }
}
