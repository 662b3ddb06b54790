//! Walking a table of which parts cannot be read.

use crate::{Fault, open};
use model::Uid;
use rusqlite::{Connection, OptionalExtension, Row, ToSql};

/// A damaged store that is read. SQLCipher refuses every further page of a connection that met one
/// it could not open: after an error it is opened anew.
pub(super) struct Torn {
    place: open::Place,
    db: Connection,
}

impl Torn {
    pub(super) fn open(place: open::Place) -> Result<Self, Fault> {
        let db = open::for_salvage(&place)?;
        Ok(Self { place, db })
    }

    /// Asks something of which the answer may not be readable.
    pub(super) fn ask<T, E>(&mut self, ask: impl FnOnce(&Connection) -> Result<T, E>) -> Option<T> {
        let answer = ask(&self.db).ok();
        if answer.is_none()
            && self.place.key().is_some()
            && let Ok(db) = open::for_salvage(&self.place)
        {
            self.db = db;
        }
        answer
    }
}

/// Takes what was read.
pub(super) type Take<'a, T> = &'a mut dyn FnMut(&mut Torn, T) -> Result<(), Fault>;

/// Walks a table by its row number: `sql` answers the first row whose number is `?1` or more. Answers
/// how many gaps were stepped over.
pub(super) fn by_number<T>(
    torn: &mut Torn,
    sql: &str,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<(i64, T)>,
    take: Take<'_, (i64, T)>,
) -> Result<u32, Fault> {
    let key = |at: u128| i64::try_from(at).unwrap_or(i64::MAX);
    let read = |row: &Row<'_>| {
        let (number, value) = read(row)?;
        Ok((u128::from(number.unsigned_abs()), (number, value)))
    };
    walk((torn, sql), (i64::MAX.unsigned_abs().into(), key), read, take)
}

/// Walks a table by its uid: `sql` answers the first row whose uid is `?1` or more.
pub(super) fn by_uid<T>(
    torn: &mut Torn,
    sql: &str,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<(Uid, T)>,
    take: Take<'_, T>,
) -> Result<u32, Fault> {
    let read = |row: &Row<'_>| {
        let (uid, value) = read(row)?;
        Ok((u128::from_be_bytes(*uid.as_bytes()), value))
    };
    walk((torn, sql), (u128::MAX, u128::to_be_bytes), read, take)
}

/// Walks by a key that is a number, stepping over what cannot be read.
fn walk<T, K: ToSql>(
    (torn, sql): (&mut Torn, &str),
    (last, key): (u128, impl Fn(u128) -> K),
    read: impl Fn(&Row<'_>) -> rusqlite::Result<(u128, T)>,
    take: Take<'_, T>,
) -> Result<u32, Fault> {
    let first = |torn: &mut Torn, at: u128| {
        torn.ask(|db| db.prepare_cached(sql)?.query_row([key(at)], |row| read(row)).optional())
    };
    let (mut at, mut gaps) = (0, 0);
    loop {
        match first(torn, at) {
            Some(None) => return Ok(gaps),
            Some(Some((found, row))) => {
                take(torn, row)?;
                if found >= last {
                    return Ok(gaps);
                }
                at = found + 1;
            }
            None => {
                gaps += 1;
                match behind(at, last, |at| first(torn, at).is_some()) {
                    Some(next) => at = next,
                    None => return Ok(gaps),
                }
            }
        }
    }
}

/// The least key behind a gap from which can be read again.
fn behind(gap: u128, last: u128, mut reads: impl FnMut(u128) -> bool) -> Option<u128> {
    let (mut bad, mut step) = (gap, 1_u128);
    let mut good = loop {
        let next = bad.checked_add(step).filter(|next| *next <= last).unwrap_or(last);
        if reads(next) {
            break next;
        }
        if next == last {
            return None;
        }
        (bad, step) = (next, step.saturating_mul(2));
    };
    while good - bad > 1 {
        let middle = bad + (good - bad) / 2;
        if reads(middle) { good = middle } else { bad = middle }
    }
    Some(good)
}

#[cfg(test)]
mod tests {
    use super::behind;

    #[test]
    fn the_first_readable_key_behind_a_gap_is_found_exactly() {
        for (gap, end) in [(0, 1), (5, 6), (5, 100), (7, 1 << 90)] {
            assert_eq!(behind(gap, u128::MAX, |at| at >= end), Some(end), "{gap}..{end}");
        }
        assert_eq!(behind(5, 100, |_| false), None);
    }
}
