//! What the runners say about how many: read from their own last lines.

use crate::outcome::Tally;

/// `Summary [ 0.4s] 9 tests run: 6 passed (1 slow), 2 failed, 1 timed out, 3 skipped`
pub(crate) fn nextest(words: &str) -> Option<Tally> {
    let line = words.lines().rev().find(|it| it.trim_start().starts_with("Summary ["))?;
    let (_, counts) = line.split_once(" run: ")?;
    Some(tally(counts, &["passed"], &["failed", "timed", "exec"], &["skipped"]))
}

/// `test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out`, once a target.
pub(crate) fn cargo(words: &str) -> Option<Tally> {
    words
        .lines()
        .filter_map(|it| it.trim_start().strip_prefix("test result: "))
        .map(|it| tally(it, &["passed"], &["failed"], &["ignored"]))
        .reduce(Tally::plus)
}

/// `Tests  1 failed | 11 passed | 1 skipped | 2 todo (15)`
pub(crate) fn vitest(words: &str) -> Option<Tally> {
    let line = words.lines().rev().find_map(|it| it.trim_start().strip_prefix("Tests  "))?;
    Some(tally(line, &["passed"], &["failed"], &["skipped", "todo"]))
}

/// Every number counts for the word after it.
fn tally(line: &str, passed: &[&str], failed: &[&str], skipped: &[&str]) -> Tally {
    let mut tally = Tally::default();
    let pieces: Vec<&str> =
        line.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    for (number, word) in pieces.iter().zip(pieces.iter().skip(1)) {
        let Ok(number) = number.parse::<u32>() else {
            continue;
        };
        if passed.contains(word) {
            tally.passed += number;
        } else if failed.contains(word) {
            tally.failed += number;
        } else if skipped.contains(word) {
            tally.skipped += number;
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn counted(passed: u32, failed: u32, skipped: u32) -> Option<Tally> {
        Some(Tally { passed, failed, skipped })
    }

    #[test]
    fn nextest_is_read_from_its_summary() {
        let said = "   PASS [ 0.1s] one\n────\n     Summary [   0.364s] 9 tests run: 9 passed, 0 skipped\n";
        assert_eq!(nextest(said), counted(9, 0, 0));
        let said = "  Summary [ 1.0s] 9 tests run: 5 passed (1 slow, 1 leaky), 2 failed, 1 timed out, 1 exec failed, 3 skipped";
        assert_eq!(nextest(said), counted(5, 4, 3));
    }

    #[test]
    fn one_test_is_counted_too() {
        assert_eq!(nextest("Summary [ 1.0s] 1 test run: 1 passed, 0 skipped"), counted(1, 0, 0));
    }

    #[test]
    fn cargo_is_summed_over_its_targets() {
        let said = "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 4 filtered out\n\
                    test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(cargo(said), counted(7, 3, 1));
    }

    #[test]
    fn vitest_is_read_from_its_line_of_tests_and_not_of_files() {
        let said = " Test Files  1 failed | 3 passed (4)\n      Tests  1 failed | 11 passed | 1 skipped | 2 todo (15)\n";
        assert_eq!(vitest(said), counted(11, 1, 3));
    }

    #[test]
    fn nothing_said_is_nothing_counted() {
        assert_eq!(nextest("error: could not compile"), None);
        assert_eq!(cargo("error: could not compile"), None);
        assert_eq!(vitest("No test files found"), None);
    }
}
