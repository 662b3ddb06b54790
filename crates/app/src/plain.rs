//! Everything as plain files that last longer than any program, and back from them.
//!
//! A folder with `requite.jsonl`, which is all of it, line by line (`docs/plain-export.md`); the
//! people as `contacts.vcf` and the mails as `messages.mbox` for other programs.

mod back;
mod mails;
mod out;

use crate::view::plain::PlainDone;
use crate::{App, Trouble, parse, when};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// The name of the file that is all of it.
const ALL: &str = "requite.jsonl";
const CONTACTS: &str = "contacts.vcf";
const MAILS: &str = "messages.mbox";
const README: &str = "README.txt";

/// What whoever finds the folder in twenty years should know.
const TOLD: &str = "\
Everything that was kept in a Requite store, as plain files.

requite.jsonl   all of it: one JSON object a line. `requite bring-back FOLDER` reads it into an
                empty store. The first line names the format, the last one closes the file.
contacts.vcf    the people, for any address book (vCard 3.0)
messages.mbox   the e-mails, for any mail program (mboxrd)

None of this is encrypted.
";

impl App {
    /// Writes everything that is kept into a folder that is new or empty.
    ///
    /// # Errors
    /// Where something is in the folder already, or it cannot be written; what was written by then
    /// is taken away again.
    pub fn take_out_everything(&self, folder: &str) -> Result<PlainDone, Trouble> {
        let folder = Path::new(folder);
        let troubled = |why| Trouble::file(folder, &why);
        std::fs::create_dir_all(folder).map_err(troubled)?;
        if std::fs::read_dir(folder).map_err(troubled)?.next().is_some() {
            return Err(parse::not_understood(&format!(
                "{} is not empty: choose a new folder",
                folder.display()
            )));
        }
        let done = self.write_everything(folder);
        if done.is_err() {
            for name in [ALL, CONTACTS, MAILS, README] {
                let _ = std::fs::remove_file(folder.join(name));
            }
        }
        done
    }

    fn write_everything(&self, folder: &Path) -> Result<PlainDone, Trouble> {
        let mut done = PlainDone { path: folder.display().to_string(), ..PlainDone::default() };
        in_file(&folder.join(README), |file| Ok(file.write_all(TOLD.as_bytes())?))?;
        in_file(&folder.join(CONTACTS), |file| {
            Ok(file.write_all(self.export("vcard")?.0.as_bytes())?)
        })?;
        let now = when::iso(self.now());
        self.store().read(|reader| {
            let written =
                in_file(&folder.join(MAILS), |file| mails::write(reader, file)).and_then(|mails| {
                    let all = in_file(&folder.join(ALL), |file| out::write(reader, file, &now))?;
                    (done.mails, done.contacts, done.interactions) = (mails, all.0, all.1);
                    Ok(())
                });
            Ok(written)
        })??;
        Ok(done)
    }

    /// Brings everything back from such a folder (or its `requite.jsonl`) into this store, which
    /// must be empty. All of it or nothing: what arrives is compared with what was taken out.
    ///
    /// # Errors
    /// Where anything is kept here already; where the file is not there, not whole, or damaged:
    /// then the line is named and nothing was changed.
    pub fn bring_back_everything(&self, folder: &str) -> Result<PlainDone, Trouble> {
        let mut path = Path::new(folder).to_path_buf();
        if path.is_dir() {
            path = path.join(ALL);
        }
        let holds = self.store().read(|reader| reader.holds())?;
        if holds.contacts || holds.interactions {
            return Err(parse::not_understood(
                "something is kept in this store already: a plain export is brought back into an \
                 empty one",
            ));
        }
        let checked = back::check(&path)?;
        back::bring(self, &path, &checked)?;
        self.index_words()?;
        self.weigh()?;
        self.sent_changed();
        Ok(PlainDone {
            path: path.display().to_string(),
            contacts: checked.contacts,
            interactions: checked.passed,
            mails: 0,
        })
    }
}

/// What went wrong with writing: the file, or what was to be written.
enum WriteTrouble {
    File(std::io::Error),
    Other(Trouble),
}

impl From<std::io::Error> for WriteTrouble {
    fn from(why: std::io::Error) -> Self {
        Self::File(why)
    }
}

impl From<Trouble> for WriteTrouble {
    fn from(trouble: Trouble) -> Self {
        Self::Other(trouble)
    }
}

impl From<store::Fault> for WriteTrouble {
    fn from(fault: store::Fault) -> Self {
        Self::Other(fault.into())
    }
}

/// Writes a new file, all of it to the disk.
fn in_file<T>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, WriteTrouble>,
) -> Result<T, Trouble> {
    let told = |trouble| match trouble {
        WriteTrouble::File(why) => Trouble::file(path, &why),
        WriteTrouble::Other(trouble) => trouble,
    };
    let file = File::create_new(path).map_err(|why| Trouble::file(path, &why))?;
    let mut out = BufWriter::new(&file);
    let value = write(&mut out).map_err(told)?;
    out.flush().and_then(|()| file.sync_all()).map_err(|why| Trouble::file(path, &why))?;
    Ok(value)
}
