//! A correction in the review changes the row at once, survives a restart, and is learnt from.

use support::House;

use crate::desk::Desk;

const ASKS: [&str; 3] = [
    "Hi Olive, could you introduce me to your head of sales?",
    "Hi Olive, can you share my launch post with your network?",
    "Hi Olive, would you fill in my survey by Friday?",
];

/// Ivo and Jana ask three times each and give nothing.
fn with_ivo_and_jana() -> House {
    let house = House::new();
    for (name, address) in [("Ivo Stark", "ivo@example.net"), ("Jana Wolf", "jana@example.net")] {
        house.meet(name, address);
        for (month, ask) in (3..).zip(ASKS) {
            house.heard(name, &format!("2026-0{month}-05T10:00:00Z"), ask);
        }
    }
    house
}

#[tokio::test]
async fn a_correction_changes_the_row_at_once_survives_a_restart_and_can_be_forgotten() {
    let mut desk = Desk::open_on(with_ivo_and_jana()).await;
    desk.go("r").await;
    desk.wait_for_text("3 of 3 conversations they opened ask for something (at least 6").await;
    desk.wait_for("button", "Leave out Ivo Stark of the review").await;

    // By keyboard alone, from the number to the sentence.
    desk.run(
        "document.querySelector('[aria-label$=\"show the messages with Ivo Stark\"]').focus()",
    )
    .await;
    desk.press("Enter").await;
    desk.wait_for_text("would you fill in my survey").await;
    desk.still().await;
    desk.screenshot("evidence-with-certainty").await;
    desk.run("document.querySelector('[aria-label^=\"A request: say what\"]').focus()").await;
    desk.press("Enter").await;
    desk.click("menuitemradio menuitem", "Something given").await;
    desk.wait_for_none("button", "Leave out Ivo Stark of the review").await;
    desk.wait_for("button", "Leave out Jana Wolf of the review").await;
    desk.press("Escape").await;

    desk.restart().await;
    desk.go("r").await;
    desk.wait_for("button", "Leave out Jana Wolf of the review").await;
    assert!(!desk.there("button", "Leave out Ivo Stark of the review").await);

    // What was learnt from it is shown, and forgotten; the correction stands.
    desk.wait_for_text("you said: something given").await;
    desk.wait_for_text("Stands alone so far: it changes no other sentence.").await;
    desk.run("document.querySelector('#review-learnt').scrollIntoView({ block: 'center' })").await;
    desk.still().await;
    desk.screenshot("learnt").await;
    desk.run("document.querySelector('[aria-label^=\"Forget what was learnt from\"]').focus()")
        .await;
    desk.press("Enter").await;
    desk.wait_for_text("Nothing yet. Open a number").await;
    assert!(!desk.there("button", "Leave out Ivo Stark of the review").await);
    desk.close().await;
}

#[tokio::test]
async fn what_works_and_what_was_learnt_are_seen() {
    let house = House::new();
    house.fill_with_sample().unwrap();
    let desk = Desk::open_on(house).await;
    desk.go("r").await;
    desk.wait_for("list", "How long").await;
    let mut wrong = Vec::new();
    for (width, height) in [(1280, 800), (1024, 700)] {
        desk.size(width, height).await;
        desk.run("document.querySelector('#review-works').scrollIntoView()").await;
        wrong.extend(desk.look(&format!("what-works-{width}x{height}")).await);
    }
    desk.go("s").await;
    desk.click("button", "Circles").await;
    desk.run("document.querySelectorAll('nav ul')[1].querySelectorAll('button')[2].click()").await;
    desk.wait_for("textbox", "Half-life in days").await;
    wrong.extend(desk.look("settings-review").await);
    desk.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
