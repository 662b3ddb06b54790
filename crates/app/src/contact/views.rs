//! Contacts as they go over the wire.

use super::is_due;
use crate::review;
use crate::view::contact::{
    CircleView, ConsentView, ContactCard, ContactRow, DateView, IdentityView, NoteView,
    PositionView, PromiseView,
};
use crate::view::deed::ContactRef;
use crate::when;
use model::{Circle, Contact, ContactId, Identity, Moment, Note, Position, Promise};
use store::{Fault, Reader};

/// A row of the list.
pub(crate) fn row(row: store::ContactRow) -> ContactRow {
    ContactRow {
        id: row.id.to_string(),
        name: row.name,
        organisation: row.organisation,
        title: row.title,
        tags: row.tags,
        last_at: row.last_at.map(when::iso),
        last_direction: row.last_direction.map(|direction| direction.word().to_owned()),
        interactions: row.interactions,
    }
}

/// The names of contacts, in the order asked; those who are gone are left out.
pub(crate) fn contact_refs(
    reader: &Reader<'_>,
    ids: impl IntoIterator<Item = ContactId>,
) -> Result<Vec<ContactRef>, Fault> {
    let mut refs = Vec::new();
    for id in ids {
        if let Some(contact) = reader.contact(id)? {
            refs.push(ContactRef::from(&contact));
        }
    }
    Ok(refs)
}

/// Everything on the card.
pub(crate) fn card(
    reader: &Reader<'_>,
    contact: &Contact,
    now: Moment,
) -> Result<ContactCard, Fault> {
    let met_through = match contact.met_through {
        Some(id) => reader.contact(id)?.map(|through| ContactRef::from(&through)),
        None => None,
    };
    let circles = reader.circles()?;
    let circle = circles.iter().find(|circle| Some(circle.id) == contact.circle);
    let notes = reader.notes_of(contact.id)?;
    let mut promises = Vec::new();
    for promise in reader.promises_of(contact.id)? {
        promises.push(promise_view(reader, &promise, now)?);
    }
    promises.sort_by_key(|promise| promise.done);
    let account = review::Account::read(reader, contact.id)?;
    let photo = match contact.photo {
        Some(hash) => reader.photo(&hash)?.and_then(|bytes| picture(&bytes)),
        None => None,
    };
    let merged = contact_names(reader, reader.merged_into(contact.id)?)?;
    Ok(ContactCard {
        circle: circle.map(CircleView::from),
        groups: reader.groups_of(contact.id)?.into_iter().map(|group| group.name).collect(),
        photo,
        met_through,
        notes: notes.iter().map(NoteView::from).collect(),
        promises,
        balance: review::balance_view(&account.kept.balance),
        merged,
        last_at: account.last.map(when::iso),
        ..plain(contact)
    })
}

fn contact_names(reader: &Reader<'_>, ids: Vec<ContactId>) -> Result<Vec<ContactRef>, Fault> {
    let mut names = Vec::new();
    for id in ids {
        if let Some(name) = reader.name_before_merge(id)? {
            names.push(ContactRef { id: id.to_string(), name });
        }
    }
    Ok(names)
}

/// What the contact itself carries.
fn plain(contact: &Contact) -> ContactCard {
    ContactCard {
        id: contact.id.to_string(),
        name: contact.name.shown.clone(),
        given: contact.name.given.clone(),
        family: contact.name.family.clone(),
        nickname: contact.name.nickname.clone(),
        pronouns: contact.pronouns.clone(),
        headline: contact.headline.clone(),
        location: contact.location.clone(),
        how_met: contact.how_met.clone(),
        met_through: None,
        organisation: contact.organisation().to_owned(),
        title: contact.title().to_owned(),
        identities: contact.identities.iter().map(IdentityView::from).collect(),
        positions: contact.positions.iter().map(PositionView::from).collect(),
        dates: contact
            .dates
            .iter()
            .map(|date| DateView { label: date.label.clone(), day: when::day(date.day) })
            .collect(),
        tags: contact.tags.clone(),
        circle: None,
        groups: Vec::new(),
        photo: None,
        do_not_contact: contact.do_not_contact,
        consent: contact.consent.as_ref().map(|consent| ConsentView {
            text: consent.text.clone(),
            source: consent.source.clone(),
            given_on: consent.given_on.map(when::day),
        }),
        left_out_of_review: contact.left_out_of_review,
        automated: contact.automated,
        notes: Vec::new(),
        promises: Vec::new(),
        balance: crate::view::review::BalanceView::default(),
        merged: Vec::new(),
        last_at: None,
    }
}

/// A promise with the name of whom it is with.
pub(crate) fn promise_view(
    reader: &Reader<'_>,
    promise: &Promise,
    now: Moment,
) -> Result<PromiseView, Fault> {
    let contact = match promise.contact {
        Some(id) => reader.contact(id)?.map(|contact| ContactRef::from(&contact)),
        None => None,
    };
    Ok(PromiseView {
        id: promise.id.to_string(),
        contact,
        kind: promise.kind.word().to_owned(),
        text: promise.text.clone(),
        due_on: promise.due_on.map(when::day),
        overdue: !promise.done && is_due(promise.due_on, now),
        done: promise.done,
    })
}

/// The MIME type of a picture, told by its first bytes.
pub(crate) fn picture_kind(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [0xFF, 0xD8, 0xFF, ..] => Some("image/jpeg"),
        [b'G', b'I', b'F', b'8', ..] => Some("image/gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => None,
    }
}

fn picture(bytes: &[u8]) -> Option<String> {
    let kind = picture_kind(bytes)?;
    Some(format!("data:{kind};base64,{}", base64(bytes)))
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

impl From<&Contact> for ContactRef {
    fn from(contact: &Contact) -> Self {
        Self { id: contact.id.to_string(), name: contact.name.shown.clone() }
    }
}

/// A row of somebody outside the list, without what has passed.
impl From<&Contact> for ContactRow {
    fn from(contact: &Contact) -> Self {
        Self {
            id: contact.id.to_string(),
            name: contact.name.shown.clone(),
            organisation: contact.organisation().to_owned(),
            title: contact.title().to_owned(),
            tags: contact.tags.clone(),
            last_at: None,
            last_direction: None,
            interactions: 0,
        }
    }
}

impl From<&Identity> for IdentityView {
    fn from(identity: &Identity) -> Self {
        Self {
            kind: identity.kind().word().to_owned(),
            value: identity.value().to_owned(),
            shown: identity.to_string(),
            link: identity.link(),
        }
    }
}

impl From<&Position> for PositionView {
    fn from(post: &Position) -> Self {
        Self {
            organisation: post.organisation.clone(),
            title: post.title.clone(),
            from_on: post.from_on.map(when::day),
            to_on: post.to_on.map(when::day),
        }
    }
}

impl From<&Circle> for CircleView {
    fn from(circle: &Circle) -> Self {
        Self {
            id: circle.id.to_string(),
            name: circle.name.clone(),
            cadence_days: circle.cadence_days,
        }
    }
}

impl From<&Note> for NoteView {
    fn from(note: &Note) -> Self {
        Self {
            id: note.id.to_string(),
            kind: note.kind.word().to_owned(),
            text: note.text.clone(),
            source: note.source.clone(),
            link: note.link.clone(),
            seen_at: when::iso(note.seen_at),
        }
    }
}
