//! The end of an import: what it came to, and by what its files are known when they come again.

use super::Settling;
use crate::Trouble;
use crate::import::plan::u32_of;
use crate::import::survey::Survey;
use crate::view::import::SnagView;
use store::{Deed, FileMark};

impl Settling<'_> {
    /// By what the mailboxes are known when they come again.
    fn marks(&self) -> Vec<(u32, FileMark)> {
        let survey = &self.planned.survey;
        let files = survey.files.iter().enumerate();
        let marks = files.filter_map(|(place, file)| {
            let known = file.known.as_ref()?;
            let before = known.before.as_ref().map(|before| &before.mark);
            let so_far = before.map_or(0, |before| before.brought);
            let mark = FileMark {
                import: self.import,
                length: known.length,
                content: known.content,
                reader: import::MAILBOX_READER,
                brought: so_far.saturating_add(u32_of(brought(survey, place))),
                goes_on_from: before.map(|before| before.import),
            };
            Some((u32_of(place), mark))
        });
        marks.collect()
    }

    pub(super) fn end(&mut self) -> Result<(), Trouble> {
        let (import, summary) = (self.import, self.summary.clone());
        let marks = if summary.cancelled { Vec::new() } else { self.marks() };
        let done = self.app.store().transact(Deed::Import, self.app.now(), move |writer| {
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
            for (place, mark) in &marks {
                writer.mark_file(*place, mark)?;
            }
            writer.end_import(import, &counts, !summary.cancelled)
        })?;
        self.keep(done);
        Ok(())
    }
}

/// How many of what was seen came from each file: up to where the next one begins.
fn brought(survey: &Survey, place: usize) -> usize {
    let first = |place: usize| survey.files.get(place).map_or(survey.seen.len(), |file| file.first);
    first(place + 1).saturating_sub(first(place))
}

fn kept_snag(snag: &SnagView) -> store::KeptSnag {
    (snag.file.clone(), snag.line.map(u64::from), snag.why.clone())
}
