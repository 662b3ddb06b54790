//! Asks: the sender would be disappointed by silence.

use super::cues::Cue;

/// What a question mark alone is worth.
pub(super) const QUESTION: f32 = 2.7;

/// Points that every sentence starts from.
pub(super) const BIAS: f32 = -2.2;

/// Said straight out.
pub(super) const DIRECT: &[Cue] = &[
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
    ("please do not", 0.3),
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
        0.6,
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
    ("^ let us", 2.1),
    (
        "let us @order|get|go|do|see|discuss|catch|meet|aim|touch|sit|talk|chat|connect",
        1.2,
    ),
    ("call|phone|text|page|ring|email|write @me", 1.2),
    ("send|forward|fax|email|mail [it|them|this] [to] @me", 1.0),
    (
        "give @me [a] call|ring|shout|buzz|hint|hand|lift|minute|chance|update|heads-up",
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
    ("looking|searching for", 1.8),
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
    ("by|before|until|no @day", 0.2),
    ("asap", 1.0),
    ("as soon as possible|you", 0.7),
    ("at your [earliest] convenience", 1.6),
    (
        "for your approval|review|comments|signature|consideration|feedback",
        1.6,
    ),
    ("awaiting|await your", 2.4),
    ("remind|reminder you|to .. @order", 0.8),
];

/// Said by a hint: a wish, a lack, a wondering, leave to hope.
pub(super) const HINTS: &[Cue] = &[
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
        1.8,
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
        0.4,
    ),
    (
        "have|has not [yet] heard|received|seen|got|gotten [back] from|your|anything|a|the|it",
        1.2,
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
        2.3,
    ),
    (
        "we|you should [probably] @order|get|have|meet|go|catch|discuss|talk|consider",
        2.2,
    ),
    ("@i suggest|propose|recommend|think you|we|that", 1.2),
    ("suggest|propose|recommend that|you|we", 0.8),
    ("to discuss", 0.6),
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
    ("join us|me", 1.0),
    ("in your help|hands|care|opinion|view|experience", 0.5),
    (
        "must|should be [completed|returned|submitted|sent|received|signed|paid]",
        0.4,
    ),
    (
        "needs|need to be @order|completed|returned|submitted|sent|signed|paid|done|approved|reviewed|changed|corrected",
        1.6,
    ),
];

/// What looks like an ask and is none.
pub(super) const NOT_ASKS: &[Cue] = &[
    // Small talk.
    ("how are|r you|things|the|we|y'all", -3.8),
    (
        "how is|was|were it|everything|life|work|business|your|the [weekend|day|family|holiday|going|things|trip|vacation]",
        -1.8,
    ),
    ("how is it going", -2.4),
    ("how|what have you been", -3.4),
    ("how do you do", -4.0),
    ("what is|was up|new|happening", -2.6),
    ("you all|are|doing right|okay|ok|well|good|alright ?", -1.6),
    (
        "hope|trust|hoping .. are|is|had|has|have|find|finds|been",
        -1.6,
    ),
    (
        "hope|trust .. well|@good|okay|safe|weekend|holiday|holidays",
        -2.2,
    ),
    (
        "hope|trust [that] you|you|all|everything|things|this|it|your|the|to see",
        -0.6,
    ),
    ("hope to see you", -1.6),
    (
        "did|have you have|had|get a @good|nice [weekend|day|trip|holiday|christmas|time]",
        -2.8,
    ),
    // Rhetorical.
    ("who knows|cares ?", -4.0),
    ("guess what ?", -4.0),
    ("you know what ?", -4.0),
    ("why not ?", -1.4),
    ("or what|something ?", -1.2),
    (
        "is|are|was|do|does|did not it|that|he|she|they|this|there ?",
        -0.6,
    ),
    ("is not it|that|this @good|funny|strange ?", -1.6),
    (
        "have|did you ever wonder|wondered|think|thought|dream|dreamed ?",
        -2.4,
    ),
    ("tired of ?", -2.2),
    ("want to save|earn|win|lose|make|know ?", -1.0),
    ("what if ?", -0.8),
    ("really ?", -0.8),
    ("^ so what ?", -2.0),
    ("can|could you believe|imagine ?", -3.6),
    (
        "would|could you have believed|imagined|thought|guessed",
        -3.0,
    ),
    ("do you remember|realise|realize ?", -0.8),
    ("you see|know $ ?", -0.6),
    // Offers in an ask's dress.
    (
        "let @me know .. have|if|should any|you|further|other [other|further|more] @problem|concerns",
        -1.2,
    ),
    (
        "let @me|them know .. any|with|further|additional|more @problem",
        -3.4,
    ),
    (
        "@problem|concern .. let|call|contact|email|reach|write|give|drop|feel|do",
        -2.6,
    ),
    ("@problem .. please", -2.6),
    ("any [other|further|more|additional] @problem|concern", -2.2),
    (
        "need|like|want|require [any|some] more|further|additional|anything|other|else [info|information|details|help]",
        -2.6,
    ),
    (
        "let @me know .. if .. need|help|like|want|further|additional|more|anything",
        -1.4,
    ),
    ("let @me know .. i|we can", -2.6),
    (
        "if [there|you] [is|need] anything|something else|i|we|more",
        -2.6,
    ),
    ("feel free", -3.6),
    ("do not hesitate", -4.4),
    ("not be afraid|shy to", -1.6),
    ("any time|anytime $", -1.0),
    (
        "can|could|may|shall i|we help|assist|offer|bring|get|give|do you|anything|with|for|to ?",
        -2.4,
    ),
    ("how can|may i|we help|assist|be", -2.8),
    (
        "do|would you want|like|need me|us|any|a|some to|help|hand|lift ?",
        -1.8,
    ),
    (
        "would you like [me|us] [to|a] [send|bring|copy|help|call|see|take]",
        -1.2,
    ),
    ("need a hand|help|lift|anything ?", -2.4),
    ("what can i|we do for|to", -2.4),
    (
        "let me [know] @deed|see|check|find|explain|say|introduce|tell|be|start|think|just",
        -2.6,
    ),
    ("let me know", 2.0),
    ("let us know", 0.8),
    // Notices with a please.
    ("please [also] note|find|see|be|accept", -2.6),
    ("please be advised|informed|aware", -2.0),
    (
        "please [find|see] attached|below|enclosed|attachment|accept|disregard|ignore",
        -1.6,
    ),
    ("please enjoy|excuse|forgive|pardon|welcome|join", -1.6),
    ("please do not reply|respond", -3.0),
    ("if you receive|received this in|message|email", -3.6),
    ("received this|it [e-mail|email|message] in error", -3.6),
    ("yes|pleased|happy please $", -0.6),
    ("to unsubscribe|opt", -2.8),
    ("unsubscribe", -2.0),
    (
        "if you do not|no wish|want|longer [longer] [to|wish] [receive]",
        -1.6,
    ),
    (
        "if you would|wish|want|prefer|like|prefer [rather|not] to|like|not",
        -1.0,
    ),
    (
        "click|tap|press|download|log|sign|install [on] [here|below|the|this|in|up|now]",
        -0.8,
    ),
    // Told of others, of the past, of one who asked.
    (
        "he|she|they would|could|can|will|need|needs|want|wants|asked|wanted|is|are",
        -0.8,
    ),
    ("you asked|requested|wanted|needed|mentioned|sent", -1.6),
    ("as you asked|requested|know|can|may", -1.4),
    ("as [per|you] requested|request|discussed", -1.2),
    ("asked me|us|him|her|them|to @whether|to|for|about", -0.8),
    ("no need|rush|hurry|worries|pressure", -1.8),
    ("you do not|never need|have to", -2.0),
    ("do not worry|bother", -2.2),
    ("you can|may|could|will|might", -0.7),
    ("would have been", -1.2),
    ("if you could|would have", -1.0),
    ("i need to|@the [get|go|run|leave|study|edit|work]", -0.9),
    (
        "i want to thank|apologise|apologize|congratulate|wish|say|tell|let|remind|share|point|make",
        -2.4,
    ),
    (
        "i would like to thank|apologise|apologize|congratulate|say|wish|let|share|point|introduce|tell",
        -2.8,
    ),
    ("i would love|like to [but] but|help|come|hear", -0.6),
    ("we are|is looking forward", -0.8),
    (
        "looking|look forward to seeing|meeting|working|it|the",
        -1.4,
    ),
    (
        "thank|thanks for|you for|so|asking|letting|sending|your|the|all",
        -1.0,
    ),
    ("take care", -3.0),
    ("get well|better|some soon|rest|sleep", -2.6),
    ("^ have [yourself] a @good|nice|safe|great", -2.4),
    ("^ keep up|it|going the|up", -2.8),
    ("^ enjoy", -1.6),
    ("^ call it|me crazy|old", -0.8),
    ("give my regards|love|best", -2.6),
    ("^ see you|attached|below|the|above", -1.6),
    ("talk|speak to you soon|later|then|tomorrow", -2.6),
];
