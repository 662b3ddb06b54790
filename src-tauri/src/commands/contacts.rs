//! Contacts: the list, the card, circles, merging.

use app::Trouble;
use app::view::contact::{
    CircleView, Comparison, ContactCard, ContactChange, ContactPage, ContactRow, LikelySame,
    ListWanted, NewContact,
};
use app::view::deed::{ContactRef, Done};
use tauri::State;

use crate::opened::Opened;

/// How many pairs that may be one person are shown at once.
const LIKELY_SHOWN: usize = 50;

/// A part of the list.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_contacts(
    opened: State<'_, Opened>,
    wanted: ListWanted,
) -> Result<ContactPage, Trouble> {
    opened.run(move |app| app.list_contacts(&wanted)).await
}

/// A few contacts that begin like `query`, those last heard from first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn suggest_contacts(
    opened: State<'_, Opened>,
    query: String,
) -> Result<Vec<ContactRow>, Trouble> {
    opened.run(move |app| app.suggest_contacts(&query)).await
}

/// Everything on a contact's card but the timeline.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_contact(
    opened: State<'_, Opened>,
    id: String,
) -> Result<ContactCard, Trouble> {
    opened.run(move |app| app.open_contact(&id)).await
}

/// Adds somebody by hand.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_contact(
    opened: State<'_, Opened>,
    contact: NewContact,
) -> Result<Done<ContactRef>, Trouble> {
    opened.run(move |app| app.add_contact(&contact)).await
}

/// Deletes contacts; what passed with them stays and comes back with them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_contacts(
    opened: State<'_, Opened>,
    ids: Vec<String>,
) -> Result<Done<u32>, Trouble> {
    opened.run(move |app| app.delete_contacts(&ids)).await
}

/// The owner's tags, the commonest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_tags(opened: State<'_, Opened>) -> Result<Vec<String>, Trouble> {
    opened.run(move |app| app.list_tags()).await
}

/// The names of all discussion groups, in the order of the alphabet.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_groups(opened: State<'_, Opened>) -> Result<Vec<String>, Trouble> {
    opened.run(move |app| app.list_groups()).await
}

/// Puts the picture at `path` on the card, or takes it off.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_photo(
    opened: State<'_, Opened>,
    id: String,
    path: Option<String>,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.set_photo(&id, path.as_deref())).await
}

/// Makes one change to a card.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_contact(
    opened: State<'_, Opened>,
    id: String,
    change: ContactChange,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.change_contact(&id, &change)).await
}

/// Two contacts side by side.
#[tauri::command]
#[specta::specta]
pub(crate) async fn compare_contacts(
    opened: State<'_, Opened>,
    left: String,
    right: String,
) -> Result<Comparison, Trouble> {
    opened.run(move |app| app.compare_contacts(&left, &right)).await
}

/// Makes `merged` part of `kept`. Nothing of either is lost.
#[tauri::command]
#[specta::specta]
pub(crate) async fn merge_contacts(
    opened: State<'_, Opened>,
    kept: String,
    merged: String,
) -> Result<Done<ContactRef>, Trouble> {
    opened.run(move |app| app.merge_contacts(&kept, &merged)).await
}

/// Keeps that two contacts are two people, however alike they are.
#[tauri::command]
#[specta::specta]
pub(crate) async fn tell_apart(
    opened: State<'_, Opened>,
    one: String,
    other: String,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.tell_apart(&one, &other)).await
}

/// Takes apart what was made one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unmerge_contact(
    opened: State<'_, Opened>,
    merged: String,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.unmerge_contact(&merged)).await
}

/// Pairs of contacts that may be one person, the likeliest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn likely_same(opened: State<'_, Opened>) -> Result<Vec<LikelySame>, Trouble> {
    opened.run(move |app| app.likely_same(LIKELY_SHOWN)).await
}

/// All circles, by name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_circles(opened: State<'_, Opened>) -> Result<Vec<CircleView>, Trouble> {
    opened.run(move |app| app.list_circles()).await
}

/// Makes a circle (empty id) or changes one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_circle(
    opened: State<'_, Opened>,
    circle: CircleView,
) -> Result<Done<CircleView>, Trouble> {
    opened.run(move |app| app.save_circle(&circle)).await
}

/// Takes a circle away; its people stay.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_circle(
    opened: State<'_, Opened>,
    id: String,
) -> Result<Done<()>, Trouble> {
    opened.run(move |app| app.remove_circle(&id)).await
}
