//! One change to a card.

use crate::done::done;
use crate::view::contact::{ConsentView, ContactChange, DateView, PositionView};
use crate::view::deed::Done;
use crate::{App, Trouble, parse};
use model::{Consent, Contact, DatedDay, Identity, IdentityKind, Name, Position};
use store::{Author, Deed};

impl App {
    /// Makes one change to a card.
    ///
    /// # Errors
    /// Where what was typed cannot be taken, or an address belongs to somebody else.
    pub fn change_contact(&self, id: &str, change: &ContactChange) -> Result<Done<()>, Trouble> {
        let mut contact = self.contact(id)?;
        if let ContactChange::Groups { groups } = change {
            return self.put_into_groups(contact.id, groups);
        }
        if let ContactChange::AddIdentity { text } = change {
            self.refuse_others_identity(&contact, text)?;
        }
        apply(&mut contact, change)?;
        let deed = match change {
            ContactChange::LeftOutOfReview { .. } => Deed::LeaveOutOfReview,
            ContactChange::Automated { .. } => Deed::KeepAutomated,
            ContactChange::Circle { .. } => Deed::EditCircle,
            _ => Deed::EditContact,
        };
        let changed = self.store().transact(deed, self.now(), move |writer| {
            writer.save_contact(&contact, &Author::Owner).map(|_| ())
        })?;
        Ok(done(changed, deed, |()| ()))
    }

    /// One address reaches one person: the other contact is named, so that the two can be
    /// compared and made one.
    fn refuse_others_identity(&self, contact: &Contact, text: &str) -> Result<(), Trouble> {
        let identity = parse::identity(text)?;
        if !identity.tells_people_apart() {
            return Ok(());
        }
        match self.owner_of(&identity)? {
            Some(other) if other != contact.id.to_string() => {
                let name = self.contact(&other)?.name.shown;
                Err(parse::not_understood(&format!(
                    "that address belongs to {name}; if they are one person, merge the two"
                )))
            }
            _ => Ok(()),
        }
    }
}

fn apply(contact: &mut Contact, change: &ContactChange) -> Result<(), Trouble> {
    match change {
        ContactChange::Field { field, value } => apply_field(contact, field, value.trim())?,
        ContactChange::MetThrough { contact: through } => {
            contact.met_through = parse::id_if_any(through.as_deref(), "contact")?;
        }
        ContactChange::AddIdentity { text } => {
            let identity = parse::identity(text)?;
            if !contact.identities.contains(&identity) {
                contact.identities.push(identity);
            }
        }
        ContactChange::RemoveIdentity { kind, value } => {
            let kind = parse::word(kind, IdentityKind::from_word, "kind of address")?;
            let gone = Identity::kept(kind, value.clone());
            contact.identities.retain(|identity| *identity != gone);
        }
        ContactChange::Positions { positions } => {
            contact.positions = positions.iter().map(position).collect::<Result<_, _>>()?;
        }
        ContactChange::Dates { dates } => {
            contact.dates = dates.iter().map(dated_day).collect::<Result<_, _>>()?;
        }
        ContactChange::Tags { tags } => contact.tags = distinct(tags),
        // Groups are no part of the contact; they were dealt with before.
        ContactChange::Groups { .. } => {}
        ContactChange::Circle { circle } => {
            contact.circle = parse::id_if_any(circle.as_deref(), "circle")?;
        }
        ContactChange::DoNotContact { on } => contact.do_not_contact = *on,
        ContactChange::Consent { consent: told } => {
            contact.consent = told.as_ref().map(consent).transpose()?;
        }
        ContactChange::LeftOutOfReview { on } => contact.left_out_of_review = *on,
        ContactChange::Automated { on } => contact.automated = *on,
    }
    Ok(())
}

fn apply_field(contact: &mut Contact, field: &str, value: &str) -> Result<(), Trouble> {
    let place = match field {
        "name" => {
            let nickname = std::mem::take(&mut contact.name.nickname);
            contact.name = Name::from_shown(&parse::some_text(value, "the name")?);
            contact.name.nickname = nickname;
            return Ok(());
        }
        "nickname" => &mut contact.name.nickname,
        "pronouns" => &mut contact.pronouns,
        "headline" => &mut contact.headline,
        "location" => &mut contact.location,
        "how-met" => &mut contact.how_met,
        _ => {
            return Err(parse::not_understood(&format!("“{field}” is no field of a contact")));
        }
    };
    value.clone_into(place);
    Ok(())
}

fn position(view: &PositionView) -> Result<Position, Trouble> {
    Ok(Position {
        organisation: view.organisation.trim().to_owned(),
        title: view.title.trim().to_owned(),
        from_on: parse::day_if_any(view.from_on.as_deref())?,
        to_on: parse::day_if_any(view.to_on.as_deref())?,
    })
}

fn consent(view: &ConsentView) -> Result<Consent, Trouble> {
    Ok(Consent {
        text: parse::some_text(&view.text, "what was agreed")?,
        source: view.source.trim().to_owned(),
        given_on: parse::day_if_any(view.given_on.as_deref())?,
    })
}

fn dated_day(view: &DateView) -> Result<DatedDay, Trouble> {
    Ok(DatedDay { label: parse::some_text(&view.label, "the label")?, day: parse::day(&view.day)? })
}

fn distinct(tags: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for tag in tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
        if !kept.iter().any(|known| known.eq_ignore_ascii_case(tag)) {
            kept.push(tag.to_owned());
        }
    }
    kept
}
