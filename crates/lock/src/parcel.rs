//! A backup: one file of age (age-encryption.org/v1) that the recovery key opens, or a passphrase of its
//! own. In it stand one
//! line that holds the data key, and behind it the closed store as it is, so that nothing is ever
//! open on the disk, neither when it is packed nor when it is unpacked.

use crate::secret::{DataKey, from_hex, to_hex};
use crate::{Fault, RecoveryKey, passphrase};
use age::secrecy::ExposeSecret;
use age::x25519;
use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::str::FromStr;
use zeroize::Zeroizing;

const WHAT: &str = "requite backup";
const VERSION: u32 = 1;
/// The line before the store is never longer.
const LONGEST_LINE: u64 = 4_096;
const SECRET: bech32::Hrp = bech32::Hrp::parse_unchecked("age-secret-key-");

/// To whom backups are sealed: it closes them and cannot open them, so it may stay with the store.
#[derive(Clone)]
pub struct Recipient(x25519::Recipient);

impl std::fmt::Display for Recipient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Recipient {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        text.parse().map(Self).map_err(|_| Fault::Damaged)
    }
}

impl RecoveryKey {
    /// To whom backups are sealed that this key opens.
    ///
    /// # Errors
    /// Never, as far as is known: any 32 bytes are an age identity.
    pub fn recipient(&self) -> Result<Recipient, Fault> {
        Ok(Recipient(self.identity()?.to_public()))
    }

    /// The key as an identity of age, for other programs that read its files:
    /// `AGE-SECRET-KEY-1…`.
    ///
    /// # Errors
    /// As [`RecoveryKey::recipient`].
    pub fn age_identity(&self) -> Result<Zeroizing<String>, Fault> {
        Ok(Zeroizing::new(self.identity()?.to_string().expose_secret().to_owned()))
    }

    fn identity(&self) -> Result<x25519::Identity, Fault> {
        let secret = self.derived("requite 2026 recovery key opens backups");
        let said = bech32::encode::<bech32::Bech32>(SECRET, secret.as_ref());
        let said = Zeroizing::new(said.map_err(|_| Fault::Damaged)?.to_uppercase());
        x25519::Identity::from_str(&said).map_err(|_| Fault::Damaged)
    }
}

/// To what a backup is closed.
#[derive(Clone)]
pub enum Seal {
    /// To a recovery key.
    RecoveryKey(Recipient),
    /// To a passphrase of its own (scrypt, as age stretches it).
    Passphrase(Zeroizing<String>),
}

impl Seal {
    /// To this passphrase.
    ///
    /// # Errors
    /// [`Fault::TooShort`], as for the door of a store.
    pub fn passphrase(text: &str) -> Result<Self, Fault> {
        passphrase::is_enough(text)?;
        Ok(Self::Passphrase(Zeroizing::new(text.to_owned())))
    }
}

/// With what a backup is opened.
#[derive(Clone, Copy)]
pub enum Opener<'a> {
    /// The recovery key.
    RecoveryKey(&'a RecoveryKey),
    /// What it was closed to.
    Passphrase(&'a str),
}

/// What is known of a store in a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// What opens the store in it.
    pub data: DataKey,
    /// Which vault it is of: 16 bytes in hexadecimal.
    pub vault: String,
    /// How large the store in it is, in bytes.
    pub bytes: u64,
}

#[derive(Serialize, Deserialize)]
struct Line {
    what: String,
    version: u32,
    key: String,
    vault: String,
    bytes: u64,
}

impl Parcel {
    /// Writes the parcel: this line, and then the closed store.
    ///
    /// # Errors
    /// Where reading or writing fails.
    pub fn pack(&self, store: &mut impl Read, to: &Seal, out: impl Write) -> Result<(), Fault> {
        let sealing = match to {
            Seal::RecoveryKey(to) => {
                let recipients = std::iter::once(&to.0 as &dyn age::Recipient);
                age::Encryptor::with_recipients(recipients).map_err(|_| Fault::NoChance)?
            }
            Seal::Passphrase(text) => age::Encryptor::with_user_passphrase(secret(text)),
        };
        let mut sealing = sealing.wrap_output(out)?;
        let line = Line {
            what: WHAT.to_owned(),
            version: VERSION,
            key: to_hex(self.data.bytes()),
            vault: self.vault.clone(),
            bytes: self.bytes,
        };
        let line = Zeroizing::new(serde_json::to_string(&line).unwrap_or_default() + "\n");
        sealing.write_all(line.as_bytes())?;
        if std::io::copy(store, &mut sealing)? != self.bytes {
            return Err(Fault::BrokenParcel);
        }
        sealing.finish()?.flush()?;
        Ok(())
    }

    /// Opens a parcel and writes the closed store in it. Only where it answers well is what was
    /// written all of it: each piece is checked as it comes, and the end is marked.
    ///
    /// # Errors
    /// [`Fault::Wrong`] where the key opens something else; [`Fault::NotAParcel`],
    /// [`Fault::BrokenParcel`].
    pub fn unpack(
        parcel: impl Read,
        with: Opener<'_>,
        out: &mut impl Write,
    ) -> Result<Self, Fault> {
        let opening = age::Decryptor::new(parcel).map_err(|_| Fault::NotAParcel)?;
        let opened = match with {
            Opener::RecoveryKey(key) => {
                let identity = key.identity()?;
                opening.decrypt(std::iter::once(&identity as &dyn age::Identity))
            }
            Opener::Passphrase(text) => {
                let identity = age::scrypt::Identity::new(secret(text));
                opening.decrypt(std::iter::once(&identity as &dyn age::Identity))
            }
        };
        let mut opened = BufReader::new(opened.map_err(|why| match why {
            age::DecryptError::NoMatchingKeys
            | age::DecryptError::DecryptionFailed
            | age::DecryptError::KeyDecryptionFailed => Fault::Wrong,
            _ => Fault::BrokenParcel,
        })?);
        let this = Self::read_line(&mut opened)?;
        let written = std::io::copy(&mut opened, out).map_err(broken)?;
        if written == this.bytes { Ok(this) } else { Err(Fault::BrokenParcel) }
    }

    /// Whether a passphrase of its own opens it, and no recovery key.
    ///
    /// # Errors
    /// [`Fault::NotAParcel`].
    pub fn asks_for_passphrase(parcel: impl Read) -> Result<bool, Fault> {
        Ok(age::Decryptor::new(parcel).map_err(|_| Fault::NotAParcel)?.is_scrypt())
    }

    fn read_line(opened: &mut impl BufRead) -> Result<Self, Fault> {
        let mut line = Zeroizing::new(Vec::new());
        opened.take(LONGEST_LINE).read_until(b'\n', &mut line).map_err(broken)?;
        let line: Line = serde_json::from_slice(&line).map_err(|_| Fault::NotAParcel)?;
        if line.version > VERSION {
            return Err(Fault::TooNew);
        }
        let key = Zeroizing::new(from_hex(&line.key).ok_or(Fault::NotAParcel)?);
        let key = key.as_slice().try_into().map_err(|_| Fault::NotAParcel)?;
        Ok(Self { data: DataKey::from_bytes(key), vault: line.vault, bytes: line.bytes })
    }
}

fn secret(text: &str) -> age::secrecy::SecretString {
    age::secrecy::SecretString::from(text.to_owned())
}

/// A piece that does not open was changed, an end that is missing was cut off.
fn broken(error: std::io::Error) -> Fault {
    match error.kind() {
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => Fault::BrokenParcel,
        _ => Fault::Place(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn packed() -> (RecoveryKey, Parcel, Vec<u8>, Vec<u8>) {
        let key = RecoveryKey::random().unwrap();
        let store: Vec<u8> = (0..200_000u32).map(|it| (it % 251) as u8).collect();
        let data = DataKey::random().unwrap();
        let parcel = Parcel { data, vault: "ab".repeat(16), bytes: store.len() as u64 };
        let mut file = Vec::new();
        let seal = Seal::RecoveryKey(key.recipient().unwrap());
        parcel.pack(&mut store.as_slice(), &seal, &mut file).unwrap();
        (key, parcel, store, file)
    }

    #[test]
    fn what_was_packed_is_unpacked_with_its_key() {
        let (key, parcel, store, file) = packed();
        let mut out = Vec::new();
        assert_eq!(
            Parcel::unpack(file.as_slice(), Opener::RecoveryKey(&key), &mut out).unwrap(),
            parcel
        );
        assert_eq!(out, store);
    }

    #[test]
    fn another_key_opens_nothing() {
        let (_, _, _, file) = packed();
        let other = RecoveryKey::random().unwrap();
        let (mut out, other) = (Vec::new(), Opener::RecoveryKey(&other));
        assert!(matches!(Parcel::unpack(file.as_slice(), other, &mut out), Err(Fault::Wrong)));
        assert!(out.is_empty());
    }

    #[test]
    fn a_passphrase_of_its_own_opens_it_and_the_recovery_key_does_not() {
        let (key, parcel, store, file) = packed();
        assert!(!Parcel::asks_for_passphrase(file.as_slice()).unwrap());
        let mut file = Vec::new();
        let seal = Seal::passphrase("orchard ladder").unwrap();
        parcel.pack(&mut store.as_slice(), &seal, &mut file).unwrap();
        assert!(Parcel::asks_for_passphrase(file.as_slice()).unwrap());
        let open = |with| {
            let mut out = Vec::new();
            Parcel::unpack(file.as_slice(), with, &mut out).map(|parcel| (parcel, out))
        };
        assert_eq!(open(Opener::Passphrase("orchard ladder")).unwrap(), (parcel, store));
        for with in [Opener::Passphrase("orchard lader"), Opener::RecoveryKey(&key)] {
            assert!(matches!(open(with), Err(Fault::Wrong)));
        }
    }

    #[test]
    fn what_was_cut_short_or_changed_is_never_taken_for_whole() {
        let (key, _, _, file) = packed();
        for end in [0, 10, 200, file.len() / 2, file.len() - 1] {
            let cut = Parcel::unpack(&file[..end], Opener::RecoveryKey(&key), &mut Vec::new());
            assert!(matches!(cut, Err(Fault::NotAParcel | Fault::BrokenParcel)), "{end}");
        }
        for place in (0..file.len()).step_by(997) {
            let mut changed = file.clone();
            changed[place] ^= 1;
            let with = Opener::RecoveryKey(&key);
            assert!(Parcel::unpack(changed.as_slice(), with, &mut Vec::new()).is_err(), "{place}");
        }
    }

    #[test]
    fn nothing_of_the_store_or_its_key_stands_in_the_file() {
        let (_, parcel, store, file) = packed();
        let key = to_hex(parcel.data.bytes());
        for secret in [key.as_bytes(), parcel.data.bytes().as_slice(), &store[1_000..1_032]] {
            assert!(!file.windows(secret.len()).any(|it| it == secret));
        }
    }

    #[test]
    fn a_recipient_is_kept_as_text() {
        let key = RecoveryKey::random().unwrap();
        let text = key.recipient().unwrap().to_string();
        assert!(text.starts_with("age1"));
        assert_eq!(text.parse::<Recipient>().unwrap().to_string(), text);
        assert!("age1nobody".parse::<Recipient>().is_err());
        assert!(key.age_identity().unwrap().starts_with("AGE-SECRET-KEY-1"));
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            let key = RecoveryKey::random().unwrap();
            let with = Opener::RecoveryKey(&key);
            prop_assert!(Parcel::unpack(bytes.as_slice(), with, &mut Vec::new()).is_err());
        }
    }
}
