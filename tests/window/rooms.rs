//! The rooms as they are seen: empty and full, large and small, light and dark. Each picture
//! is kept where `REQUITE_SHOTS` names a folder; axe finds nothing in any, nothing is cut off,
//! and the console is silent.

use support::House;

use crate::desk::Desk;

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[tokio::test]
async fn each_room_of_an_empty_store_says_what_it_is_for() {
    let desk = Desk::open().await;
    let mut wrong = Vec::new();
    for (letter, room, says) in [
        ("t", "today", "Bring in your files"),
        ("c", "contacts", "Nobody here yet"),
        ("m", "compose", "Write one good message"),
        ("r", "review", "Nothing to weigh yet"),
        ("i", "import", "Drop files here"),
        ("s", "settings", "Your addresses"),
    ] {
        desk.go(letter).await;
        desk.wait_for_text(says).await;
        wrong.extend(desk.look_around(&format!("empty-{room}")).await);
    }
    desk.close().await;
    none(&wrong);
}

fn with_sample() -> House {
    let house = House::new();
    house.fill_with_sample().unwrap();
    house
}

#[tokio::test]
async fn the_quiet_rooms_of_a_full_store_are_seen() {
    let desk = Desk::open_on(with_sample()).await;
    let mut wrong = Vec::new();
    for (letter, room, says) in [
        ("t", "today", "Losing touch"),
        ("r", "review", "People who only write when they want something"),
        ("i", "import", "Earlier imports"),
    ] {
        desk.go(letter).await;
        desk.wait_for_text(says).await;
        wrong.extend(desk.look_around(&format!("full-{room}")).await);
    }
    desk.close().await;
    none(&wrong);
}

#[tokio::test]
async fn a_card_and_a_letter_beside_it_are_seen() {
    let desk = Desk::open_on(with_sample()).await;
    desk.go("c").await;
    desk.press("/").await;
    desk.wait_for("searchbox", "Search contacts").await;
    desk.press("Enter").await;
    desk.wait_for("article", "Card of").await;
    desk.wait_for("heading", "Notes").await;
    let mut wrong = desk.look_around("full-contacts").await;

    desk.press("w").await;
    desk.wait_for("heading", "Notes").await;
    desk.wait_for("textbox", "Draft").await;
    desk.write("Hi {{first_name}},\nwould you like to join our webinar? Book a slot here.").await;
    desk.wait_for("region", "The check").await;
    wrong.extend(desk.look_around("full-compose").await);
    desk.close().await;
    none(&wrong);
}

#[tokio::test]
async fn each_section_of_the_settings_is_seen() {
    let desk = Desk::open_on(with_sample()).await;
    desk.go("s").await;
    let mut wrong = Vec::new();
    for (section, says) in [
        ("You", "Your addresses"),
        ("Check", "Only tell me when it is a blast"),
        ("Circles", "Close ones"),
        ("Appearance", "How the window looks"),
        ("Store", "Back up now"),
        ("Keyboard", "Everything can be done without a mouse"),
        ("About", "MIT OR Apache-2.0"),
    ] {
        desk.click("button", section).await;
        desk.wait_for_text(says).await;
        let name = format!("full-settings-{}", section.to_lowercase());
        let (width, height) = if section == "You" { (1280, 800) } else { (900, 600) };
        desk.size(width, height).await;
        wrong.extend(desk.look(&name).await);
    }
    desk.close().await;
    none(&wrong);
}
