//! What a disk holds after the power went: recorded writes, of which only those before the last sync
//! of their file are sure to have arrived. Of later ones none, the first few, any of them, or any
//! sectors of them may have (Pillai et al., "All File Systems Are Not Created Equal", OSDI 2014).

use crate::dice::Dice;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The system calls that are recorded.
pub(crate) const CALLS: &str = "openat,pwrite64,write,ftruncate,fsync,fdatasync,rename,renameat2,\
                                unlink,unlinkat,copy_file_range,sendfile";
/// A disk writes a sector whole or not at all.
const SECTOR: usize = 512;

/// What of the writes that nobody waited for has arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// None.
    Unsynced,
    /// The first few.
    Prefix,
    /// Any of them.
    Subset,
    /// Any sectors of any of them.
    Torn,
}

impl Loss {
    /// Every sort.
    pub const ALL: [Self; 4] = [Self::Unsynced, Self::Prefix, Self::Subset, Self::Torn];

    /// Its name, for tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unsynced => "unsynced",
            Self::Prefix => "prefix",
            Self::Subset => "subset",
            Self::Torn => "torn",
        }
    }
}

/// A file, whatever it is called by now.
type Inode = usize;

#[derive(Debug)]
enum Step {
    Write {
        inode: Inode,
        offset: usize,
        bytes: Vec<u8>,
    },
    Truncate {
        inode: Inode,
        length: usize,
    },
    Sync {
        inode: Inode,
    },
    /// The names in a folder: what stands for what.
    Name {
        name: PathBuf,
        inode: Option<Inode>,
    },
    Rename {
        from: PathBuf,
        to: PathBuf,
    },
    SyncFolder {
        folder: PathBuf,
    },
    Confirm,
}

/// What a deed wrote, in order.
pub struct Recording {
    before: BTreeMap<PathBuf, Inode>,
    contents: Vec<Vec<u8>>,
    steps: Vec<Step>,
}

impl Recording {
    /// Reads a trace of what was done in `folder`, which was a copy of `before`; `confirmed` is
    /// written to standard output when the deed was.
    pub(crate) fn of(trace: &str, (before, folder): (&Path, &Path), confirmed: &str) -> Self {
        let mut reader = TraceReader::new(before, folder, confirmed);
        for line in whole_lines(trace) {
            reader.read(&line);
        }
        reader.recording
    }

    /// How many moments there are at which the power may go.
    pub fn moments(&self) -> usize {
        self.steps.len() + 1
    }

    /// Writes what the disk holds where the power went before this step; answers whether the deed
    /// had been confirmed by then.
    pub(crate) fn left_at(
        &self,
        (moment, loss): (usize, Loss),
        dice: &mut Dice,
        folder: &Path,
    ) -> bool {
        let done = &self.steps[..moment];
        let mut contents = self.contents.clone();
        let mut names = self.before.clone();
        let reached = dice.below(moment + 1);
        for (at, step) in done.iter().enumerate() {
            let is_synced = done[at..].iter().any(|later| step.is_made_sure_by(later));
            let arrives = is_synced
                || match loss {
                    Loss::Unsynced => false,
                    Loss::Prefix => at < reached,
                    // Names change in the order in which they were changed.
                    Loss::Subset | Loss::Torn if step.is_about_names() => at < reached,
                    Loss::Subset | Loss::Torn => dice.falls(0.5),
                };
            if arrives {
                let torn = loss == Loss::Torn && !is_synced;
                step.arrive((&mut contents, &mut names), torn.then_some(&mut *dice));
            }
        }
        for (name, inode) in names {
            // The index of the log is made anew: it lies in memory.
            if name.to_string_lossy().ends_with("-shm") {
                continue;
            }
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, &contents[inode]).unwrap();
        }
        done.iter().any(|step| matches!(step, Step::Confirm))
    }
}

impl Step {
    const fn is_about_names(&self) -> bool {
        matches!(self, Self::Name { .. } | Self::Rename { .. })
    }

    fn is_made_sure_by(&self, later: &Self) -> bool {
        match (self, later) {
            (
                Self::Write { inode, .. } | Self::Truncate { inode, .. },
                Self::Sync { inode: synced },
            ) => inode == synced,
            (
                Self::Name { name, .. } | Self::Rename { to: name, .. },
                Self::SyncFolder { folder },
            ) => name.parent() == Some(folder),
            _ => false,
        }
    }

    fn arrive(
        &self,
        (contents, names): (&mut [Vec<u8>], &mut BTreeMap<PathBuf, Inode>),
        torn: Option<&mut Dice>,
    ) {
        match self {
            Self::Write { inode, offset, bytes } => {
                put(&mut contents[*inode], *offset, bytes, torn)
            }
            Self::Truncate { inode, length } => contents[*inode].resize(*length, 0),
            Self::Name { name, inode: Some(inode) } => drop(names.insert(name.clone(), *inode)),
            Self::Name { name, inode: None } => drop(names.remove(name)),
            Self::Rename { from, to } => {
                if let Some(inode) = names.remove(from) {
                    names.insert(to.clone(), inode);
                }
            }
            Self::Sync { .. } | Self::SyncFolder { .. } | Self::Confirm => {}
        }
    }
}

fn put(content: &mut Vec<u8>, offset: usize, bytes: &[u8], mut torn: Option<&mut Dice>) {
    if content.len() < offset + bytes.len() {
        content.resize(offset + bytes.len(), 0);
    }
    let mut at = 0;
    while at < bytes.len() {
        let end = bytes.len().min((offset + at) / SECTOR * SECTOR + SECTOR - offset);
        if torn.as_mut().is_none_or(|dice| dice.falls(0.5)) {
            content[offset + at..offset + end].copy_from_slice(&bytes[at..end]);
        }
        at = end;
    }
}

/// The trace's lines, those that were interrupted by another thread's put together.
fn whole_lines(trace: &str) -> Vec<String> {
    let mut begun: BTreeMap<&str, &str> = BTreeMap::new();
    let mut whole = Vec::new();
    for line in trace.lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        if let Some(first) = rest.strip_suffix(" <unfinished ...>") {
            begun.insert(thread, first);
        } else if rest.starts_with("<... ")
            && let Some((_, second)) = rest.split_once("resumed>")
        {
            whole.push(format!("{}{second}", begun.remove(thread).unwrap_or_default()));
        } else {
            whole.push(rest.to_owned());
        }
    }
    whole
}

/// What is known while a trace is read.
struct TraceReader<'a> {
    folder: PathBuf,
    confirmed: &'a str,
    names: BTreeMap<PathBuf, Inode>,
    /// How far each open file was written that is written without saying where.
    written: BTreeMap<String, usize>,
    recording: Recording,
}

impl<'a> TraceReader<'a> {
    fn new(before: &Path, folder: &Path, confirmed: &'a str) -> Self {
        let mut contents = Vec::new();
        let mut names = BTreeMap::new();
        for file in std::fs::read_dir(before).unwrap() {
            let path = file.unwrap().path();
            if path.is_file() {
                names.insert(PathBuf::from(path.file_name().unwrap()), contents.len());
                contents.push(std::fs::read(path).unwrap());
            }
        }
        let recording = Recording { before: names.clone(), contents, steps: Vec::new() };
        let folder = folder.canonicalize().unwrap();
        Self { folder, confirmed, names, written: BTreeMap::new(), recording }
    }

    fn read(&mut self, line: &str) {
        let Some((call, rest)) = line.split_once('(') else { return };
        let Some((arguments, answer)) = rest.rsplit_once(") = ") else { return };
        if answer.starts_with('-') {
            return;
        }
        match call {
            "openat" => self.opened(arguments, answer),
            "pwrite64" => self.written_at(arguments),
            "write" => self.written_on(arguments),
            "ftruncate" => self.truncated(arguments),
            "fsync" | "fdatasync" => self.synced(arguments),
            "rename" | "renameat2" => self.renamed(arguments),
            "unlink" | "unlinkat" => self.unlinked(arguments),
            // What is copied inside the kernel cannot be seen here; nothing of ours may do so.
            "copy_file_range" | "sendfile" => {
                let ours = arguments.split(", ").any(|it| self.file_of(it).is_some());
                assert!(!ours, "copied unseen: {line}");
            }
            _ => {}
        }
    }

    /// The path beside an open file's number, where it is one of ours.
    fn file_of(&self, argument: &str) -> Option<PathBuf> {
        let (_, path) = argument.split_once('<')?;
        let path = PathBuf::from(unescaped(path.rsplit_once('>')?.0));
        path.strip_prefix(&self.folder).ok().map(Path::to_path_buf)
    }

    fn named(&self, quoted: &str) -> Option<PathBuf> {
        let path = PathBuf::from(unescaped(quoted.trim().trim_matches('"')));
        path.strip_prefix(&self.folder).ok().map(Path::to_path_buf)
    }

    fn inode(&mut self, name: &Path) -> Inode {
        if let Some(inode) = self.names.get(name) {
            return *inode;
        }
        let inode = self.recording.contents.len();
        self.recording.contents.push(Vec::new());
        self.names.insert(name.to_path_buf(), inode);
        self.recording.steps.push(Step::Name { name: name.to_path_buf(), inode: Some(inode) });
        inode
    }

    fn opened(&mut self, arguments: &str, answer: &str) {
        let Some(name) = self.file_of(answer).filter(|name| !name.as_os_str().is_empty()) else {
            return;
        };
        if let Some((number, _)) = answer.split_once('<') {
            self.written.insert(number.to_owned(), 0);
        }
        if arguments.contains("O_CREAT") {
            self.inode(&name);
        }
        if arguments.contains("O_TRUNC") {
            let inode = self.inode(&name);
            self.recording.steps.push(Step::Truncate { inode, length: 0 });
        }
    }

    fn written_at(&mut self, arguments: &str) {
        let parts: Vec<&str> = arguments.split(", ").collect();
        let [file, bytes, _, offset] = parts.as_slice() else { return };
        let Some(name) = self.file_of(file) else { return };
        let inode = self.inode(&name);
        let (offset, bytes) = (offset.parse().unwrap(), bytes_of(bytes));
        self.recording.steps.push(Step::Write { inode, offset, bytes });
    }

    fn written_on(&mut self, arguments: &str) {
        let parts: Vec<&str> = arguments.split(", ").collect();
        let [file, bytes, _] = parts.as_slice() else { return };
        let bytes = bytes_of(bytes);
        let Some((number, _)) = file.split_once('<') else { return };
        if number == "1" && String::from_utf8_lossy(&bytes).contains(self.confirmed) {
            self.recording.steps.push(Step::Confirm);
        }
        let Some(name) = self.file_of(file) else { return };
        let inode = self.inode(&name);
        let written = self.written.entry(number.to_owned()).or_default();
        let offset = *written;
        *written += bytes.len();
        self.recording.steps.push(Step::Write { inode, offset, bytes });
    }

    fn truncated(&mut self, arguments: &str) {
        let Some((file, length)) = arguments.split_once(", ") else { return };
        let Some(name) = self.file_of(file) else { return };
        let inode = self.inode(&name);
        self.recording.steps.push(Step::Truncate { inode, length: length.parse().unwrap() });
    }

    fn synced(&mut self, arguments: &str) {
        let Some(name) = self.file_of(arguments) else { return };
        let step = match self.names.get(&name) {
            Some(inode) => Step::Sync { inode: *inode },
            None => Step::SyncFolder { folder: name },
        };
        self.recording.steps.push(step);
    }

    fn renamed(&mut self, arguments: &str) {
        let quoted: Vec<&str> = arguments.split(", ").filter(|it| it.starts_with('"')).collect();
        let [from, to] = quoted.as_slice() else { return };
        let (Some(from), Some(to)) = (self.named(from), self.named(to)) else { return };
        if let Some(inode) = self.names.remove(&from) {
            self.names.insert(to.clone(), inode);
            self.recording.steps.push(Step::Rename { from, to });
        }
    }

    fn unlinked(&mut self, arguments: &str) {
        let quoted = arguments.split(", ").find(|it| it.starts_with('"'));
        let Some(name) = quoted.and_then(|it| self.named(it)) else { return };
        if self.names.remove(&name).is_some() {
            self.recording.steps.push(Step::Name { name, inode: None });
        }
    }
}

fn bytes_of(quoted: &str) -> Vec<u8> {
    let hex = quoted.trim_matches('"');
    let byte = |byte: &str| u8::from_str_radix(byte.get(..2).unwrap(), 16).unwrap();
    hex.split("\\x").skip(1).map(byte).collect()
}

/// A path, of which any letters may be given by their numbers.
fn unescaped(text: &str) -> String {
    if !text.contains("\\x") {
        return text.to_owned();
    }
    String::from_utf8_lossy(&bytes_of(text)).into_owned()
}
