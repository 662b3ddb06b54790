//! The open store behind the window, or what kept it from opening.

use std::sync::Arc;

use app::{App, Trouble};

/// What every command is handed. A store that could not be opened answers each with the same
/// trouble, so that the window can say it in words and nothing is ever written beside it.
pub(crate) struct Opened(Result<Arc<App>, Trouble>);

impl Opened {
    pub(crate) fn new(opened: Result<App, Trouble>) -> Self {
        Self(opened.map(Arc::new))
    }

    /// Does one deed on a thread that may block.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        deed: impl FnOnce(&App) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let app = self.0.clone()?;
        let done = tauri::async_runtime::spawn_blocking(move || deed(&app)).await;
        done.unwrap_or_else(|_| Err(Trouble::Inside { code: "a deed broke off".to_owned() }))
    }
}
