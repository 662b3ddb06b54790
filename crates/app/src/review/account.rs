//! What a review keeps of what passed, so that it reads what it shows: an account of each
//! contact, and what each thread adds to the owner's own. Both are made again where they are
//! stale, some at a time, inside the transaction that keeps them.

use super::{QUOTES, asks_in_earnest, history, quote};
use crate::{App, Trouble, settings};
use judge::balance::{self, HalfLife, Kept, Opened};
use model::{ContactId, Direction, InteractionId, Moment, Uid};
use store::{Deed, Fault, MonthSums, Months, PassedRow, Reader, Thread, Weighed};

/// So many contacts are weighed before others may write.
const CONTACTS: u32 = 100;
/// So many threads.
const THREADS: u32 = 2_000;

impl App {
    /// Weighs what passed, changed or was judged since it was weighed last. A store that can
    /// only be read says what it said when it last could be written.
    ///
    /// # Errors
    /// Only of the store; what was weighed before stays weighed.
    pub fn weigh(&self) -> Result<(), Trouble> {
        if self.store().about()?.read_only {
            return Ok(());
        }
        let (contacts, threads) =
            self.store().read(|reader| reader.count_stale(stamp(settings::half_life(reader)?)))?;
        // What an import that goes on makes stale meanwhile is left for the next time.
        for _ in 0..contacts.div_ceil(CONTACTS).max(threads.div_ceil(THREADS)) {
            self.weigh_some()?;
        }
        Ok(())
    }

    fn weigh_some(&self) -> Result<(), Trouble> {
        self.store().transact(Deed::Rebuild, self.now(), |writer| {
            let half_life = settings::half_life(writer)?;
            for contact in writer.stale_contacts(stamp(half_life), CONTACTS)? {
                let account = Account::of(writer, contact, half_life)?;
                writer.put_weighed(contact, &account.weighed(half_life))?;
            }
            for thread in writer.stale_threads(THREADS)? {
                let months = months(&writer.passed_in(thread)?);
                writer.put_thread(thread, &months)?;
            }
            Ok(())
        })?;
        Ok(())
    }
}

/// What passed with a contact, weighed.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Account {
    /// Balance and months.
    pub(crate) kept: Kept,
    /// They only write when they want something.
    pub(super) one_sided: bool,
    /// They only hear from the owner when the owner wants something.
    pub(super) mirrored: bool,
    /// The newest.
    pub(crate) last: Option<Moment>,
    /// Messages that say it, of them and of the owner; only of those who are told of.
    pub(super) quoted: [Vec<InteractionId>; 2],
}

impl Account {
    /// As it is kept where it is not stale, otherwise made now.
    pub(crate) fn read(reader: &Reader<'_>, contact: ContactId) -> Result<Self, Fault> {
        let half_life = settings::half_life(reader)?;
        let kept = reader.weighed(contact, stamp(half_life))?;
        match kept.and_then(|bytes| Self::from_bytes(&bytes)) {
            Some(account) => Ok(account),
            None => Self::of(reader, contact, half_life),
        }
    }

    /// Made of everything that passed.
    fn of(reader: &Reader<'_>, contact: ContactId, half_life: HalfLife) -> Result<Self, Fault> {
        let rows = reader.passed(contact)?;
        let history = history(&rows);
        let kept = Kept::of(&history, half_life);
        let one_sided =
            balance::one_sided(&kept.balance) && asks_in_earnest(reader, &history, half_life)?;
        let mirrored = balance::mirror(&kept.balance);
        let quoted = |told: bool, direction| match told {
            true => quoted(reader, &rows, direction),
            false => Ok(Vec::new()),
        };
        Ok(Self {
            quoted: [quoted(one_sided, Direction::In)?, quoted(mirrored, Direction::Out)?],
            last: rows.iter().map(|row| row.moment).max(),
            kept,
            one_sided,
            mirrored,
        })
    }

    fn weighed(&self, half_life: HalfLife) -> Weighed {
        Weighed {
            stamp: stamp(half_life),
            passed: self.last.is_some(),
            notable: self.one_sided || self.mirrored,
            bytes: self.to_bytes(),
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut to = vec![u8::from(self.one_sided), u8::from(self.mirrored)];
        to.extend(self.last.map_or(i64::MIN, |last| last.millis()).to_le_bytes());
        let offset = self.last.and_then(|last| last.offset_minutes);
        to.extend(offset.map_or(i32::MIN, i32::from).to_le_bytes());
        for quoted in &self.quoted {
            to.push(u8::try_from(quoted.len()).unwrap_or(0));
            quoted.iter().for_each(|id| to.extend(id.0.as_bytes()));
        }
        to.extend(self.kept.to_bytes());
        to
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let ([one_sided, mirrored], bytes) = bytes.split_first_chunk::<2>()?;
        let (at, bytes) = bytes.split_first_chunk::<8>()?;
        let (offset, mut bytes) = bytes.split_first_chunk::<4>()?;
        let at = i64::from_le_bytes(*at);
        let offset = i16::try_from(i32::from_le_bytes(*offset)).ok();
        let mut quoted = [Vec::new(), Vec::new()];
        for quoted in &mut quoted {
            let ([count], rest) = bytes.split_first_chunk::<1>()?;
            bytes = rest;
            for _ in 0..*count {
                let (id, rest) = bytes.split_first_chunk::<16>()?;
                quoted.push(InteractionId(Uid::from_bytes(*id)));
                bytes = rest;
            }
        }
        Some(Self {
            kept: Kept::from_bytes(bytes)?,
            one_sided: *one_sided == 1,
            mirrored: *mirrored == 1,
            last: (at != i64::MIN).then(|| Moment::from_millis(at, offset)),
            quoted,
        })
    }
}

/// What an account depends on besides what passed.
fn stamp(half_life: HalfLife) -> i64 {
    i64::from(balance::ENGINE) << 32 | i64::from(balance::KEPT) << 16 | i64::from(half_life.days())
}

/// The messages of one side that ask and can be quoted: first those that open a conversation,
/// the newest before.
fn quoted(
    reader: &Reader<'_>,
    rows: &[PassedRow],
    direction: Direction,
) -> Result<Vec<InteractionId>, Fault> {
    let mut asking: Vec<_> =
        rows.iter().filter(|row| row.direction == direction && row.asks).collect();
    asking.sort_by_key(|row| (!row.starts, std::cmp::Reverse(row.moment)));
    let mut quoted = Vec::new();
    for row in asking {
        if quoted.len() < QUOTES && quote(reader, row.interaction)?.is_some() {
            quoted.push(row.interaction);
        }
    }
    Ok(quoted)
}

/// What a thread adds to each month of the owner's own account.
fn months(rows: &[PassedRow]) -> Months {
    let history = history(rows);
    let mut months = Months::new();
    for month in balance::months(&history) {
        let number = i64::from(month.year) * 12 + i64::from(month.month) - 1;
        let sums = MonthSums {
            asks_in: month.asks_in.into(),
            gives_in: month.gives_in.into(),
            asks_out: month.asks_out.into(),
            gives_out: month.gives_out.into(),
            ..MonthSums::default()
        };
        months.insert(number, sums);
    }
    for opened in balance::opened(&history) {
        let (year, month) = balance::month_of(&opened.moment);
        let sums = months.entry(i64::from(year) * 12 + i64::from(month) - 1).or_default();
        let Opened { direction, asks, answered, .. } = opened;
        match direction {
            Direction::In => {
                sums.starts_in += 1;
                sums.answered_in += i64::from(answered);
            }
            _ => {
                sums.starts_out += 1;
                sums.asking_out += i64::from(asks);
            }
        }
    }
    months
}

/// The openings of a thread, as the owner's own account has them.
pub(super) fn opened_in(reader: &Reader<'_>, thread: Thread) -> Result<Vec<Opened>, Fault> {
    Ok(balance::opened(&history(&reader.passed_in(thread)?)))
}
