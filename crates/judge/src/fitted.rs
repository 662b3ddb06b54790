//! Linear models whose figures were fitted on labelled files and are read from a file.
//!
//! A model sees a text as *named* features (cues, shares, counts: each has a name that a
//! person can read) and as *grams* (hashed words and runs of words, by bucket). It answers
//! with log-odds; a calibration (Platt 1999: a line through the log-odds, fitted on rows that
//! the weights were not fitted on) makes them a certainty. The figures are written by
//! `cargo xtask fit` and are a plain file, a line a thing:
//!
//! ```text
//! bias -1.25
//! calibration 0.91 0.04
//! named question 1.7
//! buckets 4096
//! grams 17 -230 18 41
//! ```
//!
//! Grams come in pairs: a bucket and its weight in thousandths. What is not there weighs
//! nothing.

use std::fmt;

/// What a model sees of one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Features {
    /// A figure for each name, in the order in which the model's names were given.
    pub named: Vec<f32>,
    /// Hashes of words and runs of words. [`Model`] takes them by bucket: hash modulo buckets.
    pub grams: Vec<u32>,
}

impl Features {
    /// Sorts the grams and takes each once: that a word is there counts, not how often.
    pub fn settle(&mut self) {
        self.grams.sort_unstable();
        self.grams.dedup();
    }

    /// What each gram counts for: 1/√n, so that long texts do not shout.
    pub fn gram_value(&self) -> f32 {
        1.0 / (self.grams.len().max(1) as f32).sqrt()
    }
}

/// A fitted linear model. One without figures speaks neither for nor against.
#[derive(Clone, Debug, Default)]
pub struct Model {
    bias: f32,
    stretch: f32,
    shift: f32,
    named: Vec<f32>,
    grams: Vec<f32>,
}

/// Why a file of figures cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The line, from 1.
    line: usize,
    wants: &'static str,
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line {} of the figures does not fit: {}.", self.line, self.wants)
    }
}

impl std::error::Error for Misfit {}

impl Model {
    /// Reads a file of figures. A name that is not among `names` is a misfit; one of `names`
    /// that the file does not mention weighs nothing.
    pub fn read(figures: &str, names: &[&str]) -> Result<Self, Misfit> {
        let mut model = Self {
            bias: 0.0,
            stretch: 1.0,
            shift: 0.0,
            named: vec![0.0; names.len()],
            grams: Vec::new(),
        };
        for (at, line) in figures.lines().enumerate() {
            model.take(line, names).map_err(|wants| Misfit { line: at + 1, wants })?;
        }
        Ok(model)
    }

    fn take(&mut self, line: &str, names: &[&str]) -> Result<(), &'static str> {
        let mut words = line.split_ascii_whitespace();
        let Some(head) = words.next() else {
            return Ok(());
        };
        let mut figure = || words.next().and_then(|word| word.parse().ok()).ok_or("a figure");
        match head {
            "bias" => self.bias = figure()?,
            "calibration" => {
                self.stretch = figure()?;
                self.shift = figure()?;
            }
            "named" => {
                let name = words.next().ok_or("a name")?;
                let place = names.iter().position(|known| *known == name).ok_or("a known name")?;
                let figure = words.next().and_then(|word| word.parse().ok()).ok_or("a figure")?;
                if let Some(weight) = self.named.get_mut(place) {
                    *weight = figure;
                }
            }
            "buckets" => {
                let count = words.next().and_then(|word| word.parse().ok());
                self.grams = vec![0.0; count.ok_or("a count")?];
            }
            "grams" => {
                while let Some(bucket) = words.next() {
                    let bucket: usize = bucket.parse().map_err(|_| "a bucket")?;
                    let weight: i32 =
                        words.next().and_then(|word| word.parse().ok()).ok_or("thousandths")?;
                    let place = self.grams.get_mut(bucket).ok_or("a bucket below their count")?;
                    *place = weight as f32 / 1000.0;
                }
            }
            _ => return Err("bias, calibration, named, buckets or grams"),
        }
        Ok(())
    }

    /// How much speaks for it: calibrated log-odds.
    pub fn log_odds(&self, features: &Features) -> f32 {
        let named: f32 =
            self.named.iter().zip(&features.named).map(|(weight, value)| weight * value).sum();
        let grams: f32 = features.grams.iter().map(|gram| self.weight(*gram)).sum();
        let points = self.bias + named + grams * features.gram_value();
        self.stretch * points + self.shift
    }

    /// How sure it is, 0 to 1.
    pub fn certainty(&self, features: &Features) -> f32 {
        certainty(self.log_odds(features))
    }

    /// What a gram weighs before calibration, for one that stands alone.
    pub fn weight(&self, gram: u32) -> f32 {
        let buckets = self.grams.len().max(1);
        self.grams.get(gram as usize % buckets).copied().unwrap_or(0.0)
    }

    /// What a named feature weighs before calibration, by its place among the names.
    pub fn named_weight(&self, place: usize) -> f32 {
        self.named.get(place).copied().unwrap_or(0.0)
    }
}

/// Log-odds as a certainty.
pub fn certainty(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIGURES: &str =
        "bias -1\ncalibration 2 0.5\nnamed question 1.5\nbuckets 8\ngrams 3 -250 5 1000\n";

    fn seen(named: &[f32], grams: &[u32]) -> Features {
        let mut features = Features { named: named.to_vec(), grams: grams.to_vec() };
        features.settle();
        features
    }

    #[test]
    fn what_is_seen_adds_up_and_is_calibrated() {
        let model = Model::read(FIGURES, &["link", "question"]).unwrap();
        assert_eq!(model.log_odds(&seen(&[0.0, 0.0], &[])), -1.5);
        assert_eq!(model.log_odds(&seen(&[9.0, 1.0], &[])), 1.5);
        // One gram of weight 1 alone, by bucket 13 mod 8.
        assert_eq!(model.log_odds(&seen(&[0.0, 0.0], &[13])), 0.5);
        assert_eq!(model.certainty(&seen(&[0.0, 0.5], &[])), 0.5);
    }

    #[test]
    fn a_word_said_often_counts_once_and_long_texts_do_not_shout() {
        let many = seen(&[], &[5, 5, 5, 1]);
        assert_eq!(many.grams, [1, 5]);
        assert!((many.gram_value() - std::f32::consts::FRAC_1_SQRT_2).abs() < 1e-6);
    }

    #[test]
    fn figures_that_do_not_fit_say_where() {
        for (figures, says) in [
            ("bias one", "Line 1 of the figures does not fit: a figure."),
            ("bias 1\nnamed colour 2", "Line 2 of the figures does not fit: a known name."),
            (
                "buckets 2\ngrams 2 5",
                "Line 2 of the figures does not fit: a bucket below their count.",
            ),
        ] {
            assert_eq!(Model::read(figures, &["question"]).unwrap_err().to_string(), says);
        }
    }
}
