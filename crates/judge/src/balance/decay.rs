//! How much an opening still weighs beside newer ones, and how many openings that is worth.
//!
//! People change: what somebody opened with last month says more of them than what they
//! opened with two years ago. Each opening weighs half for every half-life it is older, down
//! to a quarter: who asked every year has asked, however long ago it began. As many weighted
//! openings are worth fewer plain ones: Kish's effective number
//! (L. Kish, "Survey Sampling", 1965), the square of the sum of the weights by the sum of
//! their squares. Only the weights' ratio counts in it, so that silence alone makes nobody
//! better or worse, and an archive that ends years ago is read as it was at its end.

use super::interval;
use chrono::TimeDelta;
use model::Moment;

/// After how many days an opening weighs half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HalfLife(u32);

impl HalfLife {
    /// The shortest that makes sense: a month.
    pub const SHORTEST: u32 = 30;
    /// The longest that makes sense: five years.
    pub const LONGEST: u32 = 1825;

    /// So many days; nothing where that makes no sense.
    pub fn of_days(days: u32) -> Option<Self> {
        (Self::SHORTEST..=Self::LONGEST).contains(&days).then_some(Self(days))
    }

    /// In days.
    pub const fn days(self) -> u32 {
        self.0
    }

    /// What something of this age weighs beside something new.
    fn weight(self, age: TimeDelta) -> f64 {
        let days = age.as_seconds_f64() / 86_400.0;
        0.5_f64.powf(days.max(0.0) / f64::from(self.0))
    }
}

impl Default for HalfLife {
    fn default() -> Self {
        Self(180)
    }
}

/// No opening weighs less than this beside the newest.
const LEAST: f64 = 0.25;

/// How much of what one side opened asks for something, the newest weighing most.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AskShare {
    /// The share, 0 to 1.
    share: f64,
    /// As many plain openings the weighted ones are worth.
    worth: f64,
    /// The weights of those that ask, beside the newest opening.
    asking: f64,
    /// When the newest was opened.
    newest: Option<Moment>,
}

impl AskShare {
    /// Its figures: the share, what it is worth, the asking weights, the newest opening.
    pub(super) const fn figures(&self) -> ([f64; 3], Option<Moment>) {
        ([self.share, self.worth, self.asking], self.newest)
    }

    /// From its figures.
    pub(super) const fn of_figures(figures: [f64; 3], newest: Option<Moment>) -> Self {
        let [share, worth, asking] = figures;
        Self { share, worth, asking, newest }
    }

    /// When the newest was opened.
    pub const fn newest(&self) -> Option<Moment> {
        self.newest
    }

    /// Of openings: when, and whether they ask. In any order.
    pub(super) fn of(openings: &[(Moment, bool)], half_life: HalfLife) -> Self {
        let Some(newest) = openings.iter().map(|(moment, _)| *moment).max() else {
            return Self::default();
        };
        let (mut sum, mut squares, mut asking) = (0.0, 0.0, 0.0);
        for (moment, asks) in openings {
            let weight = half_life.weight(newest.at - moment.at).max(LEAST);
            sum += weight;
            squares += weight * weight;
            asking += if *asks { weight } else { 0.0 };
        }
        Self { share: asking / sum, worth: sum * sum / squares, asking, newest: Some(newest) }
    }

    /// The least that the share is in truth, at 90 % (`interval::at_least`).
    pub fn at_least(&self) -> f64 {
        interval::at_least(self.share, self.worth)
    }

    /// What their asking weighs at some later moment: by this the most present come first.
    pub fn weight_at(&self, moment: Moment, half_life: HalfLife) -> f64 {
        self.newest.map_or(0.0, |newest| self.asking * half_life.weight(moment.at - newest.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(days: i64) -> Moment {
        Moment::from_millis(1_705_276_800_000 + days * 86_400_000, None)
    }

    fn share(openings: &[(i64, bool)]) -> AskShare {
        let openings: Vec<_> = openings.iter().map(|(day, asks)| (after(*day), *asks)).collect();
        AskShare::of(&openings, HalfLife::default())
    }

    #[test]
    fn an_opening_weighs_half_after_the_half_life() {
        let half_life = HalfLife::default();
        assert_eq!(half_life.days(), 180);
        assert!((half_life.weight(TimeDelta::days(180)) - 0.5).abs() < 1e-9);
        assert!((half_life.weight(TimeDelta::days(360)) - 0.25).abs() < 1e-9);
    }

    #[test]
    fn a_half_life_keeps_within_sense() {
        assert_eq!(HalfLife::of_days(29), None);
        assert_eq!(HalfLife::of_days(1826), None);
        assert_eq!(HalfLife::of_days(90).map(HalfLife::days), Some(90));
    }

    #[test]
    fn openings_of_one_day_are_worth_themselves_and_those_of_years_less() {
        let dense = share(&[(0, true), (0, true), (0, true)]);
        assert!((dense.worth - 3.0).abs() < 1e-9);
        let sparse = share(&[(0, true), (400, true), (800, true)]);
        assert!(sparse.worth < 2.1 && sparse.at_least() < dense.at_least());
    }

    #[test]
    fn what_is_new_outweighs_what_is_old() {
        let better = share(&[(0, true), (30, true), (700, false), (720, false)]);
        let worse = share(&[(0, false), (30, false), (700, true), (720, true)]);
        assert!(better.share < 0.25 && worse.share > 0.75);
    }

    #[test]
    fn silence_alone_changes_nothing_but_the_order() {
        let then = share(&[(0, true), (30, true), (60, true)]);
        let now = share(&[(600, true), (630, true), (660, true)]);
        assert!((then.at_least() - now.at_least()).abs() < 1e-9);
        let order = |it: &AskShare| it.weight_at(after(700), HalfLife::default());
        assert!(order(&then) < order(&now));
    }

    #[test]
    fn who_opened_nothing_has_no_share() {
        assert_eq!(share(&[]), AskShare::default());
        assert!(AskShare::default().at_least() < 1e-9);
    }
}
