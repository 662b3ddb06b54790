//! How a reader answers: arrivals one by one, and the same trouble not a thousand times.

use crate::{Arrival, Piece, Question, Snag, Take};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// Snags of one kind that are told with their line; the rest of them are counted.
const TOLD_SINGLY: u64 = 20;

/// Told of a file that cannot be read to its end.
pub(crate) const BREAKS_OFF: &str =
    "The file breaks off or is damaged; what stands before that place was brought in.";

/// How often each kind of trouble was met.
#[derive(Default)]
pub(crate) struct Told(BTreeMap<&'static str, u64>);

impl Told {
    /// Counts one more of a kind; whether it is told by itself.
    pub(crate) fn is_told(&mut self, why: &'static str) -> bool {
        let told = self.0.entry(why).or_default();
        *told += 1;
        *told <= TOLD_SINGLY
    }

    /// What was only counted, in a sentence a kind.
    pub(crate) fn counted(&mut self) -> impl Iterator<Item = String> + use<> {
        let over = std::mem::take(&mut self.0).into_iter().filter(|(_, told)| *told > TOLD_SINGLY);
        over.map(|(why, told)| format!("In {} more lines: {why}", told - TOLD_SINGLY))
    }
}

/// One file's way to the one who takes its pieces.
pub(crate) struct Teller<'a> {
    file: &'a str,
    take: &'a mut Take<'a>,
    told: Told,
}

impl<'a> Teller<'a> {
    /// Begins to tell what `file` holds.
    pub(crate) fn new(file: &'a str, take: &'a mut Take<'a>) -> Self {
        Self { file, take, told: Told::default() }
    }

    /// Something arrives.
    pub(crate) fn arrival(&mut self, arrival: Arrival) -> ControlFlow<()> {
        (self.take)(Piece::Arrival(arrival))
    }

    /// Nobody but the owner can say which comes first in this date.
    pub(crate) fn ask_day_order(&mut self, example: String) -> ControlFlow<()> {
        (self.take)(Piece::Question(Question::DayOrder { file: self.file.to_owned(), example }))
    }

    /// The file, as the caller named it.
    pub(crate) fn file(&self) -> &'a str {
        self.file
    }

    /// Something in one line could not be read.
    pub(crate) fn line(&mut self, line: u64, why: &'static str) -> ControlFlow<()> {
        match self.told.is_told(why) {
            true => self.snag(Some(line), why.to_owned()),
            false => ControlFlow::Continue(()),
        }
    }

    /// Something about the file as a whole.
    pub(crate) fn whole(&mut self, why: impl Into<String>) -> ControlFlow<()> {
        self.snag(None, why.into())
    }

    /// Tells how many snags were only counted.
    pub(crate) fn end(&mut self) -> ControlFlow<()> {
        self.told.counted().try_for_each(|why| self.whole(why))
    }

    fn snag(&mut self, line: Option<u64>, why: String) -> ControlFlow<()> {
        (self.take)(Piece::Snag(Snag { file: self.file.to_owned(), line, why }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thousand_like_snags_become_twenty_and_a_count() {
        let mut snags = Vec::new();
        let mut take = |piece| {
            if let Piece::Snag(snag) = piece {
                snags.push(snag);
            }
            ControlFlow::Continue(())
        };
        let mut teller = Teller::new("a.csv", &mut take);
        for line in 1..=1000 {
            let _ = teller.line(line, "Bad.");
        }
        let _ = teller.end();
        assert_eq!(snags.len(), 21);
        assert_eq!(snags[19].line, Some(20));
        assert_eq!(snags[20].why, "In 980 more lines: Bad.");
    }
}
