//! The two judgements, both pure: would this draft land as a blast ([`draft`]), and who has
//! been asking of whom ([`balance`]). Text and facts in, findings out; the same input always
//! gives the same answer, in the same order.
//!
//! Deliberately absent: a clock (the moment is handed in), files, the store, errors (a
//! judgement always has an answer, if only silence), and grades for people.

pub mod balance;
pub mod draft;
pub mod fitted;
mod hash;
pub mod text;
