//! Who has been asking of whom.
//!
//! [`acts`] says what each sentence of a message does; [`of`] weighs a history of acts
//! between the owner and one contact; [`one_sided`] says whether somebody is only heard from
//! when they want something, and the mirror says it of the owner.

use model::{Direction, InteractionId, InteractionKind, Moment};

/// The version of the engine that judges acts; raised whenever its answers change.
pub const ENGINE: u32 = 1;

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
