//! A folder with a store, and the program run on it.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A folder that goes away, with a store in it.
pub(crate) struct Desk {
    pub(crate) folder: tempfile::TempDir,
}

/// What the program said.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.folder.path().join("requite.db")
    }

    pub(crate) fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    }

    /// Runs the program on the store, as REQUITE_STORE names it.
    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        self.run_reading(arguments, "")
    }

    /// The same, with something on standard input.
    pub(crate) fn run_reading(&self, arguments: &[&str], input: &str) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_requite"));
        // These have nothing to hide, and rely on the disk's encryption.
        command.arg("--unencrypted").args(arguments).env("REQUITE_STORE", self.store());
        said(command, input)
    }

    /// The answer as JSON; the program has to have ended well.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let mut arguments = arguments.to_vec();
        arguments.push("--json");
        let said = self.run(&arguments);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{arguments:?}");
        serde_json::from_str(&said.out).unwrap()
    }

    /// A store with a few people of the archive of 2023 and the mail of its owner.
    pub(crate) fn stocked() -> Self {
        let desk = Self::new();
        desk.json(&["import", &fixture("linkedin/2023")]);
        desk
    }
}

/// Runs a command to its end.
pub(crate) fn said(mut command: Command, input: &str) -> Said {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that does not read may have gone before this is written.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A file or folder of the fixtures that all tests share.
pub(crate) fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name);
    assert!(path.exists(), "there is no fixture {name}");
    path.to_string_lossy().into_owned()
}

/// Stands in a shape for something that may be null.
pub(crate) fn or_null(shape: &Value) -> Value {
    serde_json::json!({ "or null": shape })
}

/// Sees that a value has the fields of a shape, of the same types; more fields are fine.
pub(crate) fn fits(value: &Value, shape: &Value) {
    fits_at(value, shape, "$");
}

fn fits_at(value: &Value, shape: &Value, place: &str) {
    match (value, shape) {
        (Value::Null, Value::Object(shape)) if shape.contains_key("or null") => {}
        (value, Value::Object(shape)) if shape.contains_key("or null") => {
            fits_at(value, &shape["or null"], place);
        }
        (Value::Object(value), Value::Object(shape)) => {
            for (key, shape) in shape {
                let field = value.get(key).unwrap_or_else(|| panic!("{place} has no {key}"));
                fits_at(field, shape, &format!("{place}.{key}"));
            }
        }
        (Value::Array(values), Value::Array(shape)) => {
            for (at, value) in values.iter().enumerate() {
                fits_at(value, &shape[0], &format!("{place}[{at}]"));
            }
        }
        (Value::Number(_), Value::Number(_))
        | (Value::String(_), Value::String(_))
        | (Value::Bool(_), Value::Bool(_)) => {}
        _ => panic!("{place} is {value}, not like {shape}"),
    }
}
