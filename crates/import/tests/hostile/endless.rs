//! One row of 100 MB between two that are whole, headers without an end, folds without an end.

use super::kinds::{Counted, KINDS, letter};
use std::io::Cursor;
use std::time::{Duration, Instant};

/// 100 MB; a build that is not optimised has enough of a fifth, which is beyond most limits.
const HUNDRED_MB: usize = if cfg!(debug_assertions) { 20_000_000 } else { 100_000_000 };
const MILLION: usize = HUNDRED_MB / 100;
/// In a release build it is a second or two; a debug build on a busy machine may take this.
const AT_MOST: Duration = Duration::from_secs(60);

/// Reads it and says how long that took.
fn timed(name: &str, what: &str, bytes: &[u8]) -> Counted {
    let began = Instant::now();
    let counted = Counted::of(name, &mut Cursor::new(bytes), &mut |_| ());
    let took = began.elapsed();
    eprintln!("{what:<34} {name:<38} {:>6.2} s", took.as_secs_f64());
    assert!(took < AT_MOST, "{name}, {what}: {took:?}");
    counted
}

/// Whether it says what it left out; cards may be as long as a build that is not optimised tries.
fn is_told(counted: &Counted) -> bool {
    cfg!(debug_assertions) || !counted.snags.is_empty()
}

#[test]
fn a_row_of_100_mb_costs_itself_alone() {
    for kind in KINDS {
        let row = kind.around(&"lens ".repeat(HUNDRED_MB / 5));
        let counted = timed(kind.file, "one row of 100 MB", row.as_bytes());
        assert!((2..=3).contains(&counted.rows), "{}: {counted:?}", kind.file);
        assert!(is_told(&counted), "{} is silent", kind.file);
        assert!(counted.snags.len() < 30, "{}: {counted:?}", kind.file);
        assert!(counted.snags.iter().all(|snag| snag.file == kind.file));
    }
}

#[test]
fn a_row_of_ten_million_short_lines_costs_itself_alone() {
    // Of a table's cell that goes on so, each line is taken for a row: the quotation mark that
    // opens it is held for a stray one after 16 MiB.
    let tells = |file: &str| !file.ends_with(".json") && !file.ends_with(".csv");
    for kind in KINDS.iter().filter(|kind| tells(kind.file)) {
        let more = "lens lens\n".repeat(HUNDRED_MB / 10);
        let counted = timed(kind.file, "100 MB of short lines", kind.around(&more).as_bytes());
        assert!(counted.rows >= 2, "{}: {counted:?}", kind.file);
        assert!(is_told(&counted) && counted.snags.len() < 60, "{}: {counted:?}", kind.file);
    }
}

#[test]
fn headers_without_an_end_cost_their_letter_alone() {
    let postmark = "From ada@example.org Mon Jan  1 10:00:00 2024\n";
    for (what, header) in [
        ("one header of 100 MB", format!("X-Long: {}\n", "y".repeat(HUNDRED_MB))),
        ("a header of a million folds", format!("X-Long: y\n{}", " y\n".repeat(MILLION))),
        (
            "References of a million folds",
            format!("References: <a@b>\n{}", " <a@b>\n".repeat(MILLION)),
        ),
        (
            "recipients of a million folds",
            format!("Cc: a@b.example\n{}", " ,a@b.example\n".repeat(MILLION)),
        ),
        ("Subject of a million folds", format!("Subject: y\n{}", " y\n".repeat(MILLION))),
        (
            "encoded words without an end",
            format!("Subject: {}\n", "=?utf-8?q?y?= ".repeat(MILLION)),
        ),
        ("a million headers", "X-Long: y\n".repeat(MILLION)),
        ("a million received lines", "Received: from a by b; x\n".repeat(MILLION)),
    ] {
        let odd = format!("{header}{}", letter(1, ""));
        let mailbox =
            format!("{postmark}{}{postmark}{odd}{postmark}{}", letter(0, ""), letter(2, ""));
        let counted = timed("mail.mbox", what, mailbox.as_bytes());
        assert!((2..=3).contains(&counted.rows), "{what}: {counted:?}");
        timed("mail.eml", what, odd.as_bytes());
    }
}

#[test]
fn parts_within_parts_without_an_end_are_read_in_a_moment() {
    let part = |n: usize| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n");
    let nested: String = (0..100_000).map(part).collect();
    let siblings =
        format!("Content-Type: multipart/mixed; boundary=b\n\n{}", "--b\n\nx\n".repeat(MILLION));
    for (what, body) in [("parts in parts", nested), ("a million parts", siblings)] {
        let head = letter(1, "");
        let head = head.split("\n\n").next().unwrap();
        timed("mail.eml", what, format!("{head}\n{body}").as_bytes());
    }
}

#[test]
fn folds_without_an_end_cost_their_card_or_meeting_alone() {
    for kind in
        KINDS.iter().filter(|kind| [".vcf", ".ics"].iter().any(|end| kind.file.ends_with(end)))
    {
        let more = format!("y{}", "\n y".repeat(HUNDRED_MB / 3));
        let counted = timed(kind.file, "100 MB of folds", kind.around(&more).as_bytes());
        assert!(counted.rows >= 2 && is_told(&counted), "{}: {counted:?}", kind.file);
    }
}
