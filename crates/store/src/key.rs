//! The key that a store is closed with, as SQLCipher takes it.

use crate::Fault;
use rusqlite::Connection;
use zeroize::Zeroizing;

/// SQLCipher's pages are as large as ours are without it. It has to be told before every opening,
/// for it writes the size nowhere; said for all, so that what it attaches for a copy has it too.
const PAGE: i32 = 8_192;

/// 256 random bits, used as they are: nothing is derived from them at an opening. Wiped when it
/// goes.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// From bytes that were kept elsewhere, wrapped.
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(Zeroizing::new(*bytes))
    }

    /// Opens a connection with it, before anything is asked.
    pub(crate) fn turn(&self, db: &Connection) -> Result<(), Fault> {
        // It would tell standard error what we tell the owner.
        db.pragma_update(None, "cipher_log_level", "NONE")?;
        db.pragma_update(None, "cipher_default_page_size", PAGE)?;
        Ok(db.pragma_update(None, "key", self.raw().as_str())?)
    }

    /// Opens an attached database with it.
    pub(crate) fn attach(&self, db: &Connection, (path, name): (&str, &str)) -> Result<(), Fault> {
        db.pragma_update(None, "cipher_default_page_size", PAGE)?;
        let sql = format!("ATTACH ?1 AS {name} KEY ?2");
        db.execute(&sql, [path, self.raw().as_str()])?;
        Ok(())
    }

    /// A raw key (SQLCipher's documentation, "Key Data").
    fn raw(&self) -> Zeroizing<String> {
        let hex: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        Zeroizing::new(format!("x'{hex}'"))
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}
