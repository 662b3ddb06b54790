//! The header: which doors a store has, and the data key wrapped for each.

mod text;

use crate::keychain::Keychain;
use crate::passphrase::{self, Cost, Stretch};
use crate::seal::{self, Sealed};
use crate::secret::{DataKey, LENGTH, random, to_hex};
use crate::{Door, Fault, RecoveryKey};
use zeroize::Zeroizing;

/// Which doors a store has, and the data key wrapped for each. It holds no secret by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Names the store to the keychain; random, it tells nothing.
    id: [u8; 16],
    /// Rises with every writing: of two copies the later one counts.
    pub(crate) turn: u32,
    doors: Vec<Wrapped>,
}

/// The data key behind one door.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wrapped {
    door: Door,
    /// For a passphrase.
    stretch: Option<Stretch>,
    sealed: Sealed,
}

impl Header {
    /// One without any door, for a new store.
    ///
    /// # Errors
    /// Where the system has no source of chance.
    pub fn new() -> Result<Self, Fault> {
        Ok(Self { id: *random()?, turn: 0, doors: Vec::new() })
    }

    /// The name by which the keychain knows the store.
    pub fn name(&self) -> String {
        to_hex(&self.id)
    }

    /// The doors it has.
    pub fn doors(&self) -> Vec<Door> {
        self.doors.iter().map(|it| it.door).collect()
    }

    /// Makes the recovery key a door, in place of an earlier one.
    ///
    /// # Errors
    /// Where the system has no source of chance.
    pub fn add_recovery_key(&mut self, data: &DataKey, key: &RecoveryKey) -> Result<(), Fault> {
        self.put(
            Door::RecoveryKey,
            None,
            seal::seal(data, &key.wrapping_key(), self.of(Door::RecoveryKey))?,
        );
        Ok(())
    }

    /// Makes a passphrase a door, in place of an earlier one.
    ///
    /// # Errors
    /// [`Fault::TooShort`].
    pub fn add_passphrase(
        &mut self,
        data: &DataKey,
        passphrase: &str,
        cost: Cost,
    ) -> Result<(), Fault> {
        passphrase::is_enough(passphrase)?;
        let stretch = Stretch::new(cost)?;
        let key = stretch.wrapping_key(passphrase)?;
        let sealed = seal::seal(data, &key, self.of(Door::Passphrase))?;
        self.put(Door::Passphrase, Some(stretch), sealed);
        Ok(())
    }

    /// Makes the system's keychain a door: it keeps a secret of its own, not the data key.
    ///
    /// # Errors
    /// [`Fault::NotInKeychain`] where there is none, or it is locked, or does not give back what
    /// was put into it.
    pub fn add_keychain(&mut self, data: &DataKey, keychain: &dyn Keychain) -> Result<(), Fault> {
        let secret = random::<LENGTH>()?;
        let sealed = seal::seal(data, &secret, self.of(Door::Keychain))?;
        let name = self.name();
        keychain.keep(&name, secret.as_ref()).map_err(|_| Fault::NotInKeychain)?;
        let kept = Zeroizing::new(keychain.find(&name).map_err(|_| Fault::NotInKeychain)?);
        if kept.as_slice() != secret.as_slice() {
            return Err(Fault::NotInKeychain);
        }
        self.put(Door::Keychain, None, sealed);
        Ok(())
    }

    /// The data key, by the key on paper.
    ///
    /// # Errors
    /// [`Fault::Wrong`], [`Fault::NoSuchDoor`].
    pub fn open_with_recovery_key(&self, key: &RecoveryKey) -> Result<DataKey, Fault> {
        let wrapped = self.behind(Door::RecoveryKey)?;
        seal::open(&wrapped.sealed, &key.wrapping_key(), self.of(Door::RecoveryKey))
    }

    /// The data key, by what the owner remembers.
    ///
    /// # Errors
    /// [`Fault::Wrong`], [`Fault::NoSuchDoor`].
    pub fn open_with_passphrase(&self, passphrase: &str) -> Result<DataKey, Fault> {
        let wrapped = self.behind(Door::Passphrase)?;
        let key = wrapped.stretch.as_ref().ok_or(Fault::Damaged)?.wrapping_key(passphrase)?;
        seal::open(&wrapped.sealed, &key, self.of(Door::Passphrase))
    }

    /// The data key, by what the keychain keeps.
    ///
    /// # Errors
    /// [`Fault::NotInKeychain`], [`Fault::Wrong`] where the keychain keeps something else,
    /// [`Fault::NoSuchDoor`].
    pub fn open_with_keychain(&self, keychain: &dyn Keychain) -> Result<DataKey, Fault> {
        let wrapped = self.behind(Door::Keychain)?;
        let kept = keychain.find(&self.name()).map_err(|_| Fault::NotInKeychain)?;
        let kept = Zeroizing::new(kept);
        let key = Zeroizing::new(kept.as_slice().try_into().map_err(|_| Fault::Wrong)?);
        seal::open(&wrapped.sealed, &key, self.of(Door::Keychain))
    }

    /// Walls a door up.
    ///
    /// # Errors
    /// [`Fault::LastDoor`], [`Fault::NoSuchDoor`].
    pub fn remove(&mut self, door: Door) -> Result<(), Fault> {
        self.behind(door)?;
        if self.doors.len() == 1 {
            return Err(Fault::LastDoor);
        }
        self.doors.retain(|it| it.door != door);
        Ok(())
    }

    const fn of(&self, door: Door) -> (&[u8; 16], Door) {
        (&self.id, door)
    }

    fn behind(&self, door: Door) -> Result<&Wrapped, Fault> {
        self.doors.iter().find(|it| it.door == door).ok_or(Fault::NoSuchDoor)
    }

    fn put(&mut self, door: Door, stretch: Option<Stretch>, sealed: Sealed) {
        self.doors.retain(|it| it.door != door);
        self.doors.push(Wrapped { door, stretch, sealed });
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::keychain::NoKeychain;
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    pub(crate) const CHEAP: Cost = Cost { memory: 8, passes: 1 };

    /// A keychain that lasts as long as the test.
    #[derive(Default)]
    struct Remembered(Mutex<BTreeMap<String, Vec<u8>>>);

    impl Keychain for Remembered {
        fn keep(&self, name: &str, secret: &[u8]) -> Result<(), NoKeychain> {
            self.0.lock().unwrap().insert(name.to_owned(), secret.to_owned());
            Ok(())
        }

        fn find(&self, name: &str) -> Result<Vec<u8>, NoKeychain> {
            self.0.lock().unwrap().get(name).cloned().ok_or(NoKeychain)
        }

        fn forget(&self, name: &str) {
            self.0.lock().unwrap().remove(name);
        }
    }

    /// One with two doors, and what opens them.
    pub(crate) fn with_doors() -> (Header, DataKey, RecoveryKey) {
        let (data, key) = (DataKey::random().unwrap(), RecoveryKey::random().unwrap());
        let mut header = Header::new().unwrap();
        header.add_recovery_key(&data, &key).unwrap();
        header.add_passphrase(&data, "orchard ladder", CHEAP).unwrap();
        (header, data, key)
    }

    #[test]
    fn any_one_door_opens() {
        let keychain = Remembered::default();
        let (mut header, data, key) = with_doors();
        header.add_keychain(&data, &keychain).unwrap();
        assert_eq!(header.open_with_recovery_key(&key).unwrap(), data);
        assert_eq!(header.open_with_passphrase("orchard ladder").unwrap(), data);
        assert_eq!(header.open_with_keychain(&keychain).unwrap(), data);
    }

    #[test]
    fn what_is_wrong_opens_nothing_and_the_second_try_is_as_good_as_the_first() {
        let (header, data, key) = with_doors();
        let other = RecoveryKey::random().unwrap();
        for _ in 0..3 {
            assert!(matches!(header.open_with_passphrase("orchard lader"), Err(Fault::Wrong)));
            assert!(matches!(header.open_with_recovery_key(&other), Err(Fault::Wrong)));
        }
        assert_eq!(header.open_with_recovery_key(&key).unwrap(), data);
    }

    #[test]
    fn a_keychain_that_was_emptied_changed_or_is_gone_is_told_apart_from_a_damaged_store() {
        let keychain = Remembered::default();
        let (mut header, data, _) = with_doors();
        header.add_keychain(&data, &keychain).unwrap();
        keychain.keep(&header.name(), &[7; 32]).unwrap();
        assert!(matches!(header.open_with_keychain(&keychain), Err(Fault::Wrong)));
        keychain.keep(&header.name(), b"no key").unwrap();
        assert!(matches!(header.open_with_keychain(&keychain), Err(Fault::Wrong)));
        keychain.forget(&header.name());
        assert!(matches!(header.open_with_keychain(&keychain), Err(Fault::NotInKeychain)));
    }

    #[test]
    fn a_new_passphrase_stands_in_place_of_the_old_one() {
        let (mut header, data, _) = with_doors();
        header.add_passphrase(&data, "another orchard", CHEAP).unwrap();
        assert!(matches!(header.open_with_passphrase("orchard ladder"), Err(Fault::Wrong)));
        assert_eq!(header.open_with_passphrase("another orchard").unwrap(), data);
        assert_eq!(header.doors().len(), 2);
    }

    #[test]
    fn the_last_door_is_not_walled_up() {
        let (mut header, _, _) = with_doors();
        assert!(matches!(header.remove(Door::Keychain), Err(Fault::NoSuchDoor)));
        header.remove(Door::Passphrase).unwrap();
        assert!(matches!(header.remove(Door::RecoveryKey), Err(Fault::LastDoor)));
    }
}
