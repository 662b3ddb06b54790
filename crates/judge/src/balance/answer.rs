//! Answers: what shows that a message replies to what its reader said or asked. Such a message
//! seldom wants something itself.
//!
//! Each cue is one sign; what a sign is worth is a fitted figure.

use super::cues::Cue;

/// The signs.
pub(super) const CUES: &[Cue] = &[
    (
        "thank|thanks [you] [so|very|again] [much] for your|the|bringing|sharing|highlighting|pointing|reaching|letting|sending|taking|raising|this|getting|giving|reminding|writing|asking|explaining|all",
        1.0,
    ),
    (
        "@i [truly|really|sincerely|greatly|deeply|do|also|fully|very] [much] appreciate|value|welcome your|you|the|this",
        1.0,
    ),
    (
        "i|we|i am|are [fully|truly|very|more|deeply|also|now] [than] committed|dedicated|eager|ready|happy|glad|prepared|willing|open|grateful|thankful|keen|sorry|excited|confident|determined|pleased|honoured|honored",
        1.0,
    ),
    ("rest assured", 1.0),
    ("assure you", 1.0),
    (
        "i|we will|shall [definitely|certainly|also|gladly|now|of] [course] be|make|do|ensure|work|take|address|review|look|have|provide|send|get|give|keep|consider|prepare|try|follow|strive|bring|come|check|let|call|see|ask",
        1.0,
    ),
    (
        "i|we [fully|completely|clearly|do|now|also] [now] understand|acknowledge|recognise|recognize|agree|apologise|apologize|regret",
        1.0,
    ),
    ("as requested|suggested|promised", 1.0),
    ("as you asked|said|suggested|mentioned|requested", 1.0),
    ("noted|agreed|understood|absolutely|certainly", 1.0),
    ("^ of course", 1.0),
    ("^ sure", 1.0),
    ("^ yes", 1.0),
    ("no problem|worries", 1.0),
    ("sounds good|great|fine|like", 1.0),
    (
        "i|we have [already|now|just] [been] started|begun|taken|made|attached|completed|sent|done|updated|prepared|working|reviewing|implementing|scheduled",
        1.0,
    ),
    (
        "your [kind|thoughtful|continued|valuable|recent|honest] feedback|message|email|note|letter|insight|insights|guidance|understanding|patience|suggestion|suggestions|encouragement|comments|observations|concern|concerns|words",
        1.0,
    ),
];
