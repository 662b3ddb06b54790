//! "Hope you are well": sentences with which letters begin and that belong to nobody.

use crate::draft::cues::Cues;
use crate::text::folded_words;
use std::sync::LazyLock;

/// Among so many first sentences pleasantries are looked for.
pub(super) const OPENERS: usize = 3;

/// A pleasantry has at most this many words.
const WORDS: usize = 14;

/// How pleasantries begin, written as `cues.rs` explains.
const BEGINNINGS: &[&str] = &[
    "hope|hoping|trust you|you're|your|all|everything|things|this|that|the",
    "i|we hope|trust you|you're|your|all|everything|things|this|that|the",
    "how are|have you|things|is|been",
    "how's it|everything|life|your",
    "how is it|everything|life|your",
    "long time no|since",
    "it's|its been a|too|so|ages|long",
    "it|this has been a|too|so|ages|long",
    "great|good|nice|lovely|wonderful to see|meet|hear|reconnect|connect|be",
    "great|good|nice|lovely|wonderful seeing|meeting|hearing|speaking|talking|chatting",
    "it|it's was|is? so? great|good|nice|lovely|wonderful|a pleasure? to? see|seeing|meet|meeting|hear|hearing|speaking|talking|chatting|reconnect|you|pleasure",
    "i|we really? enjoyed our|your|meeting|talking|speaking|seeing|the",
    "i was just? thinking of|about you",
    "happy new|holidays|monday|tuesday|wednesday|thursday|friday|easter|birthday",
    "merry christmas",
    "season's greetings",
    "congratulations|congrats on|again|to|for",
    "thanks|thank you? for connecting|accepting|adding|getting|reaching|taking|your",
    "i|we saw|noticed|heard|read the|your|that|about * * * * * * and? thought of you",
    "i hope|trust",
    "i|we noticed|saw|liked|loved|enjoyed|read your post|article|talk|piece|note|update",
];

static CUES: LazyLock<Cues> = LazyLock::new(|| Cues::new([BEGINNINGS].into_iter()));

/// Whether a sentence is one with which anybody's letter might begin.
pub(super) fn is_pleasantry(sentence: &str) -> bool {
    let mut words = folded_words(sentence);
    if words.len() > WORDS {
        return false;
    }
    words.truncate(WORDS);
    CUES.begins(&words)
}

#[cfg(test)]
mod tests {
    use super::is_pleasantry;

    #[test]
    fn what_anybody_begins_with_is_a_pleasantry() {
        for sentence in [
            "Hope you are well!",
            "I hope your trip was restful.",
            "How are things?",
            "It was great to see you on Sunday.",
            "Long time no see.",
            "Congrats on the prize!",
            "I noticed your post about looms this morning.",
        ] {
            assert!(is_pleasantry(sentence), "{sentence}");
        }
    }

    #[test]
    fn what_has_something_to_say_is_none() {
        for sentence in [
            "The loom is mended.",
            "How many chairs do we need?",
            "I hope your brother will mend the loom before the pupils come back from their visit to Ghent next week.",
        ] {
            assert!(!is_pleasantry(sentence), "{sentence}");
        }
    }
}
