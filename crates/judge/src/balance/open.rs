//! What is left open by a message: a question that waits, a promise that stands.

use super::acts::SURE;
use super::reading::readings;
use crate::text::words;
use model::ActKind;
use std::ops::Range;

/// A sentence without a question mark is shown as waiting for an answer from so many words on:
/// "Bring them." may be half of a thought, "Please send me the list." is no doubt.
const PLAIN_WORDS: usize = 4;

/// The question in their last message that waits for an answer: the last sentence that asks
/// with a question mark, or else the last that plainly asks without one.
pub fn open_question(text: &str) -> Option<Range<usize>> {
    let mut asking = readings(text);
    let is_plain = |at: &Range<usize>| {
        text.get(at.clone()).is_some_and(|sentence| words(sentence).len() >= PLAIN_WORDS)
    };
    asking.retain(|(at, reading)| {
        reading.certainty(ActKind::Ask) >= SURE && (reading.question || is_plain(at))
    });
    let question = asking.iter().rposition(|(_, reading)| reading.question);
    let at = question.or_else(|| asking.len().checked_sub(1))?;
    asking.into_iter().nth(at).map(|(sentence, _)| sentence)
}

/// The sentence in which the writer binds themselves to do something, the surest one.
pub fn promise(text: &str) -> Option<Range<usize>> {
    let mut best: Option<(Range<usize>, f32)> = None;
    for (sentence, reading) in readings(text) {
        let certainty = reading.binding();
        if certainty >= SURE && best.as_ref().is_none_or(|(_, so_far)| certainty > *so_far) {
            best = Some((sentence, certainty));
        }
    }
    best.map(|(sentence, _)| sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(text: &str) -> Option<&str> {
        open_question(text).and_then(|at| text.get(at))
    }

    fn promised(text: &str) -> Option<&str> {
        promise(text).and_then(|at| text.get(at))
    }

    #[test]
    fn the_last_question_waits() {
        let text = "Did the parcel arrive? Which day suits you? Please bring the keys.";
        assert_eq!(question(text), Some("Which day suits you?"));
    }

    #[test]
    fn a_request_without_a_mark_waits_too() {
        let text = "I moved to Porto in May. Please send me your new address.";
        assert_eq!(question(text), Some("Please send me your new address."));
    }

    #[test]
    fn half_a_thought_does_not_wait() {
        assert_eq!(question("Everybody objects. Bring them."), None);
    }

    #[test]
    fn small_talk_does_not_wait() {
        assert_eq!(question("How are you? I hope all is well."), None);
    }

    #[test]
    fn a_commitment_is_a_promise() {
        for text in [
            "I'll send you the deck on Monday.",
            "Let me get back to you on that.",
            "I will ask Chidi and let you know.",
        ] {
            assert_eq!(promised(text), Some(text));
        }
    }

    #[test]
    fn plans_refusals_and_questions_are_no_promises() {
        for text in [
            "I'll be out of the office until Friday.",
            "I won't send it.",
            "Shall I send it?",
            "Let me know what you think.",
            "Will you send me the deck?",
        ] {
            assert_eq!(promised(text), None, "{text}");
        }
    }
}
