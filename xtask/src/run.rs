//! `cargo xtask run`: from a fresh clone to an open window.

use crate::ground::{self, ALL};
use crate::outcome::{Outcome, Trouble};
use crate::packages::{self, Need};
use crate::{step, ui};

/// Brings what is missing, builds, and opens the window. Its arguments are the window's own.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    understood(arguments)?;
    packages::bring(Need::Window)?;
    ui::build()?;
    step::announce("the window");
    step::must(ground::cargo().arg("build").args(ALL).args(["--bin", "requite-window"]))?;
    // Started where the person stands, so that a store's path means what it says.
    step::must(std::process::Command::new(ground::built("requite-window")).args(arguments))
}

/// A mistyped argument is said at once, not after the build.
fn understood(arguments: &[String]) -> Outcome {
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] | ["--sample"] | ["--store", _] => Ok(()),
        _ => Err(Trouble("`cargo xtask run` takes --sample or --store FILE.".into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> Outcome {
        understood(&arguments.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn one_store_may_be_named() {
        assert!(asked(&[]).is_ok());
        assert!(asked(&["--sample"]).is_ok());
        assert!(asked(&["--store", "ada.db"]).is_ok());
    }

    #[test]
    fn anything_else_is_refused_before_the_build() {
        assert!(asked(&["--store"]).is_err());
        assert!(asked(&["--samples"]).is_err());
    }
}
