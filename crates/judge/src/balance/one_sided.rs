//! Whether somebody is only heard from when they want something. The mirror asks it of the
//! owner, by the very same rule.

use super::Balance;

/// So many conversations must have been opened before anything is said.
const STARTS: u32 = 3;

/// What shows one-sidedness, from either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneSided {
    /// Conversations this side opened.
    pub starts: u32,
    /// Of those, the ones that ask.
    pub asking: u32,
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
            asking: balance.asking_starts_in,
            gives: balance.gives_in,
            other_starts: balance.starts_out,
            answered: balance.answered_by_them,
        }
    }

    /// As the owner behaves towards them.
    pub fn owners(balance: &Balance) -> Self {
        Self {
            starts: balance.starts_out,
            asking: balance.asking_starts_out,
            gives: balance.gives_out,
            other_starts: balance.starts_in,
            answered: balance.answered_by_owner,
        }
    }

    /// At least three openings, all of them asks, nothing given, and no answer to what the
    /// other side opened.
    pub fn holds(&self) -> bool {
        self.starts >= STARTS && self.asking >= self.starts && self.gives == 0 && self.answered == 0
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
    use super::*;

    fn asker() -> Balance {
        Balance { received: 3, asks_in: 3, starts_in: 3, asking_starts_in: 3, ..Balance::default() }
    }

    #[test]
    fn three_openings_that_all_ask_are_one_sided() {
        assert!(one_sided(&asker()));
        assert_eq!(OneSided::theirs(&asker()).asking, 3);
        assert!(!mirror(&asker()));
    }

    #[test]
    fn two_openings_say_nothing_about_anybody() {
        let balance = Balance { starts_in: 2, asking_starts_in: 2, ..asker() };
        assert!(!one_sided(&balance));
    }

    #[test]
    fn one_friendly_opening_or_one_give_is_enough_to_be_silent() {
        let friendly = Balance { starts_in: 4, ..asker() };
        let giving = Balance { gives_in: 1, ..asker() };
        assert!(!one_sided(&friendly));
        assert!(!one_sided(&giving));
    }

    #[test]
    fn who_answers_the_owner_is_not_one_sided_and_who_does_not_is() {
        let answering = Balance { starts_out: 2, answered_by_them: 1, ..asker() };
        let silent = Balance { starts_out: 2, ..asker() };
        assert!(!one_sided(&answering));
        assert!(one_sided(&silent));
    }

    #[test]
    fn the_mirror_holds_the_owner_to_the_same_rule() {
        let owner = Balance {
            sent: 3,
            asks_out: 3,
            starts_out: 3,
            asking_starts_out: 3,
            ..Balance::default()
        };
        assert!(mirror(&owner));
        assert!(!one_sided(&owner));
    }
}
