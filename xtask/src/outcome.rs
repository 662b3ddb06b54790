//! How a step ends, and the table at the end.

use std::fmt;

/// Why a door could not be opened, in words for the person at the terminal.
#[derive(Debug)]
pub(crate) struct Trouble(pub(crate) String);

/// What most of this program answers.
pub(crate) type Outcome<T = ()> = Result<T, Trouble>;

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// What was counted in one suite, or in several.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
}

impl Tally {
    pub(crate) const PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    pub(crate) const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };
    pub(crate) const SKIPPED: Self = Self { passed: 0, failed: 0, skipped: 1 };

    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// One line of the table: what ran, what was counted, and a word where one is owed.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) tally: Tally,
    pub(crate) word: String,
}

impl Line {
    pub(crate) fn new(name: &str, tally: Tally) -> Self {
        Self { name: name.to_owned(), tally, word: String::new() }
    }

    pub(crate) fn skipped(name: &str, why: impl Into<String>) -> Self {
        Self { word: why.into(), ..Self::new(name, Tally::SKIPPED) }
    }

    pub(crate) fn failed(name: &str, why: impl Into<String>) -> Self {
        Self { word: why.into(), ..Self::new(name, Tally::FAILED) }
    }
}

/// Prints the table, the sum alone on the last line, and fails when anything did.
pub(crate) fn close(lines: &[Line]) -> Outcome {
    let widest = lines.iter().map(|it| it.name.chars().count()).max().unwrap_or(0);
    println!("\n{:widest$}  passed  failed  skipped", "");
    for Line { name, tally, word } in lines {
        let Tally { passed, failed, skipped } = tally;
        println!("{name:widest$}  {passed:6}  {failed:6}  {skipped:7}  {word}");
    }
    let sum = lines.iter().fold(Tally::default(), |sum, line| sum.plus(line.tally));
    println!("\n{sum}");
    if sum.failed > 0 { Err(Trouble(String::new())) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_said_in_words() {
        let sum = Tally::PASSED.plus(Tally::PASSED).plus(Tally::SKIPPED);
        assert_eq!(sum.to_string(), "2 passed, 0 failed, 1 skipped");
    }

    #[test]
    fn one_failure_fails_the_whole() {
        assert!(close(&[Line::new("good", Tally::PASSED), Line::failed("bad", "why")]).is_err());
        assert!(close(&[Line::new("good", Tally::PASSED), Line::skipped("away", "why")]).is_ok());
    }
}
