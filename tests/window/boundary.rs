//! What the pages may ask for, and what they may not.

use serde_json::{Value, json};

use crate::desk::Desk;

const ASK: &str = "
    const [command, given, done] = arguments;
    window.__TAURI_INTERNALS__.invoke(command, given).then(
      (answer) => done({ answer }),
      (refusal) => done({ refusal: String(refusal) }),
    );";

async fn asked(desk: &Desk, command: &str, given: Value) -> Value {
    desk.run_and_wait(ASK, vec![json!(command), given]).await
}

#[tokio::test]
async fn the_window_stands_on_the_store_it_was_given() {
    let desk = Desk::open().await;
    let status = asked(&desk, "status", json!({})).await;
    assert!(status.to_string().contains(desk.store().to_str().unwrap()), "{status}");
    desk.close().await;
}

#[tokio::test]
async fn a_command_that_is_not_permitted_is_refused() {
    let desk = Desk::open().await;
    for command in
        ["plugin:opener|open_path", "plugin:dialog|message", "plugin:window|close", "no_such_deed"]
    {
        let said = asked(&desk, command, json!({ "path": "/", "message": "" })).await;
        assert!(said["refusal"].as_str().unwrap().contains("not "), "{command}: {said}");
    }
    desk.close().await;
}

#[tokio::test]
async fn only_the_web_and_mail_are_opened_elsewhere() {
    let desk = Desk::open().await;
    for url in ["file:///etc/hostname", "javascript:alert(1)", "smb://example.org/share"] {
        let said = asked(&desk, "plugin:opener|open_url", json!({ "url": url })).await;
        assert!(said["refusal"].as_str().unwrap().contains("Not allowed"), "{url}: {said}");
    }
    desk.close().await;
}

#[tokio::test]
async fn nothing_is_fetched_from_outside() {
    let desk = Desk::open().await;
    let fetched = "fetch('http://127.0.0.1:9/').then(() => 'fetched', (why) => String(why))";
    let picture = "new Promise((done) => {
        const picture = new Image();
        document.addEventListener('securitypolicyviolation', (it) => done(it.effectiveDirective));
        picture.src = 'http://127.0.0.1:9/picture.png';
    })";
    for (attempt, refusal) in [(fetched, "TypeError"), (picture, "img-src")] {
        let script = format!("{attempt}.then(arguments[0])");
        let said = desk.run_and_wait(&script, vec![]).await;
        assert!(said.as_str().unwrap().contains(refusal), "{said}");
    }
    desk.close().await;
}
