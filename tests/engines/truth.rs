//! Whether those are found who only write when they want something, among many invented
//! histories whose truth is known: who is named must be so, and most who are so are named.

use crate::habits::{HABITS, Habit, Pool};
use crate::phrases::{OWNERS, OWNERS_ANSWERS};
use chrono::{DateTime, TimeDelta, Utc};
use judge::balance::{self, Passed};
use model::{ActKind, Direction, InteractionId, InteractionKind, Moment, Uid};
use std::collections::BTreeMap;
use support::dice::Dice;

/// Histories of each habit.
const EACH: u64 = 20;
/// Of those named, so many are to be right.
const PRECISION: f64 = 0.95;
/// Of those to be named, so many are to be.
const RECALL: f64 = 0.8;

/// A history as it comes about.
struct History {
    dice: Dice,
    passed: Vec<Passed>,
    now: DateTime<Utc>,
}

impl History {
    /// What passed between the owner and somebody of this habit, judged by the engine.
    fn of(habit: &Habit, seed: u64) -> Self {
        let now = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000);
        let mut history = Self { dice: Dice::new(seed), passed: Vec::new(), now };
        let (least, most) = habit.count;
        let count = least + history.dice.below(most - least + 1);
        let mut back = 1 + history.dice.below(20);
        for number in 0..count {
            let earlier = count - 1 - number;
            history.they_open(habit, back, earlier);
            back += 1 + habit.days / 3 + history.dice.below(habit.days * 2 / 3);
        }
        for number in 0..habit.owner_opens {
            history.owner_opens(habit, 40 * (number + 1));
        }
        history.begin_threads();
        history
    }

    /// The first message of each thread opens it.
    fn begin_threads(&mut self) {
        self.passed.sort_by_key(|it| (it.conversation, it.moment.at));
        for thread in self.passed.chunk_by_mut(|a, b| a.conversation == b.conversation) {
            thread[0].starts = true;
        }
    }

    /// An opening so many days back, before which there were so many.
    fn they_open(&mut self, habit: &Habit, back: usize, earlier: usize) {
        let (first, at_first) = habit.at_first;
        let pool = habit.openings[self.dice.below(habit.openings.len())];
        let pool = if earlier < first { at_first } else { pool };
        let thread = if habit.one_thread { 1 } else { back as u64 };
        self.pass((thread, Direction::In), back * 24, pool);
        let (chance, then) = habit.answered;
        if self.dice.falls(chance) {
            self.pass((thread, Direction::Out), back * 24 - 4, OWNERS_ANSWERS);
            if let Some(then) = then {
                self.pass((thread, Direction::In), back * 24 - 9, then);
            }
        }
    }

    fn owner_opens(&mut self, habit: &Habit, back: usize) {
        let thread = 100_000 + back as u64;
        self.pass((thread, Direction::Out), back * 24, OWNERS);
        let (chance, answers) = habit.answers;
        if self.dice.falls(chance) {
            self.pass((thread, Direction::In), back * 24 - 20, answers);
        }
    }

    /// A message so many hours ago.
    fn pass(&mut self, (conversation, direction): (u64, Direction), hours: usize, pool: Pool) {
        let text = format!("Hi Mara,\n\n{}", self.dice.one_of(pool));
        let acts = balance::acts(&text, InteractionKind::Message);
        let has = |kind| acts.iter().any(|act| act.kind == kind);
        self.passed.push(Passed {
            interaction: InteractionId(Uid::derived(&[&self.passed.len().to_le_bytes()])),
            kind: InteractionKind::Message,
            direction,
            moment: Moment::utc(self.now - TimeDelta::hours(hours as i64)),
            asks: has(ActKind::Ask),
            gives: has(ActKind::Give),
            starts: false,
            conversation,
        });
    }
}

/// What came of the histories of one habit.
#[derive(Debug, Default)]
struct Came {
    named: u32,
    of: u32,
}

fn named() -> BTreeMap<(bool, &'static str), Came> {
    let mut came: BTreeMap<(bool, &'static str), Came> = BTreeMap::new();
    for habit in HABITS {
        for seed in 0..EACH {
            let history = History::of(habit, seed * 1_000 + habit.name.len() as u64);
            let told = came.entry((habit.only_asks, habit.name)).or_default();
            told.of += 1;
            told.named += u32::from(balance::one_sided(&balance::of(&history.passed)));
        }
    }
    came
}

#[test]
fn who_is_named_only_writes_when_they_want_something_and_most_of_those_are_named() {
    let came = named();
    let sum = |truth: bool, of: fn(&Came) -> u32| -> f64 {
        let these = came.iter().filter(|((only_asks, _), _)| *only_asks == truth);
        these.map(|(_, came)| f64::from(of(came))).sum()
    };
    let (right, wrong) = (sum(true, |it| it.named), sum(false, |it| it.named));
    let precision = right / (right + wrong);
    let recall = right / sum(true, |it| it.of);
    assert!(sum(true, |it| it.of) + sum(false, |it| it.of) >= 200.0);
    assert!(
        precision >= PRECISION && recall >= RECALL,
        "precision {precision:.3}, recall {recall:.3}\n{came:#?}"
    );
}
