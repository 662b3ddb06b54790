//! Other programs' exports, read into one vocabulary.
//!
//! Bytes in, [`Piece`]s out: people, interactions and notes as the file tells them
//! ([`Arrival`]), hints who the owner is, and what could not be read ([`Snag`]). Reading never
//! fails: what is readable around a damaged place is kept.
//!
//! Deliberately absent: paths (the caller opens files), the store, and any decision about
//! who is who: two arrivals with one address are still two arrivals here.

mod arrival;

pub use arrival::{
    Arrival, ArrivingInteraction, ArrivingNote, ArrivingPerson, OwnerHint, OwnerSign, Party, Piece,
    Snag,
};
