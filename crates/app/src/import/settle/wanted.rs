//! A contact to be made, or taught what the files say of them.

use super::super::crowd::Face;
use super::super::learn;
use super::super::matching::Who;
use super::super::survey::Survey;
use crate::view::import::ImportContacts;
use import::ArrivingPerson;
use model::{Contact, ContactId, Identity, ImportId};
use store::{Author, Fault, Writer};

/// A contact to be made or taught.
pub(super) struct Wanted {
    id: ContactId,
    fresh: Option<Contact>,
    entries: Vec<ArrivingPerson>,
    identities: Vec<Identity>,
    automated: bool,
}

/// What came of a chunk of contacts.
#[derive(Default)]
pub(super) struct Counted {
    pub(super) contacts: ImportContacts,
    pub(super) automated: u32,
}

impl Wanted {
    pub(super) fn of(
        survey: &Survey,
        face: Face,
        who: Who,
        entries: &[&ArrivingPerson],
    ) -> Option<Self> {
        let somebody = survey.crowd.somebody(face)?;
        let id = who.contact()?;
        let automated = somebody.is_automated();
        let fresh = matches!(who, Who::New(_))
            .then(|| Contact { automated, ..Contact::named(id, somebody.name()) });
        let identities = somebody.identities.iter().cloned().collect();
        let entries = entries.iter().map(|person| (*person).clone()).collect();
        Some(Self { id, fresh, entries, identities, automated })
    }

    pub(super) fn write(
        self,
        writer: &mut Writer<'_>,
        import: ImportId,
        counts: &mut Counted,
    ) -> Result<(), Fault> {
        let is_new = self.fresh.is_some();
        let kept = match self.fresh {
            Some(fresh) => Some(fresh),
            None => writer.contact(self.id)?,
        };
        // Deleted between plan and settling, or by the owner's own hand: it stays deleted.
        let Some(kept) = kept else { return Ok(()) };
        let mut contact = kept.clone();
        for identity in self.identities {
            if !contact.identities.contains(&identity) {
                contact.identities.push(identity);
            }
        }
        for person in &self.entries {
            contact = learn::learn(&contact, person);
        }
        let author = Author::Import(import);
        let changed = writer.save_contact(&contact, &author)?;
        for person in self.entries {
            if let Some(photo) = person.photo.filter(|_| kept.photo.is_none()) {
                writer.set_photo(contact.id, &photo)?;
            }
            if !person.raw.is_empty() {
                writer.keep_card(
                    contact.id,
                    person.source.title(),
                    &person.native_id,
                    &person.raw,
                )?;
            }
        }
        match (is_new, self.automated) {
            (true, true) => counts.automated += 1,
            (true, false) => counts.contacts.new += 1,
            (false, _) if changed => counts.contacts.updated += 1,
            (false, _) => counts.contacts.same += 1,
        }
        Ok(())
    }
}
