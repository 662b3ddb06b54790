//! Floors under the two judgements, on sentences and histories that were made up here.

// The attribute tells the linters that helpers, too, may unwrap here.
#[cfg(test)]
mod balance;
#[cfg(test)]
mod eval_door;
#[cfg(test)]
mod habits;
#[cfg(test)]
mod likeness;
#[cfg(test)]
mod phrases;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod sentences;
#[cfg(test)]
mod truth;
