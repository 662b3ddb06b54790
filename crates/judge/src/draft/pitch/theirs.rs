//! The other side: what is said to one reader about what passed between the two. It speaks
//! against a pitch, as do thanks and answers; it is never a finding.

pub(super) const PHRASES: &[&str] = &[
    "you|u said|asked|told|mentioned|wrote|sent|suggested|gave|promised|showed|recommended|called|were|had|thought|wanted|got|did|meant|left|liked|need",
    "as|like|since|when|what|if you|we|u said|asked|requested|discussed|wanted|mentioned|suggested|told|agreed|talked|spoke|think|want|need|get|got|have|can|did",
    "your|ur question|email|mail|message|note|letter|call|suggestion|advice|help|draft|comments|comment|idea|mother|mom|mum|dad|father|wife|husband|sister|brother|son|daughter|kids|family|birthday|house|place|garden|voicemail|patch|reply|request|list|memo|time|numbers|approval|book|office|desk|boss|trip|flight|car|room|address",
    "thanks|thank for|you the|your|for|so|letting|sending|getting|again|very|calling|coming|lunch|dinner|all|taking",
    "thx|thnx|tks|ta",
    "good|great|nice|lovely|wonderful to|seeing|talking|meeting see|meet|hear|talk|you|with|chat|catch *?",
    "see|seeing|meet|call|talk|catch you|u|ya|me at|on|in|tomorrow|tonight|there|soon|then|later|up|next|this|when|if|to|back",
    "i'll|i will|can|have|got|did|just|think|was|am|agree|don't|didn't|haven't|know|thought|guess|forgot|talked|spoke|sent|told|asked|need|left|tried|saw|found *?",
    "are|r|did|do|can|could|will|would|have|were|what|how|when|where you|u|ya get|got|going|still|want|free|think|send|call|check|come|ok|able|know|have|see|doing|there|been|look|give|find|need|tell|make|bring|home|coming|mind|ask|forward|take|put|please|do|like",
    "let|lets|let's me|us|meet|talk|discuss|do|get|go|know|see|try *?",
    "sorry|apologies for|i|about|to|that|but|if|my",
    "attached|here|enclosed is|are|the|you|please my|the|find|draft|latest|file|it|list|go|spreadsheet?",
    "we talked|spoke|discussed|met|agreed|should|need|can",
    "yes|yeah|yep|ok|okay|sure|no|nope|fine|right|hey|lol|haha|hmm",
    "do i|we need|have|want|know",
    "how are|is|was|did|about|do you|the|your|it|things|we|ya",
    "love|miss|hug|xx|xxx|kisses",
    "does|did|is|was|has|could that|it|this|he|she|anyone|anybody make|work|mean|look|help|say|get|help|know|have|still|there|ok",
];
