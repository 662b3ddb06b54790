//! One person, as the files tell of them.

use import::{Party, Source};
use model::{ContactId, Identity, IdentityKind, Name, Uid, likeness};
use std::collections::{BTreeMap, BTreeSet};

/// What the files say of one person.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Somebody {
    /// Their addresses.
    pub identities: BTreeSet<Identity>,
    /// Names they go by, and how often.
    pub names: BTreeMap<String, u32>,
    /// The name in an address book, which outranks those in messages.
    pub entered: Option<Name>,
    /// For those without any address: what stands for them.
    pub bare: Option<Bare>,
    /// They stand in an address book or a list of connections.
    pub listed: bool,
    /// They stand in an archive's list of connections.
    pub connected: bool,
    /// Messages they wrote by themselves.
    pub wrote: u32,
    /// Messages in their name that a machine sent.
    pub machine_wrote: u32,
}

/// What stands for somebody without any address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::import) enum Bare {
    /// Their folded name in a network where that is one person.
    Named(Source, String),
    /// Their folded name within one conversation and nowhere else.
    Within(String, String),
    /// Their folded name, which proves nothing.
    Loose(String),
}

impl Bare {
    pub(super) fn of(source: Source, party: &Party) -> Self {
        let name = likeness::fold(&party.name);
        match &party.only_within {
            Some(within) => Self::Within(within.clone(), name),
            None if source.names_are_people() => Self::Named(source, name),
            None => Self::Loose(name),
        }
    }

    /// The name, where it tells a person from every other of its source.
    pub(in crate::import) fn name_of_a_person(&self) -> Option<&str> {
        match self {
            Self::Named(_, name) => Some(name),
            Self::Within(..) | Self::Loose(_) => None,
        }
    }

    /// What a contact is named after who has nothing better. It is the same for ever: stores
    /// hold contacts of these names.
    fn key(&self) -> String {
        match self {
            Self::Named(Source::Linkedin, name) => format!("archive {name}"),
            Self::Named(source, name) => format!("{} {name}", source.word()),
            Self::Within(within, name) => format!("within {within} {name}"),
            Self::Loose(name) => format!("name {name}"),
        }
    }
}

impl Somebody {
    /// What they are called: as entered, else the commonest name, else their address.
    pub(in crate::import) fn name(&self) -> Name {
        if let Some(name) = &self.entered {
            return name.clone();
        }
        let commonest = self.names.iter().max_by_key(|(name, times)| (**times, name.len()));
        match commonest {
            Some((name, _)) => Name::from_shown(name),
            None => Name {
                shown: self.identities.iter().next().map(ToString::to_string).unwrap_or_default(),
                ..Name::default()
            },
        }
    }

    /// Every name they go by, folded, once.
    pub(super) fn folded_names(&self) -> BTreeSet<String> {
        let entered = self.entered.as_ref().map(|name| name.shown.as_str());
        self.names.keys().map(String::as_str).chain(entered).map(likeness::fold).collect()
    }

    /// Nothing to call them by and nowhere to reach them.
    pub(in crate::import) fn is_nameless(&self) -> bool {
        self.identities.is_empty() && self.name().is_empty()
    }

    /// A list or a no-reply sender: machines wrote in their name, they never did, and no
    /// address book has them.
    pub(in crate::import) fn is_automated(&self) -> bool {
        self.machine_wrote > 0 && self.wrote == 0 && !self.listed
    }

    /// Somebody told a name of theirs.
    pub(super) fn is_called(&self) -> bool {
        self.entered.is_some() || !self.names.is_empty()
    }

    /// Whether this can be a name of theirs, or nobody has told one.
    pub(super) fn may_be_called(&self, name: &str) -> bool {
        !self.is_called()
            || self.names.contains_key(name)
            || likeness::names_go_together(&self.name().shown, name)
    }

    /// The weightiest of the addresses that tell people apart.
    pub(super) fn best_identity(&self) -> Option<&Identity> {
        self.identities.iter().filter(|i| i.tells_people_apart()).min_by_key(|i| {
            let rank = match i.kind() {
                IdentityKind::Linkedin => 0,
                IdentityKind::Email => 1,
                IdentityKind::Phone => 2,
                IdentityKind::Handle | IdentityKind::Website => 3,
            };
            (rank, i.value().to_owned())
        })
    }

    /// The uid they get in any store: after the first of their addresses, else after what
    /// stands for them.
    pub(in crate::import) fn derived_id(&self) -> ContactId {
        let uid = match (self.best_identity(), &self.bare) {
            (Some(identity), _) => Uid::derived(&[
                b"contact",
                identity.kind().word().as_bytes(),
                identity.value().as_bytes(),
            ]),
            (None, Some(bare)) => Uid::derived(&[b"contact", b"bare", bare.key().as_bytes()]),
            (None, None) => Uid::derived(&[b"contact", b"name", self.name().shown.as_bytes()]),
        };
        ContactId(uid)
    }

    /// The uid of one of several people behind a phone number.
    pub(in crate::import) fn id_behind(&self, phone: &Identity) -> ContactId {
        let name = likeness::fold(&self.name().shown);
        let phone = phone.value().as_bytes();
        ContactId(Uid::derived(&[b"contact", b"behind phone", phone, name.as_bytes()]))
    }
}
