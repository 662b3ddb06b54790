//! vCards of every version.

use crate::{Bytes, Take};

/// Reads a file of cards.
pub(crate) fn read(_name: &str, _bytes: &mut dyn Bytes, _take: &mut Take<'_>) {}
