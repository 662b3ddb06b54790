//! The JSON has the fields that docs/cli.md promises.

use crate::desk::{Desk, fits, fixture, or_null, said};
use serde_json::{Value, json};
use std::process::Command;

#[test]
fn import_tells_what_is_new_and_what_could_not_be_read() {
    let desk = Desk::new();
    let first = desk.json(&["import", &fixture("linkedin/2025")]);
    let shape = json!({
        "import": or_null(&json!("")),
        "contacts": {"new": 0, "updated": 0, "same": 0},
        "interactions": {"new": 0, "same": 0},
        "notes": {"new": 0},
        "automated": 0,
        "snags": [{"file": "", "line": or_null(&json!(0)), "why": ""}],
        "cancelled": false,
    });
    fits(&first, &shape);
    assert!(first["contacts"]["new"].as_u64().unwrap() > 0);
    assert!(!first["snags"].as_array().unwrap().is_empty());
}

#[test]
fn importing_again_brings_nothing() {
    for name in ["linkedin/2020", "linkedin/2026", "vcard/apple.vcf", "mail/takeout.mbox"] {
        let desk = Desk::new();
        desk.json(&["import", &fixture(name)]);
        let again = desk.json(&["import", &fixture(name)]);
        for place in ["/contacts/new", "/contacts/updated", "/interactions/new", "/notes/new"] {
            assert_eq!(again.pointer(place), Some(&json!(0)), "{name} {place}");
        }
    }
}

#[test]
fn several_paths_and_the_owners_own_addresses_are_taken() {
    let desk = Desk::new();
    let (cards, mail) = (fixture("vcard/four.vcf"), fixture("mail/lists.mbox"));
    desk.json(&["import", &cards, &mail, "--me", "dora@example.org", "--me", "dora@example.net"]);
    let status = desk.json(&["status"]);
    assert_eq!(status["sent"], 0);
    assert!(status["received"].as_u64().unwrap() >= 1);
}

#[test]
fn contacts_are_listed_with_their_identities() {
    let desk = Desk::stocked();
    let all = desk.json(&["contacts"]);
    fits(&all, &json!([{"id": "", "name": "", "identities": [""], "organisation": ""}]));
    let ada = desk.json(&["contacts", "ada", "lindq"]);
    assert_eq!(ada.as_array().unwrap().len(), 1);
    assert_eq!(ada[0]["name"], "Ada Lindqvist");
    let identities = ada[0]["identities"].as_array().unwrap();
    assert!(identities.contains(&json!("ada.lindqvist@example.org")), "{identities:?}");
    assert_eq!(desk.json(&["contacts", "nobody"]), json!([]));
}

#[test]
fn a_contact_is_shown_by_identity_name_or_id() {
    let desk = Desk::stocked();
    let by_name = desk.json(&["show", "Ada Lindqvist"]);
    fits(
        &by_name,
        &json!({
            "id": "", "name": "", "organisation": "", "title": "", "tags": [""],
            "identities": [{"kind": "", "value": "", "shown": ""}],
            "notes": [{"id": "", "kind": "", "text": "", "source": "", "seen_at": ""}],
            "promises": [{"id": "", "kind": "", "text": "", "done": false}],
            "balance": {"asks_in": 0, "gives_in": 0, "asks_out": 0, "gives_out": 0, "in_words": ""},
            "timeline": [{"id": "", "kind": "", "channel": "", "direction": "", "at": "", "text": ""}],
        }),
    );
    let id = by_name["id"].as_str().unwrap();
    assert_eq!(desk.json(&["show", id])["name"], "Ada Lindqvist");
    let address = desk.json(&["show", "https://www.linkedin.com/in/ada-lindqvist"]);
    assert_eq!(address["id"], id);
}

#[test]
fn review_tells_the_mirror_and_the_one_sided() {
    let desk = Desk::stocked();
    let number = |name: &str| -> (String, Value) { (name.to_owned(), json!(0)) };
    let mut row: serde_json::Map<String, Value> =
        ["asks_in", "gives_in", "asks_out", "gives_out"].map(number).into_iter().collect();
    row.insert("contact".to_owned(), json!({"id": "", "name": ""}));
    row.insert("quotes".to_owned(), json!([{"interaction": "", "at": "", "text": ""}]));
    let shape = json!({
        "mirror": {"starts": 0, "asking_starts": 0, "in_words": "", "rows": [row]},
        "one_sided": [row],
        "weighed": 0,
        "left_out": [{"id": "", "name": ""}],
    });
    fits(&desk.json(&["review"]), &shape);
}

#[test]
fn what_works_tells_every_sort_and_no_share_below_ten() {
    let works = Desk::stocked().json(&["what-works"]);
    fits(&works, &json!({"rates": [{"sort": "", "sent": 0, "answered": 0}]}));
    let rates = works["rates"].as_array().unwrap();
    assert_eq!(rates.len(), 11);
    for rate in rates.iter().filter(|rate| rate["sent"].as_u64().unwrap() < 10) {
        assert!(rate["from"].is_null() && rate["to"].is_null(), "{rate}");
    }
}

#[test]
fn search_finds_contacts_notes_and_what_passed() {
    let desk = Desk::stocked();
    desk.json(&["note", "Ada Lindqvist", "interest", "Builds telescopes"]);
    let found = desk.json(&["search", "booked", "room"]);
    fits(
        &found,
        &json!({
            "contacts": [{"id": "", "name": "", "organisation": ""}],
            "notes": [{"id": "", "contact": {"id": "", "name": ""}, "text": ""}],
            "interactions": [{
                "id": "", "at": "", "contact": or_null(&json!({"id": "", "name": ""})),
                "channel": "", "direction": "", "subject": "", "text": "",
            }],
        }),
    );
    assert_eq!(found["interactions"].as_array().unwrap().len(), 1);
    assert_eq!(desk.json(&["search", "telescopes"])["notes"][0]["text"], "Builds telescopes");
    assert_eq!(desk.json(&["search", "lindqvist"])["contacts"][0]["name"], "Ada Lindqvist");
}

#[test]
fn status_tells_what_is_kept_and_where() {
    let desk = Desk::stocked();
    let status = desk.json(&["status"]);
    fits(
        &status,
        &json!({
            "contacts": 0, "interactions": 0, "sent": 0, "received": 0, "conversations": 0,
            "notes": 0,
            "store": {"path": "", "bytes": 0, "encrypted": false, "version": 0},
        }),
    );
    assert_eq!(status["store"]["path"], desk.store().to_string_lossy().as_ref());
    assert_eq!(status["store"]["encrypted"], false);
    assert!(status["store"]["bytes"].as_u64().unwrap() > 0);
    let directed = status["sent"].as_u64().unwrap() + status["received"].as_u64().unwrap();
    assert!(directed > 0 && directed <= status["interactions"].as_u64().unwrap());
}

#[test]
fn the_option_outranks_the_variable() {
    let desk = Desk::stocked();
    let other = desk.folder.path().join("other.db").to_string_lossy().into_owned();
    let status = desk.json(&["status", "--store", &other]);
    assert_eq!((&status["contacts"], &status["store"]["path"]), (&json!(0), &json!(other)));
    assert_ne!(desk.json(&["status"])["contacts"], 0);
}

#[test]
fn without_either_the_store_lies_in_the_platforms_folder() {
    let desk = Desk::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_requite"));
    command.args(["status", "--json", "--unencrypted"]).env_remove("REQUITE_STORE");
    for variable in ["HOME", "XDG_DATA_HOME", "APPDATA"] {
        command.env(variable, desk.folder.path());
    }
    let said = said(command, "");
    let status: Value = serde_json::from_str(&said.out).unwrap();
    let path = status["store"]["path"].as_str().unwrap();
    assert!(path.starts_with(desk.folder.path().to_str().unwrap()), "{path}");
    assert!(path.ends_with("requite.db"), "{path}");
}

#[test]
fn the_document_names_every_subcommand_and_every_field_of_these_shapes() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/cli.md"));
    let text = text.unwrap();
    let deeds = [
        "import", "contacts", "show", "log", "note", "check", "review", "search", "export",
        "status", "sample",
    ];
    for deed in deeds {
        assert!(text.contains(&format!("## `{deed}")), "{deed} is not documented");
    }
    let desk = Desk::stocked();
    let answers = [
        desk.json(&["import", &fixture("linkedin/2023")]),
        desk.json(&["contacts"])[0].clone(),
        desk.json(&["review"]),
        desk.json(&["search", "optics"]),
        desk.json(&["status"]),
    ];
    for answer in answers {
        for field in answer.as_object().unwrap().keys() {
            assert!(
                text.contains(&format!("`{field}`")) || text.contains(&format!("\"{field}\"")),
                "{field} is not documented"
            );
        }
    }
}
