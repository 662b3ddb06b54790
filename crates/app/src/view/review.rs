//! The review: who only writes when they want something, the owner first.

use super::compose::Quote;
use super::deed::ContactRef;
use serde::Serialize;
use specta::Type;

/// Asks and gives in both directions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Type)]
pub struct BalanceView {
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
    /// Conversations opened by the owner that they answered.
    pub answered_by_them: u32,
    /// Conversations opened by them that the owner answered.
    pub answered_by_owner: u32,
    /// Their usual time to answer, in hours.
    pub their_hours: Option<f32>,
    /// The owner's usual time to answer, in hours.
    pub owners_hours: Option<f32>,
    /// One line in words.
    pub in_words: String,
}

/// The whole sheet.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ReviewSheet {
    /// The owner's own behaviour.
    pub mirror: Mirror,
    /// Contacts who only write when they want something.
    pub one_sided: Vec<ReviewRow>,
    /// How many contacts were weighed.
    pub weighed: u32,
    /// How many are left out by the owner.
    pub left_out: Vec<ContactRef>,
}

/// The owner's own behaviour, before anybody else's.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Mirror {
    /// Conversations the owner opened.
    pub starts: u32,
    /// Of these, with an ask.
    pub asking_starts: u32,
    /// Asks by the owner.
    pub asks_out: u32,
    /// Gives by the owner.
    pub gives_out: u32,
    /// Conversations others opened.
    pub others_starts: u32,
    /// Of these, answered by the owner.
    pub answered: u32,
    /// One line in words.
    pub in_words: String,
    /// Those from whom the owner only ever wants something.
    pub rows: Vec<ReviewRow>,
    /// Asks and gives by month, over all contacts.
    pub months: Vec<MonthView>,
}

/// One contact in review.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ReviewRow {
    /// Who.
    pub contact: ContactRef,
    /// Where they are.
    pub organisation: String,
    /// They asked.
    pub asks_in: u32,
    /// They gave.
    pub gives_in: u32,
    /// The owner asked.
    pub asks_out: u32,
    /// The owner gave.
    pub gives_out: u32,
    /// Everything else.
    pub balance: BalanceView,
    /// Two sentences that show it.
    pub quotes: Vec<Quote>,
    /// Asks and gives by month.
    pub months: Vec<MonthView>,
}

/// Asks and gives in one month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct MonthView {
    /// `2024-05`.
    pub month: String,
    /// They asked.
    pub asks_in: u32,
    /// They gave.
    pub gives_in: u32,
    /// The owner asked.
    pub asks_out: u32,
    /// The owner gave.
    pub gives_out: u32,
}
