//! The e-mails, as a mailbox for other programs.

use super::WriteTrouble;
use import::Letter;
use model::{Channel, Contact, Direction, Identity, Interaction, InteractionKind, Role};
use std::io::Write;
use store::{Owner, PlainPassed, Reader};

/// Writes every e-mail that stands: as it was, where its source was kept. Answers how many.
pub(super) fn write(reader: &Reader<'_>, out: &mut dyn Write) -> Result<u32, WriteTrouble> {
    let owner = reader.owner()?;
    let mut count = 0;
    reader.each_plain_passed(|passed| {
        let told = &passed.interaction;
        let is_mail = told.kind == InteractionKind::Message && told.channel == Channel::Email;
        if passed.removed || !is_mail {
            return Ok(());
        }
        count += 1;
        let mail = mail_of(reader, &owner, &passed)?;
        Ok::<_, WriteTrouble>(import::to_mailbox(out, &mail, told.moment)?)
    })?;
    Ok(count)
}

fn mail_of(
    reader: &Reader<'_>,
    owner: &Owner,
    passed: &PlainPassed,
) -> Result<Vec<u8>, WriteTrouble> {
    if passed.source == "mail" && !passed.raw.is_empty() {
        return Ok(passed.raw.clone());
    }
    let told = &passed.interaction;
    let mut people = Vec::new();
    for one in &told.participants {
        if let Some(contact) = reader.contact(one.contact)? {
            people.push((one.role, contact));
        }
    }
    let id = format!("{}@requite.invalid", told.id);
    let letter = Letter { id: &id, ..letter(told, owner, &people) };
    Ok(import::to_mail(&letter, told.moment))
}

fn letter<'a>(
    told: &'a Interaction,
    owner: &'a Owner,
    people: &'a [(Role, Contact)],
) -> Letter<'a> {
    let address = |identities: &'a [Identity]| {
        identities.iter().find(|it| it.kind() == model::IdentityKind::Email).map(|it| it.value())
    };
    let named = |wanted: fn(Role) -> bool| {
        people
            .iter()
            .filter(move |(role, _)| wanted(*role))
            .map(|(_, contact)| {
                (contact.name.shown.as_str(), address(&contact.identities).unwrap_or_default())
            })
            .collect::<Vec<_>>()
    };
    let own = vec![(
        owner.names.first().map_or("", String::as_str),
        address(&owner.identities).unwrap_or_default(),
    )];
    let (from, to) = match told.direction {
        Direction::Out => (own, named(|role| matches!(role, Role::To | Role::With))),
        _ => (named(|role| role == Role::From), own),
    };
    let cc = named(|role| role == Role::Cc);
    Letter { from, to, cc, id: "", subject: &told.subject, text: &told.text }
}
