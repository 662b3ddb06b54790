//! What is known of the people behind a draft, as a shift of what its words say.
//!
//! The labelled files know nothing of relations, so these figures are set by reason, in
//! log-odds: 0.7 halves or doubles the odds, 2.3 makes them a tenth.

use super::page::{Page, has_written};

/// Who has been asked has an answer coming, whatever it sounds like.
const ANSWERS: f32 = -2.5;
/// Somebody who writes to the owner reads an odd phrase kindly.
const EXCHANGE: f32 = -1.5;
/// A word about this reader is what mailings cannot have.
const ABOUT_THEM: f32 = -1.0;
/// Each light hint about the relation (asked before anything was given, never written …).
const HINT: f32 = 0.15;

/// What is added to the log-odds of the words.
pub(super) fn shift(page: &Page<'_>) -> f32 {
    let readers = &page.around.recipients;
    let mut shift = 0.0;
    if page.is_reply() {
        shift += ANSWERS;
    }
    if !readers.is_empty() && readers.iter().all(has_written) {
        shift += EXCHANGE;
    }
    if super::nothing_about_them::touches(page) {
        shift += ABOUT_THEM;
    }
    if page.is_unsolicited() && !readers.is_empty() {
        shift += HINT;
        if !page.asks.is_empty() {
            shift += HINT;
        }
    }
    shift
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{Desk, ada, to};
    use crate::draft::{Surroundings, Verdict};
    use model::NoteKind;

    const INVITATION: &str = "The annual meeting of all members will be held on Friday, 12 October, \
        at 7:00 PM in the main hall. The agenda and the report on the looms have been distributed \
        to all members. Members who are unable to attend should return the form by 5 October.";

    fn weight(around: &Surroundings) -> f32 {
        Desk::with_sent([]).check(around, INVITATION).weight
    }

    #[test]
    fn among_people_who_write_to_each_other_the_same_words_weigh_less() {
        let mut friend = ada();
        friend.balance.two_way = true;
        assert!(weight(&to([friend])) < weight(&to([ada()])));
    }

    #[test]
    fn a_word_about_this_reader_makes_it_quieter() {
        let mut weaver = ada();
        weaver.notes.push((NoteKind::Interest, "restores looms".into()));
        assert!(weight(&to([weaver])) < weight(&to([ada()])));
    }

    #[test]
    fn courtesy_makes_no_letter_a_mailing() {
        let plain = "Hi Ada,\ncould you send me the pattern of the blue cloth?\n\nEmre";
        let polite = "Hi Ada,\ncould you send me the pattern of the blue cloth? Thank you so much! \
            I am sorry to trouble you with it.\n\nEmre";
        let check = |text: &str| Desk::with_sent([]).check(&to([ada()]), text);
        assert_eq!(check(polite).verdict, Verdict::Clear);
        assert!(check(polite).weight <= check(plain).weight);
    }
}
