//! The desk: drafts and the check.

use app::Trouble;
use app::view::compose::{Desk, DraftForm, DraftView, HandOver, OpinionView, RecipientCard};
use app::view::deed::Done;
use tauri::State;

use crate::opened::Opened;

/// What matters now of somebody, before writing to them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recipient_card(
    opened: State<'_, Opened>,
    contact: String,
) -> Result<RecipientCard, Trouble> {
    opened.run(move |app| app.recipient_card(&contact)).await
}

/// Puts a kept draft on the desk: what matters of its recipients, and what the check says.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_draft(opened: State<'_, Opened>, id: String) -> Result<Desk, Trouble> {
    opened.run(move |app| app.open_draft(&id)).await
}

/// What the check says of the draft as it is being typed. Asks no store: it judges against
/// what was taken when the draft was opened.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_draft(
    opened: State<'_, Opened>,
    id: String,
    subject: String,
    text: String,
) -> Result<OpinionView, Trouble> {
    opened.run(move |app| app.check_draft(&id, &subject, &text)).await
}

/// Silences a rule for one draft, or lets it speak again.
#[tauri::command]
#[specta::specta]
pub(crate) async fn dismiss_finding(
    opened: State<'_, Opened>,
    draft: String,
    rule: String,
    on: bool,
) -> Result<OpinionView, Trouble> {
    opened.run(move |app| app.dismiss_finding(&draft, &rule, on)).await
}

/// Says that a draft is an announcement, which may go to many and say the same to all.
#[tauri::command]
#[specta::specta]
pub(crate) async fn announce(
    opened: State<'_, Opened>,
    draft: String,
    on: bool,
) -> Result<OpinionView, Trouble> {
    opened.run(move |app| app.announce(&draft, on)).await
}

/// Kept drafts, the last touched first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_drafts(opened: State<'_, Opened>) -> Result<Vec<DraftView>, Trouble> {
    opened.run(move |app| app.list_drafts()).await
}

/// Keeps a draft as it stands; makes one where the id is empty.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_draft(
    opened: State<'_, Opened>,
    form: DraftForm,
) -> Result<Done<DraftView>, Trouble> {
    opened.run(move |app| app.save_draft(&form)).await
}

/// How a draft leaves the house.
#[tauri::command]
#[specta::specta]
pub(crate) async fn hand_over(opened: State<'_, Opened>, id: String) -> Result<HandOver, Trouble> {
    opened.run(move |app| app.hand_over(&id)).await
}

/// Says that a draft was sent: logs it once for each recipient, as letters go, and clears
/// the desk.
#[tauri::command]
#[specta::specta]
pub(crate) async fn mark_sent(
    opened: State<'_, Opened>,
    id: String,
) -> Result<Done<String>, Trouble> {
    opened.run(move |app| app.mark_sent(&id)).await
}

/// Throws a draft away.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_draft(
    opened: State<'_, Opened>,
    id: String,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.remove_draft(&id)).await
}
