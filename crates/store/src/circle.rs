//! stub
pub(crate) const KINDS: &[&crate::row::Kind] = &[];
