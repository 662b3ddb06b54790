//! Asks by a hint: a wish, a lack, a wondering, a hope.

use super::cues::Cue;

/// What hints at an ask.
pub(super) const CUES: &[Cue] = &[
    (
        "it|that would be @good|helpful|useful|ideal|appreciated|kind|nice|super if|to",
        2.6,
    ),
    (
        "would [also] be [extremely|very|really|so|most|much] @good|helpful|useful|ideal|appreciated|grateful|thankful",
        1.9,
    ),
    (
        "@i would [really|greatly|very|also|certainly|so] [much] appreciate|welcome|value",
        3.4,
    ),
    (
        "@i would be [very|really|so|most|extremely|eternally] grateful|thankful|obliged|honoured|honored|interested|delighted|glad|happy if|for|to",
        1.8,
    ),
    (
        "@i would be [very|really|so|most|extremely|eternally] grateful|thankful|obliged",
        2.4,
    ),
    (
        "appreciate|appreciated it|your|any|the [help|feedback|time] if|feedback|help|input|advice|response|thoughts|opportunity|chance",
        1.2,
    ),
    ("appreciate it if", 2.4),
    (
        "any help|advice|input|feedback|thoughts|pointers|suggestions|ideas|tips|leads|comments",
        1.4,
    ),
    (
        "@i [am|was|are|were] [just|also|still] wondering|wonder|wondered",
        2.9,
    ),
    (
        "wondering|wonder|wondered @whether|what|when|who|how|where",
        1.0,
    ),
    (
        "@i [am|was|are|were] [just|also|still] curious|unsure|unclear @whether|what|about|how|to|which",
        2.6,
    ),
    (
        "@i [am|was|are|were] [just|really|still] hoping|hope|hoped to|that|you|we|for",
        0.8,
    ),
    ("hoping [that] you|to|we|someone|for", 2.0),
    (
        "@i hope|trust you|we|to|that [can|could|will|would] [can|could|will|consider|join|help|agree|find|share]",
        0.3,
    ),
    ("hope|trust [that] you|we can|could|will|would", 1.6),
    ("look|looking forward to your|hearing|receiving", 1.6),
    ("hear|hearing [back] from you", 1.4),
    (
        "@i|are|am still short|missing|lacking|waiting|need|looking|behind|without",
        2.4,
    ),
    (
        "short of|on speakers|volunteers|people|hands|staff|time|money|ideas|help",
        1.6,
    ),
    (
        "@i|are|am [one|two|three|a|few] short|missing|lacking|stuck",
        1.6,
    ),
    (
        "@i could|can [really|still|also] use [some|a|your|an] [bit|few|little] help|hand|hands|advice|volunteers|input|@good|extra|more|another|someone",
        2.8,
    ),
    ("@i could do with", 2.8),
    ("someone|somebody|anyone|anybody who|to|with|that", 0.6),
    (
        "if anyone|anybody|someone|somebody|you [happens|happen|here|out] [know|knows|has|have|can|could]",
        0.8,
    ),
    (
        "if you know [of] anyone|anybody|someone|somebody|a|any|@them",
        2.0,
    ),
    ("if you could|can|would|will|might", 1.2),
    ("if you do not mind", 1.8),
    ("if [it|that] is|at possible|convenient|all", 1.0),
    (
        "if you have time|a|any [minute|moment|second|chance|ideas|thoughts|suggestions|advice]",
        0.9,
    ),
    (
        "when|whenever you have|get [a] chance|minute|moment|time|second",
        1.4,
    ),
    (
        "@i do not|never have|know|understand|see|recall|find|get @what|how|whether|why|where|your|any",
        0.2,
    ),
    (
        "have|has not [yet] heard|received|seen|got|gotten [back] from|your|anything|a|the|it",
        1.4,
    ),
    (
        "not sure|clear|certain|quite @whether|what|how|why|who|where|which",
        0.9,
    ),
    ("would|could it be possible|ok|okay", 2.0),
    ("is there|it any|a|possible|someone|anyone|way ?", 0.6),
    (
        "chance|opportunity to|for|of [meet|meeting|discuss|speak|talk|present|chat]",
        0.5,
    ),
    ("not have|seem to be|have able|access", 0.3),
    (
        "maybe|perhaps you|we|someone can|could|should|might|would",
        3.2,
    ),
    (
        "we|you should [probably] @order|get|have|meet|go|catch|discuss|talk|consider",
        2.2,
    ),
    ("@i suggest|propose|recommend|think you|we|that", 1.2),
    ("suggest|propose|recommend that|you|we", 1.6),
    ("to discuss", 0.9),
    (
        "like|love|want|hoping|keen|happy to discuss|meet|chat|talk|connect|speak|hear|get|know|see",
        0.8,
    ),
    ("pick your brain|brains", 3.4),
    ("touch base|bases", 1.6),
    ("quick call|chat|question|coffee|favour|favor|word", 1.8),
    (
        "open|interested|up for|in|to a|an|some [quick|short|brief] call|chat|coffee|conversation|meeting|lunch",
        1.6,
    ),
    ("interested in|to", 0.2),
    ("are|is you interested", 0.8),
    ("want me|us to ?", 0.4),
    ("think|tell|say|advise about|of|@what|me", 0.2),
    ("remove|unsubscribe|exclude me|us from", 1.8),
    ("join us|me", 1.6),
    ("in your help|hands|care|opinion|view|experience", 0.5),
    (
        "must|should be [completed|returned|submitted|sent|received|signed|paid]",
        0.4,
    ),
    (
        "needs|need to be @order|completed|returned|submitted|sent|signed|paid|done|approved|reviewed|changed|corrected",
        1.6,
    ),
    (
        "your thoughts|advice|help|input|view|views|opinion|feedback|support|guidance|comments .. would|will|is|are [be]",
        1.8,
    ),
    ("happen to know|have|remember", 2.6),
    ("heard [anything|back] from you", 1.2),
    ("i am|are all ears", 1.4),
    ("look|looking forward to your|hearing", 0.8),
];
