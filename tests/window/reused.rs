//! A text that went out before is shown beside the draft, word by word.

use support::House;

use crate::desk::Desk;

const EARLIER: &str = "Hi Bea,\n\nthe photographs of the lighthouse have come back from the printer. \
    We are hanging forty of them in the old granary behind the northern station. The keeper himself \
    will tell how he saw the great storm of his first winter there. Bring the children, there is soup.\
    \n\nOlive";
const DRAFT: &str = "Hi Ada, your question about the lenses kept me awake. We are hanging forty of \
    them in the old granary behind the northern station. The keeper himself will tell how he saw the \
    great storm of his first winter there.";

/// One letter, spun four times: nearly every phrase has alternatives.
const SPUN: [(&str, &str); 4] = [
    (
        "Bea Okoro",
        "Hello Bea, I came across your page and noticed that you keep adding to the team. We help \
         small makers find trained weavers in under a month. Could we have a quick chat on Thursday?",
    ),
    (
        "Chidi Mora",
        "Hi Chidi, I stumbled upon your page and saw that you keep adding to the team. We support \
         small makers to find skilled weavers within weeks. Could we have a short call on Thursday?",
    ),
    (
        "Dora Lind",
        "Dear Dora, I was reading your page and noticed that you are expanding the team. We help \
         small makers hire trained weavers within weeks. Are you free for a quick chat on Thursday?",
    ),
    (
        "Emre Aksoy",
        "Hi Emre, I came across your page and saw that you are expanding the team. We help craft \
         studios find trained weavers in under a month. Could we have a quick chat this week?",
    ),
];
const SPUN_AGAIN: &str = "Hello Ada, I stumbled upon your page and noticed that you are expanding \
    the team. We support small makers to find trained weavers in under a month. Could we have a \
    quick chat this week?";

fn house() -> House {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    for (name, _) in SPUN {
        let address = name.to_lowercase().replace(' ', ".");
        house.meet(name, &format!("{address}@example.org"));
    }
    house
}

async fn write_to_ada(desk: &Desk, text: &str) {
    desk.press("c").await;
    desk.wait_for("combobox", "To").await;
    desk.write("ada").await;
    desk.wait_for("option", "Ada King").await;
    desk.press("Enter").await;
    desk.type_into("Draft", text).await;
}

#[tokio::test]
async fn sentences_that_went_out_before_stand_aligned_beside_the_draft() {
    let house = house();
    house.wrote("Bea Okoro", "2026-03-02T10:00:00Z", EARLIER);
    let desk = Desk::open_on(house).await;
    write_to_ada(&desk, DRAFT).await;
    desk.wait_for_text("2 of 3 sentences also went to somebody else on 2 March 2026").await;
    desk.click("button", "The earlier message").await;
    desk.wait_for("heading", "Earlier messages").await;
    desk.wait_until(
        "return [...document.querySelectorAll('blockquote mark')].some((it) => it.textContent.includes('behind the northern station'))",
    )
    .await;
    let wrong = desk.look_around("reused-aligned").await;
    desk.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[tokio::test]
async fn a_spun_letter_is_called_mail_merge_and_its_slots_are_boxed() {
    let house = house();
    for (day, (name, text)) in (2..).zip(SPUN) {
        house.wrote(name, &format!("2026-03-0{day}T10:00:00Z"), text);
    }
    let desk = Desk::open_on(house).await;
    write_to_ada(&desk, SPUN_AGAIN).await;
    desk.wait_for_text("Mail merge").await;
    desk.run("document.querySelector('[data-rule=same-text] button').click()").await;
    desk.click("button", "The 4 earlier messages").await;
    desk.wait_for("heading", "Earlier messages").await;
    desk.wait_until("return document.querySelectorAll('blockquote .slot').length > 3").await;
    let wrong = desk.look_around("reused-mail-merge").await;
    desk.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[tokio::test]
async fn what_went_to_several_has_a_page_that_says_who_had_it() {
    let house = house();
    for (day, (name, _)) in (2..).zip(SPUN) {
        let first = name.split(' ').next().unwrap();
        let text = EARLIER.replace("Bea", first).replace("forty", ["forty", "fifty"][day % 2]);
        house.wrote(name, &format!("2026-03-0{day}T10:00:00Z"), &text);
    }
    house.heard("Chidi Mora", "2026-03-06T08:00:00Z", "I shall come with both of them.");
    let desk = Desk::open_on(house).await;
    write_to_ada(&desk, &EARLIER.replace("Bea", "Ada")).await;
    desk.click("button", "The whole campaign").await;
    desk.wait_for_text("Chidi Mora").await;
    desk.wait_for_text("Dora Lind").await;
    let mut wrong = desk.look_around("campaign").await;
    desk.go("r").await;
    desk.press("b").await;
    desk.wait_for_text("Meant to be the same").await;
    wrong.extend(desk.look_around("campaigns").await);
    desk.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
