//! Files: the fixtures, folders and archives of them, tables written on the spot.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;

/// Where a fixture lies: `linkedin/2021`, `mail/takeout.mbox`.
pub fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    assert!(path.exists(), "there is no fixture {name}");
    path.to_string_lossy().into_owned()
}

/// The files of a folder, in the order of their names.
pub fn folder_of(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The files of a folder as one archive, as LinkedIn offers it for download.
pub fn zip_of(folder: &str) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut archive = zip::ZipWriter::new(&mut bytes);
    for path in folder_of(folder) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        let mut content = Vec::new();
        File::open(&path).unwrap().read_to_end(&mut content).unwrap();
        archive.write_all(&content).unwrap();
    }
    archive.finish().unwrap();
    bytes.into_inner()
}

/// A table of plain cells.
pub fn csv(rows: &[&[&str]]) -> String {
    let quoted = |cell: &&str| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &&[&str]| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n";
    rows.iter().map(line).collect()
}

/// Overwrites one page of a store in so many, but for the first ones: without the list of tables
/// nothing is read.
pub fn damage(store: &Path, one_in: usize) {
    const PAGE: usize = 8_192;
    let mut bytes = std::fs::read(store).unwrap();
    for page in (90..bytes.len() / PAGE).step_by(one_in) {
        bytes[page * PAGE..(page + 1) * PAGE].fill(0xa5);
    }
    std::fs::write(store, bytes).unwrap();
}
