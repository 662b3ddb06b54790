//! What the owner did: the history, the trash, and taking back what was done a while ago.

use crate::view::deed::{ContactRef, Undone};
use crate::view::past::{PastChangeView, PastDeedView, PastPage, PastWanted};
use crate::{App, Trouble, done, parse, when};
use model::Moment;
use store::{BatchId, Became, Fault, PastChange, PastDeed, Reader};

/// So many days back the history goes. The log goes further; this is what the owner can count on.
const DAYS: u32 = 30;

/// How many deeds a page has.
const PAGE: u32 = 60;

impl App {
    /// What the owner did in the last thirty days, the last first.
    ///
    /// # Errors
    /// Where the contact or the deed is not there, and of the store.
    pub fn past_deeds(&self, wanted: &PastWanted) -> Result<PastPage, Trouble> {
        let contact = parse::id_if_any(wanted.contact.as_deref(), "contact")?;
        let before = wanted.before.as_deref().map(batch).transpose()?;
        let since =
            Moment { at: self.now().at - chrono::Duration::days(i64::from(DAYS)), ..self.now() };
        let wanted = store::PastWanted {
            contact,
            only_removals: wanted.only_removals,
            since,
            before,
            most: PAGE + 1,
        };
        let page = self.store().read(|reader| {
            let mut deeds = reader.past_deeds(&wanted)?;
            let more = deeds.len() > PAGE as usize;
            deeds.truncate(PAGE as usize);
            let deeds = deeds.into_iter().map(|deed| view(reader, deed));
            Ok(PastPage { deeds: deeds.collect::<Result<_, Fault>>()?, more, days: DAYS })
        })?;
        Ok(page)
    }

    /// Takes back one deed, also an older one, or brings back one that was taken back. What was
    /// changed again since stays as it is. Nothing where it was turned already.
    ///
    /// # Errors
    /// Where it is no deed's name, and of the store.
    pub fn turn_deed(&self, id: &str) -> Result<Option<Undone>, Trouble> {
        let turned = self.store().undo_batch(batch(id)?, self.now())?;
        self.sent_changed();
        Ok(turned.map(done::undone))
    }
}

fn batch(id: &str) -> Result<BatchId, Trouble> {
    id.parse().map_err(|_| Trouble::NotFound { what: "deed".to_owned() })
}

fn view(reader: &Reader<'_>, past: PastDeed) -> Result<PastDeedView, Fault> {
    let mut contacts = Vec::new();
    for contact in past.contacts {
        let name = reader.name_of_any(contact)?;
        contacts.push(ContactRef { id: contact.to_string(), name });
    }
    Ok(PastDeedView {
        id: past.id.to_string(),
        deed: past.deed.map(|deed| deed.word().to_owned()).unwrap_or_default(),
        at: when::iso(past.at),
        contacts,
        changes: past.changes.into_iter().map(change).collect(),
        more: past.more,
        taken_back: past.taken_back_by.is_some(),
        turns: past.taken_back_by.unwrap_or(past.id).to_string(),
    })
}

fn change(change: PastChange) -> PastChangeView {
    let became = match change.became {
        Became::There => "there",
        Became::Gone => "gone",
        Became::Different => "different",
    };
    PastChangeView {
        what: change.kind.to_owned(),
        became: became.to_owned(),
        field: change.field.to_owned(),
        before: change.before,
        after: change.after,
    }
}
