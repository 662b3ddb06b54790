//! Bytes that nobody may see.

use crate::Fault;
use zeroize::Zeroizing;

/// How many bytes a key has.
pub(crate) const LENGTH: usize = 32;

/// The 256 random bits that a store is encrypted with. Wiped when it goes.
#[derive(Clone, PartialEq, Eq)]
pub struct DataKey(Zeroizing<[u8; LENGTH]>);

impl DataKey {
    /// A new one from the system's source of chance.
    ///
    /// # Errors
    /// Where the system has none.
    pub fn random() -> Result<Self, Fault> {
        Ok(Self(random()?))
    }

    /// One that was kept elsewhere, wrapped.
    pub fn from_bytes(bytes: [u8; LENGTH]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes, for the store alone.
    pub fn bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey")
    }
}

/// So many random bytes.
pub(crate) fn random<const N: usize>() -> Result<Zeroizing<[u8; N]>, Fault> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut()).map_err(|_| Fault::NoChance)?;
    Ok(bytes)
}

/// Bytes as hexadecimal letters, for headers.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Back from hexadecimal letters.
pub(crate) fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |letter: u8| char::from(letter).to_digit(16).and_then(|it| u8::try_from(it).ok());
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| match pair {
            [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_keys_are_alike_and_none_is_told() {
        let (one, other) = (DataKey::random().unwrap(), DataKey::random().unwrap());
        assert_ne!(one, other);
        assert_eq!(format!("{one:?}"), "DataKey");
    }

    #[test]
    fn bytes_come_back_from_hex() {
        assert_eq!(from_hex(&to_hex(&[0, 9, 10, 255])), Some(vec![0, 9, 10, 255]));
        assert_eq!(from_hex("abc"), None);
        assert_eq!(from_hex("zz"), None);
    }
}
