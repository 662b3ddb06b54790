//! `messages.csv`: direct messages, InMail and advertisements.
//!
//! The folder says nothing of the direction: what the owner sent lies in the inbox.

use super::people::{is_nameless, party, recipients};
use super::{Rows, dates, plain};
use crate::everywhere::Everywhere;
use crate::table::Row;
use crate::tell::Teller;
use crate::{Arrival, ArrivingInteraction, Party, Source};
use model::{Channel, InteractionKind, Moment, Role};
use std::ops::ControlFlow;

/// What every sponsored InMail's HTML carries.
const SPONSORED: &str = "spinmail-quill-editor";

/// The table, and who takes part in its conversations.
pub(super) struct Messages {
    everywhere: Everywhere,
}

impl Default for Messages {
    fn default() -> Self {
        Self { everywhere: Everywhere::new(is_nameless) }
    }
}

impl Rows for Messages {
    fn row(&mut self, row: &Row, teller: &mut Teller<'_>) -> ControlFlow<()> {
        if is_yes(row.get("Is Message Draft")) || is_yes(row.get("Is Conversation Draft")) {
            return ControlFlow::Continue(());
        }
        let Some(moment) = dates::moment(row.get("Date")) else {
            return teller.line(row.line, "The date makes no sense; the message was left out.");
        };
        // Without a key the nameless are one person within one moment.
        let place = row.first_of(&["Conversation ID", "Date"]);
        let from = party(row.get("From"), row.get("Sender Profile URL"), place);
        let others = recipients(row.get("To"), row.get("Recipient Profile URLs"), place);
        self.everywhere.see(place, &from, &others);
        let message = message(row, moment, (from, others));
        teller.arrival(Arrival::Interaction(Box::new(message)))
    }

    fn end(&mut self, teller: &mut Teller<'_>) -> ControlFlow<()> {
        match self.everywhere.hint() {
            Some(hint) => teller.arrival(Arrival::Owner(hint)),
            None => ControlFlow::Continue(()),
        }
    }
}

fn message(row: &Row, moment: Moment, (from, others): (Party, Vec<Party>)) -> ArrivingInteraction {
    let content = row.get("Content");
    ArrivingInteraction {
        source: Source::Linkedin,
        kind: InteractionKind::Message,
        channel: Channel::Linkedin,
        moment,
        subject: plain::plain(row.get("Subject")),
        text: plain::plain(content),
        quoted: String::new(),
        signature: String::new(),
        automated: from.identities.is_empty() && content.contains(SPONSORED),
        from,
        others: others.into_iter().map(|party| (Role::To, party)).collect(),
        from_owner: is_outgoing(row.get("Direction")),
        conversation: row.get("Conversation ID").to_owned(),
        conversation_title: row.get("Conversation Title").to_owned(),
        native_id: row.first_of(&["Message ID", "Message URN"]).to_owned(),
        answers: Vec::new(),
        raw: row.raw().into_bytes(),
    }
}

fn is_yes(text: &str) -> bool {
    ["yes", "true", "1"].contains(&text.to_lowercase().as_str())
}

/// What the file itself says of the direction, where it does.
pub(super) fn is_outgoing(direction: &str) -> Option<bool> {
    match direction.to_uppercase().as_str() {
        "OUTGOING" | "SENT" => Some(true),
        "INCOMING" | "RECEIVED" => Some(false),
        _ => None,
    }
}
