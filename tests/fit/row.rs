//! The labelled lines of a file.

use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// Reads the rows of `folder/file`, a JSON object a line.
pub(crate) fn read(folder: &Path, file: &str) -> Result<Vec<Value>, String> {
    let path = folder.join(file);
    let shown = path.display();
    let opened = File::open(&path).map_err(|why| format!("{shown} cannot be opened: {why}."))?;
    let mut rows = Vec::new();
    for (at, line) in BufReader::new(opened).lines().enumerate() {
        let line =
            line.map_err(|why| format!("{shown}, line {}, cannot be read: {why}.", at + 1))?;
        let row = serde_json::from_str(&line)
            .map_err(|_| format!("{shown}, line {}, is not a JSON object.", at + 1))?;
        rows.push(row);
    }
    Ok(rows)
}

/// A field that holds words; empty where it is not there.
pub(crate) fn word<'a>(row: &'a Value, name: &str) -> &'a str {
    row.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A field that holds 0 or 1.
pub(crate) fn bit(row: &Value, name: &str) -> bool {
    row.get(name).and_then(Value::as_u64) == Some(1)
}

/// A number for the group a row belongs to: rows of one group are never on both sides of a
/// fold.
pub(crate) fn group(name: &str) -> u64 {
    // FNV-1a.
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
