//! What the owner's corrections teach, how little, and how it is forgotten.

use support::House;

/// Unsure enough to be turned by what is learnt.
const NUDGES: [&str; 4] = [
    "The grant committee still lacks one reviewer for spring.",
    "The grant committee still lacks two reviewers for spring.",
    "The grant committee still lacks three reviewers for spring.",
    "The grant committee still lacks some reviewers for spring.",
];

/// Emil writes the same sort of line again and again.
fn with_emil() -> (House, Vec<String>) {
    let house = House::new();
    house.meet("Emil Frost", "emil@example.com");
    let say = |(day, text): (usize, &&str)| {
        house.heard("Emil Frost", &format!("2024-0{}-05T10:00:00Z", day + 1), text)
    };
    let ids = NUDGES.iter().enumerate().map(say).collect();
    (house, ids)
}

/// What a message is read to do.
fn acts(house: &House, id: &str) -> Vec<String> {
    let shown = house.open_evidence(&[id.to_owned()]).unwrap().remove(0);
    shown.message.acts.into_iter().map(|act| act.kind).collect()
}

fn one_sided(house: &House) -> usize {
    house.review().unwrap().one_sided.len()
}

#[test]
fn one_correction_is_learnt_from_but_moves_no_other_message() {
    let (house, ids) = with_emil();
    let before: Vec<_> = ids.iter().map(|id| acts(&house, id)).collect();
    house.correct_act(&ids[0], "social", None).unwrap();
    assert_eq!(house.judge_anew().unwrap().value, 0);
    let learnt = house.learnt().unwrap();
    assert_eq!((learnt.rows.len(), learnt.swayed), (1, 0));
    let row = &learnt.rows[0];
    assert_eq!((row.sentence.as_str(), row.said.as_str()), (NUDGES[0], "social"));
    assert!(row.words.is_empty());
    for (id, before) in ids.iter().zip(before).skip(1) {
        assert_eq!(acts(&house, id), before);
    }
}

#[test]
fn a_single_correction_never_makes_more_people_one_sided() {
    let (house, ids) = with_emil();
    for id in &ids {
        for kind in ["ask", "give", "inform", "social"] {
            house.correct_act(id, kind, None).unwrap();
            let by_the_owners_word = one_sided(&house);
            house.judge_anew().unwrap();
            assert_eq!(one_sided(&house), by_the_owners_word, "{id} as {kind}");
            house.undo().unwrap();
        }
    }
}

#[test]
fn what_agreeing_corrections_teach_is_weighed_in_shown_and_forgotten() {
    let (mut house, ids) = with_emil();
    let before = acts(&house, &ids[3]);
    let other = if before == ["ask"] { "inform" } else { "ask" };
    for id in &ids[..3] {
        house.correct_act(id, other, None).unwrap();
    }
    let judged = house.judge_anew().unwrap();
    assert_eq!((judged.value, judged.undoable), (4, false));
    assert_eq!(house.judge_anew().unwrap().value, 0, "and then it rests");
    let learnt = house.learnt().unwrap();
    assert_eq!(learnt.rows.len(), 3);
    assert!(learnt.rows.iter().all(|row| !row.words.is_empty()));

    house.reopen();
    assert_eq!(house.learnt().unwrap().rows.len(), 3);
    assert_eq!(house.judge_anew().unwrap().value, 0);

    house.forget_learnt(&learnt.rows[0].id).unwrap();
    assert_eq!(house.learnt().unwrap().rows.len(), 2);
    assert!(house.forget_learnt(&learnt.rows[0].id).is_err());
    house.forget_all_learnt().unwrap();
    assert!(house.learnt().unwrap().rows.is_empty());
    assert_eq!(house.judge_anew().unwrap().value, 4);
    assert_eq!(acts(&house, &ids[3]), before);
    assert_eq!(acts(&house, &ids[0]), [other], "the correction itself stands");
    assert_eq!(house.undo().unwrap().unwrap().deed, "forget-learnt");
    assert_eq!(house.learnt().unwrap().rows.len(), 2);
}

#[test]
fn what_comes_in_after_the_lesson_is_judged_with_it() {
    let (house, ids) = with_emil();
    for id in &ids[..3] {
        house.correct_act(id, "social", None).unwrap();
    }
    house.judge_anew().unwrap();
    house.heard("Emil Frost", "2024-08-05T10:00:00Z", NUDGES[0]);
    assert_eq!(house.judge_anew().unwrap().value, 1);
}
