//! An interaction made ready to be written, and written.

use super::super::matching::Matching;
use super::super::survey::{Seen, Survey};
use crate::counted::counted;
use import::{ArrivingInteraction, Source};
use model::{Act, ConversationId, ImportId, Interaction, Participant, Role};
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use store::{Added, ConversationKey, Fault, Origin, Packed, Writer};

/// An interaction with everything that is kept beside it.
pub(super) struct Ready {
    interaction: Interaction,
    /// The conversation's own key, empty where it stands alone.
    key: String,
    title: String,
    source: Source,
    native_id: String,
    packed: Packed,
    acts: Vec<Act>,
}

/// What the second reading met: what the first one saw of it, and the conversation that is kept
/// of its thread already.
pub(super) struct Met<'s> {
    pub(super) seen: &'s Seen,
    pub(super) arriving: ArrivingInteraction,
    pub(super) kept: Option<ConversationId>,
}

impl Ready {
    /// Makes all of them ready on every core, in their order: judging what a letter asks takes
    /// as long as reading it.
    pub(super) fn all(survey: &Survey, matching: &Matching, met: Vec<Met<'_>>) -> Vec<Self> {
        met.into_par_iter().map(|it| Self::of(survey, matching, it)).collect()
    }

    /// Turns an arrival into what is kept. What passed with nobody (a letter to oneself, one from
    /// a sender without name and address) is kept too: it is found, if on nobody's timeline.
    fn of(survey: &Survey, matching: &Matching, met: Met<'_>) -> Self {
        let Met { seen, arriving, kept } = met;
        let place = survey.place(seen);
        let thread = place.and_then(|place| survey.thread(place));
        let key = survey.pool.read(thread.map_or(seen.conversation, |thread| thread.key));
        let direction = matching.direction(survey, seen);
        let acts = match arriving.automated {
            true => Vec::new(),
            false => {
                let acts = judge::balance::acts(&arriving.text, seen.kind);
                counted(acts, direction, (&arriving.subject, &arriving.text))
            }
        };
        let interaction = Interaction {
            id: seen.id,
            kind: arriving.kind,
            channel: arriving.channel,
            direction,
            moment: arriving.moment,
            subject: arriving.subject,
            text: arriving.text,
            quoted: arriving.quoted,
            signature: arriving.signature,
            conversation: kept,
            participants: participants(survey, matching, seen),
            is_reply: place.is_some_and(|place| place.is_reply),
            automated: arriving.automated,
        };
        Self {
            key: key.to_owned(),
            title: arriving.conversation_title,
            source: seen.source,
            native_id: arriving.native_id,
            packed: Packed::of(&interaction, &arriving.raw),
            acts,
            interaction,
        }
    }

    /// Writes it, in the conversation it belongs to.
    pub(super) fn write(
        mut self,
        writer: &mut Writer<'_>,
        import: ImportId,
    ) -> Result<Added, Fault> {
        if self.interaction.conversation.is_none() && !self.key.is_empty() {
            let key =
                ConversationKey { source: self.source.word(), key: &self.key, title: &self.title };
            self.interaction.conversation = Some(writer.conversation_for(&key)?);
        }
        let origin =
            Origin { source: self.source.word(), native_id: &self.native_id, import: Some(import) };
        let added = writer.add_packed(&self.interaction, &origin, &self.packed)?;
        if added == Added::New && !self.interaction.automated {
            writer.put_acts(self.interaction.id, &self.acts, judge::balance::ENGINE)?;
        }
        Ok(added)
    }
}

/// Everybody of whom a contact is kept, once each, the writer first.
fn participants(survey: &Survey, matching: &Matching, seen: &Seen) -> Vec<Participant> {
    let parties = Some((Role::From, seen.from)).into_iter().chain(seen.others.iter().copied());
    let mut participants: Vec<Participant> = Vec::new();
    for (role, face) in parties {
        let Some(contact) = matching.who(survey, face).contact() else { continue };
        if !participants.iter().any(|participant| participant.contact == contact) {
            participants.push(Participant { contact, role });
        }
    }
    participants
}
