//! What somebody has sent, as the judge's index sees it: the one place where re-used text is
//! asked for.

use judge::draft::{Draft, REUSED, Sent, SentIndex, Shelf, Sketch};
use model::{Channel, ContactId, InteractionId, Moment, Uid};
use std::sync::Arc;

/// Everything one owner has sent.
pub(crate) struct Outbox(SentIndex);

/// A message that was sent.
#[derive(Clone, Debug)]
pub(crate) struct Letter<'a> {
    pub(crate) interaction: InteractionId,
    pub(crate) to: Vec<ContactId>,
    pub(crate) at: Moment,
    pub(crate) text: &'a str,
}

/// The letter that a draft re-uses most.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) interaction: InteractionId,
    pub(crate) score: f32,
    pub(crate) said: bool,
}

impl Outbox {
    /// Of somebody who knows these people (and is one of them) and has sent these letters.
    pub(crate) fn of<'a>(
        names: impl Iterator<Item = String>,
        letters: impl Iterator<Item = Letter<'a>>,
    ) -> Self {
        let letters: Vec<Letter<'_>> = letters.collect();
        let shelf = letters.iter().map(|letter| (letter.interaction, Arc::from(letter.text)));
        let shelf = Arc::new(Shelf(shelf.collect()));
        let latest = letters.iter().rev().map(|letter| letter.text);
        let sent = letters.iter().map(|letter| {
            let sent = Sent {
                interaction: letter.interaction,
                to: letter.to.clone().into(),
                at: letter.at,
                conversation: None,
                answered: None,
                meant: false,
            };
            (sent, Sketch::of(letter.text))
        });
        Self(SentIndex::new(names, latest, sent.collect(), shelf))
    }

    /// How surely a draft re-uses an earlier text, and whether the product says so.
    pub(crate) fn pair(&self, draft: &str, earlier: &str) -> (f32, bool) {
        let score = self.0.pair(draft, earlier);
        (score, score >= REUSED)
    }

    /// The letter that a draft re-uses most.
    pub(crate) fn likest(&self, draft: &str) -> Option<Source> {
        let (interaction, score) = self.0.likest(&as_draft(draft))?;
        Some(Source { interaction, score, said: score >= REUSED })
    }
}

/// A letter to nobody in particular.
const fn as_draft(text: &str) -> Draft<'_> {
    Draft { channel: Channel::Email, subject: "", text, answers: None }
}

/// The interaction that goes by these words.
pub(crate) fn interaction(name: &str) -> InteractionId {
    InteractionId(Uid::derived(&[b"interaction", name.as_bytes()]))
}

/// The contact who has this address.
pub(crate) fn contact(address: &str) -> ContactId {
    ContactId(Uid::derived(&[b"contact", address.as_bytes()]))
}

/// The name that an address tells, as an address book would know it: "ada.king@…" is Ada King.
pub(crate) fn name(address: &str) -> Option<String> {
    let (local, _) = address.split_once('@')?;
    let parts: Vec<&str> = local.split(['.', '_', '-']).filter(|part| !part.is_empty()).collect();
    let spelt = parts.iter().all(|part| part.chars().all(char::is_alphabetic));
    (parts.len() > 1 && spelt).then(|| parts.join(" "))
}
