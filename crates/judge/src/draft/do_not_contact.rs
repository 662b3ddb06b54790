//! They asked, or the owner decided, that nothing be sent.
//!
//! *Why it matters.* Nothing that follows can make up for it.
//!
//! *Silent when* nobody among the recipients is marked so.

use super::page::{Page, called, finding};
use super::{Finding, Rule};

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let marked = page.around.recipients.iter().find(|recipient| recipient.do_not_contact);
    if let Some(recipient) = marked {
        let why = format!("{} is marked \u{201c}do not contact\u{201d}.", called(recipient));
        findings.push(finding(Rule::DoNotContact, None, 1.0, why));
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{ada, bea, rules_of, to};

    #[test]
    fn one_who_is_to_be_left_alone_is_enough() {
        let mut bea = bea();
        bea.do_not_contact = true;
        assert_eq!(rules_of(&to([ada(), bea]), "Hello Ada, hello Bea"), ["do-not-contact"]);
    }

    #[test]
    fn silent_for_everybody_else() {
        assert!(rules_of(&to([ada()]), "Hello Ada").is_empty());
    }
}
