//! What passed: calls, conversations and things done together.

use super::gathered::Gathered;
use super::{Object, held_by, moment, properties};
use crate::chat;
use crate::json::{Ask, Captured};
use crate::tell::Teller;
use crate::{Arrival, ArrivingInteraction, Party, Source};
use model::{Channel, InteractionKind, Moment, Role};
use serde_json::Value;
use std::ops::ControlFlow;

const NO_DATE_CALL: &str = "The date of a call makes no sense; it was left out.";
const NO_DATE_MESSAGE: &str = "The date of a message makes no sense; it was left out.";
const NO_DATE_ACTIVITY: &str = "The date of the activity makes no sense; it was left out.";

/// A contact's calls and conversations; `with` is the contact and the line it stands in.
pub(super) fn of_contact(
    contact: &Object,
    with: (&Party, u64),
    gathered: &Gathered,
    teller: &mut Teller<'_>,
) -> ControlFlow<()> {
    let between = Between { owner: &gathered.owner, contact: with.0 };
    for call in held_by(contact, "call", "calls") {
        let Some(told) = properties(call) else { continue };
        match moment(&told.text("called_at")) {
            Some(moment) => teller.arrival(between.call(call, told, moment))?,
            None => teller.line(with.1, NO_DATE_CALL)?,
        }
    }
    for conversation in held_by(contact, "conversation", "conversations") {
        let Some(told) = properties(conversation) else { continue };
        let sort = gathered.sort(&told.text("contact_field_type"));
        let channel = channel(sort.map(|sort| sort.name.as_str()).unwrap_or_default());
        let uuid = conversation.as_object().map(|it| it.text("uuid")).unwrap_or_default();
        let key = match uuid.is_empty() {
            true => format!("{}/{}", contact.text("uuid"), told.text("happened_at")),
            false => uuid,
        };
        for message in told.list("messages") {
            let Some(told) = properties(message) else { continue };
            match moment(&told.text("written_at")) {
                Some(moment) => {
                    let message = between.message(message, told, moment);
                    let conversation = key.clone();
                    let message = ArrivingInteraction { channel, conversation, ..message };
                    teller.arrival(Arrival::Interaction(Box::new(message)))?;
                }
                None => teller.line(with.1, NO_DATE_MESSAGE)?,
            }
        }
    }
    ControlFlow::Continue(())
}

/// Something done together; one in which nobody took part is no interaction.
pub(super) fn of_activity(
    activity: &Object,
    captured: &Captured,
    gathered: &Gathered,
    teller: &mut Teller<'_>,
) -> ControlFlow<()> {
    let uuid = activity.text("uuid");
    let took_part = gathered.took_part(&uuid);
    let Some(told) = activity.inside("properties").filter(|_| !took_part.is_empty()) else {
        return ControlFlow::Continue(());
    };
    let Some(moment) = moment(&told.text("happened_at")) else {
        return teller.line(captured.line, NO_DATE_ACTIVITY);
    };
    let passed = passed(InteractionKind::Meeting, Channel::InPerson, moment);
    teller.arrival(Arrival::Interaction(Box::new(ArrivingInteraction {
        subject: told.text("summary"),
        text: told.text("description"),
        from: gathered.owner.clone(),
        others: took_part.into_iter().map(|party| (Role::With, party)).collect(),
        from_owner: Some(true),
        native_id: uuid,
        raw: captured.text.clone().into_bytes(),
        ..passed
    })))
}

/// The two sides of a call or a conversation.
struct Between<'p> {
    owner: &'p Party,
    contact: &'p Party,
}

impl Between<'_> {
    fn call(&self, call: &Value, told: &Object, moment: Moment) -> Arrival {
        let passed = passed(InteractionKind::Call, Channel::Phone, moment);
        let sent = self.sent(passed, !told.is_true("contact_called"), call);
        Arrival::Interaction(Box::new(ArrivingInteraction { text: told.text("content"), ..sent }))
    }

    fn message(&self, message: &Value, told: &Object, moment: Moment) -> ArrivingInteraction {
        let passed = passed(InteractionKind::Message, Channel::Chat, moment);
        let sent = self.sent(passed, told.is_true("written_by_me"), message);
        ArrivingInteraction { text: told.text("content"), ..sent }
    }

    fn sent(
        &self,
        passed: ArrivingInteraction,
        by_owner: bool,
        source: &Value,
    ) -> ArrivingInteraction {
        let (from, to) = match by_owner {
            true => (self.owner, self.contact),
            false => (self.contact, self.owner),
        };
        ArrivingInteraction {
            from: from.clone(),
            others: vec![(Role::To, to.clone())],
            from_owner: Some(by_owner),
            native_id: source.as_object().map(|it| it.text("uuid")).unwrap_or_default(),
            raw: source.to_string().into_bytes(),
            ..passed
        }
    }
}

/// Something that passed, with nothing in it yet.
fn passed(kind: InteractionKind, channel: Channel, moment: Moment) -> ArrivingInteraction {
    let passed = chat::message(Source::Monica, moment, Party::default());
    ArrivingInteraction { kind, channel, ..passed }
}

/// By what a conversation passed, from the sort of address.
fn channel(sort: &str) -> Channel {
    match sort {
        "email" => Channel::Email,
        "phone" => Channel::Sms,
        "linkedin" => Channel::Linkedin,
        _ => Channel::Chat,
    }
}
