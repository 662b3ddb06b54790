//! Mail: mbox and single messages.

use crate::{Bytes, Take};

/// Reads a mailbox.
pub(crate) fn read_mbox(_name: &str, _bytes: &mut dyn Bytes, _take: &mut Take<'_>) {}

/// Reads one message.
pub(crate) fn read_eml(_name: &str, _bytes: &mut dyn Bytes, _take: &mut Take<'_>) {}
