//! Asks: the sender would be disappointed by silence. Here those said straight out; the ones
//! said by a hint are in `hint`, what only looks like an ask in `not_ask`.

use super::cues::Cue;

/// What a question mark alone is worth.
pub(super) const QUESTION: f32 = 3.0;

/// Points that every sentence starts from.
pub(super) const BIAS: f32 = -2.2;

/// Said straight out.
pub(super) const CUES: &[Cue] = &[
    // Of you.
    (
        "can|could|would|will|wont you|someone|somebody|anyone|anybody",
        1.8,
    ),
    ("can|could|would|will [not] you [please] @order", 1.2),
    ("can|could|would you ?", 0.4),
    ("would you mind", 1.5),
    (
        "would you be [so] able|willing|open|interested|available|kind|up|free",
        1.5,
    ),
    ("you guys|all|both ?", 0.3),
    ("do|did|have|are|were|is you|your|anyone|anybody ?", 0.6),
    (
        "are you free|available|able|interested|around|coming|willing|up",
        1.2,
    ),
    ("do you know|have|want|need|think|still ?", 0.4),
    (
        "@what is|are|was|were|do|does|did|can|should|would|will|about|many|much ?",
        0.4,
    ),
    ("should|shall|may|can|could i|we ?", 0.4),
    ("how|what about ?", 0.5),
    (
        "any|some thoughts|update|updates|news|word|idea|ideas|luck|chance|interest|feedback|plans ?",
        0.6,
    ),
    ("what|any are|is your|you [thoughts|view|opinion]", 0.5),
    // Please.
    ("please", 2.0),
    ("please [also] [just] @order", 1.4),
    ("please do not", 0.8),
    ("^ please", 0.6),
    // Orders.
    ("^ @plain-order", 2.4),
    ("^ @order [back] @me", 1.8),
    ("^ let @me know", 2.7),
    ("let-me know", 4.4),
    (
        "let @me know @what|whether|if|your|about|as|when|by|asap|please",
        1.2,
    ),
    ("let @me|them know|have", 0.8),
    (
        "^ do not forget|hesitate|change|send|use|make|let|worry",
        1.6,
    ),
    ("^ do not forget", 2.2),
    ("^ be sure to", 2.2),
    ("^ make sure", 2.6),
    ("^ have [your] @them|the .. @order", 2.2),
    ("^ get with|back|together|in|me|him|her|them|this", 2.3),
    ("^ give|drop|shoot|lend|grant|save @me", 2.6),
    ("^ give @them|@the [a] call|ring|shout", 2.6),
    ("^ take [a] look|care|me|us|the|your|these|those", 2.0),
    (
        "^ find|pull|pick|put|set|follow|run|work|sign|swing|stop|come|go|keep|hold|leave|make @the|out|up|down|by|on|over|with|me|us",
        2.3,
    ),
    ("^ see @whether|what|who", 2.3),
    (
        "^ use|read|complete|select|follow|keep|describe|consider|attend|discuss|collect|correct|delete @the|your|with|to|of",
        1.8,
    ),
    ("^ talk|speak to|with", 2.3),
    ("^ try [and] to|get|again|it", 2.0),
    ("^ let us", 2.6),
    (
        "let us @order|get|go|do|see|discuss|catch|meet|aim|touch|sit|talk|chat|connect",
        1.2,
    ),
    ("call|phone|text|page|ring|email|write @me", 1.2),
    ("send|forward|fax|email|mail [it|them|this] [to] @me", 1.0),
    (
        "give @me [a] call|ring|shout|buzz|hint|hand|lift|minute|chance|update",
        1.4,
    ),
    ("get back to @me", 1.8),
    ("get in touch", 0.6),
    ("keep @me posted|informed|updated", 1.6),
    ("you need|have|must|should to|@order", 1.2),
    ("you must|should|better", 1.1),
    ("you need to", 1.7),
    ("make|be sure that|you|to|it|they|we", 1.0),
    // What is wanted.
    ("@i need", 1.5),
    ("@i need you|your", 1.8),
    (
        "@i [do] [really|still|also|just|urgently] need [to] know|get|have|your|you|a|an|some|someone|somebody|help",
        1.0,
    ),
    ("@i want|wanted you|your", 2.2),
    (
        "@i want|wanted to ask|know|check|discuss|invite|see|meet|talk",
        1.8,
    ),
    ("@i would|should like|love|want", 1.9),
    ("@i would like|love to|your|you|it|a", 0.8),
    (
        "i|we have [a] [quick|small|few|one|couple] question|questions|favor|favour|request",
        3.2,
    ),
    ("a [big|small|quick] favor|favour", 2.4),
    ("need|have to get|talk|discuss|meet together|to|with", 0.6),
    (
        "need|like|want your help|input|advice|feedback|approval|opinion|thoughts|support",
        1.8,
    ),
    (
        "i|we ask|request|require|urge|beg|invite you|that|your|the",
        2.4,
    ),
    ("asking|asks|asked|begging you|for your", 1.6),
    ("looking|searching for", 1.2),
    ("seeking", 1.4),
    ("i|we|am|are looking for", 1.0),
    (
        "i am|was calling|writing|reaching|emailing to|out|because|about",
        0.8,
    ),
    ("invite|inviting|invited you", 1.8),
    ("rsvp", 2.6),
    (
        "your|a reply|response|answer is|needed|appreciated|requested",
        1.8,
    ),
    ("deadline|due is|on|by", 0.5),
    ("by|before|until|no @day", 0.4),
    ("asap", 1.0),
    ("as soon as possible|you", 0.7),
    ("at your [earliest] convenience", 1.6),
    (
        "for your approval|review|comments|signature|consideration|feedback",
        1.6,
    ),
    ("awaiting|await your", 2.4),
    ("remind|reminder you|to .. @order", 0.8),
    (
        "^ are|is|do|does|did|have|has|was|were|can|could|will|would|should|shall|may you|we|i|they|he|she|it|there|anyone|anybody|this|these",
        1.7,
    ),
    ("^ are|do|did|have|can|could|will|would|should you", 0.6),
    (
        "^ @what is|are|do|does|did|can|should|will|was|were|would|have|has|time|about",
        1.4,
    ),
    (
        "do|does|did|have|are you @i|have|know|want|think|still|need|speak|talk|get|see|hear",
        0.6,
    ),
    (
        "can|could|may i|we please|have|get|borrow|ask|extend|use|see",
        1.6,
    ),
    ("why do|does not you|we", 2.0),
    ("^ need|want to|your|a|some|you|help|the", 2.2),
    (
        "@i [will|also|do|really] [also] need|want|like to know|discuss|hear",
        1.0,
    ),
    (
        "you will|would|may|might [also|still] have|need|want to",
        1.4,
    ),
    (
        "^ register|join|watch|visit|download|click|tap|select|sign|subscribe|shop|learn|remember|participate|donate|open|go|log|paste|install|verify|activate|mark",
        2.3,
    ),
    ("tell @me", 1.8),
    ("get|getting together", 1.0),
    ("stop|come|swing|drop by", 0.8),
    ("^ come", 1.4),
    ("possible for you|us|me to", 2.0),
    ("count me|us in", 1.8),
    ("works|work [best|better|well] for me|you|us", 1.4),
    (
        "@i|we could|can|might [also] meet|have|chat|talk|try|discuss|get|do|catch|grab",
        2.0,
    ),
    ("also like|need|want a|an|to|the|your", 0.8),
    (
        "@i|we should|need|will|shall|have|must [to] discuss|meet|talk|call",
        1.8,
    ),
    ("discuss", 0.8),
    ("a call [to]", 0.4),
    ("suggest|suggesting|propose|recommend", 0.8),
    ("free|available [on|for|at] @day|lunch|call|chat", 0.6),
    (
        "^ turn|sit|stand|wait|listen|hurry|stop|close|shut|hold|step|stay|drive|hang|hand|switch|move|slow|promise|excuse",
        2.5,
    ),
    (
        "^ get|bring|take|show|keep|leave|try|put|go|come|fill|pick|clean|wash|cook|play|buy|pay|order|drink|eat|wear|look @the|on|off|out|up|down|in|at|over|back|away|with|to|him|her|me|us|one|two|for|into|after|there|here|some|along|ahead|straight|home",
        2.3,
    ),
    ("you had better|best", 2.4),
];
