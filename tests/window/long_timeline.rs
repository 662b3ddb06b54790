//! Thirty thousand letters with one person are scrolled through to the first of them: only those
//! in sight exist, and each frame's time is told.

use std::fmt::Write as _;
use std::{env, fs, path::Path, time::Duration};

use serde_json::Value;
use support::House;

use crate::desk::Desk;

const LETTERS: usize = 30_000;
/// So many seconds the scrolling may take: it waits for page after page.
const PATIENCE: usize = 600;

/// Letters from Ada, one for each hour.
fn with_letters() -> House {
    let mut mailbox = String::new();
    for n in 0..LETTERS {
        let (day, hour) = (n / 24, n % 24);
        let (year, day) = (1990 + day / 336, day % 336);
        let (month, day) = (
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
                [day / 28],
            day % 28 + 1,
        );
        let _ = write!(
            mailbox,
            "From x Thu Jan  1 00:00:00 2015\nFrom: Ada King <ada@example.com>\n\
             To: owner@example.org\nSubject: Leaf {n}\nMessage-ID: <{n}@example.com>\n\
             Date: {day} {month} {year} {hour:02}:00:00 +0000\n\n\
             This is leaf {n} of the herbarium, pressed between two sheets.\n\n"
        );
    }
    let house = House::new();
    house.bring_as(&house.file("leaves.mbox", mailbox), &["owner@example.org"]);
    house
}

/// Scrolls as fast as a wheel is turned, then by pages until the oldest letter is in sight;
/// answers how long each frame of the wheel took, how many rows came, and the most that existed
/// at once.
const SCROLL: &str = "
    const letters = LETTERS;
    const list = document.querySelector('section.timeline ol');
    const box = list.parentElement;
    const frames = [], idleFrames = [];
    let last = performance.now(), most = 0, idle = 0;
    const frame = (now) => {
      const still = idleFrames.length < 100;
      const wheel = frames.length < 400;
      if (still) idleFrames.push(now - last);
      else if (wheel) frames.push(now - last);
      last = now;
      if (still) return requestAnimationFrame(frame);
      most = Math.max(most, list.children.length);
      const before = box.scrollTop;
      box.scrollTop += wheel ? 240 : box.clientHeight * 6;
      idle = box.scrollTop === before ? idle + 1 : 0;
      const rows = Number(list.firstElementChild?.getAttribute('aria-setsize') ?? 0);
      const ended = rows >= letters && idle > 2;
      if (ended || idle > 600) window.scrolled = { frames: frames.slice(1), idleFrames: idleFrames.slice(1), rows, most };
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

#[tokio::test]
async fn a_timeline_of_thirty_thousand_is_scrolled_to_its_end() {
    let desk = Desk::open_on(with_letters()).await;
    desk.go("c").await;
    desk.press("/").await;
    desk.wait_for("searchbox", "Search contacts").await;
    desk.press("Enter").await;
    desk.wait_for("article", "Card of Ada King").await;
    desk.wait_for_text("leaf 29999 of the herbarium").await;
    let wrong = desk.look_around("timeline-30000").await;
    desk.size(1280, 800).await;
    desk.wait_until("return !!document.querySelector('section.timeline ol')").await;
    desk.still().await;
    desk.run(&SCROLL.replace("LETTERS", &LETTERS.to_string())).await;
    let mut told = Value::Null;
    for _ in 0..PATIENCE {
        told = desk.run("return window.scrolled ?? null").await;
        if !told.is_null() {
            break;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    desk.wait_for_text("leaf 0 of the herbarium").await;
    desk.screenshot("timeline-30000-end").await;
    assert_eq!(told["rows"], LETTERS);
    assert!(told["most"].as_u64().unwrap() < 60, "{} rows existed at once", told["most"]);
    keep_frames(&told);
    desk.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What the frames took, beside the pictures.
fn keep_frames(told: &Value) {
    let sorted = |which: &str| {
        let frames = told[which].as_array().unwrap().iter();
        let mut times: Vec<f64> = frames.filter_map(Value::as_f64).collect();
        times.sort_by(f64::total_cmp);
        times
    };
    let (idle, times) = (sorted("idleFrames"), sorted("frames"));
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    let late = times.iter().filter(|time| **time > 32.0).count();
    let told = format!(
        "{} frames: median {:.1} ms, 99 % {:.1} ms, longest {:.1} ms, {late} over 32 ms; \
         with nothing to do: median {:.1} ms, longest {:.1} ms\n",
        times.len(),
        at(0.5),
        at(0.99),
        at(1.0),
        idle[idle.len() / 2],
        idle[idle.len() - 1],
    );
    println!("{told}");
    if let Ok(folder) = env::var("REQUITE_SHOTS") {
        fs::write(Path::new(&folder).join("timeline-30000-frames.txt"), told).unwrap();
    }
}
