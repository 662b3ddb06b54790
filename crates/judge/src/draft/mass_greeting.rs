//! A greeting that could open anyone's letter.
//!
//! *Why it matters.* "Hi all" tells each reader that they are one of a list. A greeting with
//! a name in it costs four seconds and is read as a letter.
//!
//! *Silent when* it does go to a few people together, or no crowd is named.

use super::page::{Page, finding};
use super::{Finding, Rule};

const OPENERS: &[&str] = &["hi", "hello", "hey", "dear", "greetings", "good", "morning"];

/// Crowds, and how plainly each says that no one in particular is meant.
const CROWDS: &[(&str, f32)] = &[
    ("all", 0.25),
    ("everyone", 0.25),
    ("everybody", 0.25),
    ("team", 0.2),
    ("folks", 0.25),
    ("friends", 0.35),
    ("friend", 0.35),
    ("colleagues", 0.25),
    ("colleague", 0.3),
    ("customer", 0.45),
    ("customers", 0.45),
    ("subscriber", 0.45),
    ("subscribers", 0.45),
    ("supporter", 0.45),
    ("member", 0.35),
    ("members", 0.35),
    ("sir", 0.3),
    ("madam", 0.3),
    ("professional", 0.45),
    ("connection", 0.45),
    ("connections", 0.4),
    ("network", 0.4),
    ("valued", 0.45),
    ("homeowner", 0.45),
    ("there", 0.15),
];

/// Openings that need no crowd word.
const WHOLE: &[(&str, f32)] = &[("to whom it may concern", 0.3), ("ladies and gentlemen", 0.3)];

/// To so many one may say "all".
const TOGETHER: std::ops::RangeInclusive<usize> = 2..=6;

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    if TOGETHER.contains(&page.around.recipients.len()) {
        return;
    }
    let words = page.greeting();
    let whole = words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ");
    let known = |list: &[(&str, f32)], word: &str| {
        list.iter().find(|(known, _)| *known == word).map(|(_, weight)| *weight)
    };
    let opens = words.first().is_some_and(|(word, _)| OPENERS.contains(&word.as_str()));
    let crowd = words.iter().filter_map(|(word, _)| known(CROWDS, word)).reduce(f32::max);
    let alone = words.len() == 1;
    let weight = known(WHOLE, &whole).or(crowd.filter(|_| opens || alone));
    let (Some(weight), Some(first), Some(last)) = (weight, words.first(), words.last()) else {
        return;
    };
    let span = first.1.start..last.1.end;
    let why = format!("\u{201c}{}\u{201d} could open anyone\u{2019}s letter.", page.inside(&span));
    findings.push(finding(Rule::MassGreeting, Some(span), weight, why));
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{ada, bea, marks, to};

    #[test]
    fn a_crowd_is_not_a_name() {
        marks(
            &to([ada()]),
            "Dear friends,\n^^^^^^^^^^^^ mass-greeting\nthe hall is booked for Sunday.",
        );
    }

    #[test]
    fn a_name_is_enough() {
        marks(&to([ada()]), "Hi Ada,\nthe hall is booked for Sunday.");
    }

    #[test]
    fn two_people_may_be_called_all() {
        marks(&to([ada(), bea()]), "Hi all,\nthe hall is booked for Sunday.");
    }
}
