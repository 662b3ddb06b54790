//! Everything taken out as plain files, and brought back.

use app::{App, Trouble};
use std::path::Path;
use support::House;

/// The invented owner's three years, and some of everything that can be done to them.
fn lived_in() -> House {
    let house = House::new();
    house.fill_with_sample().unwrap();
    house.meet("Ada King", "ada@example.org");
    house.meet("Ada Kíng-Byron", "ada@example.net");
    house.heard("Ada King", "2026-05-05T10:00:00Z", "Could you introduce me to the mill?");
    house.note("Ada King", "interest", "Keeps bees: “Apis mellifera”\n\u{202e}backwards");
    house.merge_contacts(&house.id("Ada King"), &house.id("Ada Kíng-Byron")).unwrap();
    let unwanted = house.heard("Ada King", "2026-05-06T10:00:00Z", "Not worth keeping");
    house.remove_interaction(&unwanted).unwrap();
    house.delete_contacts(&[house.meet("Gone Away", "gone@example.org")]).unwrap();
    house.draft(&["Ada King"], "Dear Ada,");
    house
}

fn folder(house: &House) -> String {
    house.beside().join("everything").to_string_lossy().into_owned()
}

fn empty(house: &House) -> App {
    App::unencrypted(&house.beside().join("other").join("requite.db")).unwrap()
}

fn edited(folder: &str, edit: impl FnOnce(String) -> String) {
    let file = Path::new(folder).join("requite.jsonl");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, edit(text)).unwrap();
}

fn refused(app: &App, folder: &str) -> String {
    let digest = app.digest().unwrap();
    let Err(Trouble::NotUnderstood { why }) = app.bring_back_everything(folder) else {
        panic!("it was taken")
    };
    assert_eq!(app.digest().unwrap(), digest, "nothing was changed");
    why
}

#[test]
fn what_is_brought_back_into_an_empty_store_says_the_same() {
    let house = lived_in();
    let out = house.take_out_everything(&folder(&house)).unwrap();
    let app = empty(&house);
    let back = app.bring_back_everything(&folder(&house)).unwrap();
    assert_eq!((back.contacts, back.interactions), (out.contacts, out.interactions));
    assert_eq!(app.digest().unwrap(), house.digest().unwrap());
    let (one, other) = (house.review().unwrap(), app.review().unwrap());
    assert_eq!(serde_json::to_string(&one).unwrap(), serde_json::to_string(&other).unwrap());
    assert!(app.check_up().unwrap().well);
}

#[test]
fn the_mails_and_people_beside_it_come_in_by_any_reader() {
    let house = House::new();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/mail/exchange.mbox");
    house.bring(&fixture.to_string_lossy());
    let out = house.take_out_everything(&folder(&house)).unwrap();
    assert!(out.mails > 0);
    let other = House::new();
    let mails = Path::new(&folder(&house)).join("messages.mbox");
    let again = other.bring(&mails.to_string_lossy());
    assert_eq!(again.interactions.new, out.mails);
    assert!(again.snags.is_empty(), "{:?}", again.snags);
    let cards = Path::new(&folder(&house)).join("contacts.vcf");
    assert!(std::fs::read_to_string(cards).unwrap().starts_with("BEGIN:VCARD"));
}

#[test]
fn what_was_cut_off_or_changed_is_refused_by_line_and_nothing_is_changed() {
    let house = lived_in();
    let folder = folder(&house);
    house.take_out_everything(&folder).unwrap();
    let whole = std::fs::read_to_string(Path::new(&folder).join("requite.jsonl")).unwrap();
    let lines = whole.lines().count();
    let app = empty(&house);

    edited(&folder, |text| text.lines().take(40).map(|line| format!("{line}\n")).collect());
    assert!(refused(&app, &folder).contains("line 40: it ends too early"));
    edited(&folder, |_| whole.replacen("\"line\":\"row\"", "\"line\":\"rwo\"", 1));
    assert!(refused(&app, &folder).contains("it is no line of a plain export"));
    edited(&folder, |_| {
        let without = whole.lines().enumerate().filter(|(at, _)| *at != 20);
        without.map(|(_, line)| format!("{line}\n")).collect()
    });
    assert!(refused(&app, &folder).contains(&format!("line {}: lines are missing", lines - 1)));
    edited(&folder, |_| whole.replacen("Could you", "Would you", 1));
    assert!(refused(&app, &folder).contains("cannot be kept as it was taken out"));
    edited(&folder, |_| whole.replacen("\"format\":1", "\"format\":2", 1));
    assert_eq!(app.bring_back_everything(&folder), Err(Trouble::TooNew));
    edited(&folder, |_| whole);
    app.bring_back_everything(&folder).unwrap();
}

#[test]
fn nothing_is_written_over_and_nothing_is_mixed() {
    let house = lived_in();
    let full = house.file("full/letter.txt", "mine");
    let into = Path::new(&full).parent().unwrap().to_string_lossy().into_owned();
    assert!(matches!(house.take_out_everything(&into), Err(Trouble::NotUnderstood { .. })));
    assert_eq!(std::fs::read_dir(&into).unwrap().count(), 1);
    house.take_out_everything(&folder(&house)).unwrap();
    assert!(refused(&house, &folder(&house)).contains("something is kept in this store already"));
}
