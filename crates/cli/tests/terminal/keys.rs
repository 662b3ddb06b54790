//! A closed store from a terminal: where there is no keychain, and keys come by variable or file
//! descriptor.

use crate::desk::{Said, said};
use std::path::{Path, PathBuf};
use std::process::Command;

const PASSPHRASE: &str = "orchard ladder";

/// Runs the program on a store, in a system without a keychain, with these variables.
fn run(store: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_requite"));
    command.arg("--store").arg(store).args(arguments);
    command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/proc/no/bus");
    command.env_remove("REQUITE_PASSPHRASE").env_remove("REQUITE_RECOVERY_KEY");
    command.envs(variables.iter().copied());
    said(command, "")
}

/// A closed store and its recovery key.
fn closed(folder: &Path) -> (PathBuf, String) {
    let store = folder.join("requite.db");
    let made = run(&store, &["status"], &[("REQUITE_PASSPHRASE", PASSPHRASE)]);
    assert_eq!(made.code, 0, "{}", made.err);
    let key = made.err.lines().next().unwrap().strip_prefix("Recovery key: ").unwrap();
    (store, key.to_owned())
}

#[test]
fn without_anything_to_close_it_with_no_store_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("requite.db");
    let said = run(&store, &["status"], &[]);
    assert_eq!(said.code, 2);
    assert!(
        said.err.contains("REQUITE_PASSPHRASE") && said.err.contains("--unencrypted"),
        "{}",
        said.err
    );
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_passphrase_or_the_recovery_key_opens_it_and_nothing_else_does() {
    let folder = tempfile::tempdir().unwrap();
    let (store, key) = closed(folder.path());
    for variable in [("REQUITE_PASSPHRASE", PASSPHRASE), ("REQUITE_RECOVERY_KEY", &key)] {
        let said = run(&store, &["status"], &[variable]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "the key is shown once");
        assert!(said.out.contains(" encrypted"), "{}", said.out);
    }
    let none = run(&store, &["status", "--unencrypted"], &[]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("recovery-key"), "{}", none.err);
    let wrong = run(&store, &["status"], &[("REQUITE_PASSPHRASE", "orchard lader")]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("does not open") && !wrong.err.contains("lader"), "{}", wrong.err);
}

#[test]
fn a_passphrase_comes_by_a_file_descriptor() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = closed(folder.path());
    let script = format!(
        "{} --store {} --passphrase-fd 3 status 3<<< '{PASSPHRASE}'",
        env!("CARGO_BIN_EXE_requite"),
        store.display()
    );
    let mut command = Command::new("bash");
    command.args(["-c", &script]).env_remove("REQUITE_PASSPHRASE");
    assert_eq!(said(command, "").code, 0);
}

#[test]
fn a_new_recovery_key_and_a_new_data_key_are_printed_once() {
    let folder = tempfile::tempdir().unwrap();
    let (store, old) = closed(folder.path());
    let open = [("REQUITE_PASSPHRASE", PASSPHRASE)];
    for deed in ["recovery-key", "rekey"] {
        let told = run(&store, &[deed], &open);
        assert_eq!(told.code, 0, "{}", told.err);
        let new = told.err.lines().next().unwrap().strip_prefix("Recovery key: ").unwrap();
        let by = |key: &str| run(&store, &["status"], &[("REQUITE_RECOVERY_KEY", key)]).code;
        assert_eq!((by(new), by(&old)), (0, 2), "{deed}");
    }
}

#[test]
fn a_backup_is_looked_at_and_put_back() {
    let folder = tempfile::tempdir().unwrap();
    let (store, key) = closed(folder.path());
    let backup = folder.path().join("copy.backup").to_string_lossy().into_owned();
    let open = [("REQUITE_PASSPHRASE", PASSPHRASE), ("REQUITE_RECOVERY_KEY", key.as_str())];
    assert_eq!(run(&store, &["backup", &backup], &open).code, 0);
    let seen = run(&store, &["verify", &backup], &open);
    assert!(seen.out.contains("whole"), "{}{}", seen.out, seen.err);
    let bare = folder.path().join("bare.db");
    let back = run(&bare, &["restore", &backup], &open);
    assert_eq!(back.code, 0, "{}", back.err);
    assert_eq!(run(&bare, &["status"], &[("REQUITE_RECOVERY_KEY", &key)]).code, 0);
    let refused = run(&bare, &["restore", &backup], &[("REQUITE_PASSPHRASE", PASSPHRASE)]);
    assert_eq!(refused.code, 2);
    assert_eq!(run(&bare, &["doctor"], &[("REQUITE_RECOVERY_KEY", &key)]).code, 0);
}

#[test]
fn where_there_is_no_keychain_unlock_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = closed(folder.path());
    let told = run(&store, &["unlock"], &[("REQUITE_PASSPHRASE", PASSPHRASE)]);
    assert_eq!(told.code, 2);
    assert!(told.err.contains("keychain"), "{}", told.err);
}

#[test]
fn a_store_that_is_not_encrypted_is_by_rekey() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("requite.db");
    assert_eq!(run(&store, &["status", "--unencrypted"], &[]).code, 0);
    let told = run(&store, &["rekey"], &[("REQUITE_PASSPHRASE", PASSPHRASE)]);
    assert_eq!(told.code, 0, "{}", told.err);
    let said = run(&store, &["status"], &[("REQUITE_PASSPHRASE", PASSPHRASE)]);
    assert!(said.out.contains(" encrypted"), "{}", said.out);
}
