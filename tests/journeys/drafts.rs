//! A draft from the first word until it stands in the timeline.

use support::House;

fn with_ada() -> House {
    let house = House::new();
    house.meet("Ada King", "ada@example.org");
    house.meet("Bea Blum", "bea@example.org");
    house
}

#[test]
fn a_draft_is_kept_until_it_is_sent_or_thrown_away() {
    let mut house = with_ada();
    let draft = house.draft(&["Ada King"], "Dear Ada, about the engine");
    house.reopen();
    let kept = house.list_drafts().unwrap();
    assert_eq!((kept.len(), kept[0].text.as_str()), (1, "Dear Ada, about the engine"));
    assert_eq!(support::names_of(&kept[0].recipients), ["Ada King"]);
    house.remove_draft(&draft.id).unwrap();
    assert!(house.list_drafts().unwrap().is_empty());
    house.undo().unwrap();
    assert_eq!(house.list_drafts().unwrap().len(), 1);
}

#[test]
fn typing_on_changes_the_draft_and_makes_no_second_one() {
    let house = with_ada();
    let draft = house.draft(&["Ada King"], "Dear");
    let mut form = house.draft_form(&["Ada King"], "Dear Ada");
    form.id.clone_from(&draft.id);
    house.save_draft(&form).unwrap();
    let kept = house.list_drafts().unwrap();
    assert_eq!((kept.len(), kept[0].text.as_str()), (1, "Dear Ada"));
}

#[test]
fn a_draft_marked_as_sent_stands_in_the_timeline_and_is_undone() {
    let house = with_ada();
    let draft = house.draft(&["Ada King"], "Dear Ada, the engine runs.");
    let sent = house.mark_sent(&draft.id).unwrap();
    assert!(sent.undoable && sent.touched.interactions && sent.touched.drafts);
    let passed = house.passed("Ada King");
    assert_eq!(passed.len(), 1);
    assert_eq!((passed[0].direction.as_str(), passed[0].channel.as_str()), ("out", "email"));
    assert_eq!((passed[0].id.as_str(), passed[0].kind.as_str()), (&*sent.value, "message"));
    assert!(house.list_drafts().unwrap().is_empty());
    assert_eq!(house.status().unwrap().sent, 1);

    let undone = house.undo().unwrap().unwrap();
    assert_eq!(undone.deed, "mark-sent");
    assert!(house.passed("Ada King").is_empty());
    assert_eq!(house.list_drafts().unwrap()[0].text, "Dear Ada, the engine runs.");
    house.redo().unwrap();
    assert_eq!(house.passed("Ada King").len(), 1);
}

#[test]
fn a_draft_to_two_stands_in_both_timelines() {
    let house = with_ada();
    let draft = house.draft(&["Ada King", "Bea Blum"], "Dear both, tea on Sunday?");
    house.mark_sent(&draft.id).unwrap();
    assert_eq!(house.passed("Ada King").len(), 1);
    assert_eq!(house.passed("Bea Blum").len(), 1);
    house.undo().unwrap();
    assert!(house.passed("Ada King").is_empty() && house.passed("Bea Blum").is_empty());
}

#[test]
fn a_draft_leaves_by_mail_with_everything_filled_in() {
    let house = with_ada();
    let mut form = house.draft_form(&["Ada King"], "Tea & scones?");
    form.subject = "Sunday".to_owned();
    let draft = house.save_draft(&form).unwrap().value;
    let out = house.hand_over(&draft.id).unwrap();
    assert_eq!(out.text, "Tea & scones?");
    let mailto = out.ways[0].mailto.as_deref().unwrap();
    assert_eq!(mailto, "mailto:ada@example.org?subject=Sunday&body=Tea%20%26%20scones%3F");
    assert_eq!(out.ways[0].linkedin, None);
}

#[test]
fn the_desk_shows_what_matters_of_the_reader_now() {
    let house = with_ada();
    house.note("Ada King", "interest", "Plays the harp");
    house.wrote("Ada King", "2024-05-01T10:00:00Z", "I will send you the drawings.");
    house.heard("Ada King", "2024-05-02T10:00:00Z", "Lovely. When does the hall open?");
    let draft = house.draft(&["Ada King"], "");
    let desk = house.open_draft(&draft.id).unwrap();
    let card = &desk.cards[0];
    assert_eq!(card.wrote_last.as_deref(), Some("in"));
    assert_eq!(card.open_question.as_ref().unwrap().text, "When does the hall open?");
    assert_eq!(card.notes[0].text, "Plays the harp");
    assert!(card.promised.as_ref().unwrap().text.contains("send you the drawings"));
    assert_eq!((card.unanswered, card.last.as_ref().unwrap().direction.as_str()), (0, "in"));
}

#[test]
fn a_draft_to_nobody_cannot_be_marked_as_sent() {
    let house = with_ada();
    let draft = house.draft(&[], "To whom?");
    let said = house.mark_sent(&draft.id).unwrap_err().to_string();
    assert_eq!(said, "say to whom it was sent");
}
