//! What goes wrong around a store: system calls that fail, disks that are full or cannot be
//! written, files that are damaged. Short rounds; `cargo xtask soak` has the long ones.

// The attribute tells the linters that helpers, too, may unwrap here.
#[cfg(test)]
#[cfg(target_os = "linux")]
mod canary;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod places;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod power;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod system_calls;
