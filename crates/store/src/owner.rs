//! Who the owner is: names, organisations, addresses.

use crate::row::{self, Kind, Row};
use crate::{Author, Fault, Reader, Writer};
use model::{Identity, IdentityKind, Uid};
use rusqlite::types::Value;

static OWNER_FACT: Kind = Kind {
    word: "owner_fact",
    table: "owner_fact",
    fields: &["place", "kind", "value"],
    after: |writer, _| {
        writer.touched.owner = true;
        Ok(())
    },
};

pub(crate) const KINDS: &[&Kind] = &[&OWNER_FACT];

const NAME: &str = "name";
const ORGANISATION: &str = "organisation";

/// The owner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// Their names; the first is the one that is shown.
    pub names: Vec<String>,
    /// Where they are or were.
    pub organisations: Vec<String>,
    /// Their addresses.
    pub identities: Vec<Identity>,
}

impl Reader<'_> {
    /// Who the owner is.
    pub fn owner(&self) -> Result<Owner, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("owner/all.sql"))?;
        let mut rows = ask.query([])?;
        let mut owner = Owner::default();
        while let Some(row) = rows.next()? {
            let (kind, value): (String, String) = (row.get(0)?, row.get(1)?);
            match kind.as_str() {
                NAME => owner.names.push(value),
                ORGANISATION => owner.organisations.push(value),
                kind => {
                    let kind = IdentityKind::from_word(kind);
                    owner.identities.extend(kind.map(|kind| Identity::kept(kind, value)));
                }
            }
        }
        Ok(owner)
    }
}

impl Writer<'_> {
    /// The owner is reached here. That is the owner's word, also while files are brought in.
    pub fn add_owner_identity(&mut self, identity: &Identity) -> Result<bool, Fault> {
        self.add_fact(identity.kind().word(), identity.value())
    }

    /// The owner is not reached here.
    pub fn remove_owner_identity(&mut self, identity: &Identity) -> Result<bool, Fault> {
        let fact = fact(identity.kind().word(), identity.value());
        self.on_behalf(Author::Owner, |writer| writer.remove(fact))
    }

    /// This is what the owner is called, in place of the first of the names.
    pub fn set_owner_name(&mut self, name: &str) -> Result<bool, Fault> {
        let Owner { names, .. } = self.owner()?;
        let old = names.first().map(String::as_str);
        if old == Some(name) {
            return Ok(false);
        }
        self.on_behalf(Author::Owner, |writer| {
            if let Some(old) = old {
                writer.remove(fact(NAME, old))?;
            }
            let first = writer.place_before_all()?;
            writer.make(fact(NAME, name), &fields(NAME, name, first))
        })
    }

    /// The owner is called this too.
    pub fn add_owner_name(&mut self, name: &str) -> Result<bool, Fault> {
        self.add_fact(NAME, name)
    }

    /// The owner is or was here.
    pub fn add_owner_organisation(&mut self, organisation: &str) -> Result<bool, Fault> {
        self.add_fact(ORGANISATION, organisation)
    }

    /// The owner is not here.
    pub fn remove_owner_organisation(&mut self, organisation: &str) -> Result<bool, Fault> {
        self.on_behalf(Author::Owner, |writer| writer.remove(fact(ORGANISATION, organisation)))
    }

    fn add_fact(&mut self, kind: &str, value: &str) -> Result<bool, Fault> {
        self.on_behalf(Author::Owner, |writer| {
            if writer.stands(fact(kind, value))? {
                return Ok(false);
            }
            let mut ask =
                writer.db().prepare_cached("SELECT coalesce(max(place), 0) + 1 FROM owner_fact")?;
            let last = ask.query_row([], |row| row.get(0))?;
            drop(ask);
            writer.make(fact(kind, value), &fields(kind, value, last))
        })
    }

    fn place_before_all(&self) -> Result<i64, Fault> {
        let ask = "SELECT coalesce(min(place), 1) - 1 FROM owner_fact";
        Ok(self.db().prepare_cached(ask)?.query_row([], |row| row.get(0))?)
    }
}

/// The same fact is the same row on every machine.
fn fact(kind: &str, value: &str) -> Row {
    let parts: [&[u8]; 3] = [b"owner_fact", kind.as_bytes(), value.as_bytes()];
    Row::new(&OWNER_FACT, Uid::derived(&parts))
}

fn fields(kind: &str, value: &str, place: i64) -> [row::Field; 3] {
    [("place", Value::Integer(place)), ("kind", row::text(kind)), ("value", row::text(value))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Deed;
    use crate::told::store;

    #[test]
    fn the_owner_has_names_places_and_addresses() {
        let store = store();
        assert_eq!(store.asked(|r| r.owner()), Owner::default());
        let (mail, phone) = (
            Identity::email("dora@example.org").unwrap(),
            Identity::phone("+1 202 555 0100").unwrap(),
        );
        let wanted = Owner {
            names: vec!["Dora".into(), "D. Chidi".into()],
            organisations: vec!["Acme".into()],
            identities: vec![mail.clone(), phone.clone()],
        };
        store.told(Deed::EditOwner, move |w| {
            w.add_owner_identity(&mail)?;
            w.add_owner_name("D. Chidi")?;
            w.add_owner_organisation("Acme")?;
            w.add_owner_identity(&phone)?;
            w.add_owner_identity(&mail)?;
            w.set_owner_name("Dora").map(drop)
        });
        // The first name that was set took the place of the only one there was.
        let owner = store.asked(|r| r.owner());
        assert_eq!(
            (owner.names.as_slice(), &owner.identities),
            (&["Dora".into()][..], &wanted.identities)
        );
        store.told(Deed::EditOwner, |w| w.add_owner_name("D. Chidi"));
        assert_eq!(store.asked(|r| r.owner()), wanted);
        store.told(Deed::EditOwner, |w| w.set_owner_name("Dora Chidi"));
        assert_eq!(store.asked(|r| r.owner()).names, ["Dora Chidi", "D. Chidi"]);
    }

    #[test]
    fn an_address_is_the_owners_until_it_is_taken_away() {
        let store = store();
        let mail = Identity::email("dora@example.org").unwrap();
        let (added, removed) = (mail.clone(), mail.clone());
        assert!(store.told(Deed::EditOwner, move |w| w.add_owner_identity(&added)).touched.owner);
        assert!(store.told(Deed::EditOwner, move |w| w.remove_owner_identity(&removed)).value);
        assert!(store.asked(|r| r.owner()).identities.is_empty());
        assert!(store.told(Deed::Import, move |w| w.add_owner_identity(&mail)).value);
        assert_eq!(store.asked(|r| r.owner()).identities.len(), 1);
    }

    #[test]
    fn an_organisation_is_taken_away_again() {
        let store = store();
        store.told(Deed::EditOwner, |w| w.add_owner_organisation("Acme"));
        assert!(store.told(Deed::EditOwner, |w| w.remove_owner_organisation("Acme")).value);
        assert_eq!(store.asked(|r| r.owner()), Owner::default());
    }
}
