//! From the paths the owner named to the files in them.

use import::Snag;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

/// How much of a file is looked at to tell what it is.
const HEAD_BYTES: u64 = 64 * 1024;

/// One file to read, and how it is called in what the owner is told.
#[derive(Clone, Debug)]
pub(super) struct Offered {
    /// The file's name, led by the folder's when a folder was named.
    pub shown: String,
    /// Where it lies.
    pub path: PathBuf,
}

/// Every file under the paths, in the order of their names. Links are not followed.
pub(super) fn under(paths: &[String], snags: &mut Vec<Snag>) -> Vec<Offered> {
    let mut found = Vec::new();
    for path in paths {
        let path = Path::new(path);
        let shown = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        match std::fs::metadata(path) {
            Ok(meta) if meta.is_dir() => walk(path, &shown, &mut found, snags),
            Ok(_) => found.push(Offered { shown, path: path.to_owned() }),
            Err(error) => snags.push(unreadable(shown, &error)),
        }
    }
    found
}

fn walk(folder: &Path, shown: &str, found: &mut Vec<Offered>, snags: &mut Vec<Snag>) {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return snags.push(unreadable(shown.to_owned(), &error)),
    };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = format!("{shown}/{}", entry.file_name().to_string_lossy());
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&entry.path(), &name, found, snags),
            Ok(kind) if kind.is_file() => found.push(Offered { shown: name, path: entry.path() }),
            _ => {}
        }
    }
}

/// A file opened for a reader.
pub(super) fn open(offered: &Offered) -> Result<BufReader<File>, Snag> {
    match File::open(&offered.path) {
        Ok(file) => Ok(BufReader::with_capacity(1 << 18, file)),
        Err(error) => Err(unreadable(offered.shown.clone(), &error)),
    }
}

/// What the file is, by its first bytes; nothing where it is of no kind that is read.
pub(super) fn recognise(offered: &Offered) -> Result<Option<import::Format>, Snag> {
    let mut head = Vec::new();
    let read = open(offered)?.take(HEAD_BYTES).read_to_end(&mut head);
    read.map_err(|error| unreadable(offered.shown.clone(), &error))?;
    Ok(import::recognise(&offered.shown, &head))
}

pub(super) fn unreadable(file: String, error: &std::io::Error) -> Snag {
    let why = match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => {
            "it may not be read: its permissions forbid it".to_owned()
        }
        kind => format!("it cannot be read ({kind})"),
    };
    Snag { file, line: None, why }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_files_in_order_and_a_missing_one_a_sentence() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("sub")).unwrap();
        std::fs::write(folder.path().join("sub/b.csv"), "b").unwrap();
        std::fs::write(folder.path().join("a.csv"), "a").unwrap();
        let mut snags = Vec::new();
        let missing = folder.path().join("missing.zip").to_string_lossy().into_owned();
        let found = under(&[folder.path().to_string_lossy().into_owned(), missing], &mut snags);
        let names: Vec<_> = found.iter().map(|o| o.path.file_name().unwrap()).collect();
        assert_eq!(names, ["a.csv", "b.csv"]);
        assert_eq!(snags[0].file, "missing.zip");
        assert_eq!(snags[0].why, "there is no such file");
    }
}
