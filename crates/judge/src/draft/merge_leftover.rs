//! Left over from a template, or from a letter to somebody else.
//!
//! *Why it matters.* `{{first_name}}` shows the machine, "Hi ," the missing care, and another
//! person's name the other letter.
//!
//! *Silent about* names that are not among the contacts, and about organisations unless the
//! reader's own is known and another contact's stands where theirs should.

use super::page::{Page, finding};
use super::{Finding, Rule};
use std::ops::Range;

mod names;
mod placeholder;

/// A placeholder cannot be anything else.
const PLACEHOLDER: f32 = 0.9;
/// Another contact's name in the greeting; nicknames we do not know keep it from certainty.
const ANOTHER_NAME: f32 = 0.7;
/// Another contact's organisation where the reader's should stand.
const ANOTHER_ORGANISATION: f32 = 0.55;
/// "Hi ,": perhaps only not typed yet.
const NO_NAME: f32 = 0.55;

/// What programs write where a name was missing.
const NOTHING: &[&str] = &["undefined", "null", "none", "nan", "n/a"];
const OPENERS: &[&str] = &["hi", "hello", "hey", "dear"];

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let spans = placeholder::find(page.draft.text, page.parts.quoted.start);
    if let Some((first, more)) = spans.split_first() {
        let why = format!("\u{201c}{}\u{201d} is left over from a template.", page.inside(first));
        findings.push(Finding {
            more: more.to_vec(),
            ..finding(Rule::MergeLeftover, Some(first.clone()), PLACEHOLDER, why)
        });
    }
    if let Some((span, weight)) = nameless(page) {
        let why = format!("\u{201c}{}\u{201d} lacks the name.", page.inside(&span));
        findings.push(finding(Rule::MergeLeftover, Some(span), weight, why));
    }
    if let Some(span) = names::in_greeting(page) {
        let why = format!("The greeting names {}, to whom this does not go.", page.inside(&span));
        findings.push(finding(Rule::MergeLeftover, Some(span), ANOTHER_NAME, why));
    }
    if let Some((span, theirs)) = names::organisation(page) {
        let why = format!("It speaks of {}, but this reader is at {theirs}.", page.inside(&span));
        findings.push(finding(Rule::MergeLeftover, Some(span), ANOTHER_ORGANISATION, why));
    }
}

/// "Hi ,", "Dear  ," and "Hi undefined," as the first line.
fn nameless(page: &Page<'_>) -> Option<(Range<usize>, f32)> {
    let text = page.draft.text;
    let start = text.len() - text.trim_start().len();
    let line = text.get(start..)?.lines().next()?;
    let (opener, rest) = line.split_once([' ', '\u{a0}'])?;
    if !OPENERS.iter().any(|known| opener.eq_ignore_ascii_case(known)) {
        return None;
    }
    let (head, after) = rest.split_once([',', '!', ':'])?;
    // "Hey ! I miss you" is somebody's way of writing.
    if !after.trim().is_empty() && !rest.trim_start().starts_with(',') && head.trim().is_empty() {
        return None;
    }
    let end = start + opener.len() + (line.len() - opener.len() - rest.len()) + head.len() + 1;
    let said = head.trim();
    if said.is_empty() {
        return Some((start..end, NO_NAME));
    }
    let nothing = NOTHING.iter().any(|known| said.eq_ignore_ascii_case(known));
    nothing.then_some((start..end, PLACEHOLDER))
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{ada, bea, looks, to, with_others};

    #[test]
    fn a_placeholder_is_marked() {
        looks(
            super::look,
            &to([ada()]),
            "Hi {{first_name}},\n   ^^^^^^^^^^^^^^ merge-leftover\nhow are you?",
        );
        looks(
            super::look,
            &to([ada()]),
            "I admire what [Company] does.\n              ^^^^^^^^^ merge-leftover",
        );
    }

    #[test]
    fn a_greeting_without_its_name_is_marked() {
        looks(super::look, &to([ada()]), "Hi ,\n^^^^ merge-leftover\nhow are you?");
        looks(super::look, &to([ada()]), "Dear  ,\n^^^^^^^ merge-leftover\nhow are you?");
        looks(
            super::look,
            &to([ada()]),
            "Hi undefined,\n^^^^^^^^^^^^^ merge-leftover\nhow are you?",
        );
    }

    #[test]
    fn another_contacts_name_is_marked() {
        let around = with_others(to([ada()]), ["Chidi Mora"], []);
        looks(super::look, &around, "Dear Chidi,\n     ^^^^^ merge-leftover\nhow are you?");
    }

    #[test]
    fn short_forms_nicknames_and_family_names_are_theirs() {
        let mut robert = ada();
        robert.name = model::Name::from_shown("Robert Tables");
        robert.name.nickname = "Robbo".into();
        let around =
            with_others(to([robert]), ["Bob Other", "Tables Turner", "Robbo Mora", "Rob X"], []);
        for name in ["Bob", "Robert", "Rob", "Mr Tables", "Robbo"] {
            looks(super::look, &around, &format!("Hi {name},\nhow are you?"));
        }
    }

    #[test]
    fn a_name_that_nobody_has_is_left_alone() {
        let around = with_others(to([ada(), bea()]), ["Chidi Mora"], []);
        looks(super::look, &around, "Hi both of you,\nhow are you?");
        looks(super::look, &around, "Hi Sunshine,\nhow are you?");
        looks(super::look, &around, "Hi Ada and Bea,\nhow are you?");
    }

    #[test]
    fn another_organisation_where_theirs_should_stand_is_marked() {
        let mut reader = ada();
        reader.organisations = vec!["Example Networks".into()];
        let around = with_others(to([reader]), [], ["Zenith Labs"]);
        looks(
            super::look,
            &around,
            "I follow your work at Zenith Labs.\n                      ^^^^^^^^^^^ merge-leftover",
        );
        looks(super::look, &around, "I follow your work at Example Networks.");
        looks(super::look, &around, "I met Bea, who is at Zenith Labs.");
    }

    #[test]
    fn signs_of_other_trades_are_no_placeholders() {
        for text in [
            "The path is in $HOME and costs $300, 50% off, 20%.",
            "See [1] and the file <<report.doc>> [image].",
            "fn main() { return; } and {a: 1}",
            "I wrote 5 < 6 and 7 > 3.",
        ] {
            looks(super::look, &to([ada()]), text);
        }
    }
}
