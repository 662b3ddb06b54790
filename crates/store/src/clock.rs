//! The hybrid logical clock: wall milliseconds where they move on, a count where they do not.
//!
//! It never goes back, also when the wall clock does, so that what was written later on one
//! machine is always later in the log.

use model::{Moment, Uid};

/// 48 bits of milliseconds since 1970, 16 bits of counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Clock(i64);

const COUNT_BITS: u32 = 16;
const MOST_MILLIS: i64 = (1 << 47) - 1;

impl Clock {
    /// As it was kept.
    pub(crate) const fn kept(value: i64) -> Self {
        Self(value)
    }

    /// As it is kept.
    pub(crate) const fn value(self) -> i64 {
        self.0
    }

    /// The next reading: the wall's, or one more than the last where the wall stands or falls.
    pub(crate) fn tick(&mut self, now: Moment) -> Self {
        let wall = now.millis().clamp(0, MOST_MILLIS) << COUNT_BITS;
        self.0 = wall.max(self.0.saturating_add(1));
        *self
    }

    /// A new UUIDv7 of this reading; those of one machine sort as they were made.
    pub(crate) fn uid(self) -> Uid {
        let millis = u64::try_from(self.0 >> COUNT_BITS).unwrap_or(0);
        let count = u128::from(self.0.unsigned_abs() & 0xffff);
        let nanos = u32::try_from(millis % 1000).unwrap_or(0) * 1_000_000;
        let stamp = uuid::Timestamp::from_unix_time(millis / 1000, nanos, count, 16);
        Uid::from_bytes(uuid::Uuid::new_v7(stamp).into_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Moment {
        Moment::from_millis(millis, None)
    }

    #[test]
    fn it_follows_the_wall_and_never_goes_back() {
        let mut clock = Clock::kept(0);
        let noon = clock.tick(at(1_000));
        let set_back = clock.tick(at(10));
        let later = clock.tick(at(2_000));
        assert!(noon < set_back && set_back < later);
        assert_eq!(later.value(), 2_000 << 16);
    }

    #[test]
    fn a_moment_beyond_the_calendar_does_not_break_it() {
        let mut clock = Clock::kept(0);
        let first = clock.tick(at(i64::MIN));
        assert!(clock.tick(at(-5)) > first);
    }

    #[test]
    fn uids_of_one_machine_sort_as_they_were_made() {
        let mut clock = Clock::kept(0);
        let uids: Vec<Uid> =
            (0..100_000).map(|_| clock.tick(at(1_700_000_000_000)).uid()).collect();
        assert!(uids.is_sorted_by(|a, b| a < b));
        assert_eq!(uids[0].as_bytes()[6] >> 4, 7);
    }
}
