//! There has been no two-way exchange yet.
//!
//! *Why it matters.* The reader may not know who writes; everything else weighs more then.
//! Light by itself, since every acquaintance has a first letter.
//!
//! *Silent when* they have written, the draft answers somebody, or nothing is written yet.

use super::page::{Page, called, finding, has_written};
use super::{Finding, Rule};

const WEIGHT: f32 = 0.15;

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    if page.is_reply() || page.count() == 0 {
        return;
    }
    let readers = &page.around.recipients;
    let strangers = readers.iter().filter(|reader| !has_written(reader)).count();
    let why = match (strangers, readers.iter().find(|reader| !has_written(reader))) {
        (1, Some(reader)) => format!("{} has never written to you.", called(reader)),
        (2.., _) => format!("{strangers} of those addressed have never written to you."),
        _ => return,
    };
    findings.push(finding(Rule::NoExchangeYet, None, WEIGHT, why));
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{ada, bea, looks, spoken, to};

    #[test]
    fn a_stranger_is_named() {
        assert_eq!(
            spoken(super::look, &to([ada()]), "The loom is mended."),
            ["Ada King has never written to you."]
        );
    }

    #[test]
    fn silent_once_they_have_written() {
        let mut bea = bea();
        bea.their_last.push("See you soon".into());
        looks(super::look, &to([bea]), "The loom is mended.");
    }
}
