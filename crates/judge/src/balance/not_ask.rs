//! No asks: small talk, rhetoric, offers in the dress of an ask, notices with a "please".

use super::cues::Cue;

/// What looks like an ask and is none.
pub(super) const CUES: &[Cue] = &[
    // Small talk.
    ("how are you|things|the|we", -3.8),
    ("how is it going", -5.0),
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
    ("why not ?", -0.2),
    ("or what|something ?", -0.6),
    (
        "is|are|was|do|does|did not it|that|he|she|they|this|there ?",
        -0.2,
    ),
    ("is not it|that|this @good|funny|strange ?", -1.6),
    (
        "have|did you ever wonder|wondered|think|thought|dream|dreamed ?",
        -2.4,
    ),
    ("tired of ?", -2.2),
    ("want to save|earn|win|lose|make|know ?", -1.0),
    ("what if ?", -0.4),
    ("really ?", -0.8),
    ("^ so what ?", -2.0),
    ("can|could you believe|imagine ?", -7.0),
    (
        "would|could you have believed|imagined|thought|guessed",
        -3.0,
    ),
    ("do you remember|realise|realize ?", -0.8),
    ("you see|know $ ?", -0.6),
    // Offers in an ask's dress.
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
        "if [there|you] [is|need] anything|something else|i|we|more",
        -2.6,
    ),
    ("feel free", -3.6),
    ("do not hesitate", -4.4),
    ("not be afraid|shy to", -1.6),
    ("any time|anytime $", -1.0),
    (
        "can|could|may|shall i|we help|assist you|with|out|in|at ?",
        -4.4,
    ),
    ("can|could|may|shall i|we help|assist $", -4.4),
    (
        "can|could|may|shall i|we offer|bring|get|give|do|buy|show|send|lend you|anything ?",
        -3.4,
    ),
    ("how can|may i|we help|assist|be", -2.8),
    (
        "do|would you want|like|need me|us|any|a|some to|help|hand|lift ?",
        -2.0,
    ),
    ("need a hand|help|lift|anything ?", -2.0),
    ("what can i|we do for|to", -2.4),
    (
        "let me [know] @deed|see|check|find|explain|say|introduce|tell|be|start|think|just",
        -1.6,
    ),
    ("let me know", 2.0),
    ("let us know", 0.8),
    // Notices with a please.
    ("please [also] note|find|see|be|accept", -3.4),
    ("please be advised|informed|aware", -2.0),
    (
        "please [find|see] attached|below|enclosed|attachment|accept|disregard|ignore",
        -1.2,
    ),
    ("please enjoy|excuse|forgive|pardon|welcome|join", -0.8),
    ("please do not reply|respond", -3.0),
    ("if you receive|received this in|message|email", -3.6),
    ("received this|it [email|message] in error", -3.6),
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
        -0.6,
    ),
    ("you asked|requested|wanted|needed|mentioned|sent", -1.6),
    ("as you asked|requested|know|can|may", -1.4),
    ("as [per|you] requested|request|discussed", -1.2),
    ("asked me|us|him|her|them|to @whether|to|for|about", -0.8),
    ("no need|rush|hurry|worries|pressure", -1.8),
    ("you do not|never need|have to", -2.0),
    ("do not worry|bother", -2.2),
    ("you can|may|could|will|might", -0.5),
    ("would have been", -1.2),
    ("if you could|would have", -1.0),
    ("i need to|@the [get|go|run|leave|study|edit|work]", -0.5),
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
    ("how is|was|were everything|life|work|business|things", -3.0),
    (
        "how is|was|were your|the [new] weekend|day|family|holiday|trip|vacation|wife|husband|baby|house|summer",
        -3.4,
    ),
    ("if .. @problem", -4.4),
    ("should you have", -3.0),
    ("should you need|require|wish|want", -2.6),
    ("if i|we can .. let|please|just", -4.0),
    ("he|she|they|who [also] let @me|them|you know", -4.0),
    ("will|would|to let @me know", -1.0),
    (
        "you should [also|all|both|already] be|know|have aware|received|that|seen|get|got",
        -2.2,
    ),
    (
        "if you would|wish|want|prefer|like|need|no [like] .. click|visit|log|write|call|contact|email|reply|unsubscribe|go|respond",
        -1.2,
    ),
    ("do not want|wish|need to", -0.6),
    ("was hoping|going|looking to", -0.6),
    (
        "@i [really|just] want|wanted|need|needed to get|do|go|be|have|keep|buy|finish",
        -1.0,
    ),
    ("@i can not", -0.4),
    ("unfortunately", -0.8),
    ("let @me know .... @problem", -7.0),
    (
        "let @me know .. if|should .. any|anything|more|further|additional|other|else|questions|help|assistance",
        -6.0,
    ),
    (
        "let @me know .. if|should you [ever|still] need [a|any|anything|more|further|some|me]",
        -6.0,
    ),
    (
        "let @me know .... idea|ideas|thoughts|suggestions|feedback|input|recommendations|openings|time|interest|availability|news|luck|plans",
        6.0,
    ),
    (
        "let @me know .. if|how|what|when|where .. i|we can|could|may help|assist|be|do|support|return|send|bring",
        -6.0,
    ),
    ("perhaps|maybe @i|it|they|he|she", -0.2),
    ("^ go ahead", -3.4),
    ("^ excuse me", -3.0),
    ("^ hold on", -0.4),
    ("^ come on", -2.0),
];
