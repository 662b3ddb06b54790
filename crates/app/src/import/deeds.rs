//! What the owner can do about imports.

use super::plan::{self, Planned};
use super::settle::{self, Progress};
use super::survey::Survey;
use crate::done::done;
use crate::view::deed::Done;
use crate::view::import::{
    DayOrder, ImportChoices, ImportPlan, ImportRow, ImportSummary, SnagView,
};
use crate::{App, Trouble, parse};
use model::Identity;
use std::sync::atomic::AtomicBool;

impl App {
    /// Reads everything under the paths and says what it would bring. Nothing is written.
    ///
    /// `me` names the owner's own identities where the owner has said so already, `days` which
    /// comes first in dates that leave it open ([`ImportPlan::day_order`]).
    ///
    /// # Errors
    /// Only of the store: what cannot be read of the files is told in the plan's snags.
    pub fn plan_import(
        &self,
        paths: &[String],
        me: &[String],
        days: Option<DayOrder>,
    ) -> Result<ImportPlan, Trouble> {
        let mine = me.iter().map(|text| parse::identity(text)).collect::<Result<Vec<_>, _>>()?;
        let days = days.map(plan::as_read);
        let marks = self.store().read(|reader| reader.file_marks())?;
        let survey = Survey::of(paths, days, (self.now(), marks));
        let cancelled = AtomicBool::new(false);
        let planned = Planned { paths: paths.to_vec(), survey, cancelled };
        let id = self.plans().put(planned);
        let planned = self.plans().get(&id)?;
        Ok(self.store().read(|reader| plan::describe(id, &planned.survey, reader, &mine))?)
    }

    /// The choices that an owner makes who says yes to all that is likely: for the terminal.
    pub fn likely_choices(&self, found: &ImportPlan, me: &[String]) -> ImportChoices {
        // Who is known already needs no guess: another address of that kind takes a word.
        let known = found.owner.known.iter().filter_map(|known| Identity::guess(&known.shown));
        let named = me.iter().filter_map(|text| Identity::guess(text));
        let named: Vec<Identity> = named.chain(known).collect();
        let likely = found.owner.found.iter().filter(|candidate| {
            let identity = Identity::guess(&candidate.identity.shown);
            candidate.likely && identity.is_some_and(|identity| plan::takes(&named, &identity))
        });
        let likely = likely.map(|candidate| candidate.identity.shown.clone());
        ImportChoices {
            me: me.iter().cloned().chain(likely).collect(),
            my_name: String::new(),
            same_person: Vec::new(),
        }
    }

    /// Writes what was planned, in batches. What was committed before a cancel or a kill stays,
    /// and the same import again goes on from there.
    ///
    /// # Errors
    /// Where the plan is gone, or the store cannot be written.
    pub fn settle_import(
        &self,
        id: &str,
        choices: &ImportChoices,
        progress: Progress<'_>,
    ) -> Result<Done<ImportSummary>, Trouble> {
        let planned = self.plans().get(id)?;
        if planned.survey.has_something_new() {
            self.back_up_if_changed()?;
        }
        let settled = settle::settle(self, (id, &planned), choices, progress);
        self.plans().done(id);
        self.sent_changed();
        let (summary, touched) = settled?;
        if !summary.cancelled {
            let stamps = planned.survey.files.iter().filter_map(|file| file.stamp.as_deref());
            self.brought_in(&stamps.collect())?;
        }
        let undoable = summary.contacts.new + summary.interactions.new + summary.notes.new > 0
            || summary.contacts.updated > 0;
        let deed = store::Deed::Import.word().to_owned();
        Ok(Done { value: summary, deed, touched: (&touched).into(), undoable })
    }

    /// Breaks a settling off at its next batch.
    pub fn cancel_import(&self, id: &str) {
        self.plans().cancel(id);
    }

    /// Earlier imports, the newest first.
    ///
    /// # Errors
    /// Only of the store.
    pub fn list_imports(&self) -> Result<Vec<ImportRow>, Trouble> {
        let rows = self.store().read(|reader| reader.imports())?;
        Ok(rows.into_iter().map(ImportRow::from).collect())
    }

    /// What could not be read in an earlier import.
    ///
    /// # Errors
    /// Only of the store.
    pub fn import_snags(&self, id: &str) -> Result<Vec<SnagView>, Trouble> {
        let id = parse::id(id, "import")?;
        let snags = self.store().read(|reader| reader.snags(id))?;
        let view = |(file, line, why): store::KeptSnag| SnagView {
            file,
            line: line.and_then(|line| u32::try_from(line).ok()),
            why,
        };
        Ok(snags.into_iter().map(view).collect())
    }

    /// Takes an import back as a whole.
    ///
    /// # Errors
    /// Where there is no such import, or the store cannot be written.
    pub fn take_back_import(&self, id: &str) -> Result<Done<()>, Trouble> {
        let id = parse::id(id, "import")?;
        let taken = self.store().take_back_import(id, self.now())?;
        self.sent_changed();
        match taken {
            Some(taken) => Ok(done(taken, store::Deed::Import, |_| ())),
            None => Err(Trouble::NotFound { what: "import".into() }),
        }
    }
}

impl From<store::ImportRow> for ImportRow {
    fn from(row: store::ImportRow) -> Self {
        Self {
            id: row.id.to_string(),
            at: crate::when::iso(row.at),
            files: row.files,
            contacts: row.counts.contacts_new,
            interactions: row.counts.interactions_new,
            snags: row.snags,
            finished: row.finished,
            taken_back: row.taken_back,
        }
    }
}
