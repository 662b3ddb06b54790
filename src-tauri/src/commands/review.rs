//! The review.

use app::view::deed::Done;
use app::view::review::{CuedView, Learnt, ReviewSheet, WhatWorks};
use app::{App, Trouble};
use tauri::State;

use crate::opened::Opened;

/// The whole sheet.
#[tauri::command]
#[specta::specta]
pub(crate) async fn review(opened: State<'_, Opened>) -> Result<ReviewSheet, Trouble> {
    opened.run(move |app| app.review()).await
}

/// The interactions behind a number of somebody's row, newest first. `which` is `asks_in`,
/// `gives_in`, `asks_out`, `gives_out`, `starts_in`, `starts_out` or `all`.
#[tauri::command]
#[specta::specta]
pub(crate) async fn review_evidence(
    opened: State<'_, Opened>,
    contact: String,
    which: String,
) -> Result<Vec<CuedView>, Trouble> {
    opened.run(move |app| app.review_evidence(&contact, &which)).await
}

/// The interactions behind a number of the owner's own behaviour, newest first. `which` is
/// `starts`, `asking`, `gives`, `answered` or a sort of opening in what works.
#[tauri::command]
#[specta::specta]
pub(crate) async fn own_evidence(
    opened: State<'_, Opened>,
    which: String,
) -> Result<Vec<CuedView>, Trouble> {
    opened.run(move |app| app.own_evidence(&which)).await
}

/// These interactions as evidence, in the order asked; those that are gone are left out.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_evidence(
    opened: State<'_, Opened>,
    ids: Vec<String>,
) -> Result<Vec<CuedView>, Trouble> {
    opened.run(move |app| app.open_evidence(&ids)).await
}

/// How often the owner's openings are answered, by sort.
#[tauri::command]
#[specta::specta]
pub(crate) async fn what_works(opened: State<'_, Opened>) -> Result<WhatWorks, Trouble> {
    opened.run(move |app| app.what_works()).await
}

/// What was learnt from the owner's corrections.
#[tauri::command]
#[specta::specta]
pub(crate) async fn learnt(opened: State<'_, Opened>) -> Result<Learnt, Trouble> {
    opened.run(move |app| app.learnt()).await
}

/// Has one correction forgotten by the learning.
#[tauri::command]
#[specta::specta]
pub(crate) async fn forget_learnt(
    opened: State<'_, Opened>,
    id: String,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.forget_learnt(&id)).await
}

/// Has everything forgotten that was learnt.
#[tauri::command]
#[specta::specta]
pub(crate) async fn forget_all_learnt(opened: State<'_, Opened>) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.forget_all_learnt()).await
}

/// Judges what an older engine judged, or what was judged before the last thing was learnt,
/// makes findable what an import left behind, weighs what passed, makes the check ready, and
/// finds those who may be one person.
#[tauri::command]
#[specta::specta]
pub(crate) async fn judge_anew(opened: State<'_, Opened>) -> Result<Done<u32>, Trouble> {
    let work = move |app: &App| {
        let judged = app.judge_anew()?;
        app.index_words()?;
        app.weigh()?;
        app.prepare_check()?;
        app.likely_same(0)?;
        Ok(judged)
    };
    opened.run(work).await
}
