//! `Invitations.csv`: who asked whom to connect, with what words.

use super::messages::is_outgoing;
use super::people::party;
use super::{Rows, dates, plain};
use crate::table::Row;
use crate::tell::Teller;
use crate::{Arrival, ArrivingInteraction, OwnerHint, OwnerSign, Party, Source};
use model::{Channel, InteractionKind, Role};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// The table, and how often whom it shows as the owner.
#[derive(Default)]
pub(super) struct Invitations {
    owners: BTreeMap<(OwnerSign, Option<model::Identity>, String), u32>,
}

impl Rows for Invitations {
    fn row(&mut self, row: &Row, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let Some(moment) = dates::moment(row.get("Sent At")) else {
            return teller.line(row.line, "The date makes no sense; the invitation was left out.");
        };
        let place = row.get("Sent At");
        let from = party(row.get("From"), row.get("inviterProfileUrl"), place);
        let to = party(row.get("To"), row.get("inviteeProfileUrl"), place);
        let from_owner = is_outgoing(row.get("Direction"));
        match from_owner {
            Some(true) => self.count(OwnerSign::OutgoingInviter, &from),
            Some(false) => self.count(OwnerSign::IncomingInvitee, &to),
            None => {}
        }
        teller.arrival(Arrival::Interaction(Box::new(ArrivingInteraction {
            source: Source::Linkedin,
            kind: InteractionKind::Invitation,
            channel: Channel::Linkedin,
            moment,
            subject: String::new(),
            text: plain::plain(row.get("Message")),
            quoted: String::new(),
            signature: String::new(),
            from,
            others: vec![(Role::To, to)],
            from_owner,
            conversation: String::new(),
            conversation_title: String::new(),
            native_id: String::new(),
            answers: Vec::new(),
            automated: false,
            raw: row.raw().into_bytes(),
        })))
    }

    fn end(&mut self, teller: &mut Teller<'_>) -> ControlFlow<()> {
        for ((sign, identity, name), seen) in std::mem::take(&mut self.owners) {
            teller.arrival(Arrival::Owner(OwnerHint { identity, name, sign, seen }))?;
        }
        ControlFlow::Continue(())
    }
}

impl Invitations {
    fn count(&mut self, sign: OwnerSign, owner: &Party) {
        if owner.only_within.is_none() {
            let key = (sign, owner.identities.first().cloned(), owner.name.clone());
            *self.owners.entry(key).or_default() += 1;
        }
    }
}
