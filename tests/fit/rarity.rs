//! How common each word is: `figures/rarity.txt`, in the shape of a model whose grams are
//! words and whose weights are what a common word lacks.

use crate::row::{read, word};
use judge::draft::word_hashes;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

/// The collections whose licences allow it, and the fields that hold texts.
const FILES: &[(&str, &[&str])] = &[
    ("neardup.jsonl", &["a"]),
    ("draft-history.jsonl", &["text"]),
    ("bulk-personal.jsonl", &["text"]),
    ("bulk-enron.jsonl", &["text"]),
    ("acts-message.jsonl", &["text"]),
    ("sms.jsonl", &["text"]),
];

/// Many more than there are common words, so that few rare ones fall in with them.
const BUCKETS: u32 = 1 << 16;
/// A word in fewer texts is rare.
const RARE: u32 = 5;

pub(crate) fn fit(folder: &Path) -> Result<String, String> {
    let mut texts = BTreeSet::new();
    for (file, fields) in FILES {
        for row in read(folder, file)? {
            texts.extend(fields.iter().map(|field| word(&row, field).to_owned()));
        }
    }
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for text in &texts {
        let words: BTreeSet<u32> = word_hashes(text).into_iter().collect();
        for word in words {
            *counts.entry(word % BUCKETS).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count >= RARE);
    println!("{} texts, {} common words", texts.len(), counts.len());
    let most = (texts.len() as f64 / f64::from(RARE)).ln();
    let lacks = counts.into_iter().map(|(bucket, count)| {
        let weight = (texts.len() as f64 / f64::from(count)).ln() / most;
        (bucket, ((1.0 - weight) * 100.0).round() as i64 * 10)
    });
    let lacks: Vec<(u32, i64)> = lacks.filter(|(_, lack)| *lack > 0).collect();
    let mut file = format!("buckets {BUCKETS}\n");
    for line in lacks.chunks(16) {
        file.push_str("grams");
        for (bucket, lack) in line {
            // Writing to a String cannot fail.
            let _ = write!(file, " {bucket} {lack}");
        }
        file.push('\n');
    }
    Ok(file)
}
