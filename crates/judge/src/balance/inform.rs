//! Informs: a notice, a status.

use super::cues::Cue;

/// Points that every sentence starts from. Without any cue a statement is not judged at all.
pub(super) const BIAS: f32 = -1.2;

/// What notices look like.
pub(super) const CUES: &[Cue] = &[
    ("please [also] note|be|find [advised|informed|aware]", 2.4),
    ("please [see|note] the|below|that", 0.8),
    ("fyi", 1.8),
    ("for your information", 2.2),
    ("just|wanted [wanted] to let you know", 2.4),
    (
        "be|been|is|are|was|were [now|already] rescheduled|cancelled|canceled|moved|postponed|scheduled|updated|changed|approved|completed|closed|posted|shipped|confirmed|delayed",
        1.9,
    ),
    ("has|have been", 1.5),
    (
        "@i will|shall be [out|in|away|there|back|on|at|late|off|available|travelling|traveling|here]",
        1.8,
    ),
    ("out of [the] office|town", 1.8),
    ("on vacation|leave|holiday", 0.9),
    ("will be", 1.2),
    ("will|is|are now|begin|start|take|available|effective|remain|continue", 1.1),
    (
        "@i have [now|already|just] sent|spoken|talked|left|received|done|finished|completed|started|asked|told|moved|changed|joined|paid",
        1.7,
    ),
    (
        "@i [just] got|received|sent|finished|spoke|talked|met|left|heard|moved|started|joined|checked",
        1.5,
    ),
    (
        "@i am|are|was|were [still|now|currently|just|also] in|on|at|out|working|trying|running|going|away|back|travelling|traveling|home|late",
        1.5,
    ),
    ("@i agree|disagree|think|believe|expect|understand|assume", 1.3),
    ("@i do|did|does not", 1.3),
    ("@i can|could not", 1.3),
    ("it|this|that|he|she|they|there is|are|was|were|has|have|had|will", 1.4),
    ("he|she|they said|told|asked|wants|want|needs|need|called|sent|thinks|think", 1.4),
    (
        "my|our|his|her|their [new] number|address|phone|email|flight|office|team|plan|company|vote is|are|was|will|has|lands|leaves",
        1.5,
    ),
    ("the .. is|are|was|were|has|have|will|does|did", 1.4),
    ("meeting|call|deadline|price|order|package|report is|was|will|has|starts", 1.0),
    ("as of|from|beginning @day|now|next|the", 0.8),
    ("attached|enclosed is|are|please|you", 1.2),
    ("reminder", 1.0),
    (
        "@i have decided|agreed|chosen|found|had|made|got|learned|learnt|heard|seen|changed|opened|closed|sold|bought|hired",
        1.8,
    ),
];
