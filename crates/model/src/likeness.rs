//! Are these two one person? A likeness with its reasons, never a decision.
//!
//! The weights are those of record linkage (Fellegi and Sunter 1969): what agrees counts for as
//! much as it is rarer among people at large than among cards of one person, in log-odds, and
//! what disagrees counts against it. How rare a name is, the owner's own contacts tell
//! ([`Commonness`]): "Ada Lindqvist" twice is one person, "John Smith" twice need not be. What a
//! card tells of somebody are shares of cards of one person that agree, set on invented people
//! (`tests/engines/likeness.rs`). A name alone never reaches [`SURE`].

mod name;

pub use name::{names_go_together, words};

use crate::{Contact, IdentityKind};
use name::Agreement;
use std::collections::{BTreeSet, HashMap};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// From here on two contacts are one by what they share.
pub const SURE: f64 = 0.995;
/// From here on it is worth asking the owner.
pub const WORTH_ASKING: f64 = 0.8;

/// Why two contacts look like one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// They share an address.
    SameIdentity(String),
    /// Their phone numbers end alike, one with its country and one without.
    SamePhone,
    /// The names are equal once folded.
    SameName,
    /// One is called by a short form of the other's name, or by its first letter.
    ShortName,
    /// The names are close.
    CloseName,
    /// The same organisation.
    SameOrganisation,
    /// One has an address at the other's organisation.
    AddressThere,
    /// The same birthday.
    SameBirthday,
    /// The same place.
    SamePlace,
}

/// How alike, with reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// How likely it is that they are one, 0 to 1.
    pub score: f64,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// How common words of names are among those whom the owner knows.
#[derive(Clone, Debug, Default)]
pub struct Commonness {
    people: usize,
    words: HashMap<String, u32>,
    initials: HashMap<char, u32>,
}

/// How many contacts there are of whom one is a second card of another, as a share.
const SECOND_CARDS: f64 = 0.2;
/// A small circle tells little of how common names are at large.
const PEOPLE_AT_LARGE: f64 = 300.0;
/// What a word counts that nobody else here has.
const UNSEEN: f64 = 0.3;
/// Words of an organisation's name that tell nothing.
const LEGAL: &[&str] = &[
    "inc", "ltd", "llc", "gmbh", "ag", "sa", "sas", "bv", "co", "corp", "company", "group", "the",
    "kg", "plc", "oy", "ab", "as", "srl", "spa",
];
/// Hosts where everybody has an address.
const EVERYBODYS: &[&str] = &[
    "gmail",
    "googlemail",
    "yahoo",
    "hotmail",
    "outlook",
    "live",
    "icloud",
    "me",
    "aol",
    "gmx",
    "web",
    "proton",
    "protonmail",
    "msn",
    "mail",
    "t-online",
    "orange",
    "free",
    "wanadoo",
];

impl Commonness {
    /// Counts the words of these names.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut common = Self::default();
        for name in names {
            common.people += 1;
            let words = words(name);
            for word in words.iter().collect::<BTreeSet<_>>() {
                *common.words.entry(word.clone()).or_default() += 1;
            }
            if let Some(initial) = words.first().and_then(|word| word.chars().next()) {
                *common.initials.entry(initial).or_default() += 1;
            }
        }
        common
    }

    /// The share of people with this word in their name; those who are compared not counted.
    fn share(&self, word: &str) -> f64 {
        let others = self.words.get(word).map_or(0.0, |count| f64::from(*count) - 2.0).max(0.0);
        let here = (others + UNSEEN) / (self.people as f64 + PEOPLE_AT_LARGE);
        here.max(name::at_large(word))
    }

    fn initial(&self, word: &str) -> f64 {
        let initial = word.chars().next();
        let count = initial.and_then(|it| self.initials.get(&it)).copied().unwrap_or(0);
        (f64::from(count) + 1.0) / (self.people as f64 + 20.0)
    }

    /// The log-odds that any two of them are one person.
    fn odds(&self) -> f64 {
        (SECOND_CARDS / (self.people as f64 + PEOPLE_AT_LARGE)).ln()
    }
}

/// Log-odds that are being summed, with what speaks for them.
struct Sum {
    odds: f64,
    reasons: Vec<(f64, Reason)>,
}

impl Sum {
    fn add(&mut self, weight: f64, reason: Reason) {
        self.odds += weight;
        self.reasons.push((weight, reason));
    }
}

/// Compares two contacts by identities, names and what else is told of them.
pub fn of(common: &Commonness, a: &Contact, b: &Contact) -> Likeness {
    let mut sum = Sum { odds: common.odds(), reasons: Vec::new() };
    let (here, there) = (words(&a.name.shown), words(&b.name.shown));
    let agreement = name::agreement(&here, &there);
    let shared = identities(&mut sum, a, b);
    match agreement {
        Some(agreement) => names_agree(&mut sum, common, (agreement, &here, &there)),
        // Two who share an address may be a pair behind one; two names are two people.
        None if here.len() > 1
            && there.len() > 1
            && !here.iter().any(|word| there.contains(word)) =>
        {
            sum.odds -= 4.0;
        }
        None => {}
    }
    if agreement.is_some() || shared {
        beside(&mut sum, a, b);
    }
    if !shared {
        // Whatever else agrees: without an address of both it is no more than likely.
        sum.odds = sum.odds.min(MOST_WITHOUT_ADDRESS);
    }
    sum.reasons.sort_by(|x, y| y.0.total_cmp(&x.0));
    let score = 1.0 / (1.0 + (-sum.odds).exp());
    Likeness { score, reasons: sum.reasons.into_iter().map(|(_, reason)| reason).collect() }
}

/// Log-odds of 99 in 100.
const MOST_WITHOUT_ADDRESS: f64 = 4.6;

/// Addresses that both have; whether there are any.
fn identities(sum: &mut Sum, a: &Contact, b: &Contact) -> bool {
    let theirs: BTreeSet<_> = b.identities.iter().collect();
    let shared = a.identities.iter().find(|i| i.tells_people_apart() && theirs.contains(i));
    if let Some(identity) = shared {
        sum.add(18.0, Reason::SameIdentity(identity.to_string()));
        return true;
    }
    let ends = |contact: &Contact| -> BTreeSet<String> {
        let phones = contact.identities.iter().filter(|i| i.kind() == IdentityKind::Phone);
        phones.filter_map(|phone| phone_end(phone.value())).collect()
    };
    let (here, there) = (ends(a), ends(b));
    let same_phone = here.intersection(&there).next().is_some();
    if same_phone {
        sum.add(11.0, Reason::SamePhone);
    } else if !here.is_empty() && !there.is_empty() {
        sum.odds -= 0.7;
    }
    // A person has one profile.
    let has_profile =
        |contact: &Contact| contact.identities.iter().any(|i| i.kind() == IdentityKind::Linkedin);
    if has_profile(a) && has_profile(b) {
        sum.odds -= 5.0;
    }
    same_phone
}

/// The last figures of a phone number, which are the same with its country and without.
pub fn phone_end(number: &str) -> Option<String> {
    let figures: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    let from = figures.len().checked_sub(8)?;
    figures.get(from..).map(|end| end.iter().collect())
}

fn names_agree(
    sum: &mut Sum,
    common: &Commonness,
    (agreement, here, there): (Agreement, &[String], &[String]),
) {
    let shared: Vec<&String> = here.iter().filter(|word| there.contains(word)).collect();
    let rare: f64 = shared.iter().map(|word| -common.share(word).ln()).sum();
    let given = here.first().map_or("", String::as_str);
    let (weight, reason) = match agreement {
        Agreement::Same => (rare - 0.15, Reason::SameName),
        Agreement::Within => (rare - 1.5, Reason::ShortName),
        // One of some four names that go with it.
        Agreement::Nickname => (rare - (4.0 * common.share(given)).ln() - 2.5, Reason::ShortName),
        Agreement::Initial => (rare - common.initial(given).ln() - 3.0, Reason::ShortName),
        Agreement::Misspelt => {
            let near = here.iter().filter(|word| !there.contains(word));
            let near: f64 = near.map(|word| -(3.0 * common.share(word)).ln()).sum();
            (rare + near - 3.5, Reason::CloseName)
        }
    };
    sum.add(weight, reason);
}

/// What else is told of both.
fn beside(sum: &mut Sum, a: &Contact, b: &Contact) {
    let (here, there) = (organisation(a), organisation(b));
    let both = !here.is_empty() && !there.is_empty();
    if both && here == there {
        sum.add(3.5, Reason::SameOrganisation);
    } else if is_at(a, &there) || is_at(b, &here) {
        sum.add(3.0, Reason::AddressThere);
    } else if both || apart(a, b) {
        sum.odds -= 1.0;
    }
    let birthday = |contact: &Contact| {
        contact.dates.iter().find(|date| date.label == "birthday").map(|date| date.day)
    };
    match (birthday(a), birthday(b)) {
        (Some(here), Some(there)) if here == there => sum.add(5.0, Reason::SameBirthday),
        (Some(_), Some(_)) => sum.odds -= 4.0,
        _ => {}
    }
    let (here, there) = (fold(&a.location), fold(&b.location));
    if !here.is_empty() && here == there {
        sum.add(1.5, Reason::SamePlace);
    }
}

/// Two different organisations' own hosts.
fn apart(a: &Contact, b: &Contact) -> bool {
    let (here, there) = (hosts(a), hosts(b));
    !here.is_empty() && !there.is_empty() && here.is_disjoint(&there)
}

/// An organisation's name without what says of what sort it is.
fn organisation(contact: &Contact) -> String {
    let folded = fold(contact.organisation());
    let words = folded.split(' ').filter(|word| !LEGAL.contains(word));
    words.collect::<Vec<_>>().join(" ")
}

/// Whether somebody has an address at an organisation of that name.
fn is_at(contact: &Contact, organisation: &str) -> bool {
    let joined = organisation.replace(' ', "");
    joined.len() >= 3 && hosts(contact).iter().any(|host| host.replace('-', "") == joined)
}

/// The names of the hosts of somebody's own e-mail addresses: `acme` of `ada@mail.acme.co.uk`.
fn hosts(contact: &Contact) -> BTreeSet<String> {
    let mails = contact.identities.iter().filter(|i| i.kind() == IdentityKind::Email);
    let hosts = mails.filter_map(|mail| {
        let (_, host) = mail.value().rsplit_once('@')?;
        let labels: Vec<&str> = host.split('.').collect();
        let short_end =
            labels.len() > 2 && labels.iter().rev().nth(1).is_some_and(|it| it.len() <= 3);
        labels.iter().rev().nth(if short_end { 2 } else { 1 }).map(|name| (*name).to_owned())
    });
    hosts.filter(|host| !EVERYBODYS.contains(&host.as_str())).collect()
}

/// Lower case, without accents and punctuation, single spaces: what two spellings share.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
        let mut folded = words.collect::<Vec<_>>().join(" ");
        folded.make_ascii_lowercase();
        return folded;
    }
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
            &Commonness::default(),
            &somebody("Ada L", "ada@example.org", ""),
            &somebody("A. King", "ada@example.org", ""),
        );
        assert!(likeness.score >= SURE);
    }

    /// Two thousand people, a hundred John Smiths and thirty called Ada among them.
    fn crowd() -> Commonness {
        let name = |n: usize| match n {
            n if n % 20 == 0 => "John Smith".to_owned(),
            n if n % 67 == 0 => format!("Ada Family{n}"),
            n => format!("Given{n} Family{n}"),
        };
        let names: Vec<String> = (0..2_000).map(name).collect();
        Commonness::of(names.iter().map(String::as_str))
    }

    fn alike(a: &Contact, b: &Contact) -> f64 {
        of(&crowd(), a, b).score
    }

    #[test]
    fn the_same_name_alone_is_never_enough() {
        let (here, there) = ("ada@x.example", "king@y.example");
        let alone = alike(&somebody("Ada King", here, ""), &somebody("Ada King", there, ""));
        assert!(alone < SURE);
        let at_work =
            alike(&somebody("Ada King", here, "Acme"), &somebody("Ada King", there, "ACME Inc."));
        assert!(at_work > alone && (WORTH_ASKING..SURE).contains(&at_work));
    }

    #[test]
    fn a_common_name_takes_more_than_a_rare_one() {
        let twice = |name: &str| {
            alike(&somebody(name, "one@gmail.com", ""), &somebody(name, "two@gmx.net", ""))
        };
        assert!(twice("John Smith") < WORTH_ASKING);
        assert!(twice("Ingrid Lindqvist") >= WORTH_ASKING);
    }

    #[test]
    fn an_address_at_the_others_organisation_speaks_for_it() {
        let here = somebody("Ada King", "ada@mail.acme.example", "");
        let told = alike(&here, &somebody("Ada King", "ada@gmail.com", "Acme"));
        let untold = alike(&here, &somebody("Ada King", "ada@gmail.com", ""));
        assert!(told > untold);
    }

    #[test]
    fn two_profiles_are_two_people() {
        let mut here = somebody("Ada King", "one@gmail.com", "");
        let mut there = somebody("Ada King", "two@gmail.com", "");
        let before = alike(&here, &there);
        here.identities.extend(Identity::linkedin("ada-king"));
        there.identities.extend(Identity::linkedin("ada-king-2"));
        assert!(alike(&here, &there) < before && alike(&here, &there) < WORTH_ASKING);
    }

    #[test]
    fn a_phone_number_is_the_same_with_its_country_and_without() {
        let mut here = somebody("Ada King", "one@gmail.com", "");
        let mut there = somebody("A. King", "two@gmail.com", "");
        here.identities.extend(Identity::phone("+46 70 123 45 67"));
        there.identities.extend(Identity::phone("070-123 45 67"));
        let likeness = of(&Commonness::default(), &here, &there);
        assert!(likeness.score >= WORTH_ASKING);
        assert_eq!(likeness.reasons.first(), Some(&Reason::SamePhone));
    }
}
