//! Appeals: money, names and votes for a cause.

pub(super) const PHRASES: &[&str] = &[
    "donate|donating|donation|donations|donors|donor",
    "chip|chipping|chipped in",
    "pitch|pitching in #|today|now|whatever|before",
    "contribute|contribution|contributing|contributions #? today|now|right|before|to|of|from|are",
    "our|my|the|your|this campaign|movement|fight|cause|grassroots|supporters|opponent|opponents",
    "paid for by",
    "grassroots|fundraising|fundraiser|fundraise",
    "add|adding|sign your|the|our|this|my name|petition",
    "sign|signed on|the|our|this|our petition|pledge|letter|to",
    "goal|goals of|is|raising|to raising|#|raise",
    "stand|fight|fighting|join with|up|for|against|me|us|the|our us|me|the|our|fight|movement|and",
    "our democracy|country|nation|values|families|planet|community|communities|freedom|rights",
    "make|making a|your|the|an difference|voice|impact|gift|contribution",
    "your support|generosity|gift|vote|voice|help|contribution|membership|donation is|will|means|can|today|and|to|helps|makes|has",
    "congress|senate|senator|congressman|congresswoman|republicans|democrats|democrat|republican|primary|election|voters|ballot",
];
