//! Socials: greetings, thanks, wishes, small talk.

use super::cues::Cue;

/// Points that every sentence starts from.
pub(super) const BIAS: f32 = -1.6;

/// How people are kind to each other without wanting or giving anything.
pub(super) const CUES: &[Cue] = &[
    ("thanks", 2.4),
    ("thank you", 2.4),
    ("many|much|big thanks|appreciated", 1.0),
    ("cheers|ta|xoxo|xx|lol|haha|hehe|hee|aww|woot|yay", 2.4),
    ("how are you|things|the|we", 3.2),
    ("how is|was|were it|everything|life|work|your|the|things", 1.6),
    ("how is it going", 2.0),
    ("how|what have you been", 3.0),
    ("how do you do", 3.4),
    ("what is|was up|new|happening", 2.4),
    ("how about you", 1.6),
    ("hope|trust|hoping .. well|@good|okay|ok|safe|weekend|holiday|holidays|soon", 3.2),
    ("hope|trust you|all|everything|things|your|the", 1.9),
    ("hope to see you", 2.4),
    ("good morning|afternoon|evening|night|luck", 2.6),
    ("@feast", 1.0),
    ("happy|merry @feast|new|birthday|friday|monday", 3.2),
    ("best wishes|regards", 2.6),
    ("all the best", 2.6),
    ("wish|wishing you|all", 2.4),
    ("have [yourself] a @good|nice|safe|great|lovely", 2.8),
    ("enjoy your|the weekend|holiday|holidays|trip|day|evening|vacation|rest", 2.8),
    ("take care", 2.6),
    ("look|looking forward to seeing|meeting|it|working|catching", 2.6),
    (
        "@good|nice|lovely|glad|pleasure to see|hear|meet|meeting|seeing|hearing|catch|catching|have",
        2.8,
    ),
    ("it was|is [so|really|very] @good|nice|lovely|fun to|seeing|meeting", 2.4),
    ("enjoyed meeting|lunch|dinner|our|catching|seeing|talking", 2.4),
    ("long time", 2.2),
    ("love you|dad|mum|mom", 2.4),
    ("so|very|i|am|really sorry to|for|about", 1.8),
    ("i am so sorry", 2.2),
    ("thinking of you", 2.8),
    ("good for a laugh", 2.8),
    ("welcome back|home|aboard|to", 2.0),
    ("no worries|problem", 2.2),
    ("you are [most|very] welcome", 2.6),
    ("get well", 2.6),
    ("give my regards|love|best", 2.6),
    ("congratulations|congrats", 1.6),
    ("who knows|cares", 1.8),
    ("guess what", 2.4),
    ("can|could you believe|imagine", 2.8),
    ("glad|happy you|it|that", 2.0),
    ("love|hugs $", 1.8),
    ("married|birthday|baby|babies|wedding|girlfriend|boyfriend|beach|drunk|hug", 1.4),
    ("see|talk|speak [to|with] you .. soon|then|later|tomorrow|there|@day", 2.8),
    ("@i [really] miss|missed|love you|our|your", 2.6),
    // What people tell each other of their days.
    (
        "mum|mom|dad|daddy|mama|papa|son|daughter|kids|husband|wife|grandma|brother|sister|honey|dear|darling|buddy|dude",
        0.7,
    ),
    (
        "funny|laugh|laughing|joke|joking|kidding|cute|sweet|silly|lucky|cool|boring|bored|tired|hungry|sleepy|sleeping|proud",
        0.8,
    ),
    (
        "party|drinks|beer|wine|margaritas|movie|movies|concert|shopping|gym|pub|pizza|cake|dancing",
        0.6,
    ),
    ("wah|hmm|wow|omg|gee|ugh|oh|ah|hey|yeah|yup|nope|gosh|ha", 0.6),
    (
        "love|loved|loves|loving|missed|kiss|kisses|hugs|heart|dream|dreams|pray|prayers|god|bless",
        0.9,
    ),
    ("too bad", 1.0),
    ("what a shame|pity|day|night|game|week", 1.4),
    ("my love|dear|friend|boy|girl|baby|man", 0.8),
    ("sorry to hear|for your", 1.6),
    ("life is", 0.6),
];
