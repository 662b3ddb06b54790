//! Notices to everybody: what an office tells all its people.

pub(super) const PHRASES: &[&str] = &[
    "all|every|each|our|fellow employees|employee|staff|members|users|participants|customers|residents|subscribers|personnel|departments|managers|supervisors|associates|parents|students",
    "please be advised|aware|reminded|note|informed|sure|prepared|join",
    "this|we is|would|want|wanted|just|are to|like|a|pleased|friendly remind|inform|announce|let|notify|reminder|confirm|invite",
    "as|many|some|most|if of|you all|you|know|may many|aware|know|already|have",
    "will|to be available|unavailable|effective|closed|held|hosting|offered|distributed|announced|implemented|required|able|upgraded|posted",
    "effective|beginning|starting|as immediately|today|monday|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december|of|on|in|with",
    "i|we am|are|it pleased|proud|happy|delighted|excited to announce|report|inform|welcome|introduce|share",
    "if you have|need|would|experience|are|do|did any|further|additional|questions|like|problems|unable|not|a questions|question|concerns|problems|assistance|comments|or?",
    "questions|concerns|comments or|regarding|about|please|should|contact concerns|comments|questions|contact|this|call|be|feel?",
    "please|should|you contact|call|direct|notify|report|refer|email|respond|complete|submit|return|forward your|the|any|*",
    "thank|thanks you|for for? your|in cooperation|patience|continued|support|attention|understanding|advance|prompt|participation|patronage",
    "we|i appreciate|apologize|apologise|regret|encourage|urge|ask|request|invite|value your|for|any|you|that|all inconvenience|cooperation|patience|support|the|to|everyone|employees|continued?",
    "what|when|where|who|why|how time|date|place|location|you|is|should|do|to",
    "human resources",
    "help desk|line",
    "frequently asked",
    "the following|attached|above|below|enclosed changes|information|dates|schedule|is|list|are|products|employees|policy|guidelines|report|individuals",
    "in an|our|order|addition|accordance|effort|conjunction|recognition|response effort|to|ongoing|with|continuing",
];
