//! The way into a store: what stands at a place before it is open, how it is made, and which door
//! opens it.

use crate::backup::with_ending;
use crate::doors::Doors;
use crate::view::lock::Standing;
use crate::{App, Trouble, when};
use lock::{DataKey, Door, Header, Keychain, RecoveryKey, SystemKeychain};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::Store;

/// A place where a store stands or may be made, and the keychain that may open it.
#[derive(Clone)]
pub struct Entrance {
    path: PathBuf,
    keychain: Arc<dyn Keychain>,
}

/// What the owner opens a store with, where its keychain does not.
#[derive(Clone, Copy)]
pub enum Way<'a> {
    /// As it was typed from paper.
    RecoveryKey(&'a str),
    /// As it was typed.
    Passphrase(&'a str),
}

/// How a new store is closed.
#[derive(Clone, Copy)]
pub struct Closing<'a> {
    /// What the owner has on paper by now, typed back.
    pub recovery_key: &'a str,
    /// Where the owner wants one.
    pub passphrase: Option<&'a str>,
    /// Whether the system's keychain opens it from now on.
    pub keychain: bool,
}

impl Entrance {
    /// The entrance to the store at this path, with the system's keychain.
    pub fn at(path: &Path) -> Self {
        Self::with_keychain(path, Arc::new(SystemKeychain))
    }

    /// The same with another keychain.
    pub fn with_keychain(path: &Path, keychain: Arc<dyn Keychain>) -> Self {
        Self { path: path.to_owned(), keychain }
    }

    /// What stands there. Touches nothing.
    ///
    /// # Errors
    /// Where it cannot be read, or its header is damaged or of a newer release.
    pub fn standing(&self) -> Result<Standing, Trouble> {
        let closed =
            Store::is_closed(&self.path).map_err(|why| Trouble::opening(why, &self.path))?;
        let doors = match closed {
            Some(true) => Header::read(&self.path)?.map(|header| header.doors()),
            _ => None,
        };
        Ok(Standing::of(closed, doors, &self.path))
    }

    /// Opens what stands there: what is not closed as it is, what is closed by the keychain.
    ///
    /// # Errors
    /// [`Trouble::NotMade`] where nothing stands there yet; [`Trouble::Closed`] where the keychain
    /// does not open it. Neither makes anything.
    pub fn open(&self) -> Result<App, Trouble> {
        match Store::is_closed(&self.path).map_err(|why| Trouble::opening(why, &self.path))? {
            None => Err(Trouble::NotMade { path: self.path.display().to_string() }),
            Some(false) => self.open_plain(),
            Some(true) => {
                let headers = self.headers()?;
                let doors: Vec<Door> = headers.iter().flat_map(Header::doors).collect();
                self.opened_by(headers, None).map_err(|why| match why {
                    // The keychain had the key, and the store is damaged or of a newer release.
                    Trouble::NotAStore { .. } | Trouble::TooNew => why,
                    _ => Trouble::closed(&doors),
                })
            }
        }
    }

    /// Opens what is closed with what the owner typed.
    ///
    /// # Errors
    /// [`Trouble::WrongKey`], and what is wrong with a recovery key that was mistyped; nothing is
    /// changed.
    pub fn open_with(&self, way: Way<'_>) -> Result<App, Trouble> {
        self.opened_by(self.headers()?, Some(way))
    }

    /// Opens with the first header whose key fits what stands here: while a store is being closed
    /// with another key, two lie beside it.
    fn opened_by(&self, headers: Vec<Header>, way: Option<Way<'_>>) -> Result<App, Trouble> {
        let mut last = self.no_header();
        for header in headers {
            match self.data_behind(&header, way).and_then(|data| self.open_closed(header, data)) {
                Ok(app) => return Ok(app),
                Err(why) => last = why,
            }
        }
        Err(last)
    }

    /// The data key, by what was typed or else by the keychain.
    pub(crate) fn data_behind(
        &self,
        header: &Header,
        way: Option<Way<'_>>,
    ) -> Result<DataKey, Trouble> {
        Ok(match way {
            None => header.open_with_keychain(self.keychain())?,
            Some(Way::Passphrase(text)) => header.open_with_passphrase(text)?,
            Some(Way::RecoveryKey(text)) => header.open_with_recovery_key(&parsed(text)?)?,
        })
    }

    /// The same, and from then on the keychain opens it.
    ///
    /// # Errors
    /// As [`Entrance::open_with`]; where there is no keychain.
    pub fn unlock(&self, way: Way<'_>) -> Result<App, Trouble> {
        let app = self.open_with(way)?;
        app.add_keychain()?;
        Ok(app)
    }

    /// Makes a store that is not closed, by the owner's explicit wish; opens one that stands there
    /// and is not closed.
    ///
    /// # Errors
    /// Where what stands there is closed, or is no store; as [`App`] otherwise.
    pub fn make_unencrypted(&self) -> Result<App, Trouble> {
        match Store::is_closed(&self.path).map_err(|why| Trouble::opening(why, &self.path))? {
            Some(true) => self.open(),
            _ => self.open_plain(),
        }
    }

    /// Makes a store that is closed.
    ///
    /// # Errors
    /// Where something stands there already; [`Trouble::NotUnderstood`] for what was typed.
    pub fn make(&self, closing: Closing<'_>) -> Result<App, Trouble> {
        if Store::is_closed(&self.path).map_err(|why| Trouble::opening(why, &self.path))?.is_some()
        {
            let why = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
            return Err(Trouble::file(&self.path, &why));
        }
        self.make_folder()?;
        let key = parsed(closing.recovery_key)?;
        let (mut header, data) = self.new_doors(&key, closing)?;
        // One that stands there alone may be of a store that comes back.
        let stamp = when::local(when::now()).format("%Y-%m-%d-%H%M%S");
        lock::move_with(&self.path, &with_ending(&self.path, &format!(".before-{stamp}")))?;
        // The header first: a store whose key is nowhere must never stand.
        header.write(&self.path)?;
        let app = self.open_closed(header, data)?;
        app.keep_recipient(&key)?;
        Ok(app)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn keychain(&self) -> &dyn Keychain {
        &*self.keychain
    }

    pub(crate) fn open_closed(&self, header: Header, data: DataKey) -> Result<App, Trouble> {
        let key = store::Key::from_bytes(data.bytes());
        self.back_up_older(Some(&key))?;
        let store = Store::open(&self.path, Some(&key), when::now())
            .map_err(|fault| Trouble::opening(fault, &self.path))?;
        let doors = Doors::new(header, data, (self.path.clone(), Arc::clone(&self.keychain)));
        Ok(App::over(store, Some(doors)))
    }

    pub(crate) fn open_plain(&self) -> Result<App, Trouble> {
        self.make_folder()?;
        self.back_up_older(None)?;
        let store = Store::open(&self.path, None, when::now())
            .map_err(|fault| Trouble::opening(fault, &self.path))?;
        Ok(App::over(store, None))
    }

    pub(crate) fn make_folder(&self) -> Result<(), Trouble> {
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let Some(folder) = folder else { return Ok(()) };
        std::fs::create_dir_all(folder).map_err(|error| Trouble::file(folder, &error))
    }

    pub(crate) fn headers(&self) -> Result<Vec<Header>, Trouble> {
        let headers = Header::read_all(&self.path)?;
        if headers.is_empty() { Err(self.no_header()) } else { Ok(headers) }
    }

    fn no_header(&self) -> Trouble {
        Trouble::NotAStore { path: self.path.display().to_string() }
    }
}

/// A recovery key as it was typed.
pub(crate) fn parsed(text: &str) -> Result<RecoveryKey, Trouble> {
    RecoveryKey::parse(text).map_err(|why| Trouble::NotUnderstood { why: why.to_string() })
}

/// The word for a door, on the wire.
pub(crate) fn words(doors: &[Door]) -> Vec<String> {
    doors.iter().map(|door| door.word().to_owned()).collect()
}

impl App {
    /// A new recovery key, as it is written on paper; nothing is changed by it.
    ///
    /// # Errors
    /// Where the system has no source of chance.
    pub fn new_recovery_key() -> Result<String, Trouble> {
        Ok(RecoveryKey::random()?.words().to_string())
    }

    /// The store at `path` without encryption, made where there is none: for what is passing, and
    /// for owners who have said that they rely on their disk's.
    ///
    /// # Errors
    /// As [`Entrance::make_unencrypted`].
    pub fn unencrypted(path: &Path) -> Result<Self, Trouble> {
        Entrance::at(path).make_unencrypted()
    }
}
