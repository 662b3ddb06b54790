//! Contacts that may be one person, among many thousands: only those are compared who share a
//! block, that is a way of writing their name, the end of a phone number, or an address that
//! reads like the other's name.

use model::likeness::{self, Commonness, Likeness};
use model::{Contact, ContactId, Identity, IdentityKind};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use store::{Fault, Reader, Store};

/// A block of more than so many ("Info", "Support", "the J. Smiths") tells nothing.
const CROWDED: usize = 12;
/// No e-mail's local part that is shorter reads like a name.
const LOCAL: usize = 5;

/// Two contacts, and how alike they are.
pub(super) type Pair = (Contact, Contact, Likeness);

/// What was found out of all names together, remembered until something changes.
#[derive(Default)]
pub(crate) struct Likely(Mutex<Remembered>);

#[derive(Default)]
struct Remembered {
    /// As of this change of the store.
    at: i64,
    common: Option<Arc<Commonness>>,
    pairs: Option<Arc<Vec<Pair>>>,
}

impl Likely {
    /// How common the names of the contacts are.
    pub(super) fn commonness(&self, store: &Store) -> Result<Arc<Commonness>, Fault> {
        self.now(store, |remembered| &mut remembered.common, commonness)
    }

    /// Pairs that are worth asking about, the likeliest first.
    pub(super) fn pairs(&self, store: &Store) -> Result<Arc<Vec<Pair>>, Fault> {
        let common = self.commonness(store)?;
        self.now(store, |remembered| &mut remembered.pairs, |reader| pairs(reader, &common))
    }

    fn now<T>(
        &self,
        store: &Store,
        place: fn(&mut Remembered) -> &mut Option<Arc<T>>,
        find: impl FnOnce(&Reader<'_>) -> Result<T, Fault>,
    ) -> Result<Arc<T>, Fault> {
        // What changes between this look and the finding is found anew at the next one.
        let at = store.read(|reader| reader.last_change())?;
        let mut remembered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if remembered.at != at {
            *remembered = Remembered { at, ..Remembered::default() };
        }
        if let Some(known) = place(&mut remembered) {
            return Ok(Arc::clone(known));
        }
        drop(remembered);
        let found = Arc::new(store.read_apart(find)?);
        let mut remembered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if remembered.at == at {
            *place(&mut remembered) = Some(Arc::clone(&found));
        }
        Ok(found)
    }
}

/// Pairs that are worth asking about, the likeliest first.
fn pairs(reader: &Reader<'_>, common: &Commonness) -> Result<Vec<Pair>, Fault> {
    let names = reader.contact_names()?.into_iter().filter(|row| !row.automated);
    let names: Vec<(ContactId, String)> = names.map(|row| (row.id, row.shown)).collect();
    let mut kept: HashMap<ContactId, Option<Contact>> = HashMap::new();
    let apart = reader.told_apart()?;
    let mut pairs = Vec::new();
    for (a, b) in candidates(reader, &names)? {
        for id in [a, b] {
            if let std::collections::hash_map::Entry::Vacant(place) = kept.entry(id) {
                place.insert(reader.contact(id)?);
            }
        }
        let (Some(Some(left)), Some(Some(right))) = (kept.get(&a), kept.get(&b)) else { continue };
        let likeness = likeness::of(common, left, right);
        let two_people = apart.contains(&(left.id.min(right.id), left.id.max(right.id)));
        if left.id != right.id && !two_people && likeness.score >= likeness::WORTH_ASKING {
            pairs.push((left.clone(), right.clone(), likeness));
        }
    }
    pairs.sort_by(|a, b| b.2.score.total_cmp(&a.2.score));
    Ok(pairs)
}

fn commonness(reader: &Reader<'_>) -> Result<Commonness, Fault> {
    let names = reader.contact_names()?;
    let names = names.iter().filter(|row| !row.automated);
    Ok(Commonness::of(names.map(|row| row.shown.as_str())))
}

/// Those who share a block, each pair once.
fn candidates(
    reader: &Reader<'_>,
    names: &[(ContactId, String)],
) -> Result<BTreeSet<(ContactId, ContactId)>, Fault> {
    let mut blocks: HashMap<String, BTreeSet<ContactId>> = HashMap::new();
    for (id, shown) in names {
        for key in keys(&likeness::words(shown)) {
            blocks.entry(key).or_default().insert(*id);
        }
    }
    let known: BTreeSet<ContactId> = names.iter().map(|(id, _)| *id).collect();
    for (identity, id) in reader.identity_owners()? {
        if known.contains(&id) {
            for key in keys_of_address(&identity) {
                blocks.entry(key).or_default().insert(id);
            }
        }
    }
    let mut pairs = BTreeSet::new();
    for block in blocks.into_values().filter(|block| block.len() <= CROWDED) {
        for (place, a) in block.iter().enumerate() {
            pairs.extend(block.iter().skip(place + 1).map(|b| (*a, *b)));
        }
    }
    Ok(pairs)
}

/// The blocks of an address: the end of a phone number, the name that a mail address reads like.
fn keys_of_address(identity: &Identity) -> Vec<String> {
    match identity.kind() {
        IdentityKind::Phone => {
            let end = likeness::phone_end(identity.value());
            end.map(|end| format!("phone {end}")).into_iter().collect()
        }
        IdentityKind::Email => {
            let local = identity.value().split('@').next().unwrap_or_default();
            let words = likeness::words(&local.replace(['.', '_', '-'], " "));
            if local.len() >= LOCAL { keys(&words) } else { Vec::new() }
        }
        IdentityKind::Linkedin | IdentityKind::Handle | IdentityKind::Website => Vec::new(),
    }
}

/// The blocks of a name: all its words in whatever order, and for short forms, swapped and
/// misspelt ones its first and last word, one by its first letters and one whole.
fn keys(words: &[String]) -> Vec<String> {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Vec::new() };
    if words.len() < 2 {
        return Vec::new();
    }
    let mut all = words.to_vec();
    all.sort();
    let head = |word: &str, letters: usize| word.chars().take(letters).collect::<String>();
    vec![
        format!("all {}", all.join(" ")),
        format!("begin {} {}", head(last, 64), head(first, 1)),
        format!("begin {} {}", head(first, 64), head(last, 1)),
        format!("heads {} {}", head(first.min(last), 4), head(first.max(last), 4)),
        format!("bones {}", bones(first.min(last)) + " " + &bones(first.max(last))),
        format!("called {first} {}", head(last, 3)),
        format!("called {last} {}", head(first, 3)),
    ]
}

/// A word's consonants: where a letter is wrong, it is a vowel more often than not.
fn bones(word: &str) -> String {
    let mut bones: String = word.chars().filter(|c| !"aeiouyh".contains(*c)).collect();
    bones.truncate(6);
    bones
}
