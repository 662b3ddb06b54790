//! The desk itself: what journeys lean on must hold.

use crate::desk::Desk;

const PAGE: &str = r##"
    document.documentElement.lang = "en";
    document.title = "A page";
    document.body.innerHTML = `
      <main>
        <h1>Ada's letters</h1>
        <label>Search <input id="field"></label>
        <button aria-label="Send the letter" onclick="">→</button>
        <button hidden>Burn</button>
        <p id="said" role="status"></p>
      </main>`;
    const said = document.querySelector("#said");
    document.querySelector("button").addEventListener("click", () => { said.textContent = "Sent." });
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey && event.key === "k") said.textContent = "Palette.";
    });
"##;

async fn a_page() -> Desk {
    let desk = Desk::open().await;
    desk.run(PAGE).await;
    desk
}

#[tokio::test]
async fn a_button_is_clicked_by_its_name() {
    let desk = a_page().await;
    desk.click("button", "Send the letter").await;
    desk.wait_for_text("Sent.").await;
    desk.close().await;
}

#[tokio::test]
async fn a_field_is_typed_into_by_its_label() {
    let desk = a_page().await;
    desk.type_into("Search", "Bea").await;
    assert_eq!(desk.run("return document.querySelector('#field').value").await, "Bea");
    desk.close().await;
}

#[tokio::test]
async fn keys_are_pressed_together() {
    let desk = a_page().await;
    desk.press("Control+k").await;
    desk.wait_for_text("Palette.").await;
    desk.close().await;
}

#[tokio::test]
async fn what_is_hidden_is_not_there() {
    let desk = a_page().await;
    assert!(desk.there("button", "Send the letter").await);
    assert!(!desk.there("button", "Burn").await);
    assert!(!desk.there("link", "Send the letter").await);
    desk.close().await;
}

#[tokio::test]
#[should_panic(expected = "image-alt")]
async fn a_picture_without_words_is_found() {
    let desk = a_page().await;
    desk.run("document.querySelector('main').append(new Image(10, 10))").await;
    desk.accessible().await;
}

#[tokio::test]
async fn words_that_are_cut_off_and_complaints_in_the_console_are_found() {
    let desk = a_page().await;
    desk.run("document.querySelector('main').style.padding = '1rem'").await;
    assert_eq!(desk.faults().await, [""; 0]);
    desk.run(
        "const said = document.querySelector('#said');
         said.textContent = 'A line that is far too long. '.repeat(40);
         Object.assign(said.style, { whiteSpace: 'nowrap', overflow: 'hidden' });
         console.error('a complaint');",
    )
    .await;
    let faults = desk.faults().await;
    assert!(faults.iter().any(|it| it.contains("id=\"said\"")), "{faults:?}");
    assert!(faults.iter().any(|it| it == "a complaint"), "{faults:?}");
    desk.close().await;
}

#[tokio::test]
async fn the_window_takes_the_size_it_is_given() {
    let desk = a_page().await;
    desk.size(900, 600).await;
    let inner = desk.run("return [innerWidth, innerHeight]").await;
    assert_eq!(inner, serde_json::json!([900, 600]));
    desk.close().await;
}
