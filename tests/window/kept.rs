//! What is still there when the window opens again, and what is left alone.

use support::House;

use crate::desk::Desk;

#[tokio::test]
async fn the_chosen_light_lasts() {
    let mut desk = Desk::open().await;
    let theme = "return document.documentElement.dataset.theme";
    desk.go("s").await;
    desk.wait_for("heading", "Settings").await;
    desk.click("button", "Appearance").await;
    desk.choose("Dark").await;
    desk.wait_until(&format!("{theme} === 'dark'")).await;
    desk.wait_for_text("Always dark").await;
    desk.restart().await;
    desk.wait_until(&format!("{theme} === 'dark'")).await;
    desk.close().await;
}

#[tokio::test]
async fn a_draft_is_there_on_the_next_day() {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    let mut desk = Desk::open_on(house).await;
    desk.press("c").await;
    desk.wait_for("combobox", "To").await;
    desk.write("ada").await;
    desk.wait_for("option", "Ada King").await;
    desk.press("Enter").await;
    desk.type_into("Draft", "Dear Ada, the orchard you planted bears").await;
    desk.wait_for_text("Kept. Nothing is sent from here.").await;
    desk.restart().await;
    desk.go("m").await;
    desk.click("button", "Ada King Dear Ada").await;
    desk.wait_for("textbox", "Draft").await;
    let text = "return document.querySelector('textarea').value === 'Dear Ada, the orchard you planted bears'";
    desk.wait_until(text).await;
    desk.close().await;
}

#[tokio::test]
async fn a_store_of_a_newer_requite_is_left_alone_and_the_window_says_so() {
    let mut house = House::new();
    house.meet("Ada King", "ada@example.org");
    house.close();
    let store = rusqlite::Connection::open(house.store_path()).unwrap();
    store.pragma_update(None, "user_version", 9_999).unwrap();
    drop(store);
    let before = std::fs::read(house.store_path()).unwrap();
    let desk = Desk::open_on(house).await;
    desk.wait_for_text("This store was made by a newer Requite").await;
    desk.still().await;
    desk.screenshot("newer-store").await;
    for letter in ["c", "m", "r", "i", "s"] {
        desk.go(letter).await;
        desk.wait_for_text("newer").await;
    }
    assert_eq!(std::fs::read(desk.store()).unwrap(), before);
    desk.close().await;
}
