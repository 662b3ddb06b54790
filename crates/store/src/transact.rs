//! One deed, one transaction, one batch in the log.

use crate::clock::Clock;
use crate::writer::{Desk, Reader, Writer};
use crate::{Fault, derived, list};
use model::{ContactId, ImportId, Moment, Uid};
use rusqlite::{TransactionBehavior, params};
use std::collections::BTreeSet;

/// What a deed came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done<T> {
    /// What it answers.
    pub value: T,
    /// What has changed, for those who show it.
    pub touched: Touched,
    /// By which it is taken back; `None` where nothing changed.
    pub batch: Option<BatchId>,
}

/// What has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Whose card looks different now.
    pub contacts: BTreeSet<ContactId>,
    /// Interactions, their acts and marks.
    pub interactions: bool,
    /// Notes.
    pub notes: bool,
    /// Promises and reminders.
    pub promises: bool,
    /// Drafts and what was dismissed for them.
    pub drafts: bool,
    /// Circles and groups.
    pub circles: bool,
    /// Imports and their snags.
    pub imports: bool,
    /// Settings.
    pub settings: bool,
    /// Who the owner is.
    pub owner: bool,
}

impl Touched {
    /// What either has changed.
    pub fn join(&mut self, other: Self) {
        self.contacts.extend(other.contacts);
        self.interactions |= other.interactions;
        self.notes |= other.notes;
        self.promises |= other.promises;
        self.drafts |= other.drafts;
        self.circles |= other.circles;
        self.imports |= other.imports;
        self.settings |= other.settings;
        self.owner |= other.owner;
    }
}

/// The name of one batch, by which it is taken back.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct BatchId(pub Uid);

impl std::fmt::Display for BatchId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for BatchId {
    type Err = model::id::NotAUid;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// On whose behalf something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// The owner's own word.
    Owner,
    /// A file. It never overwrites what the owner last wrote, nor brings back what the owner
    /// removed.
    Import(ImportId),
}

impl Author {
    pub(crate) const fn cause(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Import(_) => "import",
        }
    }
}

macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident => $word:literal),* $(,)?) => {
        /// What the owner did, for the message that follows it and for the history.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Deed { $($(#[$doc])* $name),* }

        impl Deed {
            /// Every deed.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word for it, kept in the log: never renamed.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }

            /// Back from the word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

deeds! {
    /// Files were brought in.
    Import => "import",
    /// A contact was added.
    AddContact => "add-contact",
    /// A contact was changed.
    EditContact => "edit-contact",
    /// A contact was deleted.
    DeleteContact => "delete-contact",
    /// Two contacts became one.
    MergeContacts => "merge-contacts",
    /// One contact became two again.
    UnmergeContact => "unmerge-contact",
    /// Two contacts were said to be two people.
    TellApart => "tell-apart",
    /// Something that passed was logged.
    LogInteraction => "log-interaction",
    /// Something that passed was removed.
    RemoveInteraction => "remove-interaction",
    /// Something that passed was starred or hidden.
    MarkInteraction => "mark-interaction",
    /// Said of a campaign that it is meant to be the same, or took that back.
    MeanCampaign => "mean-campaign",
    /// A note was added or changed.
    EditNote => "edit-note",
    /// A note was removed.
    RemoveNote => "remove-note",
    /// A promise or reminder was added, changed or done.
    EditPromise => "edit-promise",
    /// A promise or reminder was removed.
    RemovePromise => "remove-promise",
    /// A draft was typed.
    EditDraft => "edit-draft",
    /// A draft was thrown away.
    RemoveDraft => "remove-draft",
    /// A draft was sent.
    MarkSent => "mark-sent",
    /// An act was corrected.
    CorrectAct => "correct-act",
    /// What was learnt from corrections was forgotten.
    ForgetLearnt => "forget-learnt",
    /// The engine judged what passed.
    Judge => "judge",
    /// A circle was added, changed or removed, or somebody was put into one.
    EditCircle => "edit-circle",
    /// A group was added or changed, or its members were.
    EditGroup => "edit-group",
    /// A setting was changed.
    EditSettings => "edit-settings",
    /// The owner's names or addresses were changed.
    EditOwner => "edit-owner",
    /// A contact was left out of the review, or taken in again.
    LeaveOutOfReview => "leave-out-of-review",
    /// A sender was kept out of the contacts as automated, or taken in again.
    KeepAutomated => "keep-automated",
    /// What is derived was made anew.
    Rebuild => "rebuild",
}

impl Deed {
    /// Whether the owner's next undo may take it. Typing has the editor's own undo, and what
    /// the engine does is not the owner's.
    pub const fn undoable(self) -> bool {
        !matches!(self, Self::EditDraft | Self::Judge | Self::Rebuild)
    }
}

/// Runs one deed at the writer's desk.
pub(crate) fn run<T>(
    desk: &mut Desk,
    (deed, now): (Deed, Moment),
    write: impl FnOnce(&mut Writer<'_>) -> Result<T, Fault>,
) -> Result<Done<T>, Fault> {
    let tx = desk.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut writer = Writer::begin(Reader::new(&tx), desk.device, (deed, now))?;
    let value = write(&mut writer)?;
    let (touched, batch) = writer.end()?;
    tx.commit()?;
    Ok(Done { value, touched, batch })
}

impl<'a> Writer<'a> {
    fn begin(reader: Reader<'a>, device: i64, (deed, now): (Deed, Moment)) -> Result<Self, Fault> {
        let mut ask = reader.db().prepare_cached("SELECT clock FROM store")?;
        let clock = Clock::kept(ask.query_row([], |row| row.get(0))?);
        drop(ask);
        Ok(Self {
            reader,
            now,
            clock,
            device,
            deed,
            author: Author::Owner,
            cause: Author::Owner.cause(),
            import: None,
            undoes: None,
            batch: None,
            touched: Touched::default(),
            stale: BTreeSet::new(),
        })
    }

    fn end(mut self) -> Result<(Touched, Option<BatchId>), Fault> {
        self.touch_heads()?;
        list::draw_stale(&mut self)?;
        derived::settle(&mut self)?;
        self.db().prepare_cached("UPDATE store SET clock = ?1")?.execute([self.clock.value()])?;
        Ok((self.touched, self.batch.map(|(_, uid)| uid)))
    }

    /// Whoever shows a merged contact shows the one it was merged into.
    fn touch_heads(&mut self) -> Result<(), Fault> {
        let touched: Vec<ContactId> = self.touched.contacts.iter().copied().collect();
        for contact in touched {
            let head = self.resolve(contact)?;
            self.touched.contacts.insert(head);
        }
        Ok(())
    }

    /// The moment of the deed.
    pub const fn now(&self) -> Moment {
        self.now
    }

    /// A new uid for something the owner makes.
    pub(crate) fn new_uid(&mut self) -> Uid {
        self.clock.tick(self.now).uid()
    }

    /// Makes this a batch of an import, which is taken back together with the import's others.
    /// Within the deed of importing, whatever names no author is from then on the import's.
    pub(crate) fn belongs_to(&mut self, import: ImportId) {
        self.import = Some(import);
        if self.deed == Deed::Import {
            self.author = Author::Import(import);
            self.cause = self.author.cause();
        }
    }

    /// Writes on somebody's behalf; an import makes the batch its own.
    pub fn on_behalf<T>(
        &mut self,
        author: Author,
        write: impl FnOnce(&mut Self) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        if let Author::Import(import) = author {
            self.belongs_to(import);
        }
        let before = (self.author, self.cause);
        (self.author, self.cause) = (author, author.cause());
        let written = write(self);
        (self.author, self.cause) = before;
        written
    }

    /// The row number of this deed's batch, made with the first change.
    pub(crate) fn batch_row(&mut self) -> Result<i64, Fault> {
        if let Some((row, _)) = self.batch {
            return Ok(row);
        }
        let stamp = self.clock.tick(self.now);
        let uid = stamp.uid();
        let import = self.import.map(|import| *import.0.as_bytes());
        self.db().prepare_cached(include_str!("transact/add_batch.sql"))?.execute(params![
            uid.as_bytes(),
            self.device,
            stamp.value(),
            self.deed.word(),
            self.now.millis(),
            self.now.offset_minutes,
            import,
            self.undoes,
            self.deed.undoable() && self.undoes.is_none(),
        ])?;
        let row = self.db().last_insert_rowid();
        self.batch = Some((row, BatchId(uid)));
        Ok(row)
    }
}

#[cfg(test)]
mod tests;
