//! A file's first bytes, by which it is recognised, and the way back to the whole of it.

use std::io::{self, Read};

/// How much of a file is looked at to recognise it.
const LENGTH: u64 = 64 * 1024;

/// The first bytes, and why there are no more of them where reading failed.
pub(crate) struct Head {
    bytes: Vec<u8>,
    failure: Option<io::Error>,
}

impl Head {
    /// Takes the first bytes off `source`.
    pub(crate) fn of(source: &mut (impl Read + ?Sized)) -> Self {
        let mut bytes = Vec::new();
        let failure = source.take(LENGTH).read_to_end(&mut bytes).err();
        Self { bytes, failure }
    }

    /// The bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether reading failed on the way.
    pub(crate) fn has_failed(&self) -> bool {
        self.failure.is_some()
    }

    /// The whole again: the head, then the failure where there was one, then the rest.
    pub(crate) fn and_then<'a>(self, rest: &'a mut dyn Read) -> impl Read + 'a {
        let failing = Failing(self.failure);
        io::Cursor::new(self.bytes).chain(failing).chain(rest)
    }
}

/// Fails once, or is empty.
struct Failing(Option<io::Error>);

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}
