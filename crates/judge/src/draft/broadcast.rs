//! It reads like a mailing.
//!
//! *Why it matters.* Some letters sell nothing and still speak to an audience: notices,
//! newsletters, appeals. A reader hears in a line whether they are meant.
//!
//! *Silent when* cues of several families stand in it (`pitch.rs` tells those), when nothing
//! in it can be cited, in other languages, and mostly in answers and between people who write
//! to each other.

use super::page::{Page, finding};
use super::{Finding, Rule};

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    if page.content.sells {
        return;
    }
    let Some((first, more)) = page.content.places.split_first() else {
        return;
    };
    let why = format!("\u{201c}{}\u{201d} is written as to an audience.", page.quoted(first));
    findings.push(Finding {
        more: more.to_vec(),
        ..finding(Rule::Broadcast, Some(first.clone()), page.content.certainty, why)
    });
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{ada, looks, spoken, to};

    const NOTICE: &str = "The annual meeting of all members will be held on Friday, 12 October, at \
        7:00 PM in the main hall. The agenda and the report of the committee have been distributed \
        to all members. Members who are unable to attend should return the form by 5 October.";

    #[test]
    fn a_notice_to_all_is_told() {
        let said = spoken(super::look, &to([ada()]), NOTICE);
        assert_eq!(said.len(), 1);
        assert!(said[0].ends_with("is written as to an audience."), "{said:?}");
    }

    #[test]
    fn a_letter_is_none() {
        looks(
            super::look,
            &to([ada()]),
            "Hi Ada,\nI will be at the garage until six. Can you bring the keys?",
        );
    }
}
