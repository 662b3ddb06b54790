//! A draft on the desk: the snapshot that the check judges against, and what it says.

use super::card::Known;
use crate::view::Span;
use crate::view::compose::{
    Desk, DraftView, EvidenceView, FindingView, OpinionView, RecipientCard, RunView, SilencedRule,
};
use crate::view::deed::ContactRef;
use crate::{App, Trouble, parse, settings, when};
use judge::draft::{
    Choices, Draft as Judged, Evidence, Finding, Opinion, Others, Recipient, Rule, SentIndex,
    Surroundings,
};
use model::{Contact, ContactId, Draft, DraftId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use store::{ContactName, Fault, Owner, Reader};

/// Snapshots of drafts on the desk.
#[derive(Default)]
pub(crate) struct Desks(Mutex<BTreeMap<DraftId, Arc<Snapshot>>>);

/// The word under which "this is an announcement" is kept beside dismissed rules.
const ANNOUNCEMENT: &str = "announcement";

/// Everything the check needs, taken when the draft is opened, so that a key stroke asks
/// neither the store nor the disk.
pub(crate) struct Snapshot {
    draft: Draft,
    around: Surroundings,
    choices: Choices,
    sent: Arc<SentIndex>,
    names: BTreeMap<ContactId, ContactRef>,
}

impl Desks {
    fn put(&self, id: DraftId, snapshot: Arc<Snapshot>) {
        self.lock().insert(id, snapshot);
    }

    fn get(&self, id: DraftId) -> Option<Arc<Snapshot>> {
        self.lock().get(&id).cloned()
    }

    /// Clears the desk of a draft.
    pub(super) fn clear(&self, id: DraftId) {
        self.lock().remove(&id);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<DraftId, Arc<Snapshot>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// Puts a kept draft on the desk: what matters of its recipients, and what the check says.
    ///
    /// # Errors
    /// Where there is no such draft.
    pub fn open_draft(&self, id: &str) -> Result<Desk, Trouble> {
        let draft = self.draft(id)?;
        let (snapshot, cards) = self.snapshot(draft)?;
        let opinion = snapshot.check(&snapshot.draft.subject, &snapshot.draft.text);
        let refs = snapshot.draft.recipients.iter().filter_map(|id| snapshot.names.get(id));
        let draft = DraftView { recipients: refs.cloned().collect(), ..bare(&snapshot.draft) };
        let silenced = snapshot.choices.dismissed.iter().map(|rule| SilencedRule {
            rule: rule.word().to_owned(),
            title: rule.title().to_owned(),
        });
        let silenced = silenced.collect();
        let announcement = snapshot.choices.announcement;
        self.desks.put(snapshot.draft.id, Arc::new(snapshot));
        Ok(Desk { draft, cards, opinion, silenced, announcement })
    }

    /// What the check says of the draft as it is being typed. Asks no store: it judges against
    /// what was taken when the draft was opened.
    ///
    /// # Errors
    /// Where the draft is not there.
    pub fn check_draft(&self, id: &str, subject: &str, text: &str) -> Result<OpinionView, Trouble> {
        let draft: DraftId = parse::id(id, "draft")?;
        let snapshot = match self.desks.get(draft) {
            Some(snapshot) => snapshot,
            None => {
                let (snapshot, _) = self.snapshot(self.draft(id)?)?;
                let snapshot = Arc::new(snapshot);
                self.desks.put(draft, Arc::clone(&snapshot));
                snapshot
            }
        };
        Ok(snapshot.check(subject, text))
    }

    /// What the check says of a text that is kept nowhere: for the terminal.
    ///
    /// # Errors
    /// Where a recipient is not there.
    pub fn check_text(&self, draft: Draft) -> Result<(OpinionView, Vec<RecipientCard>), Trouble> {
        let (snapshot, cards) = self.snapshot(draft)?;
        Ok((snapshot.check(&snapshot.draft.subject, &snapshot.draft.text), cards))
    }

    /// Silences a rule for one draft, or lets it speak again.
    ///
    /// # Errors
    /// Where the draft or the rule is unknown.
    pub fn dismiss_finding(
        &self,
        draft: &str,
        rule: &str,
        on: bool,
    ) -> Result<OpinionView, Trouble> {
        let rule = parse::word(rule, Rule::from_word, "rule of the check")?;
        self.choose(draft, rule.word(), on)
    }

    /// Says that a draft is an announcement, which may go to many and say the same to all.
    ///
    /// # Errors
    /// Where there is no such draft.
    pub fn announce(&self, draft: &str, on: bool) -> Result<OpinionView, Trouble> {
        self.choose(draft, ANNOUNCEMENT, on)
    }

    fn choose(&self, draft: &str, word: &'static str, on: bool) -> Result<OpinionView, Trouble> {
        let kept = self.draft(draft)?;
        let id = kept.id;
        self.store().transact(store::Deed::EditDraft, self.now(), move |writer| {
            if on { writer.dismiss(id, word) } else { writer.undismiss(id, word) }
        })?;
        let (snapshot, _) = self.snapshot(kept)?;
        let snapshot = Arc::new(snapshot);
        self.desks.put(id, Arc::clone(&snapshot));
        Ok(snapshot.check(&snapshot.draft.subject, &snapshot.draft.text))
    }

    fn snapshot(&self, draft: Draft) -> Result<(Snapshot, Vec<RecipientCard>), Trouble> {
        let sent = self.sent_index()?;
        let now = self.now();
        Ok(self.store().read(|reader| {
            let mut contacts = Vec::new();
            for id in &draft.recipients {
                contacts.extend(reader.contact(*id)?);
            }
            let everybody = reader.contact_names()?;
            let mut around = surroundings(&reader.owner()?, &everybody, &contacts);
            around.now = Some(now);
            let mut cards = Vec::new();
            for contact in &contacts {
                let known = Known::of(reader, contact)?;
                around.recipients.push(known.recipient());
                cards.push(known.card(reader, now)?);
            }
            let choices = choices(reader, draft.id)?;
            let names = names(everybody);
            Ok((Snapshot { draft, around, choices, sent, names }, cards))
        })?)
    }
}

impl Snapshot {
    fn check(&self, subject: &str, text: &str) -> OpinionView {
        let judged =
            Judged { channel: self.draft.channel, subject, text, answers: self.draft.answers };
        let opinion = judge::draft::check(&judged, &self.around, &self.sent, &self.choices);
        self.view(text, opinion)
    }

    fn view(&self, text: &str, opinion: Opinion) -> OpinionView {
        let findings = opinion.findings.into_iter();
        OpinionView {
            verdict: opinion.verdict.word().to_owned(),
            because: opinion.because,
            findings: findings.map(|finding| self.finding(text, finding)).collect(),
        }
    }

    fn finding(&self, text: &str, finding: Finding) -> FindingView {
        FindingView {
            rule: finding.rule.word().to_owned(),
            title: finding.rule.title().to_owned(),
            why: finding.why,
            span: finding.span.map(|span| Span::of(text, &span)),
            more: finding.more.iter().map(|span| Span::of(text, span)).collect(),
            slots: finding.slots.iter().map(|span| Span::of(text, span)).collect(),
            evidence: finding.evidence.into_iter().map(|it| self.evidence(text, it)).collect(),
            campaign: finding.went.and_then(|went| went.campaign).map(|id| id.to_string()),
            people: finding.went.map_or(0, |went| went.people),
            answered: finding.went.map_or(0, |went| went.answered),
        }
    }

    fn evidence(&self, draft: &str, evidence: Evidence) -> EvidenceView {
        let contacts: Vec<ContactRef> =
            evidence.to.iter().filter_map(|id| self.names.get(id).cloned()).collect();
        let names: Vec<&str> = contacts.iter().map(|contact| contact.name.as_str()).collect();
        let runs = evidence.aligned.iter();
        let aligned = runs.map(|run| RunView::of(draft, &evidence.text, run));
        EvidenceView {
            aligned: aligned.collect(),
            interaction: evidence.interaction.to_string(),
            to: names.join(", "),
            at: when::iso(evidence.at),
            likeness: evidence.likeness,
            text: evidence.text,
            answered: evidence.answered,
            contacts,
        }
    }
}

/// What is known besides the recipients.
fn surroundings(owner: &Owner, everybody: &[ContactName], contacts: &[Contact]) -> Surroundings {
    let addressed: BTreeSet<ContactId> = contacts.iter().map(|contact| contact.id).collect();
    let others = || everybody.iter().filter(|row| !row.automated && !addressed.contains(&row.id));
    Surroundings {
        owner_names: owner.names.clone(),
        owner_organisations: owner.organisations.clone(),
        recipients: Vec::<Recipient>::new(),
        others: Others::new(
            others().map(|row| row.shown.as_str()),
            others().map(|row| row.organisation.as_str()),
        ),
        now: None,
    }
}

fn choices(reader: &Reader<'_>, draft: DraftId) -> Result<Choices, Fault> {
    let dismissed = reader.dismissed(draft)?;
    Ok(Choices {
        off: settings::rules_off(reader)?,
        announcement: dismissed.iter().any(|word| word == ANNOUNCEMENT),
        dismissed: dismissed.iter().filter_map(|word| Rule::from_word(word)).collect(),
        only_blast: settings::only_blast(reader)?,
    })
}

fn names(everybody: Vec<ContactName>) -> BTreeMap<ContactId, ContactRef> {
    let named = everybody.into_iter();
    named.map(|row| (row.id, ContactRef { id: row.id.to_string(), name: row.shown })).collect()
}

/// A draft without the names of its recipients.
pub(super) fn bare(draft: &Draft) -> DraftView {
    DraftView {
        id: draft.id.to_string(),
        recipients: Vec::new(),
        channel: draft.channel.word().to_owned(),
        answers: draft.answers.map(|id| id.to_string()),
        subject: draft.subject.clone(),
        text: draft.text.clone(),
        changed_at: when::iso(draft.changed_at),
    }
}
