//! Who asks and gives, on sentences and histories with known truth.

use crate::sentences::SENTENCES;
use chrono::{DateTime, TimeDelta, Utc};
use judge::balance::{self, Passed};
use model::{ActKind, Direction, InteractionId, InteractionKind, Moment, Uid};

/// What the engine takes a sentence that stands alone to do.
fn said(sentence: &str) -> Option<ActKind> {
    let acts = balance::acts(sentence, InteractionKind::Message);
    (!acts.is_empty()).then(|| balance::main_act(&acts))
}

/// Precision and recall of one act over the invented sentences, with what went wrong.
fn measured(kind: ActKind) -> (f64, f64, Vec<String>) {
    let (mut right, mut wrong, mut missed, mut told) = (0.0, 0.0, 0.0, Vec::new());
    for (sentence, truth) in SENTENCES {
        let said = said(sentence);
        match (*truth == kind, said == Some(kind)) {
            (true, true) => right += 1.0,
            (false, true) => wrong += 1.0,
            (true, false) => missed += 1.0,
            (false, false) => continue,
        }
        if said != Some(*truth) {
            told.push(format!("{sentence:?} is {truth:?}, said {said:?}"));
        }
    }
    (right / (right + wrong), right / (right + missed), told)
}

#[track_caller]
fn reaches(kind: ActKind, precision_floor: f64, recall_floor: f64) {
    let (precision, recall, told) = measured(kind);
    assert!(
        precision >= precision_floor && recall >= recall_floor,
        "{kind:?}: precision {precision:.3}, recall {recall:.3}\n{}",
        told.join("\n")
    );
}

#[test]
fn asks_are_found_and_nothing_else_is_called_an_ask() {
    reaches(ActKind::Ask, 0.95, 0.9);
}

#[test]
fn only_plain_gives_are_called_gives() {
    reaches(ActKind::Give, 0.95, 0.9);
}

#[test]
fn notices_are_told_from_the_rest() {
    reaches(ActKind::Inform, 0.9, 0.9);
}

#[test]
fn kindness_is_told_from_the_rest() {
    reaches(ActKind::Social, 0.9, 0.9);
}

#[test]
fn every_asking_span_is_a_sentence_of_its_text() {
    let letter: Vec<&str> = SENTENCES.iter().map(|(sentence, _)| *sentence).collect();
    let letter = letter.join("\n\n");
    let asks = balance::asks(&letter);
    assert!(!asks.is_empty());
    for span in asks {
        let sentence = letter.get(span).unwrap();
        assert!(SENTENCES.iter().any(|(known, _)| *known == sentence), "{sentence}");
    }
}

/// How somebody behaves towards the owner, over three years.
#[derive(Clone, Copy, Debug)]
struct Habit {
    /// Whether they are only heard from when they want something: the truth.
    only_asks: bool,
    /// What their openings say, in turn.
    openings: &'static [&'static str],
    /// What they answer when the owner writes; `None` is silence.
    answer: Option<&'static str>,
    /// What the owner opens with, if at all.
    owner_opens: Option<&'static str>,
    /// What the owner answers to their openings.
    owner_answers: Option<&'static str>,
}

const NEWS: &str = "I moved to the coast in May and the garden is in flower.";
const HABITS: &[Habit] = &[
    Habit {
        only_asks: true,
        openings: &[
            "Could you look over my grant application?",
            "Would you introduce me to your publisher?",
            "I was wondering whether your firm sponsors events.",
            "We are still short of a keynote speaker.",
        ],
        answer: None,
        owner_opens: Some("How did the exhibition go?"),
        owner_answers: Some("Attached is my version with comments."),
    },
    Habit {
        only_asks: true,
        openings: &[
            "Please vote for our start-up, here: https://example.org/vote",
            "Can you share my post with your network?",
            "I need a reference by Monday.",
        ],
        answer: None,
        owner_opens: None,
        owner_answers: None,
    },
    // Asks often, but answers.
    Habit {
        only_asks: false,
        openings: &[
            "Could you look over my grant application?",
            "Would you introduce me to your publisher?",
            "Can you send me your old slides?",
        ],
        answer: Some("It went well, we sold two prints."),
        owner_opens: Some("How did the exhibition go?"),
        owner_answers: Some("Yes, with pleasure."),
    },
    // Asks often, but gives too.
    Habit {
        only_asks: false,
        openings: &[
            "Could you look over my grant application?",
            "Saw this piece on tidal power and thought of you: https://example.org/tides",
            "Can you send me your old slides?",
            "Would you be free on the ninth?",
        ],
        answer: None,
        owner_opens: Some("How did the exhibition go?"),
        owner_answers: None,
    },
    // Only keeps in touch.
    Habit {
        only_asks: false,
        openings: &["Happy birthday!", NEWS, "I hope you are well."],
        answer: None,
        owner_opens: None,
        owner_answers: None,
    },
    // Too little is known.
    Habit {
        only_asks: false,
        openings: &["Could you send me the notes?", "Can you call me?"],
        answer: None,
        owner_opens: Some(NEWS),
        owner_answers: None,
    },
    // One opening wants nothing.
    Habit {
        only_asks: false,
        openings: &["Could you send me the notes?", NEWS, "Can you call me?", "Please sign this."],
        answer: None,
        owner_opens: None,
        owner_answers: None,
    },
];

/// The history that a habit makes, judged by the engine, with small shifts by `seed`.
fn history(habit: &Habit, seed: u64) -> Vec<Passed> {
    let start = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(19_000 + seed as i64 * 3);
    let mut history = Vec::new();
    let mut pass = |conversation: u64, direction, day: i64, text: &str, starts| {
        let acts = balance::acts(text, InteractionKind::Message);
        let has = |kind| acts.iter().any(|act| act.kind == kind);
        history.push(Passed {
            interaction: InteractionId(Uid::derived(&[
                &conversation.to_le_bytes(),
                &day.to_le_bytes(),
            ])),
            kind: InteractionKind::Message,
            direction,
            moment: Moment::utc(start + TimeDelta::days(day)),
            asks: has(ActKind::Ask),
            gives: has(ActKind::Give),
            starts,
            conversation,
        });
    };
    for (number, opening) in habit.openings.iter().enumerate() {
        let number = number as u64;
        let day = (number * (60 + seed)) as i64;
        pass(number, Direction::In, day, opening, true);
        if let Some(answer) = habit.owner_answers {
            pass(number, Direction::Out, day + 1, answer, false);
        }
    }
    if let Some(opening) = habit.owner_opens {
        pass(1000, Direction::Out, 400, opening, true);
        if let Some(answer) = habit.answer {
            pass(1000, Direction::In, 402, answer, false);
        }
    }
    history
}

/// The same history as it looks from their side.
fn turned(history: &[Passed]) -> Vec<Passed> {
    let turn = |passed: &Passed| Passed {
        direction: match passed.direction {
            Direction::In => Direction::Out,
            Direction::Out => Direction::In,
            Direction::Between => Direction::Between,
        },
        ..passed.clone()
    };
    history.iter().map(turn).collect()
}

#[test]
fn those_who_only_write_when_they_want_something_are_found_and_nobody_else() {
    for habit in HABITS {
        for seed in 0..10 {
            let balance = balance::of(&history(habit, seed));
            assert_eq!(balance::one_sided(&balance), habit.only_asks, "{habit:?} {balance:?}");
        }
    }
}

#[test]
fn the_mirror_tells_the_owner_what_it_would_tell_of_others() {
    for habit in HABITS {
        let history = history(habit, 1);
        let balance = balance::of(&turned(&history));
        assert_eq!(balance::mirror(&balance), habit.only_asks, "{habit:?}");
        assert!(!balance::one_sided(&balance) || !habit.only_asks);
    }
}

#[test]
fn the_words_for_a_balance_tell_who_opened_and_who_answered() {
    let balance = balance::of(&history(&HABITS[0], 0));
    assert_eq!(
        balance::in_words(&balance),
        "They opened 4 conversations, each with a request; you opened one conversation, with a \
         request, they did not answer."
    );
}
