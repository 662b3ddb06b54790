//! How often what was said was true.

/// How often what was said was true.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hits {
    pub(crate) true_said: u32,
    pub(crate) false_said: u32,
    pub(crate) missed: u32,
    pub(crate) rest: u32,
}

impl Hits {
    /// Of pairs of what is true and what was said.
    pub(crate) fn of(pairs: impl Iterator<Item = (bool, bool)>) -> Self {
        let mut hits = Self::default();
        for (truth, said) in pairs {
            match (truth, said) {
                (true, true) => hits.true_said += 1,
                (false, true) => hits.false_said += 1,
                (true, false) => hits.missed += 1,
                (false, false) => hits.rest += 1,
            }
        }
        hits
    }

    pub(crate) fn precision(&self) -> Option<f64> {
        share(self.true_said, self.false_said)
    }

    pub(crate) fn recall(&self) -> Option<f64> {
        share(self.true_said, self.missed)
    }

    /// How often it was said where it was not true.
    pub(crate) fn false_rate(&self) -> Option<f64> {
        share(self.false_said, self.rest)
    }

    pub(crate) fn f1(&self) -> Option<f64> {
        let twice = 2 * self.true_said;
        share(twice, self.false_said + self.missed)
    }
}

fn share(part: u32, rest: u32) -> Option<f64> {
    let whole = part + rest;
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}
