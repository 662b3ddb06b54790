//! What passed is searched while it is typed, narrowed, walked through and opened, by the keys
//! alone.

use support::House;

use crate::desk::Desk;

fn with_letters() -> House {
    let house = House::new();
    let letter = |n: u32, from: &str, to: &str, text: &str| {
        format!(
            "From x Thu Jan  1 00:00:00 2015\nFrom: {from}\nTo: {to}\nSubject: The harbour {n}\n\
             Message-ID: <{n}@example.org>\nDate: Thu, {n} Jan 2015 10:00:00 +0000\n\n{text}\n\n"
        )
    };
    let (ada, bea) = ("Ada King <ada@example.com>", "Bea Lund <bea@example.net>");
    let me = "Owner <owner@example.org>";
    let mailbox = [
        letter(1, ada, me, "Could you send me the plan of the lighthouse by Friday?"),
        letter(2, me, ada, "Here is the plan of the lighthouse."),
        letter(3, bea, me, "The lighthouse is open on Sunday."),
    ];
    house.bring_as(&house.file("mail.mbox", mailbox.concat()), &["owner@example.org"]);
    house
}

#[tokio::test]
async fn a_find_is_narrowed_and_opened_by_the_keys() {
    let desk = Desk::open_on(with_letters()).await;
    desk.go("f").await;
    desk.wait_for_text("Search all that passed").await;
    let mut wrong = desk.look_around("search-begin").await;
    desk.write("lighth").await;
    desk.wait_for_text("Three messages and meetings with two people").await;
    desk.wait_until("return document.querySelectorAll('main mark').length === 3").await;
    wrong.extend(desk.look_around("search-found").await);
    desk.write(" from:ada ").await;
    desk.wait_until("return document.querySelectorAll('main mark').length === 1").await;
    wrong.extend(desk.look_around("search-narrowed").await);
    desk.press("Down").await;
    desk.press("Enter").await;
    desk.wait_for("article", "Card of").await;
    desk.wait_for_text("Could you send me the plan").await;
    desk.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
