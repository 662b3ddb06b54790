//! Who of the crowd is whom: the owner, somebody kept, somebody new, a machine, or nobody of
//! ours (copied in on other people's mail).

use super::crowd::{Bare, Face, Somebody};
use super::owner::OwnSide;
use super::survey::{Seen, Survey};
use model::{ContactId, Direction, Identity, IdentityKind, InteractionKind, Role, likeness};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::{Fault, Reader};

/// Who a face is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// The owner.
    Owner,
    /// A contact already kept.
    Kept(ContactId),
    /// A contact to be made.
    New(ContactId),
    /// Only ever copied in; no contact is made of them.
    Nobody,
}

impl Who {
    /// The contact, where there is one.
    pub(super) const fn contact(self) -> Option<ContactId> {
        match self {
            Self::Kept(contact) | Self::New(contact) => Some(contact),
            Self::Owner | Self::Nobody => None,
        }
    }
}

/// A question the plan asks.
#[derive(Clone, Debug)]
pub(super) struct Question {
    /// Stands for it in the choices.
    pub key: String,
    /// Who in the files.
    pub face: Face,
    /// Who they may be.
    pub may_be: ContactId,
    /// That one's name.
    pub name: String,
}

/// What is known before the crowd is matched: contacts by folded name, and the keys of
/// questions that the owner has answered with yes.
#[derive(Clone, Copy)]
struct Known<'a> {
    by_name: &'a HashMap<String, Vec<(ContactId, String)>>,
    same: &'a BTreeSet<String>,
}

/// Everybody matched.
#[derive(Debug, Default)]
pub(super) struct Matching {
    who: HashMap<Face, Who>,
    /// People who may be somebody kept.
    pub questions: Vec<Question>,
}

impl Matching {
    /// Matches the crowd to what is kept. `same` holds the keys of questions that the owner
    /// has answered with yes.
    pub(super) fn of(
        survey: &Survey,
        reader: &Reader<'_>,
        owner: &OwnSide,
        same: &BTreeSet<String>,
    ) -> Result<Self, Fault> {
        let mut kept = Kept::default();
        for (identity, contact) in reader.identity_owners()? {
            kept.by_identity.entry(identity).or_default().push(contact);
        }
        let mut by_name: HashMap<String, Vec<(ContactId, String)>> = HashMap::new();
        for row in reader.contact_names()? {
            kept.names.insert(row.id, row.shown.clone());
            if !row.automated {
                by_name.entry(likeness::fold(&row.shown)).or_default().push((row.id, row.shown));
            }
        }
        let known = Known { by_name: &by_name, same };
        let ours = ours(survey, owner);
        let witnessed = witnessed(survey, reader, &by_name)?;
        let mut matching = Self::default();
        for (face, somebody) in survey.crowd.faces() {
            let who = if is_owner(somebody, owner) {
                Who::Owner
            } else if somebody.is_nameless() {
                Who::Nobody
            } else if let Some(contact) = kept.first(somebody) {
                Who::Kept(contact)
            } else if !ours.contains(&face) {
                Who::Nobody
            } else {
                let id = kept.uid_of(survey.crowd.derived_id(somebody), somebody);
                match reader.contact(id)? {
                    Some(contact) => Who::Kept(contact.id),
                    None => match witnessed.get(&face) {
                        Some(contact) => Who::Kept(*contact),
                        None => matching.ask(face, (id, somebody), known).unwrap_or(Who::New(id)),
                    },
                }
            };
            matching.who.insert(face, who);
        }
        Ok(matching)
    }

    /// Who a face is.
    pub(super) fn who(&self, survey: &Survey, face: Face) -> Who {
        self.who.get(&survey.crowd.root(face)).copied().unwrap_or(Who::Nobody)
    }

    /// Everybody of whom a contact is kept or made.
    pub(super) fn contacts(&self) -> BTreeMap<Face, Who> {
        let contacts = self.who.iter().filter(|(_, who)| who.contact().is_some());
        contacts.map(|(face, who)| (*face, *who)).collect()
    }

    /// Whose message it is, as the owner sees it.
    pub(super) fn direction(&self, survey: &Survey, seen: &Seen) -> Direction {
        let together = match seen.kind {
            InteractionKind::Meeting => true,
            InteractionKind::Call => seen.from_owner.is_none(),
            _ => false,
        };
        let owner_wrote = match seen.from_owner {
            Some(told) => told,
            None => self.who(survey, seen.from) == Who::Owner,
        };
        match (together, owner_wrote) {
            (true, _) => Direction::Between,
            (false, true) => Direction::Out,
            (false, false) => Direction::In,
        }
    }

    /// Somebody new by the name of somebody kept: the owner's yes makes them one, otherwise it
    /// becomes a question.
    fn ask(
        &mut self,
        face: Face,
        (id, somebody): (ContactId, &Somebody),
        known: Known<'_>,
    ) -> Option<Who> {
        let name = likeness::fold(&somebody.name().shown);
        // One word ("Ada", "Support") is too little even to ask.
        if !name.contains(' ') || somebody.is_automated() {
            return None;
        }
        let (may_be, shown) = known.by_name.get(&name)?.first()?.clone();
        let key = id.to_string();
        if known.same.contains(&key) {
            return Some(Who::Kept(may_be));
        }
        self.questions.push(Question { key, face, may_be, name: shown });
        None
    }
}

fn is_owner(somebody: &Somebody, owner: &OwnSide) -> bool {
    // Others in the house may have the owner's number.
    let is_theirs = |identity: &&Identity| {
        let called = somebody.name().shown;
        identity.kind() != IdentityKind::Phone
            || owner.names.is_empty()
            || owner.names.iter().any(|name| likeness::names_go_together(name, &called))
    };
    let mut common = somebody.identities.iter().filter(|it| owner.identities.contains(it));
    if common.any(|identity| is_theirs(&identity)) {
        return true;
    }
    // An archive names the owner without an address: by name alone, and only there.
    let named = somebody.bare.as_ref().and_then(Bare::name_of_a_person);
    named.is_some_and(|name| owner.names.contains(name))
}

/// Who has which address already, and everybody's name.
#[derive(Default)]
struct Kept {
    by_identity: HashMap<Identity, Vec<ContactId>>,
    names: HashMap<ContactId, String>,
}

impl Kept {
    /// The contact who has an address of somebody's.
    fn first(&self, somebody: &Somebody) -> Option<ContactId> {
        let (phones, others): (Vec<_>, Vec<_>) = somebody
            .identities
            .iter()
            .filter(|identity| identity.tells_people_apart())
            .partition(|identity| identity.kind() == IdentityKind::Phone);
        let holders = |identity: &Identity| self.by_identity.get(identity).into_iter().flatten();
        let by_address = others.into_iter().find_map(|it| holders(it).last().copied());
        by_address.or_else(|| {
            let mut behind = phones.into_iter().flat_map(holders);
            behind.find(|contact| self.goes_with(**contact, somebody)).copied()
        })
    }

    /// Whether somebody can be that contact by what they are called.
    fn goes_with(&self, contact: ContactId, somebody: &Somebody) -> bool {
        let name = self.names.get(&contact);
        name.is_none_or(|name| likeness::names_go_together(name, &somebody.name().shown))
    }

    /// The uid for somebody who has no address of a kept contact; where that uid is taken by
    /// another one behind the same phone number, one of their own.
    fn uid_of(&self, derived: ContactId, somebody: &Somebody) -> ContactId {
        let mut phones = somebody.identities.iter().filter(|i| i.kind() == IdentityKind::Phone);
        match phones.next() {
            Some(phone) if !self.goes_with(derived, somebody) => somebody.id_behind(phone),
            _ => derived,
        }
    }
}

/// Who those are whom an archive names by name alone, where something that passed with them is
/// kept already: they were told apart when the whole archive came in, and a single table of it
/// does not make them strangers.
fn witnessed(
    survey: &Survey,
    reader: &Reader<'_>,
    by_name: &HashMap<String, Vec<(ContactId, String)>>,
) -> Result<HashMap<Face, ContactId>, Fault> {
    let mut found = HashMap::new();
    for seen in &survey.seen {
        let parties = Some((Role::From, seen.from)).into_iter().chain(seen.others.iter().copied());
        let parties: Vec<_> = parties.map(|(role, face)| (role, survey.crowd.root(face))).collect();
        for (role, face) in &parties {
            let bare = survey.crowd.somebody(*face).filter(|it| it.identities.is_empty());
            let Some(bare) = bare.filter(|_| !found.contains_key(face)) else { continue };
            let kept = reader.interaction(seen.id)?.map(|kept| kept.participants);
            let kept = kept.unwrap_or_default().into_iter().filter(|it| it.role == *role);
            let kept: Vec<ContactId> = kept.map(|it| it.contact).collect();
            let namesakes = by_name.get(&likeness::fold(&bare.name().shown));
            let mut namesakes = namesakes.into_iter().flatten().map(|(id, _)| *id);
            let alone = kept.len() == 1 && parties.iter().filter(|(r, _)| r == role).count() == 1;
            let witness = namesakes.find(|id| kept.contains(id));
            // The owner may have given the only one another name since.
            let witness = witness.or_else(|| kept.first().copied().filter(|_| alone));
            found.extend(witness.map(|contact| (*face, contact)));
        }
    }
    Ok(found)
}

/// So many meet; more of them listen.
const ROUND_ONE_TABLE: usize = 12;

/// Faces that make a contact: in an address book, wrote to the owner, were written to by the
/// owner, met on LinkedIn or in a chat, or at a table with the owner. Somebody copied in on
/// another's mail is none.
fn ours(survey: &Survey, owner: &OwnSide) -> BTreeSet<Face> {
    let is_own =
        |face: Face| survey.crowd.somebody(face).is_some_and(|somebody| is_owner(somebody, owner));
    let mut ours: BTreeSet<Face> =
        survey.people.iter().map(|(face, _)| survey.crowd.root(*face)).collect();
    ours.extend(survey.notes.iter().map(|(face, _)| survey.crowd.root(*face)));
    for seen in &survey.seen {
        let from = survey.crowd.root(seen.from);
        let own = seen.from_owner.unwrap_or_else(|| is_own(from));
        if !own {
            ours.insert(from);
        }
        let met = seen.kind == InteractionKind::Meeting && seen.others.len() <= ROUND_ONE_TABLE;
        if own || met || seen.source.names_are_people() {
            let addressed = seen.others.iter().filter(|(role, _)| met || *role != Role::With);
            ours.extend(addressed.map(|(_, face)| survey.crowd.root(*face)));
        }
    }
    ours
}
