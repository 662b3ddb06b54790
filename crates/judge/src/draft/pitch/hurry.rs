//! Urgency: a clock in the reader's face.

pub(super) const PHRASES: &[&str] = &[
    "limited time|period|stock|supply",
    "expires|expire|ends|ending|closes today|tonight|tomorrow|soon|midnight|in|on|this #?",
    "last|final chance|hours|reminder|call|notice|days",
    "don't|not miss out|this|it|your|the|our|a|on",
    "miss out",
    "hurry",
    "before it's|its|they're|this too|gone|offer late?",
    "while supplies|stocks|stock last",
    "midnight deadline|tonight",
    "only # left|days|hours|spots|places|seats|remaining",
    "# hours|days left|only|remaining|to",
    "until|before the|end|friday|midnight end? of? this|the month",
    "urgent|attention|important|immediate|asap notice|please|your|all|response|reply|attention|message|reminder",
    "time is running|sensitive",
    "as soon as possible to|and",
];
