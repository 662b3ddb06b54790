//! `cargo xtask eval` and `cargo xtask fit`: scores the two judgements on labelled files, and
//! fits their figures on them.

use std::process::Command;

use crate::outcome::Outcome;
use crate::{bench, ground};

/// The scoring is the binary `eval` of the crate `tests`, which says what arguments it takes.
pub(crate) fn eval(arguments: &[String]) -> Outcome {
    bench::end_as(Command::new(bench::build("eval")?).args(arguments))
}

/// The fitting is the binary `fit` of the crate `tests`; the figures lie beside what uses them.
pub(crate) fn fit(arguments: &[String]) -> Outcome {
    let figures = ground::root().join("crates/judge/figures");
    bench::end_as(
        Command::new(bench::build("fit")?).args(arguments).env("REQUITE_FIGURES", figures),
    )
}
