//! What passed: shown, logged, corrected.

use app::Trouble;
use app::view::Span;
use app::view::deed::Done;
use app::view::timeline::{FormattedView, InteractionView, LogForm, TimelinePage, TimelineWanted};
use tauri::State;

use crate::opened::Opened;

/// A page of what passed with somebody, newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn timeline(
    opened: State<'_, Opened>,
    id: String,
    wanted: TimelineWanted,
) -> Result<TimelinePage, Trouble> {
    opened.run(move |app| app.timeline(&id, &wanted)).await
}

/// A whole conversation, oldest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_conversation(
    opened: State<'_, Opened>,
    id: String,
) -> Result<Vec<InteractionView>, Trouble> {
    opened.run(move |app| app.open_conversation(&id)).await
}

/// These interactions, in the order asked; those that are gone are left out.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_interactions(
    opened: State<'_, Opened>,
    ids: Vec<String>,
) -> Result<Vec<InteractionView>, Trouble> {
    opened.run(move |app| app.open_interactions(&ids)).await
}

/// Logs something that passed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn log_interaction(
    opened: State<'_, Opened>,
    form: LogForm,
) -> Result<Done<String>, Trouble> {
    opened.run(move |app| app.log_interaction(&form)).await
}

/// Takes something that passed away.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_interaction(
    opened: State<'_, Opened>,
    id: String,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.remove_interaction(&id)).await
}

/// The owner's word on what a message, or one sentence of it, does. It outranks the engine
/// for ever.
#[tauri::command]
#[specta::specta]
pub(crate) async fn correct_act(
    opened: State<'_, Opened>,
    interaction: String,
    kind: String,
    span: Option<Span>,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.correct_act(&interaction, &kind, span)).await
}

/// A letter as its writer set it, made harmless; nothing where it came as plain text.
#[tauri::command]
#[specta::specta]
pub(crate) async fn formatted(
    opened: State<'_, Opened>,
    id: String,
) -> Result<Option<FormattedView>, Trouble> {
    opened.run(move |app| app.formatted(&id)).await
}
