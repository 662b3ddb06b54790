//! What a file of mails says as a whole: who its owner seems to be, and what was left out.

use super::folder::Folder;
use super::message::Mail;
use crate::{Arrival, OwnerHint, OwnerSign, Piece, Snag};
use model::Identity;
use std::collections::BTreeMap;

/// So many addresses are hinted at for each sign.
const MOST_HINTS: usize = 5;
/// So many different addresses are counted; a mailbox of more tells nothing by the rest.
const MOST_COUNTED: usize = 10_000;

/// Counts over one file.
#[derive(Default)]
pub(super) struct Tally {
    sent: BTreeMap<Identity, (u32, String)>,
    delivered: BTreeMap<Identity, (u32, String)>,
    drafts: u32,
    unwanted: u32,
}

impl Tally {
    /// Counts what a mail says about the owner.
    pub(super) fn note(&mut self, mail: &Mail) {
        for identity in &mail.delivered_to {
            count(&mut self.delivered, identity, "");
        }
        if let (true, Some(identity)) = (mail.sent, mail.interaction.from.identities.first()) {
            count(&mut self.sent, identity, &mail.interaction.from.name);
        }
    }

    /// Counts a mail that is left out.
    pub(super) fn leave_out(&mut self, folder: Folder) {
        match folder {
            Folder::Drafts => self.drafts += 1,
            _ => self.unwanted += 1,
        }
    }

    /// What is said at the end of the file.
    pub(super) fn told(self, file: &str) -> Vec<Piece> {
        let snag = |why: String| Piece::Snag(Snag { file: file.to_owned(), line: None, why });
        let mut pieces = Vec::new();
        if self.unwanted > 0 {
            let count = mails(self.unwanted);
            pieces.push(snag(format!("{count} under Spam or Trash: left out.")));
        }
        if self.drafts > 0 {
            let count = mails(self.drafts);
            pieces.push(snag(format!("{count} among the drafts, never sent: left out.")));
        }
        pieces.extend(hints(self.sent, OwnerSign::SentFolder));
        pieces.extend(hints(self.delivered, OwnerSign::DeliveredTo));
        pieces
    }
}

fn mails(count: u32) -> String {
    if count == 1 { "One mail lies".to_owned() } else { format!("{count} mails lie") }
}

fn count(counts: &mut BTreeMap<Identity, (u32, String)>, identity: &Identity, name: &str) {
    if counts.len() >= MOST_COUNTED && !counts.contains_key(identity) {
        return;
    }
    let (seen, known) = counts.entry(identity.clone()).or_default();
    *seen += 1;
    if known.is_empty() {
        name.clone_into(known);
    }
}

fn hints(
    counts: BTreeMap<Identity, (u32, String)>,
    sign: OwnerSign,
) -> impl Iterator<Item = Piece> {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, (seen, _))| std::cmp::Reverse(*seen));
    counts.into_iter().take(MOST_HINTS).map(move |(identity, (seen, name))| {
        Piece::Arrival(Arrival::Owner(OwnerHint { identity: Some(identity), name, sign, seen }))
    })
}
