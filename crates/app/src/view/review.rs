//! The review: who only writes when they want something, the owner first.

use super::Span;
use super::compose::Quote;
use super::deed::ContactRef;
use super::timeline::InteractionView;
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
    /// Of the conversations they opened, those that ask.
    pub asking_starts_in: u32,
    /// Of the conversations the owner opened, those that ask.
    pub asking_starts_out: u32,
    /// At least this share of what they open asks, at 90 %, the newest weighing most.
    pub at_least_in: f32,
    /// At least this share of what the owner opens asks, at 90 %, the newest weighing most.
    pub at_least_out: f32,
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

/// An interaction behind a number, with the words that made its acts so.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CuedView {
    /// The interaction.
    #[serde(flatten)]
    pub message: InteractionView,
    /// For each of its acts, in their order: the words that made it so, in its text.
    pub cues: Vec<Vec<Span>>,
}

/// Which of the owner's openings are answered.
#[derive(Clone, Debug, Serialize, Type)]
pub struct WhatWorks {
    /// Sort by sort.
    pub rates: Vec<RateView>,
}

/// How often one sort of opening is answered.
#[derive(Clone, Debug, Serialize, Type)]
pub struct RateView {
    /// `any`, `short`, `medium`, `long`, `asks`, `gives`, `neither`, `first`, `known`,
    /// `about-them`, `not-about-them`.
    pub sort: String,
    /// How many were sent and had their time.
    pub sent: u32,
    /// How many of them were answered.
    pub answered: u32,
    /// At 95 % the share is no less than this; nothing where too few were sent.
    pub from: Option<f32>,
    /// At 95 % the share is no more than this.
    pub to: Option<f32>,
}

/// What was learnt from the owner's corrections.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Learnt {
    /// The corrected sentences, of the newest interaction first.
    pub rows: Vec<LearntView>,
    /// How many interactions are read differently because of them.
    pub swayed: u32,
}

/// A corrected sentence that is learnt from.
#[derive(Clone, Debug, Serialize, Type)]
pub struct LearntView {
    /// By which it is forgotten.
    pub id: String,
    /// In which interaction.
    pub interaction: String,
    /// When.
    pub at: String,
    /// With whom.
    pub with: Vec<ContactRef>,
    /// The sentence.
    pub sentence: String,
    /// What the engine takes it to do: `ask`, `give`, `inform`, `social`.
    pub read_as: Option<String>,
    /// What the owner says.
    pub said: String,
    /// Its words that count elsewhere, too; none where it stands alone so far.
    pub words: Vec<Span>,
}
