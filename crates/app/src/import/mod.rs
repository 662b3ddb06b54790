//! Bringing in files, in two calls.
//!
//! [`crate::App::plan_import`] reads everything once, light: who is in it, what passed, who the
//! owner may be. Nothing is written. [`crate::App::settle_import`] reads once more and writes in
//! batches, each of which stands by itself: a cancel or a kill keeps what was committed, and the
//! same import again finds it and goes on.
//!
//! Interactions are named after what they are (Message-ID, or moment, parties and text), contacts
//! after their first identity, so that the same file gives the same rows wherever it is read.

mod again;
mod crowd;
mod deeds;
mod files;
mod learn;
mod matching;
mod owner;
mod plan;
mod pool;
mod settle;
mod survey;
mod threads;
mod twice;
mod watched;

pub(crate) use plan::Plans;
