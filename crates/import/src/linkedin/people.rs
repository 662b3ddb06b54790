//! Who is meant: a profile's address, a name, or somebody whom LinkedIn no longer names.

use crate::Party;
use model::Identity;

/// What LinkedIn calls somebody whose account is gone, in the owner's language.
const NAMELESS: &[&str] = &[
    "linkedin member",
    "linkedin user",
    "deleted user",
    "linkedin-mitglied",
    "membre de linkedin",
    "utilisateur linkedin",
    "miembro de linkedin",
    "usuario de linkedin",
    "utente linkedin",
    "membro di linkedin",
    "usuário do linkedin",
    "membro do linkedin",
    "linkedin-lid",
    "linkedin-medlem",
];

/// The person behind a profile's address; other pages of LinkedIn (a company's) are nobody.
pub(super) fn profile(url: &str) -> Option<Identity> {
    url.contains("/in/").then(|| Identity::linkedin(url))?
}

/// Whether the name tells nobody.
pub(super) fn is_nameless(name: &str) -> bool {
    name.is_empty() || NAMELESS.contains(&name.to_lowercase().as_str())
}

/// Somebody by name and address; the nameless are one person only within `place`.
pub(super) fn party(name: &str, url: &str, place: &str) -> Party {
    let identities: Vec<Identity> = profile(url).into_iter().collect();
    let unknown = identities.is_empty() && is_nameless(name);
    Party { name: name.to_owned(), identities, only_within: unknown.then(|| place.to_owned()) }
}

/// Everybody a message went to. Names are joined with `", "`, which also stands inside them
/// ("Bea Chidi, Ph.D."); the addresses tell how many there are.
pub(super) fn recipients(names: &str, urls: &str, place: &str) -> Vec<Party> {
    let pieces: Vec<&str> = split(names, ", ");
    let names_of = join_suffixes(&pieces);
    let urls: Vec<&str> = match urls.trim() {
        "" => Vec::new(),
        urls => urls.split(',').map(str::trim).collect(),
    };
    if urls.is_empty() {
        let named = names_of.iter().map(|name| party(name, "", place));
        return named.collect();
    }
    if let [only] = urls.as_slice() {
        if names_of.iter().filter(|name| !is_nameless(name)).count() <= 1 || names_of.len() == 1 {
            return zip_known(&names_of, &[only], place);
        }
        return vec![party(names.trim(), only, place)];
    }
    if names_of.len() != urls.len() && pieces.len() == urls.len() {
        let whole: Vec<String> = pieces.iter().map(|piece| (*piece).to_owned()).collect();
        return zip_known(&whole, &urls, place);
    }
    zip_known(&names_of, &urls, place)
}

/// Names and addresses side by side. The nameless may have no address; where the counts differ
/// even without them nobody can say whose address is whose, and the addresses alone are kept.
fn zip_known(names: &[String], urls: &[&str], place: &str) -> Vec<Party> {
    if names.len() == urls.len() {
        let pairs = names.iter().zip(urls);
        return pairs.map(|(name, url)| party(name, url, place)).collect();
    }
    let (unknown, known): (Vec<&String>, Vec<&String>) =
        names.iter().partition(|name| is_nameless(name));
    let filled: Vec<&str> = urls.iter().filter(|url| !url.is_empty()).copied().collect();
    let matches = known.len() == filled.len();
    let name_of = |at: usize| match known.get(at) {
        Some(name) if matches => name.as_str(),
        _ => "",
    };
    let with_address = filled.iter().enumerate();
    let mut parties: Vec<Party> =
        with_address.map(|(at, url)| party(name_of(at), url, place)).collect();
    parties.extend(unknown.into_iter().map(|name| party(name, "", place)));
    parties
}

fn split<'t>(text: &'t str, by: &str) -> Vec<&'t str> {
    let pieces = text.split(by).map(str::trim);
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// "Bea Chidi", "Ph.D." become one name again.
fn join_suffixes(pieces: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in pieces {
        match names.last_mut() {
            Some(name) if is_suffix(piece) => {
                name.push_str(", ");
                name.push_str(piece);
            }
            _ => names.push((*piece).to_owned()),
        }
    }
    names
}

/// Whether a piece is what people write behind their name: degrees and certificates, all of
/// them short and of capitals or with dots, or among the few that are neither.
fn is_suffix(piece: &str) -> bool {
    const OTHERS: &[&str] = &[
        "phd", "msc", "bsc", "mphil", "jr", "sr", "esq", "meng", "beng", "ceng", "mcs", "llm",
        "dphil", "pharmd", "edd", "psyd", "mba", "md", "cpa",
    ];
    piece.split_whitespace().all(|word| {
        let bare: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        let is_capitals = !bare.is_empty() && !bare.chars().any(char::is_lowercase);
        let is_short = bare.chars().count() <= 6;
        is_short && is_capitals || OTHERS.contains(&bare.to_lowercase().as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(names: &str, urls: &str) -> Vec<(String, String)> {
        recipients(names, urls, "c1")
            .into_iter()
            .map(|party| {
                let slug = party.identities.first().map_or("", Identity::value);
                (party.name.clone(), slug.to_owned())
            })
            .collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let owned = |(name, slug): &(&str, &str)| ((*name).to_owned(), (*slug).to_owned());
        pairs.iter().map(owned).collect()
    }

    const ADA: &str = "https://www.linkedin.com/in/Ada-King";
    const BEA: &str = "https://www.linkedin.com/in/bea-chidi/";

    #[test]
    fn names_and_addresses_go_side_by_side() {
        assert_eq!(
            told("Ada King, Bea Chidi", &format!("{ADA},{BEA}")),
            pairs(&[("Ada King", "ada-king"), ("Bea Chidi", "bea-chidi")])
        );
    }

    #[test]
    fn a_comma_inside_a_name_makes_no_second_person() {
        assert_eq!(
            told("Bea Chidi, Ph.D., MBA, Ada King", &format!("{BEA},{ADA}")),
            pairs(&[("Bea Chidi, Ph.D., MBA", "bea-chidi"), ("Ada King", "ada-king")])
        );
        assert_eq!(
            told("Bea Chidi, Growth Wizard", BEA),
            pairs(&[("Bea Chidi, Growth Wizard", "bea-chidi")])
        );
        assert_eq!(told("Bea Chidi, PhD", ""), pairs(&[("Bea Chidi, PhD", "")]));
    }

    #[test]
    fn somebody_without_an_address_takes_nobody_elses() {
        assert_eq!(
            told("LinkedIn Member, Ada King", ADA),
            pairs(&[("Ada King", "ada-king"), ("LinkedIn Member", "")])
        );
    }

    #[test]
    fn where_nobody_can_say_whose_address_is_whose_the_addresses_alone_are_kept() {
        assert_eq!(
            told("Ada King, Bea Chidi, Dora Evans", &format!("{ADA},{BEA}")),
            pairs(&[("", "ada-king"), ("", "bea-chidi")])
        );
    }

    #[test]
    fn the_nameless_are_one_person_only_within_their_conversation() {
        let member = party("LinkedIn Member", "", "c1");
        assert_eq!(member.only_within.as_deref(), Some("c1"));
        assert_eq!(party("LinkedIn Member", ADA, "c1").only_within, None);
        assert_eq!(party("Ada King", "", "c1").only_within, None);
    }

    #[test]
    fn a_company_is_no_person() {
        assert_eq!(profile("https://www.linkedin.com/company/acme"), None);
        assert!(profile("www.linkedin.com/in/ada-king").is_some());
    }
}
