//! A folder is watched: what lies in it is offered in the morning and leads to a plan.

use std::fs::File;
use std::time::{Duration, SystemTime};

use support::House;

use crate::desk::Desk;

const LETTER: &str = "From x Thu Jan  1 00:00:00 2015\nFrom: Ada King <ada@example.com>\n\
    To: owner@example.org\nSubject: The orchard\nMessage-ID: <1@example.com>\n\
    Date: Thu, 1 Jan 2015 10:00:00 +0000\n\nThe plums are ripe.\n\n";

#[tokio::test]
async fn what_lies_in_a_watched_folder_is_offered_in_the_morning_and_looked_at() {
    let house = House::new();
    house.meet("Bea Lund", "bea@example.net");
    let mailbox = house.file("exports/mail.mbox", LETTER);
    let hour_ago = SystemTime::now() - Duration::from_secs(3_600);
    File::options().write(true).open(&mailbox).unwrap().set_modified(hour_ago).unwrap();
    let folder = house.beside().join("exports");
    house.watch_folder(Some(&folder.to_string_lossy())).unwrap();
    let desk = Desk::open_on(house).await;
    desk.wait_for_text("One new file in exports").await;
    let mut wrong = desk.look_around("watched-morning").await;
    desk.go("i").await;
    desk.wait_for("heading", "1 file new in exports").await;
    wrong.extend(desk.look_around("watched-import").await);
    desk.click("button", "Look at it").await;
    desk.wait_for_text("nothing is written yet").await;
    desk.wait_for_text("Ada King").await;
    desk.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
