//! Leanings: what asks for nothing by itself, but makes it likelier that its message wants
//! something. "The report is overdue" is no request; from somebody who waits for it, it is.
//!
//! Each cue is one sign; what a sign is worth is a fitted figure.

use super::cues::Cue;

/// The signs.
pub(super) const CUES: &[Cue] = &[
    // Expected, or urged.
    (
        "@i [do|fully|would|also|really] [strongly] expect|trust|urge|ask|request|require|insist|anticipate|need|recommend|suggest|encourage|hope|propose",
        1.0,
    ),
    ("you are expected|required|asked|invited|encouraged|requested|supposed", 1.0),
    ("you should|must|might|may|could", 1.0),
    ("you need|have|ought to", 1.0),
    ("could|would|can|will|might|perhaps|maybe you", 1.0),
    ("if you could|would|can|might|have|were", 1.0),
    ("please", 1.0),
    // Good if it were done.
    (
        "is|be [also|very|really|most|truly|so] [more] imperative|crucial|essential|important|vital|necessary|critical|helpful|beneficial|great|wonderful|ideal|best|wise|worth|worthwhile|appreciated|useful|prudent|valuable|invaluable|valued",
        1.0,
    ),
    ("might|may|could want|like|wish|consider|help|benefit", 1.0),
    ("worth considering|exploring|discussing|checking|looking|reviewing|a", 1.0),
    // A need.
    (
        "need|needs|require|requires|requiring|deserve|deserves|demand|demands|warrant|warrants|benefit|benefits [from] [some] [your|a|more|further|immediate|prompt|closer|urgent|careful|better|additional] attention|action|review|response|input|effort|improvement|adjustment|help|assistance|expertise|consideration|support|look|touch|changes",
        1.0,
    ),
    ("benefit from", 1.0),
    (
        "your task|job|responsibility|cooperation|assistance|prompt|immediate|attention|participation|involvement|help|input|expertise|availability|consideration|commitment|contribution|action|response|reply|presence|confirmation",
        1.0,
    ),
    ("your .. would|will be", 1.0),
    ("curious|wondering|wonder|hoping", 1.0),
    // In a hurry.
    ("by|before [the] end|close of", 1.0),
    ("by|before @day", 1.0),
    ("promptly|immediately|urgent|urgently|deadline|asap|overdue|delay|delays|delayed", 1.0),
    ("as soon as", 1.0),
    ("at your earliest", 1.0),
    // Something is missing, or went wrong.
    (
        "missing|lack|lacking|lacks|overlooked|neglected|failed|failure|unacceptable|disappointed|disappointing|concerned|concerning|shortcomings|lapses|gap|gaps|issues|discrepancies|inconsistencies",
        1.0,
    ),
    ("yet to", 1.0),
    ("has|have not [yet] been", 1.0),
    ("still waiting|missing|short|need|no|open|pending", 1.0),
    ("it|there seems|appears", 1.0),
    ("@i [have] noticed|observed|realised|realized", 1.0),
    ("come|came|brought to my|our attention", 1.0),
    ("look|looking forward to your|hearing|receiving", 1.0),
];
