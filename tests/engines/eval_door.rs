//! The door `eval`: what it prints, and how it refuses.

use serde_json::{Value, json};
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

/// The figures of one file.
#[track_caller]
fn figures(judgement: &str, lines: &str) -> Value {
    let output = eval(judgement, lines, &["--json"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    told[0].clone()
}

/// What `--predictions` writes.
#[track_caller]
fn predictions(judgement: &str, lines: &str, more: &[&str]) -> Vec<Value> {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("predictions.jsonl");
    let output =
        eval(judgement, lines, &[&["--predictions", out.to_str().unwrap()], more].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let written = std::fs::read_to_string(&out).unwrap();
    written.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
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

const CIRCLE: &str = "our reading circle moves into the old granary this autumn and there is room \
    for six more chairs. We begin with a short novel about a lighthouse and its keeper. Shall I \
    keep one of the chairs for you until Friday?";
const PLUMS: &str = "the plums in your garden must be ripe by now, and the ladder is still in our \
    shed. May I bring it back on Sunday, together with the two baskets of your mother?";

/// A pair of letters; the draft is so many words long.
fn pair(draft: &str, earlier: &str, label: u8, kind: &str) -> String {
    let words = draft.split_whitespace().count();
    let pair = json!({"a": draft, "b": earlier, "label": label, "kind": kind, "nwords": words,
        "sender": "ada.king@example.org"});
    format!("{pair}\n")
}

#[test]
fn figures_are_counted_and_unknown_fields_ignored() {
    let told = figures("asks", ASKS);
    assert_eq!(told["rows"], 3);
    assert_eq!(told["precision"], 0.5);
    assert_eq!(told["recall"], 1.0);
    assert!(told["calibration_error"].as_f64().unwrap() < 1.0);
}

#[test]
fn a_letter_sent_again_is_told_from_another_of_the_same_sender() {
    let lines = [
        pair(&format!("Hi Bea,\n\n{CIRCLE}"), &format!("Hi Chidi,\n\n{CIRCLE}"), 1, "syn-L1"),
        pair(CIRCLE, CIRCLE, 1, "exact"),
        pair(PLUMS, CIRCLE, 0, "nearest"),
    ];
    let told = figures("dup", &lines.concat());
    assert_eq!(
        (&told["recall"], &told["false_rate"], &told["auc"]),
        (&json!(1.0), &json!(0.0), &json!(1.0))
    );
    assert_eq!(told["matched"][0]["recall"], 1.0);
    let kinds: Vec<&Value> =
        told["sorts"].as_array().unwrap().iter().map(|it| &it["kind"]).collect();
    assert!(kinds.contains(&&json!("syn-L1")), "{told}");
}

#[test]
fn paraphrases_and_short_drafts_are_also_counted_apart() {
    let short = "Hi Bea, the granary opens on Friday, shall I keep a chair for you?";
    let lines = [
        pair(CIRCLE, &CIRCLE.replace("chairs", "seats"), 1, "syn-L1"),
        pair(PLUMS, "Nothing like it was ever said in this long letter about boats.", 1, "syn-L5"),
        pair(short, "A letter about boats and the harbour, which is closed.", 0, "nearest"),
    ];
    let told = String::from_utf8(eval("dup", &lines.concat(), &[]).stdout).unwrap();
    assert!(told.contains("recall 0.500, without L5 1.000"), "{told}");
    assert!(told.contains("words under 40: 2 rows"), "{told}");
}

/// A message that was sent.
fn sent(mid: &str, text: &str) -> String {
    let line = json!({"type": "history", "sender": "ada.king@example.org", "mid": mid,
        "to": ["bea.okoro@example.org"], "date": "2024-05-09T10:00:00+02:00", "text": text});
    format!("{line}\n")
}

#[test]
fn the_message_that_a_draft_re_uses_is_named() {
    let drafts = r#"{"type": "draft", "sender": "ada.king@example.org", "label": 0, "gold": [], "level": 0, "text": "Is the harbour open again after the storm?"}"#;
    let again = json!({"type": "draft", "sender": "ada.king@example.org", "label": 1, "level": 1,
        "gold": ["m1"], "text": format!("Dear Dora,\n{CIRCLE}")});
    let lines = format!("{}{}{drafts}\n{again}\n", sent("m1", CIRCLE), sent("m2", PLUMS));
    let told = figures("history", &lines);
    assert_eq!(
        (&told["rows"], &told["recall"], &told["right_source"]),
        (&json!(2), &json!(1.0), &json!(1.0))
    );
    let told = predictions("history", &lines, &[]);
    let told: Vec<_> = told.iter().map(|it| (&it["row"], &it["said"], &it["source"])).collect();
    assert_eq!(told, [(&json!(3), &json!(0), &Value::Null), (&json!(4), &json!(1), &json!("m1"))]);
}

#[test]
fn predictions_have_a_line_for_each_row() {
    let told = predictions("asks", ASKS, &[]);
    let said: Vec<_> = told.iter().map(|line| (&line["row"], &line["said"])).collect();
    assert_eq!(said, [(&1.into(), &1.into()), (&2.into(), &0.into()), (&3.into(), &1.into())]);
    assert!(told.iter().all(|line| line.get("file").is_none()));
}

#[test]
fn predictions_of_several_files_say_of_which() {
    let folder = TempDir::new().unwrap();
    let more = folder.path().join("more.jsonl");
    std::fs::write(&more, ASKS).unwrap();
    let more = more.to_str().unwrap();
    let told = predictions("asks", ASKS, &[more]);
    assert_eq!(told.len(), 6);
    assert_eq!((&told[5]["row"], &told[5]["file"]), (&3.into(), &json!(more)));
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
    assert_eq!(predictions("acts", lines, &[])[1]["said"], "social");
}

#[test]
fn ordinary_mail_counts_as_no_bulk() {
    let lines = r#"{"text": "Shall we have lunch, as last June?", "label": "ask"}"#;
    let told = figures("bulk", lines);
    assert_eq!((&told["rows"], &told["recall"]), (&1.into(), &Value::Null));
    assert_eq!(told["blast"]["false_rate"], 0.0);
}

#[test]
fn what_is_cited_lies_in_the_text_and_carries_the_judgement() {
    let told = figures("spans", ASKS);
    assert_eq!((&told["texts"], &told["outside"]), (&3.into(), &0.into()));
    assert_eq!((&told["asks"]["share"], &told["asks"]["of"]), (&json!(1.0), &json!(2)));
}

#[test]
fn what_does_not_fit_is_refused_in_one_sentence() {
    refused(&eval("asks", "{\"text\": \"Hi\", \"label\": 7}\n", &[]), "line 1, does not fit");
    refused(&eval("acts", "{\"text\": \"Hi\", \"label\": 1}\n", &[]), "ask, give, social or reply");
    refused(&eval("dup", "{\"a\": \"Hi\", \"label\": 1}\n", &[]), "it has no b");
    refused(&eval("dup", "{\"a\": \"Hi\", \"b\": \"Hi\"}\n", &[]), "label is neither 0 nor 1");
    refused(
        &eval("history", "{\"text\": \"Hi\", \"label\": 1}\n", &[]),
        "neither history nor draft",
    );
    refused(&eval("history", &sent("m1", CIRCLE), &[]), "holds no labelled rows");
    refused(&eval("spans", "{\"label\": 1}\n", &[]), "it has neither text nor a");
    refused(&eval("bulk", "[1, 2]\n", &[]), "line 1, is not a JSON object");
    refused(&eval("asks", "no object\n", &[]), "line 1, is not a JSON object");
    refused(&eval("asks", "", &[]), "holds no rows");
    refused(&eval("luck", ASKS, &[]), "Say what to measure");
    refused(&eval("blast", ASKS, &[]), "Say what to measure");
    refused(&eval("asks", ASKS, &["--loud"]), "--loud is not known");
    refused(&eval("asks", ASKS, &["no-such-file.jsonl"]), "no-such-file.jsonl cannot be opened");
}
