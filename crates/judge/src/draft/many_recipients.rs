//! Many are addressed at once.
//!
//! *Why it matters.* Among twenty names nobody feels addressed, nobody feels they must
//! answer, and everybody sees who else was asked.
//!
//! *Silent when* fewer than [`MANY`] are addressed, or it is an announcement.

use super::page::{Page, finding};
use super::{Finding, Rule};

/// A table at which everybody still hears everybody.
const MANY: usize = 5;

/// From how many on it weighs how much.
const STEPS: &[(usize, f32)] = &[(50, 0.8), (20, 0.6), (10, 0.5), (MANY, 0.25)];

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let count = page.around.recipients.len();
    if let Some((_, weight)) = STEPS.iter().find(|(from, _)| count >= *from) {
        let why = format!("{count} people are addressed at once, so nobody feels addressed.");
        findings.push(finding(Rule::ManyRecipients, None, *weight, why));
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{ada, bea, rules_of, to};

    #[test]
    fn a_list_is_no_table() {
        let around = to((0..12).map(|_| ada()));
        assert_eq!(rules_of(&around, "The date has moved."), ["many-recipients"]);
    }

    #[test]
    fn a_few_friends_are_no_list() {
        assert!(rules_of(&to([ada(), bea()]), "The date has moved.").is_empty());
    }
}
