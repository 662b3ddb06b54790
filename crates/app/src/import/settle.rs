//! The second reading: what was planned is written, in batches that each stand by themselves.

mod ending;
mod kept;
mod ready;
mod wanted;

use super::crowd::Face;
use super::learn;
use super::matching::{Matching, Who};
use super::owner::{self, OwnSide};
use super::plan::{self, Planned, u32_of};
use super::survey::{Seen, Survey, interaction_id};
use crate::view::import::{
    ImportChoices, ImportContacts, ImportInteractions, ImportNotes, ImportProgress, ImportSummary,
};
use crate::{App, Trouble};
use import::{Arrival, ArrivingInteraction, ArrivingPerson, Piece, Snag};
use model::{ConversationId, Identity, ImportId, InteractionId, Uid};
use ready::{Met, Ready};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::atomic::Ordering;
use store::{Added, Author, Deed, Done, Pending, Touched, Writer};
use wanted::{Counted, Wanted};

/// Interactions in one batch: large enough that a commit costs little, small enough that a
/// cancel is felt at once.
const BATCH: usize = 2_000;

/// What is told while it goes on.
pub(crate) type Progress<'a> = &'a dyn Fn(ImportProgress);

/// So many are made ready in one go: enough for every core, few enough that their sources do
/// not fill the memory.
const IN_ONE_GO: usize = 250;

/// How far the second reading has come.
#[derive(Default)]
struct Reading<'s> {
    known: HashSet<InteractionId>,
    /// The conversation of each thread of which something is kept already.
    threads: HashMap<u32, ConversationId>,
    at: usize,
    met: Vec<Met<'s>>,
    batch: Vec<Ready>,
    failed: Option<Trouble>,
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
    /// The batch that is being written.
    writing: Option<Pending<ImportInteractions>>,
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
    let me: Vec<Identity> = choices.me.iter().filter_map(|text| Identity::guess(text)).collect();
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
    let mut settling =
        Settling { app, id, planned, matching, import, summary, touched, writing: None, progress };
    settling.contacts()?;
    settling.notes()?;
    settling.interactions()?;
    settling.end()?;
    settling.words()?;
    Ok((settling.summary, settling.touched))
}

fn begin(
    app: &App,
    planned: &Planned,
    me: Vec<Identity>,
    name: String,
) -> Result<(ImportId, Touched), Trouble> {
    let now = app.now();
    let files: Vec<String> =
        planned.survey.files.iter().map(|file| file.offered.shown.clone()).collect();
    let organisations = planned.survey.owner_organisations.clone();
    let done = app.store().transact(Deed::Import, now, move |writer| {
        let parts: Vec<&[u8]> = files.iter().map(|file| file.as_bytes()).collect();
        let stamp = now.millis().to_le_bytes();
        let key = Uid::derived(&[b"import", &stamp, Uid::derived(&parts).as_bytes()]);
        let import = writer.begin_import(&files, &key)?;
        let kept = writer.owner()?;
        for identity in me.iter().filter(|identity| !kept.identities.contains(identity)) {
            writer.add_owner_identity(identity)?;
        }
        if kept.names.is_empty() && !name.is_empty() {
            writer.set_owner_name(&name)?;
        }
        for organisation in organisations.iter().filter(|o| !kept.organisations.contains(o)) {
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
        interactions: ImportInteractions { new: 0, same: u32_of(survey.passed_over()) },
        notes: ImportNotes::default(),
        automated: 0,
        snags: survey.snags.iter().map(plan::snag_view).collect(),
        cancelled: false,
    }
}

impl<'s> Settling<'s> {
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
            entries.entry(survey.crowd.root(*face)).or_default().push(person);
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
                    Wanted::of(survey, *face, *who, entries.get(face).map_or(&[], Vec::as_slice))
                })
                .collect();
            let import = self.import;
            let done = self.app.store().transact(Deed::Import, self.app.now(), move |writer| {
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
        let done = self.app.store().transact(Deed::Import, now, move |writer| {
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
        let mut reading =
            Reading { known: self.known()?, threads: self.threads()?, ..Reading::default() };
        for file in planned.survey.files.iter().filter(|file| !file.has_nothing_new()) {
            let mut bytes = match file.open() {
                Ok(bytes) => bytes,
                Err(snag) => {
                    self.complain(&snag);
                    continue;
                }
            };
            let shown = &file.offered.shown;
            // A file that went or changed since must not shift those behind it.
            reading.at = file.first;
            import::read(shown, &mut bytes, planned.survey.days, &mut |piece| match piece {
                Piece::Arrival(Arrival::Interaction(arriving)) => {
                    self.meet(&mut reading, *arriving, shown)
                }
                _ => ControlFlow::Continue(()),
            });
            if reading.failed.is_some() || self.cancelled() {
                break;
            }
        }
        if let Some(trouble) = reading.failed {
            return Err(trouble);
        }
        if !self.summary.cancelled {
            self.make_ready(&mut reading);
            self.write(reading.batch)?;
            self.tell("interactions", reading.at, planned.survey.seen.len());
        }
        self.written()
    }

    /// Meets what the first reading saw at this place.
    fn meet(
        &mut self,
        reading: &mut Reading<'s>,
        arriving: ArrivingInteraction,
        file: &str,
    ) -> ControlFlow<()> {
        let planned: &'s Planned = self.planned;
        let survey = &planned.survey;
        let seen = survey.seen.get(reading.at);
        reading.at += 1;
        match seen {
            Some(seen) if seen.ahead => {}
            Some(seen) if seen.again || reading.known.contains(&seen.id) => {
                self.summary.interactions.same += 1;
            }
            Some(seen) if is_the_same(seen, survey.pool.read(seen.native_id), &arriving) => {
                let thread = survey.place(seen).map(|place| place.thread);
                let kept = thread.and_then(|thread| reading.threads.get(&thread));
                reading.met.push(Met { seen, arriving, kept: kept.copied() });
            }
            _ => self.changed_meanwhile(file),
        }
        if reading.met.len() >= IN_ONE_GO {
            self.make_ready(reading);
        }
        if reading.batch.len() < BATCH {
            return ControlFlow::Continue(());
        }
        if let Err(trouble) = self.write(std::mem::take(&mut reading.batch)) {
            reading.failed = Some(trouble);
        }
        self.tell("interactions", reading.at, survey.seen.len());
        if reading.failed.is_some() || self.cancelled() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    fn make_ready(&self, reading: &mut Reading<'s>) {
        let met = std::mem::take(&mut reading.met);
        reading.batch.extend(Ready::all(&self.planned.survey, &self.matching, met));
    }

    fn changed_meanwhile(&mut self, file: &str) {
        let why = "the file changed while it was being read; import it again".to_owned();
        self.complain(&Snag { file: file.to_owned(), line: None, why });
    }

    fn complain(&mut self, snag: &Snag) {
        let snag = plan::snag_view(snag);
        if !self.summary.snags.contains(&snag) {
            self.summary.snags.push(snag);
        }
    }

    /// Has a batch written while the next one is read.
    fn write(&mut self, batch: Vec<Ready>) -> Result<(), Trouble> {
        self.written()?;
        if batch.is_empty() {
            return Ok(());
        }
        let (import, now) = (self.import, self.app.now());
        let write = move |writer: &mut Writer<'_>| {
            let mut counts = ImportInteractions::default();
            for ready in batch {
                match ready.write(writer, import)? {
                    Added::New => counts.new += 1,
                    Added::Same => counts.same += 1,
                }
            }
            Ok(counts)
        };
        self.writing = Some(self.app.store().transact_meanwhile(Deed::Import, now, write)?);
        Ok(())
    }

    /// Waits for the batch that is being written.
    fn written(&mut self) -> Result<(), Trouble> {
        if let Some(writing) = self.writing.take() {
            let done = writing.wait()?;
            let counts = self.keep(done);
            self.summary.interactions.new += counts.new;
            self.summary.interactions.same += counts.same;
        }
        Ok(())
    }

    /// Makes what came findable by its words. It is there already, and a search that is missing
    /// some is made whole at the next start: a cancel breaks it off.
    fn words(&mut self) -> Result<(), Trouble> {
        let total = self.summary.interactions.new as usize;
        let mut done = 0;
        while !self.cancelled() && self.app.store().index_words(self.app.now())? {
            done = total.min(done + store::WORDS_IN_ONE_GO as usize);
            self.tell("words", done, total);
        }
        Ok(())
    }
}

/// Whether the second reading found what the first one saw at this place.
fn is_the_same(seen: &Seen, native_id: &str, arriving: &ArrivingInteraction) -> bool {
    arriving.source == seen.source
        && arriving.native_id == native_id
        && (!arriving.native_id.is_empty() || interaction_id(arriving) == seen.id)
}
