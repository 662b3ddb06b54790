//! Whether somebody is only heard from when they want something. The mirror asks it of the
//! owner, by the very same rule.

use super::{AskShare, Balance};

/// So many conversations must have been opened before anything is said.
const STARTS: u32 = 3;

/// More than this share of what was opened must ask, even at the least.
const ASKING: f64 = 0.6;

/// What shows one-sidedness, from either side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneSided {
    /// Conversations this side opened.
    pub starts: u32,
    /// How much of them asks, the newest weighing most.
    pub asking: AskShare,
    /// What this side gave.
    pub gives: u32,
    /// Conversations the other side opened.
    pub other_starts: u32,
    /// Of those, the ones this side answered.
    pub answered: u32,
}

impl OneSided {
    /// As they behave towards the owner.
    pub fn theirs(balance: &Balance) -> Self {
        Self {
            starts: balance.starts_in,
            asking: balance.ask_share_in,
            gives: balance.gives_in,
            other_starts: balance.starts_out,
            answered: balance.answered_by_them,
        }
    }

    /// As the owner behaves towards them.
    pub fn owners(balance: &Balance) -> Self {
        Self {
            starts: balance.starts_out,
            asking: balance.ask_share_out,
            gives: balance.gives_out,
            other_starts: balance.starts_in,
            answered: balance.answered_by_owner,
        }
    }

    /// At least three openings, of which surely more than six in ten ask, nothing given, and
    /// no answer to what the other side opened. What is unsure asks nothing.
    pub fn holds(&self) -> bool {
        let asks = self.starts >= STARTS && self.asking.at_least() > ASKING;
        asks && self.gives == 0 && self.answered == 0
    }
}

/// They are only heard from when they want something.
pub fn one_sided(balance: &Balance) -> bool {
    OneSided::theirs(balance).holds()
}

/// They only hear from the owner when the owner wants something.
pub fn mirror(balance: &Balance) -> bool {
    OneSided::owners(balance).holds()
}

#[cfg(test)]
mod tests {
    use super::super::of;
    use super::super::tests::{Told, history};
    use super::*;

    const MONTH: f64 = 24.0 * 30.0;

    /// Opens a conversation each month: those marked `?` ask.
    fn opening(way: &'static str, told: &str) -> Vec<Told> {
        let one = |(month, sign): (u64, char)| {
            let told = Told::new(month, way, MONTH * month as f64).starts();
            if sign == '?' { told.asks() } else { told }
        };
        (0..).zip(told.chars()).map(one).collect()
    }

    fn they(told: &str, more: &[Told]) -> Balance {
        of(&history(&[opening("in", told), more.to_vec()].concat()))
    }

    #[test]
    fn three_openings_that_all_ask_are_one_sided() {
        assert!(one_sided(&they("???", &[])));
        assert!(!mirror(&they("???", &[])));
    }

    #[test]
    fn two_openings_say_nothing_about_anybody() {
        assert!(!one_sided(&they("??", &[])));
    }

    #[test]
    fn one_friendly_opening_among_few_is_enough_to_be_silent_and_among_many_is_not() {
        assert!(!one_sided(&they("??.?", &[])));
        assert!(!one_sided(&they("??????.", &[])), "the newest weighs most");
        assert!(one_sided(&they("?.????????", &[])));
    }

    #[test]
    fn three_asks_in_as_many_years_are_too_thin() {
        let yearly: Vec<Told> = opening("in", "???")
            .into_iter()
            .enumerate()
            .map(|(year, told)| told.at(24.0 * 365.0 * year as f64))
            .collect();
        assert!(!one_sided(&of(&history(&yearly))));
    }

    #[test]
    fn one_give_is_enough_to_be_silent() {
        let give = Told::new(90, "in", 1.0).gives();
        assert!(!one_sided(&they("?????", &[give])));
    }

    #[test]
    fn who_answers_the_owner_is_not_one_sided_and_who_does_not_is() {
        let wrote = [Told::new(91, "out", 5.0).starts(), Told::new(92, "out", 50.0).starts()];
        let answer = Told::new(92, "in", 60.0);
        assert!(one_sided(&they("???", &wrote)));
        assert!(!one_sided(&they("???", &[wrote[0], wrote[1], answer])));
    }

    #[test]
    fn the_mirror_holds_the_owner_to_the_same_rule() {
        let owner = of(&history(&opening("out", "???")));
        assert!(mirror(&owner));
        assert!(!one_sided(&owner));
    }
}
