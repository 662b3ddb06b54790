//! People: the list, the card, and every change to it.

mod alike;
mod change;
mod circle;
mod group;
mod merge;
mod note;
mod promise;
mod views;

pub(crate) use alike::Likely;
pub(crate) use views::{card, contact_refs, promise_view, row};

use crate::done::done;
use crate::view::contact::{
    ContactCard, ContactPage, ContactRow, IdentityView, ListOrder, ListWanted, NewContact,
};
use crate::view::deed::{ContactRef, Done};
use crate::{App, Trouble, parse, when};
use model::{Contact, Identity, Moment, Name, Position};
use store::{Author, Deed};

/// How many a combobox offers.
const SUGGESTED: u32 = 8;

impl App {
    /// A part of the list.
    ///
    /// # Errors
    /// Only of the store.
    pub fn list_contacts(&self, wanted: &ListWanted) -> Result<ContactPage, Trouble> {
        let asked = store::ListWanted {
            query: wanted.query.clone(),
            tag: wanted.tag.clone(),
            circle: parse::id_if_any(wanted.circle.as_deref(), "circle")?,
            kind: if wanted.automated {
                store::ListKind::Automated
            } else {
                store::ListKind::People
            },
            order: match wanted.order {
                ListOrder::Name => store::ListOrder::Name,
                ListOrder::Last => store::ListOrder::Last,
                ListOrder::Silence => store::ListOrder::Silence,
            },
            offset: wanted.offset,
            limit: wanted.limit.min(500),
        };
        let page = self.store().read(|reader| reader.contact_list(&asked))?;
        Ok(ContactPage { rows: page.rows.into_iter().map(row).collect(), total: page.total })
    }

    /// A few contacts that begin like `query`, those last heard from first.
    ///
    /// # Errors
    /// Only of the store.
    pub fn suggest_contacts(&self, query: &str) -> Result<Vec<ContactRow>, Trouble> {
        let wanted = ListWanted {
            query: query.to_owned(),
            order: ListOrder::Last,
            limit: SUGGESTED,
            ..ListWanted::default()
        };
        Ok(self.list_contacts(&wanted)?.rows)
    }

    /// Everything on a contact's card but the timeline.
    ///
    /// # Errors
    /// Where there is no such contact.
    pub fn open_contact(&self, id: &str) -> Result<ContactCard, Trouble> {
        let contact = self.contact(id)?;
        let now = self.now();
        Ok(self.store().read(|reader| views::card(reader, &contact, now))?)
    }

    /// Adds somebody by hand.
    ///
    /// # Errors
    /// Where the name is empty or the address is none.
    pub fn add_contact(&self, contact: &NewContact) -> Result<Done<ContactRef>, Trouble> {
        let name = Name::from_shown(&parse::some_text(&contact.name, "the name")?);
        let identity = match contact.identity.trim() {
            "" => None,
            text => Some(parse::identity(text)?),
        };
        let new = contact.clone();
        let added = self.store().transact(Deed::AddContact, self.now(), move |writer| {
            let mut contact = Contact::named(writer.new_contact_id(), name);
            contact.identities.extend(identity);
            new.how_met.trim().clone_into(&mut contact.how_met);
            let post = Position {
                organisation: new.organisation.trim().to_owned(),
                title: new.title.trim().to_owned(),
                ..Position::default()
            };
            contact.positions.extend(Some(post).filter(|post| *post != Position::default()));
            writer.save_contact(&contact, &Author::Owner)?;
            Ok(contact)
        })?;
        Ok(done(added, Deed::AddContact, |contact| ContactRef {
            id: contact.id.to_string(),
            name: contact.name.shown,
        }))
    }

    /// Deletes contacts; what passed with them stays and comes back with them.
    ///
    /// # Errors
    /// Where an id is none.
    pub fn delete_contacts(&self, ids: &[String]) -> Result<Done<u32>, Trouble> {
        let ids = ids.iter().map(|id| parse::id(id, "contact")).collect::<Result<Vec<_>, _>>()?;
        let deleted = self.store().transact(Deed::DeleteContact, self.now(), move |writer| {
            for id in &ids {
                writer.delete_contact(*id)?;
            }
            Ok(ids.len())
        })?;
        Ok(done(deleted, Deed::DeleteContact, |count| u32::try_from(count).unwrap_or(u32::MAX)))
    }

    /// The owner's tags, the commonest first.
    ///
    /// # Errors
    /// Only of the store.
    pub fn list_tags(&self) -> Result<Vec<String>, Trouble> {
        let tags = self.store().read(|reader| reader.tags())?;
        Ok(tags.into_iter().map(|(tag, _)| tag).collect())
    }

    /// Puts the picture at `path` on the card, or takes it off.
    ///
    /// # Errors
    /// Where the file cannot be read, is no picture, or is over 10 MiB.
    pub fn set_photo(&self, id: &str, path: Option<&str>) -> Result<Done<()>, Trouble> {
        const MOST: u64 = 10 * 1024 * 1024;
        let contact = self.contact(id)?;
        let bytes = match path {
            None => Vec::new(),
            Some(path) => {
                let path = std::path::Path::new(path);
                let size = std::fs::metadata(path).map_err(|e| Trouble::file(path, &e))?.len();
                if size > MOST {
                    return Err(parse::not_understood(
                        "the picture is over 10 MiB; choose a smaller one",
                    ));
                }
                std::fs::read(path).map_err(|error| Trouble::file(path, &error))?
            }
        };
        if path.is_some() && views::picture_kind(&bytes).is_none() {
            return Err(parse::not_understood("this is no PNG, JPEG, GIF or WebP picture"));
        }
        let set = self.store().transact(Deed::EditContact, self.now(), move |writer| {
            if bytes.is_empty() {
                let contact = Contact { photo: None, ..contact };
                writer.save_contact(&contact, &Author::Owner).map(|_| ())
            } else {
                writer.set_photo(contact.id, &bytes).map(|_| ())
            }
        })?;
        Ok(done(set, Deed::EditContact, |()| ()))
    }

    /// The addresses of somebody, the preferred one of a kind first.
    ///
    /// # Errors
    /// Where there is no such contact.
    pub fn identities(&self, id: &str) -> Result<Vec<IdentityView>, Trouble> {
        Ok(self.contact(id)?.identities.iter().map(IdentityView::from).collect())
    }

    /// Contacts that are one person by an address, or none.
    pub(crate) fn owner_of(&self, identity: &Identity) -> Result<Option<String>, Trouble> {
        let found = self.store().read(|reader| reader.contact_by_identity(identity))?;
        Ok(found.map(|id| id.to_string()))
    }
}

/// Whether a day is today or past, for what is due.
pub(crate) fn is_due(due: Option<model::Day>, now: Moment) -> bool {
    due.is_some_and(|day| {
        let today = model::Day::from(when::day_of(now));
        (day.year, day.month, day.day) <= (today.year, today.month, today.day)
    })
}
