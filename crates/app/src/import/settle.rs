//! The second reading: what was planned is written, in batches that each stand by themselves.

use super::crowd::Face;
use super::learn;
use super::matching::{Matching, Who};
use super::owner::{self, OwnSide};
use super::plan::{self, Planned, u32_of};
use super::survey::{Seen, Survey, interaction_id, source_of};
use crate::view::import::{
    ImportChoices, ImportContacts, ImportInteractions, ImportNotes, ImportProgress, ImportSummary,
    SnagView,
};
use crate::{App, Trouble};
use import::{Arrival, ArrivingInteraction, ArrivingPerson, Piece, Snag};
use model::{
    Act, Contact, ContactId, Identity, ImportId, Interaction, InteractionId, Participant, Uid,
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::atomic::Ordering;
use store::{Added, Author, ConversationKey, Deed, Done, Origin, Touched};

/// Interactions in one batch: large enough that a commit costs little, small enough that a
/// cancel is felt at once.
const BATCH: usize = 2_000;

/// What is told while it goes on.
pub(crate) type Progress<'a> = &'a dyn Fn(ImportProgress);

/// An interaction ready to be written.
struct Ready {
    interaction: Interaction,
    key: String,
    title: String,
    native_thread: Vec<String>,
    source: &'static str,
    native_id: String,
    raw: Vec<u8>,
    acts: Vec<Act>,
}

/// A settling under way.
struct Settling<'a> {
    app: &'a App,
    id: &'a str,
    planned: &'a Planned,
    matching: Matching,
    import: ImportId,
    summary: ImportSummary,
    touched: Touched,
    progress: Progress<'a>,
}

/// Writes what was planned.
pub(super) fn settle(
    app: &App,
    (id, planned): (&str, &Planned),
    choices: &ImportChoices,
    progress: Progress<'_>,
) -> Result<(ImportSummary, Touched), Trouble> {
    let survey = &planned.survey;
    let me: Vec<Identity> = choices
        .me
        .iter()
        .filter_map(|text| Identity::guess(text))
        .collect();
    let same: BTreeSet<String> = choices.same_person.iter().cloned().collect();
    let name = match choices.my_name.trim() {
        "" => owner::name_in(survey),
        name => name.to_owned(),
    };
    let matching = app.store().read(|reader| {
        let own = OwnSide::of(&reader.owner()?, me.iter().cloned(), &name);
        Matching::of(survey, reader, &own, &same)
    })?;
    let (import, touched) = begin(app, planned, me, name)?;
    let summary = empty_summary(import, survey);
    let mut settling = Settling {
        app,
        id,
        planned,
        matching,
        import,
        summary,
        touched,
        progress,
    };
    settling.contacts()?;
    settling.notes()?;
    settling.interactions()?;
    settling.end()?;
    Ok((settling.summary, settling.touched))
}

fn begin(
    app: &App,
    planned: &Planned,
    me: Vec<Identity>,
    name: String,
) -> Result<(ImportId, Touched), Trouble> {
    let now = app.now();
    let files: Vec<String> = planned
        .survey
        .files
        .iter()
        .map(|file| file.offered.shown.clone())
        .collect();
    let organisations = planned.survey.owner_organisations.clone();
    let done = app.store().transact(Deed::Import, now, move |writer| {
        let parts: Vec<&[u8]> = files.iter().map(|file| file.as_bytes()).collect();
        let stamp = now.millis().to_le_bytes();
        let key = Uid::derived(&[b"import", &stamp, Uid::derived(&parts).as_bytes()]);
        let import = writer.begin_import(&files, &key)?;
        let kept = writer.owner()?;
        for identity in me
            .iter()
            .filter(|identity| !kept.identities.contains(identity))
        {
            writer.add_owner_identity(identity)?;
        }
        if kept.names.is_empty() && !name.is_empty() {
            writer.set_owner_name(&name)?;
        }
        for organisation in organisations
            .iter()
            .filter(|o| !kept.organisations.contains(o))
        {
            writer.add_owner_organisation(organisation)?;
        }
        Ok(import)
    })?;
    Ok((done.value, done.touched))
}

fn empty_summary(import: ImportId, survey: &Survey) -> ImportSummary {
    ImportSummary {
        import: Some(import.to_string()),
        contacts: ImportContacts::default(),
        interactions: ImportInteractions::default(),
        notes: ImportNotes::default(),
        automated: 0,
        snags: survey.snags.iter().map(plan::snag_view).collect(),
        cancelled: false,
    }
}

impl Settling<'_> {
    fn cancelled(&mut self) -> bool {
        self.summary.cancelled |= self.planned.cancelled.load(Ordering::Relaxed);
        self.summary.cancelled
    }

    fn tell(&self, stage: &str, done: usize, of: usize) {
        (self.progress)(ImportProgress {
            id: self.id.to_owned(),
            done: u32_of(done),
            of: u32_of(of),
            stage: stage.to_owned(),
        });
    }

    fn keep<T>(&mut self, done: Done<T>) -> T {
        self.touched.join(done.touched);
        done.value
    }

    /// Makes new contacts and teaches known ones.
    fn contacts(&mut self) -> Result<(), Trouble> {
        let survey = &self.planned.survey;
        let mut entries: BTreeMap<Face, Vec<&ArrivingPerson>> = BTreeMap::new();
        for (face, person) in &survey.people {
            entries
                .entry(survey.crowd.root(*face))
                .or_default()
                .push(person);
        }
        let contacts = self.matching.contacts();
        let total = contacts.len();
        let faces: Vec<(Face, Who)> = contacts.into_iter().collect();
        let mut dealt_with = 0;
        for chunk in faces.chunks(BATCH) {
            if self.cancelled() {
                return Ok(());
            }
            let wanted: Vec<Wanted> = chunk
                .iter()
                .filter_map(|(face, who)| {
                    Wanted::of(
                        survey,
                        *face,
                        *who,
                        entries.get(face).map_or(&[], Vec::as_slice),
                    )
                })
                .collect();
            let import = self.import;
            let done = self
                .app
                .store()
                .transact(Deed::Import, self.app.now(), move |writer| {
                    let mut counts = Counted::default();
                    for wanted in wanted {
                        wanted.write(writer, import, &mut counts)?;
                    }
                    Ok(counts)
                })?;
            let counts = self.keep(done);
            self.summary.contacts.new += counts.contacts.new;
            self.summary.contacts.updated += counts.contacts.updated;
            self.summary.contacts.same += counts.contacts.same;
            self.summary.automated += counts.automated;
            dealt_with += chunk.len();
            self.tell("contacts", dealt_with, total);
        }
        Ok(())
    }

    fn notes(&mut self) -> Result<(), Trouble> {
        let now = self.app.now();
        let notes = learn::notes(&self.planned.survey, &self.matching, now);
        if notes.is_empty() || self.cancelled() {
            return Ok(());
        }
        let import = self.import;
        let done = self
            .app
            .store()
            .transact(Deed::Import, now, move |writer| {
                let mut new = 0;
                for note in &notes {
                    if writer.note(note.id)?.is_none() {
                        new += u32::from(writer.add_note(note, &Author::Import(import))?);
                    }
                }
                Ok(new)
            })?;
        self.summary.notes.new = self.keep(done);
        Ok(())
    }

    /// Reads the files again and writes what passed.
    fn interactions(&mut self) -> Result<(), Trouble> {
        let planned = self.planned;
        let survey = &planned.survey;
        let known = self.known()?;
        let total = survey.seen.len();
        let mut batch: Vec<Ready> = Vec::new();
        let mut at = 0_usize;
        let mut failed = None;
        for file in &survey.files {
            let Ok(mut bytes) = super::files::open(&file.offered) else {
                continue;
            };
            import::read(&file.offered.shown, &mut bytes, &mut |piece| {
                let Piece::Arrival(Arrival::Interaction(arriving)) = piece else {
                    return ControlFlow::Continue(());
                };
                let seen = survey.seen.get(at);
                at += 1;
                match seen {
                    Some(seen) if seen.again || known.contains(&seen.id) => {
                        self.summary.interactions.same += 1;
                    }
                    Some(seen) if is_the_same(seen, &arriving) => {
                        batch.extend(self.ready(seen, *arriving));
                    }
                    _ => self.changed_meanwhile(&file.offered.shown),
                }
                if batch.len() < BATCH {
                    return ControlFlow::Continue(());
                }
                if let Err(trouble) = self.write(std::mem::take(&mut batch)) {
                    failed = Some(trouble);
                }
                self.tell("interactions", at, total);
                if failed.is_some() || self.cancelled() {
                    return ControlFlow::Break(());
                }
                ControlFlow::Continue(())
            });
            if failed.is_some() || self.cancelled() {
                break;
            }
        }
        if let Some(trouble) = failed {
            return Err(trouble);
        }
        if !self.summary.cancelled {
            self.write(batch)?;
            self.tell("interactions", total, total);
        }
        Ok(())
    }

    /// What is kept already, by its name or by its native id.
    fn known(&self) -> Result<HashSet<InteractionId>, Trouble> {
        let survey = &self.planned.survey;
        let ids: Vec<_> = survey.seen.iter().map(|seen| seen.id).collect();
        Ok(self.app.store().read(|reader| {
            let mut known: HashSet<_> = reader.known_interactions(&ids)?.into_iter().collect();
            for source in ["mail", "linkedin"] {
                let of_source = survey.seen.iter().filter(|seen| seen.source == source);
                let mut by_native: HashMap<&str, InteractionId> = HashMap::new();
                for seen in of_source.filter(|seen| !seen.native_id.is_empty()) {
                    by_native.insert(&seen.native_id, seen.id);
                }
                let natives: Vec<&str> = by_native.keys().copied().collect();
                for native in reader.known_native_ids(source, &natives)? {
                    known.extend(by_native.get(native.as_str()));
                }
            }
            Ok(known)
        })?)
    }

    fn changed_meanwhile(&mut self, file: &str) {
        let why = "the file changed while it was being read; import it again".to_owned();
        let snag = plan::snag_view(&Snag {
            file: file.to_owned(),
            line: None,
            why,
        });
        if !self.summary.snags.contains(&snag) {
            self.summary.snags.push(snag);
        }
    }

    /// Turns an arrival into what is kept; nothing where nobody of ours took part.
    fn ready(&self, seen: &Seen, arriving: ArrivingInteraction) -> Option<Ready> {
        let survey = &self.planned.survey;
        let direction = self.matching.direction(survey, seen);
        let parties = Some((model::Role::From, seen.from))
            .into_iter()
            .chain(seen.others.clone());
        let mut participants: Vec<Participant> = Vec::new();
        for (role, face) in parties {
            let Some(contact) = self.matching.who(survey, face).contact() else {
                continue;
            };
            if !participants
                .iter()
                .any(|participant| participant.contact == contact)
            {
                participants.push(Participant { contact, role });
            }
        }
        if participants.is_empty() {
            return None;
        }
        let place = seen.leaf.and_then(|leaf| survey.places.get(leaf));
        let (key, native_thread) = match place {
            Some(place) => (
                place.key.clone(),
                survey
                    .thread_ids
                    .get(place.thread)
                    .cloned()
                    .unwrap_or_default(),
            ),
            None => (seen.conversation.clone(), Vec::new()),
        };
        let acts = match arriving.automated {
            true => Vec::new(),
            false => judge::balance::acts(&arriving.text, seen.kind),
        };
        Some(Ready {
            key,
            title: arriving.conversation_title,
            native_thread,
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
        })
    }

    fn write(&mut self, batch: Vec<Ready>) -> Result<(), Trouble> {
        if batch.is_empty() {
            return Ok(());
        }
        let import = self.import;
        let done = self
            .app
            .store()
            .transact(Deed::Import, self.app.now(), move |writer| {
                let mut counts = ImportInteractions::default();
                for ready in batch {
                    match ready.write(writer, import)? {
                        Added::New => counts.new += 1,
                        Added::Same => counts.same += 1,
                    }
                }
                Ok(counts)
            })?;
        let counts = self.keep(done);
        self.summary.interactions.new += counts.new;
        self.summary.interactions.same += counts.same;
        Ok(())
    }

    fn end(&mut self) -> Result<(), Trouble> {
        let (import, summary) = (self.import, self.summary.clone());
        let done = self
            .app
            .store()
            .transact(Deed::Import, self.app.now(), move |writer| {
                let snags = summary.snags.iter().map(kept_snag);
                writer.note_snags(import, &snags.collect::<Vec<_>>())?;
                let counts = store::ImportCounts {
                    contacts_new: summary.contacts.new,
                    contacts_updated: summary.contacts.updated,
                    interactions_new: summary.interactions.new,
                    interactions_same: summary.interactions.same,
                    notes_new: summary.notes.new,
                    unsure: 0,
                };
                writer.end_import(import, &counts, !summary.cancelled)
            })?;
        self.keep(done);
        Ok(())
    }
}

impl Ready {
    fn write(
        mut self,
        writer: &mut store::Writer<'_>,
        import: ImportId,
    ) -> Result<Added, store::Fault> {
        let kept = match self.native_thread.as_slice() {
            [] => None,
            ids => writer.native_conversation(self.source, ids)?,
        };
        self.interaction.conversation = match kept {
            Some(conversation) => Some(conversation),
            None if self.key.is_empty() => None,
            None => Some(writer.conversation_for(&ConversationKey {
                source: self.source,
                key: &self.key,
                title: &self.title,
            })?),
        };
        let origin = Origin {
            source: self.source,
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

/// A contact to be made or taught.
struct Wanted {
    id: ContactId,
    fresh: Option<Contact>,
    entries: Vec<ArrivingPerson>,
    identities: Vec<Identity>,
    automated: bool,
}

/// What came of a chunk of contacts.
#[derive(Default)]
struct Counted {
    contacts: ImportContacts,
    automated: u32,
}

impl Wanted {
    fn of(survey: &Survey, face: Face, who: Who, entries: &[&ArrivingPerson]) -> Option<Self> {
        let somebody = survey.crowd.somebody(face)?;
        let id = who.contact()?;
        let automated = somebody.is_automated();
        let fresh = matches!(who, Who::New(_)).then(|| Contact {
            automated,
            ..Contact::named(id, somebody.name())
        });
        let identities = somebody.identities.iter().cloned().collect();
        let entries = entries.iter().map(|person| (*person).clone()).collect();
        Some(Self {
            id,
            fresh,
            entries,
            identities,
            automated,
        })
    }

    fn write(
        self,
        writer: &mut store::Writer<'_>,
        import: ImportId,
        counts: &mut Counted,
    ) -> Result<(), store::Fault> {
        let is_new = self.fresh.is_some();
        let kept = match self.fresh {
            Some(fresh) => Some(fresh),
            None => writer.contact(self.id)?,
        };
        // Deleted between plan and settling, or by the owner's own hand: it stays deleted.
        let Some(kept) = kept else { return Ok(()) };
        let mut contact = kept.clone();
        for identity in self.identities {
            if !contact.identities.contains(&identity) {
                contact.identities.push(identity);
            }
        }
        for person in &self.entries {
            contact = learn::learn(&contact, person);
        }
        let author = Author::Import(import);
        let changed = writer.save_contact(&contact, &author)?;
        for person in self.entries {
            if let Some(photo) = person.photo.filter(|_| kept.photo.is_none()) {
                writer.set_photo(contact.id, &photo)?;
            }
            if !person.raw.is_empty() {
                writer.keep_card(contact.id, &person.source, &person.native_id, &person.raw)?;
            }
        }
        match (is_new, self.automated) {
            (true, true) => counts.automated += 1,
            (true, false) => counts.contacts.new += 1,
            (false, _) if changed => counts.contacts.updated += 1,
            (false, _) => counts.contacts.same += 1,
        }
        Ok(())
    }
}

fn kept_snag(snag: &SnagView) -> store::KeptSnag {
    (
        snag.file.clone(),
        snag.line.map(u64::from),
        snag.why.clone(),
    )
}

/// Whether the second reading found what the first one saw at this place.
fn is_the_same(seen: &Seen, arriving: &ArrivingInteraction) -> bool {
    let source = source_of(arriving.channel);
    source == seen.source
        && arriving.native_id == seen.native_id
        && (!arriving.native_id.is_empty() || interaction_id(source, arriving) == seen.id)
}
