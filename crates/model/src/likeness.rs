//! Are these two one person? A likeness with its reasons, never a decision.
//!
//! The figures follow the practice of record linkage (Winkler 1990: Jaro–Winkler for names);
//! a name alone never reaches [`SURE`].

use crate::Contact;
use std::collections::BTreeSet;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// From here on two contacts are one by what they share.
pub const SURE: f64 = 0.95;
/// From here on it is worth asking the owner.
pub const WORTH_ASKING: f64 = 0.6;

/// Why two contacts look like one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// They share an address.
    SameIdentity(String),
    /// The names are equal once folded.
    SameName,
    /// The names are close.
    CloseName,
    /// The same organisation.
    SameOrganisation,
}

/// How alike, with reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// 0 to 1.
    pub score: f64,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// Compares two contacts by identities, names and organisations.
pub fn of(a: &Contact, b: &Contact) -> Likeness {
    let mut reasons = Vec::new();
    let theirs: BTreeSet<_> = b.identities.iter().collect();
    let shared = a.identities.iter().find(|i| i.tells_people_apart() && theirs.contains(i));
    let names = names(&a.name.shown, &b.name.shown);
    let (here, there) = (fold(a.organisation()), fold(b.organisation()));
    let same_organisation = !here.is_empty() && here == there;
    let mut score = 0.0;
    if let Some(identity) = shared {
        score = 0.98;
        reasons.push(Reason::SameIdentity(identity.to_string()));
    }
    if names > 0.999 {
        score = f64::max(score, 0.7);
        reasons.push(Reason::SameName);
    } else if names > 0.92 {
        score = f64::max(score, 0.5);
        reasons.push(Reason::CloseName);
    }
    if same_organisation && !reasons.is_empty() {
        score = f64::min(0.99, score + 0.15);
        reasons.push(Reason::SameOrganisation);
    }
    Likeness { score, reasons }
}

/// How alike two names are, 0 to 1, without regard to case, accents, dots and the order of words.
pub fn names(a: &str, b: &str) -> f64 {
    let (a, b) = (sorted_words(a), sorted_words(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    if a == b {
        return 1.0;
    }
    strsim::jaro_winkler(&a, &b).min(0.999)
}

/// Lower case, without accents and punctuation, single spaces: what two spellings share.
pub fn fold(text: &str) -> String {
    let bare = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let spaced: String = bare.map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters typed wrong, left out, doubled or swapped between two words, in letters (optimal string
/// alignment: Damerau 1964, each letter changed once).
pub fn slips(a: &str, b: &str) -> usize {
    // Words of very different length need at least so many, and most words are.
    let apart = a.chars().count().abs_diff(b.chars().count());
    if apart > SLIPS_AT_MOST { apart } else { strsim::osa_distance(a, b) }
}

/// How many slips of the pen a word of that length may have and still be meant: none in a short
/// one, where nearly every word is near every other.
pub fn slips_allowed(word: &str) -> usize {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => SLIPS_AT_MOST,
    }
}

/// No word may have more slips.
const SLIPS_AT_MOST: usize = 2;

fn sorted_words(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ContactId, Identity, Name, Position, Uid};

    fn somebody(name: &str, email: &str, organisation: &str) -> Contact {
        let mut contact =
            Contact::named(ContactId(Uid::derived(&[name.as_bytes()])), Name::from_shown(name));
        contact.identities.extend(Identity::email(email));
        contact
            .positions
            .push(Position { organisation: organisation.into(), ..Default::default() });
        contact
    }

    #[test]
    fn swapped_letters_are_one_slip_and_short_words_may_have_none() {
        assert_eq!(slips("lindqvsit", "lindqvist"), 1);
        assert_eq!(slips("mueller", "muller"), 1);
        assert_eq!(slips("ada", "wilhelmina"), 7);
        assert_eq!(["ada", "miller", "lindqvist"].map(slips_allowed), [0, 1, 2]);
    }

    #[test]
    fn a_shared_address_is_enough() {
        let likeness = of(
            &somebody("Ada L", "ada@example.org", ""),
            &somebody("A. King", "ada@example.org", ""),
        );
        assert!(likeness.score >= SURE);
    }

    #[test]
    fn the_same_name_alone_is_never_enough() {
        let likeness =
            of(&somebody("Ada King", "a@x.org", ""), &somebody("Ada King", "b@y.org", ""));
        assert!((WORTH_ASKING..SURE).contains(&likeness.score));
        let with_organisation =
            of(&somebody("Ada King", "a@x.org", "Acme"), &somebody("Ada King", "b@y.org", "ACME"));
        assert!(with_organisation.score < SURE);
    }

    #[test]
    fn accents_case_and_order_do_not_tell_people_apart() {
        assert_eq!(names("Zoë Müller", "MULLER, Zoe"), 1.0);
        assert!(names("Ada Lovelace", "Bea Chidi") < 0.7);
    }
}
