//! What somebody has sent, as the judge's index sees it: the one place where re-used text is
//! asked for.

use judge::draft::{Draft, Sent, SentIndex};
use model::{Channel, ContactId, InteractionId, Moment, Uid};

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
        let mut outbox = Self(SentIndex::new(names));
        letters.for_each(|letter| outbox.add(letter));
        outbox
    }

    fn add(&mut self, letter: Letter<'_>) {
        let Letter { interaction, to, at, text } = letter;
        self.0.add(Sent { interaction, to, at, conversation: None, text: text.to_owned() });
    }

    /// How surely a draft re-uses one of the letters, and whether the product says so. The draft
    /// is not sent yet: it is taken out meanwhile, unless it is an exact copy.
    pub(crate) fn pair(&mut self, draft: &Letter<'_>, earlier: InteractionId) -> (f32, bool) {
        if draft.interaction != earlier {
            self.0.remove(draft.interaction);
        }
        let found = self.0.like(&as_draft(draft.text), &[]);
        let found = found.iter().find(|found| found.sent.interaction == earlier);
        let said = found.map_or((0.0, false), |found| (found.likeness, true));
        if draft.interaction != earlier {
            self.add(draft.clone());
        }
        said
    }

    /// The letter that a draft re-uses most.
    pub(crate) fn likest(&self, draft: &str) -> Option<Source> {
        let found = self.0.like(&as_draft(draft), &[]);
        let best = found.first()?;
        Some(Source { interaction: best.sent.interaction, score: best.likeness, said: true })
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
