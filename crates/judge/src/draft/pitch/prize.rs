//! Prizes, and lines that cost by the minute.

pub(super) const PHRASES: &[&str] = &[
    "you've|have|been|u|has? been? won|awarded",
    "cash|bonus|guaranteed|holiday|# prize|award|reward|cash",
    "claim|collect your|ur|a|prize|code|now|call|yr",
    "guaranteed|free * prize|cash|award|holiday",
    "selected|chosen to receive|win|get|as",
    "winner|winners of|will|is|has|we|as|you",
    "win|won a|an|up|cash|ipod|holiday|prize|#",
    "txt|text|send * to #",
    "txt|text now|back|yes|stop|#",
    "ringtone|ringtones|polyphonic|tone|tones|mono|wallpaper",
    "call|from * landline|landlines|mobile",
    "# ppm|per|p min|minute|msg|week",
    "cost|costs|only|at # p|pence|ppm|per|min",
    "award|prize draw|code|is",
    "account|points statement|balance * unredeemed|un",
    "adult|adults|sexy|singles|dating|date|chat only|line|service|chat|now|call|live",
];
