//! Today.

use app::Trouble;
use app::view::today::TodayView;
use tauri::State;

use crate::opened::Opened;

/// What today asks for, each line with its reason.
#[tauri::command]
#[specta::specta]
pub(crate) async fn today(opened: State<'_, Opened>) -> Result<TodayView, Trouble> {
    opened.run(move |app| app.today()).await
}
