//! `cargo xtask eval`: scores the two judgements on labelled files.

use std::process::Command;

use crate::bench;
use crate::outcome::Outcome;

/// The scoring is the binary `eval` of the crate `tests`, which says what arguments it takes.
pub(crate) fn eval(arguments: &[String]) -> Outcome {
    bench::end_as(Command::new(bench::build("eval")?).args(arguments))
}
