//! A header as text, and back: JSON, so that a person who looks sees what it is.

use super::{Header, Wrapped};
use crate::passphrase::{Cost, Stretch};
use crate::seal::Sealed;
use crate::secret::{from_hex, to_hex};
use crate::{Door, Fault};
use serde::{Deserialize, Serialize};

const WHAT: &str =
    "The key of a Requite store, wrapped. Without it the store cannot be opened: keep both copies.";
const VERSION: u32 = 1;
/// A header is a few hundred bytes; more than this is none.
const MOST: usize = 65_536;

#[derive(Serialize, Deserialize)]
struct Written {
    what: String,
    version: u32,
    store: String,
    turn: u32,
    doors: Vec<WrittenDoor>,
    /// A hash of the rest, so that a damaged copy is known.
    #[serde(default)]
    check: String,
}

#[derive(Serialize, Deserialize)]
struct WrittenDoor {
    door: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    memory: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    passes: Option<u32>,
    nonce: String,
    sealed: String,
}

impl Header {
    /// As it is written into the file.
    pub fn to_text(&self) -> String {
        let doors = self.doors.iter().map(WrittenDoor::of).collect();
        let store = to_hex(&self.id);
        let mut written = Written {
            what: WHAT.to_owned(),
            version: VERSION,
            store,
            turn: self.turn,
            doors,
            check: String::new(),
        };
        written.check = check(&written);
        // Texts and numbers alone: this cannot fail.
        serde_json::to_string_pretty(&written).unwrap_or_default() + "\n"
    }

    /// Back from the file.
    ///
    /// # Errors
    /// [`Fault::Damaged`]; [`Fault::TooNew`].
    pub fn from_text(text: &[u8]) -> Result<Self, Fault> {
        if text.len() > MOST {
            return Err(Fault::Damaged);
        }
        let newer: Option<Version> = serde_json::from_slice(text).ok();
        if newer.is_some_and(|it| it.version > VERSION) {
            return Err(Fault::TooNew);
        }
        let mut written: Written = serde_json::from_slice(text).map_err(|_| Fault::Damaged)?;
        let said = std::mem::take(&mut written.check);
        if said != check(&written) {
            return Err(Fault::Damaged);
        }
        let id = array(&written.store).ok_or(Fault::Damaged)?;
        // A door that a newer release added is passed by; the others open.
        let doors = written.doors.iter().filter(|it| Door::from_word(&it.door).is_some());
        let doors = doors.map(WrittenDoor::read).collect::<Option<_>>().ok_or(Fault::Damaged)?;
        Ok(Self { id, turn: written.turn, doors })
    }
}

#[derive(Deserialize)]
struct Version {
    version: u32,
}

/// The hash of a header whose check is empty.
fn check(written: &Written) -> String {
    let text = serde_json::to_vec(written).unwrap_or_default();
    to_hex(blake3::hash(&text).as_bytes())
}

impl WrittenDoor {
    fn of(wrapped: &Wrapped) -> Self {
        let stretch = wrapped.stretch.as_ref();
        Self {
            door: wrapped.door.word().to_owned(),
            salt: stretch.map(|it| to_hex(&it.salt)),
            memory: stretch.map(|it| it.cost.memory),
            passes: stretch.map(|it| it.cost.passes),
            nonce: to_hex(&wrapped.sealed.nonce),
            sealed: to_hex(&wrapped.sealed.bytes),
        }
    }

    fn read(&self) -> Option<Wrapped> {
        let door = Door::from_word(&self.door)?;
        let sealed = Sealed { nonce: array(&self.nonce)?, bytes: array(&self.sealed)? };
        let stretch = match (&self.salt, self.memory, self.passes) {
            (Some(salt), Some(memory), Some(passes)) => {
                Some(Stretch { salt: array(salt)?, cost: Cost::believed(memory, passes)? })
            }
            _ => None,
        };
        (stretch.is_some() == (door == Door::Passphrase)).then_some(Wrapped {
            door,
            stretch,
            sealed,
        })
    }
}

fn array<const N: usize>(text: &str) -> Option<[u8; N]> {
    from_hex(text)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::header::tests::with_doors;
    use proptest::prelude::*;

    #[test]
    fn it_is_read_as_it_was_written() {
        let (header, _, _) = with_doors();
        assert_eq!(Header::from_text(header.to_text().as_bytes()).unwrap(), header);
    }

    #[test]
    fn no_changed_byte_is_overlooked() {
        let (header, _, _) = with_doors();
        let text = header.to_text().into_bytes();
        for place in 0..text.len() {
            let mut changed = text.clone();
            changed[place] ^= 1;
            let read = Header::from_text(&changed);
            assert!(read.is_err() || read.unwrap() == header, "byte {place}");
        }
    }

    #[test]
    fn half_of_one_is_damaged() {
        let (header, _, _) = with_doors();
        let text = header.to_text();
        assert!(matches!(
            Header::from_text(&text.as_bytes()[..text.len() / 2]),
            Err(Fault::Damaged)
        ));
        assert!(matches!(Header::from_text(b""), Err(Fault::Damaged)));
    }

    #[test]
    fn one_of_a_newer_release_is_told_as_such() {
        let (header, _, _) = with_doors();
        let newer = header.to_text().replace("\"version\": 1", "\"version\": 2");
        assert!(matches!(Header::from_text(newer.as_bytes()), Err(Fault::TooNew)));
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            let _ = Header::from_text(&bytes);
        }
    }
}
