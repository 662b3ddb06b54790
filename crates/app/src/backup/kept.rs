//! The backups that were made by themselves: in a folder beside the store, named after their
//! moment and the last change in them.

use super::with_ending;
use crate::Trouble;
use crate::view::backup::BackupView;
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const STAMP: &str = "%Y-%m-%d-%H%M%S";
/// Of so many days, weeks and months the newest is kept.
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;

/// One backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct One {
    pub(super) path: PathBuf,
    pub(super) day: NaiveDate,
    at: NaiveDateTime,
    /// The last change in it.
    pub(super) change: i64,
    bytes: u64,
}

impl One {
    /// From its name; `None` for any other file, and for a name that was claimed and never filled.
    fn named(path: PathBuf, bytes: u64) -> Option<Self> {
        let name = path.file_name()?.to_str()?.strip_prefix("requite-").filter(|_| bytes > 0)?;
        let name = name.strip_suffix(".backup").or_else(|| name.strip_suffix(".db"))?;
        let (stamp, change) = name.split_once(".c")?;
        let at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?;
        Some(Self { day: at.date(), at, change: change.parse().ok()?, path, bytes })
    }

    /// Whether only the recovery key opens it.
    pub(super) fn is_closed(&self) -> bool {
        self.path.extension().is_some_and(|it| it == "backup")
    }

    pub(super) fn view(&self) -> BackupView {
        BackupView {
            path: self.path.display().to_string(),
            made_on: self.day.to_string(),
            bytes: self.bytes,
        }
    }
}

/// All of them, the newest first.
pub(crate) struct Kept {
    folder: PathBuf,
    all: Vec<One>,
}

impl Kept {
    /// As they are shown, the newest first.
    pub(crate) fn views(&self) -> Vec<BackupView> {
        self.all.iter().map(One::view).collect()
    }

    pub(crate) fn beside(store: &Path) -> Result<Self, Trouble> {
        let folder = with_ending(store, "-backups");
        let told = |why: std::io::Error| Trouble::file(&folder, &why);
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries.collect::<Result<Vec<_>, _>>().map_err(told)?,
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            Err(why) => return Err(told(why)),
        };
        let mut all: Vec<One> = entries
            .into_iter()
            .filter_map(|entry| One::named(entry.path(), entry.metadata().ok()?.len()))
            .collect();
        // A store that was just closed has two of the same second: the closed one is the later.
        all.sort_by_key(|one| std::cmp::Reverse((one.at, one.change, one.is_closed())));
        Ok(Self { folder, all })
    }

    pub(super) fn newest(&self) -> Option<&One> {
        self.all.first()
    }

    /// The name of a new one; makes the folder.
    pub(super) fn new_name(
        &self,
        now: NaiveDateTime,
        change: i64,
        closed: bool,
    ) -> Result<PathBuf, Trouble> {
        let ending = if closed { "backup" } else { "db" };
        self.free(now, &format!("c{change}.{ending}"))
    }

    /// The name of a copy that is made before a store changes its shape. It is none of those that
    /// are let go. Makes the folder.
    pub(super) fn name_before_a_step(&self, now: NaiveDateTime) -> Result<PathBuf, Trouble> {
        self.free(now, "before-a-new-release")
    }

    /// A name that nothing bears: of this second, or of the next one that is free. Makes the folder.
    fn free(&self, mut now: NaiveDateTime, ending: &str) -> Result<PathBuf, Trouble> {
        std::fs::create_dir_all(&self.folder).map_err(|why| Trouble::file(&self.folder, &why))?;
        loop {
            let path = self.folder.join(format!("requite-{}.{ending}", now.format(STAMP)));
            match std::fs::metadata(&path) {
                // What was broken off had claimed its name, and no more.
                Ok(file) if file.len() == 0 => {
                    std::fs::remove_file(&path).map_err(|why| Trouble::file(&path, &why))?;
                }
                Ok(_) => now += chrono::Duration::seconds(1),
                Err(_) => return Ok(path),
            }
        }
    }

    /// Takes away those that are not wanted any more.
    pub(super) fn let_go(&self) -> Result<(), Trouble> {
        let wanted = wanted(&self.all);
        take_away(self.all.iter().filter(|one| !wanted.contains(&one.path)))
    }

    /// Takes away those that are stores anybody can read.
    pub(super) fn let_open_ones_go(&self) -> Result<(), Trouble> {
        take_away(self.all.iter().filter(|one| !one.is_closed()))
    }
}

fn take_away<'a>(ones: impl Iterator<Item = &'a One>) -> Result<(), Trouble> {
    for one in ones {
        std::fs::remove_file(&one.path).map_err(|why| Trouble::file(&one.path, &why))?;
    }
    Ok(())
}

/// The newest of each of the latest days, weeks and months in which there is one.
fn wanted(all: &[One]) -> BTreeSet<PathBuf> {
    let newest_of = |most: usize, span: fn(NaiveDate) -> (i32, u32)| {
        let mut seen = Vec::new();
        let mut wanted = Vec::new();
        for one in all {
            if !seen.contains(&span(one.day)) && seen.len() < most {
                seen.push(span(one.day));
                wanted.push(one.path.clone());
            }
        }
        wanted
    };
    let days = newest_of(DAYS, |day| (day.year(), day.ordinal()));
    let weeks = newest_of(WEEKS, |day| (day.iso_week().year(), day.iso_week().week()));
    let months = newest_of(MONTHS, |day| (day.year(), day.month()));
    [days, weeks, months].concat().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(day: NaiveDate, change: i64) -> One {
        let name = format!("requite-{}-120000.c{change}.backup", day.format("%Y-%m-%d"));
        One::named(PathBuf::from(name), 1).unwrap()
    }

    #[test]
    fn of_two_years_of_days_a_week_a_month_and_a_year_are_kept() {
        let last = NaiveDate::from_ymd_opt(2026, 6, 15).unwrap();
        let all: Vec<One> =
            last.iter_days().rev_from(730).into_iter().map(|day| one(day, 1)).collect();
        let wanted = wanted(&all);
        // Of that Monday: 15–9 June; 7 June and 31 May as ends of weeks; the last days of ten months
        // from April 2026 back to July 2025 (June's and May's are there already).
        assert_eq!(wanted.len(), 7 + 2 + 10);
        for day in all.iter().take(7) {
            assert!(wanted.contains(&day.path));
        }
        let oldest = all.iter().rfind(|it| wanted.contains(&it.path)).unwrap();
        assert_eq!((oldest.day.year(), oldest.day.month()), (2025, 7));
    }

    trait Back {
        fn rev_from(self, days: usize) -> Vec<NaiveDate>;
    }

    impl Back for chrono::naive::NaiveDateDaysIterator {
        fn rev_from(self, days: usize) -> Vec<NaiveDate> {
            self.rev().take(days).collect()
        }
    }

    #[test]
    fn what_was_made_once_a_year_stays_for_twelve_of_them() {
        let years: Vec<One> = (2000..2026)
            .rev()
            .filter_map(|y| NaiveDate::from_ymd_opt(y, 3, 1))
            .map(|d| one(d, 1))
            .collect();
        assert_eq!(wanted(&years).len(), 12);
    }

    #[test]
    fn other_files_are_nobodys_backup() {
        for name in
            ["letter.txt", "requite-2026.backup", "requite-2026-06-15-120000.c1.backup.part"]
        {
            assert_eq!(One::named(PathBuf::from(name), 1), None, "{name}");
        }
    }
}
