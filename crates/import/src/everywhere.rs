//! The one who takes part in nearly every conversation of an archive owns it, whatever network
//! the archive is of; and whoever is at nearly every meeting of a calendar owns that.
//!
//! Older archives of LinkedIn give the owner an address only where the owner writes, and a name
//! where they are written to; so an address also counts where the name under which it wrote
//! stands.

use crate::{OwnerHint, OwnerSign, Party};
use model::Identity;
use std::collections::{HashMap, HashSet};

/// Fewer conversations say nothing: the other side takes part in all of them too.
const FEWEST: usize = 3;

/// Who takes part in what.
pub(crate) struct Everywhere {
    /// Whether a name tells nobody, in the network's own words.
    is_nameless: fn(&str) -> bool,
    conversations: HashMap<String, usize>,
    by_name: HashMap<String, HashSet<usize>>,
    by_address: HashMap<Identity, HashSet<usize>>,
    writes_as: HashMap<Identity, String>,
}

/// Nobody yet, where those without a name are the only nameless.
impl Default for Everywhere {
    fn default() -> Self {
        Self::new(str::is_empty)
    }
}

impl Everywhere {
    /// Nobody yet, in a network that names nobody by names of which `is_nameless` is true.
    pub(crate) fn new(is_nameless: fn(&str) -> bool) -> Self {
        Self {
            is_nameless,
            conversations: HashMap::new(),
            by_name: HashMap::new(),
            by_address: HashMap::new(),
            writes_as: HashMap::new(),
        }
    }

    /// One message.
    pub(crate) fn see(&mut self, conversation: &str, from: &Party, others: &[Party]) {
        let next = self.conversations.len();
        let known = self.conversations.entry(conversation.to_owned());
        let conversation = *known.or_insert(next);
        for party in others.iter().chain([from]) {
            if !(self.is_nameless)(&party.name) {
                let seen = self.by_name.entry(party.name.clone()).or_default();
                seen.insert(conversation);
            }
            for identity in &party.identities {
                let seen = self.by_address.entry(identity.clone()).or_default();
                seen.insert(conversation);
            }
        }
        if let [identity] = from.identities.as_slice()
            && !(self.is_nameless)(&from.name)
        {
            self.writes_as.insert(identity.clone(), from.name.clone());
        }
    }

    /// The owner, where exactly one person takes part in four of five conversations.
    pub(crate) fn hint(&self) -> Option<OwnerHint> {
        let total = self.conversations.len();
        if total < FEWEST {
            return None;
        }
        let nobody = HashSet::new();
        let named = |name: &str| self.by_name.get(name).unwrap_or(&nobody);
        let with_address = self.by_address.iter().map(|(identity, seen)| {
            let name = self.writes_as.get(identity).map_or("", String::as_str);
            (Some(identity), name, seen.union(named(name)).count())
        });
        let addressed: HashSet<&str> = self.writes_as.values().map(String::as_str).collect();
        let names_alone =
            self.by_name.iter().filter(|(name, _)| !addressed.contains(name.as_str()));
        let without = names_alone.map(|(name, seen)| (None, name.as_str(), seen.len()));
        let mut everywhere =
            with_address.chain(without).filter(|(_, _, seen)| seen * 5 >= total * 4);
        let (identity, name, seen) = everywhere.next()?;
        // Two people everywhere are a conversation partner and an owner: who is who?
        everywhere.next().is_none().then(|| OwnerHint {
            identity: identity.cloned(),
            name: name.to_owned(),
            sign: OwnerSign::Everywhere,
            seen: u32::try_from(seen).unwrap_or(u32::MAX),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: &str = "https://www.linkedin.com/in/olga";

    fn party(name: &str, url: &str) -> Party {
        let identities = Identity::linkedin(url).into_iter().collect();
        Party { name: name.to_owned(), identities, only_within: None }
    }

    fn see(everywhere: &mut Everywhere, conversation: &str, from: (&str, &str), to: (&str, &str)) {
        let (from, to) = (party(from.0, from.1), party(to.0, to.1));
        everywhere.see(conversation, &from, &[to]);
    }

    #[test]
    fn whoever_is_in_every_conversation_owns_the_archive() {
        let mut everywhere = Everywhere::default();
        for other in ["ada", "bea", "chidi"] {
            let url = format!("https://www.linkedin.com/in/{other}");
            see(&mut everywhere, other, ("Olga", OWNER), (other, &url));
        }
        let hint = everywhere.hint().unwrap();
        assert_eq!(hint.identity, Identity::linkedin("olga"));
        assert_eq!((hint.name.as_str(), hint.seen), ("Olga", 3));
    }

    #[test]
    fn where_recipients_have_no_address_the_name_counts_for_it() {
        let mut everywhere = Everywhere::default();
        see(&mut everywhere, "1", ("Olga", OWNER), ("Ada", ""));
        for other in ["bea", "chidi", "dora"] {
            let url = format!("https://www.linkedin.com/in/{other}");
            see(&mut everywhere, other, (other, &url), ("Olga", ""));
        }
        let hint = everywhere.hint().unwrap();
        assert_eq!((hint.identity, hint.seen), (Identity::linkedin("olga"), 4));
    }

    #[test]
    fn without_any_address_the_name_alone_is_told() {
        let mut everywhere = Everywhere::default();
        for other in ["Ada", "Bea", "Chidi"] {
            see(&mut everywhere, other, (other, ""), ("Olga", ""));
        }
        let hint = everywhere.hint().unwrap();
        assert_eq!((hint.identity, hint.name.as_str()), (None, "Olga"));
    }

    #[test]
    fn two_people_everywhere_tell_nothing() {
        let mut everywhere = Everywhere::default();
        for conversation in ["1", "2", "3"] {
            see(&mut everywhere, conversation, ("Olga", OWNER), ("Ada", ""));
        }
        assert_eq!(everywhere.hint(), None);
    }
}
