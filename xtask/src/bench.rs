//! `cargo xtask bench`: builds the measures of `tests/` for release and runs them.

use crate::ground;
use crate::outcome::Outcome;
use crate::step;

/// The measures themselves are the binary `bench` of the crate `tests`; it takes the arguments.
pub(crate) fn bench(arguments: &[String]) -> Outcome {
    step::must(
        ground::cargo()
            .args(["run", "--release", "-p", "tests", "--bin", "bench", "--"])
            .args(arguments),
    )
}
