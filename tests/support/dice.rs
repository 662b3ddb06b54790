//! Chance that falls the same way every time: SplitMix64 from a seed.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "figures of chance are small and positive"
)]

/// A stream of chances.
pub struct Dice(u64);

impl Dice {
    /// The stream that this seed gives.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 up to, not including, 1.
    pub fn share(&mut self) -> f64 {
        f64::from(u32::try_from(self.roll() >> 32).unwrap_or(0)) / 4_294_967_296.0
    }

    /// True so often.
    pub fn falls(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// From 0 up to, not including, `end`; 0 where that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.roll() >> 1) as usize % end.max(1)
    }

    /// One of these; the type's own nothing where there is none.
    pub fn one_of<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.below(from.len())).copied().unwrap_or_default()
    }

    /// Around `median`, rarely far above it, as lengths of letters are.
    pub fn length(&mut self, median: f64, spread: f64) -> usize {
        let (a, b) = (1.0 - self.share(), self.share());
        let normal = (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos();
        (median * (spread * normal).exp()).round() as usize
    }
}

/// Ranks of which the first come most often, as words and correspondents do (Zipf).
pub struct Ranks {
    upto: Vec<f64>,
}

impl Ranks {
    /// So many ranks; the larger `flat`, the less the first ones stand out.
    pub fn new(count: usize, flat: f64) -> Self {
        let mut sum = 0.0;
        let upto = (0..count).map(|rank| {
            sum += 1.0 / (rank as f64 + flat);
            sum
        });
        Self { upto: upto.collect() }
    }

    /// A rank.
    pub fn draw(&self, dice: &mut Dice) -> usize {
        let at = dice.share() * self.upto.last().copied().unwrap_or_default();
        self.upto.partition_point(|upto| *upto < at)
    }
}
