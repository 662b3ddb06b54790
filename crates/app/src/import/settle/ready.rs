//! An interaction made ready to be written, and written.

use super::super::matching::Matching;
use super::super::survey::{Seen, Survey};
use crate::counted::counted;
use import::{ArrivingInteraction, Source};
use model::{Act, ConversationId, ImportId, Interaction, Participant, Role};
use store::{Added, ConversationKey, Fault, Origin, Writer};

/// An interaction with everything that is kept beside it.
pub(super) struct Ready {
    interaction: Interaction,
    /// The conversation's own key, empty where it stands alone.
    key: String,
    title: String,
    source: Source,
    native_id: String,
    raw: Vec<u8>,
    acts: Vec<Act>,
}

impl Ready {
    /// Turns an arrival into what is kept. What passed with nobody (a letter to oneself, one from
    /// a sender without name and address) is kept too: it is found, if on nobody's timeline.
    pub(super) fn of(
        survey: &Survey,
        matching: &Matching,
        seen: &Seen,
        arriving: ArrivingInteraction,
    ) -> Self {
        let participants = participants(survey, matching, seen);
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
        Self {
            key: key.to_owned(),
            title: arriving.conversation_title,
            source: seen.source,
            native_id: arriving.native_id,
            raw: arriving.raw,
            acts,
            interaction: Interaction {
                id: seen.id,
                kind: arriving.kind,
                channel: arriving.channel,
                direction,
                moment: arriving.moment,
                subject: arriving.subject,
                text: arriving.text,
                quoted: arriving.quoted,
                signature: arriving.signature,
                conversation: None,
                participants,
                is_reply: place.is_some_and(|place| place.is_reply),
                automated: arriving.automated,
            },
        }
    }

    /// Places it in the conversation that is kept of its thread already, where one is.
    pub(super) fn within(mut self, kept: Option<ConversationId>) -> Self {
        self.interaction.conversation = kept;
        self
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
        let origin = Origin {
            source: self.source.word(),
            native_id: &self.native_id,
            import: Some(import),
            raw: &self.raw,
        };
        let added = writer.add_interaction(&self.interaction, &origin)?;
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
