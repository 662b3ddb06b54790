//! stub
pub(crate) fn draw_stale(_: &mut crate::Writer<'_>) -> Result<(), crate::Fault> { Ok(()) }
