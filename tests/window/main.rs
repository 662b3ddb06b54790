//! Journeys through the real window: the built program, driven as a person would drive it, by
//! role and name, on a store of its own. Run by `cargo xtask test`.

// Test code, said so that the lints know it.
#[cfg(test)]
mod boundary;
#[cfg(test)]
mod closed;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod harness;
#[cfg(test)]
mod kept;
#[cfg(test)]
mod keyboard;
#[cfg(test)]
mod learning;
#[cfg(test)]
mod long_timeline;
#[cfg(test)]
mod main_journey;
#[cfg(test)]
mod reused;
#[cfg(test)]
mod rooms;
#[cfg(test)]
mod search;
#[cfg(test)]
mod undo;
#[cfg(test)]
mod vectors;
#[cfg(test)]
mod watched;
