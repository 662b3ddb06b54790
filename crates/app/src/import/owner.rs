//! Who the owner is: from what is kept, from what the files say, from who is everywhere.

use super::survey::Survey;
use import::{OwnerSign, Source};
use model::{Identity, IdentityKind, likeness};
use std::collections::{BTreeMap, BTreeSet};
use store::Owner;

/// Somebody who takes part in at least this share of the mail is probably the owner.
const EVERYWHERE: f64 = 0.6;
/// A sign counts for something when it was seen this often beside the strongest of its kind.
const BESIDE_THE_STRONGEST: f64 = 0.2;

/// An identity that may be the owner's.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    /// Which.
    pub identity: Identity,
    /// What speaks for it.
    pub sign: OwnerSign,
    /// How often it was seen.
    pub seen: u32,
    /// Enough to be ticked beforehand.
    pub likely: bool,
}

/// Who the owner is taken to be while a plan is made, or was confirmed to be when it is settled.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnSide {
    /// Identities.
    pub identities: BTreeSet<Identity>,
    /// Folded names, for archives that name the owner without an address.
    pub names: BTreeSet<String>,
}

impl OwnSide {
    /// What is kept, with what was named now.
    pub(super) fn of(owner: &Owner, me: impl IntoIterator<Item = Identity>, name: &str) -> Self {
        let names = owner.names.iter().map(String::as_str).chain(Some(name));
        Self {
            identities: owner.identities.iter().cloned().chain(me).collect(),
            names: names.map(likeness::fold).filter(|name| !name.is_empty()).collect(),
        }
    }
}

/// The name that the files give the owner, empty where they do not.
pub(super) fn name_in(survey: &Survey) -> String {
    let named = survey.hints.iter().filter(|hint| !hint.name.is_empty());
    named.min_by_key(|hint| hint.sign).map(|hint| hint.name.clone()).unwrap_or_default()
}

/// Identities that may be the owner's, the likeliest first.
pub(super) fn candidates(survey: &Survey) -> Vec<Candidate> {
    let mut counted: BTreeMap<(Identity, OwnerSign), u32> = BTreeMap::new();
    for hint in &survey.hints {
        if let Some(identity) = &hint.identity {
            *counted.entry((identity.clone(), hint.sign)).or_default() += hint.seen;
        }
    }
    if let Some((identity, seen)) = everywhere(survey) {
        counted.entry((identity, OwnerSign::Everywhere)).or_insert(seen);
    }
    let mut strongest: BTreeMap<(IdentityKind, OwnerSign), u32> = BTreeMap::new();
    for ((identity, sign), seen) in &counted {
        let most = strongest.entry((identity.kind(), *sign)).or_default();
        *most = (*most).max(*seen);
    }
    let mut best: BTreeMap<Identity, Candidate> = BTreeMap::new();
    for ((identity, sign), seen) in counted {
        let most = strongest.get(&(identity.kind(), sign)).copied().unwrap_or(1);
        let enough = f64::from(seen) >= f64::from(most) * BESIDE_THE_STRONGEST;
        let better =
            strongest.keys().any(|(kind, other)| *kind == identity.kind() && *other < sign);
        let likely = enough && (!better || sign == OwnerSign::SentFolder);
        let candidate = Candidate { identity: identity.clone(), sign, seen, likely };
        best.entry(identity).or_insert(candidate);
    }
    let mut list: Vec<_> = best.into_values().collect();
    list.sort_by_key(|c| (!c.likely, c.sign, std::cmp::Reverse(c.seen)));
    list
}

/// The address that takes part in most of the mail.
fn everywhere(survey: &Survey) -> Option<(Identity, u32)> {
    let mails = survey.seen.iter().filter(|seen| seen.source == Source::Mail && !seen.automated);
    let mut parts: BTreeMap<_, u32> = BTreeMap::new();
    let mut total = 0_u32;
    for seen in mails {
        total += 1;
        let faces = seen.others.iter().map(|(_, face)| *face).chain(Some(seen.from));
        let faces: BTreeSet<_> = faces.map(|face| survey.crowd.root(face)).collect();
        for face in faces {
            *parts.entry(face).or_default() += 1;
        }
    }
    let (face, most) = parts.into_iter().max_by_key(|(_, count)| *count)?;
    let somebody = survey.crowd.somebody(face)?;
    let email = somebody.identities.iter().find(|i| i.kind() == IdentityKind::Email)?;
    (total >= 5 && f64::from(most) >= EVERYWHERE * f64::from(total)).then(|| (email.clone(), most))
}

/// Why somebody is taken for the owner, in words.
pub(super) fn in_words(candidate: &Candidate) -> String {
    let times = candidate.seen;
    let s = if times == 1 { "" } else { "s" };
    match candidate.sign {
        OwnerSign::Profile => "the archive's profile names it".to_owned(),
        OwnerSign::OutgoingInviter => format!("{times} invitation{s} went out from it"),
        OwnerSign::IncomingInvitee => format!("{times} invitation{s} came to it"),
        OwnerSign::DeliveredTo if times == 1 => "1 message was delivered to it".to_owned(),
        OwnerSign::DeliveredTo => format!("{times} messages were delivered to it"),
        OwnerSign::SentFolder => format!("{times} sent message{s} came from it"),
        OwnerSign::Everywhere => format!("it takes part in {times} of the conversations"),
    }
}
