//! Bringing in files.

use app::Trouble;
use app::view::deed::Done;
use app::view::import::{
    DayOrder, ImportChoices, ImportPlan, ImportRow, ImportSummary, SnagView, Watched,
};
use app::view::settings::Status;
use tauri::{Emitter, State, WebviewWindow};

use crate::opened::Opened;

/// The event by which a settling tells how far it is.
const PROGRESS: &str = "import-progress";

/// Fills an empty store with the invented sample owner.
#[tauri::command]
#[specta::specta]
pub(crate) async fn fill_with_sample(opened: State<'_, Opened>) -> Result<Done<Status>, Trouble> {
    opened.run(move |app| app.fill_with_sample()).await
}

/// Reads everything under the paths and says what it would bring. Nothing is written.
#[tauri::command]
#[specta::specta]
pub(crate) async fn plan_import(
    opened: State<'_, Opened>,
    paths: Vec<String>,
    me: Vec<String>,
    days: Option<DayOrder>,
) -> Result<ImportPlan, Trouble> {
    opened.run(move |app| app.plan_import(&paths, &me, days)).await
}

/// The folder that is watched, and what is new in it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn watched(opened: State<'_, Opened>) -> Result<Watched, Trouble> {
    opened.run(|app| app.watched()).await
}

/// Watches a folder, or none.
#[tauri::command]
#[specta::specta]
pub(crate) async fn watch_folder(
    opened: State<'_, Opened>,
    folder: Option<String>,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.watch_folder(folder.as_deref())).await
}

/// Offers what lies in the watched folder no more, until it changes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn leave_watched(opened: State<'_, Opened>) -> Result<Done<()>, Trouble> {
    opened.run(|app| app.leave_watched()).await
}

/// Breaks a settling off at its next batch.
#[tauri::command]
#[specta::specta]
pub(crate) async fn cancel_import(opened: State<'_, Opened>, id: String) -> Result<(), Trouble> {
    opened
        .run(move |app| {
            app.cancel_import(&id);
            Ok(())
        })
        .await
}

/// Earlier imports, the newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_imports(opened: State<'_, Opened>) -> Result<Vec<ImportRow>, Trouble> {
    opened.run(move |app| app.list_imports()).await
}

/// What could not be read in an earlier import.
#[tauri::command]
#[specta::specta]
pub(crate) async fn import_snags(
    opened: State<'_, Opened>,
    id: String,
) -> Result<Vec<SnagView>, Trouble> {
    opened.run(move |app| app.import_snags(&id)).await
}

/// Takes an import back as a whole.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_back_import(
    opened: State<'_, Opened>,
    id: String,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.take_back_import(&id)).await
}

/// Writes what was planned; how far it is is told by the event `import-progress`.
#[tauri::command]
#[specta::specta]
pub(crate) async fn settle_import(
    opened: State<'_, Opened>,
    window: WebviewWindow,
    plan: String,
    choices: ImportChoices,
) -> Result<Done<ImportSummary>, Trouble> {
    opened
        .run(move |app| {
            app.settle_import(&plan, &choices, &|progress| {
                // A window that has gone needs no progress; the import goes on.
                let _ = window.emit(PROGRESS, progress);
            })
        })
        .await
}
