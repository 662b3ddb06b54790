//! What has to be known before an export is read: who has which uuid, and what the sorts of
//! addresses are.

use super::export::{Export, Kind};
use super::{Object, held_by, properties};
use crate::Party;
use crate::json::Ask;
use model::Identity;
use std::collections::{HashMap, HashSet};

/// People and sorts by their uuid.
#[derive(Default)]
pub(super) struct Gathered {
    /// Whose account it is.
    pub(super) owner: Party,
    people: HashMap<String, Party>,
    /// Contacts that exist only as somebody's relative.
    relatives: HashSet<String>,
    /// The owner's own contact.
    me: String,
    sorts: HashMap<String, Sort>,
    /// Who took part in an activity.
    took_part: HashMap<String, Vec<String>>,
}

/// A sort of address.
#[derive(Default)]
pub(super) struct Sort {
    /// "Email", "LinkedIn", or the owner's own word, in small letters.
    pub(super) name: String,
    /// `mailto:` and the like.
    protocol: String,
}

impl Gathered {
    /// Gathers; what is damaged is told later, when it is read.
    pub(super) fn of(export: &Export) -> Self {
        let mut gathered = Self { sorts: sorts(export), ..Self::default() };
        gathered.find_owner(export);
        for (contact, _) in export.of_kind(Kind::Contact) {
            if let Some(contact) = contact {
                gathered.note(&contact);
            }
        }
        gathered.tell_namesakes_apart();
        gathered
    }

    /// Whether this contact is the owner.
    pub(super) fn is_owner(&self, uuid: &str) -> bool {
        !uuid.is_empty() && uuid == self.me
    }

    /// Whether this contact exists only as somebody's relative.
    pub(super) fn is_relative(&self, uuid: &str) -> bool {
        self.relatives.contains(uuid)
    }

    /// A contact as a party to what passed.
    pub(super) fn party(&self, uuid: &str) -> Party {
        self.people.get(uuid).cloned().unwrap_or_default()
    }

    /// What a contact is called, empty where there is no such contact.
    pub(super) fn name(&self, uuid: &str) -> &str {
        self.people.get(uuid).map(|party| party.name.as_str()).unwrap_or_default()
    }

    /// The contacts who took part in an activity, the owner and relatives left out.
    pub(super) fn took_part(&self, activity: &str) -> Vec<Party> {
        let uuids = self.took_part.get(activity).map(Vec::as_slice).unwrap_or_default();
        let counted = uuids.iter().filter(|uuid| !self.is_owner(uuid) && !self.is_relative(uuid));
        counted.filter_map(|uuid| self.people.get(uuid)).cloned().collect()
    }

    /// The sort of an address.
    pub(super) fn sort(&self, uuid: &str) -> Option<&Sort> {
        self.sorts.get(uuid)
    }

    /// The user who exported, or the only one.
    fn find_owner(&mut self, export: &Export) {
        let users: Vec<Object> = export.of_kind(Kind::User).filter_map(|(user, _)| user).collect();
        let by = Some(&export.exported_by).filter(|by| !by.is_empty());
        let exporter = users.iter().find(|user| Some(&user.text("uuid")) == by);
        if let Some(user) = exporter.or(users.first()) {
            self.owner = Party {
                name: joined(&[user.text("first_name"), user.text("last_name")]),
                identities: Identity::email(&user.text("email")).into_iter().collect(),
                only_within: None,
            };
            let told = user.inside("properties");
            self.me = told.map(|told| told.text("me_contact")).unwrap_or_default();
        }
    }

    fn note(&mut self, contact: &Object) {
        let uuid = contact.text("uuid");
        let Some(told) = contact.inside("properties") else { return };
        for activity in held_by(contact, "activity", "activities") {
            if let Some(activity) = activity.as_str() {
                self.took_part.entry(activity.to_owned()).or_default().push(uuid.clone());
            }
        }
        if told.is_true("is_partial") {
            self.relatives.insert(uuid.clone());
        }
        let identities = self.identities(contact);
        self.people.insert(uuid, Party { name: shown(told), identities, only_within: None });
    }

    /// A contact's addresses, each once.
    pub(super) fn identities(&self, contact: &Object) -> Vec<Identity> {
        let (mut found, mut seen) = (Vec::new(), HashSet::new());
        for field in held_by(contact, "contact_field", "contact_fields") {
            let Some(told) = properties(field) else { continue };
            let data = told.text("data");
            let identity = match self.sort(&told.text("type")) {
                Some(sort) => sort.identity(&data),
                None => Identity::guess(&data),
            };
            found.extend(identity.filter(|identity| seen.insert(identity.clone())));
        }
        found
    }

    /// Within Monica a name proves nothing, so that contacts of one name who have no address get
    /// one: their uuid.
    fn tell_namesakes_apart(&mut self) {
        let mut bare: HashMap<String, Vec<String>> = HashMap::new();
        for (uuid, party) in self.people.iter().filter(|(_, party)| party.identities.is_empty()) {
            bare.entry(party.name.to_lowercase()).or_default().push(uuid.clone());
        }
        let namesakes = bare.into_values().filter(|uuids| uuids.len() > 1).flatten();
        for uuid in namesakes {
            if let Some(party) = self.people.get_mut(&uuid) {
                party.identities.extend(Identity::handle("monica", &uuid));
            }
        }
    }
}

impl Sort {
    fn identity(&self, data: &str) -> Option<Identity> {
        match (self.protocol.as_str(), self.name.as_str()) {
            ("mailto:", _) | (_, "email") => Identity::email(data),
            ("tel:", _) | (_, "phone" | "whatsapp" | "signal") => Identity::phone(data),
            (_, "linkedin") => Identity::linkedin(data),
            _ if data.contains("://") => Identity::guess(data),
            (_, network) => Identity::handle(network, data),
        }
    }
}

/// "Ada Augusta King", or the nickname.
pub(super) fn shown(told: &Object) -> String {
    let names = ["first_name", "middle_name", "last_name"].map(|part| told.text(part));
    let shown = joined(&names);
    if shown.is_empty() { told.text("nickname") } else { shown }
}

fn joined(parts: &[String]) -> String {
    let parts = parts.iter().flat_map(|part| part.split_whitespace());
    parts.collect::<Vec<_>>().join(" ")
}

fn sorts(export: &Export) -> HashMap<String, Sort> {
    let named = export.sorts.iter().filter_map(|sort| {
        let told = sort.inside("properties")?;
        let name = told.text("name").to_lowercase();
        Some((sort.text("uuid"), Sort { name, protocol: told.text("protocol") }))
    });
    named.collect()
}
