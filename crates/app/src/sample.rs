//! stub
use crate::view::deed::Done;
use crate::view::settings::Status;
use crate::{App, Trouble};
impl App {
    /// Fills an empty store with the invented sample owner.
    pub fn fill_with_sample(&self) -> Result<Done<Status>, Trouble> {
        Err(Trouble::Cancelled)
    }
}
