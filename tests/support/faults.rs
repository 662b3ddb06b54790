//! A deed whose system calls fail: killed, told of an error, or of a full disk at any one of them
//! (strace's fault injection). Whatever happens, the store says what it said before or what it says
//! after, and what was confirmed is there.

use crate::dice::Dice;
use crate::paper::{self, closing, entrance, kept_key, made, opened};
use crate::power::{self, Loss, Recording};
use app::view::contact::NewContact;
use app::{App, Trouble};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The system calls that change what lies on a disk.
const CALLS: &str =
    "pwrite64,pwritev,write,fsync,fdatasync,ftruncate,rename,renameat2,unlink,mkdir";
/// The same but for `write`, by which programs also speak.
const FILE_CALLS: &str = "pwrite64,fsync,fdatasync,ftruncate,rename,renameat2,unlink,mkdir";

/// Stands in what is brought in, and must stand in no file that Requite leaves.
pub const MARK: &str = "Zanzibarmark";

/// Written to standard output when a deed was confirmed.
const CONFIRMED: &str = "confirmed";

/// What is done while the system fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A closed store is made.
    Make,
    /// A mailbox and an address book are brought in.
    Import,
    /// Somebody is added.
    Edit,
    /// Two contacts become one.
    Merge,
    /// A backup is written.
    BackUp,
    /// A store that is not closed is closed.
    CloseUp,
    /// A store of an earlier release is brought to its newest shape.
    Migrate,
}

impl Deed {
    /// Every deed.
    pub const ALL: [Self; 7] = [
        Self::Make,
        Self::Import,
        Self::Edit,
        Self::Merge,
        Self::BackUp,
        Self::CloseUp,
        Self::Migrate,
    ];

    /// Its name, for the other process and for tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Make => "make",
            Self::Import => "import",
            Self::Edit => "edit",
            Self::Merge => "merge",
            Self::BackUp => "backup",
            Self::CloseUp => "encrypt",
            Self::Migrate => "migrate",
        }
    }

    /// Back from the name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.name() == name)
    }
}

/// What the system does at one of its calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The process is killed.
    Kill,
    /// The disk does not work.
    Error,
    /// The disk is full, from here on.
    Full,
}

impl Failure {
    /// Every failure.
    pub const ALL: [Self; 3] = [Self::Kill, Self::Error, Self::Full];

    /// Its name, for tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kill => "killed",
            Self::Error => "EIO",
            Self::Full => "ENOSPC",
        }
    }

    fn injected(self, Point { call, turn }: &Point) -> String {
        match self {
            Self::Kill => format!("inject={call}:signal=SIGKILL:when={turn}"),
            Self::Error => format!("inject={call}:error=EIO:when={turn}"),
            Self::Full => format!("inject={call}:error=ENOSPC:when={turn}+"),
        }
    }
}

/// Where something fails: at the so-manieth time that any thread makes this call, as strace counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// The system call.
    pub call: String,
    /// From 1 on.
    pub turn: usize,
}

/// The points that a trace of the undisturbed deed shows.
fn points_in(trace: &str) -> Vec<Point> {
    let mut turns: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut points = BTreeSet::new();
    for line in trace.lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let Some((call, _)) = rest.trim_start().split_once('(') else { continue };
        let turn = turns.entry((thread, call)).or_default();
        *turn += 1;
        points.insert(Point { call: call.to_owned(), turn: *turn });
    }
    points.into_iter().collect()
}

/// Whether strace is here, and may trace.
pub fn can_fail() -> bool {
    let tried = Command::new("strace").args(["-f", "-qq", "-o", "/dev/null", "true"]).output();
    tried.is_ok_and(|it| it.status.success())
}

/// Does a deed in this folder, in the other process.
///
/// # Panics
/// Where it was not done: then nothing was confirmed.
pub fn done(deed: Deed, folder: &Path) {
    let store = folder.join("requite.db");
    match deed {
        Deed::Make => drop(made(&store).unwrap()),
        Deed::Import => bring(&opened(&store).unwrap(), folder),
        Deed::Edit => meet(&opened(&store).unwrap(), "Zoe"),
        Deed::Merge => {
            let app = opened(&store).unwrap();
            let [ada, bea] = ["Ada King", "Bea"].map(|name| app.find_contact(name).unwrap());
            app.merge_contacts(&ada, &bea).unwrap();
        }
        Deed::BackUp => {
            let to = folder.join("copy.backup");
            opened(&store).unwrap().back_up(&to.to_string_lossy()).unwrap();
        }
        Deed::Migrate => drop(opened(&store).unwrap()),
        Deed::CloseUp => drop(entrance(&store).close_up(closing(&kept_key(folder))).unwrap()),
    }
    confirm();
}

#[allow(clippy::print_stdout, reason = "so the other process is heard")]
fn confirm() {
    println!("{CONFIRMED}");
}

/// Where a deed is tried: a folder as it was before, and what its store says before and after.
pub struct Ground<W> {
    deed: Deed,
    before: TempDir,
    said_before: String,
    said_after: String,
    points: Vec<Point>,
    worker: W,
}

impl<W: Fn(Deed, &Path) -> Command> Ground<W> {
    /// Prepares a deed. `worker` gives the process that calls [`done`].
    pub fn of(deed: Deed, worker: W) -> Self {
        let before = tempfile::tempdir().unwrap();
        prepared(deed, before.path());
        // To ask a store of an earlier release is to bring it to its newest shape.
        let said_before = said(copy_of(before.path()).path()).unwrap();
        let after = copy_of(before.path());
        let log = after.path().join("calls");
        let mut traced = strace(&log, &format!("trace={FILE_CALLS}"), worker(deed, after.path()));
        let ended = traced.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
        assert!(ended.success(), "{} undisturbed: {ended}", deed.name());
        let points = points_in(&std::fs::read_to_string(&log).unwrap());
        std::fs::remove_file(&log).unwrap();
        let said_after = said(after.path()).unwrap();
        Self { deed, before, said_before, said_after, points, worker }
    }

    /// Where it can fail.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The folder as it is left when one call fails.
    pub fn left_after(&self, failure: Failure, point: &Point) -> TempDir {
        let folder = copy_of(self.before.path());
        let worker = (self.worker)(self.deed, folder.path());
        let mut failing = strace(Path::new("/dev/null"), &failure.injected(point), worker);
        failing.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
        folder
    }

    /// Has one call fail; answers what the store said afterwards, `before` or `after`.
    ///
    /// # Errors
    /// What is wrong with what was left.
    pub fn tried(&self, failure: Failure, point: &Point) -> Result<&'static str, String> {
        let folder = copy_of(self.before.path());
        let worker = (self.worker)(self.deed, folder.path());
        let null = Path::new("/dev/null");
        let mut failing = strace(null, &failure.injected(point), worker);
        let output = failing.stderr(Stdio::null()).output().map_err(|why| why.to_string())?;
        let confirmed = String::from_utf8_lossy(&output.stdout).contains(CONFIRMED);
        let stands = self.stands(folder.path(), confirmed)?;
        self.again(folder.path())?;
        Ok(stands)
    }

    /// Whether what was left says what it said before, or after.
    fn stands(&self, folder: &Path, confirmed: bool) -> Result<&'static str, String> {
        let left = said(folder)?;
        let stands = if left == self.said_after && left == self.said_before {
            "the same"
        } else if left == self.said_after {
            "after"
        } else if left == self.said_before {
            "before"
        } else if self.deed == Deed::Import {
            "partly"
        } else {
            return Err(format!("it says neither what it said before nor after: {left}"));
        };
        if confirmed && stands != "after" && stands != "the same" {
            return Err(format!("what was confirmed is not there: {left}"));
        }
        Ok(stands)
    }

    /// What the deed writes, when nothing fails.
    pub fn recorded(&self) -> Recording {
        let folder = copy_of(self.before.path());
        let log = tempfile::NamedTempFile::new().unwrap();
        let worker = (self.worker)(self.deed, folder.path());
        let mut traced =
            strace_telling(ALL_OF_IT, log.path(), (&format!("trace={}", power::CALLS), worker));
        // Standard output is a pipe: what is confirmed is seen to be written.
        let ended = traced.stderr(Stdio::null()).output().unwrap();
        assert!(ended.status.success(), "{} undisturbed", self.deed.name());
        let trace = std::fs::read_to_string(log.path()).unwrap();
        Recording::of(&trace, (self.before.path(), folder.path()), CONFIRMED)
    }

    /// Has the power go at a moment that the dice choose; answers what the store said afterwards.
    ///
    /// # Errors
    /// What is wrong with what was left.
    pub fn without_power(
        &self,
        recording: &Recording,
        loss: Loss,
        dice: &mut Dice,
    ) -> Result<&'static str, String> {
        let folder = tempfile::tempdir().unwrap();
        let moment = dice.below(recording.moments());
        let confirmed = recording.left_at((moment, loss), dice, folder.path());
        let stands = self.stands(folder.path(), confirmed);
        let stands = stands.map_err(|why| format!("at moment {moment}: {why}"))?;
        self.again(folder.path()).map_err(|why| format!("at moment {moment}: {why}"))?;
        Ok(stands)
    }

    /// The same deed once more, with nothing failing, leads to what it leads to.
    fn again(&self, folder: &Path) -> Result<(), String> {
        let left = said(folder)?;
        let is_done = left == self.said_after;
        match self.deed {
            Deed::Make | Deed::CloseUp | Deed::Merge | Deed::Edit | Deed::Migrate if is_done => {
                return Ok(());
            }
            Deed::BackUp if folder.join("copy.backup").exists() => return whole_backup(folder),
            _ => {}
        }
        let mut worker = (self.worker)(self.deed, folder);
        let output = worker.output().map_err(|why| why.to_string())?;
        if !output.status.success() {
            return Err(format!(
                "a second try failed: {}",
                String::from_utf8_lossy(&output.stderr)
            ));
        }
        let now = said(folder)?;
        if now == self.said_after { Ok(()) } else { Err(format!("a second try left: {now}")) }
    }
}

fn whole_backup(folder: &Path) -> Result<(), String> {
    let backup = folder.join("copy.backup");
    let seen = entrance(&folder.join("elsewhere.db")).look_at_backup(&backup, &kept_key(folder));
    seen.map(drop).map_err(|why| format!("the backup is there and not whole: {why}"))
}

/// Every byte, by its number, and the path of every open file.
const ALL_OF_IT: &[&str] = &["-y", "-xx", "-s", "100000000"];

fn strace(log: &Path, what: &str, worker: Command) -> Command {
    strace_telling(&[], log, (what, worker))
}

fn strace_telling(how: &[&str], log: &Path, (what, worker): (&str, Command)) -> Command {
    let mut strace = Command::new("strace");
    strace.args(how).args(["-f", "-qq", "-o"]).arg(log).args(["-e", what]);
    if what.starts_with("inject") {
        strace.args(["-e", &format!("trace={CALLS}")]);
    }
    strace.arg(worker.get_program()).args(worker.get_args());
    for (name, value) in worker.get_envs() {
        if let Some(value) = value {
            strace.env(name, value);
        }
    }
    strace
}

/// What stands in the folder before the deed.
fn prepared(deed: Deed, folder: &Path) {
    let store = folder.join("requite.db");
    paper::write_key(folder);
    let card = |n: u32| {
        format!(
            "BEGIN:VCARD\nVERSION:3.0\nFN:Cleo {MARK} {n}\nEMAIL:cleo{n}@example.org\n\
             NOTE:Met in the {MARK} orchard\nEND:VCARD\n"
        )
    };
    std::fs::write(folder.join("book.vcf"), (0..40).map(card).collect::<String>()).unwrap();
    let app = match deed {
        Deed::Make => return,
        Deed::CloseUp | Deed::Migrate => entrance(&store).make_unencrypted().unwrap(),
        _ => made(&store).unwrap(),
    };
    meet(&app, "Ada King");
    meet(&app, "Bea");
    if deed == Deed::Migrate {
        bring(&app, folder);
        drop(app);
        as_an_earlier_release_left_it(&store);
    }
}

/// Takes the last two steps of the shape back.
fn as_an_earlier_release_left_it(store: &Path) {
    let db = rusqlite::Connection::open(store).unwrap();
    db.execute_batch(
        "DROP TABLE apart; DROP TABLE derived_weighed; DROP TABLE derived_thread;
         DROP TABLE derived_month; DROP TABLE derived_stale_contact;
         DROP TABLE derived_stale_thread; PRAGMA user_version = 10;",
    )
    .unwrap();
}

/// What the store in a folder says, without ids: or how it cannot be opened.
fn said(folder: &Path) -> Result<String, String> {
    let store = folder.join("requite.db");
    let app = match opened(&store) {
        Ok(app) => app,
        Err(Trouble::NotMade { .. }) => return Ok("nothing".to_owned()),
        Err(why) => return Err(format!("it does not open: {why}")),
    };
    let status = app.status().map_err(|why| why.to_string())?;
    let found = app.check_up().map_err(|why| why.to_string())?;
    if !found.damage.is_empty() || !found.loose.is_empty() {
        return Err(format!("it is damaged: {found:?}"));
    }
    let (cards, _) = app.export("csv").map_err(|why| why.to_string())?;
    Ok(format!(
        "{cards}{} interactions, encrypted: {}",
        status.interactions, status.store.encrypted
    ))
}

fn bring(app: &App, folder: &Path) {
    let paths = [folder.join("book.vcf").to_string_lossy().into_owned()];
    let plan = app.plan_import(&paths, &[], None).unwrap();
    let choices = app.likely_choices(&plan, &[]);
    app.settle_import(&plan.id, &choices, &|_| ()).unwrap();
}

fn meet(app: &App, name: &str) {
    let new = NewContact { name: name.to_owned(), ..NewContact::default() };
    app.add_contact(&new).unwrap();
}

fn copy_of(folder: &Path) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(folder).unwrap() {
        let path: PathBuf = file.unwrap().path();
        if path.is_file() {
            std::fs::copy(&path, copy.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    copy
}
