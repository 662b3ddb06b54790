//! After an import of marked words into an encrypted store was killed, no file that is left beside it
//! holds a mark.

use std::path::{Path, PathBuf};
use std::process::Command;
use support::dice::Dice;
use support::faults::{Deed, Failure, Ground, MARK, can_fail};

use crate::system_calls::worker;

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[test]
fn a_killed_import_leaves_no_mark_in_any_file() {
    assert!(can_fail(), "strace is not here, or may not trace (Debian: strace)");
    let ground = Ground::of(Deed::Import, worker as fn(Deed, &Path) -> Command);
    let mut dice = Dice::new(51);
    let holds = |path: &Path| {
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(MARK.len()).any(|it| it == MARK.as_bytes())
    };
    for _ in 0..12 {
        let point = &ground.points()[dice.below(ground.points().len())];
        let folder = ground.left_after(Failure::Kill, point);
        let marked: Vec<PathBuf> = walk(folder.path()).into_iter().filter(|it| holds(it)).collect();
        // The file that was brought in is the owner's, and stays as it is.
        assert_eq!(marked, [folder.path().join("book.vcf")], "killed at {point:?}");
    }
}
