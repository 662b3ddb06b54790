//! Who has been asking of whom.
//!
//! [`acts`] says what each sentence of a message does; [`of`] weighs a history of acts
//! between the owner and one contact; [`one_sided`] says whether somebody is only heard from
//! when they want something, and the mirror says it of the owner. [`rates`] says which of the
//! owner's own openings are answered; [`Lean`] is what the owner's corrections teach.
//!
//! What an act looks like is kept as tables of cues, one file per act, each cue with its
//! points. Whether something is asked is told by the points and by what labelled mail taught
//! (`figures/`, written by `cargo xtask fit`), among the other sentences of the message;
//! [`explain`] shows the words that say so. What a history says is counted, never guessed: who
//! opens, who answers, how fast.
//!
//! Deliberately absent: a grade for a person, a clock, and any reading of a text that is not
//! English: there direction and who starts must do.

use model::{Direction, InteractionId, InteractionKind, Moment};

mod acts;
mod answer;
mod ask;
mod commit;
mod cues;
mod decay;
mod explain;
mod families;
mod give;
mod hint;
mod inform;
mod interval;
mod kept;
mod lean;
mod ledger;
mod months;
mod not_ask;
mod one_sided;
mod open;
mod reading;
mod sentence;
mod sight;
mod social;
mod standing;
mod taught;
mod told;
mod what_works;
mod whole;

pub use acts::{SURE, acts, ask_certainty, asks, intent_certainty, main_act, message_acts};
pub use decay::{AskShare, HalfLife};
pub use explain::{Explained, explain};
pub use kept::{KEPT, Kept};
pub use ledger::{Opened, of, opened, speaks, weighed};
pub use months::{Month, month_of, months};
pub use one_sided::{OneSided, mirror, one_sided};
pub use open::{open_question, promise};
pub use reading::{seen_sentences, seen_whole};
pub use sight::MARKS;
pub use standing::{Asking, asks_beyond_standing_lines};
pub use taught::{Corrected, Lean, Leaning};
pub use told::in_words;
pub use what_works::{Rate, Sent, Sort, rates, settled};
pub use whole::{ACTS, WHOLE};

/// The version of the engine that judges acts; raised whenever its answers change.
pub const ENGINE: u32 = 3;

/// One interaction as the balance sees it.
#[derive(Clone, Debug)]
pub struct Passed {
    /// Which.
    pub interaction: InteractionId,
    /// What sort.
    pub kind: InteractionKind,
    /// Whose.
    pub direction: Direction,
    /// When.
    pub moment: Moment,
    /// Something is asked.
    pub asks: bool,
    /// Something is given.
    pub gives: bool,
    /// It opens a conversation (no reply by headers, and nothing passed in the thread before).
    pub starts: bool,
    /// The thread it belongs to, an opaque number.
    pub conversation: u64,
}

/// Asks and gives in both directions. A balance starts at nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Balance {
    /// Messages from them.
    pub received: u32,
    /// Messages to them.
    pub sent: u32,
    /// They asked.
    pub asks_in: u32,
    /// They gave.
    pub gives_in: u32,
    /// The owner asked.
    pub asks_out: u32,
    /// The owner gave.
    pub gives_out: u32,
    /// Conversations they opened.
    pub starts_in: u32,
    /// Conversations the owner opened.
    pub starts_out: u32,
    /// Of the conversations they opened, those that ask.
    pub asking_starts_in: u32,
    /// Of the conversations the owner opened, those that ask.
    pub asking_starts_out: u32,
    /// How much of what they opened asks, the newest weighing most.
    pub ask_share_in: AskShare,
    /// How much of what the owner opened asks, the newest weighing most.
    pub ask_share_out: AskShare,
    /// Conversations opened by the owner that they answered.
    pub answered_by_them: u32,
    /// Conversations opened by them that the owner answered.
    pub answered_by_owner: u32,
    /// Their usual time to answer, in hours: the median.
    pub their_hours: Option<f32>,
    /// The owner's usual time to answer, in hours: the median.
    pub owners_hours: Option<f32>,
    /// Both have written.
    pub two_way: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Uid;

    /// One invented interaction, told in few words.
    #[derive(Clone, Copy)]
    pub(super) struct Told {
        conversation: u64,
        direction: &'static str,
        hours: f64,
        kind: InteractionKind,
        asks: bool,
        gives: bool,
        starts: bool,
    }

    impl Told {
        pub(super) fn new(conversation: u64, direction: &'static str, hours: f64) -> Self {
            Self {
                conversation,
                direction,
                hours,
                kind: InteractionKind::Message,
                asks: false,
                gives: false,
                starts: false,
            }
        }

        pub(super) fn asks(self) -> Self {
            Self { asks: true, ..self }
        }

        pub(super) fn gives(self) -> Self {
            Self { gives: true, ..self }
        }

        pub(super) fn at(self, hours: f64) -> Self {
            Self { hours, ..self }
        }

        pub(super) fn starts(self) -> Self {
            Self { starts: true, ..self }
        }

        pub(super) fn kind(self, kind: InteractionKind) -> Self {
            Self { kind, ..self }
        }
    }

    /// The told interactions as the balance takes them, hours counted from the 15th of January
    /// 2024.
    pub(super) fn history(told: &[Told]) -> Vec<Passed> {
        let passed = |(number, told): (usize, &Told)| Passed {
            interaction: InteractionId(Uid::derived(&[&number.to_le_bytes()])),
            kind: told.kind,
            direction: Direction::from_word(told.direction).unwrap(),
            moment: Moment::from_millis(
                1_705_276_800_000 + (told.hours * 3_600_000.0) as i64,
                None,
            ),
            asks: told.asks,
            gives: told.gives,
            starts: told.starts,
            conversation: told.conversation,
        };
        told.iter().enumerate().map(passed).collect()
    }
}
