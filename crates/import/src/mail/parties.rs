//! Who wrote a mail and to whom.

use super::headers::{Headers, one_line};
use crate::Party;
use mail_parser::{Address, Message};
use model::{Identity, Role};

/// More recipients than this are an audience; the rest is not told.
const MOST: usize = 2000;
/// Addresses that programs put where there is none.
const NOBODY: &[&str] = &[
    "no.address",
    "undisclosed-recipients",
    "undisclosed.recipients",
    "undisclosed-recipient",
    "unlisted-recipients",
    "recipient.list.not.shown",
];

/// The sender; nothing where the mail names none.
pub(super) fn from(message: &Message<'_>, headers: &Headers<'_>) -> Option<Party> {
    let kept_apart = original(&headers.decoded("X-From"));
    let told = [message.from(), message.sender(), message.reply_to()];
    let found = told.into_iter().flatten().find_map(|list| parties(list).into_iter().next());
    match (found, kept_apart) {
        (Some(mut party), Some(original)) => {
            if party.name.is_empty() {
                party.name = original.name;
            }
            if party.identities.is_empty() {
                party.identities = original.identities;
            }
            Some(party)
        }
        (found, original) => found.or(original),
    }
}

/// Everybody a mail is addressed to, each once, in the first role that names them.
pub(super) fn others(message: &Message<'_>, headers: &Headers<'_>) -> Vec<(Role, Party)> {
    let mut others: Vec<(Role, Party)> = Vec::new();
    let lists: [(Role, Vec<&Address<'_>>, &str); 3] = [
        (Role::To, message.all_to().collect(), "X-To"),
        (Role::Cc, message.all_cc().collect(), "X-cc"),
        (Role::Bcc, message.all_bcc().collect(), "X-bcc"),
    ];
    for (role, addresses, kept_apart) in lists {
        let mut named: Vec<Party> = addresses.into_iter().flat_map(parties).collect();
        name_from(&mut named, &headers.decoded(kept_apart));
        for party in named {
            if others.len() < MOST && !others.iter().any(|(_, known)| is_same(known, &party)) {
                others.push((role, party));
            }
        }
    }
    others
}

fn is_same(known: &Party, party: &Party) -> bool {
    match party.identities.first() {
        Some(identity) => known.identities.first() == Some(identity),
        None => known.name == party.name,
    }
}

fn parties(address: &Address<'_>) -> Vec<Party> {
    let read = |addr: &mail_parser::Addr<'_>| party(addr.name(), addr.address());
    address.iter().filter_map(read).collect()
}

fn party(name: Option<&str>, address: Option<&str>) -> Option<Party> {
    let address = address.unwrap_or_default().trim();
    let identities: Vec<Identity> = identity(address).into_iter().collect();
    let mut name = plain_name(name.unwrap_or_default());
    if identities.is_empty() && name.is_empty() && !is_nobody(address) && !address.starts_with('/')
    {
        name = plain_name(address);
    }
    let same = |i: &Identity| name.eq_ignore_ascii_case(i.value());
    if identities.iter().any(same) {
        name.clear();
    }
    let party = Party { name, identities, only_within: None };
    (!party.name.is_empty() || !party.identities.is_empty()).then_some(party)
}

/// An address, or a name in an Exchange directory (`/o=org/ou=…/cn=ada`).
pub(crate) fn identity(address: &str) -> Option<Identity> {
    if is_nobody(address) {
        return None;
    }
    let lower = address.to_lowercase();
    match lower.strip_prefix("/o=") {
        Some(rest) if !rest.contains('@') => Identity::handle("exchange", &format!("o={rest}")),
        _ => Identity::email(address),
    }
}

fn is_nobody(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default().to_lowercase();
    // Left over where "@HOST" was encoded as "+40HOST" and then cut at the plus.
    let host = address.rsplit('@').next().unwrap_or_default().to_lowercase();
    let is_rest = |rest: &str| !rest.is_empty() && host.starts_with(rest);
    let is_path = address.starts_with('/') && address.contains('@');
    is_path || NOBODY.contains(&local.as_str()) || local.strip_prefix("40").is_some_and(is_rest)
}

/// A name without the quotation marks that programs wrap around it.
fn plain_name(name: &str) -> String {
    let name = one_line(name);
    name.trim_matches(['"', '\'', '<', '>', ' ', ';', ',']).replace("\\\"", "\"")
}

/// Exports of Exchange and Notes mailboxes keep the sender as shown in `X-From`:
/// `Ada <ada@example.org>`, `Lovelace, Ada </O=…>`, `Ada Lovelace/ENGINES@EXAMPLE`.
fn original(text: &str) -> Option<Party> {
    let (shown, rest) = text.split_once('<').unwrap_or((text, ""));
    let inside = rest.split('>').next().unwrap_or_default();
    let address = if inside.is_empty() { shown.trim() } else { inside };
    let is_address = |a: &&str| a.contains('@') && a.contains('.') && !a.starts_with("IMCEA");
    let address = Some(address).filter(is_address);
    let name = match (address, inside.is_empty()) {
        (Some(_), true) => "",
        _ => shown.split(['/', '@']).next().unwrap_or_default(),
    };
    party(Some(name), address)
}

/// Gives the recipients the names that `X-To` keeps, where both lists are equally long.
fn name_from(parties: &mut [Party], kept_apart: &str) {
    if parties.iter().all(|party| !party.name.is_empty()) || kept_apart.is_empty() {
        return;
    }
    let pieces: Vec<&str> = if kept_apart.contains('>') {
        kept_apart.split_inclusive('>').collect()
    } else {
        kept_apart.split(", ").collect()
    };
    if pieces.len() != parties.len() {
        return;
    }
    for (party, piece) in parties.iter_mut().zip(pieces) {
        let original = original(piece.trim_start_matches([',', ' ']));
        if let Some(original) = original.filter(|_| party.name.is_empty()) {
            party.name = original.name;
        }
    }
}
