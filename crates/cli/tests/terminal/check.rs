//! `check`: its verdict is its exit code.

use crate::desk::{Desk, fits, or_null};
use serde_json::{Value, json};

const PEOPLE: [(&str, &str); 6] = [
    ("Ada King", "ada@example.com"),
    ("Bea Blum", "bea@example.com"),
    ("Chidi Eze", "chidi@example.com"),
    ("Emil Frost", "emil@example.com"),
    ("Farah Gul", "farah@example.com"),
    ("Gus Hart", "gus@example.com"),
];

fn campaign(name: &str) -> String {
    format!(
        "Hi {name},\n\nwe have just opened the new grinding hall, and I thought you might want \
         to see it. On the first Thursday of every month we show visitors how a lens is made, \
         from the raw glass to the last polish. The tour takes two hours and ends with tea on \
         the roof terrace. Just write back which month suits you best.\n\nDora"
    )
}

fn first_name(name: &str) -> &str {
    name.split(' ').next().unwrap()
}

/// Five were sent the same text; Gus was not.
fn after_a_campaign() -> Desk {
    let desk = Desk::new();
    let card = |(name, mail): (&str, &str)| {
        format!("BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEMAIL:{mail}\nEND:VCARD\n")
    };
    let cards: String = PEOPLE.into_iter().map(card).collect();
    desk.json(&["import", &desk.file("people.vcf", &cards)]);
    for (name, _) in &PEOPLE[..5] {
        let text = campaign(first_name(name));
        desk.json(&["log", name, "--channel", "email", "--direction", "out", "--text", &text]);
    }
    desk
}

fn judged(desk: &Desk, text: &str) -> (i32, Value) {
    let said = desk.run_reading(&["check", "--to", "Gus Hart", "--json", "-"], text);
    assert_eq!(said.err, "");
    (said.code, serde_json::from_str(&said.out).unwrap())
}

#[test]
fn a_text_already_sent_to_five_others_exits_20_and_lists_them() {
    let desk = after_a_campaign();
    let (code, opinion) = judged(&desk, &campaign("Gus"));
    assert_eq!((code, &opinion["verdict"]), (20, &json!("blast")));
    fits(
        &opinion,
        &json!({
            "verdict": "", "because": "",
            "card": {"contact": {"id": "", "name": ""}, "notes": [{"text": ""}], "unanswered": 0},
            "findings": [{
                "rule": "", "title": "", "why": "", "span": or_null(&json!([0])),
                "evidence": [{"interaction": "", "to": "", "at": "", "likeness": 0.5, "text": ""}],
            }],
        }),
    );
    let findings = opinion["findings"].as_array().unwrap();
    let same = findings.iter().find(|finding| finding["rule"] == "same-text").unwrap();
    let evidence = same["evidence"].as_array().unwrap();
    let mut to: Vec<_> = evidence.iter().map(|it| it["to"].as_str().unwrap()).collect();
    to.sort_unstable();
    assert_eq!(to, ["Ada King", "Bea Blum", "Chidi Eze", "Emil Frost", "Farah Gul"]);
}

#[test]
fn a_personal_note_exits_0_and_has_no_findings() {
    let desk = after_a_campaign();
    desk.json(&["note", "Gus Hart", "interest", "Restores old telescopes"]);
    let (code, opinion) = judged(
        &desk,
        "Hi Gus,\n\nin a box from the old workshop I found an eyepiece from 1924 that might fit \
         one of the telescopes you are restoring. It is yours if you want it.\n\nDora",
    );
    assert_eq!((code, &opinion["verdict"]), (0, &json!("clear")));
    assert_eq!((&opinion["findings"], &opinion["because"]), (&json!([]), &json!("")));
    assert_eq!(opinion["card"]["notes"][0]["text"], "Restores old telescopes");
}

#[test]
fn a_left_over_placeholder_exits_10_or_more_and_is_pointed_at() {
    let desk = after_a_campaign();
    let text = "Hi {{first_name}}, how are you?";
    let (code, opinion) = judged(&desk, text);
    assert!(code == 10 || code == 20, "{code}");
    let finding = &opinion["findings"][0];
    assert_eq!(finding["rule"], "merge-leftover");
    let from = finding["span"][0].as_u64().unwrap() as usize;
    assert!(text.get(from..).unwrap().starts_with("{{"), "{finding}");
}

#[test]
fn something_worth_a_second_look_exits_10() {
    let desk = after_a_campaign();
    // One earlier copy is not a campaign.
    let text = "Dear Gus, the glass for the observatory came in on Tuesday with two scratches.";
    let ada = text.replace("Gus", "Ada");
    desk.json(&["log", "Ada King", "--channel", "email", "--direction", "out", "--text", &ada]);
    let (code, opinion) = judged(&desk, text);
    assert_eq!((code, &opinion["verdict"]), (10, &json!("look")), "{opinion}");
}

#[test]
fn the_text_comes_from_a_file_or_from_standard_input() {
    let desk = after_a_campaign();
    let text = campaign("Gus");
    let path = desk.file("letter.txt", &text);
    let from_file = desk.run(&["check", "--to", "gus@example.com", &path]);
    let from_input = desk.run_reading(&["check", "--to", "gus@example.com"], &text);
    let from_dash = desk.run_reading(&["check", "--to", "gus@example.com", "-"], &text);
    for said in [&from_file, &from_input, &from_dash] {
        assert_eq!((said.code, said.err.as_str()), (20, ""));
        assert_eq!(said.out, from_file.out);
    }
    assert!(from_file.out.starts_with("A blast: "), "{}", from_file.out);
    assert!(from_file.out.contains("to Ada King"), "{}", from_file.out);
}

#[test]
fn several_recipients_have_a_card_each() {
    let desk = after_a_campaign();
    let arguments = ["check", "--to", "Gus Hart", "--to", "Ada King", "--json"];
    let said = desk.run_reading(&arguments, "Dear Gus, dear Ada, tea on Sunday?");
    let opinion: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(opinion["cards"].as_array().unwrap().len(), 2);
    assert_eq!(opinion["card"], opinion["cards"][0]);
}
