//! What opens the store from a terminal: the keychain; a passphrase or recovery key from a file
//! descriptor, a variable or the keyboard. Never an argument: those stand in the list of processes.

use crate::arguments::Arguments;
use app::{App, Closing, Entrance, Trouble, Way};
use std::io::{BufRead, BufReader, IsTerminal, Write};

const PASSPHRASE: &str = "REQUITE_PASSPHRASE";
const RECOVERY_KEY: &str = "REQUITE_RECOVERY_KEY";
const BACKUP_PASSPHRASE: &str = "REQUITE_BACKUP_PASSPHRASE";

/// Where keys come from.
pub(crate) struct Keys {
    passphrase_fd: Option<u32>,
    recovery_key_fd: Option<u32>,
    unencrypted: bool,
}

impl Keys {
    pub(crate) const fn of(arguments: &Arguments) -> Self {
        Self {
            passphrase_fd: arguments.passphrase_fd,
            recovery_key_fd: arguments.recovery_key_fd,
            unencrypted: arguments.unencrypted,
        }
    }

    /// Opens the store; makes it where there is none, closed unless the owner said otherwise.
    pub(crate) fn open(&self, entrance: &Entrance) -> Result<App, Trouble> {
        match entrance.open() {
            Err(Trouble::NotMade { .. }) if self.unencrypted => entrance.make_unencrypted(),
            Err(Trouble::NotMade { path }) => self.make(entrance, &path),
            Err(Trouble::Closed { doors }) => self.opened(&doors, |way| entrance.open_with(way)),
            other => other,
        }
    }

    /// Does what the keychain may allow, and otherwise what is given or typed.
    pub(crate) fn with_way<T>(
        &self,
        mut act: impl FnMut(Option<Way<'_>>) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        match act(None) {
            Err(Trouble::Closed { doors }) => self.opened(&doors, |way| act(Some(way))),
            other => other,
        }
    }

    fn opened<T>(
        &self,
        doors: &[String],
        mut open: impl FnMut(Way<'_>) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        if let Some(passphrase) = self.given_passphrase()? {
            return open(Way::Passphrase(&passphrase));
        }
        if let Some(key) = self.given_recovery_key()? {
            return open(Way::RecoveryKey(&key));
        }
        if doors.iter().any(|door| door == "passphrase")
            && let Some(typed) = asked("Passphrase: ")
        {
            return open(Way::Passphrase(&typed));
        }
        match asked("Recovery key: ") {
            Some(typed) => open(Way::RecoveryKey(&typed)),
            None => Err(Trouble::Closed { doors: doors.to_vec() }),
        }
    }

    fn make(&self, entrance: &Entrance, path: &str) -> Result<App, Trouble> {
        let Some(closing) = self.closing(entrance)? else {
            return Err(Trouble::NotUnderstood {
                why: format!(
                    "there is no store at {path} yet, and nothing to close a new one with: give a \
                     passphrase ({PASSPHRASE} or --passphrase-fd), or say --unencrypted"
                ),
            });
        };
        let app = entrance.make(closing.as_closing())?;
        closing.tell();
        Ok(app)
    }

    /// What a store is closed with from now on: a new recovery key, and a passphrase where one is
    /// given or there is no keychain. `None` where there is neither and nobody to ask.
    pub(crate) fn closing(&self, entrance: &Entrance) -> Result<Option<NewKeys>, Trouble> {
        let keychain = entrance.standing()?.has_keychain;
        let passphrase = match self.given_passphrase()? {
            None if !keychain => match asked("No keychain is here. A passphrase for the store: ") {
                None => return Ok(None),
                typed => typed,
            },
            given => given,
        };
        Ok(Some(NewKeys { recovery_key: App::new_recovery_key()?, passphrase, keychain }))
    }

    /// The recovery key, for what nothing else opens.
    pub(crate) fn recovery_key(&self) -> Result<Option<String>, Trouble> {
        Ok(self.given_recovery_key()?.or_else(|| asked("Recovery key: ")))
    }

    fn given_passphrase(&self) -> Result<Option<String>, Trouble> {
        given(self.passphrase_fd, PASSPHRASE)
    }

    fn given_recovery_key(&self) -> Result<Option<String>, Trouble> {
        given(self.recovery_key_fd, RECOVERY_KEY)
    }
}

/// What a store is closed with from now on.
pub(crate) struct NewKeys {
    recovery_key: String,
    passphrase: Option<String>,
    keychain: bool,
}

impl NewKeys {
    pub(crate) fn as_closing(&self) -> Closing<'_> {
        Closing {
            recovery_key: &self.recovery_key,
            passphrase: self.passphrase.as_deref(),
            keychain: self.keychain,
        }
    }

    /// Shown once, beside the answer.
    pub(crate) fn tell(&self) {
        tell_recovery_key(&self.recovery_key);
    }
}

#[allow(clippy::print_stderr, reason = "a terminal program's place for what is no answer")]
pub(crate) fn tell_recovery_key(key: &str) {
    eprintln!(
        "Recovery key: {key}\nWrite it down and keep it apart from this machine: it opens the \
         store and its backups where nothing else does, and it is not shown again."
    );
}

fn given(fd: Option<u32>, variable: &str) -> Result<Option<String>, Trouble> {
    let Some(fd) = fd else {
        return Ok(std::env::var(variable).ok().filter(|text| !text.is_empty()));
    };
    let path = format!("/dev/fd/{fd}");
    let file = std::fs::File::open(&path);
    let file = file.map_err(|why| Trouble::file(path.as_ref(), &why))?;
    let mut line = String::new();
    let read = BufReader::new(file).read_line(&mut line);
    read.map_err(|why| Trouble::file(path.as_ref(), &why))?;
    Ok(Some(line.trim_end_matches(['\r', '\n']).to_owned()))
}

/// A backup's own passphrase, from its variable or the keyboard.
pub(crate) fn backup_passphrase() -> Option<String> {
    let given = std::env::var(BACKUP_PASSPHRASE).ok().filter(|text| !text.is_empty());
    given.or_else(|| asked("The backup's own passphrase: "))
}

/// Asked at the keyboard, where there is one; what is typed is not shown.
fn asked(question: &str) -> Option<String> {
    if !std::io::stdin().is_terminal() {
        return None;
    }
    let _ = std::io::stderr().flush();
    rpassword::prompt_password(question).ok().filter(|typed| !typed.is_empty())
}
