//! Two names beside each other: the same, or one a shorter, older, swapped or misspelt form of
//! the other.

use super::{fold, slips};
use std::collections::HashMap;
use std::sync::LazyLock;

/// How two names agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Agreement {
    /// Every word, in whatever order and script.
    Same,
    /// The family name, and a given name that is called by another ("Bob", "Robert").
    Nickname,
    /// The family name, and the first letter of the given one.
    Initial,
    /// All but a letter or two.
    Misspelt,
    /// The words of the shorter one stand in the longer ("Ada King", "Ada Marie King").
    Within,
}

/// Given names of one person, a line each: what is called how.
static CALLED: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut called: HashMap<&str, Vec<usize>> = HashMap::new();
    for (line, names) in include_str!("nicknames.txt").lines().enumerate() {
        for name in names.split(' ') {
            called.entry(name).or_default().push(line);
        }
    }
    called
});

/// Family names that are common somewhere, as `words` writes them.
const COMMON_FAMILY: &[&str] = &[
    "ahmed",
    "ali",
    "andersen",
    "anderson",
    "becker",
    "bianchi",
    "brown",
    "chen",
    "clark",
    "costa",
    "davis",
    "dubois",
    "durand",
    "esposito",
    "evans",
    "ferreira",
    "fischer",
    "garcia",
    "gonzalez",
    "hall",
    "hansen",
    "hernandez",
    "hofmann",
    "huang",
    "hughes",
    "ivanov",
    "jackson",
    "jensen",
    "johanson",
    "johnson",
    "jones",
    "khan",
    "kim",
    "kowalski",
    "kumar",
    "lee",
    "lewis",
    "li",
    "lin",
    "liu",
    "lopez",
    "martin",
    "martinez",
    "mayer",
    "meier",
    "meyer",
    "miller",
    "moore",
    "moreau",
    "muller",
    "murfy",
    "nguyen",
    "nielsen",
    "novak",
    "olsen",
    "park",
    "patel",
    "perez",
    "petrov",
    "ramirez",
    "rodriguz",
    "rosi",
    "sanchez",
    "santos",
    "schmidt",
    "schneider",
    "schulz",
    "silva",
    "singh",
    "smirnov",
    "smith",
    "tan",
    "taylor",
    "thomas",
    "thompson",
    "torres",
    "tran",
    "wagner",
    "walker",
    "wang",
    "weber",
    "white",
    "williams",
    "wilson",
    "wong",
    "wright",
    "wu",
    "yang",
    "zhang",
    "zhao",
];
/// What share of people at large has a name that many have; the owner's contacts may know better.
const GIVEN_AT_LARGE: f64 = 0.004;
const FAMILY_AT_LARGE: f64 = 0.003;

/// The share of people at large with this word in their name, where many have it; else 0.
pub(super) fn at_large(word: &str) -> f64 {
    if COMMON_FAMILY.binary_search(&word).is_ok() {
        FAMILY_AT_LARGE
    } else if CALLED.contains_key(word) {
        GIVEN_AT_LARGE
    } else {
        0.0
    }
}

/// A word of at least so many letters may be misspelt and still be known.
const LONG: usize = 5;

/// Titles and endings that are no part of a name.
const TITLES: &[&str] = &[
    "dr", "prof", "mr", "mrs", "ms", "sir", "phd", "md", "mba", "jr", "sr", "esq", "msc", "bsc",
    "herr", "frau", "ing", "dipl",
];

/// The words by which somebody is called: in Latin letters, without accents and titles.
pub fn words(name: &str) -> Vec<String> {
    let latin = deunicode::deunicode(name);
    let words = fold(&latin);
    let words = words.split(' ').filter(|word| !word.is_empty() && !TITLES.contains(word));
    words.map(plain).collect()
}

/// One spelling for what is written in two: ü is `ue` to some, `u` to others.
fn plain(word: &str) -> String {
    let mut plain = word.to_owned();
    for (written, as_one) in [("ae", "a"), ("oe", "o"), ("ue", "u"), ("ss", "s"), ("ph", "f")] {
        plain = plain.replace(written, as_one);
    }
    plain
}

/// Whether two names can be one person's: they agree, one of them is a part or a short form of
/// the other, or one is none at all (a number, or nothing).
pub fn names_go_together(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let is_none = |name: &[String]| !name.iter().any(|word| word.contains(char::is_alphabetic));
    if is_none(&a) || is_none(&b) || agreement(&a, &b).is_some() {
        return true;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    match short.as_slice() {
        [word] => {
            long.iter().any(|other| word == other || is_called(word, other) || is_near(word, other))
        }
        _ => false,
    }
}

/// How two names agree, by their words; `None` where they are two names.
pub(super) fn agreement(a: &[String], b: &[String]) -> Option<Agreement> {
    if a.len() < 2 || b.len() < 2 {
        return None;
    }
    let (mut left, mut right) = (a.to_vec(), b.to_vec());
    left.sort();
    right.sort();
    if left == right {
        return Some(Agreement::Same);
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.iter().all(|word| word.len() > 1 && long.contains(word)) {
        return Some(Agreement::Within);
    }
    ends(a, b).or_else(|| {
        let turned: Vec<String> = a.iter().rev().cloned().collect();
        ends(&turned, b)
    })
}

/// By given name and family name alone, the first and the last word.
fn ends(a: &[String], b: &[String]) -> Option<Agreement> {
    let (given, family) = (a.first()?, a.last()?);
    let (other_given, other_family) = (b.first()?, b.last()?);
    let same_family = family == other_family;
    if same_family && is_called(given, other_given) {
        return Some(Agreement::Nickname);
    }
    if same_family && is_initial(given, other_given) {
        return Some(Agreement::Initial);
    }
    let family_is_near = same_family || is_near(family, other_family);
    let given_is_near = given == other_given || is_near(given, other_given);
    (family_is_near && given_is_near).then_some(Agreement::Misspelt)
}

/// Whether two given names are called by one another.
fn is_called(a: &str, b: &str) -> bool {
    let lines = |name: &str| CALLED.get(name).map_or(&[][..], Vec::as_slice);
    a != b && lines(a).iter().any(|line| lines(b).contains(line))
}

fn is_initial(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.chars().count() == 1 && long.chars().count() > 1 && long.starts_with(short)
}

fn is_near(a: &str, b: &str) -> bool {
    let shorter = a.chars().count().min(b.chars().count());
    shorter >= LONG && a.chars().next() == b.chars().next() && slips(a, b) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(a: &str, b: &str) -> Option<Agreement> {
        agreement(&words(a), &words(b))
    }

    #[test]
    fn order_accents_and_scripts_do_not_tell_people_apart() {
        for (a, b) in [
            ("Zoë Müller", "MUELLER, Zoe"),
            ("Søren Østergård", "Soren Ostergard"),
            ("Дмитрий Соколов", "Dmitrii Sokolov"),
            ("Dr. Ada King, PhD", "Ada King"),
        ] {
            assert_eq!(of(a, b), Some(Agreement::Same), "{a}, {b}: {:?} {:?}", words(a), words(b));
        }
    }

    #[test]
    fn people_are_called_by_shorter_names() {
        assert_eq!(of("Bob Tanner", "Robert Tanner"), Some(Agreement::Nickname));
        assert_eq!(of("Tanner, Bob", "Robert Tanner"), Some(Agreement::Nickname));
        assert_eq!(of("B. Tanner", "Robert Tanner"), None);
        assert_eq!(of("R. Tanner", "Robert Tanner"), Some(Agreement::Initial));
        assert_eq!(of("Ada M. King", "Ada King"), Some(Agreement::Within));
    }

    #[test]
    fn a_letter_may_be_wrong_in_a_long_word() {
        assert_eq!(of("Ingrid Lindqvist", "Ingrid Lindkvist"), Some(Agreement::Misspelt));
        assert_eq!(of("Ada King", "Ida King"), None);
        assert_eq!(of("Maria Lang", "Marie Lang"), Some(Agreement::Nickname));
    }

    #[test]
    fn common_family_names_stand_in_order_and_in_the_spelling_of_words() {
        assert!(COMMON_FAMILY.is_sorted());
        for name in COMMON_FAMILY {
            assert_eq!(words(name), [*name]);
        }
    }

    #[test]
    fn names_go_together_where_one_person_can_have_both() {
        for (a, b) in [
            ("Ada", "Ada King"),
            ("Bob", "Robert Tanner"),
            ("King, Ada", "Ada King"),
            ("", "Ada King"),
            ("+44 20 7946 0000", "Ada King"),
        ] {
            assert!(names_go_together(a, b) && names_go_together(b, a), "{a}, {b}");
        }
        for (a, b) in [("Ada King", "Ben King"), ("Ada", "Ben King"), ("Ada", "Ida")] {
            assert!(!names_go_together(a, b) && !names_go_together(b, a), "{a}, {b}");
        }
    }

    #[test]
    fn one_word_is_too_little() {
        assert_eq!(of("Ada", "Ada"), None);
        assert_eq!(of("", "Ada King"), None);
    }

    #[test]
    fn every_line_of_nicknames_is_in_plain_letters() {
        for name in CALLED.keys() {
            assert!(name.bytes().all(|b| b.is_ascii_lowercase()), "{name}");
        }
        let lines = include_str!("nicknames.txt").lines();
        assert!(lines.clone().is_sorted() && lines.clone().all(|line| line.contains(' ')));
    }
}
