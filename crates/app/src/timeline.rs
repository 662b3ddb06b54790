//! What passed: shown, logged by hand, corrected.

use crate::done::done;
use crate::view::Span;
use crate::view::deed::{ContactRef, Done};
use crate::view::timeline::{
    ActView, FormattedView, InteractionView, LogForm, TimelinePage, TimelineWanted,
};
use crate::{App, Trouble, parse, when};
use model::{
    ActKind, Channel, Contact, ContactId, ConversationId, Direction, Interaction, InteractionId,
    InteractionKind, Moment, Participant, Role,
};
use std::collections::BTreeMap;
use store::{Deed, Fault, Origin, Reader};

/// How many rows a page may have.
const MOST: u32 = 200;

/// Names already looked up while a page is drawn.
#[derive(Default)]
pub(crate) struct Names(BTreeMap<ContactId, Option<ContactRef>>);

impl Names {
    /// The name of a contact, `None` where it is gone.
    pub(crate) fn of(
        &mut self,
        reader: &Reader<'_>,
        id: ContactId,
    ) -> Result<Option<ContactRef>, Fault> {
        if let Some(known) = self.0.get(&id) {
            return Ok(known.clone());
        }
        let name = reader.contact(id)?.map(|contact| ContactRef::from(&contact));
        self.0.insert(id, name.clone());
        Ok(name)
    }
}

/// One interaction as it goes over the wire.
pub(crate) fn interaction_view(
    reader: &Reader<'_>,
    interaction: Interaction,
    names: &mut Names,
) -> Result<InteractionView, Fault> {
    let mut with = Vec::new();
    for participant in &interaction.participants {
        with.extend(names.of(reader, participant.contact)?);
    }
    let acts = reader.acts_of(interaction.id)?;
    let acts = acts.into_iter().map(|kept| ActView {
        kind: kept.act.kind.word().to_owned(),
        span: Span::of(&interaction.text, &kept.act.sentence),
        certainty: kept.act.certainty,
        corrected: kept.corrected,
    });
    Ok(InteractionView {
        id: interaction.id.to_string(),
        kind: interaction.kind.word().to_owned(),
        channel: interaction.channel.word().to_owned(),
        direction: interaction.direction.word().to_owned(),
        at: when::iso(interaction.moment),
        offset_minutes: interaction.moment.offset_minutes,
        acts: acts.collect(),
        subject: interaction.subject,
        text: interaction.text,
        quoted: interaction.quoted,
        signature: interaction.signature,
        conversation: interaction.conversation.map(|id| id.to_string()),
        with,
        is_reply: interaction.is_reply,
    })
}

fn views(
    reader: &Reader<'_>,
    interactions: Vec<Interaction>,
) -> Result<Vec<InteractionView>, Fault> {
    let mut names = Names::default();
    interactions.into_iter().map(|it| interaction_view(reader, it, &mut names)).collect()
}

impl App {
    /// A page of what passed with somebody, newest first.
    ///
    /// # Errors
    /// Where there is no such contact, or the cursor is none.
    pub fn timeline(&self, id: &str, wanted: &TimelineWanted) -> Result<TimelinePage, Trouble> {
        let contact = self.contact(id)?.id;
        let channel = match wanted.channel.as_deref() {
            None | Some("") => None,
            Some(word) => Some(parse::word(word, Channel::from_word, "channel")?),
        };
        let limit = wanted.limit.clamp(1, MOST);
        let asked = store::TimelineWanted {
            before: wanted.before.as_deref().map(read_cursor).transpose()?,
            channel,
            query: wanted.query.clone(),
            limit,
        };
        Ok(self.store().read(|reader| {
            let interactions = reader.timeline(contact, &asked)?;
            let full = interactions.len() == limit as usize;
            let last = interactions.last().map(|last| (last.moment, last.id));
            let cursor = last.filter(|_| full).map(|(at, id)| format!("{} {id}", at.millis()));
            Ok(TimelinePage { rows: views(reader, interactions)?, cursor })
        })?)
    }

    /// A whole conversation, oldest first.
    ///
    /// # Errors
    /// Where the id is none.
    pub fn open_conversation(&self, id: &str) -> Result<Vec<InteractionView>, Trouble> {
        let id: ConversationId = parse::id(id, "conversation")?;
        Ok(self.store().read(|reader| views(reader, reader.conversation(id)?))?)
    }

    /// These interactions, in the order asked; those that are gone are left out.
    ///
    /// # Errors
    /// Where an id is none.
    pub fn open_interactions(&self, ids: &[String]) -> Result<Vec<InteractionView>, Trouble> {
        let ids = ids
            .iter()
            .map(|id| parse::id::<InteractionId>(id, "interaction"))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(self.store().read(|reader| {
            let mut found = Vec::new();
            for id in ids {
                found.extend(reader.interaction(id)?);
            }
            views(reader, found)
        })?)
    }

    /// A letter as its writer set it, made harmless; nothing where it came as plain text, was not
    /// kept, or is too large.
    ///
    /// # Errors
    /// [`Trouble::NotFound`].
    pub fn formatted(&self, id: &str) -> Result<Option<FormattedView>, Trouble> {
        let id: InteractionId = parse::id(id, "interaction")?;
        let source = self.store().read(|reader| reader.interaction_source(id))?;
        let page = source.and_then(|source| import::formatted(&source));
        Ok(page.map(|page| FormattedView { html: page.html, links: page.links }))
    }

    /// Logs something that passed.
    ///
    /// # Errors
    /// Where nobody is named, a word is unknown, or the time is none.
    pub fn log_interaction(&self, form: &LogForm) -> Result<Done<String>, Trouble> {
        let now = self.now();
        let with: Vec<Contact> =
            form.contacts.iter().map(|id| self.contact(id)).collect::<Result<_, _>>()?;
        if with.is_empty() {
            return Err(parse::not_understood("say with whom it passed"));
        }
        let channel = parse::word(&form.channel, Channel::from_word, "channel")?;
        let direction = parse::word(&form.direction, Direction::from_word, "direction")?;
        let kind = match form.kind.as_str() {
            "" => usual_kind(channel),
            word => parse::word(word, InteractionKind::from_word, "kind of interaction")?,
        };
        let role = match (direction, kind) {
            (Direction::In, _) => Role::From,
            (Direction::Out, _) => Role::To,
            (Direction::Between, _) => Role::With,
        };
        let participants =
            with.iter().map(|contact| Participant { contact: contact.id, role }).collect();
        let moment = parse::moment(form.at.as_deref(), now)?;
        let logged = Logged { kind, channel, direction, moment, participants };
        self.keep_logged(logged, (form.subject.trim(), form.text.trim()), Deed::LogInteraction)
    }

    /// Keeps what the owner says has passed, judged at once.
    pub(crate) fn keep_logged(
        &self,
        logged: Logged,
        (subject, text): (&str, &str),
        deed: Deed,
    ) -> Result<Done<String>, Trouble> {
        let (subject, text) = (subject.to_owned(), text.to_owned());
        let kept = self.store().transact(deed, self.now(), move |writer| {
            let id = writer.new_interaction_id();
            logged.keep(writer, (id, None), (subject, text))?;
            Ok(id)
        })?;
        self.sent_changed();
        Ok(done(kept, deed, |id| id.to_string()))
    }

    /// Takes something that passed away.
    ///
    /// # Errors
    /// Where there is no such interaction.
    pub fn remove_interaction(&self, id: &str) -> Result<Done<()>, Trouble> {
        let id: InteractionId = parse::id(id, "interaction")?;
        let removed =
            self.store().transact(Deed::RemoveInteraction, self.now(), move |writer| {
                writer.remove_interaction(id)
            })?;
        self.sent_changed();
        Ok(done(removed, Deed::RemoveInteraction, |_| ()))
    }

    /// The owner's word on what a message, or one sentence of it, does. It outranks the engine
    /// for ever.
    ///
    /// # Errors
    /// Where the interaction or the kind is unknown.
    pub fn correct_act(
        &self,
        interaction: &str,
        kind: &str,
        span: Option<Span>,
    ) -> Result<Done<()>, Trouble> {
        let id: InteractionId = parse::id(interaction, "interaction")?;
        let kind = parse::word(kind, ActKind::from_word, "act")?;
        let found = self.store().read(|reader| reader.interaction(id))?;
        let found = found.ok_or_else(|| Trouble::NotFound { what: "interaction".into() })?;
        let sentence = span.map(|span| span.bytes_of(&found.text));
        let corrected = self.store().transact(Deed::CorrectAct, self.now(), move |writer| {
            writer.correct_act(id, sentence, kind)
        })?;
        Ok(done(corrected, Deed::CorrectAct, |_| ()))
    }
}

/// What the owner says has passed.
#[derive(Clone, Debug)]
pub(crate) struct Logged {
    pub kind: InteractionKind,
    pub channel: Channel,
    pub direction: Direction,
    pub moment: Moment,
    pub participants: Vec<Participant>,
}

impl Logged {
    /// Writes it with its acts.
    pub(crate) fn keep(
        self,
        writer: &mut store::Writer<'_>,
        (id, conversation): (InteractionId, Option<ConversationId>),
        (subject, text): (String, String),
    ) -> Result<(), Fault> {
        let acts = judge::balance::acts(&text, self.kind);
        let interaction = Interaction {
            id,
            kind: self.kind,
            channel: self.channel,
            direction: self.direction,
            moment: self.moment,
            subject,
            text,
            quoted: String::new(),
            signature: String::new(),
            conversation,
            participants: self.participants,
            is_reply: conversation.is_some(),
            automated: false,
        };
        writer.add_interaction(&interaction, &Origin::OWNER)?;
        writer.put_acts(id, &acts, judge::balance::ENGINE)?;
        Ok(())
    }
}

/// What passes by a channel when nobody says otherwise.
pub(crate) const fn usual_kind(channel: Channel) -> InteractionKind {
    match channel {
        Channel::Phone => InteractionKind::Call,
        Channel::InPerson | Channel::Video => InteractionKind::Meeting,
        Channel::Group => InteractionKind::GroupPost,
        Channel::Email | Channel::Linkedin | Channel::Sms | Channel::Chat => {
            InteractionKind::Message
        }
        Channel::Other => InteractionKind::Other,
    }
}

fn read_cursor(cursor: &str) -> Result<(Moment, InteractionId), Trouble> {
    let lost = || parse::not_understood("the timeline has moved on; open it again");
    let (millis, id) = cursor.split_once(' ').ok_or_else(lost)?;
    let millis = millis.parse().map_err(|_| lost())?;
    Ok((Moment::from_millis(millis, None), id.parse().map_err(|_| lost())?))
}
