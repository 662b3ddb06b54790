//! Who reads and who writes: the views on a connection that deeds are given, and the one
//! thread on which every writing happens.

use crate::transact::{self, Author, Deed, Done, Touched};
use crate::{BatchId, Fault, clock::Clock};
use model::{ImportId, Moment, Uid};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc;
use std::thread::JoinHandle;

/// Asks what is kept, at one moment.
pub struct Reader<'a> {
    db: &'a Connection,
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(db: &'a Connection) -> Self {
        Self { db }
    }

    /// The connection; SQL stays in this crate.
    pub(crate) const fn db(&self) -> &Connection {
        self.db
    }
}

/// Changes what is kept, within one transaction. Reads what it has written.
pub struct Writer<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) now: Moment,
    pub(crate) clock: Clock,
    pub(crate) device: i64,
    pub(crate) deed: Deed,
    /// On whose behalf; an import is kept from overwriting the owner.
    pub(crate) author: Author,
    /// What the log says of who wants the next value to stand.
    pub(crate) cause: &'static str,
    /// The import whose batch this is.
    pub(crate) import: Option<ImportId>,
    /// The batch this one takes back.
    pub(crate) undoes: Option<i64>,
    /// This batch, once something has changed.
    pub(crate) batch: Option<(i64, BatchId)>,
    pub(crate) touched: Touched,
    /// Contacts whose line in the list has to be drawn again before the end.
    pub(crate) stale: BTreeSet<Uid>,
}

impl<'a> std::ops::Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

/// The writer's own connection.
pub(crate) struct Desk {
    pub(crate) db: Connection,
    pub(crate) device: i64,
}

type Job = Box<dyn FnOnce(&mut Desk) + Send>;

/// The one thread that writes. Deeds queue up; the thread ends with this value.
pub(crate) struct Thread {
    jobs: Option<mpsc::Sender<Job>>,
    running: Option<JoinHandle<()>>,
}

impl Thread {
    pub(crate) fn start(mut desk: Desk) -> Result<Self, Fault> {
        let (jobs, queue) = mpsc::channel::<Job>();
        let work = move || {
            for job in queue {
                job(&mut desk);
            }
        };
        let running = std::thread::Builder::new().name("store writer".into()).spawn(work)?;
        Ok(Self { jobs: Some(jobs), running: Some(running) })
    }

    pub(crate) fn transact<T: Send + 'static>(
        &self,
        deed: Deed,
        now: Moment,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Result<Pending<T>, Fault> {
        let (tell, told) = mpsc::sync_channel(1);
        let job: Job = Box::new(move |desk| {
            // A panic rolls the transaction back and belongs to the caller; the thread lives.
            let run = AssertUnwindSafe(|| transact::run(desk, (deed, now), write));
            let _ = tell.send(catch_unwind(run));
        });
        let jobs = self.jobs.as_ref().ok_or(Fault::Closed)?;
        jobs.send(job).map_err(|_| Fault::Closed)?;
        Ok(Pending { told })
    }
}

/// A deed that is on its way. Dropped, it is done all the same, and nobody learns what came of it.
#[must_use = "what comes of it is told by `wait`"]
pub struct Pending<T> {
    told: mpsc::Receiver<std::thread::Result<Result<Done<T>, Fault>>>,
}

impl<T> Pending<T> {
    /// Waits until it is done.
    ///
    /// # Errors
    /// As [`crate::Store::transact`].
    pub fn wait(self) -> Result<Done<T>, Fault> {
        match self.told.recv().map_err(|_| Fault::Closed)? {
            Ok(done) => done,
            Err(panic) => resume_unwind(panic),
        }
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(running) = self.running.take() {
            let _ = running.join();
        }
    }
}
