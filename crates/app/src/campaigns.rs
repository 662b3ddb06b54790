//! Campaigns: what went to several people in the same words.

use crate::done::done;
use crate::view::Span;
use crate::view::campaign::{CampaignMessage, CampaignPage, CampaignRow, SlotView};
use crate::view::compose::RunView;
use crate::view::deed::{ContactRef, Done};
use crate::{App, Trouble, parse, when};
use judge::draft::{Beside, Campaign, Run, Sent, SentIndex};
use model::{ContactId, InteractionId};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use store::{Deed, Fault, Reader};

/// So many characters of a text tell what it is called.
const TITLE: usize = 72;

impl App {
    /// Every campaign, the last sent first.
    ///
    /// # Errors
    /// Only of the store.
    pub fn campaigns(&self) -> Result<Vec<CampaignRow>, Trouble> {
        let index = self.sent_index()?;
        let rows = self.store().read(|reader| {
            let campaigns = index.campaigns().into_iter();
            let rows = campaigns.map(|campaign| row(reader, &index, &campaign));
            rows.collect::<Result<Vec<_>, _>>()
        })?;
        Ok(rows.into_iter().flatten().collect())
    }

    /// One campaign: its template with its slots, and every message of it.
    ///
    /// # Errors
    /// Where there is no such campaign.
    pub fn campaign(&self, id: &str) -> Result<CampaignPage, Trouble> {
        let index = self.sent_index()?;
        let campaign = find(&index, parse::id(id, "campaign")?)?;
        let (row, names) = self.store().read(|reader| {
            Ok((row(reader, &index, &campaign)?, names(reader, &campaign.people())?))
        })?;
        let row = row.ok_or_else(unknown)?;
        let mut slots = Slots::default();
        let mut messages = Vec::new();
        for sent in campaign.sent.iter().rev() {
            let Some(beside) = index.beside(&row.text, sent) else { continue };
            slots.fill(&row.text, &beside);
            messages.push(message(sent, (&row.text, beside), &names));
        }
        Ok(CampaignPage { slots: slots.views(&row.text), row, messages })
    }

    /// Says that a campaign is meant to be the same, so that the check keeps silent about it,
    /// or takes that back.
    ///
    /// # Errors
    /// Where there is no such campaign.
    pub fn mean_campaign(&self, id: &str, on: bool) -> Result<Done<()>, Trouble> {
        let index = self.sent_index()?;
        let campaign = find(&index, parse::id(id, "campaign")?)?;
        let ids: Vec<InteractionId> = campaign.sent.iter().map(|sent| sent.interaction).collect();
        let said = self.store().transact(Deed::MeanCampaign, self.now(), move |writer| {
            ids.iter().try_for_each(|id| writer.mean(*id, on))
        })?;
        self.sent_changed();
        Ok(done(said, Deed::MeanCampaign, |()| ()))
    }
}

/// A campaign is called after its first message, which stays when others follow.
fn find(index: &SentIndex, id: InteractionId) -> Result<Campaign<'_>, Trouble> {
    let mut campaigns = index.campaigns().into_iter();
    let holds = |campaign: &Campaign<'_>| campaign.sent.iter().any(|sent| sent.interaction == id);
    campaigns.find(holds).ok_or_else(unknown)
}

fn unknown() -> Trouble {
    Trouble::NotFound { what: "campaign".to_owned() }
}

/// Nothing where the words of its newest message cannot be read.
fn row(
    reader: &Reader<'_>,
    index: &SentIndex,
    campaign: &Campaign<'_>,
) -> Result<Option<CampaignRow>, Fault> {
    let (Some(first), Some(last)) = (campaign.sent.first(), campaign.sent.last()) else {
        return Ok(None);
    };
    let Some(text) = index.text(last.interaction) else {
        return Ok(None);
    };
    let subject = reader.interaction(last.interaction)?.map(|it| it.subject).unwrap_or_default();
    let answered = campaign.sent.iter().filter(|sent| sent.answered.is_some());
    let answered: BTreeSet<ContactId> = answered.flat_map(|sent| sent.to.iter().copied()).collect();
    Ok(Some(CampaignRow {
        id: first.interaction.to_string(),
        title: title(&subject, &text),
        first_at: when::iso(first.at),
        last_at: when::iso(last.at),
        people: count(campaign.people().len()),
        answered: count(answered.len()),
        meant: campaign.sent.iter().any(|sent| sent.meant),
        text: text.to_string(),
    }))
}

/// The subject, or how the text begins.
fn title(subject: &str, text: &str) -> String {
    if !subject.trim().is_empty() {
        return subject.trim().to_owned();
    }
    let first = judge::text::own_sentences(text).into_iter().next();
    let first = first.and_then(|at| text.get(at)).unwrap_or(text);
    let mut title: String = first.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = title.char_indices().nth(TITLE) {
        title.truncate(end);
        title.push('…');
    }
    title
}

fn names(
    reader: &Reader<'_>,
    people: &BTreeSet<ContactId>,
) -> Result<BTreeMap<ContactId, ContactRef>, Fault> {
    let named = reader.contact_names()?.into_iter().filter(|row| people.contains(&row.id));
    Ok(named.map(|row| (row.id, ContactRef { id: row.id.to_string(), name: row.shown })).collect())
}

fn message(
    sent: &Sent,
    (template, beside): (&str, Beside),
    names: &BTreeMap<ContactId, ContactRef>,
) -> CampaignMessage {
    CampaignMessage {
        interaction: sent.interaction.to_string(),
        contacts: sent.to.iter().filter_map(|id| names.get(id).cloned()).collect(),
        at: when::iso(sent.at),
        answered_at: sent.answered.map(when::iso),
        aligned: beside.runs.iter().map(|run| RunView::of(template, &beside.text, run)).collect(),
        text: beside.text.to_string(),
    }
}

/// Where the messages of a campaign differ from its template, and what stands there.
#[derive(Default)]
struct Slots(Vec<(Range<usize>, String)>);

impl Slots {
    fn fill(&mut self, template: &str, beside: &Beside) {
        let differs = |run: &&Run| !run.same && !run.draft.is_empty();
        for run in beside.runs.iter().filter(differs) {
            let theirs = beside.text.get(run.earlier.clone()).unwrap_or_default();
            if template.get(run.draft.clone()).is_some_and(|ours| ours != theirs) {
                self.0.push((run.draft.clone(), theirs.to_owned()));
            }
        }
    }

    /// Places that touch are one slot.
    fn views(mut self, template: &str) -> Vec<SlotView> {
        self.0.sort_by_key(|(at, _)| (at.start, at.end));
        let mut slots: Vec<(Range<usize>, BTreeMap<String, usize>)> = Vec::new();
        for (at, filling) in self.0 {
            match slots.last_mut() {
                Some((last, fillings)) if at.start < last.end => {
                    last.end = last.end.max(at.end);
                    *fillings.entry(filling).or_default() += 1;
                }
                _ => slots.push((at, BTreeMap::from([(filling, 1)]))),
            }
        }
        let views = slots.into_iter().map(|(at, mut fillings)| {
            let ours = template.get(at.clone()).unwrap_or_default();
            *fillings.entry(ours.to_owned()).or_default() += 1;
            let mut fillings: Vec<(String, usize)> = fillings.into_iter().collect();
            fillings.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            SlotView {
                span: Span::of(template, &at),
                fillings: fillings.into_iter().map(|(filling, _)| filling).collect(),
            }
        });
        views.collect()
    }
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
