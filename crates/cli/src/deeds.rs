//! One function a subcommand.

use crate::Answer;
use crate::arguments::{Check, Log};
use crate::print::{Out, day, line, table};
use app::view::compose::{DraftForm, OpinionView, RecipientCard};
use app::view::contact::{ContactCard, ContactRow, ListWanted};
use app::view::import::{DayOrder, DayOrderAsked, ImportPlan, ImportSummary, Watched};
use app::view::search::Found;
use app::view::settings::Status;
use app::view::timeline::{InteractionView, LogForm, NoteForm, TimelineWanted};
use app::{App, Trouble};
use serde::Serialize;
use std::io::Read;
use std::path::Path;

/// Exit code of a check that says "look again".
const LOOK: u8 = 10;
/// Exit code of a check that says "blast".
const BLAST: u8 = 20;

pub(crate) fn import(
    app: &App,
    out: &Out,
    (paths, me, days): (&[String], &[String], Option<DayOrder>),
) -> Answer {
    let plan = app.plan_import(paths, me, days)?;
    if plan.files.is_empty() {
        return Err(nothing_to_read(&plan, paths));
    }
    if let (None, Some(asked)) = (days, plan.day_order.first()) {
        return Err(days_left_open(asked));
    }
    let choices = app.likely_choices(&plan, me);
    let owner_known = !plan.owner.known.is_empty() || !choices.me.is_empty();
    let summary = app.settle_import(&plan.id, &choices, &|_| ())?.value;
    out.answer(&summary, || import_in_words(&summary, owner_known))?;
    Ok(0)
}

/// Whether the day or the month comes first is nobody's guess.
fn days_left_open(asked: &DayOrderAsked) -> Trouble {
    let example = &asked.example;
    Trouble::File {
        path: asked.file.clone(),
        why: format!(
            "its dates can be read in two ways (“{example}”): say --day-first or --month-first"
        ),
    }
}

/// Not one of the files could be read: that is no import but a mistake.
fn nothing_to_read(plan: &ImportPlan, paths: &[String]) -> Trouble {
    let (path, why) = match plan.snags.first() {
        Some(snag) if !snag.file.is_empty() => (snag.file.clone(), snag.why.clone()),
        Some(snag) => (paths.join(", "), snag.why.clone()),
        None => (paths.join(", "), "there is nothing in it that Requite reads".to_owned()),
    };
    Trouble::File { path, why }
}

fn import_in_words(summary: &ImportSummary, owner_known: bool) -> String {
    let mut text = format!(
        "contacts      {} new, {} updated, {} the same\ninteractions  {} new, {} the same\nnotes         {} new\n",
        summary.contacts.new,
        summary.contacts.updated,
        summary.contacts.same,
        summary.interactions.new,
        summary.interactions.same,
        summary.notes.new,
    );
    if summary.automated > 0 {
        let kept_out = summary.automated;
        text.push_str(&format!("kept out      {kept_out} lists and no-reply senders\n"));
    }
    if !owner_known && summary.interactions.new > 0 {
        text.push_str(
            "Who you are could not be told from the files: import again with --me ADDRESS.\n",
        );
    }
    for snag in &summary.snags {
        let place = snag.line.map(|line| format!(", line {line}")).unwrap_or_default();
        text.push_str(&format!("not read: {}{place}: {}\n", snag.file, snag.why));
    }
    text
}

/// A contact as the terminal lists it.
#[derive(Serialize)]
struct Listed {
    id: String,
    name: String,
    identities: Vec<String>,
    organisation: String,
    title: String,
    last_at: Option<String>,
    interactions: u32,
}

pub(crate) fn contacts(app: &App, out: &Out, query: &[String]) -> Answer {
    const PAGE: u32 = 500;
    let mut wanted = ListWanted { query: query.join(" "), limit: PAGE, ..ListWanted::default() };
    let mut listed = Vec::new();
    loop {
        let page = app.list_contacts(&wanted)?;
        let rows = page.rows.len();
        for row in page.rows {
            listed.push(with_identities(app, row)?);
        }
        wanted.offset += PAGE;
        if rows < PAGE as usize {
            break;
        }
    }
    out.answer(&listed, || {
        let rows = listed.iter().map(|contact| {
            vec![
                line(&contact.name, 32),
                line(&contact.organisation, 28),
                line(&contact.identities.join(", "), 44),
                contact.last_at.as_deref().map(day).unwrap_or_default(),
            ]
        });
        table(&["NAME", "ORGANISATION", "IDENTITIES", "LAST"], &rows.collect::<Vec<_>>())
    })?;
    Ok(0)
}

fn with_identities(app: &App, row: ContactRow) -> Result<Listed, Trouble> {
    let identities = app.identities(&row.id)?;
    Ok(Listed {
        id: row.id,
        name: row.name,
        identities: identities.into_iter().map(|identity| identity.shown).collect(),
        organisation: row.organisation,
        title: row.title,
        last_at: row.last_at,
        interactions: row.interactions,
    })
}

/// A card with the newest of what passed.
#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    card: ContactCard,
    timeline: Vec<InteractionView>,
}

pub(crate) fn show(app: &App, out: &Out, contact: &str) -> Answer {
    let id = app.find_contact(contact)?;
    let card = app.open_contact(&id)?;
    let wanted = TimelineWanted { limit: 20, ..TimelineWanted::default() };
    let timeline = app.timeline(&id, &wanted)?.rows;
    let shown = Shown { card, timeline };
    out.answer(&shown, || card_in_words(&shown))?;
    Ok(0)
}

fn card_in_words(shown: &Shown) -> String {
    let Shown { card, timeline } = shown;
    let mut text = format!("{}\n", line(&card.name, 80));
    let post = [card.title.as_str(), card.organisation.as_str()];
    let post: Vec<&str> = post.into_iter().filter(|part| !part.is_empty()).collect();
    let mut say = |label: &str, what: String| {
        if !what.is_empty() {
            text.push_str(&format!("  {label:<12} {what}\n"));
        }
    };
    say("", line(&post.join(", "), 80));
    for identity in &card.identities {
        say(&identity.kind, line(&identity.shown, 80));
    }
    say("location", line(&card.location, 80));
    say("tags", line(&card.tags.join(", "), 80));
    for note in &card.notes {
        say(&note.kind, format!("{} ({})", line(&note.text, 100), line(&note.source, 40)));
    }
    for promise in card.promises.iter().filter(|promise| !promise.done) {
        say(&promise.kind, line(&promise.text, 100));
    }
    say("balance", card.balance.in_words.clone());
    for row in timeline {
        let words = if row.text.trim().is_empty() { &row.subject } else { &row.text };
        say(&day(&row.at), format!("{:<8} {:<4} {}", row.channel, row.direction, line(words, 80)));
    }
    text
}

/// The id of what a deed made.
#[derive(Serialize)]
struct Made {
    id: String,
}

pub(crate) fn log(app: &App, out: &Out, log: &Log) -> Answer {
    let form = LogForm {
        contacts: vec![app.find_contact(&log.contact)?],
        kind: String::new(),
        channel: log.channel.clone(),
        direction: log.direction.clone(),
        at: log.at.clone(),
        subject: log.subject.clone(),
        text: log.text.clone(),
    };
    let made = Made { id: app.log_interaction(&form)?.value };
    out.answer(&made, || "logged\n".to_owned())?;
    Ok(0)
}

pub(crate) fn note(
    app: &App,
    out: &Out,
    (contact, kind, text, source): (&str, &str, &str, &str),
) -> Answer {
    let contact = app.find_contact(contact)?;
    let form = NoteForm {
        kind: kind.to_owned(),
        text: text.to_owned(),
        source: source.to_owned(),
        link: String::new(),
    };
    let made = Made { id: app.add_note(&contact, &form)?.value };
    out.answer(&made, || "noted\n".to_owned())?;
    Ok(0)
}

/// What a check says, with what is known of the first recipient.
#[derive(Serialize)]
struct Checked {
    #[serde(flatten)]
    opinion: OpinionView,
    card: Option<RecipientCard>,
    cards: Vec<RecipientCard>,
}

pub(crate) fn check(app: &App, out: &Out, check: &Check) -> Answer {
    let recipients =
        check.to.iter().map(|to| app.find_contact(to)).collect::<Result<Vec<_>, _>>()?;
    let form = DraftForm {
        id: String::new(),
        recipients,
        channel: check.channel.clone(),
        answers: None,
        subject: check.subject.clone(),
        text: read(check.file.as_deref())?,
    };
    let (opinion, cards) = app.check_text(app.passing_draft(&form)?)?;
    let code = match opinion.verdict.as_str() {
        "blast" => BLAST,
        "look" => LOOK,
        _ => 0,
    };
    let checked = Checked { opinion, card: cards.first().cloned(), cards };
    out.answer(&checked, || opinion_in_words(&checked.opinion))?;
    Ok(code)
}

fn opinion_in_words(opinion: &OpinionView) -> String {
    let verdict = match opinion.verdict.as_str() {
        "blast" => "A blast",
        "look" => "Look again",
        _ => return "clear\n".to_owned(),
    };
    let mut text = format!("{verdict}: {}\n", opinion.because);
    for finding in &opinion.findings {
        text.push_str(&format!("- {}: {}\n", finding.title, finding.why));
        for evidence in &finding.evidence {
            let likeness = (evidence.likeness * 100.0).round();
            let to = line(&evidence.to, 40);
            text.push_str(&format!("    {} to {to}, {likeness} % alike\n", day(&evidence.at)));
        }
    }
    text
}

fn read(file: Option<&str>) -> Result<String, Trouble> {
    let path = file.filter(|path| *path != "-");
    let bytes = match path {
        Some(path) => std::fs::read(path),
        None => {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
    };
    let shown = path.unwrap_or("standard input").to_owned();
    let bytes = bytes.map_err(|error| Trouble::file(Path::new(&shown), &error))?;
    String::from_utf8(bytes)
        .map_err(|_| Trouble::File { path: shown, why: "this is no text in UTF-8".to_owned() })
}

pub(crate) fn search(app: &App, out: &Out, query: &str) -> Answer {
    app.index_words()?;
    let found = app.search(query)?;
    out.answer(&found, || found_in_words(&found))?;
    Ok(0)
}

fn found_in_words(found: &Found) -> String {
    let mut text = String::new();
    for contact in &found.contacts {
        let (name, at) = (line(&contact.name, 40), line(&contact.organisation, 40));
        text.push_str(&format!("contact     {name}  {at}\n"));
    }
    for note in &found.notes {
        let (name, words) = (line(&note.contact.name, 30), line(&note.text, 90));
        text.push_str(&format!("note        {name}: {words}\n"));
    }
    for row in &found.interactions {
        let name = row.contact.as_ref().map_or("", |contact| contact.name.as_str());
        let (name, words) = (line(name, 30), line(&row.text, 90));
        text.push_str(&format!("{}  {name}: {words}\n", day(&row.at)));
    }
    if text.is_empty() {
        text.push_str("nothing found\n");
    }
    text
}

pub(crate) fn watch(app: &App, out: &Out, (folder, off): (Option<&str>, bool)) -> Answer {
    if folder.is_some() || off {
        // What is kept must not depend on where the command was given.
        let whole = folder.map(|folder| match std::path::absolute(folder) {
            Ok(path) => path.to_string_lossy().into_owned(),
            Err(_) => folder.to_owned(),
        });
        app.watch_folder(whole.as_deref())?;
    }
    let watched = app.watched()?;
    out.answer(&watched, || watched_in_words(&watched))?;
    Ok(0)
}

fn watched_in_words(watched: &Watched) -> String {
    let Some(folder) = &watched.folder else {
        return "No folder is watched.\n".to_owned();
    };
    let mut text = match (&watched.why, watched.files.len()) {
        (Some(why), _) => format!("{folder} cannot be looked into: {why}\n"),
        (None, 0) => format!("Nothing new in {folder}.\n"),
        (None, _) => format!("New in {folder}; bring it in with `requite import`:\n"),
    };
    for file in &watched.files {
        text.push_str(&format!("  {}  ({})\n", file.path, file.what));
    }
    text
}

pub(crate) fn status(app: &App, out: &Out) -> Answer {
    let status = app.status()?;
    out.answer(&status, || status_in_words(&status))?;
    Ok(0)
}

fn status_in_words(status: &Status) -> String {
    let encrypted = if status.store.encrypted { "encrypted" } else { "not encrypted" };
    format!(
        "{} contacts, {} notes\n{} interactions ({} sent, {} received) in {} conversations\n{} ({} bytes, {encrypted}, version {})\n",
        status.contacts,
        status.notes,
        status.interactions,
        status.sent,
        status.received,
        status.conversations,
        status.store.path,
        status.store.bytes,
        status.store.version,
    )
}

pub(crate) fn sample(app: &App, out: &Out) -> Answer {
    let status = app.fill_with_sample()?.value;
    out.answer(&status, || status_in_words(&status))?;
    Ok(0)
}
