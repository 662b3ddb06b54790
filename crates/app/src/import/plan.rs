//! What an import would do, told before anything is written.

use super::crowd::Face;
use super::matching::{Matching, Who};
use super::owner::{self, OwnSide};
use super::survey::Survey;
use crate::Trouble;
use crate::view::contact::IdentityView;
use crate::view::deed::ContactRef;
use crate::view::import::{
    DayOrder, ImportContacts, ImportInteractions, ImportNotes, ImportPlan, OwnerCandidate,
    OwnerFound, PlannedFile, SampleRow, SnagView, Unsure,
};
use import::Snag;
use model::{Identity, NoteId, Uid};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use store::{Fault, Reader};

/// A plan on the table.
#[derive(Debug)]
pub(crate) struct Planned {
    /// The paths as the owner named them.
    pub(super) paths: Vec<String>,
    /// What the first reading found.
    pub(super) survey: Survey,
    /// Raised to break off.
    pub(super) cancelled: AtomicBool,
}

/// How many plans lie on the table at once: the newest stay. A plan holds who and what, not the
/// letters themselves, but of a large mailbox that is still much.
const ON_THE_TABLE: usize = 2;

/// Plans that wait to be settled, the newest last.
#[derive(Debug, Default)]
pub(crate) struct Plans {
    waiting: Mutex<Vec<(String, Arc<Planned>)>>,
}

impl Plans {
    /// Puts a plan on the table; older ones of the same paths go.
    pub(super) fn put(&self, planned: Planned) -> String {
        let key =
            Uid::derived(&planned.paths.iter().map(|path| path.as_bytes()).collect::<Vec<_>>());
        let key = key.to_string();
        let mut waiting = self.lock();
        waiting.retain(|(known, _)| *known != key);
        waiting.push((key.clone(), Arc::new(planned)));
        let over = waiting.len().saturating_sub(ON_THE_TABLE);
        waiting.drain(..over);
        key
    }

    /// The plan of that name.
    pub(super) fn get(&self, id: &str) -> Result<Arc<Planned>, Trouble> {
        let not_there = || Trouble::NotFound { what: "import plan".into() };
        let waiting = self.lock();
        let found = waiting.iter().find(|(known, _)| known == id);
        found.map(|(_, planned)| Arc::clone(planned)).ok_or_else(not_there)
    }

    /// Takes a plan off the table.
    pub(super) fn done(&self, id: &str) {
        self.lock().retain(|(known, _)| known != id);
    }

    /// Breaks a settling off at its next batch.
    pub(crate) fn cancel(&self, id: &str) {
        if let Ok(planned) = self.get(id) {
            planned.cancelled.store(true, Ordering::Relaxed);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<(String, Arc<Planned>)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells what the survey would bring.
pub(super) fn describe(
    id: String,
    survey: &Survey,
    reader: &Reader<'_>,
    me: &[Identity],
) -> Result<ImportPlan, Fault> {
    let kept = reader.owner()?;
    let found = owner::candidates(survey);
    let likely = found.iter().filter(|c| c.likely && takes(me, &c.identity));
    let mine = me.iter().cloned().chain(likely.map(|c| c.identity.clone()));
    let name = owner::name_in(survey);
    let own = OwnSide::of(&kept, mine, &name);
    let matching = Matching::of(survey, reader, &own, &BTreeSet::new())?;
    let passed = || survey.seen.iter().filter(|seen| !seen.ahead);
    let ids: Vec<_> = passed().filter(|seen| !seen.again).map(|seen| seen.id).collect();
    let same = reader.known_interactions(&ids)?.len();
    Ok(ImportPlan {
        id,
        files: survey.files.iter().map(planned_file).collect(),
        owner: owner_found(&kept, &found, name),
        contacts: count_contacts(survey, &matching, reader)?,
        interactions: ImportInteractions {
            new: u32_of(ids.len() - same),
            same: u32_of(passed().count() - ids.len() + same + survey.passed_over()),
        },
        notes: ImportNotes { new: count_new_notes(survey, &matching, reader)? },
        automated: count_automated(survey, &matching),
        day_order: survey.day_order.clone(),
        unsure: matching.questions.iter().map(|question| unsure(survey, question)).collect(),
        snags: survey.snags.iter().map(snag_view).collect(),
        sample: survey.sample.iter().filter_map(|g| sample_row(survey, &matching, g)).collect(),
    })
}

/// An order of days as the readers take it.
pub(super) const fn as_read(days: DayOrder) -> import::DayOrder {
    match days {
        DayOrder::DayFirst => import::DayOrder::DayFirst,
        DayOrder::MonthFirst => import::DayOrder::MonthFirst,
    }
}

/// Where the owner has named an address of a kind, found ones of that kind are not taken too.
pub(super) fn takes(me: &[Identity], found: &Identity) -> bool {
    !me.iter().any(|identity| identity.kind() == found.kind())
}

fn owner_found(kept: &store::Owner, found: &[owner::Candidate], name: String) -> OwnerFound {
    let known = |identity: &Identity| kept.identities.contains(identity);
    let kinds: BTreeSet<_> = kept.identities.iter().map(Identity::kind).collect();
    let certain = !found.iter().any(|c| !known(&c.identity) && !kinds.contains(&c.identity.kind()))
        && !kept.identities.is_empty();
    OwnerFound {
        certain,
        name: kept.names.first().cloned().unwrap_or(name),
        known: kept.identities.iter().map(IdentityView::from).collect(),
        found: found
            .iter()
            .filter(|c| !known(&c.identity))
            .map(|c| OwnerCandidate {
                identity: IdentityView::from(&c.identity),
                why: owner::in_words(c),
                likely: c.likely,
            })
            .collect(),
    }
}

fn planned_file(file: &super::survey::ReadFile) -> PlannedFile {
    PlannedFile { file: file.offered.shown.clone(), what: file.what.clone() }
}

fn count_contacts(
    survey: &Survey,
    matching: &Matching,
    reader: &Reader<'_>,
) -> Result<ImportContacts, Fault> {
    let entered: BTreeMap<Face, usize> =
        survey.people.iter().enumerate().map(|(i, (f, _))| (survey.crowd.root(*f), i)).collect();
    let mut counts = ImportContacts::default();
    for (face, who) in matching.contacts() {
        let automated = survey.crowd.somebody(face).is_some_and(|s| s.is_automated());
        match who {
            Who::New(_) if automated => {}
            Who::New(_) => counts.new += 1,
            Who::Kept(id) => {
                let person = entered.get(&face).and_then(|i| survey.people.get(*i));
                let learnt = match (person, reader.contact(id)?) {
                    (Some((_, person)), Some(kept)) => super::learn::learn(&kept, person) != kept,
                    _ => false,
                };
                counts.updated += u32::from(learnt);
                counts.same += u32::from(!learnt);
            }
            Who::Owner | Who::Nobody => {}
        }
    }
    Ok(counts)
}

fn count_automated(survey: &Survey, matching: &Matching) -> u32 {
    let machines = matching.contacts().into_keys().filter(|face| {
        survey.crowd.somebody(*face).is_some_and(|somebody| somebody.is_automated())
    });
    u32_of(machines.count())
}

fn count_new_notes(
    survey: &Survey,
    matching: &Matching,
    reader: &Reader<'_>,
) -> Result<u32, Fault> {
    let mut new = BTreeSet::<NoteId>::new();
    for note in super::learn::notes(survey, matching, model::Moment::from_millis(0, None)) {
        if reader.note(note.id)?.is_none() {
            new.insert(note.id);
        }
    }
    Ok(u32_of(new.len()))
}

fn unsure(survey: &Survey, question: &super::matching::Question) -> Unsure {
    let somebody = survey.crowd.somebody(question.face);
    let detail = somebody.map(|somebody| {
        let addresses: Vec<_> = somebody.identities.iter().map(ToString::to_string).collect();
        addresses.join(", ")
    });
    Unsure {
        key: question.key.clone(),
        name: somebody.map(|somebody| somebody.name().shown).unwrap_or_default(),
        detail: detail.unwrap_or_default(),
        may_be: ContactRef { id: question.may_be.to_string(), name: question.name.clone() },
        why: "the same name, but no address in common".to_owned(),
    }
}

fn sample_row(
    survey: &Survey,
    matching: &Matching,
    glimpse: &super::survey::Glimpse,
) -> Option<SampleRow> {
    let seen = survey.seen.get(glimpse.seen)?;
    let direction = matching.direction(survey, seen);
    let face = match direction {
        model::Direction::Out => seen.others.first().map(|(_, face)| *face)?,
        _ => seen.from,
    };
    Some(SampleRow {
        who: survey.crowd.somebody(face)?.name().shown,
        direction: direction.word().to_owned(),
        at: Some(crate::when::iso(seen.moment)),
        text: glimpse.text.clone(),
    })
}

/// A snag as it is shown.
pub(super) fn snag_view(snag: &Snag) -> SnagView {
    SnagView {
        file: snag.file.clone(),
        line: snag.line.and_then(|line| u32::try_from(line).ok()),
        why: snag.why.clone(),
    }
}

/// Counts are `u32` on the wire.
pub(super) fn u32_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
