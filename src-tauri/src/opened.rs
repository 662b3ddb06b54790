//! The open store behind the window, or what kept it from opening.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use app::view::lock::Standing;
use app::{App, Entrance, Trouble};

/// How long those who are still asking are waited for, before the store is opened otherwise.
const PATIENCE: u32 = 100;
const PAUSE: Duration = Duration::from_millis(50);
/// How soon after the start, and how often then, it is looked whether a backup is due: not while the
/// owner waits for the first room, and before the window is closed again.
const BACKUP_FIRST: Duration = Duration::from_secs(60);
const BACKUP_PAUSE: Duration = Duration::from_secs(3_600);

/// What every command is handed. A store that could not be opened answers each with the same
/// trouble, so that the window can say it in words and nothing is ever written beside it.
#[derive(Clone)]
pub(crate) struct Opened {
    entrance: Entrance,
    app: Arc<RwLock<Result<Arc<App>, Trouble>>>,
    /// Whether damage was met, by the weekly look or by any question; told until the store is another
    /// one.
    damaged: Arc<AtomicBool>,
}

impl Opened {
    pub(crate) fn new(entrance: Entrance, opened: Result<App, Trouble>) -> Self {
        let app = Arc::new(RwLock::new(opened.map(Arc::new)));
        Self { entrance, app, damaged: Arc::default() }
    }

    fn app(&self) -> Result<Arc<App>, Trouble> {
        self.app.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, app: Result<Arc<App>, Trouble>) {
        self.damaged.store(false, Ordering::Relaxed);
        *self.app.write().unwrap_or_else(PoisonError::into_inner) = app;
    }

    /// Does one deed on a thread that may block.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        deed: impl FnOnce(&App) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let app = self.app()?;
        let answer = blocking(move || deed(&app)).await;
        if let Err(Trouble::NotAStore { .. }) = &answer {
            self.damaged.store(true, Ordering::Relaxed);
        }
        answer
    }

    /// What stands before the owner: `opened`, or what [`Entrance::standing`] says where only the
    /// owner can open it or where it is damaged. Any other trouble is told by the rooms.
    pub(crate) async fn standing(&self) -> Result<Standing, Trouble> {
        let (app, entrance) = (self.app(), self.entrance.clone());
        blocking(move || match app {
            Err(Trouble::NotMade { .. } | Trouble::Closed { .. }) => entrance.standing(),
            Err(Trouble::NotAStore { .. }) => entrance.standing().map(Standing::damaged),
            _ => Ok(Standing { state: "opened".to_owned(), ..Standing::default() }),
        })
        .await
    }

    /// Opens the store in a way of the owner's; where that fails nothing is changed.
    pub(crate) async fn open_by<T: Send + 'static>(
        &self,
        open: impl FnOnce(&Entrance) -> Result<(App, T), Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let this = self.clone();
        blocking(move || {
            let (app, value) = open(&this.entrance)?;
            this.set(Ok(Arc::new(app)));
            Ok(value)
        })
        .await
    }

    /// Asks something before the store is open.
    pub(crate) async fn at_entrance<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&Entrance) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let entrance = self.entrance.clone();
        blocking(move || ask(&entrance)).await
    }

    /// Has the store, open or not, give way to what this makes of it: closed with a key, or a
    /// backup in its place. Waits until nobody asks any more, and hands it over where it was open.
    pub(crate) async fn replace<T: Send + 'static>(
        &self,
        replace: impl FnOnce(&Entrance, Option<App>) -> Result<(App, T), Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let this = self.clone();
        blocking(move || {
            let app = this.taken()?;
            match replace(&this.entrance, app) {
                Ok((app, value)) => {
                    this.set(Ok(Arc::new(app)));
                    Ok(value)
                }
                Err(why) => {
                    // It stands as it was.
                    this.set(this.entrance.open().map(Arc::new));
                    Err(why)
                }
            }
        })
        .await
    }

    /// Takes the store out, once nobody asks any more; nothing where none is open.
    fn taken(&self) -> Result<Option<App>, Trouble> {
        let Ok(mut app) = self.app() else { return Ok(None) };
        self.set(Err(Trouble::Busy));
        for _ in 0..PATIENCE {
            app = match Arc::try_unwrap(app) {
                Ok(app) => return Ok(Some(app)),
                Err(shared) => shared,
            };
            std::thread::sleep(PAUSE);
        }
        self.set(Ok(app));
        Err(Trouble::Busy)
    }

    /// Closes a store that was found to be damaged, so that it can be repaired.
    pub(crate) async fn close_for_repair(&self) -> Result<(), Trouble> {
        let this = self.clone();
        blocking(move || {
            let path = this.entrance.standing()?.path;
            drop(this.taken()?);
            this.set(Err(Trouble::NotAStore { path }));
            Ok(())
        })
        .await
    }

    /// Whether damage was found since the store was opened.
    pub(crate) fn is_damaged(&self) -> bool {
        self.damaged.load(Ordering::Relaxed)
    }

    /// Makes the backups that are due and looks at everything once a week, as long as the window is open.
    pub(crate) fn keep_well(&self) {
        let this = self.clone();
        std::thread::spawn(move || {
            let pauses = std::iter::once(BACKUP_FIRST).chain(std::iter::repeat(BACKUP_PAUSE));
            for pause in pauses {
                std::thread::sleep(pause);
                if let Ok(app) = this.app() {
                    // What stands in the way is told in the settings; the next hour tries again.
                    let _ = app.back_up_if_due();
                    let found = app.check_up_if_due();
                    let damage = match &found {
                        Ok(found) => found.as_ref().is_some_and(|it| it.is_damaged()),
                        Err(why) => matches!(why, Trouble::NotAStore { .. }),
                    };
                    this.damaged.fetch_or(damage, Ordering::Relaxed);
                }
            }
        });
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    done.unwrap_or_else(|_| Err(Trouble::Inside { code: "a deed broke off".to_owned() }))
}
