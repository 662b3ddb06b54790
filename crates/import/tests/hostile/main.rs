//! Files that do a reader harm: cut off, badly written, of a coming era, still being written, or
//! beyond all measure. Every kind of file meets every kind of damage it can have; what can be
//! read comes in, and a snag says of the rest where it is and why.

#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;

#[cfg(test)]
mod damaged;
#[cfg(test)]
mod endless;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod later;
#[cfg(test)]
mod many;
#[cfg(test)]
mod unfinished;
