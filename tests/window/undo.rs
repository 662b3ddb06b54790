//! What was done is taken back, and what is corrected counts at once.

use support::House;

use crate::desk::Desk;

/// Ivo asks three times and gives nothing.
fn with_ivo() -> House {
    let house = House::new();
    house.meet("Ivo Stark", "ivo@example.net");
    for (day, ask) in [
        (3, "Hi Olive, could you introduce me to your head of sales?"),
        (4, "Hi Olive, can you share my launch post with your network?"),
        (5, "Hi Olive, would you fill in my survey by Friday?"),
    ] {
        house.heard("Ivo Stark", &format!("2026-0{day}-05T10:00:00Z"), ask);
    }
    house
}

async fn open_ivos_card(desk: &Desk) {
    desk.press("/").await;
    desk.wait_for("searchbox", "Search contacts").await;
    desk.write("ivo").await;
    desk.wait_for("option", "Ivo Stark").await;
    desk.press("Enter").await;
    desk.wait_for("article", "Card of Ivo Stark").await;
}

#[tokio::test]
async fn a_sentence_said_to_be_none_of_an_ask_changes_the_review_at_once() {
    let desk = Desk::open_on(with_ivo()).await;
    desk.go("r").await;
    desk.click("button", "asked three times: show the messages with Ivo Stark").await;
    desk.wait_for_text("would you fill in my survey").await;
    desk.still().await;
    desk.run("document.querySelector('[aria-label^=\"A request: say what\"]').focus()").await;
    desk.press("Enter").await;
    desk.click("menuitemradio menuitem", "Something given").await;
    desk.wait_for_text("Kept as: something given").await;
    desk.wait_for_none("button", "Ivo Stark").await;
    desk.wait_for_text("Nobody here writes only when they want something.").await;
    desk.still().await;
    desk.screenshot("corrected").await;
    // Who has second thoughts corrects again, where it was corrected.
    desk.run("document.querySelector('[aria-label^=\"Something given: say what\"]').focus()").await;
    desk.press("Enter").await;
    desk.click("menuitemradio menuitem", "A request").await;
    desk.wait_for("button", "Ivo Stark").await;
    desk.close().await;
}

#[tokio::test]
async fn who_is_left_out_of_the_review_comes_back_with_undo() {
    let desk = Desk::open_on(with_ivo()).await;
    desk.go("r").await;
    desk.wait_for("button", "Ivo Stark").await;
    desk.press("j").await;
    desk.press("x").await;
    desk.wait_for_text("Ivo Stark is left out of the review").await;
    desk.wait_for_none("button", "Leave out Ivo Stark of the review").await;
    desk.click("button", "Undo").await;
    desk.wait_for("button", "Leave out Ivo Stark of the review").await;
    desk.close().await;
}

#[tokio::test]
async fn a_call_is_logged_in_three_keys_and_taken_back_in_one() {
    let desk = Desk::open_on(with_ivo()).await;
    desk.press("Control+k").await;
    desk.write("ivo").await;
    desk.wait_for("option", "Ivo Stark").await;
    desk.press("Enter").await;
    desk.wait_for_text("would you fill in my survey").await;
    desk.press("l").await;
    desk.wait_for("form", "Log with Ivo Stark").await;
    desk.press("p").await;
    desk.write("Rang about the survey, he thanked me").await;
    desk.press("Enter").await;
    desk.wait_for_text("Logged").await;
    desk.wait_for_text("Rang about the survey").await;
    desk.press("Control+z").await;
    desk.wait_for_text("Undone: logging").await;
    desk.wait_until("return !document.body.innerText.includes('Rang about the survey')").await;
    desk.close().await;
}

#[tokio::test]
async fn somebody_deleted_is_back_after_undo() {
    let desk = Desk::open_on(with_ivo()).await;
    open_ivos_card(&desk).await;
    desk.click("button", "More actions").await;
    desk.click("menuitem", "Delete").await;
    desk.wait_for_text("Contact deleted").await;
    desk.wait_for_none("option", "Ivo Stark").await;
    desk.click("button", "Undo").await;
    desk.wait_for("option", "Ivo Stark").await;
    desk.close().await;
}

#[tokio::test]
async fn a_merge_is_taken_back_from_the_history_of_the_card_after_other_deeds() {
    let house = with_ivo();
    house.meet("Iva Stark", "iva@example.net");
    let (ivo, iva) = (house.id("Ivo Stark"), house.id("Iva Stark"));
    house.merge_contacts(&ivo, &iva).unwrap();
    house.note("Ivo Stark", "work", "Sells looms");
    let desk = Desk::open_on(house).await;
    open_ivos_card(&desk).await;
    desk.press("y").await;
    desk.wait_for("dialog", "History of Ivo Stark").await;
    desk.wait_for_text("Sells looms").await;
    desk.wait_for("button", "Take back: Merged into one").await;
    let wrong = desk.look_around("history-of-a-card").await;
    assert_eq!(wrong, Vec::<String>::new());
    desk.click("button", "Take back: Merged into one").await;
    desk.wait_for_text("Undone: merging two contacts").await;
    desk.wait_for("button", "Bring back: Merged into one").await;
    desk.press("Escape").await;
    desk.press("/").await;
    desk.press("Control+a").await;
    desk.write("iva").await;
    desk.wait_for("option", "Iva Stark").await;
    desk.close().await;
}

#[tokio::test]
async fn who_was_deleted_is_restored_from_the_trash() {
    let house = with_ivo();
    house.delete_contacts(&[house.id("Ivo Stark")]).unwrap();
    let desk = Desk::open_on(house).await;
    desk.go("s").await;
    desk.click("button", "History").await;
    desk.wait_for_text("Contact deleted").await;
    desk.choose("Trash").await;
    desk.wait_for("button", "Restore: Contact deleted, Ivo Stark").await;
    let wrong = desk.look_around("trash").await;
    assert_eq!(wrong, Vec::<String>::new());
    desk.click("button", "Restore: Contact deleted, Ivo Stark").await;
    desk.wait_for_text("The trash is empty").await;
    desk.go("c").await;
    desk.wait_for("option", "Ivo Stark").await;
    desk.close().await;
}
