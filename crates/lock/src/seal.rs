//! A data key under another key: XChaCha20-Poly1305, bound to the store and the door it is for.

use crate::secret::{DataKey, LENGTH, random};
use crate::{Door, Fault};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::{Zeroize, Zeroizing};

const NONCE: usize = 24;
const TAG: usize = 16;

/// What a key wraps with.
pub(crate) type WrappingKey = Zeroizing<[u8; LENGTH]>;

/// A data key that only one door opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sealed {
    pub(crate) nonce: [u8; NONCE],
    pub(crate) bytes: [u8; LENGTH + TAG],
}

/// What a wrapping is for: it opens nothing else.
fn purpose(store: &[u8; 16], door: Door) -> Vec<u8> {
    [b"requite key header 1 ".as_slice(), store, door.word().as_bytes()].concat()
}

pub(crate) fn seal(
    data: &DataKey,
    key: &WrappingKey,
    (store, door): (&[u8; 16], Door),
) -> Result<Sealed, Fault> {
    let nonce = *random::<NONCE>()?;
    let aad = purpose(store, door);
    let payload = Payload { msg: data.bytes(), aad: &aad };
    let bytes = XChaCha20Poly1305::new((&**key).into())
        .encrypt(XNonce::from_slice(&nonce), payload)
        .ok()
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or(Fault::NoChance)?;
    Ok(Sealed { nonce, bytes })
}

pub(crate) fn open(
    sealed: &Sealed,
    key: &WrappingKey,
    (store, door): (&[u8; 16], Door),
) -> Result<DataKey, Fault> {
    let aad = purpose(store, door);
    let payload = Payload { msg: &sealed.bytes, aad: &aad };
    let mut opened = XChaCha20Poly1305::new((&**key).into())
        .decrypt(XNonce::from_slice(&sealed.nonce), payload)
        .map_err(|_| Fault::Wrong)?;
    let bytes: Result<[u8; LENGTH], _> = opened.as_slice().try_into();
    opened.zeroize();
    bytes.map(DataKey::from_bytes).map_err(|_| Fault::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_opens_with_its_key_for_its_store_and_its_door_alone() {
        let (data, key) = (DataKey::random().unwrap(), random().unwrap());
        let sealed = seal(&data, &key, (&[1; 16], Door::Keychain)).unwrap();
        assert_eq!(open(&sealed, &key, (&[1; 16], Door::Keychain)).unwrap(), data);
        let other = random().unwrap();
        for (key, store, door) in [
            (&other, [1; 16], Door::Keychain),
            (&key, [2; 16], Door::Keychain),
            (&key, [1; 16], Door::Passphrase),
        ] {
            assert!(matches!(open(&sealed, key, (&store, door)), Err(Fault::Wrong)));
        }
    }

    #[test]
    fn a_changed_bit_opens_nothing() {
        let (data, key) = (DataKey::random().unwrap(), random().unwrap());
        let sealed = seal(&data, &key, (&[1; 16], Door::Keychain)).unwrap();
        for place in 0..sealed.bytes.len() {
            let mut changed = sealed.clone();
            changed.bytes[place] ^= 1;
            assert!(matches!(open(&changed, &key, (&[1; 16], Door::Keychain)), Err(Fault::Wrong)));
        }
    }
}
