//! The balance of a history: counted, never guessed.

use super::decay::{AskShare, HalfLife};
use super::{Balance, Passed};
use chrono::TimeDelta;
use model::{Direction, InteractionId, InteractionKind, Moment};
use std::collections::BTreeMap;

/// After this many days of silence a message in an old thread opens a conversation anew, if
/// nothing in the thread waits for an answer. Chats and LinkedIn keep one thread for years.
const SILENCE_DAYS: i64 = 30;

/// Asks and gives, who starts, who answers and how fast, of one contact's history. The order
/// of the history does not matter.
///
/// What lies between (a meeting, a group's post) is nobody's message and is left out, as are
/// the words of a recommendation or an endorsement: they give, but open and answer nothing.
pub fn of(history: &[Passed]) -> Balance {
    weighed(history, HalfLife::default())
}

/// The same by a half-life of the owner's choice.
pub fn weighed(history: &[Passed], half_life: HalfLife) -> Balance {
    let mut balance = Balance::default();
    let mut hours = Hours::default();
    for passed in history {
        count(passed, &mut balance);
    }
    for thread in threads(history) {
        conversations(&thread).into_iter().for_each(|conversation| hours.take(conversation));
    }
    let opened = opened(history);
    opened.iter().for_each(|opened| opened.count(&mut balance));
    balance.ask_share_in = share(&opened, Direction::In, half_life);
    balance.ask_share_out = share(&opened, Direction::Out, half_life);
    balance.two_way = balance.received > 0 && balance.sent > 0;
    balance.their_hours = median(hours.theirs);
    balance.owners_hours = median(hours.owners);
    balance
}

/// A conversation that somebody opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The message that opens it.
    pub interaction: InteractionId,
    /// What sort of message.
    pub kind: InteractionKind,
    /// Whose.
    pub direction: Direction,
    /// When.
    pub moment: Moment,
    /// It asks for something.
    pub asks: bool,
    /// It gives something.
    pub gives: bool,
    /// The other side answered in it.
    pub answered: bool,
    /// Nobody had written to the other before.
    pub first: bool,
}

impl Opened {
    fn of(conversation: &[Placed<'_>], began: Option<(Moment, InteractionId)>) -> Option<Self> {
        let first = conversation.first().filter(|it| it.opens)?.passed;
        Some(Self {
            interaction: first.interaction,
            kind: first.kind,
            direction: first.direction,
            moment: first.moment,
            asks: first.asks,
            gives: first.gives,
            answered: conversation.iter().any(|it| it.passed.direction != first.direction),
            first: began == Some((first.moment, first.interaction)),
        })
    }

    fn count(&self, balance: &mut Balance) {
        let (starts, asking, answers) = match self.direction {
            Direction::In => (
                &mut balance.starts_in,
                &mut balance.asking_starts_in,
                &mut balance.answered_by_owner,
            ),
            _ => (
                &mut balance.starts_out,
                &mut balance.asking_starts_out,
                &mut balance.answered_by_them,
            ),
        };
        *starts += 1;
        *asking += u32::from(self.asks);
        *answers += u32::from(self.answered);
    }
}

/// The conversations that somebody opened: by a message that says so, or by one that breaks a
/// long silence in an old thread where nothing waited for an answer. In order of time by
/// thread.
pub fn opened(history: &[Passed]) -> Vec<Opened> {
    let spoken = history.iter().filter(|it| spoken(it));
    let began = spoken.map(|it| (it.moment, it.interaction)).min();
    let mut found = Vec::new();
    for thread in threads(history) {
        let all = conversations(&thread).into_iter();
        found.extend(all.filter_map(|conversation| Opened::of(conversation, began)));
    }
    found
}

fn share(opened: &[Opened], whose: Direction, half_life: HalfLife) -> AskShare {
    let theirs = opened.iter().filter(|it| it.direction == whose);
    let openings: Vec<_> = theirs.map(|it| (it.moment, it.asks)).collect();
    AskShare::of(&openings, half_life)
}

/// One message in its thread, and whether it opens a conversation.
#[derive(Clone, Copy)]
struct Placed<'a> {
    passed: &'a Passed,
    opens: bool,
}

/// The messages by thread, in order of time.
fn threads(history: &[Passed]) -> Vec<Vec<Placed<'_>>> {
    let mut threads: BTreeMap<u64, Vec<&Passed>> = BTreeMap::new();
    for passed in history.iter().filter(|it| spoken(it)) {
        threads.entry(passed.conversation).or_default().push(passed);
    }
    threads.into_values().map(placed).collect()
}

/// Whether somebody turns to somebody with something of that kind.
pub fn speaks(kind: InteractionKind, direction: Direction) -> bool {
    let gesture = matches!(kind, InteractionKind::Recommendation | InteractionKind::Endorsement);
    direction != Direction::Between && !gesture
}

fn spoken(passed: &Passed) -> bool {
    speaks(passed.kind, passed.direction)
}

fn placed(mut thread: Vec<&Passed>) -> Vec<Placed<'_>> {
    thread.sort_by_key(|it| (it.moment.at, !it.starts, it.interaction));
    let mut before: Option<&Passed> = None;
    let mut placed = Vec::with_capacity(thread.len());
    for passed in thread {
        let opens = passed.starts || before.is_some_and(|before| anew(before, passed));
        placed.push(Placed { passed, opens });
        before = Some(passed);
    }
    placed
}

/// Whether a message opens anew after the one before it in its thread.
fn anew(before: &Passed, passed: &Passed) -> bool {
    let silence = passed.moment.at - before.moment.at;
    let waited_for = before.asks && before.direction != passed.direction;
    silence > TimeDelta::days(SILENCE_DAYS) && !waited_for
}

/// Cuts a thread before each opening.
fn conversations<'a>(thread: &'a [Placed<'a>]) -> Vec<&'a [Placed<'a>]> {
    thread.chunk_by(|_, next| !next.opens).collect()
}

fn count(passed: &Passed, balance: &mut Balance) {
    let (messages, asks, gives) = match passed.direction {
        Direction::In => (&mut balance.received, &mut balance.asks_in, &mut balance.gives_in),
        Direction::Out => (&mut balance.sent, &mut balance.asks_out, &mut balance.gives_out),
        Direction::Between => return,
    };
    *messages += u32::from(spoken(passed));
    *asks += u32::from(passed.asks);
    *gives += u32::from(passed.gives);
}

/// How long each answer took.
#[derive(Default)]
struct Hours {
    theirs: Vec<f32>,
    owners: Vec<f32>,
}

impl Hours {
    /// From the first message that waits to the first that answers it, each time it changes
    /// hands.
    fn take(&mut self, conversation: &[Placed<'_>]) {
        let mut waiting: Option<&Passed> = None;
        for it in conversation {
            match waiting {
                Some(first) if first.direction != it.passed.direction => {
                    let took = it.passed.moment.at - first.moment.at;
                    let answers = match it.passed.direction {
                        Direction::In => &mut self.theirs,
                        _ => &mut self.owners,
                    };
                    answers.push(took.as_seconds_f32() / 3600.0);
                    waiting = Some(it.passed);
                }
                Some(_) => {}
                None => waiting = Some(it.passed),
            }
        }
    }
}

/// The middle one, or the middle of the middle two.
fn median(mut figures: Vec<f32>) -> Option<f32> {
    figures.sort_by(f32::total_cmp);
    let middle = figures.len() / 2;
    let upper = *figures.get(middle)?;
    if figures.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = figures.get(middle.checked_sub(1)?)?;
    Some(f32::midpoint(*lower, upper))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Told, history};
    use super::*;

    #[test]
    fn no_history_is_a_balance_of_nothing() {
        assert_eq!(of(&[]), Balance::default());
    }

    #[test]
    fn who_opens_and_who_answers_is_counted_by_conversation() {
        let balance = of(&history(&[
            Told::new(1, "in", 0.0).asks().starts(),
            Told::new(1, "out", 5.0),
            Told::new(2, "out", 30.0).starts(),
            Told::new(3, "out", 50.0).asks().starts(),
            Told::new(3, "out", 60.0),
            Told::new(3, "in", 70.0).gives(),
        ]));
        assert_eq!((balance.received, balance.sent), (2, 4));
        assert_eq!((balance.starts_in, balance.starts_out), (1, 2));
        assert_eq!((balance.asking_starts_in, balance.asking_starts_out), (1, 1));
        assert_eq!((balance.answered_by_owner, balance.answered_by_them), (1, 1));
        assert_eq!((balance.gives_in, balance.gives_out), (1, 0));
        assert!(balance.two_way);
    }

    #[test]
    fn the_time_to_answer_runs_from_the_first_message_that_waits() {
        let balance = of(&history(&[
            Told::new(3, "out", 50.0).starts(),
            Told::new(3, "out", 60.0),
            Told::new(3, "in", 70.0),
            Told::new(3, "out", 71.0),
            Told::new(4, "in", 100.0).starts(),
            Told::new(4, "out", 104.0),
        ]));
        assert_eq!(balance.their_hours, Some(20.0));
        assert_eq!(balance.owners_hours, Some(2.5));
    }

    #[test]
    fn the_order_of_the_history_does_not_matter() {
        let mut told = history(&[
            Told::new(1, "in", 0.0).asks().starts(),
            Told::new(1, "out", 5.0),
            Told::new(2, "in", 2000.0).starts(),
        ]);
        let balance = of(&told);
        told.reverse();
        assert_eq!(of(&told), balance);
    }

    #[test]
    fn a_message_after_a_long_silence_opens_an_old_thread_anew() {
        let told = history(&[
            Told::new(1, "in", 0.0).asks().starts(),
            Told::new(1, "out", 5.0),
            Told::new(1, "in", 24.0 * 100.0).asks(),
        ]);
        let balance = of(&told);
        assert_eq!((balance.starts_in, balance.asking_starts_in), (2, 2));
        assert_eq!(balance.their_hours, None);
        let opening: Vec<_> = opened(&told).into_iter().map(|it| it.interaction).collect();
        assert_eq!(opening, [0, 2].map(|at| told[at].interaction));
    }

    #[test]
    fn only_the_first_word_between_two_is_a_first_contact() {
        let told = history(&[
            Told::new(1, "out", 0.0).starts(),
            Told::new(2, "out", 9.0).starts(),
            Told::new(2, "in", 12.0),
        ]);
        let first: Vec<_> = opened(&told).iter().map(|it| (it.first, it.answered)).collect();
        assert_eq!(first, [(true, false), (false, true)]);
    }

    #[test]
    fn a_late_answer_to_a_question_opens_nothing() {
        let balance = of(&history(&[
            Told::new(1, "out", 0.0).asks().starts(),
            Told::new(1, "in", 24.0 * 100.0),
        ]));
        assert_eq!((balance.starts_in, balance.answered_by_them), (0, 1));
    }

    #[test]
    fn a_thread_whose_beginning_is_lost_has_no_opening() {
        let balance = of(&history(&[Told::new(1, "in", 0.0).asks(), Told::new(1, "out", 5.0)]));
        assert_eq!((balance.starts_in, balance.answered_by_owner), (0, 0));
        assert_eq!(balance.owners_hours, Some(5.0));
    }

    #[test]
    fn meetings_are_nobodys_and_endorsements_only_give() {
        let balance = of(&history(&[
            Told::new(1, "between", 0.0).starts(),
            Told::new(2, "in", 5.0).kind(InteractionKind::Endorsement).gives().starts(),
        ]));
        assert_eq!((balance.received, balance.starts_in, balance.gives_in), (0, 0, 1));
    }
}
