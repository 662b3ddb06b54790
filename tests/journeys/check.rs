//! The draft check, with what the owner has sent before.

use support::{House, Letter, mailbox};

const OWNER: &str = "Dora Diaz <dora@example.org>";
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

/// The owner sent the same text to five people, with names swapped.
fn after_a_campaign() -> House {
    let house = House::new();
    let mut letters = Vec::new();
    for (day, (name, address)) in (2..).zip(PEOPLE.iter().take(5)) {
        let to = format!("{name} <{address}>");
        let first = name.split(' ').next().unwrap();
        letters.push(Letter::new(&format!("tour-{day}"), (OWNER, &to), day, &campaign(first)));
    }
    house.bring_as(&house.file("sent.mbox", mailbox(&letters)), &["dora@example.org"]);
    house.meet("Gus Hart", "gus@example.com");
    house
}

fn rules(opinion: &app::view::compose::OpinionView) -> Vec<&str> {
    opinion.findings.iter().map(|finding| finding.rule.as_str()).collect()
}

#[test]
fn a_text_already_sent_to_five_others_is_a_blast_and_shows_them() {
    let house = after_a_campaign();
    let opinion = house.check("Gus Hart", &campaign("Gus"));
    assert_eq!(opinion.verdict, "blast", "{opinion:?}");
    let same = opinion.findings.iter().find(|finding| finding.rule == "same-text").unwrap();
    let mut to: Vec<_> = same.evidence.iter().map(|it| it.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["Ada King", "Bea Blum", "Chidi Eze", "Emil Frost", "Farah Gul"]);
    for earlier in &same.evidence {
        assert!(earlier.likeness > 0.8, "{}", earlier.likeness);
        let opened = house.open_interactions(std::slice::from_ref(&earlier.interaction)).unwrap();
        assert_eq!(opened[0].direction, "out");
        assert_eq!(opened[0].at, earlier.at);
    }
    assert!(!opinion.because.is_empty());
}

#[test]
fn a_personal_note_about_what_is_known_of_the_reader_is_clear() {
    let house = after_a_campaign();
    house.note("Gus Hart", "interest", "Restores old telescopes, is looking for a 1920s eyepiece");
    let opinion = house.check(
        "Gus Hart",
        "Hi Gus,\n\nin a box from the old workshop I found an eyepiece from 1924 that might fit \
         the telescope you are restoring. It is yours if you want it.\n\nDora",
    );
    assert_eq!((opinion.verdict.as_str(), opinion.findings.len()), ("clear", 0), "{opinion:?}");
}

#[test]
fn a_placeholder_left_over_is_pointed_at_in_the_text() {
    let house = after_a_campaign();
    let text = "Hi {{first_name}}, zażółć 😀 shall we meet at {{company}}?";
    let opinion = house.check("Gus Hart", text);
    let left = opinion.findings.iter().find(|it| it.rule == "merge-leftover").unwrap();
    let span = left.span.unwrap();
    let units: Vec<u16> = text.encode_utf16().collect();
    let shown = String::from_utf16(&units[span.0 as usize..span.1 as usize]).unwrap();
    assert!(shown.contains("{{"), "{shown:?}");
}

#[test]
fn an_answer_in_the_same_conversation_is_no_copy() {
    let house = House::new();
    let (ada, bea) = ("Ada King <ada@example.com>", "Bea Blum <bea@example.com>");
    let letters = [
        Letter::new("q", (ada, OWNER), 2, "How is a lens made?"),
        Letter::new("a", (OWNER, ada), 3, &campaign("Ada")).answering("q"),
        Letter::new("b", (bea, OWNER), 4, "Hello Dora, are you well?"),
    ];
    house.bring_as(&house.file("all.mbox", mailbox(&letters)), &["dora@example.org"]);
    let conversation = house.passed("Ada King")[0].conversation.clone();
    assert!(conversation.is_some());
    let mut form = house.draft_form(&["Ada King"], &campaign("Ada"));
    form.answers = conversation;
    let within = house.check_text(house.passing_draft(&form).unwrap()).unwrap().0;
    assert!(!rules(&within).contains(&"same-text"), "{within:?}");
    let elsewhere = house.check("Bea Blum", &campaign("Bea"));
    assert!(rules(&elsewhere).contains(&"same-text"), "{elsewhere:?}");
}

#[test]
fn what_is_marked_as_sent_counts_at_the_next_check() {
    let house = House::new();
    for (name, address) in PEOPLE {
        house.meet(name, address);
    }
    assert!(!rules(&house.check("Gus Hart", &campaign("Gus"))).contains(&"same-text"));
    for (name, _) in &PEOPLE[..5] {
        let first = name.split(' ').next().unwrap();
        let draft = house.draft(&[name], &campaign(first));
        house.mark_sent(&draft.id).unwrap();
    }
    assert_eq!(house.check("Gus Hart", &campaign("Gus")).verdict, "blast");
}

#[test]
fn a_dismissed_finding_stays_dismissed_for_this_draft_alone() {
    let mut house = after_a_campaign();
    let draft = house.draft(&["Gus Hart"], &campaign("Gus"));
    assert_eq!(house.open_draft(&draft.id).unwrap().opinion.verdict, "blast");
    let after = house.dismiss_finding(&draft.id, "same-text", true).unwrap();
    assert!(!rules(&after).contains(&"same-text"), "{after:?}");
    house.reopen();
    let again = house.check_draft(&draft.id, "", &campaign("Gus")).unwrap();
    assert!(!rules(&again).contains(&"same-text"), "{again:?}");
    let other = house.draft(&["Gus Hart"], &campaign("Gus"));
    assert_eq!(house.open_draft(&other.id).unwrap().opinion.verdict, "blast");
    let back = house.dismiss_finding(&draft.id, "same-text", false).unwrap();
    assert!(rules(&back).contains(&"same-text"));
}

#[test]
fn an_announcement_may_say_the_same_to_all_and_that_is_remembered() {
    let mut house = after_a_campaign();
    let draft = house.draft(&["Gus Hart"], &campaign("Gus"));
    let announced = house.announce(&draft.id, true).unwrap();
    assert!(!rules(&announced).contains(&"same-text"), "{announced:?}");
    house.reopen();
    let again = house.open_draft(&draft.id).unwrap().opinion;
    assert!(!rules(&again).contains(&"same-text"), "{again:?}");
    let no_more = house.announce(&draft.id, false).unwrap();
    assert_eq!(no_more.verdict, "blast");
}

#[test]
fn a_rule_that_is_switched_off_is_silent_until_it_is_switched_on() {
    let mut house = after_a_campaign();
    house.set_rule("same-text", false).unwrap();
    house.reopen();
    assert!(!rules(&house.check("Gus Hart", &campaign("Gus"))).contains(&"same-text"));
    let settings = house.settings().unwrap();
    let rule = settings.rules.iter().find(|rule| rule.rule == "same-text").unwrap();
    assert!(!rule.on && !rule.reason.is_empty() && !rule.title.is_empty());
    house.set_rule("same-text", true).unwrap();
    assert_eq!(house.check("Gus Hart", &campaign("Gus")).verdict, "blast");
}

#[test]
fn who_is_not_to_be_contacted_is_named_before_anything_else() {
    let house = after_a_campaign();
    let change = app::view::contact::ContactChange::DoNotContact { on: true };
    house.change_contact(&house.id("Gus Hart"), &change).unwrap();
    let opinion = house.check("Gus Hart", "Hi Gus, thank you for the eyepiece.");
    assert_eq!(opinion.findings[0].rule, "do-not-contact");
    assert_ne!(opinion.verdict, "clear");
}

#[test]
fn at_most_the_weightiest_findings_give_the_reason() {
    let house = after_a_campaign();
    let opinion = house.check("Gus Hart", &campaign("Gus"));
    assert_eq!(opinion.because, opinion.findings[0].why);
}
