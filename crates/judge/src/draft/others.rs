//! The names and organisations of other contacts, for leftovers from another letter.

use model::likeness::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Other contacts as a draft may name them by mistake. Made once when a draft is opened:
/// thousands of names are too many to be folded at each key stroke.
#[derive(Clone, Debug, Default)]
pub struct Others {
    first_names: BTreeSet<String>,
    /// Folded names of organisations, by their first word.
    organisations: BTreeMap<String, Vec<String>>,
}

impl Others {
    /// Other contacts by their shown names and their organisations.
    pub fn new<'a>(
        names: impl Iterator<Item = &'a str>,
        organisations: impl Iterator<Item = &'a str>,
    ) -> Self {
        let mut others = Self::default();
        others.first_names.extend(names.filter_map(|name| first_word(&fold(name))));
        let organisations: BTreeSet<String> = organisations.map(fold).collect();
        for name in organisations {
            if let Some(first) = first_word(&name) {
                others.organisations.entry(first).or_default().push(name);
            }
        }
        others
    }

    /// Whether somebody else is called so.
    pub(super) fn is_first_name(&self, word: &str) -> bool {
        self.first_names.contains(&fold(word))
    }

    /// Other organisations whose folded name begins with this word.
    pub(super) fn organisations(&self, first: &str) -> &[String] {
        self.organisations.get(&fold(first)).map(Vec::as_slice).unwrap_or_default()
    }
}

fn first_word(folded: &str) -> Option<String> {
    folded.split(' ').next().filter(|word| !word.is_empty()).map(str::to_owned)
}
