//! An entry's bytes: never more than the limit, and once, from front to back.

use std::io::{self, Read, Seek, SeekFrom};

/// Bytes up to a limit; beyond it the end, and a mark that there was more.
pub(crate) struct Guarded<'a> {
    content: &'a mut dyn Read,
    unpacked: u64,
    most: u64,
    burst: bool,
}

impl<'a> Guarded<'a> {
    pub(crate) fn new(content: &'a mut dyn Read, most: u64) -> Self {
        Self { content, unpacked: 0, most, burst: false }
    }

    /// The bytes that came.
    pub(crate) fn unpacked(&self) -> u64 {
        self.unpacked
    }

    /// Whether there were more than the limit.
    pub(crate) fn has_burst(&self) -> bool {
        self.burst
    }
}

impl Read for Guarded<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.burst {
            return Ok(0);
        }
        // One byte more than may come tells that there is more.
        let left = self.most.saturating_sub(self.unpacked).saturating_add(1);
        let got = (&mut self.content).take(left).read(out)?;
        self.unpacked = self.unpacked.saturating_add(got as u64);
        self.burst = self.unpacked > self.most;
        Ok(if self.burst { got.saturating_sub(1) } else { got })
    }
}

/// Readers are handed bytes that can be sought; those of an entry can only be asked where they
/// stand, or be told to go there.
pub(crate) struct OneWay<R> {
    source: R,
    at: u64,
}

impl<R: Read> OneWay<R> {
    pub(crate) fn new(source: R) -> Self {
        Self { source, at: 0 }
    }
}

impl<R: Read> Read for OneWay<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let got = self.source.read(out)?;
        self.at = self.at.saturating_add(got as u64);
        Ok(got)
    }
}

impl<R> Seek for OneWay<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match to {
            SeekFrom::Current(0) => Ok(self.at),
            SeekFrom::Start(at) if at == self.at => Ok(at),
            _ => Err(io::ErrorKind::Unsupported.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_beyond_the_limit_do_not_come_and_are_known_of() {
        let mut content: &[u8] = &[7; 100];
        let mut guarded = Guarded::new(&mut content, 99);
        let mut out = Vec::new();
        (&mut guarded).take(50).read_to_end(&mut out).unwrap();
        assert!(!guarded.has_burst());
        guarded.read_to_end(&mut out).unwrap();
        assert!(guarded.has_burst());
        assert_eq!(out.len(), 99);
    }

    #[test]
    fn an_entry_is_read_once_from_front_to_back() {
        let mut bytes = OneWay::new(&b"abc"[..]);
        assert!(bytes.rewind().is_ok());
        assert_eq!(bytes.read(&mut [0; 2]).unwrap(), 2);
        assert_eq!(bytes.stream_position().unwrap(), 2);
        assert!(bytes.rewind().is_err());
    }
}
