//! The built program, run as people and their scripts run it.

// The attribute tells the linters that helpers, too, may unwrap here.
#[cfg(test)]
mod answers;
#[cfg(test)]
mod check;
#[cfg(test)]
mod desk;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod keys;
#[cfg(test)]
mod people;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod trouble;
