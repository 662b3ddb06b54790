//! The words of interactions, in segments.
//!
//! One full-text table costs half as much again for each message at a million as at a hundred
//! thousand, and merges the finds of every word behind a typed beginning before the first one
//! comes out. Segments of [`ROWS`] interactions stay as fast as they were, and a search for the
//! newest ends in the first one or two. Within a segment the row of the full-text table is a key
//! that counts up with time ([`Key`]), so that it gives the newest first without being sorted.

use super::query;
use crate::Fault;
use crate::interaction::Words;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// So many of the lowest bits of its row number tell an interaction from others of its segment.
const BITS: u32 = 14;
/// Interactions of one segment.
pub(crate) const ROWS: i64 = 1 << BITS;
/// Moments are kept in so many bits: four thousand years each way.
const MOMENT_BITS: u32 = 48;
/// Half of them lie before 1970.
const EPOCH: i64 = 1 << (MOMENT_BITS - 1);
/// Finds that are fetched from a segment at first; each next time twice as many.
const PAGE: u32 = 64;

/// An interaction by the number of its row and its moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) row: i64,
    pub(crate) at: i64,
}

/// The row of a full-text table: the moment, and behind it the lowest bits of the row number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key(i64);

impl Place {
    pub(crate) const fn segment(self) -> i64 {
        self.row >> BITS
    }

    pub(crate) fn key(self) -> Key {
        let moment = self.at.clamp(-EPOCH, EPOCH - 1) + EPOCH;
        Key((moment << BITS) | (self.row & (ROWS - 1)))
    }
}

impl Key {
    const fn row(self, segment: i64) -> i64 {
        (segment << BITS) | (self.0 & (ROWS - 1))
    }

    const fn at(self) -> i64 {
        (self.0 >> BITS) - EPOCH
    }
}

/// Puts the words of interactions into their segments. Many at once cost less each.
pub(crate) fn add(db: &Connection, places: &[Place]) -> Result<(), Fault> {
    let mut by_segment: BTreeMap<i64, Vec<Place>> = BTreeMap::new();
    for place in places {
        by_segment.entry(place.segment()).or_default().push(*place);
    }
    let mut words = db.prepare_cached(include_str!("words.sql"))?;
    for (segment, mut places) in by_segment {
        make(db, segment, &places)?;
        // Rows that come in order are written in one go.
        places.sort_unstable_by_key(|place| place.key());
        let sql = format!(
            "INSERT INTO derived_search_{segment} (rowid, subject, text) VALUES (?1, ?2, ?3)"
        );
        let mut add = db.prepare_cached(&sql)?;
        for place in places {
            let mut rows = words.query([place.row])?;
            let Some(row) = rows.next()? else { continue };
            let subject = query::as_indexed(row.get_ref(0)?.as_str().unwrap_or_default());
            let said = Words::read(row, 1)?;
            let text = query::as_indexed(said.text());
            add.execute(params![place.key().0, subject, text])?;
        }
    }
    Ok(())
}

/// Takes the words of interactions out again. `places` holds the moments under which they were
/// put in.
pub(crate) fn remove(db: &Connection, places: &[Place]) -> Result<(), Fault> {
    let there = all(db)?;
    for place in places {
        let segment = place.segment();
        if there.iter().any(|(id, _)| *id == segment) {
            let sql = format!("DELETE FROM derived_search_{segment} WHERE rowid = ?1");
            db.prepare_cached(&sql)?.execute([place.key().0])?;
        }
    }
    Ok(())
}

/// Forgets every segment.
pub(crate) fn drop_all(db: &Connection) -> Result<(), Fault> {
    for (segment, _) in all(db)? {
        db.execute_batch(&format!("DROP TABLE derived_search_{segment}"))?;
    }
    Ok(db.execute_batch("DELETE FROM derived_segment")?)
}

/// Names the segments that hold more or fewer interactions than have words that are indexed.
pub(crate) fn out_of_step(db: &Connection) -> Result<Vec<String>, Fault> {
    let mut named = Vec::new();
    for (segment, _) in all(db)? {
        let sql = include_str!("out_of_step.sql").replace("{segment}", &segment.to_string());
        let range = [segment << BITS, (segment + 1) << BITS];
        if db.query_row(&sql, range, |row| row.get(0))? {
            named.push(format!("derived_search_{segment}"));
        }
    }
    Ok(named)
}

/// Makes a segment where it is missing, and notes how far it reaches.
fn make(db: &Connection, segment: i64, places: &[Place]) -> Result<(), Fault> {
    let newest = places.iter().map(|place| place.at).max().unwrap_or(i64::MIN);
    let known = "SELECT newest_at FROM derived_segment WHERE id = ?1";
    let known: Option<i64> =
        db.prepare_cached(known)?.query_row([segment], |row| row.get(0)).optional()?;
    if known.is_none() {
        let sql = include_str!("make_segment.sql").replace("{segment}", &segment.to_string());
        db.execute_batch(&sql)?;
    }
    db.prepare_cached(include_str!("reach.sql"))?.execute(params![segment, newest])?;
    Ok(())
}

/// Every segment with the latest moment that may lie in it, the latest first.
fn all(db: &Connection) -> Result<Vec<(i64, i64)>, Fault> {
    let mut ask = db.prepare_cached(include_str!("segments.sql"))?;
    let rows = ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Finds, the newest first, taken one by one; a segment is asked when its turn may have come.
pub(crate) struct Hits<'a> {
    db: &'a Connection,
    expression: &'a str,
    before: Key,
    /// Segments not asked yet, the one that reaches furthest last.
    waiting: Vec<(i64, i64)>,
    open: Vec<Open>,
}

/// A segment that gives finds.
struct Open {
    segment: i64,
    ready: VecDeque<Key>,
    /// How many to fetch next.
    page: u32,
    /// The last one fetched, if there may be more behind it.
    last: Option<Key>,
}

impl<'a> Hits<'a> {
    /// What the expression finds, from the newest before a moment on.
    pub(crate) fn before(
        db: &'a Connection,
        expression: &'a str,
        before: i64,
    ) -> Result<Self, Fault> {
        let mut waiting = all(db)?;
        waiting.reverse();
        let before = Place { row: 0, at: before }.key();
        Ok(Self { db, expression, before, waiting, open: Vec::new() })
    }

    /// The next find.
    pub(crate) fn next(&mut self) -> Result<Option<Place>, Fault> {
        loop {
            let best = self.open.iter().filter_map(|open| open.ready.front()).max().copied();
            let waits = self
                .waiting
                .last()
                .is_some_and(|(_, newest)| best.is_none_or(|key| *newest >= key.at()));
            if waits {
                let Some((segment, _)) = self.waiting.pop() else { continue };
                let mut open = Open::new(segment, self.before);
                open.fetch(self.db, self.expression)?;
                if !open.ready.is_empty() {
                    self.open.push(open);
                }
                continue;
            }
            let Some(key) = best else { return Ok(None) };
            return self.take(key).map(Some);
        }
    }

    fn take(&mut self, key: Key) -> Result<Place, Fault> {
        let mut place = Place { row: 0, at: key.at() };
        for open in &mut self.open {
            if open.ready.front() == Some(&key) {
                open.ready.pop_front();
                place.row = key.row(open.segment);
                if open.ready.is_empty() {
                    open.fetch(self.db, self.expression)?;
                }
                break;
            }
        }
        self.open.retain(|open| !open.ready.is_empty());
        Ok(place)
    }
}

impl Open {
    const fn new(segment: i64, before: Key) -> Self {
        Self { segment, ready: VecDeque::new(), page: PAGE, last: Some(before) }
    }

    fn fetch(&mut self, db: &Connection, expression: &str) -> Result<(), Fault> {
        let Some(Key(before)) = self.last.take() else { return Ok(()) };
        let sql = format!(
            "SELECT rowid FROM derived_search_{0} WHERE derived_search_{0} MATCH ?1
             AND rowid < ?2 ORDER BY rowid DESC LIMIT ?3",
            self.segment
        );
        let mut ask = db.prepare_cached(&sql)?;
        let rows = ask.query_map(params![expression, before, self.page], |row| row.get(0))?;
        for key in rows {
            self.ready.push_back(Key(key?));
        }
        if self.ready.len() == self.page as usize {
            self.last = self.ready.back().copied();
            self.page = self.page.saturating_mul(2);
        }
        Ok(())
    }
}

/// Tells of single interactions whether they hold the words; without words all do. For the few
/// rows of one contact this costs less than to sift what the whole store finds.
pub(crate) struct Sieve<'a> {
    db: &'a Connection,
    expression: Option<&'a str>,
    segments: BTreeSet<i64>,
}

impl<'a> Sieve<'a> {
    pub(crate) fn of(db: &'a Connection, expression: Option<&'a str>) -> Result<Self, Fault> {
        let segments = match expression {
            Some(_) => all(db)?.into_iter().map(|(id, _)| id).collect(),
            None => BTreeSet::new(),
        };
        Ok(Self { db, expression, segments })
    }

    pub(crate) fn holds(&self, place: Place) -> Result<bool, Fault> {
        let Some(expression) = self.expression else { return Ok(true) };
        let segment = place.segment();
        if !self.segments.contains(&segment) {
            return Ok(false);
        }
        let sql = format!(
            "SELECT 1 FROM derived_search_{segment}
             WHERE derived_search_{segment} MATCH ?1 AND rowid = ?2"
        );
        Ok(self.db.prepare_cached(&sql)?.exists(params![expression, place.key().0])?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_tells_row_and_moment_and_counts_up_with_time() {
        for at in [-EPOCH, -1, 0, 1_700_000_000_123, EPOCH - 1] {
            let place = Place { row: 5 * ROWS + 77, at };
            assert_eq!(place.segment(), 5);
            assert_eq!((place.key().row(5), place.key().at()), (place.row, at));
        }
        let early = Place { row: ROWS - 1, at: 10 };
        let late = Place { row: 0, at: 11 };
        assert!(early.key() < late.key());
    }

    #[test]
    fn moments_beyond_all_calendars_stay_in_order() {
        let key = |at| Place { row: 3, at }.key();
        assert!(key(i64::MIN) <= key(-EPOCH) && key(EPOCH - 1) <= key(i64::MAX));
        assert!(key(i64::MIN).0 >= 0);
    }
}
