//! Tests about permissions, where root runs them: permissions mean nothing to root, so the
//! test runs again as nobody.

use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// Runs the test of that name again as nobody, where this is root, and says whether it did.
pub fn runs(test: &str) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let probe = folder.path().join("probe");
    std::fs::write(&probe, "").unwrap();
    set_mode(&probe, 0o444);
    if std::fs::OpenOptions::new().write(true).open(&probe).is_err() {
        return false;
    }
    set_mode(folder.path(), 0o755);
    let program = folder.path().join("tests");
    std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let mut again = Command::new(&program);
    again.args(["--exact", test]).current_dir("/").uid(65_534).gid(65_534);
    let ran = again.output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
    true
}

/// Sets the permissions of a file or folder.
pub fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}
