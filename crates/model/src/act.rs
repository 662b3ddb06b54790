//! What a message does for its sender or its reader.

use crate::words::words;
use std::ops::Range;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActKind {
    /// The sender would be disappointed by silence.
    Ask,
    /// It costs the sender effort, or this reader would value it.
    Give,
    /// A notice, a status.
    Inform,
    /// The rest: greetings, small talk.
    Social,
}

words!(ActKind { Ask => "ask", Give => "give", Inform => "inform", Social => "social" });

/// What one sentence of a message does.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// What is done.
    pub kind: ActKind,
    /// The sentence that shows it, in bytes of the message's text.
    pub sentence: Range<usize>,
    /// How sure the engine is, 0 to 1; 1 where the kind of interaction says it or the owner did.
    pub certainty: f32,
}
