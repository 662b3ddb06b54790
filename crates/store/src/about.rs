//! Which store this is.

/// Which store this is.
pub struct About {}
