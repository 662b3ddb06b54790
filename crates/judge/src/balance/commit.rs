//! Commitments: what the writer binds themselves to do.

use super::cues::Cue;

/// Points that every sentence starts from.
pub(super) const BIAS: f32 = -2.4;

/// What binds, and what only talks of the future.
pub(super) const CUES: &[Cue] = &[
    (
        "@i will|shall [also|then|certainly|gladly|definitely|just|happily|now|probably|try] [to|and] @deed",
        3.2,
    ),
    ("will @deed you|it|them|this|that|with|on|to|up|back|over|into", 0.5),
    ("@i will|shall let you|them|everyone|him|her [both|all] know|have", 3.2),
    ("@i will|shall make|be sure|certain|in", 2.4),
    ("@i will|shall be in touch|contact", 1.2),
    ("@i will|shall see @whether|what|when|to", 2.8),
    ("@i will|shall find|dig|look [it|that|you|the] out|up", 1.2),
    ("@i will|shall have|get .. to|for|ready you|by|@day", 3.0),
    ("@i will|shall come|drive|join|be|see [there|back|by|you|with|to] [then|tomorrow]", 1.6),
    ("let me get|come|check|see|find|look|ask|think|talk|dig|send|introduce|put|forward|run", 3.0),
    ("@i am|are going to @deed|let|see|make", 3.0),
    (
        "@i am|are sending|mailing|forwarding|working|preparing|getting|putting|looking|checking|arranging you|it|that|this|them|the|on|a|into|with",
        1.8,
    ),
    ("@i promise|undertake|pledge", 3.2),
    ("promise to|you", 1.0),
    ("you will have|get|receive|hear it|the|this|from|my|a", 2.6),
    ("on it $", 2.6),
    ("will do $", 3.4),
    ("leave it|that with|to me|us", 3.4),
    ("@i owe you", 3.0),
    ("consider it done", 3.4),
    ("by|on|before|next|this @day|end|week", 0.4),
    ("get back to you", 1.6),
    // Not binding.
    ("@i will|shall not|never", -2.6),
    ("if [you|it|that|he|she|they|i|we]", -0.6),
    ("let me know", -3.4),
    ("@i will|shall look|be forward", -3.4),
    ("^ will|shall i|we|you", -2.0),
    ("i think|hope|wish", -0.5),
    ("we will|shall", -0.6),
];
