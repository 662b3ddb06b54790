//! What was made of a history, as bytes: so that it need not be made again before something
//! passes.

use super::decay::AskShare;
use super::{Balance, HalfLife, Month, Passed, months, weighed};
use model::Moment;

/// The version of the bytes; raised with their shape and with what is counted.
pub const KEPT: u32 = 1;

/// A history's balance and its months.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// Asks and gives, who starts, who answers.
    pub balance: Balance,
    /// The same by month, the oldest first.
    pub months: Vec<Month>,
}

impl Kept {
    /// Of one contact's history, in any order.
    pub fn of(history: &[Passed], half_life: HalfLife) -> Self {
        Self { balance: weighed(history, half_life), months: months(history) }
    }

    /// As bytes, little end first.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut to = Vec::new();
        for count in self.counts() {
            to.extend(count.to_le_bytes());
        }
        for share in [&self.balance.ask_share_in, &self.balance.ask_share_out] {
            let (figures, newest) = share.figures();
            figures.iter().for_each(|figure| to.extend(figure.to_le_bytes()));
            to.extend(newest.map_or(i64::MIN, |moment| moment.millis()).to_le_bytes());
        }
        for hours in [self.balance.their_hours, self.balance.owners_hours] {
            to.extend(hours.unwrap_or(f32::NAN).to_le_bytes());
        }
        to.push(u8::from(self.balance.two_way));
        for month in &self.months {
            to.extend(month.year.to_le_bytes());
            for count in
                [month.month, month.asks_in, month.gives_in, month.asks_out, month.gives_out]
            {
                to.extend(count.to_le_bytes());
            }
        }
        to
    }

    /// From bytes of this version; nothing where they are none.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut from = Bytes(bytes);
        let mut balance = Balance::default();
        for count in counts_of(&mut balance) {
            *count = from.u32()?;
        }
        balance.ask_share_in = from.share()?;
        balance.ask_share_out = from.share()?;
        balance.their_hours = from.hours()?;
        balance.owners_hours = from.hours()?;
        let [two_way] = from.take()?;
        balance.two_way = two_way == 1;
        let mut months = Vec::new();
        while !from.0.is_empty() {
            months.push(Month {
                year: i32::from_le_bytes(from.take()?),
                month: from.u32()?,
                asks_in: from.u32()?,
                gives_in: from.u32()?,
                asks_out: from.u32()?,
                gives_out: from.u32()?,
            });
        }
        Some(Self { balance, months })
    }

    fn counts(&self) -> [u32; 12] {
        let mut balance = self.balance.clone();
        counts_of(&mut balance).map(|count| *count)
    }
}

fn counts_of(balance: &mut Balance) -> [&mut u32; 12] {
    [
        &mut balance.received,
        &mut balance.sent,
        &mut balance.asks_in,
        &mut balance.gives_in,
        &mut balance.asks_out,
        &mut balance.gives_out,
        &mut balance.starts_in,
        &mut balance.starts_out,
        &mut balance.asking_starts_in,
        &mut balance.asking_starts_out,
        &mut balance.answered_by_them,
        &mut balance.answered_by_owner,
    ]
}

/// Bytes that are read from the front.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (front, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*front)
    }

    fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn f64(&mut self) -> Option<f64> {
        self.take().map(f64::from_le_bytes)
    }

    fn hours(&mut self) -> Option<Option<f32>> {
        let hours = f32::from_le_bytes(self.take()?);
        Some(Some(hours).filter(|hours| !hours.is_nan()))
    }

    fn share(&mut self) -> Option<AskShare> {
        let figures = [self.f64()?, self.f64()?, self.f64()?];
        let newest = i64::from_le_bytes(self.take()?);
        let newest = (newest != i64::MIN).then(|| Moment::from_millis(newest, None));
        Some(AskShare::of_figures(figures, newest))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Told, history};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_kept_is_what_was_made() {
        let told = history(&[
            Told::new(1, "in", 0.0).asks().starts(),
            Told::new(1, "out", 5.0).gives(),
            Told::new(2, "in", 24.0 * 40.0).asks().starts(),
            Told::new(3, "out", 24.0 * 80.0).starts(),
        ]);
        let kept = Kept::of(&told, HalfLife::default());
        assert_eq!(kept.months.len(), 3);
        assert_eq!(Kept::from_bytes(&kept.to_bytes()), Some(kept));
    }

    #[test]
    fn nothing_passed_is_kept_too() {
        let kept = Kept::default();
        assert_eq!(Kept::from_bytes(&kept.to_bytes()), Some(kept));
        assert_eq!(Kept::from_bytes(&[]), None);
    }

    proptest! {
        #[test]
        fn whatever_the_bytes_nothing_breaks(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = Kept::from_bytes(&bytes);
        }
    }
}
