//! Letters that would do something if they were taken for more than text are read everywhere in the
//! window: nothing runs, nobody outside is asked, and the store is as it was.

use std::fmt::Write as _;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::json;
use support::House;
use support::vectors::vectors;

use crate::desk::Desk;

/// Counts whoever asks at an address that nobody has a reason to ask.
struct Canary {
    address: String,
    asked: Arc<AtomicU32>,
}

impl Canary {
    fn listens() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&asked);
        std::thread::spawn(move || {
            for _ in listener.incoming() {
                count.fetch_add(1, Ordering::Relaxed);
            }
        });
        Self { address, asked }
    }
}

/// Every vector as a name, and as subject and words of a letter from Mallory.
fn with_vectors(vectors: &[String]) -> House {
    let mut mailbox = String::new();
    for (n, vector) in vectors.iter().enumerate() {
        let line = vector.replace(['\n', '\r', '\u{0}'], " ");
        let name = line.replace(['"', '\\'], "'");
        let date = format!("{} Jan 2024 {:02}:00:00 +0000", n / 24 % 28 + 1, n % 24);
        let _ = write!(
            mailbox,
            "From x Thu Jan  1 00:00:00 2015\nFrom: \"{name}\" <v{n}@example.org>\n\
             To: owner@example.org\nSubject: {line}\nMessage-ID: <n{n}@example.org>\n\
             Date: {date}\n\nOrchard {line}\n\n\
             From x Thu Jan  1 00:00:00 2015\nFrom: Mallory <mallory@example.org>\n\
             To: owner@example.org\nSubject: {line}\nMessage-ID: <m{n}@example.org>\n\
             Date: {date}\n\nCould you look at this? {line}\n\n"
        );
    }
    let _ = write!(
        mailbox,
        "From x Thu Jan  1 00:00:00 2015\nFrom: Mallory <mallory@example.org>\n\
         To: owner@example.org\nSubject: Set as a page\nMessage-ID: <page@example.org>\n\
         Date: 1 Jun 2025 10:00:00 +0000\nContent-Type: text/html; charset=utf-8\n\n\
         <h1>Set as a page</h1><p>Is the <a href=\"https://аррӏе.com/\">orchard</a> yours?</p>{}\n\n",
        page_of(vectors)
    );
    let house = House::new();
    house.bring_as(&house.file("vectors.mbox", mailbox), &["owner@example.org"]);
    for vector in vectors.iter().take(40) {
        house.note("mallory@example.org", "interest", vector);
    }
    house
}

/// All of them in one page, whatever one opens closed before the next; what cannot be closed last.
fn page_of(vectors: &[String]) -> String {
    const CLOSED: &str = "--></script></style></textarea></title></noscript></template></iframe></xmp>\
                          </noembed></noframes></select></svg></math>";
    let (last, first): (Vec<_>, Vec<_>) =
        vectors.iter().partition(|vector| vector.to_lowercase().contains("plaintext"));
    let all = first.into_iter().chain(last);
    all.map(|vector| format!("{vector}\n{CLOSED}\n"))
        .collect::<String>()
        .replace("\nFrom ", "\n>From ")
}

/// Scrolls whatever scrolls to its end.
const TO_THE_END: &str = "
    const [done] = arguments;
    let turns = 0;
    const turn = () => {
      for (const part of document.querySelectorAll('#room *')) {
        if (part.scrollHeight > part.clientHeight + 4) part.scrollTop += part.clientHeight * 0.8;
      }
      if (++turns < 60) setTimeout(turn, 30); else done();
    };
    turn();";

/// Goes where letters, names and notes are shown; answers what looked wrong on the way.
async fn read_everywhere(desk: &Desk) -> Vec<String> {
    for room in ["t", "c", "r", "s", "m"] {
        desk.go(room).await;
        desk.still().await;
        desk.run_and_wait(TO_THE_END, vec![]).await;
    }
    desk.go("c").await;
    desk.press("/").await;
    desk.wait_for("searchbox", "Search contacts").await;
    desk.write("mallory").await;
    desk.press("Enter").await;
    desk.wait_for("article", "Card of Mallory").await;
    desk.run_and_wait(TO_THE_END, vec![]).await;
    let wrong = desk.look_around("vectors").await;
    let shown = "return document.querySelector('#room').textContent.includes('<script>')
        || document.querySelector('#room').textContent.includes('onerror')";
    assert_eq!(desk.run(shown).await, true, "they are read as what they are");
    for words in ["orchard", "onerror", "script", "Mallory"] {
        desk.press("Control+Shift+f").await;
        desk.run("document.activeElement.select?.()").await;
        desk.write(words).await;
        desk.still().await;
        desk.run_and_wait(TO_THE_END, vec![]).await;
    }
    wrong
}

/// Shows the letter that is a page as it was set.
async fn read_formatted(desk: &Desk) -> Vec<String> {
    desk.press("Escape").await;
    desk.press("Control+k").await;
    desk.write("mallory").await;
    desk.wait_for("option", "Mallory").await;
    desk.press("Enter").await;
    desk.wait_for("article", "Card of Mallory").await;
    desk.wait_for_text("Set as a page").await;
    let open = "[...document.querySelectorAll('[data-interaction]')]
        .find((row) => row.textContent.includes('Set as a page')).click()";
    desk.run(open).await;
    desk.click("button", "More about Set as a page").await;
    desk.click("menuitem", "Show formatted").await;
    desk.wait_until("return document.querySelector('iframe') !== null").await;
    desk.still().await;
    desk.run_and_wait("setTimeout(arguments[0], 1500)", vec![]).await;
    let frame = "const frame = document.querySelector('iframe');
        return frame.getAttribute('sandbox') === '' && frame.contentDocument === null";
    assert_eq!(desk.run(frame).await, true, "it may do nothing");
    let wrong = desk.look("formatted").await;
    desk.click("button", "Close").await;
    wrong
}

#[tokio::test]
async fn no_letter_runs_a_script_asks_anybody_or_calls_the_program() {
    let canary = Canary::listens();
    let vectors = vectors(&canary.address);
    assert!(vectors.len() >= 200);
    let house = with_vectors(&vectors);
    let kept = json!(house.status().unwrap());
    let desk = Desk::open_on(house).await;
    let mut wrong = read_everywhere(&desk).await;
    wrong.extend(read_formatted(&desk).await);
    assert_eq!(desk.run("return window.pwned === undefined").await, true, "a script ran");
    let strangers =
        "return [...document.querySelectorAll('iframe,object,embed,base,video,audio')].length";
    assert_eq!(desk.run(strangers).await, 0);
    assert_eq!(canary.asked.load(Ordering::Relaxed), 0, "somebody was asked");
    let status = "window.__TAURI_INTERNALS__.invoke('status').then(arguments[0])";
    let now = desk.run_and_wait(status, vec![]).await;
    for what in ["contacts", "interactions", "notes", "conversations"] {
        assert_eq!(now[what], kept[what], "the store was changed: {what}");
    }
    desk.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
