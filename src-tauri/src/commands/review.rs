//! The review.

use app::Trouble;
use app::view::review::ReviewSheet;
use app::view::timeline::InteractionView;
use tauri::State;

use crate::opened::Opened;

/// The whole sheet.
#[tauri::command]
#[specta::specta]
pub(crate) async fn review(opened: State<'_, Opened>) -> Result<ReviewSheet, Trouble> {
    opened.run(move |app| app.review()).await
}

/// The interactions behind a number of the review, newest first. `which` is `asks_in`,
/// `gives_in`, `asks_out`, `gives_out`, `starts_in`, `starts_out` or `all`.
#[tauri::command]
#[specta::specta]
pub(crate) async fn review_evidence(
    opened: State<'_, Opened>,
    contact: String,
    which: String,
) -> Result<Vec<InteractionView>, Trouble> {
    opened.run(move |app| app.review_evidence(&contact, &which)).await
}
