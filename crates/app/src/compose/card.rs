//! What matters now of a recipient.

use crate::review;
use crate::timeline::{Names, interaction_view};
use crate::view::compose::{Quote, RecipientCard};
use crate::view::contact::{IdentityView, NoteView};
use crate::view::deed::ContactRef;
use crate::{App, Trouble, contact, when};
use judge::balance;
use judge::draft::Recipient;
use model::{Contact, Direction, IdentityKind, Interaction, InteractionKind, Moment, PromiseKind};
use std::ops::Range;
use store::{Fault, Reader};

/// How many of the last messages are looked at in each direction.
const LAST: u32 = 5;

impl App {
    /// What matters now of somebody, before writing to them.
    ///
    /// # Errors
    /// Where there is no such contact.
    pub fn recipient_card(&self, contact: &str) -> Result<RecipientCard, Trouble> {
        let contact = self.contact(contact)?;
        let now = self.now();
        Ok(self.store().read(|reader| Known::of(reader, &contact)?.card(reader, now))?)
    }
}

/// What is kept of a recipient, read once for the card and for the check.
pub(super) struct Known<'a> {
    contact: &'a Contact,
    theirs: Vec<Interaction>,
    owners: Vec<Interaction>,
    notes: Vec<model::Note>,
    balance: balance::Balance,
    unanswered: u32,
    last: Option<Interaction>,
}

impl<'a> Known<'a> {
    pub(super) fn of(reader: &Reader<'_>, contact: &'a Contact) -> Result<Self, Fault> {
        let (mut unanswered, mut newest, mut goes_on) = (0, None, true);
        reader.each_before(contact.id, None, &mut |before| {
            newest = newest.or(Some(before.interaction));
            goes_on &= before.direction == Direction::Out;
            unanswered += u32::from(goes_on && before.kind == InteractionKind::Message);
            Ok(goes_on)
        })?;
        let last = match newest {
            Some(newest) => reader.interaction(newest)?,
            None => None,
        };
        Ok(Self {
            contact,
            theirs: reader.last_texts(contact.id, Direction::In, LAST)?,
            owners: reader.last_texts(contact.id, Direction::Out, LAST)?,
            notes: reader.notes_of(contact.id)?,
            balance: review::Account::read(reader, contact.id)?.kept.balance,
            unanswered,
            last,
        })
    }

    /// As the check takes it.
    pub(super) fn recipient(&self) -> Recipient {
        let texts = |from: &[Interaction]| from.iter().map(|it| it.text.clone()).collect();
        let organisations = self.contact.positions.iter().map(|post| post.organisation.clone());
        Recipient {
            organisations: organisations.filter(|name| !name.is_empty()).collect(),
            title: self.contact.title().to_owned(),
            notes: self.notes.iter().map(|note| (note.kind, note.text.clone())).collect(),
            their_last: texts(&self.theirs),
            owners_last: texts(&self.owners),
            unanswered: self.unanswered,
            last_out_at: self.owners.first().map(|it| it.moment),
            last_in_at: self.theirs.first().map(|it| it.moment),
            balance: self.balance.clone(),
            do_not_contact: self.contact.do_not_contact,
            ..Recipient::unknown(self.contact.id, self.contact.name.clone())
        }
    }

    /// As the owner sees it.
    pub(super) fn card(&self, reader: &Reader<'_>, now: Moment) -> Result<RecipientCard, Fault> {
        let mut open_promises = Vec::new();
        for promise in reader.promises_of(self.contact.id)? {
            if !promise.done && promise.kind == PromiseKind::IOwe {
                open_promises.push(contact::promise_view(reader, &promise, now)?);
            }
        }
        let last = match self.last.clone() {
            Some(last) => Some(interaction_view(reader, last, &mut Names::default())?),
            None => None,
        };
        let wrote_last = match (self.theirs.first(), self.owners.first()) {
            (None, None) => None,
            (theirs, owners) if theirs.map(|it| it.moment) > owners.map(|it| it.moment) => {
                Some(Direction::In)
            }
            _ => Some(Direction::Out),
        };
        let profile = self.contact.identities.iter().find(|i| i.kind() == IdentityKind::Linkedin);
        Ok(RecipientCard {
            contact: ContactRef::from(self.contact),
            organisation: self.contact.organisation().to_owned(),
            title: self.contact.title().to_owned(),
            identities: self.contact.identities.iter().map(IdentityView::from).collect(),
            last,
            wrote_last: wrote_last.map(|direction| direction.word().to_owned()),
            unanswered: self.unanswered,
            open_question: self.open_question(wrote_last),
            open_promises,
            promised: self.promised(),
            notes: self.notes.iter().map(NoteView::from).collect(),
            balance: review::balance_view(&self.balance),
            do_not_contact: self.contact.do_not_contact,
            profile_link: profile.and_then(model::Identity::link),
        })
    }

    /// Their question that waits: in their last message, while the owner has not written since.
    fn open_question(&self, wrote_last: Option<Direction>) -> Option<Quote> {
        let last = self.theirs.first().filter(|_| wrote_last == Some(Direction::In))?;
        quote(last, balance::open_question(&last.text)?)
    }

    /// A promise in the newest of the owner's last messages that has one.
    fn promised(&self) -> Option<Quote> {
        let found = self.owners.iter().find_map(|it| Some((it, balance::promise(&it.text)?)));
        let (message, span) = found?;
        quote(message, span)
    }
}

fn quote(message: &Interaction, span: Range<usize>) -> Option<Quote> {
    Some(Quote {
        interaction: message.id.to_string(),
        at: when::iso(message.moment),
        text: message.text.get(span)?.trim().to_owned(),
    })
}
