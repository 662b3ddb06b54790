//! Series: held until it is known which of their occurrences were moved or called off.

use super::meeting::Meeting;
use super::when::Cell;
use chrono::NaiveDateTime;
use std::collections::{HashMap, HashSet};

/// Occurrences of one series at most.
pub(super) const MOST: usize = 200;
/// Bytes of series that are held at most; the ones beyond are laid out as they come.
const MOST_HELD: usize = 64 * 1024 * 1024;
/// Moved occurrences that are remembered.
const MOST_REPLACED: usize = 200_000;
/// Moved occurrences of one series.
const MOST_OF_ONE: usize = 2000;

const NO_RULE: &str = "The event comes again by a rule that Requite does not follow; only its first time was brought in.";

/// The series of a file.
#[derive(Default)]
pub(super) struct Series {
    held: Vec<Meeting>,
    size: usize,
    replaced: HashMap<String, Vec<Cell>>,
    count: usize,
}

impl Series {
    /// Keeps a series until [`Series::held`], or hands it back where there are too many.
    pub(super) fn hold(&mut self, meeting: Meeting) -> Option<Meeting> {
        self.size += meeting.size();
        if self.size > MOST_HELD {
            return Some(meeting);
        }
        self.held.push(meeting);
        None
    }

    /// An occurrence that an event of its own stands for.
    pub(super) fn replace(&mut self, uid: String, occurrence: Cell) {
        if self.count < MOST_REPLACED {
            let of_one = self.replaced.entry(uid).or_default();
            if of_one.len() < MOST_OF_ONE {
                of_one.push(occurrence);
                self.count += 1;
            }
        }
    }

    /// Everything that was held.
    pub(super) fn held(&mut self) -> Vec<Meeting> {
        std::mem::take(&mut self.held)
    }

    /// When a meeting of a series took place, and what about it was not understood.
    pub(super) fn occurrences(&self, meeting: &Meeting) -> (Vec<Cell>, Option<&'static str>) {
        let start = &meeting.start;
        let (by_rule, trouble): (Vec<NaiveDateTime>, _) = match &meeting.rule {
            Some(Ok(rule)) => {
                let until = meeting.until.as_ref().map(|until| by(start, until));
                (rule.occurrences(start.local, until, MOST), None)
            }
            Some(Err(())) => (vec![start.local], Some(NO_RULE)),
            None => (vec![start.local], None),
        };
        let by_rule = by_rule.into_iter().map(|local| start.moved(local));
        let besides = meeting.besides.iter().cloned();
        let nothing = Vec::new();
        let replaced = self.replaced.get(&meeting.uid).unwrap_or(&nothing);
        let gone = Gone::of(meeting.except.iter().chain(replaced));
        let mut seen = HashSet::new();
        let kept = by_rule.chain(besides).filter(|cell| !gone.has(cell) && seen.insert(cell.key()));
        (kept.take(MOST).collect(), trouble)
    }
}

/// Occurrences that did not take place as the rule says, by their keys and days.
struct Gone {
    moments: HashSet<String>,
    days: HashSet<String>,
    all_days: HashSet<String>,
}

impl Gone {
    fn of<'c>(cells: impl Iterator<Item = &'c Cell>) -> Self {
        let mut gone =
            Self { moments: HashSet::new(), days: HashSet::new(), all_days: HashSet::new() };
        for cell in cells {
            if cell.is_day {
                gone.days.insert(cell.key());
            } else {
                gone.moments.insert(cell.key());
            }
            gone.all_days.insert(cell.day());
        }
        gone
    }

    /// A day alone takes away whatever happens on it.
    fn has(&self, cell: &Cell) -> bool {
        match cell.is_day {
            true => self.all_days.contains(&cell.day()),
            false => self.moments.contains(&cell.key()) || self.days.contains(&cell.day()),
        }
    }
}

/// The end of a rule by the clock of its beginning.
fn by(start: &Cell, until: &Cell) -> NaiveDateTime {
    match until.is_day {
        true => until.local.date().and_hms_opt(23, 59, 59).unwrap_or(until.local),
        false => start.zone.local(until.moment().at.naive_utc()),
    }
}
