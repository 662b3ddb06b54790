//! Keys, backups and repair.

use crate::Answer;
use crate::keys::{Keys, tell_recovery_key};
use crate::print::Out;
use app::view::backup::{CheckupView, SalvagedView, SeenBackup};
use app::{App, Entrance, Trouble};
use std::path::Path;

const MENDED: u8 = 10;
const DAMAGED: u8 = 20;

pub(crate) fn unlock(app: &App, out: &Out) -> Answer {
    app.add_keychain()?;
    out.answer(&app.doors(), || "The keychain opens the store from now on.\n".to_owned())?;
    Ok(0)
}

pub(crate) fn lock(app: &App, out: &Out) -> Answer {
    app.remove_door("keychain")?;
    out.answer(&app.doors(), || "The keychain has forgotten the store.\n".to_owned())?;
    Ok(0)
}

pub(crate) fn recovery_key(app: &App, out: &Out) -> Answer {
    let key = App::new_recovery_key()?;
    app.set_recovery_key(&key)?;
    tell_recovery_key(&key);
    out.answer(&app.doors(), String::new)?;
    Ok(0)
}

pub(crate) fn rekey(entrance: &Entrance, keys: &Keys, out: &Out) -> Answer {
    let app = keys.open(entrance)?;
    let Some(new) = keys.closing(entrance)? else {
        return Err(Trouble::NoKeychain);
    };
    let app = if app.doors().encrypted {
        entrance.rekey(app, new.as_closing())?
    } else {
        drop(app);
        entrance.close_up(new.as_closing())?
    };
    new.tell();
    out.answer(&app.doors(), || "The store is encrypted with a new key.\n".to_owned())?;
    Ok(0)
}

pub(crate) fn backup(app: &App, out: &Out, (to, own): (Option<&Path>, bool)) -> Answer {
    let made = match to {
        Some(path) if own => {
            let passphrase = backup_passphrase()?;
            Some(app.back_up_with_passphrase(&path.to_string_lossy(), &passphrase)?)
        }
        Some(path) => Some(app.back_up(&path.to_string_lossy())?),
        None => app.back_up_if_changed()?.map(|made| made.path),
    };
    out.answer(&made, || match &made {
        Some(path) => format!("{path}\n"),
        None => "Nothing has changed since the last backup.\n".to_owned(),
    })?;
    Ok(0)
}

pub(crate) fn restore(entrance: &Entrance, keys: &Keys, (out, from): (&Out, &Path)) -> Answer {
    let app = entrance.restore(from, &opener(keys, from)?)?;
    let status = app.status()?;
    out.answer(&status, || {
        format!("{} contacts, {} interactions are back\n", status.contacts, status.interactions)
    })?;
    Ok(0)
}

pub(crate) fn salvage(entrance: &Entrance, keys: &Keys, out: &Out) -> Answer {
    let saved = keys.with_way(|way| entrance.salvage(way).map(|(_, saved)| saved))?;
    out.answer(&saved, || saved_in_words(&saved))?;
    Ok(0)
}

fn saved_in_words(saved: &SalvagedView) -> String {
    let mut words =
        format!("{} contacts, {} interactions were saved", saved.contacts, saved.interactions);
    if saved.without_words > 0 {
        words.push_str(&format!(", {} of them without their words", saved.without_words));
    }
    format!(
        "{words}\n{} places could not be read\nthe damaged store lies at {}\n",
        saved.gaps, saved.aside
    )
}

pub(crate) fn verify(entrance: &Entrance, keys: &Keys, (out, from): (&Out, &Path)) -> Answer {
    let seen = entrance.look_at_backup(from, &opener(keys, from)?)?;
    out.answer(&seen, || in_words(&seen))?;
    Ok(0)
}

fn in_words(seen: &SeenBackup) -> String {
    format!("whole: {} contacts, {} interactions\n", seen.contacts, seen.interactions)
}

/// What opens this backup.
fn opener(keys: &Keys, backup: &Path) -> Result<String, Trouble> {
    let typed = match Entrance::asks_for(backup)? {
        None => return Ok(String::new()),
        Some("passphrase") => return backup_passphrase(),
        Some(_) => keys.recovery_key()?,
    };
    typed.ok_or_else(|| Trouble::Closed { doors: vec!["recovery-key".to_owned()] })
}

/// That of a backup, which is another than the store's.
fn backup_passphrase() -> Result<String, Trouble> {
    crate::keys::backup_passphrase()
        .ok_or_else(|| Trouble::Closed { doors: vec!["the backup's passphrase".to_owned()] })
}

pub(crate) fn doctor(app: &App, out: &Out) -> Answer {
    let found = app.check_up()?;
    out.answer(&found, || found_in_words(&found))?;
    Ok(match &found {
        CheckupView { well: true, .. } => 0,
        CheckupView { damage, loose, .. } if damage.is_empty() && loose.is_empty() => MENDED,
        _ => DAMAGED,
    })
}

fn found_in_words(found: &CheckupView) -> String {
    if found.well {
        return "All is well.\n".to_owned();
    }
    let mut words = String::new();
    for (what, named) in [
        ("damaged", &found.damage),
        ("rows that name what is not there", &found.loose),
        ("derived, out of step", &found.derived),
    ] {
        for name in named {
            words.push_str(&format!("{what}: {name}\n"));
        }
    }
    words.push_str(match (found.mended, found.damage.is_empty()) {
        (true, _) => "What is derived was made anew.\n",
        (_, false) => {
            "Restore the newest backup (requite restore FILE), or keep what can be read (requite \
             salvage).\n"
        }
        _ => "",
    });
    words
}
