//! One program with a target for everything that reads what came from outside; the environment says
//! which (`REQUITE_FUZZ`). Run by `cargo xtask fuzz`, which builds it with its branches counted.

#![no_main]

use app::view::compose::DraftForm;
use app::view::contact::{ContactChange, ListWanted};
use app::view::timeline::{LogForm, NoteForm, PromiseForm, TimelineWanted};
use libfuzzer_sys::{Corpus, fuzz_target};
use std::cell::RefCell;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::LazyLock;

fuzz_target!(init: {
    assert!(target().is_some(), "REQUITE_FUZZ names no target");
}, |data: &[u8]| -> Corpus {
    if let Some(target) = target() {
        target(data);
    }
    Corpus::Keep
});

type Target = fn(&[u8]);

fn target() -> Option<Target> {
    static NAME: LazyLock<String> =
        LazyLock::new(|| std::env::var("REQUITE_FUZZ").unwrap_or_default());
    Some(match NAME.as_str() {
        "mailbox" => |data| read("mail.mbox", data),
        "mail" => |data| read("mail.eml", data),
        "html" => html,
        "formatted" => formatted,
        "vcard" => |data| read("cards.vcf", data),
        "table" => table,
        "archive" => |data| read("archive.zip", data),
        "gzip" => |data| read("mail.mbox.gz", data),
        "chat" => |data| read("chat.txt", data),
        "json" => json,
        "calendar" => |data| read("meetings.ics", data),
        "database" => |data| read("chat.db", data),
        "pst" => |data| read("mail.pst", data),
        "words" => words,
        "draft" => draft,
        "query" => query,
        "command" => command,
        "header" => header,
        "recovery" => |data| drop(lock::RecoveryKey::parse(&text(data))),
        _ => return None,
    })
}

fn text(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}

fn read(name: &str, data: &[u8]) {
    import::read(name, &mut Cursor::new(data), None, &mut |_| ControlFlow::Continue(()));
}

/// A page in a mail.
fn html(data: &[u8]) {
    let head = b"From: a@example.org\nTo: b@example.org\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n\
                 Subject: x\nContent-Type: text/html; charset=utf-8\n\n";
    read("mail.eml", &[head, data].concat());
}

/// A page made harmless: nothing in it does anything, also once it was parsed again. (It may be nested
/// otherwise then: what HTML says of a heading within a heading is not the same twice.)
fn formatted(data: &[u8]) {
    let head = b"From: a@example.org\nContent-Type: text/html; charset=utf-8\n\n";
    let Some(page) = import::formatted(&[head, data].concat()) else { return };
    let again = import::formatted(&[head.as_slice(), page.html.as_bytes()].concat());
    assert!(again.is_none_or(|again| again.links.is_empty()));
    let plain = page.html.to_ascii_lowercase();
    for never in
        ["<script", "<style", "<svg", "<iframe", "<form", "<base", "<meta", " onerror=", " href="]
    {
        // As a tag or an attribute; in text and in values `<` and quotation marks are escaped.
        assert!(!plain.contains(never) || never.starts_with(' '), "{never}");
    }
}

/// The first byte chooses whose table it is.
fn table(data: &[u8]) {
    const HEADS: [(&str, &str); 5] = [
        (
            "Connections.csv",
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
        ),
        ("messages.csv", "FROM,TO,DATE,SUBJECT,CONTENT,DIRECTION,FOLDER\n"),
        ("contacts.csv", "First Name,Last Name,Labels,Birthday,E-mail 1 - Value,Event 1 - Value\n"),
        (
            "outlook.csv",
            "First Name,Last Name,E-mail Address,E-mail 2 Address,Birthday,Categories\n",
        ),
        ("Invitations.csv", "From,To,Sent At,Message,Direction\n"),
    ];
    if let Some((first, rest)) = data.split_first() {
        let (name, head) = HEADS[usize::from(*first) % HEADS.len()];
        read(name, &[head.as_bytes(), rest].concat());
    }
}

/// The first byte chooses whose export it is.
fn json(data: &[u8]) {
    const NAMES: [&str; 5] =
        ["result.json", "message_1.json", "2024-01-15.json", "users.json", "monica.json"];
    if let Some((first, rest)) = data.split_first() {
        read(NAMES[usize::from(*first) % NAMES.len()], rest);
    }
}

/// Addresses, names, days, numbers: whatever is typed or stands in a cell.
fn words(data: &[u8]) {
    let text = text(data);
    drop(model::Identity::guess(&text));
    drop(model::Name::from_shown(&text));
    let _ = model::Day::parse(&text);
    drop(model::likeness::fold(&text));
}

/// What a message does, and the asks in it.
fn draft(data: &[u8]) {
    let text = text(data);
    for act in judge::balance::acts(&text, model::InteractionKind::Message) {
        assert!(text.get(act.sentence).is_some(), "a sentence is a part of its text");
    }
}

thread_local! {
    /// A store with nobody in it; the fuzzer never comes to its end, so nothing tidies it away.
    static APP: RefCell<Option<(tempfile::TempDir, app::App)>> = const { RefCell::new(None) };
    static HEADER: PathBuf = tempfile::tempdir().map(|folder| folder.keep().join("store")).unwrap_or_default();
}

fn with_app(ask: impl FnOnce(&app::App)) {
    APP.with_borrow_mut(|app| {
        let (_, app) = app.get_or_insert_with(|| {
            let folder = tempfile::tempdir().expect("a folder");
            let app = app::App::with_sample(&folder.path().join("requite.db")).expect("a store");
            (folder, app)
        });
        ask(app);
    });
}

/// What is typed into the search. Whatever is asked is answered: a query has no mistakes.
fn query(data: &[u8]) {
    with_app(|app| drop(app.search(&text(data)).expect("an answer")));
}

fn said_at_all(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// What a window or a terminal hands over: the first byte chooses the deed, each line is one of its
/// arguments; an empty one is none. A deed may be refused.
fn command(data: &[u8]) {
    let Some((deed, said)) = data.split_first() else { return };
    let said = text(said);
    let mut lines = said.lines().map(str::to_owned);
    let mut next = || lines.next().unwrap_or_default();
    with_app(|app| {
        let somebody = app
            .list_contacts(&ListWanted { limit: 1, ..ListWanted::default() })
            .expect("the sample's people");
        let somebody = somebody.rows.first().map(|row| row.id.clone()).unwrap_or_default();
        match deed % 8 {
            0 => {
                let (kind, channel, direction) = (next(), next(), next());
                let (at, subject, text) = (said_at_all(next()), next(), next());
                let contacts = std::iter::once(somebody).chain(said_at_all(next())).collect();
                let form = LogForm { contacts, kind, channel, direction, at, subject, text };
                let _ = app.log_interaction(&form);
            }
            1 => {
                let (kind, text, source, link) = (next(), next(), next(), next());
                let _ = app.add_note(&somebody, &NoteForm { kind, text, source, link });
            }
            2 => {
                let (id, kind, text, due_on) = (next(), next(), next(), said_at_all(next()));
                let contact = Some(somebody);
                let form = PromiseForm { id, contact, kind, text, due_on, done: false };
                let _ = app.save_promise(&form);
            }
            3 => {
                let (id, channel, subject, text) = (next(), next(), next(), next());
                let recipients = std::iter::once(somebody).chain(said_at_all(next())).collect();
                let answers = None;
                let form = DraftForm { id, recipients, channel, answers, subject, text };
                let _ = app.save_draft(&form);
            }
            4 => {
                let change = ContactChange::Field { field: next(), value: next() };
                let _ = app.change_contact(&somebody, &change);
            }
            5 => {
                let change = ContactChange::AddIdentity { text: next() };
                let _ = app.change_contact(&somebody, &change);
            }
            6 => {
                let (before, channel) = (said_at_all(next()), said_at_all(next()));
                let query = next();
                let limit = u32::try_from(said.len()).unwrap_or(u32::MAX);
                let _ = app.timeline(&somebody, &TimelineWanted { before, channel, query, limit });
            }
            _ => {
                let _ = app.open_contact(&next());
            }
        }
    });
}

/// The file beside a closed store.
fn header(data: &[u8]) {
    HEADER.with(|store| {
        let mut file = store.clone().into_os_string();
        file.push(".key");
        if std::fs::write(file, data).is_ok() {
            drop(lock::Header::read_all(store));
        }
    });
}
