//! What the program is started with: `--store FILE`, `--sample`, or nothing.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::place::Place;

/// Why the arguments make no sense, or the place they name cannot be had.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Misunderstood {
    #[error("--store needs the path of a file after it")]
    StoreWithoutFile,
    #[error("--store and --sample were both given, and there is one store to a window")]
    TwoStores,
    #[error("the argument {0} is not known; --store FILE and --sample are")]
    Unknown(String),
    #[error("no temporary folder for the sample could be made: {0}")]
    NoTemporaryFolder(#[from] std::io::Error),
}

/// The place that this process was asked to open.
pub(crate) fn read() -> Result<Place, Misunderstood> {
    match wish(env::args_os().skip(1))? {
        Wish::Sample => Ok(Place::sample()?),
        Wish::File(file) => Ok(Place::named(file)),
        Wish::Default => match app::place::named() {
            Some(file) => Ok(Place::named(file)),
            None => Ok(Place::default_store()),
        },
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Wish {
    Default,
    File(PathBuf),
    Sample,
}

fn wish(arguments: impl Iterator<Item = OsString>) -> Result<Wish, Misunderstood> {
    let mut wish = Wish::Default;
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        let next = match argument.to_str() {
            Some("--sample") => Wish::Sample,
            Some("--store") => match arguments.next() {
                Some(file) if !file.is_empty() => Wish::File(file.into()),
                _ => return Err(Misunderstood::StoreWithoutFile),
            },
            _ => {
                return Err(Misunderstood::Unknown(argument.to_string_lossy().into_owned()));
            }
        };
        if wish != Wish::Default {
            return Err(Misunderstood::TwoStores);
        }
        wish = next;
    }
    Ok(wish)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> Result<Wish, String> {
        wish(arguments.iter().map(OsString::from)).map_err(|it| it.to_string())
    }

    #[test]
    fn nothing_said_is_the_default_store() {
        assert_eq!(asked(&[]), Ok(Wish::Default));
    }

    #[test]
    fn a_store_is_named_by_its_file() {
        assert_eq!(asked(&["--store", "ada.db"]), Ok(Wish::File("ada.db".into())));
    }

    #[test]
    fn the_sample_is_asked_for_by_name() {
        assert_eq!(asked(&["--sample"]), Ok(Wish::Sample));
    }

    #[test]
    fn a_store_without_a_file_is_said_so() {
        assert!(asked(&["--store"]).unwrap_err().contains("needs the path"));
        assert!(asked(&["--store", ""]).unwrap_err().contains("needs the path"));
    }

    #[test]
    fn two_stores_are_one_too_many() {
        assert!(asked(&["--sample", "--store", "ada.db"]).unwrap_err().contains("one store"));
    }

    #[test]
    fn an_unknown_argument_is_named() {
        assert!(asked(&["--colour"]).unwrap_err().contains("--colour"));
    }
}
