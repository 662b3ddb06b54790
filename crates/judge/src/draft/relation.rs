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
