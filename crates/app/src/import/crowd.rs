//! Who is in the files: addresses and names gathered into people, and people matched to the
//! contacts already kept. A shared address joins; a shared phone number, which may be a family's
//! or a switchboard's, only where the names go together; a name joins only inside a LinkedIn
//! archive, and there only where it is unique on both sides.

mod somebody;

use import::{ArrivingPerson, Party, Source};
use model::{ContactId, Identity, IdentityKind};
pub(super) use somebody::{Bare, Somebody};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Somebody's place in the crowd while files are being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Face(u32);

/// Those of one name in an archive, by how it names them.
#[derive(Default)]
struct Namesakes {
    /// By the name alone.
    bare: Vec<Face>,
    /// With their profile.
    by_profile: Vec<Face>,
    /// Among the connections, with another address.
    connected: Vec<Face>,
}

/// Everybody in the files.
#[derive(Debug, Default)]
pub(super) struct Crowd {
    people: Vec<Somebody>,
    parent: Vec<u32>,
    by_identity: HashMap<Identity, Face>,
    /// Several people can be behind one phone number.
    by_phone: HashMap<Identity, Vec<Face>>,
    by_bare: HashMap<Bare, Face>,
}

impl Crowd {
    /// The face of a party to an interaction.
    pub(super) fn party(&mut self, source: Source, party: &Party) -> Face {
        let name = clean(&party.name);
        let face = match self.face_of(&party.identities, &name) {
            Some(face) => face,
            None => self.bare_face(source, party),
        };
        let somebody = self.at(face);
        if !name.is_empty() {
            *somebody.names.entry(name).or_default() += 1;
        }
        face
    }

    /// The face of somebody in an address book.
    pub(super) fn person(&mut self, person: &ArrivingPerson) -> Face {
        let face = match self.face_of(&person.identities, &person.name.shown) {
            Some(face) => face,
            None => {
                let name = person.name.shown.clone();
                self.bare_face(person.source, &Party { name, ..Party::default() })
            }
        };
        let somebody = self.at(face);
        somebody.identities.extend(person.identities.iter().cloned());
        somebody.listed = true;
        somebody.connected |= person.source == Source::Linkedin && person.connected_on.is_some();
        if somebody.entered.is_none() && !person.name.is_empty() {
            somebody.entered = Some(person.name.clone());
        }
        face
    }

    /// Joins those whom one archive names in several ways: by a profile, by an address in the
    /// list of connections, by the name alone. Only where the name is unique in each.
    pub(super) fn join_unique_names(&mut self) {
        let mut namesakes: BTreeMap<String, Namesakes> = BTreeMap::new();
        for (face, somebody) in self.faces() {
            if let Some(Bare::Named(source, name)) = &somebody.bare {
                if *source == Source::Linkedin {
                    namesakes.entry(name.clone()).or_default().bare.push(face);
                }
                continue;
            }
            let has_profile =
                somebody.identities.iter().any(|i| i.kind() == IdentityKind::Linkedin);
            for name in somebody.folded_names() {
                let namesakes = namesakes.entry(name).or_default();
                if has_profile {
                    namesakes.by_profile.push(face);
                } else if somebody.connected {
                    namesakes.connected.push(face);
                }
            }
        }
        for Namesakes { bare, by_profile, connected } in namesakes.into_values() {
            if by_profile.len() > 1 || connected.len() > 1 {
                continue;
            }
            let mut one = by_profile.into_iter().chain(connected).chain(bare);
            if let Some(first) = one.next() {
                one.for_each(|face| {
                    self.union(first, face);
                });
            }
        }
    }

    /// The one face that stands for all faces of a person.
    pub(super) fn root(&self, face: Face) -> Face {
        let mut at = face;
        while let Some(up) = self.parent.get(at.0 as usize).map(|up| Face(*up)) {
            if up == at {
                break;
            }
            at = up;
        }
        at
    }

    /// Everybody, once each.
    pub(super) fn faces(&self) -> impl Iterator<Item = (Face, &Somebody)> {
        self.people.iter().enumerate().filter_map(|(index, somebody)| {
            let face = Face(u32::try_from(index).ok()?);
            (self.root(face) == face).then_some((face, somebody))
        })
    }

    /// What is known of a face.
    pub(super) fn somebody(&self, face: Face) -> Option<&Somebody> {
        self.people.get(self.root(face).0 as usize)
    }

    /// Counts a message by this face.
    pub(super) fn wrote(&mut self, face: Face, automated: bool) {
        let somebody = self.at(face);
        if automated {
            somebody.machine_wrote += 1;
        } else {
            somebody.wrote += 1;
        }
    }

    fn at(&mut self, face: Face) -> &mut Somebody {
        let root = self.root(face);
        self.at_exactly(root)
    }

    /// The face behind these addresses, of somebody who is called so there.
    fn face_of(&mut self, identities: &[Identity], name: &str) -> Option<Face> {
        let joining = identities.iter().filter(|identity| identity.tells_people_apart());
        let (phones, others): (Vec<_>, Vec<_>) =
            joining.partition(|identity| identity.kind() == IdentityKind::Phone);
        let mut face: Option<Face> = None;
        for identity in others {
            let theirs = match self.by_identity.get(identity) {
                Some(known) => self.root(*known),
                None => {
                    let place = face.unwrap_or_else(|| self.new_face());
                    self.by_identity.insert(identity.clone(), place);
                    self.at(place).identities.insert(identity.clone());
                    place
                }
            };
            face = Some(match face {
                Some(face) => self.union(face, theirs),
                None => theirs,
            });
        }
        for phone in phones {
            face = Some(self.behind_phone(phone, face, name));
        }
        face
    }

    /// The face behind a phone number: of those who have it the one whose name goes with this
    /// one, else somebody new. `face` is theirs by another address.
    fn behind_phone(&mut self, phone: &Identity, face: Option<Face>, name: &str) -> Face {
        let own = face.and_then(|face| self.somebody(face)).map(|it| it.name().shown);
        let name = if name.is_empty() { own.as_deref().unwrap_or_default() } else { name };
        let holders = self.by_phone.get(phone).map_or(&[][..], Vec::as_slice);
        let holders = || holders.iter().map(|holder| self.root(*holder));
        let goes = |holder: &Face| self.somebody(*holder).is_some_and(|it| it.may_be_called(name));
        let by_name = |holder: &Face| self.somebody(*holder).is_some_and(|it| it.is_called());
        let theirs = holders()
            .find(|holder| Some(*holder) == face)
            .or_else(|| holders().find(|holder| by_name(holder) && goes(holder)))
            .or_else(|| holders().find(goes));
        match (face, theirs) {
            (Some(face), Some(theirs)) => self.union(face, theirs),
            (None, Some(theirs)) => theirs,
            (face, None) => {
                let place = face.unwrap_or_else(|| self.new_face());
                self.by_phone.entry(phone.clone()).or_default().push(place);
                self.at(place).identities.insert(phone.clone());
                place
            }
        }
    }

    /// Whether several people in the files have this phone number.
    fn is_shared(&self, phone: &Identity) -> bool {
        let holders = self.by_phone.get(phone).map_or(&[][..], Vec::as_slice);
        holders.iter().map(|face| self.root(*face)).collect::<BTreeSet<_>>().len() > 1
    }

    /// The uid somebody gets in any store. Of a number that several people have it tells too
    /// which of them.
    pub(super) fn derived_id(&self, somebody: &Somebody) -> ContactId {
        let shared = |identity: &Identity| {
            identity.kind() == IdentityKind::Phone && self.is_shared(identity)
        };
        match somebody.best_identity() {
            Some(phone) if shared(phone) => somebody.id_behind(phone),
            _ => somebody.derived_id(),
        }
    }

    fn bare_face(&mut self, source: Source, party: &Party) -> Face {
        let bare = Bare::of(source, party);
        if let Some(face) = self.by_bare.get(&bare) {
            return self.root(*face);
        }
        let face = self.new_face();
        self.at(face).bare = Some(bare.clone());
        self.by_bare.insert(bare, face);
        face
    }

    fn new_face(&mut self) -> Face {
        let face = Face(u32::try_from(self.people.len()).unwrap_or(u32::MAX));
        self.people.push(Somebody::default());
        self.parent.push(face.0);
        face
    }

    /// Makes two faces one; the earlier stays the root.
    fn union(&mut self, a: Face, b: Face) -> Face {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return a;
        }
        let (kept, gone) = (a.min(b), a.max(b));
        if let Some(up) = self.parent.get_mut(gone.0 as usize) {
            *up = kept.0;
        }
        let other = std::mem::take(self.at_exactly(gone));
        let somebody = self.at(kept);
        somebody.identities.extend(other.identities);
        for (name, times) in other.names {
            *somebody.names.entry(name).or_default() += times;
        }
        somebody.entered = somebody.entered.take().or(other.entered);
        somebody.listed |= other.listed;
        somebody.connected |= other.connected;
        somebody.wrote += other.wrote;
        somebody.machine_wrote += other.machine_wrote;
        if !somebody.identities.is_empty() {
            somebody.bare = None;
        }
        kept
    }

    /// What is known under this very face. Every face has its place in `people`; growing the
    /// list keeps that true without a panic.
    fn at_exactly(&mut self, face: Face) -> &mut Somebody {
        let index = face.0 as usize;
        if index >= self.people.len() {
            self.people.resize_with(index + 1, Somebody::default);
        }
        #[allow(clippy::indexing_slicing, reason = "made long enough on the line above")]
        &mut self.people[index]
    }
}

/// A name as people write it: no quotes around it, no address instead of it.
fn clean(name: &str) -> String {
    let name = name.trim().trim_matches(['\'', '"', '“', '”']).trim();
    if name.contains('@') { String::new() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Name;

    fn party(name: &str, url: Option<&str>) -> Party {
        Party {
            name: name.into(),
            identities: url.and_then(Identity::linkedin).into_iter().collect(),
            only_within: None,
        }
    }

    #[test]
    fn a_name_without_a_profile_joins_the_only_one_who_has_one() {
        let mut crowd = Crowd::default();
        let with = crowd.party(Source::Linkedin, &party("Ada King", Some("ada")));
        let without = crowd.party(Source::Linkedin, &party("ada king", None));
        crowd.join_unique_names();
        assert_eq!(crowd.root(with), crowd.root(without));
    }

    #[test]
    fn two_of_the_same_name_are_not_joined_to_a_third() {
        let mut crowd = Crowd::default();
        crowd.party(Source::Linkedin, &party("Ada King", Some("ada")));
        crowd.party(Source::Linkedin, &party("Ada King", Some("ada-2")));
        crowd.party(Source::Linkedin, &party("Ada King", None));
        crowd.join_unique_names();
        assert_eq!(crowd.faces().count(), 3);
    }

    #[test]
    fn outside_an_archive_a_name_joins_nobody() {
        let mut crowd = Crowd::default();
        crowd.party(Source::Mail, &party("Ada King", Some("ada")));
        crowd.party(Source::Mail, &party("Ada King", None));
        crowd.join_unique_names();
        assert_eq!(crowd.faces().count(), 2);
    }

    #[test]
    fn an_address_book_joins_the_addresses_of_one_card() {
        let mut crowd = Crowd::default();
        let mail = crowd.party(
            Source::Mail,
            &Party {
                identities: Identity::email("ada@example.org").into_iter().collect(),
                ..Party::default()
            },
        );
        let linkedin = crowd.party(Source::Linkedin, &party("Ada", Some("ada")));
        let card = ArrivingPerson {
            name: Name::from_shown("Ada King"),
            identities: [Identity::email("ada@example.org"), Identity::linkedin("ada")]
                .into_iter()
                .flatten()
                .collect(),
            ..ArrivingPerson::default()
        };
        crowd.person(&card);
        assert_eq!(crowd.root(mail), crowd.root(linkedin));
        assert_eq!(crowd.somebody(mail).unwrap().name().shown, "Ada King");
    }

    fn on_phone(name: &str) -> Party {
        Party {
            name: name.into(),
            identities: Identity::phone("+44 20 7946 0000").into_iter().collect(),
            only_within: None,
        }
    }

    #[test]
    fn a_shared_phone_joins_only_those_whose_names_go_together() {
        let mut crowd = Crowd::default();
        let [ada, ben, robert, bob, short, nameless] =
            ["Ada King", "Ben King", "Robert Tanner", "Bob Tanner", "Ada", ""]
                .map(|name| crowd.party(Source::Mail, &on_phone(name)));
        assert_eq!(crowd.faces().count(), 3);
        assert_eq!(crowd.root(robert), crowd.root(bob));
        assert_eq!(crowd.root(ada), crowd.root(short));
        assert_eq!(crowd.root(ada), crowd.root(nameless));
        let ids: BTreeSet<_> =
            [ada, ben, bob].map(|f| crowd.derived_id(crowd.somebody(f).unwrap())).into();
        assert_eq!(ids.len(), 3);
    }

    #[test]
    fn an_address_joins_what_a_shared_phone_does_not() {
        let mut crowd = Crowd::default();
        let with_mail = |name: &str, mail: &str| {
            let mut party = on_phone(name);
            party.identities.extend(Identity::email(mail));
            party
        };
        let ada = crowd.party(Source::Mail, &with_mail("Ada King", "ada@example.org"));
        let ben = crowd.party(Source::Mail, &with_mail("Ben King", "ben@example.org"));
        let ben_again = crowd.party(Source::Mail, &with_mail("", "ben@example.org"));
        assert_ne!(crowd.root(ada), crowd.root(ben));
        assert_eq!(crowd.root(ben), crowd.root(ben_again));
    }

    #[test]
    fn a_person_has_the_same_uid_whatever_was_read_first() {
        let ada = party("Ada", Some("ada"));
        let mut first = Crowd::default();
        let a = first.party(Source::Linkedin, &ada);
        let mut second = Crowd::default();
        second.party(Source::Linkedin, &party("Bea", Some("bea")));
        let b = second.party(Source::Linkedin, &ada);
        let id = |crowd: &Crowd, face| crowd.somebody(face).unwrap().derived_id();
        assert_eq!(id(&first, a), id(&second, b));
    }
}
