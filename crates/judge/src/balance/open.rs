//! What is left open by a message: a question that waits, a promise that stands.

use super::acts::{SURE, readings};
use std::ops::Range;

/// The question in their last message that waits for an answer: the last sentence that asks
/// with a question mark, or else the last that asks.
pub fn open_question(text: &str) -> Option<Range<usize>> {
    let mut asking = readings(text);
    asking.retain(|(_, reading)| reading.ask >= SURE);
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
