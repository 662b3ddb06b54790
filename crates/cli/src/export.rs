//! Taking out what is kept, and bringing everything back.

use crate::Answer;
use crate::print::Out;
use app::{App, Trouble};
use serde::Serialize;
use std::path::Path;

/// How many contacts were written, and where.
#[derive(Serialize)]
struct Exported {
    contacts: u32,
    path: String,
}

pub(crate) fn export(app: &App, out: &Out, (format, to): (&str, Option<&str>)) -> Answer {
    if format == "everything" {
        let folder = to.ok_or_else(|| Trouble::NotUnderstood {
            why: "everything goes into a folder: name a new one with --to".to_owned(),
        })?;
        let done = app.take_out_everything(folder)?;
        out.answer(&done, || {
            let (people, passed, mails) = (done.contacts, done.interactions, done.mails);
            format!("{people} contacts, {passed} interactions, {mails} mails written to {folder}\n")
        })?;
        return Ok(0);
    }
    let Some(path) = to else {
        let (text, _) = app.export(format)?;
        out.raw(&text)?;
        return Ok(0);
    };
    let contacts = app.export_contacts(format, path)?;
    let exported = Exported { contacts, path: path.to_owned() };
    out.answer(&exported, || format!("{contacts} contacts written to {path}\n"))?;
    Ok(0)
}

pub(crate) fn bring_back(app: &App, out: &Out, from: &Path) -> Answer {
    let done = app.bring_back_everything(&from.to_string_lossy())?;
    out.answer(&done, || {
        format!("{} contacts, {} interactions are back\n", done.contacts, done.interactions)
    })?;
    Ok(0)
}
