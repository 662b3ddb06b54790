//! Very many rows: each comes in, and memory does not know how many there were.

use super::kinds::{Counted, KINDS, Kind};
use std::time::{Duration, Instant};

/// Kinds that are held as a whole: what refers to people may stand before them.
const HELD: &[&str] = &["monica.json"];
/// What may be held besides a row: buffers, and what was heard of so far.
const MOST_GROWN: u64 = 48 * 1024 * 1024;

/// As many as an ordinary run of the tests has time for.
const MANY: usize = if cfg!(debug_assertions) { 10_000 } else { 200_000 };

/// Bytes of memory in use, where the system tells.
#[allow(clippy::disallowed_methods, reason = "the system's word on this process, no file to read")]
fn in_use() -> Option<u64> {
    let told = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = told.split(' ').nth(1)?.parse().ok()?;
    Some(pages * 4096)
}

fn read_many(kind: Kind, rows: usize) -> (Counted, Duration, u64) {
    let before = in_use().unwrap_or(0);
    let mut grown = 0;
    let began = Instant::now();
    let counted = Counted::of(kind.file, &mut kind.made(rows), &mut |row| {
        if row % 5_000 == 0 {
            grown = grown.max(in_use().unwrap_or(0).saturating_sub(before));
        }
    });
    (counted, began.elapsed(), grown)
}

fn all_come_in(rows: usize) {
    for kind in KINDS.iter().filter(|kind| !HELD.contains(&kind.file)) {
        let (counted, took, grown) = read_many(*kind, rows);
        eprintln!(
            "{rows} rows {:<38} {:>7.2} s {:>5} MB",
            kind.file,
            took.as_secs_f64(),
            grown / 1_000_000
        );
        assert_eq!(counted.rows, rows, "{}: {:?}", kind.file, counted.snags);
        assert!(counted.snags.is_empty(), "{}: {:?}", kind.file, counted.snags);
        assert!(grown < MOST_GROWN, "{} grew by {grown} bytes", kind.file);
    }
}

#[test]
fn many_rows_come_in_and_memory_stays() {
    all_come_in(MANY);
}

/// Minutes: `cargo test --release -p import --test hostile -- --ignored --nocapture`.
#[test]
#[ignore = "takes minutes"]
fn ten_million_rows_come_in_and_memory_stays() {
    all_come_in(10_000_000);
}

/// A million rows that are each damaged are no million snags.
#[test]
fn the_same_damage_in_every_row_is_told_a_few_times() {
    for (file, before, row) in [
        ("mail.mbox", "", "From a Mon Jan  1 10:00:00 2024\nSubject: x\n\nNobody wrote this\n\n"),
        ("cards.vcf", "", "BEGIN:VCARD\nFN:Ada\n"),
        (
            "cards.vcf",
            "BEGIN:VCARD\nFN:Ada\nEND:VCARD\n",
            "BEGIN:VCARD\nNOTE:x\nEND:VCARD\nlitter\n",
        ),
        ("contacts.csv", "First Name,Last Name,Labels\n", ",,x\n"),
        (
            "Connections.csv",
            "First Name,Last Name,URL,Company,Position,Connected On\n",
            "Ada,K,u,,,99 Foo 20\n",
        ),
        ("chat.txt", "31/12/2022, 11:40 - Ada: x\n", "31/31/2022, 11:40 - Ada: x\n"),
        ("meetings.ics", "BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nATTENDEE:mailto:a@b.example\n"),
        (
            "result.json",
            "{\"name\":\"Ada\",\"type\":\"personal_chat\",\"id\":1,\"messages\":[\n",
            "{\"id\":1,\"type\":\"message\",\"from\":\"Ada\",\"text\":\"x\"},\n",
        ),
        (
            "general/2024-01-16.json",
            "[{\"user\":\"U\",\"type\":\"message\",\"ts\":\"1705399200.1\",\"text\":\"x\"},\n",
            "{\"user\":\"U\",\"type\":\"message\",\"ts\":\"never\",\"text\":\"x\"},\n",
        ),
    ] {
        let text = format!("{before}{}", row.repeat(MANY));
        let began = Instant::now();
        let counted = Counted::of(file, &mut std::io::Cursor::new(text.as_bytes()), &mut |_| ());
        assert!(
            counted.snags.len() < 90,
            "{file}: {} snags: {:?}",
            counted.snags.len(),
            counted.snags.get(..3)
        );
        assert!(began.elapsed() < Duration::from_secs(60), "{file}: {:?}", began.elapsed());
    }
}
