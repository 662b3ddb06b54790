//! `cargo xtask sbom`: what a release is made of, as CycloneDX 1.5, one file for the programs and one
//! for the window's pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::outcome::{Outcome, Trouble};
use crate::{ground, step, ui};

pub(crate) fn sbom(arguments: &[String]) -> Outcome {
    let [folder] = arguments else {
        return Err(Trouble("Like this: cargo xtask sbom FOLDER".into()));
    };
    let folder = Path::new(folder);
    fs::create_dir_all(folder).map_err(|why| refused(folder, &why))?;
    let rust = folder.join("requite-programs.cdx.json");
    let crates = crates()?;
    fs::write(&rust, document(&crates)).map_err(|why| refused(&rust, &why))?;
    println!("{}: {} crates", rust.display(), crates.len());
    ui::packages()?;
    let pages = folder.join("requite-pages.cdx.json");
    let told = step::asked(ground::npm().args([
        "sbom",
        "--omit=dev",
        "--sbom-format=cyclonedx",
        "--package-lock-only",
    ]));
    let told = told.ok_or_else(|| Trouble("npm does not list the pages' packages.".into()))?;
    fs::write(&pages, told).map_err(|why| refused(&pages, &why))?;
    println!("{}", pages.display());
    Ok(())
}

/// One crate of a release.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Crate {
    name: String,
    version: String,
    licence: String,
}

/// The crates that are linked into the programs, for every platform.
fn crates() -> Result<BTreeSet<Crate>, Trouble> {
    let mut tree = ground::cargo();
    tree.args(["tree", "-p", "window", "-p", "cli", "--edges", "normal", "--target", "all"]);
    tree.args(["--prefix", "none", "--format", "{p}|{l}"]);
    let told =
        step::asked(&mut tree).ok_or_else(|| Trouble("cargo tree does not answer.".into()))?;
    Ok(told.lines().filter_map(named).collect())
}

/// `serde v1.0.0 (proc-macro)|MIT OR Apache-2.0`.
fn named(line: &str) -> Option<Crate> {
    let (package, licence) = line.split_once('|')?;
    let mut words = package.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    let licence = licence.trim_end_matches(" (*)");
    Some(Crate { name: name.into(), version: version.into(), licence: licence.into() })
}

fn document(crates: &BTreeSet<Crate>) -> String {
    let component = |it: &Crate| {
        let Crate { name, version, licence } = it;
        format!(
            "    {{\"type\": \"library\", \"name\": \"{name}\", \"version\": \"{version}\", \
             \"purl\": \"pkg:cargo/{name}@{version}\", \
             \"licenses\": [{{\"expression\": \"{licence}\"}}]}}"
        )
    };
    let components: Vec<String> = crates.iter().map(component).collect();
    format!(
        "{{\n  \"bomFormat\": \"CycloneDX\",\n  \"specVersion\": \"1.5\",\n  \"version\": 1,\n  \
         \"components\": [\n{}\n  ]\n}}\n",
        components.join(",\n")
    )
}

fn refused(path: &Path, why: &std::io::Error) -> Trouble {
    Trouble(format!("{} cannot be written: {why}.", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_tree_is_a_crate_with_its_licence() {
        let serde = named("serde v1.0.1 (proc-macro)|MIT OR Apache-2.0 (*)").unwrap();
        assert_eq!((serde.name.as_str(), serde.version.as_str()), ("serde", "1.0.1"));
        assert_eq!(serde.licence, "MIT OR Apache-2.0");
        assert!(named("nonsense").is_none());
    }

    #[test]
    fn the_document_names_every_crate_once() {
        let crates = ["a v1.0.0|MIT", "a v1.0.0|MIT (*)", "b v2.0.0|ISC"];
        let crates: BTreeSet<Crate> = crates.iter().filter_map(|line| named(line)).collect();
        let text = document(&crates);
        assert_eq!(text.matches("pkg:cargo/").count(), 2);
        assert!(text.contains("\"expression\": \"ISC\""));
    }
}
