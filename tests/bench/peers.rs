//! The programs that people would take instead, on the same letters: `mairix`, `mu` and
//! `notmuch`, as Debian has them. Two of them read no mailbox file and are given one file a
//! letter; splitting it up is not counted.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Outcome;
use support::burden::{self, Cost};

/// The packages, by the programs that they bring.
const PACKAGES: &[(&str, &str)] =
    &[("mairix", "mairix"), ("mu", "maildir-utils"), ("notmuch", "notmuch")];
/// `mairix` takes no more letters of one mailbox than this.
const MAIRIX_AT_MOST: usize = 65_535;
/// The first line of each letter in the mailboxes that are made here.
const POSTMARK: &str = "From MAILER-DAEMON ";

/// Letters as each of them wants them.
pub(crate) struct Letters {
    count: usize,
    mailbox: PathBuf,
    maildir: PathBuf,
    folder: PathBuf,
}

/// Installs what is missing, with the system's package manager.
pub(crate) fn install() -> Outcome {
    let missing: Vec<&str> = PACKAGES
        .iter()
        .filter(|(program, _)| !is_there(program))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut install = match is_there("sudo") {
        true => Command::new("sudo"),
        false => Command::new("env"),
    };
    let status = install.args(["apt-get", "install", "-y", "-q"]).args(&missing).status()?;
    match status.success() {
        true => Ok(()),
        false => Err(format!("These could not be installed: {}.", missing.join(", ")).into()),
    }
}

fn is_there(program: &str) -> bool {
    let found = Command::new("which").arg(program).stdout(Stdio::null()).status();
    found.is_ok_and(|it| it.success())
}

impl Letters {
    /// Splits a mailbox up beside it.
    pub(crate) fn of(mailbox: &Path, count: usize) -> Outcome<Self> {
        let folder = mailbox.with_extension("peers");
        let maildir = folder.join("maildir");
        for part in ["cur", "new", "tmp"] {
            fs::create_dir_all(maildir.join(part))?;
        }
        let mut letter: Option<File> = None;
        let mut number = 0;
        for line in BufReader::new(File::open(mailbox)?).split(b'\n') {
            let line = line?;
            if line.starts_with(POSTMARK.as_bytes()) {
                let name = format!("cur/{number}.bench:2,S");
                letter = Some(File::create(maildir.join(name))?);
                number += 1;
            } else if let Some(letter) = &mut letter {
                letter.write_all(&[line.as_slice(), b"\n"].concat())?;
            }
        }
        Ok(Self { count, mailbox: mailbox.to_owned(), maildir, folder })
    }

    /// Has each of them index the letters once, anew.
    pub(crate) fn indexed(&self) -> Outcome<Vec<(&'static str, Cost)>> {
        let mut costs = Vec::new();
        if self.count <= MAIRIX_AT_MOST {
            costs.push(("mairix", self.mairix()?));
        }
        costs.push(("mu", self.mu()?));
        costs.push(("notmuch", self.notmuch()?));
        Ok(costs)
    }

    fn fresh(&self, name: &str) -> Outcome<PathBuf> {
        let path = self.folder.join(name);
        if path.exists() {
            fs::remove_dir_all(&path)?;
        }
        fs::create_dir_all(&path)?;
        Ok(path)
    }

    fn mairix(&self) -> Outcome<Cost> {
        let home = self.fresh("mairix")?;
        let settings = home.join("rc");
        let (base, mailbox) = (self.folder.display(), self.mailbox.display());
        let database = home.join("database");
        let text = format!(
            "base={base}\nmbox={mailbox}\ndatabase={}\nmfolder=found\n",
            database.display()
        );
        fs::write(&settings, text)?;
        burden::of(Command::new("mairix").arg("-f").arg(settings))
    }

    fn mu(&self) -> Outcome<Cost> {
        let home = self.fresh("mu")?;
        let home = format!("--muhome={}", home.display());
        let maildir = format!("--maildir={}", self.maildir.display());
        burden::of(Command::new("mu").args(["init", &home, &maildir, "--quiet"]))?;
        burden::of(Command::new("mu").args(["index", &home, "--quiet"]))
    }

    fn notmuch(&self) -> Outcome<Cost> {
        let index = self.maildir.join(".notmuch");
        if index.exists() {
            fs::remove_dir_all(index)?;
        }
        let home = self.fresh("notmuch")?;
        let settings = home.join("config");
        let path = self.maildir.display();
        fs::write(&settings, format!("[database]\npath={path}\n[new]\ntags=new\n"))?;
        burden::of(Command::new("notmuch").args(["new", "--quiet"]).env("NOTMUCH_CONFIG", settings))
    }
}

impl Drop for Letters {
    fn drop(&mut self) {
        // A hundred thousand files are nobody's wish to keep.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
