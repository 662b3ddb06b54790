//! How sure a share is: Wilson's score interval.
//!
//! A share of few is worth little: three of three is no hundred percent. Wilson's interval
//! (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
//! Journal of the American Statistical Association 22, 1927, pages 209–212) says what a share
//! may be in truth; it holds for small counts and for shares near none or all, and it takes
//! counts that are no whole numbers.

/// The bound that holds from below in 90 of 100 cases. One-sided: nothing is claimed of how
/// high the share may be.
const AT_LEAST: f64 = 1.281_551_565_545;

/// Both bounds hold together in 95 of 100 cases.
const BETWEEN: f64 = 1.959_963_984_540;

/// At least this much is the true share, at 90 %, where `share` was seen in as many cases as
/// `of`. Nothing seen: nothing claimed.
pub(super) fn at_least(share: f64, of: f64) -> f64 {
    wilson(share, of, AT_LEAST).0
}

/// Between these the true share lies, at 95 %.
pub(super) fn between(hits: u32, of: u32) -> (f64, f64) {
    let share = if of == 0 { 0.0 } else { f64::from(hits) / f64::from(of) };
    wilson(share, f64::from(of), BETWEEN)
}

fn wilson(share: f64, of: f64, z: f64) -> (f64, f64) {
    if of <= 0.0 {
        return (0.0, 1.0);
    }
    let (share, square) = (share.clamp(0.0, 1.0), z * z);
    let middle = share + square / (2.0 * of);
    let reach = z * (share * (1.0 - share) / of + square / (4.0 * of * of)).sqrt();
    let scale = 1.0 + square / of;
    (((middle - reach) / scale).max(0.0), ((middle + reach) / scale).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn near(is: f64, expected: f64) {
        assert!((is - expected).abs() < 0.0005, "{is} is not {expected}");
    }

    #[test]
    fn the_bounds_are_those_of_the_books() {
        let (from, to) = between(8, 10);
        near(from, 0.4902);
        near(to, 0.9433);
        let (from, to) = between(0, 20);
        near(from, 0.0);
        near(to, 0.1611);
    }

    #[test]
    fn three_of_three_is_a_hundred_percent_of_very_little() {
        near(at_least(1.0, 3.0), 0.6462);
        near(at_least(1.0, 2.0), 0.5491);
        near(at_least(5.0 / 6.0, 6.0), 0.5747);
    }

    #[test]
    fn of_nothing_nothing_is_claimed() {
        near(at_least(1.0, 0.0), 0.0);
        assert_eq!(between(0, 0), (0.0, 1.0));
    }

    proptest! {
        #[test]
        fn a_share_lies_in_its_interval_and_more_cases_make_it_narrower(
            hits in 0_u32..50, more in 0_u32..50
        ) {
            let of = hits + more;
            let (from, to) = between(hits, of);
            prop_assert!((0.0..=1.0).contains(&from) && (0.0..=1.0).contains(&to));
            if of > 0 {
                let share = f64::from(hits) / f64::from(of);
                prop_assert!(from <= share + 1e-9 && share <= to + 1e-9);
                let (from_twice, to_twice) = between(hits * 2, of * 2);
                prop_assert!(to_twice - from_twice <= to - from + 1e-9);
            }
        }
    }
}
