//! Earlier messages wait for an answer.
//!
//! *Why it matters.* The third message on top of two unanswered ones reads as pressure, and
//! makes an answer harder, not easier.
//!
//! *Silent when* fewer than two wait (a call or a meeting counts as an answer), or the draft
//! answers somebody.

use super::page::{Page, called, finding};
use super::{Finding, Rule};

/// From how many on it weighs how much.
const STEPS: &[(u32, f32)] = &[(6, 0.55), (4, 0.4), (3, 0.3), (2, 0.2)];

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    if page.is_reply() {
        return;
    }
    let Some(reader) = page.around.recipients.iter().max_by_key(|reader| reader.unanswered) else {
        return;
    };
    let count = reader.unanswered;
    if let Some((_, weight)) = STEPS.iter().find(|(from, _)| count >= *from) {
        let why = format!("{count} messages to {} wait for an answer.", called(reader));
        findings.push(finding(Rule::Unanswered, None, *weight, why));
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{ada, looks, spoken, to};

    #[test]
    fn three_waiting_messages_are_told() {
        let mut ada = ada();
        ada.unanswered = 3;
        let said = spoken(super::look, &to([ada]), "Did you see my last mail?");
        assert_eq!(said, ["3 messages to Ada King wait for an answer."]);
    }

    #[test]
    fn one_reminder_is_no_pressure() {
        let mut ada = ada();
        ada.unanswered = 1;
        looks(super::look, &to([ada]), "Did you see my last mail?");
    }
}
