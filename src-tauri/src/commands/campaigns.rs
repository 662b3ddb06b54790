//! Campaigns: what went to several people in the same words.

use app::Trouble;
use app::view::campaign::{CampaignPage, CampaignRow};
use app::view::deed::Done;
use tauri::State;

use crate::opened::Opened;

/// Every campaign, the last sent first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn campaigns(opened: State<'_, Opened>) -> Result<Vec<CampaignRow>, Trouble> {
    opened.run(|app| app.campaigns()).await
}

/// One campaign: its template with its slots, and every message of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn campaign(
    opened: State<'_, Opened>,
    id: String,
) -> Result<CampaignPage, Trouble> {
    opened.run(move |app| app.campaign(&id)).await
}

/// Says that a campaign is meant to be the same, so that the check keeps silent about it, or
/// takes that back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn mean_campaign(
    opened: State<'_, Opened>,
    id: String,
    on: bool,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.mean_campaign(&id, on)).await
}
