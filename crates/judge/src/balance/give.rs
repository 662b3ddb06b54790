//! Gives: it costs the sender effort, or this reader would value it. Only what is plain.

use super::cues::Cue;

/// Points that every sentence starts from.
pub(super) const BIAS: f32 = -2.4;

/// What gives, and what only looks so.
pub(super) const CUES: &[Cue] = &[
    // Help offered.
    ("let @me know .. need|want|like anything|help|more|further|additional|other|a|any|me|to", 3.0),
    ("let @me know if|how|what|whether i|we can", 3.2),
    ("if [there|you] [is|need] anything|something else|i|we|more", 2.6),
    ("any [other|further|more|additional] @problem|concern", 1.6),
    ("feel free to|and", 2.6),
    ("not hesitate to", 2.8),
    (
        "can|could|may|shall i|we help|assist|offer|bring|give|lend|show you|with|anything|out|in|at ?",
        3.2,
    ),
    ("can|could|may|shall i|we help|assist $", 3.2),
    ("how|what can|may i|we help|assist|do for|you|with|to", 2.6),
    ("do|would you want|like|need me|us to", 2.6),
    ("need a hand|lift ?", 2.4),
    (
        "@i would|will|am|are be [more|only|very|always] [than] happy|glad|delighted|pleased|willing to @deed|send|help|talk|share|introduce",
        3.4,
    ),
    (
        "@i am|are|be [more|always|very] [than] happy|glad|delighted|willing to @deed|send|help|talk|share|introduce",
        3.0,
    ),
    ("happy|glad to help|assist|introduce|share|connect|put|answer|explain|talk|chat", 2.6),
    (
        "@i can|could [also|gladly|easily] send|share|introduce|connect|put|lend|drive|forward|offer|help|show|teach|give you|her|him|the|with|a|them",
        2.8,
    ),
    ("@i offer|offering you|to|my", 1.6),
    ("here to|for help|you", 1.6),
    ("return the favour|favor", 3.0),
    ("my [old|spare] .. is yours", 2.6),
    ("you are welcome to|at|any", 2.0),
    // Help done or promised for this reader.
    (
        "@i will|shall|can [also] [gladly] send|forward|share|bring|introduce|connect|mail|email|fax|give|show|lend|help|get you|it|them|this|her|him|the|a|my|your",
        2.7,
    ),
    (
        "@i will|shall [also] [gladly|happily] put|pass|recommend|vouch|speak|talk [in] [a] [good|your|you|it|this] [word|name|resume|on|to|for]",
        2.6,
    ),
    ("@i will look|check|ask|find into|for|around|out|on|with|about", 2.6),
    ("@i will come|drive|pick|stop|drop|take [care|by|down|you|over|of|up]", 2.0),
    (
        "let me introduce|connect|send|share|forward|show|give|offer|help|take|buy|check|ask you|it|the|a|care|to|this|them|with|around",
        2.8,
    ),
    (
        "@i am|are|have forwarding|forwarded|sending|passing|passed|recommending|recommended|referred|attaching|sharing you|it|the|this|your|them|on|along|a|my|her|him",
        2.7,
    ),
    (
        "@i [have] [just|already|also] sent|forwarded|put|passed|recommended|introduced|fixed|booked|arranged|prepared|made|found|got|brought|ordered you|it|your|for|in|a|the|my|along|her|him|them",
        1.6,
    ),
    (
        "@i have|just spoken|talked|mentioned to|your|you [her|him|them|our|my] [about|of] [you|your]",
        2.4,
    ),
    ("good word for", 3.0),
    ("saved a|you seat|place|copy|some|one", 2.4),
    ("save|saved|keep|kept you a|the|some seat|place", 2.4),
    // Things handed over.
    ("attached|enclosed [please] [find|is|are] @the|is|are|for|find|you", 2.4),
    ("attached|enclosed is|are|you|please", 0.8),
    ("is|are|find|find|see attached|enclosed", 2.2),
    (
        "@i have [also] attached|enclosed|prepared|written|drafted|compiled|collected|summarised|summarized|translated|proofread|reviewed|edited|updated|revised",
        2.4,
    ),
    ("@i attach|enclose", 2.5),
    ("here is|are the|a|my|some|your|our|her|his|that|an @thing|<link>", 1.6),
    ("here is|are [the|a|my|some|your|an] [other|new|latest|short|full|first] @thing", 1.4),
    ("here is|are the|a|my|some|your|our|her|his|that|an", 0.9),
    ("the|a|my @thing .. is|are attached|enclosed|below|here", 1.6),
    ("you asked|requested|wanted|needed|mentioned", 0.9),
    ("as requested|promised|discussed", 0.9),
    ("for your reference|use|records|files", 0.8),
    // Introductions made.
    ("@i want|wanted|would|like [like] to introduce|connect you", 3.2),
    ("introducing|connecting you|the two|both to|with|of|two", 3.2),
    ("introduce|connect|put you [two|both] to|with|in", 2.4),
    ("you two|both should|have [really] meet|know|talk|connect|lots|much|in|a", 3.0),
    ("should [really] meet|know each other", 3.0),
    ("leave you two|both to", 2.8),
    ("copied in|here|on", 0.5),
    // Pointers.
    ("thought of you", 2.8),
    ("made|makes|reminded me [think|of|remember] [of] you|your", 2.2),
    ("thought you might|would|may|will|could [find|like|enjoy|want|be]", 2.8),
    (
        "you might|may|would|will [also|really] [find] find|like|enjoy|want|be [this|it|interested|useful|interesting]",
        1.4,
    ),
    (
        "might|may|could [well] be [of] [use|useful|interesting|interest|relevant|helpful] [to|for] [you|your]",
        0.6,
    ),
    ("of interest|use to you|your", 1.8),
    ("fyi", 1.0),
    ("this|it might|may|could help|interest you|with", 2.0),
    ("came across|upon this|a|an|the|your", 1.2),
    ("here <link>", 1.0),
    ("just saw|found|read|spotted this|a|an|the [and] [thought]", 0.9),
    ("you should [also] know|be aware|that", 0.8),
    ("a|one tip|trick|idea|suggestion for|that|on", 1.2),
    // Praise of something particular.
    ("@good work|job", 3.0),
    ("well done", 3.0),
    (
        "@i [really|also|so|very|thoroughly|truly|much] @praise your|how|the @work|way|you|point|part|chapter",
        3.0,
    ),
    ("@i [really|also|so|very|thoroughly|truly|much] @praise [reading|hearing|watching] your", 3.0),
    (
        "your|the @work .. was|is|were|are [really|so|very|truly|absolutely] @good|insightful|inspiring|helpful|useful|valuable|clear",
        2.8,
    ),
    (
        "your [last|latest|new|recent] @work|insights|advice|insight|help .. made|changed|helped|moved|stayed|inspired|saved",
        3.0,
    ),
    ("that|what|such was|is a @good @work|question|point|idea|insight", 1.4),
    ("you did|are|were a|an|so|really @good|amazing", 2.2),
    ("you are awesome|amazing|brilliant|wonderful|best|great|star|genius|lifesaver", 3.0),
    ("you are the best", 3.0),
    ("you saved our|my|the|me|us", 2.8),
    ("congratulations|congrats on|to|for", 2.6),
    (
        "your insights|insight|comments|answers|thoughts|work .. were|are|was|is|much|particularly|greatly",
        2.2,
    ),
    ("keep up the @good", 2.6),
    ("impressed by|with|how", 1.6),
    ("could not have done .. without you", 3.0),
    ("thanks|thank [you] [so|very] [much] for taking|explaining|helping|preparing|all", 1.6),
    (
        "thanks|thank [you] [so|very|again] [much] for [all] your [kind|generous|great|invaluable] help|support|leadership|work|advice|guidance|time|effort|efforts",
        2.0,
    ),
    (
        "appreciate|appreciated you|your|all [pressing|insights|work|help|effort|efforts|support|leadership|guidance]",
        1.0,
    ),
    // Not gives.
    ("if you .. send|share|give|help", -1.4),
    ("will|can|could|would you", -1.6),
    ("@i will|shall not|be", -1.2),
    ("would have", -1.0),
    ("@i can|could not", -2.2),
    ("not attached|enclosed", -1.6),
    ("please [also] complete|fill|sign|return|send|review|pay", -2.0),
    (
        "our offer|product|products|service|services|platform|solution|company|clients|customers|team|webinar|event|demo",
        -2.2,
    ),
    ("free trial|demo|consultation|webinar|quote|sample|gift|offer|shipping", -2.8),
    ("special|limited|exclusive offer|time|deal|discount", -2.8),
    ("discount|off|sale|unsubscribe|subscribe|webinar", -1.4),
    ("happy|glad to see|hear|have|be|report|say", -2.4),
    ("i hope|wish", -0.8),
    ("could|can i have|get|ask|borrow|see", -2.2),
    ("but", -0.6),
    ("congratulations .. won|winner|selected|qualified", -4.0),
    ("if i|we can .. let @me know", 3.4),
    ("attached @thing", 1.6),
    ("the attached", 1.4),
    ("just informed|told .. you saved", 0.4),
    ("let @me know .... @problem", 2.8),
    ("@i [have] [just|already|also] forwarded|recommended|introduced|mentioned your|you", 1.6),
];
