//! The door `eval`: what it prints, and how it refuses.

use serde_json::Value;
use std::process::{Command, Output};
use tempfile::TempDir;

/// Runs `eval` with a file of these lines.
fn eval(judgement: &str, lines: &str, more: &[&str]) -> Output {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("rows.jsonl");
    std::fs::write(&file, lines).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_eval"));
    command.arg(judgement).arg(&file).args(more);
    command.output().unwrap()
}

#[track_caller]
fn refused(output: &Output, because: &str) {
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains(because), "{said}");
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
}

const ASKS: &str = r#"{"text": "Could you send me the keys?", "label": 1, "colour": "blue"}
{"text": "The keys are under the mat.", "label": 0}
{"text": "Where are the keys?", "label": 0}
"#;

#[test]
fn figures_are_counted_and_unknown_fields_ignored() {
    let output = eval("asks", ASKS, &["--json"]);
    assert!(output.status.success());
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told[0]["rows"], 3);
    assert_eq!(told[0]["precision"], 0.5);
    assert_eq!(told[0]["recall"], 1.0);
    assert_eq!(told[0]["auc"], 1.0);
}

#[test]
fn predictions_have_a_line_for_each_row() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("predictions.jsonl");
    let output = eval("asks", ASKS, &["--predictions", out.to_str().unwrap()]);
    assert!(output.status.success());
    let lines: Vec<Value> = std::fs::read_to_string(&out)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let said: Vec<_> = lines.iter().map(|line| (&line["row"], &line["said"])).collect();
    assert_eq!(said, [(&1.into(), &1.into()), (&2.into(), &0.into()), (&3.into(), &1.into())]);
}

#[test]
fn errors_are_shown_on_request() {
    let output = eval("asks", ASKS, &["--errors"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("line 3: said 1"), "{told}");
}

#[test]
fn four_acts_are_told_class_by_class() {
    let lines = r#"{"text": "Could you send me the keys?", "label": "ask"}
{"text": "Happy birthday!", "label": "social"}
"#;
    let told = String::from_utf8(eval("acts", lines, &[]).stdout).unwrap();
    assert!(told.contains("accuracy 1.000"), "{told}");
}

#[test]
fn ordinary_mail_counts_as_no_blast() {
    let lines = r#"{"text": "Shall we have lunch, as last June?", "label": "ask"}"#;
    let output = eval("blast", lines, &["--json"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&told[0]["rows"], &told[0]["recall"]), (&1.into(), &Value::Null));
}

#[test]
fn what_does_not_fit_is_refused_in_one_sentence() {
    refused(&eval("asks", "{\"text\": \"Hi\", \"label\": 7}\n", &[]), "line 1, does not fit");
    refused(&eval("acts", "{\"text\": \"Hi\", \"label\": 1}\n", &[]), "ask, give, social or reply");
    refused(&eval("asks", "no object\n", &[]), "line 1, is not a JSON object");
    refused(&eval("asks", "", &[]), "holds no rows");
    refused(&eval("luck", ASKS, &[]), "Say what to measure");
    refused(&eval("asks", ASKS, &["--loud"]), "--loud is not known");
    refused(&eval("asks", ASKS, &["no-such-file.jsonl"]), "no-such-file.jsonl cannot be opened");
}
