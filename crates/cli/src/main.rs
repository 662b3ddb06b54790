//! `requite`: the same deeds from a terminal, over the same `app`. No WebKit, no display.
//!
//! Arguments in, one `app` call, the answer out: as a table for people, or with `--json` as it
//! goes over the wire (`docs/cli.md`). Deliberately absent: any rule of its own.

mod arguments;
mod deeds;
mod export;
mod keys;
mod past;
mod print;
mod review;
mod trust;

use app::view::import::DayOrder;
use app::{App, Entrance, Trouble};
use arguments::{Arguments, Deed};
use clap::Parser;
use clap::error::ErrorKind;
use keys::Keys;
use std::process::ExitCode;

/// Letters are many small texts; the system's allocator is made for fewer.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What a deed answers to the shell: 0, or for `check` 10 (look again) and 20 (blast).
type Answer = Result<u8, Trouble>;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(said) => return not_understood(&said),
    };
    match run(&arguments) {
        Ok(code) => ExitCode::from(code),
        Err(trouble) => {
            complain(&trouble.to_string());
            ExitCode::from(2)
        }
    }
}

/// Help and version are asked for and go to standard output; a word too many is a complaint.
fn not_understood(said: &clap::Error) -> ExitCode {
    let is_help = said.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    if is_help || !said.use_stderr() {
        let _ = said.print();
        return ExitCode::from(if is_help { 2 } else { 0 });
    }
    let text = said.to_string();
    let text = text.split("\n\n").next().unwrap_or_default();
    complain(&format!("{}; see --help", text.trim_start_matches("error: ")));
    ExitCode::from(2)
}

fn run(arguments: &Arguments) -> Answer {
    let place = arguments.store.clone().unwrap_or_else(app::place::default_store);
    let (entrance, keys) = (Entrance::at(&place), Keys::of(arguments));
    let out = print::Out::new(arguments.json);
    match &arguments.deed {
        Deed::Restore { from } => return trust::restore(&entrance, &keys, (&out, from)),
        Deed::Verify { from } => return trust::verify(&entrance, &keys, (&out, from)),
        Deed::Salvage => return trust::salvage(&entrance, &keys, &out),
        Deed::Rekey => return trust::rekey(&entrance, &keys, &out),
        _ => {}
    }
    deed(&keys.open(&entrance)?, &out, &arguments.deed)
}

/// One deed in an open store.
fn deed(app: &App, out: &print::Out, deed: &Deed) -> Answer {
    match deed {
        Deed::Import { paths, me, day_first, month_first } => {
            let days = match (day_first, month_first) {
                (true, _) => Some(DayOrder::DayFirst),
                (_, true) => Some(DayOrder::MonthFirst),
                _ => None,
            };
            deeds::import(app, out, (paths, me, days))
        }
        Deed::Watch { folder, off } => deeds::watch(app, out, (folder.as_deref(), *off)),
        Deed::Contacts { query } => deeds::contacts(app, out, query),
        Deed::Show { contact } => deeds::show(app, out, contact),
        Deed::Log(log) => deeds::log(app, out, log),
        Deed::Note { contact, kind, text, source } => {
            deeds::note(app, out, (contact, kind, text, source))
        }
        Deed::Check(check) => deeds::check(app, out, check),
        Deed::Review => review::review(app, out),
        Deed::WhatWorks => review::what_works(app, out),
        Deed::Search { query } => deeds::search(app, out, &query.join(" ")),
        Deed::Export { format, to } => export::export(app, out, (format, to.as_deref())),
        Deed::BringBack { from } => export::bring_back(app, out, from),
        Deed::History { contact, trash } => past::history(app, out, (contact.as_deref(), *trash)),
        Deed::TakeBack { id } => past::take_back(app, out, id),
        Deed::Status => deeds::status(app, out),
        Deed::Sample => deeds::sample(app, out),
        Deed::Unlock => trust::unlock(app, out),
        Deed::Lock => trust::lock(app, out),
        Deed::RecoveryKey => trust::recovery_key(app, out),
        Deed::Backup { to, own_passphrase } => {
            trust::backup(app, out, (to.as_deref(), *own_passphrase))
        }
        Deed::Doctor => trust::doctor(app, out),
        // Done before anything was opened.
        Deed::Restore { .. } | Deed::Verify { .. } | Deed::Rekey | Deed::Salvage => Ok(0),
    }
}

/// One sentence on standard error.
#[allow(clippy::print_stderr, reason = "a terminal program's place for complaints")]
fn complain(sentence: &str) {
    eprintln!("requite: {}", print::line(sentence, 600));
}
