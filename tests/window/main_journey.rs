//! The one journey for which all is built: bring in what one owns, see somebody, write them one
//! good message with the check beside it, log it, and see who only writes to ask.

use support::{House, Letter, fixture, mailbox, zip_of};

use crate::desk::Desk;

const OWNER: &str = "Olive Marsh <olive@example.org>";
const SENT_TO: [&str; 5] = ["Ada King", "Bea Blum", "Chidi Eze", "Dora Evans", "Hanna Ilves"];
const ASKS: [&str; 4] = [
    "Hi Olive, could you introduce me to your head of sales?",
    "Hi Olive, can you share my launch post with your network?",
    "Hi Olive, would you fill in my survey by Friday?",
    "Hi Olive, could you write me a recommendation?",
];
const GOOD: &str = "Dear Farah,\nyou wrote that the magnesium fluoride peels off in the damp. \
    My neighbour in the valley bakes it at three hundred degrees first, and hers has held for two \
    winters. I asked her, and she wrote her recipe down for you.\nOlive";

fn campaign(name: &str) -> String {
    format!(
        "Hi {name},\nwe have just opened the new grinding hall, and I thought you might want to \
         see it. On the first Thursday of every month we show visitors how a lens is made, from \
         the raw glass to the last polish. The tour takes two hours and ends with tea on the \
         roof terrace. Just write back which month suits you best.\nOlive"
    )
}

/// An owner who wrote the same to five people, and whom one person only asks.
fn with_a_past() -> House {
    let house = House::new();
    let mut letters = Vec::new();
    for (day, name) in (2..).zip(SENT_TO) {
        let first = name.split(' ').next().unwrap();
        let to = format!("{name} <{}@example.com>", first.to_lowercase());
        letters.push(Letter::new(&format!("tour-{day}"), (OWNER, &to), day, &campaign(first)));
    }
    for (day, ask) in (10..).zip(ASKS) {
        let ivo = "Ivo Stark <ivo@example.net>";
        letters.push(Letter::new(&format!("ask-{day}"), (ivo, OWNER), day, ask));
    }
    house.bring_as(&house.file("past.mbox", mailbox(&letters)), &["olive@example.org"]);
    house
}

#[tokio::test]
async fn from_an_archive_to_one_good_message_and_back() {
    let house = with_a_past();
    let archive = house.file("Complete_Archive.zip", zip_of(&fixture("linkedin/2025")));
    let desk = Desk::open_on(house).await;
    desk.size(1280, 800).await;
    let mut wrong = bring_in(&desk, archive).await;
    wrong.extend(note(&desk).await);
    wrong.extend(write_a_blast(&desk).await);
    wrong.extend(write_a_letter(&desk).await);
    wrong.extend(mark_as_sent(&desk).await);
    wrong.extend(review(&desk).await);
    take_back(&desk).await;
    wrong.extend(desk.faults().await);
    desk.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Files dropped anywhere lead to the plan; the owner reads it and says yes.
async fn bring_in(desk: &Desk, archive: String) -> Vec<String> {
    desk.drop(&[archive]).await;
    desk.wait_for_text("What was recognised").await;
    // Who the owner is was found in the archive, and is ticked.
    let owner = desk.wait_for("checkbox", "linkedin.com/in/olive-marsh").await;
    assert!(owner.is_selected().await.unwrap());
    desk.wait_until(
        "return [...document.querySelectorAll('input')].some((it) => it.value === 'Olive Marsh')",
    )
    .await;
    // One message has lost its date: the plan says where, and brings in the rest.
    desk.wait_for_text("What could not be read").await;
    let wrong = desk.look_around("journey-1-plan").await;
    desk.press("Control+Enter").await;
    desk.wait_for_text("All brought in").await;
    desk.still().await;
    desk.screenshot("journey-2-brought-in").await;
    wrong
}

/// Somebody from the archive is opened by a few letters, and a fact is noted.
async fn note(desk: &Desk) -> Vec<String> {
    desk.press("Control+k").await;
    desk.write("farah").await;
    desk.wait_for("option", "Farah Gul").await;
    desk.press("Enter").await;
    desk.wait_for("article", "Card of Farah Gul").await;
    desk.wait_for_text("I measured your sample").await;
    desk.press("a").await;
    desk.wait_for("textbox", "Note").await;
    desk.write("Her magnesium fluoride coatings peel off in the damp").await;
    desk.press("Control+Enter").await;
    desk.wait_for_text("Note saved").await;
    desk.wait_for_text("peel off in the damp").await;
    desk.look_around("journey-3-card").await
}

/// The text that went to five others is a blast, and the five stand beside it.
async fn write_a_blast(desk: &Desk) -> Vec<String> {
    desk.press("w").await;
    desk.wait_for("textbox", "Draft").await;
    desk.wait_for_text("peel off in the damp").await;
    desk.write(&campaign("Farah")).await;
    desk.wait_for_text("This lands as a blast").await;
    let mut wrong = desk.look_around("journey-4-blast").await;
    desk.click("button", "The 5 earlier messages").await;
    desk.wait_for("heading", "Earlier messages").await;
    for name in SENT_TO {
        desk.wait_for("button", name).await;
    }
    wrong.extend(desk.look("journey-5-evidence").await);
    desk.press("Escape").await;
    desk.wait_for_none("heading", "Earlier messages").await;
    wrong
}

/// A text about her own words leaves the check silent.
async fn write_a_letter(desk: &Desk) -> Vec<String> {
    desk.click("textbox", "Draft").await;
    desk.press("Control+a").await;
    desk.write(GOOD).await;
    desk.wait_for_none("region", "The check").await;
    desk.wait_for_text("Reads like a letter").await;
    desk.look("journey-6-letter").await
}

/// Handed over and marked, it stands in the timeline.
async fn mark_as_sent(desk: &Desk) -> Vec<String> {
    desk.press("Control+Enter").await;
    desk.wait_for("dialog", "Hand over").await;
    let mut wrong = desk.look("journey-7-hand-over").await;
    desk.click("button", "Mark as sent").await;
    desk.wait_for_text("Marked as sent to Farah Gul").await;
    desk.wait_for("article", "Card of Farah Gul").await;
    desk.wait_for_text("bakes it at three hundred degrees").await;
    wrong.extend(desk.look("journey-8-timeline").await);
    wrong
}

/// Who only writes to ask is listed, and each number opens its messages.
async fn review(desk: &Desk) -> Vec<String> {
    desk.go("r").await;
    desk.wait_for("heading", "People who only write when they want something").await;
    desk.wait_for("button", "Ivo Stark").await;
    let mut wrong = desk.look("journey-9-review").await;
    desk.click("button", "asked four times: show the messages with Ivo Stark").await;
    desk.wait_for_text("could you write me a recommendation").await;
    wrong.extend(desk.look("journey-10-messages").await);
    desk.press("Escape").await;
    wrong
}

/// Each deed is taken back by one key, the last one first.
async fn take_back(desk: &Desk) {
    desk.press("Control+z").await;
    desk.wait_for_text("Undone: marking as sent").await;
    desk.go("m").await;
    desk.wait_for("heading", "Drafts to come back to").await;
    desk.wait_for("button", "Farah Gul Dear Farah").await;
    desk.go("c").await;
    desk.press("/").await;
    desk.wait_for("searchbox", "Search contacts").await;
    desk.write("farah").await;
    desk.wait_for_text("1 person found").await;
    desk.press("Enter").await;
    desk.wait_for("article", "Card of Farah Gul").await;
    desk.wait_for_text("I measured your sample").await;
    let said = desk.text().await;
    assert!(!said.contains("three hundred degrees"), "it is still in the timeline:\n{said}");
}
