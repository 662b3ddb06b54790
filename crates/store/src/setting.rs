//! Settings: those that are the owner's everywhere, and those of this machine.

use crate::row::{self, Kind, Row};
use crate::{Fault, Reader, Writer};
use model::Uid;
use rusqlite::{OptionalExtension, params};

static SETTING: Kind = Kind {
    word: "setting",
    table: "setting",
    fields: &["key", "value"],
    after: |writer, _| {
        writer.touched.settings = true;
        Ok(())
    },
};

pub(crate) const KINDS: &[&Kind] = &[&SETTING];

impl Reader<'_> {
    /// A setting of the owner's.
    pub fn setting(&self, key: &str) -> Result<Option<String>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("setting/one.sql"))?;
        Ok(ask.query_row([named(key).uid.as_bytes()], |row| row.get(0)).optional()?)
    }

    /// All settings of the owner's, in the order of their keys.
    pub fn settings(&self) -> Result<Vec<(String, String)>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("setting/all.sql"))?;
        let settings = ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(settings.collect::<Result<_, _>>()?)
    }

    /// A setting of this machine.
    pub fn local_setting(&self, key: &str) -> Result<Option<String>, Fault> {
        let mut ask = self.db().prepare_cached("SELECT value FROM local_setting WHERE key = ?1")?;
        Ok(ask.query_row([key], |row| row.get(0)).optional()?)
    }
}

impl Writer<'_> {
    /// Sets or takes away a setting of the owner's.
    pub fn set_setting(&mut self, key: &str, value: Option<&str>) -> Result<bool, Fault> {
        match value {
            Some(value) => {
                self.make(named(key), &[("key", row::text(key)), ("value", row::text(value))])
            }
            None => self.remove(named(key)),
        }
    }

    /// Sets or takes away a setting of this machine. It is not in the log: another machine
    /// need not know it, and nobody takes back where a window stood.
    pub fn set_local_setting(&mut self, key: &str, value: Option<&str>) -> Result<(), Fault> {
        match value {
            Some(value) => {
                let mut set = self.db().prepare_cached(include_str!("setting/set_local.sql"))?;
                set.execute(params![key, value])?;
            }
            None => {
                self.db().execute("DELETE FROM local_setting WHERE key = ?1", [key])?;
            }
        }
        self.touched.settings = true;
        Ok(())
    }
}

/// The same key is the same row on every machine.
fn named(key: &str) -> Row {
    Row::new(&SETTING, Uid::derived(&[b"setting", key.as_bytes()]))
}

#[cfg(test)]
mod tests {
    use crate::Deed;
    use crate::told::{now, store};

    #[test]
    fn a_setting_holds_until_it_is_changed_or_taken_away() {
        let store = store();
        let set = |value: Option<&'static str>| {
            store.told(Deed::EditSettings, move |w| w.set_setting("theme", value)).value
        };
        assert!(set(Some("dark")) && !set(Some("dark")) && set(Some("light")));
        assert_eq!(store.asked(|r| r.setting("theme")).as_deref(), Some("light"));
        assert_eq!(store.asked(|r| r.settings()), [("theme".into(), "light".into())]);
        assert!(set(None) && !set(None));
        assert_eq!(store.asked(|r| r.setting("theme")), None);
        store.undo(now()).unwrap();
        assert_eq!(store.asked(|r| r.setting("theme")).as_deref(), Some("light"));
    }

    #[test]
    fn what_is_this_machines_is_no_deed() {
        let store = store();
        let done = store.told(Deed::EditSettings, |w| w.set_local_setting("window", Some("9x9")));
        assert_eq!(done.batch, None);
        assert_eq!(store.asked(|r| r.local_setting("window")).as_deref(), Some("9x9"));
        assert!(store.asked(|r| r.settings()).is_empty());
        assert!(store.undo(now()).unwrap().is_none());
        store.told(Deed::EditSettings, |w| w.set_local_setting("window", None));
        assert_eq!(store.asked(|r| r.local_setting("window")), None);
    }
}
